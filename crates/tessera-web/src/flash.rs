//! A notice that survives one redirect: "Saved", perhaps with an undo. It travels in a short-lived cookie as the
//! name of a translation key, never as text, so nothing from outside can be shown as ours.

use axum::response::{IntoResponse, Redirect, Response};
use http::HeaderValue;
use http::header::SET_COOKIE;

/// The cookie's name.
pub const COOKIE: &str = "tessera_flash";

/// A notice for the next page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    /// A translation key, as in `event-flash-deleted`.
    pub key: String,
    /// Where a form with the button "Undo" posts to.
    pub undo: Option<String>,
}

impl Flash {
    /// Reads the cookie. Whatever is not a key and one of our own paths is nothing.
    pub fn read(value: &str) -> Option<Self> {
        let (key, undo) = value.split_once('|').unwrap_or((value, ""));
        let is_key = key.contains("-flash-")
            && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let is_path = undo.starts_with('/')
            && !undo.starts_with("//")
            && undo.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-_".contains(&b));
        is_key.then(|| Self { key: key.to_owned(), undo: is_path.then(|| undo.to_owned()) })
    }
}

/// Redirects after a form was taken, with a notice. `key` contains `-flash-`.
pub fn redirect(to: &str, key: &str) -> Response {
    with(Redirect::to(to).into_response(), key, "")
}

/// The same, with the path that undoes it.
pub fn redirect_with_undo(to: &str, key: &str, undo: &str) -> Response {
    with(Redirect::to(to).into_response(), key, undo)
}

fn with(mut response: Response, key: &str, undo: &str) -> Response {
    let cookie = format!("{COOKIE}={key}|{undo}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, value);
    }
    response
}

/// What takes the notice away once it was shown.
pub fn shown() -> HeaderValue {
    HeaderValue::from_static("tessera_flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_a_key_and_a_path_of_ours_or_nothing() {
        let f = Flash::read("event-flash-deleted|/events/0197/restore");
        assert_eq!(f.as_ref().and_then(|f| f.undo.as_deref()), Some("/events/0197/restore"));
        assert_eq!(Flash::read("<b>hello</b>"), None);
        assert_eq!(Flash::read("event-flash-saved|//evil.example/").and_then(|f| f.undo), None);
    }
}
