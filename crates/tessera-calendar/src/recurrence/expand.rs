//! From a rule and a start to times on a clock: period by period, from any point on.
//!
//! The period to begin with is computed, not walked to. What no period can contain is passed over by days and months,
//! and every period or month that is looked at counts towards a bound.

use super::{
    days::{
        DAY_SECONDS, DayFilter, MonthSeen, day_number, first_week, month_length, week_of, weekday_number,
        year_month_day,
    },
    rule::{End, Frequency, Rule},
    times::Times,
};

/// How many periods are looked at for one date or one window before giving up.
const MOST_PERIODS: u32 = 1_000_000;

/// Finding the dates of a rule would take more looking than any rule deserves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this rule takes too much work")]
pub struct TooMuchWork;

/// A rule made ready for a start.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    frequency: Frequency,
    interval: i64,
    week_start: i64,
    /// The number of the period the start is in.
    base: i64,
    pub(super) start: i64,
    days: DayFilter,
    weeks: Vec<i64>,
    limits: Times,
    within: Times,
    positions: Vec<i64>,
    /// The last moment that can be a date.
    pub(super) end: i64,
    pub(super) count: Option<u64>,
    never: bool,
}

/// The last second of the year 9999.
pub(super) const LAST_SECOND: i64 = 253_402_300_799;

impl Plan {
    /// `end` is what UNTIL allows at most; COUNT is taken from the rule.
    pub(super) fn new(rule: &Rule, start: i64, all_day: bool, end: Option<i64>) -> Self {
        let mut plan = Self {
            frequency: rule.frequency,
            interval: rule.interval.into(),
            week_start: weekday_number(rule.week_start),
            base: 0,
            start,
            days: DayFilter::new(rule, start.div_euclid(DAY_SECONDS)),
            weeks: rule.weeks.iter().copied().map(i64::from).collect(),
            limits: Times::limits(rule, all_day),
            within: Times::within(rule, all_day, start),
            positions: rule.positions.iter().copied().map(i64::from).collect(),
            end: end.unwrap_or(LAST_SECOND).min(LAST_SECOND),
            count: None,
            never: false,
        };
        plan.base = plan.period_of(start);
        if let End::Count(count) = rule.end {
            match plan.unit() {
                // Where every period has one date, the last needs no counting.
                Some(unit) if rule.is_plain() && !(all_day && unit < DAY_SECONDS) => {
                    plan.end = (i64::from(count) - 1)
                        .saturating_mul(plan.interval.saturating_mul(unit))
                        .saturating_add(start)
                        .min(LAST_SECOND);
                }
                _ => plan.count = Some(count.into()),
            }
        }
        plan.never = !plan.can_give_dates();
        plan
    }

    /// The same with another count.
    pub(super) fn counting(&self, count: Option<u64>) -> Self {
        Self { count, ..self.clone() }
    }

    /// Seconds of a period, where all are equally long.
    fn unit(&self) -> Option<i64> {
        match self.frequency {
            Frequency::Secondly => Some(1),
            Frequency::Minutely => Some(60),
            Frequency::Hourly => Some(3600),
            Frequency::Daily => Some(DAY_SECONDS),
            Frequency::Weekly => Some(7 * DAY_SECONDS),
            Frequency::Monthly | Frequency::Yearly => None,
        }
    }

    fn can_give_dates(&self) -> bool {
        let days = match self.frequency {
            Frequency::Yearly => 371,
            Frequency::Monthly => 31,
            Frequency::Weekly => self.days.weekday_count(),
            _ => 1,
        };
        let times = i64::try_from(self.within.len()).unwrap_or(i64::MAX);
        let most = i64::try_from(days).unwrap_or(i64::MAX).saturating_mul(times);
        let chosen =
            self.positions.is_empty() || self.positions.iter().any(|position| position.abs() <= most);
        let met = match self.unit() {
            Some(unit) if unit <= DAY_SECONDS => {
                self.limits.can_meet(self.start, self.interval, unit, self.days.weekdays())
            }
            _ => true,
        };
        chosen && met
    }

