//! `/manage/system`: the server as a whole, for its operators: communities, background work, mail, versions.

mod pages;
mod store;

use tessera_core::Access;
use tessera_web::slice::{DeedWords, NavItem, Place, Slice};
use tessera_web::ui::Icon;
use tessera_web::words::key;

/// What this slice brings.
pub const fn slice() -> Slice {
    Slice {
        locales: tessera_web::locales!(),
        routes: pages::routes,
        navigation: NAVIGATION,
        deeds: DEEDS,
        ..Slice::named("system")
    }
}

const NAVIGATION: &[NavItem] = &[NavItem {
    place: Place::Manage,
    path: "/manage/system",
    key: key("system-title"),
    access: Access::Operator,
    order: 100,
    icon: Icon::Key,
    keys: "",
}];

const DEEDS: &[DeedWords] = &[
    DeedWords { action: "job.retry", key: key("audit-job-retry") },
    DeedWords { action: "job.drop", key: key("audit-job-drop") },
];
