//! `/inbox`, `/me/notifications`, and the page behind the link that stops a mail.

use super::digest;
use super::model::{Choice as Chosen, Scope};
use super::service::{self, Entry, Stoppable};
use crate::accounts::{OfMe, of_me};
use askama::Template;
use axum::extract::Request;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use tessera_core::Access;
use tessera_core::ids::NoticeId;
use tessera_web::body::{Form as Posted, Path, Query};
use tessera_web::layout::Layout;
use tessera_web::notices::{Email, NoticeItem, Preference};
use tessera_web::page::show;
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::words::{Words, key};
use tessera_web::{Cx, Error, Routes, flash};

pub const INBOX: &str = "/inbox";
pub const PREFERENCES: &str = "/me/notifications";
pub const UNSUBSCRIBE: &str = "/unsubscribe";
const PER_PAGE: usize = 30;
const MOST_STOP_BYTES: usize = 16 * 1024;
/// How many of the things that one notice tells of stand in the inbox; all stand on the page it leads to.
const ITEMS_SHOWN: usize = 5;

pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/inbox", Access::Member, inbox)
        .get("/inbox/{id}", Access::Member, open)
        .post("/inbox/{id}/read", Access::Member, read_one)
        .post("/inbox/read", Access::Member, read_all)
        .get("/me/notifications", Access::Member, preferences)
        .post("/me/notifications", Access::Member, save)
        .get("/unsubscribe/{token}", Access::Anyone, stop_page)
        .post("/unsubscribe/{token}", Access::Anyone, stop)
        .posted_from_anywhere()
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    show: String,
    before: String,
}

struct Row {
    id: String,
    icon: Icon,
    title: String,
    text: String,
    items: Vec<NoticeItem>,
    more: String,
    when: String,
    at: String,
    is_unread: bool,
}

#[derive(Template)]
#[template(path = "notifications/pages/inbox.html")]
struct InboxPage {
    layout: Layout,
    rows: Vec<Row>,
    only_unread: bool,
    how_many: String,
    has_unread: bool,
    newest: String,
    next: String,
    is_first: bool,
    /// Where a button of this page comes back to.
    here: &'static str,
}

async fn inbox(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let only_unread = asked.show == "unread";
    let before: Option<NoticeId> = asked.before.parse().ok();
    let page = service::list(&cx, only_unread, before, PER_PAGE).await?;
    let unread = service::count_unread(&cx).await?;
    let words = cx.words();
    let next = page.next.map(|id| {
        let show = if only_unread { "show=unread&" } else { "" };
        format!("{INBOX}?{show}before={id}")
    });
    let mut layout = cx.layout(words.t("notifications-inbox"));
    layout.meta.is_hidden = true;
    show(&InboxPage {
        layout,
        rows: page.entries.into_iter().map(|e| row(&cx, &words, e)).collect(),
        only_unread,
        how_many: match unread {
            100.. => words.t("notifications-unread-many").to_owned(),
            n => words.t1("notifications-unread", ("count", n)),
        },
        has_unread: unread > 0,
        newest: page.newest.map(|id| id.to_string()).unwrap_or_default(),
        next: next.unwrap_or_default(),
        is_first: before.is_none(),
        here: if only_unread { "unread" } else { "" },
    })
}

fn row(cx: &Cx, words: &Words, entry: Entry) -> Row {
    let Entry { row, kind, notice } = entry;
    let hidden = notice.items.len().saturating_sub(ITEMS_SHOWN);
    Row {
        id: row.id.to_string(),
        icon: kind.icon,
        title: notice.title,
        text: notice.text,
        more: if hidden > 0 { words.t1("notifications-more", ("count", hidden)) } else { String::new() },
        items: notice.items.into_iter().take(ITEMS_SHOWN).collect(),
        when: words.relative(row.created_at, cx.now()),
        at: row.created_at.to_string(),
        is_unread: row.read_at.is_none(),
    }
}

/// Leads on to what a notice tells of. That it is read then is noted, and changes nothing else.
async fn open(cx: Cx, Path(id): Path<NoticeId>) -> Result<Response, Error> {
    Ok(Redirect::to(&service::open(&cx, id).await?).into_response())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ReadForm {
    show: String,
    up_to: String,
}

fn back(show: &str) -> &'static str {
    if show == "unread" { "/inbox?show=unread" } else { INBOX }
}

