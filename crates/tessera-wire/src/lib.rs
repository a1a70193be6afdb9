//! What two communities must agree on, without a clock, a socket, a database or a source of randomness: whoever
//! calls gives the time and the random bytes.
//!
//! - [`documented`]: requests signed as the document of club federation has it, with a shared secret.
//!
//! Deliberately not here: which partner a key belongs to, which requests were seen before, and how many a partner
//! may make. Those are rows; here is what is written into them ([`ReplayKey`]) and what is read out of a request.

pub mod documented;
mod refusal;
mod replay;
pub mod timestamp;

pub use refusal::Refusal;
pub use replay::ReplayKey;
