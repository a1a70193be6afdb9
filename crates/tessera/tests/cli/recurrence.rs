//! `tessera recurrence`: for people, and for the corpus.

use crate::place::Place;
use serde_json::{Value, json};

const CORPUS: &str = include_str!("../../../tessera-calendar/tests/fixtures/recurrence-public.jsonl");

/// A case as a program sends it: without the answer.
fn question(case: &Value) -> Value {
    let mut question = case.clone();
    let fields = question.as_object_mut().unwrap();
    for answer in [
        "expected",
        "complete",
        "agreed_by",
        "disputed",
        "expected_if_gap_skipped",
        "agreed_by_if_gap_skipped",
    ] {
        fields.remove(answer);
    }
    question
}

#[test]
fn the_whole_corpus_is_answered_as_other_engines_agree() {
    let cases: Vec<Value> = CORPUS.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let questions: String = cases.iter().map(|case| format!("{}\n", question(case))).collect();
    let place = Place::new();
    let said = place.run_told(&questions, &["recurrence", "--jsonl"]).good();
    let answers: Vec<Value> = said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), cases.len());
    let mut wrong = Vec::new();
    for (case, answer) in cases.iter().zip(&answers) {
        let expected = match case["class"].as_str().unwrap() {
            "robust-invalid" => {
                assert!(answer["error"].is_string(), "{case}\n{answer}");
                continue;
            }
            "robust-never" => json!({"id": case["id"], "instances": [], "complete": true}),
            _ => json!({"id": case["id"], "instances": case["expected"], "complete": case["complete"]}),
        };
        if *answer != expected {
            wrong.push(format!("{case}\n{answer}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));

    std::fs::write(place.path("cases.jsonl"), &questions).unwrap();
    assert_eq!(place.run(&["recurrence", "--jsonl", "--file", "cases.jsonl"]).good().out, said.out);
    place.run(&["recurrence", "--jsonl", "--file", "nowhere"]).failed(1, "nowhere");
}

#[test]
fn people_read_the_rule_in_words_and_its_dates() {
    let place = Place::new();
    let start = ["recurrence", "--start", "2026-03-23T20:00", "--zone", "Europe/Rome"];
    let asked = |more: &[&str]| place.run(&[&start[..], more].concat());
    let said = asked(&["FREQ=WEEKLY;BYDAY=MO", "--limit", "2"]).good();
    assert!(said.out.contains("Monday 30 March 2026  2026-03-30T20:00:00+02:00"), "{said:#?}");
    assert!(said.out.to_lowercase().contains("every week on monday"), "{said:#?}");
    assert!(said.err.contains("There are more."), "{said:#?}");
    let said = asked(&["FREQ=WEEKLY;BYDAY=MO;COUNT=2", "--locale", "de"]).good();
    assert!(said.out.contains("Montag") && said.err.contains("ends there"), "{said:#?}");

    let window = ["--from", "2034-01-01", "--to", "2034-01-15", "--json", "FREQ=WEEKLY"];
    let window = asked(&window).good().json();
    assert_eq!(window["instances"], json!(["2034-01-02T20:00:00+01:00", "2034-01-09T20:00:00+01:00"]));
    assert_eq!(window["complete"], false);

    let dates =
        ["--exdate", "2026-03-30T20:00", "--rdate", "20260401T210000", "--json", "FREQ=WEEKLY;COUNT=2"];
    let dates = asked(&dates).good().json();
    assert_eq!(dates["instances"], json!(["2026-03-23T20:00:00+01:00", "2026-04-01T21:00:00+02:00"]));

    let days =
        place.run(&["recurrence", "--start", "2026-01-31", "--limit", "2", "--json", "FREQ=MONTHLY"]).good();
    assert_eq!(days.json()["instances"], json!(["2026-01-31", "2026-03-31"]));
    assert!(asked(&["FREQ=WEEKLY;BYDAY=FR"]).good().err.contains("The start itself"));
}

#[test]
fn what_is_asked_wrongly_is_said_in_a_sentence_with_a_remedy() {
    let place = Place::new();
    let asked = |more: &[&str]| place.run(&[&["recurrence"][..], more].concat());
    asked(&["FREQ=DAILY"]).failed(2, "--start");
    asked(&["--start", "2026-01-31"]).failed(2, "RRULE");
    asked(&["--start", "2026-01-32", "FREQ=DAILY"]).failed(2, "the start cannot be `2026-01-32`");
    asked(&["--start", "2026-01-31", "FREQ=OFTEN"]).failed(2, "FREQ cannot be `OFTEN`");
    asked(&["--start", "2026-01-31", "--zone", "Mars", "FREQ=DAILY"]).failed(2, "no time zone");
    asked(&["--start", "2026-01-31", "--limit", "100001", "FREQ=DAILY"]).failed(2, "at most 100000");
    asked(&["--start", "2026-01-31", "--from", "2026-02-01", "FREQ=DAILY"]).failed(2, "neither");
    asked(&["--jsonl", "FREQ=DAILY"]).failed(2, "--jsonl");
}
