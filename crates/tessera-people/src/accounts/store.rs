//! The only SQL of accounts. Every function that looks for a secret takes its hash.

use super::model::{Account, ApiToken, Link, NewAccount, Purpose, Session};
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::ids::{AccountId, ApiTokenId, CommunityId, MembershipId, SessionId};
use tessera_core::{Instant, Locale, Roles};
use tessera_platform::db::{Conn, Write, sql};
use tessera_platform::mail::EmailAddress;
use tessera_platform::text;

const ACCOUNT: &str =
    "id, email, email_verified_at, name, password_hash, locale, timezone, operator, created_at";

fn read_account(r: &QueryResult) -> Result<Account, DbErr> {
    Ok(Account {
        id: r.try_get_by_index(0)?,
        email: r.try_get_by_index(1)?,
        email_verified_at: r.try_get_by_index(2)?,
        name: r.try_get_by_index(3)?,
        password_hash: r.try_get_by_index(4)?,
        locale: locale(r, 5)?,
        timezone: r.try_get_by_index(6)?,
        operator: r.try_get_by_index(7)?,
        created_at: r.try_get_by_index(8)?,
    })
}

fn locale(r: &QueryResult, index: usize) -> Result<Option<Locale>, DbErr> {
    Ok(r.try_get_by_index::<Option<String>>(index)?.as_deref().and_then(Locale::from_tag))
}

/// False: the address has an account already.
pub async fn insert_account(
    tx: &Write,
    id: AccountId,
    new: &NewAccount,
    now: Instant,
) -> Result<bool, DbErr> {
    let q = sql(
        tx,
        "INSERT INTO accounts (id, email, email_key, name, name_key, password_hash, email_verified_at, operator, \
         locale, timezone, profile, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?) \
         ON CONFLICT (email_key) DO NOTHING",
        vec![
            id.into(),
            new.email.as_str().into(),
            new.email.key().into(),
            new.name.as_str().into(),
            text::fold(&new.name).into(),
            new.password_hash.clone().into(),
            new.verified.then_some(now).into(),
            new.operator.into(),
            new.locale.map(Locale::code).into(),
            new.timezone.clone().into(),
            now.into(),
        ],
    );
    Ok(tx.execute_raw(q).await?.rows_affected() == 1)
}

pub async fn find_account(conn: &impl Conn, id: AccountId) -> Result<Option<Account>, DbErr> {
    let q = sql(conn, &format!("SELECT {ACCOUNT} FROM accounts WHERE id = ?"), vec![id.into()]);
    conn.query_one_raw(q).await?.as_ref().map(read_account).transpose()
}

pub async fn find_account_by_email(conn: &impl Conn, email_key: &str) -> Result<Option<Account>, DbErr> {
    let q = sql(conn, &format!("SELECT {ACCOUNT} FROM accounts WHERE email_key = ?"), vec![email_key.into()]);
    conn.query_one_raw(q).await?.as_ref().map(read_account).transpose()
}

pub async fn update_profile(
    tx: &Write,
    id: AccountId,
    name: &str,
    language: Option<Locale>,
    timezone: Option<&str>,
) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "UPDATE accounts SET name = ?, name_key = ?, locale = ?, timezone = ? WHERE id = ?",
        vec![
            name.into(),
            text::fold(name).into(),
            language.map(Locale::code).into(),
            timezone.into(),
            id.into(),
        ],
    );
    tx.execute_raw(q).await.map(|_| ())
}

pub async fn update_locale(tx: &Write, id: AccountId, language: Locale) -> Result<(), DbErr> {
    let q = sql(tx, "UPDATE accounts SET locale = ? WHERE id = ?", vec![language.code().into(), id.into()]);
    tx.execute_raw(q).await.map(|_| ())
}

pub async fn update_password(tx: &Write, id: AccountId, hash: &str) -> Result<(), DbErr> {
    let q = sql(tx, "UPDATE accounts SET password_hash = ? WHERE id = ?", vec![hash.into(), id.into()]);
    tx.execute_raw(q).await.map(|_| ())
}

/// Takes the password away: only a link or a new password lets its owner in.
pub async fn delete_password(tx: &Write, id: AccountId) -> Result<(), DbErr> {
    let q = sql(tx, "UPDATE accounts SET password_hash = NULL WHERE id = ?", vec![id.into()]);
    tx.execute_raw(q).await.map(|_| ())
}

