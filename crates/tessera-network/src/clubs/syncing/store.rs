//! The rows of `partner_sync_states` and `partner_syncs`. Reads `partners` and what is to be told to them too.

use super::model::{Run, Tally};
use jiff::SignedDuration;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, PartnerId, PartnerSyncId};
use tessera_platform::db::{Conn, Write, sql};

/// Who is at it, and what the partner knew last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub partner: PartnerId,
    number: i64,
    pub etag: Option<String>,
    pub etag_query: Option<String>,
    pub reported_at: Option<Instant>,
}

/// How long a claim holds after its run last wrote something: a run that was killed keeps nobody out for longer.
const HOLDS_FOR: SignedDuration = SignedDuration::from_secs(110);

/// Begins a run. None: another is under way.
pub async fn claim(tx: &Write, partner: PartnerId, now: Instant) -> Result<Option<Claim>, DbErr> {
    let text = "INSERT INTO partner_sync_states (partner_id, claim, claimed_until, next_at) VALUES (?, 1, ?, ?) \
                ON CONFLICT (partner_id) DO UPDATE SET claim = partner_sync_states.claim + 1, \
                claimed_until = excluded.claimed_until WHERE partner_sync_states.claimed_until IS NULL \
                OR partner_sync_states.claimed_until <= ? RETURNING claim, etag, etag_query, reported_at";
    let values = vec![partner.into(), now.plus(HOLDS_FOR).into(), now.into(), now.into()];
    let row = tx.query_one_raw(sql(tx, text, values)).await?;
    row.map(|r| {
        Ok(Claim {
            partner,
            number: r.try_get_by_index(0)?,
            etag: r.try_get_by_index(1)?,
            etag_query: r.try_get_by_index(2)?,
            reported_at: r.try_get_by_index(3)?,
        })
    })
    .transpose()
}

/// Goes on with a run, in each of its transactions: false where another has taken over, or the partner was closed or
/// removed meanwhile. From the first on, what the partner knew last does not hold any more.
pub async fn hold(tx: &Write, claim: &Claim, now: Instant) -> Result<bool, DbErr> {
    let text = "UPDATE partner_sync_states SET claimed_until = ?, etag = NULL, etag_query = NULL \
                WHERE partner_id = ? AND claim = ? AND EXISTS (SELECT 1 FROM partners p \
                WHERE p.id = partner_sync_states.partner_id AND p.is_active AND p.is_approved)";
    let values = vec![now.plus(HOLDS_FOR).into(), claim.partner.into(), claim.number.into()];
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected() == 1)
}

/// What is noted at the end of a run.
#[derive(Clone, Debug)]
pub struct Release {
    /// Of a listing that was taken in whole.
    pub etag: Option<(String, String)>,
    /// When it is done next; none: as it was.
    pub next_at: Option<Instant>,
    pub reported_at: Option<Instant>,
}

/// Ends a run. False: another has taken over.
pub async fn release(tx: &Write, claim: &Claim, release: Release) -> Result<bool, DbErr> {
    let (etag, query) = release.etag.unzip();
    let text = "UPDATE partner_sync_states SET claimed_until = NULL, etag = ?, etag_query = ?, \
                next_at = COALESCE(?, next_at), reported_at = ? WHERE partner_id = ? AND claim = ?";
    let values = vec![
        etag.into(),
        query.into(),
        release.next_at.into(),
        release.reported_at.into(),
        claim.partner.into(),
        claim.number.into(),
    ];
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected() == 1)
}

/// Open partners that are to be asked now, the longest waiting first: community and partner.
pub async fn list_due(
    conn: &impl Conn,
    now: Instant,
    limit: i64,
) -> Result<Vec<(CommunityId, PartnerId)>, DbErr> {
    let text = "SELECT p.community_id, p.id FROM partners p LEFT JOIN partner_sync_states s ON s.partner_id = p.id \
                WHERE p.is_active AND p.is_approved AND (s.next_at IS NULL OR s.next_at <= ?) \
                AND (s.claimed_until IS NULL OR s.claimed_until <= ?) ORDER BY s.next_at, p.id LIMIT ?";
    let rows = conn.query_all_raw(sql(conn, text, vec![now.into(), now.into(), limit.into()])).await?;
    rows.iter().map(|r| Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?))).collect()
}

/// Has a partner asked at the next opportunity only at `next_at`: a run is on its way.
pub async fn put_off(tx: &Write, partner: PartnerId, next_at: Instant) -> Result<(), DbErr> {
    let text = "INSERT INTO partner_sync_states (partner_id, claim, next_at) VALUES (?, 0, ?) \
                ON CONFLICT (partner_id) DO UPDATE SET next_at = excluded.next_at";
    tx.execute_raw(sql(tx, text, vec![partner.into(), next_at.into()])).await.map(|_| ())
}

/// Takes the turn to tell a partner of interest. False: another has it.
pub async fn claim_interest(tx: &Write, partner: PartnerId, now: Instant) -> Result<bool, DbErr> {
    let until = now.plus(HOLDS_FOR);
    let text = "INSERT INTO partner_sync_states (partner_id, claim, next_at, interest_claimed_until) VALUES (?, 0, ?, ?) \
                ON CONFLICT (partner_id) DO UPDATE SET interest_claimed_until = excluded.interest_claimed_until \
                WHERE partner_sync_states.interest_claimed_until IS NULL \
                OR partner_sync_states.interest_claimed_until <= ?";
    let values = vec![partner.into(), now.into(), until.into(), now.into()];
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected() == 1)
}

