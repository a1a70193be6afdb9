//! Inviting over the API, in the shapes of its document.

use super::addresses;
use super::model::{MOST_AT_ONCE, State};
use super::service::{self, Outcome, Sent};
use axum::Json as Answered;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use tessera_core::ids::{AccountId, EventId, InvitationId};
use tessera_core::{Instant, Locale};
use tessera_platform::mail::EmailAddress;
use tessera_web::body::{Json, Path, Path2, Query};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};
use tessera_web::words::Words;

const MOST_LISTED: u64 = 1000;

/// Whom to invite: one address, or many.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Invite {
    pub email: Option<String>,
    /// At most 500.
    pub emails: Option<Vec<String>>,
    /// The language of the mail; the community's where none is given.
    pub locale: Option<String>,
}

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct InviteQuery {
    /// The address, where the body has none.
    pub email: Option<String>,
}

/// What inviting one address is answered.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Invited {
    pub success: bool,
    pub message: String,
    #[schema(value_type = uuid::Uuid)]
    pub invitation_id: InvitationId,
}

/// What inviting several is answered.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ManyInvited {
    pub success: bool,
    pub message: String,
    /// In the order of the request.
    pub results: Vec<OneInvited>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct OneInvited {
    /// As it was sent.
    pub email: String,
    /// `sent`, `already_invited`, `bad_email`, `duplicate` or `too_many`.
    pub status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub invitation_id: Option<InvitationId>,
}

/// Invites one address or many to an event, and mails them.
///
/// The link holds for seven days and one person. Only the event's organiser and co-organisers invite.
#[utoipa::path(post, path = "/api/events/{id}/invite", tag = "invitations", params(("id" = uuid::Uuid, Path), InviteQuery),
    request_body = Invite, security(("token" = [])),
    responses((status = 200, body = Invited, description = "One address; several are answered with `results`."),
        (status = 401), (status = 403, description = "Not the organiser; or the address of the account is not verified."),
        (status = 404), (status = 409, description = "The address has an open invitation (`already_invited`)."),
        (status = 422), (status = 429)))]
pub async fn invite(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(query): Query<InviteQuery>,
    Json(body): Json<Invite>,
) -> Result<Response, Error> {
    let locale = match body.locale.as_deref() {
        Some(tag) => Some(Locale::from_tag(tag).ok_or_else(|| invalid("locale", "bad_choice"))?),
        None => None,
    };
    match (body.emails, body.email.or(query.email)) {
        (Some(_), Some(_)) => Err(invalid("email", "one_or_many")),
        (Some(emails), None) => many(&cx, id, emails, locale).await,
        (None, Some(email)) => one(&cx, id, &email, locale).await,
        // Who may not invite at all hears that first.
        (None, None) => {
            service::invite(&cx, id, &[], locale).await?;
            Err(invalid("email", "required"))
        }
    }
}

fn invalid(field: &str, code: &'static str) -> Error {
    Refusal::invalid(vec![FieldError { field: field.to_owned(), code, args: Vec::new() }]).into()
}

async fn one(cx: &Cx, id: EventId, email: &str, locale: Option<Locale>) -> Result<Response, Error> {
    let Ok(address) = email.parse::<EmailAddress>() else {
        service::invite(cx, id, &[], locale).await?;
        let field = FieldError::new("email", "bad_email");
        return Err(Refusal::invalid(vec![field]).into());
    };
    let (_, outcomes) = service::invite(cx, id, std::slice::from_ref(&address), locale).await?;
    match outcomes.first() {
        Some(Outcome::Sent(invitation_id)) => {
            let body = Invited {
                success: true,
                message: cx.words().t1("invitations-sent-to", ("email", address.as_str())),
                invitation_id: *invitation_id,
            };
            Ok(Answered(body).into_response())
        }
        Some(Outcome::AlreadyInvited(invitation_id)) => {
            Err(Refusal::new(409, "already_invited").with("invitation_id", invitation_id).into())
        }
        Some(Outcome::TooOften) | None => Err(Refusal::new(429, "recipient_has_enough").into()),
    }
}

async fn many(cx: &Cx, id: EventId, emails: Vec<String>, locale: Option<Locale>) -> Result<Response, Error> {
    if emails.len() > MOST_AT_ONCE {
        service::invite(cx, id, &[], locale).await?;
        let too_many = FieldError::new("emails", "too_many_addresses").with("max", MOST_AT_ONCE);
        return Err(Refusal::invalid(vec![too_many]).into());
    }
    let mut seen = std::collections::HashSet::new();
    let read: Vec<(String, Option<EmailAddress>)> = emails
        .into_iter()
        .map(|typed| {
            let address = addresses::read(&typed).addresses;
            let one = if address.len() == 1 { address.into_iter().next() } else { None };
            (typed, one)
        })
        .collect();
    let wanted: Vec<EmailAddress> =
        read.iter().filter_map(|(_, a)| a.clone()).filter(|a| seen.insert(a.key())).collect();
    let (_, outcomes) = service::invite(cx, id, &wanted, locale).await?;
    let mut known: std::collections::HashMap<String, Outcome> =
        wanted.iter().map(EmailAddress::key).zip(outcomes.iter().copied()).collect();
    let results: Vec<OneInvited> = read
        .into_iter()
        .map(|(email, address)| {
            let (status, invitation_id) = match address.map(|a| known.remove(&a.key())) {
                None => ("bad_email", None),
                Some(None) => ("duplicate", None),
                Some(Some(Outcome::Sent(id))) => ("sent", Some(id)),
                Some(Some(Outcome::AlreadyInvited(id))) => ("already_invited", Some(id)),
                Some(Some(Outcome::TooOften)) => ("too_many", None),
            };
            OneInvited { email, status, invitation_id }
        })
        .collect();
    let sent = results.iter().filter(|r| r.status == "sent").count();
    let message = cx.words().t1("invitations-sent-count", ("count", sent));
    Ok(Answered(ManyInvited { success: true, message, results }).into_response())
}

