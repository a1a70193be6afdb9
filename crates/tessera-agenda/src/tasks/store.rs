//! The SQL of tasks. Reads events, their dates, members and accounts; writes only who is to do what.

use crate::events::rows::{self, BESIDE, COLUMNS};
use crate::events::{Listed, Organiser};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId, EventId};
use tessera_platform::db::{Conn, Write, sql};

/// Somebody who can be given a task.
#[derive(Clone, Debug)]
pub struct Assignable {
    pub who: Organiser,
}

/// One task given to one member.
#[derive(Clone, Copy, Debug)]
pub struct Assignment {
    pub event: EventId,
    pub account: AccountId,
    pub community: CommunityId,
    pub by: Option<AccountId>,
    pub at: Instant,
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

/// Those of these accounts who are active members.
pub async fn list_assignable(
    conn: &impl Conn,
    community: CommunityId,
    accounts: &[AccountId],
) -> Result<Vec<Assignable>, DbErr> {
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    let marks = vec!["?"; accounts.len()].join(", ");
    let text = format!(
        "SELECT a.id, a.name FROM memberships m \
         JOIN accounts a ON a.id = m.account_id \
         WHERE m.community_id = ? AND m.state = 'active' AND m.account_id IN ({marks})"
    );
    let mut values: Vec<Value> = vec![community.into()];
    values.extend(accounts.iter().map(|a| Value::from(*a)));
    all(conn, &text, values, |row| {
        Ok(Assignable { who: Organiser { id: row.try_get_by_index(0)?, name: row.try_get_by_index(1)? } })
    })
    .await
}

fn values_of(a: Assignment) -> Vec<Value> {
    vec![a.event.into(), a.account.into(), a.community.into(), a.by.into(), a.at.into()]
}

/// False: they were to do it already.
pub async fn insert(tx: &Write, assignment: Assignment) -> Result<bool, DbErr> {
    let text = "INSERT INTO event_assignees (event_id, account_id, community_id, assigned_by, assigned_at) \
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (event_id, account_id) DO NOTHING";
    Ok(run(tx, text, values_of(assignment)).await? == 1)
}

/// Gives a task that is nobody's. False: it is somebody's. The event's row is locked, so that of two one comes second.
pub async fn insert_if_free(tx: &Write, assignment: Assignment) -> Result<bool, DbErr> {
    let text = "INSERT INTO event_assignees (event_id, account_id, community_id, assigned_by, assigned_at) \
                SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM event_assignees WHERE event_id = ?)";
    let mut values = values_of(assignment);
    values.push(assignment.event.into());
    Ok(run(tx, text, values).await? == 1)
}

pub async fn delete(tx: &Write, event: EventId, account: AccountId) -> Result<bool, DbErr> {
    let text = "DELETE FROM event_assignees WHERE event_id = ? AND account_id = ?";
    Ok(run(tx, text, vec![event.into(), account.into()]).await? == 1)
}

/// Which of these tasks somebody is to do.
pub async fn list_assigned_among(
    conn: &impl Conn,
    account: AccountId,
    tasks: &[EventId],
) -> Result<Vec<EventId>, DbErr> {
    if tasks.is_empty() {
        return Ok(Vec::new());
    }
    let marks = vec!["?"; tasks.len()].join(", ");
    let text = format!("SELECT event_id FROM event_assignees WHERE account_id = ? AND event_id IN ({marks})");
    let mut values: Vec<Value> = vec![account.into()];
    values.extend(tasks.iter().map(|t| Value::from(*t)));
    all(conn, &text, values, |row| row.try_get_by_index(0)).await
}

/// To whom a task was given, when and by whom.
pub async fn list_assignments(conn: &impl Conn, event: EventId) -> Result<Vec<Assignment>, DbErr> {
    let text =
        "SELECT account_id, community_id, assigned_by, assigned_at FROM event_assignees WHERE event_id = ?";
    all(conn, text, vec![event.into()], |row| {
        Ok(Assignment {
            event,
            account: row.try_get_by_index(0)?,
            community: row.try_get_by_index(1)?,
            by: row.try_get_by_index(2)?,
            at: row.try_get_by_index(3)?,
        })
    })
    .await
}

/// Gives whoever is to do one task another too.
pub async fn copy(tx: &Write, from: EventId, to: EventId) -> Result<(), DbErr> {
    let text = "INSERT INTO event_assignees (event_id, account_id, community_id, assigned_by, assigned_at) \
                SELECT ?, account_id, community_id, assigned_by, assigned_at FROM event_assignees WHERE event_id = ? \
                ON CONFLICT (event_id, account_id) DO NOTHING";
    run(tx, text, vec![to.into(), from.into()]).await.map(|_| ())
}

/// Whose tasks are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those one is to do.
    Mine,
    /// Those one organises.
    Organised,
}

