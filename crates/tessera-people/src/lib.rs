//! The people: accounts, and the communities they belong to.

pub mod accounts;
pub mod communities;
pub mod members;
pub mod notifications;
pub mod settings;
pub mod setup;
pub mod system;
pub mod trail;

/// What an account's open pages listen to: that there is something new for it, and that a sign-in or a membership of
/// its ended.
pub(crate) fn account_topic(account: tessera_core::ids::AccountId) -> String {
    format!("account:{}", account.0.simple())
}
