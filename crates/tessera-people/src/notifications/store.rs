//! The SQL of notices and of what people choose about them. Reads memberships and accounts.

use super::model::{Choice, MailState};
use crate::communities::role_pattern;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::ids::{AccountId, CommunityId, NoticeId};
use tessera_core::{Instant, Locale, Role};
use tessera_platform::db::{Conn, Read, Write, sql};
use tessera_web::notices::{Email, NoticeRow};

/// Somebody who can be told something.
#[derive(Clone, Debug)]
pub struct Recipient {
    pub account: AccountId,
    pub email: String,
    pub is_verified: bool,
    pub locale: Option<Locale>,
    pub timezone: Option<String>,
}

/// A notice to keep.
#[derive(Clone, Debug)]
pub struct NewRow<'a> {
    pub id: NoticeId,
    pub account: AccountId,
    pub community: CommunityId,
    pub kind: &'a str,
    pub payload: &'a str,
    pub dedupe_key: &'a str,
    pub now: Instant,
    pub shown: bool,
    pub mail: MailState,
}

async fn all<T>(
    conn: &impl Conn,
    text: &str,
    values: Vec<Value>,
    read: impl Fn(&QueryResult) -> Result<T, DbErr>,
) -> Result<Vec<T>, DbErr> {
    conn.query_all_raw(sql(conn, text, values)).await?.iter().map(read).collect()
}

async fn run(tx: &Write, text: &str, values: Vec<Value>) -> Result<u64, DbErr> {
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected())
}

fn marks(n: usize) -> String {
    vec!["?"; n].join(", ")
}

const RECIPIENT: &str = "SELECT a.id, a.email, a.email_verified_at, a.locale, a.timezone FROM memberships m \
                         JOIN accounts a ON a.id = m.account_id WHERE m.community_id = ? AND m.state = 'active'";

fn read_recipient(r: &QueryResult) -> Result<Recipient, DbErr> {
    Ok(Recipient {
        account: r.try_get_by_index(0)?,
        email: r.try_get_by_index(1)?,
        is_verified: r.try_get_by_index::<Option<Instant>>(2)?.is_some(),
        locale: r.try_get_by_index::<Option<String>>(3)?.as_deref().and_then(Locale::from_tag),
        timezone: r.try_get_by_index(4)?,
    })
}

/// Those of these accounts who are active members; at most some hundreds.
pub async fn list_recipients(
    conn: &impl Conn,
    community: CommunityId,
    accounts: &[AccountId],
) -> Result<Vec<Recipient>, DbErr> {
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!("{RECIPIENT} AND m.account_id IN ({})", marks(accounts.len()));
    let mut values: Vec<Value> = vec![community.into()];
    values.extend(accounts.iter().map(|a| Value::from(*a)));
    all(conn, &text, values, read_recipient).await
}

pub async fn find_recipient(
    conn: &impl Conn,
    community: CommunityId,
    account: AccountId,
) -> Result<Option<Recipient>, DbErr> {
    Ok(list_recipients(conn, community, &[account]).await?.into_iter().next())
}

/// All active members, or those with one role, by id.
pub async fn list_members(
    conn: &impl Conn,
    community: CommunityId,
    role: Option<Role>,
    after: Option<AccountId>,
    limit: u64,
) -> Result<Vec<AccountId>, DbErr> {
    let mut values: Vec<Value> = vec![community.into(), after.unwrap_or(AccountId(uuid::Uuid::nil())).into()];
    let narrower = match role {
        Some(role) => {
            values.push(role_pattern(role).into());
            " AND ' ' || roles || ' ' LIKE ?"
        }
        None => "",
    };
    values.push(limit.into());
    let text = format!(
        "SELECT account_id FROM memberships WHERE community_id = ? AND state = 'active' AND account_id > ?{narrower} \
         ORDER BY account_id LIMIT ?"
    );
    all(conn, &text, values, |r| r.try_get_by_index(0)).await
}

