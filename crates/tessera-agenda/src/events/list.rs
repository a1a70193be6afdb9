//! Lists of events: a window of time, who looks, what is asked for; the SQL of it is in `parts`.
//!
//! What a list costs does not grow with what is past. A window begins a day early in the index by start, which
//! finds all that last at most a day; the few that last longer have an index of their own by their end. Each branch
//! of the question is read in the order of the list and only as far as the list goes.
//!
//! Dates of series come from their index (`occurrences`), single events from their own rows. What looks further than
//! the index does not see dates there: that is for calendars, which compute them.

mod parts;
mod slim;

use self::parts::{A_DAY, Parts};
pub use self::slim::Slim;
use super::model::{Event, Kind, Listed, Priority, Status};
use super::rows::{self, BESIDE, COLUMNS, DATE};
use super::store;
use jiff::tz::TimeZone;
use sea_orm::DbErr;
use sea_orm::sea_query::Value;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId, EventId};
use tessera_platform::db::{Conn, Engine};
use tessera_web::directory::Community;

/// Whose list it is. Every list shows only what its reader may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Public events only.
    Everyone,
    /// Those, and the private ones this member organises or takes part in.
    Member(AccountId),
    /// Only what this member organises or takes part in.
    Mine(AccountId),
    /// Only what this member organises.
    Organised(AccountId),
    /// Everything that is published: for an export by whoever runs the server.
    Export,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Start,
    StartLatest,
    Updated,
    UpdatedLatest,
    CreatedLatest,
}

impl Sort {
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "starts_at" => Self::Start,
            "-starts_at" => Self::StartLatest,
            "updated_at" => Self::Updated,
            "-updated_at" => Self::UpdatedLatest,
            "-created_at" => Self::CreatedLatest,
            _ => return None,
        })
    }

    fn column(self) -> &'static str {
        match self {
            Self::Start | Self::StartLatest => "starts_at",
            Self::Updated | Self::UpdatedLatest => "updated_at",
            Self::CreatedLatest => "created_at",
        }
    }

    fn is_by_start(self) -> bool {
        matches!(self, Self::Start | Self::StartLatest)
    }

    fn direction(self) -> &'static str {
        match self {
            Self::Start | Self::Updated => "ASC",
            Self::StartLatest | Self::UpdatedLatest | Self::CreatedLatest => "DESC",
        }
    }
}

/// How a series stands in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Each {
    /// Each of its dates, at the time of that date.
    #[default]
    Date,
    /// Once, as it is written, with the dates that differ: for calendars that expand it themselves.
    Event,
}

/// What is asked for. Everything published between `from` and `to`, where nothing else is said.
#[derive(Clone, Debug)]
pub struct Query {
    pub community_id: CommunityId,
    /// The community's clock, for days and floating times of series.
    pub zone: TimeZone,
    pub audience: Audience,
    pub each: Each,
    /// What has ended by then is left out; none: from the beginning.
    pub from: Option<Instant>,
    /// What begins then or later is left out.
    pub to: Option<Instant>,
    /// What began earlier is left out, even where it is still going on.
    pub begins_from: Option<Instant>,
    /// Words that all must be in title, text or place.
    pub q: String,
    /// None of these: any.
    pub kinds: Vec<Kind>,
    pub statuses: Vec<Status>,
    pub priorities: Vec<Priority>,
    pub organiser: Option<AccountId>,
    pub category: Option<String>,
    pub place: Option<String>,
    /// Only what was changed then or later.
    pub updated_since: Option<Instant>,
    pub sort: Sort,
    pub skip: u64,
    pub limit: u64,
}

impl Query {
    pub fn new(community: &Community, audience: Audience) -> Self {
        Self {
            community_id: community.id,
            zone: community.zone(),
            audience,
            each: Each::Date,
            from: None,
            to: None,
            begins_from: None,
            q: String::new(),
            kinds: vec![],
            statuses: vec![],
            priorities: vec![],
            organiser: None,
            category: None,
            place: None,
            updated_since: None,
            sort: Sort::Start,
            skip: 0,
            limit: 100,
        }
    }
}

/// The events of a list, each with its organiser and how many go, in one statement.
pub async fn list(conn: &impl Conn, query: &Query) -> Result<Vec<Listed>, DbErr> {
    let (text, values) = statement(conn.engine(), query);
    store::all(conn, &text, values, |row| rows::dated(row, &query.zone)).await
}

/// How many there are, whatever `skip` and `limit` say.
pub async fn count(conn: &impl Conn, query: &Query) -> Result<u64, DbErr> {
    let all = Query { skip: 0, limit: u64::MAX, ..query.clone() };
    let mut part = Parts { engine: conn.engine(), query: &all, values: Vec::new() };
    let text = part.count();
    let counted = store::all(conn, &text, part.values, |row| row.try_get_by_index::<i64>(0)).await?;
    Ok(counted.first().and_then(|n| u64::try_from(*n).ok()).unwrap_or(0))
}

