//! The rows of `event_invitations`. An event and an address have at most one; using it up, and making it anew, are
//! each one statement that only one of two at the same moment gets through.

use super::model::{HOLDS, Invitation, State};
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::ids::{AccountId, CommunityId, EventId, InvitationId};
use tessera_core::{Instant, Locale};
use tessera_platform::db::{Conn, Write, sql};
use tessera_platform::mail::EmailAddress;
use tessera_platform::tokens::Token;

const COLUMNS: &str = "i.id, i.community_id, i.event_id, i.email, i.token_hint, i.locale, i.invited_by_user_id, \
                       i.expires_at, i.used_at, i.round, i.created_at";

fn read(r: &QueryResult) -> Result<Invitation, DbErr> {
    Ok(Invitation {
        id: r.try_get_by_index(0)?,
        community_id: r.try_get_by_index(1)?,
        event_id: r.try_get_by_index(2)?,
        email: r.try_get_by_index(3)?,
        token_hint: r.try_get_by_index(4)?,
        locale: Locale::from_tag(&r.try_get_by_index::<String>(5)?).unwrap_or_default(),
        invited_by: r.try_get_by_index(6)?,
        expires_at: r.try_get_by_index(7)?,
        used_at: r.try_get_by_index(8)?,
        round: r.try_get_by_index(9)?,
        created_at: r.try_get_by_index(10)?,
    })
}

/// An invitation to be.
#[derive(Clone, Copy, Debug)]
pub struct NewInvitation<'a> {
    pub id: InvitationId,
    pub community: CommunityId,
    pub event: EventId,
    pub email: &'a EmailAddress,
    pub token: &'a Token,
    pub locale: Locale,
    pub by: AccountId,
    pub now: Instant,
}

/// Invites an address, anew where its last invitation was used or has expired: then the same row with a new token and
/// the next round. None: it has an open one, which stays as it is.
pub async fn insert_or_renew(
    tx: &Write,
    new: NewInvitation<'_>,
) -> Result<Option<(InvitationId, i64)>, DbErr> {
    let q = sql(
        tx,
        "INSERT INTO event_invitations (id, community_id, event_id, email, email_key, token_hash, token_hint, locale, \
         invited_by_user_id, expires_at, used_at, round, created_at) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 1, ?) \
         ON CONFLICT (event_id, email_key) DO UPDATE SET email = excluded.email, token_hash = excluded.token_hash, \
         token_hint = excluded.token_hint, locale = excluded.locale, invited_by_user_id = excluded.invited_by_user_id, \
         expires_at = excluded.expires_at, used_at = NULL, round = event_invitations.round + 1, \
         created_at = excluded.created_at \
         WHERE event_invitations.used_at IS NOT NULL OR event_invitations.expires_at <= excluded.created_at \
         RETURNING id, round",
        vec![
            new.id.into(),
            new.community.into(),
            new.event.into(),
            new.email.as_str().into(),
            new.email.key().into(),
            new.token.hash().into(),
            new.token.hint().into(),
            new.locale.code().into(),
            new.by.into(),
            new.now.plus(HOLDS).into(),
            new.now.into(),
        ],
    );
    let row = tx.query_one_raw(q).await?;
    row.map(|r| Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?))).transpose()
}

/// Gives an invitation that was not used a new token and seven more days. None: it is used, or gone.
pub async fn renew(
    tx: &Write,
    community: CommunityId,
    event: EventId,
    id: InvitationId,
    token: &Token,
    now: Instant,
) -> Result<Option<i64>, DbErr> {
    let q = sql(
        tx,
        "UPDATE event_invitations SET token_hash = ?, token_hint = ?, expires_at = ?, round = round + 1 \
         WHERE id = ? AND event_id = ? AND community_id = ? AND used_at IS NULL RETURNING round",
        vec![
            token.hash().into(),
            token.hint().into(),
            now.plus(HOLDS).into(),
            id.into(),
            event.into(),
            community.into(),
        ],
    );
    tx.query_one_raw(q).await?.map(|r| r.try_get_by_index(0)).transpose()
}

/// Uses up the open invitation behind a token, or that of an address. None: there is no open one.
pub async fn redeem(
    tx: &Write,
    community: CommunityId,
    event: EventId,
    by: By<'_>,
    now: Instant,
) -> Result<Option<(InvitationId, String)>, DbErr> {
    let (column, value) = by.column();
    let q = sql(
        tx,
        &format!(
            "UPDATE event_invitations SET used_at = ? WHERE {column} = ? AND event_id = ? AND community_id = ? \
             AND used_at IS NULL AND expires_at > ? RETURNING id, email_key"
        ),
        vec![now.into(), value, event.into(), community.into(), now.into()],
    );
    let row = tx.query_one_raw(q).await?;
    row.map(|r| Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?))).transpose()
}

/// How an invitation is known.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    TokenHash(&'a str),
    EmailKey(&'a str),
}

impl By<'_> {
    fn column(self) -> (&'static str, Value) {
        match self {
            Self::TokenHash(hash) => ("token_hash", hash.into()),
            Self::EmailKey(key) => ("email_key", key.into()),
        }
    }
}

