//! An event in JSON, as the contract has it.

use super::model::{Kind, Listed, Location, Organiser, Priority, Recurrence, State, Status, Visibility};
use super::series::Occurrence;
use super::times::When;
use super::{service, store};
use jiff::tz::TimeZone;
use sea_orm::DbErr;
use serde::Serialize;
use std::collections::HashMap;
use tessera_core::Instant;
use tessera_core::ids::EventId;
use tessera_platform::db::Conn;
use tessera_platform::tokens;
use tessera_web::cx::Cx;

/// One event.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct EventJson<'a> {
    #[schema(value_type = uuid::Uuid)]
    pub id: EventId,
    /// The community's slug.
    pub community: &'a str,
    pub kind: Kind,
    pub category: Option<&'a str>,
    pub title: &'a str,
    /// Sanitised HTML.
    pub description: &'a str,
    /// The Markdown it was written as.
    pub description_source: &'a str,
    /// RFC 3339; a date of an all-day event.
    pub starts_at: String,
    /// Exclusive; null where it does not say when it ends.
    pub ends_at: Option<String>,
    pub timezone: Option<&'a str>,
    pub all_day: bool,
    pub location: &'a Location,
    pub visibility: Visibility,
    pub is_public: bool,
    pub status: Status,
    /// `draft`, `proposed` or `published`.
    pub state: State,
    pub priority: Option<Priority>,
    #[schema(value_type = Option<String>)]
    pub due_at: Option<Instant>,
    /// Who is to do a task.
    #[schema(value_type = Vec<Organiser>)]
    pub assignees: &'a [Organiser],
    #[schema(value_type = Object)]
    pub details: &'a serde_json::Value,
    pub capacity: Option<i64>,
    pub image_url: Option<String>,
    pub url: String,
    pub recurrence: Option<&'a Recurrence>,
    #[schema(value_type = Option<uuid::Uuid>)]
    pub series_id: Option<EventId>,
    /// Which date of the series it is: its original start.
    pub recurrence_id: Option<String>,
    /// Null where whoever it was asked to be forgotten.
    pub organiser: Option<&'a Organiser>,
    pub version: i64,
    #[schema(value_type = String)]
    pub created_at: Instant,
    #[schema(value_type = String)]
    pub updated_at: Instant,
}

/// Start and end as JSON has them: dates of whole days, otherwise instants on the clock of the event.
pub fn times(
    when: &When,
    starts_at: Instant,
    ends_at: Instant,
    community: &TimeZone,
) -> (String, Option<String>) {
    if let When::AllDay { first, end, .. } = when {
        return (first.to_string(), Some(end.to_string()));
    }
    let zone = when.time_zone(community);
    let text = |t: Instant| t.timestamp().to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
    (text(starts_at), when.has_end().then(|| text(ends_at)))
}

/// What all events of an answer share.
pub struct Frame<'a> {
    slug: &'a str,
    base_url: String,
    zone: TimeZone,
    assignees: HashMap<EventId, Vec<Organiser>>,
}

/// Who is to do one date of a series is to do all of it.
fn root(listed: &Listed) -> EventId {
    listed.date.as_ref().map(|d| d.series_id).or(listed.series_id).unwrap_or(listed.id)
}

impl<'a> Frame<'a> {
    pub fn of(cx: &'a Cx) -> Self {
        Self {
            slug: &cx.community.slug,
            base_url: cx.app.base_url(&cx.community),
            zone: cx.community.zone(),
            assignees: HashMap::new(),
        }
    }

    /// The same, knowing who is to do the tasks among these: one statement, and only where there are tasks.
    pub async fn of_all(
        cx: &'a Cx,
        conn: &impl Conn,
        listed: impl IntoIterator<Item = &Listed>,
    ) -> Result<Self, DbErr> {
        let mut tasks: Vec<EventId> = listed.into_iter().filter(|e| e.kind == Kind::Task).map(root).collect();
        tasks.sort();
        tasks.dedup();
        let mut frame = Self::of(cx);
        for (event, who) in store::list_assignees(conn, &tasks).await? {
            frame.assignees.entry(event).or_default().push(who);
        }
        Ok(frame)
    }

    pub fn event<'e>(&'e self, listed: &'e Listed) -> EventJson<'e> {
        let e = &listed.event;
        let (starts_at, ends_at) = self.times(listed);
        EventJson {
            id: e.id,
            community: self.slug,
            kind: e.kind,
            category: e.category.as_deref(),
            title: &e.title,
            description: &e.description.html,
            description_source: &e.description.source,
            starts_at,
            ends_at,
            timezone: e.when.zone().map(|z| z.name()),
            all_day: e.when.is_all_day(),
            location: &e.location,
            visibility: e.visibility,
            is_public: e.is_public(),
            status: e.status,
            state: e.state,
            priority: e.priority,
            due_at: e.due_at,
            assignees: self.assignees.get(&root(listed)).map_or(&[], Vec::as_slice),
            details: &e.details,
            capacity: e.capacity,
            image_url: e.image_url.as_deref().map(|url| self.absolute(url)),
            url: self.absolute(&listed.path()),
            recurrence: e.recurrence.as_ref(),
            series_id: listed.date.as_ref().map(|d| d.series_id).or(e.series_id),
            recurrence_id: self.recurrence_id(listed),
            organiser: listed.organiser.as_ref(),
            version: e.version,
            created_at: e.created_at,
            updated_at: e.updated_at,
        }
    }

    /// The tag of what [`Self::event`] gives: who is to do a task changes it too.
    pub fn tag(&self, listed: &Listed) -> String {
        let tag = service::tag(listed);
        let Some(who) = self.assignees.get(&root(listed)) else { return tag };
        let names: Vec<String> = who.iter().map(|w| format!("{} {}", w.id, w.name)).collect();
        let digest = tokens::digest(names.join("\n").as_bytes());
        format!("{}{}\"", tag.trim_end_matches('"'), digest.get(..8).unwrap_or_default())
    }

    fn recurrence_id(&self, listed: &Listed) -> Option<String> {
        let own = || Occurrence::from_key(&listed.recurrence_id);
        let date = listed.date.as_ref().map(|d| d.occurrence.clone()).or_else(own)?;
        Some(date.text(&listed.when, &self.zone))
    }

    fn absolute(&self, url: &str) -> String {
        if url.starts_with('/') { format!("{}{url}", self.base_url) } else { url.to_owned() }
    }

    fn times(&self, e: &Listed) -> (String, Option<String>) {
        times(&e.when, e.starts_at, e.ends_at, &self.zone)
    }
}
