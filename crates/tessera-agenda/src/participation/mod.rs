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
mod notices;
mod pages;
mod privacy;
pub mod service;
pub mod store;

pub use model::{Answer, Attendance, Full, Guest, Participant, Participation, count};
pub use news::OBSERVER;
pub use pages::answered;
pub use pages::{PANEL, guest_of};

#[cfg(test)]
mod tests;

use futures::future::BoxFuture;
use jiff::SignedDuration;
use tessera_core::Access;
use tessera_platform::db::Migration;
use tessera_platform::jobs::{Delivery, Handler, Job, JobError, Schedule};
use tessera_web::slice::Slice;
use tessera_web::{App, Routes};
use utoipa_axum::routes;

const READ: &str = "participations:read";
const WRITE: &str = "participations:write";
const SWEEP: &str = "participation.sweep";

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
        jobs: &[
            news::TELLING,
            Handler { kind: SWEEP, delivery: Delivery::AtLeastOnce, max_attempts: 3, run: sweep },
        ],
        schedules: &[Schedule { name: SWEEP, kind: SWEEP, every_seconds: 24 * 3600 }],
        mails: mails::RENDERERS,
        notices: notices::KINDS,
        scopes: &[READ, WRITE],
        privacy: Some(privacy::PRIVACY),
        ..Slice::named("participation")
    }
}

/// Somebody who did not confirm for so long is forgotten: it may not have been them at all.
const UNCONFIRMED_KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

fn sweep(app: App, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let tx = app.db.write().await?;
        let old = app.now().plus(-UNCONFIRMED_KEPT);
        store::delete_unconfirmed(&tx, old).await?;
        tx.commit().await?;
        Ok(())
    })
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
