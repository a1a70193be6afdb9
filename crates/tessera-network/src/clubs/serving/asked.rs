//! What a partner asks for: the query of the feed, read leniently where the document leaves room and strictly where a
//! mistake would give another list than was meant. Parameters that are not known are passed over.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::fmt::Write as _;
use tessera_agenda::events::Status;
use tessera_core::Instant;
use tessera_web::refusal::FieldError;
use tessera_wire::timestamp;

/// Events on one page.
pub const PAGE: u64 = 1000;
/// Pages that can be asked for.
const MOST_PAGES: u64 = 1000;

/// The query, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Events that begin from then on. None: whatever has not ended.
    pub from: Option<Instant>,
    pub to: Option<Instant>,
    pub status: Option<Status>,
    pub updated_since: Option<Instant>,
    pub page: u64,
    /// The moment of the first page, which the others go on from.
    pub at: Option<Instant>,
    /// What was given of the filters, to be repeated in the address of the next page.
    given: Vec<(&'static str, String)>,
}

impl Asked {
    /// Reads the query of an address.
    ///
    /// # Errors
    /// Every parameter that does not fit.
    pub fn read(query: &str, zone: &TimeZone) -> Result<Self, Vec<FieldError>> {
        let mut asked = Self {
            from: None,
            to: None,
            status: None,
            updated_since: None,
            page: 1,
            at: None,
            given: vec![],
        };
        let mut wrong = Vec::new();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            let (name, code) = match &*name {
                "from_date" => {
                    asked.from = moment(value, zone, Bound::First);
                    ("from_date", asked.from.is_none().then_some("bad_date"))
                }
                "to_date" => {
                    asked.to = moment(value, zone, Bound::Last);
                    ("to_date", asked.to.is_none().then_some("bad_date"))
                }
                "status" => {
                    asked.status = status(value);
                    ("status", asked.status.is_none().then_some("bad_choice"))
                }
                "updated_since" => {
                    asked.updated_since = timestamp::parse(value).map(Instant::new);
                    ("updated_since", asked.updated_since.is_none().then_some("bad_timestamp"))
                }
                "page" => {
                    asked.page = value.parse().unwrap_or(0);
                    ("page", (!(1..=MOST_PAGES).contains(&asked.page)).then_some("bad_number"))
                }
                "at" => {
                    asked.at = timestamp::parse(value).map(Instant::new);
                    ("at", asked.at.is_none().then_some("bad_timestamp"))
                }
                _ => continue,
            };
            match code {
                Some(code) => wrong.push(FieldError::new(name, code)),
                None if name != "page" && name != "at" => asked.given.push((name, value.to_owned())),
                None => {}
            }
        }
        if wrong.is_empty() { Ok(asked) } else { Err(wrong) }
    }

    /// The query of the page after this one. `now`: where the list begins if nothing else is said.
    pub fn next(&self, now: Instant) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&self.given);
        if self.from.is_none() {
            query.append_pair("at", &self.at.unwrap_or(now).to_string());
        }
        query.append_pair("page", &self.page.saturating_add(1).to_string());
        query.finish()
    }

    /// What makes two queries the same list.
    pub fn key(&self) -> String {
        let mut key = format!("events page={}", self.page);
        for (name, value) in &self.given {
            let _ = write!(key, " {name}={value}");
        }
        if let Some(at) = self.at {
            let _ = write!(key, " at={at}");
        }
        key
    }

    /// The statuses that are meant: what is being done is scheduled to partners.
    pub fn statuses(&self) -> Vec<Status> {
        match self.status {
            None => vec![],
            Some(Status::Scheduled) => vec![Status::Scheduled, Status::InProgress, Status::Done],
            Some(status) => vec![status],
        }
    }
}

#[derive(Clone, Copy)]
enum Bound {
    First,
    Last,
}

/// A day on the community's clock, the last one included; or an instant.
fn moment(text: &str, zone: &TimeZone, bound: Bound) -> Option<Instant> {
    if let Some(instant) = timestamp::parse(text) {
        return Some(Instant::new(instant));
    }
    let day: Date = if text.len() == 10 { text.parse().ok()? } else { return None };
    let day = match bound {
        Bound::First => day,
        Bound::Last => day.tomorrow().ok()?,
    };
    day.to_zoned(zone.clone()).ok().map(|start| Instant::new(start.timestamp()))
}

fn status(text: &str) -> Option<Status> {
    let asked = Status::parse(text).filter(|s| !s.is_of_task());
    asked.or_else(|| {
        let all = Status::ALL.iter().copied().filter(|s| !s.is_of_task());
        let word = text.to_ascii_lowercase();
        all.into_iter().find(|s| s.code().to_ascii_lowercase().trim_start_matches("event") == word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rome() -> TimeZone {
        TimeZone::get("Europe/Rome").unwrap()
    }

    #[test]
    fn days_are_the_communitys_and_the_last_one_is_included() {
        let asked =
            Asked::read("from_date=2026-04-15&to_date=2026-04-16&status=EventCancelled", &rome()).unwrap();
        assert_eq!(asked.from.unwrap().to_string(), "2026-04-14T22:00:00Z");
        assert_eq!(asked.to.unwrap().to_string(), "2026-04-16T22:00:00Z");
        assert_eq!(asked.statuses(), [Status::Cancelled]);
        let asked = Asked::read("status=scheduled&utm=x&from_date=", &rome()).unwrap();
        assert_eq!((asked.statuses().len(), asked.from), (3, None));
    }

    #[test]
    fn what_does_not_fit_names_its_parameter() {
        let query = "from_date=soon&to_date=2026-02-30&status=EventFull&updated_since=2026-04-15&page=0&at=x";
        let wrong: Vec<String> = Asked::read(query, &rome())
            .unwrap_err()
            .into_iter()
            .map(|e| format!("{} {}", e.field, e.code))
            .collect();
        assert_eq!(
            wrong,
            [
                "from_date bad_date",
                "to_date bad_date",
                "status bad_choice",
                "updated_since bad_timestamp",
                "page bad_number",
                "at bad_timestamp"
            ]
        );
    }

    #[test]
    fn the_next_page_goes_on_from_where_the_first_began() {
        let now: Instant = "2026-04-01T10:00:00Z".parse().unwrap();
        let first = Asked::read("status=EventScheduled", &rome()).unwrap();
        assert_eq!(first.next(now), "status=EventScheduled&at=2026-04-01T10%3A00%3A00Z&page=2");
        let second = Asked::read(&first.next(now), &rome()).unwrap();
        let later: Instant = "2026-04-01T11:00:00Z".parse().unwrap();
        assert_eq!((second.page, second.at), (2, Some(now)));
        assert_eq!(second.next(later), "status=EventScheduled&at=2026-04-01T10%3A00%3A00Z&page=3");
        assert_ne!(first.key(), second.key());
    }
}
