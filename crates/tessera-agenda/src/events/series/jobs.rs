//! The job that moves the horizon of the index of dates on.

use super::index;
use futures::future::BoxFuture;
use tessera_platform::jobs::{Delivery, Handler, Job, JobError, Schedule};
use tessera_web::App;

pub const EXTEND: Handler<App> =
    Handler { kind: "events.extend_series", delivery: Delivery::AtLeastOnce, max_attempts: 5, run };
pub const EXTEND_EVERY_HOUR: Schedule =
    Schedule { name: "events.extend_series", kind: "events.extend_series", every_seconds: 3600 };

fn run(app: App, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        for community in app.communities().await.map_err(|e| JobError::Again(format!("{e:#}")))? {
            while index::extend_some(&app, &community).await? > 0 {}
        }
        Ok(())
    })
}
