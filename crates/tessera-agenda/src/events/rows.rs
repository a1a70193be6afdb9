//! Rows of `events` to events and back: the columns in one order, read by their place.

use super::kinds;
use super::model::{
    Content, DateOfSeries, Description, Event, Kind, Listed, Location, Organiser, Priority, Recurrence,
    State, Status, Visibility,
};
use super::search;
use super::series::Occurrence;
use super::times::When;
use jiff::tz::TimeZone;
use sea_orm::sea_query::Value;
use sea_orm::{DbErr, QueryResult, TryGetable};
use tessera_platform::text::fold;

/// What [`event`] reads, in this order, from `events AS e`.
pub const COLUMNS: &str = "e.id, e.community_id, e.uid, e.kind, e.category, e.title, e.description_source, \
    e.description_html, e.starts_at, e.ends_at, e.starts_local, e.ends_local, e.timezone, e.all_day, e.venue, \
    e.room, e.address, e.lat, e.lon, e.visibility, e.state, e.state_before, e.status, e.priority, e.due_at, \
    e.capacity, e.image_url, e.rrule, e.rdates, e.exdates, e.series_id, e.recurrence_id, e.organiser_id, \
    e.details, e.ical, e.sequence, e.version, e.created_at, e.updated_at, e.deleted_at, \
    e.reaches_on";
/// What [`listed`] reads: [`COLUMNS`] and these, of `accounts AS a` and `attendance AS t`.
pub const BESIDE: &str = "a.name, t.going";
/// How many columns [`listed`] reads.
pub const LISTED: usize = 43;
/// How many columns [`event`] reads.
pub const OWN: usize = 41;
/// What [`dated`] reads beside what [`listed`] does, of the `page` of a list.
pub const DATE: &str = "page.occurrence, page.series_id, page.starts_at, page.ends_at";

fn code<T>(row: &QueryResult, index: usize, parse: fn(&str) -> Option<T>) -> Result<T, DbErr> {
    let text: String = row.try_get_by_index(index)?;
    parse(&text).ok_or_else(|| DbErr::Type(format!("events has an unknown code: {text}")))
}

fn maybe_code<T>(row: &QueryResult, index: usize, parse: fn(&str) -> Option<T>) -> Result<Option<T>, DbErr> {
    let text: Option<String> = row.try_get_by_index(index)?;
    Ok(text.as_deref().and_then(parse))
}

fn json<T: serde::de::DeserializeOwned>(row: &QueryResult, index: usize) -> Result<T, DbErr> {
    let text: String = row.try_get_by_index(index)?;
    serde_json::from_str(&text).map_err(|e| DbErr::Type(format!("events has JSON that does not parse: {e}")))
}

fn get<T: TryGetable>(row: &QueryResult, index: usize) -> Result<T, DbErr> {
    row.try_get_by_index(index)
}

pub fn event(row: &QueryResult) -> Result<Event, DbErr> {
    Ok(Event {
        id: get(row, 0)?,
        community_id: get(row, 1)?,
        uid: get(row, 2)?,
        content: content(row)?,
        starts_at: get(row, 8)?,
        ends_at: get(row, 9)?,
        state: code(row, 20, State::parse)?,
        state_before: maybe_code(row, 21, State::parse)?,
        organiser_id: get(row, 32)?,
        series_id: get(row, 30)?,
        recurrence_id: get(row, 31)?,
        ical: get(row, 34)?,
        sequence: get(row, 35)?,
        version: get(row, 36)?,
        created_at: get(row, 37)?,
        updated_at: get(row, 38)?,
        deleted_at: get(row, 39)?,
        reaches_on: get(row, 40)?,
    })
}

fn content(row: &QueryResult) -> Result<Content, DbErr> {
    Ok(Content {
        kind: code(row, 3, Kind::parse)?,
        category: get(row, 4)?,
        title: get(row, 5)?,
        description: Description { source: get(row, 6)?, html: get(row, 7)? },
        when: when(row)?,
        location: Location {
            venue: get(row, 14)?,
            room: get(row, 15)?,
            address: get(row, 16)?,
            lat: get(row, 17)?,
            lon: get(row, 18)?,
        },
        visibility: code(row, 19, Visibility::parse)?,
        status: code(row, 22, Status::parse)?,
        priority: maybe_code(row, 23, Priority::parse)?,
        due_at: get(row, 24)?,
        capacity: get(row, 25)?,
        image_url: get(row, 26)?,
        recurrence: recurrence(row)?,
        details: json(row, 33)?,
    })
}

