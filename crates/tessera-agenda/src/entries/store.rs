//! The SQL of this slice: the filters that members keep, and who organises in a community.

use super::presets::Preset;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::ids::{AccountId, CalendarFilterId, CommunityId};
use tessera_platform::db::{Conn, Write, sql};

const COLUMNS: &str = "id, name, name_key, query, slot, community_id, created_at";

fn read(row: &QueryResult) -> Result<Preset, DbErr> {
    Ok(Preset {
        id: row.try_get_by_index(0)?,
        name: row.try_get_by_index(1)?,
        name_key: row.try_get_by_index(2)?,
        query: row.try_get_by_index(3)?,
        slot: row.try_get_by_index(4)?,
        community_id: row.try_get_by_index(5)?,
        created_at: row.try_get_by_index(6)?,
    })
}

async fn all(conn: &impl Conn, text: &str, values: Vec<Value>) -> Result<Vec<Preset>, DbErr> {
    conn.query_all_raw(sql(conn, text, values)).await?.iter().map(read).collect()
}

/// A member's, by name. There are never more than there are places.
pub async fn list(
    conn: &impl Conn,
    community: CommunityId,
    account: AccountId,
) -> Result<Vec<Preset>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM calendar_filters WHERE community_id = ? AND account_id = ? ORDER BY name_key LIMIT 50"
    );
    all(conn, &text, vec![community.into(), account.into()]).await
}

/// False: the name or the place is taken.
pub async fn insert(tx: &Write, account: AccountId, preset: &Preset) -> Result<bool, DbErr> {
    let text = "INSERT INTO calendar_filters (id, community_id, account_id, slot, name, name_key, query, created_at) \
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    let values: Vec<Value> = vec![
        preset.id.into(),
        preset.community_id.into(),
        account.into(),
        preset.slot.into(),
        preset.name.clone().into(),
        preset.name_key.clone().into(),
        preset.query.clone().into(),
        preset.created_at.into(),
    ];
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected() == 1)
}

/// False: there was none.
pub async fn delete(
    tx: &Write,
    community: CommunityId,
    account: AccountId,
    id: CalendarFilterId,
) -> Result<bool, DbErr> {
    let text = "DELETE FROM calendar_filters WHERE id = ? AND community_id = ? AND account_id = ?";
    let values = vec![id.into(), community.into(), account.into()];
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected() == 1)
}

/// All of an account's, in whatever communities, a piece after `after`.
pub async fn list_of_account(
    conn: &impl Conn,
    account: AccountId,
    after: CalendarFilterId,
    limit: i64,
) -> Result<Vec<Preset>, DbErr> {
    let text =
        format!("SELECT {COLUMNS} FROM calendar_filters WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?");
    all(conn, &text, vec![account.into(), after.into(), limit.into()]).await
}

pub async fn delete_of_account(tx: &Write, account: AccountId) -> Result<(), DbErr> {
    let text = "DELETE FROM calendar_filters WHERE account_id = ?";
    tx.execute_raw(sql(tx, text, vec![account.into()])).await.map(|_| ())
}

/// Members who organise, by name.
pub async fn list_organisers(
    conn: &impl Conn,
    community: CommunityId,
    limit: i64,
) -> Result<Vec<(AccountId, String)>, DbErr> {
    let text = "SELECT a.id, a.name FROM memberships m JOIN accounts a ON a.id = m.account_id \
                WHERE m.community_id = ? AND m.state = 'active' \
                AND (' ' || m.roles || ' ' LIKE '% organiser %' OR ' ' || m.roles || ' ' LIKE '% admin %') \
                ORDER BY a.name_key, a.id LIMIT ?";
    let rows = conn.query_all_raw(sql(conn, text, vec![community.into(), limit.into()])).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}
