//! The names of dates of a series, here and in ids that partners are given: `20260415` of whole days, otherwise the
//! original start in UTC.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

const LOCAL: &str = "%Y%m%dT%H%M%S";

/// The name of a date as partners are given it. Only a series without a zone names its dates by another clock.
pub fn in_utc(key: &str, community: &TimeZone) -> String {
    if key.ends_with('Z') || !key.contains('T') {
        return key.to_owned();
    }
    let local = DateTime::strptime(LOCAL, key).ok();
    let instant = local.and_then(|at| community.to_ambiguous_timestamp(at).compatible().ok());
    instant.map_or_else(|| key.to_owned(), |t| format!("{}Z", TimeZone::UTC.to_datetime(t).strftime(LOCAL)))
}

/// What a name that a partner was given may be called here: as it is, or on the community's clock.
pub fn candidates(name: &str, community: &TimeZone) -> Vec<String> {
    let mut all = vec![name.to_owned()];
    let utc = name.strip_suffix('Z').and_then(|text| DateTime::strptime(LOCAL, text).ok());
    if let Some(instant) = utc.and_then(|at| TimeZone::UTC.to_ambiguous_timestamp(at).compatible().ok()) {
        all.push(community.to_datetime(instant).strftime(LOCAL).to_string());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_given_out_in_utc_and_found_again() {
        let rome = TimeZone::get("Europe/Rome").unwrap();
        for (key, given) in [
            ("20260415", "20260415"),
            ("20260415T070000Z", "20260415T070000Z"),
            ("20260415T090000", "20260415T070000Z"),
        ] {
            assert_eq!(in_utc(key, &rome), given);
            assert!(candidates(given, &rome).contains(&key.to_owned()), "{key}");
        }
    }
}
