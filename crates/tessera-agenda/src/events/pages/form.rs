//! The form of an event: its fields as they are typed, to the fields of a request and back.

use super::super::input::{EventFields, LocationFields};
use super::super::kinds;
use super::super::model::{Content, Event, Kind, Priority, Visibility};
use super::super::times::When;
use super::repeat;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};
use tessera_web::ui::Form;
use tessera_web::words::key;

/// What is typed, of an event as it is.
pub fn filled(event: &Event, community: &TimeZone) -> Form {
    let place = &event.location;
    let text = |t: &Option<String>| t.clone().unwrap_or_default();
    let number = |n: Option<f64>| n.map(|n| n.to_string()).unwrap_or_default();
    let mut form = Form::new()
        .with("title", &event.title)
        .with("kind", event.kind.code())
        .with("category", text(&event.category))
        .with("description", &event.description.source)
        .with("venue", text(&place.venue))
        .with("room", text(&place.room))
        .with("address", text(&place.address))
        .with("lat", number(place.lat))
        .with("lon", number(place.lon))
        .with("visibility", event.visibility.code())
        .with("capacity", event.capacity.map(|c| c.to_string()).unwrap_or_default())
        .with("priority", event.priority.map(Priority::code).unwrap_or_default())
        .with("image_url", text(&event.image_url))
        .with("version", event.version.to_string());
    for name in kinds::NAMES {
        form = form.with(name, kinds::text(&event.details, name));
    }
    if let Some(due) = event.due_at {
        let due = due.timestamp().to_zoned(event.when.time_zone(community));
        form =
            form.with("due_date", due.date().to_string()).with("due_time", due.strftime("%H:%M").to_string());
    }
    for (name, value) in times_of(&event.when) {
        form = form.with(name, value);
    }
    repeat::filled(form, event, community)
}

fn times_of(when: &When) -> Vec<(&'static str, String)> {
    let mut typed = match when {
        When::AllDay { first, .. } => {
            let last = when.last_day();
            let end = if last > *first { last.to_string() } else { String::new() };
            vec![("all_day", "yes".to_owned()), ("start_date", first.to_string()), ("end_date", end)]
        }
        When::Zoned { start, end, .. } | When::Floating { start, end } => {
            let time = |t: &jiff::civil::DateTime| t.strftime("%H:%M").to_string();
            let mut typed = vec![("start_date", start.date().to_string()), ("start_time", time(start))];
            if let Some(end) = end {
                typed.push(("end_time", time(end)));
                if end.date() != start.date() {
                    typed.push(("end_date", end.date().to_string()));
                }
            }
            typed
        }
    };
    typed.push(("timezone", when.zone().map(|z| z.name().to_owned()).unwrap_or_default()));
    typed
}

/// What a new event's form begins with: the day asked for, the community's zone.
pub fn empty(cx: &Cx, day: Option<Date>, kind: Kind, visibility: Option<Visibility>) -> Form {
    let usual = if kind == Kind::Task { Visibility::Private } else { Visibility::Public };
    let visibility = visibility.unwrap_or(usual);
    Form::new()
        .with("kind", kind.code())
        .with("start_date", day.map(|d| d.to_string()).unwrap_or_default())
        .with("timezone", &cx.community.timezone)
        .with("visibility", visibility.code())
}

/// The request that a form makes. What a form cannot show (other details, added dates) stays as
/// it is.
pub fn fields_of(form: &Form, state: Option<&str>, was: Option<&Content>) -> EventFields {
    let given = |name: &str| {
        let value = form.value(name).trim();
        Some((!value.is_empty()).then(|| value.to_owned()))
    };
    let is_all_day = form.has("all_day", "yes");
    let (starts_at, ends_at) = times(form, is_all_day);
    let kind = Kind::parse(form.value("kind").trim()).unwrap_or(Kind::Event);
    let details = was.map_or(serde_json::Value::Null, |was| was.details.clone());
    let number = |name: &str| form.value(name).trim().replace(',', ".").parse::<f64>().ok();
    let timezone = form.value("timezone").trim();
    EventFields {
        kind: given("kind").filter(Option::is_some),
        category: given("category"),
        title: given("title"),
        description: Some(Some(form.value("description").to_owned())),
        starts_at: Some(starts_at),
        ends_at: Some(ends_at),
        timezone: Some((!timezone.is_empty() && !is_all_day).then(|| timezone.to_owned())),
        all_day: Some(Some(is_all_day)),
        location: Some(Some(LocationFields {
            venue: given("venue"),
            room: given("room"),
            address: given("address"),
            lat: Some(number("lat")),
            lon: Some(number("lon")),
        })),
        visibility: given("visibility").filter(Option::is_some),
        priority: given("priority"),
        due_at: Some(due(form)),
        details: Some(Some(kinds::filled(&details, kind, |name| form.value(name)))),
        capacity: Some(form.value("capacity").trim().parse().ok()),
        image_url: given("image_url"),
        recurrence: repeat::fields(form, was.and_then(|was| was.recurrence.as_ref())),
        state: state.map(|s| Some(s.to_owned())),
        ..EventFields::default()
    }
}

