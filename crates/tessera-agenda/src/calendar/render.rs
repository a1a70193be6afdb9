//! Events as iCalendar, Atom and JSON Feed.

use super::atom::{AtomEntry, AtomHead, write_atom};
use super::json_feed::{Author, Extension, JsonFeed, JsonItem, VERSION};
use super::vevent::{published, unchanged_text, vevent_of};
use crate::events::{Event, Listed, When};
use std::collections::BTreeMap;
use tessera_calendar::Zone;
use tessera_calendar::ical::{CalendarHead, CalendarText, Method, TimeSpan};
use tessera_core::Instant;
use tessera_web::app::App;
use tessera_web::directory::Community;
use tessera_web::words::{Words, Year};

/// Who wrote it (RFC 5545 §3.7.3).
const PRODUCT: &str = "-//Tessera//Tessera//EN";
/// How often a subscriber should ask again.
const REFRESH_MINUTES: u32 = 60;

/// For whom a calendar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// For others to read: without the addresses of attendees, who did not agree to that (RFC 5546 §3.2.1).
    Publish,
    /// To take elsewhere: everything.
    Export,
}

/// What a calendar says of itself.
pub struct About<'a> {
    pub name: &'a str,
    pub description: Option<&'a str>,
}

/// The head of a calendar of this community.
pub fn head(app: &App, community: &Community, about: &About<'_>, purpose: Purpose) -> CalendarHead {
    CalendarHead {
        product: PRODUCT.to_owned(),
        name: Some(about.name.to_owned()),
        description: about.description.map(str::to_owned),
        method: (purpose == Purpose::Publish).then_some(Method::Publish),
        refresh_minutes: Some(REFRESH_MINUTES),
        url: Some(app.base_url(community)),
        zone: Zone::parse(&community.timezone),
    }
}

/// A whole calendar to publish, made from its events piece by piece. Its text is the same for the same events, so
/// that its tag is too.
pub struct Published<'a> {
    app: &'a App,
    community: &'a Community,
    head: CalendarHead,
    zones: BTreeMap<Zone, TimeSpan>,
    events: CalendarText,
    changed: Option<Instant>,
}

impl<'a> Published<'a> {
    pub fn new(app: &'a App, community: &'a Community, about: &About<'_>) -> Self {
        let head = head(app, community, about, Purpose::Publish);
        Self { app, community, head, zones: BTreeMap::new(), events: CalendarText::default(), changed: None }
    }

    pub fn add<'e>(&mut self, events: impl IntoIterator<Item = &'e Event> + Clone) {
        for (zone, span) in zones_of(events.clone()) {
            let known = self.zones.entry(zone).or_insert(span);
            *known = known.with(span.first_year).with(span.last_year);
        }
        self.changed = self.changed.max(events.clone().into_iter().map(|e| e.updated_at).max());
        write_events(&mut self.events, self.app, self.community, Purpose::Publish, events);
    }

    /// The text, and when anything in it changed last.
    pub fn finish(mut self) -> (String, Option<Instant>) {
        let mut text = CalendarText::begin(&self.head);
        // Definitions stand before what uses them.
        self.zones.iter().for_each(|(zone, span)| text.zone(zone, *span));
        text.written_event(&self.events.take());
        (text.finish(), self.changed)
    }
}

/// A whole calendar to publish.
pub fn calendar<'a>(
    app: &App,
    community: &Community,
    about: &About<'_>,
    events: impl IntoIterator<Item = &'a Event> + Clone,
) -> (String, Option<Instant>) {
    let mut published = Published::new(app, community, about);
    published.add(events);
    published.finish()
}

/// The text of [`calendar`] alone, for a file that goes out by mail.
pub fn calendar_text<'a>(
    app: &App,
    community: &Community,
    about: &About<'_>,
    events: impl IntoIterator<Item = &'a Event> + Clone,
) -> String {
    calendar(app, community, about, events).0
}

/// The zones of these events with the years they are used in.
pub fn zones_of<'a>(events: impl IntoIterator<Item = &'a Event>) -> BTreeMap<Zone, TimeSpan> {
    let mut zones: BTreeMap<Zone, TimeSpan> = BTreeMap::new();
    for event in events {
        let mut note = |zone: Zone, year: i16| {
            let span = zones.entry(zone).or_insert_with(|| TimeSpan::year(year));
            *span = span.with(year);
        };
        if let When::Zoned { start, zone, .. } = &event.when
            && !zone.is_utc()
        {
            note(zone.clone(), start.year());
        }
        // What it came with may name more zones: those of exceptions and overridden dates.
        let text = event.ical.as_deref().unwrap_or_default();
        for named in text.split(";TZID=").skip(1) {
            let name = named.split([':', ';', '\r']).next().unwrap_or_default();
            let year = named.split_once(':').and_then(|(_, value)| value.get(..4)?.parse().ok());
            if let Some((zone, year)) = Zone::parse(name.trim_matches('"')).zip(year) {
                note(zone, year);
            }
        }
    }
    zones
}

