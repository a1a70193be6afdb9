use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use ed25519_dalek::Signer as _;
use sha2::{Digest, Sha256};
use thiserror::Error;

/// Written without padding, read with or without.
const BASE64URL: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// An Ed25519 private key. `Debug` does not show it; it is wiped from memory when it is dropped.
#[derive(Clone)]
pub struct SigningKey(ed25519_dalek::SigningKey);

/// An Ed25519 public key that is fit to be trusted: a point of the curve, and none of the few weak ones under
/// which a signature could fit several messages.
///
/// As text it is base64url of the 32 bytes.
///
/// ```
/// use tessera_wire::signatures::{SigningKey, VerifyingKey};
/// let key = SigningKey::from_random(&[7; 32]).verifying_key();
/// assert_eq!(key.to_string().parse::<VerifyingKey>().unwrap(), key);
/// assert!("AAAA".parse::<VerifyingKey>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct VerifyingKey(ed25519_dalek::VerifyingKey);

/// What a text lacks to be a public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum VerifyingKeyError {
    #[error("not base64url of 32 bytes")]
    Encoding,
    #[error("not a point of the curve, or a weak one")]
    Point,
}

impl SigningKey {
    /// Makes a key of 32 random bytes of the caller, or takes up one that was kept.
    pub fn from_random(random: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(random))
    }

    /// The 32 bytes, to be sealed.
    pub fn expose(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    pub fn verifying_key(&self) -> VerifyingKey {
        VerifyingKey(self.0.verifying_key())
    }

    /// Ed25519 (RFC 8032 §5.1.6): the same message always gives the same signature.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl VerifyingKey {
    /// # Errors
    /// [`VerifyingKeyError::Point`] where the bytes are no key, or a weak one.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, VerifyingKeyError> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(bytes).map_err(|_| VerifyingKeyError::Point)?;
        if key.is_weak() { Err(VerifyingKeyError::Point) } else { Ok(Self(key)) }
    }

    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// Whether `signature` is this key's over `message`, strictly: there is one signature of one message by one
    /// key, and nobody can turn it into another that fits too.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        let Ok(signature) = <[u8; 64]>::try_from(signature) else { return false };
        self.0.verify_strict(message, &ed25519_dalek::Signature::from_bytes(&signature)).is_ok()
    }

    /// SHA-256 of the 32 bytes.
    pub fn fingerprint(&self) -> [u8; 32] {
        Sha256::digest(self.as_bytes()).into()
    }
}

impl FromStr for VerifyingKey {
    type Err = VerifyingKeyError;
    fn from_str(text: &str) -> Result<Self, VerifyingKeyError> {
        // 32 bytes are 43 characters, 44 with padding.
        if text.len() > 44 {
            return Err(VerifyingKeyError::Encoding);
        }
        let bytes = BASE64URL.decode(text).map_err(|_| VerifyingKeyError::Encoding)?;
        Self::from_bytes(&bytes.try_into().map_err(|_| VerifyingKeyError::Encoding)?)
    }
}

impl fmt::Display for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE64URL.encode(self.as_bytes()))
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifyingKey({self})")
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8032 §7.1, test 3.
    #[test]
    fn signs_as_the_standard_has_it() {
        let secret = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";
        let public = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
        let signature = "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac\
                         18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";
        let key = SigningKey::from_random(&bytes(secret).try_into().unwrap());
        assert_eq!(key.verifying_key().as_bytes().as_slice(), bytes(public));
        assert_eq!(key.sign(&[0xaf, 0x82]).as_slice(), bytes(signature));
        assert!(key.verifying_key().verifies(&[0xaf, 0x82], &bytes(signature)));
    }

    fn bytes(hex: &str) -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    }

    #[test]
    fn weak_and_broken_keys_are_none() {
        let mut identity = [0; 32];
        identity[0] = 1;
        assert_eq!(VerifyingKey::from_bytes(&identity), Err(VerifyingKeyError::Point));
        assert_eq!(VerifyingKey::from_bytes(&[0; 32]), Err(VerifyingKeyError::Point));
        for text in ["", "A", "not base64!", &"A".repeat(42), &"A".repeat(100)] {
            assert_eq!(text.parse::<VerifyingKey>(), Err(VerifyingKeyError::Encoding), "{text}");
        }
    }

    #[test]
    fn one_message_has_one_signature() {
        let key = SigningKey::from_random(&[3; 32]);
        let good = key.sign(b"message");
        // The scalar plus the order of the group: equal modulo the order, and refused (RFC 8032 §8.4).
        let order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        let mut twin = good;
        let mut carry = 0u16;
        for at in 0..32 {
            let sum = u16::from(good[32 + at]) + u16::from(order[at]) + carry;
            twin[32 + at] = (sum & 0xff).try_into().unwrap();
            carry = sum >> 8;
        }
        assert!(key.verifying_key().verifies(b"message", &good));
        assert!(!key.verifying_key().verifies(b"message", &twin));
        assert!(!key.verifying_key().verifies(b"message", &good[..63]));
    }
}
