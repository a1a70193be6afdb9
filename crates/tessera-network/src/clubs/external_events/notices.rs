//! What members are told of partners' events: what is new, to all; what is getting attention, changed or was called off,
//! and what others wrote, to those who are interested. Whoever took their interest back is not told any more, nor is
//! anybody of what is shown no more.

use super::announce::NAMED;
use super::intake::Changed;
use super::model::ExternalEvent;
use super::pages::when;
use super::store::comments::{self, Comment};
use super::store::{self, interests};
use futures::future::BoxFuture;
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tessera_core::ids::{AccountId, ExternalCommentId, ExternalEventId, PartnerSyncId};
use tessera_people::members::names;
use tessera_people::notifications::{Audience, NewNotice, notify, notify_members};
use tessera_platform::db::Write;
use tessera_platform::text::excerpt;
use tessera_web::App;
use tessera_web::directory::Community;
use tessera_web::letter::Letter;
use tessera_web::notices::{
    Email, Notice, NoticeItem, NoticeKind, NoticeLetter, NoticeRow, Preference, Reader, Shown,
};
use tessera_web::ui::Icon;
use tessera_web::words::key;

/// Of a comment, in a notice.
const EXCERPT_CHARS: usize = 280;

const NEWS: Preference = Preference {
    name: "partner_events",
    label: key("external-events-prefer-news"),
    hint: key("external-events-prefer-news-hint"),
    email: Email::Digest,
    in_app: true,
};
const UPDATES: Preference = Preference {
    name: "partner_event_updates",
    label: key("external-events-prefer-updates"),
    hint: key("external-events-prefer-updates-hint"),
    email: Email::Instant,
    in_app: true,
};
const COMMENTS: Preference = Preference {
    name: "partner_event_comments",
    label: key("external-events-prefer-comments"),
    hint: key("external-events-prefer-comments-hint"),
    email: Email::Instant,
    in_app: true,
};

const NEW: NoticeKind = NoticeKind {
    kind: "external_events.new",
    preference: &NEWS,
    icon: Icon::Agenda,
    render: render_new,
    letter: None,
};
const MILESTONE: NoticeKind = NoticeKind {
    kind: "external_events.milestone",
    preference: &UPDATES,
    icon: Icon::People,
    render: render_milestone,
    letter: Some(write_milestone),
};
const CHANGED: NoticeKind = NoticeKind {
    kind: "external_events.changed",
    preference: &UPDATES,
    icon: Icon::Edit,
    render: render_changed,
    letter: None,
};
const CANCELLED: NoticeKind = NoticeKind {
    kind: "external_events.cancelled",
    preference: &UPDATES,
    icon: Icon::Alert,
    render: render_cancelled,
    letter: None,
};
const COMMENT: NoticeKind = NoticeKind {
    kind: "external_events.comment",
    preference: &COMMENTS,
    icon: Icon::Mail,
    render: render_comment,
    letter: None,
};

pub const KINDS: &[NoticeKind] = &[NEW, MILESTONE, CHANGED, CANCELLED, COMMENT];

#[derive(Debug, Serialize, Deserialize)]
struct NewEvents {
    /// The earliest of them.
    events: Vec<ExternalEventId>,
}

#[derive(Debug, Serialize, Deserialize)]
struct OfEvent {
    event: ExternalEventId,
}

#[derive(Debug, Serialize, Deserialize)]
struct Reached {
    event: ExternalEventId,
    reached: u32,
}

#[derive(Debug, Serialize, Deserialize)]
struct OfComment {
    event: ExternalEventId,
    comment: ExternalCommentId,
}

/// Tells all members of what is new.
pub async fn new_events(
    app: &App,
    community: &Community,
    tx: &Write,
    events: &[ExternalEventId],
) -> Result<(), DbErr> {
    let Some(first) = events.first() else { return Ok(()) };
    let named = events.iter().take(NAMED).copied().collect();
    let new = NewNotice {
        kind: &NEW,
        payload: &NewEvents { events: named },
        // Each event is new once, so that the first one names the news.
        key: format!("partner-events:{first}"),
        by: None,
    };
    notify_members(tx, app, community, Audience::Everyone, &new).await
}

/// Tells those who are interested that more and more are. Each milestone of an event is told once, to each.
pub async fn milestone(
    app: &App,
    community: &Community,
    tx: &Write,
    event: ExternalEventId,
    reached: u32,
) -> Result<(), DbErr> {
    let interested = interests::list_of(tx, &[event]).await?;
    let recipients = interested.get(&event).map(Vec::as_slice).unwrap_or_default();
    let new = NewNotice {
        kind: &MILESTONE,
        payload: &Reached { event, reached },
        key: format!("partner-event-milestone:{event}:{reached}"),
        by: None,
    };
    notify(tx, app, community, recipients, &new).await.map(|_| ())
}

