//! `/api/calendar`: a window of time with all that is in it.

use super::filter::{Filter, KINDS};
use super::presets::{self, Preset};
use super::{Asked, Entry, MOST, gather};
use crate::events::series::api::window_of;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::StatusCode;
use http::header::{CONTENT_TYPE, LINK};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use tessera_core::ids::{AccountId, CalendarFilterId};
use tessera_web::body::{Json, Path, Query};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

const A_MONTH: SignedDuration = SignedDuration::from_hours(24 * 31);
/// A year's view with the weeks that fill it.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 400);

/// What a calendar can be asked for.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct EntryParams {
    /// RFC 3339, or a date in the community's zone; now where nothing is said.
    start: Option<String>,
    /// Exclusive; at most 400 days after the start, a month where nothing is said.
    end: Option<String>,
    /// Some of `event, community_event, engagement, task, leave, booking, partner`, with commas.
    kinds: Option<String>,
    /// Some of schema.org's, as `EventCancelled`, of tasks also `to_do`, `in_progress` and `done`, with commas.
    status: Option<String>,
    /// Some of `low, medium, high, urgent`, with commas.
    priority: Option<String>,
    category: Option<String>,
    /// The slug of a community on this server; others have calendars of their own.
    community: Option<String>,
    #[param(value_type = Option<uuid::Uuid>)]
    organiser: Option<String>,
    /// Words that all must be in title, text or place.
    q: Option<String>,
    /// FullCalendar's own, of no meaning here.
    #[serde(rename = "timeZone")]
    #[param(ignore)]
    time_zone: Option<String>,
}

fn codes(text: Option<&str>) -> Vec<String> {
    let parts = text.unwrap_or_default().split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

impl EntryParams {
    fn asked(&self, cx: &Cx) -> Result<Asked, Error> {
        let (from, to) = window_of(cx, (self.start.as_deref(), self.end.as_deref()), A_MONTH)?;
        let mut faults = Vec::new();
        if to.since(from) > LONGEST {
            faults.push(FieldError::new("end", "window_too_long").with("days", LONGEST.as_hours() / 24));
        }
        let kinds = codes(self.kinds.as_deref());
        if kinds.iter().any(|k| !KINDS.contains(&k.as_str())) {
            faults.push(FieldError::new("kinds", "bad_choice"));
        }
        let organiser = self.organiser.as_deref().map(str::trim).filter(|o| !o.is_empty());
        let organiser = organiser.map(|o| o.parse::<AccountId>().map_err(|_| ()));
        if organiser == Some(Err(())) {
            faults.push(FieldError::new("organiser", "bad_choice"));
        }
        if !faults.is_empty() {
            return Err(Refusal::invalid(faults).into());
        }
        Ok(Asked {
            from,
            to,
            kinds,
            statuses: codes(self.status.as_deref()),
            priorities: codes(self.priority.as_deref()),
            category: self.category.clone().filter(|c| !c.trim().is_empty()),
            organiser: organiser.and_then(Result::ok),
            q: self.q.clone().unwrap_or_default(),
        })
    }
}

/// Every entry the caller may see that overlaps the window, series as their dates.
#[utoipa::path(get, path = "/api/calendar", tag = "calendar", params(EntryParams),
    responses((status = 200, description = "Entries in FullCalendar's form, the earliest first, at most 5,000; a Link leads to the rest", body = Vec<Entry>)))]
pub async fn list_entries(cx: Cx, Query(params): Query<EntryParams>) -> Result<Response, Error> {
    let asked = params.asked(&cx)?;
    let communities = codes(params.community.as_deref());
    let is_here = communities.is_empty() || communities.contains(&cx.community.slug);
    let mut entries = if is_here { gather(&cx, &asked).await? } else { Vec::new() };
    let next = entries.get(MOST).map(|first_left: &Entry| first_left.starts_at.max(asked.from));
    entries.truncate(MOST);
    let body = serde_json::to_vec(&entries).map_err(anyhow::Error::from)?;
    let mut response = ([(CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response();
    if let Some(next) = next.filter(|next| *next > asked.from)
        && let Ok(link) =
            HeaderValue::from_str(&format!("<{}>; rel=\"next\"", from_there(&cx, &next.to_string())))
    {
        response.headers_mut().insert(LINK, link);
    }
    Ok(response)
}

/// The same request with another start.
fn from_there(cx: &Cx, start: &str) -> String {
    let (path, query) = cx.target.split_once('?').unwrap_or((&cx.target, ""));
    let kept = url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != "start");
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept)
        .append_pair("start", start)
        .finish();
    cx.url(&format!("{path}?{query}"))
}

/// A filter that a member keeps.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FilterJson {
    #[schema(value_type = uuid::Uuid)]
    id: CalendarFilterId,
    name: String,
    filter: Filter,
    /// The calendar, filtered so.
    url: String,
}

impl FilterJson {
    fn of(cx: &Cx, preset: &Preset) -> Self {
        Self {
            id: preset.id,
            name: preset.name.clone(),
            filter: preset.filter(),
            url: cx.url(&preset.path()),
        }
    }
}

/// The filters that a member keeps.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FilterList {
    items: Vec<FilterJson>,
    next: Option<String>,
}

/// One to keep.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FilterFields {
    /// At most 80 characters; each name once.
    name: String,
    #[serde(default)]
    filter: Filter,
}

/// The filters of the calendar that one keeps, by name.
#[utoipa::path(get, path = "/api/me/calendar-filters", tag = "calendar",
    responses((status = 200, description = "At most 50", body = FilterList)))]
pub async fn list_filters(cx: Cx) -> Result<axum::Json<FilterList>, Error> {
    let items = presets::list(&cx).await?.iter().map(|preset| FilterJson::of(&cx, preset)).collect();
    Ok(axum::Json(FilterList { items, next: None }))
}

/// Keeps a filter of the calendar under a name.
#[utoipa::path(post, path = "/api/me/calendar-filters", tag = "calendar", request_body = FilterFields,
    responses((status = 201, description = "The filter", body = FilterJson), (status = 409, description = "`too_many_filters`: there are 50 already"),
        (status = 422, description = "What does not fit, field by field")))]
pub async fn save_filter(
    cx: Cx,
    Json(fields): Json<FilterFields>,
) -> Result<(StatusCode, axum::Json<FilterJson>), Error> {
    let preset = presets::save(&cx, &fields.name, &fields.filter).await?;
    Ok((StatusCode::CREATED, axum::Json(FilterJson::of(&cx, &preset))))
}

/// Forgets a filter of the calendar.
#[utoipa::path(delete, path = "/api/me/calendar-filters/{id}", tag = "calendar", params(("id" = uuid::Uuid, Path)),
    responses((status = 204, description = "It is gone"), (status = 404, description = "There is no such filter")))]
pub async fn delete_filter(cx: Cx, Path(id): Path<CalendarFilterId>) -> Result<StatusCode, Error> {
    presets::delete(&cx, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
