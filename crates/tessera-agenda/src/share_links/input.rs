//! What people and programs write about a link, checked as a whole. Pages and API share it.

use super::model::{NAME_MAX_CHARS, VIEWS_MAX, Wanted};
use crate::events::{Kind, Moment};
use jiff::SignedDuration;
use serde::Deserialize;
use serde::de::IgnoredAny;
use tessera_calendar::Zone;
use tessera_core::Instant;
use tessera_web::refusal::FieldError;

/// The body of making a link. What is only read may be sent back and is ignored.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ShareLinkFields {
    /// Needed. At most 100 characters.
    #[schema(value_type = String, required)]
    pub name: Option<String>,
    /// Some of `event, community_event, engagement, task`; every kind where nothing is said.
    #[schema(value_type = Option<Vec<Kind>>)]
    pub kinds: Option<Vec<String>>,
    /// A day, a local time of the community, or RFC 3339: what has ended by then is not shown. Where nothing is said,
    /// the page shows what is coming.
    pub from: Option<String>,
    /// Likewise; a day is included. What begins later is not shown.
    pub to: Option<String>,
    /// RFC 3339; a day is included.
    pub expires_at: Option<String>,
    /// How often its page can be opened; at most 1,000,000.
    pub max_views: Option<i64>,
    #[schema(ignore)]
    pub id: IgnoredAny,
    #[schema(ignore)]
    pub url: IgnoredAny,
    #[schema(ignore)]
    pub ics_url: IgnoredAny,
    #[schema(ignore)]
    pub view_count: IgnoredAny,
    #[schema(ignore)]
    pub last_viewed_at: IgnoredAny,
    #[schema(ignore)]
    pub state: IgnoredAny,
    #[schema(ignore)]
    pub created_by: IgnoredAny,
    #[schema(ignore)]
    pub created_at: IgnoredAny,
}

/// What is valid, or every field that is not.
pub fn check(fields: ShareLinkFields, zone: &Zone, now: Instant) -> Result<Wanted, Vec<FieldError>> {
    let mut faults = Vec::new();
    let name = fields.name.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        faults.push(FieldError::new("name", "required"));
    } else if name.chars().count() > NAME_MAX_CHARS {
        faults.push(FieldError::new("name", "too_long").with("max", NAME_MAX_CHARS));
    }
    let mut kinds: Vec<Kind> = Vec::new();
    let codes = fields.kinds.unwrap_or_default();
    // More than there are is no choice of them.
    if codes.len() > 2 * Kind::ALL.len() || codes.iter().any(|code| Kind::parse(code).is_none()) {
        faults.push(FieldError::new("kinds", "bad_choice"));
    }
    for kind in codes.iter().take(2 * Kind::ALL.len()).filter_map(|code| Kind::parse(code)) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let mut moment = |field: &str, text: Option<String>| {
        let text = text.as_deref().map(str::trim).filter(|t| !t.is_empty())?.to_owned();
        let moment = Moment::parse(&text);
        if moment.is_none() {
            faults.push(FieldError::new(field, "bad_datetime"));
        }
        Some((text, moment?))
    };
    let (from, to) = (moment("from", fields.from), moment("to", fields.to));
    let expires = moment("expires_at", fields.expires_at);
    if let (Some((_, from)), Some((_, to))) = (&from, &to)
        && end_of(*to, zone) <= from.instant(zone)
    {
        faults.push(FieldError::new("to", "ends_before_start"));
    }
    let expires_at = expires.map(|(_, moment)| match moment {
        // The last second of the day, so that the day is the one that is shown.
        Moment::Day(_) => end_of(moment, zone).plus(SignedDuration::from_secs(-1)),
        Moment::Local(_) | Moment::At(_) => moment.instant(zone),
    });
    if expires_at.is_some_and(|at| at <= now) {
        faults.push(FieldError::new("expires_at", "in_the_past"));
    }
    if fields.max_views.is_some_and(|most| !(1..=VIEWS_MAX).contains(&most)) {
        faults.push(FieldError::new("max_views", "out_of_range").with("min", 1).with("max", VIEWS_MAX));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Wanted {
        name,
        kinds,
        from: from.map(|(text, _)| text),
        to: to.map(|(text, _)| text),
        expires_at,
        max_views: fields.max_views,
    })
}

/// Where something that ends with this moment ends: of a day the beginning of the next.
pub fn end_of(moment: Moment, zone: &Zone) -> Instant {
    match moment {
        Moment::Day(day) => Moment::Day(day.tomorrow().unwrap_or(day)).instant(zone),
        Moment::Local(_) | Moment::At(_) => moment.instant(zone),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn checked(fields: ShareLinkFields) -> Result<Wanted, Vec<String>> {
        let zone = Zone::parse("Europe/Rome").unwrap();
        let found = check(fields, &zone, "2026-04-01T10:00:00Z".parse().unwrap());
        found.map_err(|faults| faults.into_iter().map(|f| format!("{} {}", f.field, f.code)).collect())
    }

    #[test]
    fn every_field_that_does_not_fit_is_named_at_once() {
        let text = |t: &str| Some(t.to_owned());
        let bad = ShareLinkFields {
            name: text(" \n "),
            kinds: Some(vec!["event".into(), "party".into()]),
            from: text("2026-13-01"),
            to: text("soon"),
            expires_at: text("2026-03-31"),
            max_views: Some(0),
            ..ShareLinkFields::default()
        };
        assert_eq!(
            checked(bad).unwrap_err(),
            [
                "name required",
                "kinds bad_choice",
                "from bad_datetime",
                "to bad_datetime",
                "expires_at in_the_past",
                "max_views out_of_range"
            ]
        );
        let name = text(&"x".repeat(101));
        let backwards =
            ShareLinkFields { name, from: text("2026-05-02"), to: text("2026-05-01"), ..Default::default() };
        assert_eq!(checked(backwards).unwrap_err(), ["name too_long", "to ends_before_start"]);
    }

    #[test]
    fn a_day_is_included() {
        let text = |t: &str| Some(t.to_owned());
        let one_day = ShareLinkFields {
            name: text(" Spring \t season "),
            kinds: Some(vec!["task".into(), "task".into()]),
            from: text("2026-05-01"),
            to: text("2026-05-01"),
            expires_at: text("2026-04-01"),
            ..ShareLinkFields::default()
        };
        let wanted = checked(one_day).unwrap();
        assert_eq!((wanted.name.as_str(), wanted.kinds), ("Spring season", vec![Kind::Task]));
        assert_eq!(wanted.expires_at.unwrap().to_string(), "2026-04-01T21:59:59Z");
    }
}
