//! Dates and times in words: "Wednesday 15 April 2026, 9:00–18:00", "1–3 May", "in 10 days", "Rome time".
//!
//! A text that joins two dates is one whole message in the Fluent file, so that a language may order it its way.

use super::{Arg, Words};
use jiff::Zoned;
use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use tessera_core::{Instant, Locale};

/// When something is, as its own calendar shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Whole days; `end` is exclusive, as in iCalendar.
    AllDay { first: Date, end: Date },
    /// Local times, in whichever zone they are to be read.
    Timed { start: DateTime, end: Option<DateTime> },
}

impl Span {
    /// From instants in their zone. An end in another zone is shown in that of the start.
    pub fn zoned(start: &Zoned, end: Option<&Zoned>) -> Self {
        let local = |t: &Zoned| t.with_time_zone(start.time_zone().clone()).datetime();
        Self::Timed { start: start.datetime(), end: end.map(local) }
    }

    /// The day it begins.
    pub fn first_day(&self) -> Date {
        match self {
            Self::AllDay { first, .. } => *first,
            Self::Timed { start, .. } => start.date(),
        }
    }
}

/// Whether a year is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    Shown,
    /// Left out where it is this one, for all the dates of a text.
    ShownUnless(i16),
}

impl Year {
    fn shown_for(self, years: &[i16]) -> bool {
        match self {
            Self::Shown => true,
            Self::ShownUnless(this) => years.iter().any(|y| *y != this),
        }
    }
}

/// The small calendar leaf of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    pub weekday: String,
    pub day: i8,
    pub month: String,
}

impl Words {
    /// "Wednesday 15 April 2026"
    pub fn long_date(&self, date: Date) -> String {
        self.with_weekday(date, self.date(date))
    }

    /// "Wednesday 15 April", with the year where `year` says so.
    pub fn day(&self, date: Date, year: Year) -> String {
        if year.shown_for(&[date.year()]) {
            return self.long_date(date);
        }
        self.with_weekday(date, self.formats().month_day(date))
    }

    /// Our own pattern: the one of CLDR's British English has a comma that British readers do without.
    fn with_weekday(&self, day: Date, date: String) -> String {
        let weekday = self.formats().weekday(day);
        self.args("dates-weekday-and-date", &[("weekday", weekday.into()), ("date", date.into())])
    }

    /// "15 April 2026"
    pub fn date(&self, date: Date) -> String {
        self.formats().year_month_day(date)
    }

    /// "15 April", of any year.
    pub fn day_of_month(&self, date: Date) -> String {
        self.formats().month_day(date)
    }

    /// "April"
    pub fn month(&self, date: Date) -> String {
        self.formats().month(date)
    }

    /// "15 Apr 2026", for tables.
    pub fn short_date(&self, date: Date) -> String {
        self.formats().year_month_day_short(date)
    }

    /// "April 2026"
    pub fn month_and_year(&self, date: Date) -> String {
        self.formats().year_month(date)
    }

    /// "Wed", "15", "Apr"
    pub fn leaf(&self, date: Date) -> Leaf {
        let formats = self.formats();
        Leaf { weekday: formats.weekday_short(date), day: date.day(), month: formats.month_short(date) }
    }

    /// The names of the days, Monday first: long, and as short as the language has them.
    pub fn weekdays(&self) -> Vec<(String, String)> {
        // 5 January 1970 was a Monday.
        let monday = Date::ZERO.with().year(1970).month(1).day(5).build().unwrap_or(Date::ZERO);
        let days = monday.series(jiff::ToSpan::day(1)).take(7);
        days.map(|d| (self.formats().weekday(d), self.formats().weekday_short(d))).collect()
    }

    /// "Wednesday"
    pub fn weekday(&self, day: Weekday) -> String {
        let names = self.weekdays();
        let index = usize::try_from(day.to_monday_zero_offset()).unwrap_or(0);
        names.into_iter().nth(index).map(|(long, _)| long).unwrap_or_default()
    }

