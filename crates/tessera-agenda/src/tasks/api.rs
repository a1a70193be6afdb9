//! Tasks for programs: who is to do them, how far they have come, one's own.

use super::service;
use super::store::{self, Which, Whose};
use crate::events::api::one;
use crate::events::json::{EventJson, Frame};
use crate::events::{Organiser, find_member_by_email};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};
use tessera_core::ids::{AccountId, EventId};
use tessera_web::body::{Json, Path, Path2, Query};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

const LIMIT: u64 = 100;
const MOST: u64 = 500;

/// Who is to do a task.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct AssigneeList {
    pub items: Vec<Organiser>,
    pub next: Option<String>,
}

/// Who is to do a task.
#[utoipa::path(get, path = "/api/events/{id}/assignees", tag = "tasks", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "Who is to do it, by name; nobody where it is no task", body = AssigneeList)))]
pub async fn list_assignees(cx: Cx, Path(id): Path<EventId>) -> Result<Response, Error> {
    let items = service::list_assignees(&cx, id, None).await?;
    Ok(axum::Json(AssigneeList { items, next: None }).into_response())
}

/// A member, by account or address.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssigneeNamed {
    #[schema(value_type = Option<uuid::Uuid>)]
    account_id: Option<AccountId>,
    email: Option<String>,
}

/// Gives a task to one more member, who gets a mail.
#[utoipa::path(post, path = "/api/events/{id}/assignees", tag = "tasks", params(("id" = uuid::Uuid, Path)), request_body = AssigneeNamed,
    responses((status = 201, description = "Who is newly to do it", body = Organiser), (status = 409, description = "It is no task")))]
pub async fn add_assignee(
    cx: Cx,
    Path(id): Path<EventId>,
    Json(named): Json<AssigneeNamed>,
) -> Result<Response, Error> {
    let account = match (named.account_id, named.email) {
        (Some(account), _) => account,
        (None, Some(email)) => {
            let key = email.trim().to_lowercase();
            let found = find_member_by_email(&cx.app.db.read(), cx.community_id(), &key).await?;
            // Whoever may not give the task is told that first, and learns of no address.
            match found {
                Some(member) => member.id,
                None => AccountId(uuid::Uuid::nil()),
            }
        }
        (None, None) => return Err(Refusal::invalid(vec![FieldError::new("email", "required")]).into()),
    };
    let who = service::add(&cx, id, account).await?;
    Ok((StatusCode::CREATED, axum::Json(who)).into_response())
}

/// Everybody who is to do a task.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssigneesWanted {
    /// Accounts of members, at most 20.
    #[schema(value_type = Vec<uuid::Uuid>)]
    assignees: Vec<AccountId>,
}

/// Gives a task to exactly these members. Who is new gets a mail.
#[utoipa::path(put, path = "/api/events/{id}/assignees", tag = "tasks", params(("id" = uuid::Uuid, Path)), request_body = AssigneesWanted,
    responses((status = 200, description = "The task", body = EventJson<'static>), (status = 422, description = "Somebody is no member")))]
pub async fn set_assignees(
    cx: Cx,
    Path(id): Path<EventId>,
    Json(wanted): Json<AssigneesWanted>,
) -> Result<Response, Error> {
    let seen = service::set(&cx, id, &wanted.assignees).await?;
    one(&cx, StatusCode::OK, &seen).await
}

/// Takes a task from a member; everybody may give back their own.
#[utoipa::path(delete, path = "/api/events/{id}/assignees/{account_id}", tag = "tasks",
    params(("id" = uuid::Uuid, Path), ("account_id" = uuid::Uuid, Path)),
    responses((status = 204, description = "It is no longer theirs")))]
pub async fn remove_assignee(
    cx: Cx,
    Path2(id, account): Path2<EventId, AccountId>,
) -> Result<Response, Error> {
    service::remove(&cx, id, account).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Takes a task that is nobody's.
#[utoipa::path(post, path = "/api/events/{id}/take", tag = "tasks", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "It is the caller's now", body = EventJson<'static>), (status = 409, description = "Somebody was faster, or it is done")))]
pub async fn take_task(cx: Cx, Path(id): Path<EventId>) -> Result<Response, Error> {
    let seen = service::take(&cx, id).await?;
    one(&cx, StatusCode::OK, &seen).await
}

/// How far a task has come.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProgressSaid {
    /// `to_do`, `in_progress` or `done`.
    status: String,
    /// Which date of a recurring task: its original start.
    occurrence: Option<String>,
}

