//! Brings a database to this program's version.
//!
//! Each slice brings numbered steps, append-only: a step that was applied and whose text has since changed is an
//! error, and so is one that this program does not know (the database is newer than the program). One table keeps
//! what was applied. On SQLite the file is copied before anything is changed.
//!
//! SQL is written once with marks for what differs: `{uuid}`, `{instant}`, `{bool}`, `{int}`, `{float}`, and
//! `{strict}` behind a table. What has no common form stands in sections that begin with a line `--@sqlite`,
//! `--@postgres` or `--@both`.

use super::{Db, Engine, sql};
use sea_orm::{ConnectionTrait, DbErr};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use tessera_core::Instant;

/// One step.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    pub number: i64,
    pub name: &'static str,
    pub sql: &'static str,
}

/// The steps of one slice. The order between slices is the order in which they are listed.
#[derive(Clone, Copy, Debug)]
pub struct Migrations {
    pub slice: &'static str,
    pub steps: &'static [Migration],
}

/// What was done.
#[derive(Debug, Default)]
pub struct Outcome {
    pub applied: Vec<String>,
    /// The copy of the SQLite file from before.
    pub copy: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    #[error(
        "the database was written by a newer version of Tessera (it has step {slice}/{number}, unknown here); start that version, or restore a backup from before the upgrade"
    )]
    Newer { slice: String, number: i64 },
    #[error(
        "step {slice}/{number} was applied with another text than this program has; this program or the database was tampered with"
    )]
    Changed { slice: String, number: i64 },
    #[error(
        "the database needs {pending} step(s) of migration; run `tessera migrate`, or set database.auto_migrate = true"
    )]
    Pending { pending: usize },
    #[error("step {step} of the migration failed; nothing of it was kept")]
    Step { step: String, source: DbErr },
    #[error("the copy of the database before the migration could not be written to {path}")]
    Copy { path: String, source: DbErr },
    #[error("the database does not answer")]
    Database(#[from] DbErr),
}

/// The platform's own steps, before those of any slice.
pub const OWN_STEPS: &[Migration] = &[
    Migration { number: 1, name: "ground", sql: include_str!("../../migrations/0001_ground.sql") },
    Migration {
        number: 2,
        name: "mails that are handed over",
        sql: include_str!("../../migrations/0002_handing_over.sql"),
    },
];

const OWN: Migrations = Migrations { slice: "platform", steps: OWN_STEPS };

impl Db {
    /// Applies what is missing, in order, and says what it did.
    pub async fn migrate(&self, slices: &[Migrations], now: Instant) -> Result<Outcome, MigrateError> {
        self.write_ledger_table().await?;
        let pending = self.pending(slices).await?;
        if pending.is_empty() {
            return Ok(Outcome::default());
        }
        let mut outcome = Outcome { copy: self.copy_before(now).await?, ..Default::default() };
        for (slice, step) in pending {
            let label = format!("{slice}/{:04} {}", step.number, step.name);
            self.apply(slice, &step, now)
                .await
                .map_err(|source| MigrateError::Step { step: label.clone(), source })?;
            outcome.applied.push(label);
        }
        Ok(outcome)
    }

    /// Refuses a database that is not exactly this program's.
    pub async fn check_migrated(&self, slices: &[Migrations]) -> Result<(), MigrateError> {
        self.write_ledger_table().await?;
        let pending = self.pending(slices).await?.len();
        if pending == 0 { Ok(()) } else { Err(MigrateError::Pending { pending }) }
    }

    async fn write_ledger_table(&self) -> Result<(), DbErr> {
        let tx = self.write().await?;
        self.lock_migrations(&tx).await?;
        tx.execute_unprepared(&self.dialect(
            "CREATE TABLE IF NOT EXISTS migrations (slice TEXT NOT NULL, number {int} NOT NULL, \
             name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at {instant} NOT NULL, \
             PRIMARY KEY (slice, number)) {strict}",
        ))
        .await?;
        tx.commit().await
    }

    /// Two processes that start together wait for each other.
    async fn lock_migrations(&self, tx: &super::Write) -> Result<(), DbErr> {
        if self.engine() == Engine::Postgres {
            tx.execute_unprepared("SELECT pg_advisory_xact_lock(7310579)").await?;
        }
        Ok(())
    }

