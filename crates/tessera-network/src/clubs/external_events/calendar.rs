//! Partners' events in calendars: those that are shown, as a kind of their own that can be switched off.

use super::model::ExternalEvent;
use super::store::{self, Asked, Sight, When};
use futures::future::BoxFuture;
use jiff::tz::TimeZone;
use std::borrow::Cow;
use tessera_agenda::entries::{self, Entry, KindShown, MOST, Props, Source};
use tessera_platform::text::fold;
use tessera_web::cx::Cx;
use tessera_web::refusal::Error;
use tessera_web::ui::Icon;
use tessera_web::words::key;

const KIND: &str = "partner";
/// White letters can be read on it.
const COLOUR: &str = "#5a6470";

/// What calendars know of it.
pub static SOURCE: Source = Source {
    kinds: &[KindShown { code: KIND, word: key("external-events-kind"), icon: Icon::Link, color: COLOUR }],
    makes: None,
    entries,
};

fn entries<'a>(cx: &'a Cx, asked: &'a entries::Asked) -> BoxFuture<'a, Result<Vec<Entry>, Error>> {
    Box::pin(async move {
        // A partner's event has neither: asked for one, none of them is meant.
        if !asked.priorities.is_empty() || asked.category.is_some() || asked.organiser.is_some() {
            return Ok(Vec::new());
        }
        let wanted = Asked {
            community: cx.community_id(),
            sight: Sight::Shown,
            club: None,
            status: None,
            place: String::new(),
            time: When::Coming { from: asked.from, to: Some(asked.to) },
            after: None,
            limit: MOST.saturating_add(1),
        };
        let found = store::list(&cx.app.db.read(), &wanted).await?;
        let zone = cx.community.zone();
        let words: Vec<String> = fold(&asked.q).split_whitespace().map(str::to_owned).collect();
        let fits = |event: &&ExternalEvent| {
            let is_status =
                asked.statuses.is_empty() || asked.statuses.iter().any(|s| s == event.status.as_str());
            is_status && says(event, &words)
        };
        Ok(found.iter().filter(fits).map(|event| entry(event, &zone)).collect())
    })
}

fn says(event: &ExternalEvent, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let text = fold(&format!(
        "{} {} {} {}",
        event.event_name, event.club.name, event.location_name, event.location_address
    ));
    words.iter().all(|word| text.contains(word.as_str()))
}

fn entry(event: &ExternalEvent, zone: &TimeZone) -> Entry {
    let local = |at: tessera_core::Instant| {
        at.timestamp().to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    };
    let (start, end) = match event.when.days {
        Some((first, last)) => (first.to_string(), Some(last.tomorrow().unwrap_or(last).to_string())),
        None => (local(event.when.start), event.when.end.map(local)),
    };
    Entry {
        id: event.id.to_string(),
        group_id: None,
        title: event.event_name.clone(),
        start,
        end,
        all_day: event.when.days.is_some(),
        url: event.path(),
        editable: false,
        color: Cow::Borrowed(COLOUR),
        extended_props: Props {
            event_id: event.id.0,
            occurrence: None,
            kind: KIND,
            status: event.status.as_str(),
            priority: None,
            category: Some(event.club.name.clone()),
            place: Some(event.place().to_owned()).filter(|place| !place.is_empty()),
            is_private: false,
            change: None,
            version: None,
            differs: false,
            source: "external_events",
        },
        starts_at: event.when.start,
    }
}
