//! Signing in with a password, on the page and over the API.
//!
//! An account that does not exist costs the same time and the same answer as a wrong password. Tries are counted
//! before the password is looked at, so that many at once do not slip through; a right one is forgiven.

use super::model::{API_SIGN_IN_LIFE, Account, GUESSES_PER_ACCOUNT, GUESSES_PER_ADDRESS, network};
use super::sessions::{self, TOKEN_PREFIX};
use super::store;
use crate::communities::memberships::{self, MembershipRow, State};
use tessera_core::ids::AccountId;
use tessera_platform::db::{Conn, Write};
use tessera_platform::limits::Taken;
use tessera_platform::mail::EmailAddress;
use tessera_platform::passwords::{Checked, NewPassword};
use tessera_platform::tokens::{self, Token};
use tessera_web::{Cx, Error, Refusal};

/// Somebody who gave the right password and may come in.
#[derive(Clone, Debug)]
pub struct Welcome {
    pub account: Account,
    /// None: an operator who is no member here.
    pub membership: Option<MembershipRow>,
}

/// Checks address and password, and whether this community lets its owner in.
pub async fn check(cx: &Cx, email: &str, password: &str) -> Result<Welcome, Error> {
    let key = email_key(email);
    count_try(cx, &key).await?;
    let found = store::find_account_by_email(&cx.app.db.read(), &key).await?;
    let stored = found.as_ref().and_then(|a| a.password_hash.as_deref());
    let checked = cx.app.passwords.check(password, stored).await.map_err(anyhow::Error::from)?;
    let Some(account) = found.filter(|_| checked != Checked::Wrong) else {
        return Err(Refusal::new(401, "bad_credentials").into());
    };
    forgive(cx, &key).await?;
    if checked == Checked::RightButOutdated {
        rehash(cx, account.id, password).await?;
    }
    admit(&cx.app.db.read(), cx, account).await
}

/// Whether this community lets the account in: members who are neither suspended nor banned, and operators.
pub(super) async fn admit(conn: &impl Conn, cx: &Cx, account: Account) -> Result<Welcome, Error> {
    let membership = memberships::find(conn, cx.community_id(), account.id).await?;
    match membership {
        Some(m) if m.state == State::Active => Ok(Welcome { account, membership: Some(m) }),
        Some(m) => {
            let code = if m.state == State::Suspended { "account_suspended" } else { "account_banned" };
            Err(Refusal::new(403, code).with("reason", m.reason.unwrap_or_default()).into())
        }
        None if account.operator => Ok(Welcome { account, membership: None }),
        None => Err(Refusal::new(403, "not_a_member").into()),
    }
}

/// Begins a session for the page.
pub async fn begin_session(cx: &Cx, account: AccountId, user_agent: &str) -> Result<Token, Error> {
    let tx = cx.app.db.write().await?;
    let token = sessions::begin(&tx, &cx.app, account, cx.community_id(), user_agent).await?;
    tx.commit().await?;
    Ok(token)
}

/// Begins a sign-in over the API: a token with every scope.
pub(super) async fn begin_api_sign_in(tx: &Write, cx: &Cx, account: AccountId) -> Result<Token, Error> {
    let token = Token::random(TOKEN_PREFIX);
    let now = cx.now();
    let new = store::NewToken {
        id: cx.app.new_id(),
        account,
        community: cx.community_id(),
        name: "",
        token_hash: token.hash(),
        hint: token.hint(),
        scopes: None,
        now,
        expires_at: Some(now.plus(API_SIGN_IN_LIFE)),
    };
    store::insert_token(tx, new).await?;
    Ok(token)
}

/// What an address is looked up by; what is no address fits no account.
pub(super) fn email_key(text: &str) -> String {
    text.parse::<EmailAddress>().map(|e| e.key()).unwrap_or_default()
}

/// Counts a try for the account and for the address it comes from; refuses when either has none left.
async fn count_try(cx: &Cx, key: &str) -> Result<(), Error> {
    let now = cx.now();
    let tx = cx.app.db.write().await?;
    let of_address = GUESSES_PER_ADDRESS.take(&tx, &network(cx.address), 1, now).await?;
    // No mail addresses in the table of limits.
    let of_account = GUESSES_PER_ACCOUNT.take(&tx, &tokens::hash(key), 1, now).await?;
    tx.commit().await?;
    for taken in [of_address, of_account] {
        if let Taken::Exceeded { retry_after_seconds } = taken {
            return Err(Refusal::too_many(retry_after_seconds).into());
        }
    }
    Ok(())
}

async fn forgive(cx: &Cx, key: &str) -> Result<(), Error> {
    let now = cx.now();
    let tx = cx.app.db.write().await?;
    GUESSES_PER_ADDRESS.take(&tx, &network(cx.address), -1, now).await?;
    GUESSES_PER_ACCOUNT.forgive(&tx, &tokens::hash(key), now).await?;
    tx.commit().await?;
    Ok(())
}

/// Confirms the password of whoever is signed in, for what a session alone may not do. Counted like a sign-in.
pub(super) async fn confirm_password(cx: &Cx, account: &Account, password: &str) -> Result<(), Error> {
    let key = email_key(&account.email);
    count_try(cx, &key).await?;
    let stored = account.password_hash.as_deref();
    let checked = cx.app.passwords.check(password, stored).await.map_err(anyhow::Error::from)?;
    if checked == Checked::Wrong {
        return Err(Refusal::new(403, "wrong_password").into());
    }
    forgive(cx, &key).await
}

async fn rehash(cx: &Cx, account: AccountId, password: &str) -> Result<(), Error> {
    // A password from before a rule was made stricter stays as it was hashed.
    let Ok(password) = NewPassword::parse(password, &[]) else { return Ok(()) };
    let hash = cx.app.passwords.hash(&password).await.map_err(anyhow::Error::from)?;
    let tx = cx.app.db.write().await?;
    store::update_password(&tx, account, &hash).await?;
    tx.commit().await?;
    Ok(())
}
