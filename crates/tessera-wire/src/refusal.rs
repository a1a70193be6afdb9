use thiserror::Error;

/// Why a request of a partner is not believed. The same words on the wire for every profile.
///
/// ```
/// use tessera_wire::Refusal;
/// assert_eq!(Refusal::BadSignature.code(), "bad_signature");
/// assert_eq!(Refusal::ProfileTooWeak.status(), 403);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum Refusal {
    /// The headers that sign a request are missing, incomplete or not what they should be.
    #[error("the request is not signed, or its signature headers are incomplete")]
    Unsigned,
    /// Nobody here knows the key that the request names.
    #[error("the key is not known")]
    UnknownKey,
    /// The signature does not fit the request, or the content is not the one that was signed.
    #[error("the signature does not fit the request")]
    BadSignature,
    /// Signed too long ago, or further in the future than clocks may differ.
    #[error("the time of the request is too far from now")]
    Stale,
    /// The time is not RFC 3339 with an offset.
    #[error("the time of the request is not RFC 3339 with an offset")]
    BadTimestamp,
    /// Signed in a weaker way than was agreed with this partner.
    #[error("the request is signed in a weaker way than was agreed")]
    ProfileTooWeak,
}

impl Refusal {
    /// The stable `code` of the answer.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unsigned => "unsigned",
            Self::UnknownKey => "unknown_key",
            Self::BadSignature => "bad_signature",
            Self::Stale => "stale",
            Self::BadTimestamp => "bad_timestamp",
            Self::ProfileTooWeak => "profile_too_weak",
        }
    }

    /// The HTTP status of the answer.
    pub fn status(self) -> u16 {
        match self {
            Self::ProfileTooWeak => 403,
            _ => 401,
        }
    }
}
