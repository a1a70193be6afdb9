//! The schema as it stands in a database, read from the engine's own catalogue and written as lines that are the same
//! on both engines.

use super::expression::{canonical, words};
use sea_orm::{ConnectionTrait, QueryResult, TryGetable};
use std::collections::BTreeMap;
use tessera_platform::db::{Db, Engine, Read, sql};

#[derive(Default)]
pub struct Table {
    pub columns: Vec<Column>,
    pub constraints: Vec<Constraint>,
    /// Indexes and triggers that refuse nothing.
    pub aids: Vec<String>,
}

pub struct Column {
    pub name: String,
    pub kind: Kind,
    pub required: bool,
    pub default: Option<String>,
}

/// PostgreSQL's types; of SQLite's the one that is converted to it where there are several.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Uuid,
    Text,
    Integer,
    Instant,
    Bool,
    Float,
}

pub struct Constraint {
    /// `unique accounts_email (email_key)`: the same on both engines.
    pub line: String,
    /// What this engine says when it refuses: a part of it.
    pub refusal: String,
}

impl Table {
    pub fn lines(&self) -> Vec<String> {
        let columns = self.columns.iter().map(|c| {
            // What is kept apart on PostgreSQL is a number on SQLite.
            let kind = match c.kind {
                Kind::Uuid => "uuid",
                Kind::Text => "text",
                Kind::Integer | Kind::Instant | Kind::Bool => "integer",
                Kind::Float => "float",
            };
            let required = if c.required { ", required" } else { "" };
            let default = c.default.iter().map(|d| format!(", else {d}")).collect::<String>();
            format!("{}: {kind}{required}{default}", c.name)
        });
        let mut rest: Vec<_> = self.constraints.iter().map(|c| &c.line).chain(&self.aids).cloned().collect();
        rest.sort();
        columns.chain(rest).collect()
    }
}

pub async fn read(db: &Db) -> BTreeMap<String, Table> {
    let read = db.read();
    match db.engine() {
        Engine::Sqlite => sqlite(&read).await,
        Engine::Postgres => postgres(&read).await,
    }
}

async fn rows(read: &Read, text: &str) -> Vec<QueryResult> {
    read.query_all_raw(sql(read, text, vec![])).await.unwrap()
}

fn get<T: TryGetable>(row: &QueryResult, at: usize) -> T {
    row.try_get_by_index(at).unwrap()
}

fn list(names: &str) -> String {
    format!("({names})")
}

fn foreign_key(columns: &str, to: &str, targets: &str, on_update: &str, on_delete: &str) -> String {
    let [on_update, on_delete] = [("update", on_update), ("delete", on_delete)].map(|(what, does)| {
        let does = does.to_lowercase();
        if does == "no action" { String::new() } else { format!(" on {what} {does}") }
    });
    format!("foreign key {} to {to} {}{on_update}{on_delete}", list(columns), list(targets))
}

async fn sqlite(read: &Read) -> BTreeMap<String, Table> {
    let mut tables = BTreeMap::<String, Table>::new();
    let mut keys = BTreeMap::<String, Vec<(i64, String)>>::new();
    // The tables beneath a full-text index are the engine's own.
    for row in rows(
        read,
        "SELECT t.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk, t.strict \
         FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c \
         WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid",
    )
    .await
    {
        let (table, name): (String, String) = (get(&row, 0), get(&row, 1));
        assert_eq!(get::<i64>(&row, 6), 1, "{table} is not strict: it would take any type anywhere");
        let kind = match get::<String>(&row, 2).as_str() {
            "BLOB" => Kind::Uuid,
            "TEXT" => Kind::Text,
            "INTEGER" => Kind::Integer,
            "REAL" => Kind::Float,
            other => panic!("{table}.{name} is {other}"),
        };
        if get::<i64>(&row, 5) > 0 {
            keys.entry(table.clone()).or_default().push((get(&row, 5), name.clone()));
        }
        let default = get::<Option<String>>(&row, 4).map(|d| canonical(&d));
        let column = Column { name, kind, required: get::<i64>(&row, 3) == 1, default };
        tables.entry(table).or_default().columns.push(column);
    }
    for (table, mut key) in keys {
        key.sort();
        let names: Vec<_> = key.into_iter().map(|(_, name)| name).collect();
        let constraint = Constraint {
            line: format!("primary key {}", list(&names.join(", "))),
            refusal: sqlite_unique(&table, &names),
        };
        tables.get_mut(&table).unwrap().constraints.push(constraint);
    }
    for row in
        rows(read, "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL").await
    {
        let name: String = get(&row, 0);
        if let Some(table) = tables.get_mut(&name) {
            table.constraints.extend(sqlite_checks(&get::<String>(&row, 1)));
        }
    }
    sqlite_indexes(read, &mut tables).await;
    sqlite_foreign_keys(read, &mut tables).await;
    sqlite_triggers(read, &mut tables).await;
    tables
}