pub async fn update_operator(tx: &Write, id: AccountId, operator: bool) -> Result<(), DbErr> {
    let q = sql(tx, "UPDATE accounts SET operator = ? WHERE id = ?", vec![operator.into(), id.into()]);
    tx.execute_raw(q).await.map(|_| ())
}

/// Notes that the account's address is its owner's, if it is still `email`.
pub async fn update_verified(
    tx: &Write,
    id: AccountId,
    email_key: &str,
    now: Instant,
) -> Result<bool, DbErr> {
    let q = sql(
        tx,
        "UPDATE accounts SET email_verified_at = COALESCE(email_verified_at, ?) WHERE id = ? AND email_key = ?",
        vec![now.into(), id.into(), email_key.into()],
    );
    Ok(tx.execute_raw(q).await?.rows_affected() == 1)
}

/// Sets a proven address. Refused by `accounts_email` where another account took it meanwhile.
pub async fn update_email(
    tx: &Write,
    id: AccountId,
    email: &EmailAddress,
    now: Instant,
) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "UPDATE accounts SET email = ?, email_key = ?, email_verified_at = ? WHERE id = ?",
        vec![email.as_str().into(), email.key().into(), now.into(), id.into()],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// Sessions, tokens and links go with it.
pub async fn delete_account(tx: &Write, id: AccountId) -> Result<(), DbErr> {
    let q = sql(tx, "DELETE FROM accounts WHERE id = ?", vec![id.into()]);
    tx.execute_raw(q).await.map(|_| ())
}

pub async fn count_operators(conn: &impl Conn) -> Result<i64, DbErr> {
    let q = sql(conn, "SELECT COUNT(*) FROM accounts WHERE operator = ?", vec![true.into()]);
    count(conn, q).await
}

async fn count(conn: &impl Conn, q: sea_orm::Statement) -> Result<i64, DbErr> {
    match conn.query_one_raw(q).await? {
        Some(row) => row.try_get_by_index(0),
        None => Ok(0),
    }
}

/// How many accounts there are, for the page that sets up the first one.
pub async fn any_account(conn: &impl Conn) -> Result<bool, DbErr> {
    Ok(conn.query_one_raw(sql(conn, "SELECT 1 FROM accounts LIMIT 1", vec![])).await?.is_some())
}

// Who shows a credential.

/// A credential's owner and their place in the community that was asked.
#[derive(Clone, Debug)]
pub struct Shown {
    pub account: Account,
    /// Roles and state, where the account is or was a member.
    pub membership: Option<(MembershipId, Roles, String)>,
    pub community_id: CommunityId,
    pub last_used_at: Option<Instant>,
    pub expires_at: Option<Instant>,
}

const SHOWN: &str = "a.id, a.email, a.email_verified_at, a.name, NULL, a.locale, a.timezone, a.operator, \
                     a.created_at, m.id, m.roles, m.state";

fn read_shown(r: &QueryResult) -> Result<Shown, DbErr> {
    let account = Account {
        id: r.try_get_by_index(0)?,
        email: r.try_get_by_index(1)?,
        email_verified_at: r.try_get_by_index(2)?,
        name: r.try_get_by_index(3)?,
        password_hash: None,
        locale: locale(r, 5)?,
        timezone: r.try_get_by_index(6)?,
        operator: r.try_get_by_index(7)?,
        created_at: r.try_get_by_index(8)?,
    };
    let membership = match r.try_get_by_index::<Option<MembershipId>>(9)? {
        None => None,
        Some(id) => {
            let roles = r.try_get_by_index::<String>(10)?.parse().unwrap_or(Roles::NONE);
            Some((id, roles, r.try_get_by_index(11)?))
        }
    };
    Ok(Shown {
        account,
        membership,
        community_id: r.try_get_by_index(12)?,
        last_used_at: r.try_get_by_index(13)?,
        expires_at: r.try_get_by_index(14)?,
    })
}

