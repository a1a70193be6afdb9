//! What a partner is.

use super::trouble::Trouble;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId, PartnerId};
use tessera_wire::descriptor::{Profile, Ratchet};
use tessera_wire::pairing::{self, Side};

/// How long a pair that was replaced works on.
pub const OVERLAP_DAYS: i64 = 7;
/// How long a pairing link waits to be used.
pub const LINK_HOURS: i64 = 48;
/// After so many syncs that failed in a row the admins are told.
pub const FAILURES_TOLD: i64 = 3;
/// Partners of one community.
pub const MOST_PARTNERS: u64 = 1000;

/// A community on another server, as it is kept here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    pub id: PartnerId,
    pub community_id: CommunityId,
    pub name: String,
    pub short_code: String,
    /// Without a slash at the end.
    pub base_url: String,
    pub logo_url: Option<String>,
    /// The name of the logo as it is kept here.
    pub logo: Option<String>,
    /// Theirs, for what we ask of them.
    pub api_key: Option<String>,
    pub api_secret_sealed: Option<String>,
    pub is_active: bool,
    pub is_approved: bool,
    pub share_our_events: bool,
    pub auto_import: bool,
    pub last_sync: Option<Instant>,
    pub last_error: Option<String>,
    /// Syncs that failed in a row.
    pub failures: i64,
    pub failing_since: Option<Instant>,
    pub ratchet: Ratchet,
    pub pairing: Option<Pairing>,
    pub version: i64,
    pub created_at: Instant,
    pub created_by: Option<AccountId>,
}

/// What both sides were when they were paired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// Their code, as their descriptor has it.
    pub peer_code: String,
    pub peer_side: Side,
    pub our_side: Side,
    pub confirmed_at: Option<Instant>,
}

impl Partner {
    /// Whether anything goes to or comes from it at all.
    pub fn is_open(&self) -> bool {
        self.is_active && self.is_approved
    }

    /// Whether both sides have each other's keys, and an admin here has made sure of them.
    pub fn is_paired(&self) -> bool {
        self.pairing.as_ref().is_some_and(|p| p.confirmed_at.is_some())
    }

    /// Why the last sync failed.
    pub fn trouble(&self) -> Option<Trouble> {
        self.last_error.as_deref().and_then(Trouble::parse)
    }

    /// Where the logo is shown.
    pub fn logo_path(&self) -> Option<String> {
        self.logo.as_deref().map(crate::clubs::pictures::small_path)
    }

    /// Whether there is something to ask them with.
    pub fn can_ask(&self) -> bool {
        self.is_paired() || (self.api_key.is_some() && self.api_secret_sealed.is_some())
    }

    /// The host of their address, as people read it.
    pub fn host(&self) -> &str {
        self.base_url.split_once("://").map_or(&self.base_url, |(_, rest)| rest)
    }

    /// How the trail names it.
    pub fn subject(&self) -> String {
        format!("partner:{}", self.id)
    }
}

impl Pairing {
    /// What both admins compare.
    pub fn words(&self) -> String {
        pairing::words(&self.our_side, &self.peer_side).join(" ")
    }
}

/// How a profile is written in a column.
pub fn profile_code(profile: Profile) -> &'static str {
    match profile {
        Profile::Documented => "documented",
        Profile::Strong => "strong",
    }
}

pub fn profile_of(code: &str) -> Option<Profile> {
    [Profile::Documented, Profile::Strong].into_iter().find(|p| profile_code(*p) == code)
}

/// A pair that we gave to a partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub id: uuid::Uuid,
    pub partner_id: PartnerId,
    pub api_key: String,
    pub api_secret_sealed: String,
    pub created_at: Instant,
    /// None: the current one.
    pub ends_at: Option<Instant>,
}

impl Pair {
    pub fn works_at(&self, now: Instant) -> bool {
        self.ends_at.is_none_or(|end| now < end)
    }
}
