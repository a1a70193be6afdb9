//! DATE and DATE-TIME values (RFC 5545 §3.3.4, §3.3.5).

use jiff::{
    SignedDuration, Span, Timestamp,
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};

use super::{Property, duration::EventDuration};
use crate::Zone;

/// When something is, in one of the four ways iCalendar can say it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EventTime {
    /// A day (`VALUE=DATE`). As an end it is exclusive.
    Date(Date),
    /// A local time in a zone (form 3).
    Zoned(DateTime, Zone),
    /// An instant (form 2, `Z`).
    Utc(Timestamp),
    /// A local time wherever one is (form 1).
    Floating(DateTime),
}

impl EventTime {
    /// The instant, given the zone in which days begin and floating times are read.
    ///
    /// A local time that a clock skips takes the offset before the gap; one that a clock shows twice is the first
    /// of the two (RFC 5545 §3.3.5). `None` only at the edges of what an instant can be (years -9999 to 9999).
    ///
    /// ```
    /// use tessera_calendar::{Zone, ical::EventTime};
    /// let rome = Zone::parse("Europe/Rome").unwrap();
    /// let in_the_gap = EventTime::Zoned("2026-03-29T02:30".parse().unwrap(), rome.clone());
    /// assert_eq!(in_the_gap.instant(&rome.time_zone()).unwrap().to_string(), "2026-03-29T01:30:00Z");
    /// ```
    pub fn instant(&self, local: &TimeZone) -> Option<Timestamp> {
        let resolve = |zone: &TimeZone, at: DateTime| zone.to_ambiguous_timestamp(at).compatible().ok();
        match self {
            Self::Date(date) => resolve(local, date.to_datetime(Time::midnight())),
            Self::Floating(at) => resolve(local, *at),
            Self::Zoned(at, zone) => resolve(&zone.time_zone(), *at),
            Self::Utc(instant) => Some(*instant),
        }
    }

    /// The date and time as the value shows them: UTC for an instant, midnight for a day.
    pub fn civil(&self) -> DateTime {
        match self {
            Self::Date(date) => date.to_datetime(Time::midnight()),
            Self::Floating(at) | Self::Zoned(at, _) => *at,
            Self::Utc(instant) => TimeZone::UTC.to_datetime(*instant),
        }
    }

    /// Whether this is a day rather than a time.
    pub fn is_date(&self) -> bool {
        matches!(self, Self::Date(_))
    }

    /// The zone, of a zoned time.
    pub fn zone(&self) -> Option<&Zone> {
        match self {
            Self::Zoned(_, zone) => Some(zone),
            _ => None,
        }
    }

    /// This time and `duration` (RFC 5545 §3.3.6): days first, on the local clock, then exact seconds.
    pub(super) fn plus(&self, duration: EventDuration) -> Option<Self> {
        let days = Span::new().try_days(duration.days).ok()?;
        let seconds = SignedDuration::from_secs(duration.seconds);
        Some(match self {
            Self::Date(date) => {
                Self::Date(date.checked_add(Span::new().try_days(duration.in_days()).ok()?).ok()?)
            }
            Self::Floating(at) => Self::Floating(at.checked_add(days).ok()?.checked_add(seconds).ok()?),
            Self::Utc(instant) => {
                let days = SignedDuration::from_secs(duration.days.checked_mul(86_400)?);
                Self::Utc(instant.checked_add(days).ok()?.checked_add(seconds).ok()?)
            }
            Self::Zoned(at, zone) => {
                let tz = zone.time_zone();
                let instant = tz.to_ambiguous_timestamp(at.checked_add(days).ok()?).compatible().ok()?;
                Self::Zoned(tz.to_datetime(instant.checked_add(seconds).ok()?), zone.clone())
            }
        })
    }

    /// The time as a property of this name, with `VALUE` and `TZID` as it needs them.
    pub fn to_property(&self, name: &str) -> Property {
        let property = Property::raw(name, self.to_value());
        match self {
            Self::Date(_) => property.with("VALUE", "DATE"),
            Self::Zoned(_, zone) => property.with("TZID", zone.name()),
            Self::Utc(_) | Self::Floating(_) => property,
        }
    }

    /// The value alone: `20260415`, `20260415T090000` or `20260415T070000Z`.
    pub fn to_value(&self) -> String {
        match self {
            Self::Date(date) => date.strftime("%Y%m%d").to_string(),
            Self::Utc(_) => self.civil().strftime("%Y%m%dT%H%M%SZ").to_string(),
            Self::Zoned(at, _) | Self::Floating(at) => at.strftime("%Y%m%dT%H%M%S").to_string(),
        }
    }

