//! Who shows a credential; beginning and ending sessions.

use super::model::{self, SESSION_IDLE, SESSION_LIFE, USE_NOTED_EVERY};
use super::store::{self, Shown};
use crate::communities::memberships::State;
use axum::response::{IntoResponse, Redirect, Response};
use futures::future::BoxFuture;
use http::HeaderValue;
use http::header::SET_COOKIE;
use sea_orm::DbErr;
use tessera_core::ids::{AccountId, CommunityId, SessionId};
use tessera_core::{Instant, Locale};
use tessera_platform::db::Write;
use tessera_platform::tokens::{self, Token};
use tessera_web::App;
use tessera_web::cx::{Credential, Identified, Membership, SignedIn, Via};
use tessera_web::establish::SESSION_COOKIE;

/// What tokens of sessions and of the API begin with.
pub(super) const SESSION_PREFIX: &str = "ses";
pub(super) const TOKEN_PREFIX: &str = "tok";

/// Who shows `credential` to `community`; what the page kit asks at every request.
pub fn identify(
    app: App,
    community: CommunityId,
    credential: Credential,
) -> BoxFuture<'static, anyhow::Result<Identified>> {
    Box::pin(async move {
        match credential {
            Credential::Cookie(token) => identify_session(&app, community, &token).await,
            Credential::Bearer(token) => identify_token(&app, community, &token).await,
        }
    })
}

async fn identify_session(app: &App, community: CommunityId, token: &str) -> anyhow::Result<Identified> {
    let found = store::find_shown_session(&app.db.read(), community, &tokens::hash(token)).await?;
    let now = app.now();
    let alive = |s: &Shown| {
        s.expires_at.is_some_and(|t| t > now) && s.last_used_at.is_some_and(|t| t.plus(SESSION_IDLE) > now)
    };
    let Some((id, shown)) = found.filter(|(_, s)| alive(s)) else { return Ok(Identified::Unknown) };
    if is_worth_noting(shown.last_used_at, now) {
        let tx = app.db.write().await?;
        store::update_session_used(&tx, id, now).await?;
        tx.commit().await?;
    }
    Ok(signed_in(shown, Via::Session(id)))
}

async fn identify_token(app: &App, community: CommunityId, token: &str) -> anyhow::Result<Identified> {
    let now = app.now();
    let found = store::find_shown_token(&app.db.read(), &tokens::hash(token)).await?;
    let alive = |s: &Shown| s.expires_at.is_none_or(|t| t > now);
    let Some((id, scopes, shown)) = found.filter(|(_, _, s)| alive(s)) else {
        return Ok(Identified::Unknown);
    };
    if shown.community_id != community {
        return Ok(Identified::WrongCommunity);
    }
    if is_worth_noting(shown.last_used_at, now) {
        let tx = app.db.write().await?;
        store::update_token_used(&tx, id, now).await?;
        tx.commit().await?;
    }
    Ok(signed_in(shown, Via::Token { id, scopes }))
}

fn is_worth_noting(last: Option<Instant>, now: Instant) -> bool {
    last.is_none_or(|t| t.plus(USE_NOTED_EVERY) < now)
}

fn signed_in(shown: Shown, via: Via) -> Identified {
    let membership = match shown.membership {
        None => None,
        Some((id, roles, state)) if State::from_code(&state) == State::Active => {
            Some(Membership { id, roles })
        }
        Some(_) => return Identified::Suspended,
    };
    let account = shown.account;
    Identified::As(SignedIn {
        account_id: account.id,
        name: account.name,
        email_verified: account.email_verified_at.is_some(),
        email: account.email,
        operator: account.operator,
        locale: account.locale,
        timezone: account.timezone,
        membership,
        via,
    })
}

/// Keeps a member's choice of language.
pub fn keep_locale(app: App, account: AccountId, locale: Locale) -> BoxFuture<'static, anyhow::Result<()>> {
    Box::pin(async move {
        let tx = app.db.write().await?;
        store::update_locale(&tx, account, locale).await?;
        Ok(tx.commit().await?)
    })
}

/// Begins a session in `community` for whoever sits at a browser that calls itself `user_agent`. The answer goes
/// into the cookie, see [`with_session`].
pub async fn begin(
    tx: &Write,
    app: &App,
    account: AccountId,
    community: CommunityId,
    user_agent: &str,
) -> Result<Token, DbErr> {
    let token = Token::random(SESSION_PREFIX);
    let now = app.now();
    let session = store::NewSession {
        id: app.new_id::<SessionId>(),
        account,
        community,
        token_hash: token.hash(),
        device: &model::device(user_agent),
        now,
        expires_at: now.plus(SESSION_LIFE),
    };
    store::insert_session(tx, session).await?;
    Ok(token)
}

/// Goes on to `next` with the session in the cookie.
pub fn with_session(app: &App, token: &Token, next: &str) -> Response {
    set_session(app, token, Redirect::to(next).into_response())
}

/// The same answer, with the session in the cookie.
pub(super) fn set_session(app: &App, token: &Token, response: Response) -> Response {
    let cookie = format!(
        "{SESSION_COOKIE}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={}{}",
        token.reveal(),
        SESSION_LIFE.as_secs(),
        secure(app)
    );
    with_cookie(response, &cookie)
}

/// The same answer, taking the session away from the browser.
pub(super) fn without_session(app: &App, response: Response) -> Response {
    let cookie = format!("{SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{}", secure(app));
    with_cookie(response, &cookie)
}

fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(SET_COOKIE, value);
    }
    response
}

fn secure(app: &App) -> &'static str {
    if app.config.http.base_url.is_https() { "; Secure" } else { "" }
}
