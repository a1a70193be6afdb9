//! How two admins make sure that each has the other's key, and nobody in between has put in theirs.
//!
//! Both servers show the same six words, made of the keys of both communities; the admins compare them by phone. Each
//! word is one of 2,048, so the six hold 66 bits: whoever wants to stand in between has to find, while the admins are
//! pairing, two keys of their own that give the same words on both sides. The words are BIP 39's English list: short
//! ones, told apart by their first four letters.
//!
//! A [`PairingLink`] brings one admin's server to the other's, once. It is a bearer's secret; it holds no key, only
//! what the key's fingerprint has to be.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bip39::Language;
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::descriptor::{MAX_CODE_CHARACTERS, MAX_URL_CHARACTERS};
use crate::signatures::VerifyingKey;

/// How many words are compared.
pub const WORDS: usize = 6;
/// The path of a pairing link, on the server that made it.
pub const LINK_PATH: &str = "/federation/pair";

/// One side of a pairing: which community, and all keys that it publishes now.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Side([u8; 32]);

impl Side {
    /// SHA-256 over the community's code and the fingerprints of its keys, in whatever order they were published.
    pub fn of(community: &str, keys: &[VerifyingKey]) -> Self {
        let mut fingerprints: Vec<[u8; 32]> = keys.iter().map(VerifyingKey::fingerprint).collect();
        fingerprints.sort_unstable();
        fingerprints.dedup();
        let mut hash = Sha256::new();
        hash.update(b"tessera-pairing-side-v1");
        hash.update(community.len().to_string());
        hash.update(b":");
        hash.update(community);
        fingerprints.iter().for_each(|fingerprint| hash.update(fingerprint));
        Self(hash.finalize().into())
    }

    /// Takes up one that was kept, or came in a link.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// The fingerprint of a key as people read it: the first 20 bytes of its SHA-256 in groups of four digits.
///
/// ```
/// use tessera_wire::{pairing, signatures::SigningKey};
/// let key = SigningKey::from_random(&[7; 32]).verifying_key();
/// assert_eq!(pairing::readable_fingerprint(&key).len(), 10 * 4 + 9);
/// ```
pub fn readable_fingerprint(key: &VerifyingKey) -> String {
    let fingerprint = key.fingerprint();
    let groups = fingerprint.as_chunks::<2>().0.iter().take(10).map(|[a, b]| format!("{a:02x}{b:02x}"));
    groups.collect::<Vec<_>>().join(" ")
}

/// The words for both sides, the same whoever asks.
///
/// ```
/// use tessera_wire::pairing::{Side, words};
/// use tessera_wire::signatures::SigningKey;
/// let torino = Side::of("torino", &[SigningKey::from_random(&[1; 32]).verifying_key()]);
/// let roma = Side::of("roma", &[SigningKey::from_random(&[2; 32]).verifying_key()]);
/// assert_eq!(words(&torino, &roma), words(&roma, &torino));
/// ```
pub fn words(one: &Side, other: &Side) -> [&'static str; WORDS] {
    let (first, second) = if one <= other { (one, other) } else { (other, one) };
    let mut hash = Sha256::new();
    hash.update(b"tessera-pairing-words-v1");
    hash.update(first.0);
    hash.update(second.0);
    let digest: [u8; 32] = hash.finalize().into();
    let (head, _) = digest.split_at(16);
    let bits = head.iter().fold(0u128, |bits, byte| (bits << 8) | u128::from(*byte));
    let list = Language::English.word_list();
    let mut shift = 128u32;
    [(); WORDS].map(|()| {
        shift = shift.saturating_sub(11);
        let at = usize::try_from((bits >> shift) & 0x7ff).unwrap_or_default();
        list.get(at).copied().unwrap_or_default()
    })
}

/// What a one-time pairing link holds: where, which community, a secret that works once, and the [`Side`] that is to
/// be found there.
///
/// The secret and the side stand behind the `#`, so that they are in no server's log.
///
/// ```
/// use tessera_wire::pairing::{PairingLink, Side};
/// let link = PairingLink::new("https://torino.example", "torino", [7; 32], Side::of("torino", &[])).unwrap();
/// assert_eq!(link.to_string().parse::<PairingLink>().unwrap(), link);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct PairingLink {
    base_url: String,
    community: String,
    secret: [u8; 32],
    side: Side,
}

/// Why a text is no pairing link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LinkError {
    #[error("the link is too long")]
    TooLong,
    #[error("the link is not an http(s) address of a server")]
    Address,
    #[error("the link does not lead to a pairing page")]
    Path,
    #[error("the link names no community, or one whose code is too long")]
    Community,
    #[error("the end of the link is missing or was cut off")]
    Secret,
}

impl PairingLink {
    /// `secret`: 32 random bytes of the caller, of which only a hash is kept.
    ///
    /// # Errors
    /// [`LinkError`], where address or community cannot be written into a link.
    pub fn new(base_url: &str, community: &str, secret: [u8; 32], side: Side) -> Result<Self, LinkError> {
        let base_url = base_url.trim_end_matches('/').to_owned();
        if base_url.len() > MAX_URL_CHARACTERS {
            return Err(LinkError::TooLong);
        }
        if !crate::address::is_http(&base_url) || base_url.contains(['?', '#']) {
            return Err(LinkError::Address);
        }
        let in_code = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if !(1..=MAX_CODE_CHARACTERS).contains(&community.len()) || !community.chars().all(in_code) {
            return Err(LinkError::Community);
        }
        Ok(Self { base_url, community: community.to_owned(), secret, side })
    }

    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    pub fn community(&self) -> &str {
        &self.community
    }

