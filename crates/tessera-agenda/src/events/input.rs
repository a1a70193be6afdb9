//! What people and programs write about an event, checked as a whole: either contents that are valid, or every
//! field that is not, at once. Pages and API share it.
//!
//! A change starts from the contents as they are and replaces what is given; null empties a field.

use super::asked_times::{self, TimesAsked};
use super::kinds;
use super::model::{Content, Description, Kind, Location, Priority, Recurrence, State, Status, Visibility};
use super::recurrence;
use super::series::{self, BadSeries};
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};
use tessera_calendar::Zone;
use tessera_web::refusal::FieldError;

pub const TITLE_MAX_CHARS: usize = 255;
pub const VENUE_MAX_CHARS: usize = 255;
pub const ADDRESS_MAX_CHARS: usize = 500;
pub const DESCRIPTION_MAX_CHARS: usize = 50_000;
const CATEGORY_MAX_CHARS: usize = 100;
const IMAGE_URL_MAX_CHARS: usize = 2_000;
const DETAILS_MAX_BYTES: usize = 16 * 1024;
const CAPACITY_MAX: i64 = 1_000_000;

/// Absent, null or a value.
pub type Given<T> = Option<Option<T>>;

fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(d: D) -> Result<Given<T>, D::Error> {
    Option::<T>::deserialize(d).map(Some)
}

/// The body of creating and changing an event. What is only read may be sent back and is ignored.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventFields {
    /// `event` where nothing is said.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Kind>)]
    pub kind: Given<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub category: Given<String>,
    /// Needed. At most 255 characters.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = String, required)]
    pub title: Given<String>,
    /// Markdown, at most 50,000 characters.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub description: Given<String>,
    /// RFC 3339; a local time of `timezone` without an offset; a date of an all-day event. Needed but for a task
    /// with `due_at`.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = String, required)]
    pub starts_at: Given<String>,
    /// Exclusive.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub ends_at: Given<String>,
    /// An IANA name; the community's where nothing is said; null for a floating event.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub timezone: Given<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<bool>)]
    pub all_day: Given<bool>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<LocationFields>)]
    pub location: Given<LocationFields>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Visibility>)]
    pub visibility: Given<String>,
    /// Another way to say `visibility`.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<bool>)]
    pub is_public: Given<bool>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Status>)]
    pub status: Given<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Priority>)]
    pub priority: Given<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub due_at: Given<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<i64>)]
    pub capacity: Given<i64>,
    /// As `POST /api/images` gives it.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub image_url: Given<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Recurrence>)]
    pub recurrence: Given<RecurrenceFields>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Object>)]
    pub details: Given<serde_json::Value>,
    /// `draft`, `proposed` or `published`: the furthest that the caller may where nothing is said.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<State>)]
    pub state: Given<String>,
    #[serde(default)]
    #[schema(ignore)]
    pub id: IgnoredAny,
    #[serde(default)]
    #[schema(ignore)]
    pub community: IgnoredAny,
    #[serde(default)]
    #[schema(ignore)]
    pub description_source: IgnoredAny,
    #[serde(default)]
    #[schema(ignore)]
    pub assignees: IgnoredAny,
    #[serde(default)]
    #[schema(ignore)]
    pub url: IgnoredAny,
    #[serde(default)]
    #[schema(ignore)]
    pub series_id: IgnoredAny,
    #[serde(default)]
    #[schema(ignore)]
    pub recurrence_id: IgnoredAny,
    #[serde(default)]
    #[schema(ignore)]
    pub organiser: IgnoredAny,
    #[serde(default)]
    #[schema(ignore)]
    pub version: IgnoredAny,
    #[serde(default)]
    #[schema(ignore)]
    pub created_at: IgnoredAny,
    #[serde(default)]
    #[schema(ignore)]
    pub updated_at: IgnoredAny,
}

/// A place as written.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LocationFields {
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub venue: Given<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub room: Given<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub address: Given<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<f64>)]
    pub lat: Given<f64>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<f64>)]
    pub lon: Given<f64>,
}

/// A rule as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecurrenceFields {
    pub rrule: Option<String>,
    #[serde(default)]
    pub exdates: Vec<String>,
    #[serde(default)]
    pub rdates: Vec<String>,
}

/// What is valid.
#[derive(Clone, Debug)]
pub struct Checked {
    pub content: Content,
    /// Where it is asked for.
    pub state: Option<State>,
}

/// What a check knows beside the fields.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    pub community_zone: &'a Zone,
    /// Addresses of our own begin with it.
    pub base_url: &'a str,
}

/// Notes what is wrong as it goes on.
#[derive(Debug, Default)]
pub struct Faults(pub Vec<FieldError>);

impl Faults {
    pub fn add(&mut self, error: FieldError) {
        self.0.push(error);
    }

