use jiff::Timestamp;
use jiff::tz::Offset;
use serde::{Serialize, Serializer};

use super::counts::Counts;
use super::event::Status;

/// What we answer to a partner who asks for our events, in the document's words and order.
///
/// ```
/// use jiff::tz::offset;
/// use tessera_wire::clubs::{Club, Counts, Feed, FeedEvent, OffsetTime, Status};
/// let feed = Feed {
///     club: Club { name: "Our Motoclub", code: "ourclub", url: "https://example.com" },
///     events: vec![FeedEvent {
///         id: "evt_12345".into(),
///         event_name: "Spring Rally 2026".into(),
///         start_date: OffsetTime { instant: "2026-04-15T07:00:00Z".parse().unwrap(), offset: offset(2) },
///         end_date: None,
///         location_name: "Main Square".into(),
///         location_address: "Main Square 1, City".into(),
///         location_lat: Some(45.0715),
///         location_lon: Some(7.6858),
///         description: "Annual rally...".into(),
///         event_status: Status::Scheduled,
///         image_url: None,
///         detail_url: "https://example.com/events/spring-rally-2026/".into(),
///         interest_count: Counts { going: 12, maybe: 5, interested: 23 },
///     }],
///     total: 1,
///     last_updated: "2026-01-20T10:00:00Z".parse().unwrap(),
///     deleted: None,
/// };
/// let json = serde_json::to_string(&feed).unwrap();
/// assert!(json.contains(r#""start_date":"2026-04-15T09:00:00+02:00","end_date":null"#));
/// assert!(json.ends_with(r#""total":1,"last_updated":"2026-01-20T10:00:00Z"}"#));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Feed<'a> {
    pub club: Club<'a>,
    pub events: Vec<FeedEvent>,
    /// Always how many there are altogether, however many are on this page.
    pub total: u64,
    pub last_updated: Timestamp,
    /// Ids of what is gone since the time that was asked for (`updated_since`); left out where none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<Vec<String>>,
}

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Club<'a> {
    pub name: &'a str,
    pub code: &'a str,
    pub url: &'a str,
}

/// One of our public events, or one date of a series.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FeedEvent {
    pub id: String,
    pub event_name: String,
    pub start_date: OffsetTime,
    pub end_date: Option<OffsetTime>,
    pub location_name: String,
    pub location_address: String,
    /// Degrees.
    pub location_lat: Option<f64>,
    /// Degrees.
    pub location_lon: Option<f64>,
    /// Sanitised HTML.
    pub description: String,
    pub event_status: Status,
    pub image_url: Option<String>,
    pub detail_url: String,
    /// Of our own people.
    pub interest_count: Counts,
}

/// A point in time with the offset from UTC of the place where it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OffsetTime {
    pub instant: Timestamp,
    pub offset: Offset,
}

impl Serialize for OffsetTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.offset == Offset::UTC {
            serializer.collect_str(&self.instant)
        } else {
            serializer.collect_str(&self.instant.display_with_offset(self.offset))
        }
    }
}
