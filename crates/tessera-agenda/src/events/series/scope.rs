//! Changing and deleting dates of a series: one, one and all after it, or all.
//!
//! One date that differs becomes a row of its own. "This and following" cuts the series: what was before stays, what
//! follows is a series of its own, which takes along the dates that differ and the answers that were given. A series
//! that is moved as a whole takes everything along, and each answer stays with the date it was made for.

use super::super::access::Deed;
use super::super::input::EventFields;
use super::super::model::{DateOfSeries, Event, Listed, Recurrence, State, Status};
use super::super::panels::{self, Moved, News};
use super::super::service::{self, Seen, find_for, happening, save};
use super::super::times::When;
use super::super::{deeds, store};
use super::dates::{self, Occurrence, Reach, Shift, starting_at};
use super::index;
use super::occurrences::{self, Dated};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use tessera_calendar::recurrence::{Moment, NoSplit, Rule, Series};
use tessera_core::ids::EventId;
use tessera_platform::db::Write;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

/// How much of a series is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    This,
    ThisAndFuture,
    All,
}

impl Scope {
    pub fn parse(code: &str) -> Option<Self> {
        Some(match code {
            "this" => Self::This,
            "this_and_future" => Self::ThisAndFuture,
            "all" => Self::All,
            _ => return None,
        })
    }
}

/// What became of a change.
pub struct Changed {
    pub seen: Seen,
    /// Dates that differed and that the changed rule no longer has: they are shown as single dates beside it.
    pub left_over: Vec<String>,
}

/// What is asked for, and of which date.
pub struct Asked<'a> {
    pub scope: Option<&'a str>,
    pub occurrence: Option<&'a str>,
    pub if_match: Option<&'a str>,
}

/// The series that an id means (itself, or that of a date that differs), and the date that is meant.
struct Meant {
    series: Seen,
    scope: Scope,
    date: Option<Dated>,
    overrides: Vec<Event>,
}

async fn meant(
    cx: &Cx,
    tx: &Write,
    id: EventId,
    deed: Deed,
    asked: &Asked<'_>,
) -> Result<Option<Meant>, Error> {
    let seen = find_for(cx, tx, id, deed).await?;
    service::check_tag(&seen, asked.if_match)?;
    let (seen, own_date) = match seen.series_id {
        Some(series) => (find_for(cx, tx, series, deed).await?, Some(seen.recurrence_id.clone())),
        None => (seen, None),
    };
    if !seen.repeats() {
        return Ok(None);
    }
    let zone = cx.community.zone();
    let bad =
        |field: &str, code: &'static str| Error::from(Refusal::invalid(vec![FieldError::new(field, code)]));
    let named = match asked.occurrence.map(str::trim).filter(|o| !o.is_empty()) {
        Some(text) => Some(
            Occurrence::parse(text, &seen.when, &zone).ok_or_else(|| bad("occurrence", "no_such_date"))?,
        ),
        None => own_date.as_deref().and_then(Occurrence::from_key),
    };
    let scope = match asked.scope.map(str::trim).filter(|s| !s.is_empty()) {
        Some(code) => Scope::parse(code).ok_or_else(|| bad("scope", "bad_choice"))?,
        None if named.is_some() => Scope::This,
        None => Scope::All,
    };
    let overrides = occurrences::dated(tx, seen.id).await?;
    let date = match &named {
        None if scope != Scope::All => return Err(bad("occurrence", "required")),
        None => None,
        Some(name) => {
            let found = occurrences::find(&seen.listed.event, overrides.clone(), &zone, name);
            Some(found.ok().flatten().ok_or_else(|| bad("occurrence", "no_such_date"))?)
        }
    };
    Ok(Some(Meant { series: seen, scope, date, overrides }))
}

