//! What is done with templates: kept, changed, looked at for a date, used.

use super::model::{self, Assignee, ForWhom, Item, MOST_TEMPLATES, Template, Way};
use super::store::{self, Run};
use crate::events::access::Deed;
use crate::events::{
    self as events, Content, Description, Event, EventOfTask, Kind, Location, State, Status, Visibility, When,
};
use crate::tasks;
use jiff::SignedDuration;
use jiff::civil::Date;
use std::collections::HashMap;
use tessera_core::Role;
use tessera_core::ids::{AccountId, EventId};
use tessera_platform::db::{Write, is_unique_violation};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

/// How long a use is known by its name.
const RUNS_KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);
const ONCE_MAX_CHARS: usize = 100;

pub async fn list(cx: &Cx) -> Result<Vec<Template>, Error> {
    Ok(store::list(&cx.app.db.read(), cx.community_id()).await?)
}

pub async fn find(cx: &Cx, id: uuid::Uuid) -> Result<Template, Error> {
    let found = store::find(&cx.app.db.read(), cx.community_id(), id).await?;
    found.ok_or_else(|| Refusal::not_found().into())
}

fn name_taken(e: sea_orm::DbErr) -> Error {
    if is_unique_violation(&e) {
        Refusal::invalid(vec![FieldError::new("name", "name_taken")]).into()
    } else {
        e.into()
    }
}

/// Makes a new template.
pub async fn create(cx: &Cx, name: &str, items: Vec<Item>) -> Result<Template, Error> {
    let (name, items) = match (model::check_name(name), model::check_items(items)) {
        (Ok(name), Ok(items)) => (name, items),
        (name, items) => {
            let mut faults: Vec<FieldError> = name.err().into_iter().collect();
            faults.extend(items.err().unwrap_or_default());
            return Err(Refusal::invalid(faults).into());
        }
    };
    let now = cx.now();
    let template = Template {
        id: cx.app.new_id(),
        community_id: cx.community_id(),
        name,
        items,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    let tx = cx.app.db.write().await?;
    if store::list(&tx, cx.community_id()).await?.len() >= MOST_TEMPLATES {
        return Err(Refusal::new(409, "too_many_templates").with("max", MOST_TEMPLATES).into());
    }
    store::insert(&tx, &template).await.map_err(name_taken)?;
    tx.commit().await?;
    Ok(template)
}

/// A change of a template.
#[derive(Clone, Debug)]
pub enum Change {
    Replace { name: Option<String>, items: Option<Vec<Item>> },
    Add(Item),
    Set(usize, Item),
    Move(usize, Way),
    Remove(usize),
}

/// Changes a template; `version` is the one that was seen.
pub async fn change(
    cx: &Cx,
    id: uuid::Uuid,
    version: Option<i64>,
    change: Change,
) -> Result<Template, Error> {
    let tx = cx.app.db.write().await?;
    let before = store::find(&tx, cx.community_id(), id).await?.ok_or_else(Refusal::not_found)?;
    if version.is_some_and(|v| v != before.version) {
        return Err(Refusal::new(412, "changed_meanwhile").into());
    }
    let mut after = before.clone();
    let invalid = |faults: Vec<FieldError>| Error::from(Refusal::invalid(faults));
    let in_its_place = |place: usize| {
        if place < before.items.len() { Ok(()) } else { Err(Error::from(Refusal::not_found())) }
    };
    match change {
        Change::Replace { name, items } => {
            if let Some(name) = name {
                after.name = model::check_name(&name).map_err(|f| invalid(vec![f]))?;
            }
            if let Some(items) = items {
                after.items = model::check_items(items).map_err(invalid)?;
            }
        }
        Change::Add(item) => {
            after.items.push(model::check_item(item, "").map_err(invalid)?);
            after.items = model::check_items(after.items).map_err(|mut faults| {
                faults.iter_mut().for_each(|f| "title".clone_into(&mut f.field));
                invalid(faults)
            })?;
        }
        Change::Set(place, item) => {
            in_its_place(place)?;
            let item = model::check_item(item, "").map_err(invalid)?;
            if let Some(old) = after.items.get_mut(place) {
                *old = item;
            }
        }
        Change::Move(place, way) => {
            in_its_place(place)?;
            model::moved(&mut after.items, place, way);
        }
        Change::Remove(place) => {
            in_its_place(place)?;
            after.items.remove(place);
        }
    }
    if after == before {
        return Ok(before);
    }
    after.version = before.version.saturating_add(1);
    after.updated_at = cx.now();
    if !store::update(&tx, &after, before.version).await.map_err(name_taken)? {
        return Err(Refusal::new(412, "changed_meanwhile").into());
    }
    tx.commit().await?;
    Ok(after)
}

pub async fn delete(cx: &Cx, id: uuid::Uuid) -> Result<(), Error> {
    let tx = cx.app.db.write().await?;
    if !store::delete(&tx, cx.community_id(), id).await? {
        return Err(Refusal::not_found().into());
    }
    tx.commit().await?;
    Ok(())
}

/// What a template is used for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub date: String,
    pub event: Option<EventId>,
    pub visibility: Option<String>,
    /// Names this use: asked for again, it is not done again.
    pub once: Option<String>,
}

