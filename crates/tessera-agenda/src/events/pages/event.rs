//! One event's page: when in words, where, who, what; what its readers may do with it; the panels of other slices.

use super::super::access::Deed;
use super::super::kinds;
use super::super::looks;
use super::super::model::{Event, Kind, Organiser, State, Status};
use super::super::panels::{Panel, Place as PanelPlace};
use super::super::series::{self, Occurrence};
use super::super::service::{self, Seen};
use super::super::store::{self, Lock};
use super::linked_data::json_ld;
use super::row::{self, Badge};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use tessera_core::Instant;
use tessera_core::ids::EventId;
use tessera_platform::{markup, text};
use tessera_web::body::{Path, Query};
use tessera_web::cx::Cx;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::{Art, Icon};
use tessera_web::words::{Leaf, Words, Year, capitalised};

const DESCRIPTION_OF_META_CHARS: usize = 200;
const DATES_SHOWN: i64 = 8;

#[derive(Template)]
#[template(path = "events/pages/event.html")]
struct EventPage<'a> {
    layout: Layout,
    e: &'a Seen,
    art: Art,
    leaf: Leaf,
    when: String,
    when_small: String,
    going: String,
    badges: Vec<Badge>,
    /// A path of our own, or none.
    image: Option<String>,
    /// The word of its category, and its colour where that is known.
    category: String,
    colour: String,
    by: String,
    co: String,
    due: String,
    /// What the kind adds: label and value.
    of_kind: Vec<(String, String)>,
    json_ld: String,
    side: Vec<String>,
    below: Vec<String>,
    tools: Tools,
    url: String,
    map: String,
    guest: String,
    /// The rule of a series in words, and its next dates.
    rule: String,
    dates: Vec<OtherDate>,
}

/// What this reader may do.
#[derive(Clone, Debug, Default)]
struct Tools {
    edit: bool,
    publish: bool,
    propose: bool,
    give_back: bool,
    cancel: bool,
    resume: bool,
    own: bool,
    duplicate: bool,
    /// What a cancellation does, to how many people.
    cancel_question: String,
    delete_question: String,
}

impl Tools {
    fn any(&self) -> bool {
        self.edit || self.publish || self.own || self.duplicate
    }
}

/// A guest's token, and which date of a series.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    guest: Option<String>,
    occurrence: Option<String>,
}

/// Another date of the series.
struct OtherDate {
    href: String,
    text: String,
    is_this: bool,
}

pub async fn show_event(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let mut seen = seen(&cx, id, asked.guest.as_deref()).await?;
    let conn = cx.app.db.read();
    let (mut dates, mut whole) = (Vec::new(), None);
    if let Some(series) = seen.series_id {
        // A date that differs is shown as that date of its series.
        let date = Occurrence::from_key(&seen.recurrence_id);
        let date = date.map(|d| ("occurrence", d.key().to_owned()));
        let given = date.into_iter().chain(asked.guest.map(|token| ("guest", token)));
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish();
        return Ok(Redirect::to(&format!("/events/{series}?{query}")).into_response());
    }
    if seen.repeats() && seen.is_published() {
        let zone = cx.community.zone();
        dates = store::list_next_dates(&conn, id, cx.now(), DATES_SHOWN).await?;
        let bad = || Refusal::new(404, "no_such_date").way_back(format!("/events/{id}"));
        let named = match asked.occurrence.as_deref().filter(|o| !o.is_empty()) {
            Some(text) => Some(Occurrence::parse(text, &seen.when, &zone).ok_or_else(bad)?),
            None => dates.first().map(|(date, _)| date.clone()),
        };
        whole = Some(seen.listed.event.clone());
        if let Some(date) = named {
            service::turn_to(&cx, &conn, &mut seen, &date).await?;
        }
    }
    page(&cx, &seen, whole, dates, asked.guest.unwrap_or_default()).await
}

