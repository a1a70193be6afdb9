//! The trail of what admins and operators did. Append-only (a trigger refuses anything else) and chained: each row
//! holds the hash of the one before it in its community, so that a missing or altered row shows.
//!
//! Holds ids and no names: erasing a person needs no change here.

use crate::db::{Conn, Engine, Write, sql};
use sea_orm::{ConnectionTrait, DbErr};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use tessera_core::ids::{AccountId, AuditId, CommunityId};
use tessera_core::{Clock, Instant};

/// Something that was done.
#[derive(Clone, Debug)]
pub struct Deed<'a> {
    /// [`crate::db::SERVER`] for what concerns the server as a whole.
    pub community: CommunityId,
    /// Nobody: the program itself, or the shell.
    pub actor: Option<AccountId>,
    /// Dotted, as in `member.suspend`; the translation key is `audit-member-suspend`.
    pub action: &'a str,
    /// What it was done to, as in `account:0197…`.
    pub subject: String,
    /// No names, addresses or secrets.
    pub details: Json,
}

/// A row as read back.
#[derive(Clone, Debug)]
pub struct AuditRow {
    pub id: AuditId,
    pub seq: i64,
    pub at: Instant,
    pub actor_id: Option<AccountId>,
    pub action: String,
    pub subject: String,
    pub details: Json,
    prev_hash: String,
    hash: String,
}

/// Writes one row, in the transaction of the deed. Writers of one community wait for each other here, so this
/// comes last before the commit.
pub async fn record(tx: &Write, clock: &dyn Clock, deed: Deed<'_>) -> Result<(), DbErr> {
    let first = sql(
        tx,
        "INSERT INTO audit_heads (community_id, seq, hash) VALUES (?, 0, '') ON CONFLICT (community_id) DO NOTHING",
        vec![deed.community.into()],
    );
    tx.execute_raw(first).await?;
    let lock = match tx.engine() {
        Engine::Postgres => "SELECT seq, hash FROM audit_heads WHERE community_id = ? FOR UPDATE",
        Engine::Sqlite => "SELECT seq, hash FROM audit_heads WHERE community_id = ?",
    };
    let head = tx.query_one_raw(sql(tx, lock, vec![deed.community.into()])).await?;
    let Some(head) = head else { return Err(DbErr::RecordNotFound("audit_heads".into())) };
    let seq = head.try_get_by_index::<i64>(0)?.saturating_add(1);
    let prev_hash = head.try_get_by_index::<String>(1)?;
    let at = clock.now();
    let details = deed.details.to_string();
    let hash = chain(&prev_hash, deed.community, seq, at, deed.actor, deed.action, &deed.subject, &details);
    let insert = sql(
        tx,
        "INSERT INTO audit (id, community_id, seq, at, actor_id, action, subject, details, prev_hash, hash) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        vec![
            AuditId(clock.new_id()).into(),
            deed.community.into(),
            seq.into(),
            at.into(),
            deed.actor.into(),
            deed.action.into(),
            deed.subject.into(),
            details.into(),
            prev_hash.into(),
            hash.clone().into(),
        ],
    );
    tx.execute_raw(insert).await?;
    let update = sql(
        tx,
        "UPDATE audit_heads SET seq = ?, hash = ? WHERE community_id = ?",
        vec![seq.into(), hash.into(), deed.community.into()],
    );
    tx.execute_raw(update).await.map(|_| ())
}

/// The newest rows before `before_seq`, newest first.
pub async fn list(
    conn: &impl Conn,
    community: CommunityId,
    before_seq: Option<i64>,
    limit: u64,
) -> Result<Vec<AuditRow>, DbErr> {
    list_of(conn, community, None, before_seq, limit).await
}

