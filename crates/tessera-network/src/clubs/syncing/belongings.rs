//! What goes with a partner: the history of fetching from it.

use super::store;
use crate::clubs::partners::{Belongings, Kept};
use std::collections::BTreeMap;

/// Nothing of it is worth counting before it goes.
pub const BELONGINGS: Belongings = Belongings {
    events: |_, _| Box::pin(async { Ok(BTreeMap::new()) }),
    count: |_, _| Box::pin(async { Ok(Kept::default()) }),
    erase: |_, tx, partner| Box::pin(async move { Ok(store::delete_of_partner(tx, partner.id).await?) }),
};
