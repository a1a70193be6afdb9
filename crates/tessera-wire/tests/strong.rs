//! The stronger profile: what it believes, and that nothing else is ever believed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use tessera_wire::documented::{self, SecretKey, SignedHeaders};
use tessera_wire::signatures::{Component, Message, SignatureInput, Signatures, SigningKey, content_digest};
use tessera_wire::signatures::{DigestAlgorithm, DigestError};
use tessera_wire::strong::{self, Fault, Request, SKEW_SECONDS, Verified};
use tessera_wire::{Refusal, ReplayKey};

const URI: &str = "https://b.example/api/federation/interest/?x=1";
const BODY: &[u8] = br#"{"event_id":"evt_1"}"#;

fn key() -> SigningKey {
    SigningKey::from_random(&[7; 32])
}

fn now() -> Timestamp {
    "2026-01-20T10:30:00Z".parse().unwrap()
}

/// A request with everything that can be changed about it.
#[derive(Clone, Debug)]
struct Sent {
    method: String,
    uri: String,
    fields: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Sent {
    fn signed(method: &str, uri: &str, body: &[u8], at: Timestamp, nonce: u8) -> Self {
        let signed = strong::sign(&key(), "k1", method, uri, body, at, &[nonce; 16]).unwrap();
        Self {
            method: method.to_owned(),
            uri: uri.to_owned(),
            fields: signed.fields().iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect(),
            body: body.to_vec(),
        }
    }

    fn verify(&self, at: Timestamp) -> Result<Verified, Fault> {
        let fields: Vec<(&str, &str)> = self.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let request =
            Request { method: &self.method, target_uri: &self.uri, fields: &fields, body: &self.body };
        strong::read(&request)?.verify(&request, &key().verifying_key(), at, SKEW_SECONDS)
    }
}

/// Signs whatever is asked for, as this profile or not.
fn sign_with(input: SignatureInput, body: &[u8]) -> Sent {
    let digest = content_digest(body, DigestAlgorithm::Sha256);
    let mut fields = vec![("Content-Digest".to_owned(), digest)];
    let (input, signature) = {
        let refs: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let message = Message::request("POST", URI, &refs).unwrap();
        let signature = key().sign(input.base(&message).unwrap().as_bytes());
        Signatures::one("sig", input, &signature).unwrap().written()
    };
    fields.push(("Signature-Input".to_owned(), input));
    fields.push(("Signature".to_owned(), signature));
    Sent { method: "POST".to_owned(), uri: URI.to_owned(), fields, body: body.to_vec() }
}

fn components(names: &[&str]) -> Vec<Component> {
    names.iter().map(|name| Component::new(name).unwrap()).collect()
}

const ALL: [&str; 3] = ["@method", "@target-uri", "content-digest"];
const NONCE: &str = "AAAAAAAAAAAAAAAAAAAAAA";

fn created() -> u32 {
    now().as_second().try_into().unwrap()
}

fn good_input(names: &[&str]) -> SignatureInput {
    let input = SignatureInput::new(components(names)).created(created()).expires(created() + 60);
    input.nonce(NONCE).unwrap().keyid("k1").unwrap().alg("ed25519").unwrap().tag(strong::TAG).unwrap()
}

#[test]
fn what_was_signed_is_believed_with_and_without_a_body() {
    Sent::signed("POST", URI, BODY, now(), 1).verify(now()).unwrap();
    let get = Sent::signed("GET", URI, b"", now(), 1);
    assert_eq!(get.fields.len(), 2, "no digest of nothing");
    get.verify(now()).unwrap();
    sign_with(good_input(&ALL), BODY).verify(now()).unwrap();
    sign_with(good_input(&["content-digest", "@path", "@target-uri", "@method"]), BODY)
        .verify(now())
        .unwrap();
}

#[test]
fn a_signature_is_believed_from_a_little_before_it_was_made_until_a_little_after_it_expires() {
    let sent = Sent::signed("GET", URI, b"", now(), 1);
    for (seconds, expected) in
        [(-31, Err(Fault::TooEarly)), (-30, Ok(())), (0, Ok(())), (150, Ok(())), (151, Err(Fault::Expired))]
    {
        let at = now() + SignedDuration::from_secs(seconds);
        assert_eq!(sent.verify(at).map(|_| ()), expected, "{seconds}");
    }
    let verified = sent.verify(now()).unwrap();
    assert_eq!(sent.verify(verified.remember_until), Err(Fault::Expired));
    assert_eq!(Fault::Expired.refusal(), Refusal::Stale);
}

#[test]
fn every_part_of_a_request_is_protected() {
    let good = Sent::signed("POST", URI, BODY, now(), 1);
    for (changed, fault) in [
        (Sent { method: "PUT".to_owned(), ..good.clone() }, Fault::Signature),
        (Sent { uri: URI.replace("x=1", "x=2"), ..good.clone() }, Fault::Signature),
        (Sent { uri: URI.replace("b.example", "c.example"), ..good.clone() }, Fault::Signature),
        (Sent { uri: URI.replace("https", "http"), ..good.clone() }, Fault::Signature),
        (Sent { body: b"{}".to_vec(), ..good.clone() }, Fault::Content(DigestError::Differs)),
        (Sent { body: Vec::new(), ..good.clone() }, Fault::Content(DigestError::Differs)),
    ] {
        assert_eq!(changed.verify(now()), Err(fault.clone()), "{changed:?}");
        assert_eq!(fault.refusal(), Refusal::BadSignature);
    }
    let mut other = good.clone();
    other.body = b"{}".to_vec();
    other.fields[0].1 = content_digest(b"{}", DigestAlgorithm::Sha256);
    assert_eq!(other.verify(now()), Err(Fault::Signature), "a body with its own digest");
}

#[test]
fn another_spelling_of_the_address_is_the_same_request() {
    let good = Sent::signed("GET", URI, b"", now(), 1);
    let first = good.verify(now()).unwrap().replay_key;
    for spelling in ["HTTPS://b.example", "https://B.Example", "https://b.example:443", "https://b.example:"]
    {
        let again = Sent { uri: URI.replace("https://b.example", spelling), ..good.clone() };
        assert_eq!(again.verify(now()).unwrap().replay_key, first, "{spelling}");
    }
}

#[test]
fn what_is_signed_in_another_way_is_not_of_this_profile() {
    let without = |names: &[&str]| sign_with(good_input(names), BODY).verify(now());
    assert_eq!(without(&["@target-uri", "content-digest"]), Err(Fault::NotCovered("@method")));
    assert_eq!(without(&["@method", "content-digest"]), Err(Fault::NotCovered("@target-uri")));
    assert_eq!(without(&["@method", "@target-uri"]), Err(Fault::NotCovered("content-digest")));

    let base = || SignatureInput::new(components(&ALL));
    let timed = || base().created(created()).expires(created() + 60);
    for (input, fault, refusal) in [
        (good_input(&ALL).tag("web-bot-auth").unwrap(), Fault::Tag, Refusal::Unsigned),
        (timed().nonce(NONCE).unwrap(), Fault::NoParameter("tag"), Refusal::Unsigned),
        (timed().tag(strong::TAG).unwrap(), Fault::NoParameter("alg"), Refusal::Unsigned),
        (good_input(&ALL).alg("hmac-sha256").unwrap(), Fault::Algorithm, Refusal::BadSignature),
        (good_input(&ALL).nonce("AAAAAAAAAAAAAAAAAAAAA").unwrap(), Fault::Nonce, Refusal::BadSignature),
        (good_input(&ALL).nonce(&"A".repeat(129)).unwrap(), Fault::Nonce, Refusal::BadSignature),
        (good_input(&ALL).keyid("").unwrap(), Fault::KeyId, Refusal::BadSignature),
        (good_input(&ALL).keyid(&"k".repeat(65)).unwrap(), Fault::KeyId, Refusal::BadSignature),
        (good_input(&ALL).expires(created() + 121), Fault::Validity(121), Refusal::BadSignature),
        (good_input(&ALL).expires(created()), Fault::Validity(0), Refusal::BadSignature),
    ] {
        assert_eq!(sign_with(input, BODY).verify(now()), Err(fault.clone()));
        assert_eq!(fault.refusal(), refusal);
    }
    let mut extended = sign_with(good_input(&ALL), BODY);
    extended.fields[1].1.push_str(";new=1");
    assert_eq!(extended.verify(now()), Err(Fault::UnknownParameter("new".to_owned())));
}

#[test]
fn a_second_signature_is_not_passed_over() {
    let mut sent = Sent::signed("GET", URI, b"", now(), 1);
    let other = Sent::signed("GET", URI, b"", now(), 2);
    for at in 0..2 {
        sent.fields.push((other.fields[at].0.clone(), other.fields[at].1.replacen("tessera=", "b=", 1)));
    }
    assert_eq!(sent.verify(now()), Err(Fault::SeveralSignatures(2)));
    let unsigned = Sent { fields: Vec::new(), ..sent };
    let fault = unsigned.verify(now()).unwrap_err();
    assert_eq!(fault.refusal(), Refusal::Unsigned);
}

/// SplitMix64: what is changed is the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(most.max(1)).unwrap()).unwrap()
    }

    /// One printable character put in, taken out, or replaced.
    fn change(&mut self, text: &mut String) {
        let at = self.below(text.len());
        let letter = char::from(u8::try_from(0x21 + self.below(94)).unwrap());
        match self.below(3) {
            0 => text.insert(at, letter),
            1 if !text.is_empty() => drop(text.remove(at)),
            _ if !text.is_empty() => {
                text.remove(at);
                text.insert(at, letter);
            }
            _ => text.push(letter),
        }
    }
}

