//! A rule in words: "Every second week on Tuesday, until 3 June 2026".
//!
//! Each pattern is one message that holds all of the sentence, so that every language says it in its own order.

use super::super::model::Recurrence;
use super::super::times::When;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use tessera_calendar::recurrence::{End, Pattern, Rule, Shape, Until};
use tessera_web::words::{Arg, Words, key};

/// The sentence, or nothing for an event that does not repeat.
pub fn summary(words: &Words, recurrence: Option<&Recurrence>, when: &When) -> String {
    let Some(recurrence) = recurrence.filter(|r| r.repeats()) else { return String::new() };
    let texts = recurrence.rrule.as_deref().unwrap_or_default();
    let text = texts.trim().trim_end_matches(';').to_ascii_uppercase();
    if text.is_empty() {
        let count = i64::try_from(recurrence.rdates.len()).unwrap_or(i64::MAX).saturating_add(1);
        return words.t1("series-on-chosen-dates", ("count", count));
    }
    match Rule::parse(&text) {
        Ok(rule) => sentence(words, &rule.pattern(), when),
        Err(_) => words.t("series-by-own-rule").to_owned(),
    }
}

fn sentence(words: &Words, pattern: &Pattern, when: &When) -> String {
    let start = when.first_day();
    let mut args: Vec<(&str, Arg<'_>)> = ending(words, pattern.end, when);
    let key = match &pattern.shape {
        Shape::Daily { every } => {
            args.push(("every", i64::from(*every).into()));
            key("series-daily")
        }
        Shape::Weekly { every, weekdays } => {
            let days = if weekdays.is_empty() { &[start.weekday()][..] } else { weekdays };
            let names: Vec<String> = days.iter().map(|day| words.weekday(*day)).collect();
            args.push(("every", i64::from(*every).into()));
            args.push(("weekdays", words.list(&names).into()));
            key("series-weekly")
        }
        Shape::MonthlyByDay { every, days } => {
            args.push(("every", i64::from(*every).into()));
            match days.as_slice() {
                [-1] => key("series-monthly-last-day"),
                days if days.iter().all(|day| *day > 0) => {
                    let own = [i16::from(start.day())];
                    let days = if days.is_empty() { &own[..] } else { days };
                    let texts: Vec<String> = days.iter().map(ToString::to_string).collect();
                    args.push(("days", words.list(&texts).into()));
                    key("series-monthly-by-day")
                }
                _ => key("series-other"),
            }
        }
        Shape::MonthlyByWeekday { every, nth, weekday } if (-1..=5).contains(nth) => {
            args.push(("every", i64::from(*every).into()));
            nth_weekday(words, &mut args, *nth, *weekday);
            key("series-monthly-by-weekday")
        }
        Shape::YearlyByDay { every, month, day } if day.is_none_or(|day| day > 0) => {
            let day = day.unwrap_or_else(|| start.day().into());
            let month = month.unwrap_or_else(|| start.month().into());
            args.push(("every", i64::from(*every).into()));
            args.push(("date", words.day_of_month(in_leap_year(month, day)).into()));
            key("series-yearly-by-day")
        }
        Shape::YearlyByWeekday { every, month, nth, weekday } if (-1..=5).contains(nth) => {
            args.push(("every", i64::from(*every).into()));
            args.push(("month", words.month(in_leap_year(*month, 1)).into()));
            nth_weekday(words, &mut args, *nth, *weekday);
            key("series-yearly-by-weekday")
        }
        Shape::MonthlyByWeekday { .. }
        | Shape::YearlyByDay { .. }
        | Shape::YearlyByWeekday { .. }
        | Shape::Other { .. } => key("series-other"),
    };
    words.args(key, &args)
}

/// `$ends` is one of `never`, `count` (with `$count`) and `until` (with `$until`).
fn ending<'a>(words: &Words, end: End, when: &When) -> Vec<(&'static str, Arg<'a>)> {
    let (ends, count, until) = match end {
        End::Never => ("never", 0, None),
        End::Count(count) => ("count", i64::from(count), None),
        End::Until(Until::Date(date)) => ("until", 0, Some(date)),
        End::Until(Until::Local(at)) => ("until", 0, Some(at.date())),
        End::Until(Until::Utc(at)) => {
            let instant = TimeZone::UTC.to_timestamp(at).ok();
            let local = instant.map(|instant| when.time_zone(&TimeZone::UTC).to_datetime(instant));
            ("until", 0, Some(local.unwrap_or(at).date()))
        }
    };
    vec![
        ("ends", ends.into()),
        ("count", count.into()),
        ("until", until.map(|date| words.date(date)).unwrap_or_default().into()),
    ]
}

/// `$which` is `first` to `fifth` or `last`.
fn nth_weekday<'a>(words: &Words, args: &mut Vec<(&'static str, Arg<'a>)>, nth: i16, weekday: Weekday) {
    let which = match nth {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        _ => "last",
    };
    args.push(("which", which.into()));
    args.push(("weekday", words.weekday(weekday).into()));
}

fn in_leap_year(month: i16, day: i16) -> Date {
    let month = i8::try_from(month).unwrap_or(1);
    let day = i8::try_from(day).unwrap_or(1);
    Date::new(2024, month, day).or_else(|_| Date::new(2024, month, 1)).unwrap_or(Date::ZERO)
}
