//! What is kept of an account, for itself; and gone when it is erased.

use super::store;
use futures::future::BoxFuture;
use serde_json::{Value, json};
use tessera_core::ids::AccountId;
use tessera_platform::db::Write;
use tessera_web::App;
use tessera_web::slice::Privacy;

pub const HOOKS: Privacy = Privacy { export, erase };
const A_PAGE: u64 = 1_000;

fn export(app: App, account: AccountId) -> BoxFuture<'static, anyhow::Result<Value>> {
    Box::pin(async move {
        let read = app.db.read();
        let (mut notices, mut after) = (Vec::new(), None);
        loop {
            let page = store::list_of_account(&read, account, after, A_PAGE).await?;
            after = page.last().map(|(_, row)| row.id);
            let is_last = u64::try_from(page.len()).unwrap_or(0) < A_PAGE;
            notices.extend(page.into_iter().map(|(community, row)| {
                let about: Value = serde_json::from_str(&row.payload).unwrap_or_default();
                json!({
                    "community_id": community, "kind": row.kind, "about": about,
                    "created_at": row.created_at, "read_at": row.read_at,
                })
            }));
            if is_last {
                break;
            }
        }
        let choices = store::list_choices_of_account(&read, account).await?;
        let choices: Vec<Value> = choices
            .into_iter()
            .map(|(community, preference, channel, choice)| {
                json!({"community_id": community, "preference": preference, "channel": channel, "choice": choice})
            })
            .collect();
        Ok(json!({"notices": notices, "preferences": choices}))
    })
}

fn erase<'a>(_: &'a App, tx: &'a Write, account: AccountId) -> BoxFuture<'a, anyhow::Result<()>> {
    Box::pin(async move {
        store::forget(tx, account).await?;
        // Open pages of theirs end.
        tx.tell(crate::account_topic(account));
        Ok(())
    })
}
