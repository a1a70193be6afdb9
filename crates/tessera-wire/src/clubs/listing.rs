use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::event::ExternalId;
use super::reader::{Entry, Page};

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Everything in a window of time.
    Everything,
    /// Only a part of it: what changed since a time (`updated_since`), or what has a status. What is missing from such
    /// a listing may be there all the same.
    Part,
}

/// Whether a listing was all there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    Complete,
    Incomplete(Gap),
}

/// Why a listing does not count as complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The last page was not reached.
    NotEnded,
    /// Only a part was asked for.
    Part,
    /// The partner does not say how many there are.
    NoTotal,
    /// From one page to the next the partner changed its mind about how many there are.
    TotalChanged,
    /// There are more, or fewer, than were sent.
    Total { said: u64, read: u64 },
    /// One was sent twice, so that another may have been passed over: what pages hold shifts when something changes
    /// between them.
    Twice,
    /// One could not be told by its id: it may be any of those that seem to be gone.
    WithoutId,
}

/// All pages of one listing, as far as they have been read: what was in it, and whether it was complete.
///
/// It holds 16 bytes for each event, not the events.
///
/// ```
/// use tessera_wire::clubs::{Asked, Completeness, FeedReader, Gap, Limits, Listing};
/// let mut listing = Listing::new(Asked::Everything);
/// let mut reader = FeedReader::new(Limits::default());
/// let answer = br#"{"events": [{"id": "a", "event_name": "A", "start_date": "2026-04-15"}], "total": 2}"#;
/// reader.push(answer, &mut |entry| listing.add(&entry)).unwrap();
/// listing.end_page(&reader.finish().unwrap(), true);
/// assert_eq!(listing.completeness(), Completeness::Incomplete(Gap::Total { said: 2, read: 1 }));
/// ```
#[derive(Clone, Debug)]
pub struct Listing {
    asked: Asked,
    seen: BTreeSet<[u8; 16]>,
    deleted: BTreeSet<ExternalId>,
    read: u64,
    twice: bool,
    without_id: bool,
    totals: Totals,
    ended: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Totals {
    NoPage,
    Missing,
    One(u64),
    Several,
}

impl Listing {
    pub fn new(asked: Asked) -> Self {
        Self {
            asked,
            seen: BTreeSet::new(),
            deleted: BTreeSet::new(),
            read: 0,
            twice: false,
            without_id: false,
            totals: Totals::NoPage,
            ended: false,
        }
    }

    /// Takes note of an entry that was read.
    pub fn add(&mut self, entry: &Entry) {
        let id = match entry {
            Entry::Event(event) => Some(&event.id),
            Entry::Skipped(skipped) => skipped.id.as_ref(),
            Entry::Deleted(id) => {
                self.deleted.insert(id.clone());
                return;
            }
        };
        self.read = self.read.saturating_add(1);
        match id {
            Some(id) => self.twice |= !self.seen.insert(short(id)),
            None => self.without_id = true,
        }
    }

    /// Takes note of the end of a page; `last`, where the answer named no next one.
    pub fn end_page(&mut self, page: &Page, last: bool) {
        self.totals = match (self.totals, page.total) {
            (_, None) | (Totals::Missing, _) => Totals::Missing,
            (Totals::NoPage, Some(total)) => Totals::One(total),
            (Totals::One(before), Some(total)) if before == total => Totals::One(total),
            _ => Totals::Several,
        };
        self.ended = last;
    }

    /// How many entries were read, those skipped included.
    pub fn read(&self) -> u64 {
        self.read
    }

    /// Whether this event was in the listing, be it as one that had to be skipped.
    pub fn has(&self, id: &ExternalId) -> bool {
        self.seen.contains(&short(id))
    }

    /// What the partner itself says is gone, in a listing that was read to its end.
    pub fn deleted(&self) -> impl Iterator<Item = &ExternalId> {
        self.deleted.iter().filter(|id| self.ended && !self.has(id))
    }

    pub(super) fn says_deleted(&self, id: &ExternalId) -> bool {
        self.ended && self.deleted.contains(id) && !self.has(id)
    }

    /// Whether what is not in this listing is gone.
    pub fn completeness(&self) -> Completeness {
        let gap = match self.totals {
            _ if !self.ended => Some(Gap::NotEnded),
            _ if self.asked == Asked::Part => Some(Gap::Part),
            Totals::NoPage => Some(Gap::NotEnded),
            Totals::Missing => Some(Gap::NoTotal),
            Totals::Several => Some(Gap::TotalChanged),
            Totals::One(said) if said != self.read => Some(Gap::Total { said, read: self.read }),
            Totals::One(_) if self.twice => Some(Gap::Twice),
            Totals::One(_) if self.without_id => Some(Gap::WithoutId),
            Totals::One(_) => None,
        };
        gap.map_or(Completeness::Complete, Completeness::Incomplete)
    }
}

/// Enough to tell 100,000 apart, whoever chose their names.
fn short(id: &ExternalId) -> [u8; 16] {
    let digest: [u8; 32] = Sha256::digest(id.as_str()).into();
    digest.first_chunk().copied().unwrap_or_default()
}
