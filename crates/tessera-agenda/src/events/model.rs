//! What an event is. Types only: what makes a valid one is in `input`, who may do what with it in `access`.

use super::series::Occurrence;
use super::times::When;
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId, EventId};

/// An enum that is written the same in JSON, in the database and in addresses.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant,)+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.code() == code)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.code()) }
        }
    };
}

codes! {
    /// What sort of entry of the calendar it is.
    Kind {
        Event = "event",
        CommunityEvent = "community_event",
        Engagement = "engagement",
        Task = "task",
    }
}

codes! {
    /// Who may see it once it is published.
    Visibility {
        /// Everybody.
        Public = "public",
        /// Its organisers and those who take part.
        Private = "private",
    }
}

codes! {
    /// How far it has come.
    State {
        /// Only its organisers see it.
        Draft = "draft",
        /// By a member, for an organiser to publish.
        Proposed = "proposed",
        Published = "published",
        /// Can be undone for a while.
        Deleted = "deleted",
    }
}

codes! {
    /// Whether it takes place, in the words of schema.org; of a task also how far it has come: one that is scheduled
    /// is still to do.
    Status {
        Scheduled = "EventScheduled",
        Cancelled = "EventCancelled",
        Postponed = "EventPostponed",
        Rescheduled = "EventRescheduled",
        MovedOnline = "EventMovedOnline",
        /// Only of a task.
        InProgress = "in_progress",
        /// Only of a task.
        Done = "done",
    }
}

impl Status {
    /// A status as it is asked for: what is to do has a word of its own beside schema.org's.
    pub fn parse_asked(code: &str) -> Option<Self> {
        match code {
            "to_do" => Some(Self::Scheduled),
            "cancelled" => Some(Self::Cancelled),
            code => Self::parse(code),
        }
    }

    /// Whether only a task can have it.
    pub fn is_of_task(self) -> bool {
        matches!(self, Self::InProgress | Self::Done)
    }

    /// Whether it takes place, whatever has been done of it.
    pub fn taking_place(self) -> Self {
        if self.is_of_task() { Self::Scheduled } else { self }
    }
}

codes! {
    /// How pressing a task is.
    Priority {
        Low = "low",
        Medium = "medium",
        High = "high",
        Urgent = "urgent",
    }
}

/// Text as written, in Markdown, and as shown, in sanitised HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description {
    pub source: String,
    pub html: String,
}

impl Description {
    pub fn written(source: impl Into<String>) -> Self {
        let source = source.into();
        let html =
            if source.trim().is_empty() { String::new() } else { tessera_platform::markup::to_html(&source) };
        Self { source, html }
    }
}

/// Where it is. Whatever is not known is none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Location {
    pub venue: Option<String>,
    pub room: Option<String>,
    pub address: Option<String>,
    /// Degrees, north is positive.
    pub lat: Option<f64>,
    /// Degrees, east is positive.
    pub lon: Option<f64>,
}

impl Location {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The place in one line: venue, room and address as far as they are known, nothing twice.
    pub fn line(&self) -> String {
        let mut parts: Vec<&str> = Vec::new();
        for part in [&self.venue, &self.room, &self.address].into_iter().flatten() {
            if !parts.iter().any(|p| p == part) {
                parts.push(part);
            }
        }
        parts.join(", ")
    }
}

/// The rule of a series as written, kept to the letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Recurrence {
    pub rrule: Option<String>,
    #[serde(default)]
    pub exdates: Vec<String>,
    #[serde(default)]
    pub rdates: Vec<String>,
}

impl Recurrence {
    /// Whether it makes a series.
    pub fn repeats(&self) -> bool {
        self.rrule.is_some() || !self.rdates.is_empty()
    }
}

/// Everything of an event that a person writes.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    pub kind: Kind,
    pub category: Option<String>,
    pub title: String,
    pub description: Description,
    pub when: When,
    pub location: Location,
    pub visibility: Visibility,
    pub status: Status,
    pub priority: Option<Priority>,
    pub due_at: Option<Instant>,
    pub capacity: Option<i64>,
    pub image_url: Option<String>,
    pub recurrence: Option<Recurrence>,
    /// What a kind adds, and a caller's own `metadata`: always an object.
    pub details: serde_json::Value,
}

#[cfg(test)]
impl Content {
    /// A public event that says nothing but what it is and when.
    pub fn titled(title: &str, when: When) -> Self {
        Self {
            kind: Kind::Event,
            category: None,
            title: title.to_owned(),
            description: Description::default(),
            when,
            location: Location::default(),
            visibility: Visibility::Public,
            status: Status::Scheduled,
            priority: None,
            due_at: None,
            capacity: None,
            image_url: None,
            recurrence: None,
            details: serde_json::json!({}),
        }
    }
}

