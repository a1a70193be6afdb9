//! A rule that goes with its series to another day or time.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::{Span, ToSpan};

use super::rule::{End, Frequency, NthWeekday, Rule, Until};

impl Rule {
    /// The same rule for a series that was moved from one start to another: what it says of the day goes along, an
    /// UNTIL too. A rule that leaves the day to the start stays as it is.
    ///
    /// `None`: it says more of its days than can be moved without changing what is meant (as every weekday but the
    /// weekend, or days of the year).
    ///
    /// ```
    /// use tessera_calendar::recurrence::Rule;
    /// let wednesdays = Rule::parse("FREQ=WEEKLY;BYDAY=WE").unwrap();
    /// let (from, to) = ("2026-04-15T20:00".parse().unwrap(), "2026-04-16T19:00".parse().unwrap());
    /// assert_eq!(wednesdays.moved(from, to).unwrap().to_string(), "FREQ=WEEKLY;BYDAY=TH");
    /// ```
    pub fn moved(&self, from: DateTime, to: DateTime) -> Option<Self> {
        if from == to {
            return Some(self.clone());
        }
        let mut moved = self.clone();
        moved.end = match self.end {
            End::Until(until) => End::Until(later(until, from, to)?),
            end => end,
        };
        if from.time() != to.time()
            && !(self.hours.is_empty() && self.minutes.is_empty() && self.seconds.is_empty())
        {
            return None;
        }
        if from.date() == to.date() {
            return Some(moved);
        }
        if !self.year_days.is_empty() || !self.weeks.is_empty() {
            return None;
        }
        match self.frequency {
            Frequency::Secondly | Frequency::Minutely | Frequency::Hourly | Frequency::Daily => {
                let says_nothing =
                    self.weekdays.is_empty() && self.month_days.is_empty() && self.months.is_empty();
                says_nothing.then_some(moved)
            }
            Frequency::Weekly => {
                if !self.months.is_empty() || !self.month_days.is_empty() || !self.positions.is_empty() {
                    return None;
                }
                let days = from.date().until(to.date()).ok()?.get_days();
                moved.weekdays = self.weekdays.iter().map(|day| on_from(*day, days)).collect();
                moved.weekdays.sort_by_key(|day| day.weekday.to_monday_zero_offset());
                Some(moved)
            }
            Frequency::Monthly | Frequency::Yearly => moved.within_months(from.date(), to.date()),
        }
    }

    /// A day of the month, or the nth weekday of it, and the month of it.
    fn within_months(mut self, from: Date, to: Date) -> Option<Self> {
        match self.months.as_slice() {
            [] => {}
            [month] if *month == i16::from(from.month()) => self.months = vec![to.month().into()],
            _ => return None,
        }
        match (self.month_days.as_slice(), self.weekdays.as_slice()) {
            ([], []) => {}
            ([day], []) if *day == i16::from(from.day()) && self.positions.is_empty() => {
                self.month_days = vec![to.day().into()];
            }
            ([-1], []) if to == to.last_of_month() && self.positions.is_empty() => {}
            ([], [day]) => {
                let nth = match (day.nth, self.positions.as_slice()) {
                    (Some(nth), []) | (None, &[nth]) => nth,
                    _ => return None,
                };
                let is_in_last_week = to.last_of_month().day() - to.day() < 7;
                let nth = if nth == -1 && is_in_last_week { -1 } else { i16::from((to.day() - 1) / 7 + 1) };
                self.weekdays = vec![NthWeekday { nth: Some(nth), weekday: to.weekday() }];
                self.positions.clear();
            }
            _ => return None,
        }
        Some(self)
    }
}

fn on_from(day: NthWeekday, days: i32) -> NthWeekday {
    let offset = (i32::from(day.weekday.to_monday_zero_offset()) + days).rem_euclid(7);
    let weekday = i8::try_from(offset).ok().and_then(|o| Weekday::from_monday_zero_offset(o).ok());
    NthWeekday { weekday: weekday.unwrap_or(day.weekday), ..day }
}

fn later(until: Until, from: DateTime, to: DateTime) -> Option<Until> {
    let days: Span = from.date().until(to.date()).ok()?.get_days().days();
    Some(match until {
        Until::Date(date) => Until::Date(date.checked_add(days).ok()?),
        Until::Local(at) => Until::Local(at.checked_add(from.duration_until(to)).ok()?),
        Until::Utc(at) => Until::Utc(at.checked_add(from.duration_until(to)).ok()?),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::Rule;

    fn moved(rule: &str, from: &str, to: &str) -> Option<String> {
        let rule = Rule::parse(rule).unwrap();
        rule.moved(from.parse().unwrap(), to.parse().unwrap()).map(|rule| rule.to_string())
    }

    #[test]
    fn what_a_rule_says_of_its_day_goes_along() {
        // 15 April 2026 is the third Wednesday of its month, 29 April the last.
        for (rule, to, expected) in [
            ("FREQ=WEEKLY;BYDAY=MO,WE", "2026-04-16T20:00", Some("FREQ=WEEKLY;BYDAY=TU,TH")),
            ("FREQ=WEEKLY;BYDAY=SU,WE", "2026-04-14T20:00", Some("FREQ=WEEKLY;BYDAY=TU,SA")),
            ("FREQ=WEEKLY", "2026-04-16T20:00", Some("FREQ=WEEKLY")),
            ("FREQ=MONTHLY;BYMONTHDAY=15", "2026-04-17T20:00", Some("FREQ=MONTHLY;BYMONTHDAY=17")),
            ("FREQ=MONTHLY;BYDAY=3WE", "2026-04-09T20:00", Some("FREQ=MONTHLY;BYDAY=2TH")),
            (
                "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15",
                "2026-05-01T20:00",
                Some("FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=5"),
            ),
            ("FREQ=WEEKLY;BYDAY=WE", "2026-04-15T21:30", Some("FREQ=WEEKLY;BYDAY=WE")),
            ("FREQ=YEARLY;BYYEARDAY=105", "2026-04-16T20:00", None),
            ("FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-04-16T20:00", None),
            ("FREQ=DAILY;BYHOUR=8,20", "2026-04-15T21:00", None),
        ] {
            let parsed = expected.map(|text| Rule::parse(text).unwrap().to_string());
            assert_eq!(moved(rule, "2026-04-15T20:00", to), parsed, "{rule} to {to}");
        }
        let last = moved("FREQ=MONTHLY;BYDAY=-1WE", "2026-04-29T20:00", "2026-04-30T20:00");
        assert_eq!(last.as_deref(), Some("FREQ=MONTHLY;BYDAY=-1TH"));
    }

    #[test]
    fn an_end_goes_along() {
        let day = moved("FREQ=DAILY;UNTIL=20260420", "2026-04-15T00:00", "2026-04-17T00:00");
        assert_eq!(day.as_deref(), Some("FREQ=DAILY;UNTIL=20260422"));
        let time = moved("FREQ=DAILY;UNTIL=20260420T180000Z", "2026-04-15T20:00", "2026-04-15T21:00");
        assert_eq!(time.as_deref(), Some("FREQ=DAILY;UNTIL=20260420T190000Z"));
    }
}
