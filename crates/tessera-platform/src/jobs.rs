//! Work that follows a transaction: enqueued within it, done after it, by this process or another.
//!
//! Promises: a job whose transaction was rolled back never runs; one that was committed runs at least once (or,
//! where its handler says so, at most once), is tried again with growing, jittered pauses, and after its last try
//! stays as a dead letter that an operator sees. A lease is taken by the database's clock and carries a number: a
//! runner that was too slow cannot finish what another has taken over.

use crate::db::{Conn, Db, Engine, Write, is_unique_violation, sql};
use futures::future::BoxFuture;
use jiff::SignedDuration;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tessera_core::ids::JobId;
use tessera_core::{Clock, Instant, SharedClock};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

const LEASE_SECONDS: i64 = 120;
const POLL: Duration = Duration::from_secs(2);
const BATCH: usize = 8;
/// Jobs that one process does at the same time.
const AT_ONCE: usize = 16;

/// One job as leased.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: JobId,
    pub kind: String,
    payload: String,
    pub attempts: i64,
    pub max_attempts: i64,
    lease: i64,
}

impl Job {
    /// The payload as it was enqueued.
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T, JobError> {
        serde_json::from_str(&self.payload)
            .map_err(|e| JobError::Hopeless(format!("the payload does not fit: {e}")))
    }

    pub fn is_last_attempt(&self) -> bool {
        self.attempts >= self.max_attempts
    }

    /// Finishes the job inside the handler's own transaction, so that its effect and its end are one. False: the
    /// lease was lost, and the handler must roll back.
    pub async fn finish(&self, tx: &Write) -> Result<bool, DbErr> {
        let q =
            sql(tx, "DELETE FROM jobs WHERE id = ? AND lease = ?", vec![self.id.into(), self.lease.into()]);
        Ok(tx.execute_raw(q).await?.rows_affected() == 1)
    }
}

/// Why a job was not done.
#[derive(Debug)]
pub enum JobError {
    /// It may go better later.
    Again(String),
    /// It may go better after this many seconds (a busy mail server said so).
    AgainAfter { seconds: i64, why: String },
    /// It never will.
    Hopeless(String),
}

impl From<DbErr> for JobError {
    fn from(e: DbErr) -> Self {
        Self::Again(e.to_string())
    }
}

/// How often a handler may run for one job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    AtLeastOnce,
    AtMostOnce,
}

/// What does one kind of job. `S` is the program's state.
pub struct Handler<S> {
    pub kind: &'static str,
    pub delivery: Delivery,
    pub max_attempts: i64,
    pub run: fn(S, Job) -> BoxFuture<'static, Result<(), JobError>>,
}

impl<S> Clone for Handler<S> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<S> Copy for Handler<S> {}

/// A job that comes back by itself.
#[derive(Clone, Copy, Debug)]
pub struct Schedule {
    pub name: &'static str,
    pub kind: &'static str,
    pub every_seconds: i64,
}

/// A job to enqueue.
#[derive(Clone, Debug)]
pub struct NewJob<'a, T> {
    pub kind: &'a str,
    pub payload: &'a T,
    pub run_at: Instant,
    /// While a job of this kind with this key waits, another is not added.
    pub dedupe_key: Option<String>,
    pub max_attempts: i64,
}

/// Adds a job in the transaction that causes it. False: one with its key waits already.
pub async fn enqueue<T: Serialize>(tx: &Write, clock: &dyn Clock, job: NewJob<'_, T>) -> Result<bool, DbErr> {
    Ok(enqueue_all(tx, clock, &[job]).await? == 1)
}

