//! `/api/events`: the events of a community for programs.

use super::asked_times::Moment;
use super::deeds::{self, Whom};
use super::input::EventFields;
use super::json::{EventJson, Frame};
use super::list::{self, Audience, Query as ListQuery, Sort};
use super::model::{Kind, Organiser, State, Status};
use super::series::scope;
use super::service::{self, Seen};
use super::store;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, ETAG, IF_MATCH, IF_NONE_MATCH, LINK, LOCATION};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde::{Deserialize, Serialize};
use tessera_core::Instant;
use tessera_core::ids::{AccountId, EventId};
use tessera_web::body::{Json, Path, Path2, Query};
use tessera_web::cx::Cx;
use tessera_web::establish::{etag, etag_matches};
use tessera_web::refusal::{Error, FieldError, Refusal};

const LIMIT: u64 = 100;
const MOST: u64 = 1_000;

/// What a list can be asked for.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct ListParams {
    /// What has ended by then is left out; now where nothing is said. RFC 3339, or a date in the community's zone.
    pub from: Option<String>,
    /// What begins later is left out; a date includes that day.
    pub to: Option<String>,
    /// Words that all must be in title, text or place, whatever their case and accents.
    pub q: Option<String>,
    /// One of `event, community_event, engagement, task`, or several with commas.
    pub kind: Option<String>,
    pub category: Option<String>,
    /// One of schema.org's, as `EventCancelled`, of tasks also `to_do`, `in_progress` and `done`, or several with commas.
    pub status: Option<String>,
    /// Part of the place.
    pub place: Option<String>,
    /// `starts_at` (where nothing is said), `-starts_at`, `updated_at`, `-updated_at`, `-created_at`.
    pub sort: Option<String>,
    /// `draft` or `proposed` lists one's own that are not published, and the proposals of others for who publishes.
    pub state: Option<String>,
    pub skip: Option<u64>,
    /// 100 where nothing is said, at most 1,000.
    pub limit: Option<u64>,
}

/// A guest's token, as every mail to a guest has it.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct GuestParams {
    pub guest: Option<String>,
}

impl ListParams {
    fn query(&self, cx: &Cx) -> Result<ListQuery, Error> {
        let mut faults = Vec::new();
        let member = cx.member().ok().map(|m| m.account_id());
        let audience = member.map_or(Audience::Everyone, Audience::Member);
        let mut query = ListQuery::new(&cx.community, audience);
        query.from = Some(
            self.instant(cx, "from", self.from.as_deref(), false, &mut faults).unwrap_or_else(|| cx.now()),
        );
        query.to = self.instant(cx, "to", self.to.as_deref(), true, &mut faults);
        query.q = self.q.clone().unwrap_or_default();
        query.kinds = codes("kind", self.kind.as_deref(), Kind::parse, &mut faults);
        query.statuses = codes("status", self.status.as_deref(), Status::parse_asked, &mut faults);
        query.category = self.category.clone().filter(|c| !c.is_empty());
        query.place = self.place.clone().filter(|p| !p.trim().is_empty());
        if let Some(sort) = self.sort.as_deref().filter(|s| !s.is_empty()) {
            match Sort::parse(sort) {
                Some(sort) => query.sort = sort,
                None => faults.push(FieldError::new("sort", "bad_choice")),
            }
        }
        query.skip = self.skip.unwrap_or(0);
        query.limit = self.limit.unwrap_or(LIMIT).min(MOST);
        if faults.is_empty() { Ok(query) } else { Err(Refusal::invalid(faults).into()) }
    }

    fn instant(
        &self,
        cx: &Cx,
        field: &str,
        text: Option<&str>,
        to_the_end: bool,
        faults: &mut Vec<FieldError>,
    ) -> Option<Instant> {
        let text = text.filter(|t| !t.is_empty())?;
        let Some(moment) = Moment::parse(text) else {
            faults.push(FieldError::new(field, "bad_datetime"));
            return None;
        };
        let moment = match moment {
            Moment::Day(day) if to_the_end => Moment::Day(day.tomorrow().unwrap_or(day)),
            moment => moment,
        };
        Some(moment.instant(&service::community_zone(&cx.community)))
    }
}