/// Tells those who are interested what somebody else wrote.
pub async fn comment(
    app: &App,
    community: &Community,
    tx: &Write,
    event: &ExternalEvent,
    comment: &Comment,
) -> Result<(), DbErr> {
    let interested = interests::list_of(tx, &[event.id]).await?;
    let recipients = interested.get(&event.id).map(Vec::as_slice).unwrap_or_default();
    let new = NewNotice {
        kind: &COMMENT,
        payload: &OfComment { event: event.id, comment: comment.id },
        key: format!("partner-event-comment:{}", comment.id),
        by: Some(comment.author),
    };
    notify(tx, app, community, recipients, &new).await.map(|_| ())
}

/// Tells those who are interested what a sync changed; in the transaction that changes it.
pub async fn changed(
    app: &App,
    community: &Community,
    tx: &Write,
    changed: &[Changed],
    run: PartnerSyncId,
) -> Result<(), DbErr> {
    let concerns: Vec<ExternalEventId> = changed.iter().filter(|c| c.concerns).map(|c| c.id).collect();
    let interested = interests::list_of(tx, &concerns).await?;
    for change in changed {
        let Some(recipients) = interested.get(&change.id) else { continue };
        let (kind, what) =
            if change.is_cancelled { (&CANCELLED, "cancelled") } else { (&CHANGED, "changed") };
        let new = NewNotice {
            kind,
            payload: &OfEvent { event: change.id },
            key: format!("partner-event-{what}:{}:{run}", change.id),
            by: None,
        };
        notify(tx, app, community, recipients, &new).await?;
    }
    Ok(())
}

type Rendering = BoxFuture<'static, anyhow::Result<Vec<Shown>>>;

/// Those of these events that are shown, by id; one question for all.
async fn shown(
    reader: &Reader,
    ids: &[ExternalEventId],
) -> anyhow::Result<BTreeMap<ExternalEventId, ExternalEvent>> {
    let mut ids = ids.to_vec();
    ids.sort();
    ids.dedup();
    let found = store::list_of(&reader.app.db.read(), reader.community.id, &ids).await?;
    Ok(found.into_iter().filter(ExternalEvent::is_shown).map(|event| (event.id, event)).collect())
}

/// Those of them in which the reader is interested still.
async fn followed(
    reader: &Reader,
    ids: &[ExternalEventId],
) -> anyhow::Result<BTreeMap<ExternalEventId, ExternalEvent>> {
    let mut events = shown(reader, ids).await?;
    let ids: Vec<ExternalEventId> = events.keys().copied().collect();
    let mine = interests::list_mine(&reader.app.db.read(), reader.account, &ids).await?;
    events.retain(|id, _| mine.contains_key(id));
    Ok(events)
}

/// "15 April 2026 • Main Square"
fn line(reader: &Reader, event: &ExternalEvent) -> String {
    let when = when(&reader.words, &reader.community, event, reader.app.now());
    if event.place().is_empty() { when } else { format!("{when} • {}", event.place()) }
}

fn title(event: &ExternalEvent) -> String {
    format!("{} – {}", event.event_name, event.club.name)
}

fn render_new(reader: Reader, rows: Vec<NoticeRow>) -> Rendering {
    Box::pin(async move {
        let asked: Vec<Option<NewEvents>> = rows.iter().map(NoticeRow::payload).collect();
        let ids: Vec<ExternalEventId> = asked.iter().flatten().flat_map(|new| new.events.clone()).collect();
        let events = shown(&reader, &ids).await?;
        let now = reader.app.now();
        let stands = |event: &&ExternalEvent| !event.is_cancelled() && !event.is_over(now);
        Ok(asked
            .into_iter()
            .map(|new| {
                let ids = new.map(|new| new.events).unwrap_or_default();
                let items: Vec<NoticeItem> = ids
                    .iter()
                    .filter_map(|id| events.get(id).filter(stands))
                    .map(|event| NoticeItem {
                        title: title(event),
                        text: line(&reader, event),
                        path: event.path(),
                    })
                    .collect();
                if items.is_empty() {
                    return Shown::Withdraw;
                }
                Shown::Notice(Notice {
                    title: reader.words.t("external-events-notice-new").to_owned(),
                    text: reader.words.t("external-events-notice-new-text").to_owned(),
                    path: super::LIST.to_owned(),
                    items,
                })
            })
            .collect())
    })
}

