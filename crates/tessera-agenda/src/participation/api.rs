//! Answering over the API, and the list for organisers.

use super::model::{Answer, Participation, parse_occurrence};
use super::service::{self, Credentials, Given, Wanted};
use super::store::{self, Attendee, Filter};
use crate::events::access::Deed;
use crate::events::service as events;
use axum::Json as Answered;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use tessera_core::Instant;
use tessera_core::ids::{AccountId, EventId, ParticipationId};
use tessera_web::body::{Json, Path, Query};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

/// The most participants of one answer, and as many as are given unasked.
const MOST_LISTED: u64 = 1000;
const LISTED: u64 = 100;

/// Somebody's answer, as they see it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ParticipationShown {
    #[schema(value_type = uuid::Uuid)]
    pub id: ParticipationId,
    #[schema(value_type = uuid::Uuid)]
    pub event_id: EventId,
    /// `member` or `guest`.
    pub kind: &'static str,
    pub name: String,
    pub status: Answer,
    /// False: a guest's answer waits for the address to be confirmed, and does not count yet.
    pub confirmed: bool,
    /// One date of a series; none for the event as a whole.
    pub occurrence: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Instant,
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Instant,
}

impl ParticipationShown {
    fn of(p: &Participation, member_name: &str) -> Self {
        Self {
            id: p.id,
            event_id: p.event_id,
            kind: if p.guest().is_some() { "guest" } else { "member" },
            name: p.guest().map_or_else(|| member_name.to_owned(), |g| g.name.clone()),
            status: p.answer,
            confirmed: p.confirmed,
            occurrence: Some(p.occurrence.clone()).filter(|o| !o.is_empty()),
            created_at: p.created_at,
            updated_at: p.updated_at,
        }
    }
}

/// What answering is answered.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct GivenShown {
    pub participation: ParticipationShown,
    /// Lets the guest see the event, change the answer and leave, as `?guest=`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guest_token: Option<String>,
}

impl GivenShown {
    fn of(cx: &Cx, given: Given) -> Self {
        let name = cx.actor.signed_in().map_or("", |s| s.name.as_str());
        Self {
            participation: ParticipationShown::of(&given.participation, name),
            guest_token: given.guest_token,
        }
    }
}

/// Who subscribes: both are needed from somebody without an account.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Subscribe {
    pub email: Option<String>,
    pub name: Option<String>,
}

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Tokens {
    /// A guest's token.
    pub guest: Option<String>,
    /// The token of an invitation.
    pub invitation_token: Option<String>,
}

/// Subscribes to an event: the answer becomes `going`.
///
/// A private event wants an invitation (its token, or an open one for the verified address of whoever is signed in)
/// of anybody who is not part of it already. A guest whose address is not the invited one is pending until it is
/// confirmed by mail.
#[utoipa::path(post, path = "/api/events/{id}/subscribe", tag = "participation", params(("id" = uuid::Uuid, Path), Tokens),
    request_body = Subscribe, security((), ("token" = [])),
    responses((status = 200, body = GivenShown), (status = 401, description = "A private event, and nobody signed in nor invited."),
        (status = 403, description = "Not invited; the invitation is used, expired or revoked."), (status = 404),
        (status = 409, description = "No place is left (`full`), or the event is cancelled."), (status = 422)))]
pub async fn subscribe(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(tokens): Query<Tokens>,
    Json(body): Json<Subscribe>,
) -> Result<Response, Error> {
    let shown = Credentials {
        guest: tokens.guest.as_deref(),
        invitation: tokens.invitation_token.as_deref(),
        introduction: Some((body.email.as_deref().unwrap_or(""), body.name.as_deref().unwrap_or(""))),
    };
    let wanted = Wanted { answer: Answer::Going, occurrence: String::new() };
    let given = service::answer(&cx, id, wanted, shown).await?;
    Ok(Answered(GivenShown::of(&cx, given)).into_response())
}

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Leaving {
    /// A guest's token.
    pub guest: Option<String>,
    /// One date of a series.
    pub occurrence: Option<String>,
}

/// Leaves an event.
#[utoipa::path(delete, path = "/api/events/{id}/subscribe", tag = "participation", params(("id" = uuid::Uuid, Path), Leaving),
    security((), ("token" = [])), responses((status = 204), (status = 401), (status = 404)))]
pub async fn unsubscribe(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(query): Query<Leaving>,
) -> Result<StatusCode, Error> {
    let occurrence = occurrence(query.occurrence.as_deref())?;
    service::leave(&cx, id, occurrence, query.guest.as_deref()).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rsvp {
    /// `going`, `maybe`, `interested` or `declined`.
    #[schema(value_type = Answer)]
    pub status: String,
    /// The original start of one date of a series.
    pub occurrence: Option<String>,
}

/// Answers an event.
#[utoipa::path(post, path = "/api/events/{id}/rsvp", tag = "participation", params(("id" = uuid::Uuid, Path), Tokens),
    request_body = Rsvp, security((), ("token" = [])),
    responses((status = 200, body = GivenShown), (status = 401), (status = 403), (status = 404), (status = 409), (status = 422)))]
