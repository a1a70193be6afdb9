//! What goes with a partner: told before, and gone when the partner is removed.

use super::store;
use crate::clubs::partners::{Belongings, Kept};

/// The events of partners, with what hangs on them.
pub const BELONGINGS: Belongings = Belongings {
    events: |app, community| {
        Box::pin(async move { Ok(store::count_by_partner(&app.db.read(), community).await?) })
    },
    count: |app, partner| {
        Box::pin(async move {
            let (events, interests, comments) = store::count_of_partner(&app.db.read(), partner.id).await?;
            Ok(Kept { events, interests, comments })
        })
    },
    erase: |_, tx, partner| {
        Box::pin(async move {
            tx.touch(partner.community_id);
            Ok(store::delete_of_partner(tx, partner.id).await?)
        })
    },
};
