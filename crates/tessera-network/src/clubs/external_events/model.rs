//! What a partner's event is, and what may be made of it.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, ExternalEventId, PartnerId};
use tessera_platform::limits::Limit;
use tessera_web::words::{Span, key};
use tessera_wire::clubs::{Counts, EventTime, PartnerEvent, Status};

/// Characters of a comment.
pub const COMMENT_MAX_CHARS: usize = 2_000;
/// Comments that one member writes in a day, over all communities.
pub const COMMENTS_PER_DAY: Limit =
    Limit { name: "external_comments_day", most: 200, window_seconds: 86_400 };
/// Interests reached, at which those who are interested hear of it.
pub const MILESTONES: [u32; 3] = [5, 10, 20];

/// A partner's event, as it is kept here.
#[derive(Clone, Debug, PartialEq)]
pub struct ExternalEvent {
    pub id: ExternalEventId,
    pub community_id: CommunityId,
    pub partner_id: PartnerId,
    pub club: Club,
    pub external_id: String,
    pub event_name: String,
    pub when: Times,
    pub location_name: String,
    pub location_address: String,
    /// Latitude and longitude in degrees.
    pub position: Option<(f64, f64)>,
    /// Sanitised HTML.
    pub description: String,
    pub status: Status,
    /// Since when the partner has not listed it any more.
    pub gone_at: Option<Instant>,
    /// Where the partner has a picture, and the name of ours.
    pub image_url: Option<String>,
    pub image: Option<String>,
    pub image_tried_at: Option<Instant>,
    pub detail_url: Option<String>,
    pub is_approved: bool,
    pub is_hidden: bool,
    /// Of the partner's people, as the partner says.
    pub theirs: Counts,
    /// Of ours.
    pub ours: Counts,
    pub fetched_at: Instant,
    pub updated_at: Instant,
}

/// Whose event it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Club {
    pub code: String,
    pub name: String,
    /// Whether the partner is active and approved: nothing of another is shown.
    pub is_open: bool,
}

/// When it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    pub start: Instant,
    pub end: Option<Instant>,
    /// Of whole days: the first and the last.
    pub days: Option<(Date, Date)>,
}

/// Where it stands with the admins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Approval {
    Pending,
    Approved,
    Hidden,
}

/// How much somebody is interested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Interested,
    Maybe,
    Going,
}

impl ExternalEvent {
    pub fn approval(&self) -> Approval {
        match (self.is_hidden, self.is_approved) {
            (true, _) => Approval::Hidden,
            (false, true) => Approval::Approved,
            (false, false) => Approval::Pending,
        }
    }

    /// Whether visitors and members see it.
    pub fn is_shown(&self) -> bool {
        self.club.is_open && self.approval() == Approval::Approved
    }

    pub fn is_cancelled(&self) -> bool {
        self.status == Status::Cancelled
    }

    pub fn is_over(&self, now: Instant) -> bool {
        self.when.over_at() <= now
    }

    /// The page's address.
    pub fn path(&self) -> String {
        format!("{}{}/{}/", super::LIST, self.club.code, self.id)
    }

    /// Venue, else address.
    pub fn place(&self) -> &str {
        if self.location_name.is_empty() { &self.location_address } else { &self.location_name }
    }
}

impl Times {
    /// From what a partner sent; whole days begin and end in the community's zone.
    pub fn of(event: &PartnerEvent, zone: &TimeZone) -> Self {
        match event.start {
            EventTime::On(first) => {
                let last = match event.end {
                    None => first,
                    Some(EventTime::On(last)) => last,
                    Some(EventTime::At(end)) => end.to_zoned(zone.clone()).date(),
                };
                Self::of_days(first, last.max(first), zone)
            }
            EventTime::At(start) => {
                let end = event.end.map(|end| match end {
                    EventTime::At(end) => Instant::new(end),
                    EventTime::On(day) => begins(day.tomorrow().unwrap_or(day), zone),
                });
                let start = Instant::new(start);
                Self { start, end: end.filter(|end| *end >= start), days: None }
            }
        }
    }

