//! Taking one's data along, and leaving.

use super::{OfMe, Pairs, hidden_layout, kept, of_me};
use crate::accounts::{privacy as service, sessions};
use askama::Template;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use tessera_web::body::Form as Body;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::ui::Form;
use tessera_web::words::key;
use tessera_web::{Cx, Error, flash};

#[derive(Template)]
#[template(path = "accounts/pages/privacy.html")]
struct PrivacyPage {
    layout: Layout,
    of_me: Vec<OfMe>,
    form: Form,
    email: String,
}

fn build(cx: &Cx, form: Form) -> Result<PrivacyPage, Error> {
    let layout = hidden_layout(cx, cx.words().t("accounts-me-privacy"));
    Ok(PrivacyPage { layout, of_me: of_me(cx), form, email: cx.signed_in()?.email.clone() })
}

pub(super) async fn page(cx: Cx) -> Result<Response, Error> {
    show(&build(&cx, Form::new())?)
}

pub(super) async fn export(cx: Cx) -> Result<Response, Error> {
    let json = serde_json::to_string_pretty(&service::export(&cx).await?).map_err(anyhow::Error::from)?;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CONTENT_DISPOSITION, "attachment; filename=\"tessera-account.json\""),
    ];
    Ok((headers, json).into_response())
}

pub(super) async fn erase(cx: Cx, Body(pairs): Body<Pairs>) -> Result<Response, Error> {
    let mut form = kept(pairs);
    match service::erase(&cx, form.value("password")).await {
        Ok(()) => {
            let response = flash::redirect("/", key("accounts-flash-erased"));
            Ok(sessions::without_session(&cx.app, response))
        }
        Err(e) => {
            let refusal = cx.refuse_form(&mut form, e)?;
            show_refused(&build(&cx, form)?, &refusal)
        }
    }
}
