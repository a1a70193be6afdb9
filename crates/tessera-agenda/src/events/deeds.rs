//! What else is done with events: published, proposed, cancelled, deleted and brought back, copied, shared with
//! co-organisers, handed over.

use super::access::{Deed, Relation};
use super::model::{Event, Organiser, State, Status};
use super::service::{self, Seen, add, allow, audit_deed, find_any, find_for, save};
use super::store::{self, Lock};
use tessera_core::Instant;
use tessera_core::ids::{AccountId, EventId};
use tessera_platform::db::Write;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

/// How long a deletion can be taken back.
pub const KEPT_FOR_DAYS: i64 = 30;

/// Shows a draft or a proposal to those it is for.
pub async fn publish(cx: &Cx, id: EventId) -> Result<Seen, Error> {
    let tx = cx.app.db.write().await?;
    let seen = find_for(cx, &tx, id, Deed::Publish).await?;
    cx.require_verified()?;
    let mut after = seen.listed.event.clone();
    after.state = State::Published;
    save(cx, tx, seen, after).await
}

/// Puts a draft before those who publish.
pub async fn propose(cx: &Cx, id: EventId) -> Result<Seen, Error> {
    let tx = cx.app.db.write().await?;
    let seen = find_for(cx, &tx, id, Deed::Edit).await?;
    cx.require_verified()?;
    if !seen.is_public() || !matches!(seen.state, State::Draft | State::Proposed) {
        return Err(Refusal::new(409, "nothing_to_propose").into());
    }
    let mut after = seen.listed.event.clone();
    after.state = State::Proposed;
    save(cx, tx, seen, after).await
}

/// Gives a proposal back to its organiser as a draft.
pub async fn give_back(cx: &Cx, id: EventId) -> Result<Seen, Error> {
    let tx = cx.app.db.write().await?;
    let seen = find_for(cx, &tx, id, Deed::Publish).await?;
    if seen.state != State::Proposed {
        return Err(Refusal::new(409, "nothing_to_propose").into());
    }
    let mut after = seen.listed.event.clone();
    after.state = State::Draft;
    save(cx, tx, seen, after).await
}

/// Says that it does not take place.
pub async fn cancel(cx: &Cx, id: EventId) -> Result<Seen, Error> {
    service::set_status(cx, id, Status::Cancelled).await
}

/// Says that it takes place after all.
pub async fn resume(cx: &Cx, id: EventId) -> Result<Seen, Error> {
    service::set_status(cx, id, Status::Scheduled).await
}

/// Takes it away, for [`KEPT_FOR_DAYS`] in a way that can be undone.
pub async fn delete(cx: &Cx, id: EventId, if_match: Option<&str>) -> Result<(), Error> {
    let tx = cx.app.db.write().await?;
    let seen = find_for(cx, &tx, id, Deed::Own).await?;
    service::check_tag(&seen, if_match)?;
    let mut after = seen.listed.event.clone();
    after.state_before = Some(seen.state);
    after.state = State::Deleted;
    after.deleted_at = Some(cx.now());
    save(cx, tx, seen, after).await.map(|_| ())
}

/// Takes a deletion back.
pub async fn restore(cx: &Cx, id: EventId) -> Result<Seen, Error> {
    let tx = cx.app.db.write().await?;
    let seen = find_any(cx, &tx, id, None, Lock::Yes).await?;
    let seen =
        seen.filter(|s| s.state == State::Deleted && s.may(Deed::Own)).ok_or_else(Refusal::not_found)?;
    let mut after = seen.listed.event.clone();
    after.state = seen.state_before.unwrap_or(State::Draft);
    after.state_before = None;
    after.deleted_at = None;
    save(cx, tx, seen, after).await
}

/// A draft with the same contents, of whoever copies it.
pub async fn duplicate(cx: &Cx, id: EventId) -> Result<Seen, Error> {
    cx.member()?;
    let seen = service::find(cx, &cx.app.db.read(), id, None).await?;
    if !seen.is_public() {
        allow(&seen, Deed::Edit)?;
    }
    let mut content = seen.content.clone();
    content.status = Status::Scheduled;
    add(cx, content, State::Draft).await
}

