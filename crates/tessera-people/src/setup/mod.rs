//! The first page of a new server: it sets up the first community and its admin, and offers samples to look at.
//!
//! Promises: only the first visitor can do it, decided in one transaction; afterwards the page does not exist.
//! Samples are made through the services that people use, remembered one by one, and taken away without a trace.

mod page;
pub mod samples;

use tessera_platform::db::Migration;
use tessera_web::slice::{DeedWords, Slice};
use tessera_web::words::key;

/// What this slice brings.
pub const fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "samples",
            sql: include_str!("migrations/0001_samples.sql"),
        }],
        locales: tessera_web::locales!(),
        routes: page::routes,
        deeds: DEEDS,
        ..Slice::named("setup")
    }
}

const DEEDS: &[DeedWords] = &[
    DeedWords { action: "samples.fill", key: key("audit-samples-fill") },
    DeedWords { action: "samples.clear", key: key("audit-samples-clear") },
];
