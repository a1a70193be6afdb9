//! The command line as people use it: the real program, run in a folder of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod backups;
mod calendars;
mod configuration;
mod partners;
mod people;
mod place;
mod recurrence;
mod serving;
