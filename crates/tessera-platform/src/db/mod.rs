//! The database, SQLite or PostgreSQL, behind one query path.
//!
//! Promises: one writer at a time on SQLite (`BEGIN IMMEDIATE`, a queue in front), readers apart and unable to
//! write; every write goes through [`Db::write`] and one explicit [`Write::commit`]; a transaction that is dropped
//! is rolled back; instants are `timestamptz` on PostgreSQL and an integer of microseconds on SQLite, converted
//! here and in `tessera_core::instant`.
//!
//! Does not: hide SQL (stores write it), retry (services decide), or cache.

mod epochs;
mod live;
mod migrate;

pub use epochs::{Epoch, SERVER};
pub use live::{Heard, Listener, Live, MOST_TOPIC_BYTES};
pub use migrate::{MigrateError, Migration, Migrations, OWN_STEPS, Outcome as MigrationOutcome};

use sea_orm::sea_query::Value;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    ExecResult, QueryResult, RuntimeErr, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait,
};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tessera_core::ids::CommunityId;

/// Which of the two engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// What a store takes: a read or a write transaction.
pub trait Conn: ConnectionTrait {
    fn engine(&self) -> Engine {
        match self.get_database_backend() {
            DbBackend::Postgres => Engine::Postgres,
            _ => Engine::Sqlite,
        }
    }
}
impl Conn for Read {}
impl Conn for Write {}

/// The pools of one database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db(Arc<Pools>);

#[derive(Debug)]
struct Pools {
    engine: Engine,
    url: String,
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    statements: AtomicU64,
    work: tokio::sync::Notify,
    live: Live,
}

/// How many connections read at the same time on SQLite: as many as a small server has cores, and some more for
/// readers that wait.
const SQLITE_READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 16;

impl Db {
    /// Opens the database at `url` (`sqlite://file`, `sqlite::memory:` is refused as it could not be shared,
    /// `postgres://…`), creating the SQLite file where it is missing.
    pub async fn connect(url: &str) -> Result<Self, DbErr> {
        if url.starts_with("sqlite:") {
            if url.contains(":memory:") {
                return Err(DbErr::Custom(
                    "an SQLite database in memory cannot be shared: name a file".into(),
                ));
            }
            let writer = Database::connect(sqlite_options(url, false)).await?;
            let reader = Database::connect(sqlite_options(url, true)).await?;
            Ok(Self::of(Engine::Sqlite, url, reader, writer))
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let mut o = ConnectOptions::new(url.to_owned());
            o.max_connections(POSTGRES_CONNECTIONS)
                .min_connections(0)
                .connect_timeout(Duration::from_secs(10))
                .acquire_timeout(Duration::from_secs(15))
                .sqlx_logging(statements_are_logged())
                .record_stmt_in_spans(false)
                .test_before_acquire(false)
                .set_application_name("tessera")
                // Every question here is a small one. PostgreSQL, which takes what it cannot count for a third of a table,
                // would else start helpers and compile programs for some, which takes longer than answering.
                .map_sqlx_postgres_opts(|o| {
                    o.options([("timezone", "UTC"), ("jit", "off"), ("max_parallel_workers_per_gather", "0")])
                });
            let pool = Database::connect(o).await?;
            Ok(Self::of(Engine::Postgres, url, pool.clone(), pool))
        } else {
            Err(DbErr::Custom(
                "the address of the database starts with neither sqlite:// nor postgres://".into(),
            ))
        }
    }

    fn of(engine: Engine, url: &str, reader: DatabaseConnection, writer: DatabaseConnection) -> Self {
        let work = tokio::sync::Notify::new();
        let statements = AtomicU64::new(0);
        let live = Live::new();
        Self(Arc::new(Pools { engine, url: url.to_owned(), reader, writer, statements, work, live }))
    }

    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// The file of an SQLite database.
    pub fn sqlite_path(&self) -> Option<&str> {
        let rest = self.0.url.strip_prefix("sqlite:")?;
        let rest = rest.strip_prefix("//").unwrap_or(rest);
        rest.split('?').next()
    }

