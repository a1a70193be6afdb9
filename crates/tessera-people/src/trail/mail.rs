//! `/manage/mail`: the community's mails, what for, to whom and where they stand.

use super::store;
use crate::members::link;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::{Access, Instant};
use tessera_platform::outbox::{self, MailRow};
use tessera_web::body::Query;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::ui::Icon;
use tessera_web::words::{Words, key};
use tessera_web::{Cx, Error, Routes};

const PER_PAGE: u64 = 50;
const MAIL: &str = "/manage/mail";

pub fn routes(routes: Routes) -> Routes {
    routes.get("/manage/mail", Access::ADMIN, mails)
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    /// Microseconds: mails from before.
    before: Option<i64>,
}

pub(crate) struct Row {
    pub to: String,
    pub kind: String,
    pub class: &'static str,
    pub state: String,
    pub why: String,
    pub when: String,
}

#[derive(Template)]
#[template(path = "trail/pages/mail.html")]
struct MailPage {
    layout: Layout,
    counts: Vec<(&'static str, String)>,
    rows: Vec<Row>,
    next: String,
    is_first: bool,
}

async fn mails(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let words = cx.words();
    let read = cx.app.db.read();
    let before = asked.before.map(Instant::from_microseconds);
    let found = outbox::list(&read, cx.community_id(), before, PER_PAGE + 1).await?;
    let page: Vec<MailRow> = found.iter().take(usize::try_from(PER_PAGE).unwrap_or(50)).cloned().collect();
    let next = page.last().filter(|_| found.len() > page.len());
    let next = next.map(|m| link(MAIL, &[("before", &m.created_at.as_microseconds().to_string())]));
    let counts = store::count_mails(&read, Some(cx.community_id())).await?;
    show(&MailPage {
        layout: cx.manage_layout(words.t("trail-mail")),
        counts: count_words(&words, &counts),
        rows: page.iter().map(|m| row(&cx, &words, m)).collect(),
        next: next.unwrap_or_default(),
        is_first: before.is_none(),
    })
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

pub(crate) fn row(cx: &Cx, words: &Words, m: &MailRow) -> Row {
    let (class, state) = state_words(&m.state);
    let about = m.kind.split('.').next().unwrap_or_default();
    let kind = match about {
        "account" => key("trail-mail-account"),
        "member" => key("trail-mail-member"),
        _ => key("trail-mail-event"),
    };
    Row {
        // Whom somebody invites to a private event is not the admins' business.
        to: if about == "member" { m.recipient.clone() } else { masked(&m.recipient) },
        kind: words.t(kind).to_owned(),
        class,
        state: words.t(state).to_owned(),
        why: m.last_error.clone().filter(|_| m.state != "sent").unwrap_or_default(),
        when: words.date_time(m.sent_at.unwrap_or(m.created_at), &cx.zone()),
    }
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
