//! What is done with events: look, check the right, decide, save, tell. Each change is one write transaction.

use super::access::{self, Deed, Relation, Sight};
use super::gone;
use super::input::{self, Around, Checked, EventFields};
use super::model::{Content, DateOfSeries, Event, Listed, Organiser, State, Status, Visibility};
use super::panels::{Happening, News, tell};
use super::series::{self, Occurrence};
use super::store::{self, Eyes, Lock};
use std::ops::Deref;
use tessera_calendar::Zone;
use tessera_core::Standing;
use tessera_core::ids::EventId;
use tessera_platform::db::{Conn, Write};
use tessera_platform::{audit, tokens};
use tessera_web::cx::Cx;
use tessera_web::directory::Community;
use tessera_web::refusal::{Error, FieldError, Refusal};

/// An event as one reader sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub listed: Listed,
    pub relation: Relation,
    pub(super) standing: Standing,
}

impl Deref for Seen {
    type Target = Event;
    fn deref(&self) -> &Event {
        &self.listed.event
    }
}

impl Seen {
    /// Whether this reader may do this.
    pub fn may(&self, deed: Deed) -> bool {
        access::may(self, self.relation, self.standing, deed)
    }

    pub fn sight(&self) -> Sight {
        access::sight(self, self.relation, self.standing)
    }
}

/// The event that this reader may see; the refusal of the contract otherwise. `guest` is a guest's token.
pub async fn find(cx: &Cx, conn: &impl Conn, id: EventId, guest: Option<&str>) -> Result<Seen, Error> {
    let seen = find_any(cx, conn, id, guest, Lock::No).await?.ok_or_else(Refusal::not_found)?;
    seen.sight().check()?;
    Ok(seen)
}

/// Turns a series to one of its dates: its times and what differs on it. What is no series stays as it is.
///
/// # Errors
/// 404 where the series has no such date.
pub async fn turn_to(cx: &Cx, conn: &impl Conn, seen: &mut Seen, date: &Occurrence) -> Result<(), Error> {
    if !seen.repeats() {
        return Ok(());
    }
    let recurrence = seen.recurrence.clone();
    let found = series::on_date(conn, &seen.listed.event, date, &cx.community.zone()).await?;
    let Some(mut on_date) = found else {
        return Err(Refusal::new(404, "no_such_date").way_back(seen.path()).into());
    };
    on_date.content.recurrence = recurrence;
    on_date.recurrence_id.clear();
    let (series_id, occurrence) = (seen.id, date.clone());
    seen.listed.event = on_date;
    seen.listed.date = Some(DateOfSeries { series_id, occurrence, is_overridden: false });
    Ok(())
}

/// The event within a transaction, for somebody to do something with it: kept from others until the commit. What
/// they do not see is refused as in [`find`], what they see and may not do with 403.
pub async fn find_for(cx: &Cx, tx: &Write, id: EventId, deed: Deed) -> Result<Seen, Error> {
    let seen = find_any(cx, tx, id, None, Lock::Yes).await?.ok_or_else(Refusal::not_found)?;
    seen.sight().check()?;
    allow(&seen, deed)?;
    Ok(seen)
}

/// Refuses what this reader may not do with an event they see.
pub fn allow(seen: &Seen, deed: Deed) -> Result<(), Error> {
    if seen.may(deed) { Ok(()) } else { Err(Refusal::new(403, "forbidden").into()) }
}

/// The event whatever its state and whoever asks: the caller decides what of it is shown.
pub async fn find_any(
    cx: &Cx,
    conn: &impl Conn,
    id: EventId,
    guest: Option<&str>,
    lock: Lock,
) -> Result<Option<Seen>, Error> {
    let hash = guest.map(tokens::hash);
    let eyes = Eyes { account: cx.account_id(), guest: hash.as_deref() };
    let found = store::find(conn, cx.community_id(), id, eyes, lock).await?;
    let standing = cx.actor.standing();
    Ok(found.map(|(listed, relation)| Seen { listed, relation, standing }))
}

/// Makes a new event: as far along as is asked for, or as its maker may.
pub async fn create(cx: &Cx, fields: EventFields) -> Result<Seen, Error> {
    let checked = checked(cx, fields, None)?;
    let state = first_state(cx, &checked.content, checked.state)?;
    add(cx, checked.content, state).await
}

/// Makes a new event of contents that are valid.
pub(super) async fn add(cx: &Cx, content: Content, state: State) -> Result<Seen, Error> {
    let member = cx.member()?;
    let event = Event::new(cx.app.new_id(), &cx.community, member.account_id(), content, state, cx.now());
    let tx = cx.app.db.write().await?;
    store::insert(&tx, &event).await?;
    if event.repeats() {
        series::reindex(&tx, &cx.community.zone(), cx.now(), &event).await?;
    }
    if event.is_published() {
        tell(&tx, happening(cx, News::Published, &event, &event)).await?;
        tx.touch(cx.community_id());
    }
    tx.commit().await?;
    let name = member.signed_in.name.clone();
    let organiser = Some(Organiser { id: event.organiser_id, name });
    let relation = Relation { organiser: true, ..Relation::default() };
    Ok(Seen {
        listed: Listed { event, organiser, going: 0, date: None },
        relation,
        standing: cx.actor.standing(),
    })
}

