//! Members hear of what is new: one notice of all that came since the last, once it is shown.

use super::notices;
use super::store;
use futures::future::BoxFuture;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use tessera_core::Instant;
use tessera_core::ids::CommunityId;
use tessera_platform::db::Write;
use tessera_platform::jobs::{self, Delivery, Handler, Job, JobError, NewJob};
use tessera_web::App;

const KIND: &str = "external_events.announce";
/// Whoever approves one after the other causes one notice.
const GATHERED_FOR: SignedDuration = SignedDuration::from_mins(10);
/// What one notice names; it says how many more there are.
pub const NAMED: usize = 50;
const PIECE: usize = 1_000;

pub const HANDLER: Handler<App> =
    Handler { kind: KIND, delivery: Delivery::AtLeastOnce, max_attempts: 5, run };

#[derive(Debug, Serialize, Deserialize)]
struct Announce {
    community: CommunityId,
}

/// Has members told in a while; in the transaction that shows something new.
pub async fn soon(app: &App, tx: &Write, community: CommunityId) -> Result<(), sea_orm::DbErr> {
    enqueue(app, tx, community, app.now().plus(GATHERED_FOR), community.to_string()).await
}

/// Has members told at once, as after a sync.
pub async fn now(app: &App, tx: &Write, community: CommunityId) -> Result<(), sea_orm::DbErr> {
    enqueue(app, tx, community, app.now(), format!("{community} now")).await
}

async fn enqueue(
    app: &App,
    tx: &Write,
    community: CommunityId,
    run_at: Instant,
    key: String,
) -> Result<(), sea_orm::DbErr> {
    let job = NewJob {
        kind: KIND,
        payload: &Announce { community },
        run_at,
        dedupe_key: Some(key),
        max_attempts: HANDLER.max_attempts,
    };
    jobs::enqueue(tx, app.clock(), job).await.map(|_| ())
}

fn run(app: App, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let Announce { community } = job.payload()?;
        let community = app.community(community).await.map_err(|e| JobError::Again(format!("{e:#}")))?;
        let Some(community) = community else { return Ok(()) };
        let now = app.now();
        let tx = app.db.write().await?;
        let new = store::take_untold(&tx, community.id, now, PIECE).await?;
        if new.is_empty() {
            return Ok(());
        }
        notices::new_events(&app, &community, &tx, &new).await?;
        tx.commit().await?;
        // What a first sync brings is one piece of news, however much it is.
        let mut last = new.len();
        while last == PIECE {
            let tx = app.db.write().await?;
            last = store::take_untold(&tx, community.id, now, PIECE).await?.len();
            tx.commit().await?;
        }
        Ok(())
    })
}
