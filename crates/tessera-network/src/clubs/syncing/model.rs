//! What a run of a partner's listing is, and what became of it.

use crate::clubs::partners::Trouble;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, PartnerId, PartnerSyncId};
use tessera_web::words::key;
use tessera_wire::clubs::{FeedError, Gap, Skipped, SkippedReason};

/// How often in a row it fails until the admins are told.
pub const FAILURES_UNTIL_TOLD: i64 = 3;
/// How long the history of a partner is kept.
pub const KEPT_DAYS: i64 = 90;
/// Of those left out, how many are noted one by one.
pub const NOTED: usize = 20;
/// Events of one partner.
pub const MOST_EVENTS: u64 = 100_000;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything that is coming.
    All,
    /// What is on one day, for an event on it.
    Day(Date),
}

/// What a run may use up.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    pub requests: u32,
    /// Of all answers together.
    pub bytes: u64,
    pub time: Duration,
}

impl Scope {
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Day(_) => "days",
        }
    }

    pub fn budget(self) -> Budget {
        match self {
            // All within the time for which a job is leased.
            Self::All => Budget { requests: 150, bytes: 256 << 20, time: Duration::from_secs(80) },
            Self::Day(_) => Budget { requests: 5, bytes: 16 << 20, time: Duration::from_secs(20) },
        }
    }
}

/// Why a run ended without a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    pub trouble: Trouble,
    /// What exactly was wrong with the answer.
    pub detail: Option<&'static str>,
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        Self { trouble, detail: None }
    }
}

/// What came of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub requests: u32,
    /// Entries of the listing, those left out included.
    pub listed: u64,
    pub new: u64,
    pub changed: u64,
    pub cancelled: u64,
    pub skipped: u64,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Done,
    /// The partner said that nothing has changed.
    Unchanged,
    /// What came was taken in; it was not all there is, so that nothing could be found to be gone.
    Incomplete(Gap),
    Failed(Failure),
}

/// A run as it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub ended: Ended,
    pub tally: Tally,
}

impl Ended {
    pub fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Unchanged => "unchanged",
            Self::Incomplete(_) => "incomplete",
            Self::Failed(_) => "failed",
        }
    }
}

/// A run as it is kept.
#[derive(Clone, Debug)]
pub struct Run {
    pub id: PartnerSyncId,
    pub community_id: CommunityId,
    pub partner_id: PartnerId,
    pub started_at: Instant,
    pub finished_at: Instant,
    pub scope: String,
    pub outcome: String,
    pub trouble: Option<String>,
    pub detail: Option<String>,
    pub tally: Tally,
    pub notes: Vec<Note>,
}

/// One that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Which one of the listing, counted from 1.
    pub number: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub reason: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub field: String,
}

impl From<&Skipped> for Note {
    fn from(skipped: &Skipped) -> Self {
        let (reason, field) = match skipped.reason {
            SkippedReason::Unreadable => ("unreadable", ""),
            SkippedReason::Missing(field) => ("missing", field),
            SkippedReason::TooLong(field) => ("too-long", field),
            SkippedReason::BadDate(field) => ("bad-date", field),
            SkippedReason::EndBeforeStart => ("end-before-start", ""),
            SkippedReason::TooLarge => ("too-large", ""),
        };
        Self {
            number: skipped.index.saturating_add(1),
            id: skipped.id.as_ref().map(ToString::to_string),
            reason: reason.to_owned(),
            field: field.to_owned(),
        }
    }
}

impl Note {
    /// The translation key of its reason.
    pub fn word(&self) -> &'static str {
        match self.reason.as_str() {
            "missing" => key("syncing-skipped-missing"),
            "too-long" => key("syncing-skipped-too-long"),
            "bad-date" => key("syncing-skipped-bad-date"),
            "end-before-start" => key("syncing-skipped-end-before-start"),
            "too-large" => key("syncing-skipped-too-large"),
            _ => key("syncing-skipped-unreadable"),
        }
    }
}

/// What exactly was wrong with an answer.
pub fn detail_of(error: FeedError) -> &'static str {
    match error {
        FeedError::Html => "html",
        FeedError::NotJson(_) => "not-json",
        FeedError::Truncated => "truncated",
        FeedError::TooDeep => "too-deep",
        FeedError::TooLong => "too-long",
        FeedError::TooManyEvents => "too-many",
        FeedError::Shape => "shape",
    }
}

/// Why a listing was not all there is.
pub fn code_of(gap: Gap) -> &'static str {
    match gap {
        Gap::NotEnded | Gap::Part => "not-ended",
        Gap::NoTotal => "no-total",
        Gap::TotalChanged | Gap::Twice => "shifted",
        Gap::Total { .. } => "total",
        Gap::WithoutId => "without-id",
    }
}

/// The translation key of either.
pub fn detail_word(code: &str) -> Option<&'static str> {
    Some(match code {
        "html" => key("syncing-detail-html"),
        "not-json" => key("syncing-detail-not-json"),
        "truncated" => key("syncing-detail-truncated"),
        "too-deep" => key("syncing-detail-too-deep"),
        "too-long" => key("syncing-detail-too-long"),
        "too-many" => key("syncing-detail-too-many"),
        "shape" => key("syncing-detail-shape"),
        "not-ended" => key("syncing-gap-not-ended"),
        "no-total" => key("syncing-gap-no-total"),
        "shifted" => key("syncing-gap-shifted"),
        "total" => key("syncing-gap-total"),
        "without-id" => key("syncing-gap-without-id"),
        _ => return None,
    })
}
