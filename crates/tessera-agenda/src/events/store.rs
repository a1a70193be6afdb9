//! The SQL of events. Reads the answers (`participations`, `attendance`) and who is to do a task (`event_assignees`)
//! too, because who takes part decides who sees a private event, and categories, because their covers are pictures;
//! never writes them.

use super::access::Relation;
use super::model::{Event, Listed, Organiser, State};
use super::rows::{self, BESIDE, COLUMNS, LISTED, WRITTEN};
use super::series::Occurrence;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use std::collections::HashSet;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId, EventId, ImageId};
use tessera_platform::db::{Conn, Engine, Write, sql};
use tessera_platform::images::Kept;

/// Whether the row is kept from others until the end of the transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    No,
    Yes,
}

/// Who is looking.
#[derive(Clone, Copy, Debug, Default)]
pub struct Eyes<'a> {
    pub account: Option<AccountId>,
    /// The hash of a guest's token.
    pub guest: Option<&'a str>,
}

/// One event and what the one who looks is to it, in one statement.
pub async fn find(
    conn: &impl Conn,
    community: CommunityId,
    id: EventId,
    eyes: Eyes<'_>,
    lock: Lock,
) -> Result<Option<(Listed, Relation)>, DbErr> {
    let lock = if lock == Lock::Yes && conn.engine() == Engine::Postgres { " FOR UPDATE OF e" } else { "" };
    let text = format!(
        "SELECT {COLUMNS}, {BESIDE}, \
         EXISTS (SELECT 1 FROM event_co_organisers c WHERE c.event_id = e.id AND c.account_id = ?), \
         EXISTS (SELECT 1 FROM participations p WHERE p.event_id = e.id AND p.account_id = ? AND p.status <> 'cancelled'), \
         EXISTS (SELECT 1 FROM participations p WHERE p.event_id = e.id AND p.guest_token_hash = ? AND p.status <> 'cancelled'), \
         EXISTS (SELECT 1 FROM event_assignees g WHERE g.event_id = coalesce(e.series_id, e.id) AND g.account_id = ?) \
         FROM events e LEFT JOIN accounts a ON a.id = e.organiser_id \
         LEFT JOIN attendance t ON t.event_id = e.id AND t.occurrence = '' \
         WHERE e.id = ? AND e.community_id = ?{lock}"
    );
    let guest = eyes.guest.map(str::to_owned);
    let me: Value = eyes.account.into();
    let values = vec![me.clone(), me.clone(), guest.into(), me, id.into(), community.into()];
    let Some(row) = conn.query_one_raw(sql(conn, &text, values)).await? else { return Ok(None) };
    let listed = rows::listed(&row)?;
    let relation = Relation {
        organiser: eyes.account == Some(listed.organiser_id),
        co_organiser: row.try_get_by_index(LISTED)?,
        participant: row.try_get_by_index(LISTED.saturating_add(1))?,
        guest: row.try_get_by_index(LISTED.saturating_add(2))?,
        assignee: row.try_get_by_index(LISTED.saturating_add(3))?,
    };
    Ok(Some((listed, relation)))
}

/// The event that a calendar file knows by this UID, or the date of a series that `recurrence_id` names. Deleted
/// ones too.
pub async fn find_by_uid(
    conn: &impl Conn,
    community: CommunityId,
    uid: &str,
    recurrence_id: &str,
) -> Result<Option<Event>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM events e WHERE e.community_id = ? AND e.uid = ? AND e.recurrence_id = ?"
    );
    let q = sql(conn, &text, vec![community.into(), uid.into(), recurrence_id.into()]);
    conn.query_one_raw(q).await?.as_ref().map(rows::event).transpose()
}

/// A series with the dates that override it: everything of one UID that is not deleted.
pub async fn list_by_uid(conn: &impl Conn, community: CommunityId, uid: &str) -> Result<Vec<Event>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM events e WHERE e.community_id = ? AND e.uid = ? AND e.state <> 'deleted' ORDER BY e.recurrence_id LIMIT 1000"
    );
    all(conn, &text, vec![community.into(), uid.into()], rows::event).await
}

