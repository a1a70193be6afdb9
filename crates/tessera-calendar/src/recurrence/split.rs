//! A series cut in two, so that the dates from one moment on can become another series.

use super::{
    days::clock_seconds,
    expand::{Cursor, Plan, TooMuchWork},
    rule::{End, Rule, Until},
    series::{Moment, Series, Start},
};

/// The dates before and from a moment on; a side without dates is `None`.
#[derive(Clone, Debug)]
pub struct Split {
    pub before: Option<Series>,
    pub after: Option<Series>,
}

/// Why a series cannot be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSplit {
    /// Rules that start together need not go on together: one start would not do for both.
    #[error("a series with several rules cannot be split")]
    SeveralRules,
    #[error(transparent)]
    TooMuchWork(#[from] TooMuchWork),
}

impl Series {
    /// Cuts at `moment`, by the clock of the series: what is before it stays, what is on it or after goes on.
    ///
    /// The second part starts on its first date, in step with the first part. COUNT is divided between them, another
    /// end is kept by the second. No date is lost and none is doubled; excepted dates stay with both.
    ///
    /// # Errors
    /// Where the series has several rules or looking for its dates takes too much work.
    pub fn split_at(&self, moment: Moment) -> Result<Split, NoSplit> {
        let cut = clock_seconds(moment.local);
        let (before, after): (Vec<Moment>, Vec<Moment>) =
            self.added.iter().copied().partition(|added| clock_seconds(added.local) < cut);
        let (Some(rule), Some((plan, until))) = (self.rules.first(), self.plans.first()) else {
            return Ok(Split { before: self.of_added(before), after: self.of_added(after) });
        };
        if self.rules.len() > 1 {
            return Err(NoSplit::SeveralRules);
        }
        let mut cursor = Cursor::new(plan, cut, i64::MAX, 1);
        let mut next = cursor.next()?.and_then(|at| self.resolve(at));
        while let (Some(found), Some(until)) = (next, until) {
            if found.instant <= *until {
                break;
            }
            next = cursor.next()?.and_then(|at| self.resolve(at));
        }
        let total = match rule.end() {
            End::Count(count) => Some(u64::from(count)),
            _ => None,
        };
        // Plans without a need to count are counted here: the next date was taken from what is left.
        let left = match (total, next, plan.count) {
            (None, ..) => None,
            (Some(_), None, _) => Some(0),
            (Some(_), Some(_), Some(_)) => cursor.left().map(|left| left + 1),
            (Some(total), Some(_), None) => Some(total.saturating_sub(self.count_before(plan, cut)?)),
        };
        let rule_before = self.rule_before(rule, plan, cut, total.zip(left))?;
        let rule_after = match (next, left) {
            (None, _) => None,
            (Some(_), None) => Some(rule.clone()),
            (Some(_), Some(left)) => u32::try_from(left).ok().and_then(|left| rule.clone().with_count(left)),
        };
        Ok(Split {
            before: match rule_before {
                Some(rule) => Some(self.clone().with_dates(vec![rule], before)),
                None => self.of_added(before),
            },
            after: match (rule_after, next) {
                (Some(rule), Some(next)) => Some(self.starting(next).with_dates(vec![rule], after)),
                _ => self.of_added(after),
            },
        })
    }

    /// The rule for what is before the cut: with what COUNT it used up, or until its last date.
    fn rule_before(
        &self,
        rule: &Rule,
        plan: &Plan,
        cut: i64,
        total_and_left: Option<(u64, u64)>,
    ) -> Result<Option<Rule>, TooMuchWork> {
        if let Some((total, left)) = total_and_left {
            if left == 0 {
                return Ok(Some(rule.clone()));
            }
            let used = u32::try_from(total.saturating_sub(left)).unwrap_or(u32::MAX);
            return Ok(rule.clone().with_count(used));
        }
        let until = self.plans.first().and_then(|(_, until)| *until);
        let Some(last) = self.last_of(plan, until, cut - 1, |_| true)? else { return Ok(None) };
        Ok(match &self.start {
            Start::Date(_) => Some(rule.clone().with_until(Until::Date(last.local.date()))),
            Start::Floating(_) => Some(rule.clone().with_until(Until::Local(last.local))),
            Start::Zoned(_, zone)
                if zone.to_datetime(last.instant) == last.local && !self.is_overtaken(plan, last)? =>
            {
                let utc = jiff::tz::TimeZone::UTC.to_datetime(last.instant);
                Some(rule.clone().with_until(Until::Utc(utc)))
            }
            // The last date is in a gap, or one in a gap was moved past it: its instant is also that of later times on
            // the clock, or before that of earlier ones.
            Start::Zoned(..) => {
                let count = u32::try_from(self.count_before(plan, cut)?).unwrap_or(u32::MAX);
                rule.clone().with_count(count)
            }
        })
    }

    /// Whether a date that is earlier on the clock stands for a later instant, because the clock skips it.
    fn is_overtaken(&self, plan: &Plan, last: Moment) -> Result<bool, TooMuchWork> {
        if self.margin(last.instant) == 0 {
            return Ok(false);
        }
        let end = clock_seconds(last.local);
        let mut cursor = Cursor::new(plan, end.saturating_sub(25 * 3600), end, 1);
        while let Some(at) = cursor.next()? {
            cursor.rest();
            if self.resolve(at).is_some_and(|moment| moment.instant > last.instant) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn count_before(&self, plan: &Plan, cut: i64) -> Result<u64, TooMuchWork> {
        let counting = plan.counting(Some(u64::MAX));
        let mut cursor = Cursor::new(&counting, cut, i64::MAX, 1);
        let next = cursor.next()?;
        let left = cursor.left().unwrap_or(u64::MAX);
        Ok(u64::MAX - left - u64::from(next.is_some()))
    }

    fn of_added(&self, added: Vec<Moment>) -> Option<Self> {
        let first = *added.first()?;
        Some(self.starting(first).with_dates(Vec::new(), added))
    }

    fn starting(&self, first: Moment) -> Self {
        let start = match &self.start {
            Start::Date(_) => Start::Date(first.local.date()),
            Start::Floating(_) => Start::Floating(first.local),
            Start::Zoned(_, zone) => Start::Zoned(first.local, zone.clone()),
        };
        Self { start, ..self.clone() }
    }
}