async fn sqlite_foreign_keys(read: &Read, tables: &mut BTreeMap<String, Table>) {
    for row in rows(
        read,
        "SELECT t.name, f.\"table\", group_concat(f.\"from\", ', '), group_concat(f.\"to\", ', '), f.on_update, \
         f.on_delete FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f \
         WHERE t.schema = 'main' AND t.type = 'table' GROUP BY t.name, f.id",
    )
    .await
    {
        let [table, to, columns, targets, on_update, on_delete] = [0, 1, 2, 3, 4, 5].map(|i| get::<String>(&row, i));
        let constraint = Constraint {
            line: foreign_key(&columns, &to, &targets, &on_update, &on_delete),
            refusal: "FOREIGN KEY constraint failed".into(),
        };
        tables.get_mut(&table).unwrap().constraints.push(constraint);
    }
}

async fn sqlite_triggers(read: &Read, tables: &mut BTreeMap<String, Table>) {
    for row in rows(read, "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'").await {
        let (table, name, text): (String, String, String) = (get(&row, 0), get(&row, 1), get(&row, 2));
        let words = words(&text);
        let on = words.iter().position(|w| w == "on").unwrap();
        let event =
            words[..on].iter().find(|w| ["insert", "update", "delete"].contains(&w.as_str())).unwrap();
        let table = tables.get_mut(&table).unwrap();
        match words.iter().position(|w| w == "raise") {
            Some(at) => {
                let message = words[at + 4].trim_matches('\'').to_owned();
                table
                    .constraints
                    .push(Constraint { line: format!("refuses {event}: {message}"), refusal: message });
            }
            None => table.aids.push(format!("on {event}: {name}")),
        }
    }
}

fn sqlite_unique(table: &str, columns: &[String]) -> String {
    let columns: Vec<_> = columns.iter().map(|c| format!("{table}.{c}")).collect();
    format!("UNIQUE constraint failed: {}", columns.join(", "))
}

/// Each `[CONSTRAINT name] CHECK (…)` of a table.
fn sqlite_checks(text: &str) -> Vec<Constraint> {
    let mut out = Vec::new();
    let words = words(text);
    for at in (0..words.len()).filter(|at| words[*at] == "check") {
        let condition = canonical(&inside(&words[at + 1..]).join(" "));
        let named = (words[at - 2] == "constraint").then(|| words[at - 1].clone());
        let line = format!("check {}{condition}", named.iter().map(|n| format!("{n}: ")).collect::<String>());
        out.push(Constraint {
            line,
            refusal: format!("CHECK constraint failed: {}", named.unwrap_or(condition)),
        });
    }
    out
}

/// What stands between the parenthesis that the words begin with and the one that closes it.
fn inside(words: &[String]) -> &[String] {
    assert_eq!(words[0], "(");
    let mut depth = 0;
    let end = words.iter().position(|w| {
        depth += i32::from(w == "(") - i32::from(w == ")");
        depth == 0
    });
    &words[1..end.unwrap()]
}

