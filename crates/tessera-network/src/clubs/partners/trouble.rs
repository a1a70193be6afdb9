//! What goes wrong between two servers, as an admin can act on it: one list for syncs, tests and pages.

use http::{HeaderMap, StatusCode, header};
use jiff::SignedDuration;
use tessera_core::Instant;
use tessera_platform::outbound::OutboundError;
use tessera_web::words::key;

/// Why a request to a partner did not do what it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Neither a pair of theirs nor a pairing.
    NoKeys,
    /// The secret was sealed under another key of this server.
    Sealed,
    /// They are known to sign better than they say now.
    ProfileTooWeak,
    HttpsRequired,
    /// Their address is on a private network, or no address at all.
    AddressRefused,
    NoName,
    Unreachable,
    Tls,
    TimedOut,
    TooLong,
    Redirected,
    /// Their clock is so many seconds ahead of ours; behind, where it is negative.
    Clock(i64),
    /// They do not know our key.
    UnknownKey,
    BadSignature,
    /// 401 without saying why.
    Refused,
    Replayed,
    /// They know us, and let us not: not approved, inactive, not shared.
    NotAllowed,
    NotThere,
    Limited,
    Status(u16),
    /// What they answer is no list of events.
    Schema,
    /// Their list was not complete.
    Incomplete,
}

/// Clocks that are further apart than the window of signatures explain a refusal.
const CLOCKS_APART_SECONDS: i64 = 120;

impl Trouble {
    const PLAIN: [Self; 20] = [
        Self::NoKeys,
        Self::Sealed,
        Self::ProfileTooWeak,
        Self::HttpsRequired,
        Self::AddressRefused,
        Self::NoName,
        Self::Unreachable,
        Self::Tls,
        Self::TimedOut,
        Self::TooLong,
        Self::Redirected,
        Self::UnknownKey,
        Self::BadSignature,
        Self::Refused,
        Self::Replayed,
        Self::NotAllowed,
        Self::NotThere,
        Self::Limited,
        Self::Schema,
        Self::Incomplete,
    ];

    /// The translation key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoKeys => key("partners-trouble-no-keys"),
            Self::Sealed => key("partners-trouble-sealed"),
            Self::ProfileTooWeak => key("partners-trouble-profile-too-weak"),
            Self::HttpsRequired => key("partners-trouble-https-required"),
            Self::AddressRefused => key("partners-trouble-address-refused"),
            Self::NoName => key("partners-trouble-no-name"),
            Self::Unreachable => key("partners-trouble-unreachable"),
            Self::Tls => key("partners-trouble-tls"),
            Self::TimedOut => key("partners-trouble-timed-out"),
            Self::TooLong => key("partners-trouble-too-long"),
            Self::Redirected => key("partners-trouble-redirected"),
            Self::UnknownKey => key("partners-trouble-unknown-key"),
            Self::BadSignature => key("partners-trouble-bad-signature"),
            Self::Refused => key("partners-trouble-refused"),
            Self::Replayed => key("partners-trouble-replayed"),
            Self::NotAllowed => key("partners-trouble-not-allowed"),
            Self::NotThere => key("partners-trouble-not-there"),
            Self::Limited => key("partners-trouble-limited"),
            Self::Schema => key("partners-trouble-schema"),
            Self::Incomplete => key("partners-trouble-incomplete"),
            Self::Clock(seconds) if seconds < 0 => key("partners-trouble-clock-behind"),
            Self::Clock(_) => key("partners-trouble-clock-ahead"),
            Self::Status(_) => key("partners-trouble-status"),
        }
    }

    fn word(self) -> &'static str {
        self.key().trim_start_matches("partners-trouble-")
    }

    /// As it is stored: `tls`, `clock 420`, `status 502`.
    pub fn code(self) -> String {
        match self {
            Self::Clock(seconds) => format!("clock {seconds}"),
            Self::Status(status) => format!("status {status}"),
            plain => plain.word().to_owned(),
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        match code.split_once(' ') {
            Some(("clock", seconds)) => seconds.parse().ok().map(Self::Clock),
            Some(("status", status)) => status.parse().ok().map(Self::Status),
            _ => Self::PLAIN.into_iter().find(|trouble| trouble.word() == code),
        }
    }

    /// The numbers that its sentence names.
    pub fn args(self) -> Vec<(&'static str, i64)> {
        match self {
            Self::Clock(seconds) => vec![("minutes", seconds.abs().saturating_add(30).div_euclid(60).max(1))],
            Self::Status(status) => vec![("status", status.into())],
            _ => vec![],
        }
    }

    /// Of a request that got no answer.
    pub fn of_outbound(error: &OutboundError) -> Self {
        match error {
            OutboundError::Refused(_) | OutboundError::NotHttp(_) => Self::AddressRefused,
            OutboundError::HttpsRequired(_) => Self::HttpsRequired,
            OutboundError::TooManyRedirects => Self::Redirected,
            OutboundError::TooLong(_) => Self::TooLong,
            OutboundError::TimedOut => Self::TimedOut,
            OutboundError::NoName(_) => Self::NoName,
            OutboundError::Tls(..) | OutboundError::Authorities { .. } => Self::Tls,
            OutboundError::Unreachable(_) => Self::Unreachable,
        }
    }

    /// Of an answer; none where it is a success. `body` may be its beginning only.
    pub fn of_answer(status: StatusCode, headers: &HeaderMap, body: &[u8], now: Instant) -> Option<Self> {
        let apart = clocks_apart(headers, now);
        Some(match status.as_u16() {
            200..=299 => return None,
            300..=399 => Self::Redirected,
            401 => match code_of(body).as_deref() {
                Some("unknown_key") => Self::UnknownKey,
                Some("bad_signature") => Self::BadSignature,
                Some("replayed") => Self::Replayed,
                Some("stale") => Self::Clock(apart.unwrap_or_default()),
                _ => match apart.filter(|seconds| seconds.abs() > CLOCKS_APART_SECONDS) {
                    Some(seconds) => Self::Clock(seconds),
                    None => Self::Refused,
                },
            },
            403 => match code_of(body).as_deref() {
                Some("profile_too_weak") => Self::ProfileTooWeak,
                Some("https_required") => Self::HttpsRequired,
                _ => Self::NotAllowed,
            },
            404 | 405 | 410 => Self::NotThere,
            429 => Self::Limited,
            other => Self::Status(other),
        })
    }
}

