//! Coming in: signing in and out, registering, "I forgot my password".

use super::{Pairs, hidden_layout, kept, user_agent};
use crate::accounts::model::safe_next;
use crate::accounts::register::{self, Entered};
use crate::accounts::{links, sessions, settings, sign_in as service};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use http::HeaderMap;
use serde::Deserialize;
use tessera_core::Role;
use tessera_web::body::{Form as Body, Query};
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::words::key;
use tessera_web::{Cx, Error, flash};

#[derive(Deserialize)]
pub(super) struct Next {
    #[serde(default)]
    next: String,
}

#[derive(Template)]
#[template(path = "accounts/pages/sign_in.html")]
struct SignInPage {
    layout: Layout,
    form: Form,
    may_register: bool,
}

fn sign_in_form(cx: &Cx, form: Form) -> SignInPage {
    let layout = hidden_layout(cx, cx.words().t("chrome-sign-in"));
    SignInPage { layout, form, may_register: register::is_open(cx) }
}

pub(super) async fn sign_in_page(cx: Cx, Query(query): Query<Next>) -> Result<Response, Error> {
    if cx.actor.signed_in().is_some() {
        return Ok(Redirect::to(safe_next(&query.next)).into_response());
    }
    show(&sign_in_form(&cx, Form::new().with("next", query.next)))
}

pub(super) async fn sign_in(cx: Cx, headers: HeaderMap, Body(pairs): Body<Pairs>) -> Result<Response, Error> {
    let mut form = kept(pairs);
    let welcome = match service::check(&cx, form.value("email"), form.value("password")).await {
        Ok(welcome) => welcome,
        Err(e) => {
            let refusal = cx.refuse_form(&mut form, e)?;
            return show_refused(&sign_in_form(&cx, form), &refusal);
        }
    };
    let token = service::begin_session(&cx, welcome.account.id, user_agent(&headers)).await?;
    Ok(sessions::with_session(&cx.app, &token, safe_next(form.value("next"))))
}

pub(super) async fn sign_out(cx: Cx) -> Result<Response, Error> {
    if settings::this_session(&cx).is_some() {
        settings::sign_out(&cx).await?;
    }
    let response = flash::redirect("/", key("accounts-flash-signed-out"));
    Ok(sessions::without_session(&cx.app, response))
}

#[derive(Template)]
#[template(path = "accounts/pages/register.html")]
struct RegisterPage {
    layout: Layout,
    form: Form,
    is_open: bool,
    roles: Vec<Choice>,
}

fn register_form(cx: &Cx, form: Form) -> RegisterPage {
    let words = cx.words();
    let title = words.t1("accounts-register-title", ("community", &cx.community.name));
    let described = [
        (Role::Member, key("role-member"), key("accounts-role-member-hint")),
        (Role::Staff, key("role-staff"), key("accounts-role-staff-hint")),
        (Role::Promoter, key("role-promoter"), key("accounts-role-promoter-hint")),
        (Role::Organiser, key("role-organiser"), key("accounts-role-organiser-hint")),
    ];
    let may_be = cx.community.newcomers_may_be;
    let open = described.into_iter().filter(|(role, ..)| *role == Role::Member || may_be.has(*role));
    let roles =
        open.map(|(role, name, hint)| Choice::new(role.code(), words.t(name)).hint(words.t(hint))).collect();
    RegisterPage { layout: hidden_layout(cx, title), form, is_open: register::is_open(cx), roles }
}

pub(super) async fn register_page(cx: Cx) -> Result<Response, Error> {
    if cx.actor.signed_in().is_some() {
        return Ok(Redirect::to("/").into_response());
    }
    show(&register_form(&cx, Form::new().with("role", Role::Member.code())))
}

pub(super) async fn register(cx: Cx, Body(pairs): Body<Pairs>) -> Result<Response, Error> {
    let mut form = kept(pairs);
    let entered = Entered {
        email: form.value("email").to_owned(),
        password: form.value("password").to_owned(),
        name: Some(form.value("name").to_owned()),
        role: form.value("role").parse().ok(),
        timezone: None,
        locale: Some(cx.locale),
    };
    match register::over_page(&cx, &entered).await {
        Ok(()) => sent(&cx, key("accounts-sent-register"), form.value("email").trim()),
        Err(e) => {
            let refusal = cx.refuse_form(&mut form, e)?;
            show_refused(&register_form(&cx, form), &refusal)
        }
    }
}

#[derive(Template)]
#[template(path = "accounts/pages/forgot.html")]
struct ForgotPage {
    layout: Layout,
    form: Form,
}

fn forgot_form(cx: &Cx, form: Form) -> ForgotPage {
    ForgotPage { layout: hidden_layout(cx, cx.words().t("accounts-forgot-title")), form }
}

pub(super) async fn forgot_page(cx: Cx) -> Result<Response, Error> {
    let email = cx.actor.signed_in().map(|s| s.email.clone()).unwrap_or_default();
    show(&forgot_form(&cx, Form::new().with("email", email)))
}

pub(super) async fn forgot(cx: Cx, Body(pairs): Body<Pairs>) -> Result<Response, Error> {
    let mut form = kept(pairs);
    match links::forgot(&cx, form.value("email")).await {
        Ok(()) => sent(&cx, key("accounts-sent-forgot"), form.value("email").trim()),
        Err(e) => {
            let refusal = cx.refuse_form(&mut form, e)?;
            show_refused(&forgot_form(&cx, form), &refusal)
        }
    }
}

#[derive(Template)]
#[template(path = "accounts/pages/sent.html")]
struct SentPage {
    layout: Layout,
    text: String,
}

/// The page that says a mail is on its way, the same whether it is or not.
pub(super) fn sent(cx: &Cx, text: &'static str, email: &str) -> Result<Response, Error> {
    let words = cx.words();
    let layout = hidden_layout(cx, words.t("accounts-sent-title"));
    show(&SentPage { layout, text: words.t1(text, ("email", email)) })
}
