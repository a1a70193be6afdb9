//! The stronger way to sign a request between communities: an HTTP Message Signature (RFC 9421) under a key whose
//! public half is published.
//!
//! A signature covers `@method`, `@target-uri` and, where there is a body, `content-digest`, whose digest fits it;
//! more may be covered, and then counts. Its parameters are `created`, `expires`, `nonce`, `keyid`, `alg="ed25519"`
//! and `tag="tessera-federation"`, and no others. What is promised:
//!
//! - Nobody can send a signed request to another address, with another method or body, or later than
//!   [`MAX_VALIDITY_SECONDS`] and the tolerated [`skew`](verify) after it was made.
//! - One signature and no more: a second one is not passed over, it is an error.
//! - Which key is named is known before it is trusted ([`Claim::keyid`]), so that looking it up stays the caller's.
//!
//! Whoever verifies remembers [`Verified::replay_key`] until [`Verified::remember_until`].
//!
//! ```
//! use tessera_wire::signatures::SigningKey;
//! use tessera_wire::strong::{self, Request};
//!
//! let key = SigningKey::from_random(&[7; 32]);
//! let now: jiff::Timestamp = "2026-01-20T10:30:00Z".parse().unwrap();
//! let signed = strong::sign(&key, "k1", "POST", "https://b.example/interest/", b"{}", now, &[1; 16]).unwrap();
//!
//! let fields = signed.fields();
//! let request = Request { method: "POST", target_uri: "https://b.example/interest/", fields: &fields, body: b"{}" };
//! let claim = strong::read(&request).unwrap();
//! assert_eq!(claim.keyid(), "k1");
//! assert!(claim.verify(&request, &key.verifying_key(), now, strong::SKEW_SECONDS).is_ok());
//! ```

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use thiserror::Error;

use crate::signatures::{
    Component, DigestAlgorithm, DigestError, Labelled, Message, SignatureError, SignatureInput, Signatures,
    SigningKey, VerifyingKey, check_content_digest, content_digest,
};
use crate::{Refusal, ReplayKey};

/// The longest time between `created` and `expires`.
pub const MAX_VALIDITY_SECONDS: i64 = 120;
/// How far the clocks of two servers may be apart, if nobody says otherwise.
pub const SKEW_SECONDS: u32 = 30;
/// The least characters of a nonce: 22 of base64url hold 128 bits.
pub const MIN_NONCE_CHARACTERS: usize = 22;
/// The most characters of a nonce.
pub const MAX_NONCE_CHARACTERS: usize = 128;
/// The most characters of the name of a key.
pub const MAX_KEYID_CHARACTERS: usize = 64;
/// Says what a signature is for, so that one made for something else is never taken for one of these.
pub const TAG: &str = "tessera-federation";

const LABEL: &str = "tessera";
const ALGORITHM: &str = "ed25519";

/// A request as it was received.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub method: &'a str,
    /// The whole address, put together from the address under which the receiver is known: not from what a header
    /// says of the scheme.
    pub target_uri: &'a str,
    /// One pair of name and value for each line of the header.
    pub fields: &'a [(&'a str, &'a str)],
    pub body: &'a [u8],
}

/// The fields to add to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedFields {
    /// Of a request with a body.
    pub content_digest: Option<String>,
    pub signature_input: String,
    pub signature: String,
}

/// A signature that has the form of this profile, by a key that is only named so far.
#[derive(Clone, Debug)]
pub struct Claim {
    labelled: Labelled,
    keyid: String,
    created: i64,
    expires: i64,
}

/// A request that the key's owner signed, for this address and at a time that is near enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    pub replay_key: ReplayKey,
    /// From here on the same request is refused by its age alone.
    pub remember_until: Timestamp,
}

