//! Partners' events over the API.

use super::comments::{self, Before};
use super::interests;
use super::model::{Approval, ExternalEvent, Level, begins};
use super::service;
use super::store::comments::Comment;
use super::store::{Asked, Cursor, Decision, When};
use crate::clubs::{pictures, syncing};
use axum::Json as Answered;
use axum::response::{IntoResponse, Response};
use http::header::LINK;
use http::{HeaderValue, StatusCode};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, ExternalCommentId, ExternalEventId};
use tessera_people::members::names;
use tessera_web::body::{Json, Path, Path2, Query};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};
use tessera_wire::clubs::{Counts, Status};

const LIMIT: usize = 100;
const MOST: usize = 1_000;

/// A partner's event, in the words of club federation.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ExternalEventJson {
    #[schema(value_type = uuid::Uuid)]
    id: ExternalEventId,
    club: ClubJson,
    /// The partner's own name for it.
    external_id: String,
    event_name: String,
    /// RFC 3339 in the community's zone; a date where it takes whole days.
    start_date: String,
    /// Likewise; of whole days the day after the last.
    end_date: Option<String>,
    all_day: bool,
    location_name: String,
    location_address: String,
    location_lat: Option<f64>,
    location_lon: Option<f64>,
    /// Sanitised HTML.
    description: String,
    /// One of schema.org's, as `EventScheduled`. What the partner has not any more is `EventCancelled`.
    event_status: &'static str,
    /// Where the partner has its picture. Pages show ours (`image`), so that the partner does not learn who looks.
    image_url: Option<String>,
    image: Option<String>,
    detail_url: Option<String>,
    approval: Approval,
    is_approved: bool,
    is_hidden: bool,
    /// Of this community's members.
    interest: InterestJson,
    /// Of the partner's people, as the partner says.
    interest_count: CountsJson,
    /// Its page here.
    url: String,
    #[schema(value_type = String, format = DateTime)]
    fetched_at: Instant,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Instant,
}

/// Whose it is.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ClubJson {
    code: String,
    name: String,
}

/// How many, and how much oneself. Nobody else's name.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct InterestJson {
    mine: Option<Level>,
    going: u32,
    maybe: u32,
    interested: u32,
    total: u32,
}

/// How many.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CountsJson {
    going: u32,
    maybe: u32,
    interested: u32,
}

impl From<Counts> for CountsJson {
    fn from(c: Counts) -> Self {
        Self { going: c.going, maybe: c.maybe, interested: c.interested }
    }
}

impl ExternalEventJson {
    fn of(cx: &Cx, event: ExternalEvent, mine: Option<Level>) -> Self {
        let zone = cx.community.zone();
        let local =
            |at: Instant| at.timestamp().to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
        let (start_date, end_date) = match event.when.days {
            Some((first, last)) => (first.to_string(), Some(last.tomorrow().unwrap_or(last).to_string())),
            None => (local(event.when.start), event.when.end.map(local)),
        };
        let ours = event.ours;
        Self {
            id: event.id,
            approval: event.approval(),
            url: cx.url(&event.path()),
            image: event.image.as_deref().map(|name| cx.url(&pictures::small_path(name))),
            club: ClubJson { code: event.club.code, name: event.club.name },
            external_id: event.external_id,
            event_name: event.event_name,
            start_date,
            end_date,
            all_day: event.when.days.is_some(),
            location_name: event.location_name,
            location_address: event.location_address,
            location_lat: event.position.map(|p| p.0),
            location_lon: event.position.map(|p| p.1),
            description: event.description,
            event_status: event.status.as_str(),
            image_url: event.image_url,
            detail_url: event.detail_url,
            is_approved: event.is_approved,
            is_hidden: event.is_hidden,
            interest: InterestJson {
                mine,
                going: ours.going,
                maybe: ours.maybe,
                interested: ours.interested,
                total: ours.total(),
            },
            interest_count: event.theirs.into(),
            fetched_at: event.fetched_at,
            updated_at: event.updated_at,
        }
    }
}

async fn shown(cx: &Cx, event: ExternalEvent) -> Result<Answered<ExternalEventJson>, Error> {
    let mine = service::mine(cx, std::slice::from_ref(&event)).await?;
    let mine = mine.get(&event.id).copied();
    Ok(Answered(ExternalEventJson::of(cx, event, mine)))
}

/// Which events.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct ExternalEventParams {
    /// A partner's code.
    club: Option<String>,
    /// RFC 3339, or a date in the community's zone: what is not over then. Now where nothing is said.
    from: Option<String>,
    /// Likewise: what has begun by then; a date is included.
    to: Option<String>,
    /// One of schema.org's, as `EventCancelled`.
    status: Option<String>,
    /// One of `pending, approved, hidden`. Only admins are shown others than approved ones.
    approval: Option<String>,
    /// Words of the place.
    place: Option<String>,
    /// At most 1,000; 100 where nothing is said.
    limit: Option<usize>,
    cursor: Option<String>,
}