async fn read_one(
    cx: Cx,
    Path(id): Path<NoticeId>,
    Posted(posted): Posted<ReadForm>,
) -> Result<Response, Error> {
    service::mark_read(&cx, &[id]).await?;
    Ok(Redirect::to(back(&posted.show)).into_response())
}

async fn read_all(cx: Cx, Posted(posted): Posted<ReadForm>) -> Result<Response, Error> {
    // What came while the page was open was not seen on it.
    service::mark_all_read(&cx, posted.up_to.parse().ok()).await?;
    Ok(flash::redirect(back(&posted.show), key("notifications-flash-read")))
}

/// One preference as it is chosen.
struct Chooser {
    label: String,
    hint: String,
    in_app: String,
    email: String,
}

#[derive(Template)]
#[template(path = "notifications/pages/preferences.html")]
struct PreferencesPage {
    layout: Layout,
    of_me: Vec<OfMe>,
    form: Form,
    choosers: Vec<Chooser>,
    emails: Vec<Choice>,
    digest_hint: String,
    is_unverified: bool,
}

fn email_field(p: &Preference) -> String {
    format!("email_{}", p.name)
}

fn in_app_field(p: &Preference) -> String {
    format!("in_app_{}", p.name)
}

async fn preferences(cx: Cx) -> Result<Response, Error> {
    let choices = service::choices(&cx.app, &cx.app.db.read(), service::own(&cx)?).await?;
    let mut form = Form::new();
    for (p, choice) in &choices {
        form = form.with(&email_field(p), choice.email.code());
        if choice.in_app {
            form = form.with(&in_app_field(p), "yes");
        }
    }
    let words = cx.words();
    let mut layout = cx.layout(words.t("notifications-preferences"));
    layout.meta.is_hidden = true;
    show(&PreferencesPage {
        of_me: of_me(&cx),
        form,
        choosers: choices
            .iter()
            .map(|(p, _)| Chooser {
                label: words.t(p.label).to_owned(),
                hint: words.t(p.hint).to_owned(),
                in_app: in_app_field(p),
                email: email_field(p),
            })
            .collect(),
        emails: vec![
            Choice::new(Email::Instant.code(), words.t("notifications-email-instant")),
            Choice::new(Email::Digest.code(), words.t("notifications-email-digest")),
            Choice::new(Email::Off.code(), words.t("notifications-email-off")),
        ],
        digest_hint: words.t1("notifications-digest-hint", ("time", words.time(digest::hour()))),
        is_unverified: cx.require_verified().is_err(),
        layout,
    })
}

async fn save(cx: Cx, Posted(pairs): Posted<Vec<(String, String)>>) -> Result<Response, Error> {
    let form = Form::from_pairs(pairs);
    let now = service::choices(&cx.app, &cx.app.db.read(), service::own(&cx)?).await?;
    let chosen: Vec<(&'static Preference, Chosen)> = now
        .into_iter()
        // What this page did not ask for stays as it is.
        .filter_map(|(p, _)| {
            let email = Email::from_code(form.value(&email_field(p)))?;
            Some((p, Chosen { email, in_app: form.has(&in_app_field(p), "yes") }))
        })
        .collect();
    service::choose(&cx, &chosen).await?;
    Ok(flash::redirect(PREFERENCES, key("notifications-flash-saved")))
}

/// What the page behind a mail's link says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Asking,
    Stopped,
    OnAgain,
}

#[derive(Template)]
#[template(path = "notifications/pages/unsubscribe.html")]
struct StopPage {
    layout: Layout,
    text: String,
    token: String,
    /// What "turn on again" sends: `tasks:instant`.
    again: Vec<String>,
    button: &'static str,
    is_done: bool,
    is_member: bool,
}

/// Mail programs and their scanners follow links: only the button stops anything.
async fn stop_page(cx: Cx, Path(token): Path<String>) -> Result<Response, Error> {
    let found = service::find_stoppable(&cx, &token).await?;
    let stage = if found.mailed.is_empty() { Stage::Stopped } else { Stage::Asking };
    page(&cx, token, &found, &found.all, stage)
}