fn codes<T>(
    field: &str,
    text: Option<&str>,
    parse: fn(&str) -> Option<T>,
    faults: &mut Vec<FieldError>,
) -> Vec<T> {
    let mut found = Vec::new();
    for code in text.unwrap_or_default().split(',').map(str::trim).filter(|c| !c.is_empty()) {
        match parse(code) {
            Some(value) => found.push(value),
            None => {
                faults.push(FieldError::new(field, "bad_choice"));
                break;
            }
        }
    }
    found
}

/// The events the caller may see, from now on unless `from` says otherwise.
#[utoipa::path(get, path = "/api/events", tag = "events", params(ListParams),
    responses((status = 200, description = "What the caller may see: public events, their own, and private ones they joined", body = Vec<EventJson<'static>>)))]
pub async fn list_events(
    cx: Cx,
    headers: HeaderMap,
    Query(params): Query<ListParams>,
) -> Result<Response, Error> {
    let mut query = params.query(&cx)?;
    let wanted = query.limit;
    query.limit = wanted.saturating_add(1);
    let read = cx.app.db.read();
    let mut found = match params.state.as_deref().filter(|s| !s.is_empty() && *s != "published") {
        None => list::list(&read, &query).await?,
        Some(state) => unpublished(&cx, state, &query).await?,
    };
    let has_more = u64::try_from(found.len()).unwrap_or(u64::MAX) > wanted;
    found.truncate(usize::try_from(wanted).unwrap_or(usize::MAX));
    let frame = Frame::of_all(&cx, &read, &found).await?;
    let events: Vec<EventJson<'_>> = found.iter().map(|e| frame.event(e)).collect();
    let mut response = tagged(&headers, &events, None)?;
    if has_more
        && let Ok(link) = HeaderValue::from_str(&next_link(&cx, query.skip.saturating_add(wanted), wanted))
    {
        response.headers_mut().insert(LINK, link);
    }
    Ok(response)
}

async fn unpublished(cx: &Cx, state: &str, query: &ListQuery) -> Result<Vec<super::Listed>, Error> {
    let member = cx.member()?;
    let state = State::parse(state).filter(|s| matches!(s, State::Draft | State::Proposed));
    let state = state.ok_or_else(|| Refusal::invalid(vec![FieldError::new("state", "bad_choice")]))?;
    let all = state == State::Proposed && super::access::is_publisher(cx.actor.standing());
    let whose = (!all).then(|| member.account_id());
    let read = cx.app.db.read();
    Ok(store::list_in_state(&read, cx.community_id(), state, whose, query.skip, query.limit).await?)
}

/// The same request with another `skip`.
fn next_link(cx: &Cx, skip: u64, limit: u64) -> String {
    let (path, query) = cx.target.split_once('?').unwrap_or((&cx.target, ""));
    let kept = url::form_urlencoded::parse(query.as_bytes()).filter(|(k, _)| k != "skip" && k != "limit");
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept)
        .append_pair("skip", &skip.to_string())
        .append_pair("limit", &limit.to_string())
        .finish();
    format!("<{}>; rel=\"next\"", cx.url(&format!("{path}?{query}")))
}

/// JSON with its tag; 304 where the caller has it already.
fn tagged(asked: &HeaderMap, body: &impl Serialize, tag: Option<String>) -> Result<Response, Error> {
    let bytes = serde_json::to_vec(body).map_err(anyhow::Error::from)?;
    let tag = tag.unwrap_or_else(|| etag(&bytes));
    let tag = HeaderValue::from_str(&tag).map_err(anyhow::Error::from)?;
    if asked.get(IF_NONE_MATCH).is_some_and(|asked| etag_matches(&tag, asked)) {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response());
    }
    Ok(([(CONTENT_TYPE, HeaderValue::from_static("application/json")), (ETAG, tag)], bytes).into_response())
}

