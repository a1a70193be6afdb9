//! VEVENT (RFC 5545 §3.6.1): a component as written, and what it says in types.

use jiff::{Timestamp, tz::TimeZone};

use super::{Component, EventDuration, EventTime, Property, SkippedReason};
use crate::Zone;

/// An event of a calendar.
///
/// Holds every property and nested component as written, in order, and reads those it knows. Its times are always
/// in zones of the IANA database (the text is rewritten so). Setting a value changes that property and no other.
///
/// ```
/// use tessera_calendar::ical::{EventTime, VEvent};
/// let start = EventTime::parse("20260415T070000Z").unwrap();
/// let mut event = VEvent::new("rally@example.org", start.clone(), "2026-01-01T00:00:00Z".parse().unwrap());
/// event.set_summary(Some("Spring Rally"));
/// assert_eq!(event.end(), &start);
/// assert!(event.to_string().contains("SUMMARY:Spring Rally\r\n"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct VEvent {
    component: Component,
    view: View,
}

#[derive(Clone, Debug, PartialEq)]
struct View {
    uid: String,
    sequence: i32,
    recurrence_id: Option<RecurrenceId>,
    start: EventTime,
    end: EventTime,
    summary: Option<String>,
    description: Option<String>,
    location: Option<String>,
    url: Option<String>,
    geo: Option<Geo>,
    status: Option<Status>,
    class: Class,
    categories: Vec<String>,
}

/// Which date of a series an event overrides (RFC 5545 §3.8.4.4).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RecurrenceId {
    /// The original start of that date.
    pub time: EventTime,
    /// `RANGE=THISANDFUTURE`: that date and all after it.
    pub this_and_future: bool,
}

impl RecurrenceId {
    /// A key that is equal for the same date however it is written: `20260415`, `20260415T090000` (floating) or the
    /// instant, `20260415T070000Z`.
    pub fn key(&self) -> String {
        match self.time.instant(&TimeZone::UTC) {
            Some(instant) if self.time.zone().is_some() => EventTime::Utc(instant).to_value(),
            _ => self.time.to_value(),
        }
    }
}

/// A place on the globe, in degrees (RFC 5545 §3.8.1.6).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Geo {
    /// North is positive, -90 to 90.
    pub latitude: f64,
    /// East is positive, -180 to 180.
    pub longitude: f64,
}

impl Geo {
    fn parse(value: &str) -> Option<Self> {
        let (latitude, longitude) = value.split_once(';').or_else(|| value.split_once(','))?;
        let geo = Self { latitude: latitude.trim().parse().ok()?, longitude: longitude.trim().parse().ok()? };
        ((-90.0..=90.0).contains(&geo.latitude) && (-180.0..=180.0).contains(&geo.longitude)).then_some(geo)
    }
}

/// Whether an event takes place (RFC 5545 §3.8.1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// `TENTATIVE`
    Tentative,
    /// `CONFIRMED`
    Confirmed,
    /// `CANCELLED`
    Cancelled,
}

/// Who an event is for (RFC 5545 §3.8.1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// `PUBLIC`, and where nothing is said.
    Public,
    /// `PRIVATE`, and every value that is not known, as the standard demands.
    Private,
    /// `CONFIDENTIAL`
    Confidential,
}

impl VEvent {
    /// A new event. `stamp` is when it was made (DTSTAMP).
    pub fn new(uid: &str, start: EventTime, stamp: Timestamp) -> Self {
        let mut component = Component::new("VEVENT");
        component.properties.push(Property::text("UID", uid));
        component.properties.push(EventTime::Utc(stamp).to_property("DTSTAMP"));
        component.properties.push(start.to_property("DTSTART"));
        let end = if start.is_date() { start.plus(EventDuration { days: 1, seconds: 0 }) } else { None };
        let view = View {
            uid: uid.to_owned(),
            sequence: 0,
            recurrence_id: None,
            end: end.unwrap_or_else(|| start.clone()),
            start,
            summary: None,
            description: None,
            location: None,
            url: None,
            geo: None,
            status: None,
            class: Class::Public,
            categories: Vec::new(),
        };
        Self { component, view }
    }

