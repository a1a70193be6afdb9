//! The dates of a series: RFC 5545 §3.3.10 complete, computed on the wall clock.
//!
//! A [`Rule`] is read strictly: what the grammar or its ranges do not allow is an error, never a guess. A [`Series`]
//! is a start, its rules and its added and excepted dates (§3.8.5.2); it gives its dates as [`Moment`]s.
//!
//! Promised:
//! - Every frequency and every part of a rule. Weeks belong to their week-numbering year (§3.3.10, BYWEEKNO), and a
//!   set that BYSETPOS picks from is the whole period, also the one in which the series starts.
//! - What a rule leaves open is as in the start, the weekday of a numbered week too (§3.3.10).
//! - Rules run on the wall clock. A time that a clock skips takes the offset before the gap and is never dropped; one
//!   that a clock shows twice is the first of the two (§3.3.5).
//! - A window far from the start costs what a window near it costs; only a rule with COUNT must be counted, unless its
//!   end is known ([`Series::with_known_end`]).
//! - No rule costs more than a bounded amount of work. One that never gives a date ends; one that would need too much
//!   looking is [`TooMuchWork`].
//! - Dates are between the years 1 and 9999.
//!
//! Deliberately not here: overridden dates (RECURRENCE-ID), durations, EXRULE (withdrawn by RFC 5545) and calendars
//! other than the Gregorian one (RFC 7529).

mod days;
mod expand;
pub mod laws;
mod moved;
mod parse;
mod pattern;
mod rule;
mod series;
mod split;
mod times;

pub use expand::TooMuchWork;
pub use parse::RuleError;
pub use pattern::{Pattern, Shape};
pub use rule::{End, Frequency, NthWeekday, Rule, Until};
pub use series::{Dates, Last, Moment, Moments, Series, Start, When};
pub use split::{NoSplit, Split};