/// A task that a template makes.
#[derive(Clone, Debug)]
pub struct Planned {
    pub item: Item,
    pub day: Date,
}

/// The date a template is used for, and the event where there is one.
async fn occasion(cx: &Cx, asked: &Asked) -> Result<(Date, Option<events::Seen>), Error> {
    let event = match asked.event {
        None => None,
        Some(id) => {
            let seen = events::service::find(cx, &cx.app.db.read(), id, None).await?;
            events::service::allow(&seen, Deed::Edit)?;
            Some(seen)
        }
    };
    let date = match (asked.date.trim(), &event) {
        ("", Some(event)) => event.when.first_day(),
        ("", None) => return Err(Refusal::invalid(vec![FieldError::new("date", "required")]).into()),
        (text, _) => {
            let date = text.parse::<Date>().ok().filter(|d| text.len() == 10 && d.year() >= 1900);
            date.ok_or_else(|| Refusal::invalid(vec![FieldError::new("date", "bad_date")]))?
        }
    };
    Ok((date, event))
}

fn planned(template: &Template, date: Date) -> Result<Vec<Planned>, Error> {
    let plan = |item: &Item| Some(Planned { day: item.day(date)?, item: item.clone() });
    let all: Option<Vec<Planned>> = template.items.iter().map(plan).collect();
    all.ok_or_else(|| Refusal::invalid(vec![FieldError::new("date", "bad_date")]).into())
}

/// The tasks that a template would make, and the date they hang on.
pub async fn preview(cx: &Cx, template: &Template, asked: &Asked) -> Result<(Date, Vec<Planned>), Error> {
    let (date, _) = occasion(cx, asked).await?;
    Ok((date, planned(template, date)?))
}

