//! An event as a VEVENT, and back.
//!
//! An event that came from a file goes out as it came, to the letter, until it is changed here; then what was
//! changed is written over its text, and everything else in it stays.

use crate::events::{Content, Description, Event, Kind, Location, Recurrence, Status, Visibility, When};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use tessera_calendar::Zone;
use tessera_calendar::ical::{self, Calendar, Class, EventTime, Geo, Limits, RecurrenceId, VEvent};

/// The longest title and venue, in characters.
const MOST_SHORT: usize = 255;
const MOST_ADDRESS: usize = 500;
const MOST_DESCRIPTION: usize = 50_000;
const MOST_CATEGORY: usize = 100;

/// The text an event came as, and its version here at that moment. Kept as one text: the version, a line end, the
/// VEVENT.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    pub text: VEvent,
    pub version: i64,
}

impl Origin {
    /// What is kept.
    pub fn to_kept(&self) -> String {
        format!("{}\r\n{}", self.version, self.text)
    }

    /// What was kept. None where it cannot be read, which leaves the event to what its columns say.
    pub fn from_kept(kept: &str) -> Option<Self> {
        let (version, text) = kept.split_once("\r\n")?;
        let wide = Limits { line_bytes: usize::MAX, properties: usize::MAX, ..Limits::default() };
        let event = Calendar::read(text.as_bytes(), &wide).ok()?.events.into_iter().next()?.event;
        Some(Self { text: event, version: version.parse().ok()? })
    }
}

/// The VEVENT as text, of an event that was not changed since it came: without reading it.
pub fn unchanged_text(event: &Event) -> Option<&str> {
    let (then, text) = event.ical.as_deref()?.split_once("\r\n")?;
    (then.parse() == Ok(event.version)).then_some(text)
}

/// The event for a calendar outside; `url` is its page here.
pub fn vevent_of(event: &Event, url: &str) -> VEvent {
    match event.ical.as_deref().and_then(Origin::from_kept) {
        Some(origin) if origin.version == event.version => origin.text,
        Some(origin) => over(event, origin.text),
        None => anew(event, url),
    }
}

fn anew(event: &Event, url: &str) -> VEvent {
    let (start, end) = times(&event.when);
    let mut out = VEvent::new(&event.uid, start.clone(), event.updated_at.timestamp());
    out.set_times(start, end);
    out.set_sequence(sequence(event));
    out.set_created(whole_second(event.created_at.timestamp()));
    out.set_last_modified(whole_second(event.updated_at.timestamp()));
    out.set_stamp(whole_second(event.updated_at.timestamp()));
    out.set_summary(Some(&event.title));
    out.set_description(Some(event.description.source.as_str()).filter(|d| !d.is_empty()));
    out.set_location(place(&event.location).as_deref());
    out.set_geo(geo(&event.location));
    out.set_status(Some(status(event.status).unwrap_or(ical::Status::Confirmed)));
    out.set_categories(event.category.as_slice());
    out.set_class(if event.is_public() { Class::Public } else { Class::Private });
    out.set_url(Some(url));
    set_recurrence(&mut out, event);
    out.set_recurrence_id(recurrence_id(event));
    out
}

/// The text it came as, with what was changed here since.
fn over(event: &Event, mut out: VEvent) -> VEvent {
    let then = content_of(&out, event.visibility, None);
    let (start, end) = times(&event.when);
    if is_moved(event, &out, &then.when) {
        out.set_times(start, end);
    }
    if event.title != then.title {
        out.set_summary(Some(&event.title));
    }
    if event.description.source != then.description.source {
        out.set_description(Some(event.description.source.as_str()).filter(|d| !d.is_empty()));
    }
    if place(&event.location) != place(&then.location) {
        out.set_location(place(&event.location).as_deref());
    }
    if geo(&event.location) != geo(&then.location) {
        out.set_geo(geo(&event.location));
    }
    if event.category != then.category {
        out.set_categories(event.category.as_slice());
    }
    if event.status.taking_place() != then.status {
        out.set_status(Some(status(event.status).unwrap_or(ical::Status::Confirmed)));
    }
    if event.recurrence != then.recurrence {
        set_recurrence(&mut out, event);
    }
    // A date that went over to another series, or whose series was moved.
    if event.uid != out.uid() {
        out.set_uid(&event.uid);
    }
    let named = out.recurrence_id().map(|id| (id.key(), id.this_and_future)).unwrap_or_default();
    if named != (event.recurrence_id.clone(), event.reaches_on) {
        out.set_recurrence_id(recurrence_id(event));
    }
    out.set_sequence(sequence(event).max(out.sequence()));
    out.set_last_modified(whole_second(event.updated_at.timestamp()));
    out.set_stamp(whole_second(event.updated_at.timestamp()));
    out
}