/// Changes what is given. `if_match` is the tag that the editor saw.
pub async fn change(
    cx: &Cx,
    id: EventId,
    fields: EventFields,
    if_match: Option<&str>,
) -> Result<Seen, Error> {
    let tx = cx.app.db.write().await?;
    let seen = find_for(cx, &tx, id, Deed::Edit).await?;
    check_tag(&seen, if_match)?;
    let checked = checked(cx, fields, Some(&seen.content))?;
    if checked.content.visibility != seen.visibility {
        allow_visibility(cx, &seen, &checked.content)?;
    }
    let mut after = seen.listed.event.clone();
    after.content = checked.content;
    after.state = next_state(cx, &seen, &after, checked.state)?;
    save(cx, tx, seen, after).await
}

/// Only this about it changes: whether it takes place.
pub async fn set_status(cx: &Cx, id: EventId, status: Status) -> Result<Seen, Error> {
    let tx = cx.app.db.write().await?;
    let seen = find_for(cx, &tx, id, Deed::Edit).await?;
    let mut after = seen.listed.event.clone();
    after.content.status = status;
    save(cx, tx, seen, after).await
}

/// Writes `after` over what was seen, raises version and sequence, tells the observers, commits.
pub(super) async fn save(cx: &Cx, tx: Write, seen: Seen, mut after: Event) -> Result<Seen, Error> {
    let before = &seen.listed.event;
    let zone = cx.community.zone();
    (after.starts_at, after.ends_at) = after.content.when.instants(&zone);
    if after == *before {
        return Ok(seen);
    }
    let news = news(before, &after);
    after.version = before.version.saturating_add(1);
    after.updated_at = cx.now();
    let is_of_substance = !matches!(news, Some(News::Published) | None);
    if is_of_substance || before.recurrence != after.recurrence {
        after.sequence = before.sequence.saturating_add(1);
    }
    if !store::update(&tx, &after, before.version).await? {
        return Err(changed_meanwhile());
    }
    gone::note(&tx, before, &after, cx.now()).await?;
    index(cx, &tx, before, &after).await?;
    if let Some(news) = news {
        tell(&tx, happening(cx, news, before, &after)).await?;
    }
    if before.is_published() || after.is_published() {
        tx.touch(cx.community_id());
    }
    if !(seen.relation.organiser || seen.relation.co_organiser || is_own_progress(&seen, &after)) {
        audit_change(cx, &tx, before, &after).await?;
    }
    tx.commit().await?;
    Ok(Seen { listed: Listed { event: after, ..seen.listed }, ..seen })
}

/// Whether somebody only says how far a task of theirs has come.
fn is_own_progress(seen: &Seen, after: &Event) -> bool {
    let same = Content { status: seen.status, ..after.content.clone() };
    seen.relation.assignee && seen.state == after.state && same == seen.content
}

/// Keeps the index of dates true after a change of a series or of one of its dates.
async fn index(cx: &Cx, tx: &Write, before: &Event, after: &Event) -> Result<(), Error> {
    let zone = cx.community.zone();
    if let Some(series) = after.series_id {
        return Ok(series::reindex_series(tx, &zone, cx.now(), series).await?);
    }
    let of_dates = |e: &Event| (e.when.clone(), e.recurrence.clone(), e.state, e.visibility, e.organiser_id);
    if (before.repeats() || after.repeats()) && of_dates(before) != of_dates(after) {
        series::reindex(tx, &zone, cx.now(), after).await?;
    }
    Ok(())
}

/// What those who come are to know; nothing of what others never saw.
pub(super) fn news(before: &Event, after: &Event) -> Option<News> {
    match (before.state, after.state) {
        (State::Published, State::Deleted) => return Some(News::Deleted),
        (State::Deleted, State::Published) => return Some(News::Restored),
        (State::Published, State::Published) => {}
        (_, State::Published) => return Some(News::Published),
        _ => return None,
    }
    let was_on = !before.is_cancelled();
    if was_on && after.is_cancelled() {
        return Some(News::Cancelled);
    }
    if !was_on && !after.is_cancelled() {
        return Some(News::Resumed);
    }
    let time = before.when != after.when;
    let place = before.location != after.location;
    let title = before.title != after.title;
    // How far a task has come is no news for those who come to something.
    let status = before.status.taking_place() != after.status.taking_place();
    (time || place || title || status).then_some(News::Changed { time, place, title, status })
}