/// Sends an invitation anew: a new link, seven more days. The link of the first mail stops working.
#[utoipa::path(post, path = "/api/events/{id}/invitations/{invitation_id}/resend", tag = "invitations",
    params(("id" = uuid::Uuid, Path), ("invitation_id" = uuid::Uuid, Path)), security(("token" = [])),
    responses((status = 200, body = Invited), (status = 401), (status = 403), (status = 404),
        (status = 409, description = "It was used already."), (status = 429)))]
pub async fn resend(cx: Cx, Path2(event, id): Path2<String, String>) -> Result<Response, Error> {
    let invitation = service::resend(&cx, &event, &id).await?;
    let message = cx.words().t1("invitations-sent-to", ("email", invitation.email));
    Ok(Answered(Invited { success: true, message, invitation_id: invitation.id }).into_response())
}

/// An invitation as its organisers see it. The token was mailed, and is nowhere else.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct InvitationShown {
    #[schema(value_type = uuid::Uuid)]
    pub id: InvitationId,
    #[schema(value_type = uuid::Uuid)]
    pub event_id: EventId,
    pub email: String,
    #[schema(value_type = uuid::Uuid)]
    pub invited_by_user_id: AccountId,
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Instant,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub used_at: Option<Instant>,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Instant,
    pub state: State,
    /// What became of its mail: `waiting`, `sent`, `failed` or `withdrawn`.
    pub mail: Option<String>,
    #[schema(value_type = String)]
    pub locale: Locale,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct InvitationsShown {
    pub success: bool,
    pub data: Vec<InvitationShown>,
}

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// `open`, `used` or `expired`.
    pub state: Option<String>,
    pub skip: Option<u64>,
    /// At most 1,000, and so many unasked.
    pub limit: Option<u64>,
}

/// The invitations to an event, the newest first. 403 to everybody but its organisers, whether or not there is such
/// an event.
#[utoipa::path(get, path = "/api/events/{id}/invitations", tag = "invitations", params(("id" = uuid::Uuid, Path), Listing),
    security(("token" = [])), responses((status = 200, body = InvitationsShown), (status = 401), (status = 403)))]
pub async fn list(
    cx: Cx,
    Path(event): Path<String>,
    Query(query): Query<Listing>,
) -> Result<Response, Error> {
    let seen = service::for_organiser(&cx, &cx.app.db.read(), &event).await?;
    let state = match query.state.as_deref().filter(|s| !s.is_empty()) {
        Some(code) => Some(State::parse(code).ok_or_else(|| invalid("state", "bad_choice"))?),
        None => None,
    };
    let limit = query.limit.unwrap_or(MOST_LISTED).clamp(1, MOST_LISTED);
    let skip = query.skip.unwrap_or(0).min(1_000_000_000);
    let found = service::list(&cx, seen.id, state, skip, limit).await?;
    let now = cx.now();
    let data = found.into_iter().map(|s| shown(s, now)).collect();
    Ok(Answered(InvitationsShown { success: true, data }).into_response())
}

fn shown(Sent { invitation: i, mail }: Sent, now: Instant) -> InvitationShown {
    InvitationShown {
        state: i.state(now),
        id: i.id,
        event_id: i.event_id,
        email: i.email,
        invited_by_user_id: i.invited_by,
        expires_at: i.expires_at,
        used_at: i.used_at,
        created_at: i.created_at,
        mail,
        locale: i.locale,
    }
}

/// Revokes an invitation.
#[utoipa::path(delete, path = "/api/events/{id}/invitations/{invitation_id}", tag = "invitations",
    params(("id" = uuid::Uuid, Path), ("invitation_id" = uuid::Uuid, Path)), security(("token" = [])),
    responses((status = 204), (status = 401), (status = 403), (status = 404)))]
pub async fn revoke(cx: Cx, Path2(event, id): Path2<String, String>) -> Result<StatusCode, Error> {
    service::revoke(&cx, &event, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A sentence about how a paste went.
pub fn sent_sentence(w: &Words, sent: usize) -> String {
    w.t1("invitations-sent-count", ("count", sent))
}
