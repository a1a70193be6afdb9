//! Engines in Rust behind one question: which dates does this series have from one instant to another?

use std::collections::BTreeSet;

use chrono::{DateTime as ChronoTime, Utc};
use ical::recur::{IcalRecurDateTime, IcalRecurRule, expand::IcalRecurExpand};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use rrule::{RRuleSet, Tz};
use tessera_calendar::recurrence::{Rule, Series, Start, When};

/// A series as text.
#[derive(Clone)]
pub struct Question {
    pub start: DateTime,
    pub all_day: bool,
    pub zone: Option<String>,
    pub rule: String,
    pub added: Vec<DateTime>,
    pub excepted: Vec<DateTime>,
    pub from: Timestamp,
    pub to: Timestamp,
    pub most: usize,
}

impl Question {
    pub fn time_zone(&self) -> TimeZone {
        self.zone.as_deref().map_or(TimeZone::UTC, |name| TimeZone::get(name).expect("a zone"))
    }
}

/// Days and floating times are read in UTC.
pub type Engine = fn(&Question) -> Result<Vec<Timestamp>, String>;

pub const OTHERS: [(&str, Engine); 2] = [("rrule", rrule), ("ical-rs", ical_rs)];

pub fn tessera(question: &Question) -> Result<Vec<Timestamp>, String> {
    let rule = Rule::parse(&question.rule).map_err(|error| error.to_string())?;
    let start = match &question.zone {
        _ if question.all_day => Start::Date(question.start.date()),
        None => Start::Floating(question.start),
        Some(_) => Start::Zoned(question.start, question.time_zone()),
    };
    let whens = |list: &[DateTime]| list.iter().copied().map(When::Local).collect::<Vec<_>>();
    let series =
        Series::new(start, vec![rule], &whens(&question.added), &whens(&question.excepted), TimeZone::UTC);
    let dates =
        series.between(question.from, question.to, question.most).map_err(|error| error.to_string())?;
    Ok(dates.moments.iter().map(|moment| moment.instant).collect())
}

fn rrule(question: &Question) -> Result<Vec<Timestamp>, String> {
    let zone = match question.zone.as_deref() {
        None | Some("UTC") => None,
        Some(zone) => Some(zone),
    };
    let value = |at: &DateTime| match zone {
        Some(zone) => format!(";TZID={zone}:{}", at.strftime("%Y%m%dT%H%M%S")),
        None => format!(":{}", at.strftime("%Y%m%dT%H%M%SZ")),
    };
    let mut text = format!("DTSTART{}\nRRULE:{}", value(&question.start), question.rule);
    // It reads no local UNTIL beside a start in UTC.
    if let Some((before, rest)) = text.clone().split_once("UNTIL=") {
        let end = rest.find(';').unwrap_or(rest.len());
        let (until, rest) = rest.split_at(end);
        let until = match until.len() {
            8 => format!("{until}T235959Z"),
            15 => format!("{until}Z"),
            _ => until.to_owned(),
        };
        text = format!("{before}UNTIL={until}{rest}");
    }
    for (name, list) in [("RDATE", &question.added), ("EXDATE", &question.excepted)] {
        for at in list {
            text.push_str(&format!("\n{name}{}", value(at)));
        }
    }
    let set: RRuleSet = text.parse().map_err(|error: rrule::RRuleError| error.to_string())?;
    let chrono = |at: Timestamp| {
        ChronoTime::<Utc>::from_timestamp(at.as_second(), 0).expect("a time").with_timezone(&Tz::UTC)
    };
    let limit = u16::try_from(question.most).unwrap_or(u16::MAX);
    let (from, to) = (chrono(question.from), chrono(question.to - jiff::SignedDuration::from_secs(1)));
    let result = set.after(from).before(to).all(limit);
    Ok(result.dates.iter().filter_map(|at| Timestamp::from_second(at.timestamp()).ok()).collect())
}

pub fn ical_rs(question: &Question) -> Result<Vec<Timestamp>, String> {
    let mut rule = IcalRecurRule::parse(&question.rule).map_err(|error| error.to_string())?;
    let zone = question.time_zone();
    // Its times are on a clock: UNTIL in UTC has to be put on it.
    if let (Some(until), true) = (rule.until, question.rule.contains("Z;") || question.rule.ends_with('Z')) {
        let until = Timestamp::from_second(until.seconds()).map_err(|error| error.to_string())?;
        rule.until = Some(theirs(zone.to_datetime(until)));
    }
    let instant = |at: IcalRecurDateTime| {
        let clock = Timestamp::from_second(at.seconds()).ok()?;
        zone.to_ambiguous_timestamp(TimeZone::UTC.to_datetime(clock)).compatible().ok()
    };
    let of = |list: &[DateTime]| list.iter().filter_map(|at| instant(theirs(*at))).collect::<BTreeSet<_>>();
    let (added, excepted) = (of(&question.added), of(&question.excepted));
    let dates = IcalRecurExpand::new(rule, theirs(question.start))
        .map_while(instant)
        .skip_while(|at| *at < question.from)
        .take_while(|at| *at < question.to)
        .filter(|at| !excepted.contains(at))
        .take(question.most);
    if added.is_empty() {
        return Ok(dates.collect());
    }
    let all: BTreeSet<_> = dates.chain(added.difference(&excepted).copied()).collect();
    Ok(all.into_iter().take(question.most).collect())
}

fn theirs(at: DateTime) -> IcalRecurDateTime {
    let clock = TimeZone::UTC.to_timestamp(at).expect("a time");
    IcalRecurDateTime::from_seconds(clock.as_second())
}
