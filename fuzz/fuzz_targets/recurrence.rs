//! Any text as a recurrence rule. The property tests of `tessera-calendar` run the same body with `make test`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u32, &str)| {
    let (seed, text) = input;
    if let Err(broken) = tessera_calendar::recurrence::laws::dates_agree(seed, text) {
        panic!("{broken}");
    }
});