/// What was deleted says so to those who may bring it back.
async fn seen(cx: &Cx, id: EventId, guest: Option<&str>) -> Result<Seen, Error> {
    let seen = service::find_any(cx, &cx.app.db.read(), id, guest, Lock::No).await?;
    let seen = seen.ok_or_else(Refusal::not_found)?;
    if !(seen.state == State::Deleted && seen.may(Deed::Own)) {
        seen.sight().check()?;
    }
    Ok(seen)
}

async fn page(
    cx: &Cx,
    seen: &Seen,
    whole: Option<Event>,
    dates: Vec<(Occurrence, Instant)>,
    guest: String,
) -> Result<Response, Error> {
    let words = cx.words();
    let co_organisers = store::list_co_organisers(&cx.app.db.read(), seen.id).await?;
    let mut layout = cx.layout(seen.title.clone());
    meta(cx, seen, &mut layout);
    let (mut side, mut below) = (Vec::new(), Vec::new());
    let mut panels: Vec<&Panel> = crate::PANELS.iter().chain(cx.app.offers::<Panel>()).collect();
    panels.sort_by_key(|p| p.order);
    if seen.state != State::Deleted {
        for panel in panels {
            if let Some(html) = (panel.render)(cx, seen).await? {
                match panel.place {
                    PanelPlace::Side => side.push(html),
                    PanelPlace::Below => below.push(html),
                }
            }
        }
    }
    let (when, when_small) = when(cx, &words, seen);
    let co = if co_organisers.is_empty() {
        String::new()
    } else {
        let names: Vec<&str> = co_organisers.iter().map(|o| o.name.as_str()).collect();
        words.t1("events-together-with", ("names", words.list(&names)))
    };
    let looks = looks::of(cx, [&seen.content]).await?;
    let look = looks::find(&looks, seen.category.as_deref());
    let page = EventPage {
        leaf: words.leaf(seen.when.first_day()),
        when,
        when_small,
        going: row::going(&words, &seen.listed),
        badges: badges(&words, seen),
        image: seen
            .image_url
            .clone()
            .filter(|url| url.starts_with("/images/"))
            .or_else(|| look.and_then(|look| look.image_url.clone())),
        category: seen.category.clone().unwrap_or_default(),
        colour: look.map(|look| look.colour.clone()).unwrap_or_default(),
        by: by(&words, seen.listed.organiser.as_ref()),
        co,
        due: seen
            .due_at
            .map(|t| words.t1("events-due", ("when", words.date_time(t, &cx.zone()))))
            .unwrap_or_default(),
        of_kind: kinds::facts(&words, seen.kind, &seen.details),
        json_ld: if seen.is_published() && seen.is_public() && seen.kind != Kind::Task {
            json_ld(cx, &cx.app.db.read(), seen, whole.as_ref()).await?
        } else {
            String::new()
        },
        side,
        below,
        tools: tools(cx, &words, seen).await?,
        url: cx.url(&seen.path()),
        map: map(seen),
        guest,
        art: Art::of(seen.id),
        rule: series::summary(&words, seen.recurrence.as_ref(), &seen.when),
        dates: other_dates(cx, &words, seen, &dates),
        e: seen,
        layout,
    };
    show(&page)
}

fn other_dates(cx: &Cx, words: &Words, seen: &Seen, dates: &[(Occurrence, Instant)]) -> Vec<OtherDate> {
    let this_year = Year::ShownUnless(row::today(cx).year());
    let clock = seen.when.time_zone(&cx.community.zone());
    let date = |(name, starts_at): &(Occurrence, Instant)| OtherDate {
        href: format!("{}?occurrence={}", seen.path(), name.key()),
        text: words.day(starts_at.timestamp().to_zoned(clock.clone()).date(), this_year),
        is_this: name.key() == seen.listed.date_key(),
    };
    dates.iter().map(date).collect()
}

fn by(words: &Words, organiser: Option<&Organiser>) -> String {
    organiser.map(|o| words.t1("events-organised-by", ("name", &o.name))).unwrap_or_default()
}

