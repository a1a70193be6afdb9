//! Every mail goes through here: a row with its kind, recipient, payload and dedupe key, written in the
//! transaction that causes it, and a job that sends it.
//!
//! The payload may hold one-time tokens, so it is sealed, and wiped when the mail is sent. Rendering is the
//! business of the slice that posted it.

use crate::db::{Conn, Write, sql};
use crate::jobs::{self, NewJob};
use crate::seal::Sealer;
use sea_orm::{ConnectionTrait, DbErr};
use serde::{Deserialize, Serialize};
use tessera_core::ids::{CommunityId, MailId};
use tessera_core::{Clock, Instant, Locale};

/// The kind of the job that sends one mail.
pub const SEND: &str = "mail.send";
const TRIES: i64 = 8;

/// A mail to send.
#[derive(Clone, Debug)]
pub struct Mail<'a, T> {
    pub community: Option<CommunityId>,
    /// Names the renderer, as in `invitation`.
    pub kind: &'static str,
    pub recipient: &'a str,
    pub locale: Locale,
    pub payload: &'a T,
    /// Two mails with one key are one mail.
    pub dedupe_key: String,
}

/// What the sending job carries.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendMail {
    pub mail: MailId,
}

/// A mail as kept.
#[derive(Clone, Debug)]
pub struct MailRow {
    pub id: MailId,
    pub community_id: Option<CommunityId>,
    pub kind: String,
    pub recipient: String,
    pub locale: Locale,
    /// The JSON that was posted; nothing once it was sent or withdrawn.
    pub payload: Option<String>,
    pub message_id: String,
    pub state: String,
    pub attempts: i64,
    pub last_error: Option<String>,
    pub created_at: Instant,
    pub sent_at: Option<Instant>,
}

/// Promises a mail. None: one with its key was promised before.
pub async fn post<T: Serialize>(
    tx: &Write,
    clock: &dyn Clock,
    sealer: &Sealer,
    mail: Mail<'_, T>,
) -> Result<Option<MailId>, DbErr> {
    let id = MailId(clock.new_id());
    let json = serde_json::to_string(mail.payload).map_err(|e| DbErr::Custom(e.to_string()))?;
    let payload = sealer.seal(&json).map_err(|e| DbErr::Custom(e.to_string()))?;
    let q = sql(
        tx,
        "INSERT INTO mails (id, community_id, kind, recipient, locale, payload, dedupe_key, message_id, state, \
         attempts, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?) ON CONFLICT (dedupe_key) DO NOTHING",
        vec![
            id.into(),
            mail.community.into(),
            mail.kind.into(),
            mail.recipient.into(),
            mail.locale.code().into(),
            payload.into(),
            mail.dedupe_key.into(),
            format!("{}@tessera", id.0.simple()).into(),
            clock.now().into(),
        ],
    );
    if tx.execute_raw(q).await?.rows_affected() == 0 {
        return Ok(None);
    }
    let job = NewJob {
        kind: SEND,
        payload: &SendMail { mail: id },
        run_at: clock.now(),
        dedupe_key: Some(id.to_string()),
        max_attempts: TRIES,
    };
    jobs::enqueue(tx, clock, job).await?;
    Ok(Some(id))
}

const COLUMNS: &str = "id, community_id, kind, recipient, locale, payload, message_id, state, attempts, last_error, \
                       created_at, sent_at";

/// One mail, its payload opened.
pub async fn find(conn: &impl Conn, sealer: &Sealer, id: MailId) -> Result<Option<MailRow>, DbErr> {
    let q = sql(conn, &format!("SELECT {COLUMNS} FROM mails WHERE id = ?"), vec![id.into()]);
    let Some(row) = conn.query_one_raw(q).await? else { return Ok(None) };
    let mut mail = read_row(&row)?;
    mail.payload = match mail.payload {
        Some(sealed) => Some(sealer.open(&sealed).map_err(|e| DbErr::Custom(e.to_string()))?),
        None => None,
    };
    Ok(Some(mail))
}

