//! The rows of `partner_pairs`, `partner_signing_keys` and `community_keys`.

use super::run;
use crate::clubs::partners::model::{Pair, Partner};
use sea_orm::{DbErr, QueryResult};
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, PartnerId};
use tessera_platform::db::{Conn, Write, sql};
use tessera_wire::descriptor::{Algorithm, Endorsement, PublishedKey};

const PAIR: &str = "id, partner_id, api_key, api_secret_sealed, created_at, ends_at";

fn read_pair(r: &QueryResult) -> Result<Pair, DbErr> {
    Ok(Pair {
        id: r.try_get_by_index(0)?,
        partner_id: r.try_get_by_index(1)?,
        api_key: r.try_get_by_index(2)?,
        api_secret_sealed: r.try_get_by_index(3)?,
        created_at: r.try_get_by_index(4)?,
        ends_at: r.try_get_by_index(5)?,
    })
}

/// The pairs of a partner, the newest first.
pub async fn list_pairs(conn: &impl Conn, partner: PartnerId) -> Result<Vec<Pair>, DbErr> {
    let text = format!("SELECT {PAIR} FROM partner_pairs WHERE partner_id = ? ORDER BY id DESC LIMIT 100");
    conn.query_all_raw(sql(conn, &text, vec![partner.into()])).await?.iter().map(read_pair).collect()
}

/// The pairs of all partners of a community that work at `now`, the newest first.
pub async fn list_all_pairs(
    conn: &impl Conn,
    community: CommunityId,
    now: Instant,
) -> Result<Vec<Pair>, DbErr> {
    let text = format!(
        "SELECT {PAIR} FROM partner_pairs WHERE community_id = ? AND (ends_at IS NULL OR ends_at > ?) \
         ORDER BY id DESC LIMIT 10000"
    );
    let rows = conn.query_all_raw(sql(conn, &text, vec![community.into(), now.into()])).await?;
    rows.iter().map(read_pair).collect()
}

/// The pair behind a key, in this community.
pub async fn find_pair(
    conn: &impl Conn,
    community: CommunityId,
    api_key: &str,
) -> Result<Option<Pair>, DbErr> {
    let text = format!("SELECT {PAIR} FROM partner_pairs WHERE api_key = ? AND community_id = ?");
    let row = conn.query_one_raw(sql(conn, &text, vec![api_key.into(), community.into()])).await?;
    row.as_ref().map(read_pair).transpose()
}

/// Lets the current pair end later, and makes this one the current.
pub async fn put_pair(tx: &Write, partner: &Partner, pair: &Pair, old_ends_at: Instant) -> Result<(), DbErr> {
    let text = "UPDATE partner_pairs SET ends_at = ? WHERE partner_id = ? AND ends_at IS NULL";
    run(tx, text, vec![old_ends_at.into(), partner.id.into()]).await?;
    let text = format!("INSERT INTO partner_pairs ({PAIR}, community_id) VALUES (?, ?, ?, ?, ?, ?, ?)");
    let values = vec![
        pair.id.into(),
        partner.id.into(),
        pair.api_key.clone().into(),
        pair.api_secret_sealed.clone().into(),
        pair.created_at.into(),
        pair.ends_at.into(),
        partner.community_id.into(),
    ];
    run(tx, &text, values).await.map(|_| ())
}

/// Takes a pair back. False: there is none.
pub async fn delete_pair(tx: &Write, partner: PartnerId, id: uuid::Uuid) -> Result<bool, DbErr> {
    let text = "DELETE FROM partner_pairs WHERE id = ? AND partner_id = ?";
    Ok(run(tx, text, vec![id.into(), partner.into()]).await? == 1)
}

pub async fn delete_ended_pairs(tx: &Write, now: Instant) -> Result<u64, DbErr> {
    run(tx, "DELETE FROM partner_pairs WHERE ends_at < ?", vec![now.into()]).await
}

const PUBLIC: &str = "kid, public_key, not_before, not_after";

fn read_public(r: &QueryResult) -> Result<Option<PublishedKey>, DbErr> {
    let key: String = r.try_get_by_index(1)?;
    let not_before: Instant = r.try_get_by_index(2)?;
    let not_after: Option<Instant> = r.try_get_by_index(3)?;
    let Ok(public_key) = key.parse() else { return Ok(None) };
    Ok(Some(PublishedKey {
        kid: r.try_get_by_index(0)?,
        alg: Algorithm::Ed25519,
        public_key,
        not_before: not_before.timestamp(),
        not_after: not_after.map(Instant::timestamp),
        endorsed_by: None,
    }))
}

/// The keys of a partner that we trust.
pub async fn list_pinned(conn: &impl Conn, partner: PartnerId) -> Result<Vec<PublishedKey>, DbErr> {
    let text = format!(
        "SELECT {PUBLIC} FROM partner_signing_keys WHERE partner_id = ? ORDER BY not_before, kid LIMIT 64"
    );
    let rows = conn.query_all_raw(sql(conn, &text, vec![partner.into()])).await?;
    rows.iter().filter_map(|r| read_public(r).transpose()).collect()
}

