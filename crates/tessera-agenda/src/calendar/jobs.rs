//! Imports in the background, and forgetting those of yesterday.

use super::import::{self, Import, Into, Report};
use super::store::{self, ImportRow, Stage};
use futures::FutureExt;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tessera_core::Clock;
use tessera_core::ids::{CommunityId, ImportId};
use tessera_platform::db::Write;
use tessera_platform::jobs::{Delivery, Handler, Job, JobError, NewJob, Schedule, enqueue as enqueue_job};
use tessera_web::App;
use tessera_web::directory::Community;
use tessera_web::refusal::Error;

const IMPORT: &str = "calendar.import";
const TIDY: &str = "calendar.tidy";
const TRIES: i64 = 4;

pub const HANDLERS: &[Handler<App>] = &[
    Handler {
        kind: IMPORT,
        delivery: Delivery::AtLeastOnce,
        max_attempts: TRIES,
        run: |app, job| run_import(app, job).boxed(),
    },
    Handler {
        kind: TIDY,
        delivery: Delivery::AtLeastOnce,
        max_attempts: TRIES,
        run: |app, _| tidy(app).boxed(),
    },
];

pub const SCHEDULES: &[Schedule] = &[Schedule { name: "calendar.tidy", kind: TIDY, every_seconds: 6 * 3600 }];

#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    community: CommunityId,
    import: ImportId,
}

pub async fn enqueue(
    tx: &Write,
    clock: &dyn Clock,
    community: CommunityId,
    import: ImportId,
) -> Result<(), sea_orm::DbErr> {
    let job = NewJob {
        kind: IMPORT,
        payload: &Payload { community, import },
        run_at: clock.now(),
        dedupe_key: Some(import.to_string()),
        max_attempts: TRIES,
    };
    enqueue_job(tx, clock, job).await.map(|_| ())
}

/// Takes up an import wherever it broke off: what was imported is found unchanged.
async fn run_import(app: App, job: Job) -> Result<(), JobError> {
    let Payload { community, import } = job.payload()?;
    let outcome = import_now(&app, community, import).await;
    let Err(error) = outcome else { return Ok(()) };
    if job.is_last_attempt() {
        give_up(&app, community, import).await?;
    }
    Err(JobError::Again(format!("{error:#}")))
}

async fn import_now(app: &App, community: CommunityId, id: ImportId) -> anyhow::Result<()> {
    let conn = app.db.read();
    let Some(community) = app.community(community).await? else { return Ok(()) };
    let Some(row) = store::find_import(&conn, community.id, id).await? else { return Ok(()) };
    let Some(text) = store::find_import_calendar(&conn, community.id, id).await? else { return Ok(()) };
    let calendar = import::read_file(text.as_bytes(), usize::MAX).map_err(fault)?;
    let into = into(&community, &row);
    let mut work = Import::of(calendar).told_by_its_job();
    while work.step(app, into).await.map_err(fault)? {
        note_progress(app, id, work.done(), work.total()).await?;
    }
    let done = work.report();
    // Taken up again, it counts what was done before as unchanged: the preview knows better what is new.
    let seen: Report = serde_json::from_str(&row.report)?;
    let report = if job_was_whole(&seen, &done) {
        seen
    } else {
        Report { skipped: seen.skipped, skipped_count: seen.skipped_count, ..done }
    };
    let tx = app.db.write().await?;
    store::finish_import(&tx, id, Stage::Done, Some(serde_json::to_string(&report)?)).await?;
    import::tell(&tx, app, into, &report).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends an import that cannot be brought to its end. What it changed stays, and is told.
pub(super) async fn give_up(app: &App, community: CommunityId, id: ImportId) -> Result<(), JobError> {
    let changed = what_it_changed(app, community, id).await;
    let tx = app.db.write().await?;
    store::finish_import(&tx, id, Stage::Failed, None).await?;
    match changed {
        Ok(Some((community, row, report))) => import::tell(&tx, app, into(&community, &row), &report).await?,
        Ok(None) => {}
        Err(error) => {
            tracing::warn!(import = %id, "what an import changed before it failed is not known: {error:#}")
        }
    }
    tx.commit().await?;
    Ok(())
}

/// What was foreseen, less what is still to be done.
async fn what_it_changed(
    app: &App,
    community: CommunityId,
    id: ImportId,
) -> anyhow::Result<Option<(Arc<Community>, ImportRow, Report)>> {
    let conn = app.db.read();
    let Some(community) = app.community(community).await? else { return Ok(None) };
    let Some(row) = store::find_import(&conn, community.id, id).await? else { return Ok(None) };
    let Some(text) = store::find_import_calendar(&conn, community.id, id).await? else { return Ok(None) };
    let calendar = import::read_file(text.as_bytes(), usize::MAX).map_err(fault)?;
    let left = import::preview(app, into(&community, &row), calendar).await.map_err(fault)?;
    let seen: Report = serde_json::from_str(&row.report)?;
    let report = Report {
        created: seen.created.saturating_sub(left.created),
        updated: seen.updated.saturating_sub(left.updated),
        ..seen
    };
    Ok(Some((community, row, report)))
}

fn into<'a>(community: &'a Community, row: &ImportRow) -> Into<'a> {
    Into { community, organiser: row.account_id, by: Some(row.account_id), shown: row.shown }
}

fn fault(error: Error) -> anyhow::Error {
    match error {
        Error::Fault(error) => error,
        Error::Refused(refusal) => anyhow::anyhow!("refused: {}", refusal.code),
    }
}

/// Whether everything the preview foresaw is here now.
fn job_was_whole(seen: &Report, done: &Report) -> bool {
    done.changes() <= seen.changes() && done.skipped_count <= seen.skipped_count
}

async fn note_progress(app: &App, id: ImportId, done: usize, total: usize) -> Result<(), sea_orm::DbErr> {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let tx = app.db.write().await?;
    store::update_import_progress(&tx, id, count(done), count(total)).await?;
    tx.commit().await
}

/// A file that nobody imported is not kept longer than a day.
async fn tidy(app: App) -> Result<(), JobError> {
    let tx = app.db.write().await?;
    let yesterday = app.now().plus(jiff::SignedDuration::from_hours(-24));
    store::delete_imports(&tx, yesterday).await?;
    tx.commit().await?;
    Ok(())
}
