//! Calendars out: the feeds, one event as a file, a member's own feed.
//!
//! The public feeds hold public events only, whoever asks. A private event's file follows the same rule as its page.

use super::render::{self, About, FeedPlace, Published};
use super::store;
use crate::events::{self, Audience, Each, Kind, Moment, Query as List, Status};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LAST_MODIFIED};
use http::{HeaderMap, HeaderValue, StatusCode};
use jiff::ToSpan;
use serde::Deserialize;
use std::collections::HashMap;
use tessera_calendar::Zone;
use tessera_core::Instant;
use tessera_core::ids::EventId;
use tessera_platform::tokens;
use tessera_web::body::{Path, Query};
use tessera_web::cx::{Actor, Cx};
use tessera_web::establish::{etag, etag_matches};
use tessera_web::refusal::{Error, FieldError, Refusal};

const ICS: &str = "text/calendar; charset=utf-8";
const ATOM: &str = "application/atom+xml; charset=utf-8";
const JSON: &str = "application/feed+json; charset=utf-8";
/// The most that one feed holds; whoever needs more asks by time.
const MOST_IN_CALENDAR: u64 = 10_000;
const MOST_IN_NEWS: usize = 100;
/// Of one series: a daily one would leave no room for anything else.
const MOST_DATES_IN_NEWS: usize = 3;
/// How far news are looked for among the dates of series.
const MOST_LOOKED_THROUGH: u64 = 5_000;
/// How far a calendar without `from` reaches back, to the beginning of that month.
const MONTHS_BACK: i64 = 3;

/// The filters of the agenda, for feeds.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Filters {
    #[serde(default)]
    from: Option<String>,
    #[serde(default)]
    to: Option<String>,
    #[serde(default)]
    q: String,
    #[serde(default)]
    kind: Vec<String>,
    #[serde(default)]
    status: Vec<String>,
    #[serde(default)]
    category: Option<String>,
    #[serde(default)]
    place: Option<String>,
}

impl Filters {
    fn list(&self, cx: &Cx, audience: Audience, from: Instant, limit: u64) -> Result<List, Error> {
        let mut wrong = Vec::new();
        let zone = events::community_zone(&cx.community);
        let mut time = |name: &'static str, text: &Option<String>, day_after: bool| {
            let text = text.as_deref().map(str::trim).filter(|t| !t.is_empty())?;
            let read = time_of(text, &zone, day_after);
            if read.is_none() {
                wrong.push(FieldError::new(name, "bad_date"));
            }
            read
        };
        let (asked_from, to) = (time("from", &self.from, false), time("to", &self.to, true));
        let kinds = codes(&self.kind, Kind::parse, "kind", &mut wrong);
        let statuses = codes(&self.status, Status::parse, "status", &mut wrong);
        if !wrong.is_empty() {
            return Err(Refusal::invalid(wrong).into());
        }
        let given = |text: &Option<String>| {
            text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned)
        };
        Ok(List {
            from: Some(asked_from.unwrap_or(from)),
            to,
            q: self.q.clone(),
            kinds,
            statuses,
            category: given(&self.category),
            place: given(&self.place),
            limit,
            ..List::new(&cx.community, audience)
        })
    }
}

fn codes<T>(
    texts: &[String],
    parse: fn(&str) -> Option<T>,
    field: &str,
    wrong: &mut Vec<FieldError>,
) -> Vec<T> {
    let parts = texts.iter().flat_map(|text| text.split(',')).map(str::trim).filter(|part| !part.is_empty());
    let mut read = Vec::new();
    for part in parts {
        match parse(part) {
            Some(code) => read.push(code),
            None => wrong.push(FieldError::new(field, "bad_choice")),
        }
    }
    read
}

/// An instant, a local time, or a day: its beginning, or where it stands for an end the beginning of the next.
fn time_of(text: &str, zone: &Zone, day_after: bool) -> Option<Instant> {
    Some(match Moment::parse(text)? {
        Moment::Day(day) if day_after => Moment::Day(day.tomorrow().ok()?).instant(zone),
        moment => moment.instant(zone),
    })
}

/// The beginning of the month three months ago: subscribers keep what was, and the answer stays the same all day.
pub fn some_months_ago(cx: &Cx) -> Instant {
    let today = cx.now().timestamp().to_zoned(cx.community.zone()).date();
    let then = today.first_of_month().checked_sub(MONTHS_BACK.months()).unwrap_or(today);
    Moment::Day(then).instant(&events::community_zone(&cx.community))
}

