//! When an event is: whole days, local times in a zone, or local times wherever one is.
//!
//! A zoned event keeps its local time and zone; the instants are derived from them, so that a change of the zone's
//! rules moves the instant and not the clock on the wall. A local time in a gap is shifted by it, one that comes
//! twice is the first (RFC 5545 §3.3.5).

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};
use tessera_calendar::Zone;
use tessera_calendar::recurrence::Moment;
use tessera_core::Instant;
use tessera_web::words::Span;

/// The times of an event as its organiser means them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// Whole days; `end` is exclusive and after `first`. Their instants are derived in `zone`, or the community's.
    AllDay {
        first: Date,
        end: Date,
        zone: Option<Zone>,
    },
    Zoned {
        start: DateTime,
        end: Option<DateTime>,
        zone: Zone,
    },
    Floating {
        start: DateTime,
        end: Option<DateTime>,
    },
}

impl When {
    /// Start and exclusive end; both the same where there is no end.
    pub fn instants(&self, community: &TimeZone) -> (Instant, Instant) {
        let zone = self.time_zone(community);
        let (start, end) = match self {
            Self::AllDay { first, end, .. } => (
                first.to_datetime(jiff::civil::Time::midnight()),
                Some(end.to_datetime(jiff::civil::Time::midnight())),
            ),
            Self::Zoned { start, end, .. } | Self::Floating { start, end } => (*start, *end),
        };
        let starts_at = instant(start, &zone);
        (starts_at, end.map_or(starts_at, |end| instant(end, &zone).max(starts_at)))
    }

    /// The zone its instants are derived in.
    pub fn time_zone(&self, community: &TimeZone) -> TimeZone {
        self.zone().map_or_else(|| community.clone(), Zone::time_zone)
    }

    pub fn zone(&self) -> Option<&Zone> {
        match self {
            Self::AllDay { zone, .. } => zone.as_ref(),
            Self::Zoned { zone, .. } => Some(zone),
            Self::Floating { .. } => None,
        }
    }

    pub fn is_all_day(&self) -> bool {
        matches!(self, Self::AllDay { .. })
    }

    /// Whether it says when it ends.
    pub fn has_end(&self) -> bool {
        !matches!(self, Self::Zoned { end: None, .. } | Self::Floating { end: None, .. })
    }

    /// For words about it, in its own zone.
    pub fn span(&self, community: &TimeZone) -> Span {
        match self {
            Self::AllDay { first, end, .. } => Span::AllDay { first: *first, end: *end },
            Self::Floating { start, end } => Span::Timed { start: *start, end: *end },
            Self::Zoned { .. } => {
                let zone = self.time_zone(community);
                let (start, end) = self.instants(community);
                let end = self.has_end().then(|| end.timestamp().to_zoned(zone.clone()));
                Span::zoned(&start.timestamp().to_zoned(zone), end.as_ref())
            }
        }
    }

    /// The start on a clock of its own zone.
    pub fn start_zoned(&self, community: &TimeZone) -> Zoned {
        self.instants(community).0.timestamp().to_zoned(self.time_zone(community))
    }

    /// The day it begins, by its own calendar.
    pub fn first_day(&self) -> Date {
        match self {
            Self::AllDay { first, .. } => *first,
            Self::Zoned { start, .. } | Self::Floating { start, .. } => start.date(),
        }
    }

    /// The last day it touches, inclusive.
    pub fn last_day(&self) -> Date {
        match self {
            Self::AllDay { first, end, .. } => end.yesterday().unwrap_or(*first).max(*first),
            Self::Zoned { start, end, .. } | Self::Floating { start, end } => {
                let end = end.filter(|end| end > start).unwrap_or(*start);
                let ends_at_midnight = end.time() == jiff::civil::Time::midnight() && end > *start;
                let last = if ends_at_midnight { end.date().yesterday() } else { Ok(end.date()) };
                last.unwrap_or_else(|_| end.date()).max(start.date())
            }
        }
    }

    /// The start on its own clock, of whole days the midnight that begins the first.
    pub fn start_local(&self) -> DateTime {
        match self {
            Self::AllDay { first, .. } => first.to_datetime(jiff::civil::Time::midnight()),
            Self::Zoned { start, .. } | Self::Floating { start, .. } => *start,
        }
    }

    /// The same on another date of its series: as many days, or exactly as long (RFC 5545 §3.8.5.3).
    pub fn moved(&self, to: &Moment, community: &TimeZone) -> Self {
        match self {
            Self::AllDay { first, end, zone } => {
                let days = first.until((jiff::Unit::Day, *end)).unwrap_or_default();
                let begins = to.local.date();
                Self::AllDay { first: begins, end: begins.saturating_add(days), zone: zone.clone() }
            }
            Self::Floating { start, end } => {
                let lasts = end.map(|end| start.duration_until(end));
                Self::Floating { start: to.local, end: lasts.map(|lasts| to.local.saturating_add(lasts)) }
            }
            Self::Zoned { end, zone, .. } => {
                let clock = zone.time_zone();
                let (starts_at, ends_at) = self.instants(community);
                let ends = to.instant.checked_add(ends_at.since(starts_at)).unwrap_or(to.instant);
                Self::Zoned {
                    start: clock.to_datetime(to.instant),
                    end: end.map(|_| clock.to_datetime(ends)),
                    zone: zone.clone(),
                }
            }
        }
    }

