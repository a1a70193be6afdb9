//! `GET /api/federation/events/`: our public events, for partners we share them with.
//!
//! What is written depends on what was asked and on the community alone, so its bytes are kept under the community's
//! epoch, until something changes or the first event of the list is over. A request then costs its signature, the note
//! that it was seen, and the sending.

use super::asked::{Asked, PAGE};
use super::gate::{self, Asks, Spent};
use crate::clubs::ours;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LINK,
};
use http::{HeaderMap, HeaderValue, StatusCode};
use jiff::SignedDuration;
use std::collections::HashMap;
use std::io::Write as _;
use tessera_agenda::events::{self, Audience, Gone, Listed, Query, Status as EventStatus};
use tessera_agenda::participation::{Attendance, store as answers};
use tessera_core::Instant;
use tessera_core::ids::EventId;
use tessera_platform::db::Read;
use tessera_web::cache::{Rendered, RenderedKey};
use tessera_web::cx::Cx;
use tessera_web::establish::{etag, etag_matches};
use tessera_web::refusal::{Error, Refusal};
use tessera_wire::clubs::{Club, Counts, Feed, FeedEvent, OffsetTime, Status};

/// What is told as gone at most; whoever has missed more reads the whole list.
const MOST_GONE: u64 = 10_000;
/// How long a page is kept that is not the first.
const LATER_PAGES_FOR: SignedDuration = SignedDuration::from_secs(30);

/// The public events of this community, for a partner: from now on, or those that begin from `from_date` on.
///
/// The request is signed, as the document of club federation has it or by an HTTP Message Signature (RFC 9421) under a
/// key that was exchanged. More than 1,000 come in pages (`Link: …; rel="next"`); `total` is always the whole number.
#[utoipa::path(get, path = "/api/federation/events/", tag = "federation",
    params(
        ("from_date" = Option<String>, Query, description = "A day of the community, or an instant: events that begin from then on."),
        ("to_date" = Option<String>, Query, description = "A day, included, or an instant."),
        ("status" = Option<String>, Query, description = "As in `EventScheduled`."),
        ("updated_since" = Option<String>, Query, description = "RFC 3339: only what was changed since, and in `deleted` the ids of what is gone."),
        ("page" = Option<u64>, Query, description = "As in `Link`."),
    ),
    responses((status = 200, description = "`{club, events, total, last_updated}`, and `deleted` with `updated_since`.", body = serde_json::Value),
        (status = 304), (status = 401, description = "`unsigned`, `unknown_key`, `bad_signature`, `bad_timestamp`, `stale`, `replayed`."),
        (status = 403, description = "`partner_not_approved`, `partner_inactive`, `not_shared`, `https_required`, `profile_too_weak`."),
        (status = 404, description = "Federation is off."), (status = 422), (status = 429)))]
pub async fn list_federated_events(cx: Cx, headers: HeaderMap) -> Result<Response, Error> {
    gate::stop_early(&cx).await?;
    let caller = gate::let_in(&cx, "GET", &headers, b"", Asks::Events).await?;
    let tx = cx.app.db.write().await?;
    let spent = gate::spend(&cx, &tx, &caller, Asks::Events).await?;
    tx.commit().await?;
    if let Spent::Exceeded(seconds) = spent {
        return Err(Refusal::too_many(seconds).into());
    }
    let query = cx.target.split_once('?').map_or("", |(_, query)| query);
    let asked = Asked::read(query, &cx.community.zone()).map_err(Refusal::invalid)?;
    let gzip = headers.get(ACCEPT_ENCODING).is_some_and(|v| v.to_str().is_ok_and(|v| v.contains("gzip")));
    let rendered = kept(&cx, &asked, gzip).await?;
    Ok(answer(rendered, headers.get(IF_NONE_MATCH)))
}

fn answer(rendered: Rendered, if_none_match: Option<&HeaderValue>) -> Response {
    let tag = rendered.headers.get(ETAG);
    let same = tag.zip(if_none_match).is_some_and(|(tag, asked)| etag_matches(tag, asked));
    let mut response = if same {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        axum::body::Body::from(rendered.body).into_response()
    };
    for (name, value) in &rendered.headers {
        if !(same && (*name == CONTENT_TYPE || *name == CONTENT_ENCODING)) {
            response.headers_mut().insert(name.clone(), value.clone());
        }
    }
    // Signed requests are a partner's own: nothing in between keeps the answers.
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}

async fn kept(cx: &Cx, asked: &Asked, gzip: bool) -> Result<Rendered, Error> {
    let key = |gzip| RenderedKey { community: cx.community_id(), epoch: cx.epoch, name: asked.key(), gzip };
    if let Some(rendered) = cx.app.rendered.get(&key(gzip), cx.now()) {
        return Ok(rendered);
    }
    let plain = match cx.app.rendered.get(&key(false), cx.now()).filter(|_| gzip) {
        Some(plain) => plain,
        None => {
            let plain = render(cx, asked).await?;
            cx.app.rendered.put(key(false), plain.clone());
            plain
        }
    };
    if !gzip {
        return Ok(plain);
    }
    let packed = pack(plain).await?;
    cx.app.rendered.put(key(true), packed.clone());
    Ok(packed)
}

async fn pack(plain: Rendered) -> Result<Rendered, Error> {
    let packed = tokio::task::spawn_blocking(move || {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&plain.body)?;
        let body = Bytes::from(encoder.finish()?);
        let mut headers = plain.headers;
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        if let Ok(tag) = HeaderValue::from_str(&etag(&body)) {
            headers.insert(ETAG, tag);
        }
        Ok::<_, std::io::Error>(Rendered { headers, body, until: plain.until })
    });
    Ok(packed.await.map_err(anyhow::Error::from)?.map_err(anyhow::Error::from)?)
}

