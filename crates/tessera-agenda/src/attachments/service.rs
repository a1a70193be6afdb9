//! What is done with attachments: brought, listed, saved, taken away.

use super::model::{self, Attachment, MOST_BYTES, MOST_OF_EVENT};
use super::{files, store};
use crate::events::access::Deed;
use crate::events::{Event, Seen, service as events};
use axum::extract::multipart::Field;
use bytes::{Bytes, BytesMut};
use jiff::SignedDuration;
use tessera_core::ids::EventId;
use tessera_platform::jobs::JobError;
use tessera_web::App;
use tessera_web::body::upload_refusal;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

/// How long something may take to come in.
const COMES_IN: SignedDuration = SignedDuration::from_hours(1);
const PIECE: i64 = 100;

/// A date that differs has the files of its series.
fn root(event: &Event) -> EventId {
    event.series_id.unwrap_or(event.id)
}

pub async fn list(cx: &Cx, id: EventId, guest: Option<&str>) -> Result<Vec<Attachment>, Error> {
    let read = cx.app.db.read();
    let seen = events::find(cx, &read, id, guest).await?;
    Ok(store::list(&read, root(&seen)).await?)
}

pub async fn list_of(cx: &Cx, seen: &Seen) -> Result<Vec<Attachment>, Error> {
    Ok(store::list(&cx.app.db.read(), root(seen)).await?)
}

/// A file with its content, for whoever sees the event.
pub async fn find(
    cx: &Cx,
    event: EventId,
    id: uuid::Uuid,
    guest: Option<&str>,
) -> Result<(Attachment, Vec<u8>), Error> {
    let read = cx.app.db.read();
    let seen = events::find(cx, &read, event, guest).await?;
    let found = store::find(&read, root(&seen), id).await?.ok_or_else(Refusal::not_found)?;
    let content = files::read(&cx.app, found.id).await.map_err(anyhow::Error::from)?;
    Ok((found, content.ok_or_else(Refusal::not_found)?))
}

/// Reads an uploaded file, and no more of it than is allowed.
pub async fn read_field(field: &mut Field<'_>) -> Result<Bytes, Error> {
    let mut content = BytesMut::new();
    while let Some(chunk) = field.chunk().await.map_err(upload_refusal)? {
        if content.len().saturating_add(chunk.len()) > MOST_BYTES {
            return Err(Refusal::new(413, "attachment_too_large").into());
        }
        content.extend_from_slice(&chunk);
    }
    Ok(content.freeze())
}

fn too_many() -> Error {
    Refusal::new(409, "too_many_attachments").with("max", MOST_OF_EVENT).into()
}

/// Whether this reader may bring something to this event, before anything is read.
pub async fn allow(cx: &Cx, event: EventId) -> Result<(), Error> {
    let seen = events::find(cx, &cx.app.db.read(), event, None).await?;
    events::allow(&seen, Deed::Edit)
}

/// Keeps a file with an event. First the row that names it, then the file, then it is the event's: what breaks off on
/// the way is known and removed.
pub async fn add(cx: &Cx, event: EventId, name: &str, content: Bytes) -> Result<Attachment, Error> {
    let account = cx.member()?.account_id();
    let bad = |code: &'static str| Error::from(Refusal::invalid(vec![FieldError::new("file", code)]));
    if content.is_empty() {
        return Err(bad("required"));
    }
    let media_type = model::sniff(&content).ok_or_else(|| bad("bad_attachment"))?;
    let tx = cx.app.db.write().await?;
    let seen = events::find_for(cx, &tx, event, Deed::Edit).await?;
    let event = root(&seen);
    if store::count(&tx, event).await? >= MOST_OF_EVENT {
        return Err(too_many());
    }
    let mut attachment = Attachment {
        id: cx.app.new_id(),
        event_id: None,
        community_id: cx.community_id(),
        account_id: Some(account),
        name: model::name(name, media_type),
        media_type: media_type.to_owned(),
        bytes: i64::try_from(content.len()).unwrap_or(i64::MAX),
        created_at: cx.now(),
    };
    store::insert(&tx, &attachment).await?;
    tx.commit().await?;
    files::write(&cx.app, attachment.id, &content).await.map_err(anyhow::Error::from)?;
    let tx = cx.app.db.write().await?;
    events::find_for(cx, &tx, event, Deed::Edit).await?;
    if !store::attach(&tx, attachment.id, event, MOST_OF_EVENT).await? {
        return Err(too_many());
    }
    tx.touch(cx.community_id());
    tx.commit().await?;
    attachment.event_id = Some(event);
    Ok(attachment)
}

/// Takes a file away for good.
pub async fn delete(cx: &Cx, event: EventId, id: uuid::Uuid) -> Result<(), Error> {
    let tx = cx.app.db.write().await?;
    let seen = events::find_for(cx, &tx, event, Deed::Edit).await?;
    if !store::detach(&tx, root(&seen), id).await? {
        return Err(Refusal::not_found().into());
    }
    tx.touch(cx.community_id());
    tx.commit().await?;
    files::delete(&cx.app, id).await.map_err(anyhow::Error::from)?;
    Ok(())
}

/// Removes what belongs to no event, a bounded part at a time. How much it was.
pub async fn sweep(app: &App) -> Result<usize, JobError> {
    let left = store::list_left_over(&app.db.read(), app.now().plus(-COMES_IN), PIECE).await?;
    for attachment in &left {
        files::delete(app, attachment.id)
            .await
            .map_err(|e| JobError::Again(format!("{}: {e}", attachment.id)))?;
    }
    let tx = app.db.write().await?;
    for attachment in &left {
        store::delete(&tx, attachment.id).await?;
    }
    tx.commit().await?;
    Ok(left.len())
}
