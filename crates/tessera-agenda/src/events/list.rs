//! Lists of events: a window of time, who looks, what is asked for; and the SQL of it.
//!
//! What a list costs does not grow with what is past. A window begins a day early in the index by start, which
//! finds all that last at most a day; the few that last longer have an index of their own by their end.

use super::model::{Kind, Listed, Status};
use super::rows::{self, BESIDE, COLUMNS};
use super::{search, store};
use sea_orm::DbErr;
use sea_orm::sea_query::Value;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId};
use tessera_platform::db::{Conn, Engine};
use tessera_platform::text::fold;

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

    fn direction(self) -> &'static str {
        match self {
            Self::Start | Self::Updated => "ASC",
            Self::StartLatest | Self::UpdatedLatest | Self::CreatedLatest => "DESC",
        }
    }
}

/// What is asked for. Everything published between `from` and `to`, where nothing else is said.
#[derive(Clone, Debug)]
pub struct Query {
    pub community_id: CommunityId,
    pub audience: Audience,
    /// What has ended by then is left out; none: from the beginning.
    pub from: Option<Instant>,
    /// What begins then or later is left out.
    pub to: Option<Instant>,
    /// Words that all must be in title, text or place.
    pub q: String,
    /// None of these: any.
    pub kinds: Vec<Kind>,
    pub statuses: Vec<Status>,
    pub category: Option<String>,
    pub place: Option<String>,
    pub sort: Sort,
    pub skip: u64,
    pub limit: u64,
}

impl Query {
    pub fn new(community_id: CommunityId, audience: Audience) -> Self {
        Self {
            community_id,
            audience,
            from: None,
            to: None,
            q: String::new(),
            kinds: vec![],
            statuses: vec![],
            category: None,
            place: None,
            sort: Sort::Start,
            skip: 0,
            limit: 100,
        }
    }
}

/// The events of a list, each with its organiser and how many go, in one statement.
pub async fn list(conn: &impl Conn, query: &Query) -> Result<Vec<Listed>, DbErr> {
    let (text, values) = statement(conn.engine(), query);
    store::all(conn, &text, values, rows::listed).await
}

fn statement(engine: Engine, query: &Query) -> (String, Vec<Value>) {
    let mut part = Parts { engine, query, values: Vec::new() };
    let branches = part.branches();
    let (column, direction) = (query.sort.column(), query.sort.direction());
    let text = format!(
        "SELECT {COLUMNS}, {BESIDE} FROM \
         (SELECT id, {column} FROM ({}) AS found ORDER BY {column} {direction}, id {direction} LIMIT ? OFFSET ?) AS page \
         JOIN events e ON e.id = page.id LEFT JOIN accounts a ON a.id = e.organiser_id \
         LEFT JOIN attendance t ON t.event_id = e.id AND t.occurrence = '' \
         ORDER BY e.{column} {direction}, e.id {direction}",
        branches.join(" UNION ALL ")
    );
    let mut values = part.values;
    values.push(i64::try_from(query.limit).unwrap_or(i64::MAX).into());
    values.push(i64::try_from(query.skip).unwrap_or(i64::MAX).into());
    (text, values)
}

/// Builds the branches of a list, noting the values as their marks are written.
struct Parts<'a> {
    engine: Engine,
    query: &'a Query,
    values: Vec<Value>,
}

/// Which events a branch looks at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Public,
    Any,
}

const A_DAY: jiff::SignedDuration = jiff::SignedDuration::from_hours(24);

