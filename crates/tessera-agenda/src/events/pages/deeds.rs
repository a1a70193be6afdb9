//! The buttons of an event's page.

use super::super::access::Deed;
use super::super::deeds;
use super::super::service;
use super::event::people_told;
use super::part::{self, What};
use axum::response::Response;
use serde::Deserialize;
use tessera_core::ids::EventId;
use tessera_web::body::{Form, Path};
use tessera_web::confirm::{Question, ask};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::refusal::Error;

/// What a button that asks first sends the second time; from the page of a series' date, which part is meant.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Confirmed {
    confirmed: String,
    #[serde(flatten)]
    part: part::Chosen,
}

impl Confirmed {
    fn is_so(&self) -> bool {
        self.confirmed == "yes"
    }

    fn is_of_part(&self) -> bool {
        !self.part.occurrence.is_empty()
    }
}

/// Where somebody comes back to from a list of proposals.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct From {
    from: String,
}

impl From {
    fn or(&self, path: String) -> String {
        if self.from == "proposals" { "/manage/proposals".into() } else { path }
    }
}

pub async fn publish(cx: Cx, Path(id): Path<EventId>, Form(from): Form<From>) -> Result<Response, Error> {
    let seen = deeds::publish(&cx, id).await?;
    Ok(flash::redirect(&from.or(seen.path()), "events-flash-published"))
}

pub async fn propose(cx: Cx, Path(id): Path<EventId>) -> Result<Response, Error> {
    let seen = deeds::propose(&cx, id).await?;
    Ok(flash::redirect(&seen.path(), "events-flash-proposed"))
}

pub async fn give_back(cx: Cx, Path(id): Path<EventId>) -> Result<Response, Error> {
    deeds::give_back(&cx, id).await?;
    Ok(flash::redirect("/manage/proposals", "events-flash-given-back"))
}

pub async fn cancel(
    cx: Cx,
    Path(id): Path<EventId>,
    Form(answer): Form<Confirmed>,
) -> Result<Response, Error> {
    if answer.is_of_part() {
        return part::act(&cx, id, What::Cancel, &answer.part).await;
    }
    if !answer.is_so() {
        let seen = service::find(&cx, &cx.app.db.read(), id, None).await?;
        service::allow(&seen, Deed::Edit)?;
        let told = i64::try_from(people_told(&cx, &seen).await?).unwrap_or(i64::MAX);
        let words = cx.words();
        return ask(
            &cx,
            Question {
                title: words.t("events-cancel").to_owned(),
                what: words.t1("events-cancel-question", ("count", told)),
                button: words.t("events-cancel").to_owned(),
                action: format!("{}/cancel", seen.path()),
                kept: vec![],
                back: seen.path(),
            },
        );
    }
    let seen = deeds::cancel(&cx, id).await?;
    Ok(flash::redirect(&seen.path(), "events-flash-cancelled"))
}

pub async fn resume(
    cx: Cx,
    Path(id): Path<EventId>,
    Form(answer): Form<Confirmed>,
) -> Result<Response, Error> {
    if answer.is_of_part() {
        return part::act(&cx, id, What::Resume, &answer.part).await;
    }
    let seen = deeds::resume(&cx, id).await?;
    Ok(flash::redirect(&seen.path(), "events-flash-resumed"))
}

pub async fn delete(
    cx: Cx,
    Path(id): Path<EventId>,
    Form(answer): Form<Confirmed>,
) -> Result<Response, Error> {
    if answer.is_of_part() {
        return part::act(&cx, id, What::Delete, &answer.part).await;
    }
    if !answer.is_so() {
        let seen = service::find(&cx, &cx.app.db.read(), id, None).await?;
        service::allow(&seen, Deed::Own)?;
        let told = if seen.is_published() { people_told(&cx, &seen).await? } else { 0 };
        if told > 0 {
            let words = cx.words();
            let told = i64::try_from(told).unwrap_or(i64::MAX);
            return ask(
                &cx,
                Question {
                    title: words.t("events-delete-title").to_owned(),
                    what: words.t1("events-delete-question", ("count", told)),
                    button: words.t("button-delete").to_owned(),
                    action: format!("{}/delete", seen.path()),
                    kept: vec![],
                    back: seen.path(),
                },
            );
        }
    }
    deeds::delete(&cx, id, None).await?;
    Ok(flash::redirect_with_undo("/me/events", "events-flash-deleted", &format!("/events/{id}/restore")))
}

pub async fn restore(cx: Cx, Path(id): Path<EventId>) -> Result<Response, Error> {
    let seen = deeds::restore(&cx, id).await?;
    Ok(flash::redirect(&seen.path(), "events-flash-restored"))
}

pub async fn duplicate(cx: Cx, Path(id): Path<EventId>) -> Result<Response, Error> {
    let seen = deeds::duplicate(&cx, id).await?;
    Ok(flash::redirect(&format!("{}/edit", seen.path()), "events-flash-duplicated"))
}