pub(crate) async fn one(cx: &Cx, status: StatusCode, seen: &Seen) -> Result<Response, Error> {
    let frame = Frame::of_all(cx, &cx.app.db.read(), [&seen.listed]).await?;
    let tag = Some(frame.tag(&seen.listed));
    let mut response = tagged(&HeaderMap::new(), &frame.event(&seen.listed), tag)?;
    *response.status_mut() = status;
    if status == StatusCode::CREATED
        && let Ok(location) = HeaderValue::from_str(&format!("/api/events/{}", seen.id))
    {
        response.headers_mut().insert(LOCATION, location);
    }
    Ok(response)
}

fn if_match(headers: &HeaderMap) -> Option<&str> {
    headers.get(IF_MATCH).and_then(|v| v.to_str().ok())
}

/// Creates an event: published where the caller may publish, else a draft or a proposal.
#[utoipa::path(post, path = "/api/events", tag = "events", request_body = EventFields,
    responses((status = 201, description = "The event", body = EventJson<'static>), (status = 422, description = "What does not fit, field by field")))]
pub async fn create_event(cx: Cx, Json(fields): Json<EventFields>) -> Result<Response, Error> {
    cx.member()?;
    let seen = service::create(&cx, fields).await?;
    one(&cx, StatusCode::CREATED, &seen).await
}

/// One event.
#[utoipa::path(get, path = "/api/events/{id}", tag = "events", params(("id" = uuid::Uuid, Path), GuestParams),
    responses((status = 200, description = "The event", body = EventJson<'static>), (status = 401, description = "It is private, and nobody is signed in"),
        (status = 403, description = "It is private, and the caller neither organises it nor takes part"), (status = 404, description = "There is no such event")))]
pub async fn get_event(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(params): Query<GuestParams>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let seen = service::find(&cx, &cx.app.db.read(), id, params.guest.as_deref()).await?;
    let frame = Frame::of_all(&cx, &cx.app.db.read(), [&seen.listed]).await?;
    tagged(&headers, &frame.event(&seen.listed), Some(frame.tag(&seen.listed)))
}

/// Changes the fields that are given.
#[utoipa::path(patch, path = "/api/events/{id}", tag = "events", params(("id" = uuid::Uuid, Path), ScopeParams), request_body = EventFields,
    responses((status = 200, description = "The event as it is now", body = EventJson<'static>), (status = 412, description = "Somebody else was faster")))]
pub async fn change_event(
    cx: Cx,
    Path(id): Path<EventId>,
    headers: HeaderMap,
    Query(params): Query<ScopeParams>,
    Json(fields): Json<EventFields>,
) -> Result<Response, Error> {
    let changed = scope::change(&cx, id, fields, params.asked(&headers)).await?;
    let mut response = one(&cx, StatusCode::OK, &changed.seen).await?;
    if let Ok(dates) = HeaderValue::from_str(&changed.left_over.join(", "))
        && !changed.left_over.is_empty()
    {
        response.headers_mut().insert(LEFT_OVER, dates);
    }
    Ok(response)
}

/// Names the dates that differed and that a changed rule no longer has, where there are such.
const LEFT_OVER: http::HeaderName = http::HeaderName::from_static("tessera-left-over-dates");

/// How much of a series is meant.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct ScopeParams {
    /// `this` (where a date is named), `this_and_future` or `all`.
    pub scope: Option<String>,
    /// Which date of the series: its original start, RFC 3339, or a date of an all-day series.
    pub occurrence: Option<String>,
}

impl ScopeParams {
    fn asked<'a>(&'a self, headers: &'a HeaderMap) -> scope::Asked<'a> {
        scope::Asked {
            scope: self.scope.as_deref(),
            occurrence: self.occurrence.as_deref(),
            if_match: if_match(headers),
        }
    }
}

/// Deletes an event; for thirty days that can be taken back.
#[utoipa::path(delete, path = "/api/events/{id}", tag = "events", params(("id" = uuid::Uuid, Path), ScopeParams),
    responses((status = 204, description = "It is deleted; for thirty days it can be restored")))]
