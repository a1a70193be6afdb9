//! The page that asks before what cannot be taken back, for those without scripts: the button of the page before
//! carries the same question in `data-confirm`, and then the form arrives with `confirmed=yes` at once.

use crate::cx::Cx;
use crate::layout::Layout;
use crate::page::show;
use crate::refusal::Error;
use askama::Template;
use axum::response::Response;

/// What is asked. Texts are in the reader's language.
#[derive(Clone, Debug, Default)]
pub struct Question {
    pub title: String,
    /// What will happen, and to whom.
    pub what: String,
    /// What is pressed to let it happen: a verb, as on the page before.
    pub button: String,
    /// Where the answer is posted.
    pub action: String,
    /// What the form of the page before sent, to be sent again.
    pub kept: Vec<(String, String)>,
    /// Where "Cancel" leads.
    pub back: String,
}

#[derive(Template)]
#[template(path = "confirm.html")]
struct ConfirmPage {
    layout: Layout,
    question: Question,
}

/// Shows the question.
pub fn ask(cx: &Cx, question: Question) -> Result<Response, Error> {
    let mut layout = cx.layout(question.title.clone());
    layout.meta.is_hidden = true;
    show(&ConfirmPage { layout, question })
}
