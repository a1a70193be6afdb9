//! The rows of memberships: one account's place in one community. Everything else about a person is the account's.

use super::store::MOST_COMMUNITIES;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::ids::{AccountId, CommunityId, MembershipId};
use tessera_core::{Instant, Role, Roles};
use tessera_platform::db::{Conn, Write, sql};

/// Whether somebody may use their membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Active,
    Suspended,
    Banned,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Banned => "banned",
        }
    }

    /// What is not known is not let in.
    pub fn from_code(code: &str) -> Self {
        match code {
            "active" => Self::Active,
            "suspended" => Self::Suspended,
            _ => Self::Banned,
        }
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MembershipRow {
    pub id: MembershipId,
    pub community_id: CommunityId,
    pub account_id: AccountId,
    pub roles: Roles,
    pub state: State,
    /// Why a suspension or ban, as told to the member.
    pub reason: Option<String>,
    pub joined_at: Instant,
}

/// Makes an account a member. False: it is one already, as it was.
pub async fn insert(
    tx: &Write,
    id: MembershipId,
    community: CommunityId,
    account: AccountId,
    roles: Roles,
    now: Instant,
) -> Result<bool, DbErr> {
    let q = sql(
        tx,
        "INSERT INTO memberships (id, community_id, account_id, roles, state, joined_at) \
         VALUES (?, ?, ?, ?, 'active', ?) ON CONFLICT (community_id, account_id) DO NOTHING",
        vec![id.into(), community.into(), account.into(), roles.to_string().into(), now.into()],
    );
    Ok(tx.execute_raw(q).await?.rows_affected() == 1)
}

const COLUMNS: &str = "id, community_id, account_id, roles, state, reason, joined_at";

/// An account's place in a community.
pub async fn find(
    conn: &impl Conn,
    community: CommunityId,
    account: AccountId,
) -> Result<Option<MembershipRow>, DbErr> {
    let q = sql(
        conn,
        &format!("SELECT {COLUMNS} FROM memberships WHERE community_id = ? AND account_id = ?"),
        vec![community.into(), account.into()],
    );
    conn.query_one_raw(q).await?.as_ref().map(read).transpose()
}

/// Everywhere an account belongs, with the communities' slugs.
pub async fn list_of_account(
    conn: &impl Conn,
    account: AccountId,
) -> Result<Vec<(String, MembershipRow)>, DbErr> {
    let q = sql(
        conn,
        "SELECT m.id, m.community_id, m.account_id, m.roles, m.state, m.reason, m.joined_at, c.slug \
         FROM memberships m JOIN communities c ON c.id = m.community_id WHERE m.account_id = ? \
         ORDER BY m.joined_at LIMIT ?",
        vec![account.into(), MOST_COMMUNITIES.into()],
    );
    let rows = conn.query_all_raw(q).await?;
    rows.iter().map(|r| Ok((r.try_get_by_index(7)?, read(r)?))).collect()
}

/// How many active admins a community has. Decide with it only after [`super::store::lock_community`].
pub async fn count_admins(conn: &impl Conn, community: CommunityId) -> Result<i64, DbErr> {
    let q = sql(
        conn,
        "SELECT COUNT(*) FROM memberships WHERE community_id = ? AND state = 'active' \
         AND ' ' || roles || ' ' LIKE ?",
        vec![community.into(), role_pattern(Role::Admin).into()],
    );
    conn.query_one_raw(q).await?.map_or(Ok(0), |r| r.try_get_by_index(0))
}

/// The active admin who has been a member for the longest time.
pub async fn find_first_admin(conn: &impl Conn, community: CommunityId) -> Result<Option<AccountId>, DbErr> {
    let q = sql(
        conn,
        "SELECT account_id FROM memberships WHERE community_id = ? AND state = 'active' AND ' ' || roles || ' ' LIKE ? \
         ORDER BY joined_at, id LIMIT 1",
        vec![community.into(), role_pattern(Role::Admin).into()],
    );
    conn.query_one_raw(q).await?.map(|row| row.try_get_by_index(0)).transpose()
}

/// Matches the blank-padded column `roles` where it holds this role.
pub fn role_pattern(role: Role) -> String {
    format!("% {role} %")
}

/// Roles, state and reason of one membership.
pub async fn update(tx: &Write, m: &MembershipRow) -> Result<(), DbErr> {
    tx.tell(crate::account_topic(m.account_id));
    let q = sql(
        tx,
        "UPDATE memberships SET roles = ?, state = ?, reason = ? WHERE id = ? AND community_id = ?",
        vec![
            m.roles.to_string().into(),
            m.state.code().into(),
            m.reason.clone().into(),
            m.id.into(),
            m.community_id.into(),
        ],
    );
    tx.execute_raw(q).await.map(|_| ())
}

pub async fn delete(tx: &Write, community: CommunityId, account: AccountId) -> Result<bool, DbErr> {
    tx.tell(crate::account_topic(account));
    let q = sql(
        tx,
        "DELETE FROM memberships WHERE community_id = ? AND account_id = ?",
        vec![community.into(), account.into()],
    );
    Ok(tx.execute_raw(q).await?.rows_affected() == 1)
}

pub async fn delete_of_account(tx: &Write, account: AccountId) -> Result<(), DbErr> {
    let q = sql(tx, "DELETE FROM memberships WHERE account_id = ?", vec![account.into()]);
    tx.execute_raw(q).await.map(|_| ())
}

fn read(r: &QueryResult) -> Result<MembershipRow, DbErr> {
    Ok(MembershipRow {
        id: r.try_get_by_index(0)?,
        community_id: r.try_get_by_index(1)?,
        account_id: r.try_get_by_index(2)?,
        roles: r.try_get_by_index::<String>(3)?.parse().unwrap_or(Roles::NONE),
        state: State::from_code(&r.try_get_by_index::<String>(4)?),
        reason: r.try_get_by_index(5)?,
        joined_at: r.try_get_by_index(6)?,
    })
}
