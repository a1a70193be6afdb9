//! Time zones by name.
//!
//! [`Zone`] is a zone of the bundled IANA database; [`Zone::recognise`] also understands what other calendars
//! call one: names behind a vendor's prefix and the zones of Windows. What it does not know it does not guess.

use std::{fmt, sync::Arc};

use jiff::tz::TimeZone;

mod windows;

/// The name of a zone that the bundled IANA database has, as it spells it: `Europe/Rome`.
///
/// ```
/// use tessera_calendar::Zone;
/// assert_eq!(Zone::parse("europe/rome").unwrap().name(), "Europe/Rome");
/// assert!(Zone::parse("Mars/Olympus").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Zone(Arc<str>);

impl Zone {
    /// The zone of exactly this IANA name, in any case; `None` if there is none.
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim();
        let zone = jiff::tz::db().get(name).ok()?;
        Some(Self(zone.iana_name()?.into()))
    }

    /// UTC.
    pub fn utc() -> Self {
        Self("Etc/UTC".into())
    }

    /// The zone that a calendar means by `tzid`: an IANA name, one behind a prefix
    /// (`/mozilla.org/20070129_1/Europe/Rome`), one with `-` for `/` (`US-Eastern`), or a Windows zone
    /// (`W. Europe Standard Time`, the representative zone of the Unicode CLDR).
    ///
    /// ```
    /// use tessera_calendar::Zone;
    /// for tzid in ["/freeassociation.sourceforge.net/Europe/Rome", "Europe-Rome", "\"Europe/Rome\""] {
    ///     assert_eq!(Zone::recognise(tzid).unwrap().name(), "Europe/Rome");
    /// }
    /// assert_eq!(Zone::recognise("Tokyo Standard Time").unwrap().name(), "Asia/Tokyo");
    /// ```
    pub fn recognise(tzid: &str) -> Option<Self> {
        let tzid = tzid.trim().trim_matches('"').trim();
        if tzid.is_empty() || tzid.len() > 255 {
            return None;
        }
        if let Some(zone) = Self::parse(tzid) {
            return Some(zone);
        }
        if let Some(zone) = windows::iana_name(tzid).and_then(Self::parse) {
            return Some(zone);
        }
        if matches!(tzid.to_ascii_uppercase().as_str(), "Z" | "UTC" | "GMT") {
            return Self::parse("Etc/UTC");
        }
        // An IANA name has at most three parts; the longest ending that is one wins.
        let behind_a_prefix =
            tzid.match_indices('/').filter_map(|(i, _)| tzid.get(i + 1..)).find_map(Self::parse);
        behind_a_prefix.or_else(|| tzid.contains('-').then(|| Self::parse(&tzid.replacen('-', "/", 1)))?)
    }

    /// The name, as the database spells it.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// The rules of the zone.
    pub fn time_zone(&self) -> TimeZone {
        // Only names found in the bundled database become a `Zone`, and that database does not change.
        jiff::tz::db().get(&self.0).unwrap_or(TimeZone::UTC)
    }

    /// Whether this is UTC under one of its names.
    pub fn is_utc(&self) -> bool {
        matches!(
            &*self.0,
            "UTC"
                | "Etc/UTC"
                | "Etc/UCT"
                | "UCT"
                | "Etc/GMT"
                | "GMT"
                | "Etc/Universal"
                | "Universal"
                | "Zulu"
                | "Etc/Zulu"
                | "Etc/Greenwich"
                | "Greenwich"
                | "GMT0"
                | "GMT+0"
                | "GMT-0"
                | "Etc/GMT0"
                | "Etc/GMT+0"
                | "Etc/GMT-0"
        )
    }

    /// The zones whose last part is one of the places that `tzid` names, then those of most people, then all.
    pub(crate) fn candidates(tzid: &str) -> impl Iterator<Item = Self> {
        let places: Vec<String> = tzid
            .split([',', ';', '/', '(', ')'])
            .map(|part| part.trim().trim_matches('\\').replace(' ', "_").to_ascii_lowercase())
            .filter(|part| !part.is_empty())
            .collect();
        // Links such as `Canada/Eastern` name no place.
        let all: Vec<Self> = jiff::tz::db()
            .available()
            .filter(|name| name.as_str().split_once('/').is_some_and(|(area, _)| AREAS.contains(&area)))
            .filter_map(|name| Self::parse(name.as_str()))
            .collect();
        let is_named = |zone: &&Self| {
            zone.0.rsplit('/').next().is_some_and(|last| places.iter().any(|p| p.eq_ignore_ascii_case(last)))
        };
        let named: Vec<Self> = all.iter().filter(is_named).cloned().collect();
        let common = windows::COMMON.iter().filter_map(|name| Self::parse(name));
        named.into_iter().chain(common).chain(all)
    }
}

const AREAS: &[&str] = &[
    "Africa",
    "America",
    "Antarctica",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
    "Etc",
];

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Zone, windows};

    #[test]
    fn every_windows_zone_is_one_the_database_has() {
        for (windows, iana) in windows::ZONES {
            assert!(Zone::parse(iana).is_some(), "{windows}: {iana}");
            assert!(Zone::recognise(windows).is_some(), "{windows}");
        }
        assert!(windows::ZONES.is_sorted_by(|a, b| a.0.to_ascii_lowercase() < b.0.to_ascii_lowercase()));
        assert!(windows::COMMON.iter().all(|name| Zone::parse(name).is_some()));
    }

    #[test]
    fn prefixes_of_other_programs_are_seen_through() {
        for (tzid, name) in [
            ("/mozilla.org/20070129_1/Europe/Rome", "Europe/Rome"),
            (
                "/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires",
                "America/Argentina/Buenos_Aires",
            ),
            ("/softwarestudio.org/Olson_20011030_5/America/New_York", "America/New_York"),
            ("US-Eastern", "US/Eastern"),
            ("utc", "UTC"),
        ] {
            assert_eq!(Zone::recognise(tzid).unwrap().name(), name, "{tzid}");
        }
    }

    #[test]
    fn what_nobody_knows_is_not_guessed() {
        for tzid in ["", "Eastern", "Customized Time Zone", "/", "//", "Kuala Lumpur, Singapore", "Rome"] {
            assert_eq!(Zone::recognise(tzid), None, "{tzid}");
        }
    }
}
