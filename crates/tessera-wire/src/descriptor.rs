//! What a community says of itself at `/.well-known/tessera`: its name, where it can be asked, how requests to it are
//! to be signed, and the public keys it signs with.
//!
//! What is promised of reading: the keys are fit to be trusted as keys ([`VerifyingKey`]), none is named twice, and
//! everything is within limits. Whose they are is not known by this: that two admins find out by comparing
//! [`crate::pairing::words`].

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

use crate::Refusal;
use crate::signatures::{SigningKey, VerifyingKey};

/// Where a community describes itself.
pub const PATH: &str = "/.well-known/tessera";
/// The longest answer that is read, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;
/// The most keys of one community.
pub const MAX_KEYS: usize = 16;
/// The most profiles of which names are read.
pub const MAX_PROFILES: usize = 16;
/// The most characters of a name.
pub const MAX_NAME_CHARACTERS: usize = 255;
/// The most characters of a community's code. The document has 20; a community's name in a host may have 63.
pub const MAX_CODE_CHARACTERS: usize = 63;
/// 64 bytes of base64url, with padding.
const MAX_SIGNATURE_CHARACTERS: usize = 88;
/// The most characters of an address.
pub const MAX_URL_CHARACTERS: usize = 2048;

/// How requests are signed; the later one is the stronger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// As the document of club federation has it ([`crate::documented`]).
    Documented,
    /// [`crate::strong`].
    Strong,
}

/// What a community says of itself.
///
/// ```
/// use tessera_wire::descriptor::{Descriptor, Profile};
/// let descriptor = Descriptor::read(br#"{
///     "community": "torino", "name": "MC Torino", "profiles": ["documented", "strong", "later"],
///     "min_profile": "documented", "federation": "https://torino.example/api/federation/",
///     "keys": [{"kid": "k1", "alg": "ed25519", "public_key": "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs",
///               "not_before": "2026-01-01T00:00:00Z", "not_after": null}]
/// }"#).unwrap();
/// assert_eq!(descriptor.best_profile(), Some(Profile::Strong));
/// let now = "2026-06-01T00:00:00Z".parse().unwrap();
/// assert_eq!(descriptor.find_key("k1", now).unwrap().kid, "k1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Descriptor {
    /// The community's code, as in `club_code`.
    pub community: String,
    pub name: String,
    /// What it accepts. Profiles that are not known here are passed over.
    #[serde(deserialize_with = "known_profiles")]
    pub profiles: Vec<Profile>,
    /// The weakest that it accepts.
    pub min_profile: Profile,
    /// The address under which the paths of the federation begin.
    pub federation: String,
    pub keys: Vec<PublishedKey>,
}

/// A key with the time in which it signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedKey {
    /// The name of the key, as in the `keyid` of a signature.
    pub kid: String,
    pub alg: Algorithm,
    pub public_key: VerifyingKey,
    pub not_before: Timestamp,
    /// `None`: until further notice.
    #[serde(default)]
    pub not_after: Option<Timestamp>,
    /// The word of the key before it, by which whoever trusts that one may trust this one. None: the first one, or one
    /// that is to be made sure of anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endorsed_by: Option<Endorsement>,
}

/// What an earlier key says of a later one: that it is of the same community.
///
/// ```
/// use tessera_wire::descriptor::Endorsement;
/// use tessera_wire::signatures::SigningKey;
/// let (old, new) = (SigningKey::from_random(&[1; 32]), SigningKey::from_random(&[2; 32]).verifying_key());
/// let word = Endorsement::of("torino", "new", &new, "old", &old);
/// assert!(word.holds("torino", "new", &new, &old.verifying_key()));
/// assert!(!word.holds("roma", "new", &new, &old.verifying_key()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endorsement {
    /// The name of the earlier key.
    pub kid: String,
    /// Ed25519, base64url.
    pub signature: String,
}

impl Endorsement {
    /// The word of the key `kid` for the key `new_kid`.
    pub fn of(community: &str, new_kid: &str, new: &VerifyingKey, kid: &str, key: &SigningKey) -> Self {
        let signature = URL_SAFE_NO_PAD.encode(key.sign(&endorsed(community, new_kid, new)));
        Self { kid: kid.to_owned(), signature }
    }

    /// Whether `key` did say so.
    pub fn holds(&self, community: &str, new_kid: &str, new: &VerifyingKey, key: &VerifyingKey) -> bool {
        let signature = URL_SAFE_NO_PAD.decode(&self.signature).unwrap_or_default();
        key.verifies(&endorsed(community, new_kid, new), &signature)
    }
}

