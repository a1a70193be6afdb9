//! What imports of calendar files need beside the slice's own: the SQL, and telling those who come.

use super::model::Event;
use super::panels::{self, Happening};
use super::rows::{self, COLUMNS};
use super::service;
use super::store::{all, run};
use sea_orm::DbErr;
use sea_orm::sea_query::Value;
use tessera_core::ids::{AccountId, CommunityId, EventId};
use tessera_platform::db::{Conn, Write};
use tessera_web::app::App;
use tessera_web::directory::Community;
use tessera_web::refusal::Error;

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

/// Tells those who come what a newer file changed, as if it had been changed by hand.
pub async fn tell_changed(
    tx: &Write,
    app: &App,
    community: &Community,
    by: AccountId,
    before: &Event,
    after: &Event,
) -> Result<(), Error> {
    let Some(news) = service::news(before, after) else { return Ok(()) };
    panels::tell(tx, Happening { app, community, by: Some(by), news, before, after }).await
}
