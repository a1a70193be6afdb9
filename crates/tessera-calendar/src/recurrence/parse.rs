//! Reading a recurrence rule: the grammar of RFC 5545 §3.3.10 and what it forbids in prose, to the letter.

use std::borrow::Cow;

use jiff::civil::Weekday;

use super::rule::{End, Frequency, NthWeekday, Rule, Until, WEEKDAYS};
use crate::ical::EventTime;

/// Why a text is no rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    #[error("a rule needs a frequency (FREQ)")]
    NoFrequency,
    #[error("`{0}` is no part of a rule")]
    UnknownPart(String),
    #[error("{0} is there twice")]
    Twice(&'static str),
    #[error("{part} cannot be `{value}`")]
    BadValue { part: &'static str, value: String },
    #[error("COUNT and UNTIL exclude each other")]
    CountAndUntil,
    #[error("{0} does not go with this frequency")]
    NotWithFrequency(&'static str),
    #[error("numbered weekdays do not go with BYWEEKNO")]
    NumberedWeekdayInWeek,
    #[error("BYSETPOS needs another part to choose from")]
    NothingToChooseFrom,
}

const PARTS: [&str; 14] = [
    "FREQ",
    "UNTIL",
    "COUNT",
    "INTERVAL",
    "BYSECOND",
    "BYMINUTE",
    "BYHOUR",
    "BYDAY",
    "BYMONTHDAY",
    "BYYEARDAY",
    "BYWEEKNO",
    "BYMONTH",
    "BYSETPOS",
    "WKST",
];

impl Rule {
    /// Reads the value of an RRULE property.
    ///
    /// # Errors
    /// The first thing in `text` that the standard does not allow.
    ///
    /// ```
    /// use tessera_calendar::recurrence::Rule;
    /// let rule = Rule::parse("INTERVAL=2;FREQ=weekly;BYDAY=TH,MO").unwrap();
    /// assert_eq!(rule.to_string(), "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH");
    /// assert!(Rule::parse("FREQ=DAILY;BYHOUR=24").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, RuleError> {
        let mut rule = Self::every(Frequency::Yearly);
        let mut seen = 0_u16;
        if text.is_empty() {
            return Err(RuleError::NoFrequency);
        }
        for part in text.split(';') {
            let (name, value) = part.split_once('=').ok_or_else(|| unknown(part))?;
            let known = PARTS.iter().enumerate().find(|(_, known)| known.eq_ignore_ascii_case(name));
            let (number, name) = known.map(|(n, name)| (n, *name)).ok_or_else(|| unknown(name))?;
            if seen & (1 << number) != 0 {
                return Err(RuleError::Twice(name));
            }
            seen |= 1 << number;
            let upper = match value.bytes().any(|byte| byte.is_ascii_lowercase()) {
                true => Cow::Owned(value.to_ascii_uppercase()),
                false => Cow::Borrowed(value),
            };
            rule.take(name, &upper).ok_or_else(|| RuleError::BadValue { part: name, value: shown(value) })?;
        }
        let has = |part: &str| PARTS.iter().position(|p| *p == part).is_some_and(|n| seen & (1 << n) != 0);
        if !has("FREQ") {
            return Err(RuleError::NoFrequency);
        }
        if has("COUNT") && has("UNTIL") {
            return Err(RuleError::CountAndUntil);
        }
        rule.check()?;
        Ok(rule)
    }

    fn take(&mut self, part: &'static str, value: &str) -> Option<()> {
        match part {
            "FREQ" => self.frequency = Frequency::ALL.iter().find(|(_, name)| *name == value)?.0,
            "UNTIL" => self.end = End::Until(until(value)?),
            "COUNT" => self.end = End::Count(positive(value)?),
            "INTERVAL" => self.interval = positive(value)?,
            "WKST" => self.week_start = weekday(value)?,
            "BYDAY" => self.weekdays = weekdays(value)?,
            "BYSECOND" => self.seconds = numbers(value, 2, unsigned, 0, 60)?,
            "BYMINUTE" => self.minutes = numbers(value, 2, unsigned, 0, 59)?,
            "BYHOUR" => self.hours = numbers(value, 2, unsigned, 0, 23)?,
            "BYMONTH" => self.months = numbers(value, 2, unsigned, 1, 12)?,
            "BYMONTHDAY" => self.month_days = numbers(value, 2, signed, 1, 31)?,
            "BYWEEKNO" => self.weeks = numbers(value, 2, signed, 1, 53)?,
            "BYYEARDAY" => self.year_days = numbers(value, 3, signed, 1, 366)?,
            "BYSETPOS" => self.positions = numbers(value, 3, signed, 1, 366)?,
            _ => return None,
        }
        Some(())
    }

    /// What the prose of §3.3.10 forbids.
    fn check(&self) -> Result<(), RuleError> {
        use Frequency::{Daily, Monthly, Weekly, Yearly};
        let numbered = self.weekdays.iter().any(|day| day.nth.is_some());
        if numbered && !matches!(self.frequency, Monthly | Yearly) {
            return Err(RuleError::NotWithFrequency("a numbered BYDAY"));
        }
        if numbered && !self.weeks.is_empty() {
            return Err(RuleError::NumberedWeekdayInWeek);
        }
        if !self.month_days.is_empty() && self.frequency == Weekly {
            return Err(RuleError::NotWithFrequency("BYMONTHDAY"));
        }
        if !self.year_days.is_empty() && matches!(self.frequency, Daily | Weekly | Monthly) {
            return Err(RuleError::NotWithFrequency("BYYEARDAY"));
        }
        if !self.weeks.is_empty() && self.frequency != Yearly {
            return Err(RuleError::NotWithFrequency("BYWEEKNO"));
        }
        if !self.positions.is_empty() && (Self { positions: Vec::new(), ..self.clone() }).is_plain() {
            return Err(RuleError::NothingToChooseFrom);
        }
        Ok(())
    }
}

fn unknown(part: &str) -> RuleError {
    RuleError::UnknownPart(shown(part))
}

/// Enough of a text to recognise it; texts of others can be long.
fn shown(text: &str) -> String {
    text.chars().take(40).collect()
}

fn positive(value: &str) -> Option<u32> {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    value.parse().ok().filter(|number| digits && *number > 0)
}

fn unsigned(text: &str) -> Option<(bool, &str)> {
    Some((false, text))
}

fn signed(text: &str) -> Option<(bool, &str)> {
    match text.strip_prefix('-') {
        Some(digits) => Some((true, digits)),
        None => Some((false, text.strip_prefix('+').unwrap_or(text))),
    }
}

fn number(digits: &str, width: usize) -> Option<i16> {
    let fits = !digits.is_empty() && digits.len() <= width && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

fn numbers(
    value: &str,
    width: usize,
    sign: fn(&str) -> Option<(bool, &str)>,
    least: i16,
    most: i16,
) -> Option<Vec<i16>> {
    let mut list = Vec::new();
    for text in value.split(',') {
        let (negative, digits) = sign(text)?;
        let number = number(digits, width).filter(|number| (least..=most).contains(number))?;
        list.push(if negative { -number } else { number });
    }
    list.sort_unstable();
    list.dedup();
    Some(list)
}

fn weekday(name: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(_, known)| *known == name).map(|(weekday, _)| *weekday)
}

fn weekdays(value: &str) -> Option<Vec<NthWeekday>> {
    let mut list = Vec::new();
    for text in value.split(',') {
        let (nth, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
        let nth = if nth.is_empty() {
            None
        } else {
            let (negative, digits) = signed(nth)?;
            let number = number(digits, 2).filter(|number| (1..=53).contains(number))?;
            Some(if negative { -number } else { number })
        };
        list.push(NthWeekday { nth, weekday: weekday(name)? });
    }
    list.sort_by_key(|day| (day.nth, day.weekday.to_monday_zero_offset()));
    list.dedup();
    Some(list)
}

fn until(value: &str) -> Option<Until> {
    if value.bytes().any(|byte| byte.is_ascii_whitespace()) {
        return None;
    }
    let time = EventTime::parse(value)?;
    let civil = time.civil();
    Some(match time {
        EventTime::Date(date) => Until::Date(date),
        EventTime::Utc(_) => Until::Utc(civil),
        EventTime::Floating(_) | EventTime::Zoned(..) => Until::Local(civil),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Rule, RuleError};

    #[test]
    fn a_rule_is_written_one_way_however_it_was_written() {
        for (text, canonical) in [
            ("FREQ=DAILY;INTERVAL=1;WKST=MO", "FREQ=DAILY"),
            ("bysetpos=-1;byday=fr,mo;freq=monthly", "FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=-1"),
            ("FREQ=YEARLY;BYMONTHDAY=+03,-1,3", "FREQ=YEARLY;BYMONTHDAY=-1,3"),
            ("FREQ=WEEKLY;UNTIL=20260101T000000Z", "FREQ=WEEKLY;UNTIL=20260101T000000Z"),
            ("FREQ=WEEKLY;UNTIL=20260101;WKST=SU", "FREQ=WEEKLY;UNTIL=20260101;WKST=SU"),
        ] {
            assert_eq!(Rule::parse(text).unwrap().to_string(), canonical);
            assert_eq!(Rule::parse(canonical).unwrap().to_string(), canonical);
        }
    }

    #[test]
    fn what_the_grammar_or_its_ranges_do_not_allow_is_refused() {
        for text in [
            "",
            ";",
            "FREQ",
            "FREQ=",
            "FREQ=DAILY;",
            "COUNT=2",
            "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;COUNT=+1",
            "FREQ=DAILY;BYHOUR=24",
            "FREQ=DAILY;BYHOUR=-1",
            "FREQ=DAILY;BYHOUR=009",
            "FREQ=DAILY;BYMINUTE=60",
            "FREQ=DAILY;BYSECOND=61",
            "FREQ=DAILY;BYMONTH=13",
            "FREQ=DAILY;BYMONTH=0",
            "FREQ=DAILY;BYMONTHDAY=32",
            "FREQ=DAILY;BYMONTHDAY=1,",
            "FREQ=DAILY;BYMONTHDAY=--1",
            "FREQ=YEARLY;BYWEEKNO=54",
            "FREQ=YEARLY;BYYEARDAY=367",
            "FREQ=MONTHLY;BYDAY=54MO",
            "FREQ=WEEKLY;BYDAY=XX",
            "FREQ=WEEKLY;BYDAY=ä",
            "FREQ=WEEKLY;WKST=1MO",
            "FREQ=DAILY;UNTIL=2026",
            "FREQ=DAILY;UNTIL= 20260101",
            "FREQ=DAILY;X-OWN=1",
            "FREQ=DAILY;BYDAY=MO,,TU",
            " FREQ=DAILY",
        ] {
            assert!(Rule::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn parts_that_do_not_go_together_are_refused_with_the_reason() {
        for (text, reason) in [
            ("FREQ=DAILY;FREQ=DAILY", RuleError::Twice("FREQ")),
            ("FREQ=DAILY;COUNT=1;UNTIL=20260101", RuleError::CountAndUntil),
            ("FREQ=WEEKLY;BYDAY=1MO", RuleError::NotWithFrequency("a numbered BYDAY")),
            ("FREQ=WEEKLY;BYMONTHDAY=1", RuleError::NotWithFrequency("BYMONTHDAY")),
            ("FREQ=MONTHLY;BYYEARDAY=1", RuleError::NotWithFrequency("BYYEARDAY")),
            ("FREQ=MONTHLY;BYWEEKNO=1", RuleError::NotWithFrequency("BYWEEKNO")),
            ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", RuleError::NumberedWeekdayInWeek),
            ("FREQ=DAILY;BYSETPOS=1", RuleError::NothingToChooseFrom),
        ] {
            assert_eq!(Rule::parse(text), Err(reason), "{text}");
        }
    }
}
