use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use super::event::{ContentHash, ExternalId, PartnerEvent, Status};
use super::listing::{Completeness, Listing};

/// What we have of an event of a partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub id: ExternalId,
    pub content: ContentHash,
    pub start: Timestamp,
    /// It stands here as cancelled, because the partner said so or because it was gone.
    pub cancelled: bool,
}

/// What was listed of an event of a partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: ExternalId,
    pub content: ContentHash,
    pub status: Status,
}

impl From<&PartnerEvent> for Listed {
    fn from(event: &PartnerEvent) -> Self {
        Self { id: event.id.clone(), content: event.content_hash(), status: event.status }
    }
}

/// The time that a listing covers: events that start from `from` on and before `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub from: Timestamp,
    pub to: Timestamp,
}

impl Window {
    /// What is surely covered when a partner was asked for events from one date to another: whatever zone the partner
    /// counts days in (UTC−12 to UTC+14), these moments are within the days asked for, `to_date` included.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tessera_wire::clubs::Window;
    /// let window = Window::of_dates(date(2026, 4, 1), date(2026, 4, 30));
    /// assert_eq!(window.from.to_string(), "2026-04-01T12:00:00Z");
    /// assert_eq!(window.to.to_string(), "2026-04-30T10:00:00Z");
    /// ```
    pub fn of_dates(from_date: Date, to_date: Date) -> Self {
        let utc = |date: Date, hour| Offset::UTC.to_timestamp(date.at(hour, 0, 0, 0));
        Self {
            from: utc(from_date, 12).unwrap_or(Timestamp::MAX),
            to: utc(to_date, 10).unwrap_or(Timestamp::MIN),
        }
    }

    pub fn covers(&self, start: Timestamp) -> bool {
        self.from <= start && start < self.to
    }
}

/// What one listed event is to what we have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    New,
    Changed,
    Unchanged,
}

/// What follows from a listing. An admin's decision (approved, hidden) is no part of it, and none of this touches one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// To be stored, and told about.
    pub new: Vec<ExternalId>,
    /// To be stored anew; those among them that were cancelled here are back.
    pub changed: Vec<ExternalId>,
    /// Nothing to tell; how many are interested may differ all the same.
    pub unchanged: Vec<ExternalId>,
    /// To be marked as cancelled: gone at the partner's.
    pub cancelled: Vec<ExternalId>,
}

/// What `listed` is to what we have of the same event.
pub fn compare(known: Option<&Known>, listed: &Listed) -> Compared {
    match known {
        None => Compared::New,
        Some(known) if known.content != listed.content => Compared::Changed,
        // It was gone, and is there again as it was.
        Some(known) if known.cancelled && listed.status != Status::Cancelled => Compared::Changed,
        Some(_) => Compared::Unchanged,
    }
}

/// Whether an event that we have is to be marked as cancelled after a listing of `window`.
///
/// Only where the listing was complete, covered the event's date, and had nothing of it, not even as an entry that had
/// to be skipped; or where the partner itself says that the event is gone.
fn is_gone(known: &Known, listing: &Listing, window: &Window) -> bool {
    if known.cancelled || listing.has(&known.id) {
        return false;
    }
    listing.says_deleted(&known.id)
        || (listing.completeness() == Completeness::Complete && window.covers(known.start))
}

/// What follows from a whole listing of `window`, of which `listed` are the events that could be read.
///
/// For one event listed twice the later one counts. Doing what the plan says and asking again with the same listing
/// gives a plan with nothing to do.
///
/// ```
/// use tessera_wire::clubs::{Asked, FeedReader, Known, Limits, Listed, Listing, Window, reconcile, Entry};
/// let mut listing = Listing::new(Asked::Everything);
/// let mut listed = Vec::new();
/// let mut reader = FeedReader::new(Limits::default());
/// reader.push(br#"{"events": [{"id": "a", "event_name": "A", "start_date": "2026-04-15T09:00:00Z"}], "total": 1}"#, &mut |entry| {
///     listing.add(&entry);
///     if let Entry::Event(event) = &entry { listed.push(Listed::from(&**event)) }
/// }).unwrap();
/// listing.end_page(&reader.finish().unwrap(), true);
///
/// let known = Known { id: "b".parse().unwrap(), start: "2026-05-01T09:00:00Z".parse().unwrap(), ..known_like(&listed[0]) };
/// let window = Window { from: "2026-01-01T00:00:00Z".parse().unwrap(), to: "2027-01-01T00:00:00Z".parse().unwrap() };
/// let plan = reconcile(&[known], &listed, &listing, &window);
/// assert_eq!(plan.new, ["a".parse().unwrap()]);
/// assert_eq!(plan.cancelled, ["b".parse().unwrap()]);
/// # fn known_like(listed: &Listed) -> Known {
/// #     Known { id: listed.id.clone(), content: listed.content, start: jiff::Timestamp::MIN, cancelled: false }
/// # }
/// ```
pub fn reconcile(have: &[Known], listed: &[Listed], listing: &Listing, window: &Window) -> Plan {
    use std::collections::BTreeMap;
    let known: BTreeMap<&ExternalId, &Known> = have.iter().map(|known| (&known.id, known)).collect();
    let listed: BTreeMap<&ExternalId, &Listed> = listed.iter().map(|listed| (&listed.id, listed)).collect();
    let mut plan = Plan::default();
    for (id, listed) in &listed {
        let into = match compare(known.get(*id).copied(), listed) {
            Compared::New => &mut plan.new,
            Compared::Changed => &mut plan.changed,
            Compared::Unchanged => &mut plan.unchanged,
        };
        into.push((*id).clone());
    }
    let gone =
        known.values().filter(|known| !listed.contains_key(&known.id) && is_gone(known, listing, window));
    plan.cancelled = gone.map(|known| known.id.clone()).collect();
    plan
}
