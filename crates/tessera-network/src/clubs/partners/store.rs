//! The rows of `partners`.

use super::model::Partner;
use sea_orm::{DbErr, QueryResult};
use tessera_core::ids::{CommunityId, PartnerId};
use tessera_platform::db::{Conn, sql};

const COLUMNS: &str = "id, community_id, name, short_code, base_url, logo_url, api_key, api_secret_sealed, is_active, \
                       is_approved, share_our_events, auto_import, last_sync, last_error, created_at, created_by";

fn read(r: &QueryResult) -> Result<Partner, DbErr> {
    Ok(Partner {
        id: r.try_get_by_index(0)?,
        community_id: r.try_get_by_index(1)?,
        name: r.try_get_by_index(2)?,
        short_code: r.try_get_by_index(3)?,
        base_url: r.try_get_by_index(4)?,
        logo_url: r.try_get_by_index(5)?,
        api_key: r.try_get_by_index(6)?,
        api_secret_sealed: r.try_get_by_index(7)?,
        is_active: r.try_get_by_index(8)?,
        is_approved: r.try_get_by_index(9)?,
        share_our_events: r.try_get_by_index(10)?,
        auto_import: r.try_get_by_index(11)?,
        last_sync: r.try_get_by_index(12)?,
        last_error: r.try_get_by_index(13)?,
        created_at: r.try_get_by_index(14)?,
        created_by: r.try_get_by_index(15)?,
    })
}

/// All partners of a community, by name. An admin adds them one by one: they are few.
pub async fn list(conn: &impl Conn, community: CommunityId) -> Result<Vec<Partner>, DbErr> {
    let text = format!("SELECT {COLUMNS} FROM partners WHERE community_id = ? ORDER BY name, id LIMIT 1000");
    conn.query_all_raw(sql(conn, &text, vec![community.into()])).await?.iter().map(read).collect()
}

pub async fn find(conn: &impl Conn, community: CommunityId, id: PartnerId) -> Result<Option<Partner>, DbErr> {
    let text = format!("SELECT {COLUMNS} FROM partners WHERE id = ? AND community_id = ?");
    let row = conn.query_one_raw(sql(conn, &text, vec![id.into(), community.into()])).await?;
    row.as_ref().map(read).transpose()
}

pub async fn find_by_code(
    conn: &impl Conn,
    community: CommunityId,
    short_code: &str,
) -> Result<Option<Partner>, DbErr> {
    let text = format!("SELECT {COLUMNS} FROM partners WHERE community_id = ? AND short_code = ?");
    let row = conn.query_one_raw(sql(conn, &text, vec![community.into(), short_code.into()])).await?;
    row.as_ref().map(read).transpose()
}