/// Adds many jobs in one statement; at most some hundreds. How many did not wait already.
pub async fn enqueue_all<T: Serialize>(
    tx: &Write,
    clock: &dyn Clock,
    jobs: &[NewJob<'_, T>],
) -> Result<u64, DbErr> {
    if jobs.is_empty() {
        return Ok(0);
    }
    tx.bring_work();
    let mut values: Vec<Value> = Vec::with_capacity(jobs.len().saturating_mul(7));
    for job in jobs {
        let payload = serde_json::to_string(job.payload).map_err(|e| DbErr::Custom(e.to_string()))?;
        values.extend::<[Value; 7]>([
            JobId(clock.new_id()).into(),
            job.kind.into(),
            payload.into(),
            job.dedupe_key.clone().into(),
            job.run_at.into(),
            job.max_attempts.into(),
            clock.now().into(),
        ]);
    }
    let rows = vec!["(?, ?, ?, ?, 'ready', ?, 0, ?, 0, ?)"; jobs.len()].join(", ");
    let text = format!(
        "INSERT INTO jobs (id, kind, payload, dedupe_key, state, run_at, attempts, max_attempts, lease, created_at) \
         VALUES {rows} ON CONFLICT (kind, dedupe_key) WHERE dedupe_key IS NOT NULL AND state = 'ready' DO NOTHING"
    );
    Ok(tx.execute_raw(sql(tx, &text, values)).await?.rows_affected())
}

/// Forgets the dead letters of one key, of which another round is begun.
pub async fn forget_dead(tx: &Write, kind: &str, dedupe_key: &str) -> Result<(), DbErr> {
    let text = "DELETE FROM jobs WHERE kind = ? AND dedupe_key = ? AND state = 'dead'";
    tx.execute_raw(sql(tx, text, vec![kind.into(), dedupe_key.into()])).await.map(|_| ())
}

/// The runner of one process. Clones are the same runner.
#[derive(Clone)]
pub struct Runner<S> {
    db: Db,
    clock: SharedClock,
    state: S,
    handlers: Arc<HashMap<&'static str, Handler<S>>>,
    schedules: Vec<Schedule>,
}

impl<S: Clone + Send + Sync + 'static> Runner<S> {
    pub fn new(
        db: Db,
        clock: SharedClock,
        state: S,
        handlers: &[Handler<S>],
        schedules: &[Schedule],
    ) -> Self {
        let handlers = Arc::new(handlers.iter().map(|h| (h.kind, *h)).collect());
        Self { db, clock, state, handlers, schedules: schedules.to_vec() }
    }

    /// Works until told to stop; what is under way then is finished first. A job that takes long holds up no other, as
    /// long as fewer than [`AT_ONCE`] of them do.
    pub async fn run(&self, stop: CancellationToken) {
        // Tasks of their own: one that is noting its end holds the writer, and must go on while the next are leased.
        let mut under_way = JoinSet::new();
        while !stop.is_cancelled() {
            let room = AT_ONCE.saturating_sub(under_way.len());
            let leased = match self.look(room).await {
                Ok(jobs) => jobs,
                Err(e) => {
                    tracing::warn!(error = %e, "the job queue does not answer; trying again");
                    Vec::new()
                }
            };
            let found_some = !leased.is_empty();
            for job in leased {
                let runner = self.clone();
                under_way.spawn(async move { runner.handle(job).await });
            }
            if found_some && under_way.len() < AT_ONCE {
                continue;
            }
            tokio::select! {
                () = stop.cancelled() => {}
                Some(_) = under_way.join_next() => {}
                () = self.db.work() => {}
                () = tokio::time::sleep(POLL) => {}
            }
        }
        while under_way.join_next().await.is_some() {}
    }

    /// Starts due schedules and leases what there is room for.
    async fn look(&self, room: usize) -> Result<Vec<Job>, DbErr> {
        self.start_schedules().await?;
        if room == 0 { Ok(Vec::new()) } else { self.lease(room).await }
    }

    /// Does everything that is due, jobs that those jobs enqueue included; for the command line and for tests.
    pub async fn run_until_idle(&self) -> Result<u64, DbErr> {
        let mut done = 0_u64;
        loop {
            match self.tick().await? {
                0 => return Ok(done),
                n => done = done.saturating_add(n),
            }
        }
    }

    /// Starts due schedules, leases a batch, does it. How many jobs were handled.
    async fn tick(&self) -> Result<u64, DbErr> {
        self.start_schedules().await?;
        let jobs = self.lease(AT_ONCE).await?;
        let n = u64::try_from(jobs.len()).unwrap_or(0);
        futures::future::join_all(jobs.into_iter().map(|job| self.handle(job))).await;
        Ok(n)
    }

    async fn start_schedules(&self) -> Result<(), DbErr> {
        let now = self.clock.now();
        if self.schedules.is_empty() {
            return Ok(());
        }
        let read = self.db.read();
        let mut next = HashMap::new();
        for row in read.query_all_raw(sql(&read, "SELECT name, next_at FROM schedules", vec![])).await? {
            next.insert(row.try_get_by_index::<String>(0)?, row.try_get_by_index::<Instant>(1)?);
        }
        for s in &self.schedules {
            if next.get(s.name).is_some_and(|at| *at > now) {
                continue;
            }
            let tx = self.db.write().await?;
            let coming = now.plus(SignedDuration::from_secs(jittered(s.every_seconds, &*self.clock)));
            let q = sql(
                &tx,
                "INSERT INTO schedules (name, next_at) VALUES (?, ?) \
                 ON CONFLICT (name) DO UPDATE SET next_at = excluded.next_at WHERE schedules.next_at <= ?",
                vec![s.name.into(), coming.into(), now.into()],
            );
            if tx.execute_raw(q).await?.rows_affected() == 1 {
                let job = NewJob {
                    kind: s.kind,
                    payload: &serde_json::Value::Null,
                    run_at: now,
                    dedupe_key: Some(format!("schedule:{}", s.name)),
                    max_attempts: 5,
                };
                enqueue(&tx, &*self.clock, job).await?;
            }
            tx.commit().await?;
        }
        Ok(())
    }

    async fn lease(&self, room: usize) -> Result<Vec<Job>, DbErr> {
        let read = self.db.read();
        let due = sql(
            &read,
            "SELECT 1 FROM jobs WHERE state = 'ready' AND run_at <= ? LIMIT 1",
            vec![self.clock.now().into()],
        );
        if read.query_one_raw(due).await?.is_none() {
            return Ok(Vec::new());
        }
        let (db_now, lock) = match self.db.engine() {
            Engine::Postgres => ("clock_timestamp()", "FOR UPDATE SKIP LOCKED"),
            Engine::Sqlite => ("CAST(unixepoch('subsec') * 1000000 AS INTEGER)", ""),
        };
        let until = match self.db.engine() {
            Engine::Postgres => format!("clock_timestamp() + interval '{LEASE_SECONDS} seconds'"),
            Engine::Sqlite => format!("{db_now} + {LEASE_SECONDS}000000"),
        };
        let batch = room.min(BATCH);
        let tx = self.db.write().await?;
        let q = sql(
            &tx,
            &format!(
                "UPDATE jobs SET lease = lease + 1, attempts = attempts + 1, lease_until = {until} WHERE id IN ( \
                 SELECT id FROM jobs WHERE state = 'ready' AND run_at <= ? \
                 AND (lease_until IS NULL OR lease_until < {db_now}) ORDER BY run_at LIMIT {batch} {lock}) \
                 RETURNING id, kind, payload, attempts, max_attempts, lease"
            ),
            vec![self.clock.now().into()],
        );
        let rows = tx.query_all_raw(q).await?;
        let jobs: Vec<Job> = rows.iter().map(read_job).collect::<Result<_, _>>()?;
        for job in &jobs {
            if self.handlers.get(job.kind.as_str()).is_some_and(|h| h.delivery == Delivery::AtMostOnce) {
                job.finish(&tx).await?;
            }
        }
        tx.commit().await?;
        Ok(jobs)
    }

    async fn handle(&self, job: Job) {
        let Some(handler) = self.handlers.get(job.kind.as_str()) else {
            self.settle(&job, Err(JobError::Hopeless("this program has no handler for it".into()))).await;
            return;
        };
        let work = tokio::spawn((handler.run)(self.state.clone(), job.clone()));
        let result = match work.await {
            Ok(r) => r,
            Err(e) => Err(JobError::Again(format!("the handler broke off: {e}"))),
        };
        if handler.delivery == Delivery::AtLeastOnce || result.is_err() {
            self.settle(&job, result).await;
        }
    }

    /// Notes the end of an attempt. If the database does not answer, the lease runs out and the job comes again.
    async fn settle(&self, job: &Job, result: Result<(), JobError>) {
        let noted = async {
            let tx = self.db.write().await?;
            match &result {
                Ok(()) => {
                    job.finish(&tx).await?;
                }
                Err(JobError::Hopeless(why)) => bury(&tx, job, why).await?,
                Err(JobError::Again(why) | JobError::AgainAfter { why, .. }) if job.is_last_attempt() => {
                    bury(&tx, job, why).await?;
                }
                Err(JobError::Again(why)) => {
                    let pause =
                        jittered(10_i64.saturating_mul(1_i64 << job.attempts.clamp(0, 12)), &*self.clock);
                    self.postpone(&tx, job, pause, why).await?;
                }
                Err(JobError::AgainAfter { seconds, why }) => self.postpone(&tx, job, *seconds, why).await?,
            }
            tx.commit().await
        };
        if let Err(JobError::Hopeless(why) | JobError::Again(why) | JobError::AgainAfter { why, .. }) =
            &result
        {
            tracing::warn!(job = %job.id, kind = %job.kind, attempt = job.attempts, %why, "a job was not done");
        }
        if let Err(e) = noted.await {
            tracing::warn!(job = %job.id, error = %e, "the end of a job could not be noted; it will come again");
        }
    }

    async fn postpone(&self, tx: &Write, job: &Job, seconds: i64, why: &str) -> Result<(), DbErr> {
        let q = sql(
            tx,
            "UPDATE jobs SET run_at = ?, lease_until = NULL, last_error = ? WHERE id = ? AND lease = ?",
            vec![
                self.clock.now().plus(SignedDuration::from_secs(seconds)).into(),
                why.into(),
                job.id.into(),
                job.lease.into(),
            ],
        );
        tx.execute_raw(q).await.map(|_| ())
    }
}

