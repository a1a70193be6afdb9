//! The rule of an event as a series of dates, and the name of each date.

use super::super::asked_times::Moment as Written;
use super::super::model::{Content, Event, Recurrence};
use super::super::times::When;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use tessera_calendar::ical::EventTime;
use tessera_calendar::recurrence::{Moment, Rule, RuleError, Series, Start, TooMuchWork, When as Date};

/// More dates than this in a year are no appointments that people keep.
pub const MOST_IN_A_YEAR: usize = 10_000;
const A_YEAR: SignedDuration = SignedDuration::from_hours(24 * 366);

/// Why a rule makes no series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadSeries {
    Rule(RuleError),
    /// The number of the added date that is none.
    Rdate(usize),
    Exdate(usize),
    /// More dates than [`MOST_IN_A_YEAR`], or more work than any calendar needs.
    TooDense,
    /// No date is left.
    Empty,
}

impl From<TooMuchWork> for BadSeries {
    fn from(_: TooMuchWork) -> Self {
        Self::TooDense
    }
}

/// Which date of a series: its original start, as iCalendar writes it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Occurrence(String);

impl Occurrence {
    /// As it stands in a column. None: empty, which names no date.
    pub fn from_key(key: &str) -> Option<Self> {
        (!key.is_empty()).then(|| Self(key.to_owned()))
    }

    pub fn key(&self) -> &str {
        &self.0
    }

    /// The name of this date.
    pub fn of(when: &When, moment: &Moment) -> Self {
        let time = match when {
            When::AllDay { .. } => EventTime::Date(moment.local.date()),
            When::Floating { .. } => EventTime::Floating(moment.local),
            When::Zoned { .. } => EventTime::Utc(moment.instant),
        };
        Self(time.to_value())
    }

    /// As a program or an address writes it: an instant, a local time, or a date; or as in a column.
    pub fn parse(text: &str, when: &When, community: &TimeZone) -> Option<Self> {
        let zone = when.time_zone(community);
        let instant = match Written::parse(text) {
            Some(Written::At(instant)) => instant,
            Some(Written::Local(at)) => zone.to_ambiguous_timestamp(at).compatible().ok()?,
            Some(Written::Day(day)) => {
                return when.is_all_day().then(|| Self(EventTime::Date(day).to_value()));
            }
            None => EventTime::parse(text)?.instant(&zone)?,
        };
        let local = zone.to_datetime(instant);
        Some(Self::of(when, &Moment { local, instant }))
    }

    /// The moment that is named.
    pub fn instant(&self, when: &When, community: &TimeZone) -> Option<Timestamp> {
        EventTime::parse(&self.0)?.instant(&when.time_zone(community))
    }

    /// As JSON has it: a date of a series of days, otherwise an instant on the clock of the series.
    pub fn text(&self, when: &When, community: &TimeZone) -> String {
        let zone = when.time_zone(community);
        match EventTime::parse(&self.0) {
            Some(EventTime::Date(date)) => date.to_string(),
            Some(time) => time.instant(&zone).map_or_else(
                || self.0.clone(),
                |instant| instant.to_zoned(zone).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            ),
            None => self.0.clone(),
        }
    }
}

/// The dates of an event. None: it is a single one.
///
/// An event begins with its start (RFC 5545 §3.8.2.4): a start that the rule does not give is one more date.
pub fn series_of(content: &Content, community: &TimeZone) -> Result<Option<Series>, BadSeries> {
    let Some(recurrence) = content.recurrence.as_ref().filter(|r| r.repeats()) else { return Ok(None) };
    let rules = rules(recurrence)?;
    let mut added = dates(&recurrence.rdates).map_err(BadSeries::Rdate)?;
    let excepted = dates(&recurrence.exdates).map_err(BadSeries::Exdate)?;
    let (start, begins) = match &content.when {
        When::AllDay { first, .. } => (Start::Date(*first), Date::Day(*first)),
        When::Floating { start, .. } => (Start::Floating(*start), Date::Local(*start)),
        When::Zoned { start, zone, .. } => (Start::Zoned(*start, zone.time_zone()), Date::Local(*start)),
    };
    if !rules.is_empty() {
        let bare = Series::new(start.clone(), rules.clone(), &[], &[], community.clone());
        let local = content.when.start_local();
        if bare.first(1)?.first().is_none_or(|first| first.local != local) {
            added.push(begins);
        }
    }
    Ok(Some(Series::new(start, rules, &added, &excepted, community.clone())))
}