pub async fn insert(tx: &Write, e: &Event) -> Result<(), DbErr> {
    let marks = vec!["?"; WRITTEN.len().saturating_add(7)].join(", ");
    let text = format!(
        "INSERT INTO events ({}, id, community_id, series_id, recurrence_id, created_at, updated_at, deleted_at) VALUES ({marks})",
        WRITTEN.join(", ")
    );
    let mut values = rows::changed(e);
    values.extend::<[Value; 7]>([
        e.id.into(),
        e.community_id.into(),
        e.series_id.into(),
        e.recurrence_id.clone().into(),
        e.created_at.into(),
        e.updated_at.into(),
        e.deleted_at.into(),
    ]);
    tx.execute_raw(sql(tx, &text, values)).await?;
    Ok(())
}

/// Writes the event over the row of version `expected`. False: somebody was faster.
pub async fn update(tx: &Write, e: &Event, expected: i64) -> Result<bool, DbErr> {
    let set: Vec<String> = WRITTEN.iter().map(|c| format!("{c} = ?")).collect();
    let text = format!(
        "UPDATE events SET {}, updated_at = ?, deleted_at = ? WHERE id = ? AND community_id = ? AND version = ?",
        set.join(", ")
    );
    let mut values = rows::changed(e);
    values.extend::<[Value; 5]>([
        e.updated_at.into(),
        e.deleted_at.into(),
        e.id.into(),
        e.community_id.into(),
        expected.into(),
    ]);
    Ok(tx.execute_raw(sql(tx, &text, values)).await?.rows_affected() == 1)
}

/// Gives a date that differs the series and the name that `e` says.
pub async fn update_series_of(tx: &Write, e: &Event) -> Result<(), DbErr> {
    let text = "UPDATE events SET series_id = ?, recurrence_id = ? WHERE id = ? AND community_id = ?";
    let values = vec![e.series_id.into(), e.recurrence_id.clone().into(), e.id.into(), e.community_id.into()];
    run(tx, text, values).await.map(|_| ())
}

/// Gives one event the co-organisers of another.
pub async fn copy_co_organisers(tx: &Write, from: EventId, to: EventId) -> Result<(), DbErr> {
    let text = "INSERT INTO event_co_organisers (event_id, account_id, added_at) \
                SELECT ?, account_id, added_at FROM event_co_organisers WHERE event_id = ?";
    run(tx, text, vec![to.into(), from.into()]).await.map(|_| ())
}

/// Takes away for good what was deleted before `before`, at most `most` of them.
pub async fn purge(tx: &Write, before: Instant, most: u64) -> Result<u64, DbErr> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let text = "DELETE FROM events WHERE id IN \
                (SELECT id FROM events WHERE state = 'deleted' AND deleted_at < ? ORDER BY deleted_at LIMIT ?)";
    run(tx, text, vec![before.into(), most.into()]).await
}

/// Who organises it beside its organiser, by name.
pub async fn list_co_organisers(conn: &impl Conn, id: EventId) -> Result<Vec<Organiser>, DbErr> {
    let text = "SELECT a.id, a.name FROM event_co_organisers c JOIN accounts a ON a.id = c.account_id \
                WHERE c.event_id = ? ORDER BY a.name_key, a.id LIMIT 200";
    all(conn, text, vec![id.into()], organiser).await
}

/// Who is to do these tasks, by name.
pub async fn list_assignees(conn: &impl Conn, tasks: &[EventId]) -> Result<Vec<(EventId, Organiser)>, DbErr> {
    if tasks.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT a.id, a.name, g.event_id FROM event_assignees g JOIN accounts a ON a.id = g.account_id \
         WHERE g.event_id IN ({}) ORDER BY a.name_key, a.id",
        marks(tasks.len())
    );
    let values = tasks.iter().map(|id| Value::from(*id)).collect();
    all(conn, &text, values, |row| Ok((row.try_get_by_index(2)?, organiser(row)?))).await
}

pub async fn insert_co_organiser(
    tx: &Write,
    id: EventId,
    account: AccountId,
    now: Instant,
) -> Result<bool, DbErr> {
    let text = "INSERT INTO event_co_organisers (event_id, account_id, added_at) VALUES (?, ?, ?) \
                ON CONFLICT (event_id, account_id) DO NOTHING";
    Ok(run(tx, text, vec![id.into(), account.into(), now.into()]).await? == 1)
}