/// Changes as much of a series as is meant; a single event as it is.
pub async fn change(cx: &Cx, id: EventId, fields: EventFields, asked: Asked<'_>) -> Result<Changed, Error> {
    let tx = cx.app.db.write().await?;
    let Some(meant) = meant(cx, &tx, id, Deed::Edit, &asked).await? else {
        drop(tx);
        let seen = service::change(cx, id, fields, asked.if_match).await?;
        return Ok(Changed { seen, left_over: Vec::new() });
    };
    match (meant.scope, meant.date) {
        (Scope::This, Some(date)) => change_one(cx, tx, meant.series, date, meant.overrides, fields).await,
        (Scope::ThisAndFuture, Some(date)) if !is_first(cx, &meant.series, &date) => {
            change_following(cx, tx, meant.series, date, meant.overrides, fields).await
        }
        (_, date) => change_all(cx, tx, meant.series, date, meant.overrides, fields).await,
    }
}

/// Says of a task, or of one date of a recurring one, how far it has come.
///
/// # Errors
/// 422 where a task recurs and no date is named.
pub async fn change_progress(
    cx: &Cx,
    id: EventId,
    status: Status,
    occurrence: Option<&str>,
    if_match: Option<&str>,
) -> Result<Seen, Error> {
    let tx = cx.app.db.write().await?;
    let asked = Asked { scope: Some("this"), occurrence, if_match };
    let seen = find_for(cx, &tx, id, Deed::Progress).await?;
    if !seen.repeats() && seen.series_id.is_none() {
        service::check_tag(&seen, if_match)?;
        let mut after = seen.listed.event.clone();
        after.content.status = status;
        return save(cx, tx, seen, after).await;
    }
    let Some(Meant { series, date: Some(date), overrides, .. }) =
        meant(cx, &tx, id, Deed::Progress, &asked).await?
    else {
        return Err(Refusal::not_found().into());
    };
    if date.status == status {
        let mut seen = series;
        service::turn_to(cx, &tx, &mut seen, &date.occurrence).await?;
        return Ok(seen);
    }
    let fields = EventFields { status: Some(Some(status.code().to_owned())), ..EventFields::default() };
    change_one(cx, tx, series, date, overrides, fields).await.map(|changed| changed.seen)
}

/// Whether nothing of the series is before this date.
fn is_first(cx: &Cx, series: &Seen, date: &Dated) -> bool {
    let found = dates::series_of(&series.content, &cx.community.zone()).ok().flatten();
    let first = found.and_then(|s| s.first(1).ok()?.first().copied());
    first.is_some_and(|first| Occurrence::of(&series.when, &first) == date.occurrence)
}

async fn change_one(
    cx: &Cx,
    tx: Write,
    series: Seen,
    date: Dated,
    overrides: Vec<Event>,
    mut fields: EventFields,
) -> Result<Changed, Error> {
    // What was read of a date has the rule of its series: sent back, it says nothing.
    fields.recurrence = None;
    let before = match &date.differs {
        Some(own) => (**own).clone(),
        None => {
            let mut content = date.reached.as_ref().map_or(&series.content, |e| &e.content).clone();
            content.when = date.when.clone();
            content.due_at = series.due_on(date.starts_at);
            content.recurrence = None;
            let now = cx.now();
            let organiser = series.organiser_id;
            let mut event = Event::new(cx.app.new_id(), &cx.community, organiser, content, series.state, now);
            event.uid.clone_from(&series.uid);
            event.series_id = Some(series.id);
            event.recurrence_id = date.occurrence.key().to_owned();
            event.sequence = series.sequence;
            event.version = 0;
            event
        }
    };
    let checked = service::checked(cx, fields, Some(&before.content))?;
    let mut after = before.clone();
    after.content = checked.content;
    after.content.visibility = series.visibility;
    if after.reaches_on && after.content != before.content {
        after.reaches_on = false;
        pass_on(cx, &tx, &series, &before, &overrides).await?;
    }
    let seen = if date.differs.is_some() {
        let listed = Listed { event: before, date: None, ..series.listed.clone() };
        save(cx, tx, Seen { listed, ..series.clone() }, after).await?
    } else {
        (after.starts_at, after.ends_at) = after.when.instants(&cx.community.zone());
        after.version = 1;
        let news = service::news(&before, &after);
        if news.is_some() {
            after.sequence = after.sequence.saturating_add(1);
        }
        store::insert(&tx, &after).await?;
        index::reindex(&tx, &cx.community.zone(), cx.now(), &series.listed.event).await?;
        if let Some(news) = news {
            panels::tell(&tx, happening(cx, news, &before, &after)).await?;
        }
        tx.touch(cx.community_id());
        tx.commit().await?;
        Seen { listed: Listed { event: after, ..series.listed.clone() }, ..series.clone() }
    };
    Ok(Changed { seen: as_date(seen, series.id, date.occurrence), left_over: Vec::new() })
}

