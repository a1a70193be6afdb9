//! What whoever is newly to do a task is told: what, until when, by whom, and how to give it back.

use super::store;
use crate::events::{self, Listed, State, Status};
use crate::occasion;
use futures::future::BoxFuture;
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, EventId};
use tessera_people::notifications::{self, NewNotice};
use tessera_platform::db::Write;
use tessera_web::app::App;
use tessera_web::directory::Community;
use tessera_web::letter::Letter;
use tessera_web::notices::{Email, Notice, NoticeKind, NoticeLetter, NoticeRow, Preference, Reader, Shown};
use tessera_web::ui::Icon;
use tessera_web::words::key;

pub const KINDS: &[NoticeKind] = &[ASSIGNED];

const ASSIGNED: NoticeKind = NoticeKind {
    kind: "tasks.assigned",
    preference: &TASKS,
    icon: Icon::Check,
    render,
    letter: Some(letter),
};

const TASKS: Preference = Preference {
    name: "tasks",
    label: key("tasks-notices"),
    hint: key("tasks-notices-hint"),
    email: Email::Instant,
    in_app: true,
};

#[derive(Debug, Serialize, Deserialize)]
struct OfTask {
    event: EventId,
    by: Option<AccountId>,
}

/// Tells these members that they are to do a task.
pub async fn tell(
    tx: &Write,
    app: &App,
    community: &Community,
    (task, by): (EventId, Option<AccountId>),
    accounts: &[AccountId],
    at: Instant,
) -> Result<(), DbErr> {
    let new = NewNotice {
        kind: &ASSIGNED,
        payload: &OfTask { event: task, by },
        key: format!("task-assigned:{task}:{}", at.as_microseconds()),
        by,
    };
    notifications::notify(tx, app, community, accounts, &new).await.map(drop)
}

/// The tasks that notices are about, as far as there is still something to do.
struct Found {
    tasks: Vec<Listed>,
    assigned: BTreeSet<EventId>,
    people: Vec<(AccountId, String)>,
}

impl Found {
    async fn of(reader: &Reader, asked: &[OfTask]) -> Result<Self, DbErr> {
        let read = reader.app.db.read();
        let ids: Vec<EventId> = asked.iter().map(|t| t.event).collect();
        let by: BTreeSet<AccountId> = asked.iter().filter_map(|t| t.by).collect();
        let by: Vec<AccountId> = by.into_iter().collect();
        let people = store::list_assignable(&read, reader.community.id, &by).await?;
        Ok(Self {
            tasks: events::list_by_ids(&read, reader.community.id, &ids).await?,
            assigned: store::list_assigned_among(&read, reader.account, &ids).await?.into_iter().collect(),
            people: people.into_iter().map(|p| (p.who.id, p.who.name)).collect(),
        })
    }

    /// A draft is its organisers' alone; who gave the task back hears nothing of it any more.
    fn task(&self, asked: &OfTask) -> Option<&Listed> {
        self.tasks.iter().find(|t| t.event.id == asked.event).filter(|task| {
            task.state == State::Published
                && !matches!(task.status, Status::Cancelled | Status::Done)
                && self.assigned.contains(&asked.event)
        })
    }

    fn sentence(&self, reader: &Reader, asked: &OfTask) -> String {
        match self.people.iter().find(|(id, _)| Some(*id) == asked.by) {
            Some((_, name)) => reader.words.t1("tasks-mail-text", ("name", name)),
            None => reader.words.t("tasks-mail-text-nameless").to_owned(),
        }
    }
}

fn render(reader: Reader, rows: Vec<NoticeRow>) -> BoxFuture<'static, anyhow::Result<Vec<Shown>>> {
    Box::pin(async move {
        let asked: Vec<Option<OfTask>> = rows.iter().map(NoticeRow::payload).collect();
        let known: Vec<OfTask> = rows.iter().filter_map(NoticeRow::payload).collect();
        let found = Found::of(&reader, &known).await?;
        let shown = |asked: Option<OfTask>| {
            let told = asked.as_ref().and_then(|asked| Some((asked, found.task(asked)?)));
            told.map_or(Shown::Withdraw, |(asked, task)| {
                Shown::Notice(Notice {
                    title: reader.words.t1("tasks-mail-heading", ("task", &task.title)),
                    text: found.sentence(&reader, asked),
                    path: task.path(),
                    items: vec![],
                })
            })
        };
        Ok(asked.into_iter().map(shown).collect())
    })
}

fn letter(reader: Reader, row: NoticeRow) -> BoxFuture<'static, anyhow::Result<Option<NoticeLetter>>> {
    Box::pin(async move {
        let Some(asked) = row.payload::<OfTask>() else { return Ok(None) };
        let found = Found::of(&reader, std::slice::from_ref(&asked)).await?;
        let Some(task) = found.task(&asked) else { return Ok(None) };
        let words = &reader.words;
        let url = |path: &str| reader.url(&format!("{}{path}", task.path()));
        let mut facts = occasion::facts(words, &reader.community, &task.event);
        if let Some(due) = task.due_at {
            facts.push((words.t("tasks-due").to_owned(), words.date_time(due, &reader.community.zone())));
        }
        let letter = Letter {
            heading: words.t1("tasks-mail-heading", ("task", &task.title)),
            paragraphs: vec![found.sentence(&reader, &asked)],
            facts,
            button: Some((words.t("tasks-mail-open").to_owned(), url(""))),
            links: vec![(words.t("tasks-mail-leave").to_owned(), url("/assignees/leave"))],
            why: words.t1("tasks-mail-why", ("community", &reader.community.name)),
            ..Letter::default()
        };
        let subject = words.t1("tasks-mail-subject", ("task", &task.title));
        Ok(Some(NoticeLetter { subject, letter, attachments: vec![] }))
    })
}
