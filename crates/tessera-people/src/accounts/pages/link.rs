//! The pages behind mailed links: each has one button, and only that uses the link up.

use super::{Pairs, hidden_layout, kept, user_agent};
use crate::accounts::links::{self, Followed};
use crate::accounts::model::{Account, Link, Purpose};
use crate::accounts::sessions;
use askama::Template;
use axum::response::Response;
use http::HeaderMap;
use serde::Deserialize;
use tessera_web::body::{Form as Body, Query};
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::ui::Form;
use tessera_web::words::key;
use tessera_web::{Cx, Error, Refusal, flash};

#[derive(Deserialize)]
pub(super) struct Shown {
    #[serde(default)]
    token: String,
}

#[derive(Template)]
#[template(path = "accounts/pages/link.html")]
struct LinkPage {
    layout: Layout,
    text: String,
    button: String,
    token: String,
}

#[derive(Template)]
#[template(path = "accounts/pages/unverified.html")]
struct UnverifiedPage {
    layout: Layout,
    email: String,
    is_verified: bool,
}

pub(super) async fn verify_page(cx: Cx, Query(shown): Query<Shown>) -> Result<Response, Error> {
    if shown.token.is_empty() {
        let signed_in = cx.signed_in()?;
        let (email, is_verified) = (signed_in.email.clone(), signed_in.email_verified);
        let layout = hidden_layout(&cx, cx.words().t("accounts-verify-title"));
        return show(&UnverifiedPage { layout, email, is_verified });
    }
    let (link, account) = links::look(&cx, &shown.token).await?;
    show(&link_page(&cx, &link, &account, shown.token)?)
}

fn link_page(cx: &Cx, link: &Link, account: &Account, token: String) -> Result<LinkPage, Error> {
    let w = cx.words();
    let all = [
        ("name", account.name.as_str().into()),
        ("email", link.email.as_str().into()),
        ("community", cx.community.name.as_str().into()),
    ];
    let (title, text, button) = match link.purpose {
        Purpose::Verify => {
            (key("accounts-verify-title"), key("accounts-verify-text"), key("accounts-verify-button"))
        }
        Purpose::SignIn => (key("accounts-sign-in-as"), key("accounts-link-text"), key("chrome-sign-in")),
        Purpose::Join => {
            (key("accounts-register-title"), key("accounts-join-text"), key("accounts-join-button"))
        }
        Purpose::ChangeEmail => (
            key("accounts-change-email-title"),
            key("accounts-change-email-text"),
            key("accounts-change-email-title"),
        ),
        Purpose::Reset => return Err(Refusal::not_found().into()),
    };
    let layout = hidden_layout(cx, w.args(title, &all));
    Ok(LinkPage { layout, text: w.args(text, &all), button: w.args(button, &all), token })
}

pub(super) async fn verify(cx: Cx, headers: HeaderMap, Body(shown): Body<Shown>) -> Result<Response, Error> {
    match links::follow(&cx, &shown.token, user_agent(&headers)).await? {
        Followed::SignedIn { session, next } => {
            let response = flash::redirect(next, key("accounts-flash-welcome"));
            Ok(sessions::set_session(&cx.app, &session, response))
        }
        Followed::EmailChanged => Ok(flash::redirect("/me", key("accounts-flash-email-changed"))),
    }
}

pub(super) async fn resend(cx: Cx) -> Result<Response, Error> {
    links::resend_verification(&cx).await?;
    Ok(flash::redirect("/verify", key("accounts-flash-resent")))
}

#[derive(Template)]
#[template(path = "accounts/pages/reset.html")]
struct ResetPage {
    layout: Layout,
    form: Form,
    name: String,
}

fn reset_form(cx: &Cx, form: Form, account: &Account) -> ResetPage {
    let layout = hidden_layout(cx, cx.words().t("accounts-reset-title"));
    ResetPage { layout, form, name: account.name.clone() }
}

pub(super) async fn reset_page(cx: Cx, Query(shown): Query<Shown>) -> Result<Response, Error> {
    let (_, account) = links::look(&cx, &shown.token).await?;
    show(&reset_form(&cx, Form::new().with("token", shown.token), &account))
}

pub(super) async fn reset(cx: Cx, headers: HeaderMap, Body(pairs): Body<Pairs>) -> Result<Response, Error> {
    let mut form = kept(pairs);
    let token = form.value("token").to_owned();
    match links::reset(&cx, &token, form.value("password"), user_agent(&headers)).await {
        Ok(session) => {
            let response = flash::redirect("/", key("accounts-flash-password-changed"));
            Ok(sessions::set_session(&cx.app, &session, response))
        }
        Err(Error::Refused(r)) if r.status == 422 => {
            let (_, account) = links::look(&cx, &token).await?;
            let refusal = cx.refuse_form(&mut form, Error::Refused(r))?;
            show_refused(&reset_form(&cx, form, &account), &refusal)
        }
        Err(e) => Err(e),
    }
}
