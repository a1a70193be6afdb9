//! The times of day that a rule allows, and those it gives within one of its periods.

use super::{
    days::{DAY_SECONDS, weekday_of},
    rule::{Frequency, Rule},
};

/// Allowed hours, minutes and seconds; an empty list allows all.
#[derive(Clone, Debug, Default)]
pub(super) struct Times {
    hours: Vec<i64>,
    minutes: Vec<i64>,
    seconds: Vec<i64>,
}

impl Times {
    fn said(rule: &Rule) -> Self {
        let wide = |list: &[i16]| list.iter().copied().map(i64::from).collect::<Vec<_>>();
        // §3.3.12: who cannot show a leap second takes 60 for 59.
        let mut seconds: Vec<i64> = wide(&rule.seconds).into_iter().map(|second| second.min(59)).collect();
        seconds.dedup();
        Self { hours: wide(&rule.hours), minutes: wide(&rule.minutes), seconds }
    }

    /// Those that limit which periods of less than a day count.
    pub(super) fn limits(rule: &Rule, all_day: bool) -> Self {
        let midnight = || vec![0];
        let said = Self::said(rule);
        match (rule.frequency, all_day) {
            (frequency, _) if frequency >= Frequency::Daily => Self::default(),
            // A day has no times: BYHOUR and its like are ignored (§3.3.10), and only midnight is a day.
            (_, true) => Self { hours: midnight(), minutes: midnight(), seconds: midnight() },
            (Frequency::Hourly, false) => Self { hours: said.hours, ..Self::default() },
            (Frequency::Minutely, false) => Self { seconds: Vec::new(), ..said },
            (_, false) => said,
        }
    }

    /// Those that every period has, counted from its beginning.
    pub(super) fn within(rule: &Rule, all_day: bool, start: i64) -> Self {
        let said = if all_day { Self::default() } else { Self::said(rule) };
        let of_day = start.rem_euclid(DAY_SECONDS);
        let or = |list: Vec<i64>, implied: i64| if list.is_empty() { vec![implied] } else { list };
        let (hours, minutes, seconds) = match rule.frequency {
            Frequency::Secondly => (vec![0], vec![0], vec![0]),
            Frequency::Minutely => (vec![0], vec![0], or(said.seconds, of_day % 60)),
            Frequency::Hourly => (vec![0], or(said.minutes, of_day / 60 % 60), or(said.seconds, of_day % 60)),
            _ => (
                or(said.hours, of_day / 3600),
                or(said.minutes, of_day / 60 % 60),
                or(said.seconds, of_day % 60),
            ),
        };
        Self { hours, minutes, seconds }
    }

    pub(super) fn len(&self) -> usize {
        self.hours.len() * self.minutes.len() * self.seconds.len()
    }

    /// The nth time in order, without having made the others: there can be 86,400.
    pub(super) fn nth(&self, at: usize) -> Option<i64> {
        let (rest, second) = (at / self.seconds.len(), self.seconds.get(at % self.seconds.len())?);
        let (hour, minute) = (rest / self.minutes.len(), self.minutes.get(rest % self.minutes.len())?);
        Some(self.hours.get(hour)? * 3600 + minute * 60 + second)
    }

    /// The first allowed second of the day from `of_day` on.
    pub(super) fn next_in_day(&self, of_day: i64) -> Option<i64> {
        let next = |list: &[i64], at: i64| {
            if list.is_empty() { Some(at) } else { list.iter().copied().find(|allowed| *allowed >= at) }
        };
        let mut at = of_day;
        while at < DAY_SECONDS {
            let (hour, minute, second) = (at / 3600, at / 60 % 60, at % 60);
            let allowed = next(&self.hours, hour)?;
            if allowed > hour {
                at = allowed * 3600;
                continue;
            }
            match next(&self.minutes, minute).filter(|allowed| *allowed < 60) {
                None => at = (hour + 1) * 3600,
                Some(allowed) if allowed > minute => at = hour * 3600 + allowed * 60,
                Some(_) => match next(&self.seconds, second) {
                    Some(allowed) => return Some(at - second + allowed),
                    None => at = at - second + 60,
                },
            }
        }
        None
    }

    /// Whether steps of `interval` units of `unit` seconds from `start` on ever meet an allowed time of an allowed
    /// weekday (bit 0 is Monday; none allows all).
    pub(super) fn can_meet(&self, start: i64, interval: i64, unit: i64, weekdays: u64) -> bool {
        let limited = [&self.hours, &self.minutes, &self.seconds].iter().any(|list| !list.is_empty());
        if interval == 1 || !(limited || weekdays != 0) {
            return true;
        }
        // What is met of a week are the units that leave the same rest.
        let common = divisor(interval, 7 * DAY_SECONDS / unit) * unit;
        let start = start - start.rem_euclid(unit);
        (0..7)
            .filter(|day| weekdays == 0 || (weekdays >> weekday_of(*day)) & 1 == 1)
            .any(|day| self.meets_in_day((start - day * DAY_SECONDS).rem_euclid(common), common, unit))
    }

    /// Whether one of `at`, `at + step` and so on until the end of the day is an allowed unit.
    fn meets_in_day(&self, mut at: i64, step: i64, unit: i64) -> bool {
        while at < DAY_SECONDS {
            let Some(allowed) = self.next_in_day(at) else { return false };
            let ahead = allowed - allowed % unit - at;
            if ahead == 0 {
                return true;
            }
            at += (ahead + step - 1) / step * step;
        }
        false
    }
}

fn divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { divisor(b, a % b) }
}
