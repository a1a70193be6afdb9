//! What must hold for any texts whatever: one body for the property tests and the fuzz target.

use super::{Message, Signatures, SigningKey};
use crate::strong::{self, Request};

/// Takes two texts for the signature fields of a request: what can be read is written as what reads the same and is
/// signed the same; and no key has signed it.
///
/// # Errors
/// In words, the first law that does not hold.
pub fn fields_agree(signature_input: &str, signature: &str) -> Result<(), String> {
    let fields = [
        ("date", "Tue, 20 Apr 2021 02:07:55 GMT"),
        ("signature-input", signature_input),
        ("signature", signature),
    ];
    let uri = "https://example.com/foo?param=Value&Pet=dog";
    let request = Request { method: "POST", target_uri: uri, fields: &fields, body: b"" };
    let key = SigningKey::from_random(&[7; 32]).verifying_key();
    if let Ok(claim) = strong::read(&request)
        && claim.verify(&request, &key, jiff::Timestamp::UNIX_EPOCH, u32::MAX).is_ok()
    {
        return Err("a signature that nobody made".to_owned());
    }
    let message = Message::request("POST", uri, &fields).map_err(|error| error.to_string())?;
    let Ok(read) = Signatures::read(&message) else { return Ok(()) };
    let (input, signature) = read.written();
    let written = [fields[0], ("Signature-Input", input.as_str()), ("Signature", signature.as_str())];
    let message = Message::request("POST", uri, &written).map_err(|error| error.to_string())?;
    let again = Signatures::read(&message).map_err(|error| format!("{error}: {input}"))?;
    if again != read {
        return Err(format!("{read:?}\nbecame\n{again:?}"));
    }
    for labelled in again.all() {
        if let Ok(base) = labelled.input.base(&message)
            && !base.ends_with(&labelled.input.written())
        {
            return Err(format!("the base does not end in its parameters: {base}"));
        }
    }
    Ok(())
}
