//! The SQL of a list's page, branch by branch.

use super::super::search;
use super::{Audience, Each, Query};
use sea_orm::sea_query::Value;
use tessera_core::Instant;
use tessera_core::ids::AccountId;
use tessera_platform::db::Engine;
use tessera_platform::text::fold;

fn whole(number: u64) -> Value {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

/// Builds the branches of a list, noting the values as their marks are written.
pub(super) struct Parts<'a> {
    pub engine: Engine,
    pub query: &'a Query,
    pub values: Vec<Value>,
}

/// Which events a branch looks at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Public,
    Any,
}

pub(super) const A_DAY: jiff::SignedDuration = jiff::SignedDuration::from_hours(24);

/// What a branch gives of an event: the columns of a `page`.
const OF_EVENT: &str = "e.id, '' AS occurrence, e.id AS series_id, e.starts_at, e.ends_at";
/// What it gives of a date.
const OF_DATE: &str = "o.shown_id AS id, o.occurrence, o.event_id AS series_id, o.starts_at, o.ends_at";

impl Parts<'_> {
    /// What the list shows: ids, dates and times.
    pub(super) fn page(&mut self) -> String {
        let (branches, direction) = (self.branches(), self.query.sort.direction());
        self.values.push(whole(self.query.limit));
        self.values.push(whole(self.query.skip));
        format!(
            "SELECT * FROM ({}) AS found ORDER BY sorted {direction}, id {direction} LIMIT ? OFFSET ?",
            branches.join(" UNION ALL ")
        )
    }

    /// How many the list has, all its pages together.
    pub(super) fn count(&mut self) -> String {
        format!("SELECT COUNT(*) FROM ({}) AS found", self.branches().join(" UNION ALL "))
    }

    fn branches(&mut self) -> Vec<String> {
        match self.query.audience {
            Audience::Everyone => self.windows(Whose::Public),
            Audience::Export => self.windows(Whose::Any),
            Audience::Member(account) => {
                let mut branches = self.windows(Whose::Public);
                branches.extend(self.of_account(
                    account,
                    " AND e.visibility = 'private'",
                    Some("'cancelled'"),
                ));
                branches
            }
            Audience::Organised(account) => self.of_account(account, "", None),
            Audience::Mine(account) => self.of_account(account, "", Some("'cancelled', 'declined'")),
        }
    }

    /// Whether series stand there by their dates. Lists by when something was changed have them once.
    fn by_date(&self) -> bool {
        self.query.each == Each::Date && self.query.sort.is_by_start()
    }

    /// A branch of its own order and length. The columns of `what` are an event's or a date's.
    fn branch(&mut self, what: &str, text: &str) -> String {
        let (column, direction) = (self.query.sort.column(), self.query.sort.direction());
        let (of, id) = if what == OF_DATE { ("o", "o.shown_id") } else { ("e", "e.id") };
        self.values.push(whole(self.query.skip.saturating_add(self.query.limit)));
        format!(
            "SELECT * FROM (SELECT {what}, {of}.{column} AS sorted FROM {text} \
             ORDER BY {of}.{column} {direction}, {id} {direction} LIMIT ?) AS branch"
        )
    }

    /// A branch of few, found first and put in order then. PostgreSQL knows nothing of how few last long, and would look
    /// for them through all that is past, in the order of the list; OFFSET keeps it from thinking of that.
    fn few(&mut self, what: &str, text: &str) -> String {
        if self.engine == Engine::Sqlite {
            return self.branch(what, text);
        }
        let (column, direction) = (self.query.sort.column(), self.query.sort.direction());
        let of = if what == OF_DATE { "o" } else { "e" };
        self.values.push(whole(self.query.skip.saturating_add(self.query.limit)));
        format!(
            "SELECT * FROM (SELECT * FROM (SELECT {what}, {of}.{column} AS sorted FROM {text} OFFSET 0) AS few \
             ORDER BY sorted {direction}, id {direction} LIMIT ?) AS branch"
        )
    }

    /// What begins in the window or the day before, and the long ones that began before that; then series.
    fn windows(&mut self, whose: Whose) -> Vec<String> {
        let mut branches = vec![self.window(whose)];
        if let Some(from) = self.query.from {
            branches.push(self.long_ones(whose, from));
        }
        if self.by_date() {
            branches.push(self.dates(whose));
            if let Some(from) = self.query.from {
                branches.push(self.long_dates(whose, from));
            }
        } else if self.query.from.is_some() || self.query.to.is_some() {
            branches.push(self.series(whose));
        }
        branches
    }

    fn window(&mut self, whose: Whose) -> String {
        let mut text = self.source().to_owned();
        if self.searches_by_fts5() {
            text.push_str(" event_words MATCH ? AND event_words.rowid BETWEEN ? AND ? AND ");
            self.values.push(search::fts5(&search::asked(&self.query.q)).into());
            self.values.push(self.query.from.map_or(i64::MIN, |from| row_of(from.plus(-A_DAY))).into());
            self.values
                .push(self.query.to.map_or(i64::MAX, |to| row_of(to).saturating_add(ROWS_A_SECOND)).into());
        }
        text.push_str(&self.published(whose));
        self.single(&mut text);
        self.since(&mut text, "e", true);
        self.until(&mut text, "e");
        if !self.searches_by_fts5() {
            self.words(&mut text);
        }
        self.filters(&mut text, "e");
        self.branch(OF_EVENT, &text)
    }

    fn long_ones(&mut self, whose: Whose, from: Instant) -> String {
        // Left to itself, SQLite would look through all that is past for these few.
        let index = if self.engine == Engine::Sqlite { " INDEXED BY events_long" } else { "" };
        let mut text = format!("events e{index} WHERE ");
        text.push_str(&self.published(whose));
        self.single(&mut text);
        self.longer_than_a_day(&mut text, "e", from);
        self.until(&mut text, "e");
        self.plain_words(&mut text, "e");
        self.filters(&mut text, "e");
        self.few(OF_EVENT, &text)
    }

    /// Dates of series in the window.
    fn dates(&mut self, whose: Whose) -> String {
        let mut text = self.dates_of(whose, "");
        self.since(&mut text, "o", true);
        self.until(&mut text, "o");
        self.plain_words(&mut text, "e");
        self.filters(&mut text, "e");
        self.branch(OF_DATE, &text)
    }

    fn long_dates(&mut self, whose: Whose, from: Instant) -> String {
        let index = if self.engine == Engine::Sqlite { " INDEXED BY occurrences_long" } else { "" };
        let mut text = self.dates_of(whose, index);
        self.longer_than_a_day(&mut text, "o", from);
        self.until(&mut text, "o");
        self.plain_words(&mut text, "e");
        self.filters(&mut text, "e");
        self.few(OF_DATE, &text)
    }

    /// Where nothing is asked of what they show, the dates by themselves. CROSS JOIN is how SQLite is told the order of
    /// joining: from the dates to what they show.
    fn dates_of(&mut self, whose: Whose, index: &str) -> String {
        let (mut asked, held) = (String::new(), self.values.len());
        self.words_and_filters(&mut asked, "e");
        self.values.truncate(held);
        let shown =
            if asked.is_empty() { " WHERE" } else { " CROSS JOIN events e WHERE e.id = o.shown_id AND" };
        self.values.push(self.query.community_id.into());
        let public = if whose == Whose::Public { " AND o.is_public" } else { "" };
        format!("occurrences o{index}{shown} o.community_id = ?{public}")
    }

    /// Series as they are written, and what overrides them, where one of their dates is in the window, or may be where
    /// the index does not reach.
    fn series(&mut self, whose: Whose) -> String {
        let mut text = format!("events e WHERE {}", self.published(whose));
        text.push_str(" AND (e.id IN (");
        for or in [" OR e.series_id IN (", ")"] {
            text.push_str("SELECT o.event_id FROM occurrences o WHERE o.community_id = ?");
            self.values.push(self.query.community_id.into());
            if let Some(from) = self.query.from {
                text.push_str(" AND o.starts_at >= ?");
                self.values.push(from.plus(-A_DAY).into());
            }
            self.since(&mut text, "o", false);
            self.until(&mut text, "o");
            self.unindexed_series(&mut text);
            text.push(')');
            text.push_str(or);
        }
        self.chosen(&mut text);
        self.branch(OF_EVENT, &text)
    }

    fn unindexed_series(&mut self, text: &mut String) {
        text.push_str(" UNION SELECT s.event_id FROM series s WHERE s.community_id = ? AND (");
        self.values.push(self.query.community_id.into());
        for (column, sign, bound, or) in
            [("indexed_from", ">", self.query.from, " OR "), ("indexed_until", "<", self.query.to, ")")]
        {
            match bound {
                Some(bound) => {
                    text.push_str(&format!("s.{column} {sign} ?"));
                    self.values.push(bound.into());
                }
                None => text.push_str(&format!("s.{column} IS NOT NULL")),
            }
            text.push_str(or);
        }
        if let Some(from) = self.query.from {
            text.push_str(" AND (s.last_start IS NULL OR s.last_start >= ?)");
            self.values.push(from.plus(-A_DAY).into());
        }
    }

    /// The words and filters of a list. In a calendar that expands series itself, a date that differs goes along with
    /// its series, whatever it says: without it the date would stand there as if nothing had changed.
    fn chosen(&mut self, text: &mut String) {
        let mut own = String::new();
        self.words_and_filters(&mut own, "e");
        if own.is_empty() {
            return;
        }
        if self.query.each == Each::Date {
            text.push_str(&own);
            return;
        }
        let mut of_series = String::new();
        self.words_and_filters(&mut of_series, "m");
        text.push_str(&format!(
            " AND ((1 = 1{own}) OR EXISTS (SELECT 1 FROM events m WHERE m.id = e.series_id{of_series}))"
        ));
    }

    fn words_and_filters(&mut self, text: &mut String, of: &str) {
        self.plain_words(text, of);
        self.filters(text, of);
    }

    /// `left` are the answers of those who do not take part; none: taking part does not count.
    fn of_account(&mut self, account: AccountId, whose: &str, left: Option<&str>) -> Vec<String> {
        let answered = left.map_or(String::new(), |left| {
            format!(
                " UNION SELECT g.event_id FROM event_assignees g WHERE g.account_id = ? AND g.community_id = ? \
                 UNION SELECT p.event_id FROM participations p WHERE p.account_id = ? AND p.community_id = ? AND p.status NOT IN ({left})"
            )
        });
        let own = if whose.is_empty() { "" } else { " AND o.visibility = 'private'" };
        let by_date = self.by_date();
        let coming = if self.query.from.is_some() && by_date { " AND o.ends_at >= ?" } else { "" };
        // The plus keeps SQLite from walking through the whole community: it is to go from the ids to their events.
        let plus = if self.engine == Engine::Sqlite { "+" } else { "" };
        let theirs = format!(
            "SELECT o.id FROM events o WHERE o.community_id = ? AND o.organiser_id = ?{own}{coming} \
             UNION SELECT c.event_id FROM event_co_organisers c WHERE c.account_id = ?{answered}"
        );
        // The dates that differ of a series that is theirs, where it is written as it is.
        let with_dates = if self.query.each == Each::Event {
            format!(" UNION SELECT v.id FROM events v WHERE v.series_id IN ({theirs})")
        } else {
            String::new()
        };
        let mut text = format!(
            "events e WHERE e.id IN ({theirs}{with_dates}) \
             AND {plus}e.community_id = ? AND {plus}e.state = 'published'{whose}"
        );
        let community = self.query.community_id;
        for _ in 0..if with_dates.is_empty() { 1 } else { 2 } {
            self.values.extend::<[Value; 2]>([community.into(), account.into()]);
            if by_date {
                self.values.extend(self.query.from.map(Value::from));
            }
            self.values.push(account.into());
            if left.is_some() {
                let (me, here): (Value, Value) = (account.into(), community.into());
                self.values.extend([me.clone(), here.clone(), me, here]);
            }
        }
        self.values.push(community.into());
        if by_date {
            self.single(&mut text);
            self.since(&mut text, "e", false);
        } else if let Some(from) = self.query.from {
            // A series counts by its dates.
            text.push_str(
                " AND (e.ends_at > ? OR e.starts_at >= ? OR EXISTS (SELECT 1 FROM occurrences o \
                 WHERE o.event_id = COALESCE(e.series_id, e.id) AND (o.ends_at > ? OR o.starts_at >= ?)))",
            );
            self.values.extend::<[Value; 4]>([from.into(), from.into(), from.into(), from.into()]);
        }
        if self.query.each == Each::Event {
            self.until_with_series(&mut text);
        } else {
            self.until(&mut text, "e");
        }
        self.chosen(&mut text);
        let mut branches = vec![self.branch(OF_EVENT, &text)];
        if by_date {
            branches.push(self.dates_of_account(account, whose, left));
        }
        branches
    }

    /// The dates of the series of somebody: those they organise, and those they answered.
    fn dates_of_account(&mut self, account: AccountId, whose: &str, left: Option<&str>) -> String {
        let community = self.query.community_id;
        let organised = "SELECT s.event_id FROM series s WHERE s.community_id = ? AND s.organiser_id = ? \
             UNION SELECT c.event_id FROM event_co_organisers c WHERE c.account_id = ?";
        let mut text = "occurrences o CROSS JOIN events e WHERE e.id = o.shown_id AND ".to_owned();
        self.values.extend::<[Value; 3]>([community.into(), account.into(), account.into()]);
        match left {
            None => text.push_str(&format!("o.event_id IN ({organised})")),
            // Who may see a private series sees all of it; what is one's own are the dates one answered.
            Some(left) => {
                let dates = if whose.is_empty() {
                    format!(
                        " AND (o.event_id IN ({organised}) \
                         OR EXISTS (SELECT 1 FROM event_assignees g WHERE g.event_id = o.event_id AND g.account_id = ?) \
                         OR EXISTS (SELECT 1 FROM participations p WHERE p.event_id = o.event_id \
                         AND p.account_id = ? AND p.occurrence IN ('', o.occurrence) AND p.status NOT IN ({left})))"
                    )
                } else {
                    String::new()
                };
                text.push_str(&format!(
                    "o.event_id IN ({organised} UNION SELECT g.event_id FROM event_assignees g \
                     WHERE g.account_id = ? AND g.community_id = ? UNION SELECT p.event_id FROM participations p \
                     WHERE p.account_id = ? AND p.community_id = ? AND p.status NOT IN ({left})){dates}"
                ));
                let (me, here): (Value, Value) = (account.into(), community.into());
                self.values.extend([me.clone(), here.clone(), me.clone(), here.clone()]);
                if !dates.is_empty() {
                    self.values.extend([here, me.clone(), me.clone(), me.clone(), me]);
                }
            }
        }
        text.push_str(" AND o.community_id = ? AND e.state = 'published'");
        self.values.push(community.into());
        text.push_str(whose);
        self.since(&mut text, "o", false);
        self.until(&mut text, "o");
        self.plain_words(&mut text, "e");
        self.filters(&mut text, "e");
        self.branch(OF_DATE, &text)
    }

    /// Neither a series nor one of its dates, where those stand there by their dates.
    fn single(&self, text: &mut String) {
        let windowed = self.query.from.is_some() || self.query.to.is_some();
        if self.by_date() {
            text.push_str(" AND e.series_id IS NULL AND e.rrule IS NULL AND e.rdates = '[]'");
        } else if windowed {
            // Found by their dates, in a branch of their own.
            text.push_str(
                " AND e.series_id IS NULL AND NOT EXISTS (SELECT 1 FROM series s WHERE s.event_id = e.id)",
            );
        }
    }

    /// What has not ended by `from`; `by_index`: as the index by start finds it.
    fn since(&mut self, text: &mut String, of: &str, by_index: bool) {
        let Some(from) = self.query.from else { return };
        if by_index {
            text.push_str(&format!(" AND {of}.starts_at >= ?"));
            self.values.push(from.plus(-A_DAY).into());
        }
        text.push_str(&format!(" AND ({of}.ends_at > ? OR {of}.starts_at >= ?)"));
        self.values.extend::<[Value; 2]>([from.into(), from.into()]);
    }

    /// What began long before `from` and has not ended.
    fn longer_than_a_day(&mut self, text: &mut String, of: &str, from: Instant) {
        let day = match self.engine {
            Engine::Sqlite => "86400000000",
            Engine::Postgres => "interval '1 day'",
        };
        text.push_str(&format!(
            " AND {of}.ends_at - {of}.starts_at > {day} AND {of}.ends_at > ? AND {of}.starts_at < ?"
        ));
        self.values.extend::<[Value; 2]>([from.into(), from.plus(-A_DAY).into()]);
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

    pub(super) fn until(&mut self, text: &mut String, of: &str) {
        if let Some(to) = self.query.to {
            text.push_str(&format!(" AND {of}.starts_at < ?"));
            self.values.push(to.into());
        }
        if let Some(from) = self.query.begins_from {
            text.push_str(&format!(" AND {of}.starts_at >= ?"));
            self.values.push(from.into());
        }
    }

    /// A date that differs goes along with its series also where it was moved beyond the end.
    fn until_with_series(&mut self, text: &mut String) {
        if let Some(to) = self.query.to {
            text.push_str(
                " AND (e.starts_at < ? OR EXISTS (SELECT 1 FROM events m WHERE m.id = e.series_id AND m.starts_at < ?))",
            );
            self.values.extend::<[Value; 2]>([to.into(), to.into()]);
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
    pub(super) fn plain_words(&mut self, text: &mut String, of: &str) {
        for word in search::asked(&self.query.q) {
            text.push_str(&format!(" AND ' ' || {of}.search_text LIKE ?"));
            self.values.push(format!("% {word}%").into());
        }
    }

    pub(super) fn filters(&mut self, text: &mut String, of: &str) {
        self.one_of(text, of, "kind", self.query.kinds.iter().map(|k| k.code()).collect());
        self.one_of(text, of, "status", self.query.statuses.iter().map(|s| s.code()).collect());
        self.one_of(text, of, "priority", self.query.priorities.iter().map(|p| p.code()).collect());
        if let Some(since) = self.query.updated_since {
            text.push_str(&format!(" AND {of}.updated_at >= ?"));
            self.values.push(since.into());
        }
        if let Some(organiser) = self.query.organiser {
            text.push_str(&format!(" AND {of}.organiser_id = ?"));
            self.values.push(organiser.into());
        }
        if let Some(category) = &self.query.category {
            text.push_str(&format!(" AND {of}.category_key = ?"));
            self.values.push(fold(category).into());
        }
        if let Some(place) = &self.query.place {
            text.push_str(&format!(" AND {of}.place_key LIKE ? ESCAPE '!'"));
            let place = fold(place).replace('!', "!!").replace('%', "!%").replace('_', "!_");
            self.values.push(format!("%{place}%").into());
        }
    }

    fn one_of(&mut self, text: &mut String, of: &str, column: &str, codes: Vec<&'static str>) {
        if !codes.is_empty() {
            text.push_str(&format!(" AND {of}.{column} IN ({})", vec!["?"; codes.len()].join(", ")));
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