async fn bury(tx: &Write, job: &Job, why: &str) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "UPDATE jobs SET state = 'dead', lease_until = NULL, last_error = ? WHERE id = ? AND lease = ?",
        vec![why.into(), job.id.into(), job.lease.into()],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// A dead letter or a waiting job, as operators see it.
#[derive(Clone, Debug, Serialize)]
pub struct JobRow {
    pub id: JobId,
    pub kind: String,
    pub attempts: i64,
    pub last_error: Option<String>,
    pub created_at: Instant,
    pub run_at: Instant,
}

/// The newest dead letters.
pub async fn list_dead(conn: &impl Conn, limit: u64) -> Result<Vec<JobRow>, DbErr> {
    let q = sql(
        conn,
        "SELECT id, kind, attempts, last_error, created_at, run_at FROM jobs WHERE state = 'dead' \
         ORDER BY created_at DESC LIMIT ?",
        vec![limit.into()],
    );
    conn.query_all_raw(q)
        .await?
        .iter()
        .map(|r| {
            Ok(JobRow {
                id: r.try_get_by_index(0)?,
                kind: r.try_get_by_index(1)?,
                attempts: r.try_get_by_index(2)?,
                last_error: r.try_get_by_index(3)?,
                created_at: r.try_get_by_index(4)?,
                run_at: r.try_get_by_index(5)?,
            })
        })
        .collect()
}