fn endorsed(community: &str, kid: &str, key: &VerifyingKey) -> Vec<u8> {
    let mut text = b"tessera-key-v1".to_vec();
    for part in [community.as_bytes(), kid.as_bytes(), key.as_bytes()] {
        text.extend(part.len().to_string().bytes());
        text.push(b':');
        text.extend(part);
    }
    text
}

/// The one algorithm of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Algorithm {
    Ed25519,
}

/// Why an answer is no descriptor.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DescriptorError {
    #[error("the description is longer than {MAX_BYTES} bytes")]
    TooLong,
    /// No JSON, or not of this shape. The words are for the log.
    #[error("the description cannot be read: {0}")]
    Unreadable(String),
    #[error("{0} is empty or too long")]
    Length(&'static str),
    #[error("the address of the federation is not an http(s) address")]
    Address,
    #[error("the description has more than {MAX_KEYS} keys, or names a key twice")]
    Keys,
    #[error("a key ends before it begins")]
    Period,
}

impl Descriptor {
    /// Reads an answer of [`PATH`].
    ///
    /// # Errors
    /// [`DescriptorError`].
    pub fn read(bytes: &[u8]) -> Result<Self, DescriptorError> {
        if bytes.len() > MAX_BYTES {
            return Err(DescriptorError::TooLong);
        }
        let read: Self =
            serde_json::from_slice(bytes).map_err(|error| DescriptorError::Unreadable(error.to_string()))?;
        read.check()?;
        Ok(read)
    }

    fn check(&self) -> Result<(), DescriptorError> {
        length("community", &self.community, MAX_CODE_CHARACTERS)?;
        length("name", &self.name, MAX_NAME_CHARACTERS)?;
        length("federation", &self.federation, MAX_URL_CHARACTERS)?;
        if !crate::address::is_http(&self.federation) {
            return Err(DescriptorError::Address);
        }
        if self.keys.len() > MAX_KEYS {
            return Err(DescriptorError::Keys);
        }
        for (at, key) in self.keys.iter().enumerate() {
            length("kid", &key.kid, crate::strong::MAX_KEYID_CHARACTERS)?;
            if let Some(word) = &key.endorsed_by {
                length("endorsed_by", &word.kid, crate::strong::MAX_KEYID_CHARACTERS)?;
                length("endorsed_by", &word.signature, MAX_SIGNATURE_CHARACTERS)?;
            }
            if self.keys.iter().take(at).any(|earlier| earlier.kid == key.kid) {
                return Err(DescriptorError::Keys);
            }
            if key.not_after.is_some_and(|end| end <= key.not_before) {
                return Err(DescriptorError::Period);
            }
        }
        Ok(())
    }

    /// The strongest profile that both sides know.
    pub fn best_profile(&self) -> Option<Profile> {
        self.profiles.iter().copied().filter(|profile| *profile >= self.min_profile).max()
    }

    /// The key that signed, if it may sign at `now`. While keys are changed there are two: the old one until what it
    /// signed has arrived, the new one since before it signs.
    pub fn find_key(&self, kid: &str, now: Timestamp) -> Option<&PublishedKey> {
        self.keys.iter().find(|key| key.kid == kid && key.is_valid_at(now))
    }
}

impl PublishedKey {
    /// From `not_before` on and before `not_after`.
    pub fn is_valid_at(&self, now: Timestamp) -> bool {
        self.not_before <= now && self.not_after.is_none_or(|end| now < end)
    }
}

/// Of keys of one's own, the one to sign with at `now`: the youngest that is valid. So a new key can be published
/// ahead, and takes over by itself.
///
/// ```
/// use tessera_wire::descriptor::{Algorithm, PublishedKey, signing_key_at};
/// use tessera_wire::signatures::SigningKey;
/// let own = |kid: &str, from: &str, private: [u8; 32]| {
///     let private = SigningKey::from_random(&private);
///     let public_key = private.verifying_key();
///     let not_before = from.parse().unwrap();
///     let kid = kid.to_owned();
///     let alg = Algorithm::Ed25519;
///     (PublishedKey { kid, alg, public_key, not_before, not_after: None, endorsed_by: None }, private)
/// };
/// let keys = [own("old", "2025-01-01T00:00:00Z", [1; 32]), own("new", "2026-01-01T00:00:00Z", [2; 32])];
/// let at = |time: &str| signing_key_at(&keys, time.parse().unwrap()).map(|(key, _)| key.kid.as_str());
/// assert_eq!(at("2025-12-31T23:59:59Z"), Some("old"));
/// assert_eq!(at("2026-01-01T00:00:00Z"), Some("new"));
/// assert_eq!(at("2024-01-01T00:00:00Z"), None);
/// ```
pub fn signing_key_at(
    keys: &[(PublishedKey, SigningKey)],
    now: Timestamp,
) -> Option<&(PublishedKey, SigningKey)> {
    keys.iter().filter(|(key, _)| key.is_valid_at(now)).max_by_key(|(key, _)| key.not_before)
}

