//! What the slice keeps of a person: who added a partner. When they are forgotten the partner stays, without a name.

use super::store;
use anyhow::Result;
use futures::future::BoxFuture;
use serde_json::{Value, json};
use tessera_core::ids::AccountId;
use tessera_platform::db::Write;
use tessera_web::app::App;
use tessera_web::slice::Privacy;

pub const PRIVACY: Privacy = Privacy { export, erase };

fn export(app: App, account: AccountId) -> BoxFuture<'static, Result<Value>> {
    Box::pin(async move {
        let added = store::list_of_account(&app.db.read(), account).await?;
        let list: Vec<Value> = added
            .iter()
            .map(|p| json!({ "id": p.id, "community_id": p.community_id, "name": p.name, "created_at": p.created_at }))
            .collect();
        Ok(json!({ "partners_added": list }))
    })
}

fn erase<'a>(_: &'a App, tx: &'a Write, account: AccountId) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move { Ok(store::forget_account(tx, account).await?) })
}
