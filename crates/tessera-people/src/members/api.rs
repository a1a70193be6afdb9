//! Members over the API: the same service as the pages.

use super::joining;
use super::people::{self, Cursor, Filter, Member};
use super::store;
use crate::communities::State;
use crate::communities::service::{self, By};
use axum::response::IntoResponse;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use tessera_core::ids::AccountId;
use tessera_core::{Access, Role, Roles};
use tessera_web::body::{Json, Path, Query};
use tessera_web::{Cx, Error, FieldError, Refusal, Routes};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

const DEFAULT_LIMIT: usize = 100;
const MOST_LIMIT: usize = 1000;
const MOST_REASON_CHARS: usize = 500;

pub fn routes(routes: Routes) -> Routes {
    routes
        .api(Access::Member, "members:read", routes!(list))
        .api(Access::Member, "members:read", routes!(show))
        .api(Access::ADMIN, "members:write", routes!(edit))
        .api(Access::ADMIN, "members:write", routes!(remove))
        .api(Access::ADMIN, "members:write", routes!(suspend))
        .api(Access::ADMIN, "members:write", routes!(reinstate))
        .api(Access::ADMIN, "members:write", routes!(ban))
        .api(Access::ADMIN, "members:write", routes!(unban))
        .api(Access::ADMIN, "members:read", routes!(invitations))
        .api(Access::ADMIN, "members:write", routes!(invite))
        .api(Access::ADMIN, "members:write", routes!(uninvite))
}

/// A member as the API shows one. Address, state and reason are for admins.
#[derive(Debug, Serialize, ToSchema)]
struct MemberView {
    /// The account's id.
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    /// The highest of the roles.
    role: String,
    roles: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    joined_at: String,
}

impl MemberView {
    fn of(m: Member, for_admin: bool) -> Self {
        Self {
            id: m.account_id.to_string(),
            name: m.name,
            email: for_admin.then_some(m.email),
            role: m.roles.highest().unwrap_or(Role::Member).to_string(),
            roles: m.roles.iter().map(|r| r.to_string()).collect(),
            state: for_admin.then(|| m.state.code()),
            reason: m.reason.filter(|_| for_admin),
            joined_at: m.joined_at.to_string(),
        }
    }
}

/// A page of members.
#[derive(Debug, Serialize, ToSchema)]
struct MemberList {
    items: Vec<MemberView>,
    /// Give it as `cursor` to get the next page.
    next: Option<String>,
}

/// Which members.
#[derive(Debug, Deserialize, IntoParams)]
struct ListQuery {
    /// Part of a name; for admins of an address too.
    #[serde(default)]
    q: String,
    role: Option<String>,
    /// `active`, `suspended` or `banned`; only admins see others than active ones.
    state: Option<String>,
    limit: Option<usize>,
    cursor: Option<String>,
}

/// Members by name.
#[utoipa::path(get, path = "/api/members", params(ListQuery), tag = "members",
    responses((status = 200, body = MemberList)))]
async fn list(cx: Cx, Query(query): Query<ListQuery>) -> Result<impl IntoResponse, Error> {
    let filter = filter_of(&cx, &query)?;
    let limit = query.limit.unwrap_or(DEFAULT_LIMIT).clamp(1, MOST_LIMIT);
    let after = query.cursor.as_deref().and_then(Cursor::decode);
    let page = people::list(&cx.app.db.read(), cx.community_id(), &filter, after.as_ref(), limit).await?;
    let for_admin = cx.is_admin();
    Ok(axum::Json(MemberList {
        items: page.members.into_iter().map(|m| MemberView::of(m, for_admin)).collect(),
        next: page.next.map(|c| c.encode()),
    }))
}

fn filter_of(cx: &Cx, query: &ListQuery) -> Result<Filter, Error> {
    let mut wrong = Vec::new();
    let role = query.role.as_deref().filter(|r| !r.is_empty()).map(str::parse::<Role>).transpose();
    let role = role.unwrap_or_else(|_| {
        wrong.push(FieldError::new("role", "bad_choice"));
        None
    });
    let mut state = None;
    if let Some(code) = query.state.as_deref().filter(|s| !s.is_empty()) {
        state = [State::Active, State::Suspended, State::Banned].into_iter().find(|s| s.code() == code);
        if state.is_none() {
            wrong.push(FieldError::new("state", "bad_choice"));
        }
    }
    if !wrong.is_empty() {
        return Err(Refusal::invalid(wrong).into());
    }
    let by_email = cx.is_admin();
    let state = if by_email { state } else { Some(State::Active) };
    Ok(Filter { q: query.q.clone(), by_email, role, state })
}

