//! The panel of a task's page: how far it has come, who is to do it, and the buttons for both.

use crate::events::access::Deed;
use crate::events::panels::Place;
use crate::events::{EventOfTask, Kind, Panel, Seen, Status};
use crate::tasks::service;
use askama::Template;
use axum::response::Response;
use futures::future::BoxFuture;
use serde::Deserialize;
use tessera_core::ids::EventId;
use tessera_web::body::{Form as Posted, Path};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::{Brand, Layout};
use tessera_web::refusal::Error;
use tessera_web::ui::Icon;
use tessera_web::words::{Words, key};

pub const PANEL: Panel = Panel { place: Place::Side, order: 5, render };

/// A button that says how far the task has come.
struct Step {
    code: &'static str,
    label: String,
    is_now: bool,
}

#[derive(Template)]
#[template(path = "tasks/pages/panel.html")]
struct PanelHtml {
    layout: Layout,
    /// The task's page.
    path: String,
    occurrence: String,
    state: String,
    is_overdue: bool,
    steps: Vec<Step>,
    /// Who is to do it, in one line; empty: nobody yet.
    who: String,
    may_take: bool,
    may_assign: bool,
    is_mine: bool,
    /// The page of the event it was made for; empty: for none.
    for_event: String,
}

const STEPS: [(Status, &str, &str); 3] = [
    (Status::Scheduled, "to_do", key("tasks-to-do")),
    (Status::InProgress, "in_progress", key("tasks-in-progress")),
    (Status::Done, "done", key("tasks-done")),
];

/// How far a task has come, in words.
pub fn state(words: &Words, status: Status) -> String {
    let key = match status {
        Status::InProgress => key("tasks-is-in-progress"),
        Status::Done => key("tasks-is-done"),
        Status::Cancelled => key("tasks-is-cancelled"),
        Status::Scheduled | Status::Postponed | Status::Rescheduled | Status::MovedOnline => {
            key("tasks-is-to-do")
        }
    };
    words.t(key).to_owned()
}

fn render<'a>(cx: &'a Cx, seen: &'a Seen) -> BoxFuture<'a, Result<Option<String>, Error>> {
    Box::pin(async move {
        if seen.kind != Kind::Task {
            return Ok(None);
        }
        let words = cx.words();
        let is_open = !matches!(seen.status, Status::Done | Status::Cancelled);
        let is_member = cx.member().is_ok();
        // Whoever is no member sees how far it has come, and no names.
        let who = if is_member { service::who_does(cx, seen).await? } else { Vec::new() };
        let names: Vec<&str> = who.iter().map(|w| w.name.as_str()).collect();
        let may_progress = seen.may(Deed::Progress) && seen.is_published() && !seen.is_cancelled();
        let mut layout =
            Layout::new(words.clone(), Brand { name: cx.community.name.clone(), hue: cx.community.hue }, "");
        layout.csrf_token = cx.csrf_token();
        let step = |(status, code, label): &(Status, &'static str, &str)| Step {
            code,
            label: words.t(label).to_owned(),
            is_now: seen.status == *status,
        };
        let panel = PanelHtml {
            path: seen.path(),
            occurrence: seen.listed.date_key().to_owned(),
            state: state(&words, seen.status),
            is_overdue: is_open && seen.due_at.unwrap_or(seen.ends_at) < cx.now(),
            steps: if may_progress { STEPS.iter().map(step).collect() } else { Vec::new() },
            may_take: is_member && is_open && seen.is_published() && who.is_empty(),
            who: words.list(&names),
            may_assign: seen.may(Deed::Edit),
            is_mine: seen.relation.assignee,
            for_event: EventOfTask::of(seen).map_or_else(String::new, |of| format!("/events/{}", of.0)),
            layout,
        };
        Ok(Some(panel.render()?))
    })
}

/// A button that was pressed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Pressed {
    status: String,
    occurrence: String,
}

pub async fn post_progress(
    cx: Cx,
    Path(id): Path<EventId>,
    Posted(pressed): Posted<Pressed>,
) -> Result<Response, Error> {
    let date = Some(pressed.occurrence.as_str()).filter(|o| !o.is_empty());
    let seen = service::set_progress(&cx, id, &pressed.status, date, None).await?;
    let to = match date {
        Some(date) => format!("/events/{id}?occurrence={date}"),
        None => seen.listed.path(),
    };
    let said = match seen.status {
        Status::Done => key("tasks-flash-done"),
        Status::InProgress => key("tasks-flash-begun"),
        _ => key("tasks-flash-to-do"),
    };
    Ok(flash::redirect(&to, said))
}

pub async fn post_take(
    cx: Cx,
    Path(id): Path<EventId>,
    Posted(pressed): Posted<Pressed>,
) -> Result<Response, Error> {
    service::take(&cx, id).await?;
    let date = if pressed.occurrence.bytes().all(|b| b.is_ascii_alphanumeric()) {
        pressed.occurrence
    } else {
        String::new()
    };
    let to =
        if date.is_empty() { format!("/events/{id}") } else { format!("/events/{id}?occurrence={date}") };
    Ok(flash::redirect(&to, "tasks-flash-taken"))
}