impl Parts<'_> {
    fn branches(&mut self) -> Vec<String> {
        match self.query.audience {
            Audience::Everyone => self.windows(Whose::Public),
            Audience::Export => self.windows(Whose::Any),
            Audience::Member(account) => {
                let mut branches = self.windows(Whose::Public);
                branches.push(self.of_account(account, " AND e.visibility = 'private'", Some("'cancelled'")));
                branches
            }
            Audience::Organised(account) => vec![self.of_account(account, "", None)],
            Audience::Mine(account) => vec![self.of_account(account, "", Some("'cancelled', 'declined'"))],
        }
    }

    /// What begins in the window or the day before, and the long ones that began before that.
    fn windows(&mut self, whose: Whose) -> Vec<String> {
        let mut branches = vec![self.window(whose)];
        if let Some(from) = self.query.from {
            branches.push(self.long_ones(whose, from));
        }
        branches
    }

    fn window(&mut self, whose: Whose) -> String {
        let source = self.source();
        let mut text = format!("SELECT e.id, e.{} FROM {source}", self.query.sort.column());
        if self.searches_by_fts5() {
            text.push_str(" event_words MATCH ? AND event_words.rowid BETWEEN ? AND ? AND ");
            self.values.push(search::fts5(&search::asked(&self.query.q)).into());
            self.values.push(self.query.from.map_or(i64::MIN, |from| row_of(from.plus(-A_DAY))).into());
            self.values
                .push(self.query.to.map_or(i64::MAX, |to| row_of(to).saturating_add(ROWS_A_SECOND)).into());
        }
        text.push_str(&self.published(whose));
        if let Some(from) = self.query.from {
            text.push_str(" AND e.starts_at >= ? AND (e.ends_at > ? OR e.starts_at >= ?)");
            self.values.extend::<[Value; 3]>([from.plus(-A_DAY).into(), from.into(), from.into()]);
        }
        self.until(&mut text);
        if !self.searches_by_fts5() {
            self.words(&mut text);
        }
        self.filters(&mut text);
        text
    }

    fn long_ones(&mut self, whose: Whose, from: Instant) -> String {
        // Left to itself, SQLite would look through all that is past for these few.
        let index = if self.engine == Engine::Sqlite { " INDEXED BY events_long" } else { "" };
        let mut text = format!("SELECT e.id, e.{} FROM events e{index} WHERE ", self.query.sort.column());
        text.push_str(&self.published(whose));
        text.push_str(match self.engine {
            Engine::Sqlite => " AND e.ends_at - e.starts_at > 86400000000",
            Engine::Postgres => " AND e.ends_at - e.starts_at > interval '1 day'",
        });
        text.push_str(" AND e.ends_at > ? AND e.starts_at < ?");
        self.values.extend::<[Value; 2]>([from.into(), from.plus(-A_DAY).into()]);
        self.until(&mut text);
        self.plain_words(&mut text);
        self.filters(&mut text);
        text
    }

    /// `left` are the answers of those who do not take part; none: taking part does not count.
    fn of_account(&mut self, account: AccountId, whose: &str, left: Option<&str>) -> String {
        let answered = left.map_or(String::new(), |left| {
            format!(
                " UNION SELECT p.event_id FROM participations p WHERE p.account_id = ? AND p.community_id = ? AND p.status NOT IN ({left})"
            )
        });
        let own = if whose.is_empty() { "" } else { " AND o.visibility = 'private'" };
        let coming = if self.query.from.is_some() { " AND o.ends_at >= ?" } else { "" };
        // The plus keeps SQLite from walking through the whole community: it is to go from the ids to their events.
        let plus = if self.engine == Engine::Sqlite { "+" } else { "" };
        let mut text = format!(
            "SELECT e.id, e.{} FROM events e WHERE e.id IN ( \
             SELECT o.id FROM events o WHERE o.community_id = ? AND o.organiser_id = ?{own}{coming} \
             UNION SELECT c.event_id FROM event_co_organisers c WHERE c.account_id = ?{answered}) \
             AND {plus}e.community_id = ? AND {plus}e.state = 'published'{whose}",
            self.query.sort.column()
        );
        let community = self.query.community_id;
        self.values.extend::<[Value; 2]>([community.into(), account.into()]);
        self.values.extend(self.query.from.map(Value::from));
        self.values.push(account.into());
        if left.is_some() {
            self.values.extend::<[Value; 2]>([account.into(), community.into()]);
        }
        self.values.push(community.into());
        if let Some(from) = self.query.from {
            text.push_str(" AND (e.ends_at > ? OR e.starts_at >= ?)");
            self.values.extend::<[Value; 2]>([from.into(), from.into()]);
        }
        self.until(&mut text);
        self.plain_words(&mut text);
        self.filters(&mut text);
        text
    }

    fn source(&self) -> &'static str {
        // CROSS JOIN is how SQLite is told the order of joining: from the words to the events.
        if self.searches_by_fts5() {
            "event_words CROSS JOIN event_search s ON s.row = event_words.rowid CROSS JOIN events e ON e.id = s.event_id WHERE"
        } else {
            "events e WHERE "
        }
    }

    fn published(&mut self, whose: Whose) -> String {
        self.values.push(self.query.community_id.into());
        let public = if whose == Whose::Public { " AND e.visibility = 'public'" } else { "" };
        format!("e.community_id = ? AND e.state = 'published'{public}")
    }

    fn until(&mut self, text: &mut String) {
        if let Some(to) = self.query.to {
            text.push_str(" AND e.starts_at < ?");
            self.values.push(to.into());
        }
    }

    fn searches_by_fts5(&self) -> bool {
        self.engine == Engine::Sqlite && !search::asked(&self.query.q).is_empty()
    }

    /// The words by PostgreSQL's index.
    fn words(&mut self, text: &mut String) {
        let words = search::asked(&self.query.q);
        if !words.is_empty() {
            text.push_str(
                " AND array_to_tsvector(string_to_array(e.search_text, ' ')) @@ CAST(? AS tsquery)",
            );
            self.values.push(search::tsquery(&words).into());
        }
    }

    /// The words one event after the other, where there are few.
    fn plain_words(&mut self, text: &mut String) {
        for word in search::asked(&self.query.q) {
            text.push_str(" AND ' ' || e.search_text LIKE ?");
            self.values.push(format!("% {word}%").into());
        }
    }

    fn filters(&mut self, text: &mut String) {
        self.one_of(text, "kind", self.query.kinds.iter().map(|k| k.code()).collect());
        self.one_of(text, "status", self.query.statuses.iter().map(|s| s.code()).collect());
        if let Some(category) = &self.query.category {
            text.push_str(" AND e.category_key = ?");
            self.values.push(fold(category).into());
        }
        if let Some(place) = &self.query.place {
            text.push_str(" AND e.place_key LIKE ? ESCAPE '!'");
            let place = fold(place).replace('!', "!!").replace('%', "!%").replace('_', "!_");
            self.values.push(format!("%{place}%").into());
        }
    }

    fn one_of(&mut self, text: &mut String, column: &str, codes: Vec<&'static str>) {
        if !codes.is_empty() {
            text.push_str(&format!(" AND e.{column} IN ({})", vec!["?"; codes.len()].join(", ")));
            self.values.extend(codes.into_iter().map(Value::from));
        }
    }
}

const ROWS_A_SECOND: i64 = 16_777_216;

/// The smallest number that a row of `event_search` of an event beginning at this instant can have: see the
/// migration.
fn row_of(start: Instant) -> i64 {
    start.as_microseconds().div_euclid(1_000_000).saturating_mul(ROWS_A_SECOND)
}
