//! One number per community that rises with every change of what its readers may see, in the transaction of the
//! change. A cache keeps the number it was filled at; a request reads the number once and uses nothing older.
//! So a cache never needs to be told: processes that share the database see the same number.

use super::{Db, Write, sql};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::BTreeSet;
use tessera_core::ids::CommunityId;

/// The row for the server as a whole.
pub const SERVER: CommunityId = CommunityId(uuid::Uuid::nil());

/// The numbers a request starts from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Epoch {
    pub server: i64,
    pub community: i64,
}

impl Db {
    /// Reads both numbers in one statement. A community that nothing has touched yet counts from 0.
    pub async fn epoch(&self, community: CommunityId) -> Result<Epoch, DbErr> {
        let read = self.read();
        let q = sql(
            &read,
            "SELECT community_id, value FROM epochs WHERE community_id IN (?, ?)",
            vec![SERVER.into(), community.into()],
        );
        let mut epoch = Epoch::default();
        for row in read.query_all_raw(q).await? {
            let value = row.try_get_by_index::<i64>(1)?;
            if row.try_get_by_index::<CommunityId>(0)? == SERVER {
                epoch.server = value;
            } else {
                epoch.community = value;
            }
        }
        Ok(epoch)
    }
}

pub(super) async fn bump(tx: &Write, touched: &BTreeSet<CommunityId>) -> Result<(), DbErr> {
    for community in touched {
        let q = sql(
            tx,
            "INSERT INTO epochs (community_id, value) VALUES (?, 1) \
             ON CONFLICT (community_id) DO UPDATE SET value = epochs.value + 1",
            vec![(*community).into()],
        );
        tx.execute_raw(q).await?;
    }
    Ok(())
}
