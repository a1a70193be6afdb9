//! Interest: said, changed and taken back by members. Nobody else learns who; the partner learns how many.

use super::model::{ExternalEvent, Level, milestones};
use super::store::{self, interests, reports};
use super::{notices, service};
use tessera_core::ids::ExternalEventId;
use tessera_platform::db::Write;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, Refusal};
use tessera_wire::clubs::Counts;

/// Says how much one is interested. Saying the same again changes nothing.
pub async fn put(cx: &Cx, id: ExternalEventId, level: Level) -> Result<ExternalEvent, Error> {
    let me = cx.member()?.account_id();
    let tx = cx.app.db.write().await?;
    let event = store::lock(&tx, cx.community_id(), id).await?.filter(ExternalEvent::is_shown);
    let event = event.ok_or_else(Refusal::not_found)?;
    if event.is_cancelled() {
        return Err(Refusal::new(409, "external_event_cancelled").way_back(event.path()).into());
    }
    if event.is_over(cx.now()) {
        return Err(Refusal::new(409, "external_event_over").way_back(event.path()).into());
    }
    let is_new =
        interests::put(&tx, cx.app.clock().new_id(), event.community_id, id, me, level, cx.now()).await?;
    if !is_new {
        return Ok(event);
    }
    let event = counted(cx, &tx, event).await?;
    tx.commit().await?;
    Ok(event)
}

/// Takes one's interest back, also in an event that is shown no more. Where there is none, nothing changes.
pub async fn withdraw(cx: &Cx, id: ExternalEventId) -> Result<ExternalEvent, Error> {
    let me = cx.member()?.account_id();
    let tx = cx.app.db.write().await?;
    let event = store::lock(&tx, cx.community_id(), id).await?.ok_or_else(Refusal::not_found)?;
    if !interests::delete(&tx, id, me).await? {
        return if service::sees(cx, &event) { Ok(event) } else { Err(Refusal::not_found().into()) };
    }
    let event = counted(cx, &tx, event).await?;
    tx.commit().await?;
    Ok(event)
}

/// Counts anew, notes what the partner has to be told, and tells members of a milestone.
async fn counted(cx: &Cx, tx: &Write, event: ExternalEvent) -> Result<ExternalEvent, Error> {
    let ours: Counts = interests::recount(tx, event.id).await?;
    reports::mark(tx, event.partner_id, event.id, cx.now()).await?;
    tx.touch(event.community_id);
    for milestone in milestones(event.ours.total(), ours.total()) {
        notices::milestone(&cx.app, &cx.community, tx, event.id, milestone).await?;
    }
    Ok(ExternalEvent { ours, ..event })
}
