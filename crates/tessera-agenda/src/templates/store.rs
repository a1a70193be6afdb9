//! The SQL of templates.

use super::model::Template;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::ids::{AccountId, CommunityId, EventId};
use tessera_core::{Instant, Role};
use tessera_platform::db::{Conn, Write, sql};

const COLUMNS: &str = "id, community_id, name, items, version, created_at, updated_at";

fn template(row: &QueryResult) -> Result<Template, DbErr> {
    let items: String = row.try_get_by_index(3)?;
    Ok(Template {
        id: row.try_get_by_index(0)?,
        community_id: row.try_get_by_index(1)?,
        name: row.try_get_by_index(2)?,
        items: serde_json::from_str(&items)
            .map_err(|e| DbErr::Type(format!("task_templates has items that do not parse: {e}")))?,
        version: row.try_get_by_index(4)?,
        created_at: row.try_get_by_index(5)?,
        updated_at: row.try_get_by_index(6)?,
    })
}

fn items_of(t: &Template) -> Result<String, DbErr> {
    serde_json::to_string(&t.items).map_err(|e| DbErr::Type(e.to_string()))
}

async fn run(tx: &Write, text: &str, values: Vec<Value>) -> Result<u64, DbErr> {
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected())
}

/// All of a community, by name.
pub async fn list(conn: &impl Conn, community: CommunityId) -> Result<Vec<Template>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM task_templates WHERE community_id = ? ORDER BY name_key, id LIMIT 200"
    );
    let rows = conn.query_all_raw(sql(conn, &text, vec![community.into()])).await?;
    rows.iter().map(template).collect()
}

pub async fn find(
    conn: &impl Conn,
    community: CommunityId,
    id: uuid::Uuid,
) -> Result<Option<Template>, DbErr> {
    let text = format!("SELECT {COLUMNS} FROM task_templates WHERE community_id = ? AND id = ?");
    let row = conn.query_one_raw(sql(conn, &text, vec![community.into(), id.into()])).await?;
    row.as_ref().map(template).transpose()
}

pub async fn insert(tx: &Write, t: &Template) -> Result<(), DbErr> {
    let text = "INSERT INTO task_templates (id, community_id, name, name_key, items, version, created_at, updated_at) \
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    let values = vec![
        t.id.into(),
        t.community_id.into(),
        t.name.clone().into(),
        t.name_key().into(),
        items_of(t)?.into(),
        t.version.into(),
        t.created_at.into(),
        t.updated_at.into(),
    ];
    run(tx, text, values).await.map(|_| ())
}

/// Writes it over the row of version `expected`. False: somebody was faster.
pub async fn update(tx: &Write, t: &Template, expected: i64) -> Result<bool, DbErr> {
    let text = "UPDATE task_templates SET name = ?, name_key = ?, items = ?, version = ?, updated_at = ? \
                WHERE community_id = ? AND id = ? AND version = ?";
    let values = vec![
        t.name.clone().into(),
        t.name_key().into(),
        items_of(t)?.into(),
        t.version.into(),
        t.updated_at.into(),
        t.community_id.into(),
        t.id.into(),
        expected.into(),
    ];
    Ok(run(tx, text, values).await? == 1)
}

pub async fn delete(tx: &Write, community: CommunityId, id: uuid::Uuid) -> Result<bool, DbErr> {
    let text = "DELETE FROM task_templates WHERE community_id = ? AND id = ?";
    Ok(run(tx, text, vec![community.into(), id.into()]).await? == 1)
}

/// Whose use of a template it is, and under which name.
#[derive(Clone, Debug)]
pub struct Run<'a> {
    pub community: CommunityId,
    pub account: AccountId,
    pub once: &'a str,
}

/// Notes a use. False: it was done before.
pub async fn insert_run(tx: &Write, of: &Run<'_>, tasks: &[EventId], now: Instant) -> Result<bool, DbErr> {
    let text = "INSERT INTO task_template_runs (community_id, account_id, once, tasks, created_at) VALUES (?, ?, ?, ?, ?) \
                ON CONFLICT (community_id, account_id, once) DO NOTHING";
    let tasks = serde_json::to_string(tasks).map_err(|e| DbErr::Type(e.to_string()))?;
    let values = vec![of.community.into(), of.account.into(), of.once.into(), tasks.into(), now.into()];
    Ok(run(tx, text, values).await? == 1)
}

/// The tasks that an earlier use made.
pub async fn find_run(conn: &impl Conn, of: &Run<'_>) -> Result<Option<Vec<EventId>>, DbErr> {
    let text = "SELECT tasks FROM task_template_runs WHERE community_id = ? AND account_id = ? AND once = ?";
    let values = vec![of.community.into(), of.account.into(), of.once.into()];
    let Some(row) = conn.query_one_raw(sql(conn, text, values)).await? else { return Ok(None) };
    let tasks: String = row.try_get_by_index(0)?;
    serde_json::from_str(&tasks).map(Some).map_err(|e| DbErr::Type(e.to_string()))
}

/// Drops notes of uses that nobody repeats any more.
pub async fn delete_runs(tx: &Write, before: Instant) -> Result<(), DbErr> {
    run(tx, "DELETE FROM task_template_runs WHERE created_at < ?", vec![before.into()]).await.map(|_| ())
}

pub async fn forget(tx: &Write, account: AccountId) -> Result<(), DbErr> {
    run(tx, "DELETE FROM task_template_runs WHERE account_id = ?", vec![account.into()]).await.map(|_| ())
}

/// Active members with one of these roles, who joined first first: at most `most` of each role.
pub async fn list_with_role(
    conn: &impl Conn,
    community: CommunityId,
    role: Role,
    most: i64,
) -> Result<Vec<AccountId>, DbErr> {
    let text = "SELECT account_id FROM memberships WHERE community_id = ? AND state = 'active' \
                AND ' ' || roles || ' ' LIKE ? ORDER BY joined_at, id LIMIT ?";
    let values = vec![community.into(), format!("% {} %", role.code()).into(), most.into()];
    let rows = conn.query_all_raw(sql(conn, text, values)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}
