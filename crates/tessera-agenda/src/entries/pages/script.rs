//! What the script of the calendar is told: whose clock, what can be made, and every word it says.

use super::super::filter::STATUSES;
use super::super::{kinds, sources};
use jiff::civil::Date;
use serde_json::{Map, Value, json};
use tessera_web::cx::Cx;
use tessera_web::words::{Words, key};

/// Words without a variable, under the names that the script has for them.
const WORDS: &[(&str, &str)] = &[
    ("allDay", key("events-all-day")),
    ("none", key("entries-none")),
    ("private", key("events-only-invited")),
    ("repeats", key("events-repeats")),
    ("undo", key("button-undo")),
    ("undone", key("entries-undone")),
    ("save", key("button-save")),
    ("cancel", key("button-cancel")),
    ("close", key("button-close")),
    ("offline", key("entries-offline")),
    ("failed", key("entries-failed")),
    ("refreshed", key("entries-refreshed")),
    ("pull", key("entries-pull")),
    ("scope", key("repeat-scope")),
    ("scopeThis", key("repeat-scope-this")),
    ("scopeFollowing", key("repeat-scope-following")),
    ("scopeAll", key("repeat-scope-all")),
    ("create", key("events-create")),
    ("created", key("entries-created")),
    ("createdUnseen", key("entries-created-unseen")),
    ("more", key("entries-quick-more")),
    ("title", key("events-title")),
    ("day", key("events-start-date")),
    ("kind", key("events-kind")),
    ("begins", key("events-start-time")),
    ("ends", key("events-end-time")),
    ("wholeDays", key("events-whole-days")),
];

/// Words with one, written as `{name}` for the script to fill in.
const FILLED: &[(&str, &str, &[&str])] = &[
    ("moved", key("entries-moved"), &["title", "when"]),
    ("moreThatDay", key("entries-more-that-day"), &["count"]),
    ("newOn", key("entries-new-on"), &["day"]),
    ("goTo", key("entries-go-to"), &["day"]),
];

/// As JSON, in an attribute of the page.
pub fn config(cx: &Cx, words: &Words, date: Date) -> Value {
    let mut said = Map::new();
    for (name, key) in WORDS {
        said.insert((*name).to_owned(), words.t(key).into());
    }
    for (name, key, variables) in FILLED {
        let marks: Vec<String> = variables.iter().map(|v| format!("{{{v}}}")).collect();
        let args: Vec<_> = variables.iter().zip(&marks).map(|(v, mark)| (*v, mark.as_str().into())).collect();
        said.insert((*name).to_owned(), words.args(key, &args).into());
    }
    let is_member = cx.member().is_ok();
    let makes: Vec<Value> = sources(&cx.app)
        .filter(|_| is_member)
        .filter_map(|source| source.makes.map(|makes| (source, makes)))
        .flat_map(|(source, makes)| {
            source.kinds.iter().map(move |kind| (kind, makes)).map(|(kind, makes)| {
                json!({ "kind": kind.code, "label": words.t(kind.word), "api": makes.api, "page": makes.page })
            })
        })
        .collect();
    let labels: Map<String, Value> =
        kinds(&cx.app).map(|kind| (kind.code.to_owned(), words.t(kind.word).into())).collect();
    let statuses: Map<String, Value> =
        STATUSES.iter().map(|(code, word)| ((*code).to_owned(), words.t(word).into())).collect();
    json!({
        "locale": words.lang(), "zone": cx.community.timezone, "date": date.to_string(), "makes": makes,
        "kinds": labels, "statuses": statuses, "words": said,
    })
}
