//! What people change about their own account: name, language, zone, address, password; sessions and tokens.

use super::mails::{self, Notice};
use super::model::{self, Account, ApiToken, MOST_TOKEN_NAME_CHARS, MOST_TOKENS, Purpose, Session};
use super::sessions::TOKEN_PREFIX;
use super::{links, register, sign_in, store};
use jiff::SignedDuration;
use tessera_core::Locale;
use tessera_core::ids::{ApiTokenId, SessionId};
use tessera_platform::passwords::NewPassword;
use tessera_platform::tokens::Token;
use tessera_web::cx::Via;
use tessera_web::{Cx, Error, FieldError, Refusal};

/// The reader's own account.
pub async fn own(cx: &Cx) -> Result<Account, Error> {
    let id = cx.signed_in()?.account_id;
    let found = store::find_account(&cx.app.db.read(), id).await?;
    found.ok_or_else(|| Refusal::new(401, "unauthenticated").into())
}

/// Sets name, language and zone. Language and zone may be none: then the browser and the community decide.
pub async fn change_profile(
    cx: &Cx,
    name: &str,
    locale: Option<Locale>,
    timezone: &str,
) -> Result<Account, Error> {
    let account = own(cx).await?;
    let name = model::parse_name(name);
    let timezone = model::parse_timezone(timezone);
    let (name, timezone) = match (name, timezone) {
        (Ok(name), Ok(timezone)) => (name, timezone),
        (name, timezone) => {
            let wrong = [name.err(), timezone.err()].into_iter().flatten().collect();
            return Err(Refusal::invalid(wrong).into());
        }
    };
    let tx = cx.app.db.write().await?;
    store::update_profile(&tx, account.id, &name, locale, timezone.as_deref()).await?;
    // Names stand on pages that visitors see too.
    if name != account.name {
        tx.touch_server();
    }
    tx.commit().await?;
    Ok(Account { name, locale, timezone, ..account })
}

/// Sets a new password and signs all other devices out. An account without a password chooses its first one.
pub async fn change_password(cx: &Cx, current: &str, new: &str) -> Result<(), Error> {
    let account = own(cx).await?;
    if account.password_hash.is_some() {
        confirm(cx, &account, "current_password", current).await?;
    }
    let about = [account.email.as_str(), account.name.as_str(), cx.community.name.as_str()];
    let new = NewPassword::parse(new, &about)
        .map_err(|e| Refusal::invalid(vec![model::unfit_password("new_password", e)]))?;
    let hash = cx.app.passwords.hash(&new).await.map_err(anyhow::Error::from)?;
    let tx = cx.app.db.write().await?;
    store::update_password(&tx, account.id, &hash).await?;
    store::delete_sign_ins(&tx, account.id, this_session(cx)).await?;
    store::delete_links(&tx, account.id, Purpose::Reset).await?;
    let notice = Notice::plain(cx.community_id(), &account);
    mails::post(&tx, &cx.app, mails::PASSWORD_CHANGED, &account, &notice).await?;
    links::record(&tx, cx, account.id, "account.change_password").await?;
    tx.commit().await?;
    Ok(())
}