/// One member.
#[utoipa::path(get, path = "/api/members/{id}", tag = "members", params(("id" = String, Path)),
    responses((status = 200, body = MemberView), (status = 404)))]
async fn show(cx: Cx, Path(id): Path<AccountId>) -> Result<impl IntoResponse, Error> {
    let for_admin = cx.is_admin();
    let found = store::find(&cx.app.db.read(), cx.community_id(), id).await?;
    let member = found.filter(|m| for_admin || m.state == State::Active).ok_or_else(Refusal::not_found)?;
    Ok(axum::Json(MemberView::of(member, for_admin)))
}

/// What can be changed of a member.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MemberEdit {
    /// Of `admin, organiser, promoter, staff, member`; every member keeps `member`.
    roles: Vec<String>,
}

/// Sets a member's roles.
#[utoipa::path(patch, path = "/api/members/{id}", tag = "members", params(("id" = String, Path)),
    request_body = MemberEdit, responses((status = 200, body = MemberView), (status = 409, description = "last_admin")))]
async fn edit(
    cx: Cx,
    Path(id): Path<AccountId>,
    Json(body): Json<MemberEdit>,
) -> Result<impl IntoResponse, Error> {
    let roles = parse_roles(&body.roles)?;
    let tx = cx.app.db.write().await?;
    service::set_roles(&tx, by(&cx), cx.community_id(), id, roles).await?;
    tx.commit().await?;
    answer(&cx, id).await
}

/// Roles by their codes.
pub(super) fn parse_roles(codes: &[String]) -> Result<Roles, Error> {
    let parsed = codes.iter().try_fold(Roles::NONE, |set, c| c.parse().map(|r| set.with(r)));
    parsed.map_err(|_| Refusal::invalid(vec![FieldError::new("roles", "bad_choice")]).into())
}

/// Ends a membership.
#[utoipa::path(delete, path = "/api/members/{id}", tag = "members", params(("id" = String, Path)),
    responses((status = 204), (status = 409, description = "last_admin")))]
async fn remove(cx: Cx, Path(id): Path<AccountId>) -> Result<impl IntoResponse, Error> {
    let tx = cx.app.db.write().await?;
    service::remove(&tx, by(&cx), cx.community_id(), id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Why somebody is shut out; told to them when they sign in.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Because {
    #[serde(default)]
    reason: String,
}

/// Shuts a member out for a while.
#[utoipa::path(post, path = "/api/members/{id}/suspend", tag = "members", params(("id" = String, Path)),
    request_body = Because, responses((status = 200, body = MemberView), (status = 409, description = "last_admin")))]
async fn suspend(
    cx: Cx,
    Path(id): Path<AccountId>,
    Json(body): Json<Because>,
) -> Result<impl IntoResponse, Error> {
    change_state(&cx, id, State::Suspended, &body.reason).await?;
    answer(&cx, id).await
}

/// Takes a suspension back.
#[utoipa::path(post, path = "/api/members/{id}/reinstate", tag = "members", params(("id" = String, Path)),
    responses((status = 200, body = MemberView)))]
async fn reinstate(cx: Cx, Path(id): Path<AccountId>) -> Result<impl IntoResponse, Error> {
    change_state(&cx, id, State::Active, "").await?;
    answer(&cx, id).await
}

/// Shuts a member out for good.
#[utoipa::path(post, path = "/api/members/{id}/ban", tag = "members", params(("id" = String, Path)),
    request_body = Because, responses((status = 200, body = MemberView), (status = 409, description = "last_admin")))]
async fn ban(
    cx: Cx,
    Path(id): Path<AccountId>,
    Json(body): Json<Because>,
) -> Result<impl IntoResponse, Error> {
    change_state(&cx, id, State::Banned, &body.reason).await?;
    answer(&cx, id).await
}

/// Takes a ban back.
#[utoipa::path(post, path = "/api/members/{id}/unban", tag = "members", params(("id" = String, Path)),
    responses((status = 200, body = MemberView)))]