/// The same as [`list`], with what a calendar shows, in no order.
pub async fn slim(conn: &impl Conn, query: &Query) -> Result<Vec<Slim>, DbErr> {
    let engine = conn.engine();
    let mut part = Parts { engine, query, values: Vec::new() };
    let mut values = Vec::new();
    let co = match query.audience {
        Audience::Member(account) => {
            values.push(account.into());
            "EXISTS (SELECT 1 FROM event_co_organisers c WHERE c.event_id = e.id AND c.account_id = ?)"
        }
        _ => "1 = 0",
    };
    let (page, contents) = (part.page(), contents(engine));
    values.extend(part.values);
    let from = format!("FROM ({page}) AS page {contents}");
    match engine {
        Engine::Postgres => {
            let text = format!("SELECT {}, {co} {from}", slim::COLUMNS);
            store::all(conn, &text, values, |row| slim::of_row(row, &query.zone)).await
        }
        Engine::Sqlite => {
            let text = format!("SELECT json_group_array(json_array({}, {co})) {from}", slim::AS_JSON);
            let lists = store::all(conn, &text, values, |row| slim::of_json(row, &query.zone)).await?;
            Ok(lists.into_iter().flatten().collect())
        }
    }
}

/// A series with dates that are not in the index.
#[derive(Clone, Debug)]
pub struct Beyond {
    pub event: Event,
    pub from: Option<Instant>,
    pub until: Option<Instant>,
    pub co_organised: bool,
}

/// Series read at a time.
const A_PIECE: i64 = 500;

/// Published series that this reader sees, with dates in the window that the index does not have; by id, from `after` on.
pub async fn series_beyond(conn: &impl Conn, query: &Query, after: EventId) -> Result<Vec<Beyond>, DbErr> {
    let (Some(from), Some(to)) = (query.from, query.to) else { return Ok(Vec::new()) };
    let account = match query.audience {
        Audience::Member(account) => Some(account),
        _ => None,
    };
    let mut part = Parts { engine: conn.engine(), query, values: Vec::new() };
    let community: Value = query.community_id.into();
    part.values.push(account.into());
    for bound in [to, from] {
        part.values.extend::<[Value; 3]>([community.clone(), bound.into(), after.into()]);
    }
    part.values.push(from.plus(-A_DAY).into());
    let mut text = format!(
        "SELECT {COLUMNS}, s.indexed_from, s.indexed_until, \
         EXISTS (SELECT 1 FROM event_co_organisers c WHERE c.event_id = e.id AND c.account_id = ?) \
         FROM (SELECT event_id, indexed_from, indexed_until, last_start FROM series WHERE community_id = ? AND indexed_until < ? AND event_id > ? \
         UNION SELECT event_id, indexed_from, indexed_until, last_start FROM series WHERE community_id = ? AND indexed_from > ? AND event_id > ?) AS s \
         CROSS JOIN events e WHERE e.id = s.event_id AND (s.last_start IS NULL OR s.last_start >= ?) AND e.state = 'published'"
    );
    part.until(&mut text, "e");
    match account {
        None => text.push_str(" AND e.visibility = 'public'"),
        Some(account) => {
            text.push_str(
                " AND (e.visibility = 'public' OR e.organiser_id = ? \
                 OR EXISTS (SELECT 1 FROM event_co_organisers c WHERE c.event_id = e.id AND c.account_id = ?) \
                 OR EXISTS (SELECT 1 FROM event_assignees g WHERE g.event_id = e.id AND g.account_id = ?) \
                 OR EXISTS (SELECT 1 FROM participations p WHERE p.event_id = e.id AND p.account_id = ? AND p.status <> 'cancelled'))",
            );
            part.values.extend::<[Value; 4]>([
                account.into(),
                account.into(),
                account.into(),
                account.into(),
            ]);
        }
    }
    part.plain_words(&mut text, "e");
    part.filters(&mut text, "e");
    text.push_str(" ORDER BY e.id LIMIT ?");
    part.values.push(A_PIECE.into());
    store::all(conn, &text, part.values, |row| {
        Ok(Beyond {
            event: rows::event(row)?,
            from: row.try_get_by_index(rows::OWN)?,
            until: row.try_get_by_index(rows::OWN.saturating_add(1))?,
            co_organised: row.try_get_by_index(rows::OWN.saturating_add(2))?,
        })
    })
    .await
}

fn statement(engine: Engine, query: &Query) -> (String, Vec<Value>) {
    let mut part = Parts { engine, query, values: Vec::new() };
    let page = part.page();
    let direction = query.sort.direction();
    let contents = contents(engine);
    let text = format!(
        "SELECT {COLUMNS}, {BESIDE}, {DATE} FROM ({page}) AS page \
         {contents} LEFT JOIN accounts a ON a.id = e.organiser_id \
         LEFT JOIN attendance t ON t.event_id = page.series_id AND t.occurrence = page.occurrence \
         ORDER BY page.sorted {direction}, page.id {direction}"
    );
    (text, part.values)
}

/// From a page to what it shows, one by one. PostgreSQL, which takes a page to be as long as it may be, would sooner
/// read all events.
fn contents(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "JOIN events e ON e.id = page.id",
        Engine::Postgres => {
            "CROSS JOIN LATERAL (SELECT * FROM events WHERE events.id = page.id LIMIT 1) AS e"
        }
    }
}
