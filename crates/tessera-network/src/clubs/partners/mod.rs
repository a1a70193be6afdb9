//! Partners: the communities on other servers with which this one shares events, and what is agreed with each.
//!
//! Promises: nothing is shared with, or taken from, a partner that an admin has not approved; the secrets of both
//! sides are sealed.
//!
//! Does not: fetch a partner's events, nor keep them.

mod model;
mod store;

pub use model::Partner;
pub use store::{find, find_by_code, list};

use tessera_platform::db::Migration;
use tessera_web::slice::Slice;

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "partners",
            sql: include_str!("migrations/0001_partners.sql"),
        }],
        ..Slice::named("partners")
    }
}