pub async fn rsvp(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(tokens): Query<Tokens>,
    Json(body): Json<Rsvp>,
) -> Result<Response, Error> {
    let answer = Answer::parse_given(&body.status)
        .ok_or_else(|| Refusal::invalid(vec![FieldError::new("status", "bad_choice")]))?;
    let shown = Credentials {
        guest: tokens.guest.as_deref(),
        invitation: tokens.invitation_token.as_deref(),
        introduction: None,
    };
    let wanted = Wanted { answer, occurrence: occurrence(body.occurrence.as_deref())? };
    let given = service::answer(&cx, id, wanted, shown).await?;
    Ok(Answered(GivenShown::of(&cx, given)).into_response())
}

/// A date of a series as it was written.
pub fn occurrence(text: Option<&str>) -> Result<String, Error> {
    parse_occurrence(text.unwrap_or_default())
        .ok_or_else(|| Refusal::invalid(vec![FieldError::new("occurrence", "bad_date")]).into())
}

/// Somebody in the organisers' list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ParticipantShown {
    #[schema(value_type = uuid::Uuid)]
    pub id: ParticipationId,
    pub name: String,
    /// `member` or `guest`.
    pub kind: &'static str,
    pub status: Answer,
    /// False: a guest who has not confirmed the address yet, and does not count.
    pub confirmed: bool,
    #[schema(value_type = Option<uuid::Uuid>)]
    pub promoter_id: Option<AccountId>,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Instant,
}

impl From<&Attendee> for ParticipantShown {
    fn from(a: &Attendee) -> Self {
        Self {
            id: a.participation.id,
            name: a.name().to_owned(),
            kind: a.kind(),
            status: a.participation.answer,
            confirmed: a.participation.confirmed,
            promoter_id: None,
            created_at: a.participation.created_at,
        }
    }
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ParticipantsShown {
    pub items: Vec<ParticipantShown>,
    /// The cursor of the page that follows.
    pub next: Option<String>,
}

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// One answer.
    pub status: Option<String>,
    /// A part of the name.
    pub q: Option<String>,
    /// One date of a series.
    pub occurrence: Option<String>,
    pub limit: Option<u64>,
    pub cursor: Option<String>,
}

/// Who answered, for the event's organisers.
#[utoipa::path(get, path = "/api/events/{id}/participants", tag = "participation", params(("id" = uuid::Uuid, Path), Listing),
    security(("token" = [])), responses((status = 200, body = ParticipantsShown), (status = 401), (status = 403), (status = 404)))]
pub async fn participants(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(query): Query<Listing>,
) -> Result<Response, Error> {
    let read = cx.app.db.read();
    let seen = events::find(&cx, &read, id, None).await?;
    events::allow(&seen, Deed::Edit)?;
    let bad = |field: &'static str| Error::from(Refusal::invalid(vec![FieldError::new(field, "bad_choice")]));
    let answer = match query.status.as_deref().filter(|s| !s.is_empty()) {
        Some(code) => Some(Answer::parse(code).ok_or_else(|| bad("status"))?),
        None => None,
    };
    let after = match query.cursor.as_deref().filter(|c| !c.is_empty()) {
        Some(cursor) => Some(cursor.parse::<ParticipationId>().map_err(|_| bad("cursor"))?),
        None => None,
    };
    let filter = Filter {
        answer,
        occurrence: occurrence(query.occurrence.as_deref())?,
        search: query.q.unwrap_or_default(),
        after,
    };
    let limit = query.limit.unwrap_or(LISTED).clamp(1, MOST_LISTED);
    let mut rows = store::list(&read, cx.community_id(), id, &filter, limit.saturating_add(1)).await?;
    let has_more = u64::try_from(rows.len()).is_ok_and(|n| n > limit);
    if has_more {
        rows.pop();
    }
    let next = rows.last().filter(|_| has_more).map(|a| a.participation.id.to_string());
    let link = next.as_ref().map(|n| {
        format!(
            "<{}>; rel=\"next\"",
            cx.url(&format!("/api/events/{id}/participants?limit={limit}&cursor={n}"))
        )
    });
    let items = rows.iter().map(ParticipantShown::from).collect();
    let mut response = Answered(ParticipantsShown { items, next }).into_response();
    if let Some(value) = link.and_then(|l| http::HeaderValue::from_str(&l).ok()) {
        response.headers_mut().insert(http::header::LINK, value);
    }
    Ok(response)
}