fn meta(cx: &Cx, seen: &Seen, layout: &mut Layout) {
    layout.meta.is_hidden = !(seen.is_published() && seen.is_public());
    if layout.meta.is_hidden {
        return;
    }
    layout.meta.kind = "article";
    layout.meta.canonical = cx.url(&seen.path());
    layout.meta.description =
        text::excerpt(&markup::plain_text(&seen.description.source), DESCRIPTION_OF_META_CHARS);
    if let Some(url) = &seen.image_url {
        layout.meta.image = if url.starts_with('/') { cx.url(url) } else { url.clone() };
    }
}

/// "Wednesday 15 April 2026, 9:00–18:00" and "in 10 days · Rome time".
fn when(cx: &Cx, words: &Words, seen: &Seen) -> (String, String) {
    let zone = cx.community.zone();
    let when = capitalised(&words.span(&seen.when.span(&zone), Year::Shown));
    let mut small = vec![words.relative_day(seen.when.first_day(), row::today(cx))];
    if seen.starts_at <= cx.now() && cx.now() < seen.ends_at {
        small = vec![words.t("events-now").to_owned()];
    }
    if let (false, Some(named)) = (seen.when.is_all_day(), seen.when.zone()) {
        let start = seen.when.start_zoned(&zone);
        if words.zone_unless_same(&start, &cx.zone()).is_some() {
            small.push(words.zone(named.name()));
            let here = words.date_time(seen.starts_at, &cx.zone());
            small.push(words.t1("events-your-time", ("time", here)));
        }
    }
    (when, small.join(" · "))
}

fn badges(words: &Words, seen: &Seen) -> Vec<Badge> {
    let mut badges = Vec::new();
    let mut add = |class, icon, text: &str| badges.push(Badge { class, icon, text: text.to_owned() });
    if let Some((class, icon, key)) = row::status_badge(seen.status) {
        add(class, Some(icon), words.t(key));
    }
    match seen.state {
        State::Draft => add("", Some(Icon::Edit), words.t("events-state-draft")),
        State::Proposed => add("warn", Some(Icon::Clock), words.t("events-state-proposed")),
        State::Deleted => add("bad", Some(Icon::Trash), words.t("events-state-deleted")),
        State::Published => {}
    }
    if !seen.is_public() {
        add("", Some(Icon::Lock), words.t("events-only-invited"));
    }
    if seen.kind != Kind::Event {
        add("", None, words.t(row::kind_key(seen.kind)));
    }
    if let Some(priority) = seen.priority {
        add("", None, words.t(super::form::priority_key(priority)));
    }
    badges
}

/// Where the way there is shown: the reader goes to a map themselves.
fn map(seen: &Seen) -> String {
    match (seen.location.lat, seen.location.lon) {
        (Some(lat), Some(lon)) => {
            format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}")
        }
        _ => String::new(),
    }
}

async fn tools(cx: &Cx, words: &Words, seen: &Seen) -> Result<Tools, Error> {
    if cx.member().is_err() {
        return Ok(Tools::default());
    }
    if seen.state == State::Deleted {
        return Ok(Tools { own: true, ..Tools::default() });
    }
    let edit = seen.may(Deed::Edit);
    let is_out = seen.is_published();
    let told = if edit && is_out { people_told(cx, seen).await? } else { 0 };
    let told = i64::try_from(told).unwrap_or(i64::MAX);
    let may_publish = seen.may(Deed::Publish);
    Ok(Tools {
        edit,
        publish: !is_out && may_publish,
        propose: seen.state == State::Draft && seen.is_public() && edit && !may_publish,
        give_back: seen.state == State::Proposed && may_publish,
        cancel: edit && is_out && seen.status != Status::Cancelled,
        resume: edit && is_out && seen.status == Status::Cancelled,
        own: seen.may(Deed::Own),
        duplicate: seen.is_public() || edit,
        cancel_question: words.t1("events-cancel-question", ("count", told)),
        delete_question: if told > 0 {
            words.t1("events-delete-question", ("count", told))
        } else {
            String::new()
        },
    })
}

/// How many people a cancellation is told to.
pub async fn people_told(cx: &Cx, seen: &Seen) -> Result<u64, Error> {
    let mut told = 0_u64;
    for observer in crate::OBSERVERS {
        told = told.saturating_add((observer.people_told)(cx, seen).await?);
    }
    Ok(told)
}
