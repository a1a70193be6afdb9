//! `/manage/templates/{id}`: one template with its tasks in order.

use super::{assignee_key, assignees, offset, priorities, typed};
use crate::templates::model::{self, Way};
use crate::templates::service::{self, Change};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_web::body::{Form as Posted, Path, Path2};
use tessera_web::confirm::{Question, ask};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show as show_page, show_refused};
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::{Choice, Form, Icon};

#[derive(Template)]
#[template(path = "templates/pages/edit.html")]
struct EditPage {
    layout: Layout,
    path: String,
    version: i64,
    rows: Vec<Line>,
    name: Form,
    form: Form,
    whens: Vec<Choice>,
    priorities: Vec<Choice>,
    assignees: Vec<Choice>,
}

struct Line {
    place: usize,
    title: String,
    when: String,
    who: String,
    is_first: bool,
    is_last: bool,
}

pub fn whens(words: &tessera_web::words::Words) -> Vec<Choice> {
    vec![Choice::new("before", words.t("templates-before")), Choice::new("after", words.t("templates-after"))]
}

fn page(cx: &Cx, template: &model::Template, name: Form, form: Form) -> EditPage {
    let words = cx.words();
    let last = template.items.len().saturating_sub(1);
    let line = |(place, item): (usize, &model::Item)| Line {
        place,
        title: item.title.clone(),
        when: match &item.time {
            Some(time) => format!("{}, {time}", offset(&words, item.offset_days)),
            None => offset(&words, item.offset_days),
        },
        who: words.t(assignee_key(item.assignee)).to_owned(),
        is_first: place == 0,
        is_last: place == last,
    };
    EditPage {
        layout: cx.manage_layout(template.name.clone()),
        path: format!("/manage/templates/{}", template.id),
        version: template.version,
        rows: template.items.iter().enumerate().map(line).collect(),
        whens: whens(&words),
        priorities: priorities(&words),
        assignees: assignees(&words),
        name,
        form,
    }
}

fn named(template: &model::Template) -> Form {
    Form::new().with("name", &template.name)
}

fn blank() -> Form {
    Form::new().with("when", "before").with("days", "0")
}

pub async fn show(cx: Cx, Path(id): Path<uuid::Uuid>) -> Result<Response, Error> {
    let template = service::find(&cx, id).await?;
    show_page(&page(&cx, &template, named(&template), blank()))
}

/// What the small forms send.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    version: Option<i64>,
    name: String,
    way: String,
    confirmed: String,
}

fn back(id: uuid::Uuid, key: &str) -> Response {
    flash::redirect(&format!("/manage/templates/{id}"), key)
}

pub async fn rename(
    cx: Cx,
    Path(id): Path<uuid::Uuid>,
    Posted(sent): Posted<Sent>,
) -> Result<Response, Error> {
    let change = Change::Replace { name: Some(sent.name.clone()), items: None };
    match service::change(&cx, id, sent.version, change).await {
        Ok(_) => Ok(back(id, "templates-flash-saved")),
        Err(error) => {
            let mut name = Form::new().with("name", sent.name);
            let refusal = cx.refuse_form(&mut name, error)?;
            show_refused(&page(&cx, &service::find(&cx, id).await?, name, blank()), &refusal)
        }
    }
}

pub async fn add(
    cx: Cx,
    Path(id): Path<uuid::Uuid>,
    Posted(pairs): Posted<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let mut form = Form::from_pairs(pairs);
    let result = match typed(&form) {
        Ok(item) => service::change(&cx, id, None, Change::Add(item)).await,
        Err(faults) => Err(Refusal::invalid(faults).into()),
    };
    match result {
        Ok(_) => Ok(back(id, "templates-flash-saved")),
        Err(error) => {
            let refusal = cx.refuse_form(&mut form, error)?;
            let template = service::find(&cx, id).await?;
            show_refused(&page(&cx, &template, named(&template), form), &refusal)
        }
    }
}

pub async fn move_item(
    cx: Cx,
    Path2(id, place): Path2<uuid::Uuid, usize>,
    Posted(sent): Posted<Sent>,
) -> Result<Response, Error> {
    let way = if sent.way == "down" { Way::Down } else { Way::Up };
    service::change(&cx, id, sent.version, Change::Move(place, way)).await?;
    Ok(back(id, "templates-flash-saved"))
}

pub async fn delete_item(
    cx: Cx,
    Path2(id, place): Path2<uuid::Uuid, usize>,
    Posted(sent): Posted<Sent>,
) -> Result<Response, Error> {
    service::change(&cx, id, sent.version, Change::Remove(place)).await?;
    Ok(back(id, "templates-flash-saved"))
}

pub async fn delete(
    cx: Cx,
    Path(id): Path<uuid::Uuid>,
    Posted(sent): Posted<Sent>,
) -> Result<Response, Error> {
    if sent.confirmed != "yes" {
        let template = service::find(&cx, id).await?;
        let words = cx.words();
        return ask(
            &cx,
            Question {
                title: words.t("templates-delete").to_owned(),
                what: words.t1("templates-delete-question", ("name", &template.name)),
                button: words.t("button-delete").to_owned(),
                action: format!("/manage/templates/{id}/delete"),
                kept: vec![],
                back: format!("/manage/templates/{id}"),
            },
        );
    }
    service::delete(&cx, id).await?;
    Ok(flash::redirect("/manage/templates", "templates-flash-deleted"))
}