/// What a server does: believe it, and then look whether it was seen before.
fn accepted(seen: &mut BTreeSet<ReplayKey>, verified: Option<ReplayKey>) -> bool {
    verified.is_some_and(|replay_key| seen.insert(replay_key))
}

#[test]
fn of_a_hundred_thousand_changed_or_repeated_requests_none_is_accepted() {
    let mut chance = Chance(20_260_120);
    let mut seen = BTreeSet::new();
    let originals: Vec<Sent> = (0..8)
        .map(|n| {
            let (method, body): (&str, &[u8]) = if n % 2 == 0 { ("GET", b"") } else { ("POST", BODY) };
            Sent::signed(method, URI, body, now(), n)
        })
        .collect();
    for original in &originals {
        assert!(accepted(&mut seen, original.verify(now()).ok().map(|v| v.replay_key)));
    }
    for round in 0..50_000usize {
        let mut sent = originals[round % originals.len()].clone();
        match chance.below(8) {
            0 => {}
            1 => chance.change(&mut sent.method),
            2 => chance.change(&mut sent.uri),
            3 => {
                let at = chance.below(sent.body.len() + 1);
                sent.body.insert(at, u8::try_from(chance.below(256)).unwrap());
            }
            4 => sent.body.truncate(chance.below(sent.body.len())),
            5 => {
                let at = chance.below(sent.fields.len());
                let from = originals[chance.below(originals.len())].clone();
                if let Some(field) = from.fields.get(at) {
                    sent.fields[at] = field.clone();
                }
            }
            _ => {
                let at = chance.below(sent.fields.len());
                chance.change(&mut sent.fields[at].1);
            }
        }
        let verified = sent.verify(now()).ok().map(|verified| verified.replay_key);
        assert!(!accepted(&mut seen, verified), "{round}: {sent:?}");
    }
    documented_ones(&mut chance);
}