/// Refuses what makes no series that people can keep.
pub fn check(content: &Content, community: &TimeZone) -> Result<(), BadSeries> {
    let Some(series) = series_of(content, community)? else { return Ok(()) };
    let Some(first) = series.first(1)?.first().copied() else { return Err(BadSeries::Empty) };
    let end = first.instant.checked_add(A_YEAR).unwrap_or(Timestamp::MAX);
    if !series.between(first.instant, end, MOST_IN_A_YEAR)?.complete {
        return Err(BadSeries::TooDense);
    }
    series.last()?;
    Ok(())
}

fn rules(recurrence: &Recurrence) -> Result<Vec<Rule>, BadSeries> {
    let text = recurrence.rrule.as_deref().unwrap_or_default();
    rules_of(text).map(|rule| Rule::parse(&rule).map_err(BadSeries::Rule)).collect()
}

/// The rules as written, a line each, as the engine reads them.
pub fn rules_of(text: &str) -> impl Iterator<Item = String> {
    let lines = text.lines().map(|line| line.trim().trim_end_matches(';').to_ascii_uppercase());
    lines.filter(|line| !line.is_empty())
}

/// How far the dates of a series are moved, on its clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    pub from: DateTime,
    pub to: DateTime,
}

impl Shift {
    pub fn is_none(self) -> bool {
        self.from == self.to
    }

    /// As many days later at the time moved to, where it was at the time moved from; else exactly as much later.
    pub fn apply(self, at: DateTime) -> DateTime {
        let days = self.from.date().until(self.to.date()).unwrap_or_default();
        if at.time() == self.from.time() {
            at.date().saturating_add(days).to_datetime(self.to.time())
        } else {
            at.saturating_add(self.from.duration_until(self.to))
        }
    }

    /// The name that a date has once its series is moved from `was` to `now`.
    pub fn name(self, name: &Occurrence, was: &When, now: &When, community: &TimeZone) -> Occurrence {
        let Some(instant) = name.instant(was, community) else { return name.clone() };
        let local = self.apply(was.time_zone(community).to_datetime(instant));
        let instant = now.time_zone(community).to_ambiguous_timestamp(local).compatible().unwrap_or(instant);
        Occurrence::of(now, &Moment { local, instant })
    }

    /// The same for an added or excepted date as it is written.
    pub fn text(self, text: &str, was: &When, now: &When) -> String {
        match (Occurrence::parse(text, was, &TimeZone::UTC), Written::parse(text)) {
            (Some(name), _) => self.name(&name, was, now, &TimeZone::UTC).text(now, &TimeZone::UTC),
            (None, Some(Written::Day(day))) => {
                let days = self.from.date().until(self.to.date()).unwrap_or_default();
                day.saturating_add(days).to_string()
            }
            _ => text.to_owned(),
        }
    }
}

/// A date that differs and reaches on, for the dates after it.
#[derive(Clone, Debug)]
pub struct Reach {
    name: Occurrence,
    shift: Shift,
    event: Event,
}

impl Reach {
    /// Of all that differ, those that reach on, in order.
    pub fn list<'e>(
        series: &Event,
        overrides: impl IntoIterator<Item = &'e Event>,
        zone: &TimeZone,
    ) -> Vec<Self> {
        let clock = series.when.time_zone(zone);
        let of = |event: &Event| {
            let name = Occurrence::from_key(&event.recurrence_id)?;
            let from = clock.to_datetime(name.instant(&series.when, zone)?);
            let shift = Shift { from, to: event.when.start_local() };
            Some(Self { name, shift, event: event.clone() })
        };
        let mut found: Vec<Self> = overrides.into_iter().filter(|e| e.reaches_on).filter_map(of).collect();
        found.sort_by(|a, b| a.name.cmp(&b.name));
        found
    }

    /// The last that reaches a date.
    pub fn find<'r>(reaches: &'r [Self], name: &Occurrence) -> Option<&'r Self> {
        reaches.iter().rev().find(|reach| reach.name < *name)
    }

    /// What it says, turned to one of the dates it reaches.
    pub fn on(&self, moment: &Moment, zone: &TimeZone) -> Event {
        let mut event = self.event.clone();
        event.content.when = starting_at(&self.event.when, self.shift.apply(moment.local));
        (event.starts_at, event.ends_at) = event.content.when.instants(zone);
        event
    }

    /// By how much later, or earlier, it makes its dates begin.
    pub fn later_by(&self, series: &When, zone: &TimeZone) -> SignedDuration {
        let named = self.name.instant(series, zone).unwrap_or_default();
        self.event.starts_at.timestamp().duration_since(named)
    }

    pub fn lasts(&self) -> SignedDuration {
        self.event.ends_at.since(self.event.starts_at)
    }
}

