//! Pictures of events: taken in, made anew without what cameras note, and given out under the hash of their bytes.
//!
//! One that no event shows, nor names in its text, is removed once it is a week old, with its file unless another
//! row has the same.

use super::store;
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde::{Deserialize, Serialize};
use tessera_core::ids::ImageId;
use tessera_platform::images::{Form, ImageName, ImageRefused, Kept};
use tessera_platform::jobs::JobError;
use tessera_web::App;
use tessera_web::body::{Path, Query, Upload, upload_refusal};
use tessera_web::cx::Cx;
use tessera_web::establish::etag_matches;
use tessera_web::refusal::{Error, FieldError, Refusal};
use tessera_web::ui;

/// A picture is looked at when it is so old, and again whenever so long has passed.
const UNUSED_FOR_DAYS: i64 = 7;
/// Pictures looked at in one transaction, and transactions of one run.
const PIECE: u64 = 100;
const MOST_PIECES: usize = 10;

/// A picture that was taken in.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ImageJson {
    /// To be set as an event's `image_url`.
    pub image_url: String,
    pub width: u32,
    pub height: u32,
}

/// The file of a multipart body.
#[derive(utoipa::ToSchema)]
#[allow(dead_code)]
pub struct ImageUpload {
    /// JPEG, PNG, WebP or GIF.
    #[schema(value_type = String, format = Binary)]
    file: String,
}

/// Keeps a picture, re-encoded and without metadata, and gives its address.
#[utoipa::path(post, path = "/api/images", tag = "events", request_body(content = ImageUpload, content_type = "multipart/form-data"),
    responses((status = 201, description = "The address to set as `image_url`", body = ImageJson), (status = 413, description = "Too large")))]
pub async fn upload_image(cx: Cx, mut upload: Upload) -> Result<Response, Error> {
    cx.member()?;
    while let Some(field) = upload.next_field().await? {
        if field.file_name().is_none() && !matches!(field.name(), Some("file" | "image")) {
            continue;
        }
        let bytes = field.bytes().await.map_err(upload_refusal)?;
        let kept = keep(&cx, bytes, "file").await?;
        let image =
            ImageJson { image_url: cx.url(&path_of(&kept.name)), width: kept.width, height: kept.height };
        return Ok((StatusCode::CREATED, axum::Json(image)).into_response());
    }
    Err(Refusal::invalid(vec![FieldError::new("file", "required")]).into())
}

/// Reads a field of a form, at most `most_bytes` of it.
pub async fn read_field(field: &mut axum::extract::multipart::Field<'_>) -> Result<Bytes, Error> {
    let mut bytes = BytesMut::new();
    while let Some(chunk) = field.chunk().await.map_err(upload_refusal)? {
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}

/// Takes a picture in for a member. `field` is where a fault is shown.
pub async fn keep(cx: &Cx, bytes: Bytes, field: &str) -> Result<Kept, Error> {
    let account = cx.member()?.account_id();
    let kept = cx.app.images.keep(bytes.clone()).await.map_err(|e| refused(e, field))?;
    let tx = cx.app.db.write().await?;
    let id: ImageId = cx.app.new_id();
    store::insert_image(&tx, id, cx.community_id(), account, &kept, cx.now()).await?;
    tx.commit().await?;
    let is_there = cx.app.images.find(&kept.name, Form::Small).await.map_err(anyhow::Error::from)?.is_some();
    if !is_there {
        // The same picture of old was removed at this moment, and its file with it. From now on the row keeps it.
        cx.app.images.keep(bytes).await.map_err(|e| refused(e, field))?;
    }
    Ok(kept)
}

/// Removes what no event refers to, a bounded part at a time. The number of pictures removed.
pub async fn remove_unused(app: &App) -> Result<usize, JobError> {
    let before = app.now().plus(jiff::SignedDuration::from_hours(24 * -UNUSED_FOR_DAYS));
    let mut gone = 0_usize;
    for _ in 0..MOST_PIECES {
        let tx = app.db.write().await?;
        let unused = store::delete_unused_images(&tx, before, app.now(), PIECE).await?;
        // Before the commit: from then on the same picture may be taken in again. What breaks off here leaves rows
        // without files, and the next time removes them.
        for name in unused.files.iter().filter_map(|file| file.parse::<ImageName>().ok()) {
            app.images.delete(&name).await.map_err(|e| JobError::Again(format!("{name}: {e}")))?;
        }
        tx.commit().await?;
        gone = gone.saturating_add(unused.deleted);
        if u64::try_from(unused.looked_at).unwrap_or(u64::MAX) < PIECE {
            break;
        }
    }
    Ok(gone)
}

pub fn path_of(name: &ImageName) -> String {
    format!("/images/{name}")
}

fn refused(e: ImageRefused, field: &str) -> Error {
    let error = match e {
        ImageRefused::TooManyBytes(limit) => {
            return Refusal::new(413, "too_large").with("limit", limit).into();
        }
        ImageRefused::TooManyPixels => FieldError::new(field, "picture_too_large"),
        ImageRefused::UnknownFormat => FieldError::new(field, "no_picture"),
        ImageRefused::Damaged => FieldError::new(field, "picture_damaged"),
        ImageRefused::Storage { .. } | ImageRefused::Interrupted => return Error::Fault(e.into()),
    };
    Refusal::invalid(vec![error]).into()
}

/// `?form=small` is the small form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ImageParams {
    form: Option<String>,
}

/// A picture. Who has its address may see it: the address is not to be guessed.
pub async fn show_image(
    cx: Cx,
    Path(name): Path<ImageName>,
    Query(params): Query<ImageParams>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let form = if params.form.as_deref() == Some("small") { Form::Small } else { Form::Large };
    let tag = format!("\"{}-{}\"", name, if form == Form::Small { "s" } else { "l" });
    let tag = HeaderValue::from_str(&tag).map_err(anyhow::Error::from)?;
    let keep = (CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    if headers.get(IF_NONE_MATCH).is_some_and(|asked| etag_matches(&tag, asked)) {
        return Ok((StatusCode::NOT_MODIFIED, [keep, (ETAG, tag)]).into_response());
    }
    let bytes = cx.app.images.find(&name, form).await.map_err(anyhow::Error::from)?;
    let Some(bytes) = bytes else { return Err(Refusal::not_found().into()) };
    let kind = (CONTENT_TYPE, HeaderValue::from_static(name.content_type()));
    Ok(([kind, keep, (ETAG, tag)], bytes).into_response())
}

/// The form as it was sent, with its picture taken in: that is kept even where another field does not fit.
pub async fn taken(cx: &Cx, mut upload: Upload) -> Result<(ui::Form, Option<Error>), Error> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut picture: Option<Bytes> = None;
    while let Some(mut field) = upload.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = read_field(&mut field).await?;
        if name == "picture" {
            picture = (!bytes.is_empty()).then_some(bytes);
        } else {
            pairs.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    let mut form = ui::Form::from_pairs(pairs);
    if form.has("remove_picture", "yes") {
        form = form.with("image_url", "").with("remove_picture", "");
    }
    let Some(picture) = picture else { return Ok((form, None)) };
    match keep(cx, picture, "picture").await {
        Ok(kept) => Ok((form.with("image_url", path_of(&kept.name)), None)),
        Err(fault @ Error::Fault(_)) => Err(fault),
        Err(refused) => Ok((form, Some(refused))),
    }
}
