//! The SQL of attachments.

use super::model::Attachment;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::Instant;
use tessera_core::ids::{AccountId, EventId};
use tessera_platform::db::{Conn, Write, sql};

const COLUMNS: &str = "id, event_id, community_id, account_id, name, media_type, bytes, created_at";

fn attachment(row: &QueryResult) -> Result<Attachment, DbErr> {
    Ok(Attachment {
        id: row.try_get_by_index(0)?,
        event_id: row.try_get_by_index(1)?,
        community_id: row.try_get_by_index(2)?,
        account_id: row.try_get_by_index(3)?,
        name: row.try_get_by_index(4)?,
        media_type: row.try_get_by_index(5)?,
        bytes: row.try_get_by_index(6)?,
        created_at: row.try_get_by_index(7)?,
    })
}

async fn all(conn: &impl Conn, text: &str, values: Vec<Value>) -> Result<Vec<Attachment>, DbErr> {
    conn.query_all_raw(sql(conn, text, values)).await?.iter().map(attachment).collect()
}

async fn run(tx: &Write, text: &str, values: Vec<Value>) -> Result<u64, DbErr> {
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected())
}

/// Those of an event, the first first.
pub async fn list(conn: &impl Conn, event: EventId) -> Result<Vec<Attachment>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM event_attachments WHERE event_id = ? ORDER BY created_at, id LIMIT 100"
    );
    all(conn, &text, vec![event.into()]).await
}

pub async fn find(conn: &impl Conn, event: EventId, id: uuid::Uuid) -> Result<Option<Attachment>, DbErr> {
    let text = format!("SELECT {COLUMNS} FROM event_attachments WHERE event_id = ? AND id = ?");
    Ok(all(conn, &text, vec![event.into(), id.into()]).await?.into_iter().next())
}

pub async fn count(conn: &impl Conn, event: EventId) -> Result<i64, DbErr> {
    let q = sql(conn, "SELECT COUNT(*) FROM event_attachments WHERE event_id = ?", vec![event.into()]);
    conn.query_one_raw(q).await?.map_or(Ok(0), |row| row.try_get_by_index(0))
}

pub async fn insert(tx: &Write, a: &Attachment) -> Result<(), DbErr> {
    let text = format!("INSERT INTO event_attachments ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    let values = vec![
        a.id.into(),
        a.event_id.into(),
        a.community_id.into(),
        a.account_id.into(),
        a.name.clone().into(),
        a.media_type.clone().into(),
        a.bytes.into(),
        a.created_at.into(),
    ];
    run(tx, &text, values).await.map(|_| ())
}

/// Gives what came in whole to its event, where it has fewer than `most`. The event's row is locked.
pub async fn attach(tx: &Write, id: uuid::Uuid, event: EventId, most: i64) -> Result<bool, DbErr> {
    let text = "UPDATE event_attachments SET event_id = ? WHERE id = ? AND event_id IS NULL \
                AND (SELECT COUNT(*) FROM event_attachments o WHERE o.event_id = ?) < ?";
    Ok(run(tx, text, vec![event.into(), id.into(), event.into(), most.into()]).await? == 1)
}

/// Takes it from its event; its file waits to be removed.
pub async fn detach(tx: &Write, event: EventId, id: uuid::Uuid) -> Result<bool, DbErr> {
    let text = "UPDATE event_attachments SET event_id = NULL WHERE event_id = ? AND id = ?";
    Ok(run(tx, text, vec![event.into(), id.into()]).await? == 1)
}

/// What has no event and came in before `before`.
pub async fn list_left_over(conn: &impl Conn, before: Instant, most: i64) -> Result<Vec<Attachment>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM event_attachments WHERE event_id IS NULL AND created_at < ? ORDER BY created_at LIMIT ?"
    );
    all(conn, &text, vec![before.into(), most.into()]).await
}

pub async fn delete(tx: &Write, id: uuid::Uuid) -> Result<(), DbErr> {
    let text = "DELETE FROM event_attachments WHERE id = ? AND event_id IS NULL";
    run(tx, text, vec![id.into()]).await.map(|_| ())
}

pub async fn list_of_account(conn: &impl Conn, account: AccountId) -> Result<Vec<Attachment>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM event_attachments WHERE account_id = ? ORDER BY created_at, id LIMIT 100000"
    );
    all(conn, &text, vec![account.into()]).await
}

/// What somebody brought stays with its event, without their name.
pub async fn forget(tx: &Write, account: AccountId) -> Result<(), DbErr> {
    let text = "UPDATE event_attachments SET account_id = NULL WHERE account_id = ?";
    run(tx, text, vec![account.into()]).await.map(|_| ())
}