/// Whom a deed is about.
#[derive(Clone, Debug)]
pub enum Whom {
    Account(AccountId),
    Email(String),
}

/// Names a member as co-organiser.
pub async fn add_co_organiser(cx: &Cx, id: EventId, whom: Whom) -> Result<Organiser, Error> {
    let tx = cx.app.db.write().await?;
    let seen = find_for(cx, &tx, id, Deed::Own).await?;
    let member = find_member(cx, &tx, &whom).await?;
    if member.id != seen.organiser_id {
        store::insert_co_organiser(&tx, id, member.id, cx.now()).await?;
    }
    note(cx, &tx, &seen, "event.add_co_organiser").await?;
    tx.touch(cx.community_id());
    tx.commit().await?;
    Ok(member)
}

/// Takes a co-organiser off; everybody may take themselves off.
pub async fn remove_co_organiser(cx: &Cx, id: EventId, account: AccountId) -> Result<(), Error> {
    let tx = cx.app.db.write().await?;
    let deed = if cx.account_id() == Some(account) { Deed::Edit } else { Deed::Own };
    let seen = find_for(cx, &tx, id, deed).await?;
    if !store::delete_co_organiser(&tx, id, account).await? {
        return Err(Refusal::not_found().into());
    }
    note(cx, &tx, &seen, "event.remove_co_organiser").await?;
    tx.touch(cx.community_id());
    tx.commit().await?;
    Ok(())
}

/// Makes another member its organiser; who was it so far stays as co-organiser.
pub async fn hand_over(cx: &Cx, id: EventId, whom: Whom) -> Result<Seen, Error> {
    let tx = cx.app.db.write().await?;
    let seen = find_for(cx, &tx, id, Deed::Own).await?;
    let member = find_member(cx, &tx, &whom).await?;
    if member.id == seen.organiser_id {
        return Ok(seen);
    }
    store::delete_co_organiser(&tx, id, member.id).await?;
    if store::find_member(&tx, cx.community_id(), seen.organiser_id).await?.is_some() {
        store::insert_co_organiser(&tx, id, seen.organiser_id, cx.now()).await?;
    }
    let mut after = seen.listed.event.clone();
    after.organiser_id = member.id;
    let seen = save(cx, tx, seen, after).await?;
    let me = cx.account_id();
    let relation = Relation {
        organiser: me == Some(member.id),
        co_organiser: seen.relation.organiser || (seen.relation.co_organiser && me != Some(member.id)),
        ..seen.relation
    };
    let mut listed = seen.listed.clone();
    listed.organiser = Some(member);
    Ok(Seen { listed, relation, ..seen })
}

/// Who organises it beside its organiser: for who sees the event.
pub async fn list_co_organisers(cx: &Cx, event: &Event) -> Result<Vec<Organiser>, Error> {
    Ok(store::list_co_organisers(&cx.app.db.read(), event.id).await?)
}

/// Takes away for good what was deleted long ago, in small pieces. How much it was.
pub async fn purge(app: &tessera_web::App, now: Instant) -> Result<u64, sea_orm::DbErr> {
    let before = now.plus(jiff::SignedDuration::from_hours(24 * -KEPT_FOR_DAYS));
    let mut gone = 0_u64;
    loop {
        let tx = app.db.write().await?;
        let n = store::purge(&tx, before, 50).await?;
        tx.commit().await?;
        gone = gone.saturating_add(n);
        if n == 0 {
            return Ok(gone);
        }
    }
}

async fn find_member(cx: &Cx, tx: &Write, whom: &Whom) -> Result<Organiser, Error> {
    let (field, found) = match whom {
        Whom::Account(id) => ("account_id", store::find_member(tx, cx.community_id(), *id).await?),
        Whom::Email(email) => {
            ("email", store::find_member_by_email(tx, cx.community_id(), &email_key(email)).await?)
        }
    };
    found.ok_or_else(|| Refusal::invalid(vec![FieldError::new(field, "no_such_member")]).into())
}

/// As accounts are found by.
fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

async fn note(cx: &Cx, tx: &Write, seen: &Seen, action: &str) -> Result<(), Error> {
    let organises = seen.relation.organiser || seen.relation.co_organiser;
    if organises { Ok(()) } else { audit_deed(cx, tx, seen, action).await }
}
