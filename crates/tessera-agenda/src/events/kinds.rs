//! What a kind adds to an event, under documented names in `details`: the type of a community event; an engagement's
//! stakeholder, contact and follow-up. Other names there are the caller's own and kept as they are.

use super::input::Faults;
use super::model::Kind;
use jiff::civil::Date;
use serde_json::{Map, Value};
use tessera_web::refusal::FieldError;
use tessera_web::words::{Words, Year, key};

pub const EVENT_TYPE: &str = "event_type";
pub const STAKEHOLDER: &str = "stakeholder";
pub const CONTACT: &str = "contact";
pub const FOLLOW_UP_ON: &str = "follow_up_on";
pub const FOLLOW_UP_NOTE: &str = "follow_up_note";

/// The names that kinds have in `details`.
pub const NAMES: [&str; 5] = [EVENT_TYPE, STAKEHOLDER, CONTACT, FOLLOW_UP_ON, FOLLOW_UP_NOTE];

const LINE_MAX_CHARS: usize = 255;
const NOTE_MAX_CHARS: usize = 2_000;

/// What a community event can be, with its words.
pub const EVENT_TYPES: [(&str, &str); 5] = [
    ("cultural", key("events-type-cultural")),
    ("religious", key("events-type-religious")),
    ("meeting", key("events-type-meeting")),
    ("training", key("events-type-training")),
    ("disaster", key("events-type-disaster")),
];

/// The names that this kind has.
pub fn names(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::CommunityEvent => &[EVENT_TYPE],
        Kind::Engagement => &[STAKEHOLDER, CONTACT, FOLLOW_UP_ON, FOLLOW_UP_NOTE],
        Kind::Event | Kind::Task => &[],
    }
}

/// Checks what the kind adds; nothing of it is needed. What is empty is taken out.
pub fn check(kind: Kind, details: Value, faults: &mut Faults) -> Value {
    let Value::Object(mut details) = details else { return details };
    for name in names(kind) {
        let Some(value) = details.remove(*name) else { continue };
        let field = format!("details.{name}");
        let text = match value {
            Value::Null => continue,
            Value::String(text) => text,
            _ => {
                faults.add(FieldError::new(field, "wrong_type"));
                continue;
            }
        };
        if let Some(text) = checked(name, &field, &text, faults) {
            details.insert((*name).to_owned(), text.into());
        }
    }
    Value::Object(details)
}

fn checked(name: &str, field: &str, text: &str, faults: &mut Faults) -> Option<String> {
    match name {
        EVENT_TYPE => {
            let text = text.trim();
            if !text.is_empty() && !EVENT_TYPES.iter().any(|(code, _)| *code == text) {
                faults.add(FieldError::new(field, "bad_choice"));
            }
            Some(text.to_owned()).filter(|t| !t.is_empty())
        }
        FOLLOW_UP_ON => {
            let text = text.trim();
            if !text.is_empty() && (text.len() != 10 || text.parse::<Date>().is_err()) {
                faults.add(FieldError::new(field, "bad_date"));
            }
            Some(text.to_owned()).filter(|t| !t.is_empty())
        }
        FOLLOW_UP_NOTE => {
            let text = text.replace("\r\n", "\n");
            let text: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
            faults.bound(field, text.trim(), NOTE_MAX_CHARS);
            Some(text.trim().to_owned()).filter(|t| !t.is_empty())
        }
        _ => faults.line(field, Some(text.to_owned()), LINE_MAX_CHARS),
    }
}

/// What of the details is searched.
pub fn searched(kind: Kind, details: &Value) -> String {
    let words: Vec<&str> = [STAKEHOLDER, CONTACT]
        .iter()
        .filter(|name| names(kind).contains(name))
        .filter_map(|name| details.get(name)?.as_str())
        .collect();
    words.join(" ")
}

/// One detail as text; empty where there is none.
pub fn text<'a>(details: &'a Value, name: &str) -> &'a str {
    details.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// What the kind adds, in words: label and value.