/// Before a date that reaches on is changed alone: the next one that has no row of its own says from then on what it
/// said so far.
async fn pass_on(cx: &Cx, tx: &Write, series: &Seen, from: &Event, overrides: &[Event]) -> Result<(), Error> {
    let zone = cx.community.zone();
    let (Some(reach), Some(whole)) = (
        Reach::list(series, [from], &zone).into_iter().next(),
        dates::series_of(&series.content, &zone).ok().flatten(),
    ) else {
        return Ok(());
    };
    let is_free = |moment: &Moment| {
        let name = Occurrence::of(&series.when, moment);
        name.key() > from.recurrence_id.as_str() && !overrides.iter().any(|e| e.recurrence_id == name.key())
    };
    // Another one that reaches on ends what this one says.
    let end = overrides
        .iter()
        .filter(|e| e.reaches_on && e.recurrence_id > from.recurrence_id)
        .map(|e| &e.recurrence_id)
        .min();
    let named = Occurrence::from_key(&from.recurrence_id).and_then(|n| n.instant(&series.when, &zone));
    let begin = named.unwrap_or(from.starts_at.timestamp());
    let next = whole.between(begin, jiff::Timestamp::MAX, overrides.len().saturating_add(2));
    let Some(moment) = next.ok().and_then(|found| found.moments.into_iter().find(is_free)) else {
        return Ok(());
    };
    let name = Occurrence::of(&series.when, &moment);
    if end.is_some_and(|end| name.key() > end.as_str()) {
        return Ok(());
    }
    let mut heir = reach.on(&moment, &zone);
    heir.id = cx.app.new_id();
    name.key().clone_into(&mut heir.recurrence_id);
    (heir.ical, heir.version) = (None, 1);
    (heir.created_at, heir.updated_at) = (cx.now(), cx.now());
    Ok(store::insert(tx, &heir).await?)
}

fn as_date(mut seen: Seen, series_id: EventId, occurrence: Occurrence) -> Seen {
    seen.listed.date = Some(DateOfSeries { series_id, occurrence, is_overridden: true });
    seen
}

/// The contents that a series is to have, where `fields` speak of one of its dates; and how far it moves.
fn target(
    cx: &Cx,
    series: &Seen,
    date: Option<&Dated>,
    fields: EventFields,
) -> Result<(Event, Shift), Error> {
    let says_rule = fields.recurrence.is_some();
    let mut base = series.content.clone();
    if let Some(date) = date {
        base.when = date.when.clone();
        base.due_at = series.due_on(date.starts_at);
    }
    // A date that stands for its series is checked as that date; the rule is checked with the series.
    let own_rule = base.recurrence.take();
    let mut fields = fields;
    let asked_rule = fields.recurrence.take();
    let mut content = service::checked(cx, fields, Some(&base))?.content;
    let shift = Shift { from: base.when.start_local(), to: content.when.start_local() };
    let mut after = series.listed.event.clone();
    if let Some(date) = date {
        content.when = starting_at(&content.when, shift.apply(series.when.start_local()));
        // Due as long after the first start as after that of the date.
        let later = date.starts_at.since(series.starts_at);
        content.due_at = content.due_at.map(|due| due.plus(-later));
    }
    content.recurrence = if says_rule {
        let only_rule = EventFields { recurrence: asked_rule, ..EventFields::default() };
        service::checked(cx, only_rule, Some(&content))?.content.recurrence
    } else {
        own_rule.map(|rule| moved_rule(&rule, series, &content.when, shift)).transpose()?
    };
    after.content = content;
    Ok((after, shift))
}

