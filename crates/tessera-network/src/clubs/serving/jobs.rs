//! What was seen is forgotten when its age alone refuses it; what was told of events that are gone, with them.

use super::store;
use futures::future::BoxFuture;
use tessera_platform::jobs::{Delivery, Handler, Job, JobError, Schedule};
use tessera_web::App;

pub const FORGET: Handler<App> =
    Handler { kind: "serving.forget", delivery: Delivery::AtLeastOnce, max_attempts: 3, run: forget };
pub const FORGET_EVERY_TEN_MINUTES: Schedule =
    Schedule { name: "serving.forget", kind: "serving.forget", every_seconds: 600 };

fn forget(app: App, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let tx = app.db.write().await?;
        store::forget_requests(&tx, app.now()).await?;
        store::delete_orphans(&tx).await?;
        tx.commit().await?;
        Ok(())
    })
}
