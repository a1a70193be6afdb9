//! Calendars in and out: `.ics` files imported, feeds to subscribe to, a member's own feed.
//!
//! Promises: an event keeps its UID for ever; importing a file again changes nothing; what was imported and not
//! changed here goes out as it came, to the letter; a component that cannot be read is left out whole and named with
//! its line; public feeds hold public events only; the same events make the same bytes, so that a tag (ETag) holds.
//!
//! Does not: expand recurrence (series go out as they came, clients expand them), fetch calendars from elsewhere.

mod api;
mod atom;
mod export;
mod feeds;
mod import;
mod jobs;
mod json_feed;
mod pages;
mod render;
mod service;
mod store;
mod vevent;

pub use export::{ExportError, Exported, export_ics};
pub(crate) use feeds::{feed_of, some_months_ago, webcal};
pub use import::{Import, Into, LeftOut, Report, Shown, preview, read_file};
pub use render::{About, calendar_text};
pub use vevent::{content_of, vevent_of};

#[cfg(test)]
mod series_tests;
#[cfg(test)]
mod tests;

use futures::future::BoxFuture;
use tessera_core::Access;
use tessera_core::ids::AccountId;
use tessera_platform::db::{Migration, Write};
use tessera_web::App;
use tessera_web::routes::{Routes, Size};
use tessera_web::slice::{DeedWords, NavItem, Place, Privacy, Slice};
use tessera_web::ui::Icon;
use tessera_web::words::key;
use utoipa_axum::routes;

/// The scope of tokens that make and revoke a feed of one's own.
pub const WRITE: &str = "calendar:write";

const NAVIGATION: &[NavItem] = &[
    NavItem {
        place: Place::Manage,
        path: "/manage/import",
        key: key("calendar-import-nav"),
        access: Access::ORGANISER,
        order: 35,
        icon: Icon::Upload,
        keys: "",
    },
    NavItem {
        place: Place::Foot,
        path: "/calendar/subscribe",
        key: key("calendar-subscribe-title"),
        access: Access::Anyone,
        order: 20,
        icon: Icon::Feed,
        keys: "",
    },
];

const DEEDS: &[DeedWords] = &[DeedWords { action: "calendar.import", key: key("audit-calendar-import") }];

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "calendar",
            sql: include_str!("migrations/0001_calendar.sql"),
        }],
        locales: tessera_web::locales!(),
        routes,
        jobs: jobs::HANDLERS,
        schedules: jobs::SCHEDULES,
        scopes: &[WRITE],
        navigation: NAVIGATION,
        deeds: DEEDS,
        privacy: Some(Privacy { export, erase }),
        ..Slice::named("calendar")
    }
}

fn routes(routes: Routes) -> Routes {
    routes
        .feed("/feeds/events.ics", Access::Anyone, feeds::events_ics)
        .cached()
        .feed("/feeds/events.atom", Access::Anyone, feeds::events_atom)
        .cached()
        .feed("/feeds/events.json", Access::Anyone, feeds::events_json)
        .cached()
        // `/events/{id}.ics`: the router sets the ending of a file apart.
        .feed("/events/{id}/ics", Access::Anyone, feeds::event_ics)
        .feed("/feeds/me/{file}", Access::Anyone, feeds::personal_ics)
        .api(Access::Member, WRITE, routes!(api::make_feed, api::revoke_feed))
        .get("/calendar/subscribe", Access::Anyone, pages::subscribe)
        .post("/calendar/subscribe/mine", Access::Member, pages::make_feed)
        .post("/calendar/subscribe/mine/revoke", Access::Member, pages::revoke_feed)
        .get("/manage/import", Access::ORGANISER, pages::choose_file)
        .upload("/manage/import", Access::ORGANISER, Size::Import, pages::look_at_file)
        .get("/manage/import/{id}", Access::ORGANISER, pages::show_import)
        .post("/manage/import/{id}/start", Access::ORGANISER, pages::start_import)
}

fn export(app: App, account: AccountId) -> BoxFuture<'static, anyhow::Result<serde_json::Value>> {
    Box::pin(async move {
        let feeds = store::list_feeds_of(&app.db.read(), account).await?;
        let list: Vec<_> = feeds
            .into_iter()
            .map(|(community, at)| serde_json::json!({ "community_id": community, "created_at": at }))
            .collect();
        Ok(serde_json::json!({ "personal_feeds": list }))
    })
}

fn erase<'a>(_: &'a App, tx: &'a Write, account: AccountId) -> BoxFuture<'a, anyhow::Result<()>> {
    Box::pin(async move { Ok(store::delete_of_account(tx, account).await?) })
}