/// The session of a cookie, made in `community`.
pub async fn find_shown_session(
    conn: &impl Conn,
    community: CommunityId,
    token_hash: &str,
) -> Result<Option<(SessionId, Shown)>, DbErr> {
    let q = sql(
        conn,
        &format!(
            "SELECT {SHOWN}, s.community_id, s.last_seen_at, s.expires_at, s.id FROM sessions s \
             JOIN accounts a ON a.id = s.account_id \
             LEFT JOIN memberships m ON m.account_id = a.id AND m.community_id = s.community_id \
             WHERE s.token_hash = ? AND s.community_id = ?"
        ),
        vec![token_hash.into(), community.into()],
    );
    match conn.query_one_raw(q).await? {
        Some(r) => Ok(Some((r.try_get_by_index(15)?, read_shown(&r)?))),
        None => Ok(None),
    }
}

/// The API token with this hash, of whatever community.
pub async fn find_shown_token(
    conn: &impl Conn,
    token_hash: &str,
) -> Result<Option<(ApiTokenId, Option<Vec<String>>, Shown)>, DbErr> {
    let q = sql(
        conn,
        &format!(
            "SELECT {SHOWN}, t.community_id, t.last_used_at, t.expires_at, t.id, t.scopes FROM api_tokens t \
             JOIN accounts a ON a.id = t.account_id \
             LEFT JOIN memberships m ON m.account_id = a.id AND m.community_id = t.community_id \
             WHERE t.token_hash = ?"
        ),
        vec![token_hash.into()],
    );
    match conn.query_one_raw(q).await? {
        Some(r) => Ok(Some((r.try_get_by_index(15)?, scopes(&r, 16)?, read_shown(&r)?))),
        None => Ok(None),
    }
}

fn scopes(r: &QueryResult, index: usize) -> Result<Option<Vec<String>>, DbErr> {
    let text = r.try_get_by_index::<Option<String>>(index)?;
    Ok(text.map(|t| t.split_ascii_whitespace().map(str::to_owned).collect()))
}

// Sessions.

/// A session to be.
#[derive(Debug)]
pub struct NewSession<'a> {
    pub id: SessionId,
    pub account: AccountId,
    pub community: CommunityId,
    pub token_hash: String,
    pub device: &'a str,
    pub now: Instant,
    pub expires_at: Instant,
}

pub async fn insert_session(tx: &Write, new: NewSession<'_>) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "INSERT INTO sessions (id, account_id, community_id, token_hash, user_agent, created_at, last_seen_at, \
         expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        vec![
            new.id.into(),
            new.account.into(),
            new.community.into(),
            new.token_hash.into(),
            new.device.into(),
            new.now.into(),
            new.now.into(),
            new.expires_at.into(),
        ],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// The newest first; at most 100.
pub async fn list_sessions(
    conn: &impl Conn,
    account: AccountId,
    now: Instant,
) -> Result<Vec<Session>, DbErr> {
    let q = sql(
        conn,
        "SELECT id, user_agent, created_at, last_seen_at FROM sessions WHERE account_id = ? AND expires_at > ? \
         ORDER BY last_seen_at DESC, id DESC LIMIT 100",
        vec![account.into(), now.into()],
    );
    let read = |r: &QueryResult| {
        Ok(Session {
            id: r.try_get_by_index(0)?,
            device: r.try_get_by_index(1)?,
            created_at: r.try_get_by_index(2)?,
            last_used_at: r.try_get_by_index(3)?,
        })
    };
    conn.query_all_raw(q).await?.iter().map(read).collect()
}

pub async fn update_session_used(tx: &Write, id: SessionId, now: Instant) -> Result<(), DbErr> {
    let q = sql(tx, "UPDATE sessions SET last_seen_at = ? WHERE id = ?", vec![now.into(), id.into()]);
    tx.execute_raw(q).await.map(|_| ())
}

pub async fn delete_session(tx: &Write, account: AccountId, id: SessionId) -> Result<bool, DbErr> {
    tx.tell(crate::account_topic(account));
    let q = sql(tx, "DELETE FROM sessions WHERE id = ? AND account_id = ?", vec![id.into(), account.into()]);
    Ok(tx.execute_raw(q).await?.rows_affected() == 1)
}

/// All sessions of an account but `kept`, and all its sign-ins over the API. Tokens that were made by hand stay.
pub async fn delete_sign_ins(tx: &Write, account: AccountId, kept: Option<SessionId>) -> Result<(), DbErr> {
    tx.tell(crate::account_topic(account));
    let kept = kept.map_or_else(uuid::Uuid::nil, |s| s.0);
    let q =
        sql(tx, "DELETE FROM sessions WHERE account_id = ? AND id <> ?", vec![account.into(), kept.into()]);
    tx.execute_raw(q).await?;
    let q = sql(tx, "DELETE FROM api_tokens WHERE account_id = ? AND scopes IS NULL", vec![account.into()]);
    tx.execute_raw(q).await.map(|_| ())
}

