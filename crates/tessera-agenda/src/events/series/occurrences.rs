//! The dates of one series in a window, computed: those that the rule gives, and those that differ.

use super::super::model::{Event, Status};
use super::super::rows::{self, COLUMNS};
use super::super::store::all;
use super::super::times::When;
use super::dates::{self, BadSeries, Occurrence, Reach};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use sea_orm::DbErr;
use std::collections::HashMap;
use tessera_calendar::recurrence::Moment;
use tessera_core::Instant;
use tessera_core::ids::EventId;
use tessera_platform::db::Conn;

/// The most dates that one answer holds.
pub const MOST: usize = 1_000;

/// One date of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    pub occurrence: Occurrence,
    pub when: When,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub status: Status,
    /// Its own row, where it differs from the series.
    pub differs: Option<Box<Event>>,
    /// What it says, where an earlier date that differs reaches on to it.
    pub reached: Option<Box<Event>>,
}

impl Dated {
    pub fn of_series(event: &Event, moment: &Moment, zone: &TimeZone) -> Self {
        let when = event.when.moved(moment, zone);
        let (starts_at, ends_at) = when.instants(zone);
        let occurrence = Occurrence::of(&event.when, moment);
        Self { occurrence, when, starts_at, ends_at, status: event.status, differs: None, reached: None }
    }

    fn of_override(occurrence: Occurrence, event: Event) -> Self {
        Self {
            occurrence,
            when: event.when.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            status: event.status,
            differs: Some(Box::new(event)),
            reached: None,
        }
    }

    /// The same as an earlier date that reaches on says it.
    fn reached(self, by: Option<&Reach>, moment: &Moment, zone: &TimeZone) -> Self {
        let Some(reach) = by else { return self };
        let event = reach.on(moment, zone);
        Self {
            when: event.when.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            status: event.status,
            reached: Some(Box::new(event)),
            ..self
        }
    }

    /// Whether it says anything else than its series.
    pub fn is_overridden(&self) -> bool {
        self.differs.is_some() || self.reached.is_some()
    }
}

/// Those that overlap a window, in order, and whether these are all of them. A single event has one date.
pub fn window(
    event: &Event,
    overrides: Vec<Event>,
    zone: &TimeZone,
    (from, to): (Instant, Instant),
) -> Result<(Vec<Dated>, bool), BadSeries> {
    let Some(series) = dates::series_of(&event.content, zone)? else {
        let instant = event.starts_at.timestamp();
        let moment = Moment { local: event.when.start_local(), instant };
        let only = Dated::of_series(event, &moment, zone);
        return Ok((vec![only].into_iter().filter(|d| overlaps(d, from, to)).collect(), true));
    };
    let reaches = Reach::list(event, &overrides, zone);
    // How far outside of the window a date can be named that is shown in it.
    let (mut before, mut after) = (event.ends_at.since(event.starts_at), SignedDuration::ZERO);
    for reach in &reaches {
        let later = reach.later_by(&event.when, zone);
        before = before.max(later.saturating_add(reach.lasts()));
        after = after.max(-later);
    }
    let found = series.between(from.plus(-before).timestamp(), to.plus(after).timestamp(), MOST)?;
    let mut differing: HashMap<Occurrence, Event> =
        overrides.into_iter().filter_map(|e| Some((Occurrence::from_key(&e.recurrence_id)?, e))).collect();
    let mut dated: Vec<Dated> = found
        .moments
        .iter()
        .map(|moment| {
            let own = Dated::of_series(event, moment, zone);
            match differing.remove(&own.occurrence) {
                Some(other) => Dated::of_override(own.occurrence, other),
                None => {
                    let by = Reach::find(&reaches, &own.occurrence);
                    own.reached(by, moment, zone)
                }
            }
        })
        .collect();
    dated.extend(differing.into_iter().map(|(name, other)| Dated::of_override(name, other)));
    dated.retain(|d| overlaps(d, from, to));
    dated.sort_by(|a, b| (a.starts_at, &a.occurrence).cmp(&(b.starts_at, &b.occurrence)));
    Ok((dated, found.complete))
}

fn overlaps(d: &Dated, from: Instant, to: Instant) -> bool {
    d.starts_at < to && (d.ends_at > from || d.starts_at >= from)
}

/// One date of a series. None: the series has no such date.
pub fn find(
    event: &Event,
    overrides: Vec<Event>,
    zone: &TimeZone,
    occurrence: &Occurrence,
) -> Result<Option<Dated>, BadSeries> {
    let reaches = Reach::list(event, &overrides, zone);
    if let Some(other) = overrides.into_iter().find(|e| e.recurrence_id == occurrence.key()) {
        return Ok(Some(Dated::of_override(occurrence.clone(), other)));
    }
    let Some(series) = dates::series_of(&event.content, zone)? else { return Ok(None) };
    let Some(instant) = occurrence.instant(&event.when, zone) else { return Ok(None) };
    let next = instant.checked_add(jiff::SignedDuration::from_secs(1)).unwrap_or(instant);
    let found = series.between(instant, next, MOST)?;
    Ok(found
        .moments
        .iter()
        .map(|moment| {
            Dated::of_series(event, moment, zone).reached(Reach::find(&reaches, occurrence), moment, zone)
        })
        .find(|d| d.occurrence == *occurrence))
}

/// A series as it is on one of its dates: its own page, the contents and times of that date. None: it has no such
/// date.
pub async fn on_date(
    conn: &impl Conn,
    series: &Event,
    occurrence: &Occurrence,
    zone: &TimeZone,
) -> Result<Option<Event>, DbErr> {
    let overrides = dated(conn, series.id).await?;
    let Some(date) = find(series, overrides, zone, occurrence).ok().flatten() else { return Ok(None) };
    let mut event = series.clone();
    match (date.differs, date.reached) {
        (Some(other), _) => {
            event.content = other.content.clone();
            (event.sequence, event.ical) = (other.sequence, other.ical.clone());
        }
        (None, Some(other)) => {
            event.content = other.content.clone();
            (event.sequence, event.ical) = (other.sequence, None);
        }
        (None, None) => {
            event.content.due_at = series.due_on(date.starts_at);
            event.content.when = date.when;
            (event.ical, event.content.recurrence) = (None, None);
        }
    }
    (event.starts_at, event.ends_at) = (date.starts_at, date.ends_at);
    occurrence.key().clone_into(&mut event.recurrence_id);
    Ok(Some(event))
}

/// The rows of the dates that differ.
pub async fn dated(conn: &impl Conn, series: EventId) -> Result<Vec<Event>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM events e WHERE e.series_id = ? AND e.recurrence_id <> '' AND e.state = 'published' \
         ORDER BY e.recurrence_id LIMIT 5000"
    );
    all(conn, &text, vec![series.into()], rows::event).await
}
