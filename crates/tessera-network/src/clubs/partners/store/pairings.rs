//! The rows of `partner_pairings`: links that wait to be used.

use super::run;
use sea_orm::{ConnectionTrait, DbErr};
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, PartnerId};
use tessera_platform::db::{Conn, Write, sql};

/// A link; it stands in place of those that were made before it.
pub async fn put(
    tx: &Write,
    id: uuid::Uuid,
    community: CommunityId,
    partner: PartnerId,
    secret_hash: &str,
    (now, expires_at): (Instant, Instant),
) -> Result<(), DbErr> {
    run(tx, "DELETE FROM partner_pairings WHERE partner_id = ? AND used_at IS NULL", vec![partner.into()])
        .await?;
    let text = "INSERT INTO partner_pairings (id, community_id, partner_id, secret_hash, created_at, expires_at) \
                VALUES (?, ?, ?, ?, ?, ?)";
    let values =
        vec![id.into(), community.into(), partner.into(), secret_hash.into(), now.into(), expires_at.into()];
    run(tx, text, values).await.map(|_| ())
}

/// Uses a link up and says for which partner it was made. None: unknown, used or over; of two at once one gets it.
pub async fn take(
    tx: &Write,
    community: CommunityId,
    secret_hash: &str,
    now: Instant,
) -> Result<Option<PartnerId>, DbErr> {
    let text = "UPDATE partner_pairings SET used_at = ? WHERE secret_hash = ? AND community_id = ? \
                AND used_at IS NULL AND expires_at > ? RETURNING partner_id";
    let values = vec![now.into(), secret_hash.into(), community.into(), now.into()];
    let row = tx.query_one_raw(sql(tx, text, values)).await?;
    row.map(|r| r.try_get_by_index(0)).transpose()
}

/// Until when a link of this partner waits.
pub async fn find_open(conn: &impl Conn, partner: PartnerId, now: Instant) -> Result<Option<Instant>, DbErr> {
    let text = "SELECT expires_at FROM partner_pairings WHERE partner_id = ? AND used_at IS NULL \
                AND expires_at > ? ORDER BY expires_at DESC LIMIT 1";
    let row = conn.query_one_raw(sql(conn, text, vec![partner.into(), now.into()])).await?;
    row.map(|r| r.try_get_by_index(0)).transpose()
}

pub async fn delete_ended(tx: &Write, before: Instant) -> Result<u64, DbErr> {
    run(tx, "DELETE FROM partner_pairings WHERE expires_at < ?", vec![before.into()]).await
}