/// A page of events.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ExternalEventList {
    items: Vec<ExternalEventJson>,
    /// Give it as `cursor` to get the next page.
    next: Option<String>,
}

fn some(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

/// A date or an instant, a date as where it begins or, `included`, where it ends.
fn moment(cx: &Cx, text: &str, included: bool) -> Option<Instant> {
    if text.len() == 10 {
        let day: Date = text.parse().ok()?;
        return Some(begins(if included { day.tomorrow().ok()? } else { day }, &cx.community.zone()));
    }
    // A plus that a query turned into a blank.
    text.parse().ok().or_else(|| text.rsplit_once(' ').and_then(|(t, o)| format!("{t}+{o}").parse().ok()))
}

impl ExternalEventParams {
    /// None: there is nothing of what is asked for that the reader may see.
    fn asked(&self, cx: &Cx) -> Result<Option<Asked>, Error> {
        let mut faults = Vec::new();
        let mut time = |field: &str, text: Option<&str>, included: bool| {
            let at = moment(cx, text?, included);
            if at.is_none() {
                faults.push(FieldError::new(field, "bad_datetime"));
            }
            at
        };
        let from = time("from", some(&self.from), false).unwrap_or_else(|| cx.now());
        let to = time("to", some(&self.to), true);
        let mut choice = |field: &str, is_known: bool| {
            if !is_known {
                faults.push(FieldError::new(field, "bad_choice"));
            }
        };
        let status = some(&self.status).map(|code| Status::ALL.into_iter().find(|s| s.as_str() == code));
        choice("status", status != Some(None));
        let approval = some(&self.approval).map(Approval::parse);
        choice("approval", approval != Some(None));
        let after = some(&self.cursor).map(Cursor::decode);
        choice("cursor", after != Some(None));
        if !faults.is_empty() {
            return Err(Refusal::invalid(faults).into());
        }
        let Some(sight) = service::sight(cx, approval.flatten()) else { return Ok(None) };
        Ok(Some(Asked {
            community: cx.community_id(),
            sight,
            club: some(&self.club).map(str::to_owned),
            status: status.flatten(),
            place: self.place.clone().unwrap_or_default(),
            time: When::Coming { from, to },
            after: after.flatten(),
            limit: self.limit.unwrap_or(LIMIT).clamp(1, MOST),
        }))
    }
}

/// Events of partner communities, the earliest first.
///
/// Visitors and members see what an admin has approved and not hidden; admins see all. Cancelled ones stay listed until
/// their date has passed.
#[utoipa::path(get, path = "/api/external-events", tag = "external-events", params(ExternalEventParams),
    responses((status = 200, body = ExternalEventList), (status = 422)))]
pub async fn list_external_events(
    cx: Cx,
    Query(params): Query<ExternalEventParams>,
) -> Result<Response, Error> {
    let (events, next) = match params.asked(&cx)? {
        Some(asked) => service::list(&cx, asked).await?,
        None => (Vec::new(), None),
    };
    let mine = service::mine(&cx, &events).await?;
    let items = events
        .into_iter()
        .map(|event| {
            let mine = mine.get(&event.id).copied();
            ExternalEventJson::of(&cx, event, mine)
        })
        .collect();
    let next = next.map(|cursor| cursor.encode());
    let link = next.as_deref().map(|next| link_to(&cx, next));
    let mut response = Answered(ExternalEventList { items, next }).into_response();
    if let Some(link) = link.and_then(|link| HeaderValue::from_str(&link).ok()) {
        response.headers_mut().insert(LINK, link);
    }
    Ok(response)
}

/// The same request with another cursor.
fn link_to(cx: &Cx, cursor: &str) -> String {
    let (path, query) = cx.target.split_once('?').unwrap_or((&cx.target, ""));
    let kept = url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != "cursor");
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept)
        .append_pair("cursor", cursor)
        .finish();
    format!("<{}>; rel=\"next\"", cx.url(&format!("{path}?{query}")))
}

/// One event of a partner.
#[utoipa::path(get, path = "/api/external-events/{id}", tag = "external-events", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = ExternalEventJson), (status = 404)))]
pub async fn get_external_event(
    cx: Cx,
    Path(id): Path<ExternalEventId>,
) -> Result<Answered<ExternalEventJson>, Error> {
    let event = service::find(&cx, &cx.app.db.read(), id).await?;
    shown(&cx, event).await
}

