//! Calendars in: the events of a file become events of a community.
//!
//! An event is recognised by its UID and, within a series, by the date it overrides. One that is here already is
//! changed only by a newer one; a file that was imported before changes nothing. Work is committed in pieces, so
//! that people are served meanwhile; an import that breaks off is taken up by importing the file again.

use super::vevent::{Origin, Verdict, content_of, judge};
use crate::events::{self, Content, Event, State, Visibility};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use tessera_calendar::Zone;
use tessera_calendar::ical::{Calendar, Class, Limits, ReadError, ReadEvent, Status, VEvent};
use tessera_core::ids::{AccountId, EventId};
use tessera_platform::audit::{self, Deed};
use tessera_platform::db::Write;
use tessera_web::app::App;
use tessera_web::directory::Community;
use tessera_web::refusal::{Error, Refusal};
use tessera_web::words::Words;

/// Events that are judged and written in one transaction.
const PIECE: usize = 50;
/// What is left out is listed up to here; beyond, it is only counted.
const MOST_LISTED: usize = 1000;

/// Who sees what is imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Everybody, but for events that the file marks as private or confidential (RFC 5545 §3.8.1.3).
    AsMarked,
    Public,
    Private,
}

impl Shown {
    pub fn code(self) -> &'static str {
        match self {
            Self::AsMarked => "as_marked",
            Self::Public => "public",
            Self::Private => "private",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        [Self::AsMarked, Self::Public, Self::Private].into_iter().find(|s| s.code() == code)
    }

    fn visibility(self, event: &VEvent) -> Visibility {
        match (self, event.class()) {
            (Self::Public, _) | (Self::AsMarked, Class::Public) => Visibility::Public,
            (Self::Private, _) | (Self::AsMarked, Class::Private | Class::Confidential) => {
                Visibility::Private
            }
        }
    }
}

/// For whom, and for whom to see.
#[derive(Clone, Copy, Debug)]
pub struct Into<'a> {
    pub community: &'a Community,
    /// Who organises what is new.
    pub organiser: AccountId,
    /// Who imports. Nobody: the shell.
    pub by: Option<AccountId>,
    pub shown: Shown,
}

/// What an import did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    /// In the order of the file, the first thousand.
    pub skipped: Vec<LeftOut>,
    /// All of them.
    pub skipped_count: u64,
}

/// A component that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    pub component: String,
    pub uid: Option<String>,
    /// What people know it by.
    pub title: Option<String>,
    pub line: u64,
    /// Stable.
    pub reason: String,
    /// What the reason is about.
    pub subject: Option<String>,
}

impl LeftOut {
    /// What it is, in words.
    pub fn what(&self, words: &Words) -> String {
        let kind = match self.component.as_str() {
            "VEVENT" => words.t("calendar-component-event"),
            "VTODO" => words.t("calendar-component-todo"),
            "VJOURNAL" => words.t("calendar-component-journal"),
            "VCALENDAR" => words.t("calendar-component-calendar"),
            _ => words.t("calendar-component-other"),
        };
        match self.title.as_deref().map(str::trim).filter(|title| !title.is_empty()) {
            Some(title) => format!("{kind}: {}", tessera_platform::text::excerpt(title, 80)),
            None => kind.to_owned(),
        }
    }

    /// Why, in words.
    pub fn why(&self, words: &Words) -> String {
        let subject = self.subject.as_deref().unwrap_or_default();
        match self.reason.as_str() {
            "missing_uid" => words.t("calendar-skipped-missing-uid").to_owned(),
            "missing_start" => words.t("calendar-skipped-missing-start").to_owned(),
            "invalid_property" => words.t1("calendar-skipped-invalid-property", ("subject", subject)),
            "duplicate_property" => words.t1("calendar-skipped-duplicate-property", ("subject", subject)),
            "ends_before_start" => words.t("calendar-skipped-ends-before-start").to_owned(),
            "mixed_times" => words.t("calendar-skipped-mixed-times").to_owned(),
            "unknown_zone" => words.t1("calendar-skipped-unknown-zone", ("subject", subject)),
            "unterminated" => words.t("calendar-skipped-unterminated").to_owned(),
            "stray_end" => words.t("calendar-skipped-stray-end").to_owned(),
            "too_many_properties" => words.t("calendar-skipped-too-many-properties").to_owned(),
            "line_too_long" => words.t("calendar-skipped-line-too-long").to_owned(),
            "unsupported" => words.t("calendar-skipped-unsupported").to_owned(),
            OLDER => words.t("calendar-skipped-older").to_owned(),
            DUPLICATE => words.t("calendar-skipped-duplicate").to_owned(),
            _ => words.t("calendar-skipped-malformed-line").to_owned(),
        }
    }
}

