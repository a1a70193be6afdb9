//! Bodies and queries, parsed at the edge, with refusals in the words of the contract: JSON that does not parse
//! is 400, a body that does not fit is 422 with the field named, one that is too large 413.

use crate::cx::{Cx, Via};
use crate::establish::read_body;
use crate::refusal::{Error, FieldError, Refusal};
use crate::{app::App, csrf};
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::request::Parts;
use serde::de::DeserializeOwned;
use std::str::FromStr;

/// A JSON body.
#[derive(Clone, Copy, Debug)]
pub struct Json<T>(pub T);

/// A posted form. Fields that repeat become lists.
#[derive(Clone, Copy, Debug)]
pub struct Form<T>(pub T);

/// The query.
#[derive(Clone, Copy, Debug)]
pub struct Query<T>(pub T);

/// One id or word in the path; what does not parse is not found.
#[derive(Clone, Copy, Debug)]
pub struct Path<T>(pub T);

/// Two in the path.
#[derive(Clone, Copy, Debug)]
pub struct Path2<A, B>(pub A, pub B);

/// A form with a file.
#[derive(Debug)]
pub struct Upload {
    multipart: Multipart,
    cx: Cx,
    token_seen: bool,
}

impl<T: DeserializeOwned> FromRequest<App> for Json<T> {
    type Rejection = Error;
    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let is_json = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .is_some_and(|t| t.starts_with("application/json") || t.contains("+json"));
        let has_type = request.headers().contains_key(CONTENT_TYPE);
        let bytes = body_of(request, app).await?;
        if !is_json && (has_type || !bytes.is_empty()) {
            return Err(Refusal::new(415, "not_json").into());
        }
        let text: &[u8] = if bytes.is_empty() { b"{}" } else { &bytes };
        let mut reader = serde_json::Deserializer::from_slice(text);
        let value = serde_path_to_error::deserialize(&mut reader).map_err(|e| {
            let field = e.path().to_string();
            json_refusal(&field, e.inner())
        })?;
        reader.end().map_err(|e| json_refusal("", &e))?;
        Ok(Self(value))
    }
}

fn json_refusal(field: &str, e: &serde_json::Error) -> Error {
    if !e.is_data() {
        return Refusal::new(400, "bad_json").with("line", e.line()).with("column", e.column()).into();
    }
    let message = e.to_string();
    let named = message.split('`').nth(1).unwrap_or_default().to_owned();
    let (field, code) = if message.starts_with("unknown field") {
        (named, "unknown_field")
    } else if message.starts_with("missing field") {
        (named, "required")
    } else {
        (field.trim_matches('.').to_owned(), "wrong_type")
    };
    Refusal::invalid(vec![FieldError::new(field, code)]).into()
}

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Error;
    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let bytes = body_of(request, app).await?;
        parse_pairs(&bytes).map(Self)
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        parse_pairs(parts.uri.query().unwrap_or_default().as_bytes()).map(Self)
    }
}

fn parse_pairs<T: DeserializeOwned>(pairs: &[u8]) -> Result<T, Error> {
    let reader = serde_html_form::Deserializer::new(url::form_urlencoded::parse(pairs));
    serde_path_to_error::deserialize(reader).map_err(|e| {
        let message = e.inner().to_string();
        let named = message.split('`').nth(1).unwrap_or_default().to_owned();
        let missing = message.starts_with("missing field");
        let field = if missing { named } else { e.path().to_string().trim_matches('.').to_owned() };
        let code = if missing { "required" } else { "wrong_type" };
        Refusal::invalid(vec![FieldError::new(field, code)]).into()
    })
}

/// The largest body of the route was put around it when it was added; axum enforces it while reading.
async fn body_of(request: Request, app: &App) -> Result<Bytes, Error> {
    let limit = app.config.http.max_body;
    Bytes::from_request(request, app).await.map_err(|e| {
        let too_large =
            axum::response::IntoResponse::into_response(e).status() == http::StatusCode::PAYLOAD_TOO_LARGE;
        let refusal =
            Refusal::new(if too_large { 413 } else { 400 }, if too_large { "too_large" } else { "bad_body" });
        refusal.with("limit", limit).into()
    })
}

impl<T: FromStr + Send> FromRequestParts<App> for Path<T> {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let axum::extract::Path(text) = axum::extract::Path::<String>::from_request_parts(parts, app)
            .await
            .map_err(|_| Refusal::not_found())?;
        text.parse().map(Self).map_err(|_| Refusal::not_found().into())
    }
}

impl<A: FromStr + Send, B: FromStr + Send> FromRequestParts<App> for Path2<A, B> {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let axum::extract::Path((a, b)) =
            axum::extract::Path::<(String, String)>::from_request_parts(parts, app)
                .await
                .map_err(|_| Refusal::not_found())?;
        match (a.parse(), b.parse()) {
            (Ok(a), Ok(b)) => Ok(Self(a, b)),
            _ => Err(Refusal::not_found().into()),
        }
    }
}

impl FromRequest<App> for Upload {
    type Rejection = Error;
    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let cx = request.extensions().get::<Cx>().cloned();
        let cx =
            cx.ok_or_else(|| Error::Fault(anyhow::anyhow!("the route is outside of the request context")))?;
        let by_header = request.headers().contains_key(csrf::HEADER);
        let by_token = !matches!(cx.actor.signed_in().map(|s| &s.via), Some(Via::Session(_)));
        let multipart =
            Multipart::from_request(request, app).await.map_err(|_| Refusal::new(415, "not_multipart"))?;
        Ok(Self { multipart, cx, token_seen: by_header || by_token })
    }
}

impl Upload {
    /// The next field after the token, which must come first where a cookie authorises.
    pub async fn next_field(&mut self) -> Result<Option<Field<'_>>, Error> {
        if !self.token_seen {
            let session = match self.cx.actor.signed_in().map(|s| &s.via) {
                Some(Via::Session(id)) => *id,
                _ => return Err(Refusal::new(403, "csrf").into()),
            };
            let first = self.multipart.next_field().await.map_err(upload_refusal)?;
            let Some(field) = first.filter(|f| f.name() == Some(csrf::FIELD)) else {
                return Err(Refusal::new(403, "csrf").into());
            };
            let shown = field.text().await.map_err(upload_refusal)?;
            if !csrf::fits(self.cx.app.csrf_key(), session, &shown) {
                return Err(Refusal::new(403, "csrf").into());
            }
            self.token_seen = true;
        }
        self.multipart.next_field().await.map_err(upload_refusal)
    }
}

/// What a broken or too large upload is answered.
pub fn upload_refusal(e: MultipartError) -> Error {
    if e.status() == http::StatusCode::PAYLOAD_TOO_LARGE {
        Refusal::new(413, "too_large").into()
    } else {
        Refusal::new(400, "bad_body").into()
    }
}

/// Reads a body by hand, for routes that take what is none of the above.
pub async fn raw(request: Request, limit_bytes: usize) -> Result<Bytes, Error> {
    read_body(request.into_body(), limit_bytes).await
}