/// Makes all tasks of a template, or none; the same use once. Their ids.
pub async fn apply(cx: &Cx, id: uuid::Uuid, asked: Asked) -> Result<Vec<EventId>, Error> {
    let applier = cx.member()?.account_id();
    cx.require_verified()?;
    let once = asked.once.clone().unwrap_or_else(|| cx.app.new_id::<uuid::Uuid>().to_string());
    if once.is_empty() || once.chars().nth(ONCE_MAX_CHARS).is_some() {
        let fault = FieldError::new("once", "too_long").with("max", ONCE_MAX_CHARS);
        return Err(Refusal::invalid(vec![fault]).into());
    }
    let visibility = match asked.visibility.as_deref().filter(|v| !v.is_empty()) {
        None => Visibility::Private,
        Some(code) => Visibility::parse(code)
            .ok_or_else(|| Refusal::invalid(vec![FieldError::new("visibility", "bad_choice")]))?,
    };
    let (date, event) = occasion(cx, &asked).await?;
    let tx = cx.app.db.write().await?;
    let template = store::find(&tx, cx.community_id(), id).await?.ok_or_else(Refusal::not_found)?;
    let plan = planned(&template, date)?;
    let run = Run { community: cx.community_id(), account: applier, once: &once };
    let ids: Vec<EventId> = plan.iter().map(|_| cx.app.new_id()).collect();
    store::delete_runs(&tx, cx.now().plus(-RUNS_KEPT)).await?;
    if !store::insert_run(&tx, &run, &ids, cx.now()).await? {
        let before = store::find_run(&tx, &run).await?;
        return before.ok_or_else(|| Refusal::new(409, "in_progress").into());
    }
    if plan.is_empty() {
        return Err(Refusal::new(409, "template_empty").into());
    }
    let whom = ForWhom { applier, event_organiser: event.as_ref().map(|e| e.organiser_id) };
    let mut of_role = HashMap::new();
    for (task, id) in plan.iter().zip(&ids) {
        let content = content(cx, task, visibility, event.as_ref().map(|e| e.id))?;
        let made = Event::new(*id, &cx.community, applier, content, State::Published, cx.now());
        events::insert(&tx, &made).await?;
        let wanted = assignees(cx, &tx, task.item.assignee, whom, &mut of_role).await?;
        if !wanted.is_empty() {
            tasks::give(cx, &tx, &made, &wanted, "assignee").await?;
        }
    }
    tx.touch(cx.community_id());
    tx.commit().await?;
    Ok(ids)
}

fn content(
    cx: &Cx,
    task: &Planned,
    visibility: Visibility,
    event: Option<EventId>,
) -> Result<Content, Error> {
    let zone = events::service::community_zone(&cx.community);
    let time = task.item.time();
    let at = task.day.to_datetime(time.unwrap_or_else(|| jiff::civil::time(23, 59, 0, 0)));
    let timed = When::Zoned { start: at, end: None, zone };
    let due_at = timed.instants(&cx.community.zone()).0;
    let beyond = || Error::from(Refusal::invalid(vec![FieldError::new("date", "bad_date")]));
    let when = if time.is_some() {
        timed
    } else {
        let end = task.day.tomorrow().map_err(|_| beyond())?;
        When::AllDay { first: task.day, end, zone: None }
    };
    let mut details = serde_json::Map::new();
    if let Some(event) = event {
        details.insert(EventOfTask::NAME.to_owned(), event.to_string().into());
    }
    Ok(Content {
        kind: Kind::Task,
        category: None,
        title: task.item.title.clone(),
        description: Description::written(task.item.description.clone()),
        when,
        location: Location::default(),
        visibility,
        status: Status::Scheduled,
        priority: task.item.priority,
        due_at: Some(due_at),
        capacity: None,
        image_url: None,
        recurrence: None,
        details: serde_json::Value::Object(details),
    })
}

/// Who is meant; those with a role are looked up once.
async fn assignees(
    cx: &Cx,
    tx: &Write,
    assignee: Assignee,
    whom: ForWhom,
    of_role: &mut HashMap<Role, Vec<AccountId>>,
) -> Result<Vec<AccountId>, Error> {
    let role = match assignee {
        Assignee::Nobody => return Ok(Vec::new()),
        Assignee::Applier => return Ok(vec![whom.applier]),
        // Who organised it may have left: then it is the applier's.
        Assignee::EventOrganiser => {
            let organiser = whom.event_organiser.unwrap_or(whom.applier);
            let is_member = tasks::is_assignable(tx, cx.community_id(), organiser).await?;
            return Ok(vec![if is_member { organiser } else { whom.applier }]);
        }
        Assignee::Staff => Role::Staff,
        Assignee::Promoter => Role::Promoter,
        Assignee::Organiser => Role::Organiser,
        Assignee::Admin => Role::Admin,
    };
    if let Some(found) = of_role.get(&role) {
        return Ok(found.clone());
    }
    let most = i64::try_from(tasks::MOST_ASSIGNEES).unwrap_or(i64::MAX);
    let found = store::list_with_role(tx, cx.community_id(), role, most).await?;
    of_role.insert(role, found.clone());
    Ok(found)
}