/// Whether the event is at another time than its text says. An instant is the same on every clock.
fn is_moved(event: &Event, text: &VEvent, then: &When) -> bool {
    match (text.start(), &event.when) {
        (EventTime::Utc(_), When::Zoned { .. }) => {
            event.when.instants(&TimeZone::UTC) != then.instants(&TimeZone::UTC)
        }
        _ => event.when != *then,
    }
}

/// What `event` says, as far as there is a place for it here. What is too long is cut here and whole in its text.
/// An instant is shown on the clock of `home`, unless it repeats, which it does on the clock of UTC.
pub fn content_of(event: &VEvent, visibility: Visibility, home: Option<&Zone>) -> Content {
    let (venue, address) = split_location(event.location().map(str::trim).unwrap_or_default());
    let geo = event.geo();
    Content {
        kind: Kind::Event,
        category: event.categories().first().map(|c| cut(c, MOST_CATEGORY)),
        title: one_line(event.summary().unwrap_or_default(), MOST_SHORT),
        description: Description::written(cut(
            event.description().unwrap_or_default().trim(),
            MOST_DESCRIPTION,
        )),
        when: when_of(event, home.filter(|_| event.rule().is_none())),
        location: Location {
            venue,
            room: None,
            address,
            lat: geo.map(|geo| geo.latitude),
            lon: geo.map(|geo| geo.longitude),
        },
        visibility,
        status: if event.status() == Some(ical::Status::Cancelled) {
            Status::Cancelled
        } else {
            Status::Scheduled
        },
        priority: None,
        due_at: None,
        capacity: None,
        image_url: None,
        recurrence: recurrence_of(event),
        details: serde_json::Value::Object(serde_json::Map::new()),
    }
}

/// Start and end. Instants become local times at home, an end in another zone one in that of the start.
fn when_of(event: &VEvent, home: Option<&Zone>) -> When {
    let lasts = event.end() != event.start();
    let zoned = |start: DateTime, zone: &Zone| {
        let local = zone.time_zone();
        let end = event.end().instant(&local).map(|end| local.to_datetime(end)).filter(|_| lasts);
        When::Zoned { start, end, zone: zone.clone() }
    };
    match event.start() {
        EventTime::Date(first) => When::AllDay { first: *first, end: event.end().civil().date(), zone: None },
        EventTime::Floating(start) => {
            When::Floating { start: *start, end: Some(event.end().civil()).filter(|_| lasts) }
        }
        EventTime::Zoned(start, zone) => zoned(*start, zone),
        EventTime::Utc(instant) => {
            let floating = When::Floating { start: event.start().civil(), end: None };
            let zone = home.cloned().or_else(|| Zone::parse("UTC"));
            zone.map_or(floating, |zone| zoned(zone.time_zone().to_datetime(*instant), &zone))
        }
    }
}

fn times(when: &When) -> (EventTime, Option<EventTime>) {
    match when {
        When::AllDay { first, end, .. } => (EventTime::Date(*first), Some(EventTime::Date(*end))),
        When::Zoned { start, end, zone } => (time_in(*start, zone), end.map(|end| time_in(end, zone))),
        When::Floating { start, end } => (EventTime::Floating(*start), end.map(EventTime::Floating)),
    }
}

