//! `/manage/mail`: the community's mails, what for, to whom and where they stand; what failed can be tried again.

use super::store;
use crate::members::link;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use tessera_core::ids::MailId;
use tessera_core::{Access, Instant};
use tessera_platform::audit::{self, Deed};
use tessera_platform::mail::Reason;
use tessera_platform::outbox::{self, Filter, MailRow};
use tessera_web::body::{Path, Query};
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::words::{Words, key};
use tessera_web::{App, Cx, Error, Refusal, Routes, flash};

const PER_PAGE: u64 = 50;
const MAIL: &str = "/manage/mail";

pub fn routes(routes: Routes) -> Routes {
    routes.get("/manage/mail", Access::ADMIN, mails).post("/manage/mail/{id}/retry", Access::ADMIN, retry)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    state: String,
    about: String,
    /// Microseconds: mails from before.
    before: Option<i64>,
}

pub(crate) struct Row {
    pub id: String,
    pub to: String,
    pub kind: String,
    pub class: &'static str,
    pub state: String,
    /// In words; and as the mail server said it.
    pub why: String,
    pub said: String,
    pub when: String,
    pub can_retry: bool,
}

#[derive(Template)]
#[template(path = "trail/pages/mail.html")]
struct MailPage {
    layout: Layout,
    form: Form,
    states: Vec<Choice>,
    abouts: Vec<Choice>,
    counts: Vec<(&'static str, String)>,
    rows: Vec<Row>,
    next: String,
    is_first: bool,
    is_filtered: bool,
}

async fn mails(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let words = cx.words();
    let read = cx.app.db.read();
    let state = STATES.into_iter().find(|s| *s == asked.state);
    let topic = topics(&cx.app).into_iter().find(|t| t.name == asked.about);
    let before = asked.before.map(Instant::from_microseconds);
    let filter = Filter { state, kinds: topic.as_ref().map(|t| t.kinds.as_slice()), before };
    let found = outbox::list(&read, cx.community_id(), filter, PER_PAGE + 1).await?;
    let page: Vec<MailRow> = found.iter().take(usize::try_from(PER_PAGE).unwrap_or(50)).cloned().collect();
    let next = page.last().filter(|_| found.len() > page.len()).map(|m| {
        let before = m.created_at.as_microseconds().to_string();
        link(MAIL, &[("state", &asked.state), ("about", &asked.about), ("before", &before)])
    });
    let counts = store::count_mails(&read, Some(cx.community_id())).await?;
    show(&MailPage {
        layout: cx.manage_layout(words.t("trail-mail")),
        states: state_choices(&words),
        abouts: about_choices(&cx.app, &words),
        form: Form::new().with("state", asked.state).with("about", asked.about),
        counts: count_words(&words, &counts),
        rows: page.iter().map(|m| row(&cx, &words, m)).collect(),
        next: next.unwrap_or_default(),
        is_first: before.is_none(),
        is_filtered: state.is_some() || topic.is_some(),
    })
}

const STATES: [&str; 4] = ["waiting", "sent", "failed", "withdrawn"];

fn state_choices(words: &Words) -> Vec<Choice> {
    let mut all = vec![Choice::new("", words.t("trail-mail-any-state"))];
    all.extend(STATES.map(|state| Choice::new(state, words.t(state_words(state).1))));
    all
}

/// What mails are about, each with the kinds that belong to it.
struct Topic {
    name: &'static str,
    label: &'static str,
    kinds: Vec<&'static str>,
}

fn topics(app: &App) -> Vec<Topic> {
    let mut all: Vec<Topic> = Vec::new();
    let mails = app.slices.iter().flat_map(|s| s.mails).map(|m| m.kind);
    let notices = app.slices.iter().flat_map(|s| s.notices).map(|n| n.kind);
    for kind in mails.chain(notices).filter(|kind| *kind != tessera_web::notices::MAIL) {
        let (name, label) = topic_of(app, kind);
        match all.iter_mut().find(|t| t.name == name) {
            Some(topic) => topic.kinds.push(kind),
            None => all.push(Topic { name, label, kinds: vec![kind] }),
        }
    }
    all
}

fn about_choices(app: &App, words: &Words) -> Vec<Choice> {
    let mut all = vec![Choice::new("", words.t("trail-mail-anything"))];
    all.extend(topics(app).into_iter().map(|t| Choice::new(t.name, words.t(t.label))));
    all
}

/// What a kind of mail is about: a notice, what it is about; any other, by the slice that posts it.
fn topic_of(app: &App, kind: &str) -> (&'static str, &'static str) {
    if let Some(notice) = app.notice_kind(kind) {
        return (notice.preference.name, notice.preference.label);
    }
    match kind.split('.').next().unwrap_or_default() {
        "account" => ("account", key("trail-mail-account")),
        "member" => ("member", key("trail-mail-member")),
        "notice" => ("digest", key("trail-mail-digest")),
        _ => ("event", key("trail-mail-event")),
    }
}

/// How many stand where, as badges.
pub(crate) fn count_words(words: &Words, counts: &[(String, i64)]) -> Vec<(&'static str, String)> {
    counts
        .iter()
        .map(|(state, n)| {
            let (class, key) = state_words(state);
            (class, format!("{}: {}", words.t(key), words.number(*n)))
        })
        .collect()
}

fn state_words(state: &str) -> (&'static str, &'static str) {
    match state {
        "sent" => ("good", key("trail-mail-sent")),
        "failed" => ("bad", key("trail-mail-failed")),
        "withdrawn" => ("", key("trail-mail-withdrawn")),
        _ => ("warn", key("trail-mail-waiting")),
    }
}

fn reason_words(reason: Reason) -> &'static str {
    match reason {
        Reason::NotThere => key("trail-mail-why-not-there"),
        Reason::Unclear => key("trail-mail-why-unclear"),
        Reason::Untrusted => key("trail-mail-why-untrusted"),
        Reason::Refused => key("trail-mail-why-refused"),
        Reason::NoSuchAddress => key("trail-mail-why-address"),
        Reason::Other => key("trail-mail-why-other"),
    }
}

