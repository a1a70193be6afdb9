use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::MAX_ID_CHARACTERS;
use super::counts::Counts;
use crate::timestamp;

/// The name that a partner gave to an event of theirs: any text of at most [`MAX_ID_CHARACTERS`], without control
/// characters and white space around it. A number is taken as its digits.
///
/// ```
/// use tessera_wire::clubs::ExternalId;
/// assert_eq!("evt_12345".parse::<ExternalId>().unwrap().as_str(), "evt_12345");
/// assert_eq!("  ".parse::<ExternalId>(), Err(()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExternalId(String);

/// One event of a partner, read and within limits.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerEvent {
    pub id: ExternalId,
    pub event_name: String,
    pub start: EventTime,
    /// Not before the start.
    pub end: Option<EventTime>,
    /// Empty where nothing was sent, as the next two.
    pub location_name: String,
    pub location_address: String,
    /// As it was sent: **not** sanitised.
    pub description: String,
    /// Latitude and longitude in degrees; both or none.
    pub position: Option<(f64, f64)>,
    pub status: Status,
    /// An http(s) address, as the next.
    pub image_url: Option<String>,
    pub detail_url: Option<String>,
    /// Of the partner's own people.
    pub interest_count: Counts,
}

/// When an event begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventTime {
    At(Timestamp),
    /// A partner sent a date without a time: the whole day, wherever it is meant, and as an end that day included.
    On(Date),
}

/// The document's `event_status`, which is schema.org's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    #[default]
    Scheduled,
    Cancelled,
    Postponed,
    Rescheduled,
    MovedOnline,
}

/// What two events have in common if nothing that people read of them differs. Counts are not part of it: they
/// change all the time, and nobody wants a mail about it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentHash([u8; 32]);

impl ExternalId {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ExternalId {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim();
        let fits = !text.is_empty()
            && text.chars().nth(MAX_ID_CHARACTERS).is_none()
            && !text.chars().any(char::is_control);
        if fits { Ok(Self(text.to_owned())) } else { Err(()) }
    }
}

impl fmt::Display for ExternalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl EventTime {
    /// An RFC 3339 time with its offset, a blank allowed instead of the `T`; or a date alone.
    ///
    /// ```
    /// use tessera_wire::clubs::EventTime;
    /// assert!(matches!(EventTime::read("2026-04-15T09:00:00+02:00"), Some(EventTime::At(_))));
    /// assert!(matches!(EventTime::read("2026-04-15 09:00:00+02:00"), Some(EventTime::At(_))));
    /// assert!(matches!(EventTime::read("2026-04-15"), Some(EventTime::On(_))));
    /// assert_eq!(EventTime::read("2026-04-15T09:00:00"), None, "nobody knows when that is");
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes()
            && [y1, y2, y3, y4, m1, m2, d1, d2].iter().all(|digit| digit.is_ascii_digit())
        {
            return text.parse().ok().map(Self::On);
        }
        let upper = text.to_ascii_uppercase();
        let with_t = upper.replacen(' ', "T", 1);
        timestamp::parse(&with_t).map(Self::At)
    }

    /// The moment at which it begins; of a date, in UTC.
    pub fn begins(self) -> Timestamp {
        match self {
            Self::At(instant) => instant,
            Self::On(date) => midnight_utc(date),
        }
    }

    /// The moment at which it is over; of a date, the end of that day in UTC.
    pub fn ends(self) -> Timestamp {
        match self {
            Self::At(instant) => instant,
            Self::On(date) => {
                midnight_utc(date).saturating_add(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MAX)
            }
        }
    }
}

fn midnight_utc(date: Date) -> Timestamp {
    jiff::tz::Offset::UTC.to_timestamp(date.at(0, 0, 0, 0)).unwrap_or(Timestamp::MAX)
}

impl fmt::Display for EventTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(instant) => instant.fmt(f),
            Self::On(date) => date.fmt(f),
        }
    }
}

impl Status {
    pub const ALL: [Self; 5] =
        [Self::Scheduled, Self::Cancelled, Self::Postponed, Self::Rescheduled, Self::MovedOnline];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Scheduled => "EventScheduled",
            Self::Cancelled => "EventCancelled",
            Self::Postponed => "EventPostponed",
            Self::Rescheduled => "EventRescheduled",
            Self::MovedOnline => "EventMovedOnline",
        }
    }

    /// With or without schema.org's address and the word `Event`, in whatever case; what is not known is scheduled.
    ///
    /// ```
    /// use tessera_wire::clubs::Status;
    /// assert_eq!(Status::read("https://schema.org/EventCancelled"), Status::Cancelled);
    /// assert_eq!(Status::read("cancelled"), Status::Cancelled);
    /// assert_eq!(Status::read("EventFull"), Status::Scheduled);
    /// ```
    pub fn read(text: &str) -> Self {
        let word = text.trim().rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        match word.strip_prefix("event").unwrap_or(&word) {
            "cancelled" | "canceled" => Self::Cancelled,
            "postponed" => Self::Postponed,
            "rescheduled" => Self::Rescheduled,
            "movedonline" => Self::MovedOnline,
            _ => Self::Scheduled,
        }
    }
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl PartnerEvent {
    pub fn content_hash(&self) -> ContentHash {
        let mut hash = Sha256::new();
        let position = self.position.map(|(lat, lon)| format!("{lat},{lon}"));
        let end = self.end.map(|end| end.to_string());
        for part in [
            Some(self.event_name.as_str()),
            Some(&self.start.to_string()),
            end.as_deref(),
            Some(&self.location_name),
            Some(&self.location_address),
            Some(&self.description),
            position.as_deref(),
            Some(self.status.as_str()),
            self.image_url.as_deref(),
            self.detail_url.as_deref(),
        ] {
            match part {
                Some(part) => {
                    hash.update(part.len().to_string());
                    hash.update(b":");
                    hash.update(part);
                }
                None => hash.update(b"-"),
            }
        }
        ContentHash(hash.finalize().into())
    }
}

impl ContentHash {
    /// Takes up one that was kept.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ContentHash(")?;
        self.0.iter().take(4).try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str("…)")
    }
}