    pub fn secret(&self) -> &[u8; 32] {
        &self.secret
    }

    /// SHA-256 of the secret: what the server that made the link keeps.
    pub fn secret_hash(&self) -> [u8; 32] {
        Sha256::digest(self.secret).into()
    }

    pub fn side(&self) -> &Side {
        &self.side
    }
}

impl fmt::Display for PairingLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (secret, side) = (URL_SAFE_NO_PAD.encode(self.secret), URL_SAFE_NO_PAD.encode(self.side.0));
        write!(f, "{}{LINK_PATH}/{}#{secret}.{side}", self.base_url, self.community)
    }
}

impl fmt::Debug for PairingLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PairingLink({}{LINK_PATH}/{}#…)", self.base_url, self.community)
    }
}

impl FromStr for PairingLink {
    type Err = LinkError;

    fn from_str(text: &str) -> Result<Self, LinkError> {
        let text = text.trim();
        // Path, code and fragment are no longer than this.
        if text.len() > MAX_URL_CHARACTERS + 200 {
            return Err(LinkError::TooLong);
        }
        let (address, fragment) = text.split_once('#').ok_or(LinkError::Secret)?;
        let (base_url, community) = address.rsplit_once('/').ok_or(LinkError::Address)?;
        let base_url = base_url.strip_suffix(LINK_PATH).ok_or(LinkError::Path)?;
        let (secret, side) = fragment.split_once('.').ok_or(LinkError::Secret)?;
        Self::new(base_url, community, bytes(secret)?, Side(bytes(side)?))
    }
}

fn bytes(text: &str) -> Result<[u8; 32], LinkError> {
    if text.len() != 43 {
        return Err(LinkError::Secret);
    }
    let decoded = URL_SAFE_NO_PAD.decode(text).map_err(|_| LinkError::Secret)?;
    decoded.try_into().map_err(|_| LinkError::Secret)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signatures::SigningKey;
    use std::collections::BTreeSet;

    fn key(seed: u8) -> VerifyingKey {
        SigningKey::from_random(&[seed; 32]).verifying_key()
    }

    #[test]
    fn words_are_of_2048_and_depend_on_every_key_and_name() {
        let list = Language::English.word_list();
        assert_eq!(list.iter().collect::<BTreeSet<_>>().len(), 2048);
        assert!(list.iter().all(|word| (3..=8).contains(&word.len())));
        let torino = Side::of("torino", &[key(1), key(2)]);
        let roma = Side::of("roma", &[key(3)]);
        let both = words(&torino, &roma);
        assert_eq!(both, words(&roma, &torino));
        assert_eq!(both, words(&Side::of("torino", &[key(2), key(1), key(2)]), &roma));
        for other in [
            words(&Side::of("torino", &[key(1)]), &roma),
            words(&Side::of("milano", &[key(1), key(2)]), &roma),
            words(&torino, &Side::of("roma", &[key(4)])),
            words(&torino, &torino),
        ] {
            assert_ne!(both, other);
        }
    }

    /// What is shown on one version has to be shown on every other.
    #[test]
    fn words_stay_the_same() {
        let words = words(&Side::of("torino", &[key(1)]), &Side::of("roma", &[key(2)]));
        assert_eq!(words.join(" "), "ignore slice joy during thrive mixture");
    }

    #[test]
    fn a_link_is_read_as_it_was_made_and_its_secret_is_not_shown() {
        let side = Side::of("torino", &[key(1)]);
        let link = PairingLink::new("https://torino.example/", "torino", [9; 32], side.clone()).unwrap();
        let text = link.to_string();
        assert!(text.starts_with("https://torino.example/federation/pair/torino#"), "{text}");
        let read: PairingLink = format!(" {text}\n").parse().unwrap();
        assert_eq!((read.base_url(), read.community()), ("https://torino.example", "torino"));
        assert_eq!((read.secret(), read.side()), (&[9; 32], &side));
        assert!(!format!("{read:?}").contains(&text[text.len() - 20..]));
    }

    #[test]
    fn what_is_no_link_says_why() {
        let good =
            PairingLink::new("https://a.example", "a", [1; 32], Side::of("a", &[])).unwrap().to_string();
        for (text, error) in [
            (String::new(), LinkError::Secret),
            (good[..good.len() - 1].to_owned(), LinkError::Secret),
            (good.replace('#', "?"), LinkError::Secret),
            (good.replace("/pair/", "/else/"), LinkError::Path),
            (good.replace("https:", "ftp:"), LinkError::Address),
            (good.replace("//a.", "//me:pw@a."), LinkError::Address),
            (good.replace("/a#", "/#"), LinkError::Community),
            (good.replace("/a#", "/a%20b#"), LinkError::Community),
            (good.replace("/a#", &format!("/{}#", "a".repeat(64))), LinkError::Community),
            (format!("{good}{}", "a".repeat(3000)), LinkError::TooLong),
        ] {
            assert_eq!(text.parse::<PairingLink>(), Err(error), "{text}");
        }
    }
}
