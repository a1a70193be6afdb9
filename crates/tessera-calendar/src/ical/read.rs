//! From bytes to events: the tree of components, its limits, and what is left out.

use std::collections::{HashMap, HashSet};

use ::ical::tree::line::IcalLine;

use super::{Component, Property, VEvent, content, decode, vtimezone};
use crate::{Zone, ical::TimeSpan};

/// What a file may hold. Beyond `bytes`, `components` and `depth` the whole file is refused; beyond the others the
/// component is skipped.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The whole file.
    pub bytes: usize,
    /// Components of every kind and depth.
    pub components: usize,
    /// How deep components may nest; a VALARM is at depth 3.
    pub depth: usize,
    /// Properties of one component.
    pub properties: usize,
    /// One content line, unfolded.
    pub line_bytes: usize,
}

impl Default for Limits {
    /// 50 MiB, 250,000 components nested 8 deep, 5,000 properties each, lines of 1 MiB.
    fn default() -> Self {
        Self { bytes: 50 << 20, components: 250_000, depth: 8, properties: 5_000, line_bytes: 1 << 20 }
    }
}

/// Why a whole file was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No line of it begins a component.
    #[error("this file holds no iCalendar data")]
    NotACalendar,
    /// A vCalendar 1.0 file, an older format with the same ending.
    #[error("this is a vCalendar 1.0 file, not iCalendar 2.0")]
    VCalendar1,
    /// More bytes than allowed.
    #[error("the file is larger than {limit_bytes} bytes")]
    TooLarge {
        /// What is allowed.
        limit_bytes: usize,
    },
    /// More components than allowed.
    #[error("the file holds more than {limit} components")]
    TooManyComponents {
        /// What is allowed.
        limit: usize,
    },
    /// Components nested deeper than allowed.
    #[error("line {line}: components are nested more than {limit} deep")]
    TooDeep {
        /// What is allowed.
        limit: usize,
        /// Where, counted from 1.
        line: usize,
    },
}

impl ReadError {
    /// A name for the error that never changes, for translations and scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotACalendar => "not_a_calendar",
            Self::VCalendar1 => "vcalendar_1",
            Self::TooLarge { .. } => "too_large",
            Self::TooManyComponents { .. } => "too_many_components",
            Self::TooDeep { .. } => "too_deep",
        }
    }
}

/// A component that was left out, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its name, in capitals: `VEVENT`, `VTODO`, ….
    pub component: String,
    /// Its UID, if it has one.
    pub uid: Option<String>,
    /// Its SUMMARY, if it has one.
    pub summary: Option<String>,
    /// The physical line, counted from 1: where the fault is, or where the component begins.
    pub line: usize,
    /// Why.
    pub reason: SkippedReason,
}

/// Why a component was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SkippedReason {
    /// No UID (RFC 5545 §3.6.1 requires one), so that it could never be recognised again.
    MissingUid,
    /// No DTSTART.
    MissingStart,
    /// The property's value is not of its type.
    InvalidProperty(String),
    /// The property must occur once only.
    DuplicateProperty(String),
    /// The end lies before the start.
    EndsBeforeStart,
    /// Start and end are not of one kind: a day and a time, or floating and fixed.
    MixedTimes,
    /// A time zone that is in no database and whose definition is missing or like none in it.
    UnknownZone(String),
    /// A line that is no content line: no colon, or no name before it.
    MalformedLine,
    /// Its END is missing, or one of a component inside it.
    Unterminated,
    /// An END without its BEGIN inside it.
    StrayEnd,
    /// More properties than [`Limits::properties`].
    TooManyProperties,
    /// A line longer than [`Limits::line_bytes`].
    LineTooLong,
    /// Not an event: a to-do, a journal entry, free/busy times, ….
    Unsupported,
}

impl SkippedReason {
    /// A name for the reason that never changes, for translations and scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingUid => "missing_uid",
            Self::MissingStart => "missing_start",
            Self::InvalidProperty(_) => "invalid_property",
            Self::DuplicateProperty(_) => "duplicate_property",
            Self::EndsBeforeStart => "ends_before_start",
            Self::MixedTimes => "mixed_times",
            Self::UnknownZone(_) => "unknown_zone",
            Self::MalformedLine => "malformed_line",
            Self::Unterminated => "unterminated",
            Self::StrayEnd => "stray_end",
            Self::TooManyProperties => "too_many_properties",
            Self::LineTooLong => "line_too_long",
            Self::Unsupported => "unsupported",
        }
    }

    /// What the reason is about: the property, or the zone, as the file spells it.
    pub fn subject(&self) -> Option<&str> {
        match self {
            Self::InvalidProperty(subject)
            | Self::DuplicateProperty(subject)
            | Self::UnknownZone(subject) => Some(subject),
            _ => None,
        }
    }
}

