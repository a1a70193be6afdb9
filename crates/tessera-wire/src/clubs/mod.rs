//! The messages between clubs, with the document's field names.
//!
//! - [`Feed`] is what we answer to `GET /api/federation/events/`, to the letter.
//! - [`FeedReader`] reads what partners answer: bytes as they come, events one by one, within [`Limits`] and without
//!   ever holding the whole answer. It is lenient about what does not matter and says of everything that it left
//!   out why ([`Skipped`]).
//! - [`Listing`] knows whether all pages of such an answer were a complete one, and [`reconcile`] what follows from it
//!   for the events that we have. Only a complete listing lets an event be gone.
//! - [`InterestMessage`] carries how many are interested, and nobody's name.
//!
//! Deliberately not here: HTML is kept as it came ([`PartnerEvent::description`] has to be cleaned before anybody sees
//! it), pictures are not fetched, and what an admin decided about an event is no part of any of this.

mod counts;
mod event;
mod feed;
mod interest;
mod json;
pub mod laws;
mod listing;
mod loose;
mod reader;
mod reconcile;

pub use counts::{Counts, MAX_COUNT};
pub use event::{ContentHash, EventTime, ExternalId, PartnerEvent, Status};
pub use feed::{Club, Feed, FeedEvent, OffsetTime};
pub use interest::{InterestError, InterestMessage, Received};
pub use listing::{Asked, Completeness, Gap, Listing};
pub use reader::{Entry, FeedError, FeedReader, Limits, Page, Skipped, SkippedReason};
pub use reconcile::{Compared, Known, Listed, Plan, Window, compare, reconcile};

/// The most characters of an id of a partner's event.
pub const MAX_ID_CHARACTERS: usize = 100;
/// The most characters of an event's name and of its venue's.
pub const MAX_NAME_CHARACTERS: usize = 255;
/// The most characters of an address of a venue.
pub const MAX_ADDRESS_CHARACTERS: usize = 500;
/// The most characters of a description.
pub const MAX_DESCRIPTION_CHARACTERS: usize = 50_000;
/// The most characters of a link.
pub const MAX_URL_CHARACTERS: usize = 2048;
