//! What the slice keeps of a person: interests and comments. With the account both are gone, and the counts that
//! partners were told of change with them.

use super::comments::topic;
use super::store::{self, comments, interests, reports};
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
        let read = app.db.read();
        let interests: Vec<Value> = interests::list_of_account(&read, account)
            .await?
            .into_iter()
            .map(|i| {
                json!({
                    "community_id": i.community, "external_event_id": i.event, "event_name": i.event_name,
                    "interest_level": i.level, "created_at": i.created_at, "updated_at": i.updated_at,
                })
            })
            .collect();
        let comments: Vec<Value> = comments::list_of_account(&read, account)
            .await?
            .into_iter()
            .map(|(community, event_name, c)| {
                json!({
                    "id": c.id, "community_id": community, "external_event_id": c.event, "event_name": event_name,
                    "content": c.content, "is_deleted": c.is_deleted, "created_at": c.created_at,
                    "updated_at": c.updated_at,
                })
            })
            .collect();
        Ok(json!({ "interests": interests, "comments": comments }))
    })
}

fn erase<'a>(app: &'a App, tx: &'a Write, account: AccountId) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        for (community, event) in interests::list_events_of_account(tx, account).await? {
            let Some(event) = store::lock(tx, community, event).await? else { continue };
            interests::delete(tx, event.id, account).await?;
            interests::recount(tx, event.id).await?;
            reports::mark(tx, event.partner_id, event.id, app.now()).await?;
            tx.touch(community);
        }
        for (community, event) in comments::erase_account(tx, account).await? {
            tx.touch(community);
            tx.tell(topic(event));
        }
        Ok(())
    })
}