/// The same length and zone from another start on.
pub fn starting_at(when: &When, start: DateTime) -> When {
    let zone = when.time_zone(&TimeZone::UTC);
    let instant = zone.to_ambiguous_timestamp(start).compatible().unwrap_or_default();
    when.moved(&Moment { local: start, instant }, &TimeZone::UTC)
}

fn dates(texts: &[String]) -> Result<Vec<Date>, usize> {
    texts.iter().enumerate().map(|(number, text)| date(text).ok_or(number)).collect()
}

/// As JSON has it, or as iCalendar does.
fn date(text: &str) -> Option<Date> {
    Some(match Written::parse(text) {
        Some(Written::Day(day)) => Date::Day(day),
        Some(Written::Local(at)) => Date::Local(at),
        Some(Written::At(instant)) => Date::Instant(instant),
        None => match EventTime::parse(text)? {
            EventTime::Date(day) => Date::Day(day),
            EventTime::Floating(at) => Date::Local(at),
            EventTime::Utc(instant) => Date::Instant(instant),
            time @ EventTime::Zoned(..) => Date::Instant(time.instant(&TimeZone::UTC)?),
        },
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;
    use tessera_calendar::Zone;

    fn content(when: When, rrule: &str, exdates: &[&str]) -> Content {
        let mut content = Content::titled("Choir", when);
        let exdates = exdates.iter().map(|d| (*d).to_owned()).collect();
        content.recurrence = Some(Recurrence { rrule: Some(rrule.to_owned()), exdates, rdates: vec![] });
        content
    }

    fn rome(start: &str) -> When {
        When::Zoned { start: start.parse().unwrap(), end: None, zone: Zone::parse("Europe/Rome").unwrap() }
    }

    fn names(content: &Content, most: usize) -> Vec<String> {
        let series = series_of(content, &TimeZone::UTC).unwrap().unwrap();
        let moments = series.first(most).unwrap();
        moments.iter().map(|m| Occurrence::of(&content.when, m).key().to_owned()).collect()
    }

    #[test]
    fn a_date_is_named_by_its_original_start() {
        let weekly = content(rome("2026-03-25T20:00:00"), "FREQ=WEEKLY", &["2026-04-08T20:00:00+02:00"]);
        assert_eq!(names(&weekly, 3), ["20260325T190000Z", "20260401T180000Z", "20260415T180000Z"]);
        let days = When::AllDay {
            first: "2026-05-01".parse().unwrap(),
            end: "2026-05-02".parse().unwrap(),
            zone: None,
        };
        assert_eq!(names(&content(days, "FREQ=YEARLY", &[]), 2), ["20260501", "20270501"]);
    }

    #[test]
    fn a_name_is_read_however_it_is_written() {
        let when = rome("2026-03-25T20:00:00");
        for text in
            ["2026-04-01T18:00:00Z", "2026-04-01T20:00:00+02:00", "2026-04-01T20:00", "20260401T180000Z"]
        {
            let read = Occurrence::parse(text, &when, &TimeZone::UTC).unwrap();
            assert_eq!(read.key(), "20260401T180000Z", "{text}");
            assert_eq!(read.text(&when, &TimeZone::UTC), "2026-04-01T20:00:00+02:00");
        }
        assert_eq!(Occurrence::parse("2026-04-01", &when, &TimeZone::UTC), None);
    }

    #[test]
    fn a_start_that_the_rule_does_not_give_is_a_date_all_the_same() {
        // A Wednesday, and a rule for Fridays.
        let mixed = content(rome("2026-03-25T20:00:00"), "freq=weekly;byday=fr;", &[]);
        assert_eq!(names(&mixed, 2), ["20260325T190000Z", "20260327T190000Z"]);
    }

    #[test]
    fn what_nobody_could_keep_is_refused() {
        let when = || rome("2026-03-25T20:00:00");
        let refused = |rule: &str| check(&content(when(), rule, &[]), &TimeZone::UTC);
        assert_eq!(refused("FREQ=SECONDLY"), Err(BadSeries::TooDense));
        assert!(matches!(refused("FREQ=WEEKLY;BYDAY=XX"), Err(BadSeries::Rule(_))));
        assert_eq!(refused("FREQ=HOURLY"), Ok(()));
        let nothing = content(when(), "FREQ=DAILY;COUNT=1", &["2026-03-25T20:00:00+01:00"]);
        assert_eq!(check(&nothing, &TimeZone::UTC), Err(BadSeries::Empty));
    }
}
