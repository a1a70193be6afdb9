use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// Letters and digits only, so that a key can be read out, selected with a double click and matched by whatever
/// a partner checks.
const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// The name of a caller: `pk_` and 32 characters. It travels in every request and proves nothing.
///
/// ```
/// use tessera_wire::documented::PublicKey;
/// let key: PublicKey = "pk_ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".parse().unwrap();
/// assert_eq!(key.as_str(), "pk_ABCDEFGHIJKLMNOPQRSTUVWXYZ012345");
/// assert!("pk_short".parse::<PublicKey>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey(String);

/// What signs: `sk_` and 64 characters. It never travels in a request; `Debug` does not show it.
#[derive(Clone)]
pub struct SecretKey(String);

/// What a text lacks to be a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum KeyError {
    /// It does not begin with `pk_` (or `sk_`). The two are easily mixed up by hand.
    #[error("the key does not begin with {expected}")]
    Prefix { expected: &'static str },
    /// Not as many characters as a key has.
    #[error("the key has {found} characters after its beginning, not {expected}")]
    Length { expected: usize, found: usize },
    /// A space, a control character or a letter outside of ASCII: it could not travel in a header.
    #[error("the key holds a character that no key has")]
    Character,
}

impl PublicKey {
    pub const PREFIX: &'static str = "pk_";
    /// Characters after the prefix.
    pub const LENGTH: usize = 32;
    /// Random bytes that making one takes: eight for each character, so that none of the 62 is likelier than
    /// another by more than 2⁻⁵⁸.
    pub const RANDOM_BYTES: usize = Self::LENGTH * 8;

    /// Makes a key of the caller's random bytes.
    pub fn from_random(random: &[u8; Self::RANDOM_BYTES]) -> Self {
        Self(format!("{}{}", Self::PREFIX, characters(random)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SecretKey {
    pub const PREFIX: &'static str = "sk_";
    /// Characters after the prefix.
    pub const LENGTH: usize = 64;
    /// Random bytes that making one takes, as for [`PublicKey::RANDOM_BYTES`].
    pub const RANDOM_BYTES: usize = Self::LENGTH * 8;

    /// Makes a key of the caller's random bytes.
    pub fn from_random(random: &[u8; Self::RANDOM_BYTES]) -> Self {
        Self(format!("{}{}", Self::PREFIX, characters(random)))
    }

    /// The key itself: to be sealed, or shown this once to the admin who made it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

fn characters(random: &[u8]) -> String {
    let (groups, _) = random.as_chunks::<8>();
    groups
        .iter()
        .filter_map(|group| usize::try_from(u64::from_le_bytes(*group) % 62).ok())
        .filter_map(|at| ALPHABET.get(at).copied().map(char::from))
        .collect()
}

/// Others made their keys with an alphabet of their own, so anything that a header may hold is taken.
fn check(text: &str, prefix: &'static str, length: usize) -> Result<(), KeyError> {
    let rest = text.strip_prefix(prefix).ok_or(KeyError::Prefix { expected: prefix })?;
    if !rest.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(KeyError::Character);
    }
    if rest.len() == length { Ok(()) } else { Err(KeyError::Length { expected: length, found: rest.len() }) }
}

impl FromStr for PublicKey {
    type Err = KeyError;
    fn from_str(text: &str) -> Result<Self, KeyError> {
        check(text, Self::PREFIX, Self::LENGTH).map(|()| Self(text.to_owned()))
    }
}

impl FromStr for SecretKey {
    type Err = KeyError;
    fn from_str(text: &str) -> Result<Self, KeyError> {
        check(text, Self::PREFIX, Self::LENGTH).map(|()| Self(text.to_owned()))
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(sk_…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_made_of_random_bytes_and_read_back() {
        let mut random = [0u8; SecretKey::RANDOM_BYTES];
        for (at, byte) in random.iter_mut().enumerate() {
            *byte = u8::try_from((at * 151 + at / 8) % 256).unwrap();
        }
        let secret = SecretKey::from_random(&random);
        assert_eq!(secret.expose().len(), 67);
        assert_eq!(secret.expose().parse::<SecretKey>().unwrap().expose(), secret.expose());
        let public = PublicKey::from_random(&random[..PublicKey::RANDOM_BYTES].try_into().unwrap());
        assert_eq!(public.as_str().parse::<PublicKey>().unwrap(), public);
        assert!(public.as_str()[3..].bytes().all(|b| b.is_ascii_alphanumeric()));
        assert_ne!(
            SecretKey::from_random(&[0; SecretKey::RANDOM_BYTES]).expose(),
            SecretKey::from_random(&[1; SecretKey::RANDOM_BYTES]).expose()
        );
    }

    #[test]
    fn a_secret_is_not_shown_by_accident() {
        let secret = SecretKey::from_random(&[7; SecretKey::RANDOM_BYTES]);
        assert!(!format!("{secret:?}").contains(&secret.expose()[3..10]));
    }

    #[test]
    fn what_is_no_key_says_why() {
        let thirty_two = "a".repeat(32);
        assert_eq!(
            format!("sk_{thirty_two}").parse::<PublicKey>(),
            Err(KeyError::Prefix { expected: "pk_" })
        );
        assert_eq!(
            format!("pk_{thirty_two}a").parse::<PublicKey>(),
            Err(KeyError::Length { expected: 32, found: 33 })
        );
        assert_eq!(format!("pk_{}\n", "a".repeat(31)).parse::<PublicKey>(), Err(KeyError::Character));
        assert_eq!(format!("pk_{}é", "a".repeat(30)).parse::<PublicKey>(), Err(KeyError::Character));
        assert_eq!(
            format!("pk_{}", "a".repeat(64)).parse::<SecretKey>().map(|_| ()),
            Err(KeyError::Prefix { expected: "sk_" })
        );
    }
}
