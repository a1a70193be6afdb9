//! Samples leave at once and for good: nobody wants made-up events back.

use sea_orm::{ConnectionTrait, DbErr};
use tessera_core::ids::{CommunityId, EventId};
use tessera_platform::db::{Write, sql};

/// Answers and invitations go with it.
pub async fn delete_event(tx: &Write, community: CommunityId, id: EventId) -> Result<(), DbErr> {
    let q =
        sql(tx, "DELETE FROM events WHERE community_id = ? AND id = ?", vec![community.into(), id.into()]);
    tx.execute_raw(q).await.map(|_| ())
}