const OLDER: &str = "older";
const DUPLICATE: &str = "duplicate";

impl Report {
    /// How many events would be written.
    pub fn changes(&self) -> u64 {
        self.created.saturating_add(self.updated)
    }

    fn leave_out(&mut self, left: LeftOut) {
        self.skipped_count = self.skipped_count.saturating_add(1);
        if self.skipped.len() < MOST_LISTED {
            self.skipped.push(left);
        }
    }

    fn count(&mut self, verdict: Verdict, read: &ReadEvent) {
        let counter = match verdict {
            Verdict::Create => &mut self.created,
            Verdict::Update => &mut self.updated,
            Verdict::Unchanged => &mut self.unchanged,
            Verdict::Older => return self.leave_out(left_out(read, OLDER)),
        };
        *counter = counter.saturating_add(1);
    }
}

fn left_out(read: &ReadEvent, reason: &str) -> LeftOut {
    LeftOut {
        component: "VEVENT".into(),
        uid: Some(read.event.uid().to_owned()),
        title: read.event.summary().map(str::to_owned),
        line: u64::try_from(read.line).unwrap_or(u64::MAX),
        reason: reason.to_owned(),
        subject: None,
    }
}

/// Reads a file of at most `limit_bytes`.
///
/// # Errors
/// A refusal in the reader's words for what is no calendar or is beyond the limits.
pub fn read_file(bytes: &[u8], limit_bytes: usize) -> Result<Calendar, Error> {
    let limits = Limits { bytes: limit_bytes, ..Limits::default() };
    Calendar::read(bytes, &limits).map_err(|error| {
        let refusal = match error {
            ReadError::NotACalendar => Refusal::new(422, "not_a_calendar"),
            ReadError::VCalendar1 => Refusal::new(422, "vcalendar_1"),
            ReadError::TooLarge { limit_bytes } => Refusal::new(413, "too_large").with("limit", limit_bytes),
            ReadError::TooManyComponents { limit } => {
                Refusal::new(422, "too_many_components").with("limit", limit)
            }
            ReadError::TooDeep { .. } => Refusal::new(422, "too_deep"),
        };
        refusal.into()
    })
}

/// The events of a file in the order in which they are written: a series before the dates that override it, of two
/// with one name the newer.
struct Plan {
    events: Vec<ReadEvent>,
    /// Where the calendar is kept, if it says so.
    home: Option<Zone>,
    report: Report,
}

impl Plan {
    fn of(calendar: Calendar) -> Self {
        let home = calendar.zone();
        let is_cancelled = calendar.method().as_deref() == Some("CANCEL");
        let mut report = Report::default();
        for skipped in calendar.skipped {
            report.leave_out(LeftOut {
                component: skipped.component,
                uid: skipped.uid,
                title: skipped.summary,
                line: u64::try_from(skipped.line).unwrap_or(u64::MAX),
                reason: skipped.reason.code().to_owned(),
                subject: skipped.reason.subject().map(str::to_owned),
            });
        }
        let mut events: Vec<ReadEvent> = Vec::with_capacity(calendar.events.len());
        let mut places: HashMap<(String, String), usize> = HashMap::new();
        for mut read in calendar.events {
            if is_cancelled {
                read.event.set_status(Some(Status::Cancelled));
            }
            let place = *places.entry(name_of(&read.event)).or_insert(events.len());
            let Some(first) = events.get_mut(place) else {
                events.push(read);
                continue;
            };
            let is_newer = (read.event.sequence(), read.event.last_modified())
                >= (first.event.sequence(), first.event.last_modified());
            let older = if is_newer { std::mem::replace(first, read) } else { read };
            if !first.event.says_the_same_as(&older.event) {
                report.leave_out(left_out(&older, DUPLICATE));
            }
        }
        events.sort_by_key(|read| read.event.recurrence_id().is_some());
        Self { events, home, report }
    }
}