// API tokens.

/// A token to be.
#[derive(Debug)]
pub struct NewToken<'a> {
    pub id: ApiTokenId,
    pub account: AccountId,
    pub community: CommunityId,
    pub name: &'a str,
    pub token_hash: String,
    pub hint: String,
    pub scopes: Option<&'a [String]>,
    pub now: Instant,
    pub expires_at: Option<Instant>,
}

pub async fn insert_token(tx: &Write, new: NewToken<'_>) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "INSERT INTO api_tokens (id, account_id, community_id, name, token_hash, hint, scopes, created_at, \
         expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        vec![
            new.id.into(),
            new.account.into(),
            new.community.into(),
            new.name.into(),
            new.token_hash.into(),
            new.hint.into(),
            new.scopes.map(|s| s.join(" ")).into(),
            new.now.into(),
            new.expires_at.into(),
        ],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// An account's tokens for one community, the newest first; at most 200.
pub async fn list_tokens(
    conn: &impl Conn,
    account: AccountId,
    community: CommunityId,
    now: Instant,
) -> Result<Vec<ApiToken>, DbErr> {
    let q = sql(
        conn,
        "SELECT id, community_id, name, hint, created_at, last_used_at, expires_at, scopes FROM api_tokens \
         WHERE account_id = ? AND community_id = ? AND (expires_at IS NULL OR expires_at > ?) \
         ORDER BY id DESC LIMIT 200",
        vec![account.into(), community.into(), now.into()],
    );
    conn.query_all_raw(q).await?.iter().map(read_token).collect()
}

fn read_token(r: &QueryResult) -> Result<ApiToken, DbErr> {
    Ok(ApiToken {
        id: r.try_get_by_index(0)?,
        community_id: r.try_get_by_index(1)?,
        name: r.try_get_by_index(2)?,
        hint: r.try_get_by_index(3)?,
        created_at: r.try_get_by_index(4)?,
        last_used_at: r.try_get_by_index(5)?,
        expires_at: r.try_get_by_index(6)?,
        scopes: scopes(r, 7)?,
    })
}

/// How many tokens made by hand an account has in a community.
pub async fn count_tokens(
    conn: &impl Conn,
    account: AccountId,
    community: CommunityId,
) -> Result<i64, DbErr> {
    let q = sql(
        conn,
        "SELECT COUNT(*) FROM api_tokens WHERE account_id = ? AND community_id = ? AND scopes IS NOT NULL",
        vec![account.into(), community.into()],
    );
    count(conn, q).await
}

pub async fn update_token_used(tx: &Write, id: ApiTokenId, now: Instant) -> Result<(), DbErr> {
    let q = sql(tx, "UPDATE api_tokens SET last_used_at = ? WHERE id = ?", vec![now.into(), id.into()]);
    tx.execute_raw(q).await.map(|_| ())
}

pub async fn delete_token(
    tx: &Write,
    account: AccountId,
    community: CommunityId,
    id: ApiTokenId,
) -> Result<bool, DbErr> {
    tx.tell(crate::account_topic(account));
    let q = sql(
        tx,
        "DELETE FROM api_tokens WHERE id = ? AND account_id = ? AND community_id = ?",
        vec![id.into(), account.into(), community.into()],
    );
    Ok(tx.execute_raw(q).await?.rows_affected() == 1)
}

// One-time links.

pub async fn insert_link(
    tx: &Write,
    id: uuid::Uuid,
    link: &Link,
    token_hash: String,
    now: Instant,
) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "INSERT INTO one_time_links (id, account_id, community_id, purpose, token_hash, email, created_at, \
         expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        vec![
            id.into(),
            link.account_id.into(),
            link.community_id.into(),
            link.purpose.code().into(),
            token_hash.into(),
            link.email.as_str().into(),
            now.into(),
            now.plus(link.purpose.lives()).into(),
        ],
    );
    tx.execute_raw(q).await.map(|_| ())
}

const LINK: &str = "account_id, community_id, purpose, email";