    async fn pending(&self, slices: &[Migrations]) -> Result<Vec<(&'static str, Migration)>, MigrateError> {
        let read = self.read();
        let mut applied = BTreeMap::new();
        for row in
            read.query_all_raw(sql(&read, "SELECT slice, number, checksum FROM migrations", vec![])).await?
        {
            let key = (row.try_get_by_index::<String>(0)?, row.try_get_by_index::<i64>(1)?);
            applied.insert(key, row.try_get_by_index::<String>(2)?);
        }
        let mut pending = Vec::new();
        for Migrations { slice, steps } in std::iter::once(&OWN).chain(slices) {
            for step in *steps {
                match applied.remove(&((*slice).to_owned(), step.number)) {
                    None => pending.push((*slice, *step)),
                    Some(sum) if sum == checksum(step.sql) => {}
                    Some(_) => {
                        return Err(MigrateError::Changed { slice: (*slice).into(), number: step.number });
                    }
                }
            }
        }
        match applied.into_keys().next() {
            Some((slice, number)) => Err(MigrateError::Newer { slice, number }),
            None => Ok(pending),
        }
    }

    /// A copy beside the file, unless the database is still empty.
    async fn copy_before(&self, now: Instant) -> Result<Option<String>, MigrateError> {
        let Some(path) = self.sqlite_path() else { return Ok(None) };
        let read = self.read();
        let any = read.query_one_raw(sql(&read, "SELECT 1 FROM migrations LIMIT 1", vec![])).await?;
        if any.is_none() {
            return Ok(None);
        }
        let stem = format!("{path}.before-migration-{}", now.timestamp().strftime("%Y%m%dT%H%M%SZ"));
        let mut copy = stem.clone();
        for n in 2.. {
            if !std::path::Path::new(&copy).exists() {
                break;
            }
            copy = format!("{stem}-{n}");
        }
        let q = sql(&self.0.writer, "VACUUM INTO ?", vec![copy.clone().into()]);
        match self.0.writer.execute_raw(q).await {
            Ok(_) => Ok(Some(copy)),
            Err(source) => Err(MigrateError::Copy { path: copy, source }),
        }
    }

    async fn apply(&self, slice: &str, step: &Migration, now: Instant) -> Result<(), DbErr> {
        let tx = self.write().await?;
        self.lock_migrations(&tx).await?;
        let seen = sql(
            &tx,
            "SELECT 1 FROM migrations WHERE slice = ? AND number = ?",
            vec![slice.into(), step.number.into()],
        );
        if tx.query_one_raw(seen).await?.is_some() {
            return tx.rollback().await;
        }
        tx.execute_unprepared(&self.dialect(step.sql)).await?;
        let note = sql(
            &tx,
            "INSERT INTO migrations (slice, number, name, checksum, applied_at) VALUES (?, ?, ?, ?, ?)",
            vec![slice.into(), step.number.into(), step.name.into(), checksum(step.sql).into(), now.into()],
        );
        tx.execute_raw(note).await?;
        tx.commit().await
    }

    /// The text for this engine.
    fn dialect(&self, text: &str) -> String {
        let sqlite = self.engine() == Engine::Sqlite;
        let mut keep = true;
        let mut out = String::with_capacity(text.len());
        for line in text.lines() {
            match line.trim() {
                "--@both" => keep = true,
                "--@sqlite" => keep = sqlite,
                "--@postgres" => keep = !sqlite,
                _ if keep => {
                    out.push_str(line);
                    out.push('\n');
                }
                _ => {}
            }
        }
        let words = [
            ("{uuid}", "BLOB", "uuid"),
            ("{instant}", "INTEGER", "timestamptz"),
            ("{bool}", "INTEGER", "boolean"),
            ("{int}", "INTEGER", "bigint"),
            ("{float}", "REAL", "double precision"),
            ("{strict}", "STRICT", ""),
        ];
        words.iter().fold(out, |t, (mark, s, p)| t.replace(mark, if sqlite { s } else { p }))
    }
}

fn checksum(text: &str) -> String {
    crate::hex(&Sha256::digest(text.as_bytes()))
}
