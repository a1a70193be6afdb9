//! What only the page of the operators reads and changes of the platform's tables.

use sea_orm::{ConnectionTrait, DbErr};
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, JobId};
use tessera_platform::db::{Conn, Write, sql};
use tessera_platform::outbox::{self, SendMail};

/// Active members of each community.
pub async fn count_members(conn: &impl Conn) -> Result<Vec<(CommunityId, i64)>, DbErr> {
    let q = sql(
        conn,
        "SELECT community_id, COUNT(*) FROM memberships WHERE state = 'active' GROUP BY community_id",
        vec![],
    );
    let rows = conn.query_all_raw(q).await?;
    rows.iter().map(|r| Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?))).collect()
}

/// A mail that has not left: it waits for its next try, or there will be none.
#[derive(Clone, Debug)]
pub struct FailedMail {
    pub domain: String,
    pub why: String,
    pub created_at: Instant,
}

/// The newest mails that did not leave when it was tried, with their recipients' servers.
pub async fn list_failed_mails(conn: &impl Conn) -> Result<Vec<FailedMail>, DbErr> {
    let q = sql(
        conn,
        "SELECT recipient, last_error, created_at FROM mails \
         WHERE state = 'failed' OR (state = 'waiting' AND last_error IS NOT NULL) \
         ORDER BY created_at DESC LIMIT 20",
        vec![],
    );
    let read = |r: &sea_orm::QueryResult| {
        let recipient: String = r.try_get_by_index(0)?;
        Ok(FailedMail {
            domain: recipient.rsplit_once('@').map(|(_, d)| d.to_owned()).unwrap_or_default(),
            why: r.try_get_by_index::<Option<String>>(1)?.unwrap_or_default(),
            created_at: r.try_get_by_index(2)?,
        })
    };
    conn.query_all_raw(q).await?.iter().map(read).collect()
}

/// A mail whose job gets another round waits again.
pub async fn wait_again(tx: &Write, job: JobId) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "SELECT payload FROM jobs WHERE id = ? AND kind = ? AND state = 'dead'",
        vec![job.into(), outbox::SEND.into()],
    );
    let Some(row) = tx.query_one_raw(q).await? else { return Ok(()) };
    let payload: String = row.try_get_by_index(0)?;
    let Ok(send) = serde_json::from_str::<SendMail>(&payload) else { return Ok(()) };
    let q = sql(
        tx,
        "UPDATE mails SET state = 'waiting' WHERE id = ? AND state = 'failed' AND payload IS NOT NULL \
         AND handed_at IS NULL",
        vec![send.mail.into()],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// Drops a dead letter. False: there is none.
pub async fn delete_dead(tx: &Write, job: JobId) -> Result<bool, DbErr> {
    let q = sql(tx, "DELETE FROM jobs WHERE id = ? AND state = 'dead'", vec![job.into()]);
    Ok(tx.execute_raw(q).await?.rows_affected() == 1)
}