/// Lets everybody see it.
#[utoipa::path(post, path = "/api/external-events/{id}/approve", tag = "external-events", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = ExternalEventJson), (status = 401), (status = 403), (status = 404)))]
pub async fn approve_external_event(
    cx: Cx,
    Path(id): Path<ExternalEventId>,
) -> Result<Answered<ExternalEventJson>, Error> {
    shown(&cx, service::decide_one(&cx, id, Decision::Approve).await?).await
}

/// Hides it, whatever the partner lists.
#[utoipa::path(post, path = "/api/external-events/{id}/hide", tag = "external-events", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = ExternalEventJson), (status = 401), (status = 403), (status = 404)))]
pub async fn hide_external_event(
    cx: Cx,
    Path(id): Path<ExternalEventId>,
) -> Result<Answered<ExternalEventJson>, Error> {
    shown(&cx, service::decide_one(&cx, id, Decision::Hide).await?).await
}

/// Shows it again, where it was approved.
#[utoipa::path(post, path = "/api/external-events/{id}/unhide", tag = "external-events", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = ExternalEventJson), (status = 401), (status = 403), (status = 404)))]
pub async fn unhide_external_event(
    cx: Cx,
    Path(id): Path<ExternalEventId>,
) -> Result<Answered<ExternalEventJson>, Error> {
    shown(&cx, service::decide_one(&cx, id, Decision::Unhide).await?).await
}

/// Asks the partner anew what it has on the day of this event.
#[utoipa::path(post, path = "/api/external-events/{id}/refresh", tag = "external-events", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "As the partner has it now", body = ExternalEventJson), (status = 401),
        (status = 403), (status = 404), (status = 409, description = "The partner is being asked already (`sync_under_way`), or nothing is exchanged with it (`partner_closed`)"),
        (status = 502, description = "The partner did not answer as it should (`partner_trouble`)")))]
pub async fn refresh_external_event(
    cx: Cx,
    Path(id): Path<ExternalEventId>,
) -> Result<Answered<ExternalEventJson>, Error> {
    let event = service::find(&cx, &cx.app.db.read(), id).await?;
    syncing::refresh(&cx, &event).await?;
    let event = service::find(&cx, &cx.app.db.read(), id).await?;
    shown(&cx, event).await
}

/// How much.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InterestFields {
    interest_level: String,
}

/// Says how much one is interested. Nobody learns who; the partner may learn how many.
#[utoipa::path(put, path = "/api/external-events/{id}/interest", tag = "external-events", params(("id" = uuid::Uuid, Path)),
    request_body = InterestFields,
    responses((status = 200, body = ExternalEventJson), (status = 401), (status = 403), (status = 404),
        (status = 409, description = "It is cancelled (`external_event_cancelled`) or over (`external_event_over`)"), (status = 422)))]
pub async fn put_external_interest(
    cx: Cx,
    Path(id): Path<ExternalEventId>,
    Json(fields): Json<InterestFields>,
) -> Result<Answered<ExternalEventJson>, Error> {
    let level = Level::parse(fields.interest_level.trim());
    let level =
        level.ok_or_else(|| Refusal::invalid(vec![FieldError::new("interest_level", "bad_choice")]))?;
    let event = interests::put(&cx, id, level).await?;
    Ok(Answered(ExternalEventJson::of(&cx, event, Some(level))))
}

/// Takes one's interest back.
#[utoipa::path(delete, path = "/api/external-events/{id}/interest", tag = "external-events", params(("id" = uuid::Uuid, Path)),
    responses((status = 204), (status = 401), (status = 403), (status = 404)))]
pub async fn delete_external_interest(cx: Cx, Path(id): Path<ExternalEventId>) -> Result<StatusCode, Error> {
    interests::withdraw(&cx, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a member wrote.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ExternalCommentJson {
    #[schema(value_type = uuid::Uuid)]
    id: ExternalCommentId,
    author: AuthorJson,
    /// As it was typed: a text, no HTML.
    content: String,
    #[schema(value_type = String, format = DateTime)]
    created_at: Instant,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Instant,
    mine: bool,
}

/// Who wrote.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct AuthorJson {
    #[schema(value_type = uuid::Uuid)]
    id: AccountId,
    name: String,
}

impl ExternalCommentJson {
    fn of(cx: &Cx, comment: Comment, names: &BTreeMap<AccountId, String>) -> Self {
        let name = names.get(&comment.author).cloned().unwrap_or_default();
        Self {
            id: comment.id,
            mine: cx.account_id() == Some(comment.author),
            author: AuthorJson { id: comment.author, name },
            content: comment.content,
            created_at: comment.created_at,
            updated_at: comment.updated_at,
        }
    }
}

/// The names of those who wrote.
pub async fn authors(cx: &Cx, comments: &[Comment]) -> Result<BTreeMap<AccountId, String>, Error> {
    let mut ids: Vec<AccountId> = comments.iter().map(|c| c.author).collect();
    ids.sort();
    ids.dedup();
    Ok(names(&cx.app.db.read(), &ids).await?.into_iter().collect())
}

/// Which comments.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct CommentParams {
    /// At most 1,000; 100 where nothing is said.
    limit: Option<usize>,
    cursor: Option<String>,
}