async fn sqlite_indexes(read: &Read, tables: &mut BTreeMap<String, Table>) {
    for row in rows(
        read,
        "SELECT t.name, i.name, i.\"unique\", i.origin, m.sql, \
         (SELECT sql FROM sqlite_master WHERE type = 'table' AND name = t.name), \
         (SELECT group_concat(coalesce(name, '(expression)') || CASE WHEN desc THEN ' desc' ELSE '' END, ', ') \
            FROM (SELECT * FROM pragma_index_xinfo(i.name) WHERE key ORDER BY seqno)) \
         FROM pragma_table_list t JOIN pragma_index_list(t.name) i \
         LEFT JOIN sqlite_master m ON m.type = 'index' AND m.name = i.name \
         WHERE t.schema = 'main' AND t.type = 'table' AND i.origin <> 'pk'",
    )
    .await
    {
        let [table, mut name] = [0, 1].map(|i| get::<String>(&row, i));
        let columns: String = get(&row, 6);
        if get::<String>(&row, 3) == "u" {
            name = sqlite_unique_name(&get::<String>(&row, 5), &columns);
        }
        let condition = get::<Option<String>>(&row, 4).as_deref().and_then(condition_of);
        let line = index(&name, &columns, condition.as_deref());
        let into = tables.get_mut(&table).unwrap();
        if get::<i64>(&row, 2) == 1 {
            let columns: Vec<_> = columns.split(", ").map(str::to_owned).collect();
            let refusal = sqlite_unique(&table, &columns);
            into.constraints.push(Constraint { line: format!("unique {line}"), refusal });
        } else {
            into.aids.push(format!("index {line}"));
        }
    }
}

/// The catalogue does not tell the name of a `CONSTRAINT name UNIQUE (…)`.
fn sqlite_unique_name(table: &str, columns: &str) -> String {
    let words = words(table);
    let named = words.windows(3).enumerate().find(|(at, w)| {
        w[0] == "constraint"
            && w[2] == "unique"
            && inside(&words[at + 3..]).concat() == columns.replace(' ', "")
    });
    named.map(|(_, w)| w[1].clone()).unwrap_or_default()
}

fn condition_of(index: &str) -> Option<String> {
    let words = words(index);
    let at = words.iter().position(|w| w == "where")?;
    Some(canonical(&words[at + 1..].join(" ")))
}

fn index(name: &str, columns: &str, condition: Option<&str>) -> String {
    let name = if name.is_empty() { String::new() } else { format!("{name} ") };
    let condition = condition.map(|c| format!(" where {c}")).unwrap_or_default();
    format!("{name}{}{condition}", list(columns))
}

async fn postgres(read: &Read) -> BTreeMap<String, Table> {
    let mut tables = BTreeMap::<String, Table>::new();
    for row in rows(
        read,
        "SELECT c.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull, \
         pg_get_expr(d.adbin, d.adrelid) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid \
         LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum \
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 \
         AND NOT a.attisdropped ORDER BY c.relname, a.attnum",
    )
    .await
    {
        let [table, name, kind] = [0, 1, 2].map(|i| get::<String>(&row, i));
        let kind = match kind.as_str() {
            "uuid" => Kind::Uuid,
            "text" => Kind::Text,
            "bigint" => Kind::Integer,
            "timestamp with time zone" => Kind::Instant,
            "boolean" => Kind::Bool,
            "double precision" => Kind::Float,
            other => panic!("{table}.{name} is {other}"),
        };
        let default = get::<Option<String>>(&row, 4).map(|d| canonical(&d));
        let column = Column { name, kind, required: get(&row, 3), default };
        tables.entry(table).or_default().columns.push(column);
    }
    postgres_constraints(read, &mut tables).await;
    postgres_indexes(read, &mut tables).await;
    postgres_triggers(read, &mut tables).await;
    tables
}

async fn postgres_indexes(read: &Read, tables: &mut BTreeMap<String, Table>) {
    for row in rows(
        read,
        "SELECT t.relname::text, c.relname::text, i.indisunique, i.indnullsnotdistinct, \
         pg_get_expr(i.indpred, i.indrelid), \
         (SELECT string_agg(coalesce(a.attname::text, '(expression)') \
              || CASE WHEN i.indoption[k - 1] & 1 = 1 THEN ' desc' ELSE '' END, ', ' ORDER BY k) \
            FROM generate_series(1, i.indnkeyatts) k \
            LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[k - 1]) \
         FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid \
         WHERE t.relnamespace = 'public'::regnamespace \
         AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))",
    )
    .await
    {
        let [table, name] = [0, 1].map(|i| get::<String>(&row, i));
        let condition = get::<Option<String>>(&row, 4).map(|c| canonical(&c));
        let mut line = index(&name, &get::<String>(&row, 5), condition.as_deref());
        if get(&row, 3) {
            line.push_str(" nulls not distinct");
        }
        let table = tables.get_mut(&table).unwrap();
        if get(&row, 2) {
            table.constraints.push(Constraint { line: format!("unique {line}"), refusal: format!("\"{name}\"") });
        } else {
            table.aids.push(format!("index {line}"));
        }
    }
}

