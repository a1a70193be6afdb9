//! Compares the dates of `tessera-calendar` with those of other engines, and how long each takes.
//!
//! First the shared cases, then the question a calendar page asks: which of 10,000 series that started eight years
//! before have a date in this week? Run with `cargo run --release` in this folder; libical and python-dateutil are
//! those of the machine. Exit status 1 where a promise is not kept.

mod by_hand;
mod engines;
mod peers;

use std::process::ExitCode;
use std::time::Instant;

use engines::{Engine, OTHERS, Question, ical_rs, tessera};
use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime, Time, date},
    tz::TimeZone,
};
use peers::{Answer, Missing};
use serde_json::Value;

const CORPUS: &str = include_str!("../../../crates/tessera-calendar/tests/fixtures/recurrence-public.jsonl");
/// Tries of each question; the best counts.
const TRIES: u32 = 7;
/// How many times faster than the others, and than ical-rs begun late by hand.
const THAN_OTHERS: f64 = 50.0;
const THAN_BY_HAND: f64 = 5.0;

fn main() -> ExitCode {
    let kept = [corpus(), one_week()].iter().all(|kept| *kept);
    println!("\n{}", if kept { "all promises kept" } else { "NOT all promises kept" });
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
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
    let local = text.parse::<DateTime>().or_else(|_| text.parse::<Date>().map(|day| day.at(0, 0, 0, 0)));
    TimeZone::UTC.to_timestamp(local.expect("a time")).expect("an instant")
}

fn case(json: &Value) -> (Question, Vec<Timestamp>) {
    let text = |name: &str| json[name].as_str();
    let list = |name: &str| -> Vec<String> {
        let list = json[name].as_array().map(|list| list.iter().filter_map(Value::as_str));
        list.map(|list| list.map(str::to_owned).collect()).unwrap_or_default()
    };
    let locals = |name: &str| list(name).iter().map(|text| local(text)).collect();
    let utc = |at: DateTime| TimeZone::UTC.to_timestamp(at).expect("an instant");
    let edge = |name: &str| text(name).map(|at| utc(local(at)));
    let start = local(text("dtstart").expect("a start"));
    let question = Question {
        start,
        all_day: text("value") == Some("DATE"),
        zone: text("tzid").map(str::to_owned),
        rule: text("rrule").expect("a rule").to_owned(),
        added: locals("rdates"),
        excepted: locals("exdates"),
        from: edge("window_start").unwrap_or(utc(start) - 48.hours()),
        to: edge("window_end").unwrap_or(utc(date(2100, 1, 1).at(0, 0, 0, 0))),
        most: json["limit"].as_u64().and_then(|limit| limit.try_into().ok()).unwrap_or(10_000),
    };
    (question, list("expected").iter().map(|text| instant(text)).collect())
}

fn timed(engine: Engine, question: &Question, tries: u32) -> Answer {
    let mut best = (u64::MAX, None);
    for _ in 0..tries {
        let begun = Instant::now();
        let dates = engine(question);
        let took = u64::try_from(begun.elapsed().as_nanos()).unwrap_or(u64::MAX);
        best = (best.0.min(took), dates.ok());
    }
    best
}

fn all(engine: Engine, questions: &[Question], tries: u32) -> Vec<Answer> {
    questions.iter().map(|question| timed(engine, question, tries)).collect()
}