    /// "9:00" in English, Italian and Spanish, "09:00" in French and German.
    pub fn time(&self, time: Time) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        match self.locale() {
            Locale::En | Locale::It | Locale::Es => format!("{hour}:{minute:02}"),
            Locale::Fr | Locale::De => format!("{hour:02}:{minute:02}"),
        }
    }

    /// "15 April 2026, 9:00" of an instant, in the reader's zone.
    pub fn date_time(&self, instant: Instant, zone: &TimeZone) -> String {
        let local = instant.timestamp().to_zoned(zone.clone()).datetime();
        self.day_with_time(self.date(local.date()), local.time())
    }

    /// A whole stretch of time: "Wednesday 15 April, 9:00–18:00", "1–3 May 2026".
    pub fn span(&self, span: &Span, year: Year) -> String {
        match span {
            Span::AllDay { first, end } => self.days(*first, last_day(*first, *end), year),
            Span::Timed { start, end } => self.times(*start, *end, year),
        }
    }

    /// Only the times of a stretch, for a card that shows the day already: "9:00–18:00"; nothing for whole days.
    /// A stretch that ends on another day says only when it begins.
    pub fn span_times(&self, span: &Span) -> Option<String> {
        let Span::Timed { start, end } = span else { return None };
        Some(match end.and_then(|end| self.end_on_same_day(*start, end)) {
            Some(to) => self.time_range(start.time(), to),
            None => self.t1("dates-time", ("time", self.time(start.time()))),
        })
    }

    fn days(&self, first: Date, last: Date, year: Year) -> String {
        let year_shown = year.shown_for(&[first.year(), last.year()]);
        if first == last {
            return self.day(first, year);
        }
        if (first.year(), first.month()) == (last.year(), last.month()) {
            return self.days_of_a_month(first, last, year_shown);
        }
        let start = if year_shown && first.year() != last.year() {
            self.date(first)
        } else {
            self.formats().month_day(first)
        };
        let end = if year_shown { self.date(last) } else { self.formats().month_day(last) };
        self.args("dates-from-to", &[("start", start.into()), ("end", end.into())])
    }

    fn days_of_a_month(&self, first: Date, last: Date, year_shown: bool) -> String {
        // As text: a day of the month or a year is no number to be given separators or a plural.
        let mut args: Vec<(&str, Arg<'_>)> = vec![
            ("first", first.day().to_string().into()),
            ("last", last.day().to_string().into()),
            ("month", self.formats().month(first).into()),
        ];
        if !year_shown {
            return self.args("dates-days-of-month", &args);
        }
        args.push(("year", first.year().to_string().into()));
        self.args("dates-days-of-month-and-year", &args)
    }

    fn times(&self, start: DateTime, end: Option<DateTime>, year: Year) -> String {
        let Some(end) = end.filter(|end| *end > start) else {
            return self.day_with_time(self.day(start.date(), year), start.time());
        };
        if let Some(to) = self.end_on_same_day(start, end) {
            let day = self.day(start.date(), year);
            let time = self.time_range(start.time(), to);
            return self.args("dates-day-and-time", &[("day", day.into()), ("time", time.into())]);
        }
        let year = match year.shown_for(&[start.year(), end.year()]) {
            true => Year::Shown,
            false => year,
        };
        let start = self.day_with_time(self.day(start.date(), year), start.time());
        let end = self.day_with_time(self.day(end.date(), year), end.time());
        self.args("dates-from-to", &[("start", start.into()), ("end", end.into())])
    }

    /// The time of an end on the day of the start; midnight at its end is 24:00 of that day.
    fn end_on_same_day(&self, start: DateTime, end: DateTime) -> Option<String> {
        if end <= start {
            return None;
        }
        if end.date() == start.date() {
            return Some(self.time(end.time()));
        }
        let midnight = end.time() == Time::midnight() && start.date().tomorrow().ok() == Some(end.date());
        midnight.then(|| "24:00".to_owned())
    }

    fn time_range(&self, from: Time, to: String) -> String {
        self.args("dates-times", &[("from", self.time(from).into()), ("to", to.into())])
    }

    fn day_with_time(&self, day: String, time: Time) -> String {
        let time = self.t1("dates-time", ("time", self.time(time)));
        self.args("dates-day-and-time", &[("day", day.into()), ("time", time.into())])
    }

    /// "Rome time", from the city of the IANA name; a zone without a city is shown by its name.
    pub fn zone(&self, iana: &str) -> String {
        match self.formats().city(iana) {
            Some(city) => self.t1("dates-zone", ("city", city)),
            None => iana.to_owned(),
        }
    }

    /// The zone of `start`, only where a clock there shows another time than the reader's at that moment.
    pub fn zone_unless_same(&self, start: &Zoned, reader: &TimeZone) -> Option<String> {
        if reader.to_offset(start.timestamp()) == start.offset() {
            return None;
        }
        Some(match start.time_zone().iana_name() {
            Some(name) => self.zone(name),
            None => format!("UTC{}", start.strftime("%:z")),
        })
    }

    /// "2 hours ago", "in 10 days", "just now".
    pub fn relative(&self, then: Instant, now: Instant) -> String {
        let seconds = then.since(now).as_secs();
        let minutes = (seconds.abs() + 30) / 60;
        let count =
            |n: i64, ahead: &str, ago: &str| self.t1(if seconds > 0 { ahead } else { ago }, ("count", n));
        match minutes {
            0 => self.t("dates-just-now").to_owned(),
            1..60 => count(minutes, super::key("dates-in-minutes"), super::key("dates-minutes-ago")),
            60..1440 => {
                count((minutes + 30) / 60, super::key("dates-in-hours"), super::key("dates-hours-ago"))
            }
            _ => self.relative_days((minutes + 720) / 1440 * seconds.signum()),
        }
    }

    /// "today", "tomorrow", "in 10 days", "3 months ago".
    pub fn relative_day(&self, date: Date, today: Date) -> String {
        match date.since(today).map_or(0, |s| s.get_days()) {
            0 => self.t("dates-today").to_owned(),
            1 => self.t("dates-tomorrow").to_owned(),
            -1 => self.t("dates-yesterday").to_owned(),
            days => self.relative_days(days.into()),
        }
    }

    fn relative_days(&self, days: i64) -> String {
        let count =
            |n: i64, ahead: &str, ago: &str| self.t1(if days > 0 { ahead } else { ago }, ("count", n));
        match days.abs() {
            n @ ..60 => count(n, super::key("dates-in-days"), super::key("dates-days-ago")),
            // 30.44 days to a month, 365.25 to a year, both on average.
            n @ 60..700 => {
                count((n * 100 + 1522) / 3044, super::key("dates-in-months"), super::key("dates-months-ago"))
            }
            n => {
                count((n * 100 + 18262) / 36525, super::key("dates-in-years"), super::key("dates-years-ago"))
            }
        }
    }
}

/// The last day that is meant by an exclusive end; an end that is not after the start means one day.
fn last_day(first: Date, end: Date) -> Date {
    end.yesterday().unwrap_or(end).max(first)
}