/// The newest mails of a community, payloads left sealed; `before` pages on.
pub async fn list(
    conn: &impl Conn,
    community: CommunityId,
    before: Option<Instant>,
    limit: u64,
) -> Result<Vec<MailRow>, DbErr> {
    let q = sql(
        conn,
        &format!(
            "SELECT {COLUMNS} FROM mails WHERE community_id = ? AND created_at < ? ORDER BY created_at DESC LIMIT ?"
        ),
        vec![
            community.into(),
            before.unwrap_or(Instant::from_microseconds(i64::MAX / 2)).into(),
            limit.into(),
        ],
    );
    conn.query_all_raw(q).await?.iter().map(read_row).collect()
}

/// Notes that the mail server took it, and wipes the payload.
pub async fn mark_sent(tx: &Write, id: MailId, now: Instant) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "UPDATE mails SET state = 'sent', sent_at = ?, payload = NULL, attempts = attempts + 1, last_error = NULL \
         WHERE id = ?",
        vec![now.into(), id.into()],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// Notes a failed try; `last` when there will be no other.
pub async fn mark_failed(tx: &Write, id: MailId, why: &str, last: bool) -> Result<(), DbErr> {
    let state = if last { "failed" } else { "waiting" };
    let q = sql(
        tx,
        "UPDATE mails SET state = ?, attempts = attempts + 1, last_error = ? WHERE id = ? AND state = 'waiting'",
        vec![state.into(), why.into(), id.into()],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// What became of the mails with these keys: `waiting`, `sent`, `failed` or `withdrawn`. At most some thousands.
pub async fn list_states(conn: &impl Conn, keys: &[String]) -> Result<Vec<(String, String)>, DbErr> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let marks = vec!["?"; keys.len()].join(", ");
    let text = format!("SELECT dedupe_key, state FROM mails WHERE dedupe_key IN ({marks})");
    let q = sql(conn, &text, keys.iter().map(|k| k.as_str().into()).collect());
    let rows = conn.query_all_raw(q).await?;
    rows.iter().map(|r| Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?))).collect()
}

/// Takes back what was not sent yet, as when an invitation is revoked before its mail left.
pub async fn withdraw(tx: &Write, dedupe_key: &str) -> Result<bool, DbErr> {
    let q = sql(
        tx,
        "UPDATE mails SET state = 'withdrawn', payload = NULL WHERE dedupe_key = ? AND state = 'waiting'",
        vec![dedupe_key.into()],
    );
    Ok(tx.execute_raw(q).await?.rows_affected() == 1)
}

/// Notes that a mail was not sent because what it tells of is no longer so.
pub async fn mark_withdrawn(tx: &Write, id: MailId) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "UPDATE mails SET state = 'withdrawn', payload = NULL WHERE id = ? AND state = 'waiting'",
        vec![id.into()],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// Takes an address out of every mail that was or is to be sent to it; what had not left will not.
pub async fn forget_recipient(tx: &Write, recipient: &str) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "UPDATE mails SET recipient = '', payload = NULL, \
         state = CASE WHEN state = 'waiting' THEN 'withdrawn' ELSE state END WHERE recipient = ?",
        vec![recipient.into()],
    );
    tx.execute_raw(q).await.map(|_| ())
}

fn read_row(r: &sea_orm::QueryResult) -> Result<MailRow, DbErr> {
    Ok(MailRow {
        id: r.try_get_by_index(0)?,
        community_id: r.try_get_by_index(1)?,
        kind: r.try_get_by_index(2)?,
        recipient: r.try_get_by_index(3)?,
        locale: Locale::from_tag(&r.try_get_by_index::<String>(4)?).unwrap_or_default(),
        payload: r.try_get_by_index(5)?,
        message_id: r.try_get_by_index(6)?,
        state: r.try_get_by_index(7)?,
        attempts: r.try_get_by_index(8)?,
        last_error: r.try_get_by_index(9)?,
        created_at: r.try_get_by_index(10)?,
        sent_at: r.try_get_by_index(11)?,
    })
}
