//! What the databases themselves refuse, and that both refuse the same.
//!
//! The schema is read back from each engine after all migrations. What one has and the other has not must be named in
//! [`APART`]; what guards a promise must be named in [`promises::PROMISES`], with a row that is let in and a statement
//! that is not, and both are tried.

mod expression;
mod live;
mod promises;

use live::{Constraint, Kind, Table};
use promises::{FIRST_AND_SECOND, PROMISES, Promise, Refused};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use tessera::slices;
use tessera_platform::db::{Db, Write, sql};
use tessera_testkit::{Engine, TestDb, both_engines};
use tessera_web::app::migrations_of;

/// What one engine has and the other has not, and why that is right.
const APART: &[(&str, &str)] = &[
    ("audit: refuses truncate: audit_append_only", "SQLite has no TRUNCATE"),
    ("events: index events_words ((expression))", "full text is an index on PostgreSQL"),
    ("events: on insert: events_words_insert", "full text is a table of its own on SQLite"),
    ("events: on update: events_words_update", "full text is a table of its own on SQLite"),
    ("events: on delete: events_words_delete", "full text is a table of its own on SQLite"),
    ("event_search: row: integer, required", "full text is a table of its own on SQLite"),
    ("event_search: event_id: uuid, required", "full text is a table of its own on SQLite"),
    ("event_search: primary key (row)", "full text is a table of its own on SQLite"),
    ("event_search: unique (event_id)", "full text is a table of its own on SQLite"),
    (
        "events: index events_long (community_id, ends_at) where state = 'published' and ends_at - starts_at > 86400000000",
        "a day in SQLite's microseconds",
    ),
    (
        "events: index events_long (community_id, ends_at) where state = 'published' and ends_at - starts_at > '1 day'",
        "a day in PostgreSQL's words",
    ),
    (
        "external_events: index external_events_long (community_id, over_at) where over_at - start_date > 2678400000000",
        "a month in SQLite's microseconds",
    ),
    (
        "external_events: index external_events_long (community_id, over_at) where over_at - start_date > '31 days'",
        "a month in PostgreSQL's words",
    ),
    (
        "occurrences: index occurrences_long (community_id, ends_at) where ends_at - starts_at > 86400000000",
        "a day in SQLite's microseconds",
    ),
    (
        "occurrences: index occurrences_long (community_id, ends_at) where ends_at - starts_at > '1 day'",
        "a day in PostgreSQL's words",
    ),
    (
        "events: index events_naming_pictures (community_id) where description_source like '%/images/%' or image_url like 'http%/images/%'",
        "PostgreSQL repeats LIKE as the operator that it stands for",
    ),
    (
        "events: index events_naming_pictures (community_id) where description_source ~ ~ '%/images/%' or image_url ~ ~ 'http%/images/%'",
        "PostgreSQL repeats LIKE as the operator that it stands for",
    ),
];

/// A database after all migrations, what it says of itself, and one row in every table.
struct Kit {
    test: TestDb,
    tables: BTreeMap<String, Table>,
}

async fn start(engine: Engine) -> Kit {
    let test = TestDb::migrated(engine, &migrations_of(&slices::slices())).await;
    let tables = live::read(&test.db).await;
    let kit = Kit { test, tables };
    let tx = kit.db().write().await.unwrap();
    for (table, first, _) in FIRST_AND_SECOND.iter().filter(|(t, ..)| kit.tables.contains_key(*t)) {
        kit.insert(&tx, table, &[first]).await.unwrap_or_else(|e| panic!("the first row of {table}: {e}"));
    }
    tx.commit().await.unwrap();
    kit
}

impl Kit {
    fn db(&self) -> &Db {
        &self.test.db
    }

