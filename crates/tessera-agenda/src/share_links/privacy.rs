//! What the slice keeps of a person: the links they made. With the account they are gone.

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
        let links = store::list_of_account(&app.db.read(), account).await?;
        let list: Vec<Value> = links
            .iter()
            .map(|l| {
                let kinds: Vec<&str> = l.shows.kinds.iter().map(|k| k.code()).collect();
                json!({
                    "id": l.id, "community_id": l.community_id, "name": l.shows.name, "kinds": kinds,
                    "from": l.shows.from, "to": l.shows.to, "expires_at": l.shows.expires_at,
                    "max_views": l.shows.max_views, "view_count": l.view_count, "last_viewed_at": l.last_viewed_at,
                    "revoked_at": l.revoked_at, "created_at": l.created_at,
                })
            })
            .collect();
        Ok(json!({ "share_links": list }))
    })
}

fn erase<'a>(_: &'a App, tx: &'a Write, account: AccountId) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move { Ok(store::delete_of_account(tx, account).await?) })
}
