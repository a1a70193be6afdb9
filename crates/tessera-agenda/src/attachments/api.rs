//! Attachments for programs.

use super::model::Attachment;
use super::service;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use tessera_core::Instant;
use tessera_core::ids::EventId;
use tessera_web::body::{Path, Path2, Query, Upload};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

/// One file of an event.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct AttachmentJson {
    pub id: uuid::Uuid,
    pub name: String,
    /// By its content.
    pub media_type: String,
    pub bytes: i64,
    /// Where it is saved from.
    pub url: String,
    #[schema(value_type = String)]
    pub created_at: Instant,
}

impl AttachmentJson {
    fn of(cx: &Cx, event: EventId, a: Attachment) -> Self {
        let url = cx.url(&format!("/events/{event}/attachments/{}", a.id));
        let Attachment { id, name, media_type, bytes, created_at, .. } = a;
        Self { id, name, media_type, bytes, url, created_at }
    }
}

/// The files of an event.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct AttachmentList {
    pub items: Vec<AttachmentJson>,
    pub next: Option<String>,
}

/// A guest's token, as every mail to a guest has it.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct AttachmentParams {
    pub guest: Option<String>,
}

/// The file of a multipart body.
#[derive(utoipa::ToSchema)]
#[allow(dead_code)]
pub struct AttachmentUpload {
    /// PDF, office documents, pictures or plain text; at most 10 MiB.
    #[schema(value_type = String, format = Binary)]
    file: String,
}

/// The files of an event, for whoever sees it.
#[utoipa::path(get, path = "/api/events/{id}/attachments", tag = "events", params(("id" = uuid::Uuid, Path), AttachmentParams),
    responses((status = 200, description = "The first first", body = AttachmentList)))]
pub async fn list_attachments(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(params): Query<AttachmentParams>,
) -> Result<Response, Error> {
    let found = service::list(&cx, id, params.guest.as_deref()).await?;
    let items = found.into_iter().map(|a| AttachmentJson::of(&cx, id, a)).collect();
    Ok(axum::Json(AttachmentList { items, next: None }).into_response())
}

/// Keeps a file with an event: at most ten.
#[utoipa::path(post, path = "/api/events/{id}/attachments", tag = "events", params(("id" = uuid::Uuid, Path)),
    request_body(content = AttachmentUpload, content_type = "multipart/form-data"),
    responses((status = 201, description = "The file", body = AttachmentJson), (status = 409, description = "There are ten already"),
        (status = 413, description = "Too large"), (status = 422, description = "It is of no kind that is let in")))]
pub async fn add_attachment(cx: Cx, Path(id): Path<EventId>, mut upload: Upload) -> Result<Response, Error> {
    service::allow(&cx, id).await?;
    while let Some(mut field) = upload.next_field().await? {
        let Some(name) = field.file_name().map(str::to_owned) else { continue };
        let content = service::read_field(&mut field).await?;
        let made = service::add(&cx, id, &name, content).await?;
        return Ok((StatusCode::CREATED, axum::Json(AttachmentJson::of(&cx, id, made))).into_response());
    }
    Err(Refusal::invalid(vec![FieldError::new("file", "required")]).into())
}

/// The file itself, to be saved.
#[utoipa::path(get, path = "/api/events/{id}/attachments/{attachment_id}", tag = "events",
    params(("id" = uuid::Uuid, Path), ("attachment_id" = uuid::Uuid, Path), AttachmentParams),
    responses((status = 200, description = "Its content", content_type = "application/octet-stream", body = Vec<u8>), (status = 404, description = "There is no such file")))]
pub async fn get_attachment(
    cx: Cx,
    Path2(event, id): Path2<EventId, uuid::Uuid>,
    Query(params): Query<AttachmentParams>,
) -> Result<Response, Error> {
    let (attachment, content) = service::find(&cx, event, id, params.guest.as_deref()).await?;
    file(&attachment, content)
}

/// An answer that a browser saves and never shows: whatever is in it cannot act as a page of ours.
pub fn file(attachment: &Attachment, content: Vec<u8>) -> Result<Response, Error> {
    let media = match attachment.media_type.as_str() {
        super::model::PLAIN => "text/plain; charset=utf-8",
        other => other,
    };
    // RFC 6266 §4.3: the name in full for those who know, and in ASCII for the others.
    let ascii: String = attachment
        .name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect();
    let whole = utf8_percent_encode(&attachment.name, NON_ALPHANUMERIC);
    let disposition = format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{whole}");
    let header = |text: &str| HeaderValue::from_str(text).map_err(anyhow::Error::from);
    let headers = [
        (CONTENT_TYPE, header(media)?),
        (CONTENT_DISPOSITION, header(&disposition)?),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
    ];
    Ok((headers, content).into_response())
}

/// Takes a file away for good.
#[utoipa::path(delete, path = "/api/events/{id}/attachments/{attachment_id}", tag = "events",
    params(("id" = uuid::Uuid, Path), ("attachment_id" = uuid::Uuid, Path)),
    responses((status = 204, description = "It is gone")))]
pub async fn delete_attachment(
    cx: Cx,
    Path2(event, id): Path2<EventId, uuid::Uuid>,
) -> Result<Response, Error> {
    service::delete(&cx, event, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
