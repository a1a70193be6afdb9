//! Invitations: what they are, when they hold, how many there may be.

use jiff::SignedDuration;
use serde::Serialize;
use tessera_core::ids::{AccountId, CommunityId, EventId, InvitationId};
use tessera_core::{Instant, Locale};
use tessera_platform::limits::Limit;

/// How long an invitation holds.
pub const HOLDS: SignedDuration = SignedDuration::from_hours(7 * 24);
/// The most addresses of one paste or one call.
pub const MOST_AT_ONCE: usize = 500;

/// Invitations of one account per day: of a plain member, and of those trusted with public events.
pub const PER_DAY: Limit = Limit { name: "invitations_day", most: 200, window_seconds: 86_400 };
pub const PER_DAY_OF_ORGANISER: Limit = Limit { name: "invitations_day", most: 1000, window_seconds: 86_400 };
/// Invitations to one address per day, whoever sends them.
pub const PER_RECIPIENT: Limit = Limit { name: "invitations_recipient", most: 10, window_seconds: 86_400 };

/// An invitation of one address to one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Invitation {
    pub id: InvitationId,
    pub community_id: CommunityId,
    pub event_id: EventId,
    pub email: String,
    pub token_hint: String,
    pub locale: Locale,
    pub invited_by: AccountId,
    pub expires_at: Instant,
    pub used_at: Option<Instant>,
    /// Rises when it is sent anew: part of the mail's dedupe key.
    pub round: i64,
    pub created_at: Instant,
}

/// Whether an invitation still opens its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Open,
    Used,
    Expired,
}

impl State {
    pub const ALL: [Self; 3] = [Self::Open, Self::Used, Self::Expired];

    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Used => "used",
            Self::Expired => "expired",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }
}

impl Invitation {
    /// At the moment it expires it has expired.
    pub fn state(&self, now: Instant) -> State {
        if self.used_at.is_some() {
            State::Used
        } else if self.expires_at <= now {
            State::Expired
        } else {
            State::Open
        }
    }

    /// What its mail is known by, so that it can be taken back while it waits.
    pub fn mail_key(&self) -> String {
        mail_key(self.id, self.round)
    }
}

/// See [`Invitation::mail_key`].
pub fn mail_key(id: InvitationId, round: i64) -> String {
    format!("invitation:{id}:{round}")
}
