//! Attachments: files that go with an event, whatever its kind.
//!
//! Promises: seen by whoever sees the event and by nobody else; what a file is, is told by its content; a browser only
//! ever saves it; one that is taken away, or whose event is gone, leaves nothing behind.
//!
//! Does not: look into files, nor keep versions of them.

mod api;
mod files;
mod model;
mod pages;
mod privacy;
mod service;
mod store;
#[cfg(test)]
mod tests;

pub use pages::PANEL;

use futures::future::BoxFuture;
use tessera_core::Access;
use tessera_platform::db::Migration;
use tessera_platform::jobs::{Delivery, Handler, Job, JobError, Schedule};
use tessera_web::routes::Size;
use tessera_web::slice::Slice;
use tessera_web::{App, Routes};
use utoipa_axum::routes;

const READ: &str = "events:read";
const WRITE: &str = "events:write";
const SWEEP: &str = "attachments.sweep";

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "files of events",
            sql: include_str!("migrations/0001_event_attachments.sql"),
        }],
        locales: tessera_web::locales!(),
        routes: add_routes,
        jobs: &[Handler { kind: SWEEP, delivery: Delivery::AtLeastOnce, max_attempts: 3, run: sweep }],
        schedules: &[Schedule { name: SWEEP, kind: SWEEP, every_seconds: 3600 }],
        privacy: Some(privacy::HOOKS),
        ..Slice::named("attachments")
    }
}

fn sweep(app: App, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move { service::sweep(&app).await.map(|_| ()) })
}

fn add_routes(routes: Routes) -> Routes {
    routes
        .api(Access::Anyone, READ, routes!(api::list_attachments))
        .api_sized(Access::Member, WRITE, Size::Upload, routes!(api::add_attachment))
        .api(Access::Anyone, READ, routes!(api::get_attachment))
        .api(Access::Member, WRITE, routes!(api::delete_attachment))
        .upload("/events/{id}/attachments", Access::Member, Size::Upload, pages::add)
        .get("/events/{id}/attachments/{attachment_id}", Access::Anyone, pages::download)
        .post("/events/{id}/attachments/{attachment_id}/delete", Access::Member, pages::delete)
}
