use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::counts::Counts;
use super::event::ExternalId;
use super::loose::{Loose, LooseCounts};
use crate::descriptor::MAX_CODE_CHARACTERS;

/// How many of one club's people are interested in an event of another's: `POST /api/federation/interest/`. Counts
/// only; the document's three fields and no more.
///
/// ```
/// use tessera_wire::clubs::{Counts, InterestMessage};
/// let message = InterestMessage::read(br#"{"event_id": 12345, "counts": {"going": -1, "maybe": 2}, "club_code": "roma"}"#).unwrap();
/// assert_eq!(message.counts, Counts { going: 0, maybe: 2, interested: 0 });
/// assert_eq!(
///     serde_json::to_string(&message).unwrap(),
///     r#"{"event_id":"12345","counts":{"going":0,"maybe":2,"interested":0},"club_code":"roma"}"#
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InterestMessage {
    #[serde(serialize_with = "as_text")]
    pub event_id: ExternalId,
    pub counts: Counts,
    pub club_code: String,
}

/// The answer to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Received {
    pub status: &'static str,
    pub received: bool,
}

/// Why a body is no message of interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum InterestError {
    /// Longer than [`InterestMessage::MAX_BYTES`].
    #[error("the body is too long")]
    TooLong,
    /// No JSON object.
    #[error("the body is no JSON object")]
    Json,
    /// A field is missing, of the wrong type, or too long.
    #[error("{0} is missing or does not fit")]
    Field(&'static str),
}

#[derive(Deserialize)]
struct Raw {
    #[serde(default)]
    event_id: Loose,
    #[serde(default)]
    counts: LooseCounts,
    #[serde(default)]
    club_code: Loose,
}

impl InterestMessage {
    pub const MAX_BYTES: usize = 16 * 1024;

    /// Reads a body. Unknown fields are passed over, counts brought into their range.
    ///
    /// # Errors
    /// [`InterestError`].
    pub fn read(body: &[u8]) -> Result<Self, InterestError> {
        if body.len() > Self::MAX_BYTES {
            return Err(InterestError::TooLong);
        }
        let raw: Raw = serde_json::from_slice(body).map_err(|_| InterestError::Json)?;
        let event_id = match raw.event_id {
            Loose::Text(text) => text.parse().ok(),
            Loose::Integer(number) => number.to_string().parse().ok(),
            _ => None,
        };
        let club_code = match raw.club_code {
            Loose::Text(text) => Some(text.trim().to_owned()),
            _ => None,
        };
        let fits = |code: &String| (1..=MAX_CODE_CHARACTERS).contains(&code.chars().count());
        Ok(Self {
            event_id: event_id.ok_or(InterestError::Field("event_id"))?,
            counts: raw.counts.0.ok_or(InterestError::Field("counts"))?,
            club_code: club_code.filter(fits).ok_or(InterestError::Field("club_code"))?,
        })
    }
}

impl Received {
    pub const OK: Self = Self { status: "ok", received: true };
}

fn as_text<S: serde::Serializer>(id: &ExternalId, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_names_its_field() {
        let counts = r#""counts": {"going": 1, "maybe": 0, "interested": 0}"#;
        for (body, error) in [
            ("".to_owned(), InterestError::Json),
            ("[]".to_owned(), InterestError::Field("event_id")),
            ("null".to_owned(), InterestError::Json),
            (format!(r#"{{{counts}, "club_code": "a"}}"#), InterestError::Field("event_id")),
            (format!(r#"{{"event_id": "", {counts}, "club_code": "a"}}"#), InterestError::Field("event_id")),
            (format!(r#"{{"event_id": 1.5, {counts}, "club_code": "a"}}"#), InterestError::Field("event_id")),
            (
                format!(r#"{{"event_id": "{}", {counts}, "club_code": "a"}}"#, "e".repeat(101)),
                InterestError::Field("event_id"),
            ),
            (r#"{"event_id": "e", "club_code": "a"}"#.to_owned(), InterestError::Field("counts")),
            (
                r#"{"event_id": "e", "counts": [1], "club_code": "a"}"#.to_owned(),
                InterestError::Field("counts"),
            ),
            (format!(r#"{{"event_id": "e", {counts}}}"#), InterestError::Field("club_code")),
            (format!(r#"{{"event_id": "e", {counts}, "club_code": 5}}"#), InterestError::Field("club_code")),
            (" ".repeat(17_000), InterestError::TooLong),
        ] {
            assert_eq!(InterestMessage::read(body.as_bytes()), Err(error), "{body}");
        }
        assert_eq!(serde_json::to_string(&Received::OK).unwrap(), r#"{"status":"ok","received":true}"#);
    }
}
