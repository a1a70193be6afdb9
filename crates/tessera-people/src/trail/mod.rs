//! What was done and what was sent: the audit trail in words, and the community's mails.
//!
//! Promises: the trail shows whether it is whole; who was erased has no name here either. Mails show where they
//! stand, never what they say; to whom is shown in full only where admins wrote the address themselves.

mod audit;
mod mail;
mod store;
pub(crate) mod words;

pub(crate) use mail::count_words;
pub(crate) use store::count_mails;

use tessera_core::Access;
use tessera_web::Routes;
use tessera_web::slice::{DeedWords, NavItem, Place, Slice};
use tessera_web::ui::Icon;
use tessera_web::words::key;

/// What this slice brings.
pub const fn slice() -> Slice {
    Slice {
        locales: tessera_web::locales!(),
        routes,
        navigation: NAVIGATION,
        deeds: DEEDS,
        ..Slice::named("trail")
    }
}

const DEEDS: &[DeedWords] = &[DeedWords { action: "mail.retry", key: key("audit-mail-retry") }];

const NAVIGATION: &[NavItem] = &[
    NavItem {
        place: Place::Manage,
        path: "/manage/mail",
        key: key("trail-mail"),
        access: Access::ADMIN,
        order: 70,
        icon: Icon::Mail,
        keys: "",
    },
    NavItem {
        place: Place::Manage,
        path: "/manage/audit",
        key: key("trail-audit"),
        access: Access::ADMIN,
        order: 90,
        icon: Icon::Clock,
        keys: "",
    },
];

fn routes(routes: Routes) -> Routes {
    mail::routes(audit::routes(routes))
}
