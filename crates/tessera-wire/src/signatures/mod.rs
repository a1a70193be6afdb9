//! HTTP Message Signatures (RFC 9421) with Ed25519, and Content-Digest (RFC 9530).
//!
//! [`Message`] is what is signed; [`SignatureInput`] says which of its parts and under which parameters;
//! [`SignatureInput::base`] is the text that a key signs (§2.5). [`Signatures`] reads and writes the two fields
//! `Signature-Input` and `Signature`. What is promised:
//!
//! - **No part is left out silently.** A component that cannot be computed, is named twice, or carries a parameter
//!   that means nothing here is an error, and so is the whole signature.
//! - **What was received is what is computed on**: parameters that mean nothing here stay in the signature base.
//! - **Bounded work**: lengths and counts have limits ([`MAX_FIELD_BYTES`], [`MAX_LABELS`], [`MAX_COMPONENTS`]).
//!
//! Supported are the derived components of §2.2, `@query-param` among them, and fields (§2.1) without parameters.
//! Deliberately not here: `sf`, `key`, `bs`, `req` and `tr`, trailers, and other algorithms. What a community asks
//! of a signature is [`crate::strong`].
//!
//! ```
//! use tessera_wire::signatures::{Component, Message, SignatureInput, SigningKey};
//!
//! let message = Message::request("POST", "https://example.com/foo?a=1", &[("content-type", "text/plain")]).unwrap();
//! let components = ["@method", "@path", "content-type"].map(|name| Component::new(name).unwrap());
//! let input = SignatureInput::new(components).created(1_618_884_473).keyid("key-1").unwrap();
//! let base = input.base(&message).unwrap();
//! assert_eq!(
//!     base,
//!     "\"@method\": POST\n\"@path\": /foo\n\"content-type\": text/plain\n\"@signature-params\": \
//!      (\"@method\" \"@path\" \"content-type\");created=1618884473;keyid=\"key-1\""
//! );
//! let key = SigningKey::from_random(&[7; 32]);
//! assert!(key.verifying_key().verifies(base.as_bytes(), &key.sign(base.as_bytes())));
//! ```

mod component;
mod digest;
mod input;
mod keys;
mod message;

pub use component::Component;
pub use digest::{DigestAlgorithm, DigestError, check_content_digest, content_digest};
pub use input::{Labelled, SignatureInput, Signatures};
pub use keys::{SigningKey, VerifyingKey, VerifyingKeyError};
pub use message::Message;

use thiserror::Error;

/// The longest `Signature-Input` or `Signature` that is looked at, in bytes, all its lines together.
pub const MAX_FIELD_BYTES: usize = 8 * 1024;
/// The most signatures of one message that are read.
pub const MAX_LABELS: usize = 8;
/// The most components that one signature may cover.
pub const MAX_COMPONENTS: usize = 32;

/// Why a signature cannot be read, or its base not be computed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SignatureError {
    /// The address is not an absolute http(s) one without credentials and fragment.
    #[error("the address of the request cannot be signed")]
    Target,
    /// The method is not a token (RFC 9110 §9.1).
    #[error("the method of the request is no method")]
    Method,
    /// One of the two fields is missing.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// One of the two fields is no structured field of the kind that it should be.
    #[error("{0} cannot be read")]
    Malformed(&'static str),
    /// Too long, too many signatures, or too many components.
    #[error("{0} is longer than the limit")]
    TooLong(&'static str),
    /// A label stands in one of the two fields only.
    #[error("the labels of the two signature fields differ")]
    Labels,
    /// A signature parameter has a value of the wrong type (§2.3).
    #[error("the signature parameter {0} has a value of the wrong type")]
    Parameter(String),
    /// A component that is not supported, or has a parameter that is not.
    #[error("the component {0} is not supported")]
    Unsupported(String),
    /// A component is listed twice (§2, which forbids it).
    #[error("the component {0} is listed twice")]
    Repeated(String),
    /// A component that this message does not have, or has more than once where once is asked for.
    #[error("the message has no component {0}")]
    Absent(String),
    /// The value would break the lines of the signature base (§2.5).
    #[error("the value of the component {0} cannot be signed")]
    Value(String),
}
