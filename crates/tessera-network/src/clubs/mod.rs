//! Clubs: events shared between communities on different servers.
//!
//! - [`partners`]: who the partners are, what is agreed with each, and the keys of both sides.
//! - [`serving`]: what partners are given when they ask, and what they tell.
//! - [`ours`]: what we are called towards partners.
//! - [`pictures`]: pictures of partners, fetched once and shown from here.

pub mod ours;
pub mod partners;
pub mod pictures;
pub mod serving;