async fn postgres_constraints(read: &Read, tables: &mut BTreeMap<String, Table>) {
    let names = |key: &str, of: &str| {
        format!(
            "(SELECT string_agg(a.attname::text, ', ' ORDER BY k.n) FROM unnest(c.{key}) WITH ORDINALITY k(num, n) \
             JOIN pg_attribute a ON a.attrelid = c.{of} AND a.attnum = k.num)"
        )
    };
    let text = format!(
        "SELECT t.relname::text, c.conname::text, c.contype::text, {}, f.relname::text, {}, \
         c.confupdtype::text, c.confdeltype::text, pg_get_expr(c.conbin, c.conrelid), c.condeferrable, c.convalidated, \
         pg_get_constraintdef(c.oid) FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid \
         LEFT JOIN pg_class f ON f.oid = c.confrelid \
         WHERE t.relnamespace = 'public'::regnamespace AND c.contype NOT IN ('n', 't')",
        names("conkey", "conrelid"),
        names("confkey", "confrelid"),
    );
    for row in rows(read, &text).await {
        let [table, name, kind, columns] =
            [0, 1, 2, 3].map(|i| get::<Option<String>>(&row, i).unwrap_or_default());
        assert!(!get::<bool>(&row, 9), "{name} can be put off, which it cannot on SQLite");
        assert!(get::<bool>(&row, 10), "{name} does not hold for what was there before");
        let definition: String = get(&row, 11);
        let nulls = if definition.contains("NULLS NOT DISTINCT") { " nulls not distinct" } else { "" };
        let line = match kind.as_str() {
            "p" => format!("primary key {}", list(&columns)),
            // PostgreSQL's own choice of a name is none.
            "u" => {
                let unnamed = name == format!("{table}_{}_key", columns.replace(", ", "_"));
                format!("unique {}{nulls}", index(if unnamed { "" } else { &name }, &columns, None))
            }
            "c" => {
                let condition = canonical(&get::<String>(&row, 8));
                let own = name.trim_end_matches(|c: char| c.is_ascii_digit());
                let unnamed = own == format!("{table}_check") || own == format!("{table}_{columns}_check");
                if unnamed { format!("check {condition}") } else { format!("check {name}: {condition}") }
            }
            "f" => {
                let does = |at| match get::<String>(&row, at).as_str() {
                    "a" => "no action",
                    "r" => "restrict",
                    "c" => "cascade",
                    "n" => "set null",
                    _ => "set default",
                };
                foreign_key(&columns, &get::<String>(&row, 4), &get::<String>(&row, 5), does(6), does(7))
            }
            other => panic!("{name} is a constraint of a kind that SQLite does not have: {other}"),
        };
        tables.get_mut(&table).unwrap().constraints.push(Constraint { line, refusal: format!("\"{name}\"") });
    }
}

async fn postgres_triggers(read: &Read, tables: &mut BTreeMap<String, Table>) {
    for row in rows(
        read,
        "SELECT t.relname::text, g.tgname::text, g.tgtype::bigint, p.prosrc, g.tgenabled::text FROM pg_trigger g \
         JOIN pg_class t ON t.oid = g.tgrelid JOIN pg_proc p ON p.oid = g.tgfoid \
         WHERE t.relnamespace = 'public'::regnamespace AND NOT g.tgisinternal",
    )
    .await
    {
        let [table, name, source] = [0, 1, 3].map(|i| get::<String>(&row, i));
        assert_eq!(get::<String>(&row, 4), "O", "{name} is switched off");
        let raise = words(&source).windows(3).find(|w| w[0] == "raise" && w[1] == "exception").map(|w| w[2].clone());
        let table = tables.get_mut(&table).unwrap();
        let events = [(4, "insert"), (8, "delete"), (16, "update"), (32, "truncate")];
        for (_, event) in events.iter().filter(|(bit, _)| get::<i64>(&row, 2) & bit != 0) {
            match &raise {
                Some(message) => {
                    let message = message.trim_matches('\'').to_owned();
                    let line = format!("refuses {event}: {message}");
                    table.constraints.push(Constraint { line, refusal: message });
                }
                None => table.aids.push(format!("on {event}: {name}")),
            }
        }
    }
}