/// Keeps these, in one statement; at most some hundreds. Those that were new: a key that somebody has is one notice.
pub async fn insert(tx: &Write, rows: &[NewRow<'_>]) -> Result<Vec<NoticeId>, DbErr> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut values: Vec<Value> = Vec::with_capacity(rows.len().saturating_mul(9));
    for row in rows {
        values.extend::<[Value; 9]>([
            row.id.into(),
            row.community.into(),
            row.account.into(),
            row.kind.into(),
            row.payload.into(),
            row.dedupe_key.into(),
            row.now.into(),
            row.shown.into(),
            row.mail.code().into(),
        ]);
    }
    let lines = vec!["(?, ?, ?, ?, ?, ?, ?, ?, ?)"; rows.len()].join(", ");
    let text = format!(
        "INSERT INTO notices (id, community_id, account_id, kind, payload, dedupe_key, created_at, shown, mail) \
         VALUES {lines} ON CONFLICT (account_id, community_id, dedupe_key) DO NOTHING RETURNING id"
    );
    let kept = tx.query_all_raw(sql(tx, &text, values)).await?;
    kept.iter().map(|r| r.try_get_by_index(0)).collect()
}

const COLUMNS: &str = "id, kind, payload, created_at, read_at";

fn read_notice(r: &QueryResult) -> Result<NoticeRow, DbErr> {
    Ok(NoticeRow {
        id: r.try_get_by_index(0)?,
        kind: r.try_get_by_index(1)?,
        payload: r.try_get_by_index(2)?,
        created_at: r.try_get_by_index(3)?,
        read_at: r.try_get_by_index(4)?,
    })
}

/// Whose inbox.
#[derive(Clone, Copy, Debug)]
pub struct Of {
    pub account: AccountId,
    pub community: CommunityId,
}

impl Of {
    fn values(self) -> Vec<Value> {
        vec![self.account.into(), self.community.into()]
    }
}

/// The newest of an inbox; `before` pages on.
pub async fn list(
    conn: &impl Conn,
    of: Of,
    only_unread: bool,
    before: Option<NoticeId>,
    limit: u64,
) -> Result<Vec<NoticeRow>, DbErr> {
    let unread = if only_unread { " AND read_at IS NULL" } else { "" };
    let text = format!(
        "SELECT {COLUMNS} FROM notices WHERE account_id = ? AND community_id = ? AND shown{unread} AND id < ? \
         ORDER BY id DESC LIMIT ?"
    );
    let mut values = of.values();
    values.push(before.unwrap_or(NoticeId(uuid::Uuid::max())).into());
    values.push(limit.into());
    all(conn, &text, values, read_notice).await
}

pub async fn find(conn: &impl Conn, of: Of, id: NoticeId) -> Result<Option<NoticeRow>, DbErr> {
    let text = format!("SELECT {COLUMNS} FROM notices WHERE id = ? AND account_id = ? AND community_id = ?");
    let values = vec![id.into(), of.account.into(), of.community.into()];
    conn.query_one_raw(sql(conn, &text, values)).await?.as_ref().map(read_notice).transpose()
}

/// How many are unread, up to a hundred: whatever lies behind, no more is counted.
pub async fn count_unread(conn: &impl Conn, of: Of) -> Result<u32, DbErr> {
    let text = "SELECT COUNT(*) FROM (SELECT 1 FROM notices WHERE account_id = ? AND community_id = ? \
                AND read_at IS NULL AND shown LIMIT 100) AS few";
    let row = conn.query_one_raw(sql(conn, text, of.values())).await?;
    let count: i64 = row.map_or(Ok(0), |r| r.try_get_by_index(0))?;
    Ok(u32::try_from(count).unwrap_or(0))
}

/// Marks these as read. How many were not.
pub async fn mark_read(tx: &Write, of: Of, ids: &[NoticeId], now: Instant) -> Result<u64, DbErr> {
    if ids.is_empty() {
        return Ok(0);
    }
    let text = format!(
        "UPDATE notices SET read_at = ? WHERE account_id = ? AND community_id = ? AND read_at IS NULL AND shown \
         AND id IN ({})",
        marks(ids.len())
    );
    let mut values: Vec<Value> = vec![now.into(), of.account.into(), of.community.into()];
    values.extend(ids.iter().map(|id| Value::from(*id)));
    run(tx, &text, values).await
}

/// Marks all up to one as read, or all there are.
pub async fn mark_all_read(tx: &Write, of: Of, up_to: Option<NoticeId>, now: Instant) -> Result<u64, DbErr> {
    let text = "UPDATE notices SET read_at = ? WHERE account_id = ? AND community_id = ? AND read_at IS NULL \
                AND shown AND id <= ?";
    let up_to = up_to.unwrap_or(NoticeId(uuid::Uuid::max()));
    let values = vec![now.into(), of.account.into(), of.community.into(), up_to.into()];
    run(tx, text, values).await
}

/// Members for whom something waits to be digested, by id.
pub async fn list_to_digest(
    conn: &impl Conn,
    community: CommunityId,
    after: Option<AccountId>,
    limit: u64,
) -> Result<Vec<AccountId>, DbErr> {
    let text = "SELECT DISTINCT account_id FROM notices WHERE community_id = ? AND mail = 'digest' \
                AND account_id > ? ORDER BY account_id LIMIT ?";
    let values = vec![community.into(), after.unwrap_or(AccountId(uuid::Uuid::nil())).into(), limit.into()];
    all(conn, text, values, |r| r.try_get_by_index(0)).await
}

/// Communities where something waits to be digested.
pub async fn list_communities_to_digest(conn: &impl Conn) -> Result<Vec<CommunityId>, DbErr> {
    let text = "SELECT id FROM communities c WHERE EXISTS \
                (SELECT 1 FROM notices n WHERE n.community_id = c.id AND n.mail = 'digest') ORDER BY id LIMIT 10000";
    all(conn, text, vec![], |r| r.try_get_by_index(0)).await
}

/// Puts what waits for these members into the digest of a day; without one, gives it up.
pub async fn take_into_digest(
    tx: &Write,
    community: CommunityId,
    accounts: &[AccountId],
    day: Option<&str>,
) -> Result<(), DbErr> {
    if accounts.is_empty() {
        return Ok(());
    }
    let state = if day.is_some() { MailState::Digested } else { MailState::None };
    let text = format!(
        "UPDATE notices SET mail = ?, digest = ? WHERE community_id = ? AND mail = 'digest' AND account_id IN ({})",
        marks(accounts.len())
    );
    let mut values: Vec<Value> = vec![state.code().into(), day.into(), community.into()];
    values.extend(accounts.iter().map(|a| Value::from(*a)));
    run(tx, &text, values).await.map(drop)
}

/// What one digest tells, oldest first.
pub async fn list_digested(conn: &impl Conn, of: Of, day: &str, limit: u64) -> Result<Vec<NoticeRow>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM notices WHERE account_id = ? AND community_id = ? AND digest = ? \
         AND digest IS NOT NULL ORDER BY id LIMIT ?"
    );
    let mut values = of.values();
    values.extend::<[Value; 2]>([day.into(), limit.into()]);
    all(conn, &text, values, read_notice).await
}