    /// `#1` is an id and `@1` an instant, in the writing of this engine.
    fn dialect(&self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['#', '@']) {
            let (before, marked) = rest.split_at(at);
            out.push_str(before);
            let digits: String = marked.chars().skip(1).take_while(char::is_ascii_digit).collect();
            let sqlite = self.db().engine() == Engine::Sqlite;
            match digits.parse::<u128>() {
                Err(_) => out.push_str(&marked[..1]),
                Ok(id) if marked.starts_with('#') && sqlite => write!(out, "x'{id:032x}'").unwrap(),
                Ok(id) if marked.starts_with('#') => write!(out, "'{id:032x}'::uuid").unwrap(),
                Ok(second) if sqlite => write!(out, "{second}000000").unwrap(),
                Ok(second) => write!(out, "to_timestamp({second})").unwrap(),
            }
            rest = &marked[1 + digits.len()..];
        }
        out + rest
    }

    /// Inserts what is required, with these values where they are given: what stands later holds.
    async fn insert(&self, tx: &Write, table: &str, changes: &[&str]) -> Result<(), DbErr> {
        let mut values = BTreeMap::new();
        for column in self.tables[table].columns.iter().filter(|c| c.required && c.default.is_none()) {
            let value = match column.kind {
                Kind::Uuid => "#1",
                Kind::Text => "'x'",
                Kind::Integer => "1",
                Kind::Instant => "@1",
                Kind::Bool => "false",
                Kind::Float => "1.0",
            };
            values.insert(column.name.as_str(), value);
        }
        for change in changes.iter().flat_map(|c| c.split(", ")).filter(|c| !c.is_empty()) {
            let (column, value) = change.split_once(" = ").unwrap();
            assert!(self.tables[table].columns.iter().any(|c| c.name == column), "{table} has no {column}");
            values.insert(column, value);
        }
        let columns: Vec<_> = values.keys().copied().collect();
        let values: Vec<_> = values.values().copied().collect();
        let text = format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), values.join(", "));
        self.run(tx, &text).await
    }

    async fn run(&self, tx: &Write, text: &str) -> Result<(), DbErr> {
        tx.execute_raw(sql(tx, &self.dialect(text), vec![])).await.map(drop)
    }

    /// A second row of the table beside the first, in a transaction that leaves nothing.
    async fn try_second(&self, table: &str, changes: &str) -> Result<(), DbErr> {
        let (.., second) = FIRST_AND_SECOND.iter().find(|(t, ..)| *t == table).unwrap();
        let tx = self.db().write().await.unwrap();
        let result = self.insert(&tx, table, &[second, changes]).await;
        tx.rollback().await.unwrap();
        result
    }

    async fn try_statement(&self, text: &str) -> Result<(), DbErr> {
        let tx = self.db().write().await.unwrap();
        let result = self.run(&tx, text).await;
        tx.rollback().await.unwrap();
        result
    }

    fn constraints(&self) -> impl Iterator<Item = (&str, &Constraint)> {
        self.tables.iter().flat_map(|(name, t)| t.constraints.iter().map(move |c| (name.as_str(), c)))
    }
}

/// SQLite repeats a condition as it was written.
fn is_refused_with(e: &DbErr, refusal: &str) -> bool {
    let said = e.to_string();
    match (said.rsplit_once("CHECK constraint failed: "), refusal.strip_prefix("CHECK constraint failed: ")) {
        (Some((_, condition)), Some(expected)) => expression::canonical(condition) == expected,
        _ => said.contains(refusal),
    }
}