    /// The same at the date of its series that begins at this instant.
    pub fn on(&self, starts_at: Instant, community: &TimeZone) -> Self {
        let instant = starts_at.timestamp();
        let local = self.time_zone(community).to_datetime(instant);
        self.moved(&Moment { local, instant }, community)
    }

    /// The start as the column keeps it: `2026-04-15` or `2026-04-15T09:00:00`.
    pub fn start_text(&self) -> String {
        match self {
            Self::AllDay { first, .. } => first.to_string(),
            Self::Zoned { start, .. } | Self::Floating { start, .. } => local_text(*start),
        }
    }

    /// The end likewise, where there is one.
    pub fn end_text(&self) -> Option<String> {
        match self {
            Self::AllDay { end, .. } => Some(end.to_string()),
            Self::Zoned { end, .. } | Self::Floating { end, .. } => end.map(local_text),
        }
    }

    /// Back from the columns. None: they do not fit together.
    pub fn from_columns(
        start: &str,
        end: Option<&str>,
        timezone: Option<&str>,
        all_day: bool,
    ) -> Option<Self> {
        let zone = timezone.and_then(Zone::parse);
        if all_day {
            let first: Date = start.parse().ok()?;
            let end = end.and_then(|e| e.parse().ok()).or_else(|| first.checked_add(1.day()).ok())?;
            return Some(Self::AllDay { first, end, zone });
        }
        let start: DateTime = start.parse().ok()?;
        let end = match end {
            Some(end) => Some(end.parse::<DateTime>().ok()?),
            None => None,
        };
        match (timezone, zone) {
            (_, Some(zone)) => Some(Self::Zoned { start, end, zone }),
            (None, None) => Some(Self::Floating { start, end }),
            // A zone that the bundled database no longer knows.
            (Some(_), None) => None,
        }
    }
}

/// The instant of a local time: after a gap, or the first of two (RFC 5545 §3.3.5).
pub fn instant(local: DateTime, zone: &TimeZone) -> Instant {
    let ambiguous = zone.to_ambiguous_timestamp(local);
    ambiguous.compatible().map_or_else(
        |_| if local.year() < 0 { Instant::MIN } else { Instant::from_microseconds(i64::MAX) },
        Instant::new,
    )
}

fn local_text(t: DateTime) -> String {
    t.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn rome() -> Zone {
        Zone::parse("Europe/Rome").unwrap()
    }

    fn zoned(start: &str) -> When {
        When::Zoned { start: start.parse().unwrap(), end: None, zone: rome() }
    }

    #[test]
    fn a_local_time_in_a_gap_is_shifted_and_one_that_comes_twice_is_the_first() {
        let at = |s| zoned(s).instants(&TimeZone::UTC).0.to_string();
        // 29 March 2026: from 2:00 to 3:00 there is no time in Rome.
        assert_eq!(at("2026-03-29T02:30:00"), "2026-03-29T01:30:00Z");
        // 25 October 2026: 2:30 comes twice.
        assert_eq!(at("2026-10-25T02:30:00"), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn whole_days_begin_and_end_by_their_zone_or_the_communitys() {
        let days = |zone| When::AllDay {
            first: "2026-05-01".parse().unwrap(),
            end: "2026-05-04".parse().unwrap(),
            zone,
        };
        let (start, end) = days(None).instants(&TimeZone::get("America/New_York").unwrap());
        assert_eq!(
            (start.to_string(), end.to_string()),
            ("2026-05-01T04:00:00Z".into(), "2026-05-04T04:00:00Z".into())
        );
        assert_eq!(days(Some(rome())).instants(&TimeZone::UTC).0.to_string(), "2026-04-30T22:00:00Z");
        assert_eq!(days(None).last_day().to_string(), "2026-05-03");
    }

    #[test]
    fn columns_give_back_what_was_stored() {
        for when in [
            zoned("2026-04-15T09:00:00"),
            When::Floating {
                start: "2026-04-15T09:00:00".parse().unwrap(),
                end: Some("2026-04-15T10:30:00".parse().unwrap()),
            },
            When::AllDay {
                first: "2026-05-01".parse().unwrap(),
                end: "2026-05-02".parse().unwrap(),
                zone: None,
            },
        ] {
            let zone = when.zone().map(|z| z.name().to_owned());
            let back = When::from_columns(
                &when.start_text(),
                when.end_text().as_deref(),
                zone.as_deref(),
                when.is_all_day(),
            );
            assert_eq!(back, Some(when));
        }
        assert_eq!(When::from_columns("2026-04-15T09:00:00", None, Some("Mars/Olympus"), false), None);
    }
}