    /// Reads a VEVENT, its zones through `zone_of`.
    pub(super) fn read(
        mut component: Component,
        zone_of: &mut dyn FnMut(&str) -> Option<Zone>,
    ) -> Result<Self, SkippedReason> {
        for name in ["UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID"] {
            if component.all(name).nth(1).is_some() {
                return Err(SkippedReason::DuplicateProperty(name.to_owned()));
            }
        }
        settle_zones(&mut component, zone_of)?;
        component.properties.iter_mut().for_each(settle_days);
        let view = View::read(&mut component)?;
        Ok(Self { component, view })
    }

    /// The name of the event for all time and everywhere (RFC 5545 §3.8.4.7). Never empty.
    pub fn uid(&self) -> &str {
        &self.view.uid
    }

    /// How often it was changed in substance (RFC 5545 §3.8.7.4); 0 if not given.
    pub fn sequence(&self) -> i32 {
        self.view.sequence
    }

    /// The date of a series that this event overrides.
    pub fn recurrence_id(&self) -> Option<&RecurrenceId> {
        self.view.recurrence_id.as_ref()
    }

    /// When it starts.
    pub fn start(&self) -> &EventTime {
        &self.view.start
    }

    /// When it ends, exclusively: DTEND, else DTSTART and DURATION, else the end of the day for a date and the start
    /// for a time (RFC 5545 §3.6.1). Never before the start.
    pub fn end(&self) -> &EventTime {
        &self.view.end
    }

    /// The title.
    pub fn summary(&self) -> Option<&str> {
        self.view.summary.as_deref()
    }

    /// The text.
    pub fn description(&self) -> Option<&str> {
        self.view.description.as_deref()
    }

    /// The place in words.
    pub fn location(&self) -> Option<&str> {
        self.view.location.as_deref()
    }

    /// Its page. A URI as written, not checked.
    pub fn url(&self) -> Option<&str> {
        self.view.url.as_deref()
    }

    /// The place on the globe; `None` also where the value is no place.
    pub fn geo(&self) -> Option<Geo> {
        self.view.geo
    }

    /// Whether it takes place; `None` also where the value is not one of an event's.
    pub fn status(&self) -> Option<Status> {
        self.view.status
    }

    /// Who it is for.
    pub fn class(&self) -> Class {
        self.view.class
    }

    /// The categories of all CATEGORIES properties, trimmed, without empty ones.
    pub fn categories(&self) -> &[String] {
        &self.view.categories
    }

    /// When it was created.
    pub fn created(&self) -> Option<Timestamp> {
        self.timestamp("CREATED")
    }

    /// When it was last changed.
    pub fn last_modified(&self) -> Option<Timestamp> {
        self.timestamp("LAST-MODIFIED")
    }

    /// When this version of it was written (DTSTAMP).
    pub fn stamp(&self) -> Option<Timestamp> {
        self.timestamp("DTSTAMP")
    }

    /// The organizer's property, with its parameters.
    pub fn organizer(&self) -> Option<&Property> {
        self.component.property("ORGANIZER")
    }

    /// RRULE, RDATE, EXDATE and EXRULE as written, in their order.
    pub fn recurrence(&self) -> impl Iterator<Item = &Property> {
        self.component
            .properties
            .iter()
            .filter(|p| matches!(p.name.as_str(), "RRULE" | "RDATE" | "EXDATE" | "EXRULE"))
    }

    /// The component with all its properties.
    pub fn component(&self) -> &Component {
        &self.component
    }

