//! The rows of memberships: one account's place in one community. Everything else about a person is the account's.

use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::ids::{AccountId, CommunityId, MembershipId};
use tessera_core::{Instant, Roles};
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
#[derive(Clone, Debug, PartialEq)]
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
