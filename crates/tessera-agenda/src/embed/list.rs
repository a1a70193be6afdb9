//! What the element shows, in words.

use crate::events::{self, Audience, Kind, Listed, Query as List, Status, row};
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::{CONTENT_TYPE, ETAG};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use tessera_core::Locale;
use tessera_web::body::Query;
use tessera_web::cx::Cx;
use tessera_web::establish::etag;
use tessera_web::refusal::{Error, FieldError, Refusal};
use tessera_web::words::{Words, Year, capitalised};

pub const LIMIT: u64 = 10;
pub const MOST: u64 = 50;

/// What an element asks for. Too many are cut down to what may be; a language that is none is the community's.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    limit: String,
    lang: String,
    kinds: String,
    category: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    community: &'a str,
    language: &'static str,
    /// Of the accent colour, in degrees of OKLCH.
    hue: u16,
    title: String,
    empty: &'a str,
    all: All<'a>,
    items: Vec<Item>,
}

#[derive(Serialize)]
struct All<'a> {
    label: &'a str,
    url: String,
}

#[derive(Serialize)]
struct Item {
    title: String,
    url: String,
    /// For machines.
    datetime: String,
    weekday: String,
    day: String,
    when: String,
    place: String,
    /// What is special about it, as "Cancelled".
    note: String,
    cancelled: bool,
}

/// `GET /embed/events.json`
pub async fn show_list(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let codes = asked.kinds.split(',').map(str::trim).filter(|code| !code.is_empty());
    let kinds: Option<Vec<Kind>> = codes.take(20).map(Kind::parse).collect();
    let kinds = kinds.ok_or_else(|| Refusal::invalid(vec![FieldError::new("kinds", "bad_choice")]))?;
    let words = cx.app.words(Locale::from_tag(&asked.lang).unwrap_or(cx.community.locale));
    let query = List {
        from: Some(cx.now()),
        kinds,
        category: Some(asked.category).filter(|c| !c.trim().is_empty()),
        limit: asked.limit.parse().unwrap_or(LIMIT).clamp(1, MOST),
        ..List::new(&cx.community, Audience::Everyone)
    };
    let found = events::list(&cx.app.db.read(), &query).await?;
    let today = cx.now().timestamp().to_zoned(cx.community.zone()).date();
    let answer = Answer {
        community: &cx.community.name,
        language: words.lang(),
        hue: cx.community.hue,
        title: words.t1("embed-list-title", ("community", cx.community.name.as_str())),
        empty: words.t("embed-list-empty"),
        all: All { label: words.t("embed-list-all"), url: cx.url("/") },
        items: found.iter().map(|listed| item(&cx, &words, listed, today)).collect(),
    };
    let body = serde_json::to_vec(&answer).map_err(anyhow::Error::from)?;
    let tag = HeaderValue::from_str(&etag(&body));
    let mut response = ([(CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response();
    if let Ok(tag) = tag {
        response.headers_mut().insert(ETAG, tag);
    }
    Ok(response)
}

fn item(cx: &Cx, words: &Words, listed: &Listed, today: Date) -> Item {
    let e = &listed.event;
    let zone = cx.community.zone();
    let span = capitalised(&words.span(&e.when.span(&zone), Year::ShownUnless(today.year())));
    let elsewhere = words
        .zone_unless_same(&e.when.start_zoned(&zone), &zone)
        .filter(|_| !e.when.is_all_day() && e.when.zone().is_some());
    let leaf = words.leaf(e.when.first_day());
    Item {
        title: e.title.clone(),
        url: cx.url(&listed.path()),
        datetime: e.when.start_text(),
        weekday: leaf.weekday,
        day: leaf.day.to_string(),
        when: elsewhere.map_or_else(|| span.clone(), |zone| format!("{span} ({zone})")),
        place: e.location.venue.clone().unwrap_or_else(|| e.location.line()),
        note: row::status_badge(e.status).map(|(_, _, key)| words.t(key).to_owned()).unwrap_or_default(),
        cancelled: e.status == Status::Cancelled,
    }
}