    /// Whether both say the same: equal but for DTSTAMP, which many programs renew with every export.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        let without_stamp = |event: &Self| {
            let mut component = event.component.clone();
            component.properties.retain(|p| p.name != "DTSTAMP");
            component
        };
        without_stamp(self) == without_stamp(other)
    }

    /// The zones it uses, each with a year of use.
    pub fn zones(&self) -> impl Iterator<Item = (Zone, i16)> {
        self.component.properties.iter().filter_map(|p| {
            let zone = Zone::parse(p.parameter("TZID")?)?;
            Some((zone, p.value.get(..4)?.parse().ok()?))
        })
    }

    fn timestamp(&self, name: &str) -> Option<Timestamp> {
        EventTime::parse(&self.component.property(name)?.value)?.instant(&TimeZone::UTC)
    }

    /// Sets start and end. An end that is `None` is left to the defaults of the standard; DURATION goes.
    pub fn set_times(&mut self, start: EventTime, end: Option<EventTime>) {
        self.component.set("DTSTART", Some(start.to_property("DTSTART")));
        self.component.set("DTEND", end.as_ref().map(|end| end.to_property("DTEND")));
        self.component.set("DURATION", None);
        let by_default =
            || if start.is_date() { start.plus(EventDuration { days: 1, seconds: 0 }) } else { None };
        self.view.end = end.or_else(by_default).unwrap_or_else(|| start.clone());
        self.view.start = start;
    }

    /// Sets the name, as of a date that goes over to another series.
    pub fn set_uid(&mut self, uid: &str) {
        self.component.set("UID", Some(Property::text("UID", uid)));
        uid.clone_into(&mut self.view.uid);
    }

    /// Sets SEQUENCE.
    pub fn set_sequence(&mut self, sequence: i32) {
        self.component.set("SEQUENCE", Some(Property::raw("SEQUENCE", sequence.to_string())));
        self.view.sequence = sequence;
    }

    /// Sets the title.
    pub fn set_summary(&mut self, summary: Option<&str>) {
        set_text(&mut self.component, "SUMMARY", &mut self.view.summary, summary);
    }

    /// Sets the text.
    pub fn set_description(&mut self, description: Option<&str>) {
        set_text(&mut self.component, "DESCRIPTION", &mut self.view.description, description);
    }

    /// Sets the place in words.
    pub fn set_location(&mut self, location: Option<&str>) {
        set_text(&mut self.component, "LOCATION", &mut self.view.location, location);
    }

    /// Sets the page's address.
    pub fn set_url(&mut self, url: Option<&str>) {
        self.component.set("URL", url.map(|url| Property::raw("URL", url)));
        self.view.url = url.map(str::to_owned);
    }

    /// Sets the place on the globe.
    pub fn set_geo(&mut self, geo: Option<Geo>) {
        self.component
            .set("GEO", geo.map(|geo| Property::raw("GEO", format!("{};{}", geo.latitude, geo.longitude))));
        self.view.geo = geo;
    }

    /// Sets whether it takes place.
    pub fn set_status(&mut self, status: Option<Status>) {
        let value = |status| match status {
            Status::Tentative => "TENTATIVE",
            Status::Confirmed => "CONFIRMED",
            Status::Cancelled => "CANCELLED",
        };
        self.component.set("STATUS", status.map(|status| Property::raw("STATUS", value(status))));
        self.view.status = status;
    }

    /// Sets who it is for; `Public` is written too.
    pub fn set_class(&mut self, class: Class) {
        let value = match class {
            Class::Public => "PUBLIC",
            Class::Private => "PRIVATE",
            Class::Confidential => "CONFIDENTIAL",
        };
        self.component.set("CLASS", Some(Property::raw("CLASS", value)));
        self.view.class = class;
    }

    /// Replaces all categories.
    pub fn set_categories(&mut self, categories: &[String]) {
        self.component.properties.retain(|p| p.name != "CATEGORIES");
        if !categories.is_empty() {
            let list: Vec<String> = categories.iter().map(|c| super::escape_text(c)).collect();
            self.component.properties.push(Property::raw("CATEGORIES", list.join(",")));
        }
        self.view.categories = categories.to_vec();
    }

    /// Replaces RRULE, RDATE, EXDATE and EXRULE. The rule is written as given (RFC 5545 §3.3.10), several of them with a
    /// line each.
    pub fn set_recurrence(&mut self, rule: Option<&str>, dates: &[EventTime], exceptions: &[EventTime]) {
        self.component
            .properties
            .retain(|p| !matches!(p.name.as_str(), "RRULE" | "RDATE" | "EXDATE" | "EXRULE"));
        let rules = rule.into_iter().flat_map(str::lines);
        self.component.properties.extend(rules.map(|rule| Property::raw("RRULE", rule)));
        self.component.properties.extend(dates.iter().map(|date| date.to_property("RDATE")));
        self.component.properties.extend(exceptions.iter().map(|date| date.to_property("EXDATE")));
    }

    /// The dates of all properties of this name (`RDATE`, `EXDATE`), of periods their start; what is no time is left
    /// out here and stays in the text.
    pub fn dates(&self, name: &str) -> Vec<EventTime> {
        let of_property = |property: &Property| {
            let zone = property.parameter("TZID").and_then(Zone::parse);
            let values = property.value.split(',').map(|value| value.split('/').next().unwrap_or(value));
            let read = |value: &str| match &zone {
                Some(zone) => EventTime::parse_in(value, zone),
                None => EventTime::parse(value),
            };
            values.filter_map(read).collect::<Vec<_>>()
        };
        self.component.all(name).flat_map(of_property).collect()
    }

    /// The first RRULE, as written.
    pub fn rule(&self) -> Option<&str> {
        self.component.property("RRULE").map(|p| p.value.trim())
    }

    /// Every RRULE, as written. The dates of a series are those of all of them (RFC 5545 §3.8.5.3).
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        self.component.all("RRULE").map(|p| p.value.trim())
    }

    /// Sets which date of a series this overrides.
    pub fn set_recurrence_id(&mut self, id: Option<RecurrenceId>) {
        let property = id.as_ref().map(|id| {
            let property = id.time.to_property("RECURRENCE-ID");
            if id.this_and_future { property.with("RANGE", "THISANDFUTURE") } else { property }
        });
        self.component.set("RECURRENCE-ID", property);
        self.view.recurrence_id = id;
    }

    /// Sets CREATED.
    pub fn set_created(&mut self, at: Timestamp) {
        self.component.set("CREATED", Some(EventTime::Utc(at).to_property("CREATED")));
    }

    /// Sets LAST-MODIFIED.
    pub fn set_last_modified(&mut self, at: Timestamp) {
        self.component.set("LAST-MODIFIED", Some(EventTime::Utc(at).to_property("LAST-MODIFIED")));
    }

    /// Sets DTSTAMP.
    pub fn set_stamp(&mut self, at: Timestamp) {
        self.component.set("DTSTAMP", Some(EventTime::Utc(at).to_property("DTSTAMP")));
    }

    /// Takes out every ATTENDEE: what is published must not hold any (RFC 5546 §3.2.1).
    pub fn remove_attendees(&mut self) {
        self.component.properties.retain(|p| p.name != "ATTENDEE");
    }

    /// Whether anybody is named as an attendee.
    pub fn has_attendees(&self) -> bool {
        self.component.property("ATTENDEE").is_some()
    }

    /// Sets ORGANIZER, as a name and a URI (`mailto:…`).
    pub fn set_organizer(&mut self, name: &str, uri: &str) {
        self.component.set("ORGANIZER", Some(Property::raw("ORGANIZER", uri).with("CN", name)));
    }
}

