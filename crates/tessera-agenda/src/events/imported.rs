//! The SQL that imports of calendar files need beside the slice's own.

use super::model::Event;
use super::rows::{self, COLUMNS};
use super::store::{all, run};
use sea_orm::DbErr;
use sea_orm::sea_query::Value;
use tessera_core::ids::{CommunityId, EventId};
use tessera_platform::db::{Conn, Write};

/// Everything of these UIDs, dates that override a series and deleted ones too, in one statement.
pub async fn list_by_uids(
    conn: &impl Conn,
    community: CommunityId,
    uids: &[&str],
) -> Result<Vec<Event>, DbErr> {
    if uids.is_empty() {
        return Ok(Vec::new());
    }
    let marks = vec!["?"; uids.len()].join(", ");
    let text = format!("SELECT {COLUMNS} FROM events e WHERE e.community_id = ? AND e.uid IN ({marks})");
    let mut values: Vec<Value> = vec![community.into()];
    values.extend(uids.iter().map(|uid| Value::from(*uid)));
    all(conn, &text, values, rows::event).await
}

/// Gives dates that came before their series to it.
pub async fn adopt_overrides(
    tx: &Write,
    community: CommunityId,
    uid: &str,
    series: EventId,
) -> Result<(), DbErr> {
    let text = "UPDATE events SET series_id = ? WHERE community_id = ? AND uid = ? AND recurrence_id <> '' AND series_id IS NULL";
    run(tx, text, vec![series.into(), community.into(), uid.into()]).await.map(|_| ())
}
