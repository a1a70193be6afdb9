//! What a calendar is asked for, as it stands in an address: read, written, and turned to a question for the sources.

use super::Asked;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use tessera_core::Instant;
use tessera_core::ids::AccountId;
use tessera_web::refusal::FieldError;
use tessera_web::words::key;

/// Every kind that the contract names, also those that nothing brings yet.
pub const KINDS: [&str; 7] =
    ["event", "community_event", "engagement", "task", "leave", "booking", "partner"];
/// Whether something takes place, in the words of schema.org.
pub const STATUSES: [(&str, &str); 7] = [
    ("EventScheduled", key("entries-status-scheduled")),
    ("EventCancelled", key("entries-status-cancelled")),
    ("EventPostponed", key("entries-status-postponed")),
    ("EventRescheduled", key("entries-status-rescheduled")),
    ("EventMovedOnline", key("entries-status-moved-online")),
    ("in_progress", key("events-in-progress")),
    ("done", key("events-done")),
];
pub const PRIORITIES: [(&str, &str); 4] = [
    ("low", key("entries-priority-low")),
    ("medium", key("entries-priority-medium")),
    ("high", key("entries-priority-high")),
    ("urgent", key("entries-priority-urgent")),
];
/// How it is laid out.
pub const VIEWS: [(&str, &str, &str); 6] = [
    ("month", key("entries-view-month"), "m"),
    ("weeks", key("entries-view-weeks"), "x"),
    ("week", key("entries-view-week"), "w"),
    ("day", key("entries-view-day"), "d"),
    ("list", key("entries-view-list"), "l"),
    ("year", key("entries-view-year"), "y"),
];
const TEXT_MAX_CHARS: usize = 200;

/// What is shown of a calendar. Empty: all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// Some of `event, community_event, engagement, task, leave, booking, partner`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
    /// Some of schema.org's, as `EventCancelled`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<String>,
    /// Some of `low, medium, high, urgent`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub priority: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub category: String,
    /// The slug of a community on this server.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub community: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub organiser: Option<AccountId>,
    /// Words that all must be in what is shown.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub from: Option<Date>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub to: Option<Date>,
    /// One of `month, weeks, week, day, list, year`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub view: String,
}