impl std::fmt::Display for VEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.component.fmt(f)
    }
}

fn set_text(component: &mut Component, name: &str, place: &mut Option<String>, text: Option<&str>) {
    if place.as_deref() != text {
        // A new text is no longer in the LANGUAGE, or what ALTREP shows, of the old one.
        component.set(name, text.map(|text| Property::text(name, text)));
        *place = text.map(str::to_owned);
    }
}

/// Rewrites every TZID to an IANA name, here and in nested components.
fn settle_zones(
    component: &mut Component,
    zone_of: &mut dyn FnMut(&str) -> Option<Zone>,
) -> Result<(), SkippedReason> {
    for property in &mut component.properties {
        let Some(tzid) = property.parameter("TZID").map(str::to_owned) else { continue };
        let decides_a_time =
            matches!(property.name.as_str(), "DTSTART" | "DTEND" | "RECURRENCE-ID" | "RDATE" | "EXDATE");
        let is_local = property
            .value
            .split([',', '/'])
            .any(|value| value.contains(['T', 't']) && !value.trim().ends_with(['Z', 'z']));
        if !is_local && decides_a_time {
            property.remove_parameter("TZID");
            continue;
        }
        match zone_of(&tzid) {
            Some(zone) if zone.is_utc() && decides_a_time => {
                property.remove_parameter("TZID");
                property.value = in_utc(&property.value);
            }
            Some(zone) => property.set_parameter("TZID", zone.name()),
            None if decides_a_time => return Err(SkippedReason::UnknownZone(tzid)),
            None => {}
        }
    }
    component.components.iter_mut().try_for_each(|nested| settle_zones(nested, zone_of))
}

