//! Events, with the dates of series, in calendars: what stands in the index in one statement, and the dates that lie
//! beyond it computed.

use super::access::{self, Relation};
use super::list::{self, Audience, Query, Slim};
use super::model::{Event, Kind, Priority, Status};
use super::series::{self, Occurrence};
use super::{json, looks, store};
use crate::entries::{Asked, Entry, KindShown, MOST, Makes, Props, Source};
use futures::future::BoxFuture;
use jiff::tz::TimeZone;
use std::borrow::Cow;
use std::collections::HashMap;
use tessera_core::Instant;
use tessera_core::ids::EventId;
use tessera_platform::db::Read;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};
use tessera_web::ui::Icon;
use tessera_web::words::key;

pub const SOURCE: Source = Source {
    kinds: &[
        shown(Kind::Event, key("events-kind-event"), Icon::Calendar),
        shown(Kind::CommunityEvent, key("events-kind-community-event"), Icon::People),
        shown(Kind::Engagement, key("events-kind-engagement"), Icon::Link),
        shown(Kind::Task, key("events-kind-task"), Icon::Check),
    ],
    makes: Some(Makes { api: "/api/events", page: "/events/new" }),
    entries,
};

const fn shown(kind: Kind, word: &'static str, icon: Icon) -> KindShown {
    KindShown { code: kind.code(), word, icon, color: colour_of(kind) }
}

/// One colour of each kind, for what has no category with one: white is read on all of them (at least 4.5 to 1).
const fn colour_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Event => "#1f6f54",
        Kind::CommunityEvent => "#7a4a9e",
        Kind::Engagement => "#a3541a",
        Kind::Task => "#3a5f9e",
    }
}

fn entries<'a>(cx: &'a Cx, asked: &'a Asked) -> BoxFuture<'a, Result<Vec<Entry>, Error>> {
    Box::pin(async move {
        let Some(query) = query(cx, asked)? else { return Ok(Vec::new()) };
        let conn = cx.app.db.read();
        let mut found = list::slim(&conn, &query).await?;
        found.extend(beyond_the_index(cx, &conn, &query).await?);
        let zone = cx.community.zone();
        let has_category = found.iter().any(|slim| slim.category.is_some());
        let looks = if has_category { looks::all(cx).await? } else { HashMap::new() };
        Ok(found
            .into_iter()
            .map(|slim| {
                let look = looks::find(&looks, slim.category.as_deref());
                let colour = look.map(|look| Cow::Owned(look.colour.clone()));
                Entry {
                    color: colour.unwrap_or(Cow::Borrowed(colour_of(slim.kind))),
                    ..entry(cx, slim, &zone)
                }
            })
            .collect())
    })
}

/// None: nothing here is of the kinds that are asked for.
fn query(cx: &Cx, asked: &Asked) -> Result<Option<Query>, Error> {
    let member = cx.member().ok().map(|m| m.account_id());
    let mut query = Query::new(&cx.community, member.map_or(Audience::Everyone, Audience::Member));
    let mut faults = Vec::new();
    let mut bad = |field: &str| faults.push(FieldError::new(field, "bad_choice"));
    query.kinds = asked.kinds.iter().filter_map(|k| Kind::parse(k)).collect();
    for code in &asked.statuses {
        match Status::parse_asked(code) {
            Some(status) => query.statuses.push(status),
            None => bad("status"),
        }
    }
    for code in &asked.priorities {
        match Priority::parse(code) {
            Some(priority) => query.priorities.push(priority),
            None => bad("priority"),
        }
    }
    if !faults.is_empty() {
        return Err(Refusal::invalid(faults).into());
    }
    (query.from, query.to) = (Some(asked.from), Some(asked.to));
    query.q.clone_from(&asked.q);
    query.category.clone_from(&asked.category);
    query.organiser = asked.organiser;
    query.limit = u64::try_from(MOST.saturating_add(1)).unwrap_or(u64::MAX);
    Ok((asked.kinds.is_empty() || !query.kinds.is_empty()).then_some(query))
}

/// Dates of series that the window has and the index has not.
async fn beyond_the_index(cx: &Cx, conn: &Read, query: &Query) -> Result<Vec<Slim>, Error> {
    let (Some(from), Some(to)) = (query.from, query.to) else { return Ok(Vec::new()) };
    let zone = cx.community.zone();
    let mut found = Vec::new();
    let mut after = EventId(uuid::Uuid::nil());
    loop {
        let piece = list::series_beyond(conn, query, after).await?;
        let Some(last) = piece.last() else { return Ok(found) };
        after = last.event.id;
        let ids: Vec<EventId> = piece.iter().map(|s| s.event.id).collect();
        let overridden = store::list_overridden(conn, &ids).await?;
        let reaching = store::list_reaching(conn, &ids).await?;
        for series in &piece {
            let of_it = |e: &&Event| e.series_id == Some(series.event.id);
            let reaching = reaching.iter().filter(of_it).cloned().collect();
            let Ok((dates, _)) = series::window(&series.event, reaching, &zone, (from, to)) else {
                continue;
            };
            for date in dates {
                let named =
                    date.occurrence.instant(&series.event.when, &zone).map_or(date.starts_at, Instant::new);
                let is_indexed = series.from.is_none_or(|from| named >= from)
                    && series.until.is_none_or(|until| named < until);
                let differs = overridden.contains(&(series.event.id, date.occurrence.key().to_owned()));
                if !is_indexed && !differs {
                    found.push(Slim::of_date(&series.event, date, series.co_organised));
                }
            }
            // Beyond what is shown, the answer says where it goes on.
            if found.len() > MOST {
                return Ok(found);
            }
        }
    }
}

fn entry(cx: &Cx, slim: Slim, zone: &TimeZone) -> Entry {
    let (start, end) = json::times(&slim.when, slim.starts_at, slim.ends_at, zone);
    let me = cx.account_id();
    let relation = Relation {
        organiser: me.is_some_and(|me| me == slim.organiser_id),
        co_organiser: slim.co_organised,
        ..Relation::default()
    };
    let series = slim.series_id.filter(|_| !slim.occurrence.is_empty());
    let occurrence = Occurrence::from_key(&slim.occurrence);
    let editable = access::may_edit(relation, slim.visibility, cx.actor.standing());
    Entry {
        id: match &occurrence {
            Some(occurrence) => format!("{}_{}", slim.series_id.unwrap_or(slim.id), occurrence.key()),
            None => slim.id.to_string(),
        },
        group_id: series.map(|id| id.to_string()),
        title: slim.title,
        start,
        end,
        all_day: slim.when.is_all_day(),
        url: match &occurrence {
            Some(o) => format!("/events/{}?occurrence={}", slim.series_id.unwrap_or(slim.id), o.key()),
            None => format!("/events/{}", slim.id),
        },
        editable,
        color: Cow::Borrowed(colour_of(slim.kind)),
        extended_props: Props {
            event_id: slim.series_id.unwrap_or(slim.id).0,
            occurrence: occurrence.map(|o| o.text(&slim.when, zone)),
            kind: slim.kind.code(),
            status: slim.status.code(),
            priority: slim.priority.map(Priority::code),
            category: slim.category,
            place: slim.venue,
            is_private: slim.visibility == super::Visibility::Private,
            // A date that differs is a row of its own, with a version of its own.
            change: editable.then(|| format!("/api/events/{}", slim.id)),
            version: editable.then_some(slim.version),
            differs: series.is_some_and(|series| series != slim.id),
            source: "events",
        },
        starts_at: slim.starts_at,
    }
}
