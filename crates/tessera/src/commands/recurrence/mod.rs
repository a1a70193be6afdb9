//! `recurrence`: the dates of a rule and what it says, for people; or many cases, a line each, for programs.
//!
//! Promises: needs no configuration and touches no data. The dates are those that the rule and the added dates give:
//! a start that is none of them is said to be, not added, as an event would do it.

mod cases;
mod series;

use crate::cli::RecurrenceArgs;
use crate::failure::Failure;
use crate::{print, slices};
use series::{Asked, Outcome, Wrong};
use std::sync::Arc;
use tessera_agenda::events::Recurrence;
use tessera_agenda::events::series::summary;
use tessera_web::words::{Catalogue, Words};

const SHOWN: u64 = 10;

pub fn run(asked: &RecurrenceArgs) -> Result<(), Failure> {
    if asked.jsonl {
        return cases::answer_all(asked.file.as_deref());
    }
    let words = words(asked)?;
    let rule = asked.rule.as_deref().unwrap_or_default();
    let read = Asked {
        start: asked.start.as_deref().unwrap_or_default(),
        zone: asked.zone.as_deref(),
        is_days: None,
        rule,
        exdates: &asked.exdates,
        rdates: &asked.rdates,
        limit: asked.limit.or_else(|| (asked.from.is_none() && asked.to.is_none()).then_some(SHOWN)),
        from: asked.from.as_deref(),
        to: asked.to.as_deref(),
    };
    let rule_in_words = |outcome: &Outcome| {
        let recurrence = Recurrence { rrule: Some(rule.to_owned()), exdates: vec![], rdates: vec![] };
        summary(&words, Some(&recurrence), &outcome.when)
    };
    let outcome = series::expand(&read).map_err(wrong)?;
    if asked.output.json {
        return print::json(&serde_json::json!({
            "summary": rule_in_words(&outcome),
            "instances": outcome.instances,
            "complete": outcome.complete,
        }));
    }
    print::line(&rule_in_words(&outcome))?;
    let rows: Vec<_> = outcome
        .instances
        .iter()
        .zip(&outcome.days)
        .map(|(instance, day)| vec![words.long_date(*day), instance.clone()])
        .collect();
    for row in &rows {
        print::line(&format!("  {}", row.join("  ")))?;
    }
    if !outcome.starts_with_start {
        print::note(
            "The start itself is none of the rule's dates; an event that starts there has it as one more.",
        );
    }
    print::note(match (outcome.complete, rows.is_empty()) {
        (true, true) => "The rule gives no date.",
        (true, false) => "The series ends there.",
        (false, true) => "None here; the series has other dates.",
        (false, false) => "There are more.",
    });
    Ok(())
}

fn words(asked: &RecurrenceArgs) -> Result<Words, Failure> {
    let slices = slices::slices();
    let catalogue = Catalogue::build(slices.iter().map(|slice| (slice.name, slice.locales)))
        .map_err(|e| Failure::unforeseen(&e.into()))?;
    Ok(Words::new(Arc::new(catalogue), asked.locale))
}

fn wrong(wrong: Wrong) -> Failure {
    let remedy = match &wrong {
        Wrong::Rule(_) => {
            "Rules are written as in RFC 5545 §3.3.10, for instance FREQ=MONTHLY;BYDAY=2TU;COUNT=12."
        }
        Wrong::Zone(_) => "Zones have the names of the IANA database, for instance Europe/Rome.",
        Wrong::Time { .. } | Wrong::NoTime(_) | Wrong::Window => {
            "Times are written as 2026-01-05T20:00, days as 2026-01-05, moments as 2026-01-05T19:00:00Z."
        }
        Wrong::Limit | Wrong::NoLimit => "Ask for fewer dates, with --limit or with --from and --to.",
        Wrong::TooMuchWork => return Failure::new(wrong.to_string(), "Ask for a shorter window."),
    };
    Failure::wrong_use(wrong.to_string(), remedy)
}