/// How a partner has signed so far. It only rises by itself: who once used the strong profile is not believed with a
/// weaker one, so that nobody in between can talk two servers down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratchet {
    /// The strongest profile that the partner has used, of requests that were believed.
    pub reached: Option<Profile>,
    /// An admin lets this partner fall back.
    pub may_fall_back: bool,
}

impl Ratchet {
    /// Whether a request that was signed with `used`, and believed, is accepted; and what to keep in mind after it.
    ///
    /// # Errors
    /// [`Refusal::ProfileTooWeak`].
    ///
    /// ```
    /// use tessera_wire::Refusal;
    /// use tessera_wire::descriptor::{Profile, Ratchet};
    /// let partner = Ratchet { reached: None, may_fall_back: false };
    /// let partner = partner.accept(Profile::Documented, Profile::Documented).unwrap();
    /// let partner = partner.accept(Profile::Strong, Profile::Documented).unwrap();
    /// assert_eq!(partner.accept(Profile::Documented, Profile::Documented), Err(Refusal::ProfileTooWeak));
    /// ```
    pub fn accept(self, used: Profile, least: Profile) -> Result<Self, Refusal> {
        let reached = if self.may_fall_back { None } else { self.reached };
        if used < least || reached.is_some_and(|reached| used < reached) {
            return Err(Refusal::ProfileTooWeak);
        }
        Ok(Self { reached: self.reached.max(Some(used)), ..self })
    }

    /// The profile to ask the partner with, given what it says of itself now: never a weaker one than it has used.
    ///
    /// # Errors
    /// [`Refusal::ProfileTooWeak`], where it says that it knows none as strong.
    pub fn choose(self, offered: Option<Profile>) -> Result<Profile, Refusal> {
        let offered = offered.unwrap_or(Profile::Documented);
        match self.reached {
            Some(reached) if offered < reached && !self.may_fall_back => Err(Refusal::ProfileTooWeak),
            _ => Ok(offered),
        }
    }
}

fn length(what: &'static str, text: &str, most: usize) -> Result<(), DescriptorError> {
    let fits = !text.trim().is_empty() && text.chars().count() <= most;
    if fits { Ok(()) } else { Err(DescriptorError::Length(what)) }
}

fn known_profiles<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Profile>, D::Error> {
    let names = Vec::<String>::deserialize(deserializer)?;
    if names.len() > MAX_PROFILES {
        return Err(de::Error::custom("too many profiles"));
    }
    Ok(names
        .iter()
        .filter_map(|name| match name.as_str() {
            "documented" => Some(Profile::Documented),
            "strong" => Some(Profile::Strong),
            _ => None,
        })
        .collect())
}

