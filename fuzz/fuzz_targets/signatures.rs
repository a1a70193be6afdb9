//! Any texts as the signature fields of a request. The property tests of `tessera-wire` run the same body with
//! `make test`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &str)| {
    let (signature_input, signature) = input;
    if let Err(broken) = tessera_wire::signatures::laws::fields_agree(signature_input, signature) {
        panic!("{broken}");
    }
});
