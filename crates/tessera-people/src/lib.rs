//! The people: accounts, and the communities they belong to.

pub mod accounts;
pub mod communities;
pub mod members;
pub mod settings;
pub mod setup;
pub mod system;
pub mod trail;
