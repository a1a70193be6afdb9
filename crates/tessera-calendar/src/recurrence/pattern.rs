//! What a rule says, where it is one of the few that people make: so that another crate can put it into words.

use jiff::civil::Weekday;

use super::rule::{End, Frequency, Rule};

/// A rule as people would say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    pub shape: Shape,
    pub end: End,
}

/// On which days. Where a list is empty or a field is `None`, it is the one the series starts on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Every so many days.
    Daily { every: u32 },
    /// Every so many weeks on these weekdays.
    Weekly { every: u32, weekdays: Vec<Weekday> },
    /// Every so many months on these days; -1 is the last.
    MonthlyByDay { every: u32, days: Vec<i16> },
    /// Every so many months on the nth such weekday; -1 is the last.
    MonthlyByWeekday { every: u32, nth: i16, weekday: Weekday },
    /// Every so many years on a day of a month.
    YearlyByDay { every: u32, month: Option<i16>, day: Option<i16> },
    /// Every so many years on the nth such weekday of a month.
    YearlyByWeekday { every: u32, month: i16, nth: i16, weekday: Weekday },
    /// A rule that has no short form.
    Other { frequency: Frequency, every: u32 },
}

impl Rule {
    /// What the rule says, and its end.
    ///
    /// ```
    /// use tessera_calendar::recurrence::{Rule, Shape};
    /// let last_friday = Rule::parse("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1").unwrap();
    /// assert_eq!(last_friday.pattern(), Rule::parse("FREQ=MONTHLY;BYDAY=-1FR").unwrap().pattern());
    /// assert!(matches!(last_friday.pattern().shape, Shape::MonthlyByWeekday { nth: -1, .. }));
    /// ```
    pub fn pattern(&self) -> Pattern {
        let other = Shape::Other { frequency: self.frequency, every: self.interval };
        Pattern { shape: self.shape().unwrap_or(other), end: self.end }
    }

    fn shape(&self) -> Option<Shape> {
        let times = self.hours.is_empty() && self.minutes.is_empty() && self.seconds.is_empty();
        if !times || !self.year_days.is_empty() || !self.weeks.is_empty() {
            return None;
        }
        let every = self.interval;
        let (by_weekday, by_day) = (!self.weekdays.is_empty(), !self.month_days.is_empty());
        let chosen = !self.positions.is_empty();
        match self.frequency {
            Frequency::Daily if self.is_plain() => Some(Shape::Daily { every }),
            // Every day with a list of weekdays is every week on them.
            Frequency::Daily | Frequency::Weekly if self.months.is_empty() && !by_day && !chosen => {
                let daily = self.frequency == Frequency::Daily;
                let weekdays = self.weekdays.iter().map(|day| day.weekday).collect();
                (!daily || every == 1).then_some(Shape::Weekly { every, weekdays })
            }
            Frequency::Monthly if self.months.is_empty() && by_weekday && !by_day => {
                let (nth, weekday) = self.nth_weekday()?;
                Some(Shape::MonthlyByWeekday { every, nth, weekday })
            }
            Frequency::Monthly if self.months.is_empty() && !by_weekday && !chosen => {
                Some(Shape::MonthlyByDay { every, days: self.month_days.clone() })
            }
            Frequency::Yearly if by_weekday && !by_day => {
                let ([month], (nth, weekday)) = (self.months.as_slice(), self.nth_weekday()?) else {
                    return None;
                };
                Some(Shape::YearlyByWeekday { every, month: *month, nth, weekday })
            }
            Frequency::Yearly if !by_weekday && !chosen => {
                let day = at_most_one(&self.month_days)?;
                let month = at_most_one(&self.months)?;
                // Days without a month are days of every month (§3.3.10).
                (day.is_none() || month.is_some()).then_some(Shape::YearlyByDay { every, month, day })
            }
            _ => None,
        }
    }

    /// `2TU`, or `TU` of which BYSETPOS takes the second.
    fn nth_weekday(&self) -> Option<(i16, Weekday)> {
        let [day] = self.weekdays.as_slice() else { return None };
        match (day.nth, self.positions.as_slice()) {
            (Some(nth), []) => Some((nth, day.weekday)),
            (None, [nth]) => Some((*nth, day.weekday)),
            _ => None,
        }
    }
}

fn at_most_one(list: &[i16]) -> Option<Option<i16>> {
    match list {
        [] => Some(None),
        [one] => Some(Some(*one)),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::Weekday::{Monday, Sunday, Thursday};

    use super::{Frequency, Rule, Shape};
    use crate::recurrence::End;

    fn shape(text: &str) -> Shape {
        Rule::parse(text).unwrap().pattern().shape
    }

    #[test]
    fn what_people_make_is_recognised() {
        for (text, expected) in [
            ("FREQ=DAILY;INTERVAL=3", Shape::Daily { every: 3 }),
            ("FREQ=WEEKLY", Shape::Weekly { every: 1, weekdays: vec![] }),
            (
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,MO",
                Shape::Weekly { every: 2, weekdays: vec![Monday, Thursday] },
            ),
            ("FREQ=DAILY;BYDAY=MO", Shape::Weekly { every: 1, weekdays: vec![Monday] }),
            ("FREQ=MONTHLY", Shape::MonthlyByDay { every: 1, days: vec![] }),
            ("FREQ=MONTHLY;BYMONTHDAY=-1", Shape::MonthlyByDay { every: 1, days: vec![-1] }),
            ("FREQ=MONTHLY;BYDAY=2TH", Shape::MonthlyByWeekday { every: 1, nth: 2, weekday: Thursday }),
            ("FREQ=YEARLY", Shape::YearlyByDay { every: 1, month: None, day: None }),
            (
                "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1",
                Shape::YearlyByDay { every: 1, month: Some(5), day: Some(1) },
            ),
            (
                "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                Shape::YearlyByWeekday { every: 1, month: 10, nth: -1, weekday: Sunday },
            ),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }

    #[test]
    fn what_has_no_short_form_is_not_forced_into_one() {
        for text in [
            "FREQ=DAILY;BYMONTH=1",
            "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
            "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1",
            "FREQ=WEEKLY;BYHOUR=9",
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
            "FREQ=MONTHLY;BYDAY=FR",
            "FREQ=MONTHLY;BYDAY=1FR,3FR",
            "FREQ=YEARLY;BYMONTHDAY=1",
            "FREQ=YEARLY;BYDAY=20MO",
            "FREQ=YEARLY;BYWEEKNO=20",
            "FREQ=HOURLY",
        ] {
            assert!(matches!(shape(text), Shape::Other { .. }), "{text}");
        }
        assert_eq!(shape("FREQ=HOURLY;INTERVAL=6"), Shape::Other { frequency: Frequency::Hourly, every: 6 });
    }

    #[test]
    fn the_end_is_part_of_what_a_rule_says() {
        assert_eq!(Rule::parse("FREQ=DAILY;COUNT=4").unwrap().pattern().end, End::Count(4));
    }
}
