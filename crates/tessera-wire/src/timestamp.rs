//! Times as RFC 3339 writes them, and how far they may be from now.

use jiff::{SignedDuration, Timestamp};

use crate::Refusal;

/// Reads `2026-01-20T10:30:00Z`, `2026-01-20T11:30:00.25+01:00` and nothing that is not RFC 3339 §5.6: an offset
/// there must be, a fraction of one to nine digits there may be, and `T` and `Z` are capital letters.
///
/// A leap second (`:60`) is read as the second before it.
///
/// ```
/// use tessera_wire::timestamp;
/// let time = timestamp::parse("2026-01-20T11:30:00.25+01:00").unwrap();
/// assert_eq!(time.to_string(), "2026-01-20T10:30:00.25Z");
/// assert_eq!(timestamp::parse("2026-01-20T10:30:00"), None, "no offset");
/// assert_eq!(timestamp::parse("2026-01-20 10:30:00Z"), None, "no T");
/// ```
pub fn parse(text: &str) -> Option<Timestamp> {
    has_the_shape(text.as_bytes()).then(|| text.parse().ok()).flatten()
}

/// How a time is written here: UTC, with as many digits of its fraction as it has.
pub fn write(time: Timestamp) -> String {
    time.to_string()
}

/// Whether `time` is at most `window_seconds` away from `now`, before or after.
///
/// # Errors
/// [`Refusal::Stale`] where it is further away.
pub fn check_window(time: Timestamp, now: Timestamp, window_seconds: u32) -> Result<(), Refusal> {
    let apart = now.duration_since(time).abs();
    let fits = apart <= SignedDuration::from_secs(window_seconds.into());
    if fits { Ok(()) } else { Err(Refusal::Stale) }
}

/// `0000-00-00T00:00:00`, then perhaps a fraction, then `Z` or an offset. jiff reads more than RFC 3339 has
/// (shorter forms, annotations), so the shape is looked at first.
fn has_the_shape(text: &[u8]) -> bool {
    let Some((head, tail)) = text.split_at_checked(19) else { return false };
    if !fits(head, b"0000-00-00T00:00:00") {
        return false;
    }
    let offset = match tail.strip_prefix(b".") {
        None => tail,
        Some(fraction) => {
            let digits = fraction.iter().take_while(|b| b.is_ascii_digit()).count();
            match fraction.split_at_checked(digits) {
                Some((_, rest)) if (1..=9).contains(&digits) => rest,
                _ => return false,
            }
        }
    };
    offset == b"Z" || fits(offset, b"+00:00") || fits(offset, b"-00:00")
}

fn fits(text: &[u8], shape: &[u8]) -> bool {
    text.len() == shape.len()
        && text.iter().zip(shape).all(|(b, s)| if *s == b'0' { b.is_ascii_digit() } else { b == s })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rfc_3339_with_an_offset_is_a_time() {
        for good in [
            "2026-01-20T10:30:00Z",
            "2026-01-20T10:30:00.123456+00:00",
            "2026-01-20T10:30:00.123456789-11:30",
            "2026-01-20T10:30:00-00:00",
            "2016-12-31T23:59:60Z",
        ] {
            assert!(parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "Z",
            "2026-01-20",
            "2026-01-20T10:30:00",
            "2026-01-20T10:30Z",
            "2026-01-20T10:30:00.Z",
            "2026-01-20T10:30:00.1234567890Z",
            "2026-01-20T10:30:00+01",
            "2026-01-20T10:30:00+0100",
            "2026-01-20T10:30:00+01:00:00",
            "2026-01-20T10:30:00Z[UTC]",
            "2026-01-20t10:30:00z",
            "20260120T103000Z",
            " 2026-01-20T10:30:00Z",
            "2026-01-20T10:30:00Z ",
            "2026-13-20T10:30:00Z",
            "2026-02-30T10:30:00Z",
            "2026-01-20T24:00:00Z",
            "2026-01-20T10:30:00+25:99",
            "+002026-01-20T10:30:00Z",
            "２026-01-20T10:30:00Z",
            "1768905000",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_window_reaches_as_far_back_as_ahead() {
        let now: Timestamp = "2026-01-20T10:30:00Z".parse().unwrap();
        for (seconds, fits) in [(-301, false), (-300, true), (0, true), (300, true), (301, false)] {
            let time = now + SignedDuration::from_secs(seconds);
            assert_eq!(check_window(time, now, 300).is_ok(), fits, "{seconds}");
        }
        assert_eq!(check_window(Timestamp::MIN, Timestamp::MAX, 300), Err(Refusal::Stale));
    }
}
