use jiff::Timestamp;
use serde::Deserialize;
use thiserror::Error;

use super::event::{EventTime, ExternalId, PartnerEvent, Status};
use super::json::{Broken, Kind, Scanner, Step};
use super::loose::{Loose, LooseCounts};
use super::{MAX_ADDRESS_CHARACTERS, MAX_DESCRIPTION_CHARACTERS, MAX_NAME_CHARACTERS, MAX_URL_CHARACTERS};

/// How much is read of one answer. Beyond the first three it is an error, beyond the last an event is skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole answer.
    pub bytes: u64,
    /// Entries of `events`, those skipped included; and of `deleted`.
    pub events: u64,
    /// Lists and objects inside each other.
    pub depth: usize,
    /// Bytes of one event.
    pub event_bytes: usize,
}

impl Default for Limits {
    /// 64 MiB, 100,000 events, 32 deep, and 1 MiB for one event: a description of the greatest length fits however it
    /// is escaped.
    fn default() -> Self {
        Self { bytes: 64 << 20, events: 100_000, depth: 32, event_bytes: 1 << 20 }
    }
}

/// What is found in an answer, one after the other.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    Event(Box<PartnerEvent>),
    /// Left out, with the reason.
    Skipped(Skipped),
    /// The partner says that this one is gone.
    Deleted(ExternalId),
}

/// An entry of `events` that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Which one, counted from 0.
    pub index: u64,
    /// As far as it could be read: this event is still there at the partner's, if not as it should be.
    pub id: Option<ExternalId>,
    pub reason: SkippedReason,
}

/// Why an event was left out. The names are the document's fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum SkippedReason {
    /// No object, not UTF-8, half a surrogate, or a field twice.
    #[error("it cannot be read")]
    Unreadable,
    #[error("{0} is missing")]
    Missing(&'static str),
    #[error("{0} is longer than the limit")]
    TooLong(&'static str),
    /// Neither RFC 3339 with an offset nor a date.
    #[error("{0} is no time with an offset, and no date")]
    BadDate(&'static str),
    #[error("it ends before it starts")]
    EndBeforeStart,
    /// More bytes than an event may have.
    #[error("it is larger than an event may be")]
    TooLarge,
}

/// Why an answer is none. What was read of it before may be kept, but is never complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum FeedError {
    /// A page for people: a sign-in form, or an error of something in between.
    #[error("the answer is a web page, not JSON")]
    Html,
    #[error("the answer is not JSON (byte {0})")]
    NotJson(u64),
    #[error("the answer breaks off")]
    Truncated,
    #[error("the answer is nested deeper than the limit")]
    TooDeep,
    #[error("the answer is longer than the limit")]
    TooLong,
    #[error("the answer has more events than the limit")]
    TooManyEvents,
    /// JSON of another shape: no object, or without a list `events`.
    #[error("the answer is no list of events")]
    Shape,
}

/// What an answer says of itself, at its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The partner's code, if it was sent.
    pub club_code: Option<String>,
    /// How many events there are altogether, as the partner says.
    pub total: Option<u64>,
    pub last_updated: Option<Timestamp>,
    /// Entries of `events`, those skipped included.
    pub read: u64,
    pub skipped: u64,
    pub deleted: u64,
}

/// Reads an answer as it arrives.
///
/// ```
/// use tessera_wire::clubs::{Entry, FeedReader, Limits};
/// let answer = br#"{"club": {"code": "roma"}, "total": 2, "events": [
///     {"id": 7, "event_name": "Lakes Tour", "start_date": "2026-04-22T09:00:00+02:00"},
///     {"id": "evt_8", "event_name": "No date"}]}"#;
/// let mut reader = FeedReader::new(Limits::default());
/// let mut entries = Vec::new();
/// for bytes in answer.chunks(10) {
///     reader.push(bytes, &mut |entry| entries.push(entry)).unwrap();
/// }
/// let page = reader.finish().unwrap();
/// assert!(matches!(&entries[0], Entry::Event(event) if event.id.as_str() == "7"));
/// assert!(matches!(&entries[1], Entry::Skipped(skipped) if skipped.index == 1));
/// assert_eq!((page.total, page.read, page.skipped), (Some(2), 2, 1));
/// ```
#[derive(Debug)]
pub struct FeedReader {
    limits: Limits,
    scanner: Scanner,
    bytes: u64,
    /// Of the three bytes of a byte order mark, how many were there.
    mark: usize,
    begun: bool,
    field: Field,
    seen_events: bool,
    capture: Capture,
    page: Page,
    failed: Option<FeedError>,
}