/// Writes lists of days as such: `VALUE=DATE` is often forgotten, and some programs put a `Z` behind a day.
fn settle_days(property: &mut Property) {
    if !matches!(property.name.as_str(), "RDATE" | "EXDATE") || property.value.contains(['T', 't', '/']) {
        return;
    }
    let days =
        property.value.split(',').map(|value| EventTime::parse(value.trim().trim_end_matches(['Z', 'z'])));
    let Some(days) = days.collect::<Option<Vec<_>>>() else { return };
    property.value = days.iter().map(EventTime::to_value).collect::<Vec<_>>().join(",");
    property.remove_parameter("TZID");
    property.set_parameter("VALUE", "DATE");
}

/// A `Z` after each local time of a list of times and periods.
fn in_utc(values: &str) -> String {
    let mut out = String::with_capacity(values.len() + 4);
    for part in values.split_inclusive([',', '/']) {
        let (value, separator) = match part.char_indices().next_back() {
            Some((i, c @ (',' | '/'))) => (part.get(..i).unwrap_or_default(), Some(c)),
            _ => (part, None),
        };
        out.push_str(value);
        if matches!(EventTime::parse(value), Some(EventTime::Floating(_))) {
            out.push('Z');
        }
        out.extend(separator);
    }
    out
}

impl View {
    fn read(component: &mut Component) -> Result<Self, SkippedReason> {
        let uid =
            component.property("UID").map(|p| p.to_text().trim().to_owned()).filter(|uid| !uid.is_empty());
        let uid = uid.ok_or(SkippedReason::MissingUid)?;
        if uid.len() > MAX_UID_BYTES {
            return Err(SkippedReason::InvalidProperty("UID".to_owned()));
        }
        let start = read_time(component, "DTSTART")?.ok_or(SkippedReason::MissingStart)?;
        let end = Self::read_end(component, &start)?;
        let this_and_future = component.property("RECURRENCE-ID").is_some_and(|p| {
            p.parameter("RANGE").is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE"))
        });
        let recurrence_id =
            read_time(component, "RECURRENCE-ID")?.map(|time| RecurrenceId { time, this_and_future });
        let text = |name: &str| component.property(name).map(Property::to_text);
        let word = |name: &str| component.property(name).map(|p| p.value.trim().to_ascii_uppercase());
        let categories = component.all("CATEGORIES").flat_map(Property::to_text_list);
        Ok(Self {
            uid,
            sequence: word("SEQUENCE").and_then(|n| n.parse().ok()).unwrap_or(0).max(0),
            recurrence_id,
            start,
            end,
            summary: text("SUMMARY"),
            description: text("DESCRIPTION"),
            location: text("LOCATION"),
            url: component.property("URL").map(|p| p.value.trim().to_owned()),
            geo: component.property("GEO").and_then(|p| Geo::parse(&p.value)),
            status: word("STATUS").and_then(|status| match status.as_str() {
                "TENTATIVE" => Some(Status::Tentative),
                "CONFIRMED" => Some(Status::Confirmed),
                "CANCELLED" => Some(Status::Cancelled),
                _ => None,
            }),
            class: match word("CLASS").as_deref() {
                None | Some("PUBLIC" | "") => Class::Public,
                Some("CONFIDENTIAL") => Class::Confidential,
                Some(_) => Class::Private,
            },
            categories: categories.map(|c| c.trim().to_owned()).filter(|c| !c.is_empty()).collect(),
        })
    }

