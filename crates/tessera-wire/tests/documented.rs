//! The document's profile against signatures that the document's own Python function made
//! (`fixtures/documented.json` says how), and against what was changed on the way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use tessera_wire::Refusal;
use tessera_wire::documented::{SecretKey, SignedHeaders, Verified, WINDOW_SECONDS, sign, verify};
use tessera_wire::timestamp;

#[derive(serde::Deserialize)]
struct Fixture {
    cases: Vec<Case>,
}

#[derive(serde::Deserialize)]
struct Case {
    secret: String,
    timestamp: String,
    body: String,
    signature: String,
}

fn cases() -> Vec<Case> {
    serde_json::from_str::<Fixture>(include_str!("fixtures/documented.json")).unwrap().cases
}

fn check(
    secret: &str,
    time: &str,
    signature: &str,
    body: &[u8],
    now: Timestamp,
) -> Result<Verified, Refusal> {
    let headers = SignedHeaders::of(Some("pk_1"), Some(time), Some(signature))?;
    verify(&secret.parse().map_err(|_| Refusal::UnknownKey)?, headers, body, now, WINDOW_SECONDS)
}

#[test]
fn what_the_documents_own_code_signed_is_believed() {
    let cases = cases();
    assert_eq!(cases.len(), 24);
    for Case { secret, timestamp, body, signature } in &cases {
        let at = timestamp::parse(timestamp).unwrap();
        let verified = check(secret, timestamp, signature, body.as_bytes(), at).unwrap();
        assert_eq!(verified.signed_at, at);
    }
}

#[test]
fn what_is_signed_here_is_what_the_documents_own_code_signs() {
    for case in cases().iter().filter(|case| case.timestamp.ends_with('Z')) {
        let secret: SecretKey = case.secret.parse().unwrap();
        let signed = sign(&secret, timestamp::parse(&case.timestamp).unwrap(), case.body.as_bytes());
        assert_eq!(signed, (case.timestamp.clone(), case.signature.clone()));
    }
}

#[test]
fn an_old_or_early_request_is_stale_and_a_wrong_one_is_not_told_so() {
    let case = &cases()[4];
    let signed_at = timestamp::parse(&case.timestamp).unwrap();
    for (seconds, expected) in
        [(-301, Err(Refusal::Stale)), (-300, Ok(())), (300, Ok(())), (301, Err(Refusal::Stale))]
    {
        let now = signed_at + SignedDuration::from_secs(seconds);
        let answer = check(&case.secret, &case.timestamp, &case.signature, case.body.as_bytes(), now);
        assert_eq!(answer.map(|_| ()), expected, "{seconds}");
        let wrong = check(&case.secret, &case.timestamp, &case.signature, b"else", now);
        assert_eq!(wrong, Err(Refusal::BadSignature));
    }
}

#[test]
fn a_request_is_remembered_for_as_long_as_it_could_be_sent_again() {
    let case = &cases()[0];
    let at = timestamp::parse(&case.timestamp).unwrap();
    let early = at - SignedDuration::from_secs(300);
    let verified = check(&case.secret, &case.timestamp, &case.signature, b"", early).unwrap();
    let again = check(&case.secret, &case.timestamp, &case.signature, b"", verified.remember_until);
    assert_eq!(again, Err(Refusal::Stale));
}

#[test]
fn one_spelling_of_a_signature_is_believed() {
    let case = &cases()[0];
    let at = timestamp::parse(&case.timestamp).unwrap();
    let bare = case.signature.trim_start_matches("sha256=").to_owned();
    for spelling in [
        case.signature.to_uppercase(),
        format!("sha256={}", bare.to_uppercase()),
        bare.clone(),
        format!("sha256= {bare}"),
        format!("{} ", case.signature),
        format!("SHA256={bare}"),
        "sha256=".to_owned(),
    ] {
        let answer = check(&case.secret, &case.timestamp, &spelling, b"", at);
        assert_eq!(answer, Err(Refusal::BadSignature), "{spelling}");
    }
}

#[test]
fn a_request_without_its_headers_is_unsigned() {
    for (key, time, signature) in [
        (None, Some("t"), Some("s")),
        (Some("k"), None, Some("s")),
        (Some("k"), Some("t"), None),
        (Some("k"), Some(""), Some("s")),
    ] {
        assert_eq!(SignedHeaders::of(key, time, signature), Err(Refusal::Unsigned));
    }
    let case = &cases()[0];
    let at = timestamp::parse(&case.timestamp).unwrap();
    let answer = check(&case.secret, "2026-01-20T10:30:00", &case.signature, b"", at);
    assert_eq!(answer, Err(Refusal::BadTimestamp));
}

#[test]
fn the_public_key_signs_nothing() {
    assert!(format!("pk_{}", "a".repeat(32)).parse::<SecretKey>().is_err());
    assert!(format!("pk_{}", "a".repeat(64)).parse::<SecretKey>().is_err());
}

proptest! {
    #[test]
    fn what_was_signed_is_believed_and_nothing_else(
        key in "sk_[A-Za-z0-9]{64}",
        other in "sk_[A-Za-z0-9]{64}",
        second in 0i64..4_000_000_000,
        nanosecond in 0i32..1_000_000_000,
        body in prop::collection::vec(any::<u8>(), 0..200),
        at in any::<prop::sample::Index>(),
        bit in 0u8..8,
    ) {
        let now = Timestamp::new(second, nanosecond).unwrap();
        let secret: SecretKey = key.parse().unwrap();
        let (time, signature) = sign(&secret, now, &body);
        prop_assert_eq!(check(&key, &time, &signature, &body, now).unwrap().signed_at, now);
        prop_assume!(key != other);
        prop_assert_eq!(check(&other, &time, &signature, &body, now), Err(Refusal::BadSignature));
        let mut changed = body.clone();
        if changed.is_empty() { changed.push(0) } else { let at = at.index(changed.len()); changed[at] ^= 1 << bit }
        prop_assert_eq!(check(&key, &time, &signature, &changed, now), Err(Refusal::BadSignature));
    }
}
