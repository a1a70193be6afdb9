//! What a calendar shows of an event or a date, as it is read: from PostgreSQL row by row, from SQLite all at once.
//!
//! SQLite is read on a thread of its own, which hands over every row by itself; five hundred of them cost more in
//! handing over than in looking up. One value of JSON is handed over once.

use super::super::model::{Event, Kind, Priority, Status, Visibility};
use super::super::series::Dated;
use super::super::times::When;
use jiff::tz::TimeZone;
use sea_orm::{DbErr, QueryResult};
use serde::Deserialize;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, EventId};

/// What a calendar shows of an event or a date: no texts beside the title.
#[derive(Clone, Debug)]
pub struct Slim {
    pub id: EventId,
    pub series_id: Option<EventId>,
    /// Of a date of a series: which one.
    pub occurrence: String,
    pub title: String,
    pub kind: Kind,
    pub status: Status,
    pub priority: Option<Priority>,
    pub category: Option<String>,
    pub venue: Option<String>,
    pub visibility: Visibility,
    pub organiser_id: AccountId,
    pub version: i64,
    pub co_organised: bool,
    pub when: When,
    pub starts_at: Instant,
    pub ends_at: Instant,
}

impl Slim {
    /// A date that was computed.
    pub fn of_date(series: &Event, date: Dated, co_organised: bool) -> Self {
        let event = date.reached.as_deref().unwrap_or(series);
        Self {
            id: event.id,
            series_id: Some(series.id),
            occurrence: date.occurrence.key().to_owned(),
            title: event.title.clone(),
            kind: event.kind,
            status: date.status,
            priority: event.priority,
            category: event.category.clone(),
            venue: event.location.venue.clone(),
            visibility: event.visibility,
            organiser_id: series.organiser_id,
            version: event.version,
            co_organised,
            when: date.when,
            starts_at: date.starts_at,
            ends_at: date.ends_at,
        }
    }
}

/// What [`of_row`] reads, of a `page` and its events `e`; then whether the reader co-organises it.
pub(super) const COLUMNS: &str = "e.id, e.title, e.kind, e.status, e.priority, e.category, e.venue, e.visibility, \
    e.organiser_id, e.starts_local, e.ends_local, e.timezone, e.all_day, page.occurrence, page.series_id, page.starts_at, \
    page.ends_at, e.recurrence_id, e.version";
/// The same as JSON has it on SQLite: ids in hexadecimal digits, instants in microseconds, 0 and 1.
pub(super) const AS_JSON: &str = "hex(e.id), e.title, e.kind, e.status, e.priority, e.category, e.venue, e.visibility, \
    hex(e.organiser_id), e.starts_local, e.ends_local, e.timezone, e.all_day, page.occurrence, hex(page.series_id), \
    page.starts_at, page.ends_at, e.recurrence_id, e.version";

/// The columns, in their order.
#[derive(Deserialize)]
struct Row {
    id: EventId,
    title: String,
    kind: String,
    status: String,
    priority: Option<String>,
    category: Option<String>,
    venue: Option<String>,
    visibility: String,
    organiser_id: AccountId,
    starts_local: String,
    ends_local: Option<String>,
    timezone: Option<String>,
    #[serde(deserialize_with = "flag")]
    all_day: bool,
    occurrence: String,
    series_id: EventId,
    #[serde(deserialize_with = "instant")]
    starts_at: Instant,
    #[serde(deserialize_with = "instant")]
    ends_at: Instant,
    recurrence_id: String,
    version: i64,
    #[serde(deserialize_with = "flag")]
    co_organised: bool,
}

fn flag<'de, D: serde::Deserializer<'de>>(d: D) -> Result<bool, D::Error> {
    Ok(i64::deserialize(d)? != 0)
}

fn instant<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Instant, D::Error> {
    Ok(Instant::from_microseconds(i64::deserialize(d)?))
}

/// A list of [`AS_JSON`], in the one row that it came in.
pub(super) fn of_json(row: &QueryResult, community: &TimeZone) -> Result<Vec<Slim>, DbErr> {
    let text: String = row.try_get_by_index(0)?;
    let rows: Vec<Row> =
        serde_json::from_str(&text).map_err(|e| DbErr::Type(format!("no list of entries: {e}")))?;
    rows.into_iter().map(|row| row.slim(community)).collect()
}

pub(super) fn of_row(row: &QueryResult, community: &TimeZone) -> Result<Slim, DbErr> {
    let row = Row {
        id: row.try_get_by_index(0)?,
        title: row.try_get_by_index(1)?,
        kind: row.try_get_by_index(2)?,
        status: row.try_get_by_index(3)?,
        priority: row.try_get_by_index(4)?,
        category: row.try_get_by_index(5)?,
        venue: row.try_get_by_index(6)?,
        visibility: row.try_get_by_index(7)?,
        organiser_id: row.try_get_by_index(8)?,
        starts_local: row.try_get_by_index(9)?,
        ends_local: row.try_get_by_index(10)?,
        timezone: row.try_get_by_index(11)?,
        all_day: row.try_get_by_index(12)?,
        occurrence: row.try_get_by_index(13)?,
        series_id: row.try_get_by_index(14)?,
        starts_at: row.try_get_by_index(15)?,
        ends_at: row.try_get_by_index(16)?,
        recurrence_id: row.try_get_by_index(17)?,
        version: row.try_get_by_index(18)?,
        co_organised: row.try_get_by_index(19)?,
    };
    row.slim(community)
}

fn code<T>(text: &str, parse: fn(&str) -> Option<T>) -> Result<T, DbErr> {
    parse(text).ok_or_else(|| DbErr::Type(format!("events has an unknown code: {text}")))
}

impl Row {
    fn slim(self, community: &TimeZone) -> Result<Slim, DbErr> {
        let (start, zone) = (&self.starts_local, self.timezone.as_deref());
        let when = When::from_columns(start, self.ends_local.as_deref(), zone, self.all_day);
        let when = when.ok_or_else(|| {
            DbErr::Type(format!("events has times that do not fit together: {start} {zone:?}"))
        })?;
        // A row that is shown on other dates than its own: a series, or a date that reaches on.
        let is_turned = !self.occurrence.is_empty()
            && (self.id == self.series_id || self.recurrence_id != self.occurrence);
        Ok(Slim {
            id: self.id,
            series_id: Some(self.series_id).filter(|_| !self.occurrence.is_empty()),
            kind: code(&self.kind, Kind::parse)?,
            status: code(&self.status, Status::parse)?,
            priority: self.priority.as_deref().and_then(Priority::parse),
            visibility: code(&self.visibility, Visibility::parse)?,
            when: if is_turned { when.on(self.starts_at, community) } else { when },
            title: self.title,
            category: self.category,
            venue: self.venue,
            organiser_id: self.organiser_id,
            occurrence: self.occurrence,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            version: self.version,
            co_organised: self.co_organised,
        })
    }
}