pub async fn release_interest(tx: &Write, partner: PartnerId) -> Result<(), DbErr> {
    let text = "UPDATE partner_sync_states SET interest_claimed_until = NULL WHERE partner_id = ?";
    tx.execute_raw(sql(tx, text, vec![partner.into()])).await.map(|_| ())
}

const COLUMNS: &str = "id, community_id, partner_id, started_at, finished_at, scope, outcome, trouble, detail, requests, \
                       listed, new, changed, cancelled, skipped, skipped_notes";

pub async fn insert_run(tx: &Write, run: &Run) -> Result<(), DbErr> {
    let text = format!(
        "INSERT INTO partner_syncs ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    );
    let number = |n: u64| Value::from(i64::try_from(n).unwrap_or(i64::MAX));
    let notes = serde_json::to_string(&run.notes).map_err(|e| DbErr::Custom(e.to_string()))?;
    let values = vec![
        run.id.into(),
        run.community_id.into(),
        run.partner_id.into(),
        run.started_at.into(),
        run.finished_at.into(),
        run.scope.as_str().into(),
        run.outcome.as_str().into(),
        run.trouble.clone().into(),
        run.detail.clone().into(),
        i64::from(run.tally.requests).into(),
        number(run.tally.listed),
        number(run.tally.new),
        number(run.tally.changed),
        number(run.tally.cancelled),
        number(run.tally.skipped),
        notes.into(),
    ];
    tx.execute_raw(sql(tx, &text, values)).await.map(|_| ())
}

fn read_run(r: &QueryResult) -> Result<Run, DbErr> {
    let number = |i| r.try_get_by_index::<i64>(i).map(|n| u64::try_from(n).unwrap_or(0));
    let notes: String = r.try_get_by_index(15)?;
    Ok(Run {
        id: r.try_get_by_index(0)?,
        community_id: r.try_get_by_index(1)?,
        partner_id: r.try_get_by_index(2)?,
        started_at: r.try_get_by_index(3)?,
        finished_at: r.try_get_by_index(4)?,
        scope: r.try_get_by_index(5)?,
        outcome: r.try_get_by_index(6)?,
        trouble: r.try_get_by_index(7)?,
        detail: r.try_get_by_index(8)?,
        tally: Tally {
            requests: u32::try_from(number(9)?).unwrap_or(u32::MAX),
            listed: number(10)?,
            new: number(11)?,
            changed: number(12)?,
            cancelled: number(13)?,
            skipped: number(14)?,
        },
        notes: serde_json::from_str(&notes).unwrap_or_default(),
    })
}

/// Runs of a partner, the newest first, from before `before`.
pub async fn list_runs(
    conn: &impl Conn,
    partner: PartnerId,
    before: Option<PartnerSyncId>,
    limit: usize,
) -> Result<Vec<Run>, DbErr> {
    let mut text = format!("SELECT {COLUMNS} FROM partner_syncs WHERE partner_id = ?");
    let mut values: Vec<Value> = vec![partner.into()];
    if let Some(before) = before {
        text.push_str(" AND id < ?");
        values.push(before.into());
    }
    text.push_str(" ORDER BY id DESC LIMIT ?");
    values.push(i64::try_from(limit).unwrap_or(i64::MAX).into());
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read_run).collect()
}

/// Forgets the runs of a partner that began before `before`.
pub async fn delete_runs(tx: &Write, partner: PartnerId, before: Instant) -> Result<(), DbErr> {
    let text = "DELETE FROM partner_syncs WHERE partner_id = ? AND started_at < ?";
    tx.execute_raw(sql(tx, text, vec![partner.into(), before.into()])).await.map(|_| ())
}

/// All that is known of fetching from a partner.
pub async fn delete_of_partner(tx: &Write, partner: PartnerId) -> Result<(), DbErr> {
    for table in ["partner_syncs", "partner_sync_states"] {
        let text = format!("DELETE FROM {table} WHERE partner_id = ?");
        tx.execute_raw(sql(tx, &text, vec![partner.into()])).await?;
    }
    Ok(())
}

/// Open partners to whom something is to be told, and whose turn it is: community and partner.
pub async fn list_interest_due(
    conn: &impl Conn,
    now: Instant,
    limit: i64,
) -> Result<Vec<(CommunityId, PartnerId)>, DbErr> {
    let text = "SELECT p.community_id, p.id FROM partners p LEFT JOIN partner_sync_states s ON s.partner_id = p.id \
                WHERE p.is_active AND p.is_approved AND (s.interest_next_at IS NULL OR s.interest_next_at <= ?) \
                AND EXISTS (SELECT 1 FROM interest_reports r WHERE r.partner_id = p.id AND r.changed_at IS NOT NULL \
                AND r.next_at <= ?) ORDER BY p.id LIMIT ?";
    let rows = conn.query_all_raw(sql(conn, text, vec![now.into(), now.into(), limit.into()])).await?;
    rows.iter().map(|r| Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?))).collect()
}

/// Has a partner told again only at `next_at`.
pub async fn put_off_interest(
    tx: &Write,
    partner: PartnerId,
    next_at: Instant,
    now: Instant,
) -> Result<(), DbErr> {
    let text = "INSERT INTO partner_sync_states (partner_id, claim, next_at, interest_next_at) VALUES (?, 0, ?, ?) \
                ON CONFLICT (partner_id) DO UPDATE SET interest_next_at = excluded.interest_next_at";
    tx.execute_raw(sql(tx, text, vec![partner.into(), now.into(), next_at.into()])).await.map(|_| ())
}
