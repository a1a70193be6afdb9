//! Months as pages lay them out.

use jiff::ToSpan;
use jiff::civil::Date;

/// The weeks of a month, Monday first, with the days of its neighbours that fill them.
pub fn weeks(month: Date) -> Vec<Vec<Date>> {
    let first = month.first_of_month();
    let back = i64::from(first.weekday().to_monday_zero_offset());
    let start = first.checked_sub(back.days()).unwrap_or(first);
    let last = month.last_of_month();
    let days: Vec<Date> = start.series(1.day()).take(42).collect();
    days.chunks(7).filter(|w| w.first().is_some_and(|d| *d <= last)).map(<[Date]>::to_vec).collect()
}
