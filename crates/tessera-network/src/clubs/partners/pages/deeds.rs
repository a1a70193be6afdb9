//! What the buttons of the partners' pages do.

use super::list::Confirmed;
use super::{LIST, path, sentence};
use crate::clubs::partners::model::OVERLAP_DAYS;
use crate::clubs::partners::service::{self, By};
use crate::clubs::partners::trial::{self, Outcome};
use askama::Template;
use axum::response::Response;
use http::HeaderValue;
use http::header::CACHE_CONTROL;
use serde::Deserialize;
use tessera_core::ids::PartnerId;
use tessera_web::body::{Form as Posted, Path};
use tessera_web::confirm::{self, Question};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::Icon;
use tessera_web::words::{Words, key};

/// `POST /manage/partners/{id}/approve`: says first what it means.
pub async fn post_approve(
    cx: Cx,
    Path(id): Path<PartnerId>,
    Posted(posted): Posted<Confirmed>,
) -> Result<Response, Error> {
    let partner = service::find(By::of(&cx), id).await?;
    if posted.confirmed != "yes" {
        let words = cx.words();
        let what = if partner.share_our_events {
            words.t1("partners-approve-what-sharing", ("name", partner.name.as_str()))
        } else {
            words.t1("partners-approve-what", ("name", partner.name.as_str()))
        };
        let question = Question {
            title: words.t1("partners-approve-title", ("name", partner.name.as_str())),
            what,
            button: words.t("partners-approve").to_owned(),
            action: format!("{}/approve", path(id)),
            back: path(id),
            kept: vec![],
        };
        return confirm::ask(&cx, question);
    }
    service::approve(By::of(&cx), id).await?;
    Ok(flash::redirect(&path(id), key("partners-flash-approved")))
}

/// Whether it is to be active.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Active {
    is_active: String,
}

/// `POST /manage/partners/{id}/active`
pub async fn post_active(
    cx: Cx,
    Path(id): Path<PartnerId>,
    Posted(posted): Posted<Active>,
) -> Result<Response, Error> {
    let is_active = posted.is_active == "yes";
    service::set_active(By::of(&cx), id, is_active).await?;
    let done = if is_active { key("partners-flash-activated") } else { key("partners-flash-deactivated") };
    Ok(flash::redirect(LIST, done))
}

/// `POST /manage/partners/{id}/sync`
pub async fn post_sync(cx: Cx, Path(id): Path<PartnerId>) -> Result<Response, Error> {
    service::sync(By::of(&cx), id).await?;
    Ok(flash::redirect(LIST, key("partners-flash-syncing")))
}

struct StepLine {
    class: &'static str,
    icon: Icon,
    label: String,
    outcome: String,
}

#[derive(Template)]
#[template(path = "partners/pages/tested.html")]
struct TestedPage {
    layout: Layout,
    name: String,
    path: String,
    is_good: bool,
    result: String,
    steps: Vec<StepLine>,
}

/// `POST /manage/partners/{id}/test`
pub async fn post_test(cx: Cx, Path(id): Path<PartnerId>) -> Result<Response, Error> {
    let tried = trial::test(By::of(&cx), id).await?;
    let words = cx.words();
    let result = match (tried.trouble, tried.events) {
        (Some(trouble), _) => sentence(&words, trouble),
        (None, Some(count)) => {
            words.t1("partners-test-good-events", ("count", i64::try_from(count).unwrap_or(i64::MAX)))
        }
        (None, None) => words.t("partners-test-good").to_owned(),
    };
    let page = TestedPage {
        layout: cx.manage_layout(words.t("partners-test-title")),
        name: tried.partner.name.clone(),
        path: path(id),
        is_good: tried.trouble.is_none(),
        result,
        steps: tried.steps().into_iter().map(|(step, outcome)| step_line(&words, step, outcome)).collect(),
    };
    show(&page)
}

fn step_line(words: &Words, step: &str, outcome: Outcome) -> StepLine {
    let label = match step {
        "keys" => key("partners-step-keys"),
        "address" => key("partners-step-address"),
        "name" => key("partners-step-name"),
        "connection" => key("partners-step-connection"),
        "tls" => key("partners-step-tls"),
        "answer" => key("partners-step-answer"),
        "clock" => key("partners-step-clock"),
        "signature" => key("partners-step-signature"),
        _ => key("partners-step-events"),
    };
    let (class, icon, outcome) = match outcome {
        Outcome::Passed => ("good", Icon::Check, key("partners-outcome-passed")),
        Outcome::Failed => ("bad", Icon::Alert, key("partners-outcome-failed")),
        Outcome::NotReached => ("", Icon::Clock, key("partners-outcome-not-reached")),
    };
    StepLine { class, icon, label: words.t(label).to_owned(), outcome: words.t(outcome).to_owned() }
}

