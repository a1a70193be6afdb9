//! Days as numbers (1970-01-01 is 0), and which days of a month a rule allows.
//!
//! Everything is arithmetic on `i64`: what leaves the years 1 to 9999 has no date, but does not overflow.

use jiff::{
    Timestamp,
    civil::{DateTime, Weekday},
    tz::Offset,
};

use super::rule::{Frequency, Rule};

pub(super) const DAY_SECONDS: i64 = 86_400;

/// The number of a day. Months beyond the twelfth are not expected.
pub(super) fn day_number(year: i64, month: i64, day: i64) -> i64 {
    // Years that begin in March have their leap day at the end.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// Year, month and day of a day's number.
pub(super) fn year_month_day(number: i64) -> (i64, i64, i64) {
    let shifted = number + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// Monday is 0.
pub(super) fn weekday_of(number: i64) -> i64 {
    (number + 3).rem_euclid(7)
}

pub(super) fn weekday_number(weekday: Weekday) -> i64 {
    i64::from(weekday.to_monday_zero_offset())
}

pub(super) fn year_length(year: i64) -> i64 {
    day_number(year + 1, 1, 1) - day_number(year, 1, 1)
}

pub(super) fn month_length(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => year_length(year) - 337,
        _ => 31,
    }
}

/// The first day of the week a day is in.
pub(super) fn week_of(number: i64, week_start: i64) -> i64 {
    number - (weekday_of(number) - week_start).rem_euclid(7)
}

/// The first day of week 1: the first week with four days in the year (RFC 5545 §3.3.10, BYWEEKNO).
pub(super) fn first_week(year: i64, week_start: i64) -> i64 {
    week_of(day_number(year, 1, 4), week_start)
}

/// Seconds of a clock since 1970-01-01T00:00:00 on the same clock.
pub(super) fn clock_seconds(at: DateTime) -> i64 {
    let day = day_number(at.year().into(), at.month().into(), at.day().into());
    day * DAY_SECONDS + i64::from(at.hour()) * 3600 + i64::from(at.minute()) * 60 + i64::from(at.second())
}

pub(super) fn clock_time(seconds: i64) -> Option<DateTime> {
    Timestamp::from_second(seconds).ok().map(|instant| Offset::UTC.to_datetime(instant))
}

/// The parts of a rule that allow days, with what the start of the series implies.
#[derive(Clone, Debug)]
pub(super) struct DayFilter {
    /// Bit 1 is January; none allows all.
    months: u16,
    /// Bit 1 is the first day of the month, and the last one.
    month_days: u64,
    last_days: u64,
    year_days: Vec<i64>,
    /// Bit 0 is Monday.
    weekdays: u64,
    numbered: Vec<(i64, i64)>,
    numbered_in_year: bool,
}

impl DayFilter {
    pub(super) fn new(rule: &Rule, start_day: i64) -> Self {
        let wide = |list: &[i16]| list.iter().copied().map(i64::from).collect::<Vec<_>>();
        let mut filter = Self {
            months: rule.months.iter().fold(0, |bits, month| bits | 1 << (*month).clamp(0, 15)),
            month_days: 0,
            last_days: 0,
            year_days: wide(&rule.year_days),
            weekdays: 0,
            numbered: Vec::new(),
            // §3.3.10, note 2: within the month where BYMONTH is there.
            numbered_in_year: rule.frequency == Frequency::Yearly && rule.months.is_empty(),
        };
        for day in &rule.month_days {
            let bit = 1 << day.unsigned_abs().min(63);
            if *day > 0 { filter.month_days |= bit } else { filter.last_days |= bit }
        }
        for day in &rule.weekdays {
            let weekday = weekday_number(day.weekday);
            match day.nth {
                Some(nth) => filter.numbered.push((nth.into(), weekday)),
                None => filter.weekdays |= 1 << weekday,
            }
        }
        filter.imply(rule, start_day);
        filter
    }

    /// What a rule does not say is as in DTSTART (§3.3.10).
    fn imply(&mut self, rule: &Rule, start_day: i64) {
        let days_said =
            !rule.weekdays.is_empty() || !rule.month_days.is_empty() || !rule.year_days.is_empty();
        if days_said {
            return;
        }
        let (_, month, day) = year_month_day(start_day);
        match rule.frequency {
            Frequency::Yearly if !rule.weeks.is_empty() => self.weekdays = 1 << weekday_of(start_day),
            Frequency::Yearly => {
                self.month_days = 1 << day;
                if self.months == 0 {
                    self.months = 1 << month;
                }
            }
            Frequency::Monthly => self.month_days = 1 << day,
            Frequency::Weekly => self.weekdays = 1 << weekday_of(start_day),
            _ => {}
        }
    }

    /// The allowed weekdays; bit 0 is Monday, none allows all.
    pub(super) fn weekdays(&self) -> u64 {
        self.weekdays
    }

    /// How many days of a week can be allowed.
    pub(super) fn weekday_count(&self) -> u64 {
        if self.weekdays == 0 { 7 } else { self.weekdays.count_ones().into() }
    }

    /// The allowed days of a month; bit 0 is the first.
    pub(super) fn days_of_month(&self, year: i64, month: i64) -> u64 {
        if self.months != 0 && (self.months >> month) & 1 == 0 {
            return 0;
        }
        let length = month_length(year, month);
        let all = (1_u64 << length) - 1;
        let mut allowed = all;
        if self.month_days | self.last_days != 0 {
            // Turned around, bit 1 of the last days comes to be the highest day's.
            allowed &= self.month_days >> 1 | self.last_days.reverse_bits() >> (63 - length);
        }
        let first = day_number(year, month, 1);
        let before = first - day_number(year, 1, 1);
        if !self.year_days.is_empty() {
            let whole = year_length(year);
            let days = self.year_days.iter().map(|day| from_either_end(*day, whole) - before);
            allowed &= bits(days, length);
        }
        if self.weekdays != 0 || !self.numbered.is_empty() {
            let skipped = weekday_of(first);
            let week = ((self.weekdays >> skipped) | (self.weekdays << (7 - skipped))) & 0x7f;
            let mut days = week | (week << 7) | (week << 14) | (week << 21) | (week << 28);
            let (begin, span) =
                if self.numbered_in_year { (first - before, year_length(year)) } else { (first, length) };
            let numbered = self.numbered.iter().map(|(nth, weekday)| {
                nth_weekday(*nth, *weekday, begin, span).map_or(-1, |day| day + begin - first)
            });
            days |= bits(numbered, length);
            allowed &= days;
        }
        allowed & all
    }
}

/// Counted from 1 at the beginning or -1 at the end, as an offset from the beginning.
fn from_either_end(number: i64, length: i64) -> i64 {
    if number > 0 { number - 1 } else { length + number }
}

/// The offset from `begin` of the nth such weekday of the `span` days from there on.
fn nth_weekday(nth: i64, weekday: i64, begin: i64, span: i64) -> Option<i64> {
    let offset = if nth > 0 {
        (weekday - weekday_of(begin)).rem_euclid(7) + 7 * (nth - 1)
    } else {
        let last = span - 1;
        last - (weekday_of(begin + last) - weekday).rem_euclid(7) + 7 * (nth + 1)
    };
    (0..span).contains(&offset).then_some(offset)
}

fn bits(offsets: impl Iterator<Item = i64>, length: i64) -> u64 {
    offsets.filter(|offset| (0..length).contains(offset)).fold(0, |bits, offset| bits | (1 << offset))
}

/// The month that was asked about last: neighbouring days ask again.
#[derive(Clone, Debug, Default)]
pub(super) struct MonthSeen {
    first: i64,
    length: i64,
    allowed: u64,
}

impl MonthSeen {
    fn look(&mut self, filter: &DayFilter, day: i64) {
        if !(self.first..self.first + self.length).contains(&day) {
            let (year, month, of_month) = year_month_day(day);
            self.first = day - of_month + 1;
            self.length = month_length(year, month);
            self.allowed = filter.days_of_month(year, month);
        }
    }

    pub(super) fn allows(&mut self, filter: &DayFilter, day: i64) -> bool {
        self.look(filter, day);
        (self.allowed >> (day - self.first)) & 1 == 1
    }

    /// The first allowed day from `day` on in its month, or else the first day of the next month.
    pub(super) fn next_in_month(&mut self, filter: &DayFilter, day: i64) -> Result<i64, i64> {
        self.look(filter, day);
        let rest = self.allowed >> (day - self.first);
        if rest == 0 { Err(self.first + self.length) } else { Ok(day + i64::from(rest.trailing_zeros())) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan, civil::date};

    use super::{clock_seconds, clock_time, day_number, weekday_of, year_month_day};

    #[test]
    fn numbers_of_days_and_dates_are_the_same_calendar() {
        let mut day = date(1, 1, 1);
        for number in day_number(1, 1, 1)..day_number(2101, 1, 1) {
            assert_eq!(year_month_day(number), (day.year().into(), day.month().into(), day.day().into()));
            assert_eq!(weekday_of(number), i64::from(day.weekday().to_monday_zero_offset()));
            day = day.saturating_add(1.day());
        }
    }

    #[test]
    fn seconds_of_a_clock_are_its_time() {
        for time in [date(1969, 12, 31).at(23, 59, 59, 0), date(9999, 12, 30).at(0, 0, 1, 0)] {
            assert_eq!(clock_time(clock_seconds(time)), Some(time));
        }
    }
}
