//! What a share link is, and whether it is open.

use crate::events::Kind;
use jiff::SignedDuration;
use serde::Serialize;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId, ShareLinkId};
use tessera_platform::limits::Limit;

pub const NAME_MAX_CHARS: usize = 100;
pub const VIEWS_MAX: i64 = 1_000_000;
/// Open links of one member in one community.
pub const MOST_OPEN: i64 = 100;
/// Links that one member makes in a day: closing and making anew goes on only so long.
pub const PER_DAY: Limit = Limit { name: "share_links_day", most: 300, window_seconds: 86_400 };
/// How long a closed link is listed, and can be opened again where it was revoked.
pub const LISTED_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What somebody wants a link to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub name: String,
    /// None of these: any.
    pub kinds: Vec<Kind>,
    /// As written: a day, a local time of the community, or an instant.
    pub from: Option<String>,
    /// Likewise; a day is included.
    pub to: Option<String>,
    pub expires_at: Option<Instant>,
    pub max_views: Option<i64>,
}

/// A link as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareLink {
    pub id: ShareLinkId,
    pub community_id: CommunityId,
    pub account_id: AccountId,
    pub shows: Wanted,
    pub token_sealed: String,
    pub view_count: i64,
    pub last_viewed_at: Option<Instant>,
    pub revoked_at: Option<Instant>,
    pub created_at: Instant,
    /// Whether its maker may publish at this moment.
    pub maker_may: bool,
}

/// Whether a link shows something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Open,
    /// Taken back.
    Revoked,
    Expired,
    /// Opened as often as it may be.
    UsedUp,
    /// Its maker does not publish here any more, or not at this time.
    Paused,
}

impl ShareLink {
    pub fn state(&self, now: Instant) -> State {
        if self.revoked_at.is_some() {
            State::Revoked
        } else if self.shows.expires_at.is_some_and(|at| at <= now) {
            State::Expired
        } else if self.shows.max_views.is_some_and(|most| self.view_count >= most) {
            State::UsedUp
        } else if !self.maker_may {
            State::Paused
        } else {
            State::Open
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_link_says_why_it_is_closed() {
        let now: Instant = "2026-04-01T10:00:00Z".parse().unwrap();
        let open = ShareLink {
            id: ShareLinkId(uuid::Uuid::nil()),
            community_id: CommunityId(uuid::Uuid::nil()),
            account_id: AccountId(uuid::Uuid::nil()),
            shows: Wanted {
                max_views: Some(2),
                expires_at: Some(now.plus(SignedDuration::from_secs(1))),
                ..Wanted::default()
            },
            token_sealed: String::new(),
            view_count: 1,
            last_viewed_at: None,
            revoked_at: None,
            created_at: now,
            maker_may: true,
        };
        assert_eq!(open.state(now), State::Open);
        assert_eq!(open.state(now.plus(SignedDuration::from_secs(1))), State::Expired);
        assert_eq!(ShareLink { view_count: 2, ..open.clone() }.state(now), State::UsedUp);
        assert_eq!(ShareLink { maker_may: false, ..open.clone() }.state(now), State::Paused);
        assert_eq!(ShareLink { revoked_at: Some(now), view_count: 2, ..open }.state(now), State::Revoked);
    }
}
