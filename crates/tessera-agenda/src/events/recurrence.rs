//! The rule of a series as written: looked at for its form and bounded in size, kept to the letter. Nothing is
//! computed from it.

use super::asked_times::Moment;
use super::input::{Faults, RecurrenceFields};
use super::model::Recurrence;
use super::series;
use tessera_web::refusal::FieldError;

const RULE_MAX_CHARS: usize = 500;
const MOST_DATES: usize = 1_000;

/// RFC 5545 §3.3.10.
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
const FREQUENCIES: [&str; 7] = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

/// None: it says nothing.
pub fn check(fields: RecurrenceFields, faults: &mut Faults) -> Option<Recurrence> {
    let rrule = fields.rrule.map(|r| r.trim().to_owned()).filter(|r| !r.is_empty());
    if let Some(rule) = &rrule {
        if rule.len() > RULE_MAX_CHARS {
            faults.add(FieldError::new("recurrence.rrule", "too_long").with("max", RULE_MAX_CHARS));
        } else if !series::rules_of(rule).all(|rule| is_rule(&rule)) {
            faults.add(FieldError::new("recurrence.rrule", "bad_rrule"));
        }
    }
    for (field, dates) in [("recurrence.exdates", &fields.exdates), ("recurrence.rdates", &fields.rdates)] {
        if dates.len() > MOST_DATES {
            faults.add(FieldError::new(field, "out_of_range").with("min", 0).with("max", MOST_DATES));
        } else if !dates.iter().all(|d| is_date(d)) {
            faults.add(FieldError::new(field, "bad_datetime"));
        }
    }
    let says_nothing = rrule.is_none() && fields.exdates.is_empty() && fields.rdates.is_empty();
    (!says_nothing).then_some(Recurrence { rrule, exdates: fields.exdates, rdates: fields.rdates })
}

fn is_rule(rule: &str) -> bool {
    let mut seen: Vec<String> = Vec::new();
    for part in rule.split(';') {
        let Some((name, value)) = part.split_once('=') else { return false };
        let name = name.to_ascii_uppercase();
        let known = PARTS.contains(&name.as_str()) || name.starts_with("X-");
        if !known || value.is_empty() || seen.contains(&name) || !fits(&name, value) {
            return false;
        }
        seen.push(name);
    }
    let has = |name: &str| seen.iter().any(|s| s == name);
    has("FREQ") && !(has("COUNT") && has("UNTIL"))
}

fn fits(name: &str, value: &str) -> bool {
    match name {
        "FREQ" => FREQUENCIES.iter().any(|f| f.eq_ignore_ascii_case(value)),
        "COUNT" | "INTERVAL" => value.parse::<u32>().is_ok_and(|n| n > 0),
        "UNTIL" => tessera_calendar::ical::EventTime::parse(value).is_some(),
        _ => value.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-,".contains(&b)),
    }
}

/// As in JSON, or as in iCalendar.
fn is_date(text: &str) -> bool {
    Moment::parse(text).is_some()
        || (text.len() <= 64 && tessera_calendar::ical::EventTime::parse(text).is_some())
}

#[cfg(test)]
mod tests {
    use super::is_rule;

    #[test]
    fn rules_are_known_by_their_form() {
        for rule in
            ["FREQ=WEEKLY;BYDAY=WE", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=10", "freq=daily;until=20261231T225959Z"]
        {
            assert!(is_rule(rule), "{rule}");
        }
        for rule in [
            "",
            "WEEKLY",
            "FREQ=OFTEN",
            "BYDAY=WE",
            "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;FREQ=DAILY",
            "FREQ=DAILY;COUNT=1;UNTIL=20261231",
            "FREQ=DAILY;BYDAY=<b>",
            "FREQ=DAILY;COLOUR=RED",
        ] {
            assert!(!is_rule(rule), "{rule}");
        }
    }
}
