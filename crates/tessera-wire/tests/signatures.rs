//! RFC 9421, appendix B: every signature base to the letter, and the signatures of the algorithms at hand verified and
//! made again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use tessera_wire::signatures::{
    Component, Message, SignatureError, SignatureInput, Signatures, SigningKey, VerifyingKey,
    check_content_digest,
};

#[derive(serde::Deserialize)]
struct Fixture {
    request: Part,
    response: Part,
    ed25519: Pair,
    shared_secret: String,
    cases: Vec<Case>,
}

#[derive(serde::Deserialize)]
struct Part {
    #[serde(default)]
    method: String,
    #[serde(default)]
    target_uri: String,
    #[serde(default)]
    status: u16,
    fields: Vec<(String, String)>,
    content: String,
}

#[derive(serde::Deserialize)]
struct Pair {
    private: String,
    public: String,
}

#[derive(serde::Deserialize)]
struct Case {
    section: String,
    message: String,
    label: String,
    base: Vec<String>,
    signature_input: String,
    signature: String,
}

fn fixture() -> Fixture {
    serde_json::from_str(include_str!("fixtures/rfc9421.json")).unwrap()
}

/// The case's message with its two fields added, given to `then`.
fn with_message<T>(fixture: &Fixture, case: &Case, then: impl FnOnce(&Message<'_>) -> T) -> T {
    let part = if case.message == "response" { &fixture.response } else { &fixture.request };
    let signed = [
        ("Signature-Input".to_owned(), format!("{}={}", case.label, case.signature_input)),
        ("Signature".to_owned(), format!("{}=:{}:", case.label, case.signature)),
    ];
    let fields: Vec<(&str, &str)> =
        part.fields.iter().chain(&signed).map(|(n, v)| (n.as_str(), v.as_str())).collect();
    if case.message == "response" {
        then(&Message::response(part.status, &fields))
    } else {
        then(&Message::request(&part.method, &part.target_uri, &fields).unwrap())
    }
}

#[test]
fn every_signature_base_of_the_appendix_is_computed_to_the_letter() {
    let fixture = fixture();
    assert_eq!(fixture.cases.len(), 6);
    for case in &fixture.cases {
        with_message(&fixture, case, |message| {
            let read = Signatures::read(message).unwrap();
            let [labelled] = read.all() else { panic!("{}: one signature", case.section) };
            assert_eq!(labelled.label, case.label);
            assert_eq!(labelled.input.base(message).unwrap(), case.base.join("\n"), "{}", case.section);
            assert_eq!(labelled.input.written(), case.signature_input);
            assert_eq!(labelled.signature, STANDARD.decode(&case.signature).unwrap());
            let (input, signature) = read.written();
            assert_eq!(input, format!("{}={}", case.label, case.signature_input));
            assert_eq!(signature, format!("{}=:{}:", case.label, case.signature));
        });
    }
}

#[test]
fn the_ed25519_signature_of_the_appendix_is_verified_and_made_again() {
    let fixture = fixture();
    let case = fixture.cases.iter().find(|case| case.section == "B.2.6").unwrap();
    let bytes = |text: &str| -> [u8; 32] { STANDARD.decode(text).unwrap().try_into().unwrap() };
    let key = SigningKey::from_random(&bytes(&fixture.ed25519.private));
    let public = VerifyingKey::from_bytes(&bytes(&fixture.ed25519.public)).unwrap();
    assert_eq!(key.verifying_key(), public);
    with_message(&fixture, case, |message| {
        let names = ["date", "@method", "@path", "@authority", "content-type", "content-length"];
        let input = SignatureInput::new(names.map(|name| Component::new(name).unwrap()))
            .created(1_618_884_473)
            .keyid("test-key-ed25519")
            .unwrap();
        let base = input.base(message).unwrap();
        let signature = key.sign(base.as_bytes());
        assert_eq!(STANDARD.encode(signature), case.signature);
        assert!(public.verifies(base.as_bytes(), &signature));
        assert!(!public.verifies(base.to_lowercase().as_bytes(), &signature));
        let (made_input, made) = Signatures::one("sig-b26", input, &signature).unwrap().written();
        assert_eq!(made_input, format!("sig-b26={}", case.signature_input));
        assert_eq!(made, format!("sig-b26=:{}:", case.signature));
    });
}

#[test]
fn the_hmac_signature_of_the_appendix_fits_its_base() {
    let fixture = fixture();
    let case = fixture.cases.iter().find(|case| case.section == "B.2.5").unwrap();
    let secret = STANDARD.decode(&fixture.shared_secret).unwrap();
    with_message(&fixture, case, |message| {
        let read = Signatures::read(message).unwrap();
        let mut mac = Hmac::<sha2::Sha256>::new_from_slice(&secret).unwrap();
        mac.update(read.all()[0].input.base(message).unwrap().as_bytes());
        mac.verify_slice(&read.all()[0].signature).unwrap();
    });
}

#[test]
fn the_content_of_the_appendix_is_the_one_of_its_digest() {
    let fixture = fixture();
    for part in [&fixture.request, &fixture.response] {
        let digest = part.fields.iter().find(|(name, _)| name == "Content-Digest").unwrap();
        check_content_digest(&digest.1, part.content.as_bytes()).unwrap();
    }
}

fn read(input: &str, signature: &str) -> Result<Signatures, SignatureError> {
    let fields = [("signature-input", input), ("signature", signature)];
    Signatures::read(&Message::request("GET", "https://example.com/", &fields).unwrap())
}

#[test]
fn what_cannot_be_read_as_a_whole_is_not_read_in_part() {
    let wide = format!("a=({})", "\"date\" ".repeat(33).trim_end());
    let many: Vec<String> = (0..9).map(|n| format!("a{n}=()")).collect();
    let bytes: Vec<String> = (0..9).map(|n| format!("a{n}=::")).collect();
    for (input, signature, expected) in [
        ("", "a=::", SignatureError::Missing("Signature-Input")),
        ("a=()", "", SignatureError::Missing("Signature")),
        ("a=()", "b=::", SignatureError::Labels),
        ("a=(), b=()", "a=::", SignatureError::Labels),
        ("a=1", "a=::", SignatureError::Malformed("Signature-Input")),
        ("a=(", "a=::", SignatureError::Malformed("Signature-Input")),
        ("a=(date)", "a=::", SignatureError::Malformed("Signature-Input")),
        ("a=()", "a=abc", SignatureError::Malformed("Signature")),
        ("a=()", "a=()", SignatureError::Malformed("Signature")),
        ("a=()", "a=:%:", SignatureError::Malformed("Signature")),
        ("a=(\"@new\")", "a=::", SignatureError::Unsupported("\"@new\"".to_owned())),
        ("a=(\"date\";sf)", "a=::", SignatureError::Unsupported("\"date\";sf".to_owned())),
        ("a=(\"@method\";req)", "a=::", SignatureError::Unsupported("\"@method\";req".to_owned())),
        (
            "a=(\"@signature-params\")",
            "a=::",
            SignatureError::Unsupported("\"@signature-params\"".to_owned()),
        ),
        (&wide, "a=::", SignatureError::TooLong("Signature-Input")),
        (&many.join(","), &bytes.join(","), SignatureError::TooLong("Signature-Input")),
        (&"a".repeat(9000), "a=::", SignatureError::TooLong("Signature-Input")),
    ] {
        assert_eq!(read(input, signature), Err(expected), "{input} {signature}");
    }
}

#[test]
fn a_component_that_is_listed_twice_or_absent_is_an_error() {
    let message = Message::request("GET", "https://example.com/", &[]).unwrap();
    let method = || Component::new("@method").unwrap();
    let twice = SignatureInput::new([method(), method()]).base(&message);
    assert_eq!(twice, Err(SignatureError::Repeated("\"@method\"".to_owned())));
    let absent = SignatureInput::new([Component::new("date").unwrap()]).base(&message);
    assert_eq!(absent, Err(SignatureError::Absent("\"date\"".to_owned())));
}

#[test]
fn parameters_that_mean_nothing_here_are_signed_all_the_same() {
    let read = read("a=(\"@method\");created=1;x=?0;y", "a=:AA==:").unwrap();
    let message = Message::request("GET", "https://example.com/", &[]).unwrap();
    assert_eq!(
        read.all()[0].input.base(&message).unwrap(),
        "\"@method\": GET\n\"@signature-params\": (\"@method\");created=1;x=?0;y"
    );
    assert_eq!(read.all()[0].input.integer("created"), Ok(Some(1)));
    assert_eq!(read.all()[0].input.text("created"), Err(SignatureError::Parameter("created".to_owned())));
}