pub(super) fn happening<'a>(cx: &'a Cx, news: News, before: &'a Event, after: &'a Event) -> Happening<'a> {
    Happening { app: &cx.app, community: &cx.community, by: cx.account_id(), news, before, after }
}

/// What admins do to the events of others stands in the trail.
async fn audit_change(cx: &Cx, tx: &Write, before: &Event, after: &Event) -> Result<(), Error> {
    let action = match (before.state, after.state) {
        (_, State::Deleted) => "event.delete",
        (State::Deleted, _) => "event.restore",
        (State::Proposed, State::Published) => "event.publish",
        _ if after.is_cancelled() && !before.is_cancelled() => "event.cancel",
        _ => "event.change",
    };
    audit_deed(cx, tx, after, action).await
}

pub(super) async fn audit_deed(cx: &Cx, tx: &Write, event: &Event, action: &str) -> Result<(), Error> {
    let deed = audit::Deed {
        community: event.community_id,
        actor: cx.account_id(),
        action,
        subject: format!("event:{}", event.id),
        details: serde_json::json!({ "version": event.version }),
    };
    Ok(audit::record(tx, cx.app.clock(), deed).await?)
}

pub(super) fn checked(cx: &Cx, fields: EventFields, base: Option<&Content>) -> Result<Checked, Error> {
    let base_url = cx.app.base_url(&cx.community);
    let zone = community_zone(&cx.community);
    let around = Around { community_zone: &zone, base_url: &base_url };
    input::check(fields, base, around).map_err(|faults| Refusal::invalid(faults).into())
}

/// The community's zone by name; UTC where it is no longer known.
pub fn community_zone(community: &Community) -> Zone {
    Zone::parse(&community.timezone).unwrap_or_else(Zone::utc)
}

/// The tag of one version of an event, with who organises it.
pub fn tag(listed: &Listed) -> String {
    let name = listed.organiser.as_ref().map_or("", |o| o.name.as_str());
    let who = tokens::digest(name.as_bytes());
    format!("\"{}-{}\"", listed.version, who.get(..8).unwrap_or_default())
}

pub(super) fn check_tag(seen: &Seen, if_match: Option<&str>) -> Result<(), Error> {
    let Some(asked) = if_match.map(str::trim) else { return Ok(()) };
    let version = seen.version.to_string();
    let is_it = |t: &str| {
        let bare = t.trim().trim_start_matches("W/").trim_matches('"');
        bare == "*" || bare.split('-').next() == Some(&version)
    };
    if asked.split(',').any(is_it) { Ok(()) } else { Err(changed_meanwhile()) }
}

fn changed_meanwhile() -> Error {
    Refusal::new(412, "changed_meanwhile").into()
}

/// Where a new event stands.
fn first_state(cx: &Cx, content: &Content, asked: Option<State>) -> Result<State, Error> {
    let may = content.visibility == Visibility::Private || access::is_publisher(cx.actor.standing());
    match asked {
        None if cx.require_verified().is_err() => Ok(State::Draft),
        None => Ok(if may { State::Published } else { State::Proposed }),
        Some(state) => {
            check_state(cx, content, state, may)?;
            Ok(state)
        }
    }
}

/// Where a changed event stands.
pub(super) fn next_state(cx: &Cx, seen: &Seen, after: &Event, asked: Option<State>) -> Result<State, Error> {
    match asked {
        None => Ok(seen.state),
        Some(state) if state == seen.state => Ok(state),
        // What others have seen is cancelled or deleted, not hidden.
        Some(_) if seen.state == State::Published => Err(bad_state()),
        Some(state) => {
            let may_publish = access::may(after, seen.relation, seen.standing, Deed::Publish);
            check_state(cx, &after.content, state, may_publish)?;
            Ok(state)
        }
    }
}

fn check_state(cx: &Cx, content: &Content, state: State, may_publish: bool) -> Result<(), Error> {
    match state {
        State::Draft => Ok(()),
        State::Proposed if content.visibility == Visibility::Public => cx.require_verified(),
        State::Published => {
            cx.require_verified()?;
            if may_publish { Ok(()) } else { Err(Refusal::new(403, "publishing_is_for_organisers").into()) }
        }
        State::Proposed | State::Deleted => Err(bad_state()),
    }
}

fn bad_state() -> Error {
    Refusal::invalid(vec![FieldError::new("state", "bad_choice")]).into()
}

/// Opening a private event to everybody is publishing; closing a public one takes it from those who saw it, which
/// only its own organisers may.
pub(super) fn allow_visibility(cx: &Cx, seen: &Seen, after: &Content) -> Result<(), Error> {
    let organises = seen.relation.organiser || seen.relation.co_organiser;
    let opens = after.visibility == Visibility::Public && seen.is_published();
    if opens && !access::is_publisher(cx.actor.standing()) {
        return Err(Refusal::new(403, "publishing_is_for_organisers").into());
    }
    if organises { Ok(()) } else { Err(Refusal::new(403, "forbidden").into()) }
}
