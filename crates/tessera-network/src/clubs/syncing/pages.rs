//! `/manage/partners/{id}/syncs`: what came of each fetching from a partner.

use super::model::{Ended, Run, code_of, detail_word};
use super::store;
use crate::clubs::partners::{self, Trouble};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::ids::PartnerId;
use tessera_web::body::{Path, Query};
use tessera_web::cx::Cx;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::Icon;
use tessera_web::words::{Arg, Words, key};

const A_PAGE: usize = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Params {
    before: String,
}

/// One run, in words.
struct Row {
    at: String,
    datetime: String,
    took: String,
    class: &'static str,
    icon: Icon,
    outcome: String,
    /// Why, where it is not simply done.
    why: Vec<String>,
    listed: String,
    new: String,
    changed: String,
    cancelled: String,
    skipped: u64,
    skipped_text: String,
    notes: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "syncing/pages/syncs.html")]
struct SyncsPage {
    layout: Layout,
    partner: String,
    path: String,
    /// Empty where it worked the last time.
    trouble: String,
    last: String,
    rows: Vec<Row>,
    /// The way back to the beginning; empty there.
    first: String,
    next: String,
}

/// What is wrong, and what an admin can do about it.
pub fn sentence(words: &Words, trouble: Trouble) -> String {
    let args = trouble.args();
    let args: Vec<(&str, Arg<'_>)> = args.into_iter().map(|(name, number)| (name, number.into())).collect();
    words.args(trouble.key(), &args)
}

/// Why a run did not end as it should, in a sentence or two.
pub fn explain(words: &Words, ended: Ended) -> String {
    let (trouble, detail) = match ended {
        Ended::Failed(failure) => (Some(sentence(words, failure.trouble)), failure.detail),
        Ended::Incomplete(gap) => (None, Some(code_of(gap))),
        Ended::Done | Ended::Unchanged => (None, None),
    };
    let detail = detail.and_then(detail_word).map(|word| words.t(word).to_owned());
    trouble.into_iter().chain(detail).collect::<Vec<_>>().join(" ")
}

/// `GET /manage/partners/{id}/syncs`
pub async fn show_syncs(
    cx: Cx,
    Path(id): Path<PartnerId>,
    Query(params): Query<Params>,
) -> Result<Response, Error> {
    let read = cx.app.db.read();
    let partner = partners::find(&read, cx.community_id(), id).await?.ok_or_else(Refusal::not_found)?;
    let before = params.before.parse().ok();
    let mut runs = store::list_runs(&read, id, before, A_PAGE.saturating_add(1)).await?;
    let has_more = runs.len() > A_PAGE;
    runs.truncate(A_PAGE);
    let words = cx.words();
    let path = format!("/manage/partners/{id}");
    let next = runs.last().filter(|_| has_more).map(|run| format!("{path}/syncs?before={}", run.id));
    let trouble = partner.last_error.as_deref().and_then(Trouble::parse);
    show(&SyncsPage {
        layout: cx.manage_layout(words.t1("syncing-title", ("partner", partner.name.as_str()))),
        trouble: trouble.map(|trouble| sentence(&words, trouble)).unwrap_or_default(),
        last: match partner.last_sync {
            Some(at) => words.t1("syncing-last", ("when", words.relative(at, cx.now()))),
            None => words.t("syncing-never").to_owned(),
        },
        partner: partner.name,
        rows: runs.iter().map(|run| row(&cx, &words, run)).collect(),
        first: if before.is_some() { format!("{path}/syncs") } else { String::new() },
        path,
        next: next.unwrap_or_default(),
    })
}

fn row(cx: &Cx, words: &Words, run: &Run) -> Row {
    let (class, icon, outcome) = match run.outcome.as_str() {
        "done" => ("good", Icon::Done, key("syncing-outcome-done")),
        "unchanged" => ("", Icon::Check, key("syncing-outcome-unchanged")),
        "incomplete" => ("warn", Icon::Info, key("syncing-outcome-incomplete")),
        _ => ("bad", Icon::Alert, key("syncing-outcome-failed")),
    };
    let trouble = run.trouble.as_deref().and_then(Trouble::parse).map(|t| sentence(words, t));
    let detail = run.detail.as_deref().and_then(detail_word).map(|word| words.t(word).to_owned());
    let seconds = run.finished_at.since(run.started_at).as_millis();
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    let number = |n: u64| words.number(i64::try_from(n).unwrap_or(i64::MAX));
    let notes = run.notes.iter().map(|note| {
        let number = i64::try_from(note.number).unwrap_or(i64::MAX);
        let which = match &note.id {
            Some(id) => id.clone(),
            None => words.t1("syncing-entry", ("number", number)),
        };
        (which, words.t1(note.word(), ("field", note.field.as_str())))
    });
    Row {
        at: words.date_time(run.started_at, &cx.zone()),
        datetime: run.started_at.to_string(),
        took: words.t1("syncing-took", ("seconds", words.decimal(tenths(seconds), 1))),
        class,
        icon,
        outcome: if run.scope == "days" {
            format!("{} · {}", words.t(outcome), words.t("syncing-scope-days"))
        } else {
            words.t(outcome).to_owned()
        },
        why: trouble.into_iter().chain(detail).collect(),
        listed: number(run.tally.listed),
        new: number(run.tally.new),
        changed: number(run.tally.changed),
        cancelled: number(run.tally.cancelled),
        skipped: run.tally.skipped,
        skipped_text: words
            .t1("syncing-skipped", ("count", i64::try_from(run.tally.skipped).unwrap_or(i64::MAX))),
        notes: notes.collect(),
    }
}

/// Thousandths as a decimal, in tenths.
fn tenths(milliseconds: i64) -> f64 {
    let tenths = milliseconds.saturating_add(50).div_euclid(100);
    f64::from(i32::try_from(tenths).unwrap_or(i32::MAX)) / 10.0
}