/// Why a request is not believed, in more words than the partner is told ([`Fault::refusal`]).
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    #[error("the signature cannot be read")]
    Unreadable(#[source] SignatureError),
    /// More than one.
    #[error("the request carries {0} signatures, not one")]
    SeveralSignatures(usize),
    /// A parameter of this profile is missing.
    #[error("the signature has no {0}")]
    NoParameter(&'static str),
    /// A parameter that this profile does not have.
    #[error("the signature has a parameter that is not known: {0}")]
    UnknownParameter(String),
    /// Made for something else.
    #[error("the signature is not one between communities")]
    Tag,
    #[error("the signature is not an Ed25519 one")]
    Algorithm,
    /// Shorter than 128 bits can be written in, or too long.
    #[error("the nonce of the signature is too short or too long")]
    Nonce,
    #[error("the name of the key is empty or too long")]
    KeyId,
    /// A part of the request that has to be covered is not.
    #[error("the signature does not cover {0}")]
    NotCovered(&'static str),
    /// Valid for longer than [`MAX_VALIDITY_SECONDS`], or for no time at all.
    #[error("the signature is valid for {0} seconds")]
    Validity(i64),
    /// Made later than now.
    #[error("the signature was made in the future")]
    TooEarly,
    #[error("the signature has expired")]
    Expired,
    #[error("the body is not the one that was signed")]
    Content(#[source] DigestError),
    #[error("the signature does not fit the request")]
    Signature,
}

impl Fault {
    /// What the partner is told.
    pub fn refusal(&self) -> Refusal {
        match self {
            Self::Unreadable(SignatureError::Absent(_) | SignatureError::Value(_)) => Refusal::BadSignature,
            Self::Unreadable(_) | Self::SeveralSignatures(_) | Self::NoParameter(_) | Self::Tag => {
                Refusal::Unsigned
            }
            Self::TooEarly | Self::Expired => Refusal::Stale,
            Self::UnknownParameter(_)
            | Self::Algorithm
            | Self::Nonce
            | Self::KeyId
            | Self::NotCovered(_)
            | Self::Validity(_)
            | Self::Content(_)
            | Self::Signature => Refusal::BadSignature,
        }
    }
}

impl SignedFields {
    /// Pairs of name and value.
    pub fn fields(&self) -> Vec<(&str, &str)> {
        let digest = self.content_digest.as_deref().map(|digest| ("Content-Digest", digest));
        let signed =
            [("Signature-Input", self.signature_input.as_str()), ("Signature", self.signature.as_str())];
        digest.into_iter().chain(signed).collect()
    }
}

/// Signs a request as sent at `now`, with 16 random bytes that were never used before.
///
/// # Errors
/// [`SignatureError`], where method, address or `keyid` cannot be signed at all.
pub fn sign(
    key: &SigningKey,
    keyid: &str,
    method: &str,
    target_uri: &str,
    body: &[u8],
    now: Timestamp,
    nonce: &[u8; 16],
) -> Result<SignedFields, SignatureError> {
    let digest = (!body.is_empty()).then(|| content_digest(body, DigestAlgorithm::Sha256));
    let fields: Vec<(&str, &str)> = digest.iter().map(|d| ("content-digest", d.as_str())).collect();
    let message = Message::request(method, target_uri, &fields)?;
    let covered = ["@method", "@target-uri"].into_iter().chain(digest.iter().map(|_| "content-digest"));
    let components: Vec<_> = covered.map(Component::new).collect::<Result<_, _>>()?;
    let time = |name: &str, seconds: i64| {
        u32::try_from(seconds).map_err(|_| SignatureError::Parameter(name.to_owned()))
    };
    let input = SignatureInput::new(components)
        .created(time("created", now.as_second())?)
        .expires(time("expires", now.as_second().saturating_add(MAX_VALIDITY_SECONDS))?)
        .nonce(&URL_SAFE_NO_PAD.encode(nonce))?
        .keyid(keyid)?
        .alg(ALGORITHM)?
        .tag(TAG)?;
    let signature = key.sign(input.base(&message)?.as_bytes());
    let (signature_input, signature) = Signatures::one(LABEL, input, &signature)?.written();
    Ok(SignedFields { content_digest: digest, signature_input, signature })
}

/// Whether a request carries signature fields at all, of whatever kind.
pub fn is_signed(fields: &[(&str, &str)]) -> bool {
    fields
        .iter()
        .any(|(n, _)| n.eq_ignore_ascii_case("signature-input") || n.eq_ignore_ascii_case("signature"))
}

/// Reads the signature of a request, as far as that goes without a key and a clock: its form, what it covers, and for
/// how long it is valid.
///
/// # Errors
/// [`Fault`], the first that applies.
pub fn read(request: &Request<'_>) -> Result<Claim, Fault> {
    let message = request.message()?;
    let read = Signatures::read(&message).map_err(Fault::Unreadable)?;
    let [labelled] = read.all() else { return Err(Fault::SeveralSignatures(read.all().len())) };
    let input = &labelled.input;
    if text(input, "tag")? != TAG {
        return Err(Fault::Tag);
    }
    let known = ["created", "expires", "nonce", "keyid", "alg", "tag"];
    if let Some(unknown) = input.parameter_names().find(|name| !known.contains(name)) {
        return Err(Fault::UnknownParameter(unknown.to_owned()));
    }
    if text(input, "alg")? != ALGORITHM {
        return Err(Fault::Algorithm);
    }
    if !(MIN_NONCE_CHARACTERS..=MAX_NONCE_CHARACTERS).contains(&text(input, "nonce")?.len()) {
        return Err(Fault::Nonce);
    }
    let keyid = text(input, "keyid")?;
    if !(1..=MAX_KEYID_CHARACTERS).contains(&keyid.len()) {
        return Err(Fault::KeyId);
    }
    let (created, expires) = (integer(input, "created")?, integer(input, "expires")?);
    let validity = expires.saturating_sub(created);
    if !(1..=MAX_VALIDITY_SECONDS).contains(&validity) {
        return Err(Fault::Validity(validity));
    }
    let covers = |name: &str| input.components().iter().any(|component| component.name() == name);
    let required =
        ["@method", "@target-uri"].into_iter().chain(request.digest_is_due().then_some("content-digest"));
    if let Some(missing) = required.into_iter().find(|name| !covers(name)) {
        return Err(Fault::NotCovered(missing));
    }
    Ok(Claim { keyid: keyid.to_owned(), labelled: labelled.clone(), created, expires })
}

impl<'a> Request<'a> {
    fn message(&self) -> Result<Message<'a>, Fault> {
        Message::request(self.method, self.target_uri, self.fields).map_err(Fault::Unreadable)
    }

    fn content_digest(&self) -> Option<String> {
        let mut lines = self.fields.iter().filter(|(n, _)| n.eq_ignore_ascii_case("content-digest"));
        let (_, first) = lines.next()?;
        Some(lines.fold((*first).to_owned(), |joined, (_, line)| joined + ", " + line))
    }

    fn digest_is_due(&self) -> bool {
        !self.body.is_empty() || self.content_digest().is_some()
    }
}

impl Claim {
    /// The name of the key that is said to have signed. Nothing is proven yet.
    pub fn keyid(&self) -> &str {
        &self.keyid
    }

    /// Whether `key` signed this very request, at most `skew_seconds` after `now`, and not longer ago than the
    /// signature says it is valid and `skew_seconds` on top.
    ///
    /// `request` is the one that this claim was read from.
    ///
    /// # Errors
    /// [`Fault`]. The signature is checked before the time, so that only the holder of the key learns how far the
    /// clocks are apart.
    pub fn verify(
        &self,
        request: &Request<'_>,
        key: &VerifyingKey,
        now: Timestamp,
        skew_seconds: u32,
    ) -> Result<Verified, Fault> {
        let base = self.labelled.input.base(&request.message()?).map_err(Fault::Unreadable)?;
        if !key.verifies(base.as_bytes(), &self.labelled.signature) {
            return Err(Fault::Signature);
        }
        if let Some(digest) = request.content_digest() {
            check_content_digest(&digest, request.body).map_err(Fault::Content)?;
        }
        let skew = i64::from(skew_seconds);
        if self.created > now.as_second().saturating_add(skew) {
            return Err(Fault::TooEarly);
        }
        let last = self.expires.saturating_add(skew);
        if last < now.as_second() {
            return Err(Fault::Expired);
        }
        let signature = URL_SAFE_NO_PAD.encode(&self.labelled.signature);
        Ok(Verified {
            replay_key: ReplayKey::of(&self.keyid, request.method, request.target_uri, &signature),
            remember_until: Timestamp::from_second(last.saturating_add(1)).unwrap_or(Timestamp::MAX),
        })
    }
}

fn text<'a>(input: &'a SignatureInput, name: &'static str) -> Result<&'a str, Fault> {
    input.text(name).map_err(Fault::Unreadable)?.ok_or(Fault::NoParameter(name))
}

fn integer(input: &SignatureInput, name: &'static str) -> Result<i64, Fault> {
    input.integer(name).map_err(Fault::Unreadable)?.ok_or(Fault::NoParameter(name))
}
