//! Any bytes as an .ics file. The property tests of `tessera-calendar` run the same body with `make test`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Err(broken) = tessera_calendar::ical::laws::reading_and_writing_agree(bytes) {
        panic!("{broken}");
    }
});