/// One event as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub id: EventId,
    pub community_id: CommunityId,
    /// iCalendar's UID: stable, and kept from where the event was imported.
    pub uid: String,
    pub content: Content,
    /// Derived from the times, an all-day or floating event's in the community's zone.
    pub starts_at: Instant,
    /// Exclusive; equal to the start where there is no end.
    pub ends_at: Instant,
    pub state: State,
    /// What a deletion that is undone goes back to.
    pub state_before: Option<State>,
    pub organiser_id: AccountId,
    pub series_id: Option<EventId>,
    /// Which date of a series this overrides, as in the file; empty for none.
    pub recurrence_id: String,
    /// Of a date that differs: whether all after it differ likewise, but for those that have rows of their own (RFC
    /// 5545 §3.2.13). Only files say so.
    pub reaches_on: bool,
    /// The component it was imported from, to be given back.
    pub ical: Option<String>,
    /// Rises when time, place or status change (RFC 5545 §3.8.7.4).
    pub sequence: i64,
    /// Rises with every change.
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub deleted_at: Option<Instant>,
}

impl Deref for Event {
    type Target = Content;
    fn deref(&self) -> &Content {
        &self.content
    }
}

impl Event {
    /// A new event with these contents, as its community keeps it.
    pub fn new(
        id: EventId,
        community: &tessera_web::directory::Community,
        organiser_id: AccountId,
        content: Content,
        state: State,
        now: Instant,
    ) -> Self {
        let (starts_at, ends_at) = content.when.instants(&community.zone());
        Self {
            id,
            community_id: community.id,
            uid: format!("{id}@tessera"),
            content,
            starts_at,
            ends_at,
            state,
            state_before: None,
            organiser_id,
            series_id: None,
            recurrence_id: String::new(),
            reaches_on: false,
            ical: None,
            sequence: 0,
            version: 1,
            created_at: now,
            updated_at: now,
            deleted_at: None,
        }
    }

    /// Whether it is a series.
    pub fn repeats(&self) -> bool {
        self.recurrence.as_ref().is_some_and(Recurrence::repeats)
    }

    /// When one of its dates is due: as long after its start as the first.
    pub fn due_on(&self, starts_at: Instant) -> Option<Instant> {
        self.due_at.map(|due| due.plus(starts_at.since(self.starts_at)))
    }

    /// Takes the times of one of its dates.
    pub fn be_on(&mut self, starts_at: Instant, ends_at: Instant, community: &jiff::tz::TimeZone) {
        self.content.due_at = self.due_on(starts_at);
        self.content.when = self.content.when.on(starts_at, community);
        (self.starts_at, self.ends_at) = (starts_at, ends_at);
    }

    pub fn is_published(&self) -> bool {
        self.state == State::Published
    }

    pub fn is_public(&self) -> bool {
        self.visibility == Visibility::Public
    }

    pub fn is_cancelled(&self) -> bool {
        self.status == Status::Cancelled
    }

    pub fn is_over(&self, now: Instant) -> bool {
        self.ends_at.max(self.starts_at) < now
    }

    /// Its page.
    pub fn path(&self) -> String {
        format!("/events/{}", self.id)
    }
}

/// The event that a task was made for, as its `details` name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventOfTask(pub EventId);

impl EventOfTask {
    pub const NAME: &'static str = "for_event";

    pub fn of(task: &Content) -> Option<Self> {
        task.details.get(Self::NAME)?.as_str()?.parse().ok().map(Self)
    }
}

/// Who organises an event, as others see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Organiser {
    #[schema(value_type = uuid::Uuid)]
    pub id: AccountId,
    pub name: String,
}

/// An event with what is shown beside it, read in one statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub event: Event,
    /// None: whoever it was asked to be forgotten.
    pub organiser: Option<Organiser>,
    pub going: i64,
    /// Of a date of a series: which one. The times of `event` are that date's then.
    pub date: Option<DateOfSeries>,
}

/// One date of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateOfSeries {
    pub series_id: EventId,
    pub occurrence: Occurrence,
    /// Whether the date has contents of its own.
    pub is_overridden: bool,
}

impl Listed {
    /// The name of its date, as answers keep it; empty of what is no date of a series.
    pub fn date_key(&self) -> &str {
        self.date.as_ref().map_or("", |date| date.occurrence.key())
    }

    /// Its page: of a date of a series the page of that date.
    pub fn path(&self) -> String {
        match &self.date {
            Some(date) => format!("/events/{}?occurrence={}", date.series_id, date.occurrence.key()),
            None => self.event.path(),
        }
    }
}

impl Deref for Listed {
    type Target = Event;
    fn deref(&self) -> &Event {
        &self.event
    }
}
