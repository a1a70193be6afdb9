//! Calendars as text and as dates, without a clock, a socket or a database.
//!
//! [`ical`] reads and writes iCalendar (RFC 5545) without losing what it does not understand; [`zone`] names
//! time zones and recognises the many ways in which calendars name them.
//!
//! Deliberately not here: the expansion of recurrence rules. Recurrence properties are kept to the letter and
//! given back, nothing is computed from them.

pub mod ical;
pub mod zone;

pub use zone::Zone;
