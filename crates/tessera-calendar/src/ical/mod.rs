//! iCalendar in and out (RFC 5545, with the calendar properties of RFC 7986).
//!
//! [`Calendar::read`] turns the bytes of a file into events and a list of what was left out and why;
//! [`CalendarText`] writes events back. What is promised:
//!
//! - **Nothing half.** A component becomes a whole [`VEvent`] or a [`Skipped`] with its line and reason.
//! - **Nothing lost.** Properties, parameters and nested components that mean nothing here (alarms, attendees,
//!   `X-` anything) are kept as written, in their order, and written back. Reading what was written gives equal
//!   events.
//! - **Times that mean something.** Every zoned time ends up in a zone of the IANA database, whatever the file
//!   called it; one that cannot be recognised is reported, never guessed.
//! - **Bounded work.** [`Limits`] hold for bytes, components, depth, properties and values; nothing recurses on
//!   the input.
//!
//! Deliberately not here: expanding recurrence, scheduling (iTIP), to-dos and journals, vCalendar 1.0.
//!
//! # The library underneath
//!
//! Content lines (unfolding, parameters and their quoting, folding) are those of `ical-rs`. Measured on fifteen
//! calendars of other programs, by the content lines that are gone or altered after reading and writing back:
//! `ical-rs` changes none of 3,013; `calcard` changes 194, because it reads values into types and
//! writes the types: the order of a rule's parts, `VALUE=DATE` missing on a date, seconds in `TZOFFSETFROM`,
//! leading zeros, the spelling of parameter names. Of `ical-rs` only the line layer is used: its tree nests by
//! recursion, does not count lines, and knows neither lone carriage returns nor foreign charsets in parameters,
//! so the tree ([`Component`]) is our own, and [`decode`] prepares the bytes.

mod content;
mod decode;
mod duration;
mod event;
pub mod laws;
mod read;
mod time;
mod vtimezone;
mod write;

pub use content::{Component, Parameter, Property, escape_text, unescape_text};
pub use duration::EventDuration;
pub use event::{Class, Geo, RecurrenceId, Status, VEvent};
pub use read::{Calendar, Limits, ReadError, ReadEvent, Skipped, SkippedReason};
pub use time::EventTime;
pub use vtimezone::{TimeSpan, generate_vtimezone};
pub use write::{CalendarHead, CalendarText, Method};