fn read_link(r: &QueryResult) -> Result<Link, DbErr> {
    let purpose = r.try_get_by_index::<String>(2)?;
    Ok(Link {
        account_id: r.try_get_by_index(0)?,
        community_id: r.try_get_by_index(1)?,
        purpose: Purpose::from_code(&purpose).ok_or_else(|| DbErr::Type(format!("purpose {purpose}")))?,
        email: r.try_get_by_index::<Option<String>>(3)?.unwrap_or_default(),
    })
}

/// A link that still works, left as it is.
pub async fn find_link(
    conn: &impl Conn,
    community: CommunityId,
    token_hash: &str,
    now: Instant,
) -> Result<Option<Link>, DbErr> {
    let q = sql(
        conn,
        &format!(
            "SELECT {LINK} FROM one_time_links WHERE token_hash = ? AND community_id = ? AND used_at IS NULL \
             AND expires_at > ?"
        ),
        vec![token_hash.into(), community.into(), now.into()],
    );
    conn.query_one_raw(q).await?.as_ref().map(read_link).transpose()
}

/// Uses a link up. Of two that use it at the same moment one gets it.
pub async fn use_link(
    tx: &Write,
    community: CommunityId,
    token_hash: &str,
    now: Instant,
) -> Result<Option<Link>, DbErr> {
    let q = sql(
        tx,
        &format!(
            "UPDATE one_time_links SET used_at = ? WHERE token_hash = ? AND community_id = ? AND used_at IS NULL \
             AND expires_at > ? RETURNING {LINK}"
        ),
        vec![now.into(), token_hash.into(), community.into(), now.into()],
    );
    tx.query_one_raw(q).await?.as_ref().map(read_link).transpose()
}

/// Makes the earlier links of an account for one purpose worthless.
pub async fn delete_links(tx: &Write, account: AccountId, purpose: Purpose) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "DELETE FROM one_time_links WHERE account_id = ? AND purpose = ?",
        vec![account.into(), purpose.code().into()],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// Makes every link of an account worthless.
pub async fn delete_all_links(tx: &Write, account: AccountId) -> Result<(), DbErr> {
    let q = sql(tx, "DELETE FROM one_time_links WHERE account_id = ?", vec![account.into()]);
    tx.execute_raw(q).await.map(|_| ())
}

/// Drops what has run out.
pub async fn sweep(tx: &Write, now: Instant, idle_since: Instant) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "DELETE FROM sessions WHERE expires_at < ? OR last_seen_at < ?",
        vec![now.into(), idle_since.into()],
    );
    tx.execute_raw(q).await?;
    let q = sql(tx, "DELETE FROM api_tokens WHERE expires_at < ?", vec![now.into()]);
    tx.execute_raw(q).await?;
    tx.execute_raw(sql(tx, "DELETE FROM one_time_links WHERE expires_at < ?", vec![now.into()]))
        .await
        .map(|_| ())
}

/// All of an account's tokens, in every community; at most 500.
pub async fn list_all_tokens(conn: &impl Conn, account: AccountId) -> Result<Vec<ApiToken>, DbErr> {
    let q = sql(
        conn,
        "SELECT id, community_id, name, hint, created_at, last_used_at, expires_at, scopes FROM api_tokens \
         WHERE account_id = ? ORDER BY id LIMIT 500",
        vec![account.into()],
    );
    conn.query_all_raw(q).await?.iter().map(read_token).collect()
}

/// The name of a community with other members whose only admin this account is.
pub async fn find_community_led_alone(conn: &impl Conn, account: AccountId) -> Result<Option<String>, DbErr> {
    let q = sql(
        conn,
        "SELECT c.name FROM communities c JOIN memberships m ON m.community_id = c.id \
         WHERE m.account_id = ? AND m.state = 'active' AND m.roles LIKE '%admin%' \
         AND EXISTS (SELECT 1 FROM memberships o WHERE o.community_id = c.id AND o.account_id <> m.account_id) \
         AND NOT EXISTS (SELECT 1 FROM memberships o WHERE o.community_id = c.id AND o.account_id <> m.account_id \
         AND o.state = 'active' AND o.roles LIKE '%admin%') ORDER BY c.id LIMIT 1",
        vec![account.into()],
    );
    match conn.query_one_raw(q).await? {
        Some(row) => Ok(Some(row.try_get_by_index(0)?)),
        None => Ok(None),
    }
}
