//! What is done with tasks: taken, given, given back, begun, finished.

use super::notices;
use super::store::{self, Assignable, Assignment};
use crate::events::access::Deed;
use crate::events::panels::{Happening, Moved, News, Observer};
use crate::events::series::scope;
use crate::events::service as events;
use crate::events::{Event, Kind, Lock, Organiser, Seen, Status};
use futures::future::BoxFuture;
use std::collections::BTreeMap;
use tessera_core::ids::{AccountId, CommunityId, EventId};
use tessera_platform::db::{Conn, Write};
use tessera_platform::limits::{Limit, Taken};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

/// How many can be to do one task.
pub const MOST_ASSIGNEES: usize = 20;
/// How many tasks one member gives to others on one day: each is a mail.
const A_DAY: Limit = Limit { name: "tasks.assign", most: 300, window_seconds: 24 * 3600 };

pub const OBSERVER: Observer = Observer { told, moved, people_told };

/// Who was given a draft hears of it when it is published.
fn told<'a>(tx: &'a Write, happening: Happening<'a>) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(async move {
        if happening.news != News::Published || happening.after.kind != Kind::Task {
            return Ok(());
        }
        let mut given: BTreeMap<Option<AccountId>, Vec<AccountId>> = BTreeMap::new();
        for new in store::list_assignments(tx, happening.after.id).await? {
            given.entry(new.by).or_default().push(new.account);
        }
        let now = happening.app.now();
        for (by, accounts) in given {
            let task = (happening.after.id, by);
            notices::tell(tx, happening.app, happening.community, task, &accounts, now).await?;
        }
        Ok(())
    })
}

/// A series that is cut in two leaves both parts to the same people.
fn moved<'a>(tx: &'a Write, moved: Moved<'a>) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(async move {
        if moved.from != moved.to {
            store::copy(tx, moved.from, moved.to).await?;
        }
        Ok(())
    })
}

fn people_told<'a>(_: &'a Cx, _: &'a Event) -> BoxFuture<'a, Result<u64, Error>> {
    Box::pin(async { Ok(0) })
}

/// Of a date that differs, the series: who is to do it is kept there.
pub fn root(event: &Event) -> EventId {
    event.series_id.unwrap_or(event.id)
}

fn require_task(event: &Event) -> Result<(), Error> {
    if event.kind == Kind::Task { Ok(()) } else { Err(Refusal::new(409, "not_a_task").into()) }
}

/// Says how far a task, or one date of a recurring one, has come.
pub async fn set_progress(
    cx: &Cx,
    id: EventId,
    status: &str,
    occurrence: Option<&str>,
    if_match: Option<&str>,
) -> Result<Seen, Error> {
    cx.member()?;
    let read = cx.app.db.read();
    let seen = events::find(cx, &read, id, None).await?;
    require_task(&seen)?;
    let status = Status::parse_asked(status).filter(|s| *s == Status::Scheduled || s.is_of_task());
    let status = status.ok_or_else(|| Refusal::invalid(vec![FieldError::new("status", "bad_choice")]))?;
    scope::change_progress(cx, id, status, occurrence, if_match).await
}

/// Takes a task that is nobody's.
pub async fn take(cx: &Cx, id: EventId) -> Result<Seen, Error> {
    let me = cx.member()?.account_id();
    let tx = cx.app.db.write().await?;
    let mut seen = find_to(cx, &tx, id, None).await?;
    if seen.relation.assignee {
        return Ok(seen);
    }
    if !seen.is_published() || seen.is_cancelled() || seen.status == Status::Done {
        return Err(Refusal::new(409, "task_closed").way_back(seen.path()).into());
    }
    if !store::insert_if_free(&tx, assignment(cx, &seen, me)).await? {
        return Err(Refusal::new(409, "task_taken").way_back(seen.path()).into());
    }
    tx.touch(cx.community_id());
    tx.commit().await?;
    seen.relation.assignee = true;
    Ok(seen)
}

fn assignment(cx: &Cx, task: &Event, account: AccountId) -> Assignment {
    let (community, at) = (cx.community_id(), cx.now());
    Assignment { event: root(task), account, community, by: cx.account_id(), at }
}

/// The task in a transaction, kept from others until its end.
async fn find_to(cx: &Cx, tx: &Write, id: EventId, deed: Option<Deed>) -> Result<Seen, Error> {
    let seen = events::find_any(cx, tx, id, None, Lock::Yes).await?.ok_or_else(Refusal::not_found)?;
    seen.sight().check()?;
    require_task(&seen)?;
    if let Some(deed) = deed {
        events::allow(&seen, deed)?;
    }
    Ok(seen)
}

