//! Clubs: events shared between communities on different servers.
//!
//! - [`partners`]: who the partners are, what is agreed with each, and the keys of both sides.

pub mod partners;