/// `POST /manage/partners/{id}/remove`: says first what goes with it.
pub async fn post_remove(
    cx: Cx,
    Path(id): Path<PartnerId>,
    Posted(posted): Posted<Confirmed>,
) -> Result<Response, Error> {
    let by = By::of(&cx);
    let partner = service::find(by, id).await?;
    if posted.confirmed != "yes" {
        let words = cx.words();
        let kept = service::count_kept(by, &partner).await?;
        let counted = |key: &str, n: u64| words.t1(key, ("count", i64::try_from(n).unwrap_or(i64::MAX)));
        let parts = [
            counted("partners-kept-events", kept.events),
            counted("partners-kept-interests", kept.interests),
            counted("partners-kept-comments", kept.comments),
        ];
        let question = Question {
            title: words.t1("partners-remove-title", ("name", partner.name.as_str())),
            what: words.args(
                "partners-remove-what",
                &[("name", partner.name.as_str().into()), ("kept", words.list(&parts).into())],
            ),
            button: words.t("partners-remove").to_owned(),
            action: format!("{}/remove", path(id)),
            back: path(id),
            kept: vec![],
        };
        return confirm::ask(&cx, question);
    }
    service::remove(by, id).await?;
    Ok(flash::redirect(LIST, key("partners-flash-removed")))
}

#[derive(Template)]
#[template(path = "partners/pages/key.html")]
struct KeyPage {
    layout: Layout,
    name: String,
    path: String,
    api_key: String,
    api_secret: String,
}

/// `POST /manage/partners/{id}/generate-key`: both halves, this once.
pub async fn post_generate_key(
    cx: Cx,
    Path(id): Path<PartnerId>,
    Posted(posted): Posted<Confirmed>,
) -> Result<Response, Error> {
    let by = By::of(&cx);
    let partner = service::find(by, id).await?;
    let words = cx.words();
    let replaces = service::list_pairs(by, &partner).await?.iter().any(|pair| pair.ends_at.is_none());
    if replaces && posted.confirmed != "yes" {
        let question = Question {
            title: words.t1("partners-generate-title", ("name", partner.name.as_str())),
            what: words.t1("partners-generate-what", ("days", OVERLAP_DAYS)),
            button: words.t("partners-generate").to_owned(),
            action: format!("{}/generate-key", path(id)),
            back: path(id),
            kept: vec![],
        };
        return confirm::ask(&cx, question);
    }
    let pair = service::generate_key(by, id).await?;
    let title = words.t1("partners-new-key", ("name", partner.name.as_str()));
    let page = KeyPage {
        layout: cx.manage_layout(title),
        name: partner.name,
        path: path(id),
        api_key: pair.api_key.to_string(),
        api_secret: pair.api_secret.expose().to_owned(),
    };
    Ok(unkept(show(&page)?))
}

/// What is shown once is kept nowhere on the way.
pub(super) fn unkept(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Which pair.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Pair {
    pair: String,
    confirmed: String,
}

/// `POST /manage/partners/{id}/revoke-key`
pub async fn post_revoke_key(
    cx: Cx,
    Path(id): Path<PartnerId>,
    Posted(posted): Posted<Pair>,
) -> Result<Response, Error> {
    let pair = posted.pair.parse().map_err(|_| Refusal::not_found())?;
    if posted.confirmed != "yes" {
        let words = cx.words();
        let question = Question {
            title: words.t("partners-revoke").to_owned(),
            what: words.t("partners-revoke-what").to_owned(),
            button: words.t("partners-revoke").to_owned(),
            action: format!("{}/revoke-key", path(id)),
            back: path(id),
            kept: vec![("pair".to_owned(), posted.pair)],
        };
        return confirm::ask(&cx, question);
    }
    service::revoke_key(By::of(&cx), id, pair).await?;
    Ok(flash::redirect(&path(id), key("partners-flash-revoked")))
}