/// Sends a link to the new address; pressing it makes the change. Says nothing about who has that address.
pub async fn ask_for_email(cx: &Cx, email: &str, password: &str) -> Result<(), Error> {
    let account = own(cx).await?;
    let email = register::parse_email(email).map_err(|e| Refusal::invalid(vec![e]))?;
    confirm(cx, &account, "password", password).await?;
    let tx = cx.app.db.write().await?;
    links::take_mail(&tx, cx, email.as_str()).await?;
    match store::find_account_by_email(&tx, &email.key()).await? {
        Some(owner) if owner.id != account.id => {
            let notice = Notice::plain(cx.community_id(), &owner);
            mails::post(&tx, &cx.app, mails::EXISTS, &owner, &notice).await?;
        }
        _ => {
            let community = cx.community_id();
            links::send(&tx, &cx.app, community, &account, Purpose::ChangeEmail, email.as_str()).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// The right password, or an error at the field it was asked in.
pub(super) async fn confirm(
    cx: &Cx,
    account: &Account,
    field: &'static str,
    password: &str,
) -> Result<(), Error> {
    match sign_in::confirm_password(cx, account, password).await {
        Err(Error::Refused(r)) if r.code == "wrong_password" => {
            Err(Refusal::invalid(vec![FieldError::new(field, "wrong_password")]).into())
        }
        other => other,
    }
}

/// The session of this very request.
pub fn this_session(cx: &Cx) -> Option<SessionId> {
    match cx.actor.signed_in().map(|s| &s.via) {
        Some(Via::Session(id)) => Some(*id),
        _ => None,
    }
}

/// Where the account is signed in.
pub async fn list_sessions(cx: &Cx) -> Result<Vec<Session>, Error> {
    let account = cx.signed_in()?.account_id;
    Ok(store::list_sessions(&cx.app.db.read(), account, cx.now()).await?)
}

/// Ends one of the reader's sessions.
pub async fn end_session(cx: &Cx, id: SessionId) -> Result<(), Error> {
    let account = cx.signed_in()?.account_id;
    let tx = cx.app.db.write().await?;
    if !store::delete_session(&tx, account, id).await? {
        return Err(Refusal::not_found().into());
    }
    tx.commit().await?;
    Ok(())
}

/// Ends all of the reader's sessions but this one, and their sign-ins over the API.
pub async fn end_other_sessions(cx: &Cx) -> Result<(), Error> {
    let account = cx.signed_in()?.account_id;
    let tx = cx.app.db.write().await?;
    store::delete_sign_ins(&tx, account, this_session(cx)).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends what this request was made with.
pub async fn sign_out(cx: &Cx) -> Result<(), Error> {
    let signed_in = cx.signed_in()?;
    let tx = cx.app.db.write().await?;
    match &signed_in.via {
        Via::Session(id) => store::delete_session(&tx, signed_in.account_id, *id).await?,
        Via::Token { id, .. } => {
            store::delete_token(&tx, signed_in.account_id, cx.community_id(), *id).await?
        }
    };
    tx.commit().await?;
    Ok(())
}

/// Every scope a token may have.
pub fn scopes(cx: &Cx) -> Vec<&'static str> {
    let mut scopes: Vec<&str> = cx.app.slices.iter().flat_map(|s| s.scopes).copied().collect();
    scopes.sort_unstable();
    scopes.dedup();
    scopes
}

pub async fn list_tokens(cx: &Cx) -> Result<Vec<ApiToken>, Error> {
    let account = cx.signed_in()?.account_id;
    Ok(store::list_tokens(&cx.app.db.read(), account, cx.community_id(), cx.now()).await?)
}

/// Makes a token for this community with the scopes that were chosen. Its secret is told this once.
pub async fn make_token(
    cx: &Cx,
    name: &str,
    chosen: &[String],
    days: Option<i64>,
) -> Result<(ApiToken, Token), Error> {
    let account = cx.signed_in()?.account_id;
    let (name, scopes) = accept_token(cx, name, chosen, days)?;
    let (now, token) = (cx.now(), Token::random(TOKEN_PREFIX));
    let expires_at = days.map(|d| now.plus(SignedDuration::from_hours(24 * d)));
    let id: ApiTokenId = cx.app.new_id();
    let tx = cx.app.db.write().await?;
    if store::count_tokens(&tx, account, cx.community_id()).await? >= MOST_TOKENS {
        return Err(Refusal::new(409, "too_many_tokens").with("max", MOST_TOKENS).into());
    }
    let new = store::NewToken {
        id,
        account,
        community: cx.community_id(),
        name: &name,
        token_hash: token.hash(),
        hint: token.hint(),
        scopes: Some(&scopes),
        now,
        expires_at,
    };
    store::insert_token(&tx, new).await?;
    links::record(&tx, cx, account, "account.make_token").await?;
    tx.commit().await?;
    let made = ApiToken {
        id,
        community_id: cx.community_id(),
        name,
        hint: token.hint(),
        scopes: Some(scopes),
        created_at: now,
        last_used_at: None,
        expires_at,
    };
    Ok((made, token))
}

const MOST_TOKEN_DAYS: i64 = 3650;

fn accept_token(
    cx: &Cx,
    name: &str,
    chosen: &[String],
    days: Option<i64>,
) -> Result<(String, Vec<String>), Error> {
    let known = scopes(cx);
    let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut wrong = Vec::new();
    if name.is_empty() {
        wrong.push(FieldError::new("name", "required"));
    } else if name.chars().count() > MOST_TOKEN_NAME_CHARS {
        wrong.push(FieldError::new("name", "too_long").with("max", MOST_TOKEN_NAME_CHARS));
    }
    if chosen.is_empty() {
        wrong.push(FieldError::new("scopes", "required"));
    } else if chosen.iter().any(|c| !known.contains(&c.as_str())) {
        wrong.push(FieldError::new("scopes", "bad_choice"));
    }
    if days.is_some_and(|d| !(1..=MOST_TOKEN_DAYS).contains(&d)) {
        wrong.push(
            FieldError::new("expires_in_days", "out_of_range").with("min", 1).with("max", MOST_TOKEN_DAYS),
        );
    }
    if !wrong.is_empty() {
        return Err(Refusal::invalid(wrong).into());
    }
    let mut scopes = chosen.to_vec();
    scopes.sort_unstable();
    scopes.dedup();
    Ok((name, scopes))
}

pub async fn revoke_token(cx: &Cx, id: ApiTokenId) -> Result<(), Error> {
    let account = cx.signed_in()?.account_id;
    let tx = cx.app.db.write().await?;
    if !store::delete_token(&tx, account, cx.community_id(), id).await? {
        return Err(Refusal::not_found().into());
    }
    links::record(&tx, cx, account, "account.revoke_token").await?;
    tx.commit().await?;
    Ok(())
}
