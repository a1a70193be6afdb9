//! Communities and who belongs to them.
//!
//! Promises: a slug and a host name one community; a community always keeps at least one active admin, whatever is
//! asked at the same moment; a member of one community is nobody in another; what changes here is seen by the next
//! request of every process.
//!
//! Knows no accounts but by their id: who a person is, is the accounts slice's. Lists of people with their names
//! are made by the members slice, which stands on both.

mod about;
pub(crate) mod choices;
pub mod memberships;
mod parse;
pub mod service;
pub mod store;

pub(crate) use memberships::role_pattern;
pub use memberships::{MembershipRow, State};
pub use parse::{DEFAULT_HUE, Edited, HostName, NewCommunity, RawCommunity, Slug};

use futures::future::BoxFuture;
use tessera_core::Access;
use tessera_core::ids::AccountId;
use tessera_platform::db::{Migration, Write};
use tessera_web::App;
use tessera_web::directory::Community;
use tessera_web::slice::{DeedWords, NavItem, Place, Privacy, Slice};
use tessera_web::ui::Icon;
use tessera_web::words::key;

/// What this slice brings.
pub const fn slice() -> Slice {
    Slice {
        migrations: &[
            Migration {
                number: 1,
                name: "communities",
                sql: include_str!("migrations/0001_communities.sql"),
            },
            Migration {
                number: 2,
                name: "the least count told",
                sql: include_str!("migrations/0002_least_told.sql"),
            },
        ],
        locales: tessera_web::locales!(),
        routes: about::routes,
        navigation: NAVIGATION,
        deeds: DEEDS,
        privacy: Some(Privacy { export, erase }),
        ..Slice::named("communities")
    }
}

const fn about(place: Place, order: u16) -> NavItem {
    NavItem {
        place,
        path: "/about",
        key: key("chrome-about"),
        access: Access::Anyone,
        order,
        icon: Icon::About,
        keys: "",
    }
}

const NAVIGATION: &[NavItem] = &[about(Place::Visitors, 40), about(Place::Foot, 10)];

const DEEDS: &[DeedWords] = &[
    DeedWords { action: "community.create", key: key("audit-community-create") },
    DeedWords { action: "community.edit", key: key("audit-community-edit") },
    DeedWords { action: "community.relocate", key: key("audit-community-relocate") },
];

/// All communities, the first one created first: what `Identity.communities` asks for.
pub fn all(app: App) -> BoxFuture<'static, anyhow::Result<Vec<Community>>> {
    Box::pin(async move { Ok(store::list_communities(&app.db.read()).await?) })
}

fn export(app: App, account: AccountId) -> BoxFuture<'static, anyhow::Result<serde_json::Value>> {
    Box::pin(async move {
        let found = memberships::list_of_account(&app.db.read(), account).await?;
        let list: Vec<_> = found
            .into_iter()
            .map(|(slug, m)| {
                serde_json::json!({
                    "community": slug, "roles": m.roles, "state": m.state.code(), "reason": m.reason,
                    "joined_at": m.joined_at,
                })
            })
            .collect();
        Ok(serde_json::json!({ "memberships": list }))
    })
}

fn erase<'a>(_: &'a App, tx: &'a Write, account: AccountId) -> BoxFuture<'a, anyhow::Result<()>> {
    Box::pin(async move {
        for (_, m) in memberships::list_of_account(tx, account).await? {
            tx.touch(m.community_id);
        }
        memberships::delete_of_account(tx, account).await?;
        Ok(())
    })
}