/// Whose key this name is: several partners may have given theirs the same one.
pub async fn list_by_kid(
    conn: &impl Conn,
    community: CommunityId,
    kid: &str,
) -> Result<Vec<(PartnerId, PublishedKey)>, DbErr> {
    let text = format!(
        "SELECT {PUBLIC}, partner_id FROM partner_signing_keys WHERE community_id = ? AND kid = ? \
         ORDER BY pinned_at LIMIT 8"
    );
    let rows = conn.query_all_raw(sql(conn, &text, vec![community.into(), kid.into()])).await?;
    let read = |r: &QueryResult| -> Result<Option<(PartnerId, PublishedKey)>, DbErr> {
        let partner = r.try_get_by_index(4)?;
        Ok(read_public(r)?.map(|key| (partner, key)))
    };
    rows.iter().filter_map(|r| read(r).transpose()).collect()
}

/// Trusts these keys of a partner; of one that is trusted already, only when it ends may change.
pub async fn pin(tx: &Write, partner: &Partner, keys: &[PublishedKey], now: Instant) -> Result<(), DbErr> {
    let text = "INSERT INTO partner_signing_keys (partner_id, kid, community_id, public_key, not_before, not_after, \
                pinned_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (partner_id, kid) DO UPDATE \
                SET not_after = excluded.not_after WHERE partner_signing_keys.public_key = excluded.public_key";
    for key in keys {
        let values = vec![
            partner.id.into(),
            key.kid.clone().into(),
            partner.community_id.into(),
            key.public_key.to_string().into(),
            Instant::new(key.not_before).into(),
            key.not_after.map(Instant::new).into(),
            now.into(),
        ];
        run(tx, text, values).await?;
    }
    Ok(())
}

pub async fn delete_pinned(tx: &Write, partner: PartnerId) -> Result<(), DbErr> {
    run(tx, "DELETE FROM partner_signing_keys WHERE partner_id = ?", vec![partner.into()]).await.map(|_| ())
}

/// One of our own keys; the private half sealed.
#[derive(Clone, Debug)]
pub struct OwnKey {
    pub published: PublishedKey,
    pub private_sealed: String,
}

/// Our keys that are not over at `now`, the oldest first.
pub async fn list_own(conn: &impl Conn, community: CommunityId, now: Instant) -> Result<Vec<OwnKey>, DbErr> {
    let text = format!(
        "SELECT {PUBLIC}, private_sealed, endorsed_by, endorsement FROM community_keys \
         WHERE community_id = ? AND (not_after IS NULL OR not_after > ?) ORDER BY not_before, kid LIMIT 16"
    );
    let rows = conn.query_all_raw(sql(conn, &text, vec![community.into(), now.into()])).await?;
    let read = |r: &QueryResult| -> Result<Option<OwnKey>, DbErr> {
        let (private_sealed, kid, signature): (String, Option<String>, Option<String>) =
            (r.try_get_by_index(4)?, r.try_get_by_index(5)?, r.try_get_by_index(6)?);
        let endorsed_by = kid.zip(signature).map(|(kid, signature)| Endorsement { kid, signature });
        let published = read_public(r)?.map(|key| PublishedKey { endorsed_by, ..key });
        Ok(published.map(|published| OwnKey { published, private_sealed }))
    };
    rows.iter().filter_map(|r| read(r).transpose()).collect()
}

/// Adds a key. False: another one is the newest already.
pub async fn insert_own(tx: &Write, community: CommunityId, key: &OwnKey) -> Result<bool, DbErr> {
    let text = "INSERT INTO community_keys (community_id, kid, private_sealed, public_key, not_before, not_after, \
                endorsed_by, endorsement) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    let (kid, signature) = key.published.endorsed_by.clone().map(|e| (e.kid, e.signature)).unzip();
    let values = vec![
        community.into(),
        key.published.kid.clone().into(),
        key.private_sealed.clone().into(),
        key.published.public_key.to_string().into(),
        Instant::new(key.published.not_before).into(),
        key.published.not_after.map(Instant::new).into(),
        kid.into(),
        signature.into(),
    ];
    Ok(run(tx, text, values).await? == 1)
}

/// Says when the newest key is over. False: it is not this one any more.
pub async fn end_own(tx: &Write, community: CommunityId, kid: &str, at: Instant) -> Result<bool, DbErr> {
    let text =
        "UPDATE community_keys SET not_after = ? WHERE community_id = ? AND kid = ? AND not_after IS NULL";
    Ok(run(tx, text, vec![at.into(), community.into(), kid.into()]).await? == 1)
}

/// Communities whose newest key began before `before`.
pub async fn list_aged(conn: &impl Conn, before: Instant) -> Result<Vec<CommunityId>, DbErr> {
    let text = "SELECT community_id FROM community_keys WHERE not_after IS NULL AND not_before < ? LIMIT 100";
    let rows = conn.query_all_raw(sql(conn, text, vec![before.into()])).await?;
    rows.iter().map(|r| r.try_get_by_index(0)).collect()
}

pub async fn delete_ended_own(tx: &Write, before: Instant) -> Result<u64, DbErr> {
    run(tx, "DELETE FROM community_keys WHERE not_after < ?", vec![before.into()]).await
}
