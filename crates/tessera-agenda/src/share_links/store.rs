//! The rows of `share_links`. Reads `memberships` too: a link works only while its maker may publish.

use super::model::{ShareLink, Wanted};
use crate::events::Kind;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId, ShareLinkId};
use tessera_platform::db::{Conn, Engine, Write, sql};
use tessera_platform::tokens::Token;

/// Whether the maker is a member who publishes.
const MAKER_MAY: &str = "EXISTS (SELECT 1 FROM memberships m WHERE m.community_id = share_links.community_id \
    AND m.account_id = share_links.account_id AND m.state = 'active' \
    AND (' ' || m.roles || ' ' LIKE '% organiser %' OR ' ' || m.roles || ' ' LIKE '% admin %'))";

/// Not revoked, expired or used up, at the instant of the one mark.
const OPEN: &str = "revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?) \
    AND (max_views IS NULL OR view_count < max_views)";

fn columns() -> String {
    format!(
        "id, community_id, account_id, name, kinds, shows_from, shows_to, token_sealed, expires_at, max_views, \
         view_count, last_viewed_at, revoked_at, created_at, {MAKER_MAY}"
    )
}

fn read(r: &QueryResult) -> Result<ShareLink, DbErr> {
    let kinds: String = r.try_get_by_index(4)?;
    Ok(ShareLink {
        id: r.try_get_by_index(0)?,
        community_id: r.try_get_by_index(1)?,
        account_id: r.try_get_by_index(2)?,
        shows: Wanted {
            name: r.try_get_by_index(3)?,
            kinds: kinds.split_whitespace().filter_map(Kind::parse).collect(),
            from: r.try_get_by_index(5)?,
            to: r.try_get_by_index(6)?,
            expires_at: r.try_get_by_index(8)?,
            max_views: r.try_get_by_index(9)?,
        },
        token_sealed: r.try_get_by_index(7)?,
        view_count: r.try_get_by_index(10)?,
        last_viewed_at: r.try_get_by_index(11)?,
        revoked_at: r.try_get_by_index(12)?,
        created_at: r.try_get_by_index(13)?,
        maker_may: r.try_get_by_index(14)?,
    })
}

/// How many open links a member has, kept from changing until the end of the transaction: whoever makes or opens
/// another at the same moment waits.
pub async fn count_open(
    tx: &Write,
    community: CommunityId,
    account: AccountId,
    now: Instant,
) -> Result<i64, DbErr> {
    if tx.engine() == Engine::Postgres {
        let lock = "SELECT 1 FROM memberships WHERE community_id = ? AND account_id = ? FOR UPDATE";
        tx.query_one_raw(sql(tx, lock, vec![community.into(), account.into()])).await?;
    }
    let text =
        format!("SELECT count(*) FROM share_links WHERE account_id = ? AND community_id = ? AND {OPEN}");
    let values = vec![account.into(), community.into(), now.into()];
    tx.query_one_raw(sql(tx, &text, values)).await?.map_or(Ok(0), |r| r.try_get_by_index(0))
}

pub async fn insert(tx: &Write, link: &ShareLink, token: &Token) -> Result<(), DbErr> {
    let text = "INSERT INTO share_links (id, community_id, account_id, name, kinds, shows_from, shows_to, token_hash, \
                token_sealed, expires_at, max_views, view_count, last_viewed_at, revoked_at, created_at) \
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, NULL, ?)";
    let kinds: Vec<&str> = link.shows.kinds.iter().map(|k| k.code()).collect();
    let values = vec![
        link.id.into(),
        link.community_id.into(),
        link.account_id.into(),
        link.shows.name.clone().into(),
        kinds.join(" ").into(),
        link.shows.from.clone().into(),
        link.shows.to.clone().into(),
        token.hash().into(),
        link.token_sealed.clone().into(),
        link.shows.expires_at.into(),
        link.shows.max_views.into(),
        link.created_at.into(),
    ];
    run(tx, text, values).await.map(|_| ())
}