/// Nothing to decide: an id is made once, and every table of things has one.
fn is_plain_key(constraint: &Constraint) -> bool {
    constraint.line == "primary key (id)"
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_have_the_reviewed_schema() {
    let sqlite = start(Engine::Sqlite).await.tables;
    let postgres = start(Engine::Postgres).await.tables;
    let mut out = String::new();
    let mut apart = BTreeSet::new();
    let lines =
        |tables: &BTreeMap<String, Table>, name| tables.get(name).map(Table::lines).unwrap_or_default();
    for name in sqlite.keys().chain(postgres.keys()).collect::<BTreeSet<_>>() {
        writeln!(out, "{name}").unwrap();
        let (here, there) = (lines(&sqlite, name), lines(&postgres, name));
        let only_there = there.iter().filter(|l| !here.contains(l));
        for line in here.iter().chain(only_there) {
            let whose = match (here.contains(line), there.contains(line)) {
                (true, true) => "",
                (true, false) => " [SQLite]",
                _ => " [PostgreSQL]",
            };
            writeln!(out, "    {line}{whose}").unwrap();
            if !whose.is_empty() {
                apart.insert(format!("{name}: {line}"));
            }
        }
    }
    let known: BTreeSet<_> = APART.iter().map(|(line, _)| (*line).to_owned()).collect();
    let new: Vec<_> = apart.difference(&known).collect();
    assert!(new.is_empty(), "the engines have drifted apart: {new:#?}");
    let gone: Vec<_> = known.difference(&apart).collect();
    assert!(gone.is_empty(), "named in APART, and no difference any more: {gone:#?}");
    insta::assert_snapshot!("schema", out);
}

both_engines! { start;
    async fn whatever_guards_a_promise_is_tried(kit: Kit) {
        let untried: Vec<_> = kit.constraints()
            .filter(|(table, c)| !is_plain_key(c) && !PROMISES.iter().any(|p| p.table == *table && p.constraint == c.line))
            .map(|(table, c)| format!("{table}: {}", c.line))
            .collect();
        assert!(untried.is_empty(), "no violation in promises.rs covers these: {untried:#?}");
        let gone: Vec<_> = PROMISES.iter()
            .filter(|p| !kit.constraints().any(|(table, c)| p.table == table && p.constraint == c.line))
            .map(|p| format!("{}: {}", p.table, p.constraint))
            .filter(|line| !APART.iter().any(|(apart, _)| apart == line))
            .collect();
        assert!(gone.is_empty(), "promised, and not in the schema: {gone:#?}");
    }

    async fn what_breaks_a_promise_is_refused_by_its_constraint_and_what_keeps_it_is_not(kit: Kit) {
        let mut wrong = Vec::new();
        for Promise { table, constraint, promises, kept, refused } in PROMISES {
            let Some((_, live)) = kit.constraints().find(|(t, c)| t == table && c.line == *constraint) else { continue };
            let mut say = |what: String| wrong.push(format!("{table}: {constraint} ({promises}): {what}"));
            if let Err(e) = kit.try_second(table, kept).await {
                say(format!("{kept:?} is not let in: {e}"));
            }
            let tried = match refused {
                Refused::Row(changes) => kit.try_second(table, changes).await,
                Refused::Statement(text) => kit.try_statement(text).await,
            };
            match tried {
                Ok(()) => say(format!("{refused:?} is let in")),
                Err(e) if is_refused_with(&e, &live.refusal) => {}
                Err(e) => say(format!("{refused:?} is refused by something else: {e}")),
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    async fn every_table_has_two_rows_to_try_with(kit: Kit) {
        for table in kit.tables.keys() {
            assert!(FIRST_AND_SECOND.iter().any(|(t, ..)| t == table), "{table} is missing in promises.rs");
            if let Err(e) = kit.try_second(table, "").await {
                panic!("the second row of {table}: {e}");
            }
        }
    }

    async fn an_id_is_given_once(kit: Kit) {
        for (table, constraint) in kit.constraints().filter(|(_, c)| is_plain_key(c)) {
            let (_, first, _) = FIRST_AND_SECOND.iter().find(|(t, ..)| *t == table).unwrap();
            let id = first.split(", ").find(|c| c.starts_with("id = ")).unwrap_or("id = #1");
            let e = kit.try_second(table, id).await.unwrap_err();
            assert!(is_refused_with(&e, &constraint.refusal), "{table}: {e}");
        }
    }

    async fn what_is_required_cannot_be_left_out(kit: Kit) {
        for (name, table) in &kit.tables {
            for column in table.columns.iter().filter(|c| c.required) {
                let e = match kit.try_second(name, &format!("{} = NULL", column.name)).await {
                    Err(e) => e.to_string().to_lowercase(),
                    // SQLite chooses a number for the key of a table that is ordered by it.
                    Ok(()) if (name.as_str(), column.name.as_str()) == ("event_search", "row") => continue,
                    Ok(()) => panic!("{name} takes a row without {}", column.name),
                };
                assert!(e.contains("not null") || e.contains("not-null"), "{name}.{}: {e}", column.name);
            }
        }
    }

    async fn what_belongs_to_something_goes_with_it(kit: Kit) {
        for (child, constraint) in kit.constraints() {
            let words = expression::words(&constraint.line);
            let ["foreign", "key", "(", column, ")", "to", parent, "(", key, ")", "on", "delete", "cascade"] =
                words.iter().map(String::as_str).collect::<Vec<_>>()[..]
            else {
                continue;
            };
            let tx = kit.db().write().await.unwrap();
            let count = format!("SELECT count(*) FROM {child} WHERE {column} IS NOT NULL");
            // A row that stands for itself in the first place: a date of a series is beside its series.
            if child == parent {
                let (.., second) = FIRST_AND_SECOND.iter().find(|(t, ..)| *t == child).unwrap();
                kit.insert(&tx, child, &[second, &format!("{column} = #1")]).await.unwrap();
            }
            let left = async || tx.query_one_raw(sql(&tx, &count, vec![])).await.unwrap().unwrap().try_get_by_index::<i64>(0).unwrap();
            assert_eq!(left().await, 1, "{child} has no row of a {parent}");
            kit.run(&tx, &format!("DELETE FROM {parent} WHERE {key} = #1")).await.unwrap();
            assert_eq!(left().await, 0, "{child} stays when its {parent} goes");
            tx.rollback().await.unwrap();
        }
    }
}
