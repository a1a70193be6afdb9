use std::fmt;

use sha2::{Digest, Sha256};

/// What two requests have in common if one is the other sent again: a SHA-256 over the key that signed, the
/// method, the target and the signature, each with its length before it, so that no two different requests can be
/// written the same way.
///
/// ```
/// use tessera_wire::ReplayKey;
/// let first = ReplayKey::of("pk_1", "GET", "/api/federation/events/", "sha256=00");
/// assert_eq!(first, ReplayKey::of("pk_1", "GET", "/api/federation/events/", "sha256=00"));
/// assert_ne!(first, ReplayKey::of("pk_1", "POST", "/api/federation/events/", "sha256=00"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReplayKey([u8; 32]);

impl ReplayKey {
    /// `target` is the request's target as it was received: path and query, or the whole address where that is
    /// what was signed.
    pub fn of(key: &str, method: &str, target: &str, signature: &str) -> Self {
        let mut hash = Sha256::new();
        for part in [key, method, target, signature] {
            hash.update(part.len().to_string());
            hash.update(b":");
            hash.update(part);
        }
        Self(hash.finalize().into())
    }

    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for ReplayKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ReplayKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReplayKey({self})")
    }
}
