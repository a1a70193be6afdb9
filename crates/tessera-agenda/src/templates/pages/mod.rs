//! The pages of templates: the list, one with its tasks, one of these, and using it.

pub mod apply;
pub mod edit;
pub mod item;
pub mod list;

pub use apply::PANEL;

use super::model::{Assignee, Item, MOST_DAYS};
use crate::events::Priority;
use tessera_web::refusal::FieldError;
use tessera_web::ui::{Choice, Form};
use tessera_web::words::{Words, key};

fn assignee_key(assignee: Assignee) -> &'static str {
    match assignee {
        Assignee::Nobody => key("templates-assignee-nobody"),
        Assignee::Applier => key("templates-assignee-applier"),
        Assignee::EventOrganiser => key("templates-assignee-event-organiser"),
        Assignee::Staff => key("templates-assignee-staff"),
        Assignee::Promoter => key("templates-assignee-promoter"),
        Assignee::Organiser => key("templates-assignee-organiser"),
        Assignee::Admin => key("templates-assignee-admin"),
    }
}

fn assignees(words: &Words) -> Vec<Choice> {
    Assignee::ALL.into_iter().map(|a| Choice::new(a.code(), words.t(assignee_key(a)))).collect()
}

fn priorities(words: &Words) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", words.t("events-priority-none"))];
    choices.extend(
        Priority::ALL.iter().map(|p| Choice::new(p.code(), words.t(crate::events::priority_key(*p)))),
    );
    choices
}

/// "3 days before", "on the day", "2 days after".
fn offset(words: &Words, days: i64) -> String {
    match days {
        0 => words.t("templates-on-the-day").to_owned(),
        n if n < 0 => words.t1("templates-days-before", ("count", n.saturating_neg())),
        n => words.t1("templates-days-after", ("count", n)),
    }
}

/// What is typed, of an item as it is.
fn filled(item: &Item) -> Form {
    Form::new()
        .with("title", &item.title)
        .with("description", &item.description)
        .with("days", item.offset_days.unsigned_abs().to_string())
        .with("when", if item.offset_days < 0 { "before" } else { "after" })
        .with("time", item.time.clone().unwrap_or_default())
        .with("priority", item.priority.map(Priority::code).unwrap_or_default())
        .with("assignee", item.assignee.code())
}

/// The item that a form means.
fn typed(form: &Form) -> Result<Item, Vec<FieldError>> {
    let mut faults = Vec::new();
    let text = form.value("days").trim();
    let days = if text.is_empty() { Some(0) } else { text.parse::<i64>().ok() };
    let days = days.unwrap_or_else(|| {
        faults.push(FieldError::new("days", "bad_number"));
        0
    });
    if !(0..=MOST_DAYS).contains(&days) {
        faults.push(FieldError::new("days", "out_of_range").with("min", 0).with("max", MOST_DAYS));
    }
    let assignee = Assignee::parse(form.value("assignee")).unwrap_or_default();
    let priority = Priority::parse(form.value("priority"));
    let item = Item {
        title: form.value("title").to_owned(),
        description: form.value("description").to_owned(),
        offset_days: if form.has("when", "before") { days.saturating_neg() } else { days },
        time: Some(form.value("time").to_owned()).filter(|t| !t.trim().is_empty()),
        priority,
        assignee,
    };
    if faults.is_empty() { Ok(item) } else { Err(faults) }
}