fn time_in(at: DateTime, zone: &Zone) -> EventTime {
    let zoned = EventTime::Zoned(at, zone.clone());
    match zoned.instant(&TimeZone::UTC) {
        Some(instant) if zone.is_utc() => EventTime::Utc(instant),
        _ => zoned,
    }
}

fn recurrence_of(event: &VEvent) -> Option<Recurrence> {
    let texts = |name: &str| event.dates(name).iter().map(date_text).collect();
    let rules: Vec<&str> = event.rules().collect();
    let recurrence = Recurrence {
        rrule: (!rules.is_empty()).then(|| rules.join("\n")),
        exdates: texts("EXDATE"),
        rdates: texts("RDATE"),
    };
    (recurrence != Recurrence::default()).then_some(recurrence)
}

/// A date of a series in JSON: a day, an instant with its offset, or a local time without.
fn date_text(time: &EventTime) -> String {
    match time {
        EventTime::Date(date) => date.to_string(),
        EventTime::Floating(at) => at.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        EventTime::Utc(instant) => instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        EventTime::Zoned(_, zone) => time.instant(&TimeZone::UTC).map_or_else(String::new, |instant| {
            instant.to_zoned(zone.time_zone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
        }),
    }
}

/// A date of a series, as JSON has it or as iCalendar does.
fn date_of(text: &str, when: &When) -> Option<EventTime> {
    let local = |at: DateTime| match when.zone() {
        Some(zone) => time_in(at, zone),
        None => EventTime::Floating(at),
    };
    if let Some(time) = EventTime::parse(text) {
        return Some(match time {
            EventTime::Floating(at) => local(at),
            other => other,
        });
    }
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Some(match when.zone() {
            Some(zone) if !zone.is_utc() => {
                EventTime::Zoned(zone.time_zone().to_datetime(instant), zone.clone())
            }
            _ => EventTime::Utc(instant),
        });
    }
    if text.contains(['T', 't', ' ']) {
        text.parse().ok().map(local)
    } else {
        text.parse().ok().map(EventTime::Date)
    }
}

fn set_recurrence(out: &mut VEvent, event: &Event) {
    let Some(recurrence) = &event.recurrence else { return out.set_recurrence(None, &[], &[]) };
    let times = |texts: &[String]| -> Vec<EventTime> {
        texts.iter().filter_map(|text| date_of(text, &event.when)).collect()
    };
    out.set_recurrence(recurrence.rrule.as_deref(), &times(&recurrence.rdates), &times(&recurrence.exdates));
}

fn recurrence_id(event: &Event) -> Option<RecurrenceId> {
    let time = EventTime::parse(&event.recurrence_id)?;
    let time = match (&time, event.when.zone()) {
        (EventTime::Utc(instant), Some(zone)) if !zone.is_utc() => {
            EventTime::Zoned(zone.time_zone().to_datetime(*instant), zone.clone())
        }
        _ => time,
    };
    Some(RecurrenceId { time, this_and_future: event.reaches_on })
}

fn sequence(event: &Event) -> i32 {
    i32::try_from(event.sequence.max(0)).unwrap_or(i32::MAX)
}

/// iCalendar's times have no fractions: cut, so that what is read back is equal.
fn whole_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

fn status(status: Status) -> Option<ical::Status> {
    match status {
        Status::Cancelled => Some(ical::Status::Cancelled),
        Status::Postponed => Some(ical::Status::Tentative),
        Status::Scheduled | Status::Rescheduled | Status::MovedOnline | Status::InProgress | Status::Done => {
            None
        }
    }
}

fn geo(location: &Location) -> Option<Geo> {
    location.lat.zip(location.lon).map(|(latitude, longitude)| Geo { latitude, longitude })
}

/// The place in one line; an address that begins with its venue says it already.
fn place(location: &Location) -> Option<String> {
    match (&location.venue, &location.address) {
        (Some(venue), Some(address)) if location.room.is_none() && address.starts_with(venue.as_str()) => {
            Some(address.clone())
        }
        _ => Some(location.line()).filter(|line| !line.is_empty()),
    }
}

