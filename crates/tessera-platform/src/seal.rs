//! Secrets that must be used again are sealed with XChaCha20-Poly1305, under keys derived (HKDF-SHA256) from the
//! server's secret key and a purpose, so that what was sealed for one use opens for no other.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as B64;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::Sha256;

const VERSION: &str = "v1.";
const NONCE_BYTES: usize = 24;

/// Seals and opens for one purpose.
#[derive(Clone)]
pub struct Sealer(XChaCha20Poly1305);

/// What was sealed cannot be opened: another key, or altered.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a sealed value cannot be opened: the secret key is another one, or the value was altered")]
pub struct CannotOpen;

impl Sealer {
    /// The sealer for `purpose` under the server's `secret_key`.
    pub fn new(secret_key: &[u8], purpose: &str) -> Self {
        Self(XChaCha20Poly1305::new(&derive_key(secret_key, purpose).into()))
    }

    /// Seals `text`; each time to something else.
    pub fn seal(&self, text: &str) -> Result<String, CannotOpen> {
        let nonce: [u8; NONCE_BYTES] = crate::random_bytes();
        let sealed = self.0.encrypt(&XNonce::from(nonce), text.as_bytes()).map_err(|_| CannotOpen)?;
        Ok(format!("{VERSION}{}", B64.encode([&nonce[..], &sealed].concat())))
    }

    /// The text that was sealed.
    pub fn open(&self, sealed: &str) -> Result<String, CannotOpen> {
        let bytes = sealed.strip_prefix(VERSION).and_then(|s| B64.decode(s).ok()).ok_or(CannotOpen)?;
        let (nonce, body) = bytes.split_first_chunk::<NONCE_BYTES>().ok_or(CannotOpen)?;
        let text = self.0.decrypt(&XNonce::from(*nonce), body).map_err(|_| CannotOpen)?;
        String::from_utf8(text).map_err(|_| CannotOpen)
    }
}

impl std::fmt::Debug for Sealer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealer(…)")
    }
}

/// A 256-bit key for one purpose.
pub fn derive_key(secret_key: &[u8], purpose: &str) -> [u8; 32] {
    let mut key = [0; 32];
    // HKDF refuses only outputs of more than 255 blocks; 32 bytes are one.
    let _ = Hkdf::<Sha256>::new(Some(b"tessera"), secret_key).expand(purpose.as_bytes(), &mut key);
    key
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_opens_with_the_same_key_and_purpose_only() {
        let a = Sealer::new(b"key", "mail");
        let sealed = a.seal("Ci vediamo alle 6").unwrap();
        assert_eq!(a.open(&sealed).unwrap(), "Ci vediamo alle 6");
        assert_eq!(Sealer::new(b"key", "oauth").open(&sealed), Err(CannotOpen));
        assert_eq!(Sealer::new(b"other", "mail").open(&sealed), Err(CannotOpen));
        assert_eq!(a.open(&sealed.replace("v1.", "v2.")), Err(CannotOpen));
        assert_eq!(a.open("v1.AAAA"), Err(CannotOpen));
    }

    #[test]
    fn the_same_text_never_seals_to_the_same_value() {
        let a = Sealer::new(b"key", "mail");
        assert_ne!(a.seal("x").unwrap(), a.seal("x").unwrap());
    }
}
