//! The SQL of categories.

use super::model::Category;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::ids::CommunityId;
use tessera_platform::db::{Conn, Write, sql};

const COLUMNS: &str = "id, community_id, name, colour, image_url, version, created_at, updated_at";

fn category(row: &QueryResult) -> Result<Category, DbErr> {
    Ok(Category {
        id: row.try_get_by_index(0)?,
        community_id: row.try_get_by_index(1)?,
        name: row.try_get_by_index(2)?,
        colour: row.try_get_by_index(3)?,
        image_url: row.try_get_by_index(4)?,
        version: row.try_get_by_index(5)?,
        created_at: row.try_get_by_index(6)?,
        updated_at: row.try_get_by_index(7)?,
    })
}

async fn run(tx: &Write, text: &str, values: Vec<Value>) -> Result<u64, DbErr> {
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected())
}

/// All of a community, by name.
pub async fn list(conn: &impl Conn, community: CommunityId) -> Result<Vec<Category>, DbErr> {
    let text =
        format!("SELECT {COLUMNS} FROM categories WHERE community_id = ? ORDER BY name_key, id LIMIT 200");
    conn.query_all_raw(sql(conn, &text, vec![community.into()])).await?.iter().map(category).collect()
}

pub async fn find(
    conn: &impl Conn,
    community: CommunityId,
    id: uuid::Uuid,
) -> Result<Option<Category>, DbErr> {
    let text = format!("SELECT {COLUMNS} FROM categories WHERE community_id = ? AND id = ?");
    let row = conn.query_one_raw(sql(conn, &text, vec![community.into(), id.into()])).await?;
    row.as_ref().map(category).transpose()
}

pub async fn insert(tx: &Write, c: &Category) -> Result<(), DbErr> {
    let text = "INSERT INTO categories (id, community_id, name, name_key, colour, image_url, version, created_at, updated_at) \
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let values = vec![
        c.id.into(),
        c.community_id.into(),
        c.name.clone().into(),
        c.name_key().into(),
        c.colour.clone().into(),
        c.image_url.clone().into(),
        c.version.into(),
        c.created_at.into(),
        c.updated_at.into(),
    ];
    run(tx, text, values).await.map(|_| ())
}

/// Writes it over the row of version `expected`. False: somebody was faster.
pub async fn update(tx: &Write, c: &Category, expected: i64) -> Result<bool, DbErr> {
    let text = "UPDATE categories SET name = ?, name_key = ?, colour = ?, image_url = ?, version = ?, updated_at = ? \
                WHERE community_id = ? AND id = ? AND version = ?";
    let values = vec![
        c.name.clone().into(),
        c.name_key().into(),
        c.colour.clone().into(),
        c.image_url.clone().into(),
        c.version.into(),
        c.updated_at.into(),
        c.community_id.into(),
        c.id.into(),
        expected.into(),
    ];
    Ok(run(tx, text, values).await? == 1)
}

pub async fn delete(tx: &Write, community: CommunityId, id: uuid::Uuid) -> Result<bool, DbErr> {
    let text = "DELETE FROM categories WHERE community_id = ? AND id = ?";
    Ok(run(tx, text, vec![community.into(), id.into()]).await? == 1)
}