/// The member of the answer that is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Club,
    Events,
    Total,
    LastUpdated,
    Deleted,
    Other,
}

/// Bytes that are kept until what they belong to has ended.
#[derive(Debug, Default)]
struct Capture {
    what: Captured,
    bytes: Vec<u8>,
    most: usize,
    overflowed: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Captured {
    #[default]
    Nothing,
    Key,
    /// A member of the answer.
    Member,
    /// An entry of one of the two lists.
    Entry,
}

/// Bytes of a name, of a small member and of an entry of `deleted`.
const MAX_KEY_BYTES: usize = 64;
const MAX_MEMBER_BYTES: usize = 64 * 1024;
const MAX_DELETED_BYTES: usize = 4 * 1024;

impl FeedReader {
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            scanner: Scanner::new(limits.depth),
            bytes: 0,
            mark: 0,
            begun: false,
            field: Field::Other,
            seen_events: false,
            capture: Capture::default(),
            page: Page::default(),
            failed: None,
        }
    }

    /// Takes the next bytes and gives each entry that ends in them to `found`.
    ///
    /// # Errors
    /// [`FeedError`]; after one, every further call gives the same.
    pub fn push(&mut self, bytes: &[u8], found: &mut dyn FnMut(Entry)) -> Result<(), FeedError> {
        if let Some(failed) = self.failed {
            return Err(failed);
        }
        let result = bytes.iter().try_for_each(|byte| self.byte(*byte, found));
        self.failed = result.err();
        result
    }

    /// The end of the answer.
    ///
    /// # Errors
    /// [`FeedError::Truncated`] where it was not at its end, [`FeedError::Shape`] where there was no list of events; or
    /// what [`push`](Self::push) said.
    pub fn finish(mut self) -> Result<Page, FeedError> {
        if let Some(failed) = self.failed {
            return Err(failed);
        }
        self.scanner.end().map_err(|broken| self.broken(broken))?;
        if !self.scanner.is_done() {
            return Err(FeedError::Truncated);
        }
        if self.seen_events { Ok(self.page) } else { Err(FeedError::Shape) }
    }

    fn byte(&mut self, byte: u8, found: &mut dyn FnMut(Entry)) -> Result<(), FeedError> {
        self.bytes += 1;
        if self.bytes > self.limits.bytes {
            return Err(FeedError::TooLong);
        }
        if !self.begun {
            if u64::try_from(self.mark + 1) == Ok(self.bytes) && b"\xef\xbb\xbf".get(self.mark) == Some(&byte)
            {
                self.mark += 1;
                return Ok(());
            }
            if matches!(self.mark, 1 | 2) {
                return Err(FeedError::NotJson(self.bytes));
            }
            if byte == b'<' {
                return Err(FeedError::Html);
            }
            self.begun = !byte.is_ascii_whitespace();
        }
        let step = self.scanner.step(byte).map_err(|broken| self.broken(broken))?;
        if step == Step::ValueEnded {
            self.value_ended(found);
            let step = self.scanner.step(byte).map_err(|broken| self.broken(broken))?;
            return self.take(step, byte, found);
        }
        self.take(step, byte, found)
    }

    fn broken(&self, broken: Broken) -> FeedError {
        match broken {
            Broken::Syntax => FeedError::NotJson(self.bytes),
            Broken::TooDeep => FeedError::TooDeep,
        }
    }

    fn take(&mut self, step: Step, byte: u8, found: &mut dyn FnMut(Entry)) -> Result<(), FeedError> {
        match step {
            Step::KeyBegins if self.scanner.depth() == 1 => self.capture.begin(Captured::Key, MAX_KEY_BYTES),
            Step::ValueBegins(kind) => self.value_begins(kind)?,
            _ => {}
        }
        self.capture.push(byte);
        match step {
            Step::KeyEnds if self.capture.what == Captured::Key => {
                let key = self.capture.take();
                self.field =
                    key.and_then(|key| serde_json::from_slice(&key).ok()).map_or(Field::Other, field);
            }
            Step::ValueEnds => self.value_ended(found),
            _ => {}
        }
        Ok(())
    }

    fn value_begins(&mut self, kind: Kind) -> Result<(), FeedError> {
        // Lists and objects are open from their first byte on: what they stand in is one less deep.
        let outside =
            self.scanner.depth().saturating_sub(usize::from(matches!(kind, Kind::Object | Kind::Array)));
        match (outside, self.field) {
            (0, _) if kind != Kind::Object => return Err(FeedError::Shape),
            (1, Field::Events) => {
                if kind != Kind::Array || self.seen_events {
                    return Err(FeedError::Shape);
                }
                self.seen_events = true;
            }
            (1, Field::Deleted) if kind != Kind::Array => self.field = Field::Other,
            (1, Field::Club | Field::Total | Field::LastUpdated) => {
                self.capture.begin(Captured::Member, MAX_MEMBER_BYTES);
            }
            (2, Field::Events) => {
                self.page.read += 1;
                if self.page.read > self.limits.events {
                    return Err(FeedError::TooManyEvents);
                }
                self.capture.begin(Captured::Entry, self.limits.event_bytes);
            }
            (2, Field::Deleted) => {
                self.page.deleted += 1;
                if self.page.deleted > self.limits.events {
                    return Err(FeedError::TooManyEvents);
                }
                self.capture.begin(Captured::Entry, MAX_DELETED_BYTES);
            }
            _ => {}
        }
        Ok(())
    }

    fn value_ended(&mut self, found: &mut dyn FnMut(Entry)) {
        match (self.scanner.depth(), self.capture.what) {
            (1, Captured::Member) => {
                if let Some(bytes) = self.capture.take() {
                    self.member(&bytes);
                }
            }
            (2, Captured::Entry) if self.field == Field::Events => {
                let index = self.page.read.saturating_sub(1);
                let entry = match self.capture.take() {
                    Some(bytes) => read_event(&bytes, index),
                    None => Err(Skipped { index, id: None, reason: SkippedReason::TooLarge }),
                };
                if entry.is_err() {
                    self.page.skipped += 1;
                }
                found(entry.map_or_else(Entry::Skipped, |event| Entry::Event(Box::new(event))));
            }
            (2, Captured::Entry) => {
                let value = self.capture.take().and_then(|bytes| serde_json::from_slice(&bytes).ok());
                if let Some(Ok(id)) = value.as_ref().and_then(read_id) {
                    found(Entry::Deleted(id));
                }
            }
            _ => {}
        }
    }

    fn member(&mut self, bytes: &[u8]) {
        #[derive(Deserialize)]
        struct RawClub {
            #[serde(default)]
            code: Loose,
        }
        let value = || serde_json::from_slice::<Loose>(bytes).unwrap_or_default();
        match self.field {
            Field::Club => {
                let code = serde_json::from_slice::<RawClub>(bytes).map(|club| club.code);
                self.page.club_code = code.ok().as_ref().and_then(as_text).map(|code| limited(&code, 255));
            }
            Field::Total => {
                self.page.total = match value() {
                    Loose::Integer(total) => u64::try_from(total).ok(),
                    Loose::Text(total) => total.trim().parse().ok(),
                    _ => None,
                }
            }
            Field::LastUpdated => {
                self.page.last_updated =
                    as_text(&value()).and_then(|time| EventTime::read(&time)).map(EventTime::begins);
            }
            _ => {}
        }
    }
}