/// Gives a dead letter another round of tries. False: there is none, or its like waits already.
pub async fn revive(tx: &Write, id: JobId, now: Instant) -> Result<bool, DbErr> {
    tx.bring_work();
    let q = sql(
        tx,
        "UPDATE jobs SET state = 'ready', attempts = 0, run_at = ? WHERE id = ? AND state = 'dead'",
        vec![now.into(), id.into()],
    );
    match tx.execute_raw(q).await {
        Ok(done) => Ok(done.rows_affected() == 1),
        Err(e) if is_unique_violation(&e) => Ok(false),
        Err(e) => Err(e),
    }
}

/// How many wait and since when the oldest is due, for `/readyz` and the metrics.
pub async fn backlog(conn: &impl Conn, now: Instant) -> Result<(i64, Option<Instant>), DbErr> {
    let q = sql(
        conn,
        "SELECT COUNT(*), MIN(run_at) FROM jobs WHERE state = 'ready' AND run_at <= ?",
        vec![now.into()],
    );
    match conn.query_one_raw(q).await? {
        Some(r) => Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?)),
        None => Ok((0, None)),
    }
}

fn read_job(r: &QueryResult) -> Result<Job, DbErr> {
    Ok(Job {
        id: r.try_get_by_index(0)?,
        kind: r.try_get_by_index(1)?,
        payload: r.try_get_by_index(2)?,
        attempts: r.try_get_by_index(3)?,
        max_attempts: r.try_get_by_index(4)?,
        lease: r.try_get_by_index(5)?,
    })
}

/// `seconds`, give or take a tenth, so that servers started together drift apart.
fn jittered(seconds: i64, clock: &dyn Clock) -> i64 {
    let spread = seconds.div_euclid(5).max(1);
    let random = i64::try_from(clock.new_id().as_u128() & 0xffff_ffff).unwrap_or(0);
    seconds.saturating_sub(spread.div_euclid(2)).saturating_add(random.rem_euclid(spread))
}