    pub fn of_days(first: Date, last: Date, zone: &TimeZone) -> Self {
        let end = begins(last.tomorrow().unwrap_or(last), zone);
        Self { start: begins(first, zone), end: Some(end), days: Some((first, last)) }
    }

    pub fn over_at(&self) -> Instant {
        self.end.unwrap_or(self.start)
    }

    /// The first day, for whoever reads in `zone`.
    pub fn first_day(&self, zone: &TimeZone) -> Date {
        self.days.map_or_else(|| self.start.timestamp().to_zoned(zone.clone()).date(), |(first, _)| first)
    }

    /// In words' own form, in `zone`.
    pub fn span(&self, zone: &TimeZone) -> Span {
        match self.days {
            Some((first, last)) => Span::AllDay { first, end: last.tomorrow().unwrap_or(last) },
            None => {
                let zoned = |at: Instant| at.timestamp().to_zoned(zone.clone());
                Span::zoned(&zoned(self.start), self.end.map(zoned).as_ref())
            }
        }
    }
}

/// When a day begins in `zone`.
pub fn begins(day: Date, zone: &TimeZone) -> Instant {
    let midnight = day.to_datetime(Time::midnight());
    zone.to_ambiguous_timestamp(midnight).compatible().map_or(Instant::MIN, Instant::new)
}

impl Approval {
    pub const ALL: [Self; 3] = [Self::Pending, Self::Approved, Self::Hidden];

    pub fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Approved => "approved",
            Self::Hidden => "hidden",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.code() == code)
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Pending => key("external-events-pending"),
            Self::Approved => key("external-events-approved"),
            Self::Hidden => key("external-events-hidden"),
        }
    }
}

impl Level {
    pub const ALL: [Self; 3] = [Self::Interested, Self::Maybe, Self::Going];

    pub fn code(self) -> &'static str {
        match self {
            Self::Interested => "interested",
            Self::Maybe => "maybe",
            Self::Going => "going",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    pub fn emoji(self) -> &'static str {
        match self {
            Self::Interested => "👀",
            Self::Maybe => "🤔",
            Self::Going => "✅",
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Interested => key("external-events-level-interested"),
            Self::Maybe => key("external-events-level-maybe"),
            Self::Going => key("external-events-level-going"),
        }
    }
}

/// How many are interested, as the document shows it: never who.
pub fn flames(total: u32) -> &'static str {
    match total {
        0..=5 => "",
        6..=20 => "🔥",
        _ => "🔥🔥",
    }
}

/// The milestones that are reached when a count grows.
pub fn milestones(before: u32, after: u32) -> impl Iterator<Item = u32> {
    MILESTONES.into_iter().filter(move |m| before < *m && *m <= after)
}

/// How a status other than "it takes place" is told.
pub fn status_word(status: Status) -> Option<&'static str> {
    Some(match status {
        Status::Scheduled => return None,
        Status::Cancelled => key("external-events-cancelled"),
        Status::Postponed => key("events-postponed"),
        Status::Rescheduled => key("events-rescheduled"),
        Status::MovedOnline => key("events-moved-online"),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_thresholds_are_the_documents() {
        let shown: Vec<&str> = [0, 1, 5, 6, 20, 21, 100_000].into_iter().map(flames).collect();
        assert_eq!(shown, ["", "", "", "🔥", "🔥", "🔥🔥", "🔥🔥"]);
        assert_eq!(milestones(4, 5).collect::<Vec<_>>(), [5]);
        assert_eq!(milestones(5, 6).count(), 0);
        assert_eq!(milestones(6, 5).count(), 0);
        assert_eq!(milestones(3, 25).collect::<Vec<_>>(), [5, 10, 20]);
    }

    #[test]
    fn whole_days_are_the_communitys_and_the_last_one_is_included() {
        let rome = TimeZone::get("Europe/Rome").unwrap();
        let days = |from: &str, to: &str| (from.parse::<Date>().unwrap(), to.parse::<Date>().unwrap());
        let (first, last) = days("2026-04-15", "2026-04-16");
        let times = Times::of_days(first, last, &rome);
        assert_eq!(times.start.to_string(), "2026-04-14T22:00:00Z");
        assert_eq!(times.over_at().to_string(), "2026-04-16T22:00:00Z");
    }
}
