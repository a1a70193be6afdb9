//! Compares the dates of `tessera-calendar` with those of two other engines, and how long each takes.
//!
//! First the shared cases, then the question a calendar page asks: which of 10,000 series that started eight years
//! ago have a date in this week? Run with `cargo run --release` in this folder.

mod engines;

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use engines::{ENGINES, Question};
use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime, Time, date},
    tz::TimeZone,
};
use serde_json::Value;

const CORPUS: &str = include_str!("../../../crates/tessera-calendar/tests/fixtures/recurrence-public.jsonl");

fn main() {
    corpus();
    one_week();
}

fn local(text: &str) -> DateTime {
    let text = text.trim_end_matches('Z');
    if text.len() == 8 {
        Date::strptime("%Y%m%d", text).expect("a date").to_datetime(Time::midnight())
    } else {
        DateTime::strptime("%Y%m%dT%H%M%S", text).expect("a time")
    }
}

/// What the corpus writes in four forms, as instants; days and floating times in UTC.
fn instant(text: &str) -> Timestamp {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return instant;
    }
    TimeZone::UTC.to_timestamp(text.parse::<DateTime>().expect("a time")).expect("an instant")
}

fn corpus() {
    let mut agreed: BTreeMap<&str, (u32, u32, Duration)> = BTreeMap::new();
    for line in CORPUS.lines() {
        let json: Value = serde_json::from_str(line).expect("a case");
        let text = |name: &str| json[name].as_str();
        let list = |name: &str| -> Vec<String> {
            json[name]
                .as_array()
                .map(|list| list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
                .unwrap_or_default()
        };
        if text("class").is_some_and(|class| class.starts_with("robust")) {
            continue;
        }
        let locals = |name: &str| list(name).iter().map(|text| local(text)).collect();
        let edge =
            |name: &str| text(name).map(|at| TimeZone::UTC.to_timestamp(local(at)).expect("an instant"));
        let start = local(text("dtstart").expect("a start"));
        let early = TimeZone::UTC.to_timestamp(start).expect("an instant") - 48.hours();
        let question = Question {
            start,
            all_day: text("value") == Some("DATE"),
            zone: text("tzid").map(str::to_owned),
            rule: text("rrule").expect("a rule").to_owned(),
            added: locals("rdates"),
            excepted: locals("exdates"),
            from: edge("window_start").unwrap_or(early),
            to: edge("window_end")
                .unwrap_or(TimeZone::UTC.to_timestamp(date(2100, 1, 1).at(0, 0, 0, 0)).expect("an instant")),
            most: json["limit"].as_u64().and_then(|limit| limit.try_into().ok()).unwrap_or(10_000),
        };
        let expected: Vec<_> = list("expected").iter().map(|text| instant(text)).collect();
        for (name, engine) in ENGINES {
            let begun = Instant::now();
            let given = engine(&question);
            let entry = agreed.entry(name).or_default();
            entry.2 += begun.elapsed();
            entry.1 += 1;
            entry.0 += u32::from(given.as_ref() == Ok(&expected));
        }
    }
    println!("shared cases");
    for (name, (right, all, took)) in agreed {
        println!("  {name:8} agrees with {right} of {all} in {:.1} ms", took.as_secs_f64() * 1e3);
    }
}

/// Rules as people make them, most of them weekly.
const USUAL: [&str; 16] = [
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU",
    "FREQ=WEEKLY;BYDAY=SA;UNTIL=20301231T000000Z",
    "FREQ=WEEKLY;COUNT=600",
    "FREQ=WEEKLY;UNTIL=20210101T000000Z",
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=10",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYDAY=2TH",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=1SU;COUNT=40",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU",
];

fn one_week() {
    let rome = TimeZone::get("Europe/Rome").expect("a zone");
    let week = |day: i8| rome.to_timestamp(date(2026, 5, day).at(0, 0, 0, 0)).expect("an instant");
    let questions: Vec<Question> = (0_i32..10_000)
        .map(|number| Question {
            start: date(2018, 5, 1).at(8, 0, 0, 0) + (number % 365).days() + (number % 13).hours(),
            all_day: false,
            zone: Some("Europe/Rome".to_owned()),
            rule: USUAL[usize::try_from(number).expect("a number") % USUAL.len()].to_owned(),
            added: Vec::new(),
            excepted: Vec::new(),
            from: week(11),
            to: week(18),
            most: 100,
        })
        .collect();
    println!("one week of 10,000 series, eight years after their start");
    for (name, engine) in ENGINES {
        let begun = Instant::now();
        let with_dates =
            questions.iter().filter(|question| !engine(question).unwrap_or_default().is_empty()).count();
        println!(
            "  {name:8} {with_dates} have a date, found in {:.1} ms",
            begun.elapsed().as_secs_f64() * 1e3
        );
    }
}