/// `GET /feeds/events.ics`
pub async fn events_ics(
    cx: Cx,
    headers: HeaderMap,
    Query(filters): Query<Filters>,
) -> Result<Response, Error> {
    let query = filters.list(&cx, Audience::Everyone, some_months_ago(&cx), MOST_IN_CALENDAR)?;
    let description = cx.words().t1("calendar-feed-description", ("community", cx.community.name.as_str()));
    let about = About { name: &cx.community.name, description: Some(&description) };
    let (text, changed) = gather(&cx, query, &about).await?;
    Ok(answer(&cx, &headers, ICS, text, changed))
}

/// Events that are read at a time: what is in memory of a large calendar is its text.
const PIECE: u64 = 500;

async fn gather(cx: &Cx, query: List, about: &About<'_>) -> Result<(String, Option<Instant>), Error> {
    let most = query.limit;
    let mut query = List { limit: PIECE, each: Each::Event, ..query };
    let mut published = Published::new(&cx.app, &cx.community, about);
    while query.skip < most {
        let found = events::list(&cx.app.db.read(), &query).await?;
        published.add(found.iter().map(|listed| &listed.event));
        if u64::try_from(found.len()).unwrap_or(0) < PIECE {
            break;
        }
        query.skip = query.skip.saturating_add(PIECE);
    }
    Ok(published.finish())
}

/// `GET /feeds/events.atom`
pub async fn events_atom(
    cx: Cx,
    headers: HeaderMap,
    Query(filters): Query<Filters>,
) -> Result<Response, Error> {
    let found = news(&cx, &filters).await?;
    let url = cx.url(&cx.target);
    let place = FeedPlace { title: &cx.community.name, url: &url };
    let text = render::atom(&cx.app, &cx.community, &cx.words(), &place, &found);
    let changed = found.iter().map(|l| l.updated_at).max();
    Ok(answer(&cx, &headers, ATOM, text, changed))
}

/// `GET /feeds/events.json`
pub async fn events_json(
    cx: Cx,
    headers: HeaderMap,
    Query(filters): Query<Filters>,
) -> Result<Response, Error> {
    let found = news(&cx, &filters).await?;
    let url = cx.url(&cx.target);
    let place = FeedPlace { title: &cx.community.name, url: &url };
    let text =
        render::json(&cx.app, &cx.community, &cx.words(), &place, &found).map_err(anyhow::Error::from)?;
    let changed = found.iter().map(|l| l.updated_at).max();
    Ok(answer(&cx, &headers, JSON, text, changed))
}

async fn news(cx: &Cx, filters: &Filters) -> Result<Vec<events::Listed>, Error> {
    let mut query = filters.list(cx, Audience::Everyone, cx.now(), PIECE)?;
    let (mut news, mut told) = (Vec::new(), HashMap::<EventId, usize>::new());
    while query.skip < MOST_LOOKED_THROUGH {
        let found = events::list(&cx.app.db.read(), &query).await?;
        let is_last = u64::try_from(found.len()).unwrap_or(0) < PIECE;
        for listed in found {
            if let Some(date) = &listed.date {
                let dates = told.entry(date.series_id).or_default();
                *dates = dates.saturating_add(1);
                if *dates > MOST_DATES_IN_NEWS {
                    continue;
                }
            }
            news.push(listed);
            if news.len() >= MOST_IN_NEWS {
                return Ok(news);
            }
        }
        if is_last {
            break;
        }
        query.skip = query.skip.saturating_add(PIECE);
    }
    Ok(news)
}

/// What a guest shows to see a private event's file.
#[derive(Debug, Default, Deserialize)]
pub struct Guest {
    #[serde(default)]
    guest: Option<String>,
}

