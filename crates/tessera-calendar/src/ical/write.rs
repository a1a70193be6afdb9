//! Calendars as text (RFC 5545 §3.4), piece by piece, so that a long one need never be whole in memory.

use std::{collections::BTreeMap, fmt::Write as _};

use super::{Property, TimeSpan, VEvent, generate_vtimezone};
use crate::Zone;

/// What a calendar is for (RFC 5545 §3.7.2, RFC 5546).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// To read: feeds and files.
    Publish,
    /// An invitation.
    Request,
    /// A cancellation.
    Cancel,
}

/// The calendar's own properties.
#[derive(Clone, Debug, Default)]
pub struct CalendarHead {
    /// PRODID: which program wrote it.
    pub product: String,
    /// NAME (RFC 7986 §5.1) and X-WR-CALNAME, which more programs read.
    pub name: Option<String>,
    /// DESCRIPTION (RFC 7986 §5.2) and X-WR-CALDESC.
    pub description: Option<String>,
    /// METHOD.
    pub method: Option<Method>,
    /// REFRESH-INTERVAL (RFC 7986 §5.7) and X-PUBLISHED-TTL, in minutes: how often to ask again.
    pub refresh_minutes: Option<u32>,
    /// URL (RFC 7986 §5.5): the calendar's page.
    pub url: Option<String>,
    /// X-WR-TIMEZONE: the zone in which to show it.
    pub zone: Option<Zone>,
}

/// A calendar being written: head, zones, events, end, in this order.
///
/// ```
/// use tessera_calendar::ical::*;
/// let stamp = "2026-01-01T00:00:00Z".parse().unwrap();
/// let event = VEvent::new("1@example.org", EventTime::parse("20260415").unwrap(), stamp);
/// let head = CalendarHead { product: "-//Example//EN".into(), ..CalendarHead::default() };
/// let text = CalendarText::whole(&head, [&event]);
/// let again = Calendar::read(text.as_bytes(), &Limits::default()).unwrap();
/// assert_eq!(again.events[0].event, event);
/// ```
#[derive(Debug, Default)]
pub struct CalendarText {
    out: String,
}

impl CalendarText {
    /// Begins a calendar.
    pub fn begin(head: &CalendarHead) -> Self {
        let mut text = Self { out: String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") };
        text.property(&Property::text("PRODID", &head.product));
        text.property(&Property::raw("CALSCALE", "GREGORIAN"));
        if let Some(method) = head.method {
            let method = match method {
                Method::Publish => "PUBLISH",
                Method::Request => "REQUEST",
                Method::Cancel => "CANCEL",
            };
            text.property(&Property::raw("METHOD", method));
        }
        for (value, standard, common) in
            [(&head.name, "NAME", "X-WR-CALNAME"), (&head.description, "DESCRIPTION", "X-WR-CALDESC")]
        {
            if let Some(value) = value {
                text.property(&Property::text(standard, value));
                text.property(&Property::text(common, value));
            }
        }
        if let Some(url) = &head.url {
            text.property(&Property::raw("URL", url.as_str()));
        }
        if let Some(minutes) = head.refresh_minutes {
            text.property(
                &Property::raw("REFRESH-INTERVAL", format!("PT{minutes}M")).with("VALUE", "DURATION"),
            );
            text.property(&Property::raw("X-PUBLISHED-TTL", format!("PT{minutes}M")));
        }
        if let Some(zone) = &head.zone {
            text.property(&Property::text("X-WR-TIMEZONE", zone.name()));
        }
        text
    }

    /// The definition of a zone that the events use in these years.
    pub fn zone(&mut self, zone: &Zone, span: TimeSpan) {
        let _ = write!(self.out, "{}", generate_vtimezone(zone, span));
    }

    /// An event. One that came without DTSTAMP, which RFC 5545 §3.6.1 requires, gets one from its last change.
    pub fn event(&mut self, event: &VEvent) {
        if event.stamp().is_some() {
            let _ = write!(self.out, "{event}");
            return;
        }
        let mut event = event.clone();
        event.set_stamp(event.last_modified().or(event.created()).unwrap_or_default());
        let _ = write!(self.out, "{event}");
    }

    /// An event as [`VEvent`] wrote it earlier.
    pub fn written_event(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// What was written since the last time, leaving nothing behind: for streaming.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    /// How many bytes are waiting to be taken.
    pub fn pending_bytes(&self) -> usize {
        self.out.len()
    }

    /// Ends the calendar and gives what was not taken yet.
    pub fn finish(mut self) -> String {
        self.out.push_str("END:VCALENDAR\r\n");
        self.out
    }

    /// A whole calendar with the zones its events use.
    pub fn whole<'a>(head: &CalendarHead, events: impl IntoIterator<Item = &'a VEvent> + Clone) -> String {
        let mut text = Self::begin(head);
        let mut zones: BTreeMap<Zone, TimeSpan> = BTreeMap::new();
        for (zone, year) in events.clone().into_iter().flat_map(VEvent::zones) {
            zones
                .entry(zone)
                .and_modify(|span| *span = span.with(year))
                .or_insert_with(|| TimeSpan::year(year));
        }
        zones.iter().for_each(|(zone, span)| text.zone(zone, *span));
        events.into_iter().for_each(|event| text.event(event));
        text.finish()
    }

    fn property(&mut self, property: &Property) {
        let _ = write!(self.out, "{property}");
    }
}