pub async fn delete_co_organiser(tx: &Write, id: EventId, account: AccountId) -> Result<bool, DbErr> {
    let text = "DELETE FROM event_co_organisers WHERE event_id = ? AND account_id = ?";
    Ok(run(tx, text, vec![id.into(), account.into()]).await? == 1)
}

/// An active member of this community, by account.
pub async fn find_member(
    conn: &impl Conn,
    community: CommunityId,
    account: AccountId,
) -> Result<Option<Organiser>, DbErr> {
    let text = "SELECT a.id, a.name FROM memberships m JOIN accounts a ON a.id = m.account_id \
                WHERE m.community_id = ? AND m.account_id = ? AND m.state = 'active'";
    let row = conn.query_one_raw(sql(conn, text, vec![community.into(), account.into()])).await?;
    row.as_ref().map(organiser).transpose()
}

/// An active member of this community, by the folded e-mail address.
pub async fn find_member_by_email(
    conn: &impl Conn,
    community: CommunityId,
    email_key: &str,
) -> Result<Option<Organiser>, DbErr> {
    let text = "SELECT a.id, a.name FROM accounts a JOIN memberships m ON m.account_id = a.id \
                WHERE a.email_key = ? AND m.community_id = ? AND m.state = 'active'";
    let row = conn.query_one_raw(sql(conn, text, vec![email_key.into(), community.into()])).await?;
    row.as_ref().map(organiser).transpose()
}

fn organiser(row: &QueryResult) -> Result<Organiser, DbErr> {
    Ok(Organiser { id: row.try_get_by_index(0)?, name: row.try_get_by_index(1)? })
}

pub(super) async fn all<T>(
    conn: &impl Conn,
    text: &str,
    values: Vec<Value>,
    read: impl Fn(&QueryResult) -> Result<T, DbErr>,
) -> Result<Vec<T>, DbErr> {
    conn.query_all_raw(sql(conn, text, values)).await?.iter().map(read).collect()
}

pub(super) async fn run(tx: &Write, text: &str, values: Vec<Value>) -> Result<u64, DbErr> {
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected())
}

/// Which dates of these series have rows of their own.
pub async fn list_overridden(
    conn: &impl Conn,
    series: &[EventId],
) -> Result<std::collections::HashSet<(EventId, String)>, DbErr> {
    let marks = vec!["?"; series.len()].join(", ");
    let text = format!(
        "SELECT series_id, recurrence_id FROM events WHERE series_id IN ({marks}) AND recurrence_id <> ''"
    );
    let values = series.iter().map(|id| Value::from(*id)).collect();
    let read = |row: &QueryResult| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    Ok(all(conn, &text, values, read).await?.into_iter().collect())
}

/// The dates of these series that reach on to those after them.
pub async fn list_reaching(conn: &impl Conn, series: &[EventId]) -> Result<Vec<Event>, DbErr> {
    let marks = vec!["?"; series.len()].join(", ");
    let text = format!(
        "SELECT {COLUMNS} FROM events e WHERE e.series_id IN ({marks}) AND e.reaches_on AND e.state = 'published'"
    );
    all(conn, &text, series.iter().map(|id| Value::from(*id)).collect(), rows::event).await
}

/// The next dates of a series that the index has, with their starts.
pub async fn list_next_dates(
    conn: &impl Conn,
    series: EventId,
    from: Instant,
    most: i64,
) -> Result<Vec<(Occurrence, Instant)>, DbErr> {
    let text = "SELECT occurrence, starts_at FROM occurrences WHERE event_id = ? AND ends_at >= ? \
                ORDER BY starts_at LIMIT ?";
    let found: Vec<(String, Instant)> =
        all(conn, text, vec![series.into(), from.into(), most.into()], |row| {
            Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))
        })
        .await?;
    Ok(found.into_iter().filter_map(|(key, at)| Some((Occurrence::from_key(&key)?, at))).collect())
}

