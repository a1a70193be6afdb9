//! Entries: all that stands in a community's calendar, whatever it is, for who may see it.
//!
//! Promises: one window of time, answered as a calendar wants it, every date of a series at its own time; nobody sees
//! what they may not. A capability that has something to show registers a [`Source`] (`crate::SOURCES`); this one
//! knows none of them by name.

mod api;

use futures::future::BoxFuture;
use serde::Serialize;
use std::borrow::Cow;
use tessera_core::ids::AccountId;
use tessera_core::{Access, Instant};
use tessera_web::cx::Cx;
use tessera_web::refusal::Error;
use tessera_web::routes::Routes;
use tessera_web::slice::Slice;
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
    /// Where it comes from.
    pub source: &'static str,
}

/// A capability that has something to show in a calendar.
#[derive(Clone, Copy)]
pub struct Source {
    /// The kinds it brings.
    pub kinds: &'static [&'static str],
    /// At most [`MOST`] and one, the earliest first.
    pub entries: for<'a> fn(&'a Cx, &'a Asked) -> BoxFuture<'a, Result<Vec<Entry>, Error>>,
}

/// The capability.
pub fn slice() -> Slice {
    Slice { routes, scopes: &[READ], locales: tessera_web::locales!(), ..Slice::named("entries") }
}

const READ: &str = "calendar:read";

fn routes(r: Routes) -> Routes {
    r.api(Access::Anyone, READ, routes!(api::list_entries)).cached()
}
