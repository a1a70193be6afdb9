//! Syncing: what partners have is fetched, and what our members make of it is told to them, as numbers.
//!
//! Promises: a partner is asked every `federation.sync_interval`, and on demand; several at once, each within a time of
//! its own; one run of a partner at a time. However much or little, slowly or wrongly a partner answers, the work and
//! the memory have a bound, and what went wrong stands on the partner's row. An event is marked as cancelled only where
//! a listing was complete and covered its date. After any failures, restarts and kills what is kept is what the partner
//! last listed in whole. Partners are told counts, and no more.
//!
//! Does not: know how requests are signed (`partners`), nor what may be seen of the events (`external_events`).

mod belongings;
mod fetch;
mod interest;
mod jobs;
mod model;
mod notices;
mod pages;
mod run;
mod service;
pub mod shell;
mod store;
mod windows;

#[cfg(test)]
mod tests;

pub use belongings::BELONGINGS;
pub use jobs::enqueue_refresh;
pub use model::{Ended, Outcome, Tally};
pub use pages::{explain, sentence};
pub use service::refresh;
#[cfg(test)]
pub use tests::run_all;

use tessera_core::Access;
use tessera_platform::db::Migration;
use tessera_web::routes::Routes;
use tessera_web::slice::Slice;

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "partner syncs",
            sql: include_str!("migrations/0001_partner_syncs.sql"),
        }],
        locales: tessera_web::locales!(),
        routes,
        jobs: &[jobs::SYNC, jobs::SYNC_DUE, jobs::INTEREST, jobs::REFRESH],
        schedules: &[jobs::EVERY_MINUTE],
        notices: notices::KINDS,
        ..Slice::named("syncing")
    }
}

fn routes(r: Routes) -> Routes {
    r.get("/manage/partners/{id}/syncs", Access::ADMIN, pages::show_syncs)
}
