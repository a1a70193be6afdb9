//! Cases of the recurrence corpus, a line each, and a line of answer for each.
//!
//! Promises: every line that is not blank is answered, in its order; what cannot be read or takes too long is an
//! error of that case and never ends the run. A line is held in memory up to a limit.

use super::series::{Asked, expand};
use crate::failure::Failure;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::path::Path;

const LONGEST_LINE: u64 = 1024 * 1024;

/// What else stands in a case, such as the answer that is expected, is passed over.
#[derive(Debug, Deserialize)]
struct Case {
    dtstart: String,
    #[serde(default)]
    tzid: Option<String>,
    #[serde(default)]
    value: Option<ValueType>,
    rrule: String,
    #[serde(default)]
    exdates: Vec<String>,
    #[serde(default)]
    rdates: Vec<String>,
    #[serde(default)]
    limit: Option<u64>,
    #[serde(default)]
    window_start: Option<String>,
    #[serde(default)]
    window_end: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
enum ValueType {
    #[serde(rename = "DATE")]
    Date,
    #[serde(rename = "DATE-TIME")]
    DateTime,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Answer {
    Dates { id: Value, instances: Vec<String>, complete: bool },
    Error { id: Value, error: String },
}

/// Answers the cases of a file, or of standard input.
pub fn answer_all(file: Option<&Path>) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let answered = match file {
        None => answer_lines(io::stdin().lock(), &mut out),
        Some(file) => {
            let opened = File::open(file).map_err(|e| {
                let what = format!("{} cannot be read: {e}", file.display());
                Failure::new(what, "Check the name and who may read it.")
            })?;
            answer_lines(BufReader::new(opened), &mut out)
        }
    };
    match answered {
        // A reader that went away, as `head` does, is no error.
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

fn answer_lines(mut cases: impl BufRead, out: &mut impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    loop {
        line.clear();
        if (&mut cases).take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        let is_whole = line.ends_with(b"\n") || u64::try_from(line.len()).unwrap_or(u64::MAX) < LONGEST_LINE;
        let answer = if is_whole {
            if line.trim_ascii().is_empty() {
                continue;
            }
            answer(&line)
        } else {
            pass_over(&mut cases)?;
            Answer::Error { id: Value::Null, error: "the line is longer than 1 MiB".to_owned() }
        };
        let mut text = serde_json::to_vec(&answer)?;
        text.push(b'\n');
        out.write_all(&text)?;
        // Whoever asks line by line waits for the answer.
        out.flush()?;
    }
}

fn pass_over(cases: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = cases.fill_buf()?;
        let (used, is_over) = match buffer.iter().position(|byte| *byte == b'\n') {
            Some(end) => (end.saturating_add(1), true),
            None => (buffer.len(), buffer.is_empty()),
        };
        cases.consume(used);
        if is_over {
            return Ok(());
        }
    }
}

fn answer(line: &[u8]) -> Answer {
    let json: Value = match serde_json::from_slice(line) {
        Ok(json) => json,
        Err(e) => return Answer::Error { id: Value::Null, error: format!("the line is no JSON: {e}") },
    };
    let id = json.get("id").cloned().unwrap_or(Value::Null);
    let case: Case = match serde_json::from_value(json) {
        Ok(case) => case,
        Err(e) => return Answer::Error { id, error: format!("the case cannot be read: {e}") },
    };
    let asked = Asked {
        start: &case.dtstart,
        zone: case.tzid.as_deref(),
        is_days: case.value.map(|value| value == ValueType::Date),
        rule: &case.rrule,
        exdates: &case.exdates,
        rdates: &case.rdates,
        limit: case.limit,
        from: case.window_start.as_deref(),
        to: case.window_end.as_deref(),
    };
    match expand(&asked) {
        Ok(outcome) => {
            // As in the corpus: where the limit was reached, nobody looked further.
            let found = u64::try_from(outcome.instances.len()).unwrap_or(u64::MAX);
            let complete = outcome.complete && case.limit.is_none_or(|limit| found < limit);
            Answer::Dates { id, instances: outcome.instances, complete }
        }
        Err(e) => Answer::Error { id, error: e.to_string() },
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn answers(lines: &str) -> Vec<Value> {
        let mut out = Vec::new();
        answer_lines(lines.as_bytes(), &mut out).unwrap();
        String::from_utf8(out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[test]
    fn what_cannot_be_read_is_an_error_of_its_line_alone() {
        let long = format!("{{\"id\": \"long\", \"x\": \"{}\"}}", "x".repeat(2 * 1024 * 1024));
        let nested = "[".repeat(100_000);
        let good = r#"{"id": 7, "dtstart": "20260105", "value": "DATE", "tzid": null, "rrule": "FREQ=DAILY", "limit": 2}"#;
        let lines = [
            "nonsense",
            &long,
            &nested,
            "{}",
            r#"{"id": "a", "dtstart": "20260105T090000", "rrule": "FREQ=DAILY"}"#,
            r#"{"id": "b", "dtstart": "20260105T090000", "rrule": "FREQ=DAILY", "limit": 18446744073709551615}"#,
            r#"{"id": "c", "dtstart": "20260105T090000", "rrule": "FREQ=DAILY", "limit": -1}"#,
            r#"{"id": "d", "dtstart": "20260105T090000", "tzid": "Mars/Olympus", "rrule": "FREQ=DAILY", "limit": 1}"#,
            r#"{"id": "e", "dtstart": "20261305T090000", "rrule": "FREQ=DAILY", "limit": 1}"#,
            r#"{"id": "f", "dtstart": "20260105", "value": "DATE-TIME", "rrule": "FREQ=DAILY", "limit": 1}"#,
            r#"{"id": "g", "dtstart": "20260105", "rrule": "FREQ=OFTEN", "limit": 1}"#,
            r#"{"id": "h", "dtstart": "20260105", "rrule": "FREQ=DAILY", "window_start": "20270101T000000Z", "window_end": "20260101T000000Z"}"#,
            r#"{"id": "i", "dtstart": "20000101T000000", "rrule": "FREQ=SECONDLY;COUNT=4000000000;BYHOUR=0,1,2,3", "window_start": "20400101T000000Z", "window_end": "20400102T000000Z"}"#,
            "",
            good,
        ];
        let given = answers(&lines.join("\n"));
        assert_eq!(given.len(), lines.len() - 1);
        for answer in &given[..given.len() - 1] {
            assert!(answer["error"].is_string(), "{answer}");
        }
        assert_eq!(
            given.last(),
            Some(&serde_json::json!({"id": 7, "instances": ["2026-01-05", "2026-01-06"], "complete": false}))
        );
    }

    #[test]
    fn a_line_that_is_no_text_is_an_error_and_the_next_is_answered() {
        let mut lines = b"\xff\xfe\n".to_vec();
        lines.extend(
            br#"{"id": 1, "dtstart": "20260105T090000Z", "rrule": "FREQ=DAILY;COUNT=1", "limit": 5}"#,
        );
        let mut out = Vec::new();
        answer_lines(lines.as_slice(), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.lines().next().unwrap().contains("error"), "{text}");
        assert!(text.contains(r#"{"id":1,"instances":["2026-01-05T09:00:00Z"],"complete":true}"#), "{text}");
    }
}
