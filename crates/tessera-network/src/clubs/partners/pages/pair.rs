//! The pages of pairing: a link to give away, a link that was given, and the words to compare.

use super::deeds::unkept;
use super::list::Confirmed;
use super::{LIST, path};
use crate::clubs::partners::model::LINK_HOURS;
use crate::clubs::partners::pairing;
use crate::clubs::partners::service::{self, By};
use crate::clubs::partners::trouble::Trouble;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::ids::PartnerId;
use tessera_web::body::{Form as Posted, Path};
use tessera_web::confirm::{self, Question};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::Form;
use tessera_web::words::key;

#[derive(Template)]
#[template(path = "partners/pages/offer.html")]
struct OfferPage {
    layout: Layout,
    name: String,
    path: String,
    link: String,
    text: String,
}

/// `POST /manage/partners/{id}/pair`: makes a link, shown once.
pub async fn post_offer(cx: Cx, Path(id): Path<PartnerId>) -> Result<Response, Error> {
    let by = By::of(&cx);
    let partner = service::find(by, id).await?;
    require_on(&cx)?;
    let link = pairing::offer(by, id).await?;
    let words = cx.words();
    let title = words.t1("partners-offer-title", ("name", partner.name.as_str()));
    let page = OfferPage {
        layout: cx.manage_layout(title),
        name: partner.name,
        path: path(id),
        link,
        text: words.t1("partners-offer-text", ("hours", LINK_HOURS)),
    };
    Ok(unkept(show(&page)?))
}

fn require_on(cx: &Cx) -> Result<(), Error> {
    if cx.app.config.federation.enabled {
        return Ok(());
    }
    Err(Refusal::new(409, "federation_off").way_back(LIST).into())
}

#[derive(Template)]
#[template(path = "partners/pages/accept.html")]
struct AcceptPage {
    layout: Layout,
    form: Form,
}

fn accept_page(cx: &Cx, form: Form) -> AcceptPage {
    AcceptPage { layout: cx.manage_layout(cx.words().t("partners-accept-title")), form }
}

/// `GET /manage/partners/pair`
pub async fn show_accept(cx: Cx) -> Result<Response, Error> {
    show(&accept_page(&cx, Form::new()))
}

/// A link that was given to us.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Link {
    link: String,
}

/// `POST /manage/partners/pair`: goes to the other server, and on to the words.
pub async fn post_accept(cx: Cx, Posted(posted): Posted<Link>) -> Result<Response, Error> {
    require_on(&cx)?;
    match pairing::accept(By::of(&cx), &posted.link).await {
        Ok(partner) => Ok(flash::redirect(&path(partner.id), key("partners-flash-paired"))),
        Err(error) => {
            // What was typed is kept: a link whose server did not answer still works.
            let mut form = Form::new().with("link", &posted.link);
            let trouble = trouble_of(&error);
            let refusal = match (error, trouble) {
                (Error::Refused(refusal), Some(trouble)) => {
                    form.refuse_whole(super::sentence(&cx.words(), trouble));
                    *refusal
                }
                (error, _) => cx.refuse_form(&mut form, error)?,
            };
            show_refused(&accept_page(&cx, form), &refusal)
        }
    }
}

fn trouble_of(error: &Error) -> Option<Trouble> {
    let Error::Refused(refusal) = error else { return None };
    let code = refusal.args.iter().find(|(name, _)| *name == "trouble")?;
    Trouble::parse(&code.1)
}

/// The words that were on the page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Words {
    words: String,
}

/// `POST /manage/partners/{id}/words`: they are the same on both sides.
pub async fn post_words(
    cx: Cx,
    Path(id): Path<PartnerId>,
    Posted(posted): Posted<Words>,
) -> Result<Response, Error> {
    pairing::confirm(By::of(&cx), id, &posted.words).await?;
    Ok(flash::redirect(&path(id), key("partners-flash-words")))
}

/// `POST /manage/partners/{id}/unpair`
pub async fn post_unpair(
    cx: Cx,
    Path(id): Path<PartnerId>,
    Posted(posted): Posted<Confirmed>,
) -> Result<Response, Error> {
    service::find(By::of(&cx), id).await?;
    if posted.confirmed != "yes" {
        let words = cx.words();
        let question = Question {
            title: words.t("partners-unpair").to_owned(),
            what: words.t("partners-unpair-what").to_owned(),
            button: words.t("partners-unpair").to_owned(),
            action: format!("{}/unpair", path(id)),
            back: path(id),
            kept: vec![],
        };
        return confirm::ask(&cx, question);
    }
    pairing::undo(By::of(&cx), id).await?;
    Ok(flash::redirect(&path(id), key("partners-flash-unpaired")))
}

#[derive(Template)]
#[template(path = "partners/pages/landing.html")]
struct LandingPage {
    layout: Layout,
}

/// `GET /federation/pair/{code}`: what to do with a link, for whoever opens it in a browser. Its secret stands behind the
/// `#` and is not sent here.
pub async fn show_landing(cx: Cx, Path(_code): Path<String>) -> Result<Response, Error> {
    if !cx.app.config.federation.enabled {
        return Err(Refusal::not_found().into());
    }
    let mut layout = cx.layout(cx.words().t("partners-landing-title"));
    layout.meta.is_hidden = true;
    show(&LandingPage { layout })
}