fn moved_rule(rule: &Recurrence, series: &Seen, to: &When, shift: Shift) -> Result<Recurrence, Error> {
    let cannot =
        || Error::from(Refusal::invalid(vec![FieldError::new("recurrence.rrule", "rule_cannot_move")]));
    if shift.is_none() && series.when.zone() == to.zone() && series.when.is_all_day() == to.is_all_day() {
        return Ok(rule.clone());
    }
    let (from, start) = (series.when.start_local(), to.start_local());
    let rrule = match &rule.rrule {
        Some(text) => {
            let lines: Option<Vec<String>> = dates::rules_of(text)
                .map(|line| Some(Rule::parse(&line).ok()?.moved(from, start)?.to_string()))
                .collect();
            Some(lines.ok_or_else(cannot)?.join("\n"))
        }
        None => None,
    };
    let move_all =
        |texts: &[String]| -> Vec<String> { texts.iter().map(|t| shift.text(t, &series.when, to)).collect() };
    Ok(Recurrence { rrule, exdates: move_all(&rule.exdates), rdates: move_all(&rule.rdates) })
}

async fn change_all(
    cx: &Cx,
    tx: Write,
    series: Seen,
    date: Option<Dated>,
    overrides: Vec<Event>,
    fields: EventFields,
) -> Result<Changed, Error> {
    let date = date.filter(|d| !d.is_overridden());
    let state = fields.state.clone();
    let (mut after, shift) = target(cx, &series, date.as_ref(), fields)?;
    if after.visibility != series.visibility {
        service::allow_visibility(cx, &series, &after.content)?;
    }
    let asked =
        service::checked(cx, EventFields { state, ..EventFields::default() }, Some(&after.content))?.state;
    after.state = service::next_state(cx, &series, &after, asked)?;
    let kept =
        carry(cx, &tx, Carry { from: &series, to: &after, to_id: series.id, shift, since: None }, overrides)
            .await?;
    let seen = save(cx, tx, series, after).await?;
    Ok(Changed { seen, left_over: kept })
}

async fn change_following(
    cx: &Cx,
    tx: Write,
    series: Seen,
    date: Dated,
    overrides: Vec<Event>,
    fields: EventFields,
) -> Result<Changed, Error> {
    let zone = cx.community.zone();
    if date.reached.is_some() || date.differs.as_ref().is_some_and(|e| e.reaches_on) {
        // What follows would need the rule of the series and the words of another date.
        return Err(Refusal::invalid(vec![FieldError::new("scope", "date_is_reached")]).into());
    }
    let (before, rest) = split(cx, &series, &date)?;
    // What follows, first as it is: a series that begins with this date.
    let mut following = series.clone();
    following.listed.event.content.when = starting_at(&series.when, original_start(&series, &date, &zone));
    following.listed.event.content.recurrence = Some(rest);
    let (starts_at, ends_at) = following.when.instants(&zone);
    following.listed.event.content.due_at = series.due_on(starts_at);
    (following.listed.event.starts_at, following.listed.event.ends_at) = (starts_at, ends_at);
    let own = Dated { when: following.when.clone(), starts_at, ends_at, differs: None, ..date.clone() };
    let (mut after, shift) = target(cx, &following, Some(&own), fields)?;
    after.id = cx.app.new_id();
    after.uid = format!("{}@tessera", after.id);
    (after.ical, after.sequence, after.version) = (None, 0, 1);
    (after.created_at, after.updated_at) = (cx.now(), cx.now());
    (after.starts_at, after.ends_at) = after.when.instants(&zone);
    if after.visibility != series.visibility {
        service::allow_visibility(cx, &series, &after.content)?;
    }
    store::insert(&tx, &after).await?;
    store::copy_co_organisers(&tx, series.id, after.id).await?;
    let since = Some(date.occurrence.clone());
    let carry_on = Carry { from: &series, to: &after, to_id: after.id, shift, since };
    let left_over = carry(cx, &tx, carry_on, overrides).await?;
    index::reindex(&tx, &zone, cx.now(), &after).await?;
    if let Some(news) = service::news(&following.listed.event, &after).filter(|n| *n != News::Published) {
        panels::tell(&tx, happening(cx, news, &following.listed.event, &after)).await?;
    }
    let mut shortened = series.listed.event.clone();
    shortened.content.recurrence = Some(before);
    let listed = Listed { event: after, organiser: series.listed.organiser.clone(), going: 0, date: None };
    let seen = Seen { listed, ..series.clone() };
    save(cx, tx, series, shortened).await?;
    Ok(Changed { seen, left_over })
}

