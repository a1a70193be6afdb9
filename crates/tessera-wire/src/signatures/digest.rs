use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sfv::{Dictionary, ListEntry, Parser, Version};
use sha2::{Digest, Sha256, Sha512};
use subtle::ConstantTimeEq;
use thiserror::Error;

use super::MAX_FIELD_BYTES;

/// The algorithms that are fit to protect content (RFC 9530 §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DigestAlgorithm {
    Sha256,
    Sha512,
}

/// Why content is not what its Content-Digest says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DigestError {
    /// No dictionary of byte sequences.
    #[error("the Content-Digest cannot be read")]
    Malformed,
    /// It names neither sha-256 nor sha-512.
    #[error("the Content-Digest uses no algorithm that protects content")]
    Unsupported,
    /// The content is another one.
    #[error("the content is not the one of the Content-Digest")]
    Differs,
}

impl DigestAlgorithm {
    pub fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "sha-256",
            Self::Sha512 => "sha-512",
        }
    }

    fn of(self, content: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(content).to_vec(),
            Self::Sha512 => Sha512::digest(content).to_vec(),
        }
    }
}

/// The value of `Content-Digest` for these bytes (RFC 9530 §2).
///
/// ```
/// use tessera_wire::signatures::{DigestAlgorithm, content_digest};
/// assert_eq!(
///     content_digest(br#"{"hello": "world"}"#, DigestAlgorithm::Sha256),
///     "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"
/// );
/// ```
pub fn content_digest(content: &[u8], algorithm: DigestAlgorithm) -> String {
    format!("{}=:{}:", algorithm.name(), STANDARD.encode(algorithm.of(content)))
}

/// Whether `content` is what the value of a `Content-Digest` says: every digest that can be computed here has to
/// fit, and one at least has to be there. Others, the weak ones among them, are passed over.
///
/// # Errors
/// [`DigestError`].
pub fn check_content_digest(value: &str, content: &[u8]) -> Result<(), DigestError> {
    if value.len() > MAX_FIELD_BYTES {
        return Err(DigestError::Malformed);
    }
    let digests: Dictionary = Parser::new(value.as_bytes())
        .with_version(Version::Rfc8941)
        .parse()
        .map_err(|_| DigestError::Malformed)?;
    let mut found = false;
    for (name, entry) in &digests {
        let ListEntry::Item(item) = entry else { return Err(DigestError::Malformed) };
        let digest = item.bare_item.as_byte_sequence().ok_or(DigestError::Malformed)?;
        let known = [DigestAlgorithm::Sha256, DigestAlgorithm::Sha512];
        let Some(algorithm) = known.into_iter().find(|known| known.name() == name.as_str()) else { continue };
        if !bool::from(algorithm.of(content).ct_eq(digest)) {
            return Err(DigestError::Differs);
        }
        found = true;
    }
    if found { Ok(()) } else { Err(DigestError::Unsupported) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HELLO: &[u8] = br#"{"hello": "world"}"#;
    const HELLO_SHA_512: &str =
        "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:";

    /// RFC 9530, appendix B (and D): the content of its examples, ending in a line feed where theirs does.
    #[test]
    fn digests_are_those_of_the_standard() {
        assert_eq!(content_digest(HELLO, DigestAlgorithm::Sha512), HELLO_SHA_512);
        for (content, digest) in [
            (HELLO, "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"),
            (b"{\"hello\": \"world\"}\n", "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:"),
            (b"", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"),
            (HELLO, HELLO_SHA_512),
        ] {
            assert_eq!(check_content_digest(digest, content), Ok(()), "{digest}");
            assert_eq!(check_content_digest(digest, b"else"), Err(DigestError::Differs), "{digest}");
        }
    }

    #[test]
    fn every_digest_that_can_be_computed_has_to_fit() {
        let good = content_digest(HELLO, DigestAlgorithm::Sha256);
        let other = content_digest(b"else", DigestAlgorithm::Sha512);
        let both = format!("{good}, {HELLO_SHA_512}");
        assert_eq!(check_content_digest(&both, HELLO), Ok(()));
        assert_eq!(check_content_digest(&format!("{good}, {other}"), HELLO), Err(DigestError::Differs));
        assert_eq!(check_content_digest(&format!("md5=:AAAA:, {good}"), HELLO), Ok(()));
        assert_eq!(check_content_digest("md5=:AAAA:", HELLO), Err(DigestError::Unsupported));
        assert_eq!(check_content_digest("", HELLO), Err(DigestError::Unsupported));
        for malformed in ["sha-256", "sha-256=AAAA", "sha-256=()", "=", "sha-256=:A", "SHA-256=:AAAA:"] {
            assert_eq!(check_content_digest(malformed, HELLO), Err(DigestError::Malformed), "{malformed}");
        }
        let short = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBA==:";
        assert_eq!(check_content_digest(short, HELLO), Err(DigestError::Differs));
    }
}