/// Notes who brought a picture.
pub async fn insert_image(
    tx: &Write,
    id: ImageId,
    community: CommunityId,
    account: AccountId,
    kept: &Kept,
    now: Instant,
) -> Result<(), DbErr> {
    let text = "INSERT INTO images (id, community_id, account_id, file, width, height, created_at, checked_at) \
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    let values = vec![
        id.into(),
        community.into(),
        account.into(),
        kept.name.as_str().into(),
        i64::from(kept.width).into(),
        i64::from(kept.height).into(),
        now.into(),
        now.into(),
    ];
    run(tx, text, values).await.map(|_| ())
}

/// What became of the pictures that were looked at.
#[derive(Debug)]
pub struct Unused {
    pub looked_at: usize,
    pub deleted: usize,
    /// Files that no row names any more.
    pub files: Vec<String>,
}

/// Forgets pictures that no event shows or names, of those not looked at since `before`, at most `most` at once.
/// Nobody notes a picture until the end of the transaction, so that a file found free stays free.
pub async fn delete_unused_images(
    tx: &Write,
    before: Instant,
    now: Instant,
    most: u64,
) -> Result<Unused, DbErr> {
    if tx.engine() == Engine::Postgres {
        run(tx, "LOCK TABLE images IN SHARE ROW EXCLUSIVE MODE", vec![]).await?;
    }
    let text = "SELECT i.id, i.file, \
                EXISTS (SELECT 1 FROM events e WHERE e.image_url = '/images/' || i.file) \
                OR EXISTS (SELECT 1 FROM categories c WHERE c.image_url = '/images/' || i.file) \
                OR EXISTS (SELECT 1 FROM events e \
                WHERE (e.description_source LIKE '%/images/%' OR e.image_url LIKE 'http%/images/%') \
                AND (e.description_source LIKE '%' || i.file || '%' OR e.image_url LIKE '%/images/' || i.file)) \
                FROM images i WHERE i.checked_at < ? ORDER BY i.checked_at, i.id LIMIT ?";
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let rows: Vec<(ImageId, String, bool)> = all(tx, text, vec![before.into(), limit.into()], |row| {
        Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?))
    })
    .await?;
    let looked_at = rows.len();
    let (used, unused): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, _, is_used)| *is_used);
    if !used.is_empty() {
        let text = format!("UPDATE images SET checked_at = ? WHERE id IN ({})", marks(used.len()));
        let ids = used.iter().map(|(id, _, _)| (*id).into());
        run(tx, &text, std::iter::once(now.into()).chain(ids).collect()).await?;
    }
    if unused.is_empty() {
        return Ok(Unused { looked_at, deleted: 0, files: Vec::new() });
    }
    let text = format!("DELETE FROM images WHERE id IN ({})", marks(unused.len()));
    run(tx, &text, unused.iter().map(|(id, _, _)| (*id).into()).collect()).await?;
    let text = format!("SELECT DISTINCT file FROM images WHERE file IN ({})", marks(unused.len()));
    let files = unused.iter().map(|(_, file, _)| file.as_str().into()).collect();
    let shared: HashSet<String> =
        all(tx, &text, files, |row| row.try_get_by_index(0)).await?.into_iter().collect();
    let deleted = unused.len();
    let files = unused.into_iter().map(|(_, file, _)| file).filter(|file| !shared.contains(file)).collect();
    Ok(Unused { looked_at, deleted, files })
}

fn marks(count: usize) -> String {
    vec!["?"; count].join(", ")
}

/// What is not published: one's own (co-organised too), or everybody's public ones, the next first.
pub async fn list_in_state(
    conn: &impl Conn,
    community: CommunityId,
    state: State,
    whose: Option<AccountId>,
    skip: u64,
    limit: u64,
) -> Result<Vec<Listed>, DbErr> {
    let own = match whose {
        Some(_) => {
            " AND (e.organiser_id = ? OR e.id IN (SELECT c.event_id FROM event_co_organisers c WHERE c.account_id = ?))"
        }
        None => " AND e.visibility = 'public'",
    };
    let text = format!(
        "SELECT {COLUMNS}, {BESIDE} FROM events e LEFT JOIN accounts a ON a.id = e.organiser_id \
         LEFT JOIN attendance t ON t.event_id = e.id AND t.occurrence = '' \
         WHERE e.community_id = ? AND e.state = ?{own} ORDER BY e.starts_at, e.id LIMIT ? OFFSET ?"
    );
    let mut values: Vec<Value> = vec![community.into(), state.code().into()];
    if let Some(account) = whose {
        values.extend::<[Value; 2]>([account.into(), account.into()]);
    }
    values.push(i64::try_from(limit).unwrap_or(i64::MAX).into());
    values.push(i64::try_from(skip).unwrap_or(i64::MAX).into());
    all(conn, &text, values, rows::listed).await
}

