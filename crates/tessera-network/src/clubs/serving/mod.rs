//! Serving: what partners are given when they ask, and what they tell.
//!
//! Promises: only a partner that an admin approved, and shares events with, is given anything, and only on a signature
//! that was never used before; what is given are public events and counts, no member's name, address, id or word; counts
//! that are told stay within their range; nobody without a partner's key can spend its quota or block it.
//!
//! Does not: keep answers of partners' people, who are not known here; push anything: partners ask.

mod asked;
mod dates;
mod feed;
pub mod gate;
mod interest;
mod jobs;
mod panel;
mod store;

#[cfg(test)]
mod tests;

use tessera_core::Access;
use tessera_platform::db::Migration;
use tessera_web::routes::Routes;
use tessera_web::slice::Slice;
use utoipa_axum::routes;

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "serving",
            sql: include_str!("migrations/0001_serving.sql"),
        }],
        locales: tessera_web::locales!(),
        routes,
        jobs: &[jobs::FORGET],
        schedules: &[jobs::FORGET_EVERY_TEN_MINUTES],
        offers: &[&panel::PANEL],
        ..Slice::named("serving")
    }
}

fn routes(r: Routes) -> Routes {
    r.api(Access::Anyone, "", routes!(feed::list_federated_events))
        .api(Access::Anyone, "", routes!(interest::take_interest))
        .once()
}