    pub fn url(&self) -> &str {
        &self.0.url
    }

    /// Reading, statement by statement, each seeing what was committed before it. On SQLite these connections
    /// cannot write.
    pub fn read(&self) -> Read {
        Read { db: self.clone() }
    }

    /// Begins the one write transaction of a use case.
    pub async fn write(&self) -> Result<Write, DbErr> {
        let tx = match self.0.engine {
            Engine::Postgres => self.0.writer.begin().await?,
            Engine::Sqlite => {
                let mode = Some(SqliteTransactionMode::Immediate);
                let options = TransactionOptions { sqlite_transaction_mode: mode, ..Default::default() };
                self.0.writer.begin_with_options(options).await?
            }
        };
        Ok(Write {
            tx,
            db: self.clone(),
            touched: Mutex::default(),
            told: Mutex::default(),
            brings_work: AtomicBool::new(false),
        })
    }

    /// How many statements this process has sent, for the tests that forbid a query per row.
    pub fn statements_sent(&self) -> u64 {
        self.0.statements.load(Ordering::Relaxed)
    }

    /// Resolves when this process has committed something for the job runner.
    pub(crate) async fn work(&self) {
        self.0.work.notified().await;
    }

    /// Closes the pools after what is under way.
    pub async fn close(&self) -> Result<(), DbErr> {
        if self.engine() == Engine::Postgres {
            // Whoever is not told looks by itself.
            let _ = self.notify_others().await;
        }
        self.0.reader.clone().close().await?;
        self.0.writer.clone().close().await
    }

    fn prepare(&self, mut statement: Statement) -> Statement {
        self.0.statements.fetch_add(1, Ordering::Relaxed);
        if self.0.engine == Engine::Sqlite
            && let Some(values) = &mut statement.values
        {
            for v in &mut values.0 {
                if let Value::ChronoDateTimeUtc(t) = v {
                    *v = Value::BigInt(t.map(|t| t.timestamp_micros()));
                }
            }
        }
        statement
    }
}

/// Only where somebody asked for it (`RUST_LOG=sqlx=debug`): noting each statement costs something. Values are not told.
fn statements_are_logged() -> bool {
    tracing::enabled!(target: "sqlx::query", tracing::Level::DEBUG)
}

fn sqlite_options(url: &str, readonly: bool) -> ConnectOptions {
    let mut o = ConnectOptions::new(url.to_owned());
    o.max_connections(if readonly { SQLITE_READERS } else { 1 })
        .min_connections(0)
        .acquire_timeout(Duration::from_secs(30))
        .idle_timeout(None)
        .max_lifetime(None)
        .sqlx_logging(statements_are_logged())
        .record_stmt_in_spans(false)
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(move |o| {
            o.create_if_missing(true)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                .pragma("temp_store", "MEMORY")
                // Pages that many small writes change again and again are copied back once.
                .pragma("wal_autocheckpoint", "4000")
                .pragma("cache_size", if readonly { "-4000" } else { "-8000" })
                // Readers look at the file where the system holds it, instead of copying its pages one by one.
                .pragma("mmap_size", if readonly { "2147418112" } else { "0" })
                .pragma("query_only", if readonly { "ON" } else { "OFF" })
                .statement_cache_capacity(200)
        });
    o
}

/// Reads outside of a transaction.
#[derive(Clone, Debug)]
pub struct Read {
    db: Db,
}

/// One write transaction. Dropped without [`commit`](Self::commit), it leaves nothing behind.
#[derive(Debug)]
pub struct Write {
    tx: DatabaseTransaction,
    db: Db,
    touched: Mutex<BTreeSet<CommunityId>>,
    told: Mutex<BTreeSet<String>>,
    brings_work: AtomicBool,
}