/// Which of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Neither done nor cancelled, the most pressing first.
    Open,
    /// Those among them that should be done by now.
    Overdue,
    /// The last first.
    Done,
    All,
}

/// A list of tasks that is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub community: CommunityId,
    pub account: AccountId,
    pub whose: Whose,
    pub which: Which,
    pub now: Instant,
    pub skip: u64,
    pub limit: u64,
}

/// How far back and ahead the dates of recurring tasks are listed: what is long past nobody makes up for.
const BEHIND: SignedDuration = SignedDuration::from_hours(24 * 30);
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 60);

/// Published tasks and dates of recurring ones, by when they are due: what says nothing is due when it ends.
pub async fn list(conn: &impl Conn, asked: Asked, zone: &TimeZone) -> Result<Vec<Listed>, DbErr> {
    let (which, direction) = match asked.which {
        Which::Open => (" AND e.status NOT IN ('done', 'EventCancelled')", "ASC"),
        Which::Overdue => (" AND e.status NOT IN ('done', 'EventCancelled')", "ASC"),
        Which::Done => (" AND e.status = 'done'", "DESC"),
        Which::All => ("", "DESC"),
    };
    let mut values: Vec<Value> = Vec::new();
    let whose = |values: &mut Vec<Value>| {
        values.extend::<[Value; 2]>([asked.account.into(), asked.community.into()]);
        match asked.whose {
            Whose::Mine => {
                "IN (SELECT g.event_id FROM event_assignees g WHERE g.account_id = ? AND g.community_id = ?)"
            }
            Whose::Organised => {
                "IN (SELECT o.id FROM events o WHERE o.organiser_id = ? AND o.community_id = ?)"
            }
        }
    };
    let single = whose(&mut values).to_owned();
    let dates = whose(&mut values).to_owned();
    values.extend::<[Value; 2]>([asked.now.plus(-BEHIND).into(), asked.now.plus(AHEAD).into()]);
    let overdue = if asked.which == Which::Overdue {
        values.push(asked.now.into());
        " WHERE page.due < ?"
    } else {
        ""
    };
    let text = format!(
        "SELECT {COLUMNS}, {BESIDE}, page.occurrence, page.series_id, page.starts_at, page.ends_at FROM ( \
         SELECT e.id, '' AS occurrence, e.id AS series_id, e.starts_at, e.ends_at, coalesce(e.due_at, e.ends_at) AS due \
         FROM events e WHERE e.id {single} AND e.kind = 'task' AND e.state = 'published' \
         AND e.series_id IS NULL AND e.rrule IS NULL AND e.rdates = '[]'{which} \
         UNION ALL SELECT e.id, d.occurrence, d.event_id AS series_id, d.starts_at, d.ends_at, \
         CASE WHEN e.due_at IS NULL THEN d.ends_at WHEN d.shown_id = d.event_id THEN d.starts_at + (e.due_at - e.starts_at) \
         ELSE e.due_at END AS due \
         FROM occurrences d JOIN events e ON e.id = d.shown_id WHERE d.event_id {dates} \
         AND d.starts_at >= ? AND d.starts_at < ? AND e.kind = 'task' AND e.state = 'published'{which}) AS page \
         JOIN events e ON e.id = page.id LEFT JOIN accounts a ON a.id = e.organiser_id \
         LEFT JOIN attendance t ON t.event_id = page.series_id AND t.occurrence = page.occurrence{overdue} \
         ORDER BY page.due {direction}, page.id {direction}, page.occurrence {direction} LIMIT ? OFFSET ?"
    );
    values.push(i64::try_from(asked.limit).unwrap_or(i64::MAX).into());
    values.push(i64::try_from(asked.skip).unwrap_or(i64::MAX).into());
    all(conn, &text, values, |row| rows::dated(row, zone)).await
}

/// What an account is to do, for itself.
pub async fn list_of_account(
    conn: &impl Conn,
    account: AccountId,
) -> Result<Vec<(CommunityId, EventId, Instant)>, DbErr> {
    let text = "SELECT community_id, event_id, assigned_at FROM event_assignees WHERE account_id = ? \
                ORDER BY assigned_at, event_id LIMIT 100000";
    all(conn, text, vec![account.into()], |row| {
        Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?))
    })
    .await
}

/// Takes an account off all tasks. The communities that see a difference.
pub async fn forget(tx: &Write, account: AccountId) -> Result<Vec<CommunityId>, DbErr> {
    let seen = "SELECT DISTINCT community_id FROM event_assignees WHERE account_id = ?";
    let touched = all(tx, seen, vec![account.into()], |row| row.try_get_by_index(0)).await?;
    run(tx, "DELETE FROM event_assignees WHERE account_id = ?", vec![account.into()]).await?;
    let text = "UPDATE event_assignees SET assigned_by = NULL WHERE assigned_by = ?";
    run(tx, text, vec![account.into()]).await?;
    Ok(touched)
}