    /// The number of the period, of all those of the frequency, that a moment is in.
    fn period_of(&self, at: i64) -> i64 {
        let day = at.div_euclid(DAY_SECONDS);
        match self.frequency {
            // Weeks belong to their week-numbering year, which may begin in December.
            Frequency::Yearly if !self.weeks.is_empty() => {
                year_month_day(week_of(day, self.week_start) + 3).0
            }
            Frequency::Yearly => year_month_day(day).0,
            Frequency::Monthly => {
                let (year, month, _) = year_month_day(day);
                year * 12 + month - 1
            }
            Frequency::Weekly => (week_of(day, self.week_start) - self.week_start).div_euclid(7),
            _ => at.div_euclid(self.unit().unwrap_or(DAY_SECONDS)),
        }
    }

    /// Where a period begins.
    fn beginning(&self, period: i64) -> i64 {
        match self.frequency {
            Frequency::Yearly if !self.weeks.is_empty() => first_week(period, self.week_start) * DAY_SECONDS,
            Frequency::Yearly => day_number(period, 1, 1) * DAY_SECONDS,
            Frequency::Monthly => {
                day_number(period.div_euclid(12), period.rem_euclid(12) + 1, 1) * DAY_SECONDS
            }
            // Day 4 is the first Monday.
            Frequency::Weekly => (period * 7 + self.week_start + 4) * DAY_SECONDS,
            _ => period * self.unit().unwrap_or(DAY_SECONDS),
        }
    }
}

/// A place among the times a plan gives.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    plan: &'a Plan,
    /// How many intervals from the base the next period to look at is.
    step: i64,
    from: i64,
    stop: i64,
    /// Of the current period: its days or, below a day, its own beginning; and which of its times BYSETPOS picks.
    starts: Vec<i64>,
    picked: Vec<usize>,
    at: usize,
    len: usize,
    left: Option<u64>,
    month: MonthSeen,
    work: u32,
    most_work: u32,
}

impl<'a> Cursor<'a> {
    /// Times in `[from, stop]`; the work is shared with `shares - 1` others.
    pub(super) fn new(plan: &'a Plan, from: i64, stop: i64, shares: usize) -> Self {
        let from = from.max(plan.start);
        let step = match plan.count {
            // What lies before has to be counted.
            Some(_) => 0,
            None => (plan.period_of(from) - plan.base).div_euclid(plan.interval).max(0),
        };
        let stop = if plan.never { i64::MIN } else { stop.min(plan.end) };
        let shares = u32::try_from(shares.max(1)).unwrap_or(MOST_PERIODS);
        Self {
            plan,
            step,
            from,
            stop,
            starts: Vec::new(),
            picked: Vec::new(),
            at: 0,
            len: 0,
            left: plan.count,
            month: MonthSeen::default(),
            work: 0,
            most_work: (MOST_PERIODS / shares).max(1),
        }
    }

    /// Lets the next date have the whole of the work again.
    pub(super) fn rest(&mut self) {
        self.work = 0;
    }

    /// How many dates COUNT leaves.
    pub(super) fn left(&self) -> Option<u64> {
        self.left
    }

    pub(super) fn next(&mut self) -> Result<Option<i64>, TooMuchWork> {
        loop {
            if self.left == Some(0) {
                return Ok(None);
            }
            if self.at < self.len {
                let found = self.nth(self.at).filter(|at| *at <= self.stop);
                self.at += 1;
                self.left = self.left.map(|left| left.saturating_sub(1));
                return Ok(found);
            }
            if !self.fill()? {
                return Ok(None);
            }
        }
    }

    /// The last time a plan with COUNT gives.
    pub(super) fn last_counted(mut self) -> Result<Option<i64>, TooMuchWork> {
        let mut last = None;
        while self.fill()? {
            let here = self.len - self.at;
            let left = usize::try_from(self.left.unwrap_or(0)).unwrap_or(usize::MAX);
            if left == 0 {
                break;
            }
            last = self.nth(self.at + here.min(left) - 1);
            self.left = self.left.map(|left| left.saturating_sub(u64::try_from(here).unwrap_or(u64::MAX)));
            self.at = self.len;
        }
        Ok(last)
    }

    fn nth(&self, at: usize) -> Option<i64> {
        let at = if self.plan.positions.is_empty() { at } else { *self.picked.get(at)? };
        let times = self.plan.within.len();
        Some(self.starts.get(at / times)? + self.plan.within.nth(at % times)?)
    }