/// The same, of one kind of deed where one is named.
pub async fn list_of(
    conn: &impl Conn,
    community: CommunityId,
    action: Option<&str>,
    before_seq: Option<i64>,
    limit: u64,
) -> Result<Vec<AuditRow>, DbErr> {
    let mut values = vec![community.into(), before_seq.unwrap_or(i64::MAX).into()];
    let only = action.map_or("", |a| {
        values.push(a.into());
        "AND action = ? "
    });
    values.push(limit.into());
    let text = format!(
        "SELECT id, seq, at, actor_id, action, subject, details, prev_hash, hash FROM audit \
         WHERE community_id = ? AND seq < ? {only}ORDER BY seq DESC LIMIT ?"
    );
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read_row).collect()
}

/// When a community's trail begins, and the number of its newest row. None: nothing was done yet.
pub async fn extent(conn: &impl Conn, community: CommunityId) -> Result<Option<(Instant, i64)>, DbErr> {
    let q = sql(
        conn,
        "SELECT a.at, h.seq FROM audit_heads h JOIN audit a ON a.community_id = h.community_id \
         WHERE h.community_id = ? ORDER BY a.seq LIMIT 1",
        vec![community.into()],
    );
    match conn.query_one_raw(q).await? {
        Some(r) => Ok(Some((r.try_get_by_index(0)?, r.try_get_by_index(1)?))),
        None => Ok(None),
    }
}

/// Walks a community's chain from its beginning; the number of the first row that does not fit, if any.
pub async fn verify(conn: &impl Conn, community: CommunityId) -> Result<Option<i64>, DbErr> {
    let (mut seq, mut hash) = (0_i64, String::new());
    loop {
        let q = sql(
            conn,
            "SELECT id, seq, at, actor_id, action, subject, details, prev_hash, hash FROM audit \
             WHERE community_id = ? AND seq > ? ORDER BY seq LIMIT 500",
            vec![community.into(), seq.into()],
        );
        let rows = conn.query_all_raw(q).await?;
        if rows.is_empty() {
            let head =
                sql(conn, "SELECT seq FROM audit_heads WHERE community_id = ?", vec![community.into()]);
            let head = conn.query_one_raw(head).await?.map_or(Ok(0), |r| r.try_get_by_index::<i64>(0))?;
            return Ok((head != seq).then_some(seq.saturating_add(1)));
        }
        for row in &rows {
            let r = read_row(row)?;
            let details = row.try_get_by_index::<String>(6)?;
            let want = chain(&hash, community, r.seq, r.at, r.actor_id, &r.action, &r.subject, &details);
            if r.seq != seq.saturating_add(1) || r.prev_hash != hash || r.hash != want {
                return Ok(Some(seq.saturating_add(1)));
            }
            (seq, hash) = (r.seq, r.hash);
        }
    }
}

fn read_row(row: &sea_orm::QueryResult) -> Result<AuditRow, DbErr> {
    Ok(AuditRow {
        id: row.try_get_by_index(0)?,
        seq: row.try_get_by_index(1)?,
        at: row.try_get_by_index(2)?,
        actor_id: row.try_get_by_index(3)?,
        action: row.try_get_by_index(4)?,
        subject: row.try_get_by_index(5)?,
        details: serde_json::from_str(&row.try_get_by_index::<String>(6)?).unwrap_or(Json::Null),
        prev_hash: row.try_get_by_index(7)?,
        hash: row.try_get_by_index(8)?,
    })
}

#[allow(clippy::too_many_arguments)]
fn chain(
    prev: &str,
    community: CommunityId,
    seq: i64,
    at: Instant,
    actor: Option<AccountId>,
    action: &str,
    subject: &str,
    details: &str,
) -> String {
    let actor = actor.map(|a| a.to_string()).unwrap_or_default();
    let parts = [
        prev.to_owned(),
        community.to_string(),
        seq.to_string(),
        at.as_microseconds().to_string(),
        actor,
        action.to_owned(),
        subject.to_owned(),
        details.to_owned(),
    ];
    let mut h = Sha256::new();
    for p in &parts {
        h.update(p.len().to_string().as_bytes());
        h.update(b":");
        h.update(p.as_bytes());
    }
    crate::hex(&h.finalize())
}