/// A page of comments.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ExternalCommentList {
    items: Vec<ExternalCommentJson>,
    /// Give it as `cursor` to get the next page.
    next: Option<String>,
}

/// A text.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommentFields {
    /// At most 2,000 characters.
    content: String,
}

pub fn before(text: &str) -> Option<Before> {
    let (at, id) = text.split_once('.')?;
    Some((Instant::from_microseconds(at.parse().ok()?), id.parse().ok()?))
}

pub fn cursor((at, id): Before) -> String {
    format!("{}.{id}", at.as_microseconds())
}

/// What members wrote about it, the newest first. It never leaves this server.
#[utoipa::path(get, path = "/api/external-events/{id}/comments", tag = "external-events",
    params(("id" = uuid::Uuid, Path), CommentParams),
    responses((status = 200, body = ExternalCommentList), (status = 401), (status = 403), (status = 404)))]
pub async fn list_external_comments(
    cx: Cx,
    Path(id): Path<ExternalEventId>,
    Query(params): Query<CommentParams>,
) -> Result<Answered<ExternalCommentList>, Error> {
    let event = service::find(&cx, &cx.app.db.read(), id).await?;
    let from = some(&params.cursor).map(before);
    if from == Some(None) {
        return Err(Refusal::invalid(vec![FieldError::new("cursor", "bad_choice")]).into());
    }
    let limit = params.limit.unwrap_or(LIMIT).clamp(1, MOST);
    let (comments, next) = comments::list(&cx, &event, from.flatten(), limit).await?;
    let names = authors(&cx, &comments).await?;
    let items = comments.into_iter().map(|c| ExternalCommentJson::of(&cx, c, &names)).collect();
    Ok(Answered(ExternalCommentList { items, next: next.map(cursor) }))
}

/// Writes to the other members about it.
#[utoipa::path(post, path = "/api/external-events/{id}/comments", tag = "external-events", params(("id" = uuid::Uuid, Path)),
    request_body = CommentFields,
    responses((status = 201, body = ExternalCommentJson), (status = 401), (status = 403), (status = 404), (status = 422), (status = 429)))]
pub async fn post_external_comment(
    cx: Cx,
    Path(id): Path<ExternalEventId>,
    Json(fields): Json<CommentFields>,
) -> Result<(StatusCode, Answered<ExternalCommentJson>), Error> {
    let comment = comments::post(&cx, id, &fields.content).await?;
    let names = authors(&cx, std::slice::from_ref(&comment)).await?;
    Ok((StatusCode::CREATED, Answered(ExternalCommentJson::of(&cx, comment, &names))))
}

/// Changes what one wrote.
#[utoipa::path(patch, path = "/api/external-events/{id}/comments/{comment_id}", tag = "external-events",
    params(("id" = uuid::Uuid, Path), ("comment_id" = uuid::Uuid, Path)), request_body = CommentFields,
    responses((status = 200, body = ExternalCommentJson), (status = 401), (status = 403), (status = 404), (status = 422)))]
pub async fn edit_external_comment(
    cx: Cx,
    Path2(event, id): Path2<ExternalEventId, ExternalCommentId>,
    Json(fields): Json<CommentFields>,
) -> Result<Answered<ExternalCommentJson>, Error> {
    let comment = comments::edit(&cx, event, id, &fields.content).await?;
    let names = authors(&cx, std::slice::from_ref(&comment)).await?;
    Ok(Answered(ExternalCommentJson::of(&cx, comment, &names)))
}

/// Deletes what one wrote; an admin, what anybody wrote.
#[utoipa::path(delete, path = "/api/external-events/{id}/comments/{comment_id}", tag = "external-events",
    params(("id" = uuid::Uuid, Path), ("comment_id" = uuid::Uuid, Path)),
    responses((status = 204), (status = 401), (status = 403), (status = 404)))]
pub async fn delete_external_comment(
    cx: Cx,
    Path2(event, id): Path2<ExternalEventId, ExternalCommentId>,
) -> Result<StatusCode, Error> {
    comments::delete(&cx, event, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