/// An event and where its component begins.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadEvent {
    /// The physical line of its BEGIN, counted from 1.
    pub line: usize,
    /// The event.
    pub event: VEvent,
}

/// What a file holds: its calendars taken together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    /// The calendar properties of the first VCALENDAR: PRODID, METHOD, X-WR-CALNAME, ….
    pub properties: Vec<Property>,
    /// The events, in the order of the file.
    pub events: Vec<ReadEvent>,
    /// What was left out, in the order in which it was noticed.
    pub skipped: Vec<Skipped>,
}

impl Calendar {
    /// Reads a file.
    ///
    /// Events outside any VCALENDAR are read too, as are several calendars in one file. Line ends may be CRLF, LF
    /// or CR; text that is not UTF-8 is taken for UTF-16 where it says so and for Windows-1252 else.
    ///
    /// # Errors
    /// [`ReadError`] if this is no calendar at all or if it is beyond the limits that concern the whole file.
    ///
    /// ```
    /// use tessera_calendar::ical::{Calendar, Limits};
    /// let file = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20260415T070000Z\nEND:VEVENT\n\
    ///             BEGIN:VEVENT\nSUMMARY:no start\nUID:2\nEND:VEVENT\nEND:VCALENDAR\n";
    /// let calendar = Calendar::read(file.as_bytes(), &Limits::default()).unwrap();
    /// assert_eq!(calendar.events[0].event.uid(), "1");
    /// assert_eq!((calendar.skipped[0].line, calendar.skipped[0].reason.code()), (7, "missing_start"));
    /// ```
    pub fn read(bytes: &[u8], limits: &Limits) -> Result<Self, ReadError> {
        if bytes.len() > limits.bytes {
            return Err(ReadError::TooLarge { limit_bytes: limits.bytes });
        }
        let bytes = decode::prepare(bytes);
        let mut tree = Tree::new(limits);
        let mut rest: &[u8] = &bytes;
        let mut line = 1;
        while !rest.is_empty() {
            let (after, property) = match IcalLine::take(rest) {
                Ok((content, after)) => (after, Some(content)),
                Err(_) => (IcalLine::take_physical(rest).1, None),
            };
            // A fault in the library's line reader must end the loop, not turn it for ever.
            let taken = rest.len().checked_sub(after.len()).filter(|taken| *taken > 0).unwrap_or(rest.len());
            let (consumed, after) = rest.split_at_checked(taken).unwrap_or((rest, &[]));
            let blank = consumed
                .split_inclusive(|b| *b == b'\n')
                .take_while(|l| l.iter().all(u8::is_ascii_whitespace))
                .count();
            if !consumed.iter().all(u8::is_ascii_whitespace) {
                let is_too_long = consumed.len() > limits.line_bytes;
                tree.line(
                    line + blank,
                    property.map(|p| {
                        if is_too_long {
                            Err(SkippedReason::LineTooLong)
                        } else {
                            Ok(Property::from_line(&p))
                        }
                    }),
                )?;
            }
            line += consumed.iter().filter(|b| **b == b'\n').count();
            rest = after;
        }
        tree.finish()
    }

    /// The name of the calendar (RFC 7986 NAME, or the older X-WR-CALNAME).
    pub fn name(&self) -> Option<String> {
        let of = |name: &str| self.properties.iter().find(|p| p.name == name).map(Property::to_text);
        of("NAME").or_else(|| of("X-WR-CALNAME")).filter(|name| !name.trim().is_empty())
    }

    /// The zone in which the calendar is kept (X-WR-TIMEZONE, which many programs write): where its instants are
    /// meant to be shown.
    pub fn zone(&self) -> Option<Zone> {
        let named = self.properties.iter().find(|p| p.name == "X-WR-TIMEZONE")?;
        Zone::recognise(&named.to_text())
    }

    /// METHOD, in capitals (RFC 5545 §3.7.2).
    pub fn method(&self) -> Option<String> {
        self.properties.iter().find(|p| p.name == "METHOD").map(|p| p.value.trim().to_ascii_uppercase())
    }
}