/// A mail program posts `List-Unsubscribe=One-Click` in either of two forms (RFC 8058 §3.2), the page's own button
/// what to turn on again, if anything.
async fn stop(cx: Cx, Path(token): Path<String>, request: Request) -> Result<Response, Error> {
    let found = service::find_stoppable(&cx, &token).await?;
    let body = tessera_web::body::raw(request, MOST_STOP_BYTES).await?;
    let pairs = url::form_urlencoded::parse(&body);
    let again: Vec<(&'static Preference, Email)> =
        pairs.filter(|(name, _)| name == "again").filter_map(|(_, v)| wanted(&cx, &v)).collect();
    let again: Vec<(&'static Preference, Email)> = again
        .into_iter()
        .filter(|(p, _)| match &found.scope {
            Scope::Preference(name) => p.name == name,
            Scope::Digest => true,
        })
        .collect();
    if again.is_empty() {
        let off: Vec<(&'static Preference, Email)> =
            found.mailed.iter().map(|(p, _)| (*p, Email::Off)).collect();
        service::set_mailed(&cx, found.of, &off).await?;
        return page(&cx, token, &found, &found.mailed, Stage::Stopped);
    }
    service::set_mailed(&cx, found.of, &again).await?;
    page(&cx, token, &found, &[], Stage::OnAgain)
}

/// `tasks:instant`, as "turn on again" sends it.
fn wanted(cx: &Cx, text: &str) -> Option<(&'static Preference, Email)> {
    let (name, code) = text.split_once(':')?;
    let email = Email::from_code(code).filter(|e| *e != Email::Off)?;
    cx.app.preferences().into_iter().find(|p| p.name == name).map(|p| (p, email))
}

fn page(
    cx: &Cx,
    token: String,
    found: &Stoppable,
    before: &[(&'static Preference, Chosen)],
    stage: Stage,
) -> Result<Response, Error> {
    let words = cx.words();
    let about = match &found.scope {
        Scope::Preference(_) => found.all.first().map_or("", |(p, _)| words.t(p.label)).to_owned(),
        Scope::Digest => words.t("notifications-the-digest").to_owned(),
    };
    let args = [("about", about.as_str().into()), ("community", cx.community.name.as_str().into())];
    let (title, text) = match stage {
        Stage::Asking => (key("notifications-stop-title"), words.args("notifications-stop-text", &args)),
        Stage::Stopped => {
            (key("notifications-stopped-title"), words.args("notifications-stopped-text", &args))
        }
        Stage::OnAgain => {
            (key("notifications-on-again-title"), words.args("notifications-on-again-text", &args))
        }
    };
    let mut layout = cx.layout(words.t(title));
    layout.meta.is_hidden = true;
    let again = match stage {
        Stage::Stopped => before
            .iter()
            // What somebody stopped elsewhere is not the digest's to turn on again.
            .filter(|(p, choice)| {
                choice.email != Email::Off || found.scope != Scope::Digest || p.email == Email::Digest
            })
            .map(|(p, choice)| again_of(p, *choice, &found.scope))
            .collect(),
        Stage::Asking | Stage::OnAgain => vec![],
    };
    let button = match stage {
        Stage::Asking => key("notifications-stop-button"),
        Stage::Stopped if !again.is_empty() => key("notifications-again-button"),
        Stage::Stopped | Stage::OnAgain => "",
    };
    show(&StopPage {
        layout,
        text,
        token,
        again,
        button,
        is_done: stage != Stage::Asking,
        is_member: cx.member().is_ok(),
    })
}

/// As it was; where it was off before, as it is by default, and where that is off too, as this address has it.
fn again_of(p: &'static Preference, choice: Chosen, scope: &Scope) -> String {
    let fallback = if *scope == Scope::Digest { Email::Digest } else { Email::Instant };
    let email = [choice.email, p.email].into_iter().find(|e| *e != Email::Off).unwrap_or(fallback);
    format!("{}:{}", p.name, email.code())
}