pub fn facts(words: &Words, kind: Kind, details: &Value) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    for name in names(kind) {
        let value = text(details, name);
        if value.is_empty() {
            continue;
        }
        let (label, value) = match *name {
            EVENT_TYPE => match EVENT_TYPES.iter().find(|(code, _)| *code == value) {
                Some((_, word)) => (key("events-type"), words.t(word).to_owned()),
                None => continue,
            },
            FOLLOW_UP_ON => match value.parse::<Date>() {
                Ok(day) => (key("events-follow-up-on"), words.day(day, Year::Shown)),
                Err(_) => continue,
            },
            STAKEHOLDER => (key("events-stakeholder"), value.to_owned()),
            CONTACT => (key("events-contact"), value.to_owned()),
            _ => (key("events-follow-up-note"), value.to_owned()),
        };
        facts.push((words.t(label).to_owned(), value));
    }
    facts
}

/// The details as they are, with what a form says of a kind in them.
pub fn filled<'a>(was: &Value, kind: Kind, value: impl Fn(&str) -> &'a str) -> Value {
    let mut details: Map<String, Value> = was.as_object().cloned().unwrap_or_default();
    details.retain(|name, _| !NAMES.contains(&name.as_str()));
    for name in names(kind) {
        let text = value(name).trim();
        if !text.is_empty() {
            details.insert((*name).to_owned(), text.into());
        }
    }
    Value::Object(details)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use serde_json::json;

    fn checked_as(kind: Kind, details: Value) -> Result<Value, Vec<(String, &'static str)>> {
        let mut faults = Faults::default();
        let details = check(kind, details, &mut faults);
        if faults.0.is_empty() {
            Ok(details)
        } else {
            Err(faults.0.into_iter().map(|f| (f.field, f.code)).collect())
        }
    }

    #[test]
    fn what_a_kind_adds_is_checked_and_the_rest_kept() {
        let details = json!({"stakeholder": " Town\nhall ", "contact": "", "follow_up_on": "2026-05-01", "metadata": {"a": 1}});
        assert_eq!(
            checked_as(Kind::Engagement, details.clone()).unwrap(),
            json!({"stakeholder": "Town hall", "follow_up_on": "2026-05-01", "metadata": {"a": 1}})
        );
        // Of another kind these names are the caller's own.
        assert_eq!(checked_as(Kind::Event, details.clone()).unwrap(), details);
        assert_eq!(
            checked_as(Kind::CommunityEvent, json!({"event_type": "training"})).unwrap()["event_type"],
            json!("training")
        );
    }

    #[test]
    fn what_does_not_fit_is_named_with_its_field() {
        let bad = json!({"stakeholder": "s".repeat(256), "contact": 7, "follow_up_on": "soon", "follow_up_note": "n".repeat(2001)});
        let faults = checked_as(Kind::Engagement, bad).unwrap_err();
        let named: Vec<(&str, &str)> = faults.iter().map(|(f, c)| (f.as_str(), *c)).collect();
        assert_eq!(
            named,
            [
                ("details.stakeholder", "too_long"),
                ("details.contact", "wrong_type"),
                ("details.follow_up_on", "bad_date"),
                ("details.follow_up_note", "too_long")
            ]
        );
        let faults = checked_as(Kind::CommunityEvent, json!({"event_type": "party"})).unwrap_err();
        assert_eq!(faults, [("details.event_type".to_owned(), "bad_choice")]);
    }

    #[test]
    fn a_form_says_only_what_its_kind_has() {
        let was = json!({"event_type": "meeting", "metadata": 1});
        let typed = |name: &str| if name == STAKEHOLDER { "Town hall" } else { "" };
        assert_eq!(filled(&was, Kind::Engagement, typed), json!({"stakeholder": "Town hall", "metadata": 1}));
        assert_eq!(filled(&was, Kind::Event, typed), json!({"metadata": 1}));
    }
}
