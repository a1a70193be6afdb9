//! What events keep of a person, given out and forgotten.
//!
//! Whoever is forgotten leaves their coming events to the admins of the community; what is past stays without a
//! name; drafts, which nobody else saw, go.

use super::store;
use futures::future::BoxFuture;
use tessera_core::ids::AccountId;
use tessera_platform::db::Write;
use tessera_web::App;
use tessera_web::slice::Privacy;

pub const HOOKS: Privacy = Privacy { export, erase };

fn export(app: App, account: AccountId) -> BoxFuture<'static, anyhow::Result<serde_json::Value>> {
    Box::pin(async move {
        let read = app.db.read();
        let events = store::list_of_account(&read, account).await?;
        let events: Vec<_> = events
            .iter()
            .map(|e| {
                serde_json::json!({
                    "id": e.id, "community_id": e.community_id, "title": e.title, "kind": e.kind,
                    "state": e.state, "status": e.status, "visibility": e.visibility,
                    "description": e.description.source, "starts_at": e.starts_at, "ends_at": e.ends_at,
                    "timezone": e.when.zone().map(|z| z.name()), "location": e.location,
                    "details": e.details, "created_at": e.created_at, "updated_at": e.updated_at,
                })
            })
            .collect();
        let co = store::list_co_organised(&read, account).await?;
        let pictures = store::list_images_of(&read, account).await?;
        Ok(serde_json::json!({ "organised": events, "co_organised": co, "pictures": pictures }))
    })
}

fn erase<'a>(app: &'a App, tx: &'a Write, account: AccountId) -> BoxFuture<'a, anyhow::Result<()>> {
    Box::pin(async move {
        for community in store::forget_organiser(tx, account, app.now()).await? {
            tx.touch(community);
        }
        Ok(())
    })
}
