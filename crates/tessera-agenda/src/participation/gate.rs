//! How somebody who is not part of a private event gets in, without this slice knowing what an invitation is: filled
//! in by this crate's root (`crate::GATE`).

use futures::future::BoxFuture;
use sea_orm::DbErr;
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, EventId, InvitationId};
use tessera_platform::db::Write;

/// What somebody shows at the door.
#[derive(Clone, Copy, Debug)]
pub enum Shown<'a> {
    /// The token of a mailed link.
    Token(&'a str),
    /// The key of an address that is proven to be theirs.
    Address(&'a str),
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Admission {
    /// Used up by this very transaction; `email_key` is the address that was invited.
    Admitted {
        invitation: InvitationId,
        email_key: String,
    },
    Refused(WhyNot),
}

/// Why something shown opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// Unknown, revoked, replaced by a newer mail, or of another event.
    Unknown,
    Used,
    Expired,
}

/// Uses up what is shown, for one participation, in the transaction that makes it.
pub type Redeem = for<'a> fn(
    &'a Write,
    CommunityId,
    EventId,
    Shown<'a>,
    Instant,
) -> BoxFuture<'a, Result<Admission, DbErr>>;

/// The door.
#[derive(Clone, Copy)]
pub struct Gate {
    pub redeem: Redeem,
}