impl Filter {
    /// From an address. What does not fit is left out.
    pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut filter = Self::default();
        for (name, value) in pairs {
            let value = value.trim();
            let codes = || value.split(',').map(str::trim).filter(|c| !c.is_empty()).map(str::to_owned);
            match name {
                "kinds" => filter.kinds.extend(codes()),
                "status" => filter.status.extend(codes()),
                "priority" => filter.priority.extend(codes()),
                "category" => value.clone_into(&mut filter.category),
                "community" => value.clone_into(&mut filter.community),
                "organiser" => filter.organiser = value.parse().ok(),
                "q" => value.clone_into(&mut filter.q),
                "from" => filter.from = value.parse().ok(),
                "to" => filter.to = value.parse().ok(),
                "view" => value.clone_into(&mut filter.view),
                _ => {}
            }
        }
        filter.kinds.retain(|code| KINDS.contains(&code.as_str()));
        filter.status.retain(|code| known(&STATUSES, code));
        filter.priority.retain(|code| known(&PRIORITIES, code));
        for codes in [&mut filter.kinds, &mut filter.status, &mut filter.priority] {
            codes.sort();
            codes.dedup();
        }
        for text in [&mut filter.category, &mut filter.community, &mut filter.q] {
            *text = text.chars().take(TEXT_MAX_CHARS).collect();
        }
        if !is_view(&filter.view) {
            filter.view.clear();
        }
        filter
    }

    /// What does not fit of one that a program sends.
    pub fn faults(&self) -> Vec<FieldError> {
        let mut faults = Vec::new();
        let mut choice = |field: &str, fits: bool| {
            if !fits {
                faults.push(FieldError::new(field, "bad_choice"));
            }
        };
        choice("filter.kinds", self.kinds.iter().all(|code| KINDS.contains(&code.as_str())));
        choice("filter.status", self.status.iter().all(|code| known(&STATUSES, code)));
        choice("filter.priority", self.priority.iter().all(|code| known(&PRIORITIES, code)));
        choice("filter.view", self.view.is_empty() || is_view(&self.view));
        for (field, text) in [
            ("filter.category", &self.category),
            ("filter.community", &self.community),
            ("filter.q", &self.q),
        ] {
            if text.chars().nth(TEXT_MAX_CHARS).is_some() {
                faults.push(FieldError::new(field, "too_long").with("max", TEXT_MAX_CHARS));
            }
        }
        faults
    }

    /// As it stands in an address; empty where everything is shown.
    pub fn query(&self) -> String {
        let day = |day: Option<Date>| day.map(|d| d.to_string()).unwrap_or_default();
        let pairs = [
            ("view", self.view.clone()),
            ("kinds", self.kinds.join(",")),
            ("status", self.status.join(",")),
            ("priority", self.priority.join(",")),
            ("category", self.category.clone()),
            ("community", self.community.clone()),
            ("organiser", self.organiser.map(|o| o.to_string()).unwrap_or_default()),
            ("q", self.q.clone()),
            ("from", day(self.from)),
            ("to", day(self.to)),
        ];
        let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish()
    }

    /// From what [`Self::query`] wrote.
    pub fn of_query(query: &str) -> Self {
        let pairs: Vec<_> = url::form_urlencoded::parse(query.as_bytes()).collect();
        Self::read(pairs.iter().map(|(name, value)| (name.as_ref(), value.as_ref())))
    }

    /// Whether anything is left out.
    pub fn leaves_out(&self) -> bool {
        *self != Self { view: self.view.clone(), ..Self::default() }
    }

    /// The question for a window, as far as the filter reaches into it. None: it does not.
    pub fn asked(&self, (from, to): (Instant, Instant), zone: &TimeZone) -> Option<Asked> {
        let begin = |day: Date| {
            let midnight = day.to_datetime(Time::midnight());
            zone.to_ambiguous_timestamp(midnight).compatible().map(Instant::new).ok()
        };
        let from = self.from.and_then(begin).map_or(from, |own| own.max(from));
        let to = self.to.and_then(|day| begin(day.tomorrow().ok()?)).map_or(to, |own| own.min(to));
        (from < to).then(|| Asked {
            from,
            to,
            kinds: self.kinds.clone(),
            statuses: self.status.clone(),
            priorities: self.priority.clone(),
            category: Some(self.category.clone()).filter(|c| !c.is_empty()),
            organiser: self.organiser,
            q: self.q.clone(),
        })
    }
}

fn known(codes: &[(&str, &str)], code: &str) -> bool {
    codes.iter().any(|(known, _)| *known == code)
}

fn is_view(code: &str) -> bool {
    VIEWS.iter().any(|(known, _, _)| *known == code)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_written_the_same() {
        let query = "view=week&kinds=event%2Ctask&status=EventCancelled&category=milestone&q=lake+tour&from=2026-04-01&to=2026-04-30";
        let filter = Filter::of_query(query);
        assert_eq!(filter.kinds, ["event", "task"]);
        assert_eq!(filter.query(), query);
        assert!(filter.leaves_out());
        assert_eq!(
            Filter::of_query("kinds=task&kinds=event&kinds=task"),
            Filter::of_query("kinds=event,task")
        );
    }

    #[test]
    fn what_an_address_says_wrong_is_left_out() {
        let filter =
            Filter::of_query("kinds=cake&status=maybe&organiser=me&from=soon&view=globe&month=2026-04");
        assert_eq!(filter, Filter::default());
        assert!(!filter.leaves_out());
        let sent = Filter { kinds: vec!["cake".into()], view: "globe".into(), ..Filter::default() };
        let fields: Vec<String> = sent.faults().into_iter().map(|f| f.field).collect();
        assert_eq!(fields, ["filter.kinds", "filter.view"]);
    }

    #[test]
    fn its_days_narrow_the_window_and_the_last_one_counts() {
        let zone = TimeZone::get("Europe/Rome").unwrap();
        let at = |text: &str| text.parse::<Instant>().unwrap();
        let window = (at("2026-03-30T00:00:00Z"), at("2026-05-04T00:00:00Z"));
        let asked = Filter::of_query("from=2026-04-10&to=2026-04-10").asked(window, &zone).unwrap();
        assert_eq!((asked.from, asked.to), (at("2026-04-09T22:00:00Z"), at("2026-04-10T22:00:00Z")));
        assert!(Filter::of_query("to=2026-03-01").asked(window, &zone).is_none());
    }
}
