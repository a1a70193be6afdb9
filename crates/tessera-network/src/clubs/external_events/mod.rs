//! External events: what partners have on, as they listed it; shown once an admin approves, never changed here.
//!
//! Promises: a visitor and a member see what is approved, not hidden, and of a partner that is active and approved; an
//! admin's decision survives every sync; who is interested is known to nobody, how many to everybody; what members
//! write to each other stays on this server; a partner's picture is fetched by the server, so that the partner does not
//! learn who looks.
//!
//! Does not: fetch events, nor tell partners of interest (`syncing`).

mod announce;
mod api;
mod belongings;
mod calendar;
mod comments;
pub mod intake;
mod interests;
mod jobs;
mod model;
pub mod notices;
mod pages;
mod pictures;
mod privacy;
mod service;
mod store;

#[cfg(test)]
mod tests;

pub use announce::now as announce_now;
pub use belongings::BELONGINGS;
pub use model::{ExternalEvent, begins};
pub use store::{list_of, reports};

use futures::future::BoxFuture;
use tessera_agenda::events::AgendaLink;
use tessera_core::Access;
use tessera_core::ids::ExternalEventId;
use tessera_platform::db::Migration;
use tessera_web::cx::Cx;
use tessera_web::refusal::Error;
use tessera_web::routes::Routes;
use tessera_web::slice::{DeedWords, NavItem, Offer, Place, Slice, Topic};
use tessera_web::ui::Icon;
use tessera_web::words::key;
use utoipa_axum::routes;

/// The page of all of them.
pub const LIST: &str = "/eventi/partner/";

const READ: &str = "external-events:read";
const WRITE: &str = "external-events:write";

const NAVIGATION: &[NavItem] = &[
    NavItem {
        place: Place::Manage,
        path: pages::manage::PATH,
        key: key("external-events-manage"),
        access: Access::ADMIN,
        order: 46,
        icon: Icon::People,
        keys: "",
    },
    NavItem {
        place: Place::Foot,
        path: LIST,
        key: key("external-events-title"),
        access: Access::Anyone,
        order: 30,
        icon: Icon::People,
        keys: "",
    },
];

const DEEDS: &[DeedWords] = &[
    DeedWords { action: "external_event.approve", key: key("audit-external-event-approve") },
    DeedWords { action: "external_event.unapprove", key: key("audit-external-event-unapprove") },
    DeedWords { action: "external_event.hide", key: key("audit-external-event-hide") },
    DeedWords { action: "external_event.unhide", key: key("audit-external-event-unhide") },
    DeedWords { action: "external_comment.delete", key: key("audit-external-comment-delete") },
    DeedWords { action: "external_comment.restore", key: key("audit-external-comment-restore") },
];

/// The way there from the agenda.
static AGENDA_LINK: AgendaLink = AgendaLink {
    path: LIST,
    label: key("external-events-from-partners"),
    is_shown: |cx| cx.app.config.federation.enabled,
};

const OFFERS: &[Offer] = &[&calendar::SOURCE, &AGENDA_LINK];

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "external events",
            sql: include_str!("migrations/0001_external_events.sql"),
        }],
        locales: tessera_web::locales!(),
        routes,
        jobs: &[announce::HANDLER, pictures::HANDLER, jobs::WIPE],
        schedules: &[jobs::WIPE_EVERY_HOUR],
        scopes: &[READ, WRITE],
        navigation: NAVIGATION,
        deeds: DEEDS,
        notices: notices::KINDS,
        topics: &[Topic { name: "event-comments", may_hear }],
        offers: OFFERS,
        privacy: Some(privacy::PRIVACY),
        ..Slice::named("external_events")
    }
}

/// Whoever is a member and sees the event hears when somebody writes.
fn may_hear(cx: Cx, event: String) -> BoxFuture<'static, Result<bool, Error>> {
    Box::pin(async move {
        let Ok(id) = event.parse::<ExternalEventId>() else { return Ok(false) };
        Ok(cx.member().is_ok() && service::find(&cx, &cx.app.db.read(), id).await.is_ok())
    })
}

fn routes(r: Routes) -> Routes {
    r.api(Access::Anyone, READ, routes!(api::list_external_events))
        .cached()
        .api(Access::Anyone, READ, routes!(api::get_external_event))
        .cached()
        .api(Access::ADMIN, WRITE, routes!(api::approve_external_event))
        .api(Access::ADMIN, WRITE, routes!(api::hide_external_event))
        .api(Access::ADMIN, WRITE, routes!(api::unhide_external_event))
        .api(Access::ADMIN, WRITE, routes!(api::refresh_external_event))
        .api(Access::Member, WRITE, routes!(api::put_external_interest, api::delete_external_interest))
        .api(Access::Member, READ, routes!(api::list_external_comments))
        .api(Access::Member, WRITE, routes!(api::post_external_comment))
        .api(Access::Member, WRITE, routes!(api::edit_external_comment, api::delete_external_comment))
        .get("/eventi/partner", Access::Anyone, pages::list::to_list)
        .get(LIST, Access::Anyone, pages::list::show_list)
        .cached()
        .get("/eventi/partner/{club_code}/{event_id}/", Access::Anyone, pages::event::show_event)
        .cached()
        .post("/eventi/partner/interest/{id}", Access::Member, pages::acts::post_interest)
        .post("/eventi/partner/comments/{id}", Access::Member, pages::acts::post_comment)
        .post("/eventi/partner/comments/{id}/{comment_id}/edit", Access::Member, pages::acts::post_edit)
        .post("/eventi/partner/comments/{id}/{comment_id}/delete", Access::Member, pages::acts::post_delete)
        .post("/eventi/partner/comments/{id}/{comment_id}/restore", Access::Member, pages::acts::post_restore)
        .get(pages::manage::PATH, Access::ADMIN, pages::manage::show_manage)
        .post(pages::manage::PATH, Access::ADMIN, pages::manage::post_manage)
        .post("/manage/external-events/{act}/{id}", Access::ADMIN, pages::manage::post_undo)
}
