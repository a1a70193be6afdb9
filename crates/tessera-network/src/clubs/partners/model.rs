//! What a partner is.

use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId, PartnerId};

/// A community on another server, as it is kept here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    pub id: PartnerId,
    pub community_id: CommunityId,
    pub name: String,
    pub short_code: String,
    pub base_url: String,
    pub logo_url: Option<String>,
    /// Theirs, for what we ask of them.
    pub api_key: Option<String>,
    pub api_secret_sealed: Option<String>,
    pub is_active: bool,
    pub is_approved: bool,
    pub share_our_events: bool,
    pub auto_import: bool,
    pub last_sync: Option<Instant>,
    pub last_error: Option<String>,
    pub created_at: Instant,
    pub created_by: Option<AccountId>,
}

impl Partner {
    /// Whether anything goes to or comes from it at all.
    pub fn is_open(&self) -> bool {
        self.is_active && self.is_approved
    }
}
