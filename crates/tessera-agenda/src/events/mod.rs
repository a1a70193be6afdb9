//! Events: what a community does, and when. Drafted, proposed, published, changed, cancelled, deleted and brought
//! back; listed and searched; shown to those who may see them.
//!
//! Promises: who sees an event is decided in one place ([`access`]); every change raises its version, one of time,
//! place or status its sequence too; what is deleted can be brought back for thirty days; a list costs the same
//! however much is past.
//!
//! Does not: know who answers or is invited: those slices bring their panels and observers ([`panels`]).

pub mod access;
pub(crate) mod api;
mod asked_times;
pub mod deeds;
mod entries;
mod gone;
mod imported;
pub mod input;
pub mod json;
pub mod kinds;
mod list;
pub mod looks;
mod model;
mod pages;
pub mod panels;
pub mod pictures;
mod privacy;
mod recurrence;
mod rezone;
pub(crate) mod rows;
mod search;
pub mod series;
pub mod service;
mod store;
mod times;

pub(crate) use asked_times::Moment;
pub use entries::SOURCE as ENTRIES;
pub use gone::{Gone, latest_change, list_gone};
pub use imported::{adopt_overrides, list_by_uids, tell_changed};
pub use list::{Audience, Each, Query, Sort, count, list};
pub use model::{
    Content, DateOfSeries, Description, Event, EventOfTask, Kind, Listed, Location, Organiser, Priority,
    Recurrence, State, Status, Visibility,
};
pub use pages::agenda::AgendaLink;
pub(crate) use pages::{priority_key, row};
pub use panels::{Happening, Moved, News, Observer, Panel};
pub use service::{Seen, community_zone};
pub use store::{
    Eyes, Lock, find as find_row, find_by_uid, find_member_by_email, insert, list_assignees, list_by_ids,
    list_by_uid, update,
};
pub use times::When;

use futures::future::BoxFuture;
use tessera_core::Access;
use tessera_platform::db::Migration;
use tessera_platform::jobs::{Delivery, Handler, Job, JobError, Schedule};
use tessera_web::App;
use tessera_web::routes::{Routes, Size};
use tessera_web::slice::{DeedWords, NavItem, Place, Slice};
use tessera_web::ui::Icon;
use tessera_web::words::key;
use utoipa_axum::routes;

const READ: &str = "events:read";
const WRITE: &str = "events:write";

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[
            Migration { number: 1, name: "events", sql: include_str!("migrations/0001_events.sql") },
            Migration { number: 2, name: "series", sql: include_str!("migrations/0002_series.sql") },
            Migration {
                number: 3,
                name: "pictures that nobody uses",
                sql: include_str!("migrations/0003_unused_pictures.sql"),
            },
            Migration {
                number: 6,
                name: "dates that reach on",
                sql: include_str!("migrations/0006_reaching_on.sql"),
            },
            Migration {
                number: 7,
                name: "what is gone from the public calendar",
                sql: include_str!("migrations/0007_gone.sql"),
            },
        ],
        locales: tessera_web::locales!(),
        jobs: &[rezone::JOB, series::EXTEND, PURGE, UNUSED_PICTURES],
        schedules: &[
            rezone::SCHEDULE,
            series::EXTEND_EVERY_HOUR,
            PURGE_EVERY_HOUR,
            UNUSED_PICTURES_EVERY_HOUR,
        ],
        navigation: NAVIGATION,
        deeds: DEEDS,
        privacy: Some(privacy::HOOKS),
        routes,
        scopes: &[READ, WRITE],
        ..Slice::named("events")
    }
}

