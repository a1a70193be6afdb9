//! Mails: what one holds, its form on the wire, and the ways it leaves.
//!
//! A [`Message`] cannot smuggle headers: addresses are parsed, and line ends in names and subjects become spaces.
//! A failure says whether trying again helps. Not here: deciding what to send to whom and remembering that it was
//! sent; that is [`crate::outbox`].

mod address;
mod message;
mod send;
#[cfg(test)]
mod tests;

pub use address::{EmailAddress, NoAddress};
pub use message::{Attachment, Message, Unsubscribe, Unwritable};
pub use send::{Mailer, Reason, SendError};
