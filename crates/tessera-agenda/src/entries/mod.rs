//! Entries: all that stands in a community's calendar, whatever it is, for who may see it.
//!
//! Promises: one window of time, answered as a calendar wants it, every date of a series at its own time; nobody sees
//! what they may not. A capability that has something to show registers a [`Source`] (`crate::SOURCES`, or from above
//! `Slice::offers`); this one knows none of them by name. A member can keep up to fifty filters of it, each name once.

mod api;
mod filter;
mod pages;
mod presets;
mod store;

use futures::future::BoxFuture;
use serde::Serialize;
use std::borrow::Cow;
use tessera_core::ids::AccountId;
use tessera_core::{Access, Instant};
use tessera_platform::db::Migration;
use tessera_web::App;
use tessera_web::cx::Cx;
use tessera_web::refusal::Error;
use tessera_web::routes::Routes;
use tessera_web::slice::Slice;
use tessera_web::ui::Icon;
use utoipa_axum::routes;

/// The most that one answer holds.
pub const MOST: usize = 5_000;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub from: Instant,
    /// Exclusive.
    pub to: Instant,
    /// None of these: any.
    pub kinds: Vec<String>,
    pub statuses: Vec<String>,
    pub priorities: Vec<String>,
    pub category: Option<String>,
    pub organiser: Option<AccountId>,
    /// Words that all must be in what is shown.
    pub q: String,
}

/// One entry, in the form that FullCalendar takes.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// Of one date of one thing.
    pub id: String,
    /// The dates of a series share it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_id: Option<String>,
    pub title: String,
    /// RFC 3339; a date of whole days.
    pub start: String,
    /// Exclusive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    pub all_day: bool,
    /// Its page.
    pub url: String,
    /// Whether the reader may move it.
    pub editable: bool,
    /// Of its category, else of its kind; white letters can be read on it.
    #[schema(value_type = String)]
    pub color: Cow<'static, str>,
    pub extended_props: Props,
    /// What entries are ordered by.
    #[serde(skip)]
    pub starts_at: Instant,
}

/// What a calendar says of an entry beside showing it.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Props {
    #[schema(value_type = uuid::Uuid)]
    pub event_id: uuid::Uuid,
    /// Which date of a series it is.
    pub occurrence: Option<String>,
    pub kind: &'static str,
    pub status: &'static str,
    pub priority: Option<&'static str>,
    pub category: Option<String>,
    pub place: Option<String>,
    pub is_private: bool,
    /// Where it is changed (`PATCH`), and its version there: for whoever may move it.
    pub change: Option<String>,
    pub version: Option<i64>,
    /// Of a date of a series: whether it differs from the others already.
    pub differs: bool,
    /// Where it comes from.
    pub source: &'static str,
}

/// A capability that has something to show in a calendar.
#[derive(Clone, Copy)]
pub struct Source {
    /// The kinds it brings.
    pub kinds: &'static [KindShown],
    /// Where members make one; none: not here.
    pub makes: Option<Makes>,
    /// At most [`MOST`] and one, the earliest first.
    pub entries: for<'a> fn(&'a Cx, &'a Asked) -> BoxFuture<'a, Result<Vec<Entry>, Error>>,
}

/// A kind as calendars show it.
#[derive(Clone, Copy)]
pub struct KindShown {
    pub code: &'static str,
    /// The translation key of its name.
    pub word: &'static str,
    pub icon: Icon,
    /// The one that its entries have, where nothing else gives them one.
    pub color: &'static str,
}

/// Where an entry is made.
#[derive(Clone, Copy)]
pub struct Makes {
    /// Takes `POST {kind, title, starts_at, ends_at, all_day}`.
    pub api: &'static str,
    /// The whole form; takes `?kind=&title=&day=&start_time=&end_date=&end_time=&all_day=`.
    pub page: &'static str,
}

/// Everything that brings entries: what this crate has, and what slices above it offer ([`Slice::offers`]).
pub fn sources(app: &App) -> impl Iterator<Item = &'static Source> {
    crate::SOURCES.iter().chain(app.offers::<Source>())
}

/// Every kind that something brings.
pub fn kinds(app: &App) -> impl Iterator<Item = &'static KindShown> {
    sources(app).flat_map(|source| source.kinds)
}

/// All that the sources have, the earliest first; at most a little more than [`MOST`] of each.
async fn gather(cx: &Cx, asked: &Asked) -> Result<Vec<Entry>, Error> {
    let mut entries = Vec::new();
    for source in sources(&cx.app) {
        let is_asked =
            |kind: &KindShown| asked.kinds.is_empty() || asked.kinds.iter().any(|k| k == kind.code);
        if source.kinds.iter().any(is_asked) {
            entries.extend((source.entries)(cx, asked).await?);
        }
    }
    entries.sort_by(|a, b| (a.starts_at, &a.id).cmp(&(b.starts_at, &b.id)));
    Ok(entries)
}

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "calendar filters",
            sql: include_str!("migrations/0001_calendar_filters.sql"),
        }],
        routes,
        scopes: &[READ],
        locales: tessera_web::locales!(),
        privacy: Some(presets::PRIVACY),
        ..Slice::named("entries")
    }
}

const READ: &str = "calendar:read";

fn routes(r: Routes) -> Routes {
    r.api(Access::Anyone, READ, routes!(api::list_entries))
        .cached()
        .api(Access::Member, READ, routes!(api::list_filters))
        .api(Access::Member, crate::calendar::WRITE, routes!(api::save_filter))
        .api(Access::Member, crate::calendar::WRITE, routes!(api::delete_filter))
        .get("/calendar", Access::Anyone, pages::show_calendar)
        .cached()
        .post("/calendar/filters", Access::Member, pages::save_filter)
        .post("/calendar/filters/{id}/delete", Access::Member, pages::delete_filter)
}