impl Capture {
    fn begin(&mut self, what: Captured, most: usize) {
        self.what = what;
        self.most = most;
        self.overflowed = false;
        self.bytes.clear();
    }

    fn push(&mut self, byte: u8) {
        if self.what == Captured::Nothing {
            return;
        }
        if self.bytes.len() < self.most { self.bytes.push(byte) } else { self.overflowed = true }
    }

    /// What was kept, unless it was too much.
    fn take(&mut self) -> Option<Vec<u8>> {
        self.what = Captured::Nothing;
        let bytes = std::mem::take(&mut self.bytes);
        (!self.overflowed).then_some(bytes)
    }
}

fn field(name: String) -> Field {
    match name.as_str() {
        "club" => Field::Club,
        "events" => Field::Events,
        "total" => Field::Total,
        "last_updated" => Field::LastUpdated,
        "deleted" => Field::Deleted,
        _ => Field::Other,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RawEvent {
    id: Loose,
    event_name: Loose,
    start_date: Loose,
    end_date: Loose,
    location_name: Loose,
    location_address: Loose,
    location_lat: Loose,
    location_lon: Loose,
    description: Loose,
    event_status: Loose,
    image_url: Loose,
    detail_url: Loose,
    interest_count: LooseCounts,
}

fn read_event(bytes: &[u8], index: u64) -> Result<PartnerEvent, Skipped> {
    let skipped = |id: Option<&ExternalId>, reason| Skipped { index, id: id.cloned(), reason };
    // A list would be taken for the fields in their order.
    if bytes.first() != Some(&b'{') {
        return Err(skipped(None, SkippedReason::Unreadable));
    }
    let raw: RawEvent =
        serde_json::from_slice(bytes).map_err(|_| skipped(None, SkippedReason::Unreadable))?;
    let id = match read_id(&raw.id) {
        Some(Ok(id)) => id,
        Some(Err(reason)) => return Err(skipped(None, reason)),
        None => return Err(skipped(None, SkippedReason::Missing("id"))),
    };
    event_of(id.clone(), &raw).map_err(|reason| skipped(Some(&id), reason))
}

fn event_of(id: ExternalId, raw: &RawEvent) -> Result<PartnerEvent, SkippedReason> {
    let event_name = line(&raw.event_name, "event_name", MAX_NAME_CHARACTERS)?;
    if event_name.is_empty() {
        return Err(SkippedReason::Missing("event_name"));
    }
    let start = time(&raw.start_date, "start_date")?.ok_or(SkippedReason::Missing("start_date"))?;
    let end = time(&raw.end_date, "end_date")?;
    if end.is_some_and(|end| end.ends() < start.begins()) {
        return Err(SkippedReason::EndBeforeStart);
    }
    Ok(PartnerEvent {
        id,
        event_name,
        start,
        end,
        location_name: line(&raw.location_name, "location_name", MAX_NAME_CHARACTERS)?,
        location_address: line(&raw.location_address, "location_address", MAX_ADDRESS_CHARACTERS)?,
        description: text(&raw.description, "description", MAX_DESCRIPTION_CHARACTERS, |c| {
            (matches!(c, '\n' | '\t') || !c.is_control()).then_some(c)
        })?,
        position: degrees(&raw.location_lat, 90.0).zip(degrees(&raw.location_lon, 180.0)),
        status: as_text(&raw.event_status).map(|status| Status::read(&status)).unwrap_or_default(),
        image_url: link(&raw.image_url, "image_url")?,
        detail_url: link(&raw.detail_url, "detail_url")?,
        interest_count: raw.interest_count.0.unwrap_or_default(),
    })
}

fn read_id(value: &Loose) -> Option<Result<ExternalId, SkippedReason>> {
    let text = match value {
        Loose::Text(text) if !text.trim().is_empty() => text.clone(),
        Loose::Integer(number) => number.to_string(),
        _ => return None,
    };
    let reason = if text.trim().chars().nth(super::MAX_ID_CHARACTERS).is_some() {
        SkippedReason::TooLong("id")
    } else {
        SkippedReason::Unreadable
    };
    Some(text.parse().map_err(|()| reason))
}

fn as_text(value: &Loose) -> Option<String> {
    match value {
        Loose::Text(text) => Some(text.clone()),
        Loose::Integer(number) => Some(number.to_string()),
        Loose::Decimal(number) => Some(number.to_string()),
        Loose::Nothing | Loose::Other => None,
    }
}

/// A text in one line.
fn line(value: &Loose, field: &'static str, most: usize) -> Result<String, SkippedReason> {
    text(value, field, most, |c| Some(if c.is_control() { ' ' } else { c }))
}

fn text(
    value: &Loose,
    field: &'static str,
    most: usize,
    keep: impl Fn(char) -> Option<char>,
) -> Result<String, SkippedReason> {
    let text: String = as_text(value).unwrap_or_default().chars().filter_map(keep).collect();
    let text = text.trim();
    if text.chars().nth(most).is_some() { Err(SkippedReason::TooLong(field)) } else { Ok(text.to_owned()) }
}

fn time(value: &Loose, field: &'static str) -> Result<Option<EventTime>, SkippedReason> {
    match value {
        Loose::Nothing => Ok(None),
        Loose::Text(text) if text.trim().is_empty() => Ok(None),
        Loose::Text(text) => EventTime::read(text).map(Some).ok_or(SkippedReason::BadDate(field)),
        _ => Err(SkippedReason::BadDate(field)),
    }
}

/// Too long is worth a word; anything else that is no http(s) address is not worth an event.
fn link(value: &Loose, field: &'static str) -> Result<Option<String>, SkippedReason> {
    let Loose::Text(text) = value else { return Ok(None) };
    let text = text.trim();
    if text.chars().nth(MAX_URL_CHARACTERS).is_some() {
        return Err(SkippedReason::TooLong(field));
    }
    let fits = crate::address::is_http(text) && !text.chars().any(|c| c.is_control() || c.is_whitespace());
    Ok(fits.then(|| text.to_owned()))
}

/// Some write numbers as texts. Nowhere on earth is no reason to leave an event out.
fn degrees(value: &Loose, most: f64) -> Option<f64> {
    let degrees = as_text(value)?.trim().parse::<f64>().ok()?;
    (degrees.abs() <= most).then_some(degrees)
}

fn limited(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
