//! Links that have been closed for long are forgotten.

use super::model::LISTED_FOR;
use super::store;
use futures::future::BoxFuture;
use tessera_platform::jobs::{Delivery, Handler, Job, JobError, Schedule};
use tessera_web::App;

pub const FORGET: Handler<App> =
    Handler { kind: "share_links.forget", delivery: Delivery::AtLeastOnce, max_attempts: 3, run: forget };
pub const FORGET_EVERY_HOUR: Schedule =
    Schedule { name: "share_links.forget", kind: "share_links.forget", every_seconds: 3600 };

fn forget(app: App, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let tx = app.db.write().await?;
        store::delete_closed(&tx, app.now().plus(-LISTED_FOR)).await?;
        tx.commit().await?;
        Ok(())
    })
}