/// The invitation behind a token, whatever its state.
pub async fn find_of_token(
    conn: &impl Conn,
    community: CommunityId,
    token_hash: &str,
) -> Result<Option<Invitation>, DbErr> {
    let text =
        format!("SELECT {COLUMNS} FROM event_invitations i WHERE i.token_hash = ? AND i.community_id = ?");
    conn.query_one_raw(sql(conn, &text, vec![token_hash.into(), community.into()]))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

pub async fn find(
    conn: &impl Conn,
    community: CommunityId,
    event: EventId,
    id: InvitationId,
) -> Result<Option<Invitation>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM event_invitations i WHERE i.id = ? AND i.event_id = ? AND i.community_id = ?"
    );
    conn.query_one_raw(sql(conn, &text, vec![id.into(), event.into(), community.into()]))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// The open invitation of an address to an event.
pub async fn find_open(
    conn: &impl Conn,
    community: CommunityId,
    event: EventId,
    email_key: &str,
    now: Instant,
) -> Result<Option<Invitation>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM event_invitations i WHERE i.event_id = ? AND i.community_id = ? AND i.email_key = ? \
         AND i.used_at IS NULL AND i.expires_at > ?"
    );
    let values = vec![event.into(), community.into(), email_key.into(), now.into()];
    conn.query_one_raw(sql(conn, &text, values)).await?.as_ref().map(read).transpose()
}

/// An event's invitations, the newest first; at most `limit`, after `skip`.
pub async fn list(
    conn: &impl Conn,
    community: CommunityId,
    event: EventId,
    state: Option<(State, Instant)>,
    skip: u64,
    limit: u64,
) -> Result<Vec<Invitation>, DbErr> {
    let mut text =
        format!("SELECT {COLUMNS} FROM event_invitations i WHERE i.event_id = ? AND i.community_id = ?");
    let mut values: Vec<Value> = vec![event.into(), community.into()];
    match state {
        None => {}
        Some((State::Used, _)) => text.push_str(" AND i.used_at IS NOT NULL"),
        Some((State::Open, now)) => {
            text.push_str(" AND i.used_at IS NULL AND i.expires_at > ?");
            values.push(now.into());
        }
        Some((State::Expired, now)) => {
            text.push_str(" AND i.used_at IS NULL AND i.expires_at <= ?");
            values.push(now.into());
        }
    }
    text.push_str(" ORDER BY i.created_at DESC, i.id DESC LIMIT ? OFFSET ?");
    values.extend([limit.into(), skip.into()]);
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read).collect()
}

/// How many there are of each state.
pub async fn count_states(
    conn: &impl Conn,
    community: CommunityId,
    event: EventId,
    now: Instant,
) -> Result<[(State, i64); 3], DbErr> {
    let q = sql(
        conn,
        "SELECT COALESCE(SUM(CASE WHEN used_at IS NULL AND expires_at > ? THEN 1 ELSE 0 END), 0), \
         COALESCE(SUM(CASE WHEN used_at IS NOT NULL THEN 1 ELSE 0 END), 0), \
         COALESCE(SUM(CASE WHEN used_at IS NULL AND expires_at <= ? THEN 1 ELSE 0 END), 0) \
         FROM event_invitations WHERE event_id = ? AND community_id = ?",
        vec![now.into(), now.into(), event.into(), community.into()],
    );
    let row = conn.query_one_raw(q).await?;
    let number = |i: usize| row.as_ref().map_or(Ok(0), |r| r.try_get_by_index::<i64>(i));
    Ok([(State::Open, number(0)?), (State::Used, number(1)?), (State::Expired, number(2)?)])
}

/// Revokes. None: there is none like this. The row that was.
pub async fn delete(
    tx: &Write,
    community: CommunityId,
    event: EventId,
    id: InvitationId,
) -> Result<Option<Invitation>, DbErr> {
    let found = find(tx, community, event, id).await?;
    let q = sql(
        tx,
        "DELETE FROM event_invitations WHERE id = ? AND event_id = ? AND community_id = ?",
        vec![id.into(), event.into(), community.into()],
    );
    let gone = tx.execute_raw(q).await?.rows_affected() == 1;
    Ok(found.filter(|_| gone))
}

/// What an account sent, and what was sent to its address.
pub async fn list_of_person(
    conn: &impl Conn,
    account: AccountId,
    email_key: &str,
    after: Option<InvitationId>,
    limit: u64,
) -> Result<Vec<Invitation>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM event_invitations i WHERE (i.invited_by_user_id = ? OR i.email_key = ?) AND i.id > ? \
         ORDER BY i.id LIMIT ?"
    );
    let after = after.unwrap_or(InvitationId(uuid::Uuid::nil()));
    let values = vec![account.into(), email_key.into(), after.into(), limit.into()];
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read).collect()
}

/// Forgets what was sent to an address, and open invitations that an account sent.
pub async fn delete_of_person(tx: &Write, account: AccountId, email_key: &str) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "DELETE FROM event_invitations WHERE email_key = ? OR (invited_by_user_id = ? AND used_at IS NULL)",
        vec![email_key.into(), account.into()],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// The address of an account, and its name.
pub async fn find_person(conn: &impl Conn, account: AccountId) -> Result<Option<(String, String)>, DbErr> {
    let q = sql(conn, "SELECT email_key, name FROM accounts WHERE id = ?", vec![account.into()]);
    let row = conn.query_one_raw(q).await?;
    row.map(|r| Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?))).transpose()
}
