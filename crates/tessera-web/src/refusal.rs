//! What a handler answers when it does not do what was asked: a refusal that a person can act on, or a fault that
//! is ours. Which of the two shapes it takes, problem+json or a page, the outer layer decides by the route.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use std::sync::Arc;
use tessera_core::access::Shut;

/// The error of every handler and service.
#[derive(Debug)]
pub enum Error {
    Refused(Box<Refusal>),
    /// Logged once with its chain; people see a reference number.
    Fault(anyhow::Error),
}

/// A refusal, in the words of the contract.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub status: u16,
    /// Stable; the sentence is the translation key `error-{code}` with `_` as `-`.
    pub code: &'static str,
    pub args: Vec<(&'static str, String)>,
    pub fields: Vec<FieldError>,
    pub retry_after_seconds: Option<i64>,
    /// A page that leads on.
    pub way_back: Option<String>,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldError {
    pub field: String,
    /// Stable; the sentence is the translation key `field-{code}` with `_` as `-`.
    pub code: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl FieldError {
    pub fn new(field: impl Into<String>, code: &'static str) -> Self {
        Self { field: field.into(), code, args: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl Refusal {
    pub fn new(status: u16, code: &'static str) -> Self {
        Self { status, code, args: vec![], fields: vec![], retry_after_seconds: None, way_back: None }
    }

    /// The answer to what does not exist or may not be seen.
    pub fn not_found() -> Self {
        Self::new(404, "not_found")
    }

    /// The answer to a body that does not fit.
    pub fn invalid(fields: Vec<FieldError>) -> Self {
        Self { fields, ..Self::new(422, "invalid") }
    }

    pub fn too_many(retry_after_seconds: i64) -> Self {
        Self { retry_after_seconds: Some(retry_after_seconds), ..Self::new(429, "too_many") }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    #[must_use]
    pub fn way_back(mut self, path: impl Into<String>) -> Self {
        self.way_back = Some(path.into());
        self
    }
}

impl From<Refusal> for Error {
    fn from(r: Refusal) -> Self {
        Self::Refused(Box::new(r))
    }
}

impl From<Shut> for Error {
    fn from(s: Shut) -> Self {
        match s {
            Shut::SignInFirst => Refusal::new(401, "unauthenticated").into(),
            Shut::NotAllowed => Refusal::new(403, "forbidden").into(),
        }
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(e: sea_orm::DbErr) -> Self {
        Self::Fault(e.into())
    }
}

impl From<anyhow::Error> for Error {
    fn from(e: anyhow::Error) -> Self {
        Self::Fault(e)
    }
}

impl From<askama::Error> for Error {
    fn from(e: askama::Error) -> Self {
        Self::Fault(e.into())
    }
}

/// What [`Error`] leaves in the response for the outer layer to put into words.
#[derive(Clone, Debug)]
pub(crate) struct Unworded(pub(crate) Arc<Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::Refused(r) => StatusCode::from_u16(r.status).unwrap_or(StatusCode::BAD_REQUEST),
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(Unworded(Arc::new(self)));
        response
    }
}
