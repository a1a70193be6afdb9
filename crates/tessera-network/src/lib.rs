//! What communities on different servers do together.

pub mod clubs;