/// What to do with an event of a file, given what is here under the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Create,
    Update,
    Unchanged,
    /// What is here is newer: it was changed more often, or later.
    Older,
}

/// Decides by content, SEQUENCE and LAST-MODIFIED (RFC 5546 §2.1.5), in this order.
pub fn judge(here: Option<&Event>, url: &str, incoming: &VEvent) -> Verdict {
    let Some(here) = here else { return Verdict::Create };
    let origin = here.ical.as_deref().and_then(Origin::from_kept);
    if origin.is_some_and(|origin| says_the_same(&origin.text, incoming)) {
        return Verdict::Unchanged;
    }
    let ours = vevent_of(here, url);
    if says_the_same(&ours, incoming) {
        return Verdict::Unchanged;
    }
    let is_older = match incoming.sequence().cmp(&ours.sequence()) {
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Greater => false,
        std::cmp::Ordering::Equal => {
            incoming.last_modified().zip(ours.last_modified()).is_some_and(|(theirs, ours)| theirs < ours)
        }
    };
    if is_older { Verdict::Older } else { Verdict::Update }
}

/// A publisher leaves the attendees out: that they are not there is no news.
fn says_the_same(here: &VEvent, incoming: &VEvent) -> bool {
    here.says_the_same_as(incoming)
        || (here.has_attendees()
            && !incoming.has_attendees()
            && published(here.clone()).says_the_same_as(incoming))
}

/// The event as it is published.
pub fn published(mut event: VEvent) -> VEvent {
    event.remove_attendees();
    event
}

fn cut(text: &str, most_chars: usize) -> String {
    if text.char_indices().nth(most_chars).is_none() {
        return text.to_owned();
    }
    let end = text.char_indices().nth(most_chars.saturating_sub(1)).map_or(text.len(), |(i, _)| i);
    format!("{}…", text.get(..end).unwrap_or_default().trim_end())
}

fn one_line(text: &str, most_chars: usize) -> String {
    cut(&text.split_whitespace().collect::<Vec<_>>().join(" "), most_chars)
}

