//! Pictures of partners' events: fetched once by the server when one of them is first to be shown, so that no partner
//! learns who looks. Until then, and where that fails, the page shows the partner's logo or a pattern.

use super::model::ExternalEvent;
use super::store;
use crate::clubs::pictures;
use futures::future::BoxFuture;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use tessera_core::ids::ExternalEventId;
use tessera_platform::db::Write;
use tessera_platform::jobs::{self, Delivery, Handler, Job, JobError, NewJob};
use tessera_web::App;
use tessera_web::cx::Cx;

const KIND: &str = "external_events.pictures";
/// What could not be fetched is tried again after a day.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_hours(24);
/// Of one page, or of what a sync brought.
pub const MOST: usize = 48;

pub const HANDLER: Handler<App> =
    Handler { kind: KIND, delivery: Delivery::AtLeastOnce, max_attempts: 2, run };

#[derive(Debug, Serialize, Deserialize)]
struct Wanted {
    events: Vec<ExternalEventId>,
}

/// Has the pictures fetched that these events lack, for the next time.
pub async fn want(cx: &Cx, events: &[ExternalEvent]) -> Result<(), sea_orm::DbErr> {
    let before = cx.now().plus(-AGAIN_AFTER);
    let lacks = |event: &&ExternalEvent| {
        event.is_shown()
            && event.image.is_none()
            && event.image_url.is_some()
            && event.image_tried_at.is_none_or(|tried| tried < before)
    };
    let events: Vec<ExternalEventId> = events.iter().filter(lacks).take(MOST).map(|e| e.id).collect();
    if events.is_empty() || !cx.app.config.federation.enabled {
        return Ok(());
    }
    let tx = cx.app.db.write().await?;
    enqueue(&cx.app, &tx, events).await?;
    tx.commit().await
}

async fn enqueue(app: &App, tx: &Write, events: Vec<ExternalEventId>) -> Result<(), sea_orm::DbErr> {
    let job = NewJob {
        kind: KIND,
        dedupe_key: events.first().map(ToString::to_string),
        payload: &Wanted { events },
        run_at: app.now(),
        max_attempts: HANDLER.max_attempts,
    };
    jobs::enqueue(tx, app.clock(), job).await.map(|_| ())
}

fn run(app: App, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let Wanted { events } = job.payload()?;
        let now = app.now();
        let tx = app.db.write().await?;
        let taken = store::take_pictureless(&tx, &events, now.plus(-AGAIN_AFTER), now).await?;
        tx.commit().await?;
        for (id, community, image_url) in taken {
            let Ok(url) = image_url.parse() else { continue };
            match pictures::take_in(&app, &url).await {
                Ok(name) => {
                    let tx = app.db.write().await?;
                    if store::set_picture(&tx, id, &image_url, name.as_str()).await? {
                        tx.touch(community);
                    }
                    tx.commit().await?;
                }
                Err(trouble) => tracing::info!(event = %id, %trouble, "a partner's picture was not taken in"),
            }
        }
        Ok(())
    })
}
