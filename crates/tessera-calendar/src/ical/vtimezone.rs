//! VTIMEZONE (RFC 5545 §3.6.5): recognising the zone that one describes, and describing a zone of the database.
//!
//! A foreign definition is compared with the database by its offsets over the years in use, at noon of every day
//! and just around its own changes; it is never used to compute with. Its rules are read as far as zone
//! definitions use them (yearly, by month and weekday); a definition with any other rule is not recognised.

use std::collections::BTreeMap;

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime, Weekday, date},
    tz::{Offset, TimeZone},
};

use super::{Component, EventTime, Property};
use crate::Zone;

/// The years in which a zone is used, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeSpan {
    /// The first year (1 to 9999).
    pub first_year: i16,
    /// The last year (1 to 9999).
    pub last_year: i16,
}

impl TimeSpan {
    /// The span of one year.
    pub fn year(year: i16) -> Self {
        Self { first_year: year.clamp(1, 9998), last_year: year.clamp(1, 9998) }
    }

    /// The smallest span that holds this one and `year`.
    #[must_use]
    pub fn with(self, year: i16) -> Self {
        let year = year.clamp(1, 9998);
        Self { first_year: self.first_year.min(year), last_year: self.last_year.max(year) }
    }
}

/// The zone that `definition` describes: the one it names itself (`X-LIC-LOCATION`), else the first candidate whose
/// offsets are the same over `span`.
pub(super) fn recognise(tzid: &str, definition: &Component, span: TimeSpan) -> Option<Zone> {
    if let Some(named) = definition.property("X-LIC-LOCATION").and_then(|p| Zone::recognise(&p.value)) {
        return Some(named);
    }
    // Forty years are more than any calendar needs to tell zones apart, and bound the comparison.
    let span = TimeSpan { first_year: span.first_year.max(span.last_year - 40), ..span };
    let onsets = onsets(definition, span)?;
    let samples = samples(&onsets, span)?;
    Zone::candidates(tzid).find(|zone| {
        let zone = zone.time_zone();
        samples.iter().all(|(at, offset)| zone.to_offset(*at) == *offset)
    })
}

/// A change of offset: from when, and to what.
type Onset = (Timestamp, Offset, Offset);

fn onsets(definition: &Component, span: TimeSpan) -> Option<Vec<Onset>> {
    let mut onsets = Vec::new();
    for observance in definition.components.iter().filter(|c| c.name == "STANDARD" || c.name == "DAYLIGHT") {
        let from = parse_offset(&observance.property("TZOFFSETFROM")?.value)?;
        let to = parse_offset(&observance.property("TZOFFSETTO")?.value)?;
        let EventTime::Floating(start) = EventTime::parse(&observance.property("DTSTART")?.value)? else {
            return None;
        };
        let mut push = |at: DateTime| {
            onsets.push((from.to_timestamp(at).ok()?, from, to));
            Some(())
        };
        push(start)?;
        for value in observance.all("RDATE").flat_map(|p| p.value.split(',')) {
            push(EventTime::parse(value)?.civil())?;
        }
        for rule in observance.all("RRULE") {
            let rule = YearlyRule::parse(&rule.value)?;
            for year in (span.first_year - 1).max(start.year())..=span.last_year + 1 {
                let at = rule.day(year)?.to_datetime(start.time());
                let within = rule.until.is_none_or(|until| from.to_timestamp(at).is_ok_and(|at| at <= until));
                if at > start && within {
                    push(at)?;
                }
            }
        }
    }
    onsets.sort();
    (!onsets.is_empty()).then_some(onsets)
}

fn samples(onsets: &[Onset], span: TimeSpan) -> Option<Vec<(Timestamp, Offset)>> {
    let offset_at = |at: Timestamp| {
        let after = onsets.partition_point(|(onset, ..)| *onset <= at);
        after
            .checked_sub(1)
            .and_then(|i| onsets.get(i))
            .map(|(_, _, to)| *to)
            .or_else(|| onsets.first().map(|(_, from, _)| *from))
    };
    let start = TimeZone::UTC.to_timestamp(date(span.first_year, 1, 1).at(12, 0, 0, 0)).ok()?;
    let end = TimeZone::UTC.to_timestamp(date(span.last_year, 12, 31).at(12, 0, 0, 0)).ok()?;
    let mut samples = Vec::new();
    let mut at = start;
    while at <= end {
        samples.push((at, offset_at(at)?));
        at = at.checked_add(24.hours()).ok()?;
    }
    for (onset, ..) in onsets.iter().filter(|(onset, ..)| (start..=end).contains(onset)) {
        for beside in [onset.checked_sub(1.second()).ok()?, *onset] {
            samples.push((beside, offset_at(beside)?));
        }
    }
    Some(samples)
}

/// The yearly rules that zone definitions use.
struct YearlyRule {
    month: i8,
    weekday: Weekday,
    which: Which,
    until: Option<Timestamp>,
}

enum Which {
    Nth(i8),
    /// The weekday among these days of the month: the first one on or after this day.
    OnOrAfter(i8),
}

