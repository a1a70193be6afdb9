//! Name, language, time zone and address of the reader.

use super::enter::sent;
use super::{OfMe, Pairs, hidden_layout, kept, of_me};
use crate::accounts::model::Account;
use crate::accounts::settings;
use askama::Template;
use axum::response::Response;
use tessera_core::Locale;
use tessera_web::body::Form as Body;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::ui::{Choice, Form};
use tessera_web::words::key;
use tessera_web::{Cx, Error, flash};

#[derive(Template)]
#[template(path = "accounts/pages/profile.html")]
struct ProfilePage {
    layout: Layout,
    of_me: Vec<OfMe>,
    profile: Form,
    address: Form,
    languages: Vec<Choice>,
    email: String,
    is_verified: bool,
    has_password: bool,
    zone: String,
}

fn build(cx: &Cx, account: &Account, profile: Form, address: Form) -> ProfilePage {
    let words = cx.words();
    let mut languages = vec![Choice::new("", words.t("accounts-language-auto"))];
    languages.extend(Locale::ALL.map(|l| Choice::new(l.code(), l.own_name())));
    ProfilePage {
        layout: hidden_layout(cx, words.t("accounts-me-profile")),
        of_me: of_me(cx),
        profile,
        address,
        languages,
        email: account.email.clone(),
        is_verified: account.email_verified_at.is_some(),
        has_password: account.password_hash.is_some(),
        zone: cx.community.timezone.clone(),
    }
}

fn of(account: &Account) -> Form {
    Form::new()
        .with("name", &account.name)
        .with("locale", account.locale.map(Locale::code).unwrap_or_default())
        .with("timezone", account.timezone.as_deref().unwrap_or_default())
}

pub(super) async fn page(cx: Cx) -> Result<Response, Error> {
    let account = settings::own(&cx).await?;
    show(&build(&cx, &account, of(&account), Form::new()))
}

pub(super) async fn save(cx: Cx, Body(pairs): Body<Pairs>) -> Result<Response, Error> {
    let mut form = kept(pairs);
    let locale = Locale::from_tag(form.value("locale"));
    match settings::change_profile(&cx, form.value("name"), locale, form.value("timezone")).await {
        Ok(_) => Ok(flash::redirect("/me", key("accounts-flash-profile-saved"))),
        Err(e) => {
            let refusal = cx.refuse_form(&mut form, e)?;
            let account = settings::own(&cx).await?;
            show_refused(&build(&cx, &account, form, Form::new()), &refusal)
        }
    }
}

pub(super) async fn change_email(cx: Cx, Body(pairs): Body<Pairs>) -> Result<Response, Error> {
    let mut form = kept(pairs);
    match settings::ask_for_email(&cx, form.value("email"), form.value("password")).await {
        Ok(()) => sent(&cx, key("accounts-sent-change-email"), form.value("email").trim()),
        Err(e) => {
            let refusal = cx.refuse_form(&mut form, e)?;
            let account = settings::own(&cx).await?;
            show_refused(&build(&cx, &account, of(&account), form), &refusal)
        }
    }
}
