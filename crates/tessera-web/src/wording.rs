//! Puts refusals and faults into words: problem+json (RFC 9457) for programs, a page with a way on for people.

use crate::cx::{Actor, Cx};
use crate::refusal::{Error, Refusal};
use crate::routes::Kind;
use crate::words::{Arg, Words};
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderValue, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

/// How refusals are shown where no route was matched.
pub(crate) fn kind_of_path(path: &str) -> Kind {
    if path.starts_with("/api/") || path.starts_with("/feeds/") || path.starts_with("/.well-known/") {
        Kind::Api
    } else {
        Kind::Page
    }
}

/// A refusal's sentence.
pub fn sentence(w: &Words, refusal: &Refusal) -> String {
    text(w, "error", refusal.code, &refusal.args)
}

/// A field error's sentence.
pub fn field_sentence(w: &Words, code: &'static str, args: &[(&'static str, String)]) -> String {
    text(w, "field", code, args)
}

fn text(w: &Words, prefix: &str, code: &str, args: &[(&'static str, String)]) -> String {
    let key = format!("{prefix}-{}", code.replace('_', "-"));
    let args: Vec<(&str, Arg<'_>)> = args
        .iter()
        .map(|(k, v)| (*k, v.parse::<i64>().map_or_else(|_| Arg::from(v.as_str()), Arg::from)))
        .collect();
    w.args(&key, &args)
}

/// The response in place of `unworded`, which keeps its headers.
pub(crate) fn put(cx: &Cx, kind: Kind, error: &Error, unworded: Response) -> Response {
    let fault;
    let refusal = match error {
        Error::Refused(r) => r.as_ref(),
        Error::Fault(e) => {
            fault = note_fault(e, Some(cx));
            &fault
        }
    };
    let mut response = match kind {
        Kind::Page if leads_to_sign_in(cx, refusal) => to_sign_in(cx),
        Kind::Page => page(cx, refusal),
        Kind::Api | Kind::Feed => problem(&cx.words(), refusal),
    };
    for (name, value) in unworded.headers() {
        if *name != CONTENT_TYPE && *name != http::header::CONTENT_LENGTH {
            response.headers_mut().append(name.clone(), value.clone());
        }
    }
    decorate(refusal, &mut response);
    response
}

fn leads_to_sign_in(cx: &Cx, refusal: &Refusal) -> bool {
    refusal.status == 401 && matches!(cx.actor, Actor::Visitor)
}

fn to_sign_in(cx: &Cx) -> Response {
    let next = utf8_percent_encode(&cx.target, NON_ALPHANUMERIC);
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(&format!("/sign-in?next={next}")) {
        response.headers_mut().insert(LOCATION, to);
    }
    response
}

/// The page of a refusal; the plain sentence, should the page itself fail.
fn page(cx: &Cx, refusal: &Refusal) -> Response {
    let w = cx.words();
    let status = StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::BAD_REQUEST);
    let sentence = sentence(&w, refusal);
    match crate::page::refusal_page(cx, refusal, &sentence) {
        Ok(html) => (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response(),
        Err(_) => (status, sentence).into_response(),
    }
}

fn problem(w: &Words, refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::BAD_REQUEST);
    let mut body = json!({
        "type": "about:blank",
        "title": status.canonical_reason().unwrap_or("Refused"),
        "status": refusal.status,
        "detail": sentence(w, refusal),
        "code": refusal.code,
    });
    if let Some(map) = body.as_object_mut() {
        if refusal.status == 422 {
            let errors: Vec<_> = refusal
                .fields
                .iter()
                .map(|f| json!({"field": f.field, "code": f.code, "detail": field_sentence(w, f.code, &f.args)}))
                .collect();
            map.insert("errors".into(), errors.into());
        }
        for (k, v) in &refusal.args {
            map.entry(*k).or_insert_with(|| v.clone().into());
        }
    }
    (status, [(CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}

fn decorate(refusal: &Refusal, response: &mut Response) {
    if refusal.status == 401 && response.status() == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(seconds) = refusal.retry_after_seconds {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds.max(1).unsigned_abs()));
    }
}

/// A refusal by one who has not looked who asks, nor of which community: one sentence.
pub(crate) fn without_context(w: &Words, kind: Kind, refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::SERVICE_UNAVAILABLE);
    let mut response = match kind {
        Kind::Page => (status, sentence(w, refusal)).into_response(),
        Kind::Api | Kind::Feed => problem(w, refusal),
    };
    decorate(refusal, &mut response);
    response
}

/// Logs a fault once, under a number that the reader can name to whoever runs the server.
fn note_fault(e: &anyhow::Error, cx: Option<&Cx>) -> Refusal {
    let id = cx.map_or_else(uuid::Uuid::nil, |c| c.app.clock().new_id());
    let reference: String = id.simple().to_string().chars().rev().take(8).collect();
    let path = cx.map(|c| c.target.split('?').next().unwrap_or_default());
    let path = path.map(|p| tessera_platform::telemetry::redact_target(p).into_owned());
    tracing::error!(%reference, path, error = format!("{e:#}"), "a request failed");
    Refusal::new(500, "internal").with("reference", format!("#{reference}"))
}

/// The answer when not even the community could be found out, because the database does not answer.
pub(crate) fn fault_without_context(e: &anyhow::Error, kind: Kind) -> Response {
    note_fault(e, None);
    let status = StatusCode::SERVICE_UNAVAILABLE;
    let mut response = if kind == Kind::Page {
        (status, "The database does not answer. Please try again in a minute.").into_response()
    } else {
        let body = json!({"type": "about:blank", "title": "Service Unavailable", "status": 503,
                          "detail": "The database does not answer.", "code": "unavailable"});
        (status, [(CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
    };
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("10"));
    response
}
