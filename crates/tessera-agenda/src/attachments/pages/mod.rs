//! The panel with an event's files, and what its links and forms do.

use super::api::{self, AttachmentParams};
use super::model::{Attachment, MOST_OF_EVENT};
use super::service;
use crate::events::access::Deed;
use crate::events::panels::Place;
use crate::events::{Panel, Seen, service as events};
use askama::Template;
use axum::response::Response;
use futures::future::BoxFuture;
use serde::Deserialize;
use tessera_core::ids::EventId;
use tessera_web::body::{Form as Posted, Path, Path2, Query, Upload};
use tessera_web::confirm::{Question, ask};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::{Brand, Layout};
use tessera_web::page::show_refused;
use tessera_web::refusal::{Error, FieldError, Refusal};
use tessera_web::ui::{Form, Icon};
use tessera_web::words::Words;

pub const PANEL: Panel = Panel { place: Place::Below, order: 20, render };

struct Line {
    href: String,
    name: String,
    size: String,
    delete: String,
}

#[derive(Template)]
#[template(path = "attachments/pages/panel.html")]
struct PanelHtml {
    layout: Layout,
    path: String,
    lines: Vec<Line>,
    may_add: bool,
    may_edit: bool,
    form: Form,
}

/// The form again, where what was chosen does not fit.
#[derive(Template)]
#[template(path = "attachments/pages/refused.html")]
struct RefusedPage {
    layout: Layout,
    path: String,
    event_title: String,
    form: Form,
}

/// "1.2 MB", in the reader's numbers.
fn size(words: &Words, bytes: i64) -> String {
    let kilobytes = bytes.div_euclid(1_000);
    if kilobytes < 1_000 {
        return words.t1("attachments-kilobytes", ("size", words.number(kilobytes.max(1))));
    }
    let tenths = kilobytes.div_euclid(100);
    let megabytes = f64::from(i32::try_from(tenths).unwrap_or(i32::MAX)) / 10.0;
    words.t1("attachments-megabytes", ("size", words.decimal(megabytes, 1)))
}

fn render<'a>(cx: &'a Cx, seen: &'a Seen) -> BoxFuture<'a, Result<Option<String>, Error>> {
    Box::pin(async move {
        let found = service::list_of(cx, seen).await?;
        let may_edit = seen.may(Deed::Edit);
        if found.is_empty() && !may_edit {
            return Ok(None);
        }
        let words = cx.words();
        let guest = crate::participation::guest_of(cx).map_or_else(String::new, |g| format!("?guest={g}"));
        let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
        let line = |a: Attachment| Line {
            href: format!("{}/attachments/{}{guest}", seen.path(), a.id),
            delete: format!("{}/attachments/{}/delete", seen.path(), a.id),
            size: size(&words, a.bytes),
            name: a.name,
        };
        let mut layout =
            Layout::new(words.clone(), Brand { name: cx.community.name.clone(), hue: cx.community.hue }, "");
        layout.csrf_token = cx.csrf_token();
        let panel = PanelHtml {
            path: seen.path(),
            lines: found.into_iter().map(line).collect(),
            may_add: may_edit && count < MOST_OF_EVENT,
            may_edit,
            form: Form::new(),
            layout,
        };
        Ok(Some(panel.render()?))
    })
}

pub async fn add(cx: Cx, Path(id): Path<EventId>, mut upload: Upload) -> Result<Response, Error> {
    service::allow(&cx, id).await?;
    match taken(&cx, id, &mut upload).await {
        Ok(()) => Ok(flash::redirect(&format!("/events/{id}#files"), "attachments-flash-added")),
        Err(error) => {
            let mut form = Form::new();
            let refusal = cx.refuse_form(&mut form, error)?;
            let seen = events::find(&cx, &cx.app.db.read(), id, None).await?;
            let mut layout = cx.layout(cx.words().t("attachments-add"));
            layout.meta.is_hidden = true;
            let page = RefusedPage { layout, path: seen.path(), event_title: seen.title.clone(), form };
            show_refused(&page, &refusal)
        }
    }
}

async fn taken(cx: &Cx, id: EventId, upload: &mut Upload) -> Result<(), Error> {
    let mut count = 0_u32;
    while let Some(mut field) = upload.next_field().await? {
        let name = field.file_name().unwrap_or_default().to_owned();
        if field.name() != Some("file") || name.is_empty() {
            continue;
        }
        let content = service::read_field(&mut field).await?;
        service::add(cx, id, &name, content).await?;
        count = count.saturating_add(1);
    }
    if count > 0 { Ok(()) } else { Err(Refusal::invalid(vec![FieldError::new("file", "required")]).into()) }
}

pub async fn download(
    cx: Cx,
    Path2(event, id): Path2<EventId, uuid::Uuid>,
    Query(params): Query<AttachmentParams>,
) -> Result<Response, Error> {
    let (attachment, content) = service::find(&cx, event, id, params.guest.as_deref()).await?;
    api::file(&attachment, content)
}

/// Whether it was asked before.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Confirmed {
    confirmed: String,
}

pub async fn delete(
    cx: Cx,
    Path2(event, id): Path2<EventId, uuid::Uuid>,
    Posted(answer): Posted<Confirmed>,
) -> Result<Response, Error> {
    if answer.confirmed != "yes" {
        service::allow(&cx, event).await?;
        let found = service::list(&cx, event, None).await?;
        let found = found.into_iter().find(|a| a.id == id).ok_or_else(Refusal::not_found)?;
        let words = cx.words();
        return ask(
            &cx,
            Question {
                title: words.t("attachments-delete").to_owned(),
                what: words.t1("attachments-delete-question", ("name", &found.name)),
                button: words.t("button-delete").to_owned(),
                action: format!("/events/{event}/attachments/{id}/delete"),
                kept: vec![],
                back: format!("/events/{event}"),
            },
        );
    }
    service::delete(&cx, event, id).await?;
    Ok(flash::redirect(&format!("/events/{event}"), "attachments-flash-deleted"))
}
