//! What members who come are told of a change: the same words that guests are mailed.

use super::mails::{About, Told, ToldOf, changes};
use super::model::Participation;
use super::store;
use crate::events::{self, Event, State};
use anyhow::anyhow;
use futures::future::BoxFuture;
use sea_orm::DbErr;
use std::sync::Arc;
use tessera_core::ids::{AccountId, EventId};
use tessera_people::notifications::{self, NewNotice};
use tessera_platform::db::Write;
use tessera_platform::jobs::JobError;
use tessera_web::app::App;
use tessera_web::directory::Community;
use tessera_web::notices::{Email, Notice, NoticeKind, NoticeLetter, NoticeRow, Preference, Reader, Shown};
use tessera_web::ui::Icon;
use tessera_web::words::key;

pub const KINDS: &[NoticeKind] = &[NEWS];

const NEWS: NoticeKind = NoticeKind {
    kind: "participation.changed",
    preference: &EVENT_CHANGES,
    icon: Icon::Calendar,
    render,
    letter: Some(letter),
};

const EVENT_CHANGES: Preference = Preference {
    name: "event_changes",
    label: key("participation-notices"),
    hint: key("participation-notices-hint"),
    email: Email::Instant,
    in_app: true,
};

/// Tells these members what happened to an event they answered.
pub async fn tell(
    tx: &Write,
    app: &App,
    community: &Community,
    told: &ToldOf,
    version: i64,
    by: Option<AccountId>,
    members: &[AccountId],
) -> Result<(), DbErr> {
    let key = format!("event-news:{}{}:{version}", told.event, told.occurrence);
    let new = NewNotice { kind: &NEWS, payload: told, key, by };
    notifications::notify(tx, app, community, members, &new).await.map(drop)
}

/// The answer by which a change concerns somebody.
fn answer<'p>(answers: &'p [Participation], told: &ToldOf) -> Option<&'p Participation> {
    answers.iter().find(|p| {
        p.event_id == told.event
            && p.answer.is_told()
            && (told.occurrence.is_empty() || p.occurrence.is_empty() || p.occurrence == told.occurrence)
    })
}

/// Whether it is still so. Of one date of a series only the mail looks closer.
fn is_so(event: &Event, told: &ToldOf) -> bool {
    let is_deleted = event.state == State::Deleted;
    let is_all = told.occurrence.is_empty();
    match told.news {
        Told::Deleted => is_deleted || !is_all,
        Told::Cancelled => !is_deleted && (!is_all || event.is_cancelled()),
        Told::Resumed => !is_deleted && (!is_all || !event.is_cancelled()),
        Told::Changed { .. } => !is_deleted,
    }
}

fn render(reader: Reader, rows: Vec<NoticeRow>) -> BoxFuture<'static, anyhow::Result<Vec<Shown>>> {
    Box::pin(async move {
        let asked: Vec<Option<ToldOf>> = rows.iter().map(NoticeRow::payload).collect();
        let ids: Vec<EventId> = asked.iter().flatten().map(|t| t.event).collect();
        let read = reader.app.db.read();
        let found = events::list_by_ids(&read, reader.community.id, &ids).await?;
        let answers = store::list_of_member(&read, reader.community.id, reader.account, &ids).await?;
        let shown = |told: Option<ToldOf>| {
            let notice = told.and_then(|told| {
                let event = &found.iter().find(|e| e.event.id == told.event)?.event;
                let own = answer(&answers, &told).filter(|_| is_so(event, &told))?;
                let date = if told.occurrence.is_empty() { &own.occurrence } else { &told.occurrence };
                Some(Notice {
                    title: told.news.heading(&reader.words, &event.title),
                    text: changes(&reader.words, told.news).join(" "),
                    path: match (told.news, date.as_str()) {
                        (Told::Deleted, _) => "/".to_owned(),
                        (_, "") => event.path(),
                        (_, date) => format!("{}?occurrence={date}", event.path()),
                    },
                    items: vec![],
                })
            });
            notice.map_or(Shown::Withdraw, Shown::Notice)
        };
        Ok(asked.into_iter().map(shown).collect())
    })
}

fn letter(reader: Reader, row: NoticeRow) -> BoxFuture<'static, anyhow::Result<Option<NoticeLetter>>> {
    Box::pin(async move {
        let Some(told) = row.payload::<ToldOf>() else { return Ok(None) };
        let read = reader.app.db.read();
        let ids = [told.event];
        let event = events::list_by_ids(&read, reader.community.id, &ids).await?.into_iter().next();
        let answers = store::list_of_member(&read, reader.community.id, reader.account, &ids).await?;
        let (Some(listed), Some(own)) = (event, answer(&answers, &told)) else { return Ok(None) };
        if !is_so(&listed.event, &told) {
            return Ok(None);
        }
        let mut about = About {
            app: reader.app.clone(),
            words: reader.words.clone(),
            community: Arc::clone(&reader.community),
            event: listed.event,
            participation: own.clone(),
        };
        let written = about.news_letter(&told).await.map_err(|e| match e {
            JobError::Again(why) | JobError::AgainAfter { why, .. } | JobError::Hopeless(why) => anyhow!(why),
        })?;
        Ok(written.map(|news| NoticeLetter {
            subject: news.subject,
            letter: news.letter,
            attachments: if news.has_file { vec![about.file()] } else { vec![] },
        }))
    })
}