type Peer = (&'static str, Result<Vec<Answer>, Missing>);

fn ask_others(questions: &[Question], tries: u32) -> Vec<Peer> {
    let mut peers: Vec<Peer> =
        OTHERS.iter().map(|(name, engine)| (*name, Ok(all(*engine, questions, tries)))).collect();
    peers.push(("libical", peers::libical(questions, tries)));
    peers.push(("dateutil", peers::dateutil(questions, tries)));
    peers
}

fn milliseconds(answers: &[Answer], wanted: impl Fn(usize) -> bool) -> f64 {
    let of = answers.iter().enumerate().filter(|(number, _)| wanted(*number));
    of.map(|(_, (took, _))| *took as f64 / 1e6).sum()
}

/// Plain expansion: each engine beside ours on the cases that it answers as they should be.
fn corpus() -> bool {
    let cases: Vec<_> = CORPUS
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a case"))
        .filter(|json| json["class"].as_str().is_some_and(|class| !class.starts_with("robust")))
        .map(|json| case(&json))
        .collect();
    let questions: Vec<_> = cases.iter().map(|(question, _)| question.clone()).collect();
    let is_right = |answers: &[Answer], number: usize| {
        answers[number].1.as_ref().is_some_and(|dates| *dates == cases[number].1)
    };
    let right = |answers: &[Answer]| (0..cases.len()).filter(|number| is_right(answers, *number)).count();
    let ours = all(tessera, &questions, TRIES);
    println!("shared cases, {} of them, the best of {TRIES} tries each", cases.len());
    println!("  tessera   agrees with {}, {:.2} ms for all", right(&ours), milliseconds(&ours, |_| true));
    let mut kept = right(&ours) == cases.len();
    for (name, answers) in ask_others(&questions, TRIES) {
        let answers = match answers {
            Ok(answers) => answers,
            Err(missing) => {
                println!("  {name:9} {missing}");
                kept = false;
                continue;
            }
        };
        let theirs = milliseconds(&answers, |number| is_right(&answers, number));
        let own = milliseconds(&ours, |number| is_right(&answers, number));
        kept &= theirs > own;
        println!(
            "  {name:9} agrees with {}; on these {theirs:.2} ms, tessera {own:.2} ms: ×{:.1}{}",
            right(&answers),
            theirs / own,
            if theirs > own { "" } else { "   NOT AHEAD" },
        );
    }
    kept
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

fn one_week() -> bool {
    let rome = TimeZone::get("Europe/Rome").expect("a zone");
    let week = |day: i8| rome.to_timestamp(date(2026, 5, day).at(0, 0, 0, 0)).expect("an instant");
    let questions = (0_i32..10_000).map(|number| Question {
        start: date(2018, 5, 1).at(8, 0, 0, 0) + (number % 365).days() + (number % 13).hours(),
        all_day: false,
        zone: Some("Europe/Rome".to_owned()),
        rule: USUAL[usize::try_from(number).expect("a number") % USUAL.len()].to_owned(),
        added: Vec::new(),
        excepted: Vec::new(),
        from: week(11),
        to: week(18),
        most: 1,
    });
    let (counted, others): (Vec<_>, Vec<_>) = questions.partition(|question| question.rule.contains("COUNT"));
    println!("\nwhich of 10,000 series that began eight years ago have a date in one week");
    println!(" {} without COUNT", others.len());
    let by_hand = |question: &Question| match by_hand::moved_up(question) {
        Some(near) => ical_rs(&near),
        None => Err("it counts".to_owned()),
    };
    let kept = week_of(&others, Some(by_hand));
    println!(" {} with COUNT (for the record: whoever stores where a series ends counts once)", counted.len());
    week_of(&counted, None);
    kept
}

fn week_of(questions: &[Question], by_hand: Option<Engine>) -> bool {
    let tries = 3;
    let found = |answers: &[Answer]| -> Vec<bool> {
        answers.iter().map(|(_, dates)| dates.as_ref().is_some_and(|dates| !dates.is_empty())).collect()
    };
    let ours = all(tessera, questions, tries);
    let own = milliseconds(&ours, |_| true);
    let count = |answers: &[Answer]| found(answers).iter().filter(|has| **has).count();
    println!("  tessera             {} have one, found in {own:.2} ms", count(&ours));
    let mut peers = ask_others(questions, tries);
    if let Some(by_hand) = by_hand {
        peers.push(("ical-rs by hand", Ok(all(by_hand, questions, tries))));
    }
    let mut kept = true;
    for (name, answers) in peers {
        match answers {
            Ok(answers) => {
                let theirs = milliseconds(&answers, |_| true);
                let wanted = if name == "ical-rs by hand" { THAN_BY_HAND } else { THAN_OTHERS };
                let different = found(&answers).iter().zip(found(&ours)).filter(|(a, b)| **a != *b).count();
                let good = theirs / own >= wanted;
                kept &= good;
                let verdict = match (by_hand, good) {
                    (None, _) => "",
                    (_, true) => "   kept",
                    (_, false) => "   NOT KEPT",
                };
                println!(
                    "  {name:19} {} have one ({different} answered differently), found in {theirs:.1} ms: ×{:.1}{verdict}",
                    count(&answers),
                    theirs / own,
                );
            }
            Err(missing) => {
                println!("  {name:19} {missing}");
                kept = false;
            }
        }
    }
    kept
}