/// The day and time something is due; only a day: until it is over.
fn due(form: &Form) -> Option<String> {
    let (date, time) = (form.value("due_date").trim(), form.value("due_time").trim());
    match (date.is_empty(), time.is_empty()) {
        (true, _) => None,
        (false, true) => Some(format!("{date}T23:59")),
        (false, false) => Some(format!("{date}T{time}")),
    }
}

/// Start and end as the request has them; an end without a day is on the first, the last of whole days counts.
fn times(form: &Form, is_all_day: bool) -> (Option<String>, Option<String>) {
    let text = |name: &str| form.value(name).trim().to_owned();
    let (start_date, end_date) = (text("start_date"), text("end_date"));
    let some = |t: String| (!t.is_empty()).then_some(t);
    if is_all_day {
        let end = match end_date.parse::<Date>().map(|d| d.tomorrow().unwrap_or(d)) {
            Ok(after) => after.to_string(),
            Err(_) => end_date,
        };
        return (some(start_date), some(end));
    }
    let join =
        |date: &str, time: String| if time.is_empty() { date.to_owned() } else { format!("{date}T{time}") };
    let end_time = text("end_time");
    let end = match (end_date.is_empty(), end_time.is_empty()) {
        (true, true) => None,
        (true, false) => some(join(&start_date, end_time)),
        (false, _) => some(join(&end_date, end_time)),
    };
    (some(join(&start_date, text("start_time"))), end)
}

/// What a form can tell before a request is made of it: numbers that are none, a zone that was taken out (an event
/// that floats is read from files, not typed).
pub fn typed_wrong(form: &Form, may_float: bool) -> Vec<FieldError> {
    let mut faults = Vec::new();
    if form.value("timezone").trim().is_empty() && !form.has("all_day", "yes") && !may_float {
        faults.push(FieldError::new("timezone", "required"));
    }
    for name in ["lat", "lon"] {
        let value = form.value(name).trim().replace(',', ".");
        if !value.is_empty() && value.parse::<f64>().is_err() {
            faults.push(FieldError::new(name, "bad_number"));
        }
    }
    let capacity = form.value("capacity").trim();
    if !capacity.is_empty() && capacity.parse::<i64>().is_err() {
        faults.push(FieldError::new("capacity", "bad_number"));
    }
    faults.extend(repeat::typed_wrong(form));
    faults
}

/// The fields of a refusal under the names that the form has for them.
pub fn at_fields_of_form(error: Error, form: &Form) -> Error {
    let Error::Refused(mut refusal) = error else { return error };
    for fault in &mut refusal.fields {
        let is_same_day = form.value("end_date").is_empty() && !form.has("all_day", "yes");
        let is_time = fault.code == "time_missing";
        fault.field = match fault.field.as_str() {
            "starts_at" if is_time => "start_time",
            "starts_at" => "start_date",
            "ends_at" if is_time || is_same_day => "end_time",
            "ends_at" => "end_date",
            "location.venue" => "venue",
            "location.room" => "room",
            "location.address" => "address",
            "location.lat" => "lat",
            "location.lon" => "lon",
            "image_url" => "picture",
            "due_at" => "due_date",
            other if other.starts_with("details.") => other.strip_prefix("details.").unwrap_or(other),
            other => repeat::field_of(other, form).unwrap_or(other),
        }
        .to_owned();
    }
    Error::Refused(refusal)
}

/// Both sorts of faults in one refusal.
pub fn with_typed(error: Option<Error>, typed: Vec<FieldError>) -> Option<Error> {
    match error {
        None if typed.is_empty() => None,
        None => Some(Refusal::invalid(typed).into()),
        Some(Error::Refused(mut refusal)) if refusal.status == 422 => {
            refusal.fields.extend(typed);
            Some(Error::Refused(refusal))
        }
        other => other,
    }
}

pub fn priority_key(priority: Priority) -> &'static str {
    match priority {
        Priority::Low => key("events-priority-low"),
        Priority::Medium => key("events-priority-medium"),
        Priority::High => key("events-priority-high"),
        Priority::Urgent => key("events-priority-urgent"),
    }
}