/// These events, in this order; what is not there is left out.
pub async fn list_by_ids(
    conn: &impl Conn,
    community: CommunityId,
    ids: &[EventId],
) -> Result<Vec<Listed>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT {COLUMNS}, {BESIDE} FROM events e LEFT JOIN accounts a ON a.id = e.organiser_id \
         LEFT JOIN attendance t ON t.event_id = e.id AND t.occurrence = '' \
         WHERE e.community_id = ? AND e.id IN ({})",
        marks(ids.len())
    );
    let mut values: Vec<Value> = vec![community.into()];
    values.extend(ids.iter().map(|id| Value::from(*id)));
    let mut found = all(conn, &text, values, rows::listed).await?;
    found.sort_by_key(|e| ids.iter().position(|id| *id == e.event.id));
    Ok(found)
}

/// Everything an account organises, in all communities.
pub async fn list_of_account(conn: &impl Conn, account: AccountId) -> Result<Vec<Event>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM events e WHERE e.organiser_id = ? ORDER BY e.starts_at, e.id LIMIT 100000"
    );
    all(conn, &text, vec![account.into()], rows::event).await
}

pub async fn list_co_organised(conn: &impl Conn, account: AccountId) -> Result<Vec<EventId>, DbErr> {
    let text = "SELECT event_id FROM event_co_organisers WHERE account_id = ? ORDER BY event_id LIMIT 100000";
    all(conn, text, vec![account.into()], |row| row.try_get_by_index(0)).await
}

/// The names of the files that an account brought.
pub async fn list_images_of(conn: &impl Conn, account: AccountId) -> Result<Vec<String>, DbErr> {
    let text = "SELECT file FROM images WHERE account_id = ? ORDER BY created_at LIMIT 100000";
    all(conn, text, vec![account.into()], |row| row.try_get_by_index(0)).await
}

/// Takes an account out of all events: drafts go, what is to come passes to an admin, what is past keeps nobody. The
/// communities that see a difference.
pub async fn forget_organiser(
    tx: &Write,
    account: AccountId,
    now: Instant,
) -> Result<Vec<CommunityId>, DbErr> {
    let nobody = AccountId(uuid::Uuid::nil());
    let touched = all(
        tx,
        "SELECT DISTINCT community_id FROM events WHERE organiser_id = ?",
        vec![account.into()],
        |row| row.try_get_by_index(0),
    )
    .await?;
    run(tx, "DELETE FROM events WHERE organiser_id = ? AND state = 'draft'", vec![account.into()]).await?;
    let to_admin = "UPDATE events SET version = version + 1, updated_at = ?, organiser_id = coalesce( \
         (SELECT m.account_id FROM memberships m WHERE m.community_id = events.community_id AND m.state = 'active' \
          AND m.account_id <> ? AND ' ' || m.roles || ' ' LIKE '% admin %' ORDER BY m.joined_at, m.id LIMIT 1), ?) \
         WHERE organiser_id = ? AND ends_at >= ?";
    let values = vec![now.into(), account.into(), nobody.into(), account.into(), now.into()];
    run(tx, to_admin, values).await?;
    let to_nobody =
        "UPDATE events SET version = version + 1, updated_at = ?, organiser_id = ? WHERE organiser_id = ?";
    run(tx, to_nobody, vec![now.into(), nobody.into(), account.into()]).await?;
    run(tx, "DELETE FROM event_co_organisers WHERE account_id = ?", vec![account.into()]).await?;
    run(tx, "UPDATE images SET account_id = ? WHERE account_id = ?", vec![nobody.into(), account.into()])
        .await?;
    Ok(touched)
}
