//! Limits that must hold across restarts and processes: guessing, invitations and mails per day. Each is a row per
//! name, subject and window of time, counted in the database.
//!
//! Does not shed load: that is the web layer's, in memory.

use crate::db::{Read, Write, sql};
use jiff::SignedDuration;
use sea_orm::{ConnectionTrait, DbErr};
use tessera_core::Instant;

/// So many, of one thing, per window.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    pub name: &'static str,
    pub most: i64,
    pub window_seconds: i64,
}

/// What came of asking for some of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// There was room; so many are left.
    Left(i64),
    /// There was not, and nothing was taken; there will be after this many seconds.
    Exceeded { retry_after_seconds: i64 },
}

impl Limit {
    /// The window `now` falls in.
    fn window(&self, now: Instant) -> (Instant, i64) {
        let seconds = now.as_microseconds().div_euclid(1_000_000);
        let start = seconds.div_euclid(self.window_seconds.max(1)).saturating_mul(self.window_seconds.max(1));
        let left = start.saturating_add(self.window_seconds).saturating_sub(seconds).max(1);
        (Instant::from_microseconds(start.saturating_mul(1_000_000)), left)
    }

    /// Takes `count` for `subject` if so many are left, and none otherwise.
    pub async fn take(&self, tx: &Write, subject: &str, count: i64, now: Instant) -> Result<Taken, DbErr> {
        let (start, left) = self.window(now);
        let over = Taken::Exceeded { retry_after_seconds: left };
        if count > self.most {
            return Ok(over);
        }
        let q = sql(
            tx,
            "INSERT INTO limits (name, subject, window_start, used) VALUES (?, ?, ?, ?) \
             ON CONFLICT (name, subject, window_start) DO UPDATE SET used = limits.used + excluded.used \
             WHERE limits.used + excluded.used <= ? RETURNING used",
            vec![self.name.into(), subject.into(), start.into(), count.into(), self.most.into()],
        );
        match tx.query_one_raw(q).await? {
            Some(row) => Ok(Taken::Left(self.most.saturating_sub(row.try_get_by_index::<i64>(0)?))),
            None => Ok(over),
        }
    }

    /// Whether `subject` has any left, without taking it.
    pub async fn check(&self, read: &Read, subject: &str, now: Instant) -> Result<Taken, DbErr> {
        let (start, left) = self.window(now);
        let q = sql(
            read,
            "SELECT used FROM limits WHERE name = ? AND subject = ? AND window_start = ?",
            vec![self.name.into(), subject.into(), start.into()],
        );
        let used = match read.query_one_raw(q).await? {
            Some(row) => row.try_get_by_index::<i64>(0)?,
            None => 0,
        };
        if used >= self.most {
            Ok(Taken::Exceeded { retry_after_seconds: left })
        } else {
            Ok(Taken::Left(self.most.saturating_sub(used)))
        }
    }

    /// Whose subject begins with `prefix` and has none left in this window, at most `most` of them.
    pub async fn list_exceeded(
        &self,
        read: &Read,
        prefix: &str,
        now: Instant,
        most: u64,
    ) -> Result<Vec<String>, DbErr> {
        let (start, _) = self.window(now);
        let pattern = format!("{}%", prefix.replace('!', "!!").replace('%', "!%").replace('_', "!_"));
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let q = sql(
            read,
            "SELECT subject FROM limits WHERE name = ? AND window_start = ? AND used >= ? AND subject LIKE ? ESCAPE '!' \
             ORDER BY subject LIMIT ?",
            vec![self.name.into(), start.into(), self.most.into(), pattern.into(), most.into()],
        );
        read.query_all_raw(q).await?.iter().map(|row| row.try_get_by_index(0)).collect()
    }

    /// Forgives `subject` what it used in this window, as after a right password.
    pub async fn forgive(&self, tx: &Write, subject: &str, now: Instant) -> Result<(), DbErr> {
        let (start, _) = self.window(now);
        let q = sql(
            tx,
            "DELETE FROM limits WHERE name = ? AND subject = ? AND window_start = ?",
            vec![self.name.into(), subject.into(), start.into()],
        );
        tx.execute_raw(q).await.map(|_| ())
    }
}

/// Drops windows that ended long ago.
pub async fn sweep(tx: &Write, now: Instant) -> Result<u64, DbErr> {
    let old = now.plus(SignedDuration::from_hours(-24 * 8));
    let q = sql(tx, "DELETE FROM limits WHERE window_start < ?", vec![old.into()]);
    Ok(tx.execute_raw(q).await?.rows_affected())
}
