//! Invitations by e-mail: made, sent, sent anew, revoked, and used up once.
//!
//! Promises: a token of 256 bits of which only the hash is kept, good for seven days and one participation, even when
//! two requests use it at the same moment; opening the mail's page uses nothing up; what is revoked before its mail
//! left is not mailed; nobody sends more than the limits, whichever way.
//!
//! Does not: decide what an answer does to the places, which [`crate::participation`] does.

pub mod addresses;
mod api;
mod gate;
mod mails;
mod model;
mod pages;
mod privacy;
mod service;
mod store;

pub use gate::GATE;
pub use model::{Invitation, State};
pub use pages::PANEL;

#[cfg(test)]
mod tests;

use tessera_core::Access;
use tessera_platform::db::Migration;
use tessera_web::Routes;
use tessera_web::slice::Slice;
use utoipa_axum::routes;

const READ: &str = "invitations:read";
const WRITE: &str = "invitations:write";

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "event_invitations",
            sql: include_str!("migrations/0001_event_invitations.sql"),
        }],
        locales: tessera_web::locales!(),
        routes: add_routes,
        mails: mails::RENDERERS,
        scopes: &[READ, WRITE],
        privacy: Some(privacy::PRIVACY),
        ..Slice::named("invitations")
    }
}

fn add_routes(routes: Routes) -> Routes {
    routes
        .api(Access::Member, WRITE, routes!(api::invite))
        .api(Access::Member, READ, routes!(api::list))
        .api(Access::Member, WRITE, routes!(api::revoke))
        .api(Access::Member, WRITE, routes!(api::resend))
        .get("/events/invite", Access::Anyone, pages::get_invite)
        .post("/events/invite", Access::Anyone, pages::post_invite)
        .get("/events/{id}/invitations", Access::Member, pages::show_page)
        .post("/events/{id}/invitations", Access::Member, pages::post_paste)
        .post("/events/{id}/invitations/{invitation_id}/resend", Access::Member, pages::post_resend)
        .post("/events/{id}/invitations/{invitation_id}/revoke", Access::Member, pages::post_revoke)
}
