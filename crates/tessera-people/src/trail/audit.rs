//! `/manage/audit`: the trail in words, its wholeness, and as a file.

use super::words::{Told, choices, tell};
use crate::members::link;
use askama::Template;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use serde::Deserialize;
use tessera_core::Access;
use tessera_platform::audit;
use tessera_platform::db::Read;
use tessera_web::body::Query;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::{Cx, Error, Routes};

const PER_PAGE: u64 = 50;
/// The file holds the newest so many.
const MOST_IN_FILE: u64 = 10_000;
/// Up to so many rows the whole chain is walked whenever the page is shown; beyond, when asked.
const WALKED_UNASKED: i64 = 2_000;
const AUDIT: &str = "/manage/audit";

pub fn routes(routes: Routes) -> Routes {
    routes.get("/manage/audit", Access::ADMIN, trail).get("/manage/audit.csv", Access::ADMIN, file)
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    action: String,
    before: Option<i64>,
    #[serde(default)]
    check: String,
}

/// Whether the chain was walked, and what was found.
enum Wholeness {
    Empty,
    Whole(String),
    Broken(String),
    NotWalked,
}

#[derive(Template)]
#[template(path = "trail/pages/audit.html")]
struct AuditPage {
    layout: Layout,
    form: Form,
    actions: Vec<Choice>,
    told: Vec<Told>,
    wholeness: Wholeness,
    next: String,
    is_first: bool,
}

async fn trail(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let words = cx.words();
    let read = cx.app.db.read();
    let action = (!asked.action.is_empty()).then_some(asked.action.as_str());
    let rows = audit::list_of(&read, cx.community_id(), action, asked.before, PER_PAGE + 1).await?;
    let page: Vec<_> = rows.iter().take(usize::try_from(PER_PAGE).unwrap_or(50)).cloned().collect();
    let next = page
        .last()
        .filter(|_| rows.len() > page.len())
        .map(|last| link(AUDIT, &[("action", &asked.action), ("before", &last.seq.to_string())]));
    let all = Choice::new("", words.t("trail-all-actions"));
    let actions = choices(&cx, &words).into_iter().map(|(value, label)| Choice::new(value, label));
    show(&AuditPage {
        layout: cx.manage_layout(words.t("trail-audit")),
        form: Form::new().with("action", asked.action.clone()),
        actions: std::iter::once(all).chain(actions).collect(),
        told: tell(&cx, &read, &page).await?,
        wholeness: wholeness(&cx, &read, !asked.check.is_empty()).await?,
        next: next.unwrap_or_default(),
        is_first: asked.before.is_none(),
    })
}

async fn wholeness(cx: &Cx, read: &Read, is_asked: bool) -> Result<Wholeness, Error> {
    let Some((first, newest)) = audit::extent(read, cx.community_id()).await? else {
        return Ok(Wholeness::Empty);
    };
    if newest > WALKED_UNASKED && !is_asked {
        return Ok(Wholeness::NotWalked);
    }
    let words = cx.words();
    Ok(match audit::verify(read, cx.community_id()).await? {
        None => {
            let since = words.date(first.timestamp().to_zoned(cx.zone()).date());
            Wholeness::Whole(words.t1("trail-whole", ("date", since)))
        }
        Some(seq) => Wholeness::Broken(words.t1("trail-broken", ("number", seq))),
    })
}

async fn file(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let read = cx.app.db.read();
    let action = (!asked.action.is_empty()).then_some(asked.action.as_str());
    let rows = audit::list_of(&read, cx.community_id(), action, None, MOST_IN_FILE).await?;
    let mut file = String::from("\u{feff}seq,at,action,what,details\r\n");
    for chunk in rows.chunks(500) {
        for (row, told) in chunk.iter().zip(tell(&cx, &read, chunk).await?) {
            let cells = [told.seq.to_string(), told.at, row.action.clone(), told.what, told.details];
            file.push_str(&cells.map(|c| cell(&c)).join(","));
            file.push_str("\r\n");
        }
    }
    let name = format!("attachment; filename=\"{}-audit.csv\"", cx.community.slug);
    let headers = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, file).into_response())
}

/// One cell (RFC 4180 §2), which no spreadsheet takes for a formula.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if text.contains([',', '"', '\r', '\n']) || !guard.is_empty() {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        assert_eq!(cell("plain"), "plain");
        assert_eq!(cell("a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
    }
}
