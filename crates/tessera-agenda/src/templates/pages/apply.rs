//! `/manage/templates/{id}/apply`: the tasks with their days before they are made; and the way there from an event.

use super::assignee_key;
use crate::events::access::{self, Deed};
use crate::events::panels::Place;
use crate::events::{Kind, Panel, Seen, Visibility, service as events};
use crate::templates::service::{self, Asked};
use askama::Template;
use axum::response::Response;
use futures::future::BoxFuture;
use serde::Deserialize;
use tessera_core::ids::EventId;
use tessera_web::body::{Form as Posted, Path, Query};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show as show_page, show_refused};
use tessera_web::refusal::Error;
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::words::{Year, capitalised};

pub const PANEL: Panel = Panel { place: Place::Side, order: 60, render };

#[derive(Template)]
#[template(path = "templates/pages/apply.html")]
struct ApplyPage {
    layout: Layout,
    path: String,
    template_name: String,
    /// The event it is for, where there is one: its page and title.
    event: Option<(String, String)>,
    form: Form,
    rows: Vec<Line>,
    visibilities: Vec<Choice>,
}

struct Line {
    title: String,
    day: String,
    who: String,
}

/// What the page is asked for, and what its form sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    date: String,
    event: String,
    visibility: String,
    once: String,
}

impl Sent {
    fn asked(&self) -> Asked {
        let some = |text: &str| Some(text.to_owned()).filter(|t| !t.is_empty());
        Asked {
            date: self.date.clone(),
            event: self.event.parse::<EventId>().ok(),
            visibility: some(&self.visibility),
            once: some(&self.once),
        }
    }
}

async fn page(cx: &Cx, id: uuid::Uuid, sent: &Sent, mut form: Form) -> Result<ApplyPage, Error> {
    let words = cx.words();
    let template = service::find(cx, id).await?;
    let asked = sent.asked();
    let event = match asked.event {
        Some(event) => {
            let seen = events::find(cx, &cx.app.db.read(), event, None).await?;
            Some((seen.path(), seen.title.clone()))
        }
        None => None,
    };
    let is_asked = !sent.date.trim().is_empty() || asked.event.is_some();
    let mut rows = Vec::new();
    if is_asked && form.is_accepted() {
        match service::preview(cx, &template, &asked).await {
            Ok((date, tasks)) => {
                form = form.with("date", date.to_string());
                let line = |p: service::Planned| Line {
                    day: match &p.item.time {
                        Some(time) => format!("{}, {time}", capitalised(&words.day(p.day, Year::Shown))),
                        None => capitalised(&words.day(p.day, Year::Shown)),
                    },
                    who: words.t(assignee_key(p.item.assignee)).to_owned(),
                    title: p.item.title,
                };
                rows = tasks.into_iter().map(line).collect();
            }
            Err(error) => {
                cx.refuse_form(&mut form, error)?;
            }
        }
    }
    let choice = |v: Visibility, key: &str| Choice::new(v.code(), words.t(key));
    Ok(ApplyPage {
        layout: cx.manage_layout(words.t("templates-use")),
        path: format!("/manage/templates/{id}"),
        template_name: template.name,
        event,
        form,
        rows,
        visibilities: vec![
            choice(Visibility::Private, "templates-visibility-private"),
            choice(Visibility::Public, "templates-visibility-public"),
        ],
    })
}

fn form_of(cx: &Cx, sent: &Sent) -> Form {
    let once =
        if sent.once.is_empty() { cx.app.new_id::<uuid::Uuid>().to_string() } else { sent.once.clone() };
    let visibility =
        if sent.visibility.is_empty() { Visibility::Private.code() } else { sent.visibility.as_str() };
    Form::new()
        .with("date", &sent.date)
        .with("event", &sent.event)
        .with("visibility", visibility)
        .with("once", once)
}

pub async fn show(cx: Cx, Path(id): Path<uuid::Uuid>, Query(sent): Query<Sent>) -> Result<Response, Error> {
    let form = form_of(&cx, &sent);
    show_page(&page(&cx, id, &sent, form).await?)
}

pub async fn apply(
    cx: Cx,
    Path(id): Path<uuid::Uuid>,
    Posted(sent): Posted<Sent>,
) -> Result<Response, Error> {
    match service::apply(&cx, id, sent.asked()).await {
        Ok(_) => Ok(flash::redirect("/me/tasks?whose=organised", "templates-flash-applied")),
        Err(error) => {
            let mut form = form_of(&cx, &sent);
            let refusal = cx.refuse_form(&mut form, error)?;
            show_refused(&page(&cx, id, &sent, form).await?, &refusal)
        }
    }
}

#[derive(Template)]
#[template(path = "templates/pages/panel.html")]
struct PanelHtml {
    href: String,
    label: String,
}

fn render<'a>(cx: &'a Cx, seen: &'a Seen) -> BoxFuture<'a, Result<Option<String>, Error>> {
    Box::pin(async move {
        let may =
            seen.kind != Kind::Task && seen.may(Deed::Edit) && access::is_publisher(cx.actor.standing());
        if !may {
            return Ok(None);
        }
        let href = format!("/manage/templates?event={}", seen.id);
        let label = cx.words().t("templates-for-event").to_owned();
        Ok(Some(PanelHtml { href, label }.render()?))
    })
}