/// A place that fits is a venue; a longer one is a venue up to its first comma or line, and an address.
fn split_location(location: &str) -> (Option<String>, Option<String>) {
    if location.is_empty() {
        return (None, None);
    }
    let line = location.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST_SHORT {
        return (Some(line), None);
    }
    let venue = location.split(['\n', ',']).map(str::trim).find(|part| !part.is_empty()).unwrap_or(location);
    (Some(one_line(venue, MOST_SHORT)), Some(one_line(location, MOST_ADDRESS)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::events::State;
    use tessera_core::Instant;
    use tessera_core::ids::{AccountId, EventId};
    use tessera_web::directory::Community;

    const PAGE: &str = "http://localhost/events/7";
    const RALLY: &str = "DTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/Rome:20260415T090000\r\n\
                         DTEND;TZID=Europe/Rome:20260415T180000\r\nSUMMARY;LANGUAGE=en:Spring Rally\r\n\
                         LOCATION:Main Square\r\nCATEGORIES:Rally,Cars\r\nX-KEEP:1\r\nSEQUENCE:2\r\n\
                         RRULE:FREQ=WEEKLY;BYDAY=WE\r\nEXDATE;TZID=Europe/Rome:20260422T090000";

    fn vevent(lines: &str) -> VEvent {
        let text = format!("BEGIN:VEVENT\r\nUID:u1\r\n{lines}\r\nEND:VEVENT\r\n");
        let mut calendar = Calendar::read(text.as_bytes(), &Limits::default()).unwrap();
        assert_eq!(calendar.skipped, []);
        calendar.events.remove(0).event
    }

    fn event(content: Content) -> Event {
        let organiser = AccountId(uuid::Uuid::from_u128(1));
        let now: Instant = "2026-03-01T10:00:00.123456Z".parse().unwrap();
        let id = EventId(uuid::Uuid::from_u128(7));
        Event::new(id, &Community::none_yet(), organiser, content, State::Published, now)
    }

    fn imported(text: &VEvent) -> Event {
        let mut event = event(content_of(text, Visibility::Public, None));
        event.sequence = i64::from(text.sequence());
        event.ical = Some(Origin { text: text.clone(), version: 1 }.to_kept());
        event
    }

    #[test]
    fn an_imported_event_goes_out_as_it_came_until_it_is_changed() {
        let text = vevent(RALLY);
        let mut kept = imported(&text);
        assert_eq!(vevent_of(&kept, PAGE), text);
        assert_eq!(unchanged_text(&kept), Some(text.to_string().as_str()));
        (kept.version, kept.sequence) = (3, 4);
        kept.content.location.venue = Some("Town hall".into());
        assert_eq!(unchanged_text(&kept), None);
        let out = vevent_of(&kept, PAGE);
        assert_eq!((out.location(), out.sequence()), (Some("Town hall"), 4));
        let text = out.to_string();
        for kept in [
            "SUMMARY;LANGUAGE=en:Spring Rally\r\n",
            "X-KEEP:1\r\n",
            "CATEGORIES:Rally,Cars\r\n",
            "BYDAY=WE\r\n",
        ] {
            assert!(text.contains(kept), "{text}");
        }
    }

    #[test]
    fn an_event_of_ours_comes_back_the_same() {
        let mut ours = event(content_of(&vevent(RALLY), Visibility::Public, None));
        ours.content.category = Some("Rally, or so".into());
        let out = vevent_of(&ours, PAGE);
        assert_eq!((out.uid(), out.url()), (ours.uid.as_str(), Some(PAGE)));
        let back =
            Calendar::read(out.to_string().as_bytes(), &Limits::default()).unwrap().events.remove(0).event;
        assert_eq!(content_of(&back, Visibility::Public, None), ours.content);
        assert_eq!(judge(Some(&ours), PAGE, &back), Verdict::Unchanged);
    }

    #[test]
    fn the_date_that_an_event_of_ours_overrides_is_given_back() {
        let mut ours = event(content_of(&vevent(RALLY), Visibility::Public, None));
        ours.recurrence_id = "20260415T070000Z".into();
        let text = vevent_of(&ours, PAGE).to_string();
        assert!(text.contains("RECURRENCE-ID;TZID=Europe/Rome:20260415T090000\r\n"), "{text}");
    }

    #[test]
    fn dates_of_a_series_are_read_however_they_were_written() {
        let when = content_of(&vevent(RALLY), Visibility::Public, None).when;
        let written = |text: &str| date_of(text, &when).map(|time| time.to_property("EXDATE").to_string());
        let rome = Some("EXDATE;TZID=Europe/Rome:20260422T090000\r\n".to_owned());
        for text in
            ["2026-04-22T09:00:00+02:00", "2026-04-22T07:00:00Z", "2026-04-22T09:00", "20260422T090000"]
        {
            assert_eq!(written(text), rome, "{text}");
        }
        for text in ["2026-04-22", "20260422"] {
            assert_eq!(written(text).as_deref(), Some("EXDATE;VALUE=DATE:20260422\r\n"), "{text}");
        }
        assert_eq!(written("soon"), None);
    }

    #[test]
    fn what_is_older_is_not_taken_over_what_is_newer() {
        let text = vevent(&format!("{RALLY}\r\nLAST-MODIFIED:20260301T000000Z"));
        let here = imported(&text);
        let verdict = |from: &str, to: &str| {
            let text = text.to_string().replace("Spring", "Autumn").replace(from, to);
            let incoming =
                Calendar::read(text.as_bytes(), &Limits::default()).unwrap().events.remove(0).event;
            judge(Some(&here), PAGE, &incoming)
        };
        assert_eq!(judge(None, PAGE, &text), Verdict::Create);
        assert_eq!(judge(Some(&here), PAGE, &text), Verdict::Unchanged);
        assert_eq!(verdict("SEQUENCE:2", "SEQUENCE:3"), Verdict::Update);
        assert_eq!(verdict("SEQUENCE:2", "SEQUENCE:1"), Verdict::Older);
        assert_eq!(verdict("20260301", "20260302"), Verdict::Update);
        assert_eq!(verdict("20260301", "20260228"), Verdict::Older);
    }

    #[test]
    fn a_source_that_did_not_change_leaves_what_was_changed_here() {
        let text = vevent(RALLY);
        let mut here = imported(&text);
        here.version = 2;
        here.content.title = "Rally, corrected".into();
        assert_eq!(judge(Some(&here), PAGE, &text), Verdict::Unchanged);
        let renewed = vevent(&RALLY.replace("20260101T", "20260401T"));
        assert_eq!(judge(Some(&here), PAGE, &renewed), Verdict::Unchanged);
    }

    #[test]
    fn what_is_too_long_is_cut_here_and_whole_outside() {
        let long = "very ".repeat(100);
        let text = vevent(&format!("DTSTART:20260415\r\nSUMMARY:{long}\r\nLOCATION:Hall\\, {long}"));
        let kept = imported(&text);
        assert_eq!(kept.title.chars().count(), 255);
        assert_eq!(kept.location.venue.as_deref(), Some("Hall"));
        assert!(kept.location.address.as_ref().unwrap().starts_with("Hall, very"));
        assert_eq!(vevent_of(&kept, PAGE), text);
    }

    #[test]
    fn times_keep_their_kind() {
        for (lines, expected) in [
            (
                "DTSTART:20260415\r\nDTEND:20260417",
                "DTSTART;VALUE=DATE:20260415\r\nDTEND;VALUE=DATE:20260417\r\n",
            ),
            ("DTSTART:20260415T090000", "DTSTART:20260415T090000\r\n"),
            (
                "DTSTART:20260415T090000Z\r\nDURATION:PT1H",
                "DTSTART:20260415T090000Z\r\nDTEND:20260415T100000Z\r\n",
            ),
            (
                "DTSTART;TZID=Europe/Rome:20260415T090000\r\nDTEND:20260415T100000Z",
                "DTSTART;TZID=Europe/Rome:20260415T090000\r\nDTEND;TZID=Europe/Rome:20260415T120000\r\n",
            ),
        ] {
            let ours =
                vevent_of(&event(content_of(&vevent(lines), Visibility::Public, None)), PAGE).to_string();
            let plain = ours.replace("DTSTAMP", "");
            let times: String = plain
                .split_inclusive("\r\n")
                .filter(|l| l.starts_with("DTSTART") || l.starts_with("DTEND"))
                .collect();
            assert_eq!(times, expected);
        }
    }

    #[test]
    fn an_instant_is_shown_at_home_and_goes_out_as_it_came() {
        let rome = Zone::parse("Europe/Rome");
        let text = vevent("DTSTART:20260415T070000Z\r\nDTEND:20260415T080000Z\r\nSUMMARY:Call");
        let mut kept = imported(&text);
        kept.content = content_of(&text, Visibility::Public, rome.as_ref());
        assert_eq!(kept.when.start_text(), "2026-04-15T09:00:00");
        assert_eq!(vevent_of(&kept, PAGE), text);
        kept.version = 2;
        kept.content.title = "Meeting".into();
        let out = vevent_of(&kept, PAGE);
        assert_eq!((out.start(), out.end(), out.summary()), (text.start(), text.end(), Some("Meeting")));
        let weekly = vevent("DTSTART:20260415T070000Z\r\nRRULE:FREQ=WEEKLY");
        let when = content_of(&weekly, Visibility::Public, rome.as_ref()).when;
        assert_eq!(when.start_text(), "2026-04-15T07:00:00");
    }

    #[test]
    fn what_is_kept_of_an_import_is_read_back() {
        let origin = Origin { text: vevent(RALLY), version: 3 };
        assert_eq!(Origin::from_kept(&origin.to_kept()), Some(origin));
        assert_eq!(Origin::from_kept("3"), None);
    }
}
