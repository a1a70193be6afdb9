//! What every response carries: what the browser may do with a page, and who may read an answer from another site.

use crate::cx::{Actor, Cx};
use crate::phone;
use crate::routes::Kind;
use axum::response::{IntoResponse, Response};
use http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, CACHE_CONTROL, ETAG,
    ORIGIN, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, VARY, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use tessera_platform::config::Config;

/// Own scripts, styles and pictures only; accents and generated patterns are style attributes.
const CSP: &str = "default-src 'self'; img-src 'self' data:; style-src 'self'; style-src-attr 'unsafe-inline'; \
                   object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The policy of a page that also shows pictures from these origins: the tiles of a map. Whoever uses it has checked
/// that each is an origin and nothing else.
pub fn policy(pictures_from: &[&str]) -> String {
    let from = pictures_from.join(" ");
    CSP.replace("img-src 'self' data:", &format!("img-src 'self' data: {from}"))
}

pub(crate) fn put(
    config: &Config,
    cx: &Cx,
    kind: Kind,
    method: &Method,
    origin: Option<&HeaderValue>,
    response: &mut Response,
) {
    let headers = response.headers_mut();
    let set = |headers: &mut HeaderMap, name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, REFERRER_POLICY, "same-origin");
    if config.http.base_url.is_https() {
        set(headers, STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    if kind == Kind::Page {
        set(headers, http::header::CONTENT_SECURITY_POLICY, CSP);
        set(headers, http::header::X_FRAME_OPTIONS, "DENY");
    }
    if kind != Kind::Feed
        && *method == Method::GET
        && let Some(reader) = phone::reader(cx)
    {
        headers.insert(phone::READER, reader);
    }
    let of_everyone = matches!(cx.actor, Actor::Visitor) && headers.contains_key(ETAG);
    let keep = if of_everyone { "public, no-cache" } else { "private, no-store" };
    let own = headers.contains_key(ETAG) && !of_everyone;
    set(headers, CACHE_CONTROL, if own { "private, no-cache" } else { keep });
    headers.append(VARY, HeaderValue::from_static("Accept-Language, Cookie, Authorization, Host"));
    if kind != Kind::Page {
        allow_origin(config, method, origin, headers);
    }
}

/// Public reads answer every site, without credentials; the listed origins may use the whole API with them.
fn allow_origin(config: &Config, method: &Method, origin: Option<&HeaderValue>, headers: &mut HeaderMap) {
    let Some(origin) = origin else { return };
    if is_listed(config, origin) {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
        headers.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
        headers.append(VARY, HeaderValue::from_static("Origin"));
    } else if matches!(*method, Method::GET | Method::HEAD) {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    }
    headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("ETag, Link, Retry-After"));
}

fn is_listed(config: &Config, origin: &HeaderValue) -> bool {
    origin.to_str().is_ok_and(|o| config.http.cors_origins.iter().any(|c| c.eq_ignore_ascii_case(o)))
}

/// The answer to a browser that asks before it sends.
pub(crate) fn preflight(config: &Config, request: &HeaderMap) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let headers = response.headers_mut();
    let Some(origin) = request.get(ORIGIN) else { return response };
    headers.append(VARY, HeaderValue::from_static("Origin"));
    headers.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"));
    if is_listed(config, origin) {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
        headers.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
        let methods = HeaderValue::from_static("GET, POST, PUT, PATCH, DELETE");
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, methods);
        let names = HeaderValue::from_static(
            "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, X-CSRF-Token, X-Device-Id",
        );
        headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, names);
    } else {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET"));
        headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("If-None-Match"));
    }
    response
}
