//! Answers, who gives them, and what one answer more or less does to the places. No clock, no database.

use serde::{Deserialize, Serialize};
use tessera_core::ids::{AccountId, CommunityId, EventId, InvitationId, ParticipationId};
use tessera_core::{Instant, Locale};

/// What somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    Going,
    Maybe,
    Interested,
    Declined,
    /// Had answered, and left again.
    Cancelled,
}

impl Answer {
    pub const ALL: [Self; 5] = [Self::Going, Self::Maybe, Self::Interested, Self::Declined, Self::Cancelled];
    /// What can be answered; leaving is an act of its own.
    pub const GIVEN: [Self; 4] = [Self::Going, Self::Maybe, Self::Interested, Self::Declined];

    pub fn code(self) -> &'static str {
        match self {
            Self::Going => "going",
            Self::Maybe => "maybe",
            Self::Interested => "interested",
            Self::Declined => "declined",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.code() == code)
    }

    /// One of those that can be given.
    pub fn parse_given(code: &str) -> Option<Self> {
        Self::GIVEN.into_iter().find(|a| a.code() == code)
    }

    /// Whether it wants to hear of changes.
    pub fn is_told(self) -> bool {
        matches!(self, Self::Going | Self::Maybe | Self::Interested)
    }
}

/// How many answered how. Guests count once their address is confirmed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Attendance {
    pub going: i64,
    pub maybe: i64,
    pub interested: i64,
}

impl Attendance {
    /// How many places are left of `capacity`; none where it is not limited. Never negative: a capacity lowered
    /// below those who are going takes nobody's place away.
    pub fn places_left(self, capacity: Option<i64>) -> Option<i64> {
        capacity.map(|c| c.saturating_sub(self.going).max(0))
    }

    pub fn is_full(self, capacity: Option<i64>) -> bool {
        self.places_left(capacity) == Some(0)
    }

    fn counter(&mut self, answer: Answer) -> Option<&mut i64> {
        match answer {
            Answer::Going => Some(&mut self.going),
            Answer::Maybe => Some(&mut self.maybe),
            Answer::Interested => Some(&mut self.interested),
            Answer::Declined | Answer::Cancelled => None,
        }
    }
}

/// All places are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

/// The counts after one answer became another. None stands for an answer that does not count: none yet, or a guest's
/// that is not confirmed. Whoever holds a place keeps it whatever the capacity became; nobody else gets one that is
/// not there.
///
/// ```
/// use tessera_agenda::participation::{Answer, Attendance, Full, count};
/// let one_left = Attendance { going: 1, ..Attendance::default() };
/// let full = count(one_left, None, Some(Answer::Going), Some(2)).unwrap();
/// assert_eq!(full.going, 2);
/// assert_eq!(count(full, Some(Answer::Maybe), Some(Answer::Going), Some(2)), Err(Full));
/// ```
pub fn count(
    now: Attendance,
    was: Option<Answer>,
    becomes: Option<Answer>,
    capacity: Option<i64>,
) -> Result<Attendance, Full> {
    if was == becomes {
        return Ok(now);
    }
    if becomes == Some(Answer::Going) && now.is_full(capacity) {
        return Err(Full);
    }
    let mut after = now;
    if let Some(counter) = was.and_then(|a| after.counter(a)) {
        *counter = counter.saturating_sub(1).max(0);
    }
    if let Some(counter) = becomes.and_then(|a| after.counter(a)) {
        *counter = counter.saturating_add(1);
    }
    Ok(after)
}

/// Whose answer it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Participant {
    Member(AccountId),
    Guest(Guest),
}

/// Somebody without an account.
#[derive(Clone, Debug, PartialEq)]
pub struct Guest {
    pub name: String,
    pub email: String,
    pub locale: Locale,
    pub token_hash: String,
    /// The token, sealed: every mail to the guest carries it.
    pub token_sealed: String,
}