impl Serialize for VerifyingKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for VerifyingKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(kid: &str, seed: u8, from: &str, to: Option<&str>) -> PublishedKey {
        PublishedKey {
            kid: kid.to_owned(),
            alg: Algorithm::Ed25519,
            public_key: SigningKey::from_random(&[seed; 32]).verifying_key(),
            not_before: from.parse().unwrap(),
            not_after: to.map(|to| to.parse().unwrap()),
            endorsed_by: None,
        }
    }

    fn descriptor() -> Descriptor {
        Descriptor {
            community: "torino".to_owned(),
            name: "MC Torino".to_owned(),
            profiles: vec![Profile::Documented, Profile::Strong],
            min_profile: Profile::Documented,
            federation: "https://torino.example/api/federation/".to_owned(),
            keys: vec![
                key("old", 1, "2025-01-01T00:00:00Z", Some("2026-01-08T00:00:00Z")),
                key("new", 2, "2026-01-01T00:00:00Z", None),
            ],
        }
    }

    #[test]
    fn what_is_written_is_what_the_contract_has_and_is_read_back() {
        let written = serde_json::to_value(descriptor()).unwrap();
        let names: Vec<&String> = written.as_object().unwrap().keys().collect();
        assert_eq!(names, ["community", "federation", "keys", "min_profile", "name", "profiles"]);
        let key = written["keys"][0].as_object().unwrap();
        assert_eq!(key["alg"], "ed25519");
        assert_eq!(key["public_key"].as_str().unwrap().len(), 43);
        assert_eq!(written["keys"][1]["not_after"], serde_json::Value::Null);
        assert_eq!(written["profiles"], serde_json::json!(["documented", "strong"]));
        let bytes = serde_json::to_vec(&written).unwrap();
        assert_eq!(Descriptor::read(&bytes), Ok(descriptor()));
    }

    #[test]
    fn while_keys_are_changed_both_are_believed() {
        let descriptor = descriptor();
        for (time, old, new) in [
            ("2025-06-01T00:00:00Z", true, false),
            ("2026-01-01T00:00:00Z", true, true),
            ("2026-01-07T23:59:59Z", true, true),
            ("2026-01-08T00:00:00Z", false, true),
            ("2024-01-01T00:00:00Z", false, false),
        ] {
            let now = time.parse().unwrap();
            assert_eq!(descriptor.find_key("old", now).is_some(), old, "old at {time}");
            assert_eq!(descriptor.find_key("new", now).is_some(), new, "new at {time}");
        }
        assert_eq!(descriptor.find_key("else", "2026-01-02T00:00:00Z".parse().unwrap()), None);
    }

    #[test]
    fn what_does_not_fit_is_no_descriptor() {
        let with = |change: &dyn Fn(&mut serde_json::Value)| {
            let mut value = serde_json::to_value(descriptor()).unwrap();
            change(&mut value);
            Descriptor::read(&serde_json::to_vec(&value).unwrap())
        };
        assert_eq!(Descriptor::read(&vec![b' '; MAX_BYTES + 1]), Err(DescriptorError::TooLong));
        assert!(matches!(Descriptor::read(b"<html>"), Err(DescriptorError::Unreadable(_))));
        assert_eq!(with(&|d| d["name"] = " ".into()), Err(DescriptorError::Length("name")));
        assert_eq!(
            with(&|d| d["community"] = "a".repeat(64).into()),
            Err(DescriptorError::Length("community"))
        );
        assert_eq!(with(&|d| d["federation"] = "javascript:alert(1)".into()), Err(DescriptorError::Address));
        assert_eq!(with(&|d| d["keys"][1]["kid"] = "old".into()), Err(DescriptorError::Keys));
        assert_eq!(
            with(&|d| d["keys"][0]["not_after"] = "2024-01-01T00:00:00Z".into()),
            Err(DescriptorError::Period)
        );
        assert!(matches!(with(&|d| d["keys"][0]["alg"] = "rsa".into()), Err(DescriptorError::Unreadable(_))));
        assert!(matches!(
            with(&|d| d["keys"][0]["public_key"] = "AAAA".into()),
            Err(DescriptorError::Unreadable(_))
        ));
        assert!(with(&|d| d["another"] = "field".into()).is_ok());
        assert!(with(&|d| d["profiles"] = serde_json::json!(["later"])).unwrap().best_profile().is_none());
    }

    #[test]
    fn a_later_key_carries_the_word_of_the_earlier() {
        let (old, new) =
            (SigningKey::from_random(&[1; 32]), SigningKey::from_random(&[2; 32]).verifying_key());
        let word = Endorsement::of("torino", "new", &new, "old", &old);
        assert!(word.holds("torino", "new", &new, &old.verifying_key()));
        let stranger = SigningKey::from_random(&[3; 32]);
        assert!(!word.holds("torino", "new", &new, &stranger.verifying_key()));
        assert!(!word.holds("torino", "other", &new, &old.verifying_key()));
        assert!(!word.holds("torino", "new", &stranger.verifying_key(), &old.verifying_key()));
        let broken = Endorsement { signature: "!".to_owned(), ..word.clone() };
        assert!(!broken.holds("torino", "new", &new, &old.verifying_key()));
        let mut with = descriptor();
        if let Some(key) = with.keys.get_mut(1) {
            key.endorsed_by = Some(word);
        }
        let bytes = serde_json::to_vec(&with).unwrap();
        assert_eq!(Descriptor::read(&bytes), Ok(with));
    }

    #[test]
    fn a_partner_only_becomes_stronger() {
        use Profile::{Documented, Strong};
        let fresh = Ratchet { reached: None, may_fall_back: false };
        let strong = fresh.accept(Strong, Documented).unwrap();
        assert_eq!(strong.reached, Some(Strong));
        assert_eq!(strong.accept(Documented, Documented), Err(Refusal::ProfileTooWeak));
        assert_eq!(strong.accept(Strong, Strong), Ok(strong));
        assert_eq!(fresh.accept(Documented, Strong), Err(Refusal::ProfileTooWeak));
        let allowed = Ratchet { may_fall_back: true, ..strong };
        assert_eq!(allowed.accept(Documented, Documented), Ok(allowed));
        assert_eq!(allowed.accept(Documented, Strong), Err(Refusal::ProfileTooWeak));
        assert_eq!(fresh.choose(None), Ok(Documented));
        assert_eq!(fresh.choose(Some(Strong)), Ok(Strong));
        assert_eq!(strong.choose(Some(Documented)), Err(Refusal::ProfileTooWeak));
        assert_eq!(strong.choose(None), Err(Refusal::ProfileTooWeak));
        assert_eq!(allowed.choose(None), Ok(Documented));
    }
}
