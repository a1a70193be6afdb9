//! The pages: what partners have on, one event with what members make of it, and the list for admins.

pub mod acts;
pub mod event;
pub mod list;
pub mod manage;

use super::model::{ExternalEvent, Level, flames, status_word};
use crate::clubs::partners;
use crate::clubs::pictures;
use std::collections::BTreeMap;
use tessera_core::Instant;
use tessera_core::ids::PartnerId;
use tessera_web::cx::Cx;
use tessera_web::directory::Community;
use tessera_web::refusal::Error;
use tessera_web::ui::{Art, Icon};
use tessera_web::words::{Leaf, Words, Year, capitalised, key};
use tessera_wire::clubs::{Counts, Status};

/// "Wednesday 15 April, 9:00–18:00", by the community's clocks.
pub fn when(words: &Words, community: &Community, event: &ExternalEvent, now: Instant) -> String {
    let zone = community.zone();
    let this_year = now.timestamp().to_zoned(zone.clone()).year();
    capitalised(&words.span(&event.when.span(&zone), Year::ShownUnless(this_year)))
}

/// How many of ours are interested, in the document's words and with its flames. Never who.
pub fn interest(words: &Words, ours: Counts) -> String {
    let total = ours.total();
    let text = words.t1("external-events-interest", ("count", i64::from(total)));
    match flames(total) {
        "" => text,
        flames => format!("{text} {flames}"),
    }
}

/// How a status is marked, where it is not the usual one.
pub struct Mark {
    pub class: &'static str,
    pub icon: Icon,
    pub text: String,
}

impl Mark {
    pub fn of(words: &Words, event: &ExternalEvent) -> Option<Self> {
        let text = words.t(status_word(event.status)?).to_owned();
        let (class, icon) = match event.status {
            Status::Cancelled => ("bad", Icon::Alert),
            Status::MovedOnline => ("accent", Icon::Link),
            Status::Scheduled | Status::Postponed | Status::Rescheduled => ("warn", Icon::Clock),
        };
        Some(Self { class, icon, text })
    }
}

/// A button that says how much.
pub struct Say {
    pub code: &'static str,
    pub label: String,
    pub is_on: bool,
}

pub fn says(words: &Words, mine: Option<Level>) -> Vec<Say> {
    let say = |level: Level| Say {
        code: level.code(),
        label: format!("{} {}", level.emoji(), words.t(level.word())),
        is_on: mine == Some(level),
    };
    Level::ALL.into_iter().map(say).collect()
}

/// What stands where a picture is: it, the partner's logo, or a pattern.
pub enum Picture {
    Image(String),
    Logo(String),
    Art(Art),
}

impl Picture {
    pub fn of(event: &ExternalEvent, logos: &BTreeMap<PartnerId, String>) -> Self {
        match (&event.image, logos.get(&event.partner_id)) {
            (Some(name), _) => Self::Image(pictures::small_path(name)),
            (None, Some(logo)) => Self::Logo(logo.clone()),
            (None, None) => Self::Art(Art::of(event.id)),
        }
    }
}

/// The logos of the partners that have one.
pub async fn logos(cx: &Cx) -> Result<BTreeMap<PartnerId, String>, Error> {
    let partners = partners::list(&cx.app.db.read(), cx.community_id()).await?;
    Ok(partners.into_iter().filter_map(|p| Some((p.id, p.logo_path()?))).collect())
}

/// One event of a list.
pub struct Card {
    pub id: String,
    pub path: String,
    pub title: String,
    pub club: String,
    pub logo: Option<String>,
    pub leaf: Leaf,
    pub datetime: String,
    pub when: String,
    pub place: String,
    pub mark: Option<Mark>,
    /// Cancelled.
    pub is_off: bool,
    pub picture: Picture,
    pub interest: String,
    /// For members, and where it makes sense: the address to post to.
    pub act: String,
    pub mine: Option<Say>,
}

impl Card {
    pub fn of(
        cx: &Cx,
        words: &Words,
        event: &ExternalEvent,
        mine: Option<Level>,
        logos: &BTreeMap<PartnerId, String>,
    ) -> Self {
        let zone = cx.community.zone();
        let may = cx.member().is_ok() && !event.is_cancelled() && !event.is_over(cx.now());
        let level = mine.unwrap_or(Level::Interested);
        Self {
            id: event.id.to_string(),
            path: event.path(),
            title: event.event_name.clone(),
            club: event.club.name.clone(),
            logo: logos.get(&event.partner_id).cloned(),
            leaf: words.leaf(event.when.first_day(&zone)),
            datetime: datetime(event),
            when: when(words, &cx.community, event, cx.now()),
            place: event.place().to_owned(),
            mark: Mark::of(words, event),
            is_off: event.is_cancelled(),
            picture: Picture::of(event, logos),
            interest: interest(words, event.ours),
            act: if may { acts::interest_path(event.id) } else { String::new() },
            mine: may.then(|| Say {
                code: level.code(),
                label: format!("{} {}", level.emoji(), words.t(level.word())),
                is_on: mine.is_some(),
            }),
        }
    }
}

/// For machines.
fn datetime(event: &ExternalEvent) -> String {
    match event.when.days {
        Some((first, _)) => first.to_string(),
        None => event.when.start.to_string(),
    }
}

/// Where a place is looked up, and how one gets there.
pub fn directions(event: &ExternalEvent) -> String {
    if let Some((lat, lon)) = event.position {
        return format!("https://www.openstreetmap.org/directions?to={lat}%2C{lon}#map=15/{lat}/{lon}");
    }
    let place = [event.location_name.as_str(), event.location_address.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|p| !p.is_empty()).collect();
    if place.is_empty() {
        return String::new();
    }
    let query =
        url::form_urlencoded::Serializer::new(String::new()).append_pair("query", &place.join(", ")).finish();
    format!("https://www.openstreetmap.org/search?{query}")
}

/// The key of what stands in the trail and on buttons alike.
pub const NOT_SHOWN: &str = key("external-events-not-shown");
