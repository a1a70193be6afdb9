//! Every mail goes through here: a row with its kind, recipient, payload and dedupe key, written in the
//! transaction that causes it, and a job that sends it.
//!
//! A mail whose renderer says so is noted before it is handed over, so that whatever happens then it is not handed
//! over twice; any other may come again, under the same Message-ID, where a crash kept its end from being noted.
//!
//! The payload may hold one-time tokens, so it is sealed, and wiped when the mail is sent. Rendering is the
//! business of the slice that posted it.

use crate::db::{Conn, Write, sql};
use crate::jobs::{self, NewJob};
use crate::seal::Sealer;
use sea_orm::sea_query::Value;
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
    pub kind: &'a str,
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
    /// Of a mail that must not be repeated: when it was handed to the mail server, unless that was in vain.
    pub handed_at: Option<Instant>,
}

impl MailRow {
    /// Whether it may have arrived without our knowing: such a mail is not sent again.
    pub fn is_unclear(&self) -> bool {
        self.state == "failed" && self.handed_at.is_some()
    }
}

/// Promises a mail. None: one with its key was promised before.
pub async fn post<T: Serialize>(
    tx: &Write,
    clock: &dyn Clock,
    sealer: &Sealer,
    mail: Mail<'_, T>,
) -> Result<Option<MailId>, DbErr> {
    Ok(post_all(tx, clock, sealer, &[mail]).await?.into_iter().next())
}

/// Promises many mails in two statements; at most some hundreds. Those whose key was promised before are left out.
pub async fn post_all<T: Serialize>(
    tx: &Write,
    clock: &dyn Clock,
    sealer: &Sealer,
    mails: &[Mail<'_, T>],
) -> Result<Vec<MailId>, DbErr> {
    if mails.is_empty() {
        return Ok(Vec::new());
    }
    let now = clock.now();
    let mut values: Vec<Value> = Vec::with_capacity(mails.len().saturating_mul(9));
    for mail in mails {
        let id = MailId(clock.new_id());
        let json = serde_json::to_string(mail.payload).map_err(|e| DbErr::Custom(e.to_string()))?;
        let payload = sealer.seal(&json).map_err(|e| DbErr::Custom(e.to_string()))?;
        values.extend::<[Value; 9]>([
            id.into(),
            mail.community.into(),
            mail.kind.into(),
            mail.recipient.into(),
            mail.locale.code().into(),
            payload.into(),
            mail.dedupe_key.clone().into(),
            format!("{}@tessera", id.0.simple()).into(),
            now.into(),
        ]);
    }
    let rows = vec!["(?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?)"; mails.len()].join(", ");
    let text = format!(
        "INSERT INTO mails (id, community_id, kind, recipient, locale, payload, dedupe_key, message_id, state, \
         attempts, created_at) VALUES {rows} ON CONFLICT (dedupe_key) DO NOTHING RETURNING id"
    );
    let posted = tx.query_all_raw(sql(tx, &text, values)).await?;
    let ids: Vec<MailId> = posted.iter().map(|r| r.try_get_by_index(0)).collect::<Result<_, _>>()?;
    let payloads: Vec<SendMail> = ids.iter().map(|id| SendMail { mail: *id }).collect();
    let jobs: Vec<NewJob<'_, SendMail>> = payloads.iter().map(|p| sending(p, now)).collect();
    jobs::enqueue_all(tx, clock, &jobs).await?;
    Ok(ids)
}

fn sending(payload: &SendMail, run_at: Instant) -> NewJob<'_, SendMail> {
    let dedupe_key = Some(payload.mail.to_string());
    NewJob { kind: SEND, payload, run_at, dedupe_key, max_attempts: TRIES }
}

const COLUMNS: &str = "id, community_id, kind, recipient, locale, payload, message_id, state, attempts, last_error, \
                       created_at, sent_at, handed_at";

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

/// Which mails of a community are listed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter<'a> {
    pub state: Option<&'a str>,
    /// Of one of these kinds.
    pub kinds: Option<&'a [&'a str]>,
    /// From before this moment.
    pub before: Option<Instant>,
}

/// The newest mails of a community, payloads left sealed.
pub async fn list(
    conn: &impl Conn,
    community: CommunityId,
    filter: Filter<'_>,
    limit: u64,
) -> Result<Vec<MailRow>, DbErr> {
    let before = filter.before.unwrap_or(Instant::from_microseconds(i64::MAX / 2));
    let mut values: Vec<Value> = vec![community.into(), before.into()];
    let mut narrower = String::new();
    if let Some(state) = filter.state {
        narrower.push_str(" AND state = ?");
        values.push(state.into());
    }
    if let Some(kinds) = filter.kinds {
        let marks = vec!["?"; kinds.len()].join(", ");
        narrower.push_str(&format!(" AND kind IN ({marks})"));
        values.extend(kinds.iter().map(|k| Value::from(*k)));
    }
    values.push(limit.into());
    let text = format!(
        "SELECT {COLUMNS} FROM mails WHERE community_id = ? AND created_at < ?{narrower} \
         ORDER BY created_at DESC LIMIT ?"
    );
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read_row).collect()
}

/// Notes that a mail which must not be repeated is about to be handed over. False: it was handed over before, or
/// stands no longer to be sent.
pub async fn mark_handed(tx: &Write, id: MailId, now: Instant) -> Result<bool, DbErr> {
    let text = "UPDATE mails SET handed_at = ? WHERE id = ? AND state = 'waiting' AND handed_at IS NULL";
    Ok(tx.execute_raw(sql(tx, text, vec![now.into(), id.into()])).await?.rows_affected() == 1)
}

/// Notes that the mail server did not take it after all.
pub async fn mark_not_handed(tx: &Write, id: MailId) -> Result<(), DbErr> {
    let text = "UPDATE mails SET handed_at = NULL WHERE id = ? AND state = 'waiting'";
    tx.execute_raw(sql(tx, text, vec![id.into()])).await.map(|_| ())
}

/// Lets a mail that was given up be tried again. False: it is none, or may have arrived.
pub async fn retry(tx: &Write, clock: &dyn Clock, community: CommunityId, id: MailId) -> Result<bool, DbErr> {
    let text = "UPDATE mails SET state = 'waiting', attempts = 0 WHERE id = ? AND community_id = ? \
                AND state = 'failed' AND handed_at IS NULL AND payload IS NOT NULL";
    if tx.execute_raw(sql(tx, text, vec![id.into(), community.into()])).await?.rows_affected() == 0 {
        return Ok(false);
    }
    jobs::forget_dead(tx, SEND, &id.to_string()).await?;
    jobs::enqueue(tx, clock, sending(&SendMail { mail: id }, clock.now())).await?;
    Ok(true)
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
        handed_at: r.try_get_by_index(12)?,
    })
}
