//! The rows of `external_event_comments`.

use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId, ExternalCommentId, ExternalEventId};
use tessera_platform::db::{Conn, Write, sql};

/// A comment as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    pub id: ExternalCommentId,
    pub event: ExternalEventId,
    pub author: AccountId,
    pub content: String,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub is_deleted: bool,
    pub deleted_by: Option<AccountId>,
}

const COLUMNS: &str =
    "id, external_event_id, account_id, content, created_at, updated_at, is_deleted, deleted_by";

fn read(r: &QueryResult) -> Result<Comment, DbErr> {
    Ok(Comment {
        id: r.try_get_by_index(0)?,
        event: r.try_get_by_index(1)?,
        author: r.try_get_by_index(2)?,
        content: r.try_get_by_index(3)?,
        created_at: r.try_get_by_index(4)?,
        updated_at: r.try_get_by_index(5)?,
        is_deleted: r.try_get_by_index(6)?,
        deleted_by: r.try_get_by_index(7)?,
    })
}

pub async fn insert(tx: &Write, community: CommunityId, comment: &Comment) -> Result<(), DbErr> {
    let text = "INSERT INTO external_event_comments (id, community_id, external_event_id, account_id, content, created_at, \
                updated_at, is_deleted, deleted_by) VALUES (?, ?, ?, ?, ?, ?, ?, FALSE, NULL)";
    let values = vec![
        comment.id.into(),
        community.into(),
        comment.event.into(),
        comment.author.into(),
        comment.content.as_str().into(),
        comment.created_at.into(),
        comment.updated_at.into(),
    ];
    tx.execute_raw(sql(tx, text, values)).await.map(|_| ())
}

/// Those that are not deleted, the newest first, from before `before`.
pub async fn list(
    conn: &impl Conn,
    event: ExternalEventId,
    before: Option<(Instant, ExternalCommentId)>,
    limit: usize,
) -> Result<Vec<Comment>, DbErr> {
    let mut text = format!(
        "SELECT {COLUMNS} FROM external_event_comments WHERE external_event_id = ? AND NOT is_deleted"
    );
    let mut values: Vec<Value> = vec![event.into()];
    if let Some((at, id)) = before {
        text.push_str(" AND (created_at < ? OR (created_at = ? AND id < ?))");
        values.extend([at.into(), at.into(), id.into()]);
    }
    text.push_str(" ORDER BY created_at DESC, id DESC LIMIT ?");
    values.push(i64::try_from(limit).unwrap_or(i64::MAX).into());
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read).collect()
}

pub async fn find(
    conn: &impl Conn,
    event: ExternalEventId,
    id: ExternalCommentId,
) -> Result<Option<Comment>, DbErr> {
    let text =
        format!("SELECT {COLUMNS} FROM external_event_comments WHERE id = ? AND external_event_id = ?");
    let row = conn.query_one_raw(sql(conn, &text, vec![id.into(), event.into()])).await?;
    row.as_ref().map(read).transpose()
}

/// False: it was deleted meanwhile.
pub async fn update(tx: &Write, id: ExternalCommentId, content: &str, now: Instant) -> Result<bool, DbErr> {
    let text =
        "UPDATE external_event_comments SET content = ?, updated_at = ? WHERE id = ? AND NOT is_deleted";
    let values = vec![content.into(), now.into(), id.into()];
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected() == 1)
}

/// False: it was deleted before.
pub async fn delete(tx: &Write, id: ExternalCommentId, by: AccountId, now: Instant) -> Result<bool, DbErr> {
    let text = "UPDATE external_event_comments SET is_deleted = TRUE, deleted_by = ?, updated_at = ? \
                WHERE id = ? AND NOT is_deleted";
    let values = vec![by.into(), now.into(), id.into()];
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected() == 1)
}

/// Takes a deletion back, where its words are still there.
pub async fn restore(tx: &Write, id: ExternalCommentId) -> Result<bool, DbErr> {
    let text = "UPDATE external_event_comments SET is_deleted = FALSE, deleted_by = NULL, updated_at = created_at \
                WHERE id = ? AND is_deleted AND content <> ''";
    Ok(tx.execute_raw(sql(tx, text, vec![id.into()])).await?.rows_affected() == 1)
}

/// Forgets the words of what was deleted before `before`.
pub async fn wipe_deleted(tx: &Write, before: Instant) -> Result<u64, DbErr> {
    let text = "UPDATE external_event_comments SET content = '' WHERE is_deleted AND content <> '' AND updated_at < ?";
    Ok(tx.execute_raw(sql(tx, text, vec![before.into()])).await?.rows_affected())
}

/// All of an account, in every community, with the event's name.
pub async fn list_of_account(
    conn: &impl Conn,
    account: AccountId,
) -> Result<Vec<(CommunityId, String, Comment)>, DbErr> {
    let text = "SELECT c.id, c.external_event_id, c.account_id, c.content, c.created_at, c.updated_at, c.is_deleted, \
                c.deleted_by, c.community_id, e.event_name FROM external_event_comments c \
                JOIN external_events e ON e.id = c.external_event_id WHERE c.account_id = ? ORDER BY c.created_at, c.id";
    let rows = conn.query_all_raw(sql(conn, text, vec![account.into()])).await?;
    rows.iter().map(|r| Ok((r.try_get_by_index(8)?, r.try_get_by_index(9)?, read(r)?))).collect()
}

/// Deletes all that somebody wrote, and their name from what they deleted of others. In which events they wrote.
pub async fn erase_account(
    tx: &Write,
    account: AccountId,
) -> Result<Vec<(CommunityId, ExternalEventId)>, DbErr> {
    let text =
        "DELETE FROM external_event_comments WHERE account_id = ? RETURNING community_id, external_event_id";
    let rows = tx.query_all_raw(sql(tx, text, vec![account.into()])).await?;
    let text = "UPDATE external_event_comments SET deleted_by = NULL WHERE deleted_by = ?";
    tx.execute_raw(sql(tx, text, vec![account.into()])).await?;
    let mut events: Vec<(CommunityId, ExternalEventId)> = rows
        .iter()
        .map(|r| Ok::<_, DbErr>((r.try_get_by_index(0)?, r.try_get_by_index(1)?)))
        .collect::<Result<_, _>>()?;
    events.sort();
    events.dedup();
    Ok(events)
}

/// Some by their ids, those that are there and not deleted.
pub async fn list_of(
    conn: &impl Conn,
    community: CommunityId,
    ids: &[ExternalCommentId],
) -> Result<Vec<Comment>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT {COLUMNS} FROM external_event_comments WHERE community_id = ? AND NOT is_deleted AND id IN ({})",
        super::marks(ids.len())
    );
    let mut values: Vec<Value> = vec![community.into()];
    values.extend(ids.iter().map(|id| Value::from(*id)));
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read).collect()
}
