//! What is asked of a rule, read strictly, and its dates as they are written.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use tessera_agenda::events::When;
use tessera_calendar::Zone;
use tessera_calendar::ical::EventTime;
use tessera_calendar::recurrence::{Moment, Rule, RuleError, Series, Start, TooMuchWork, When as Added};
use tessera_core::{Clock, SystemClock};

/// More is a mistake, or meant to be one.
pub const MOST_DATES: u64 = 100_000;
/// The engine bounds the work for one date; a rule can still be slow at each of very many.
const LONGEST: SignedDuration = SignedDuration::from_secs(10);

/// A series and what is wanted of it, as texts.
#[derive(Debug)]
pub struct Asked<'a> {
    pub start: &'a str,
    pub zone: Option<&'a str>,
    /// Whether the start is a day, where that is said apart.
    pub is_days: Option<bool>,
    pub rule: &'a str,
    pub exdates: &'a [String],
    pub rdates: &'a [String],
    pub limit: Option<u64>,
    pub from: Option<&'a str>,
    pub to: Option<&'a str>,
}

/// The dates.
#[derive(Debug)]
pub struct Outcome {
    pub instances: Vec<String>,
    /// The day of each.
    pub days: Vec<Date>,
    /// Whether nothing follows.
    pub complete: bool,
    pub when: When,
    /// Whether the start is a date of the series, left out or not.
    pub starts_with_start: bool,
}

