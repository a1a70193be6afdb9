//! The dates of a series for programs, and of one that is only thought of.

use super::super::asked_times::Moment as Written;
use super::super::input::{EventFields, Given, RecurrenceFields};
use super::super::json::times;
use super::super::model::{Event, State, Status};
use super::super::service;
use super::occurrences::{self, Dated};
use super::summary::summary;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use tessera_core::Instant;
use tessera_core::ids::EventId;
use tessera_web::body::{Json, Path, Query};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

/// How far a window reaches where nothing is said.
const A_YEAR: SignedDuration = SignedDuration::from_hours(24 * 366);
const PREVIEWED: usize = 10;
const MOST_PREVIEWED: usize = 100;

/// One date of a series.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct OccurrenceJson {
    /// Its original start, by which it is named: an instant, or a date of an all-day series.
    pub occurrence: String,
    pub starts_at: String,
    /// Exclusive; null where it does not say when it ends.
    pub ends_at: Option<String>,
    pub status: Status,
    /// Whether it differs from the series.
    pub overridden: bool,
}

impl OccurrenceJson {
    fn of(event: &Event, dated: &Dated, zone: &TimeZone) -> Self {
        let (starts_at, ends_at) = times(&dated.when, dated.starts_at, dated.ends_at, zone);
        Self {
            occurrence: dated.occurrence.text(&event.when, zone),
            starts_at,
            ends_at,
            status: dated.status,
            overridden: dated.is_overridden(),
        }
    }
}

/// The dates of a series.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct OccurrencesJson {
    pub occurrences: Vec<OccurrenceJson>,
    /// Whether these are all in the window.
    pub complete: bool,
}

/// Which dates.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct WindowParams {
    /// RFC 3339 or a date; now where nothing is said.
    start: Option<String>,
    /// Exclusive; a year after the start where nothing is said.
    end: Option<String>,
    /// A guest's token.
    guest: Option<String>,
}

/// Reads the window of a request.
pub fn window_of(
    cx: &Cx,
    (start, end): (Option<&str>, Option<&str>),
    length: SignedDuration,
) -> Result<(Instant, Instant), Error> {
    let zone = service::community_zone(&cx.community);
    let mut faults = Vec::new();
    let mut read = |field: &str, text: Option<&str>| {
        let text = text.map(str::trim).filter(|t| !t.is_empty())?;
        let moment = Written::parse(text);
        if moment.is_none() {
            faults.push(FieldError::new(field, "bad_datetime"));
        }
        moment.map(|m| m.instant(&zone))
    };
    let (start, end) = (read("start", start), read("end", end));
    let start = start.unwrap_or_else(|| cx.now());
    let end = end.unwrap_or_else(|| start.plus(length));
    if faults.is_empty() && end < start {
        faults.push(FieldError::new("end", "ends_before_start"));
    }
    if faults.is_empty() { Ok((start, end)) } else { Err(Refusal::invalid(faults).into()) }
}

/// The dates of a series in a window: those its rule gives, and those that differ.
#[utoipa::path(get, path = "/api/events/{id}/occurrences", tag = "events", params(("id" = uuid::Uuid, Path), WindowParams),
    responses((status = 200, description = "Its dates in order; a single event has one", body = OccurrencesJson)))]
pub async fn list_occurrences(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(params): Query<WindowParams>,
) -> Result<axum::Json<OccurrencesJson>, Error> {
    let window = window_of(&cx, (params.start.as_deref(), params.end.as_deref()), A_YEAR)?;
    let conn = cx.app.db.read();
    let seen = service::find(&cx, &conn, id, params.guest.as_deref()).await?;
    let overrides = if seen.repeats() { occurrences::dated(&conn, id).await? } else { Vec::new() };
    let zone = cx.community.zone();
    let event = &seen.listed.event;
    let (dates, complete) =
        occurrences::window(event, overrides, &zone, window).unwrap_or_else(|_| (Vec::new(), false));
    let occurrences = dates.iter().map(|d| OccurrenceJson::of(event, d, &zone)).collect();
    Ok(axum::Json(OccurrencesJson { occurrences, complete }))
}

fn given<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(d: D) -> Result<Given<T>, D::Error> {
    Option::<T>::deserialize(d).map(Some)
}

/// A series that is thought of.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewFields {
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = String, required)]
    starts_at: Given<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    ends_at: Given<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    timezone: Given<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<bool>)]
    all_day: Given<bool>,
    #[serde(default)]
    recurrence: Option<RecurrenceFields>,
    /// 10 where nothing is said, at most 100.
    #[serde(default)]
    limit: Option<usize>,
}

/// What it would be.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PreviewJson {
    pub occurrences: Vec<OccurrenceJson>,
    /// Whether the series ends with these.
    pub complete: bool,
    /// The rule in the reader's words; empty where it does not repeat.
    pub summary: String,
}

/// The first dates of a series and its rule in words, before anything is saved.
#[utoipa::path(post, path = "/api/events/preview-recurrence", tag = "events", request_body = PreviewFields,
    responses((status = 200, description = "Its first dates", body = PreviewJson)))]
pub async fn preview_recurrence(
    cx: Cx,
    Json(fields): Json<PreviewFields>,
) -> Result<axum::Json<PreviewJson>, Error> {
    let most = fields.limit.unwrap_or(PREVIEWED).clamp(1, MOST_PREVIEWED);
    let asked = EventFields {
        title: Some(Some("-".into())),
        starts_at: fields.starts_at,
        ends_at: fields.ends_at,
        timezone: fields.timezone,
        all_day: fields.all_day,
        recurrence: Some(fields.recurrence),
        ..EventFields::default()
    };
    let content = service::checked(&cx, asked, None)?.content;
    let account = cx.account_id().ok_or_else(Refusal::not_found)?;
    let event =
        Event::new(EventId(uuid::Uuid::nil()), &cx.community, account, content, State::Draft, cx.now());
    let zone = cx.community.zone();
    let everything = (Instant::MIN, Instant::from_microseconds(i64::MAX));
    let (mut dates, complete) = match super::series_of(&event.content, &zone) {
        Ok(Some(series)) => {
            let moments = series.first(most.saturating_add(1)).unwrap_or_default();
            let complete = moments.len() <= most;
            (moments.iter().map(|m| Dated::of_series(&event, m, &zone)).collect(), complete)
        }
        _ => occurrences::window(&event, Vec::new(), &zone, everything).unwrap_or_default(),
    };
    dates.truncate(most);
    Ok(axum::Json(PreviewJson {
        occurrences: dates.iter().map(|d| OccurrenceJson::of(&event, d, &zone)).collect(),
        complete,
        summary: summary(&cx.words(), event.recurrence.as_ref(), &event.when),
    }))
}