fn original_start(series: &Seen, date: &Dated, zone: &TimeZone) -> DateTime {
    let clock = series.when.time_zone(zone);
    let instant = date.occurrence.instant(&series.when, zone);
    instant.map_or_else(|| date.when.start_local(), |instant| clock.to_datetime(instant))
}

/// The rule of what is before a date, and of what is from it on.
fn split(cx: &Cx, series: &Seen, date: &Dated) -> Result<(Recurrence, Recurrence), Error> {
    let zone = cx.community.zone();
    let refused = |code: &'static str| Error::from(Refusal::invalid(vec![FieldError::new("scope", code)]));
    let whole =
        dates::series_of(&series.content, &zone).ok().flatten().ok_or_else(|| refused("no_such_date"))?;
    let local = original_start(series, date, &zone);
    let instant = date.occurrence.instant(&series.when, &zone).unwrap_or_default();
    let parts = whole.split_at(Moment { local, instant }).map_err(|e| match e {
        NoSplit::SeveralRules => refused("rules_cannot_split"),
        NoSplit::TooMuchWork(_) => refused("rrule_too_dense"),
    })?;
    let exdates = series.recurrence.as_ref().map(|r| r.exdates.clone()).unwrap_or_default();
    let is_before = |text: &String| {
        Occurrence::parse(text, &series.when, &zone).is_some_and(|name| name.key() < date.occurrence.key())
    };
    let (early, late): (Vec<String>, Vec<String>) = exdates.into_iter().partition(is_before);
    let of = |part: Option<&Series>, exdates: Vec<String>, start: DateTime| {
        let rules: Vec<String> =
            part.map(|p| p.rules().iter().map(ToString::to_string).collect()).unwrap_or_default();
        let added = part.map(Series::added).unwrap_or_default();
        let added = added.iter().filter(|m| m.local != start);
        let rdates = added.map(|m| Occurrence::of(&series.when, m).text(&series.when, &zone)).collect();
        Recurrence { rrule: (!rules.is_empty()).then(|| rules.join("\n")), exdates, rdates }
    };
    Ok((of(parts.before.as_ref(), early, series.when.start_local()), of(parts.after.as_ref(), late, local)))
}

/// Dates that go along with a series, or with a part of it.
struct Carry<'a> {
    from: &'a Seen,
    to: &'a Event,
    to_id: EventId,
    shift: Shift,
    /// Only those from this one on.
    since: Option<Occurrence>,
}