pub(crate) fn row(cx: &Cx, words: &Words, m: &MailRow) -> Row {
    let (class, state) = state_words(&m.state);
    let (topic, label) = topic_of(&cx.app, &m.kind);
    let said = m.last_error.clone().filter(|_| m.state != "sent").unwrap_or_default();
    let why = if said.is_empty() { "" } else { words.t(reason_words(Reason::of(&said))) };
    Row {
        id: m.id.to_string(),
        // Whom somebody invites to a private event is not the admins' business.
        to: if topic == "member" { m.recipient.clone() } else { masked(&m.recipient) },
        kind: words.t(label).to_owned(),
        class,
        state: words.t(state).to_owned(),
        why: why.to_owned(),
        said,
        when: words.date_time(m.sent_at.unwrap_or(m.created_at), &cx.zone()),
        can_retry: m.state == "failed" && !m.is_unclear() && m.payload.is_some(),
    }
}

/// Lets one that was given up be tried again.
async fn retry(cx: Cx, Path(id): Path<MailId>) -> Result<Response, Error> {
    let tx = cx.app.db.write().await?;
    if !outbox::retry(&tx, cx.app.clock(), cx.community_id(), id).await? {
        return Err(Refusal::not_found().way_back(MAIL).into());
    }
    let deed = Deed {
        community: cx.community_id(),
        actor: cx.account_id(),
        action: "mail.retry",
        subject: format!("mail:{id}"),
        details: json!({}),
    };
    audit::record(&tx, cx.app.clock(), deed).await?;
    tx.commit().await?;
    Ok(flash::redirect(MAIL, key("trail-flash-mail-retried")))
}

/// An address as far as it takes to tell which mail server is meant.
fn masked(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let first: String = local.chars().take(1).collect();
    if domain.is_empty() { first } else { format!("{first}…@{domain}") }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn a_masked_address_shows_its_server_and_nobody() {
        assert_eq!(masked("ana.rossi@example.org"), "a…@example.org");
        assert_eq!(masked(""), "");
    }
}
