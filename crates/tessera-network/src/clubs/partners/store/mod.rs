//! The rows of `partners`; their keys in [`keys`], links of pairing in [`pairings`].

pub mod keys;
pub mod pairings;

use super::model::{MOST_PARTNERS, Pairing, Partner, profile_code, profile_of};
use super::trouble::Trouble;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId, PartnerId};
use tessera_platform::db::{Conn, Write, sql};
use tessera_wire::descriptor::{Profile, Ratchet};
use tessera_wire::pairing::Side;

const COLUMNS: &str = "id, community_id, name, short_code, base_url, logo_url, logo, api_key, api_secret_sealed, \
                       is_active, is_approved, share_our_events, auto_import, last_sync, last_error, failures, \
                       failing_since, reached_profile, may_fall_back, peer_code, peer_side, our_side, \
                       words_confirmed_at, version, created_at, created_by";

pub(super) fn read(r: &QueryResult) -> Result<Partner, DbErr> {
    let reached: Option<String> = r.try_get_by_index(17)?;
    Ok(Partner {
        id: r.try_get_by_index(0)?,
        community_id: r.try_get_by_index(1)?,
        name: r.try_get_by_index(2)?,
        short_code: r.try_get_by_index(3)?,
        base_url: r.try_get_by_index(4)?,
        logo_url: r.try_get_by_index(5)?,
        logo: r.try_get_by_index(6)?,
        api_key: r.try_get_by_index(7)?,
        api_secret_sealed: r.try_get_by_index(8)?,
        is_active: r.try_get_by_index(9)?,
        is_approved: r.try_get_by_index(10)?,
        share_our_events: r.try_get_by_index(11)?,
        auto_import: r.try_get_by_index(12)?,
        last_sync: r.try_get_by_index(13)?,
        last_error: r.try_get_by_index(14)?,
        failures: r.try_get_by_index(15)?,
        failing_since: r.try_get_by_index(16)?,
        ratchet: Ratchet {
            reached: reached.as_deref().and_then(profile_of),
            may_fall_back: r.try_get_by_index(18)?,
        },
        pairing: pairing(r)?,
        version: r.try_get_by_index(23)?,
        created_at: r.try_get_by_index(24)?,
        created_by: r.try_get_by_index(25)?,
    })
}

fn pairing(r: &QueryResult) -> Result<Option<Pairing>, DbErr> {
    let peer_code: Option<String> = r.try_get_by_index(19)?;
    let side = |at| -> Result<Option<Side>, DbErr> {
        let text: Option<String> = r.try_get_by_index(at)?;
        Ok(text.as_deref().and_then(side_of))
    };
    let (Some(peer_code), Some(peer_side), Some(our_side)) = (peer_code, side(20)?, side(21)?) else {
        return Ok(None);
    };
    Ok(Some(Pairing { peer_code, peer_side, our_side, confirmed_at: r.try_get_by_index(22)? }))
}

fn side_of(text: &str) -> Option<Side> {
    let pairs = text.as_bytes().as_chunks::<2>().0;
    let digits = pairs.iter().filter_map(|pair| std::str::from_utf8(pair).ok());
    let bytes: Vec<u8> = digits.filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect();
    bytes.try_into().ok().map(Side::from_bytes)
}

fn side_text(side: &Side) -> String {
    side.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// All partners of a community, by name. An admin adds them one by one: they are few.
pub async fn list(conn: &impl Conn, community: CommunityId) -> Result<Vec<Partner>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM partners WHERE community_id = ? ORDER BY name, id LIMIT {MOST_PARTNERS}"
    );
    conn.query_all_raw(sql(conn, &text, vec![community.into()])).await?.iter().map(read).collect()
}

/// Active and approved partners of all communities, by id, from after `after` on.
pub async fn list_open(
    conn: &impl Conn,
    after: Option<PartnerId>,
    limit: u64,
) -> Result<Vec<Partner>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM partners WHERE is_active AND is_approved AND id > ? ORDER BY id LIMIT ?"
    );
    let after = after.unwrap_or(PartnerId(uuid::Uuid::nil()));
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    conn.query_all_raw(sql(conn, &text, vec![after.into(), limit.into()])).await?.iter().map(read).collect()
}