/// One member's choice for one channel, as its code.
pub type Chosen = (AccountId, String, String, String);

/// What these members chose about one preference, or about all.
pub async fn list_choices(
    conn: &impl Conn,
    community: CommunityId,
    accounts: &[AccountId],
    preference: Option<&str>,
) -> Result<Vec<Chosen>, DbErr> {
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    let mut text = format!(
        "SELECT account_id, preference, channel, choice FROM notice_preferences WHERE account_id IN ({}) \
         AND community_id = ?",
        marks(accounts.len())
    );
    let mut values: Vec<Value> = accounts.iter().map(|a| Value::from(*a)).collect();
    values.push(community.into());
    if let Some(name) = preference {
        text.push_str(" AND preference = ?");
        values.push(name.into());
    }
    all(conn, &text, values, |r| {
        Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?, r.try_get_by_index(2)?, r.try_get_by_index(3)?))
    })
    .await
}

/// Keeps what a member chose.
pub async fn upsert_choices(
    tx: &Write,
    of: Of,
    choices: &[(&str, Choice)],
    now: Instant,
) -> Result<(), DbErr> {
    let mut values: Vec<Value> = Vec::new();
    for (name, choice) in choices {
        let in_app = if choice.in_app { "on" } else { "off" };
        for (channel, code) in [("email", choice.email.code()), ("in_app", in_app)] {
            values.extend(of.values());
            values.extend::<[Value; 4]>([(*name).into(), channel.into(), code.into(), now.into()]);
        }
    }
    if values.is_empty() {
        return Ok(());
    }
    let lines = vec!["(?, ?, ?, ?, ?, ?)"; choices.len().saturating_mul(2)].join(", ");
    let text = format!(
        "INSERT INTO notice_preferences (account_id, community_id, preference, channel, choice, changed_at) \
         VALUES {lines} ON CONFLICT (account_id, community_id, preference, channel) \
         DO UPDATE SET choice = excluded.choice, changed_at = excluded.changed_at"
    );
    run(tx, &text, values).await.map(drop)
}

