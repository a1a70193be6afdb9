//! What an account is, and the rules that need nothing but what they are given.

use jiff::SignedDuration;
use serde::Serialize;
use tessera_core::ids::{AccountId, ApiTokenId, CommunityId, SessionId};
use tessera_core::{Instant, Locale, Role, Roles};
use tessera_platform::limits::Limit;
use tessera_platform::mail::EmailAddress;
use tessera_platform::passwords::{self, Unfit};
use tessera_web::refusal::FieldError;

pub const MOST_NAME_CHARS: usize = 120;
pub const MOST_TOKEN_NAME_CHARS: usize = 80;
/// How many tokens an account may hold in one community.
pub const MOST_TOKENS: i64 = 50;

/// A person who signs in.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub id: AccountId,
    pub email: String,
    pub email_verified_at: Option<Instant>,
    pub name: String,
    pub password_hash: Option<String>,
    pub locale: Option<Locale>,
    /// An IANA name.
    pub timezone: Option<String>,
    pub operator: bool,
    pub created_at: Instant,
}

/// An account to be.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub email: EmailAddress,
    pub name: String,
    pub password_hash: Option<String>,
    pub locale: Option<Locale>,
    pub timezone: Option<String>,
    pub verified: bool,
    pub operator: bool,
}

/// One sign-in in one browser.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    pub id: SessionId,
    pub device: String,
    pub created_at: Instant,
    pub last_used_at: Instant,
}

/// A bearer token as its owner sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct ApiToken {
    pub id: ApiTokenId,
    pub community_id: CommunityId,
    pub name: String,
    pub hint: String,
    /// None: a sign-in over the API, with every scope.
    pub scopes: Option<Vec<String>>,
    pub created_at: Instant,
    pub last_used_at: Option<Instant>,
    pub expires_at: Option<Instant>,
}

/// What a one-time link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Proves the account's address, and signs in.
    Verify,
    /// Proves a new address, which then takes the old one's place.
    ChangeEmail,
    /// Sets a new password.
    Reset,
    /// Signs in.
    SignIn,
    /// Makes an account that exists already a member here, and signs in.
    Join,
}

impl Purpose {
    pub const ALL: [Self; 5] = [Self::Verify, Self::ChangeEmail, Self::Reset, Self::SignIn, Self::Join];

    pub fn code(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::ChangeEmail => "change_email",
            Self::Reset => "reset",
            Self::SignIn => "sign_in",
            Self::Join => "join",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.code() == code)
    }

    /// How long its link works.
    pub fn lives(self) -> SignedDuration {
        match self {
            Self::Verify | Self::ChangeEmail | Self::Join => SignedDuration::from_hours(72),
            Self::Reset => SignedDuration::from_hours(2),
            Self::SignIn => SignedDuration::from_hours(24),
        }
    }
}

/// A one-time link as it was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub account_id: AccountId,
    pub community_id: CommunityId,
    pub purpose: Purpose,
    pub email: String,
}

/// How long a session lasts that is not used, and one that is.
pub const SESSION_IDLE: SignedDuration = SignedDuration::from_hours(24 * 30);
pub const SESSION_LIFE: SignedDuration = SignedDuration::from_hours(24 * 180);
/// How long a sign-in over the API lasts.
pub const API_SIGN_IN_LIFE: SignedDuration = SignedDuration::from_hours(24 * 90);
/// Use is noted this often at most, so that reading does not write.
pub const USE_NOTED_EVERY: SignedDuration = SignedDuration::from_mins(10);

/// Tries of one account's password, right ones forgiven.
pub const GUESSES_PER_ACCOUNT: Limit = Limit { name: "sign_in_account", most: 10, window_seconds: 900 };
/// Wrong passwords from one address.
pub const GUESSES_PER_ADDRESS: Limit = Limit { name: "sign_in_address", most: 40, window_seconds: 900 };
/// Tokens of links from one address that fit nothing.
pub const LINKS_PER_ADDRESS: Limit = Limit { name: "account_link_address", most: 30, window_seconds: 900 };
/// Mails that somebody without an account can make us send to one recipient.
pub const MAILS_PER_RECIPIENT: Limit =
    Limit { name: "account_mail_recipient", most: 4, window_seconds: 3600 };
/// The same, from one address to any recipient.
pub const MAILS_PER_ADDRESS: Limit = Limit { name: "account_mail_address", most: 20, window_seconds: 3600 };
/// Accounts made from one address, on the page and over the API.
pub const ACCOUNTS_PER_ADDRESS: Limit = Limit { name: "register_address", most: 100, window_seconds: 3600 };
/// How often the API tells one address that an e-mail address is taken.
pub const TAKEN_PER_ADDRESS: Limit = Limit { name: "register_taken_address", most: 5, window_seconds: 900 };

