//! `/manage/templates/{id}/items/{place}`: one task of a template.

use super::edit::whens;
use super::{assignees, filled, priorities, typed};
use crate::templates::service::{self, Change};
use askama::Template;
use axum::response::Response;
use tessera_web::body::{Form as Posted, Path2};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show as show_page, show_refused};
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::{Choice, Form};

#[derive(Template)]
#[template(path = "templates/pages/item.html")]
struct ItemPage {
    layout: Layout,
    path: String,
    template_name: String,
    form: Form,
    whens: Vec<Choice>,
    priorities: Vec<Choice>,
    assignees: Vec<Choice>,
}

async fn page(cx: &Cx, id: uuid::Uuid, form: Form) -> Result<ItemPage, Error> {
    let words = cx.words();
    Ok(ItemPage {
        layout: cx.manage_layout(words.t("templates-task")),
        path: format!("/manage/templates/{id}"),
        template_name: service::find(cx, id).await?.name,
        form,
        whens: whens(&words),
        priorities: priorities(&words),
        assignees: assignees(&words),
    })
}

pub async fn show(cx: Cx, Path2(id, place): Path2<uuid::Uuid, usize>) -> Result<Response, Error> {
    let template = service::find(&cx, id).await?;
    let item = template.items.get(place).ok_or_else(Refusal::not_found)?;
    let form = filled(item).with("version", template.version.to_string());
    show_page(&page(&cx, id, form).await?)
}

pub async fn save(
    cx: Cx,
    Path2(id, place): Path2<uuid::Uuid, usize>,
    Posted(pairs): Posted<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let mut form = Form::from_pairs(pairs);
    let version = form.value("version").parse().ok();
    let result = match typed(&form) {
        Ok(item) => service::change(&cx, id, version, Change::Set(place, item)).await,
        Err(faults) => Err(Refusal::invalid(faults).into()),
    };
    match result {
        Ok(_) => Ok(flash::redirect(&format!("/manage/templates/{id}"), "templates-flash-saved")),
        Err(error) => {
            let refusal = cx.refuse_form(&mut form, error)?;
            show_refused(&page(&cx, id, form).await?, &refusal)
        }
    }
}
