//! Calendars as text and as dates, without a clock, a socket or a database.
//!
//! [`ical`] reads and writes iCalendar (RFC 5545) without losing what it does not understand; [`zone`] names
//! time zones and recognises the many ways in which calendars name them; [`recurrence`] computes the dates of a
//! series from its rules (RFC 5545 §3.3.10).
//!
//! Deliberately not here: which of these dates were changed one by one. `ical` keeps recurrence properties to the
//! letter and gives them back; nothing is computed from them unless somebody asks `recurrence`.

pub mod ical;
pub mod recurrence;
pub mod zone;

pub use zone::Zone;