/// What is wrong with what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Wrong {
    #[error("the rule cannot be read: {0}")]
    Rule(#[from] RuleError),
    #[error("`{0}` is no time zone")]
    Zone(String),
    #[error("{field} cannot be `{text}`")]
    Time { field: &'static str, text: String },
    #[error("{0} is missing")]
    NoTime(&'static str),
    #[error("the window ends before it begins")]
    Window,
    #[error("at most {MOST_DATES} dates can be asked for")]
    Limit,
    #[error("neither a limit nor a window is given")]
    NoLimit,
    #[error("finding these dates takes too much work")]
    TooMuchWork,
}

impl From<TooMuchWork> for Wrong {
    fn from(_: TooMuchWork) -> Self {
        Self::TooMuchWork
    }
}

/// The dates of what is asked.
pub fn expand(asked: &Asked<'_>) -> Result<Outcome, Wrong> {
    let zone =
        asked.zone.map(|name| Zone::parse(name).ok_or_else(|| Wrong::Zone(shown(name)))).transpose()?;
    let (when, start) = start(asked, zone)?;
    let clock = when.time_zone(&TimeZone::UTC);
    let added = added("rdates", asked.rdates, &when)?;
    let excepted = self::added("exdates", asked.exdates, &when)?;
    let rule = Rule::parse(asked.rule)?;
    let (from, to) = (edge("window_start", asked.from, &clock)?, edge("window_end", asked.to, &clock)?);
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        return Err(Wrong::Window);
    }
    let most = match asked.limit {
        Some(limit) if limit > MOST_DATES => return Err(Wrong::Limit),
        Some(limit) => limit,
        None if to.is_some() => MOST_DATES,
        None => return Err(Wrong::NoLimit),
    };
    let most = usize::try_from(most).map_err(|_| Wrong::Limit)?;
    let local = when.start_local();
    let bare = Series::new(start.clone(), vec![rule.clone()], &added, &[], TimeZone::UTC);
    let starts_with_start =
        bare.first(1).map_or(true, |first| first.first().is_some_and(|first| first.local == local));
    let series = Series::new(start, vec![rule], &added, &excepted, TimeZone::UTC);
    let (from, to) = (from.unwrap_or(Timestamp::MIN), to.unwrap_or(Timestamp::MAX));
    let (moments, complete) = dates(&series, (from, to), most)?;
    Ok(Outcome {
        instances: moments.iter().map(|moment| written(moment, &when)).collect(),
        days: moments.iter().map(|moment| day_of(moment, &when)).collect(),
        complete,
        when,
        starts_with_start,
    })
}

/// The dates in `[from, to)`, and whether nothing follows them.
fn dates(
    series: &Series,
    (from, to): (Timestamp, Timestamp),
    most: usize,
) -> Result<(Vec<Moment>, bool), Wrong> {
    let give_up = SystemClock.now().plus(LONGEST);
    let mut moments = Vec::new();
    for moment in series.within(from, to) {
        if moments.len() >= most {
            return Ok((moments, false));
        }
        moments.push(moment?);
        if moments.len().is_multiple_of(64) && SystemClock.now() > give_up {
            return Err(Wrong::TooMuchWork);
        }
    }
    // Where looking beyond the window takes too much work, more may follow.
    let complete = to == Timestamp::MAX || series.within(to, Timestamp::MAX).next().is_none();
    Ok((moments, complete))
}

fn start(asked: &Asked<'_>, zone: Option<Zone>) -> Result<(When, Start), Wrong> {
    if asked.start.is_empty() {
        return Err(Wrong::NoTime("the start"));
    }
    let time = time("the start", asked.start)?;
    if asked.is_days.is_some_and(|is_days| is_days != time.is_date()) {
        return Err(bad("the start", asked.start));
    }
    Ok(match (time, zone) {
        (EventTime::Date(first), zone) => {
            let end = first.tomorrow().unwrap_or(first);
            (When::AllDay { first, end, zone }, Start::Date(first))
        }
        (EventTime::Floating(start), None) => (When::Floating { start, end: None }, Start::Floating(start)),
        (EventTime::Floating(start), Some(zone)) => zoned(start, zone),
        (EventTime::Utc(at), zone) => {
            let zone = zone.unwrap_or_else(Zone::utc);
            zoned(zone.time_zone().to_datetime(at), zone)
        }
        (EventTime::Zoned(start, zone), _) => zoned(start, zone),
    })
}

fn zoned(start: DateTime, zone: Zone) -> (When, Start) {
    let clock = zone.time_zone();
    (When::Zoned { start, end: None, zone }, Start::Zoned(start, clock))
}

fn added(field: &'static str, texts: &[String], when: &When) -> Result<Vec<Added>, Wrong> {
    let read = |text: &String| {
        Ok(match time(field, text)? {
            EventTime::Date(day) => Added::Day(day),
            EventTime::Utc(at) if when.zone().is_some() && !when.is_all_day() => Added::Instant(at),
            other => Added::Local(other.civil()),
        })
    };
    texts.iter().map(read).collect()
}

fn edge(field: &'static str, text: Option<&str>, clock: &TimeZone) -> Result<Option<Timestamp>, Wrong> {
    let read = |text| time(field, text)?.instant(clock).ok_or_else(|| bad(field, text));
    text.map(read).transpose()
}

/// As iCalendar writes it, or as ISO 8601 does.
fn time(field: &'static str, text: &str) -> Result<EventTime, Wrong> {
    let text = text.trim();
    if let Some(time) = EventTime::parse(text) {
        return Ok(time);
    }
    // A time of day alone says no date, however readable it is.
    let dashed = text.len() <= 64 && text.get(4..5) == Some("-");
    let time = match text.len() {
        _ if !dashed => None,
        10 => text.parse::<Date>().ok().map(EventTime::Date),
        _ => match text.parse::<Timestamp>() {
            Ok(at) => Some(EventTime::Utc(at)),
            Err(_) => text.parse::<DateTime>().ok().map(EventTime::Floating),
        },
    };
    time.map(whole_seconds).ok_or_else(|| bad(field, text))
}

/// Calendars know no fractions of a second.
fn whole_seconds(time: EventTime) -> EventTime {
    match time {
        EventTime::Utc(at) => EventTime::Utc(Timestamp::from_second(at.as_second()).unwrap_or(at)),
        EventTime::Floating(at) => {
            let seconds = Time::new(at.hour(), at.minute(), at.second(), 0);
            EventTime::Floating(seconds.map_or(at, |time| at.date().to_datetime(time)))
        }
        other => other,
    }
}

fn bad(field: &'static str, text: &str) -> Wrong {
    Wrong::Time { field, text: shown(text) }
}

/// Enough of a text to recognise it.
fn shown(text: &str) -> String {
    text.chars().take(60).collect()
}

fn day_of(moment: &Moment, when: &When) -> Date {
    match when {
        When::Zoned { zone, .. } => zone.time_zone().to_datetime(moment.instant).date(),
        When::AllDay { .. } | When::Floating { .. } => moment.local.date(),
    }
}

fn written(moment: &Moment, when: &When) -> String {
    match when {
        When::AllDay { .. } => moment.local.strftime("%Y-%m-%d").to_string(),
        When::Floating { .. } => moment.local.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        When::Zoned { zone, .. } if zone.is_utc() => moment.local.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        When::Zoned { zone, .. } => {
            moment.instant.to_zoned(zone.time_zone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
        }
    }
}
