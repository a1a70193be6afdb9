//! "Let's organise": what members write to each other about a partner's event. Nobody else reads it, the partner least of
//! all.

use super::model::{COMMENT_MAX_CHARS, COMMENTS_PER_DAY, ExternalEvent};
use super::store::comments::{self as store, Comment};
use super::{notices, service};
use tessera_core::Instant;
use tessera_core::ids::{ExternalCommentId, ExternalEventId};
use tessera_platform::audit::{self, Deed};
use tessera_platform::db::{Conn, Write};
use tessera_platform::limits::Taken;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

/// The topic on which whoever looks at the event hears of a change.
pub fn topic(event: ExternalEventId) -> String {
    format!("event-comments:{event}")
}

/// Where a list goes on.
pub type Before = (Instant, ExternalCommentId);

/// Comments, the newest first, and where the list goes on.
pub async fn list(
    cx: &Cx,
    event: &ExternalEvent,
    before: Option<Before>,
    limit: usize,
) -> Result<(Vec<Comment>, Option<Before>), Error> {
    cx.member()?;
    let mut found = store::list(&cx.app.db.read(), event.id, before, limit.saturating_add(1)).await?;
    let has_more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| has_more).map(|comment| (comment.created_at, comment.id));
    Ok((found, next))
}

fn content(text: &str) -> Result<String, Error> {
    let text: String = text.replace("\r\n", "\n").chars().filter(|c| !c.is_control() || *c == '\n').collect();
    let text = text.trim();
    let fault = match text.chars().count() {
        0 => FieldError::new("content", "required"),
        1..=COMMENT_MAX_CHARS => return Ok(text.to_owned()),
        _ => FieldError::new("content", "too_long").with("max", COMMENT_MAX_CHARS),
    };
    Err(Refusal::invalid(vec![fault]).into())
}

pub async fn post(cx: &Cx, id: ExternalEventId, text: &str) -> Result<Comment, Error> {
    let me = cx.member()?.account_id();
    cx.require_verified()?;
    let content = content(text)?;
    let tx = cx.app.db.write().await?;
    let event = service::find(cx, &tx, id).await?;
    if let Taken::Exceeded { retry_after_seconds } =
        COMMENTS_PER_DAY.take(&tx, &me.to_string(), 1, cx.now()).await?
    {
        return Err(Refusal::too_many(retry_after_seconds).into());
    }
    let comment = Comment {
        id: cx.app.new_id(),
        event: id,
        author: me,
        content,
        created_at: cx.now(),
        updated_at: cx.now(),
        is_deleted: false,
        deleted_by: None,
    };
    store::insert(&tx, event.community_id, &comment).await?;
    notices::comment(&cx.app, &cx.community, &tx, &event, &comment).await?;
    told(&tx, id);
    tx.commit().await?;
    Ok(comment)
}

/// Changes one's own.
pub async fn edit(
    cx: &Cx,
    event: ExternalEventId,
    id: ExternalCommentId,
    text: &str,
) -> Result<Comment, Error> {
    let me = cx.member()?.account_id();
    cx.require_verified()?;
    let tx = cx.app.db.write().await?;
    let comment = find(cx, &tx, event, id).await?;
    if comment.author != me {
        return Err(Refusal::new(403, "forbidden").into());
    }
    let content = content(text)?;
    if !store::update(&tx, id, &content, cx.now()).await? {
        return Err(Refusal::not_found().into());
    }
    told(&tx, event);
    tx.commit().await?;
    Ok(Comment { content, updated_at: cx.now(), ..comment })
}

/// Deletes one's own, or another's as an admin: that stands in the trail.
pub async fn delete(cx: &Cx, event: ExternalEventId, id: ExternalCommentId) -> Result<(), Error> {
    let me = cx.member()?.account_id();
    let tx = cx.app.db.write().await?;
    let comment = find(cx, &tx, event, id).await?;
    if comment.author != me && !cx.is_admin() {
        return Err(Refusal::new(403, "forbidden").into());
    }
    if store::delete(&tx, id, me, cx.now()).await? {
        note(cx, &tx, &comment, "external_comment.delete").await?;
    }
    told(&tx, event);
    tx.commit().await?;
    Ok(())
}

/// Takes a deletion back: whoever deleted it may.
pub async fn restore(cx: &Cx, event: ExternalEventId, id: ExternalCommentId) -> Result<(), Error> {
    let me = cx.member()?.account_id();
    let tx = cx.app.db.write().await?;
    service::find(cx, &tx, event).await?;
    let comment = store::find(&tx, event, id).await?.filter(|c| c.deleted_by == Some(me));
    let comment = comment.ok_or_else(Refusal::not_found)?;
    if !store::restore(&tx, id).await? {
        return Err(Refusal::not_found().into());
    }
    note(cx, &tx, &comment, "external_comment.restore").await?;
    told(&tx, event);
    tx.commit().await?;
    Ok(())
}

/// One that is not deleted, of an event that the reader sees.
pub async fn find(
    cx: &Cx,
    conn: &impl Conn,
    event: ExternalEventId,
    id: ExternalCommentId,
) -> Result<Comment, Error> {
    service::find(cx, conn, event).await?;
    let comment = store::find(conn, event, id).await?.filter(|comment| !comment.is_deleted);
    comment.ok_or_else(|| Refusal::not_found().into())
}

async fn note(cx: &Cx, tx: &Write, comment: &Comment, action: &'static str) -> Result<(), Error> {
    if cx.account_id() == Some(comment.author) {
        return Ok(());
    }
    let deed = Deed {
        community: cx.community_id(),
        actor: cx.account_id(),
        action,
        subject: format!("account:{}", comment.author),
        details: serde_json::json!({ "external_event": comment.event, "comment": comment.id }),
    };
    Ok(audit::record(tx, cx.app.clock(), deed).await?)
}

/// After the commit, whoever looks at the event looks again.
fn told(tx: &Write, event: ExternalEventId) {
    tx.tell(topic(event));
}
