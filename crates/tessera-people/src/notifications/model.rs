//! What people chose, when a digest is due, and what an address for stopping mails says: rules without a database.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId};
use tessera_platform::seal::Sealer;
use tessera_web::notices::{Email, Preference};

/// When digests leave, by the community's clocks.
pub const DIGEST_HOUR: i8 = 8;

/// What somebody chose about one preference. Another channel is another field here and another value of
/// `notice_preferences.channel`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub email: Email,
    pub in_app: bool,
}

impl Choice {
    pub fn default_of(preference: &Preference) -> Self {
        Self { email: preference.email, in_app: preference.in_app }
    }

    /// Whether anything reaches them at all.
    pub fn is_on(self) -> bool {
        self.in_app || self.email != Email::Off
    }

    pub const OFF: Self = Self { email: Email::Off, in_app: false };

    /// Switched as a whole: off is nothing by any channel; on is what it is where it is on, else the default, and
    /// where even that is nothing, the inbox.
    #[must_use]
    pub fn switched(self, on: bool, preference: &Preference) -> Self {
        match (on, self.is_on()) {
            (false, _) => Self::OFF,
            (true, true) => self,
            (true, false) => {
                let default = Self::default_of(preference);
                if default.is_on() { default } else { Self { in_app: true, ..default } }
            }
        }
    }
}

/// What becomes of a notice as mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    None,
    Instant,
    Digest,
    Digested,
}

impl MailState {
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Instant => "instant",
            Self::Digest => "digest",
            Self::Digested => "digested",
        }
    }

    /// For somebody who chose this and whom mails may reach.
    pub fn of(choice: Email, is_reachable: bool) -> Self {
        match choice {
            _ if !is_reachable => Self::None,
            Email::Instant => Self::Instant,
            Email::Digest => Self::Digest,
            Email::Off => Self::None,
        }
    }
}

/// When the digest of a day leaves. Where the clocks skip that hour, as soon as they are past it.
pub fn digest_at(day: Date, zone: &TimeZone) -> Option<Instant> {
    let moment = day.at(DIGEST_HOUR, 0, 0, 0).to_zoned(zone.clone()).ok()?;
    Some(Instant::new(moment.timestamp()))
}

/// The next digest after `now`: its day and when it leaves.
pub fn next_digest(now: Instant, zone: &TimeZone) -> Option<(Date, Instant)> {
    let today = now.timestamp().to_zoned(zone.clone()).date();
    // A zone may skip a whole day.
    [Some(today), today.tomorrow().ok(), today.tomorrow().and_then(Date::tomorrow).ok()]
        .into_iter()
        .flatten()
        .filter_map(|day| Some((day, digest_at(day, zone)?)))
        .find(|(_, at)| *at > now)
}

/// What the address in a mail stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Mails of one preference.
    Preference(String),
    /// The daily digest as a whole.
    Digest,
}

/// What an address for stopping mails stands for. It is sealed, so nobody makes one for somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    pub community: CommunityId,
    pub account: AccountId,
    pub scope: Scope,
}

/// What these addresses are sealed for.
pub const STOP_PURPOSE: &str = "unsubscribe";
const DIGEST_SCOPE: &str = "*";

impl Stop {
    /// As it stands in an address.
    pub fn token(&self, sealer: &Sealer) -> Option<String> {
        let scope = match &self.scope {
            Scope::Preference(name) => name,
            Scope::Digest => DIGEST_SCOPE,
        };
        sealer.seal(&format!("{} {} {scope}", self.community.0.simple(), self.account.0.simple())).ok()
    }

    pub fn from_token(sealer: &Sealer, token: &str) -> Option<Self> {
        let text = sealer.open(token).ok()?;
        let mut parts = text.splitn(3, ' ');
        let community = CommunityId(parts.next()?.parse().ok()?);
        let account = AccountId(parts.next()?.parse().ok()?);
        let scope = match parts.next()? {
            DIGEST_SCOPE => Scope::Digest,
            name => Scope::Preference(name.to_owned()),
        };
        Some(Self { community, account, scope })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).unwrap()
    }

    fn next(now: &str, of: &str) -> String {
        let (day, at) = next_digest(now.parse().unwrap(), &zone(of)).unwrap();
        format!("{day} {at}")
    }

    #[test]
    fn digests_leave_at_eight_by_the_communitys_clocks_whatever_they_do() {
        assert_eq!(next("2026-04-01T05:59:59Z", "Europe/Rome"), "2026-04-01 2026-04-01T06:00:00Z");
        assert_eq!(next("2026-04-01T06:00:00Z", "Europe/Rome"), "2026-04-02 2026-04-02T06:00:00Z");
        assert_eq!(next("2026-04-01T06:00:00Z", "America/New_York"), "2026-04-01 2026-04-01T12:00:00Z");
        // The clocks go forward on 29 March and back on 25 October.
        assert_eq!(next("2026-03-28T12:00:00Z", "Europe/Rome"), "2026-03-29 2026-03-29T06:00:00Z");
        assert_eq!(next("2026-03-27T12:00:00Z", "Europe/Rome"), "2026-03-28 2026-03-28T07:00:00Z");
        assert_eq!(next("2026-10-24T12:00:00Z", "Europe/Rome"), "2026-10-25 2026-10-25T07:00:00Z");
        // Samoa left out 30 December 2011.
        let day = "2011-12-29".parse().unwrap();
        let from = digest_at(day, &zone("Pacific/Apia")).unwrap();
        let (_, at) = next_digest(from, &zone("Pacific/Apia")).unwrap();
        assert!(at > from);
    }

    #[test]
    fn an_address_for_stopping_mails_is_good_for_what_it_was_made_for_alone() {
        let sealer = Sealer::new(b"key", STOP_PURPOSE);
        for scope in [Scope::Digest, Scope::Preference("tasks".into())] {
            let stop = Stop {
                community: CommunityId(uuid::Uuid::from_u128(7)),
                account: AccountId(uuid::Uuid::from_u128(8)),
                scope,
            };
            let token = stop.token(&sealer).unwrap();
            assert!(
                token.len() < 250 && token.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
            );
            assert_eq!(Stop::from_token(&sealer, &token), Some(stop));
            assert_eq!(Stop::from_token(&Sealer::new(b"key", "other"), &token), None);
            assert_eq!(Stop::from_token(&sealer, &token.replace("v1.", "v1.A")), None);
        }
    }

    #[test]
    fn a_preference_switched_on_again_is_what_it_was_by_default() {
        let preference = Preference { name: "x", label: "x", hint: "x", email: Email::Digest, in_app: false };
        let default = Choice::default_of(&preference);
        let own = Choice { email: Email::Off, in_app: true };
        assert_eq!(own.switched(true, &preference), own);
        assert_eq!(own.switched(false, &preference), Choice::OFF);
        assert_eq!(Choice::OFF.switched(true, &preference), default);
        let silent = Preference { email: Email::Off, ..preference };
        assert!(Choice::OFF.switched(true, &silent).in_app);
    }
}
