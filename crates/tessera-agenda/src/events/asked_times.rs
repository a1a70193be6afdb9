//! The times of an event as they are written in a request or a form, and what they mean.
//!
//! A time with an offset is an instant, shown on the clock of the event's zone; one without is the local time there;
//! a date is a whole day.

use super::input::{Faults, Given};
use super::model::Content;
use super::times::{When, instant};
use jiff::civil::{Date, DateTime, Time};
use jiff::{Timestamp, ToSpan};
use tessera_calendar::Zone;
use tessera_core::Instant;
use tessera_web::refusal::FieldError;

const FIRST_YEAR: i16 = 1900;
const LAST_YEAR: i16 = 2999;

/// What is asked for.
#[derive(Debug)]
pub struct TimesAsked {
    pub starts_at: Given<String>,
    pub ends_at: Given<String>,
    pub timezone: Given<String>,
    pub all_day: Option<bool>,
    pub due_at: Given<String>,
    /// A task may say only when it is due.
    pub may_start_when_due: bool,
}

/// What it means. Where something was wrong, whatever: the faults say so.
#[derive(Debug)]
pub struct Resolved {
    pub when: When,
    pub due_at: Option<Instant>,
}

/// A point in time as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Moment {
    Day(Date),
    Local(DateTime),
    At(Timestamp),
}

impl Moment {
    /// ```text
    /// 2026-04-15    2026-04-15T09:00    2026-04-15T09:00:00+02:00
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() > 64 {
            return None;
        }
        let moment = if text.len() == 10 {
            Self::Day(text.parse().ok()?)
        } else if let Ok(t) = text.parse::<Timestamp>() {
            Self::At(t)
        } else {
            // A plus that a query turned into a blank.
            match text.rsplit_once(' ').and_then(|(t, offset)| format!("{t}+{offset}").parse().ok()) {
                Some(t) => Self::At(t),
                None => Self::Local(text.parse().ok()?),
            }
        };
        let year = match moment {
            Self::Day(d) => d.year(),
            Self::Local(t) => t.year(),
            Self::At(t) => t.to_zoned(jiff::tz::TimeZone::UTC).year(),
        };
        (FIRST_YEAR..=LAST_YEAR).contains(&year).then_some(moment)
    }

    fn local(self, zone: &Zone) -> DateTime {
        match self {
            Self::Day(d) => d.to_datetime(Time::midnight()),
            Self::Local(t) => t,
            Self::At(t) => t.to_zoned(zone.time_zone()).datetime(),
        }
    }

    /// The instant, of a day its beginning.
    pub fn instant(self, zone: &Zone) -> Instant {
        match self {
            Self::At(t) => t.into(),
            Self::Day(_) | Self::Local(_) => instant(self.local(zone), &zone.time_zone()),
        }
    }
}

fn moment(field: &str, given: &Given<String>, faults: &mut Faults) -> Option<Moment> {
    let text = given.as_ref()?.as_deref().map(str::trim).filter(|t| !t.is_empty())?;
    let moment = Moment::parse(text);
    if moment.is_none() {
        faults.add(FieldError::new(field, "bad_datetime"));
    }
    moment
}

