//! Reads of the trail and the outbox that their pages need.

use sea_orm::DbErr;
use tessera_core::ids::CommunityId;
use tessera_platform::db::{Conn, sql};

/// How many mails of a community stand in each state.
pub async fn count_mails(
    conn: &impl Conn,
    community: Option<CommunityId>,
) -> Result<Vec<(String, i64)>, DbErr> {
    let q = match community {
        Some(id) => sql(
            conn,
            "SELECT state, COUNT(*) FROM mails WHERE community_id = ? GROUP BY state ORDER BY state",
            vec![id.into()],
        ),
        None => sql(conn, "SELECT state, COUNT(*) FROM mails GROUP BY state ORDER BY state", vec![]),
    };
    let rows = conn.query_all_raw(q).await?;
    rows.iter().map(|r| Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?))).collect()
}