/// The document's profile protects its key, its time and its body, not method and target; those the memory of what was
/// seen looks at.
fn documented_ones(chance: &mut Chance) {
    let secret: SecretKey = format!("sk_{}", "s".repeat(64)).parse().unwrap();
    let (time, signature) = documented::sign(&secret, now(), BODY);
    let mut seen = BTreeSet::new();
    let mut believe = |key: &str, time: &str, signature: &str, body: &[u8]| {
        let headers = SignedHeaders { key, timestamp: time, signature };
        // A key that is not known has no secret to check with.
        let verified = (key == "pk_1")
            .then(|| documented::verify(&secret, headers, body, now(), documented::WINDOW_SECONDS).ok())
            .flatten();
        accepted(&mut seen, verified.map(|_| headers.replay_key("POST", "/api/federation/interest/")))
    };
    assert!(believe("pk_1", &time, &signature, BODY));
    for round in 0..50_000usize {
        let (mut key, mut time, mut signature) = ("pk_1".to_owned(), time.clone(), signature.clone());
        let mut body = String::from_utf8(BODY.to_vec()).unwrap();
        match chance.below(5) {
            0 => {}
            1 => chance.change(&mut key),
            2 => chance.change(&mut time),
            3 => chance.change(&mut signature),
            _ => chance.change(&mut body),
        }
        assert!(
            !believe(&key, &time, &signature, body.as_bytes()),
            "{round}: {key} {time} {signature} {body}"
        );
    }
}

proptest! {
    #[test]
    fn whatever_is_signed_is_believed(
        method in "GET|POST|PUT|DELETE",
        path in "[a-zA-Z0-9/._~%-]{0,40}",
        query in "[a-zA-Z0-9=&+%._-]{0,40}",
        body in prop::collection::vec(any::<u8>(), 0..200),
        nonce in any::<[u8; 16]>(),
        second in 1i64..4_000_000_000,
    ) {
        let at = Timestamp::from_second(second).unwrap();
        let uri = format!("https://b.example/{path}?{query}");
        let signed = strong::sign(&key(), "k1", &method, &uri, &body, at, &nonce).unwrap();
        let fields = signed.fields();
        let request = Request { method: &method, target_uri: &uri, fields: &fields, body: &body };
        let claim = strong::read(&request).unwrap();
        prop_assert_eq!(claim.keyid(), "k1");
        prop_assert!(claim.verify(&request, &key().verifying_key(), at, 0).is_ok());
        let other = SigningKey::from_random(&[8; 32]).verifying_key();
        prop_assert_eq!(claim.verify(&request, &other, at, 0), Err(Fault::Signature));
    }
}
