//! Partners: the communities on other servers with which this one shares events, and what is agreed with each.
//!
//! Promises: nothing is shared with, or taken from, a partner that an admin has not approved; the secrets of both
//! sides are sealed, shown once and in no log; an address on a private network is refused when it is entered and again
//! when it is called; a partner that once signed in the stronger way is not believed with a weaker one, unless an admin
//! allows it; a pairing is trusted when an admin has compared its words.
//!
//! Does not: fetch a partner's events, nor keep them; answer what partners ask.

pub mod api;
pub mod calling;
pub mod input;
mod jobs;
mod model;
pub mod pages;
pub mod pairing;
mod privacy;
pub mod service;
pub mod signing;
pub mod store;
pub mod trial;
mod trouble;
pub mod well_known;

#[cfg(test)]
mod tests;

pub use model::{
    FAILURES_TOLD, LINK_HOURS, MOST_PARTNERS, OVERLAP_DAYS, Pair, Pairing, Partner, profile_code,
};
pub use service::{Belongings, Kept, enqueue_sync};
pub use store::{find, find_by_code, list, list_open, record_sync};
pub use trouble::Trouble;

use serde::{Deserialize, Serialize};
use tessera_core::Access;
use tessera_core::ids::{CommunityId, PartnerId};
use tessera_platform::db::Migration;
use tessera_web::routes::Routes;
use tessera_web::slice::{DeedWords, NavItem, Place, Slice};
use tessera_web::ui::Icon;
use tessera_web::words::key;
use utoipa_axum::routes;

const READ: &str = "partners:read";
const WRITE: &str = "partners:write";

/// The kind of the job that fetches a partner's events.
pub const SYNC: &str = "partners.sync";

/// Which partner a job is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncPayload {
    pub community: CommunityId,
    pub partner: PartnerId,
}

const NAVIGATION: &[NavItem] = &[NavItem {
    place: Place::Manage,
    path: pages::LIST,
    key: key("partners-nav"),
    access: Access::ADMIN,
    order: 50,
    icon: Icon::Link,
    keys: "",
}];

const DEEDS: &[DeedWords] = &[
    DeedWords { action: "partner.add", key: key("audit-partner-add") },
    DeedWords { action: "partner.edit", key: key("audit-partner-edit") },
    DeedWords { action: "partner.approve", key: key("audit-partner-approve") },
    DeedWords { action: "partner.withdraw", key: key("audit-partner-withdraw") },
    DeedWords { action: "partner.deactivate", key: key("audit-partner-deactivate") },
    DeedWords { action: "partner.remove", key: key("audit-partner-remove") },
    DeedWords { action: "partner.generate_key", key: key("audit-partner-generate-key") },
    DeedWords { action: "partner.revoke_key", key: key("audit-partner-revoke-key") },
    DeedWords { action: "partner.allow_documented", key: key("audit-partner-allow-documented") },
    DeedWords { action: "partner.test", key: key("audit-partner-test") },
    DeedWords { action: "partner.pair", key: key("audit-partner-pair") },
    DeedWords { action: "partner.confirm_words", key: key("audit-partner-confirm-words") },
    DeedWords { action: "partner.unpair", key: key("audit-partner-unpair") },
    DeedWords { action: "partner.forgive", key: key("audit-partner-forgive") },
    DeedWords { action: "partner.rotate_own", key: key("audit-partner-rotate-own") },
];

/// The capability.
pub fn slice() -> Slice {
    Slice {
        migrations: &[
            Migration { number: 1, name: "partners", sql: include_str!("migrations/0001_partners.sql") },
            Migration { number: 2, name: "agreement", sql: include_str!("migrations/0002_agreement.sql") },
        ],
        locales: tessera_web::locales!(),
        routes,
        jobs: &[jobs::LOGO, jobs::TIDY],
        schedules: &[jobs::TIDY_EVERY_DAY],
        scopes: &[READ, WRITE],
        navigation: NAVIGATION,
        deeds: DEEDS,
        privacy: Some(privacy::PRIVACY),
        ..Slice::named("partners")
    }
}

fn routes(r: Routes) -> Routes {
    let r = r
        .api(Access::ADMIN, READ, routes!(api::list_partners))
        .api(Access::ADMIN, WRITE, routes!(api::add_partner))
        .api(Access::ADMIN, READ, routes!(api::get_partner))
        .api(Access::ADMIN, WRITE, routes!(api::change_partner, api::remove_partner))
        .api(Access::ADMIN, WRITE, routes!(api::approve_partner))
        .api(Access::ADMIN, WRITE, routes!(api::sync_partner))
        .api(Access::ADMIN, WRITE, routes!(api::test_partner))
        // A secret is in the answer, which is not to be kept for whoever asks again.
        .api(Access::ADMIN, WRITE, routes!(api::generate_partner_key))
        .once()
        .api(Access::Anyone, "", routes!(well_known::describe))
        .api(Access::Anyone, "", routes!(well_known::pair))
        .once();
    pages::routes(r)
}
