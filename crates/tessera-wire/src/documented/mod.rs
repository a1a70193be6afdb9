//! Requests signed as the document of club federation has it, hardened without changing a byte of theirs.
//!
//! A request carries `X-Federation-Key` (the [`PublicKey`] that names the caller), `X-Timestamp` and
//! `X-Signature`: `sha256=` and the lower-case hexadecimal HMAC-SHA256, under the [`SecretKey`], of the timestamp
//! as it was sent, a colon, and the bytes of the body. What is promised:
//!
//! - Only an `sk_` signs; the `pk_`, which everybody sees, is no [`SecretKey`].
//! - Signatures are compared in constant time and in one spelling only: a second one would slip past the memory
//!   of what was seen before ([`ReplayKey`]).
//! - Timestamps are RFC 3339 with an offset, and near enough to now, in both directions.
//!
//! What this profile cannot promise: neither method nor path nor query are signed. Whoever sees a request can
//! send its signature to another address within the window. Hence the stronger profile beside it.
//!
//! ```
//! use tessera_wire::{ReplayKey, documented::{self, SecretKey, SignedHeaders}};
//!
//! let secret: SecretKey = format!("sk_{}", "x".repeat(64)).parse().unwrap();
//! let now: jiff::Timestamp = "2026-01-20T10:30:00Z".parse().unwrap();
//! let (timestamp, signature) = documented::sign(&secret, now, b"{}");
//!
//! let headers = SignedHeaders { key: "pk_…", timestamp: &timestamp, signature: &signature };
//! let verified = documented::verify(&secret, headers, b"{}", now, documented::WINDOW_SECONDS).unwrap();
//! assert_eq!(verified.signed_at, now);
//! assert!(documented::verify(&secret, headers, b"{ }", now, documented::WINDOW_SECONDS).is_err());
//! ```

mod keys;

use std::fmt::Write as _;

use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use sha2::Sha256;
use subtle::ConstantTimeEq;

pub use keys::{KeyError, PublicKey, SecretKey};

use crate::{Refusal, ReplayKey, timestamp};

/// Names the caller.
pub const KEY_HEADER: &str = "X-Federation-Key";
/// When the request was signed.
pub const TIMESTAMP_HEADER: &str = "X-Timestamp";
/// The signature.
pub const SIGNATURE_HEADER: &str = "X-Signature";
/// The document's `REQUEST_MAX_AGE`: how far a timestamp may be from now, before or after.
pub const WINDOW_SECONDS: u32 = 300;

/// The three headers of a signed request, as they were received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedHeaders<'a> {
    pub key: &'a str,
    pub timestamp: &'a str,
    pub signature: &'a str,
}

/// A request that its key's owner signed, at a time that is near enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// What the timestamp says.
    pub signed_at: Timestamp,
    /// From here on the same request is refused by its age alone, so that its [`ReplayKey`] may be forgotten.
    pub remember_until: Timestamp,
}

impl<'a> SignedHeaders<'a> {
    /// Takes the three headers of a request, in the order key, timestamp, signature.
    ///
    /// # Errors
    /// [`Refusal::Unsigned`] where one is missing or empty.
    pub fn of(
        key: Option<&'a str>,
        timestamp: Option<&'a str>,
        signature: Option<&'a str>,
    ) -> Result<Self, Refusal> {
        let present = |header: Option<&'a str>| header.filter(|h| !h.is_empty()).ok_or(Refusal::Unsigned);
        Ok(Self { key: present(key)?, timestamp: present(timestamp)?, signature: present(signature)? })
    }

    /// What this request and a repetition of it have in common. `target` is path and query as received.
    pub fn replay_key(&self, method: &str, target: &str) -> ReplayKey {
        ReplayKey::of(self.key, method, target, self.signature)
    }
}

/// Signs `body` (empty for a GET) as sent at `now`: the values of `X-Timestamp` and `X-Signature`.
///
/// Give the time with its fraction of a second: two requests within one second are then two requests, not one and
/// a repetition.
pub fn sign(secret: &SecretKey, now: Timestamp, body: &[u8]) -> (String, String) {
    let timestamp = timestamp::write(now);
    let signature = signature(secret, &timestamp, body);
    (timestamp, signature)
}

/// Whether the holder of `secret` signed `body` at most `window_seconds` before or after `now`.
///
/// # Errors
/// [`Refusal::BadTimestamp`], [`Refusal::BadSignature`] or [`Refusal::Stale`]: the first that applies, in this
/// order, so that only the holder of the secret learns how far the clocks are apart.
pub fn verify(
    secret: &SecretKey,
    headers: SignedHeaders<'_>,
    body: &[u8],
    now: Timestamp,
    window_seconds: u32,
) -> Result<Verified, Refusal> {
    let signed_at = timestamp::parse(headers.timestamp).ok_or(Refusal::BadTimestamp)?;
    let expected = signature(secret, headers.timestamp, body);
    if !bool::from(expected.as_bytes().ct_eq(headers.signature.as_bytes())) {
        return Err(Refusal::BadSignature);
    }
    timestamp::check_window(signed_at, now, window_seconds)?;
    // A second more than the window, because the last moment of the window still fits.
    let after = SignedDuration::from_secs(i64::from(window_seconds) + 1);
    Ok(Verified { signed_at, remember_until: signed_at.saturating_add(after).unwrap_or(Timestamp::MAX) })
}

/// The value of `X-Signature` for a timestamp as it is written.
fn signature(secret: &SecretKey, timestamp: &str, body: &[u8]) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()) else {
        unreachable!("HMAC takes keys of any length (RFC 2104 §2)")
    };
    mac.update(timestamp.as_bytes());
    mac.update(b":");
    mac.update(body);
    let mut text = String::with_capacity(71);
    text.push_str("sha256=");
    for byte in mac.finalize().into_bytes() {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