/// `GET /events/{id}.ics`: one event, with the dates of its series that differ, as far as this reader sees it.
pub async fn event_ics(
    cx: Cx,
    headers: HeaderMap,
    Path(id): Path<EventId>,
    Query(guest): Query<Guest>,
) -> Result<Response, Error> {
    let conn = cx.app.db.read();
    let seen = events::service::find(&cx, &conn, id, guest.guest.as_deref()).await?;
    let mut all = vec![seen.listed.event.clone()];
    if seen.recurrence_id.is_empty() && seen.recurrence.is_some() {
        let series = events::list_by_uid(&conn, cx.community_id(), &seen.uid).await?;
        let belongs = |e: &events::Event| {
            e.id != id && e.series_id == Some(id) && e.is_published() && e.visibility == seen.visibility
        };
        all.extend(series.into_iter().filter(belongs));
    }
    let about = About { name: &cx.community.name, description: None };
    let (text, changed) = render::calendar(&cx.app, &cx.community, &about, &all);
    let mut response = answer_tagged(&headers, ICS, text, changed);
    let name = format!("attachment; filename=\"{}.ics\"", file_name(&seen.title));
    if let Ok(value) = HeaderValue::from_str(&name) {
        response.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    if !seen.is_public() {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
    Ok(response)
}

/// Letters and digits that every system takes in a file's name.
fn file_name(title: &str) -> String {
    let folded = tessera_platform::text::fold(title);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).take(8).collect();
    if words.is_empty() { "event".to_owned() } else { words.join("-") }
}

/// `GET /feeds/me/{token}.ics`: public events, and the private ones its owner organises or takes part in.
pub async fn personal_ics(
    cx: Cx,
    headers: HeaderMap,
    Path(file): Path<String>,
    Query(filters): Query<Filters>,
) -> Result<Response, Error> {
    let token = file.strip_suffix(".ics").unwrap_or(&file);
    let conn = cx.app.db.read();
    let owner = store::find_feed_owner(&conn, cx.community_id(), &tokens::hash(token)).await?;
    let owner = owner.ok_or_else(Refusal::not_found)?;
    let audience = Audience::Member(owner.account_id);
    let query = filters.list(&cx, audience, some_months_ago(&cx), MOST_IN_CALENDAR)?;
    let args = [("community", cx.community.name.as_str().into()), ("name", owner.name.as_str().into())];
    let name = cx.words().args("calendar-feed-personal", &args);
    feed_of(&cx, &headers, query, &name).await
}

/// A calendar for whoever holds its secret address: tagged, and kept by no cache in between.
pub async fn feed_of(cx: &Cx, headers: &HeaderMap, query: List, name: &str) -> Result<Response, Error> {
    let query = List { limit: MOST_IN_CALENDAR, ..query };
    let (text, changed) = gather(cx, query, &About { name, description: None }).await?;
    let mut response = answer_tagged(headers, ICS, text, changed);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(response)
}

/// The scheme that calendar apps open themselves for.
pub fn webcal(url: &str) -> String {
    url.split_once("://").map_or_else(String::new, |(_, rest)| format!("webcal://{rest}"))
}

/// A visitor's answer is tagged and kept by the layer around the routes, others' are tagged here.
fn answer(
    cx: &Cx,
    headers: &HeaderMap,
    kind: &'static str,
    body: String,
    changed: Option<Instant>,
) -> Response {
    match cx.actor {
        Actor::Visitor => plain(kind, body, changed),
        Actor::SignedIn(_) => answer_tagged(headers, kind, body, changed),
    }
}

fn plain(kind: &'static str, body: String, changed: Option<Instant>) -> Response {
    let tag = HeaderValue::from_str(&etag(body.as_bytes()));
    let mut response = ([(CONTENT_TYPE, HeaderValue::from_static(kind))], body).into_response();
    let headers = response.headers_mut();
    if let Ok(tag) = tag {
        headers.insert(ETAG, tag);
    }
    if let Some(Ok(value)) = changed.map(|at| HeaderValue::from_str(&http_date(at))) {
        headers.insert(LAST_MODIFIED, value);
    }
    response
}

fn answer_tagged(asked: &HeaderMap, kind: &'static str, body: String, changed: Option<Instant>) -> Response {
    let mut response = plain(kind, body, changed);
    let same = asked
        .get(IF_NONE_MATCH)
        .zip(response.headers().get(ETAG))
        .is_some_and(|(a, tag)| etag_matches(tag, a));
    if same {
        let headers = std::mem::take(response.headers_mut());
        response = StatusCode::NOT_MODIFIED.into_response();
        for name in [ETAG, LAST_MODIFIED] {
            if let Some(value) = headers.get(&name) {
                response.headers_mut().insert(name, value.clone());
            }
        }
    }
    response
}

/// RFC 9110 §5.6.7.
fn http_date(at: Instant) -> String {
    at.timestamp().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
