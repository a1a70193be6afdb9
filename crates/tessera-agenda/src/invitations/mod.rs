//! Invitations by e-mail: made, sent, sent anew, revoked, and used up once.
//!
//! Promises: a token of 256 bits of which only the hash is kept, good for seven days and one participation, even when
//! two requests use it at the same moment; opening the mail's page uses nothing up; what is revoked before its mail
//! left is not mailed; nobody sends more than the limits, whichever way.
//!
//! Does not: decide what an answer does to the places, which [`crate::participation`] does.

pub mod addresses;
mod gate;
mod model;
mod store;

pub use gate::GATE;
pub use model::{Invitation, State};
