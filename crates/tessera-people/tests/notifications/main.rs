//! Stories of notices, on both engines, through the real router, with a slice that has something to tell.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]

mod api;
mod choosing;
mod digest;
mod mails;
mod pages;
mod stream;
mod telling;

use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use tessera_core::ids::AccountId;
use tessera_people::notifications::{self, Audience, NewNotice};
use tessera_people::{accounts, communities, members, trail};
use tessera_platform::config::Config;
use tessera_platform::facts;
use tessera_testkit::{Engine, TestApp};
use tessera_web::App;
use tessera_web::notices::{Email, Notice, NoticeItem, NoticeKind, NoticeRow, Preference, Reader, Shown};
use tessera_web::slice::{Identity, Slice, Topic};
use tessera_web::ui::Icon;

/// Mailed at once.
const NEWS: Preference = Preference {
    name: "news",
    label: "notifications-inbox",
    hint: "notifications-preferences-text",
    email: Email::Instant,
    in_app: true,
};
/// Mailed in the morning.
const EVENTS: Preference = Preference { name: "partner_events", email: Email::Digest, ..NEWS };

pub const TOLD: NoticeKind =
    NoticeKind { kind: "demo.told", preference: &NEWS, icon: Icon::Info, render, letter: None };
pub const EVENT: NoticeKind = NoticeKind { kind: "demo.event", preference: &EVENTS, ..TOLD };

#[derive(Debug, Serialize, Deserialize)]
pub struct Payload {
    pub text: String,
}

/// Says what was told, and that it is no longer so where a fact says so.
fn render(reader: Reader, rows: Vec<NoticeRow>) -> BoxFuture<'static, anyhow::Result<Vec<Shown>>> {
    Box::pin(async move {
        let gone = facts::find(&reader.app.db.read(), "gone").await?;
        let shown = |row: &NoticeRow| match row.payload::<Payload>() {
            Some(p) if gone.as_deref() != Some(p.text.as_str()) => {
                let items = p.text.split('+').skip(1).map(|item| NoticeItem {
                    title: item.to_owned(),
                    text: "15 April".into(),
                    path: format!("/events/{item}"),
                });
                Shown::Notice(Notice {
                    title: p.text.clone(),
                    text: "More of it.".into(),
                    path: "/community/members".into(),
                    items: items.collect(),
                })
            }
            _ => Shown::Withdraw,
        };
        Ok(rows.iter().map(shown).collect())
    })
}

fn may_hear(_: tessera_web::Cx, what: String) -> BoxFuture<'static, Result<bool, tessera_web::Error>> {
    Box::pin(async move { Ok(what == "open") })
}

fn slices() -> Vec<Slice> {
    let demo = Slice {
        notices: &[TOLD, EVENT],
        topics: &[Topic { name: "demo", may_hear }],
        ..Slice::named("demo")
    };
    vec![
        communities::slice(),
        accounts::slice(),
        members::slice(),
        notifications::slice(),
        trail::slice(),
        demo,
    ]
}

pub async fn start(engine: Engine) -> TestApp {
    start_with(engine, |_| {}).await
}

pub async fn start_with(engine: Engine, change: impl FnOnce(&mut Config)) -> TestApp {
    let identity = Identity {
        communities: communities::all,
        identify: accounts::identify,
        keep_locale: accounts::keep_locale,
    };
    TestApp::start_with(engine, slices(), identity, change).await
}

/// Tells some members of the first community something, in a transaction of its own, as another process may.
pub async fn tell_by(app: &App, kind: &NoticeKind, to: &[AccountId], text: &str, key: &str) -> u64 {
    let community = app.communities().await.unwrap()[0].clone();
    let tx = app.db.write().await.unwrap();
    let payload = Payload { text: text.to_owned() };
    let new = NewNotice { kind, payload: &payload, key: key.to_owned(), by: None };
    let told = notifications::notify(&tx, app, &community, to, &new).await.unwrap();
    tx.commit().await.unwrap();
    told
}

pub async fn tell(app: &TestApp, kind: &NoticeKind, to: &[AccountId], text: &str, key: &str) -> u64 {
    app.clock.advance(jiff::SignedDuration::from_millis(1));
    tell_by(&app.app, kind, to, text, key).await
}

pub async fn tell_everyone(app: &TestApp, kind: &NoticeKind, by: Option<AccountId>, text: &str, key: &str) {
    let community = app.app.communities().await.unwrap()[0].clone();
    let tx = app.app.db.write().await.unwrap();
    let payload = Payload { text: text.to_owned() };
    let new = NewNotice { kind, payload: &payload, key: key.to_owned(), by };
    notifications::notify_members(&tx, &app.app, &community, Audience::Everyone, &new).await.unwrap();
    tx.commit().await.unwrap();
}

/// What was told with this text is no longer so.
pub async fn withdraw(app: &TestApp, text: &str) {
    let tx = app.app.db.write().await.unwrap();
    facts::put(&tx, "gone", text).await.unwrap();
    tx.commit().await.unwrap();
}
