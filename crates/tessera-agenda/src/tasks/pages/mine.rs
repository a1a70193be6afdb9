//! `/me/tasks`: what one is to do, and what one gave to others; open, overdue, done.

use crate::events::looks;
use crate::events::row::Row;
use crate::tasks::api::{which, whose};
use crate::tasks::store::{self, Which, Whose};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_web::body::Query;
use tessera_web::cx::Cx;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::refusal::Error;
use tessera_web::ui::Icon;
use tessera_web::words::key;

const A_PAGE: u64 = 50;
const MOST_PAGES: u64 = 1_000;

/// What the address asks for. What does not fit is left out: a page is always shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    show: String,
    whose: String,
    page: String,
}

struct Chip {
    href: String,
    label: String,
    is_on: bool,
}

#[derive(Template)]
#[template(path = "tasks/pages/mine.html")]
struct MinePage {
    layout: Layout,
    whose: Vec<Chip>,
    which: Vec<Chip>,
    rows: Vec<Row>,
    empty: String,
    empty_text: String,
    previous: String,
    next: String,
}

fn href(which: Which, whose: Whose, page: u64) -> String {
    let show = match which {
        Which::Open => "",
        Which::Overdue => "overdue",
        Which::Done => "done",
        Which::All => "all",
    };
    let whose = if whose == Whose::Organised { "organised" } else { "" };
    let page = if page > 1 { page.to_string() } else { String::new() };
    let pairs = [("show", show), ("whose", whose), ("page", page.as_str())];
    let given = pairs.into_iter().filter(|(_, v)| !v.is_empty());
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish();
    if query.is_empty() { "/me/tasks".into() } else { format!("/me/tasks?{query}") }
}

pub async fn show_mine(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let account = cx.member()?.account_id();
    let page = asked.page.parse::<u64>().unwrap_or(1).clamp(1, MOST_PAGES);
    let which = which(Some(&asked.show)).unwrap_or(Which::Open);
    let whose = whose(Some(&asked.whose)).unwrap_or(Whose::Mine);
    let query = store::Asked {
        community: cx.community_id(),
        account,
        whose,
        which,
        now: cx.now(),
        skip: page.saturating_sub(1).saturating_mul(A_PAGE),
        limit: A_PAGE.saturating_add(1),
    };
    let mut found = store::list(&cx.app.db.read(), query, &cx.community.zone()).await?;
    let has_next = u64::try_from(found.len()).unwrap_or(0) > A_PAGE;
    found.truncate(usize::try_from(A_PAGE).unwrap_or(usize::MAX));
    let words = cx.words();
    let chip =
        |to: String, label: &str, is_on: bool| Chip { href: to, label: words.t(label).to_owned(), is_on };
    let (empty, empty_text) = match which {
        Which::Open | Which::All => (key("tasks-empty"), key("tasks-empty-text")),
        Which::Overdue => (key("tasks-none-overdue"), key("tasks-none-overdue-text")),
        Which::Done => (key("tasks-none-done"), key("tasks-none-done-text")),
    };
    let mut layout = cx.layout(words.t("tasks-mine-title"));
    layout.meta.is_hidden = true;
    let mut rows: Vec<Row> = found.iter().map(|e| Row::of(&cx, &words, e)).collect();
    looks::paint(&cx, &mut rows).await?;
    let page = MinePage {
        layout,
        whose: vec![
            chip(href(which, Whose::Mine, 1), "tasks-whose-mine", whose == Whose::Mine),
            chip(href(which, Whose::Organised, 1), "tasks-whose-organised", whose == Whose::Organised),
        ],
        which: [
            (Which::Open, key("tasks-show-open")),
            (Which::Overdue, key("tasks-show-overdue")),
            (Which::Done, key("tasks-show-done")),
            (Which::All, key("tasks-show-all")),
        ]
        .into_iter()
        .map(|(w, label)| chip(href(w, whose, 1), label, w == which))
        .collect(),
        rows,
        empty: words.t(empty).to_owned(),
        empty_text: words.t(empty_text).to_owned(),
        previous: if page > 1 { href(which, whose, page.saturating_sub(1)) } else { String::new() },
        next: if has_next { href(which, whose, page.saturating_add(1)) } else { String::new() },
    };
    show(&page)
}