    fn first_from(&self, moment: i64) -> usize {
        let (mut low, mut high) = (0, self.len);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.nth(middle).is_some_and(|at| at < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    fn look(&mut self) -> Result<(), TooMuchWork> {
        self.work += 1;
        if self.work > self.most_work { Err(TooMuchWork) } else { Ok(()) }
    }

    /// Goes to the next period that has something from `from` on; false where there is none.
    fn fill(&mut self) -> Result<bool, TooMuchWork> {
        while self.left != Some(0) {
            self.look()?;
            let period = self.plan.base + self.step * self.plan.interval;
            let beginning = self.plan.beginning(period);
            if beginning > self.stop {
                return Ok(false);
            }
            self.starts.clear();
            if self.plan.frequency <= Frequency::Daily {
                let allowed = self.next_allowed(beginning)?;
                if allowed > beginning {
                    let ahead = self.plan.period_of(allowed) - period;
                    self.step += (ahead + self.plan.interval - 1).div_euclid(self.plan.interval).max(1);
                    continue;
                }
                self.starts.push(beginning);
            } else {
                self.collect_days(period);
            }
            self.step += 1;
            self.pick();
            self.at = self.first_from(self.plan.start);
            let wanted = self.first_from(self.from).max(self.at);
            let passed = u64::try_from(wanted - self.at).unwrap_or(u64::MAX);
            self.left = self.left.map(|left| left.saturating_sub(passed));
            self.at = wanted;
            if self.at < self.len {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The beginning of a period of at most a day, if the rule allows it, or else a moment before which it allows none.
    fn next_allowed(&mut self, beginning: i64) -> Result<i64, TooMuchWork> {
        let plan = self.plan;
        let day = beginning.div_euclid(DAY_SECONDS);
        let of_day = beginning.rem_euclid(DAY_SECONDS);
        let from = if self.month.allows(&plan.days, day) {
            match plan.limits.next_in_day(of_day) {
                Some(allowed) => return Ok(beginning - of_day + allowed),
                None => day + 1,
            }
        } else {
            day
        };
        let mut looked = from;
        loop {
            match self.month.next_in_month(&plan.days, looked) {
                Ok(allowed) => return Ok(allowed * DAY_SECONDS),
                Err(next_month) if next_month * DAY_SECONDS > self.stop => {
                    return Ok(next_month * DAY_SECONDS);
                }
                Err(next_month) => looked = next_month,
            }
            self.look()?;
        }
    }

    /// The days of a week, a month or a year.
    fn collect_days(&mut self, period: i64) {
        let plan = self.plan;
        match plan.frequency {
            Frequency::Yearly if !plan.weeks.is_empty() => {
                let first = first_week(period, plan.week_start);
                let weeks = (first_week(period + 1, plan.week_start) - first) / 7;
                let mut numbers: Vec<i64> =
                    plan.weeks.iter().map(|week| if *week > 0 { week - 1 } else { weeks + week }).collect();
                numbers.retain(|week| (0..weeks).contains(week));
                numbers.sort_unstable();
                numbers.dedup();
                for week in numbers {
                    self.collect_week(first + week * 7);
                }
            }
            Frequency::Yearly => (1..=12).for_each(|month| self.collect_month(period, month)),
            Frequency::Monthly => self.collect_month(period.div_euclid(12), period.rem_euclid(12) + 1),
            _ => self.collect_week(plan.beginning(period) / DAY_SECONDS),
        }
    }

    fn collect_week(&mut self, first: i64) {
        for day in first..first + 7 {
            if self.month.allows(&self.plan.days, day) {
                self.starts.push(day * DAY_SECONDS);
            }
        }
    }

    fn collect_month(&mut self, year: i64, month: i64) {
        let allowed = self.plan.days.days_of_month(year, month);
        if allowed == 0 {
            return;
        }
        let first = day_number(year, month, 1);
        for day in 0..month_length(year, month) {
            if (allowed >> day) & 1 == 1 {
                self.starts.push((first + day) * DAY_SECONDS);
            }
        }
    }

    /// What BYSETPOS takes of the period, before anything is left out because of the start.
    fn pick(&mut self) {
        let all = self.starts.len() * self.plan.within.len();
        self.len = all;
        if self.plan.positions.is_empty() {
            return;
        }
        let all = i64::try_from(all).unwrap_or(i64::MAX);
        let offsets = self.plan.positions.iter().map(|at| if *at > 0 { at - 1 } else { all + at });
        self.picked.clear();
        self.picked.extend(
            offsets.filter(|at| (0..all).contains(at)).filter_map(|offset| usize::try_from(offset).ok()),
        );
        self.picked.sort_unstable();
        self.picked.dedup();
        self.len = self.picked.len();
    }
}