impl Write {
    /// Says that what this community's readers see changes with this transaction: whatever was cached of it, in
    /// any process, is not used once this is committed.
    pub fn touch(&self, community: CommunityId) {
        self.touched.lock().unwrap_or_else(PoisonError::into_inner).insert(community);
    }

    /// Says that something of the server as a whole changes: communities, hosts, accounts' rights.
    pub fn touch_server(&self) {
        self.touch(SERVER);
    }

    /// Says that something happens to this topic with this transaction: once it is committed, whoever listens to the
    /// topic hears of it, in any process.
    pub fn tell(&self, topic: impl Into<String>) {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).insert(topic.into());
    }

    /// Says that there is something for the job runner once this is committed: it is woken then.
    pub(crate) fn bring_work(&self) {
        self.brings_work.store(true, Ordering::Relaxed);
    }

    /// Makes it so, durably.
    pub async fn commit(self) -> Result<(), DbErr> {
        let touched = std::mem::take(&mut *self.touched.lock().unwrap_or_else(PoisonError::into_inner));
        let told = std::mem::take(&mut *self.told.lock().unwrap_or_else(PoisonError::into_inner));
        epochs::bump(&self, &touched).await?;
        self.tx.commit().await?;
        if self.brings_work.load(Ordering::Relaxed) {
            self.db.0.work.notify_one();
        }
        self.db.announce(told);
        Ok(())
    }

    /// Undoes it all.
    pub async fn rollback(self) -> Result<(), DbErr> {
        self.tx.rollback().await
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Read {
    fn get_database_backend(&self) -> DbBackend {
        self.db.0.reader.get_database_backend()
    }
    async fn execute_raw(&self, s: Statement) -> Result<ExecResult, DbErr> {
        self.db.0.reader.execute_raw(self.db.prepare(s)).await
    }
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.db.0.reader.execute_unprepared(sql).await
    }
    async fn query_one_raw(&self, s: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.db.0.reader.query_one_raw(self.db.prepare(s)).await
    }
    async fn query_all_raw(&self, s: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.db.0.reader.query_all_raw(self.db.prepare(s)).await
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Write {
    fn get_database_backend(&self) -> DbBackend {
        self.tx.get_database_backend()
    }
    async fn execute_raw(&self, s: Statement) -> Result<ExecResult, DbErr> {
        self.tx.execute_raw(self.db.prepare(s)).await
    }
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.tx.execute_unprepared(sql).await
    }
    async fn query_one_raw(&self, s: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.tx.query_one_raw(self.db.prepare(s)).await
    }
    async fn query_all_raw(&self, s: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.tx.query_all_raw(self.db.prepare(s)).await
    }
}

/// Builds a statement from SQL written once for both engines, with `?` for each value in order. On PostgreSQL the
/// marks become `$1`, `$2`…; the SQL must not hold a `?` for anything else.
pub fn sql(conn: &impl ConnectionTrait, text: &str, values: Vec<Value>) -> Statement {
    let backend = conn.get_database_backend();
    if backend != DbBackend::Postgres {
        return Statement::from_sql_and_values(backend, text, values);
    }
    let mut out = String::with_capacity(text.len().saturating_add(16));
    for (i, part) in text.split('?').enumerate() {
        if i > 0 {
            out.push('$');
            out.push_str(&i.to_string());
        }
        out.push_str(part);
    }
    Statement::from_sql_and_values(backend, out, values)
}

/// Whether the refusal was a unique constraint: the race was lost, or the name is taken.
pub fn is_unique_violation(e: &DbErr) -> bool {
    matches!(e.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_)))
}

/// Whether a constraint or trigger of ours with this name refused (`RAISE(ABORT, 'name')` on SQLite, the
/// constraint's name or the exception's message on PostgreSQL).
pub fn is_refused_by(e: &DbErr, name: &str) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner))) = e else {
        return false;
    };
    inner.as_database_error().is_some_and(|d| d.constraint() == Some(name) || d.message().contains(name))
}