fn render_milestone(reader: Reader, rows: Vec<NoticeRow>) -> Rendering {
    Box::pin(async move {
        let asked: Vec<Option<Reached>> = rows.iter().map(NoticeRow::payload).collect();
        let ids: Vec<ExternalEventId> = asked.iter().flatten().map(|r| r.event).collect();
        let events = followed(&reader, &ids).await?;
        Ok(asked
            .into_iter()
            .map(|reached| match reached.and_then(|r| Some((events.get(&r.event)?, r.reached))) {
                Some((event, reached)) if !event.is_cancelled() => Shown::Notice(Notice {
                    title: milestone_title(&reader, event, reached),
                    text: line(&reader, event),
                    path: event.path(),
                    items: Vec::new(),
                }),
                _ => Shown::Withdraw,
            })
            .collect())
    })
}

fn milestone_title(reader: &Reader, event: &ExternalEvent, reached: u32) -> String {
    let args = [("count", i64::from(reached).into()), ("event", event.event_name.as_str().into())];
    reader.words.args("external-events-notice-milestone", &args)
}

fn write_milestone(
    reader: Reader,
    row: NoticeRow,
) -> BoxFuture<'static, anyhow::Result<Option<NoticeLetter>>> {
    Box::pin(async move {
        let Some(Reached { event, reached }) = row.payload() else { return Ok(None) };
        let events = followed(&reader, &[event]).await?;
        let Some(event) = events.get(&event).filter(|event| !event.is_cancelled()) else { return Ok(None) };
        let words = &reader.words;
        let many = words.t1("external-events-mail-milestone-count", ("count", i64::from(reached)));
        let letter = Letter {
            heading: words.t("external-events-mail-milestone-heading").to_owned(),
            paragraphs: vec![format!("📅 {}", title(event)), line(&reader, event), format!("✅ {many}")],
            button: Some((
                words.t("external-events-mail-milestone-open").to_owned(),
                reader.url(&event.path()),
            )),
            ..Letter::default()
        };
        let subject = milestone_title(&reader, event, reached);
        Ok(Some(NoticeLetter { subject, letter, attachments: Vec::new() }))
    })
}

fn render_changed(reader: Reader, rows: Vec<NoticeRow>) -> Rendering {
    Box::pin(async move {
        of_events(reader, rows, "external-events-notice-changed", |event| !event.is_cancelled()).await
    })
}

fn render_cancelled(reader: Reader, rows: Vec<NoticeRow>) -> Rendering {
    Box::pin(async move {
        of_events(reader, rows, "external-events-notice-cancelled", ExternalEvent::is_cancelled).await
    })
}

/// One sentence with the event's name, as long as it `holds`.
async fn of_events(
    reader: Reader,
    rows: Vec<NoticeRow>,
    sentence: &str,
    holds: fn(&ExternalEvent) -> bool,
) -> anyhow::Result<Vec<Shown>> {
    let asked: Vec<Option<OfEvent>> = rows.iter().map(NoticeRow::payload).collect();
    let ids: Vec<ExternalEventId> = asked.iter().flatten().map(|of| of.event).collect();
    let events = followed(&reader, &ids).await?;
    Ok(asked
        .into_iter()
        .map(|of| match of.and_then(|of| events.get(&of.event)).filter(|event| holds(event)) {
            Some(event) => Shown::Notice(Notice {
                title: reader.words.t1(sentence, ("event", event.event_name.as_str())),
                text: format!("{} · {}", event.club.name, line(&reader, event)),
                path: event.path(),
                items: Vec::new(),
            }),
            None => Shown::Withdraw,
        })
        .collect())
}

fn render_comment(reader: Reader, rows: Vec<NoticeRow>) -> Rendering {
    Box::pin(async move {
        let asked: Vec<Option<OfComment>> = rows.iter().map(NoticeRow::payload).collect();
        let ids: Vec<ExternalEventId> = asked.iter().flatten().map(|of| of.event).collect();
        let events = followed(&reader, &ids).await?;
        let read = reader.app.db.read();
        let ids: Vec<ExternalCommentId> = asked.iter().flatten().map(|of| of.comment).collect();
        let found = comments::list_of(&read, reader.community.id, &ids).await?;
        let found: BTreeMap<ExternalCommentId, Comment> = found.into_iter().map(|c| (c.id, c)).collect();
        let authors: Vec<AccountId> = found.values().map(|c| c.author).collect();
        let names: BTreeMap<AccountId, String> = names(&read, &authors).await?.into_iter().collect();
        Ok(asked
            .into_iter()
            .map(|of| {
                let of = of.and_then(|of| Some((events.get(&of.event)?, found.get(&of.comment)?)));
                let Some((event, comment)) = of else { return Shown::Withdraw };
                let name = names.get(&comment.author).map(String::as_str).unwrap_or_default();
                let args = [("name", name.into()), ("event", event.event_name.as_str().into())];
                Shown::Notice(Notice {
                    title: reader.words.args("external-events-notice-comment", &args),
                    text: excerpt(&comment.content, EXCERPT_CHARS),
                    path: format!("{}#comments", event.path()),
                    items: Vec::new(),
                })
            })
            .collect())
    })
}
