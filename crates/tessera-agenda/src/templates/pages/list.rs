//! `/manage/templates`: all templates, and the form for a new one.

use crate::templates::service;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::ids::EventId;
use tessera_web::body::{Form as Posted, Query};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show as show_page, show_refused};
use tessera_web::refusal::Error;
use tessera_web::ui::{Form, Icon};

#[derive(Template)]
#[template(path = "templates/pages/list.html")]
struct ListPage {
    layout: Layout,
    rows: Vec<Line>,
    form: Form,
}

struct Line {
    name: String,
    count: String,
    edit: String,
    apply: String,
}

/// The event a template is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct For {
    event: Option<EventId>,
}

async fn page(cx: &Cx, event: Option<EventId>, form: Form) -> Result<ListPage, Error> {
    let words = cx.words();
    let event = event.map_or_else(String::new, |id| format!("?event={id}"));
    let line = |t: crate::templates::model::Template| Line {
        count: words.t1("templates-count", ("count", i64::try_from(t.items.len()).unwrap_or(i64::MAX))),
        edit: format!("/manage/templates/{}", t.id),
        apply: format!("/manage/templates/{}/apply{event}", t.id),
        name: t.name,
    };
    let rows = service::list(cx).await?.into_iter().map(line).collect();
    Ok(ListPage { layout: cx.manage_layout(words.t("templates-title")), rows, form })
}

pub async fn show(cx: Cx, Query(asked): Query<For>) -> Result<Response, Error> {
    show_page(&page(&cx, asked.event, Form::new()).await?)
}

/// A new template's name.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct New {
    name: String,
}

pub async fn create(cx: Cx, Posted(new): Posted<New>) -> Result<Response, Error> {
    match service::create(&cx, &new.name, Vec::new()).await {
        Ok(made) => Ok(flash::redirect(&format!("/manage/templates/{}", made.id), "templates-flash-created")),
        Err(error) => {
            let mut form = Form::new().with("name", new.name);
            let refusal = cx.refuse_form(&mut form, error)?;
            show_refused(&page(&cx, None, form).await?, &refusal)
        }
    }
}