pub async fn find(conn: &impl Conn, community: CommunityId, id: PartnerId) -> Result<Option<Partner>, DbErr> {
    find_where(conn, "id = ? AND community_id = ?", vec![id.into(), community.into()]).await
}

pub async fn find_by_code(
    conn: &impl Conn,
    community: CommunityId,
    short_code: &str,
) -> Result<Option<Partner>, DbErr> {
    let values = vec![community.into(), short_code.into()];
    find_where(conn, "community_id = ? AND short_code = ?", values).await
}

async fn find_where(conn: &impl Conn, condition: &str, values: Vec<Value>) -> Result<Option<Partner>, DbErr> {
    let text = format!("SELECT {COLUMNS} FROM partners WHERE {condition}");
    conn.query_one_raw(sql(conn, &text, values)).await?.as_ref().map(read).transpose()
}

pub async fn count(conn: &impl Conn, community: CommunityId) -> Result<u64, DbErr> {
    let q = sql(conn, "SELECT COUNT(*) FROM partners WHERE community_id = ?", vec![community.into()]);
    let counted: Option<i64> = conn.query_one_raw(q).await?.map(|r| r.try_get_by_index(0)).transpose()?;
    Ok(counted.and_then(|n| u64::try_from(n).ok()).unwrap_or(0))
}

pub async fn insert(tx: &Write, p: &Partner) -> Result<(), DbErr> {
    let text = "INSERT INTO partners (id, community_id, name, short_code, base_url, logo_url, api_key, \
                api_secret_sealed, is_active, is_approved, share_our_events, auto_import, may_fall_back, created_at, \
                created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let values = vec![
        p.id.into(),
        p.community_id.into(),
        p.name.clone().into(),
        p.short_code.clone().into(),
        p.base_url.clone().into(),
        p.logo_url.clone().into(),
        p.api_key.clone().into(),
        p.api_secret_sealed.clone().into(),
        p.is_active.into(),
        p.is_approved.into(),
        p.share_our_events.into(),
        p.auto_import.into(),
        p.ratchet.may_fall_back.into(),
        p.created_at.into(),
        p.created_by.into(),
    ];
    run(tx, text, values).await.map(|_| ())
}

/// Writes what an admin may change over the row of version `expected`. False: somebody was faster.
pub async fn update(tx: &Write, p: &Partner, expected: i64) -> Result<bool, DbErr> {
    let text = "UPDATE partners SET name = ?, short_code = ?, base_url = ?, logo_url = ?, logo = ?, api_key = ?, \
                api_secret_sealed = ?, is_active = ?, is_approved = ?, share_our_events = ?, auto_import = ?, \
                may_fall_back = ?, version = version + 1 WHERE id = ? AND community_id = ? AND version = ?";
    let values = vec![
        p.name.clone().into(),
        p.short_code.clone().into(),
        p.base_url.clone().into(),
        p.logo_url.clone().into(),
        p.logo.clone().into(),
        p.api_key.clone().into(),
        p.api_secret_sealed.clone().into(),
        p.is_active.into(),
        p.is_approved.into(),
        p.share_our_events.into(),
        p.auto_import.into(),
        p.ratchet.may_fall_back.into(),
        p.id.into(),
        p.community_id.into(),
        expected.into(),
    ];
    Ok(run(tx, text, values).await? == 1)
}

pub async fn delete(tx: &Write, community: CommunityId, id: PartnerId) -> Result<bool, DbErr> {
    let text = "DELETE FROM partners WHERE id = ? AND community_id = ?";
    Ok(run(tx, text, vec![id.into(), community.into()]).await? == 1)
}

/// Keeps the logo, where it is still the one that is wanted.
pub async fn update_logo(tx: &Write, p: &Partner, logo: &str) -> Result<bool, DbErr> {
    let text = "UPDATE partners SET logo = ? WHERE id = ? AND logo_url = ?";
    Ok(run(tx, text, vec![logo.into(), p.id.into(), p.logo_url.clone().into()]).await? == 1)
}

