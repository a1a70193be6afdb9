//! What the slice keeps of a person: the invitations they sent, and those sent to their address.

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
        let read = app.db.read();
        let Some((email_key, _)) = store::find_person(&read, account).await? else { return Ok(json!({})) };
        let (mut sent, mut received, mut after) = (Vec::new(), Vec::new(), None);
        loop {
            let rows = store::list_of_person(&read, account, &email_key, after, BATCH).await?;
            after = rows.last().map(|i| i.id);
            for i in &rows {
                let is_sender = i.invited_by == account;
                let one = json!({
                    "id": i.id, "community_id": i.community_id, "event_id": i.event_id, "email": i.email,
                    "expires_at": i.expires_at, "used_at": i.used_at, "created_at": i.created_at,
                });
                if is_sender { sent.push(one) } else { received.push(one) }
            }
            if u64::try_from(rows.len()).is_ok_and(|n| n < BATCH) {
                return Ok(json!({ "sent": sent, "received": received }));
            }
        }
    })
}

fn erase<'a>(_: &'a App, tx: &'a Write, account: AccountId) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        if let Some((email_key, _)) = store::find_person(tx, account).await? {
            store::delete_of_person(tx, account, &email_key).await?;
        }
        Ok(())
    })
}