fn routes(r: Routes) -> Routes {
    r.api(Access::Anyone, READ, routes!(api::list_events))
        .cached()
        .api(Access::Member, WRITE, routes!(api::create_event))
        .api(Access::Anyone, READ, routes!(api::get_event))
        .cached()
        .api(Access::Member, WRITE, routes!(api::change_event, api::delete_event))
        .api(Access::Member, READ, routes!(series::api::preview_recurrence))
        .api(Access::Anyone, READ, routes!(series::api::list_occurrences))
        .cached()
        .api(Access::Member, WRITE, routes!(api::publish_event))
        .api(Access::Member, WRITE, routes!(api::propose_event))
        .api(Access::Member, WRITE, routes!(api::give_back_event))
        .api(Access::Member, WRITE, routes!(api::cancel_event))
        .api(Access::Member, WRITE, routes!(api::resume_event))
        .api(Access::Member, WRITE, routes!(api::restore_event))
        .api(Access::Member, WRITE, routes!(api::duplicate_event))
        .api(Access::Anyone, READ, routes!(api::list_co_organisers))
        .api(Access::Member, WRITE, routes!(api::add_co_organiser))
        .api(Access::Member, WRITE, routes!(api::remove_co_organiser))
        .api(Access::Member, WRITE, routes!(api::hand_over_event))
        .api_sized(Access::Member, WRITE, Size::Upload, routes!(pictures::upload_image))
        .feed("/images/{name}", Access::Anyone, pictures::show_image)
        .get("/", Access::Anyone, pages::agenda::show_agenda)
        .cached()
        .get("/events/{id}", Access::Anyone, pages::event::show_event)
        .cached()
        .get("/events/new", Access::Member, pages::edit::show_new)
        .upload("/events/new", Access::Member, Size::Upload, pages::edit::post_new)
        .post("/events/preview", Access::Member, pages::repeat::preview)
        .get("/events/{id}/edit", Access::Member, pages::edit::show_edit)
        .upload("/events/{id}/edit", Access::Member, Size::Upload, pages::edit::post_edit)
        .post("/events/{id}/publish", Access::Member, pages::deeds::publish)
        .post("/events/{id}/propose", Access::Member, pages::deeds::propose)
        .post("/events/{id}/give-back", Access::Member, pages::deeds::give_back)
        .get("/events/{id}/cancel", Access::Member, pages::part::ask_cancel)
        .get("/events/{id}/resume", Access::Member, pages::part::ask_resume)
        .get("/events/{id}/delete", Access::Member, pages::part::ask_delete)
        .post("/events/{id}/cancel", Access::Member, pages::deeds::cancel)
        .post("/events/{id}/resume", Access::Member, pages::deeds::resume)
        .post("/events/{id}/delete", Access::Member, pages::deeds::delete)
        .post("/events/{id}/restore", Access::Member, pages::deeds::restore)
        .post("/events/{id}/duplicate", Access::Member, pages::deeds::duplicate)
        .get("/events/{id}/organisers", Access::Member, pages::organisers::show_organisers)
        .post("/events/{id}/organisers", Access::Member, pages::organisers::add)
        .post("/events/{id}/organisers/remove", Access::Member, pages::organisers::remove)
        .post("/events/{id}/hand-over", Access::Member, pages::organisers::hand_over)
        .get("/me/events", Access::Member, pages::mine::show_mine)
        .get("/manage/proposals", Access::ORGANISER, pages::mine::show_proposals)
}

const NAVIGATION: &[NavItem] = &[
    NavItem {
        place: Place::Bar,
        path: "/",
        key: key("chrome-agenda"),
        access: Access::Anyone,
        order: 10,
        icon: Icon::Agenda,
        keys: "g a",
    },
    NavItem {
        place: Place::Bar,
        path: "/calendar",
        key: key("chrome-calendar"),
        access: Access::Anyone,
        order: 20,
        icon: Icon::Calendar,
        keys: "g c",
    },
    NavItem {
        place: Place::Search,
        path: "/#search",
        key: key("events-search"),
        access: Access::Anyone,
        order: 10,
        icon: Icon::Search,
        keys: "",
    },
    NavItem {
        place: Place::Create,
        path: "/events/new",
        key: key("events-new-title"),
        access: Access::Member,
        order: 10,
        icon: Icon::Calendar,
        keys: "",
    },
    NavItem {
        place: Place::Me,
        path: "/me/events",
        key: key("events-mine-title"),
        access: Access::Member,
        order: 20,
        icon: Icon::Calendar,
        keys: "",
    },
    NavItem {
        place: Place::Manage,
        path: "/manage/proposals",
        key: key("events-proposals-title"),
        access: Access::ORGANISER,
        order: 30,
        icon: Icon::Inbox,
        keys: "",
    },
];

const DEEDS: &[DeedWords] = &[
    DeedWords { action: "event.change", key: key("audit-event-change") },
    DeedWords { action: "event.publish", key: key("audit-event-publish") },
    DeedWords { action: "event.cancel", key: key("audit-event-cancel") },
    DeedWords { action: "event.delete", key: key("audit-event-delete") },
    DeedWords { action: "event.restore", key: key("audit-event-restore") },
    DeedWords { action: "event.add_co_organiser", key: key("audit-event-add-co-organiser") },
    DeedWords { action: "event.remove_co_organiser", key: key("audit-event-remove-co-organiser") },
];

const PURGE: Handler<App> =
    Handler { kind: "events.purge", delivery: Delivery::AtLeastOnce, max_attempts: 3, run: purge };
const PURGE_EVERY_HOUR: Schedule =
    Schedule { name: "events.purge", kind: "events.purge", every_seconds: 3600 };

fn purge(app: App, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        deeds::purge(&app, app.now()).await?;
        Ok(())
    })
}

const UNUSED_PICTURES: Handler<App> = Handler {
    kind: "events.pictures",
    delivery: Delivery::AtLeastOnce,
    max_attempts: 3,
    run: remove_unused_pictures,
};
const UNUSED_PICTURES_EVERY_HOUR: Schedule =
    Schedule { name: "events.pictures", kind: "events.pictures", every_seconds: 3600 };

fn remove_unused_pictures(app: App, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move { pictures::remove_unused(&app).await.map(|_| ()) })
}

#[cfg(test)]
mod access_tests;