/// Gives rows of dates that differ, and answers, the names they have from now on. Which dates the rule no longer has.
async fn carry(cx: &Cx, tx: &Write, carry: Carry<'_>, overrides: Vec<Event>) -> Result<Vec<String>, Error> {
    let zone = cx.community.zone();
    let (was, now) = (&carry.from.when, &carry.to.when);
    let is_meant = |key: &str| carry.since.as_ref().is_none_or(|since| key >= since.key());
    let renamed = |key: &str| {
        let name = Occurrence::from_key(key).filter(|_| is_meant(key))?;
        Some(carry.shift.name(&name, was, now, &zone))
    };
    let same_place = carry.to_id == carry.from.id && carry.shift.is_none() && was.zone() == now.zone();
    let has_new_rule = carry.to.recurrence != carry.from.recurrence;
    let mut left_over = Vec::new();
    let mut rows: Vec<&Event> = overrides.iter().filter(|e| is_meant(&e.recurrence_id)).collect();
    if carry.shift.from < carry.shift.to {
        // So that no name is taken twice on the way.
        rows.reverse();
    }
    for row in rows {
        let Some(name) = renamed(&row.recurrence_id) else { continue };
        if has_new_rule && occurrences::find(carry.to, Vec::new(), &zone, &name).ok().flatten().is_none() {
            left_over.push(name.text(now, &zone));
        }
        if same_place {
            continue;
        }
        let mut moved = row.clone();
        // A date that differs in something else than its time goes along.
        let original = Occurrence::from_key(&row.recurrence_id).and_then(|n| n.instant(was, &zone));
        if original == Some(row.starts_at.timestamp()) {
            moved.content.when = starting_at(&row.when, carry.shift.apply(row.when.start_local()));
            (moved.starts_at, moved.ends_at) = moved.when.instants(&zone);
        }
        name.key().clone_into(&mut moved.recurrence_id);
        moved.series_id = Some(carry.to_id);
        moved.uid.clone_from(&carry.to.uid);
        moved.version = row.version.saturating_add(1);
        moved.sequence = row.sequence.saturating_add(1);
        moved.updated_at = cx.now();
        if !store::update(tx, &moved, row.version).await? {
            return Err(Refusal::new(412, "changed_meanwhile").into());
        }
        store::update_series_of(tx, &moved).await?;
    }
    if !same_place {
        let rename = |key: &str| renamed(key).map(|name| name.key().to_owned());
        let (from, to, visibility) = (carry.from.id, carry.to_id, carry.from.visibility);
        panels::tell_moved(tx, Moved { app: &cx.app, from, to, visibility, rename: &rename }).await?;
    }
    Ok(left_over)
}

/// Deletes as much of a series as is meant.
pub async fn delete(cx: &Cx, id: EventId, asked: Asked<'_>) -> Result<(), Error> {
    let tx = cx.app.db.write().await?;
    let Some(Meant { series, scope, date, overrides }) = meant(cx, &tx, id, Deed::Own, &asked).await? else {
        drop(tx);
        return deeds::delete(cx, id, asked.if_match).await;
    };
    let zone = cx.community.zone();
    let mut after = series.listed.event.clone();
    let gone: Vec<&Event> = match (scope, &date) {
        (Scope::This, Some(date)) => {
            let mut rule = series.recurrence.clone().unwrap_or_default();
            rule.exdates.push(date.occurrence.text(&series.when, &zone));
            after.content.recurrence = Some(rule);
            overrides.iter().filter(|e| e.recurrence_id == date.occurrence.key()).collect()
        }
        (Scope::ThisAndFuture, Some(date)) if !is_first(cx, &series, date) => {
            after.content.recurrence = Some(split(cx, &series, date)?.0);
            overrides.iter().filter(|e| e.recurrence_id.as_str() >= date.occurrence.key()).collect()
        }
        _ => {
            drop(tx);
            return deeds::delete(cx, series.id, None).await;
        }
    };
    if dates::check(&after.content, &zone) == Err(dates::BadSeries::Empty) {
        drop(tx);
        return deeds::delete(cx, series.id, None).await;
    }
    for row in gone {
        let mut deleted = row.clone();
        (deleted.state_before, deleted.state) = (Some(row.state), State::Deleted);
        deleted.deleted_at = Some(cx.now());
        deleted.version = row.version.saturating_add(1);
        store::update(&tx, &deleted, row.version).await?;
    }
    // Those who come to a date that is gone are told, as of an event of its own.
    if let Some(date) = date {
        let mut was = series.listed.event.clone();
        was.content.when = date.when.clone();
        (was.starts_at, was.ends_at) = (date.starts_at, date.ends_at);
        (was.series_id, was.recurrence_id) = (Some(series.id), date.occurrence.key().to_owned());
        was.version = was.version.saturating_add(1);
        let mut gone = was.clone();
        gone.state = State::Deleted;
        panels::tell(&tx, happening(cx, News::Deleted, &was, &gone)).await?;
    }
    save(cx, tx, series, after).await.map(|_| ())
}