impl YearlyRule {
    fn parse(rule: &str) -> Option<Self> {
        let (mut month, mut by_day, mut days, mut until) = (None, None, Vec::new(), None);
        for part in rule.split(';').filter(|part| !part.trim().is_empty()) {
            let (name, value) = part.split_once('=')?;
            match (name.trim().to_ascii_uppercase().as_str(), value.trim()) {
                ("FREQ", "YEARLY") | ("INTERVAL", "1") | ("WKST" | "BYHOUR" | "BYMINUTE" | "BYSECOND", _) => {
                }
                ("BYMONTH", value) => month = Some(value.parse::<i8>().ok()?),
                ("BYDAY", value) => by_day = Some(value.to_owned()),
                ("BYMONTHDAY", value) => {
                    days = value.split(',').map(|d| d.parse().ok()).collect::<Option<Vec<i8>>>()?
                }
                ("UNTIL", value) => until = Some(EventTime::parse(value)?.instant(&TimeZone::UTC)?),
                _ => return None,
            }
        }
        let by_day = by_day?;
        let (position, weekday) = by_day.split_at_checked(by_day.len().checked_sub(2)?)?;
        let weekday = match weekday.to_ascii_uppercase().as_str() {
            "MO" => Weekday::Monday,
            "TU" => Weekday::Tuesday,
            "WE" => Weekday::Wednesday,
            "TH" => Weekday::Thursday,
            "FR" => Weekday::Friday,
            "SA" => Weekday::Saturday,
            "SU" => Weekday::Sunday,
            _ => return None,
        };
        let which = match (position.is_empty(), days.iter().min()) {
            (false, None) => Which::Nth(position.parse().ok()?),
            (true, Some(first)) if days.len() == 7 => Which::OnOrAfter(*first),
            _ => return None,
        };
        Some(Self { month: month?, weekday, which, until })
    }

    fn day(&self, year: i16) -> Option<Date> {
        let first = Date::new(year, self.month, 1).ok()?;
        match self.which {
            Which::Nth(n) => first.nth_weekday_of_month(n, self.weekday).ok(),
            Which::OnOrAfter(day) => {
                let from = Date::new(year, self.month, day).ok()?;
                let ahead = (self.weekday.to_monday_zero_offset() - from.weekday().to_monday_zero_offset())
                    .rem_euclid(7);
                from.checked_add(i64::from(ahead).days()).ok()
            }
        }
    }
}

/// `+0100`, `-003020` (RFC 5545 §3.3.14); the sign may be missing, as in some old files.
fn parse_offset(value: &str) -> Option<Offset> {
    let value = value.trim();
    let (sign, digits) = match value.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, value.strip_prefix('+').unwrap_or(value)),
    };
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |at: usize| digits.get(at..at + 2).map_or(Some(0), |d| d.parse::<i32>().ok());
    let seconds = if digits.len() == 6 { part(4)? } else { 0 };
    Offset::from_seconds(sign * (part(0)? * 3600 + part(2)? * 60 + seconds)).ok()
}

fn write_offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, seconds) = (if seconds < 0 { '-' } else { '+' }, seconds.abs());
    let text = format!("{sign}{:02}{:02}", seconds / 3600, seconds / 60 % 60);
    if seconds % 60 == 0 { text } else { format!("{text}{:02}", seconds % 60) }
}

/// How many years beyond the last one a definition covers: series go on after their first date.
const YEARS_BEYOND: i16 = 10;

/// A definition of `zone` that holds from the beginning of `span` on, from the bundled database.
///
/// Changes that follow a yearly rule (the last Sunday of March) are written as one; others, as in Morocco, one by
/// one until ten years after `span`.
///
/// ```
/// use tessera_calendar::{Zone, ical::{TimeSpan, generate_vtimezone}};
/// let rome = generate_vtimezone(&Zone::parse("Europe/Rome").unwrap(), TimeSpan::year(2026)).to_string();
/// assert!(rome.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"));
/// ```
pub fn generate_vtimezone(zone: &Zone, span: TimeSpan) -> Component {
    let mut definition = Component::new("VTIMEZONE");
    definition.properties.push(Property::raw("TZID", zone.name()));
    definition.properties.push(Property::raw("X-LIC-LOCATION", zone.name()));
    definition.components = observances(&zone.time_zone(), span);
    definition
}

#[derive(Clone)]
struct Change {
    /// On the clock before the change, as RFC 5545 §3.6.5 wants DTSTART.
    local: DateTime,
    to: Offset,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    from: Offset,
    to: Offset,
    name: String,
    is_dst: bool,
}

