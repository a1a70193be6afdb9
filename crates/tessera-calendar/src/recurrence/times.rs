//! The times of day that a rule allows, and those it gives within one of its periods.

use super::{
    days::{DAY_SECONDS, weekday_of},
    rule::{Frequency, Rule},
};

/// Hours, minutes or seconds: bit 0 is 0. None of them: all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Marks(u64);

impl Marks {
    const ZERO: Self = Self(1);

    fn of(list: &[i16]) -> Self {
        // §3.3.12: who cannot show a leap second takes 60 for 59.
        Self(list.iter().fold(0, |bits, number| bits | 1 << (*number).clamp(0, 59)))
    }

    fn or(self, implied: i64) -> Self {
        if self.is_empty() { Self(1 << implied) } else { self }
    }

    fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn len(self) -> usize {
        usize::try_from(self.0.count_ones()).unwrap_or(0)
    }

    fn nth(self, at: usize) -> i64 {
        let rest = (0..at).fold(self.0, |bits, _| bits & bits.wrapping_sub(1));
        rest.trailing_zeros().into()
    }

    /// The first allowed one from `at` on.
    fn next(self, at: i64) -> Option<i64> {
        if self.is_empty() {
            return Some(at);
        }
        let rest = self.0.checked_shr(u32::try_from(at).ok()?).filter(|rest| *rest != 0)?;
        Some(at + i64::from(rest.trailing_zeros()))
    }
}

/// Allowed hours, minutes and seconds.
#[derive(Clone, Debug, Default)]
pub(super) struct Times {
    hours: Marks,
    minutes: Marks,
    seconds: Marks,
}

impl Times {
    fn said(rule: &Rule) -> Self {
        Self {
            hours: Marks::of(&rule.hours),
            minutes: Marks::of(&rule.minutes),
            seconds: Marks::of(&rule.seconds),
        }
    }

    /// Those that limit which periods of less than a day count.
    pub(super) fn limits(rule: &Rule, all_day: bool) -> Self {
        let midnight = Marks::ZERO;
        let said = Self::said(rule);
        match (rule.frequency, all_day) {
            (frequency, _) if frequency >= Frequency::Daily => Self::default(),
            // A day has no times: BYHOUR and its like are ignored (§3.3.10), and only midnight is a day.
            (_, true) => Self { hours: midnight, minutes: midnight, seconds: midnight },
            (Frequency::Hourly, false) => Self { hours: said.hours, ..Self::default() },
            (Frequency::Minutely, false) => Self { seconds: Marks::default(), ..said },
            (_, false) => said,
        }
    }

    /// Those that every period has, counted from its beginning.
    pub(super) fn within(rule: &Rule, all_day: bool, start: i64) -> Self {
        let said = if all_day { Self::default() } else { Self::said(rule) };
        let of_day = start.rem_euclid(DAY_SECONDS);
        let zero = Marks::ZERO;
        let (minute, second) = (said.minutes.or(of_day / 60 % 60), said.seconds.or(of_day % 60));
        let (hours, minutes, seconds) = match rule.frequency {
            Frequency::Secondly => (zero, zero, zero),
            Frequency::Minutely => (zero, zero, second),
            Frequency::Hourly => (zero, minute, second),
            _ => (said.hours.or(of_day / 3600), minute, second),
        };
        Self { hours, minutes, seconds }
    }

    pub(super) fn len(&self) -> usize {
        self.hours.len() * self.minutes.len() * self.seconds.len()
    }

    /// The nth time in order, without having made the others: there can be 86,400.
    pub(super) fn nth(&self, at: usize) -> Option<i64> {
        let (seconds, minutes) = (self.seconds.len(), self.minutes.len());
        let (rest, second) = (at.checked_div(seconds)?, at.checked_rem(seconds)?);
        let (hour, minute) = (rest.checked_div(minutes)?, rest.checked_rem(minutes)?);
        let is_one = hour < self.hours.len();
        is_one.then(|| self.hours.nth(hour) * 3600 + self.minutes.nth(minute) * 60 + self.seconds.nth(second))
    }

    /// The first allowed second of the day from `of_day` on.
    pub(super) fn next_in_day(&self, of_day: i64) -> Option<i64> {
        let mut at = of_day;
        while at < DAY_SECONDS {
            let (hour, minute, second) = (at / 3600, at / 60 % 60, at % 60);
            let allowed = self.hours.next(hour)?;
            if allowed > hour {
                at = allowed * 3600;
                continue;
            }
            match self.minutes.next(minute).filter(|allowed| *allowed < 60) {
                None => at = (hour + 1) * 3600,
                Some(allowed) if allowed > minute => at = hour * 3600 + allowed * 60,
                Some(_) => match self.seconds.next(second) {
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
        let limited = [self.hours, self.minutes, self.seconds].iter().any(|marks| !marks.is_empty());
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
