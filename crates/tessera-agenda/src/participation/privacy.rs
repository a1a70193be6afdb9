//! What the slice keeps of an account, for its owner, and how it is forgotten.

use super::model::count;
use super::store;
use anyhow::Result;
use futures::future::BoxFuture;
use serde_json::{Value, json};
use tessera_core::ids::AccountId;
use tessera_platform::db::Write;
use tessera_web::app::App;
use tessera_web::slice::Privacy;

const BATCH: u64 = 500;

pub const PRIVACY: Privacy = Privacy { export, erase };

fn export(app: App, account: AccountId) -> BoxFuture<'static, Result<Value>> {
    Box::pin(async move {
        let (read, mut all, mut after) = (app.db.read(), Vec::new(), None);
        loop {
            let rows = store::list_of_account(&read, account, after, BATCH).await?;
            after = rows.last().map(|p| p.id);
            all.extend(rows.iter().map(|p| {
                json!({
                    "id": p.id, "community_id": p.community_id, "event_id": p.event_id,
                    "occurrence": p.occurrence, "status": p.answer,
                    "created_at": p.created_at, "updated_at": p.updated_at,
                })
            }));
            if u64::try_from(rows.len()).is_ok_and(|n| n < BATCH) {
                return Ok(json!({ "participations": all }));
            }
        }
    })
}

/// Takes the answers away, and with them their places.
fn erase<'a>(_: &'a App, tx: &'a Write, account: AccountId) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        loop {
            let rows = store::list_of_account(tx, account, None, BATCH).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for p in rows {
                let counts = store::lock_attendance(tx, p.event_id, &p.occurrence).await?;
                let next = count(counts, p.counted(), None, None).unwrap_or(counts);
                store::update_attendance(tx, p.event_id, &p.occurrence, next).await?;
                store::delete(tx, p.community_id, p.id).await?;
                tx.touch(p.community_id);
            }
        }
    })
}