    fn code<T>(&mut self, field: &str, text: Option<String>, parse: fn(&str) -> Option<T>) -> Option<T> {
        let text = text?;
        let parsed = parse(text.trim());
        if parsed.is_none() {
            self.add(FieldError::new(field, "bad_choice"));
        }
        parsed
    }

    /// One line without control characters, trimmed; none where nothing is left.
    pub fn line(&mut self, field: &str, text: Option<String>, most_chars: usize) -> Option<String> {
        let text = text?;
        let line = text.split(|c: char| c.is_control()).collect::<Vec<_>>().join(" ");
        let line = line.trim();
        self.bound(field, line, most_chars);
        (!line.is_empty()).then(|| line.to_owned())
    }

    pub fn bound(&mut self, field: &str, text: &str, most_chars: usize) {
        if text.chars().nth(most_chars).is_some() {
            self.add(FieldError::new(field, "too_long").with("max", most_chars));
        }
    }

    fn between<T: PartialOrd + ToString>(
        &mut self,
        field: &str,
        value: Option<T>,
        min: T,
        max: T,
    ) -> Option<T> {
        if value.as_ref().is_some_and(|v| !(*v >= min && *v <= max)) {
            self.add(
                FieldError::new(field, "out_of_range")
                    .with("min", min.to_string())
                    .with("max", max.to_string()),
            );
        }
        value
    }
}

/// Checks a new event (`base` is none) or a change of one.
pub fn check(
    fields: EventFields,
    base: Option<&Content>,
    around: Around<'_>,
) -> Result<Checked, Vec<FieldError>> {
    let mut faults = Faults::default();
    let kind = match fields.kind {
        Some(kind) => faults.code("kind", kind, Kind::parse).unwrap_or(Kind::Event),
        None => base.map_or(Kind::Event, |b| b.kind),
    };
    let times = TimesAsked {
        starts_at: fields.starts_at,
        ends_at: fields.ends_at,
        timezone: fields.timezone,
        all_day: fields.all_day.flatten(),
        due_at: fields.due_at,
        may_start_when_due: kind == Kind::Task,
    };
    let times = asked_times::resolve(times, base, around.community_zone, &mut faults);
    let title = match fields.title {
        Some(title) => faults.line("title", title, TITLE_MAX_CHARS),
        None => base.map(|b| b.title.clone()),
    };
    if title.is_none() {
        faults.add(FieldError::new("title", "required"));
    }
    let state = fields.state.flatten();
    let content = Content {
        kind,
        category: match fields.category {
            Some(c) => faults.line("category", c, CATEGORY_MAX_CHARS),
            None => base.and_then(|b| b.category.clone()),
        },
        title: title.unwrap_or_default(),
        description: description(fields.description, base, &mut faults),
        when: times.when,
        location: location(fields.location, base, &mut faults),
        visibility: visibility(kind, fields.visibility, fields.is_public, base, &mut faults),
        status: status(kind, fields.status, base, &mut faults),
        priority: match fields.priority {
            Some(p) => faults.code("priority", p, Priority::parse),
            None => base.and_then(|b| b.priority),
        },
        due_at: times.due_at,
        capacity: match fields.capacity {
            Some(c) => faults.between("capacity", c, 0, CAPACITY_MAX),
            None => base.and_then(|b| b.capacity),
        },
        image_url: match fields.image_url {
            Some(url) => image_url(url, around.base_url, &mut faults),
            None => base.and_then(|b| b.image_url.clone()),
        },
        recurrence: match fields.recurrence {
            Some(r) => r.and_then(|r| recurrence::check(r, &mut faults)),
            None => base.and_then(|b| b.recurrence.clone()),
        },
        details: match fields.details {
            Some(d) => kinds::check(kind, details(d, &mut faults), &mut faults),
            None => base.map_or_else(empty_object, |b| b.details.clone()),
        },
    };
    if faults.0.is_empty()
        && let Err(bad) = series::check(&content, &around.community_zone.time_zone())
    {
        faults.add(match bad {
            BadSeries::Rule(_) => FieldError::new("recurrence.rrule", "bad_rrule"),
            BadSeries::Rdate(_) => FieldError::new("recurrence.rdates", "bad_datetime"),
            BadSeries::Exdate(_) => FieldError::new("recurrence.exdates", "bad_datetime"),
            BadSeries::TooDense => {
                FieldError::new("recurrence.rrule", "rrule_too_dense").with("max", series::MOST_IN_A_YEAR)
            }
            BadSeries::Empty => FieldError::new("recurrence.rrule", "rrule_without_dates"),
        });
    }
    let state = faults.code("state", state, State::parse);
    if faults.0.is_empty() { Ok(Checked { content, state }) } else { Err(faults.0) }
}

fn empty_object() -> serde_json::Value {
    serde_json::Value::Object(serde_json::Map::new())
}