fn when(row: &QueryResult) -> Result<When, DbErr> {
    let start: String = get(row, 10)?;
    let end: Option<String> = get(row, 11)?;
    let timezone: Option<String> = get(row, 12)?;
    When::from_columns(&start, end.as_deref(), timezone.as_deref(), get(row, 13)?).ok_or_else(|| {
        DbErr::Type(format!("events has times that do not fit together: {start} {timezone:?}"))
    })
}

fn recurrence(row: &QueryResult) -> Result<Option<Recurrence>, DbErr> {
    let rrule: Option<String> = get(row, 27)?;
    let (rdates, exdates): (String, String) = (get(row, 28)?, get(row, 29)?);
    if rrule.is_none() && rdates == "[]" && exdates == "[]" {
        return Ok(None);
    }
    Ok(Some(Recurrence { rrule, rdates: json(row, 28)?, exdates: json(row, 29)? }))
}

pub fn listed(row: &QueryResult) -> Result<Listed, DbErr> {
    let event = event(row)?;
    let name: Option<String> = get(row, 41)?;
    let organiser = name.map(|name| Organiser { id: event.organiser_id, name });
    Ok(Listed { organiser, event, going: get::<Option<i64>>(row, 42)?.unwrap_or(0), date: None })
}

/// A row of a list: an event, or a date of a series with the times of that date.
pub fn dated(row: &QueryResult, community: &TimeZone) -> Result<Listed, DbErr> {
    let mut listed = listed(row)?;
    let Some(occurrence) = Occurrence::from_key(&get::<String>(row, LISTED)?) else { return Ok(listed) };
    let series_id = get(row, LISTED.saturating_add(1))?;
    let is_overridden = listed.event.id != series_id;
    if !is_overridden || listed.event.recurrence_id != occurrence.key() {
        listed.event.be_on(
            get(row, LISTED.saturating_add(2))?,
            get(row, LISTED.saturating_add(3))?,
            community,
        );
    }
    listed.date = Some(DateOfSeries { series_id, occurrence, is_overridden });
    Ok(listed)
}

/// The columns that a change writes, in the order of [`changed`].
pub const WRITTEN: [&str; 37] = [
    "uid",
    "kind",
    "category",
    "category_key",
    "title",
    "description_source",
    "description_html",
    "search_text",
    "place_key",
    "starts_at",
    "ends_at",
    "starts_local",
    "ends_local",
    "timezone",
    "all_day",
    "venue",
    "room",
    "address",
    "lat",
    "lon",
    "visibility",
    "state",
    "state_before",
    "status",
    "priority",
    "due_at",
    "capacity",
    "image_url",
    "rrule",
    "rdates",
    "exdates",
    "organiser_id",
    "details",
    "ical",
    "sequence",
    "version",
    "reaches_on",
];

/// The values of [`WRITTEN`].
pub fn changed(e: &Event) -> Vec<Value> {
    let place = e.location.line();
    let of_kind = kinds::searched(e.kind, &e.details);
    let category = e.category.as_deref().unwrap_or_default();
    let texts = [e.title.as_str(), &place, category, &of_kind, &e.description.source];
    let empty = Recurrence::default();
    let recurrence = e.recurrence.as_ref().unwrap_or(&empty);
    let list = |items: &[String]| serde_json::Value::from(items.to_vec()).to_string();
    vec![
        e.uid.clone().into(),
        e.kind.code().into(),
        e.category.clone().into(),
        e.category.as_deref().map(fold).into(),
        e.title.clone().into(),
        e.description.source.clone().into(),
        e.description.html.clone().into(),
        search::text_of(&texts).into(),
        fold(&place).into(),
        e.starts_at.into(),
        e.ends_at.into(),
        e.when.start_text().into(),
        e.when.end_text().into(),
        e.when.zone().map(|z| z.name().to_owned()).into(),
        e.when.is_all_day().into(),
        e.location.venue.clone().into(),
        e.location.room.clone().into(),
        e.location.address.clone().into(),
        e.location.lat.into(),
        e.location.lon.into(),
        e.visibility.code().into(),
        e.state.code().into(),
        e.state_before.map(State::code).into(),
        e.status.code().into(),
        e.priority.map(Priority::code).into(),
        e.due_at.into(),
        e.capacity.into(),
        e.image_url.clone().into(),
        recurrence.rrule.clone().into(),
        list(&recurrence.rdates).into(),
        list(&recurrence.exdates).into(),
        e.organiser_id.into(),
        e.details.to_string().into(),
        e.ical.clone().into(),
        e.sequence.into(),
        e.version.into(),
        e.reaches_on.into(),
    ]
}