/// Somebody's answer to an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Participation {
    pub id: ParticipationId,
    pub community_id: CommunityId,
    pub event_id: EventId,
    /// One date of a series; empty for the event as a whole.
    pub occurrence: String,
    pub participant: Participant,
    pub answer: Answer,
    /// A guest's answer counts when the address is confirmed; a member's always does.
    pub confirmed: bool,
    pub invitation_id: Option<InvitationId>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Participation {
    /// Who it is of: an account, or an address.
    pub fn key(&self) -> (Option<AccountId>, Option<String>) {
        (self.account_id(), self.guest().map(|guest| guest.email.to_lowercase()))
    }

    /// The answer as far as it counts.
    pub fn counted(&self) -> Option<Answer> {
        self.confirmed.then_some(self.answer)
    }

    /// Whether they take part in any way: have answered, and not left.
    pub fn is_active(&self) -> bool {
        self.answer != Answer::Cancelled
    }

    pub fn guest(&self) -> Option<&Guest> {
        match &self.participant {
            Participant::Guest(guest) => Some(guest),
            Participant::Member(_) => None,
        }
    }

    pub fn account_id(&self) -> Option<AccountId> {
        match &self.participant {
            Participant::Member(id) => Some(*id),
            Participant::Guest(_) => None,
        }
    }
}

/// The one spelling of a date of a series: `20260415T070000Z`, or `20260415` of a whole day. Empty is the event as a
/// whole.
pub fn parse_occurrence(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return Some(String::new());
    }
    if let Ok(instant) = text.parse::<jiff::Timestamp>() {
        return Some(instant.strftime("%Y%m%dT%H%M%SZ").to_string());
    }
    // jiff reads a date from the head of a longer text; only the date alone is meant here.
    let is_date = matches!(text.len(), 8 | 10) && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    is_date
        .then(|| text.parse::<jiff::civil::Date>().ok())
        .flatten()
        .map(|d| d.strftime("%Y%m%d").to_string())
}

/// A guest's name as it is kept: one line, no control characters.
pub fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whoever_is_going_keeps_the_place_when_the_capacity_is_lowered() {
        let three = Attendance { going: 3, ..Attendance::default() };
        assert_eq!(three.places_left(Some(2)), Some(0));
        assert_eq!(count(three, Some(Answer::Going), Some(Answer::Going), Some(2)), Ok(three));
        let two = count(three, Some(Answer::Going), Some(Answer::Maybe), Some(2)).unwrap();
        assert_eq!((two.going, two.maybe), (2, 1));
        assert_eq!(count(two, Some(Answer::Maybe), Some(Answer::Going), Some(2)), Err(Full));
        assert!(count(two, Some(Answer::Maybe), Some(Answer::Going), Some(3)).is_ok());
    }

    #[test]
    fn a_date_of_a_series_has_one_spelling() {
        assert_eq!(parse_occurrence("2026-04-15T09:00:00+02:00").as_deref(), Some("20260415T070000Z"));
        assert_eq!(parse_occurrence("20260415T070000Z").as_deref(), Some("20260415T070000Z"));
        assert_eq!(parse_occurrence("2026-04-15").as_deref(), Some("20260415"));
        assert_eq!(parse_occurrence(" ").as_deref(), Some(""));
        for wrong in ["2026-13-01", "tomorrow", "2026-04-15T09:00:00", "<script>"] {
            assert_eq!(parse_occurrence(wrong), None, "{wrong}");
        }
    }

    fn any_answer() -> impl Strategy<Value = Option<Answer>> {
        prop_oneof![Just(None), proptest::sample::select(Answer::ALL.to_vec()).prop_map(Some)]
    }

    proptest! {
        #[test]
        fn counts_are_those_of_the_answers_and_never_exceed_the_capacity(
            steps in proptest::collection::vec((0_usize..6, any_answer()), 0..60),
            capacity in proptest::option::of(0_i64..4),
        ) {
            let mut people: Vec<Option<Answer>> = vec![None; 6];
            let mut counts = Attendance::default();
            for (who, becomes) in steps {
                if let Ok(after) = count(counts, people[who], becomes, capacity) {
                    counts = after;
                    people[who] = becomes;
                }
                let of = |a| i64::try_from(people.iter().filter(|p| **p == Some(a)).count()).unwrap();
                prop_assert_eq!(counts.going, of(Answer::Going));
                prop_assert_eq!(counts.maybe, of(Answer::Maybe));
                prop_assert_eq!(counts.interested, of(Answer::Interested));
                prop_assert!(capacity.is_none_or(|c| counts.going <= c));
            }
        }
    }
}
