//! What the buttons and forms of the pages do: without scripts they lead back, with htmx the part is shown anew.

use super::event::{self, Params};
use crate::clubs::external_events::model::Level;
use crate::clubs::external_events::{comments, interests, service};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use tessera_core::ids::{ExternalCommentId, ExternalEventId};
use tessera_web::body::{Form as Posted, Path, Path2};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::Form;
use tessera_web::words::key;

pub fn interest_path(id: ExternalEventId) -> String {
    format!("/eventi/partner/interest/{id}")
}

pub fn comments_path(id: ExternalEventId) -> String {
    format!("/eventi/partner/comments/{id}")
}

pub fn comment_path(event: ExternalEventId, id: ExternalCommentId) -> String {
    format!("/eventi/partner/comments/{event}/{id}")
}

#[derive(Debug, Deserialize)]
pub struct InterestForm {
    /// Empty: taken back.
    interest_level: String,
    #[serde(default)]
    back: String,
}

/// `POST /eventi/partner/interest/{id}`
pub async fn post_interest(
    cx: Cx,
    Path(id): Path<ExternalEventId>,
    Posted(posted): Posted<InterestForm>,
) -> Result<Response, Error> {
    let (event, told) = if posted.interest_level.is_empty() {
        (interests::withdraw(&cx, id).await?, key("external-events-flash-withdrawn"))
    } else {
        let level = Level::parse(&posted.interest_level).ok_or_else(Refusal::not_found)?;
        (interests::put(&cx, id, level).await?, key("external-events-flash-said"))
    };
    let is_list = posted.back.starts_with(crate::clubs::external_events::LIST)
        && !posted.back.contains(['\r', '\n', '\\']);
    let back = if is_list { posted.back } else { event.path() };
    Ok(flash::redirect(&back, told))
}

#[derive(Debug, Deserialize)]
pub struct CommentForm {
    content: String,
}

/// `POST /eventi/partner/comments/{id}`
pub async fn post_comment(
    cx: Cx,
    Path(id): Path<ExternalEventId>,
    Posted(posted): Posted<CommentForm>,
) -> Result<Response, Error> {
    match comments::post(&cx, id, &posted.content).await {
        Ok(comment) => {
            let event = service::find(&cx, &cx.app.db.read(), id).await?;
            Ok(Redirect::to(&format!("{}#c-{}", event.path(), comment.id)).into_response())
        }
        Err(error) => {
            let mut form = Form::new().with("content", &posted.content);
            let refusal = cx.refuse_form(&mut form, error)?;
            refused(&cx, id, &Params::default(), (form, Form::new()), &refusal).await
        }
    }
}

/// The page again, with what was typed.
async fn refused(
    cx: &Cx,
    id: ExternalEventId,
    params: &Params,
    (comment, edit): (Form, Form),
    refusal: &Refusal,
) -> Result<Response, Error> {
    let found = service::find(cx, &cx.app.db.read(), id).await?;
    let page = event::page(cx, found, params, comment, edit).await?;
    let response = tessera_web::page::show_refused(&page, refusal)?;
    Ok(event::allow_tiles(&page, response))
}

/// `POST /eventi/partner/comments/{id}/{comment_id}/edit`
pub async fn post_edit(
    cx: Cx,
    Path2(id, comment): Path2<ExternalEventId, ExternalCommentId>,
    Posted(posted): Posted<CommentForm>,
) -> Result<Response, Error> {
    match comments::edit(&cx, id, comment, &posted.content).await {
        Ok(_) => {
            let event = service::find(&cx, &cx.app.db.read(), id).await?;
            Ok(flash::redirect(
                &format!("{}#c-{comment}", event.path()),
                key("external-events-flash-comment-changed"),
            ))
        }
        Err(error) => {
            let mut form = Form::new().with("content", &posted.content);
            let refusal = cx.refuse_form(&mut form, error)?;
            let params = Params { edit: comment.to_string(), before: String::new() };
            refused(&cx, id, &params, (Form::new(), form), &refusal).await
        }
    }
}

/// `POST /eventi/partner/comments/{id}/{comment_id}/delete`: the next page offers to take it back.
pub async fn post_delete(
    cx: Cx,
    Path2(id, comment): Path2<ExternalEventId, ExternalCommentId>,
) -> Result<Response, Error> {
    comments::delete(&cx, id, comment).await?;
    let event = service::find(&cx, &cx.app.db.read(), id).await?;
    let undo = format!("{}/restore", comment_path(id, comment));
    Ok(flash::redirect_with_undo(&event.path(), key("external-events-flash-comment-deleted"), &undo))
}

/// `POST /eventi/partner/comments/{id}/{comment_id}/restore`
pub async fn post_restore(
    cx: Cx,
    Path2(id, comment): Path2<ExternalEventId, ExternalCommentId>,
) -> Result<Response, Error> {
    comments::restore(&cx, id, comment).await?;
    let event = service::find(&cx, &cx.app.db.read(), id).await?;
    Ok(flash::redirect(
        &format!("{}#c-{comment}", event.path()),
        key("external-events-flash-comment-restored"),
    ))
}
