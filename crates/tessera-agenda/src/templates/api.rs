//! Templates for programs.

use super::model::{Item, Template};
use super::service::{self, Asked, Change, Planned};
use crate::events::json::{EventJson, Frame};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};
use tessera_core::Instant;
use tessera_core::ids::EventId;
use tessera_web::body::{Json, Path};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

/// One template.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TemplateJson {
    pub id: uuid::Uuid,
    pub name: String,
    pub items: Vec<Item>,
    pub version: i64,
    #[schema(value_type = String)]
    pub created_at: Instant,
    #[schema(value_type = String)]
    pub updated_at: Instant,
}

impl From<Template> for TemplateJson {
    fn from(t: Template) -> Self {
        let Template { id, name, items, version, created_at, updated_at, .. } = t;
        Self { id, name, items, version, created_at, updated_at }
    }
}

/// A list of templates.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TemplateList {
    pub items: Vec<TemplateJson>,
    pub next: Option<String>,
}

/// A new template, or a change of one.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TemplateFields {
    /// At most 120 characters; no two of a community are the same.
    name: Option<String>,
    /// At most 50, in order.
    items: Option<Vec<Item>>,
}

/// What a template is used for.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ApplyFields {
    /// `YYYY-MM-DD`; the first day of the event where nothing is said.
    date: Option<String>,
    #[schema(value_type = Option<uuid::Uuid>)]
    event_id: Option<EventId>,
    /// Who sees the tasks: `private` where nothing is said.
    visibility: Option<String>,
    /// Names this use: asked for again by the same account, it is not done again.
    once: Option<String>,
}

impl From<ApplyFields> for Asked {
    fn from(f: ApplyFields) -> Self {
        Self { date: f.date.unwrap_or_default(), event: f.event_id, visibility: f.visibility, once: f.once }
    }
}

/// A task that a template makes.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PlannedJson {
    pub title: String,
    /// The day it is due.
    pub due_on: String,
    pub time: Option<String>,
}

/// What a template would make.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PreviewJson {
    pub date: String,
    pub tasks: Vec<PlannedJson>,
}

/// What a template made.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct AppliedJson<'a> {
    pub tasks: Vec<EventJson<'a>>,
}

/// The templates of the community.
#[utoipa::path(get, path = "/api/task-templates", tag = "tasks",
    responses((status = 200, description = "By name", body = TemplateList)))]
pub async fn list_templates(cx: Cx) -> Result<Response, Error> {
    let items = service::list(&cx).await?.into_iter().map(TemplateJson::from).collect();
    Ok(axum::Json(TemplateList { items, next: None }).into_response())
}

/// Makes a template.
#[utoipa::path(post, path = "/api/task-templates", tag = "tasks", request_body = TemplateFields,
    responses((status = 201, description = "The template", body = TemplateJson), (status = 422, description = "The name is taken, or something does not fit")))]
pub async fn create_template(cx: Cx, Json(fields): Json<TemplateFields>) -> Result<Response, Error> {
    let name = fields.name.unwrap_or_default();
    let made = service::create(&cx, &name, fields.items.unwrap_or_default()).await?;
    Ok((StatusCode::CREATED, axum::Json(TemplateJson::from(made))).into_response())
}

/// One template.
#[utoipa::path(get, path = "/api/task-templates/{id}", tag = "tasks", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "The template", body = TemplateJson)))]
pub async fn get_template(cx: Cx, Path(id): Path<uuid::Uuid>) -> Result<Response, Error> {
    Ok(axum::Json(TemplateJson::from(service::find(&cx, id).await?)).into_response())
}

/// Changes a template; items are given whole.
#[utoipa::path(patch, path = "/api/task-templates/{id}", tag = "tasks", params(("id" = uuid::Uuid, Path)), request_body = TemplateFields,
    responses((status = 200, description = "The template as it is now", body = TemplateJson), (status = 412, description = "Somebody else was faster")))]
pub async fn change_template(
    cx: Cx,
    Path(id): Path<uuid::Uuid>,
    headers: HeaderMap,
    Json(fields): Json<TemplateFields>,
) -> Result<Response, Error> {
    let asked = headers.get(http::header::IF_MATCH).and_then(|v| v.to_str().ok());
    let version = match asked.map(|tag| tag.trim().trim_matches('"')).filter(|tag| *tag != "*") {
        None => None,
        Some(tag) => Some(tag.parse().map_err(|_| Refusal::new(412, "changed_meanwhile"))?),
    };
    let change = Change::Replace { name: fields.name, items: fields.items };
    let changed = service::change(&cx, id, version, change).await?;
    Ok(axum::Json(TemplateJson::from(changed)).into_response())
}

/// Deletes a template; the tasks it made stay.
#[utoipa::path(delete, path = "/api/task-templates/{id}", tag = "tasks", params(("id" = uuid::Uuid, Path)),
    responses((status = 204, description = "It is gone")))]
pub async fn delete_template(cx: Cx, Path(id): Path<uuid::Uuid>) -> Result<Response, Error> {
    service::delete(&cx, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The tasks that a template would make, before anything is saved.
#[utoipa::path(post, path = "/api/task-templates/{id}/preview", tag = "tasks", params(("id" = uuid::Uuid, Path)), request_body = ApplyFields,
    responses((status = 200, description = "Its tasks with their days", body = PreviewJson)))]
pub async fn preview_template(
    cx: Cx,
    Path(id): Path<uuid::Uuid>,
    Json(fields): Json<ApplyFields>,
) -> Result<Response, Error> {
    let template = service::find(&cx, id).await?;
    let (date, tasks) = service::preview(&cx, &template, &fields.into()).await?;
    let planned = |p: Planned| PlannedJson {
        title: p.item.title.clone(),
        due_on: p.day.to_string(),
        time: p.item.time,
    };
    let tasks = tasks.into_iter().map(planned).collect();
    Ok(axum::Json(PreviewJson { date: date.to_string(), tasks }).into_response())
}

/// Makes all tasks of a template, or none.
#[utoipa::path(post, path = "/api/task-templates/{id}/apply", tag = "tasks", params(("id" = uuid::Uuid, Path)), request_body = ApplyFields,
    responses((status = 201, description = "The tasks, in the order of the template", body = AppliedJson<'static>)))]
pub async fn apply_template(
    cx: Cx,
    Path(id): Path<uuid::Uuid>,
    Json(fields): Json<ApplyFields>,
) -> Result<Response, Error> {
    if fields.once.as_deref() == Some("") {
        return Err(Refusal::invalid(vec![FieldError::new("once", "required")]).into());
    }
    let ids = service::apply(&cx, id, fields.into()).await?;
    let read = cx.app.db.read();
    let found = crate::events::list_by_ids(&read, cx.community_id(), &ids).await?;
    let frame = Frame::of_all(&cx, &read, &found).await?;
    let tasks = found.iter().map(|e| frame.event(e)).collect();
    Ok((StatusCode::CREATED, axum::Json(AppliedJson { tasks })).into_response())
}
