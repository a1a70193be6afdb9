//! `/me/events`, what one prepares and organises, and `/manage/proposals`, what waits to be published.

use super::super::list::{self, Audience, Query as ListQuery, Sort};
use super::super::looks;
use super::super::model::{Listed, State};
use super::super::store;
use super::row::Row;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_web::body::Query;
use tessera_web::cx::Cx;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::refusal::Error;
use tessera_web::ui::Icon;

const A_PAGE: u64 = 50;
const MOST_PREPARED: u64 = 100;
const MOST_DELETED: u64 = 20;

#[derive(Template)]
#[template(path = "events/pages/mine.html")]
struct MinePage {
    layout: Layout,
    drafts: Vec<Row>,
    proposed: Vec<Row>,
    coming: Vec<Row>,
    past: Vec<Row>,
    deleted: Vec<Row>,
    previous: String,
    next: String,
}

impl MinePage {
    fn is_empty(&self) -> bool {
        self.drafts.is_empty()
            && self.proposed.is_empty()
            && self.coming.is_empty()
            && self.past.is_empty()
            && self.deleted.is_empty()
    }
}

/// Which page of what is past.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    page: String,
}

pub async fn show_mine(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let me = cx.member()?.account_id();
    let page = asked.page.parse::<u64>().unwrap_or(1).clamp(1, 1_000);
    let read = cx.app.db.read();
    let community = cx.community_id();
    let words = cx.words();
    let rows = |found: Vec<Listed>| found.iter().map(|e| Row::of(&cx, &words, e)).collect::<Vec<_>>();
    let drafts = store::list_in_state(&read, community, State::Draft, Some(me), 0, MOST_PREPARED).await?;
    let proposed =
        store::list_in_state(&read, community, State::Proposed, Some(me), 0, MOST_PREPARED).await?;
    let deleted = store::list_in_state(&read, community, State::Deleted, Some(me), 0, MOST_DELETED).await?;
    let mut query = ListQuery::new(&cx.community, Audience::Organised(me));
    query.from = Some(cx.now());
    let coming = list::list(&read, &query).await?;
    let mut query = ListQuery::new(&cx.community, Audience::Organised(me));
    query.to = Some(cx.now());
    query.sort = Sort::StartLatest;
    query.limit = A_PAGE.saturating_add(1);
    query.skip = page.saturating_sub(1).saturating_mul(A_PAGE);
    let mut past = list::list(&read, &query).await?;
    let has_next = u64::try_from(past.len()).unwrap_or(0) > A_PAGE;
    past.truncate(usize::try_from(A_PAGE).unwrap_or(usize::MAX));
    past.retain(|e| e.is_over(cx.now()));
    let href = |n: u64| format!("/me/events?page={n}");
    let mut layout = cx.layout(words.t("events-mine-title"));
    layout.meta.is_hidden = true;
    let mut page = MinePage {
        layout,
        drafts: rows(drafts),
        proposed: rows(proposed),
        coming: rows(coming),
        past: rows(past),
        deleted: rows(deleted),
        previous: if page > 1 { href(page.saturating_sub(1)) } else { String::new() },
        next: if has_next { href(page.saturating_add(1)) } else { String::new() },
    };
    for rows in [&mut page.drafts, &mut page.proposed, &mut page.coming, &mut page.past, &mut page.deleted] {
        looks::paint(&cx, rows).await?;
    }
    show(&page)
}

#[derive(Template)]
#[template(path = "events/pages/proposals.html")]
struct ProposalsPage {
    layout: Layout,
    proposals: Vec<(Row, String)>,
}

pub async fn show_proposals(cx: Cx) -> Result<Response, Error> {
    let words = cx.words();
    let found =
        store::list_in_state(&cx.app.db.read(), cx.community_id(), State::Proposed, None, 0, MOST_PREPARED)
            .await?;
    let by = |e: &Listed| {
        e.organiser.as_ref().map(|o| words.t1("events-proposed-by", ("name", &o.name))).unwrap_or_default()
    };
    let proposals = found.iter().map(|e| (Row::of(&cx, &words, e), by(e))).collect();
    let layout = cx.manage_layout(words.t("events-proposals-title"));
    show(&ProposalsPage { layout, proposals })
}
