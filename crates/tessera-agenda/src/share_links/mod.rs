//! Share links: addresses that show a part of a community's public calendar to whoever has them, as a page and as a
//! feed, without signing in.
//!
//! Promises: a link shows public events only, also to its maker; a token is a random UUID of which a hash is kept to
//! find it by and a sealed copy to show its maker again; of a link with a maximum of views, no more than that are ever
//! counted, whoever opens it at the same moment; a link works only while its maker may publish; nothing that is shown
//! is kept by caches or search engines.
//!
//! Does not: count fetches of the feed. A calendar asks every hour, and would use any maximum up by itself; the feed
//! closes together with its page.

mod api;
mod input;
mod jobs;
mod model;
mod pages;
mod privacy;
mod service;
mod store;

#[cfg(test)]
mod tests;

use tessera_core::Access;
use tessera_platform::db::Migration;
use tessera_web::routes::Routes;
use tessera_web::slice::{DeedWords, NavItem, Place, Slice};
use tessera_web::ui::Icon;
use tessera_web::words::key;
use utoipa_axum::routes;

const READ: &str = "share-links:read";
const WRITE: &str = "share-links:write";

const NAVIGATION: &[NavItem] = &[NavItem {
    place: Place::Manage,
    path: pages::LIST,
    key: key("share-links-nav"),
    access: Access::ORGANISER,
    order: 36,
    icon: Icon::Link,
    keys: "",
}];

const DEEDS: &[DeedWords] = &[
    DeedWords { action: "share_link.revoke", key: key("audit-share-link-revoke") },
    DeedWords { action: "share_link.restore", key: key("audit-share-link-restore") },
];

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "share_links",
            sql: include_str!("migrations/0001_share_links.sql"),
        }],
        locales: tessera_web::locales!(),
        routes,
        jobs: &[jobs::FORGET],
        schedules: &[jobs::FORGET_EVERY_HOUR],
        scopes: &[READ, WRITE],
        navigation: NAVIGATION,
        deeds: DEEDS,
        privacy: Some(privacy::PRIVACY),
        ..Slice::named("share_links")
    }
}

fn routes(r: Routes) -> Routes {
    r.api(Access::ORGANISER, READ, routes!(api::list_share_links))
        .api(Access::ORGANISER, WRITE, routes!(api::create_share_link))
        .api(Access::ORGANISER, WRITE, routes!(api::revoke_share_link))
        .get("/manage/share-links", Access::ORGANISER, pages::show_list)
        .get("/manage/share-links/new", Access::ORGANISER, pages::show_new)
        .post("/manage/share-links/new", Access::ORGANISER, pages::post_new)
        .post("/manage/share-links/{id}/revoke", Access::ORGANISER, pages::post_revoke)
        .post("/manage/share-links/{id}/restore", Access::ORGANISER, pages::post_restore)
        .get("/s/{token}", Access::Anyone, pages::show_shared)
        // `/s/{token}.ics`: the router sets the ending of a file apart.
        .feed("/s/{token}/ics", Access::Anyone, pages::shared_ics)
}
