//! `/manage/categories`: the list with the form for a new one, and one to be changed.

use super::model::{Category, USUAL_COLOUR};
use super::service::{self, Fields};
use crate::events::pictures;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_web::body::{Form as Posted, Path, Upload};
use tessera_web::confirm::{Question, ask};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show as show_page, show_refused};
use tessera_web::refusal::Error;
use tessera_web::ui::{Form, Icon};

#[derive(Template)]
#[template(path = "categories/pages/list.html")]
struct ListPage {
    layout: Layout,
    rows: Vec<Category>,
    form: Form,
    image: Option<String>,
}

#[derive(Template)]
#[template(path = "categories/pages/edit.html")]
struct EditPage {
    layout: Layout,
    path: String,
    form: Form,
    image: Option<String>,
}

fn image_of(form: &Form) -> Option<String> {
    Some(form.value("image_url").to_owned()).filter(|u| u.starts_with("/images/"))
}

async fn list_page(cx: &Cx, form: Form) -> Result<ListPage, Error> {
    let layout = cx.manage_layout(cx.words().t("categories-title"));
    Ok(ListPage { layout, rows: service::list(cx).await?, image: image_of(&form), form })
}

fn edit_page(cx: &Cx, id: uuid::Uuid, form: Form) -> EditPage {
    let layout = cx.manage_layout(cx.words().t("categories-edit"));
    EditPage { layout, path: format!("/manage/categories/{id}"), image: image_of(&form), form }
}

pub async fn show(cx: Cx) -> Result<Response, Error> {
    show_page(&list_page(&cx, Form::new().with("colour", USUAL_COLOUR)).await?)
}

pub async fn show_one(cx: Cx, Path(id): Path<uuid::Uuid>) -> Result<Response, Error> {
    let category = service::find(&cx, id).await?;
    let form = Form::new()
        .with("name", &category.name)
        .with("colour", &category.colour)
        .with("image_url", category.image_url.clone().unwrap_or_default())
        .with("version", category.version.to_string());
    show_page(&edit_page(&cx, id, form))
}

fn fields(form: &Form) -> Fields {
    Fields {
        name: Some(form.value("name").to_owned()),
        colour: Some(form.value("colour").to_owned()),
        image_url: Some(Some(form.value("image_url").to_owned())),
    }
}

/// What is said when it is saved: that a colour was made darker, where it was.
fn saved(form: &Form, category: &Category) -> &'static str {
    if form.value("colour").trim().eq_ignore_ascii_case(&category.colour) {
        "categories-flash-saved"
    } else {
        "categories-flash-darker"
    }
}

pub async fn create(cx: Cx, upload: Upload) -> Result<Response, Error> {
    let (mut form, fault) = pictures::taken(&cx, upload).await?;
    let result = match fault {
        Some(fault) => Err(fault),
        None => service::create(&cx, fields(&form)).await,
    };
    match result {
        Ok(made) => Ok(flash::redirect("/manage/categories", saved(&form, &made))),
        Err(error) => {
            let refusal = cx.refuse_form(&mut form, error)?;
            show_refused(&list_page(&cx, form).await?, &refusal)
        }
    }
}

pub async fn change(cx: Cx, Path(id): Path<uuid::Uuid>, upload: Upload) -> Result<Response, Error> {
    let (mut form, fault) = pictures::taken(&cx, upload).await?;
    let version = form.value("version").parse().ok();
    let result = match fault {
        Some(fault) => Err(fault),
        None => service::change(&cx, id, version, fields(&form)).await,
    };
    match result {
        Ok(changed) => Ok(flash::redirect("/manage/categories", saved(&form, &changed))),
        Err(error) => {
            let refusal = cx.refuse_form(&mut form, error)?;
            show_refused(&edit_page(&cx, id, form), &refusal)
        }
    }
}

/// Whether it was asked before.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Confirmed {
    confirmed: String,
}

pub async fn delete(
    cx: Cx,
    Path(id): Path<uuid::Uuid>,
    Posted(answer): Posted<Confirmed>,
) -> Result<Response, Error> {
    if answer.confirmed != "yes" {
        let category = service::find(&cx, id).await?;
        let words = cx.words();
        return ask(
            &cx,
            Question {
                title: words.t("categories-delete").to_owned(),
                what: words.t1("categories-delete-question", ("name", &category.name)),
                button: words.t("button-delete").to_owned(),
                action: format!("/manage/categories/{id}/delete"),
                kept: vec![],
                back: format!("/manage/categories/{id}"),
            },
        );
    }
    service::delete(&cx, id).await?;
    Ok(flash::redirect("/manage/categories", "categories-flash-deleted"))
}