fn description(given: Given<String>, base: Option<&Content>, faults: &mut Faults) -> Description {
    let old = || base.map(|b| b.description.clone()).unwrap_or_default();
    let Some(text) = given else { return old() };
    let text = text.unwrap_or_default().replace("\r\n", "\n");
    // What was read is HTML: sent back, it is no change.
    if base.is_some_and(|b| b.description.html == text) {
        return old();
    }
    let text: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    let before = faults.0.len();
    faults.bound("description", &text, DESCRIPTION_MAX_CHARS);
    if faults.0.len() == before { Description::written(text) } else { Description::default() }
}

fn location(given: Given<LocationFields>, base: Option<&Content>, faults: &mut Faults) -> Location {
    let old = base.map(|b| b.location.clone()).unwrap_or_default();
    let Some(fields) = given else { return old };
    let Some(f) = fields else { return Location::default() };
    let place = Location {
        venue: f.venue.map_or(old.venue, |v| faults.line("location.venue", v, VENUE_MAX_CHARS)),
        room: f.room.map_or(old.room, |v| faults.line("location.room", v, VENUE_MAX_CHARS)),
        address: f.address.map_or(old.address, |v| faults.line("location.address", v, ADDRESS_MAX_CHARS)),
        lat: f.lat.map_or(old.lat, |v| faults.between("location.lat", v, -90.0, 90.0)),
        lon: f.lon.map_or(old.lon, |v| faults.between("location.lon", v, -180.0, 180.0)),
    };
    match (place.lat, place.lon) {
        (Some(_), None) => faults.add(FieldError::new("location.lon", "required")),
        (None, Some(_)) => faults.add(FieldError::new("location.lat", "required")),
        _ => {}
    }
    place
}

/// How far it has come is said of tasks only.
fn status(kind: Kind, given: Given<String>, base: Option<&Content>, faults: &mut Faults) -> Status {
    let Some(given) = given else {
        let was = base.map_or(Status::Scheduled, |b| b.status);
        return if kind == Kind::Task { was } else { was.taking_place() };
    };
    let status = faults.code("status", given, Status::parse_asked).unwrap_or(Status::Scheduled);
    if status.is_of_task() && kind != Kind::Task {
        faults.add(FieldError::new("status", "bad_choice"));
    }
    status
}

/// Where nothing is said, everybody sees an event, and a task those who do it.
///
/// Where both ways of saying it are given and differ, the one that differs from what was so far is meant.
fn visibility(
    kind: Kind,
    visibility: Given<String>,
    is_public: Given<bool>,
    base: Option<&Content>,
    faults: &mut Faults,
) -> Visibility {
    let said = visibility.and_then(|v| faults.code("visibility", v, Visibility::parse));
    let alias =
        is_public.flatten().map(|public| if public { Visibility::Public } else { Visibility::Private });
    match (said, alias, base.map(|b| b.visibility)) {
        (Some(a), Some(b), Some(old)) if a != b => {
            if a == old {
                b
            } else {
                a
            }
        }
        (Some(a), Some(b), None) if a != b => {
            faults.add(FieldError::new("is_public", "bad_choice"));
            a
        }
        (Some(v), _, _) | (None, Some(v), _) => v,
        (None, None, Some(old)) => old,
        (None, None, None) if kind == Kind::Task => Visibility::Private,
        (None, None, None) => Visibility::Public,
    }
}

/// The path of a picture of ours.
pub fn own_picture(url: &str, base_url: &str) -> Option<String> {
    let own = url.strip_prefix(base_url).filter(|rest| rest.starts_with('/')).unwrap_or(url);
    let name = own.strip_prefix("/images/")?;
    name.parse::<tessera_platform::images::ImageName>().is_ok().then(|| own.to_owned())
}

/// Our own pictures are kept as paths, others as they are: pages show only our own.
fn image_url(url: Option<String>, base_url: &str, faults: &mut Faults) -> Option<String> {
    let url = faults.line("image_url", url, IMAGE_URL_MAX_CHARS)?;
    if let Some(own) = own_picture(&url, base_url) {
        return Some(own);
    }
    let is_own = url.strip_prefix(base_url).unwrap_or(&url).starts_with("/images/");
    let is_web = |u: url::Url| matches!(u.scheme(), "http" | "https") && u.has_host();
    if !is_own && url::Url::parse(&url).is_ok_and(is_web) {
        return Some(url);
    }
    faults.add(FieldError::new("image_url", "bad_image_url"));
    None
}

fn details(given: Option<serde_json::Value>, faults: &mut Faults) -> serde_json::Value {
    let Some(value) = given else { return empty_object() };
    if !value.is_object() {
        faults.add(FieldError::new("details", "wrong_type"));
    } else if value.to_string().len() > DETAILS_MAX_BYTES {
        faults.add(FieldError::new("details", "too_long").with("max", DETAILS_MAX_BYTES));
    }
    value
}