pub fn resolve(asked: TimesAsked, base: Option<&Content>, community: &Zone, faults: &mut Faults) -> Resolved {
    let faults_before = faults.0.len();
    let start = moment("starts_at", &asked.starts_at, faults);
    let end = moment("ends_at", &asked.ends_at, faults);
    let due = moment("due_at", &asked.due_at, faults);
    let old = base.map(|b| &b.when);
    let was_all_day = old.is_some_and(When::is_all_day);
    let all_day = asked.all_day.unwrap_or(match start {
        Some(m) => matches!(m, Moment::Day(_)),
        None => was_all_day,
    });
    let zone = zone(&asked.timezone, old, all_day, community, faults);
    let clock = zone.as_ref().unwrap_or(community);
    let due_at = match asked.due_at {
        // What is due on a day is due before it is over.
        Some(_) => due.map(|due| match due {
            Moment::Day(day) => Moment::Local(day.at(23, 59, 0, 0)).instant(clock),
            due => due.instant(clock),
        }),
        None => base.and_then(|b| b.due_at),
    };
    let when_due = || due.filter(|_| asked.may_start_when_due);
    let was = old.filter(|_| asked.starts_at.is_none()).and_then(start_of);
    let start = start.or(was).or_else(when_due);
    let end = match (&asked.ends_at, old) {
        (None, Some(old)) if was_all_day == all_day => end_of(old),
        (None, _) => None,
        (Some(_), _) => end,
    };
    let Some(start) = start else {
        if faults.0.len() == faults_before {
            faults.add(FieldError::new("starts_at", "required"));
        }
        let first = Date::ZERO;
        return Resolved { when: When::AllDay { first, end: first, zone: None }, due_at };
    };
    let when = if all_day {
        days(start, end, zone, community, faults)
    } else {
        times(start, end, zone, community, faults)
    };
    Resolved { when, due_at }
}

fn start_of(when: &When) -> Option<Moment> {
    Some(match when {
        When::AllDay { first, .. } => Moment::Day(*first),
        When::Zoned { start, .. } | When::Floating { start, .. } => Moment::Local(*start),
    })
}

fn end_of(when: &When) -> Option<Moment> {
    match when {
        When::AllDay { end, .. } => Some(Moment::Day(*end)),
        When::Zoned { end, .. } | When::Floating { end, .. } => end.map(Moment::Local),
    }
}

fn zone(
    asked: &Given<String>,
    old: Option<&When>,
    all_day: bool,
    community: &Zone,
    faults: &mut Faults,
) -> Option<Zone> {
    match asked {
        Some(Some(name)) => {
            let zone = Zone::parse(name);
            if zone.is_none() {
                faults.add(FieldError::new("timezone", "bad_timezone"));
            }
            zone
        }
        Some(None) => None,
        None => match old {
            Some(When::Floating { .. }) => None,
            Some(old) if all_day || !old.is_all_day() => old.zone().cloned(),
            Some(old) => Some(old.zone().unwrap_or(community).clone()),
            None => (!all_day).then(|| community.clone()),
        },
    }
}

fn days(
    start: Moment,
    end: Option<Moment>,
    zone: Option<Zone>,
    community: &Zone,
    faults: &mut Faults,
) -> When {
    let clock = zone.as_ref().unwrap_or(community);
    let first = start.local(clock).date();
    let tomorrow = first.checked_add(1.day()).unwrap_or(first);
    let end = end.map_or(tomorrow, |end| {
        let local = end.local(clock);
        // A time of day within the last day: the day counts whole.
        if local.time() == Time::midnight() {
            local.date()
        } else {
            local.date().tomorrow().unwrap_or(local.date())
        }
    });
    if end <= first {
        faults.add(FieldError::new("ends_at", "ends_before_start"));
    }
    When::AllDay { first, end, zone }
}

fn times(
    start: Moment,
    end: Option<Moment>,
    zone: Option<Zone>,
    community: &Zone,
    faults: &mut Faults,
) -> When {
    for (field, moment) in [("starts_at", Some(start)), ("ends_at", end)] {
        if matches!(moment, Some(Moment::Day(_))) {
            faults.add(FieldError::new(field, "time_missing"));
        }
    }
    let clock = zone.as_ref().unwrap_or(community);
    if end.is_some_and(|end| end.instant(clock) < start.instant(clock)) {
        faults.add(FieldError::new("ends_at", "ends_before_start"));
    }
    let (start, end) = (to_second(start.local(clock)), end.map(|e| to_second(e.local(clock))));
    match zone {
        Some(zone) => When::Zoned { start, end, zone },
        None => When::Floating { start, end },
    }
}

/// Calendars know whole seconds.
fn to_second(t: DateTime) -> DateTime {
    t.with().subsec_nanosecond(0).build().unwrap_or(t)
}
