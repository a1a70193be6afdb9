//! Requests that a cookie alone would authorise must come from our own pages: the browser says so
//! (`Sec-Fetch-Site`, else `Origin`), and they carry the token of the page.

use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use http::header::{HOST, ORIGIN};
use sha2::Sha256;
use tessera_core::ids::SessionId;
use tessera_platform::tokens;

/// The header that scripts send the token in; forms have the field [`FIELD`].
pub const HEADER: &str = "x-csrf-token";
pub const FIELD: &str = "csrf_token";

/// The token of a session: derived, so that nothing needs to be stored.
pub fn token_for(key: &[u8; 32], session: SessionId) -> String {
    let mut mac = match Hmac::<Sha256>::new_from_slice(key) {
        Ok(mac) => mac,
        // HMAC takes keys of any length; without one, no token is ever right.
        Err(_) => return String::new(),
    };
    mac.update(session.0.as_bytes());
    mac.finalize().into_bytes().iter().map(|b| format!("{b:02x}")).collect()
}

/// Whether `shown` is the token of `session`.
pub fn fits(key: &[u8; 32], session: SessionId, shown: &str) -> bool {
    let expected = token_for(key, session);
    !expected.is_empty() && tokens::same(&expected, shown)
}

/// Whether the browser says that the request comes from a page of this very origin. Without either header (no
/// browser of today) the token alone must do.
pub fn is_same_origin(headers: &HeaderMap) -> bool {
    let text = |name: &http::HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = headers.get("sec-fetch-site").and_then(|v| v.to_str().ok()) {
        return matches!(site, "same-origin" | "none");
    }
    match (text(&ORIGIN), text(&HOST)) {
        (Some(origin), Some(host)) => {
            origin.split_once("://").is_some_and(|(_, authority)| authority.eq_ignore_ascii_case(host))
        }
        _ => true,
    }
}
