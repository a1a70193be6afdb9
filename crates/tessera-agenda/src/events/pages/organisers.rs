//! `/events/{id}/organisers`: who organises an event together, and handing it over.

use super::super::access::Deed;
use super::super::deeds::{self, Whom};
use super::super::model::Organiser;
use super::super::service::{self, Seen};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::ids::{AccountId, EventId};
use tessera_web::body::{Form as Posted, Path};
use tessera_web::confirm::{Question, ask};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::refusal::Error;
use tessera_web::ui::Form;

#[derive(Template)]
#[template(path = "events/pages/organisers.html")]
struct OrganisersPage {
    layout: Layout,
    path: String,
    event_title: String,
    organiser: Option<Organiser>,
    co_organisers: Vec<Organiser>,
    add: Form,
    hand_over: Form,
    may_own: bool,
    me: Option<AccountId>,
}

impl OrganisersPage {
    fn is_me(&self, organiser: &Organiser) -> bool {
        self.me == Some(organiser.id)
    }
}

async fn page(cx: &Cx, seen: &Seen, add: Form, hand_over: Form) -> Result<OrganisersPage, Error> {
    let words = cx.words();
    let mut layout = cx.layout(words.t("events-organisers-title"));
    layout.meta.is_hidden = true;
    Ok(OrganisersPage {
        layout,
        path: seen.path(),
        event_title: seen.title.clone(),
        organiser: seen.listed.organiser.clone(),
        co_organisers: deeds::list_co_organisers(cx, seen).await?,
        add,
        hand_over,
        may_own: seen.may(Deed::Own),
        me: cx.account_id(),
    })
}

async fn find(cx: &Cx, id: EventId) -> Result<Seen, Error> {
    let seen = service::find(cx, &cx.app.db.read(), id, None).await?;
    service::allow(&seen, Deed::Edit)?;
    Ok(seen)
}

pub async fn show_organisers(cx: Cx, Path(id): Path<EventId>) -> Result<Response, Error> {
    let seen = find(&cx, id).await?;
    show(&page(&cx, &seen, Form::new(), Form::new()).await?)
}

/// An address that was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Named {
    email: String,
    new_organiser: String,
    confirmed: String,
}

pub async fn add(cx: Cx, Path(id): Path<EventId>, Posted(named): Posted<Named>) -> Result<Response, Error> {
    match deeds::add_co_organiser(&cx, id, Whom::Email(named.email.clone())).await {
        Ok(_) => Ok(flash::redirect(&format!("/events/{id}/organisers"), "events-flash-co-organiser-added")),
        Err(error) => {
            let mut form = Form::new().with("email", named.email);
            let refusal = cx.refuse_form(&mut form, error)?;
            let seen = find(&cx, id).await?;
            show_refused(&page(&cx, &seen, form, Form::new()).await?, &refusal)
        }
    }
}

/// Whom a button is about.
#[derive(Debug, Deserialize)]
pub struct Chosen {
    account_id: AccountId,
}

pub async fn remove(
    cx: Cx,
    Path(id): Path<EventId>,
    Posted(chosen): Posted<Chosen>,
) -> Result<Response, Error> {
    deeds::remove_co_organiser(&cx, id, chosen.account_id).await?;
    let to = if cx.account_id() == Some(chosen.account_id) {
        "/me/events".to_owned()
    } else {
        format!("/events/{id}/organisers")
    };
    Ok(flash::redirect(&to, "events-flash-co-organiser-removed"))
}

pub async fn hand_over(
    cx: Cx,
    Path(id): Path<EventId>,
    Posted(named): Posted<Named>,
) -> Result<Response, Error> {
    if named.confirmed != "yes" {
        let seen = find(&cx, id).await?;
        service::allow(&seen, Deed::Own)?;
        let words = cx.words();
        return ask(
            &cx,
            Question {
                title: words.t("events-hand-over").to_owned(),
                what: words.t1("events-hand-over-question", ("email", &named.new_organiser)),
                button: words.t("events-hand-over").to_owned(),
                action: format!("{}/hand-over", seen.path()),
                kept: vec![("new_organiser".into(), named.new_organiser)],
                back: format!("{}/organisers", seen.path()),
            },
        );
    }
    match deeds::hand_over(&cx, id, Whom::Email(named.new_organiser.clone())).await {
        Ok(seen) => Ok(flash::redirect(&seen.path(), "events-flash-handed-over")),
        Err(Error::Refused(mut refusal)) => {
            for fault in &mut refusal.fields {
                "new_organiser".clone_into(&mut fault.field);
            }
            let mut form = Form::new().with("new_organiser", named.new_organiser);
            let refusal = cx.refuse_form(&mut form, Error::Refused(refusal))?;
            let seen = find(&cx, id).await?;
            show_refused(&page(&cx, &seen, Form::new(), form).await?, &refusal)
        }
        Err(fault) => Err(fault),
    }
}
