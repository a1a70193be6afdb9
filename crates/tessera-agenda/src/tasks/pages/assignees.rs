//! `/events/{id}/assignees`: who is to do a task, chosen from the members; and giving one's own back.

use crate::events::access::Deed;
use crate::events::{Kind, Organiser, Seen, service as events};
use crate::tasks::service;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::ids::{AccountId, EventId};
use tessera_people::communities::State;
use tessera_people::members::{Filter, list as list_members};
use tessera_web::body::{Form as Posted, Path, Query};
use tessera_web::confirm::{Question, ask};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show as show_page, show_refused};
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::{Form, Icon};

const OFFERED: usize = 20;

#[derive(Template)]
#[template(path = "tasks/pages/assignees.html")]
struct AssigneesPage {
    layout: Layout,
    path: String,
    task_title: String,
    assigned: Vec<Organiser>,
    /// Members to choose from, those who are to do it already left out.
    offered: Vec<Organiser>,
    has_more: bool,
    form: Form,
}

/// Whom somebody looks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sought {
    q: String,
}

async fn find(cx: &Cx, id: EventId) -> Result<Seen, Error> {
    let seen = events::find(cx, &cx.app.db.read(), id, None).await?;
    events::allow(&seen, Deed::Edit)?;
    if seen.kind == Kind::Task { Ok(seen) } else { Err(Refusal::not_found().into()) }
}

async fn page(cx: &Cx, seen: &Seen, form: Form) -> Result<AssigneesPage, Error> {
    let assigned = service::who_does(cx, seen).await?;
    let filter = Filter { q: form.value("q").to_owned(), state: Some(State::Active), ..Filter::default() };
    let most = OFFERED.saturating_add(service::MOST_ASSIGNEES);
    let found = list_members(&cx.app.db.read(), cx.community_id(), &filter, None, most).await?;
    let has_more = found.next.is_some();
    let mut offered: Vec<Organiser> = found
        .members
        .into_iter()
        .filter(|m| !assigned.iter().any(|a| a.id == m.account_id))
        .map(|m| Organiser { id: m.account_id, name: m.name })
        .collect();
    let has_more = has_more || offered.len() > OFFERED;
    offered.truncate(OFFERED);
    let mut layout = cx.layout(cx.words().t("tasks-assignees-title"));
    layout.meta.is_hidden = true;
    Ok(AssigneesPage {
        layout,
        path: seen.path(),
        task_title: seen.title.clone(),
        assigned,
        offered,
        has_more,
        form,
    })
}

pub async fn show(cx: Cx, Path(id): Path<EventId>, Query(sought): Query<Sought>) -> Result<Response, Error> {
    let seen = find(&cx, id).await?;
    show_page(&page(&cx, &seen, Form::new().with("q", sought.q)).await?)
}

/// Whom a button is about.
#[derive(Debug, Deserialize)]
pub struct Chosen {
    account_id: AccountId,
    #[serde(default)]
    q: String,
}

pub async fn add(cx: Cx, Path(id): Path<EventId>, Posted(chosen): Posted<Chosen>) -> Result<Response, Error> {
    match service::add(&cx, id, chosen.account_id).await {
        Ok(_) => Ok(flash::redirect(&format!("/events/{id}/assignees"), "tasks-flash-assigned")),
        Err(Error::Refused(mut refusal)) if !refusal.fields.is_empty() => {
            let seen = find(&cx, id).await?;
            for fault in &mut refusal.fields {
                "q".clone_into(&mut fault.field);
            }
            let mut form = Form::new().with("q", chosen.q);
            let refusal = cx.refuse_form(&mut form, Error::Refused(refusal))?;
            show_refused(&page(&cx, &seen, form).await?, &refusal)
        }
        Err(other) => Err(other),
    }
}

pub async fn remove(
    cx: Cx,
    Path(id): Path<EventId>,
    Posted(chosen): Posted<Chosen>,
) -> Result<Response, Error> {
    service::remove(&cx, id, chosen.account_id).await?;
    Ok(flash::redirect(&format!("/events/{id}/assignees"), "tasks-flash-unassigned"))
}

/// Behind the link of the mail: it changes nothing until the button is pressed.
pub async fn show_leave(cx: Cx, Path(id): Path<EventId>) -> Result<Response, Error> {
    let seen = events::find(&cx, &cx.app.db.read(), id, None).await?;
    if !seen.relation.assignee {
        return Err(Refusal::not_found().into());
    }
    let words = cx.words();
    ask(
        &cx,
        Question {
            title: words.t("tasks-leave").to_owned(),
            what: words.t1("tasks-leave-question", ("task", &seen.title)),
            button: words.t("tasks-leave").to_owned(),
            action: format!("{}/assignees/leave", seen.path()),
            kept: vec![],
            back: seen.path(),
        },
    )
}

pub async fn leave(cx: Cx, Path(id): Path<EventId>) -> Result<Response, Error> {
    let me = cx.member()?.account_id();
    service::remove(&cx, id, me).await?;
    Ok(flash::redirect("/me/tasks", "tasks-flash-left"))
}
