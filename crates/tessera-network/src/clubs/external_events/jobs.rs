//! The words of deleted comments are forgotten after a day, in which the deletion can be taken back.

use super::store::comments;
use futures::future::BoxFuture;
use jiff::SignedDuration;
use tessera_platform::jobs::{Delivery, Handler, Job, JobError, Schedule};
use tessera_web::App;

const DELETED_KEPT: SignedDuration = SignedDuration::from_hours(24);

pub const WIPE: Handler<App> =
    Handler { kind: "external_events.wipe", delivery: Delivery::AtLeastOnce, max_attempts: 3, run: wipe };
pub const WIPE_EVERY_HOUR: Schedule =
    Schedule { name: "external_events.wipe", kind: "external_events.wipe", every_seconds: 3600 };

fn wipe(app: App, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let tx = app.db.write().await?;
        comments::wipe_deleted(&tx, app.now().plus(-DELETED_KEPT)).await?;
        tx.commit().await?;
        Ok(())
    })
}