    /// Reads a value written without a zone. `Z` makes it an instant; eight digits alone a day, even where
    /// `VALUE=DATE` is missing, which many programs forget.
    pub fn parse(value: &str) -> Option<Self> {
        Some(match RawTime::parse(value)? {
            RawTime::Date(date) => Self::Date(date),
            RawTime::Local(at) => Self::Floating(at),
            RawTime::Utc(at) => Self::Utc(TimeZone::UTC.to_timestamp(at).ok()?),
        })
    }

    /// Reads a value whose property names `zone`. A day stays a day, and `Z` wins over the zone.
    pub fn parse_in(value: &str, zone: &Zone) -> Option<Self> {
        Some(match Self::parse(value)? {
            Self::Floating(at) if zone.is_utc() => Self::Utc(TimeZone::UTC.to_timestamp(at).ok()?),
            Self::Floating(at) => Self::Zoned(at, zone.clone()),
            other => other,
        })
    }
}

enum RawTime {
    Date(Date),
    Local(DateTime),
    Utc(DateTime),
}

impl RawTime {
    fn parse(value: &str) -> Option<Self> {
        let value = value.trim();
        let (stamp, utc) = match value.strip_suffix(['Z', 'z']) {
            Some(stamp) => (stamp, true),
            None => (value, false),
        };
        match stamp.split_once(['T', 't']) {
            None if utc => None,
            None => Some(Self::Date(parse_date(stamp)?)),
            Some((date, time)) => {
                let at = parse_date(date)?.to_datetime(parse_time(time)?);
                Some(if utc { Self::Utc(at) } else { Self::Local(at) })
            }
        }
    }
}

fn digits<const N: usize>(text: &str) -> Option<[u8; N]> {
    let bytes: [u8; N] = text.as_bytes().try_into().ok()?;
    bytes.iter().all(u8::is_ascii_digit).then(|| bytes.map(|b| b - b'0'))
}

fn parse_date(text: &str) -> Option<Date> {
    let [y1, y2, y3, y4, m1, m2, d1, d2] = digits::<8>(text)?.map(i16::from);
    let year = ((y1 * 10 + y2) * 10 + y3) * 10 + y4;
    Date::new(year, i8::try_from(m1 * 10 + m2).ok()?, i8::try_from(d1 * 10 + d2).ok()?)
        .ok()
        .filter(|_| year > 0)
}

fn parse_time(text: &str) -> Option<Time> {
    let [h1, h2, m1, m2, s1, s2] = digits::<6>(text)?;
    let number = |tens: u8, ones: u8| i8::try_from(tens * 10 + ones).ok();
    // RFC 5545 §3.3.12: who cannot show a leap second takes 60 for 59.
    Time::new(number(h1, h2)?, number(m1, m2)?, number(s1, s2)?.clamp(0, 59), 0)
        .ok()
        .filter(|_| s1 * 10 + s2 <= 60)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::tz::TimeZone;

    use super::{EventDuration, EventTime};
    use crate::Zone;

    fn rome(text: &str) -> EventTime {
        EventTime::Zoned(text.parse().unwrap(), Zone::parse("Europe/Rome").unwrap())
    }

    #[test]
    fn the_forms_of_the_standard_are_read_and_written_back() {
        for value in ["19970714", "19980118T230000", "19980119T070000Z"] {
            assert_eq!(EventTime::parse(value).unwrap().to_value(), value);
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for value in [
            "",
            "1997071",
            "19970230",
            "19970714T2500",
            "19970714T250000",
            "19970714T096000",
            "19970714T090061",
            "00000101",
            "19970714Z",
            "1997-07-14",
        ] {
            assert_eq!(EventTime::parse(value), None, "{value}");
        }
    }

    #[test]
    fn a_leap_second_is_the_second_before() {
        assert_eq!(EventTime::parse("20161231T235960Z"), EventTime::parse("20161231T235959Z"));
    }

    #[test]
    fn a_repeated_hour_is_the_first_of_the_two() {
        assert_eq!(
            rome("2026-10-25T02:30").instant(&TimeZone::UTC).unwrap().to_string(),
            "2026-10-25T00:30:00Z"
        );
    }

    #[test]
    fn a_day_follows_the_clock_and_twenty_four_hours_do_not() {
        let before = rome("2026-03-28T12:00");
        assert_eq!(before.plus(EventDuration { days: 1, seconds: 0 }).unwrap(), rome("2026-03-29T12:00"));
        assert_eq!(
            before.plus(EventDuration { days: 0, seconds: 86_400 }).unwrap(),
            rome("2026-03-29T13:00")
        );
    }

    #[test]
    fn adding_beyond_the_calendar_is_no_time() {
        assert_eq!(rome("9999-12-31T12:00").plus(EventDuration { days: 9, seconds: 0 }), None);
        assert_eq!(rome("2026-03-28T12:00").plus(EventDuration { days: i64::MAX, seconds: i64::MAX }), None);
    }
}
