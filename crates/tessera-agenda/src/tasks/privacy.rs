//! What the slice keeps of an account, for its owner, and how it is forgotten.

use super::store;
use futures::future::BoxFuture;
use serde_json::{Value, json};
use tessera_core::ids::AccountId;
use tessera_platform::db::Write;
use tessera_web::App;
use tessera_web::slice::Privacy;

pub const HOOKS: Privacy = Privacy { export, erase };

fn export(app: App, account: AccountId) -> BoxFuture<'static, anyhow::Result<Value>> {
    Box::pin(async move {
        let found = store::list_of_account(&app.db.read(), account).await?;
        let assigned: Vec<Value> = found
            .iter()
            .map(|(community, event, at)| {
                json!({ "community_id": community, "event_id": event, "assigned_at": at })
            })
            .collect();
        Ok(json!({ "assigned": assigned }))
    })
}

fn erase<'a>(_: &'a App, tx: &'a Write, account: AccountId) -> BoxFuture<'a, anyhow::Result<()>> {
    Box::pin(async move {
        for community in store::forget(tx, account).await? {
            tx.touch(community);
        }
        Ok(())
    })
}
