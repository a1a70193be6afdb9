//! What communities on different servers do together.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

pub mod clubs;

/// What is kept of a partner by the slices above `partners`: counted before it is removed, and erased with it.
pub const BELONGINGS: &[clubs::partners::Belongings] =
    &[clubs::syncing::BELONGINGS, clubs::external_events::BELONGINGS];