    fn read_end(component: &mut Component, start: &EventTime) -> Result<EventTime, SkippedReason> {
        let invalid = |name: &str| SkippedReason::InvalidProperty(name.to_owned());
        let one_day = EventDuration { days: 1, seconds: 0 };
        let end = match (read_time(component, "DTEND")?, component.property("DURATION")) {
            (Some(end), _) => Some(end),
            (None, Some(duration)) => {
                let duration = EventDuration::parse(&duration.value).ok_or_else(|| invalid("DURATION"))?;
                Some(start.plus(duration).ok_or_else(|| invalid("DURATION"))?)
            }
            (None, None) => None,
        };
        let Some(end) = end else {
            return Ok(if start.is_date() {
                start.plus(one_day).ok_or_else(|| invalid("DTSTART"))?
            } else {
                start.clone()
            });
        };
        match (start, &end) {
            // Many programs end a whole day on the day itself; RFC 5545 §3.6.1 means the next one.
            (EventTime::Date(first), EventTime::Date(last)) if first == last => {
                start.plus(one_day).ok_or_else(|| invalid("DTSTART"))
            }
            (EventTime::Date(first), EventTime::Date(last)) if first > last => {
                Err(SkippedReason::EndsBeforeStart)
            }
            (EventTime::Date(_), EventTime::Date(_)) => Ok(end),
            (EventTime::Date(_), _) | (_, EventTime::Date(_)) => Err(SkippedReason::MixedTimes),
            (EventTime::Floating(first), EventTime::Floating(last)) if first > last => {
                Err(SkippedReason::EndsBeforeStart)
            }
            (EventTime::Floating(_), EventTime::Floating(_)) => Ok(end),
            (EventTime::Floating(_), _) | (_, EventTime::Floating(_)) => Err(SkippedReason::MixedTimes),
            _ => {
                let first = start.instant(&TimeZone::UTC).ok_or_else(|| invalid("DTSTART"))?;
                let last = end.instant(&TimeZone::UTC).ok_or_else(|| invalid("DTEND"))?;
                if first > last { Err(SkippedReason::EndsBeforeStart) } else { Ok(end) }
            }
        }
    }
}

const MAX_UID_BYTES: usize = 1000;

/// Reads a time property and writes it back in its plain form: `VALUE=DATE` where it is a day, TZID only where
/// there is a local time.
fn read_time(component: &mut Component, name: &str) -> Result<Option<EventTime>, SkippedReason> {
    let Some(property) = component.properties.iter_mut().find(|p| p.name == name) else { return Ok(None) };
    let zone = property.parameter("TZID").and_then(Zone::parse);
    let read = match &zone {
        Some(zone) => EventTime::parse_in(&property.value, zone),
        None => EventTime::parse(&property.value),
    };
    let mut time = read.ok_or_else(|| SkippedReason::InvalidProperty(name.to_owned()))?;
    if property.parameter("VALUE").is_some_and(|value| value.eq_ignore_ascii_case("DATE")) {
        time = EventTime::Date(time.civil().date());
    }
    property.value = time.to_value();
    property.remove_parameter("VALUE");
    match &time {
        EventTime::Date(_) => {
            property.remove_parameter("TZID");
            property.set_parameter("VALUE", "DATE");
        }
        EventTime::Zoned(_, zone) => property.set_parameter("TZID", zone.name()),
        EventTime::Utc(_) | EventTime::Floating(_) => property.remove_parameter("TZID"),
    }
    Ok(Some(time))
}