async fn unban(cx: Cx, Path(id): Path<AccountId>) -> Result<impl IntoResponse, Error> {
    change_state(&cx, id, State::Active, "").await?;
    answer(&cx, id).await
}

/// Suspends, bans or takes either back.
pub(super) async fn change_state(cx: &Cx, id: AccountId, state: State, reason: &str) -> Result<(), Error> {
    let reason = reason.trim();
    if reason.chars().count() > MOST_REASON_CHARS {
        let wrong = FieldError::new("reason", "too_long").with("max", MOST_REASON_CHARS);
        return Err(Refusal::invalid(vec![wrong]).into());
    }
    if state != State::Active && cx.account_id() == Some(id) {
        return Err(Refusal::new(409, "not_yourself").into());
    }
    let reason = (!reason.is_empty()).then(|| reason.to_owned());
    let tx = cx.app.db.write().await?;
    service::set_state(&tx, by(cx), cx.community_id(), id, state, reason).await?;
    tx.commit().await?;
    Ok(())
}

async fn answer(cx: &Cx, id: AccountId) -> Result<axum::Json<MemberView>, Error> {
    let member = store::find(&cx.app.db.read(), cx.community_id(), id).await?;
    let member = member.ok_or_else(Refusal::not_found)?;
    Ok(axum::Json(MemberView::of(member, true)))
}

/// The deed is done by whoever asks, now.
pub(super) fn by(cx: &Cx) -> By<'_> {
    By { clock: cx.app.clock(), actor: cx.account_id() }
}

/// Whom to invite.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewInvitations {
    /// At most 500.
    emails: Vec<String>,
    #[serde(default)]
    roles: Vec<String>,
}

/// What became of one address.
#[derive(Debug, Serialize, ToSchema)]
struct InvitedView {
    email: String,
    /// `invited`, `already_invited`, `already_member` or `bad_email`.
    status: &'static str,
}

#[derive(Debug, Serialize, ToSchema)]
struct InvitedList {
    items: Vec<InvitedView>,
}

/// An invitation to become a member.
#[derive(Debug, Serialize, ToSchema)]
struct InvitationView {
    id: String,
    email: String,
    roles: Vec<String>,
    /// `open`, `expired`, `used` or `revoked`.
    status: &'static str,
    created_at: String,
    expires_at: String,
}

#[derive(Debug, Serialize, ToSchema)]
struct InvitationList {
    items: Vec<InvitationView>,
    next: Option<String>,
}

/// The newest invitations to become a member, at most 500.
#[utoipa::path(get, path = "/api/members/invitations", tag = "members",
    responses((status = 200, body = InvitationList)))]
async fn invitations(cx: Cx) -> Result<impl IntoResponse, Error> {
    let now = cx.now();
    let found = joining::list(&cx.app.db.read(), cx.community_id()).await?;
    let items = found
        .into_iter()
        .map(|i| InvitationView {
            status: i.status(now).code(),
            id: i.id.to_string(),
            email: i.email,
            roles: i.roles.iter().map(|r| r.to_string()).collect(),
            created_at: i.created_at.to_string(),
            expires_at: i.expires_at.to_string(),
        })
        .collect();
    Ok(axum::Json(InvitationList { items, next: None }))
}

/// Invites addresses to become members; each gets a mail with a link that works once.
#[utoipa::path(post, path = "/api/members/invitations", tag = "members", request_body = NewInvitations,
    responses((status = 200, body = InvitedList), (status = 403, description = "registration_closed")))]
async fn invite(cx: Cx, Json(body): Json<NewInvitations>) -> Result<impl IntoResponse, Error> {
    let roles = parse_roles(&body.roles)?;
    let outcomes = joining::invite(&cx, &body.emails, roles).await?;
    let items = outcomes.into_iter().map(|(email, o)| InvitedView { email, status: o.code() }).collect();
    Ok(axum::Json(InvitedList { items }))
}

/// Takes an invitation back: its link works no more.
#[utoipa::path(delete, path = "/api/members/invitations/{id}", tag = "members", params(("id" = String, Path)),
    responses((status = 204), (status = 404)))]
async fn uninvite(cx: Cx, Path(id): Path<uuid::Uuid>) -> Result<impl IntoResponse, Error> {
    joining::revoke(&cx, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
