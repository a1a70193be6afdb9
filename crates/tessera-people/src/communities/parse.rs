//! What a community may be called, where it may live and how it is set up, parsed once at the edge.

use super::store::registration_of;
use std::str::FromStr;
use tessera_core::{Locale, Role, Roles};
use tessera_platform::config::Registration;
use tessera_web::FieldError;
use url::Host;

const MOST_NAME_CHARS: usize = 100;
const MOST_ABOUT_CHARS: usize = 50_000;

/// A community's short name: one label of a host name (RFC 1035 §2.3.1), lower-case.
///
/// ```
/// use tessera_people::communities::Slug;
/// assert_eq!("Torino".parse::<Slug>().unwrap().as_str(), "torino");
/// assert!("moto club".parse::<Slug>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slug(String);

impl Slug {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A slug from a name, as far as its letters allow: what the setup page begins with.
    ///
    /// ```
    /// use tessera_people::communities::Slug;
    /// assert_eq!(Slug::suggest("Moto Club Torìno!"), "moto-club-torino");
    /// ```
    pub fn suggest(name: &str) -> String {
        let folded = tessera_platform::text::fold(name);
        let dashed: String =
            folded.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let words: Vec<&str> = dashed.split('-').filter(|w| !w.is_empty()).collect();
        words.join("-").chars().take(63).collect::<String>().trim_end_matches('-').to_owned()
    }
}

impl FromStr for Slug {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let slug = text.trim().to_ascii_lowercase();
        let fits = slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if slug.is_empty() {
            return Err("required");
        }
        if !fits || slug.len() > 63 || slug.starts_with('-') || slug.ends_with('-') || slug == "www" {
            return Err("bad_slug");
        }
        Ok(Self(slug))
    }
}

/// A host of a community's own, without port; international names in their ASCII form (UTS #46).
///
/// ```
/// use tessera_people::communities::HostName;
/// assert_eq!("Eventi.Città.example".parse::<HostName>().unwrap().as_str(), "eventi.xn--citt-3na.example");
/// assert!("https://a.example".parse::<HostName>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostName(String);

impl HostName {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for HostName {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Ok(Host::Domain(name)) = Host::parse(text.trim()) else { return Err("bad_host") };
        let label = |l: &str| {
            !l.is_empty()
                && l.len() <= 63
                && !l.starts_with('-')
                && !l.ends_with('-')
                && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        if name.len() > 253 || !name.split('.').all(label) {
            return Err("bad_host");
        }
        Ok(Self(name))
    }
}

/// What was typed about a community, whoever typed it: the setup page, the settings, the shell.
#[derive(Clone, Debug, Default)]
pub struct RawCommunity {
    pub name: String,
    pub slug: String,
    pub host: String,
    pub timezone: String,
    pub locale: String,
    pub hue: String,
    pub about: String,
    pub registration: String,
    /// The codes of roles.
    pub newcomers_may_be: Vec<String>,
    /// Empty: one.
    pub least_told: String,
}

/// A community that may be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCommunity {
    pub slug: Slug,
    pub host: Option<HostName>,
    pub rest: Edited,
}

/// What a community's admins may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    pub name: String,
    pub timezone: String,
    pub locale: Locale,
    pub hue: u16,
    pub about: String,
    pub registration: Registration,
    pub newcomers_may_be: Roles,
    pub least_told: u32,
}

/// The most that a community may ask for before it tells a count.
pub const MOST_LEAST_TOLD: u32 = 1000;

/// The colour of a community that chose none.
pub const DEFAULT_HUE: u16 = 28;

