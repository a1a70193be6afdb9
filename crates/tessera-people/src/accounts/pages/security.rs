//! Password, sessions and tokens of the reader.

use super::{OfMe, Pairs, hidden_layout, kept, of_me};
use crate::accounts::model::ApiToken;
use crate::accounts::settings;
use askama::Template;
use axum::response::Response;
use tessera_core::ids::{ApiTokenId, SessionId};
use tessera_web::body::{Form as Body, Path};
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::ui::{Choice, Form};
use tessera_web::words::key;
use tessera_web::{Cx, Error, Refusal, flash};

#[derive(Template)]
#[template(path = "accounts/pages/security.html")]
struct SecurityPage {
    layout: Layout,
    of_me: Vec<OfMe>,
    password: Form,
    token: Form,
    has_password: bool,
    sessions: Vec<SessionRow>,
    tokens: Vec<TokenRow>,
    scopes: Vec<Choice>,
    lasts: Vec<Choice>,
    /// The secret of a token that was just made.
    made: Option<String>,
}

struct SessionRow {
    id: SessionId,
    device: String,
    used: String,
    is_here: bool,
}

struct TokenRow {
    id: ApiTokenId,
    name: String,
    hint: String,
    scopes: String,
    used: String,
    ends: String,
}

/// What the page shows beyond the data of the account.
#[derive(Default)]
struct Shown {
    password: Form,
    token: Form,
    made: Option<String>,
}

async fn build(cx: &Cx, shown: Shown) -> Result<SecurityPage, Error> {
    let words = cx.words();
    let account = settings::own(cx).await?;
    let here = settings::this_session(cx);
    let sessions = settings::list_sessions(cx).await?.into_iter().map(|s| SessionRow {
        id: s.id,
        is_here: Some(s.id) == here,
        used: words.t1("accounts-session-used", ("when", words.relative(s.last_used_at, cx.now()))),
        device: if s.device.is_empty() { words.t("accounts-session-unknown").to_owned() } else { s.device },
    });
    let tokens = settings::list_tokens(cx).await?.into_iter().map(|t| token_row(cx, t)).collect();
    Ok(SecurityPage {
        layout: hidden_layout(cx, words.t("accounts-me-security")),
        of_me: of_me(cx),
        password: shown.password,
        token: shown.token,
        has_password: account.password_hash.is_some(),
        sessions: sessions.collect(),
        tokens,
        scopes: settings::scopes(cx).into_iter().map(|s| scope_choice(cx, s)).collect(),
        lasts: lasts(cx),
        made: shown.made,
    })
}

fn token_row(cx: &Cx, token: ApiToken) -> TokenRow {
    let words = cx.words();
    let when = |t| words.relative(t, cx.now());
    TokenRow {
        id: token.id,
        name: if token.name.is_empty() { words.t("accounts-token-sign-in").to_owned() } else { token.name },
        hint: token.hint,
        scopes: match token.scopes {
            Some(scopes) => words.list(&scopes),
            None => words.t("accounts-token-everything").to_owned(),
        },
        used: match token.last_used_at {
            Some(t) => words.t1("accounts-session-used", ("when", when(t))),
            None => words.t("accounts-token-unused").to_owned(),
        },
        ends: match token.expires_at {
            Some(t) => words.t1("accounts-token-ends", ("when", when(t))),
            None => String::new(),
        },
    }
}

fn scope_choice(cx: &Cx, scope: &'static str) -> Choice {
    let words = cx.words();
    let choice = Choice::new(scope, scope);
    match scope.rsplit_once(':') {
        Some((_, "read")) => choice.hint(words.t("accounts-token-scope-read")),
        Some((_, "write")) => choice.hint(words.t("accounts-token-scope-write")),
        _ => choice,
    }
}

fn lasts(cx: &Cx) -> Vec<Choice> {
    let words = cx.words();
    let days = |n: i64| Choice::new(n.to_string(), words.t1("accounts-token-days", ("count", n)));
    vec![days(30), days(90), days(365), Choice::new("", words.t("accounts-token-forever"))]
}

pub(super) async fn page(cx: Cx) -> Result<Response, Error> {
    let token = Form::new().with("expires_in_days", "90");
    show(&build(&cx, Shown { token, ..Shown::default() }).await?)
}

pub(super) async fn change_password(cx: Cx, Body(pairs): Body<Pairs>) -> Result<Response, Error> {
    let mut form = kept(pairs);
    match settings::change_password(&cx, form.value("current_password"), form.value("new_password")).await {
        Ok(()) => Ok(flash::redirect("/me/security", key("accounts-flash-password-changed"))),
        Err(e) => {
            let refusal = cx.refuse_form(&mut form, e)?;
            refused(&cx, &refusal, Shown { password: form, ..Shown::default() }).await
        }
    }
}

async fn refused(cx: &Cx, refusal: &Refusal, shown: Shown) -> Result<Response, Error> {
    show_refused(&build(cx, shown).await?, refusal)
}

pub(super) async fn end_session(cx: Cx, Path(id): Path<SessionId>) -> Result<Response, Error> {
    settings::end_session(&cx, id).await?;
    Ok(flash::redirect("/me/security", key("accounts-flash-session-ended")))
}

pub(super) async fn end_other_sessions(cx: Cx) -> Result<Response, Error> {
    settings::end_other_sessions(&cx).await?;
    Ok(flash::redirect("/me/security", key("accounts-flash-session-ended")))
}

pub(super) async fn make_token(cx: Cx, Body(pairs): Body<Pairs>) -> Result<Response, Error> {
    let mut form = kept(pairs);
    let days = match form.value("expires_in_days") {
        "" => None,
        // What is no number is out of range.
        text => Some(text.parse().unwrap_or(0)),
    };
    match settings::make_token(&cx, form.value("name"), form.values("scopes"), days).await {
        Ok((_, token)) => {
            let made = Some(token.reveal().to_owned());
            show(&build(&cx, Shown { made, ..Shown::default() }).await?)
        }
        Err(e) => {
            let refusal = cx.refuse_form(&mut form, e)?;
            refused(&cx, &refusal, Shown { token: form, ..Shown::default() }).await
        }
    }
}

pub(super) async fn revoke_token(cx: Cx, Path(id): Path<ApiTokenId>) -> Result<Response, Error> {
    settings::revoke_token(&cx, id).await?;
    Ok(flash::redirect("/me/security", key("accounts-flash-token-revoked")))
}
