//! The people of a community: its members, listed, found, given roles, suspended, banned, let go, and invited.
//!
//! Promises: only admins see addresses and states; the directory shows members to members, by name and role; an
//! invitation's link works once, for seven days, until it is revoked, even when two use it at the same moment.
//!
//! Does not decide what a role may do, nor whether an account exists for whoever asks: the page of an invitation
//! shows that only to its holder, to whom the address belongs.

mod api;
mod directory;
mod joining;
mod pages;
mod people;
mod store;

pub(crate) use directory::{link, role_key};
pub use people::{Cursor, Filter, Member, Page, list, names};

use futures::future::BoxFuture;
use tessera_core::Access;
use tessera_core::ids::AccountId;
use tessera_platform::db::{Migration, Write};
use tessera_web::slice::{DeedWords, NavItem, Place, Privacy, Slice};
use tessera_web::ui::Icon;
use tessera_web::words::key;
use tessera_web::{App, Routes};

/// What this slice brings.
pub const fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "join_invitations",
            sql: include_str!("migrations/0001_join_invitations.sql"),
        }],
        locales: tessera_web::locales!(),
        routes,
        mails: joining::MAILS,
        navigation: NAVIGATION,
        scopes: &["members:read", "members:write"],
        deeds: DEEDS,
        privacy: Some(Privacy { export, erase }),
        ..Slice::named("members")
    }
}

const NAVIGATION: &[NavItem] = &[
    NavItem {
        place: Place::Bar,
        path: "/community/members",
        key: key("chrome-community"),
        access: Access::Member,
        order: 30,
        icon: Icon::People,
        keys: "g m",
    },
    NavItem {
        place: Place::Manage,
        path: "/manage/people",
        key: key("members-nav"),
        access: Access::ADMIN,
        order: 10,
        icon: Icon::People,
        keys: "",
    },
];

const DEEDS: &[DeedWords] = &[
    DeedWords { action: "member.roles", key: key("audit-member-roles") },
    DeedWords { action: "member.suspend", key: key("audit-member-suspend") },
    DeedWords { action: "member.reinstate", key: key("audit-member-reinstate") },
    DeedWords { action: "member.ban", key: key("audit-member-ban") },
    DeedWords { action: "member.unban", key: key("audit-member-unban") },
    DeedWords { action: "member.remove", key: key("audit-member-remove") },
    DeedWords { action: "member.leave", key: key("audit-member-leave") },
    DeedWords { action: "member.invite", key: key("audit-member-invite") },
    DeedWords { action: "member.uninvite", key: key("audit-member-uninvite") },
    DeedWords { action: "member.join", key: key("audit-member-join") },
];

fn routes(routes: Routes) -> Routes {
    joining::routes(pages::routes(directory::routes(api::routes(routes))))
}

fn export(app: App, account: AccountId) -> BoxFuture<'static, anyhow::Result<serde_json::Value>> {
    Box::pin(async move { joining::export(&app, account).await })
}

fn erase<'a>(_: &'a App, tx: &'a Write, account: AccountId) -> BoxFuture<'a, anyhow::Result<()>> {
    Box::pin(async move { joining::erase(tx, account).await })
}