fn observances(zone: &TimeZone, span: TimeSpan) -> Vec<Component> {
    let instant = |year: i16| {
        TimeZone::UTC.to_timestamp(date(year.clamp(1, 9998), 1, 1).at(0, 0, 0, 0)).unwrap_or(Timestamp::MIN)
    };
    let (start, end) = (instant(span.first_year), instant(span.last_year.saturating_add(YEARS_BEYOND)));
    // A little earlier, so that a zone's first hours of the year are covered on either side of UTC.
    let start = start.checked_sub(48.hours()).unwrap_or(start);
    let first = zone.preceding(start).next();
    let from = first.as_ref().map_or(start, |change| change.timestamp());
    let mut before = zone.to_offset(from.checked_sub(1.second()).unwrap_or(from));
    let is_covered = first.is_some();
    let mut changes: BTreeMap<Kind, Vec<Change>> = BTreeMap::new();
    let following = zone.following(start).take_while(|change| change.timestamp() < end);
    for change in first.into_iter().chain(following) {
        let kind = Kind {
            from: before,
            to: change.offset(),
            name: change.abbreviation().to_owned(),
            is_dst: change.dst().is_dst(),
        };
        let local = before.to_datetime(change.timestamp());
        changes.entry(kind).or_default().push(Change { local, to: change.offset() });
        before = change.offset();
    }
    let mut written: Vec<(DateTime, Component)> = changes
        .into_iter()
        .flat_map(|(kind, changes)| write_observances(&kind, &changes, span.last_year))
        .collect();
    if !is_covered {
        // No change before: the zone has been what it is for as long as anybody knows.
        let since = date(span.first_year.clamp(1, 1970), 1, 1).at(0, 0, 0, 0);
        let info = zone.to_offset_info(start);
        let kind = Kind {
            from: info.offset(),
            to: info.offset(),
            name: info.abbreviation().to_owned(),
            is_dst: false,
        };
        written.push((since, observance(&kind, since)));
    }
    written.sort_by_key(|(at, _)| *at);
    written.into_iter().map(|(_, component)| component).collect()
}

fn observance(kind: &Kind, start: DateTime) -> Component {
    let mut component = Component::new(if kind.is_dst { "DAYLIGHT" } else { "STANDARD" });
    component.properties = vec![
        Property::raw("DTSTART", EventTime::Floating(start).to_value()),
        Property::raw("TZOFFSETFROM", write_offset(kind.from)),
        Property::raw("TZOFFSETTO", write_offset(kind.to)),
        Property::text("TZNAME", &kind.name),
    ];
    component
}

/// One observance with a rule for the changes at the end that follow one to the end, one with dates for the others.
fn write_observances(kind: &Kind, changes: &[Change], last_year: i16) -> Vec<(DateTime, Component)> {
    let mut out = Vec::new();
    let regular = regular_from(changes, last_year);
    let (irregular, regular) = changes.split_at(regular.unwrap_or(changes.len()));
    if let Some((first, rest)) = irregular.split_first() {
        let mut component = observance(kind, first.local);
        component
            .properties
            .extend(rest.iter().map(|c| Property::raw("RDATE", EventTime::Floating(c.local).to_value())));
        out.push((first.local, component));
    }
    if let Some(first) = regular.first() {
        let mut component = observance(kind, first.local);
        let (position, day) = (position(first.local, regular), first.local.weekday());
        let day = match day {
            Weekday::Monday => "MO",
            Weekday::Tuesday => "TU",
            Weekday::Wednesday => "WE",
            Weekday::Thursday => "TH",
            Weekday::Friday => "FR",
            Weekday::Saturday => "SA",
            Weekday::Sunday => "SU",
        };
        let rule =
            format!("FREQ=YEARLY;BYMONTH={};BYDAY={}{day}", first.local.month(), position.unwrap_or(1));
        component.properties.push(Property::raw("RRULE", rule));
        out.push((first.local, component));
    }
    out
}

/// From which change on all follow one yearly rule, if they do until the end of the years covered.
fn regular_from(changes: &[Change], last_year: i16) -> Option<usize> {
    let last = changes.last()?;
    let to_the_end = last.local.year() >= last_year.saturating_add(YEARS_BEYOND - 1);
    let start = (0..changes.len()).find(|start| {
        changes.get(*start..).is_some_and(|tail| {
            let yearly =
                tail.iter().zip(tail.iter().skip(1)).all(|(a, b)| b.local.year() == a.local.year() + 1);
            let alike = |c: &Change| {
                (c.local.month(), c.local.weekday(), c.local.time(), c.to)
                    == (last.local.month(), last.local.weekday(), last.local.time(), last.to)
            };
            yearly
                && tail.iter().all(alike)
                && tail.first().is_some_and(|first| position(first.local, tail).is_some())
        })
    })?;
    (to_the_end && changes.len() - start >= 3).then_some(start)
}

/// The place of the weekday in its month (1 to 4, or -1) that all of `changes` share.
fn position(first: DateTime, changes: &[Change]) -> Option<i8> {
    let is_last = |at: DateTime| at.day() + 7 > at.days_in_month();
    if changes.iter().all(|c| is_last(c.local)) {
        return Some(-1);
    }
    let nth = |at: DateTime| (at.day() - 1) / 7 + 1;
    changes.iter().all(|c| nth(c.local) == nth(first)).then(|| nth(first))
}
