//! The words every other crate shares: typed ids, instants and the clock, languages, roles and the rules of
//! who may do what.
//!
//! Pure: nothing here reads a clock (but [`clock::SystemClock`], which the program's edge chooses), opens a
//! socket or touches a database. The feature `columns` lets ids and instants be stored.

pub mod access;
pub mod clock;
pub mod ids;
pub mod instant;
pub mod locale;
pub mod roles;

pub use access::{Access, Standing};
pub use clock::{Clock, FixedClock, SharedClock, SystemClock};
pub use instant::Instant;
pub use locale::Locale;
pub use roles::{Role, Roles};
