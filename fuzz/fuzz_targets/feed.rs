//! Any bytes as a partner's answer. The property tests of `tessera-wire` run the same body with `make test`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let (piece, bytes) = input;
    let broken = tessera_wire::clubs::laws::reading_agrees(bytes, piece.into())
        .and_then(|()| tessera_wire::clubs::laws::interest_agrees(bytes));
    if let Err(broken) = broken {
        panic!("{broken}");
    }
});
