//! Tasks: who is to do them, how far they have come, and the list of one's own.
//!
//! Promises: of two who take a task that is nobody's, one has it; whoever is newly to do a task is told of it once; what is done of a recurring task is done of one date; who may say so is decided in
//! [`crate::events::access`].
//!
//! Does not: keep the task itself, which is an event of the kind `task`, nor its status.

mod api;
mod notices;
mod pages;
mod privacy;
mod service;
mod store;
#[cfg(test)]
mod tests;

pub use pages::PANEL;
pub use service::{MOST_ASSIGNEES, OBSERVER, give, is_assignable};

use tessera_core::Access;
use tessera_platform::db::Migration;
use tessera_web::Routes;
use tessera_web::slice::{NavItem, Place, Slice};
use tessera_web::ui::Icon;
use tessera_web::words::key;
use utoipa_axum::routes;

const READ: &str = "tasks:read";
const WRITE: &str = "tasks:write";

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "who is to do a task",
            sql: include_str!("migrations/0001_event_assignees.sql"),
        }],
        locales: tessera_web::locales!(),
        routes: add_routes,
        notices: notices::KINDS,
        navigation: NAVIGATION,
        privacy: Some(privacy::HOOKS),
        scopes: &[READ, WRITE],
        ..Slice::named("tasks")
    }
}

const NAVIGATION: &[NavItem] = &[NavItem {
    place: Place::Me,
    path: "/me/tasks",
    key: key("tasks-mine-title"),
    access: Access::Member,
    order: 25,
    icon: Icon::Check,
    keys: "g t",
}];

fn add_routes(routes: Routes) -> Routes {
    routes
        .api(Access::Anyone, READ, routes!(api::list_assignees))
        .api(Access::Member, WRITE, routes!(api::add_assignee, api::set_assignees))
        .api(Access::Member, WRITE, routes!(api::remove_assignee))
        .api(Access::Member, WRITE, routes!(api::take_task))
        .api(Access::Member, WRITE, routes!(api::set_progress))
        .api(Access::Member, READ, routes!(api::my_tasks))
        .get("/me/tasks", Access::Member, pages::mine::show_mine)
        .post("/events/{id}/progress", Access::Member, pages::panel::post_progress)
        .post("/events/{id}/take", Access::Member, pages::panel::post_take)
        .get("/events/{id}/assignees", Access::Member, pages::assignees::show)
        .post("/events/{id}/assignees", Access::Member, pages::assignees::add)
        .post("/events/{id}/assignees/remove", Access::Member, pages::assignees::remove)
        .get("/events/{id}/assignees/leave", Access::Member, pages::assignees::show_leave)
        .post("/events/{id}/assignees/leave", Access::Member, pages::assignees::leave)
}