pub async fn delete_event(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(params): Query<ScopeParams>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    scope::delete(&cx, id, params.asked(&headers)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Answers with the event after a deed without a body.
macro_rules! deed {
    ($name:ident, $path:literal, $status:literal, $http:ident, $words:literal, $deed:path) => {
        #[utoipa::path(post, path = $path, tag = "events", summary = $words, params(("id" = uuid::Uuid, Path)),
                            responses((status = $status, description = $words, body = EventJson<'static>)))]
        pub async fn $name(cx: Cx, Path(id): Path<EventId>) -> Result<Response, Error> {
            let seen = $deed(&cx, id).await?;
            one(&cx, StatusCode::$http, &seen).await
        }
    };
}

deed!(publish_event, "/api/events/{id}/publish", 200, OK, "Published", deeds::publish);
deed!(propose_event, "/api/events/{id}/propose", 200, OK, "Proposed to those who publish", deeds::propose);
deed!(
    give_back_event,
    "/api/events/{id}/give-back",
    200,
    OK,
    "A draft of its organiser again",
    deeds::give_back
);
deed!(cancel_event, "/api/events/{id}/cancel", 200, OK, "Cancelled", deeds::cancel);
deed!(resume_event, "/api/events/{id}/resume", 200, OK, "It takes place after all", deeds::resume);
deed!(restore_event, "/api/events/{id}/restore", 200, OK, "The deletion is taken back", deeds::restore);
deed!(
    duplicate_event,
    "/api/events/{id}/duplicate",
    201,
    CREATED,
    "A draft with the same contents",
    deeds::duplicate
);

/// A member, by account or address.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberNamed {
    #[schema(value_type = Option<uuid::Uuid>)]
    pub account_id: Option<AccountId>,
    pub email: Option<String>,
}

impl MemberNamed {
    fn whom(self) -> Result<Whom, Error> {
        match (self.account_id, self.email) {
            (Some(id), _) => Ok(Whom::Account(id)),
            (None, Some(email)) => Ok(Whom::Email(email)),
            (None, None) => Err(Refusal::invalid(vec![FieldError::new("email", "required")]).into()),
        }
    }
}

/// A list of ours.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct OrganiserList {
    pub items: Vec<Organiser>,
    pub next: Option<String>,
}

/// Who organises an event beside its organiser.
#[utoipa::path(get, path = "/api/events/{id}/co-organisers", tag = "events", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "Who organises it beside its organiser", body = OrganiserList)))]
pub async fn list_co_organisers(cx: Cx, Path(id): Path<EventId>) -> Result<Response, Error> {
    let seen = service::find(&cx, &cx.app.db.read(), id, None).await?;
    let items = deeds::list_co_organisers(&cx, &seen).await?;
    Ok(axum::Json(OrganiserList { items, next: None }).into_response())
}

/// Names a member co-organiser.
#[utoipa::path(post, path = "/api/events/{id}/co-organisers", tag = "events", params(("id" = uuid::Uuid, Path)),
    request_body = MemberNamed, responses((status = 201, description = "The new co-organiser", body = Organiser)))]
pub async fn add_co_organiser(
    cx: Cx,
    Path(id): Path<EventId>,
    Json(named): Json<MemberNamed>,
) -> Result<Response, Error> {
    let organiser = deeds::add_co_organiser(&cx, id, named.whom()?).await?;
    Ok((StatusCode::CREATED, axum::Json(organiser)).into_response())
}

/// Ends a co-organisership.
#[utoipa::path(delete, path = "/api/events/{id}/co-organisers/{account_id}", tag = "events",
    params(("id" = uuid::Uuid, Path), ("account_id" = uuid::Uuid, Path)),
    responses((status = 204, description = "No longer a co-organiser")))]
pub async fn remove_co_organiser(
    cx: Cx,
    Path2(id, account): Path2<EventId, AccountId>,
) -> Result<Response, Error> {
    deeds::remove_co_organiser(&cx, id, account).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Makes another member the organiser.
#[utoipa::path(post, path = "/api/events/{id}/hand-over", tag = "events", params(("id" = uuid::Uuid, Path)),
    request_body = MemberNamed, responses((status = 200, description = "The event with its new organiser", body = EventJson<'static>)))]
pub async fn hand_over_event(
    cx: Cx,
    Path(id): Path<EventId>,
    Json(named): Json<MemberNamed>,
) -> Result<Response, Error> {
    let seen = deeds::hand_over(&cx, id, named.whom()?).await?;
    one(&cx, StatusCode::OK, &seen).await
}
