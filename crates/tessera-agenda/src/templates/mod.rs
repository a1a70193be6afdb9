//! Task templates: work that comes back, as a list of tasks each so many days before or after a date.
//!
//! Promises: a template is used as a whole or not at all, and once, however often its button is pressed; before it is
//! used its dates are shown; of two who change it at once one is told.
//!
//! Does not: follow the tasks it made. They are tasks like any other.

mod api;
mod model;
mod pages;
mod service;
mod store;
#[cfg(test)]
mod tests;

pub use pages::PANEL;

use futures::future::BoxFuture;
use tessera_core::Access;
use tessera_core::ids::AccountId;
use tessera_platform::db::{Migration, Write};
use tessera_web::slice::{NavItem, Place, Privacy, Slice};
use tessera_web::ui::Icon;
use tessera_web::words::key;
use tessera_web::{App, Routes};
use utoipa_axum::routes;

const READ: &str = "tasks:read";
const WRITE: &str = "tasks:write";

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "task templates",
            sql: include_str!("migrations/0001_task_templates.sql"),
        }],
        locales: tessera_web::locales!(),
        routes: add_routes,
        navigation: NAVIGATION,
        privacy: Some(Privacy { export, erase }),
        ..Slice::named("templates")
    }
}

const NAVIGATION: &[NavItem] = &[NavItem {
    place: Place::Manage,
    path: "/manage/templates",
    key: key("templates-title"),
    access: Access::ORGANISER,
    order: 34,
    icon: Icon::Check,
    keys: "",
}];

fn add_routes(routes: Routes) -> Routes {
    routes
        .api(Access::ORGANISER, READ, routes!(api::list_templates))
        .api(Access::ORGANISER, WRITE, routes!(api::create_template))
        .api(Access::ORGANISER, READ, routes!(api::get_template))
        .api(Access::ORGANISER, WRITE, routes!(api::change_template, api::delete_template))
        .api(Access::ORGANISER, READ, routes!(api::preview_template))
        .api(Access::ORGANISER, WRITE, routes!(api::apply_template))
        .get("/manage/templates", Access::ORGANISER, pages::list::show)
        .post("/manage/templates", Access::ORGANISER, pages::list::create)
        .get("/manage/templates/{id}", Access::ORGANISER, pages::edit::show)
        .post("/manage/templates/{id}", Access::ORGANISER, pages::edit::rename)
        .post("/manage/templates/{id}/delete", Access::ORGANISER, pages::edit::delete)
        .post("/manage/templates/{id}/items", Access::ORGANISER, pages::edit::add)
        .get("/manage/templates/{id}/items/{place}", Access::ORGANISER, pages::item::show)
        .post("/manage/templates/{id}/items/{place}", Access::ORGANISER, pages::item::save)
        .post("/manage/templates/{id}/items/{place}/move", Access::ORGANISER, pages::edit::move_item)
        .post("/manage/templates/{id}/items/{place}/delete", Access::ORGANISER, pages::edit::delete_item)
        .get("/manage/templates/{id}/apply", Access::ORGANISER, pages::apply::show)
        .post("/manage/templates/{id}/apply", Access::ORGANISER, pages::apply::apply)
}

/// Templates are the community's; of a person there is only who used one.
fn export(_: App, _: AccountId) -> BoxFuture<'static, anyhow::Result<serde_json::Value>> {
    Box::pin(async { Ok(serde_json::json!({})) })
}

fn erase<'a>(_: &'a App, tx: &'a Write, account: AccountId) -> BoxFuture<'a, anyhow::Result<()>> {
    Box::pin(async move { Ok(store::forget(tx, account).await?) })
}