/// UID and the date it overrides.
fn name_of(event: &VEvent) -> (String, String) {
    let date = event.recurrence_id().map(|id| id.key()).unwrap_or_default();
    (event.uid().to_owned(), date)
}

/// Whether it overrides not one date alone but all after it too.
fn reaches_on(event: &VEvent) -> bool {
    event.recurrence_id().is_some_and(|id| id.this_and_future)
}

/// What an import would do.
pub async fn preview(app: &App, into: Into<'_>, calendar: Calendar) -> Result<Report, Error> {
    let Plan { events, mut report, .. } = Plan::of(calendar);
    let conn = app.db.read();
    for piece in events.chunks(PIECE) {
        let here = Here::list(&conn, into.community, piece).await?;
        for read in piece {
            report.count(here.judge(app, into.community, &read.event), read);
        }
    }
    Ok(report)
}

/// An import under way: as many steps as it takes, each a transaction.
pub struct Import {
    waiting: std::vec::IntoIter<ReadEvent>,
    total: usize,
    home: Option<Zone>,
    report: Report,
    is_told: bool,
}

impl Import {
    /// Begins with the events of a file; nothing is written yet. The last step tells the audit trail.
    pub fn of(calendar: Calendar) -> Self {
        let Plan { events, home, report } = Plan::of(calendar);
        Self { total: events.len(), waiting: events.into_iter(), home, report, is_told: true }
    }

    /// The same for a job that may be taken up again: it alone knows what was done in all, and calls [`tell`].
    pub fn told_by_its_job(self) -> Self {
        Self { is_told: false, ..self }
    }

    /// How many events are looked at in all.
    pub fn total(&self) -> usize {
        self.total
    }

    /// How many of them are done.
    pub fn done(&self) -> usize {
        self.total.saturating_sub(self.waiting.len())
    }

    /// Does a piece. False: there was nothing left to do.
    pub async fn step(&mut self, app: &App, into: Into<'_>) -> Result<bool, Error> {
        let piece: Vec<ReadEvent> = self.waiting.by_ref().take(PIECE).collect();
        if piece.is_empty() {
            return Ok(false);
        }
        let tx = app.db.write().await?;
        let mut here = Here::list(&tx, into.community, &piece).await?;
        let mut changed = false;
        let home = self.home.clone().or_else(|| Zone::parse(&into.community.timezone));
        for read in &piece {
            let verdict = here.judge(app, into.community, &read.event);
            match verdict {
                Verdict::Create => here.create(&tx, app, into, home.as_ref(), &read.event).await?,
                Verdict::Update => here.update(&tx, app, into, home.as_ref(), &read.event).await?,
                Verdict::Unchanged | Verdict::Older => {}
            }
            changed |= matches!(verdict, Verdict::Create | Verdict::Update);
            self.report.count(verdict, read);
        }
        for series in std::mem::take(&mut here.series) {
            events::series::reindex_series(&tx, &into.community.zone(), app.now(), series).await?;
        }
        if changed {
            tx.touch(into.community.id);
        }
        let is_over = self.waiting.len() == 0 && self.is_told && self.report.changes() > 0;
        if is_over {
            tell(&tx, app, into, &self.report).await?;
        }
        if changed || is_over {
            tx.commit().await?;
        } else {
            tx.rollback().await?;
        }
        Ok(true)
    }

    /// What it did so far.
    pub fn report(self) -> Report {
        self.report
    }
}

/// Tells the audit trail of an import that changed something. Comes last before the commit.
pub async fn tell(tx: &Write, app: &App, into: Into<'_>, report: &Report) -> Result<(), sea_orm::DbErr> {
    if report.changes() == 0 {
        return Ok(());
    }
    let deed = Deed {
        community: into.community.id,
        actor: into.by,
        action: "calendar.import",
        subject: format!("community:{}", into.community.id),
        details: serde_json::json!({ "created": report.created, "updated": report.updated }),
    };
    audit::record(tx, app.clock(), deed).await
}

/// What is here under the names of one piece of a file.
struct Here {
    events: HashMap<(String, String), Event>,
    /// Whose dates changed.
    series: BTreeSet<EventId>,
}