impl RawCommunity {
    /// Slug, host and all else.
    pub fn parse_new(&self) -> Result<NewCommunity, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let slug = keep("slug", self.slug.parse(), &mut wrong);
        let host = self.parse_host(&mut wrong);
        let rest = self.parse_edited();
        match (slug, rest) {
            (Some(slug), Ok(rest)) if wrong.is_empty() => Ok(NewCommunity { slug, host, rest }),
            (_, rest) => {
                wrong.extend(rest.err().unwrap_or_default());
                Err(wrong)
            }
        }
    }

    fn parse_host(&self, wrong: &mut Vec<FieldError>) -> Option<HostName> {
        if self.host.trim().is_empty() { None } else { keep("host", self.host.parse(), wrong) }
    }

    /// All but slug and host, which are the operator's.
    pub fn parse_edited(&self) -> Result<Edited, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let name = self.parse_name(&mut wrong);
        let timezone = keep("timezone", parse_zone(&self.timezone), &mut wrong);
        let locale = keep("locale", Locale::from_tag(&self.locale).ok_or("bad_choice"), &mut wrong);
        let hue = self.parse_hue(&mut wrong);
        let about = self.about.replace("\r\n", "\n");
        if about.chars().count() > MOST_ABOUT_CHARS {
            wrong.push(FieldError::new("about", "too_long").with("max", MOST_ABOUT_CHARS));
        }
        let registration = registration_of(&self.registration).ok_or("bad_choice");
        let registration = keep("registration", registration, &mut wrong);
        let newcomers = keep("newcomers_may_be", parse_newcomers(&self.newcomers_may_be), &mut wrong);
        let least_told = self.parse_least_told(&mut wrong);
        match (timezone, locale, registration, newcomers) {
            (Some(timezone), Some(locale), Some(registration), Some(newcomers_may_be))
                if wrong.is_empty() =>
            {
                Ok(Edited { name, timezone, locale, hue, about, registration, newcomers_may_be, least_told })
            }
            _ => Err(wrong),
        }
    }

    fn parse_name(&self, wrong: &mut Vec<FieldError>) -> String {
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            wrong.push(FieldError::new("name", "required"));
        } else if name.chars().count() > MOST_NAME_CHARS {
            wrong.push(FieldError::new("name", "too_long").with("max", MOST_NAME_CHARS));
        } else if name.chars().any(char::is_control) {
            wrong.push(FieldError::new("name", "bad_characters"));
        }
        name
    }

    fn parse_least_told(&self, wrong: &mut Vec<FieldError>) -> u32 {
        match self.least_told.trim() {
            "" => 1,
            text => match text.parse() {
                Ok(least @ 1..=MOST_LEAST_TOLD) => least,
                _ => {
                    let range = FieldError::new("least_told", "out_of_range");
                    wrong.push(range.with("min", 1).with("max", MOST_LEAST_TOLD));
                    1
                }
            },
        }
    }

    fn parse_hue(&self, wrong: &mut Vec<FieldError>) -> u16 {
        if self.hue.trim().is_empty() {
            return DEFAULT_HUE;
        }
        match self.hue.trim().parse() {
            Ok(hue @ 0..=359) => hue,
            _ => {
                wrong.push(FieldError::new("hue", "out_of_range").with("min", 0).with("max", 359));
                DEFAULT_HUE
            }
        }
    }
}

/// What newcomers may make themselves: anything but admin or staff, which somebody has to give.
fn parse_newcomers(codes: &[String]) -> Result<Roles, &'static str> {
    codes.iter().try_fold(Roles::NONE.with(Role::Member), |roles, code| match code.parse() {
        Ok(role @ (Role::Member | Role::Organiser | Role::Promoter)) => Ok(roles.with(role)),
        _ => Err("bad_choice"),
    })
}

fn parse_zone(name: &str) -> Result<String, &'static str> {
    let name = name.trim();
    let zone = jiff::tz::TimeZone::get(name).map_err(|_| "bad_timezone")?;
    Ok(zone.iana_name().unwrap_or(name).to_owned())
}

fn keep<T>(field: &str, parsed: Result<T, &'static str>, wrong: &mut Vec<FieldError>) -> Option<T> {
    parsed.map_err(|code| wrong.push(FieldError::new(field, code))).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    fn typed() -> RawCommunity {
        RawCommunity {
            name: "  Moto  Club Torino ".into(),
            slug: "torino".into(),
            timezone: "europe/rome".into(),
            locale: "it".into(),
            registration: "open".into(),
            ..RawCommunity::default()
        }
    }

    #[test]
    fn what_was_typed_becomes_a_community() {
        let new = typed().parse_new().unwrap();
        assert_eq!(new.rest.name, "Moto Club Torino");
        assert_eq!(new.rest.timezone, "Europe/Rome");
        assert_eq!((new.rest.hue, new.host), (DEFAULT_HUE, None));
        assert_eq!(new.rest.newcomers_may_be, Roles::of(&[Role::Member]));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let raw = RawCommunity {
            name: " ".into(),
            slug: "moto club".into(),
            host: "http://a.example:80".into(),
            timezone: "Mars/Olympus".into(),
            locale: "tlh".into(),
            hue: "400".into(),
            registration: "perhaps".into(),
            newcomers_may_be: vec!["admin".into()],
            ..RawCommunity::default()
        };
        let wrong = raw.parse_new().unwrap_err();
        let fields: Vec<_> = wrong.iter().map(|e| (e.field.as_str(), e.code)).collect();
        let expected = [
            ("slug", "bad_slug"),
            ("host", "bad_host"),
            ("name", "required"),
            ("timezone", "bad_timezone"),
            ("locale", "bad_choice"),
            ("hue", "out_of_range"),
            ("registration", "bad_choice"),
            ("newcomers_may_be", "bad_choice"),
        ];
        assert_eq!(fields, expected);
    }

    #[test]
    fn a_slug_is_one_label_of_a_host_name() {
        for good in ["a", "moto-club", "2026", &"x".repeat(63)] {
            assert!(good.parse::<Slug>().is_ok(), "{good}");
        }
        for bad in ["", "-a", "a-", "a.b", "a_b", "città", "www", &"x".repeat(64)] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_host_is_a_name_and_nothing_more() {
        for bad in
            ["", "a b", "127.0.0.1", "[::1]", "a.example:8080", "a.example/x", "-a.example", "a..b", "a_b.c"]
        {
            assert!(bad.parse::<HostName>().is_err(), "{bad}");
        }
        assert_eq!("Club.Example".parse::<HostName>().unwrap().as_str(), "club.example");
    }
}
