//! Series: an event with a rule or added dates, and the dates it makes.
//!
//! Promises: every date of a series that lists and calendars show is in one index, over a horizon that moves on by
//! itself; a date keeps its name, its original start, whatever is changed about it; nothing costs more for a series
//! that began long ago.
//!
//! A series is one row of `events`; a date that differs is a row of its own, which names its series and the date.

pub mod api;
mod dates;
mod index;
mod jobs;
mod occurrences;
#[cfg(test)]
mod page_tests;
pub mod scope;
#[cfg(test)]
mod scope_tests;
mod summary;
#[cfg(test)]
mod tests;

pub use dates::{BadSeries, MOST_IN_A_YEAR, Occurrence, check, rules_of, series_of};
pub use index::{extend_all, reindex, reindex_series};
pub use jobs::{EXTEND, EXTEND_EVERY_HOUR};
pub use occurrences::{Dated, dated, find, on_date, window};
pub use summary::summary;