/// The network that counts as one guesser: an IPv4 address, or the /64 that an IPv6 subscriber is given.
pub fn network(address: std::net::IpAddr) -> String {
    match address.to_canonical() {
        std::net::IpAddr::V4(v4) => v4.to_string(),
        std::net::IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// A name as it is kept: without control characters, in one line.
pub fn parse_name(text: &str) -> Result<String, FieldError> {
    let name = one_line(text);
    match name.chars().count() {
        0 => Err(FieldError::new("name", "required")),
        n if n > MOST_NAME_CHARS => Err(FieldError::new("name", "too_long").with("max", MOST_NAME_CHARS)),
        _ => Ok(name),
    }
}

/// What stands for a name where none was given: the part of the address before the `@`.
pub fn name_from_email(email: &EmailAddress) -> String {
    let local = email.as_str().split('@').next().unwrap_or_default();
    local.chars().take(MOST_NAME_CHARS).collect()
}

fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Why a password may not be set, for the field `field`.
pub fn unfit_password(field: &'static str, why: Unfit) -> FieldError {
    match why {
        Unfit::TooShort => FieldError::new(field, "password_too_short").with("min", passwords::LEAST_CHARS),
        Unfit::TooLong => FieldError::new(field, "password_too_long"),
        Unfit::TooCommon => FieldError::new(field, "password_too_common"),
    }
}

/// An IANA name that the bundled database knows; empty is none.
pub fn parse_timezone(text: &str) -> Result<Option<String>, FieldError> {
    let name = text.trim();
    if name.is_empty() {
        return Ok(None);
    }
    let wrong = || FieldError::new("timezone", "bad_timezone");
    let zone = jiff::tz::TimeZone::get(name).map_err(|_| wrong())?;
    zone.iana_name().map(|n| Some(n.to_owned())).ok_or_else(wrong)
}

/// The roles a newcomer gets who asks for `wanted`: always member, and more only where the community lets newcomers
/// take it themselves.
pub fn newcomer_roles(wanted: Option<Role>, newcomers_may_be: Roles) -> Result<Roles, FieldError> {
    let member = Roles::of(&[Role::Member]);
    match wanted {
        None | Some(Role::Member) => Ok(member),
        Some(role) if role != Role::Admin && newcomers_may_be.has(role) => Ok(member.with(role)),
        Some(_) => Err(FieldError::new("role", "role_not_open")),
    }
}

/// A path of our own to go on to after signing in; anything else is the agenda. Browsers read a backslash as a
/// slash and skip tabs and line ends, so none of these may be in it.
pub fn safe_next(next: &str) -> &str {
    let fits = next.starts_with('/')
        && !next.starts_with("//")
        && !next.chars().any(|c| c == '\\' || c.is_control() || c.is_whitespace());
    let loops = ["/sign-in", "/sign-out", "/link"].iter().any(|p| next.starts_with(p));
    if fits && !loops { next } else { "/" }
}

/// Browser and system, as far as a `User-Agent` tells; for people to recognise their devices, nothing is decided
/// by it.
pub fn device(user_agent: &str) -> String {
    let of = |table: &[(&str, &'static str)]| {
        table.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    let browser = of(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ]);
    let system = of(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_our_own_are_gone_on_to() {
        assert_eq!(safe_next("/events/1?x=2#y"), "/events/1?x=2#y");
        for elsewhere in [
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "javascript:alert(1)",
            "",
            "evil",
            "/ /evil",
            "/sign-in?next=/",
            "/sign-out",
        ] {
            assert_eq!(safe_next(elsewhere), "/", "{elsewhere:?}");
        }
    }

    #[test]
    fn newcomers_take_only_the_roles_that_are_open_to_them() {
        let open = Roles::of(&[Role::Organiser]);
        let organiser = Roles::of(&[Role::Member, Role::Organiser]);
        assert_eq!(newcomer_roles(None, open).unwrap(), Roles::of(&[Role::Member]));
        assert_eq!(newcomer_roles(Some(Role::Organiser), open).unwrap(), organiser);
        assert_eq!(newcomer_roles(Some(Role::Promoter), open).unwrap_err().code, "role_not_open");
        // Not even a community that says so by mistake hands this out.
        assert!(newcomer_roles(Some(Role::Admin), Roles::of(&Role::ALL)).is_err());
    }

    #[test]
    fn an_ipv6_subscriber_is_one_guesser() {
        assert_eq!(
            network("2001:db8:1:2:3::4".parse().unwrap()),
            network("2001:db8:1:2:ffff::".parse().unwrap())
        );
        assert_ne!(network("2001:db8:1:2::".parse().unwrap()), network("2001:db8:1:3::".parse().unwrap()));
        assert_eq!(network("::ffff:192.0.2.7".parse().unwrap()), "192.0.2.7");
    }

    #[test]
    fn names_are_one_line_and_not_empty() {
        assert_eq!(parse_name("  Ana\n\u{7} Rossi ").unwrap(), "Ana Rossi");
        assert_eq!(parse_name("\u{0}\n").unwrap_err().code, "required");
        assert_eq!(parse_name(&"x".repeat(121)).unwrap_err().code, "too_long");
    }

    #[test]
    fn zones_are_those_that_exist() {
        assert_eq!(parse_timezone("europe/rome").unwrap().as_deref(), Some("Europe/Rome"));
        assert_eq!(parse_timezone(" ").unwrap(), None);
        assert_eq!(parse_timezone("Mars/Base").unwrap_err().code, "bad_timezone");
    }

    #[test]
    fn devices_are_recognised_roughly() {
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Version/17.4 Safari/604.1";
        assert_eq!(device(phone), "Safari, iPhone");
        let desk = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0";
        assert_eq!(device(desk), "Edge, Linux");
        assert_eq!(device("something else"), "");
    }

    #[test]
    fn every_purpose_of_a_link_is_read_back() {
        for p in Purpose::ALL {
            assert_eq!(Purpose::from_code(p.code()), Some(p));
        }
    }
}
