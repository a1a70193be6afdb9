//! The table `join_invitations`. Looks for tokens by their hash only.

use super::JoinInvitation;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::ids::{AccountId, CommunityId};
use tessera_core::{Instant, Roles};
use tessera_platform::db::{Conn, Write, sql};

const COLUMNS: &str =
    "id, community_id, email, roles, invited_by, created_at, expires_at, used_at, revoked_at";
const MOST_LISTED: i64 = 500;

pub async fn insert(tx: &Write, i: &JoinInvitation, email_key: &str, token_hash: &str) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "INSERT INTO join_invitations (id, community_id, email, roles, invited_by, created_at, expires_at, \
         email_key, token_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        vec![
            i.id.into(),
            i.community_id.into(),
            i.email.clone().into(),
            i.roles.to_string().into(),
            i.invited_by.into(),
            i.created_at.into(),
            i.expires_at.into(),
            email_key.into(),
            token_hash.into(),
        ],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// An active or shut out member with this address.
pub async fn is_member(conn: &impl Conn, community: CommunityId, email_key: &str) -> Result<bool, DbErr> {
    let q = sql(
        conn,
        "SELECT 1 FROM memberships m JOIN accounts a ON a.id = m.account_id \
         WHERE m.community_id = ? AND a.email_key = ?",
        vec![community.into(), email_key.into()],
    );
    Ok(conn.query_one_raw(q).await?.is_some())
}

/// The one invitation of this address that was neither used nor revoked; it may have run out.
pub async fn find_unused(
    conn: &impl Conn,
    community: CommunityId,
    email_key: &str,
) -> Result<Option<JoinInvitation>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM join_invitations WHERE community_id = ? AND email_key = ? AND used_at IS NULL \
         AND revoked_at IS NULL"
    );
    one(conn, sql(conn, &text, vec![community.into(), email_key.into()])).await
}

pub async fn find(
    conn: &impl Conn,
    community: CommunityId,
    id: uuid::Uuid,
) -> Result<Option<JoinInvitation>, DbErr> {
    let text = format!("SELECT {COLUMNS} FROM join_invitations WHERE community_id = ? AND id = ?");
    one(conn, sql(conn, &text, vec![community.into(), id.into()])).await
}

/// By the hash of its token, whatever became of it.
pub async fn find_by_token(
    conn: &impl Conn,
    community: CommunityId,
    token_hash: &str,
) -> Result<Option<JoinInvitation>, DbErr> {
    let text = format!("SELECT {COLUMNS} FROM join_invitations WHERE community_id = ? AND token_hash = ?");
    one(conn, sql(conn, &text, vec![community.into(), token_hash.into()])).await
}

/// Uses an invitation up. Of two that do so at the same moment one gets it.
pub async fn claim(
    tx: &Write,
    community: CommunityId,
    token_hash: &str,
    now: Instant,
) -> Result<Option<JoinInvitation>, DbErr> {
    let text = format!(
        "UPDATE join_invitations SET used_at = ? WHERE community_id = ? AND token_hash = ? AND used_at IS NULL \
         AND revoked_at IS NULL AND expires_at > ? RETURNING {COLUMNS}"
    );
    one(tx, sql(tx, &text, vec![now.into(), community.into(), token_hash.into(), now.into()])).await
}

/// Notes who used it.
pub async fn update_used_by(tx: &Write, id: uuid::Uuid, account: AccountId) -> Result<(), DbErr> {
    let q = sql(tx, "UPDATE join_invitations SET used_by = ? WHERE id = ?", vec![account.into(), id.into()]);
    tx.execute_raw(q).await.map(|_| ())
}

/// False: there is none that could be revoked.
pub async fn revoke(tx: &Write, community: CommunityId, id: uuid::Uuid, now: Instant) -> Result<bool, DbErr> {
    let q = sql(
        tx,
        "UPDATE join_invitations SET revoked_at = ? WHERE community_id = ? AND id = ? AND used_at IS NULL \
         AND revoked_at IS NULL",
        vec![now.into(), community.into(), id.into()],
    );
    Ok(tx.execute_raw(q).await?.rows_affected() == 1)
}

/// The newest first.
pub async fn list(conn: &impl Conn, community: CommunityId) -> Result<Vec<JoinInvitation>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM join_invitations WHERE community_id = ? ORDER BY created_at DESC, id DESC LIMIT ?"
    );
    let rows = conn.query_all_raw(sql(conn, &text, vec![community.into(), MOST_LISTED.into()])).await?;
    rows.iter().map(read).collect()
}

/// Those an account used, or that went to its address.
pub async fn list_of_account(conn: &impl Conn, account: AccountId) -> Result<Vec<JoinInvitation>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM join_invitations WHERE used_by = ? OR email_key = \
         (SELECT email_key FROM accounts WHERE id = ?) ORDER BY created_at LIMIT ?"
    );
    let q = sql(conn, &text, vec![account.into(), account.into(), MOST_LISTED.into()]);
    conn.query_all_raw(q).await?.iter().map(read).collect()
}

/// Forgets the address of an account and its name as somebody who invited.
pub async fn erase(tx: &Write, account: AccountId) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "DELETE FROM join_invitations WHERE used_by = ? OR email_key = \
         (SELECT email_key FROM accounts WHERE id = ?)",
        vec![account.into(), account.into()],
    );
    tx.execute_raw(q).await?;
    let q =
        sql(tx, "UPDATE join_invitations SET invited_by = NULL WHERE invited_by = ?", vec![account.into()]);
    tx.execute_raw(q).await.map(|_| ())
}

async fn one(conn: &impl Conn, q: sea_orm::Statement) -> Result<Option<JoinInvitation>, DbErr> {
    conn.query_one_raw(q).await?.as_ref().map(read).transpose()
}

fn read(r: &QueryResult) -> Result<JoinInvitation, DbErr> {
    Ok(JoinInvitation {
        id: r.try_get_by_index(0)?,
        community_id: r.try_get_by_index(1)?,
        email: r.try_get_by_index(2)?,
        roles: r.try_get_by_index::<String>(3)?.parse().unwrap_or(Roles::NONE),
        invited_by: r.try_get_by_index(4)?,
        created_at: r.try_get_by_index(5)?,
        expires_at: r.try_get_by_index(6)?,
        used_at: r.try_get_by_index(7)?,
        revoked_at: r.try_get_by_index(8)?,
    })
}
