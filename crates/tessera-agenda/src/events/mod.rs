//! Events: what a community does, and when. Drafted, proposed, published, changed, cancelled, deleted and brought
//! back; listed and searched; shown to those who may see them.
//!
//! Promises: who sees an event is decided in one place ([`access`]); every change raises its version, one of time,
//! place or status its sequence too; what is deleted can be brought back for thirty days; a list costs the same
//! however much is past.
//!
//! Does not: expand recurrence (rules are kept to the letter), nor know who answers or is invited: those slices
//! bring their panels and observers ([`panels`]).

pub mod access;
mod imported;
mod list;
mod model;
pub mod panels;
mod rezone;
mod rows;
mod search;
pub mod service;
mod store;
mod times;

pub use imported::{adopt_overrides, list_by_uids};
pub use list::{Audience, Query, Sort, list};
pub use model::{
    Content, Description, Event, Kind, Listed, Location, Organiser, Priority, Recurrence, State, Status,
    Visibility,
};
pub use panels::{Happening, News, Observer, Panel};
pub use service::Seen;
pub use store::{Eyes, Lock, find as find_row, find_by_uid, insert, list_by_uid, update};
pub use times::When;

use tessera_platform::db::Migration;
use tessera_web::slice::Slice;

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "events",
            sql: include_str!("migrations/0001_events.sql"),
        }],
        jobs: &[rezone::JOB],
        schedules: &[rezone::SCHEDULE],
        ..Slice::named("events")
    }
}