/// How many seconds their clock is ahead of ours, by the header `Date`.
fn clocks_apart(headers: &HeaderMap, now: Instant) -> Option<i64> {
    let date = headers.get(header::DATE)?.to_str().ok()?;
    let date = jiff::fmt::rfc2822::parse(date).ok()?.timestamp();
    let apart: SignedDuration = date.duration_since(now.timestamp());
    Some(apart.as_secs())
}

/// The `code` of a problem document.
fn code_of(body: &[u8]) -> Option<String> {
    let problem: serde_json::Value = serde_json::from_slice(body).ok()?;
    problem.get("code")?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_read_back() {
        for trouble in
            Trouble::PLAIN.into_iter().chain([Trouble::Clock(-420), Trouble::Clock(7), Trouble::Status(502)])
        {
            assert_eq!(Trouble::parse(&trouble.code()), Some(trouble), "{trouble:?}");
        }
        assert_eq!(Trouble::parse("nonsense"), None);
    }

    #[test]
    fn a_refusal_says_whether_it_is_the_clock() {
        let now: Instant = "2026-04-01T10:00:00Z".parse().unwrap();
        let mut headers = HeaderMap::new();
        headers.insert(header::DATE, "Wed, 01 Apr 2026 10:07:00 GMT".parse().unwrap());
        let of = |status: u16, body: &str| {
            Trouble::of_answer(StatusCode::from_u16(status).unwrap(), &headers, body.as_bytes(), now)
        };
        assert_eq!(of(200, ""), None);
        assert_eq!(of(401, "nonsense"), Some(Trouble::Clock(420)));
        assert_eq!(of(401, r#"{"code": "unknown_key"}"#), Some(Trouble::UnknownKey));
        assert_eq!(of(401, r#"{"code": "stale"}"#), Some(Trouble::Clock(420)));
        assert_eq!(of(502, ""), Some(Trouble::Status(502)));
        assert_eq!(Trouble::Clock(420).args(), [("minutes", 7)]);
        headers.insert(header::DATE, "Wed, 01 Apr 2026 10:00:02 GMT".parse().unwrap());
        assert_eq!(Trouble::of_answer(StatusCode::UNAUTHORIZED, &headers, b"", now), Some(Trouble::Refused));
    }
}
