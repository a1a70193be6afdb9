//! What two communities must agree on, without a clock, a socket, a database or a source of randomness: whoever
//! calls gives the time and the random bytes.
//!
//! - [`documented`]: requests signed as the document of club federation has it, with a shared secret.
//! - [`signatures`]: HTTP Message Signatures and Content-Digest, the standards under the stronger profile.
//!
//! Deliberately not here: which partner a key belongs to, which requests were seen before, and how many a partner
//! may make. Those are rows; here is what is written into them ([`ReplayKey`]) and what is read out of a request.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

pub mod documented;
mod refusal;
mod replay;
pub mod signatures;
pub mod timestamp;

pub use refusal::Refusal;
pub use replay::ReplayKey;
