//! Who is a member, as admins and fellow members may look for them.

use super::store;
use crate::communities::State;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as B64;
use tessera_core::ids::{AccountId, CommunityId};
use tessera_core::{Instant, Role, Roles};
use tessera_platform::db::Conn;
use tessera_platform::text::fold;
use tessera_web::Error;

/// One member, with what the account says of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub account_id: AccountId,
    pub name: String,
    pub email: String,
    pub roles: Roles,
    pub state: State,
    pub reason: Option<String>,
    pub joined_at: Instant,
    pub(super) name_key: String,
}

/// Which members are asked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Part of a name, whatever its case and accents.
    pub q: String,
    /// Whether `q` may be part of an address too: for admins only.
    pub by_email: bool,
    pub role: Option<Role>,
    pub state: Option<State>,
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        self.q.trim().is_empty() && self.role.is_none() && self.state.is_none()
    }

    pub(super) fn folded(&self) -> String {
        fold(&self.q)
    }
}

/// Where a page begins: after this member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub name_key: String,
    pub account_id: AccountId,
}

impl Cursor {
    pub fn encode(&self) -> String {
        B64.encode(format!("{} {}", self.account_id, self.name_key))
    }

    /// What was not made by [`encode`](Self::encode) is the beginning.
    pub fn decode(text: &str) -> Option<Self> {
        let text = String::from_utf8(B64.decode(text).ok()?).ok()?;
        let (id, name_key) = text.split_once(' ')?;
        Some(Self { name_key: name_key.to_owned(), account_id: id.parse().ok()? })
    }
}

/// One page of members.
#[derive(Clone, Debug)]
pub struct Page {
    pub members: Vec<Member>,
    pub next: Option<Cursor>,
}

/// Members by name, at most `limit`.
pub async fn list(
    conn: &impl Conn,
    community: CommunityId,
    filter: &Filter,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page, Error> {
    let mut members = store::list(conn, community, filter, after, limit.saturating_add(1)).await?;
    let more = members.len() > limit;
    members.truncate(limit);
    let next = members.last().filter(|_| more);
    let next = next.map(|m| Cursor { name_key: m.name_key.clone(), account_id: m.account_id });
    Ok(Page { members, next })
}

/// The names of these accounts; who was erased is missing.
pub async fn names(
    conn: &impl Conn,
    accounts: &[AccountId],
) -> Result<Vec<(AccountId, String)>, sea_orm::DbErr> {
    store::list_names(conn, accounts).await
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_the_same_and_nonsense_is_the_beginning() {
        let id = AccountId(uuid::Uuid::from_u128(7));
        let cursor = Cursor { name_key: "ana de la cruz".into(), account_id: id };
        assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        for bad in ["", "x", "bm9wZQ", "💥"] {
            assert_eq!(Cursor::decode(bad), None, "{bad}");
        }
    }
}