/// Forgets a batch of what is old: what was read or never shown, and after longer what nobody read.
pub async fn delete_old(
    tx: &Write,
    read_before: Instant,
    any_before: Instant,
    limit: u64,
) -> Result<u64, DbErr> {
    let text = "DELETE FROM notices WHERE id IN (SELECT id FROM notices WHERE created_at < ? \
                AND (read_at IS NOT NULL OR NOT shown OR created_at < ?) AND mail <> 'digest' LIMIT ?)";
    run(tx, text, vec![read_before.into(), any_before.into(), limit.into()]).await
}

/// Everything that is kept of an account, for itself: a page of it.
pub async fn list_of_account(
    conn: &Read,
    account: AccountId,
    after: Option<NoticeId>,
    limit: u64,
) -> Result<Vec<(CommunityId, NoticeRow)>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS}, community_id FROM notices WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?"
    );
    let after = after.unwrap_or(NoticeId(uuid::Uuid::nil()));
    let values = vec![account.into(), after.into(), limit.into()];
    all(conn, &text, values, |r| Ok((r.try_get_by_index(5)?, read_notice(r)?))).await
}

/// What an account chose, in all communities.
pub async fn list_choices_of_account(
    conn: &Read,
    account: AccountId,
) -> Result<Vec<(CommunityId, String, String, String)>, DbErr> {
    let text = "SELECT community_id, preference, channel, choice FROM notice_preferences WHERE account_id = ? \
                ORDER BY community_id, preference, channel LIMIT 100000";
    all(conn, text, vec![account.into()], |r| {
        Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?, r.try_get_by_index(2)?, r.try_get_by_index(3)?))
    })
    .await
}

pub async fn forget(tx: &Write, account: AccountId) -> Result<(), DbErr> {
    run(tx, "DELETE FROM notices WHERE account_id = ?", vec![account.into()]).await?;
    run(tx, "DELETE FROM notice_preferences WHERE account_id = ?", vec![account.into()]).await?;
    Ok(())
}

/// A choice as its codes say, where they say something.
pub fn with_chosen(choice: Choice, channel: &str, code: &str) -> Choice {
    match channel {
        "email" => Choice { email: Email::from_code(code).unwrap_or(choice.email), ..choice },
        "in_app" => Choice { in_app: code == "on", ..choice },
        _ => choice,
    }
}
