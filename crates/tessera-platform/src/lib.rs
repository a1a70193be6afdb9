//! The toolbox that knows no feature: database, jobs, outbox, audit trail, limits, and what the other modules say
//! of themselves. Nothing here names a capability.

pub mod audit;
pub mod config;
pub mod db;
pub mod facts;
pub mod images;
pub mod jobs;
pub mod limits;
pub mod mail;
pub mod markup;
pub mod outbound;
pub mod outbox;
pub mod passwords;
pub mod seal;
pub mod telemetry;
pub mod text;
pub mod tokens;

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len().saturating_mul(2)), |mut s, b| {
        let _ = write!(s, "{b:02x}");
        s
    })
}

/// Bytes from the operating system's generator: the one place where this crate takes randomness from.
#[allow(clippy::disallowed_methods, reason = "this is that place")]
pub fn random_bytes<const N: usize>() -> [u8; N] {
    rand::random()
}