struct Open {
    component: Component,
    line: usize,
    fault: Option<(SkippedReason, usize)>,
}

/// The components while the lines come in: a stack, so that no depth of the input is a depth of ours.
struct Tree<'l> {
    limits: &'l Limits,
    stack: Vec<Open>,
    components: usize,
    /// Counts VCALENDARs, so that each uses its own zone definitions.
    calendar: usize,
    properties: Vec<Property>,
    events: Vec<(usize, usize, Component)>,
    zones: Zones,
    skipped: Vec<Skipped>,
    version_1: bool,
}

/// Components that never stand inside another one but a VCALENDAR: when one begins, an END was forgotten.
fn stands_in_a_calendar(name: &str) -> bool {
    matches!(name, "VCALENDAR" | "VEVENT" | "VTODO" | "VJOURNAL" | "VFREEBUSY" | "VTIMEZONE")
}

impl<'l> Tree<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            stack: Vec::new(),
            components: 0,
            calendar: 0,
            properties: Vec::new(),
            events: Vec::new(),
            zones: Zones::default(),
            skipped: Vec::new(),
            version_1: false,
        }
    }

    fn line(&mut self, line: usize, read: Option<Result<Property, SkippedReason>>) -> Result<(), ReadError> {
        match read {
            Some(Ok(property)) if property.name == "BEGIN" => self.begin(property.value.trim(), line),
            Some(Ok(property)) if property.name == "END" => {
                self.end(&property.value.trim().to_ascii_uppercase(), line);
                Ok(())
            }
            Some(Ok(property)) if content::is_name(&property.name) => {
                self.property(property, line);
                Ok(())
            }
            Some(Err(reason)) => {
                self.fault(reason, line);
                Ok(())
            }
            _ => {
                self.fault(SkippedReason::MalformedLine, line);
                Ok(())
            }
        }
    }

    fn begin(&mut self, name: &str, line: usize) -> Result<(), ReadError> {
        let component = Component::new(name);
        if stands_in_a_calendar(&component.name) {
            while self
                .stack
                .last()
                .is_some_and(|open| open.component.name != "VCALENDAR" || component.name == "VCALENDAR")
            {
                self.close_broken();
            }
        }
        self.components += 1;
        if self.components > self.limits.components {
            return Err(ReadError::TooManyComponents { limit: self.limits.components });
        }
        if self.stack.len() >= self.limits.depth {
            return Err(ReadError::TooDeep { limit: self.limits.depth, line });
        }
        if component.name == "VCALENDAR" {
            self.calendar += 1;
        }
        self.stack.push(Open { component, line, fault: None });
        Ok(())
    }

    fn end(&mut self, name: &str, line: usize) {
        if !self.stack.iter().any(|open| open.component.name == name) {
            self.fault(SkippedReason::StrayEnd, line);
            return;
        }
        while self.stack.last().is_some_and(|open| open.component.name != name) {
            self.close_broken();
        }
        self.close();
    }

    fn fault(&mut self, reason: SkippedReason, line: usize) {
        match self.stack.last_mut() {
            // What is wrong on the calendar's own level belongs to no event.
            Some(open) if open.component.name == "VCALENDAR" => {
                self.skipped.push(Skipped {
                    component: "VCALENDAR".to_owned(),
                    uid: None,
                    summary: None,
                    line,
                    reason,
                });
            }
            Some(open) => {
                open.fault.get_or_insert((reason, line));
            }
            None => {}
        }
    }

    fn property(&mut self, property: Property, line: usize) {
        let calendar = self.calendar;
        let Some(open) = self.stack.last_mut() else { return };
        if open.component.name == "VCALENDAR" && property.name == "VERSION" && property.value.trim() == "1.0"
        {
            self.version_1 = true;
        }
        if open.component.properties.len() >= self.limits.properties {
            open.fault.get_or_insert((SkippedReason::TooManyProperties, line));
            return;
        }
        self.zones.note_use(calendar, &property);
        open.component.properties.push(property);
    }

    fn close_broken(&mut self) {
        if let Some(open) = self.stack.last_mut() {
            open.fault.get_or_insert((SkippedReason::Unterminated, open.line));
        }
        self.close();
    }

    fn close(&mut self) {
        let Some(Open { component, line, fault }) = self.stack.pop() else { return };
        if component.name == "VCALENDAR" {
            if let Some((reason, line)) = fault {
                self.skipped.push(Skipped {
                    component: component.name,
                    uid: None,
                    summary: None,
                    line,
                    reason,
                });
            }
            if self.calendar == 1 {
                self.properties = component.properties;
            }
            return;
        }
        if let Some(parent) = self.stack.last_mut().filter(|parent| parent.component.name != "VCALENDAR") {
            if let Some(fault) = fault {
                parent.fault.get_or_insert(fault);
            }
            parent.component.components.push(component);
            return;
        }
        match (component.name.as_str(), fault) {
            // A zone that cannot be used is noticed, and reported, where it is used.
            ("VTIMEZONE", fault) => {
                if fault.is_none() {
                    self.zones.define(self.calendar, component);
                }
            }
            ("VEVENT", None) => self.events.push((self.calendar, line, component)),
            (_, Some((reason, line))) => self.skip(&component, line, reason),
            (_, None) => self.skip(&component, line, SkippedReason::Unsupported),
        }
    }

    fn skip(&mut self, component: &Component, line: usize, reason: SkippedReason) {
        let (uid, summary) = (text_of(component, "UID"), text_of(component, "SUMMARY"));
        self.skipped.push(Skipped { component: component.name.clone(), uid, summary, line, reason });
    }

    fn finish(mut self) -> Result<Calendar, ReadError> {
        let was_any = self.components > 0;
        while !self.stack.is_empty() {
            self.close_broken();
        }
        let is_ours = self.calendar > 0
            || !self.events.is_empty()
            || self.skipped.iter().any(|s| stands_in_a_calendar(&s.component));
        if !was_any || !is_ours {
            return Err(ReadError::NotACalendar);
        }
        if self.version_1 {
            return Err(ReadError::VCalendar1);
        }
        let mut events = Vec::with_capacity(self.events.len());
        for (calendar, line, component) in std::mem::take(&mut self.events) {
            let (uid, summary) = (text_of(&component, "UID"), text_of(&component, "SUMMARY"));
            match VEvent::read(component, &mut |tzid| self.zones.resolve(calendar, tzid)) {
                Ok(event) => events.push(ReadEvent { line, event }),
                Err(reason) => {
                    self.skipped.push(Skipped { component: "VEVENT".to_owned(), uid, summary, line, reason })
                }
            }
        }
        self.skipped.sort_by_key(|skipped| skipped.line);
        Ok(Calendar { properties: self.properties, events, skipped: self.skipped })
    }
}