/// Says how far a task, or one date of a recurring one, has come.
#[utoipa::path(post, path = "/api/events/{id}/progress", tag = "tasks", params(("id" = uuid::Uuid, Path)), request_body = ProgressSaid,
    responses((status = 200, description = "The task as it is now", body = EventJson<'static>), (status = 403, description = "It is neither theirs to do nor to edit")))]
pub async fn set_progress(
    cx: Cx,
    Path(id): Path<EventId>,
    headers: HeaderMap,
    Json(said): Json<ProgressSaid>,
) -> Result<Response, Error> {
    let if_match = headers.get(http::header::IF_MATCH).and_then(|v| v.to_str().ok());
    let seen = service::set_progress(&cx, id, &said.status, said.occurrence.as_deref(), if_match).await?;
    one(&cx, StatusCode::OK, &seen).await
}

/// What a list of tasks can be asked for.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct TaskParams {
    /// `open` (where nothing is said), `overdue`, `done` or `all`.
    show: Option<String>,
    /// `mine`, what one is to do (where nothing is said), or `organised`.
    whose: Option<String>,
    /// 100 where nothing is said, at most 500.
    limit: Option<u64>,
    /// As the answer before gave it.
    cursor: Option<String>,
}

/// A list of tasks.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TaskList<'a> {
    pub items: Vec<EventJson<'a>>,
    pub next: Option<String>,
}

/// One's tasks by when they are due, recurring ones with their dates.
#[utoipa::path(get, path = "/api/me/tasks", tag = "tasks", params(TaskParams),
    responses((status = 200, description = "The most pressing first", body = TaskList<'static>)))]
pub async fn my_tasks(cx: Cx, Query(params): Query<TaskParams>) -> Result<Response, Error> {
    let account = cx.member()?.account_id();
    let mut faults = Vec::new();
    let mut bad = |field: &str| faults.push(FieldError::new(field, "bad_choice"));
    let which = which(params.show.as_deref()).unwrap_or_else(|| {
        bad("show");
        Which::Open
    });
    let whose = whose(params.whose.as_deref()).unwrap_or_else(|| {
        bad("whose");
        Whose::Mine
    });
    let skip = match params.cursor.as_deref().filter(|c| !c.is_empty()) {
        None => 0,
        Some(cursor) => cursor.parse::<u64>().unwrap_or_else(|_| {
            bad("cursor");
            0
        }),
    };
    if !faults.is_empty() {
        return Err(Refusal::invalid(faults).into());
    }
    let wanted = params.limit.unwrap_or(LIMIT).clamp(1, MOST);
    let (community, now, limit) = (cx.community_id(), cx.now(), wanted.saturating_add(1));
    let asked = store::Asked { community, account, whose, which, now, skip, limit };
    let read = cx.app.db.read();
    let mut found = store::list(&read, asked, &cx.community.zone()).await?;
    let has_more = u64::try_from(found.len()).unwrap_or(u64::MAX) > wanted;
    found.truncate(usize::try_from(wanted).unwrap_or(usize::MAX));
    let frame = Frame::of_all(&cx, &read, &found).await?;
    let items = found.iter().map(|e| frame.event(e)).collect();
    let next = has_more.then(|| skip.saturating_add(wanted).to_string());
    Ok(axum::Json(TaskList { items, next }).into_response())
}

/// None: it is no such word.
pub fn which(text: Option<&str>) -> Option<Which> {
    Some(match text.unwrap_or_default() {
        "" | "open" => Which::Open,
        "overdue" => Which::Overdue,
        "done" => Which::Done,
        "all" => Which::All,
        _ => return None,
    })
}

/// None: it is no such word.
pub fn whose(text: Option<&str>) -> Option<Whose> {
    Some(match text.unwrap_or_default() {
        "" | "mine" => Whose::Mine,
        "organised" => Whose::Organised,
        _ => return None,
    })
}
