//! A recurrence rule as a value: only what RFC 5545 §3.3.10 allows can be one, and it is written one way.

use std::fmt;

use jiff::civil::{Date, DateTime, Weekday};

/// How long the period of a rule is (FREQ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frequency {
    Secondly,
    Minutely,
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

impl Frequency {
    pub(super) const ALL: [(Self, &str); 7] = [
        (Self::Secondly, "SECONDLY"),
        (Self::Minutely, "MINUTELY"),
        (Self::Hourly, "HOURLY"),
        (Self::Daily, "DAILY"),
        (Self::Weekly, "WEEKLY"),
        (Self::Monthly, "MONTHLY"),
        (Self::Yearly, "YEARLY"),
    ];
}

/// A weekday, or the first, second or last (-1) one of its month or year (BYDAY).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NthWeekday {
    pub nth: Option<i16>,
    pub weekday: Weekday,
}

/// When a rule ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    Never,
    /// After so many dates, the first of the series included.
    Count(u32),
    Until(Until),
}

/// The last moment a date can have, as the rule writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Until {
    /// The whole day, where the series has times.
    Date(Date),
    /// On the clock of the series.
    Local(DateTime),
    /// In UTC, as a series with a zone must have it.
    Utc(DateTime),
}

/// A recurrence rule (RRULE). Lists are in order and without doubles.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    pub(super) frequency: Frequency,
    pub(super) interval: u32,
    pub(super) end: End,
    pub(super) week_start: Weekday,
    pub(super) seconds: Vec<i16>,
    pub(super) minutes: Vec<i16>,
    pub(super) hours: Vec<i16>,
    pub(super) weekdays: Vec<NthWeekday>,
    pub(super) month_days: Vec<i16>,
    pub(super) year_days: Vec<i16>,
    pub(super) weeks: Vec<i16>,
    pub(super) months: Vec<i16>,
    pub(super) positions: Vec<i16>,
}

impl Rule {
    /// Every period of this frequency, without end.
    pub fn every(frequency: Frequency) -> Self {
        Self {
            frequency,
            interval: 1,
            end: End::Never,
            week_start: Weekday::Monday,
            seconds: Vec::new(),
            minutes: Vec::new(),
            hours: Vec::new(),
            weekdays: Vec::new(),
            month_days: Vec::new(),
            year_days: Vec::new(),
            weeks: Vec::new(),
            months: Vec::new(),
            positions: Vec::new(),
        }
    }

    pub fn frequency(&self) -> Frequency {
        self.frequency
    }

    pub fn interval(&self) -> u32 {
        self.interval
    }

    pub fn end(&self) -> End {
        self.end
    }

    /// The day a week starts on (WKST).
    pub fn week_start(&self) -> Weekday {
        self.week_start
    }

    /// BYSECOND; 60 is kept as it was written.
    pub fn seconds(&self) -> &[i16] {
        &self.seconds
    }

    /// BYMINUTE.
    pub fn minutes(&self) -> &[i16] {
        &self.minutes
    }

    /// BYHOUR.
    pub fn hours(&self) -> &[i16] {
        &self.hours
    }

    /// BYDAY.
    pub fn weekdays(&self) -> &[NthWeekday] {
        &self.weekdays
    }

    /// BYMONTHDAY; negative ones count from the end.
    pub fn month_days(&self) -> &[i16] {
        &self.month_days
    }

    /// BYYEARDAY; negative ones count from the end.
    pub fn year_days(&self) -> &[i16] {
        &self.year_days
    }

    /// BYWEEKNO; negative ones count from the end.
    pub fn weeks(&self) -> &[i16] {
        &self.weeks
    }

    /// BYMONTH.
    pub fn months(&self) -> &[i16] {
        &self.months
    }

    /// BYSETPOS; negative ones count from the end.
    pub fn positions(&self) -> &[i16] {
        &self.positions
    }

    /// The same rule ending after `count` dates; none at all is no rule.
    pub fn with_count(mut self, count: u32) -> Option<Self> {
        self.end = End::Count(count);
        (count > 0).then_some(self)
    }

    /// The same rule ending at `until`.
    pub fn with_until(mut self, until: Until) -> Self {
        self.end = End::Until(until);
        self
    }

    /// The same rule going on for ever.
    pub fn without_end(mut self) -> Self {
        self.end = End::Never;
        self
    }

    /// Whether nothing but FREQ, INTERVAL, WKST and an end is said.
    pub(super) fn is_plain(&self) -> bool {
        self.lists().all(|(_, list)| list.is_empty()) && self.weekdays.is_empty()
    }

    fn lists(&self) -> impl Iterator<Item = (&'static str, &Vec<i16>)> {
        [
            ("BYMONTH", &self.months),
            ("BYWEEKNO", &self.weeks),
            ("BYYEARDAY", &self.year_days),
            ("BYMONTHDAY", &self.month_days),
            ("BYHOUR", &self.hours),
            ("BYMINUTE", &self.minutes),
            ("BYSECOND", &self.seconds),
            ("BYSETPOS", &self.positions),
        ]
        .into_iter()
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Frequency::ALL.iter().find(|(frequency, _)| *frequency == self.frequency);
        write!(out, "FREQ={}", name.map_or("", |(_, name)| name))?;
        match self.end {
            End::Never => {}
            End::Count(count) => write!(out, ";COUNT={count}")?,
            End::Until(until) => write!(out, ";UNTIL={until}")?,
        }
        if self.interval != 1 {
            write!(out, ";INTERVAL={}", self.interval)?;
        }
        for (name, list) in self.lists() {
            if name == "BYHOUR" && !self.weekdays.is_empty() {
                let days: Vec<_> = self.weekdays.iter().map(ToString::to_string).collect();
                write!(out, ";BYDAY={}", days.join(","))?;
            }
            if !list.is_empty() {
                let numbers: Vec<_> = list.iter().map(ToString::to_string).collect();
                write!(out, ";{name}={}", numbers.join(","))?;
            }
        }
        if self.week_start != Weekday::Monday {
            write!(out, ";WKST={}", weekday_name(self.week_start))?;
        }
        Ok(())
    }
}

impl fmt::Display for NthWeekday {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(nth) = self.nth {
            write!(out, "{nth}")?;
        }
        out.write_str(weekday_name(self.weekday))
    }
}

impl fmt::Display for Until {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.strftime("%Y%m%d").fmt(out),
            Self::Local(at) => at.strftime("%Y%m%dT%H%M%S").fmt(out),
            Self::Utc(at) => at.strftime("%Y%m%dT%H%M%SZ").fmt(out),
        }
    }
}

pub(super) const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "MO"),
    (Weekday::Tuesday, "TU"),
    (Weekday::Wednesday, "WE"),
    (Weekday::Thursday, "TH"),
    (Weekday::Friday, "FR"),
    (Weekday::Saturday, "SA"),
    (Weekday::Sunday, "SU"),
];

fn weekday_name(weekday: Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(day, _)| *day == weekday).map_or("", |(_, name)| name)
}
