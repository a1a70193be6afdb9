//! Clubs: events shared between communities on different servers.
//!
//! - [`partners`]: who the partners are, what is agreed with each, and the keys of both sides.
//! - [`serving`]: what partners are given when they ask, and what they tell.
//! - [`external_events`]: what partners have on, as it is kept and shown here, and what members make of it.
//! - [`syncing`]: how it gets here, and what partners are told of our interest.
//! - [`ours`]: what we are called towards partners.
//! - [`pictures`]: pictures of partners, fetched once and shown from here.

pub mod external_events;
pub mod ours;
pub mod partners;
pub mod pictures;
pub mod serving;
pub mod syncing;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod trial_kit;
