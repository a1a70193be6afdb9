//! What two communities must agree on, without a clock, a socket, a database or a source of randomness: whoever
//! calls gives the time and the random bytes.
//!
//! - [`documented`]: requests signed as the document of club federation has it, with a shared secret.
//! - [`signatures`]: HTTP Message Signatures and Content-Digest, the standards under the stronger profile.
//! - [`strong`]: requests signed under a published key, for one address, one method and one body.
//! - [`descriptor`]: what a community says of itself, its keys among it, and which profile two sides settle on.
//! - [`pairing`]: how two admins make sure of each other's keys.
//!
//! Deliberately not here: which partner a key belongs to, which requests were seen before, and how many a partner
//! may make. Those are rows; here is what is written into them ([`ReplayKey`]) and what is read out of a request.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod address;
pub mod descriptor;
pub mod documented;
pub mod pairing;
mod refusal;
mod replay;
pub mod signatures;
pub mod strong;
pub mod timestamp;

pub use refusal::Refusal;
pub use replay::ReplayKey;
