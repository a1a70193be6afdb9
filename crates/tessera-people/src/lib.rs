//! The people: accounts, and the communities they belong to.

pub mod accounts;
pub mod communities;
