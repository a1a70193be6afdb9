//! Which part of a series is to be called off, resumed or deleted: asked on a page of its own, from the page of one of
//! its dates.

use super::super::access::Deed;
use super::super::input::EventFields;
use super::super::model::Status;
use super::super::series::{Occurrence, scope};
use super::super::service::{self, Seen};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::ids::EventId;
use tessera_web::body::{Path, Query};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::{Choice, Form};
use tessera_web::words::{Words, Year, capitalised};

/// What is to be done with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Cancel,
    Resume,
    Delete,
}

impl What {
    /// As it stands in the address.
    fn path(self) -> &'static str {
        match self {
            Self::Cancel => "cancel",
            Self::Resume => "resume",
            Self::Delete => "delete",
        }
    }

    fn deed(self) -> Deed {
        if self == Self::Delete { Deed::Own } else { Deed::Edit }
    }

    /// Title, what follows, and what is said afterwards.
    fn keys(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Cancel => ("events-cancel", "events-part-cancel", "events-flash-cancelled"),
            Self::Resume => ("events-resume", "events-part-resume", "events-flash-resumed"),
            Self::Delete => ("events-delete-title", "events-part-delete", "events-flash-part-deleted"),
        }
    }

    /// What is pressed.
    fn button(self) -> &'static str {
        if self == Self::Delete { "button-delete" } else { self.keys().0 }
    }
}

#[derive(Template)]
#[template(path = "events/pages/part.html")]
struct PartPage {
    layout: Layout,
    what: What,
    action: String,
    back: String,
    title: String,
    when: String,
    follows: String,
    button: String,
    choices: Vec<Choice>,
    form: Form,
}

/// Which date it is asked from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct OfDate {
    occurrence: String,
}

/// What the form of that page sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    pub occurrence: String,
    pub scope: String,
}

pub async fn ask_cancel(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(date): Query<OfDate>,
) -> Result<Response, Error> {
    ask(&cx, id, What::Cancel, &date.occurrence).await
}

pub async fn ask_resume(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(date): Query<OfDate>,
) -> Result<Response, Error> {
    ask(&cx, id, What::Resume, &date.occurrence).await
}

pub async fn ask_delete(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(date): Query<OfDate>,
) -> Result<Response, Error> {
    ask(&cx, id, What::Delete, &date.occurrence).await
}

async fn ask(cx: &Cx, id: EventId, what: What, occurrence: &str) -> Result<Response, Error> {
    let seen = find(cx, id, what, occurrence).await?;
    show(&page(cx, &seen, what, Form::new().with("scope", "this")))
}

/// The date that is meant. Only series have one.
async fn find(cx: &Cx, id: EventId, what: What, occurrence: &str) -> Result<Seen, Error> {
    let read = cx.app.db.read();
    let mut seen = service::find(cx, &read, id, None).await?;
    service::allow(&seen, what.deed())?;
    let no_date = || Refusal::new(404, "no_such_date").way_back(format!("/events/{id}"));
    let date = Occurrence::parse(occurrence, &seen.when, &cx.community.zone()).filter(|_| seen.repeats());
    service::turn_to(cx, &read, &mut seen, &date.ok_or_else(no_date)?).await?;
    Ok(seen)
}

fn page(cx: &Cx, seen: &Seen, what: What, form: Form) -> PartPage {
    let words = cx.words();
    let (title, follows, _) = what.keys();
    let mut layout = cx.layout(words.t(title).to_owned());
    layout.meta.is_hidden = true;
    PartPage {
        what,
        action: format!("{}/{}", seen.path(), what.path()),
        back: seen.listed.path(),
        title: seen.title.clone(),
        when: capitalised(&words.span(&seen.when.span(&cx.community.zone()), Year::Shown)),
        follows: words.t(follows).to_owned(),
        button: words.t(what.button()).to_owned(),
        choices: scopes(&words),
        form: form.with("occurrence", seen.listed.date_key()),
        layout,
    }
}

/// This date, this and the following, all.
pub fn scopes(words: &Words) -> Vec<Choice> {
    let choice = |value: &str, key: &'static str| Choice::new(value, words.t(key));
    vec![
        choice("this", "repeat-scope-this"),
        choice("this_and_future", "repeat-scope-following"),
        choice("all", "repeat-scope-all"),
    ]
}

/// Does it to the part that was chosen.
pub async fn act(cx: &Cx, id: EventId, what: What, chosen: &Chosen) -> Result<Response, Error> {
    let asked =
        || scope::Asked { scope: Some(&chosen.scope), occurrence: Some(&chosen.occurrence), if_match: None };
    let status =
        |status: Status| EventFields { status: Some(Some(status.code().into())), ..EventFields::default() };
    let done = match what {
        What::Delete => scope::delete(cx, id, asked()).await,
        What::Cancel => scope::change(cx, id, status(Status::Cancelled), asked()).await.map(|_| ()),
        What::Resume => scope::change(cx, id, status(Status::Scheduled), asked()).await.map(|_| ()),
    };
    if let Err(error) = done {
        let seen = find(cx, id, what, &chosen.occurrence).await?;
        let mut form = Form::new().with("scope", chosen.scope.as_str());
        let refusal = cx.refuse_form(&mut form, error)?;
        return show_refused(&page(cx, &seen, what, form), &refusal);
    }
    let flash = what.keys().2;
    Ok(match (what, chosen.scope.as_str()) {
        (What::Delete, "all") => {
            flash::redirect_with_undo("/me/events", "events-flash-deleted", &format!("/events/{id}/restore"))
        }
        // The date that was asked from is gone.
        (What::Delete, _) => flash::redirect(&format!("/events/{id}"), flash),
        _ => flash::redirect(&format!("/events/{id}?occurrence={}", chosen.occurrence), flash),
    })
}