impl Here {
    async fn list(
        conn: &impl tessera_platform::db::Conn,
        community: &Community,
        piece: &[ReadEvent],
    ) -> Result<Self, Error> {
        let uids: Vec<&str> = piece.iter().map(|read| read.event.uid()).collect();
        let rows = events::list_by_uids(conn, community.id, &uids).await?;
        let events = rows.into_iter().map(|e| ((e.uid.clone(), e.recurrence_id.clone()), e)).collect();
        Ok(Self { events, series: BTreeSet::new() })
    }

    /// Notes that the dates of this event's series are to be indexed anew.
    fn note(&mut self, before: Option<&Event>, after: &Event) {
        if let Some(series) = after.series_id {
            self.series.insert(series);
        } else if after.repeats() || before.is_some_and(Event::repeats) {
            self.series.insert(after.id);
        }
    }

    fn judge(&self, app: &App, community: &Community, incoming: &VEvent) -> Verdict {
        let here = self.events.get(&name_of(incoming));
        match here {
            // Who imports a file wants its events, deleted before or not.
            Some(event) if event.state == State::Deleted => Verdict::Update,
            _ => judge(here, &here.map(|e| page_of(app, community, e)).unwrap_or_default(), incoming),
        }
    }

    async fn create(
        &mut self,
        tx: &Write,
        app: &App,
        into: Into<'_>,
        home: Option<&Zone>,
        incoming: &VEvent,
    ) -> Result<(), Error> {
        let (uid, date) = name_of(incoming);
        let content = content_of(incoming, into.shown.visibility(incoming), home);
        let mut event =
            Event::new(app.new_id(), into.community, into.organiser, content, State::Published, app.now());
        event.series_id =
            if date.is_empty() { None } else { self.events.get(&(uid.clone(), String::new())).map(|s| s.id) };
        (event.uid, event.recurrence_id) = (uid.clone(), date.clone());
        event.reaches_on = reaches_on(incoming);
        event.sequence = i64::from(incoming.sequence());
        event.ical = Some(Origin { text: incoming.clone(), version: event.version }.to_kept());
        events::insert(tx, &event).await?;
        if date.is_empty() {
            events::adopt_overrides(tx, into.community.id, &uid, event.id).await?;
        }
        self.note(None, &event);
        self.events.insert((uid, date), event);
        Ok(())
    }

    async fn update(
        &mut self,
        tx: &Write,
        app: &App,
        into: Into<'_>,
        home: Option<&Zone>,
        incoming: &VEvent,
    ) -> Result<(), Error> {
        let Some(event) = self.events.get_mut(&name_of(incoming)) else { return Ok(()) };
        let before = event.clone();
        let kept = event.content.clone();
        // What a calendar cannot say stays as it is here.
        let fresh = content_of(incoming, kept.visibility, home);
        let says_nothing_new = fresh.status == kept.status.taking_place();
        event.content = Content {
            kind: kept.kind,
            status: if says_nothing_new { kept.status } else { fresh.status },
            priority: kept.priority,
            due_at: kept.due_at,
            capacity: kept.capacity,
            image_url: kept.image_url,
            details: kept.details,
            ..fresh
        };
        (event.starts_at, event.ends_at) = event.content.when.instants(&into.community.zone());
        if event.state == State::Deleted {
            (event.state, event.state_before, event.deleted_at) = (State::Published, None, None);
        }
        event.sequence = i64::from(incoming.sequence());
        event.reaches_on = reaches_on(incoming);
        let expected = event.version;
        event.version = expected.saturating_add(1);
        event.updated_at = app.now();
        event.ical = Some(Origin { text: incoming.clone(), version: event.version }.to_kept());
        if !events::update(tx, event, expected).await? {
            // Somebody changed it at this moment: theirs stands, and the next import looks again.
            return Err(Refusal::new(409, "changed_meanwhile").into());
        }
        let after = event.clone();
        self.note(Some(&before), &after);
        events::tell_changed(tx, app, into.community, into.organiser, &before, &after).await
    }
}

/// The address of an event's page.
pub fn page_of(app: &App, community: &Community, event: &Event) -> String {
    format!("{}{}", app.base_url(community), event.path())
}