/// Counts a view of the link behind a token and gives it. None: there is no such link, or it is closed; of those who
/// ask for the last view at the same moment, one gets it.
pub async fn count_view(
    tx: &Write,
    community: CommunityId,
    token_hash: &str,
    now: Instant,
) -> Result<Option<ShareLink>, DbErr> {
    let text = format!(
        "UPDATE share_links SET view_count = view_count + 1, last_viewed_at = ? \
         WHERE token_hash = ? AND community_id = ? AND {OPEN} AND {MAKER_MAY} RETURNING {}",
        columns()
    );
    let values = vec![now.into(), token_hash.into(), community.into(), now.into()];
    tx.query_one_raw(sql(tx, &text, values)).await?.as_ref().map(read).transpose()
}

/// The link behind a token, open or closed.
pub async fn find_of_token(
    conn: &impl Conn,
    community: CommunityId,
    token_hash: &str,
) -> Result<Option<ShareLink>, DbErr> {
    let text = format!("SELECT {} FROM share_links WHERE token_hash = ? AND community_id = ?", columns());
    let row = conn.query_one_raw(sql(conn, &text, vec![token_hash.into(), community.into()])).await?;
    row.as_ref().map(read).transpose()
}

pub async fn find(
    conn: &impl Conn,
    community: CommunityId,
    id: ShareLinkId,
) -> Result<Option<ShareLink>, DbErr> {
    let text = format!("SELECT {} FROM share_links WHERE id = ? AND community_id = ?", columns());
    let row = conn.query_one_raw(sql(conn, &text, vec![id.into(), community.into()])).await?;
    row.as_ref().map(read).transpose()
}

/// Links, the newest first, from before `before`; of one maker where one is named.
pub async fn list(
    conn: &impl Conn,
    community: CommunityId,
    maker: Option<AccountId>,
    before: Option<ShareLinkId>,
    limit: usize,
) -> Result<Vec<ShareLink>, DbErr> {
    let mut text = format!("SELECT {} FROM share_links WHERE community_id = ?", columns());
    let mut values: Vec<Value> = vec![community.into()];
    if let Some(maker) = maker {
        text.push_str(" AND account_id = ?");
        values.push(maker.into());
    }
    if let Some(before) = before {
        text.push_str(" AND id < ?");
        values.push(before.into());
    }
    text.push_str(" ORDER BY id DESC LIMIT ?");
    values.push(i64::try_from(limit).unwrap_or(i64::MAX).into());
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read).collect()
}

/// False: it was revoked already.
pub async fn revoke(tx: &Write, id: ShareLinkId, now: Instant) -> Result<bool, DbErr> {
    let text = "UPDATE share_links SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL";
    Ok(run(tx, text, vec![now.into(), id.into()]).await? == 1)
}

/// Takes a revocation back. False: it was not revoked.
pub async fn restore(tx: &Write, id: ShareLinkId) -> Result<bool, DbErr> {
    let text = "UPDATE share_links SET revoked_at = NULL WHERE id = ? AND revoked_at IS NOT NULL";
    Ok(run(tx, text, vec![id.into()]).await? == 1)
}

/// Forgets links that were closed before `before`.
pub async fn delete_closed(tx: &Write, before: Instant) -> Result<u64, DbErr> {
    let text = "DELETE FROM share_links WHERE revoked_at < ? OR expires_at < ? \
                OR (view_count >= max_views AND last_viewed_at < ?)";
    run(tx, text, vec![before.into(), before.into(), before.into()]).await
}

/// All links of an account, in every community.
pub async fn list_of_account(conn: &impl Conn, account: AccountId) -> Result<Vec<ShareLink>, DbErr> {
    let text = format!("SELECT {} FROM share_links WHERE account_id = ? ORDER BY id", columns());
    conn.query_all_raw(sql(conn, &text, vec![account.into()])).await?.iter().map(read).collect()
}

pub async fn delete_of_account(tx: &Write, account: AccountId) -> Result<(), DbErr> {
    run(tx, "DELETE FROM share_links WHERE account_id = ?", vec![account.into()]).await.map(|_| ())
}

async fn run(tx: &Write, text: &str, values: Vec<Value>) -> Result<u64, DbErr> {
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected())
}
