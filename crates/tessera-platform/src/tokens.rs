//! Bearer tokens: 256 random bits behind a prefix that says what it is. Only their SHA-256 is stored, with the
//! first characters, so that an owner can tell two of them apart in a list.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as B64;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// A token as handed out, once.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A fresh one: `prefix_` and 43 characters of base64url.
    pub fn random(prefix: &str) -> Self {
        let bytes: [u8; 32] = crate::random_bytes();
        Self(format!("{prefix}_{}", B64.encode(bytes)))
    }

    /// A fresh one as a random UUID (RFC 9562 §5.4): 122 bits, where an address promises a UUID.
    pub fn random_uuid() -> Self {
        Self(uuid::Builder::from_random_bytes(crate::random_bytes()).into_uuid().to_string())
    }

    /// The text to hand out.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored.
    pub fn hash(&self) -> String {
        hash(&self.0)
    }

    /// The beginning that is stored readable: the prefix and four characters.
    pub fn hint(&self) -> String {
        let keep = self.0.find('_').unwrap_or(0).saturating_add(5);
        self.0.chars().take(keep).collect()
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Token({}…)", self.hint())
    }
}

/// SHA-256 of a token somebody showed, as lower-case hex: what stored hashes are looked up by.
pub fn hash(token: &str) -> String {
    digest(token.as_bytes())
}

/// SHA-256 as lower-case hex.
pub fn digest(bytes: &[u8]) -> String {
    crate::hex(&Sha256::digest(bytes))
}

/// Compares without telling by its time where the difference is.
pub fn same(a: &str, b: &str) -> bool {
    a.as_bytes().ct_eq(b.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_256_bits_a_prefix_and_a_hint_that_gives_nothing_away() {
        let t = Token::random("inv");
        assert_eq!(t.reveal().len(), "inv_".len() + 43);
        assert_eq!(t.hint().len(), 8);
        assert_eq!(t.hash().len(), 64);
        assert_ne!(t, Token::random("inv"));
        assert!(!format!("{t:?}").contains(t.reveal()));
    }

    #[test]
    fn a_token_that_is_a_uuid_is_a_random_one() {
        let t = Token::random_uuid();
        assert_eq!(uuid::Uuid::parse_str(t.reveal()).map(|u| u.get_version_num()), Ok(4));
        assert_ne!(t, Token::random_uuid());
    }
}