async fn render(cx: &Cx, asked: &Asked) -> Result<Rendered, Error> {
    let read = cx.app.db.read();
    let now = asked.at.unwrap_or(cx.now());
    let query = query(cx, asked, now);
    let mut listed = events::list(&read, &query).await?;
    let has_more = listed.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    listed.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let here = u64::try_from(listed.len()).unwrap_or(u64::MAX);
    let total = if has_more || asked.page > 1 { events::count(&read, &query).await? } else { here };
    let counts = answers::list_attendance(&read, &ids(&listed)).await?;
    let deleted = match asked.updated_since {
        Some(since) => Some(gone(cx, &read, since).await?),
        None => None,
    };
    let base_url = cx.app.base_url(&cx.community);
    let feed = Feed {
        club: Club {
            name: ours::name(&cx.app, &cx.community),
            code: ours::code(&cx.app, &cx.community),
            url: &base_url,
        },
        events: listed.iter().map(|event| shown(cx, &base_url, event, &counts)).collect(),
        total,
        last_updated: events::latest_change(&read, cx.community_id()).await?.timestamp(),
        deleted,
    };
    let body = Bytes::from(serde_json::to_vec(&feed).map_err(anyhow::Error::from)?);
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(ETAG, HeaderValue::from_str(&etag(&body)).map_err(anyhow::Error::from)?);
    if has_more {
        let next = format!("<{base_url}/api/federation/events/?{}>; rel=\"next\"", asked.next(now));
        headers.insert(LINK, HeaderValue::from_str(&next).map_err(anyhow::Error::from)?);
    }
    Ok(Rendered { headers, body, until: until(cx, asked, &listed) })
}

fn query(cx: &Cx, asked: &Asked, now: Instant) -> Query {
    let mut query = Query::new(&cx.community, Audience::Everyone);
    query.from = Some(asked.from.unwrap_or(now));
    query.begins_from = asked.from;
    query.to = asked.to;
    query.statuses = asked.statuses();
    query.updated_since = asked.updated_since;
    query.skip = asked.page.saturating_sub(1).saturating_mul(PAGE);
    query.limit = PAGE.saturating_add(1);
    query
}

/// From when on the same question has another answer though nothing was changed: a list that begins now loses its first
/// event when that is over. What begins after the last one here is over later still.
fn until(cx: &Cx, asked: &Asked, listed: &[Listed]) -> Option<Instant> {
    if asked.from.is_some() || asked.at.is_some() {
        return None;
    }
    if asked.page > 1 {
        return Some(cx.now().plus(LATER_PAGES_FOR));
    }
    let ends = listed.iter().map(|e| e.ends_at.max(e.starts_at));
    let last = listed.last().map(|e| e.starts_at);
    ends.chain(last).min().map(|t| t.max(cx.now()).plus(SignedDuration::from_micros(1)))
}

/// What answers to an event are kept under: of a date, its series.
fn root(listed: &Listed) -> EventId {
    listed.date.as_ref().map_or(listed.event.id, |date| date.series_id)
}

fn ids(listed: &[Listed]) -> Vec<EventId> {
    let mut ids: Vec<EventId> = listed.iter().map(root).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The id of an event, or of a date of a series: the series and the original start.
pub fn id_of(cx: &Cx, event: EventId, date: Option<&str>) -> String {
    match date {
        None => event.to_string(),
        // Of a series without a zone, the start as it is in the community's.
        Some(date) => format!("{event}_{}", super::dates::in_utc(date, &cx.community.zone())),
    }
}

fn shown(
    cx: &Cx,
    base_url: &str,
    listed: &Listed,
    counts: &HashMap<(EventId, String), Attendance>,
) -> FeedEvent {
    let e = &listed.event;
    let zone = e.when.time_zone(&cx.community.zone());
    let time = |at: Instant| {
        let instant = at.timestamp();
        OffsetTime { instant, offset: zone.to_offset(instant) }
    };
    let absolute = |url: &str| if url.starts_with('/') { format!("{base_url}{url}") } else { url.to_owned() };
    let counted = counts.get(&(root(listed), listed.date_key().to_owned())).copied().unwrap_or_default();
    FeedEvent {
        id: id_of(cx, root(listed), listed.date.as_ref().map(|date| date.occurrence.key())),
        event_name: e.title.clone(),
        start_date: time(e.starts_at),
        end_date: e.when.has_end().then(|| time(e.ends_at)),
        location_name: e.location.venue.clone().unwrap_or_default(),
        location_address: e.location.address.clone().unwrap_or_default(),
        location_lat: e.location.lat,
        location_lon: e.location.lon,
        description: e.description.html.clone(),
        event_status: status(e.status),
        image_url: e.image_url.as_deref().map(absolute),
        detail_url: absolute(&listed.path()),
        interest_count: Counts::clamped(counted.going, counted.maybe, counted.interested)
            .of_at_least(cx.community.least_told),
    }
}

fn status(status: EventStatus) -> Status {
    match status {
        EventStatus::Scheduled | EventStatus::InProgress | EventStatus::Done => Status::Scheduled,
        EventStatus::Cancelled => Status::Cancelled,
        EventStatus::Postponed => Status::Postponed,
        EventStatus::Rescheduled => Status::Rescheduled,
        EventStatus::MovedOnline => Status::MovedOnline,
    }
}

async fn gone(cx: &Cx, read: &Read, since: Instant) -> Result<Vec<String>, Error> {
    let gone = events::list_gone(read, cx.community_id(), since, MOST_GONE).await?;
    let id = |g: &Gone| id_of(cx, g.id, g.occurrence.as_ref().map(events::series::Occurrence::key));
    Ok(gone.iter().map(id).collect())
}
