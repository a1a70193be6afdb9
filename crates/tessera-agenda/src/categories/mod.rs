//! Categories: what a community's events are about, each with a colour and a cover.
//!
//! Promises: white letters can be read on every colour; of two categories with one name one is kept.
//!
//! Does not: own the word. An event keeps its category as text, from a form or a file; one of that name here gives it
//! its colour, and its cover where the event has no picture.

mod api;
mod model;
mod pages;
mod service;
mod store;
#[cfg(test)]
mod tests;

pub use service::LOOKS;

use tessera_core::Access;
use tessera_platform::db::Migration;
use tessera_web::Routes;
use tessera_web::routes::Size;
use tessera_web::slice::{NavItem, Place, Slice};
use tessera_web::ui::Icon;
use tessera_web::words::key;
use utoipa_axum::routes;

const READ: &str = "events:read";
const WRITE: &str = "events:write";

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "categories",
            sql: include_str!("migrations/0001_categories.sql"),
        }],
        locales: tessera_web::locales!(),
        routes: add_routes,
        navigation: NAVIGATION,
        ..Slice::named("categories")
    }
}

const NAVIGATION: &[NavItem] = &[NavItem {
    place: Place::Manage,
    path: "/manage/categories",
    key: key("categories-title"),
    access: Access::ORGANISER,
    order: 32,
    icon: Icon::Agenda,
    keys: "",
}];

fn add_routes(routes: Routes) -> Routes {
    routes
        .api(Access::Anyone, READ, routes!(api::list_categories))
        .cached()
        .api(Access::ORGANISER, WRITE, routes!(api::create_category))
        .api(Access::ORGANISER, WRITE, routes!(api::change_category, api::delete_category))
        .get("/manage/categories", Access::ORGANISER, pages::show)
        .upload("/manage/categories", Access::ORGANISER, Size::Upload, pages::create)
        .get("/manage/categories/{id}", Access::ORGANISER, pages::show_one)
        .upload("/manage/categories/{id}", Access::ORGANISER, Size::Upload, pages::change)
        .post("/manage/categories/{id}/delete", Access::ORGANISER, pages::delete)
}