/// Whoever is to do a task, by name.
pub async fn list_assignees(cx: &Cx, id: EventId, guest: Option<&str>) -> Result<Vec<Organiser>, Error> {
    let read = cx.app.db.read();
    let seen = events::find(cx, &read, id, guest).await?;
    Ok(who_does(cx, &seen).await?)
}

pub async fn who_does(cx: &Cx, event: &Event) -> Result<Vec<Organiser>, sea_orm::DbErr> {
    let found = crate::events::list_assignees(&cx.app.db.read(), &[root(event)]).await?;
    Ok(found.into_iter().map(|(_, who)| who).collect())
}

/// Gives a task to one more member.
pub async fn add(cx: &Cx, id: EventId, account: AccountId) -> Result<Organiser, Error> {
    let tx = cx.app.db.write().await?;
    let seen = find_to(cx, &tx, id, Some(Deed::Edit)).await?;
    let now = crate::events::list_assignees(&tx, &[root(&seen)]).await?;
    let mut wanted: Vec<AccountId> = now.iter().map(|(_, who)| who.id).collect();
    if !wanted.contains(&account) {
        wanted.push(account);
    }
    let people = give(cx, &tx, &seen, &wanted, "account_id").await?;
    tx.commit().await?;
    let who = people.into_iter().find(|p| p.who.id == account).map(|p| p.who);
    who.ok_or_else(|| Refusal::not_found().into())
}

/// Gives a task to exactly these members.
pub async fn set(cx: &Cx, id: EventId, accounts: &[AccountId]) -> Result<Seen, Error> {
    let tx = cx.app.db.write().await?;
    let seen = find_to(cx, &tx, id, Some(Deed::Edit)).await?;
    let mut wanted = accounts.to_vec();
    wanted.sort();
    wanted.dedup();
    give(cx, &tx, &seen, &wanted, "assignees").await?;
    for (_, who) in crate::events::list_assignees(&tx, &[root(&seen)]).await? {
        if !wanted.contains(&who.id) {
            store::delete(&tx, root(&seen), who.id).await?;
        }
    }
    tx.commit().await?;
    Ok(seen)
}

/// Gives a task to those of these who are not to do it yet, and tells them. All of them must be members.
pub async fn give(
    cx: &Cx,
    tx: &Write,
    task: &Event,
    wanted: &[AccountId],
    field: &str,
) -> Result<Vec<Assignable>, Error> {
    cx.require_verified()?;
    if wanted.len() > MOST_ASSIGNEES {
        let fault = FieldError::new(field, "too_many_assignees").with("max", MOST_ASSIGNEES);
        return Err(Refusal::invalid(vec![fault]).into());
    }
    let people = store::list_assignable(tx, cx.community_id(), wanted).await?;
    if people.len() < wanted.len() {
        return Err(Refusal::invalid(vec![FieldError::new(field, "no_such_member")]).into());
    }
    let mut new = Vec::new();
    for person in &people {
        let given = assignment(cx, task, person.who.id);
        if store::insert(tx, given).await? && cx.account_id() != Some(person.who.id) {
            new.push(person.who.id);
        }
    }
    let told = i64::try_from(new.len()).unwrap_or(i64::MAX);
    // Of a draft they hear when it is published.
    if task.is_published() {
        notices::tell(tx, &cx.app, &cx.community, (root(task), cx.account_id()), &new, cx.now()).await?;
    }
    if told > 0
        && let Some(me) = cx.account_id()
        && let Taken::Exceeded { retry_after_seconds } =
            A_DAY.take(tx, &me.to_string(), told, cx.now()).await?
    {
        return Err(Refusal::too_many(retry_after_seconds).into());
    }
    tx.touch(cx.community_id());
    Ok(people)
}

/// Takes a task from somebody: its organisers do, and everybody may give theirs back.
pub async fn remove(cx: &Cx, id: EventId, account: AccountId) -> Result<Seen, Error> {
    let tx = cx.app.db.write().await?;
    let deed = if cx.account_id() == Some(account) { Deed::Progress } else { Deed::Edit };
    let seen = find_to(cx, &tx, id, Some(deed)).await?;
    if !store::delete(&tx, root(&seen), account).await? {
        return Err(Refusal::not_found().into());
    }
    tx.touch(cx.community_id());
    tx.commit().await?;
    Ok(seen)
}

/// Whether somebody is a member who can be given tasks.
pub async fn is_assignable(
    conn: &impl Conn,
    community: CommunityId,
    account: AccountId,
) -> Result<bool, sea_orm::DbErr> {
    Ok(!store::list_assignable(conn, community, &[account]).await?.is_empty())
}