/// Keeps in mind how strongly a partner has signed; it only rises.
pub async fn update_reached(tx: &Write, id: PartnerId, reached: Profile) -> Result<(), DbErr> {
    let text = "UPDATE partners SET reached_profile = ? WHERE id = ? \
                AND (reached_profile IS NULL OR reached_profile = 'documented')";
    run(tx, text, vec![profile_code(reached).into(), id.into()]).await.map(|_| ())
}

/// Notes what both sides are. The words are to be compared anew.
pub async fn update_pairing(tx: &Write, id: PartnerId, pairing: &Pairing) -> Result<(), DbErr> {
    let text = "UPDATE partners SET peer_code = ?, peer_side = ?, our_side = ?, words_confirmed_at = NULL, \
                version = version + 1 WHERE id = ?";
    let values = vec![
        pairing.peer_code.clone().into(),
        side_text(&pairing.peer_side).into(),
        side_text(&pairing.our_side).into(),
        id.into(),
    ];
    run(tx, text, values).await.map(|_| ())
}

/// The words are the same on both sides, where they still are those of `pairing`.
pub async fn confirm_words(
    tx: &Write,
    id: PartnerId,
    pairing: &Pairing,
    now: Instant,
) -> Result<bool, DbErr> {
    let text = "UPDATE partners SET words_confirmed_at = ?, version = version + 1 \
                WHERE id = ? AND peer_side = ? AND our_side = ? AND words_confirmed_at IS NULL";
    let values = vec![
        now.into(),
        id.into(),
        side_text(&pairing.peer_side).into(),
        side_text(&pairing.our_side).into(),
    ];
    Ok(run(tx, text, values).await? == 1)
}

/// Forgets a pairing, the keys with it.
pub async fn delete_pairing(tx: &Write, id: PartnerId) -> Result<(), DbErr> {
    run(tx, "DELETE FROM partner_signing_keys WHERE partner_id = ?", vec![id.into()]).await?;
    let text = "UPDATE partners SET peer_code = NULL, peer_side = NULL, our_side = NULL, \
                words_confirmed_at = NULL, version = version + 1 WHERE id = ?";
    run(tx, text, vec![id.into()]).await.map(|_| ())
}

/// Notes how a sync went. The number of failures in a row.
pub async fn record_sync(
    tx: &Write,
    partner: &Partner,
    outcome: Result<(), Trouble>,
    now: Instant,
) -> Result<i64, DbErr> {
    let (text, values): (&str, Vec<Value>) = match outcome {
        Ok(()) => (
            "UPDATE partners SET last_sync = ?, last_error = NULL, failures = 0, failing_since = NULL \
             WHERE id = ? RETURNING failures",
            vec![now.into(), partner.id.into()],
        ),
        Err(trouble) => (
            "UPDATE partners SET last_error = ?, failures = failures + 1, \
             failing_since = COALESCE(failing_since, ?) WHERE id = ? RETURNING failures",
            vec![trouble.code().into(), now.into(), partner.id.into()],
        ),
    };
    let row = tx.query_one_raw(sql(tx, text, values)).await?;
    row.map_or(Ok(0), |r| r.try_get_by_index(0))
}

/// Partners that this account added, in every community.
pub async fn list_of_account(conn: &impl Conn, account: AccountId) -> Result<Vec<Partner>, DbErr> {
    let text =
        format!("SELECT {COLUMNS} FROM partners WHERE created_by = ? ORDER BY id LIMIT {MOST_PARTNERS}");
    conn.query_all_raw(sql(conn, &text, vec![account.into()])).await?.iter().map(read).collect()
}

pub async fn forget_account(tx: &Write, account: AccountId) -> Result<(), DbErr> {
    run(tx, "UPDATE partners SET created_by = NULL WHERE created_by = ?", vec![account.into()])
        .await
        .map(|_| ())
}

pub(super) async fn run(tx: &Write, text: &str, values: Vec<Value>) -> Result<u64, DbErr> {
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_is_written_and_read_back() {
        let side = Side::from_bytes([0xa5; 32]);
        assert_eq!(side_of(&side_text(&side)), Some(side));
        assert_eq!(side_of("a5"), None);
    }
}
