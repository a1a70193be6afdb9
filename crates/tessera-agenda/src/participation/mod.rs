//! Who comes: the answers of members and guests, the places, and the mails about both.
//!
//! Promises: two people never take the last place; a guest counts only once the address is confirmed; who left hears
//! no more; a mail's link changes nothing until a button is pressed; everybody told of a change is told once.
//!
//! Does not: decide who sees an event ([`crate::events::access`]), nor know what an invitation is ([`gate`]).

mod api;
mod csv;
pub mod gate;
mod mails;
mod model;
mod news;
mod pages;
mod privacy;
pub mod service;
pub mod store;

pub use model::{Answer, Attendance, Full, Guest, Participant, Participation, count};
pub use news::OBSERVER;
pub use pages::PANEL;
pub use pages::answered;

#[cfg(test)]
mod tests;

use tessera_core::Access;
use tessera_platform::db::Migration;
use tessera_web::Routes;
use tessera_web::slice::Slice;
use utoipa_axum::routes;

const READ: &str = "participations:read";
const WRITE: &str = "participations:write";

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "participations",
            sql: include_str!("migrations/0001_participations.sql"),
        }],
        locales: tessera_web::locales!(),
        routes: add_routes,
        jobs: news::JOBS,
        mails: mails::RENDERERS,
        scopes: &[READ, WRITE],
        privacy: Some(privacy::PRIVACY),
        ..Slice::named("participation")
    }
}

fn add_routes(routes: Routes) -> Routes {
    routes
        .api(Access::Anyone, WRITE, routes!(api::subscribe, api::unsubscribe))
        .api(Access::Anyone, WRITE, routes!(api::rsvp))
        .api(Access::Member, READ, routes!(api::participants))
        .get("/events/{id}/answer", Access::Anyone, pages::get_answer)
        .post("/events/{id}/answer", Access::Anyone, pages::post_answer)
        .get("/events/{id}/leave", Access::Anyone, pages::get_leave)
        .post("/events/{id}/leave", Access::Anyone, pages::post_leave)
        .post("/events/{id}/rejoin/{answer}", Access::Member, pages::post_rejoin)
        .get("/events/{id}/participants", Access::Member, pages::show_list)
        .get("/events/{id}/participants.csv", Access::Member, pages::download)
}
