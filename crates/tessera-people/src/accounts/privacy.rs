//! Taking one's data along, and being forgotten.
//!
//! What the other slices keep about a person they export and erase themselves, through the hooks they register;
//! accounts names none of them. Erasing is one transaction: all of it or nothing.

use super::model::Account;
use super::{settings, store};
use futures::future::BoxFuture;
use serde_json::{Map, Value, json};
use tessera_core::ids::AccountId;
use tessera_platform::audit::{self, Deed};
use tessera_platform::db::{SERVER, Write};
use tessera_platform::outbox;
use tessera_web::slice::Privacy;
use tessera_web::{App, Cx, Error, Refusal};

/// The hooks of this slice itself.
pub const PRIVACY: Privacy = Privacy { export: export_own, erase: erase_own };

/// Everything that this server keeps about the reader, by slice.
pub async fn export(cx: &Cx) -> Result<Value, Error> {
    let account = settings::own(cx).await?;
    let mut all = Map::new();
    all.insert("exported_at".into(), json!(cx.now()));
    all.insert("server".into(), json!(cx.app.config.http.base_url.to_string()));
    for slice in &cx.app.slices {
        if let Some(privacy) = slice.privacy {
            all.insert(slice.name.into(), (privacy.export)(cx.app.clone(), account.id).await?);
        }
    }
    Ok(Value::Object(all))
}

/// Erases the reader's account on this server, in all its communities, after asking for the password.
pub async fn erase(cx: &Cx, password: &str) -> Result<(), Error> {
    let account = settings::own(cx).await?;
    if account.password_hash.is_none() {
        return Err(Refusal::new(409, "password_needed").way_back("/me/security").into());
    }
    settings::confirm(cx, &account, "password", password).await?;
    refuse_last(cx, &account).await?;
    let tx = cx.app.db.write().await?;
    erase_account(&tx, &cx.app, account.id).await?;
    let deed = Deed {
        community: SERVER,
        actor: Some(account.id),
        action: "account.erase",
        subject: format!("account:{}", account.id),
        details: json!({}),
    };
    audit::record(&tx, cx.app.clock(), deed).await?;
    tx.commit().await?;
    Ok(())
}

/// A server needs somebody who runs it, a community somebody who looks after it.
async fn refuse_last(cx: &Cx, account: &Account) -> Result<(), Error> {
    let read = cx.app.db.read();
    if account.operator && store::count_operators(&read).await? <= 1 {
        return Err(Refusal::new(409, "last_operator").way_back("/me/privacy").into());
    }
    if let Some(name) = store::find_community_led_alone(&read, account.id).await? {
        return Err(Refusal::new(409, "only_admin").with("community", name).way_back("/me/privacy").into());
    }
    Ok(())
}

/// Erases an account in the caller's transaction: every slice's part, those built on others first.
pub async fn erase_account(tx: &Write, app: &App, account: AccountId) -> Result<(), Error> {
    for privacy in app.slices.iter().rev().filter_map(|s| s.privacy) {
        (privacy.erase)(app, tx, account).await?;
    }
    // Names stand on pages that visitors see too.
    tx.touch_server();
    Ok(())
}

fn export_own(app: App, id: AccountId) -> BoxFuture<'static, anyhow::Result<Value>> {
    Box::pin(async move {
        let read = app.db.read();
        let Some(account) = store::find_account(&read, id).await? else { return Ok(Value::Null) };
        let sessions = store::list_sessions(&read, id, app.now()).await?;
        let tokens = store::list_all_tokens(&read, id).await?;
        Ok(json!({
            "id": account.id,
            "email": account.email,
            "email_verified_at": account.email_verified_at,
            "name": account.name,
            "locale": account.locale,
            "timezone": account.timezone,
            "operator": account.operator,
            "created_at": account.created_at,
            "sessions": sessions.iter().map(|s| json!({
                "device": s.device, "created_at": s.created_at, "last_used_at": s.last_used_at,
            })).collect::<Vec<_>>(),
            "api_tokens": tokens.iter().map(|t| json!({
                "community_id": t.community_id, "name": t.name, "hint": t.hint, "scopes": t.scopes,
                "created_at": t.created_at, "last_used_at": t.last_used_at, "expires_at": t.expires_at,
            })).collect::<Vec<_>>(),
        }))
    })
}

fn erase_own<'a>(_: &'a App, tx: &'a Write, id: AccountId) -> BoxFuture<'a, anyhow::Result<()>> {
    Box::pin(async move {
        if let Some(account) = store::find_account(tx, id).await? {
            outbox::forget_recipient(tx, &account.email).await?;
        }
        store::delete_account(tx, id).await?;
        Ok(())
    })
}
