//! Partners are asked by themselves: each in its own job, so that one that hangs holds up no other.

use super::interest;
use super::model::Scope;
use super::run::run;
use super::store;
use crate::clubs::external_events;
use crate::clubs::partners::{self, Partner, SyncPayload};
use futures::future::BoxFuture;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tessera_core::ids::{CommunityId, ExternalEventId, PartnerId};
use tessera_platform::db::Write;
use tessera_platform::jobs::{self, Delivery, Handler, Job, JobError, NewJob, Schedule};
use tessera_web::App;
use tessera_web::directory::Community;

pub const SYNC: Handler<App> =
    Handler { kind: partners::SYNC, delivery: Delivery::AtLeastOnce, max_attempts: 3, run: sync };
pub const SYNC_DUE: Handler<App> =
    Handler { kind: "partners.sync_due", delivery: Delivery::AtLeastOnce, max_attempts: 3, run: sync_due };
pub const INTEREST: Handler<App> = Handler {
    kind: "partners.interest",
    delivery: Delivery::AtLeastOnce,
    max_attempts: 3,
    run: tell_interest,
};
pub const REFRESH: Handler<App> =
    Handler { kind: "partners.refresh", delivery: Delivery::AtLeastOnce, max_attempts: 3, run: refresh };

/// Looks which partner is to be asked; how often each is asked is `federation.sync_interval`.
pub const EVERY_MINUTE: Schedule =
    Schedule { name: "partners.sync_due", kind: "partners.sync_due", every_seconds: 60 };

/// Partners that are sent on their way in one look.
const A_LOOK: i64 = 50;

fn again(e: anyhow::Error) -> JobError {
    JobError::Again(format!("{e:#}"))
}

/// The partner of a job, where anything is exchanged with it.
async fn open_partner(
    app: &App,
    community: CommunityId,
    partner: PartnerId,
) -> Result<Option<(Arc<Community>, Partner)>, JobError> {
    if !app.config.federation.enabled {
        return Ok(None);
    }
    let Some(found) = app.community(community).await.map_err(again)? else { return Ok(None) };
    let partner = partners::find(&app.db.read(), community, partner).await?.filter(Partner::is_open);
    Ok(partner.map(|partner| (found, partner)))
}

fn sync(app: App, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let SyncPayload { community, partner } = job.payload()?;
        let Some((community, partner)) = open_partner(&app, community, partner).await? else { return Ok(()) };
        // What fails stands on the partner's row, and is tried again at the next turn.
        run(&app, &community, &partner, Scope::All).await.map(|_| ()).map_err(again)
    })
}

fn sync_due(app: App, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        if !app.config.federation.enabled {
            return Ok(());
        }
        let now = app.now();
        let due = store::list_due(&app.db.read(), now, A_LOOK).await?;
        let telling = if app.config.federation.share_interest_counts {
            store::list_interest_due(&app.db.read(), now, A_LOOK).await?
        } else {
            Vec::new()
        };
        if due.is_empty() && telling.is_empty() {
            return Ok(());
        }
        let tx = app.db.write().await?;
        for (community, partner) in due {
            enqueue(&app, &tx, partners::SYNC, SyncPayload { community, partner }).await?;
            // Where the job is lost, the next look comes to it soon.
            store::put_off(&tx, partner, now.plus(SignedDuration::from_mins(15))).await?;
        }
        let interval = app.config.federation.interest_sync_interval.as_secs();
        let interval = SignedDuration::from_secs(i64::try_from(interval).unwrap_or(900));
        for (community, partner) in telling {
            enqueue(&app, &tx, INTEREST.kind, SyncPayload { community, partner }).await?;
            store::put_off_interest(&tx, partner, now.plus(interval), now).await?;
        }
        tx.commit().await?;
        Ok(())
    })
}

async fn enqueue(app: &App, tx: &Write, kind: &str, payload: SyncPayload) -> Result<(), sea_orm::DbErr> {
    let job = NewJob {
        kind,
        payload: &payload,
        run_at: app.now(),
        dedupe_key: Some(payload.partner.to_string()),
        max_attempts: SYNC.max_attempts,
    };
    jobs::enqueue(tx, app.clock(), job).await.map(|_| ())
}

fn tell_interest(app: App, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let SyncPayload { community, partner } = job.payload()?;
        let Some((community, partner)) = open_partner(&app, community, partner).await? else { return Ok(()) };
        if !app.config.federation.share_interest_counts {
            return Ok(());
        }
        interest::tell(&app, &community, &partner, (true, interest::A_TURN)).await.map(|_| ()).map_err(again)
    })
}

/// Events that an admin wants to be looked at anew.
#[derive(Debug, Serialize, Deserialize)]
struct Refresh {
    community: CommunityId,
    events: Vec<ExternalEventId>,
}

/// Has the days of some events asked for again.
pub async fn enqueue_refresh(
    app: &App,
    tx: &Write,
    community: CommunityId,
    events: Vec<ExternalEventId>,
) -> Result<(), sea_orm::DbErr> {
    let job = NewJob {
        kind: REFRESH.kind,
        payload: &Refresh { community, events },
        run_at: app.now(),
        dedupe_key: None,
        max_attempts: REFRESH.max_attempts,
    };
    jobs::enqueue(tx, app.clock(), job).await.map(|_| ())
}

fn refresh(app: App, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let Refresh { community, events } = job.payload()?;
        let Some(found) = app.community(community).await.map_err(again)? else { return Ok(()) };
        let zone = found.zone();
        let events = external_events::list_of(&app.db.read(), community, &events).await?;
        let mut days: Vec<_> = events.iter().map(|e| (e.partner_id, e.when.first_day(&zone))).collect();
        days.sort();
        days.dedup();
        for (partner, day) in days {
            let Some((community, partner)) = open_partner(&app, community, partner).await? else { continue };
            run(&app, &community, &partner, Scope::Day(day)).await.map_err(again)?;
        }
        Ok(())
    })
}
