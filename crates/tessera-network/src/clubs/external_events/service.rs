//! What is done with partners' events: looked at by who may, approved and hidden by admins.

use super::model::{Approval, ExternalEvent, Level};
use super::store::{self, Asked, Cursor, Decision, interests};
use super::{announce, pictures};
use std::collections::BTreeMap;
use tessera_core::ids::ExternalEventId;
use tessera_platform::audit::{self, Deed};
use tessera_platform::db::Conn;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, Refusal};

/// The most that one decision is about.
pub const MOST_AT_ONCE: usize = 500;

/// Whether whoever asks sees an event: an admin all, others what is shown.
pub fn sees(cx: &Cx, event: &ExternalEvent) -> bool {
    event.is_shown() || cx.is_admin()
}

/// One that the reader may see.
pub async fn find(cx: &Cx, conn: &impl Conn, id: ExternalEventId) -> Result<ExternalEvent, Error> {
    let event = store::find(conn, cx.community_id(), id).await?;
    event.filter(|event| sees(cx, event)).ok_or_else(|| Refusal::not_found().into())
}

/// A page of events, and where it goes on.
pub async fn list(cx: &Cx, mut asked: Asked) -> Result<(Vec<ExternalEvent>, Option<Cursor>), Error> {
    let limit = asked.limit;
    asked.limit = limit.saturating_add(1);
    let mut found = store::list(&cx.app.db.read(), &asked).await?;
    let has_more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| has_more).map(Cursor::of);
    pictures::want(cx, &found).await?;
    Ok((found, next))
}

/// What the reader said of these.
pub async fn mine(cx: &Cx, events: &[ExternalEvent]) -> Result<BTreeMap<ExternalEventId, Level>, Error> {
    let Ok(member) = cx.member() else { return Ok(BTreeMap::new()) };
    let ids: Vec<ExternalEventId> = events.iter().map(|event| event.id).collect();
    Ok(interests::list_mine(&cx.app.db.read(), member.account_id(), &ids).await?)
}

/// Decides about events of this community. What is decided already stays; which ones changed.
pub async fn decide(
    cx: &Cx,
    ids: &[ExternalEventId],
    decision: Decision,
) -> Result<Vec<ExternalEventId>, Error> {
    cx.member()?;
    let ids = ids.get(..MOST_AT_ONCE).unwrap_or(ids);
    let tx = cx.app.db.write().await?;
    let changed = store::decide(&tx, cx.community_id(), ids, decision).await?;
    if changed.is_empty() {
        return Ok(changed);
    }
    let action = match decision {
        Decision::Approve => "external_event.approve",
        Decision::Unapprove => "external_event.unapprove",
        Decision::Hide => "external_event.hide",
        Decision::Unhide => "external_event.unhide",
    };
    let deed = Deed {
        community: cx.community_id(),
        actor: cx.account_id(),
        action,
        subject: format!("community:{}", cx.community_id()),
        details: serde_json::json!({ "external_events": changed }),
    };
    audit::record(&tx, cx.app.clock(), deed).await?;
    if matches!(decision, Decision::Approve | Decision::Unhide) {
        announce::soon(&cx.app, &tx, cx.community_id()).await?;
    }
    tx.touch(cx.community_id());
    tx.commit().await?;
    Ok(changed)
}

/// Decides about one, and gives it as it is then.
pub async fn decide_one(cx: &Cx, id: ExternalEventId, decision: Decision) -> Result<ExternalEvent, Error> {
    find(cx, &cx.app.db.read(), id).await?;
    decide(cx, &[id], decision).await?;
    find(cx, &cx.app.db.read(), id).await
}

/// The admin's own sight, or what is shown; whoever is no admin and asks for another standing than approved gets nothing.
pub fn sight(cx: &Cx, approval: Option<Approval>) -> Option<store::Sight> {
    match approval {
        _ if cx.is_admin() => Some(store::Sight::All(approval)),
        None | Some(Approval::Approved) => Some(store::Sight::Shown),
        Some(Approval::Pending | Approval::Hidden) => None,
    }
}