fn text_of(component: &Component, name: &str) -> Option<String> {
    component.property(name).map(|p| p.to_text().trim().to_owned()).filter(|text| !text.is_empty())
}

/// The zones a file defines, the years it uses them in, and what they turned out to be.
#[derive(Default)]
struct Zones {
    definitions: HashMap<(usize, String), Component>,
    spans: HashMap<(usize, String), TimeSpan>,
    resolved: HashMap<(usize, String), Option<Zone>>,
    directly: HashSet<String>,
}

impl Zones {
    fn note_use(&mut self, calendar: usize, property: &Property) {
        let Some(tzid) = property.parameter("TZID") else { return };
        if self.directly.contains(tzid) {
            return;
        }
        if Zone::recognise(tzid).is_some() {
            self.directly.insert(tzid.to_owned());
            return;
        }
        let Some(year) = property.value.get(..4).and_then(|year| year.parse().ok()) else { return };
        let key = (calendar, tzid.to_owned());
        self.spans
            .entry(key)
            .and_modify(|span| *span = span.with(year))
            .or_insert_with(|| TimeSpan::year(year));
    }

    fn define(&mut self, calendar: usize, definition: Component) {
        if let Some(tzid) = definition.property("TZID").map(|p| p.to_text().trim().to_owned()) {
            self.definitions.entry((calendar, tzid)).or_insert(definition);
        }
    }

    fn resolve(&mut self, calendar: usize, tzid: &str) -> Option<Zone> {
        let key = (calendar, tzid.to_owned());
        if let Some(known) = self.resolved.get(&key) {
            return known.clone();
        }
        let zone = Zone::recognise(tzid).or_else(|| {
            let span = *self.spans.get(&key)?;
            vtimezone::recognise(tzid, self.definitions.get(&key)?, span)
        });
        self.resolved.insert(key, zone.clone());
        zone
    }
}