/// Adds events to a calendar.
pub fn write_events<'a>(
    text: &mut CalendarText,
    app: &App,
    community: &Community,
    purpose: Purpose,
    events: impl IntoIterator<Item = &'a Event>,
) {
    let base = app.base_url(community);
    for event in events {
        let is_ready = |text: &&str| {
            text.contains("\r\nDTSTAMP") && (purpose == Purpose::Export || !text.contains("\r\nATTENDEE"))
        };
        if let Some(written) = unchanged_text(event).filter(is_ready) {
            text.written_event(written);
            continue;
        }
        let event = vevent_of(event, &format!("{base}{}", event.path()));
        text.event(&if purpose == Purpose::Publish { published(event) } else { event });
    }
}

/// The address of a feed and what it is called.
pub struct FeedPlace<'a> {
    pub title: &'a str,
    pub url: &'a str,
}

/// Atom.
pub fn atom(
    app: &App,
    community: &Community,
    words: &Words,
    place: &FeedPlace<'_>,
    events: &[Listed],
) -> String {
    let base = app.base_url(community);
    let rows: Vec<Row> = events.iter().map(|listed| Row::of(&base, community, words, listed)).collect();
    let updated_at = events.iter().map(|e| e.updated_at).max().unwrap_or(community.created_at);
    let id = format!("urn:uuid:{}", community.id);
    let head = AtomHead {
        id: &id,
        title: place.title,
        language: words.lang(),
        page_url: &base,
        feed_url: place.url,
        updated_at,
    };
    let entries = events.iter().zip(&rows).map(|(event, row)| AtomEntry {
        id: &row.id,
        title: &event.title,
        url: &row.url,
        author: &row.author,
        summary: &row.summary,
        html: &event.description.html,
        category: event.category.as_deref(),
        created_at: event.created_at,
        updated_at: event.updated_at,
    });
    write_atom(&head, entries)
}

/// JSON Feed.
pub fn json(
    app: &App,
    community: &Community,
    words: &Words,
    place: &FeedPlace<'_>,
    events: &[Listed],
) -> Result<String, serde_json::Error> {
    let base = app.base_url(community);
    let zone = community.zone();
    let items = events.iter().map(|event| {
        let row = Row::of(&base, community, words, event);
        let time = |instant: Instant| match event.when {
            When::AllDay { .. } | When::Floating { .. } => None,
            When::Zoned { .. } => {
                let local = instant.timestamp().to_zoned(event.when.time_zone(&zone));
                Some(local.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
            }
        };
        JsonItem {
            id: row.id,
            url: row.url,
            title: event.title.clone(),
            content_html: event.description.html.clone(),
            summary: row.summary,
            image: event.image_url.as_deref().map(|url| absolute(&base, url)),
            date_published: event.created_at,
            date_modified: event.updated_at,
            authors: vec![Author { name: row.author }],
            tags: event.category.iter().cloned().collect(),
            event: Extension {
                starts_at: time(event.starts_at).unwrap_or_else(|| event.when.start_text()),
                ends_at: event.when.end_text().map(|end| time(event.ends_at).unwrap_or(end)),
                timezone: event.when.zone().map(|zone| zone.name().to_owned()),
                all_day: event.when.is_all_day(),
                status: event.status.code(),
                venue: event.location.venue.clone(),
            },
        }
    });
    let feed = JsonFeed {
        version: VERSION,
        title: place.title,
        home_page_url: &base,
        feed_url: place.url,
        language: words.lang(),
        items: items.collect(),
    };
    serde_json::to_string(&feed)
}

fn absolute(base: &str, url: &str) -> String {
    if url.starts_with('/') { format!("{base}{url}") } else { url.to_owned() }
}

struct Row {
    id: String,
    url: String,
    author: String,
    summary: String,
}

impl Row {
    fn of(base: &str, community: &Community, words: &Words, listed: &Listed) -> Self {
        let when = words.span(&listed.when.span(&community.zone()), Year::Shown);
        let place = listed.location.line();
        Self {
            id: match &listed.date {
                Some(date) => format!("urn:uuid:{}#{}", date.series_id, date.occurrence.key()),
                None => format!("urn:uuid:{}", listed.id),
            },
            url: format!("{base}{}", listed.path()),
            author: listed.organiser.as_ref().map_or_else(|| community.name.clone(), |o| o.name.clone()),
            summary: if place.is_empty() { when } else { format!("{when} · {place}") },
        }
    }
}
