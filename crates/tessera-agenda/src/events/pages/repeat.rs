//! How an event repeats, on its form: what people need as choices, anything else as a rule; and the dates it would
//! have, shown while it is filled in.

use super::super::input::RecurrenceFields;
use super::super::model::{Event, Recurrence};
use super::super::series::{self, Occurrence};
use super::super::service;
use super::super::times::When;
use super::form::fields_of;
use askama::Template;
use axum::response::Response;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use tessera_calendar::Zone;
use tessera_calendar::recurrence::{End, NthWeekday, Rule, Shape, Until};
use tessera_web::body::Form as Posted;
use tessera_web::cx::Cx;
use tessera_web::page::show;
use tessera_web::refusal::{Error, FieldError};
use tessera_web::ui::{Choice, Form};
use tessera_web::words::{Words, Year, capitalised, key};

const PREVIEWED: usize = 6;

const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// As a rule writes it.
fn code(weekday: Weekday) -> String {
    NthWeekday { nth: None, weekday }.to_string()
}

/// What can be chosen.
pub fn choices(words: &Words) -> Vec<Choice> {
    [
        ("", key("repeat-never")),
        ("daily", key("repeat-daily")),
        ("weekly", key("repeat-weekly")),
        ("monthly_day", key("repeat-monthly-day")),
        ("monthly_weekday", key("repeat-monthly-weekday")),
        ("monthly_last", key("repeat-monthly-last")),
        ("yearly", key("repeat-yearly")),
        ("custom", key("repeat-custom")),
    ]
    .into_iter()
    .map(|(value, key)| Choice::new(value, words.t(key)))
    .collect()
}

pub fn weekdays(words: &Words) -> Vec<Choice> {
    DAYS.iter().map(|day| Choice::new(code(*day), capitalised(&words.weekday(*day)))).collect()
}

pub fn ends(words: &Words) -> Vec<Choice> {
    [
        ("never", key("repeat-ends-never")),
        ("until", key("repeat-ends-on")),
        ("count", key("repeat-ends-after")),
    ]
    .into_iter()
    .map(|(value, key)| Choice::new(value, words.t(key)))
    .collect()
}

/// The fields of a series as it is.
pub fn filled(form: Form, event: &Event, community: &TimeZone) -> Form {
    let mut form = form.with("repeat", "").with("every", "1").with("ends", "never");
    let Some(recurrence) = event.recurrence.as_ref().filter(|r| r.repeats()) else { return form };
    form = form.with("skip", skipped(recurrence, &event.when, community));
    let text = recurrence.rrule.clone().unwrap_or_default();
    let rule = Rule::parse(&text.trim().trim_end_matches(';').to_ascii_uppercase()).ok();
    let shape = rule.as_ref().map(|rule| rule.pattern().shape);
    let (repeat, every) = match (shape, recurrence.rdates.is_empty()) {
        (Some(Shape::Daily { every }), true) => ("daily", every),
        (Some(Shape::Weekly { every, weekdays }), true) => {
            form = form.with_all("weekdays", weekdays.iter().map(|day| code(*day)));
            ("weekly", every)
        }
        (Some(Shape::MonthlyByDay { every, days }), true)
            if days.is_empty() || days == [i16::from(event.when.first_day().day())] =>
        {
            ("monthly_day", every)
        }
        (Some(Shape::MonthlyByWeekday { every, nth, .. }), true) if nth > 0 => ("monthly_weekday", every),
        (Some(Shape::MonthlyByWeekday { every, nth: -1, .. }), true) => ("monthly_last", every),
        (Some(Shape::YearlyByDay { every, month: None, day: None }), true) => ("yearly", every),
        // A line of a form has no line ends, and a rule no blanks.
        _ => return form.with("repeat", "custom").with("rrule", text.replace('\n', " ")),
    };
    form = form.with("repeat", repeat).with("every", every.to_string());
    match rule.map(|rule| rule.end()) {
        Some(End::Count(count)) => form.with("ends", "count").with("count", count.to_string()),
        Some(End::Until(until)) => {
            let clock = event.when.time_zone(community);
            let day = match until {
                Until::Date(day) => day,
                Until::Local(at) => at.date(),
                Until::Utc(at) => {
                    TimeZone::UTC.to_timestamp(at).map_or(at.date(), |t| clock.to_datetime(t).date())
                }
            };
            form.with("ends", "until").with("until", day.to_string())
        }
        Some(End::Never) | None => form,
    }
}

fn skipped(recurrence: &Recurrence, when: &When, community: &TimeZone) -> String {
    let clock = when.time_zone(community);
    let day = |text: &String| {
        let instant = Occurrence::parse(text, when, community)?.instant(when, community)?;
        Some(clock.to_datetime(instant).date().to_string())
    };
    recurrence
        .exdates
        .iter()
        .map(|text| day(text).unwrap_or_else(|| text.clone()))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The rule that a form asks for; none where it does not speak of repeating.
pub fn fields(form: &Form, was: Option<&Recurrence>) -> Option<Option<RecurrenceFields>> {
    let repeat = form.value("repeat");
    if form.values("repeat").is_empty() {
        return None;
    }
    if repeat.is_empty() {
        return Some(None);
    }
    let start_time = form.value("start_time").trim();
    let is_all_day = form.has("all_day", "yes");
    let exdates =
        form.value("skip").split([',', ';', ' ', '\n']).map(str::trim).filter(|day| !day.is_empty());
    let exdates = exdates.map(|day| {
        if is_all_day || day.len() != 10 { day.to_owned() } else { format!("{day}T{start_time}") }
    });
    // Added dates come from files; a form has no place for them and leaves them.
    let rdates = was.filter(|_| repeat == "custom").map(|r| r.rdates.clone()).unwrap_or_default();
    let rrule = if repeat == "custom" {
        form.value("rrule").split_whitespace().collect::<Vec<_>>().join("\n")
    } else {
        rule(form, repeat)
    };
    Some(Some(RecurrenceFields { rrule: Some(rrule), exdates: exdates.collect(), rdates }))
}

/// What does not even make a rule, where the form would not let it through by itself.
pub fn typed_wrong(form: &Form) -> Vec<FieldError> {
    let number = |name: &'static str, max: u16| {
        let fits = form.value(name).trim().parse::<u16>().is_ok_and(|n| (1..=max).contains(&n));
        (!fits).then(|| FieldError::new(name, "out_of_range").with("min", 1).with("max", max))
    };
    let mut faults = Vec::new();
    match form.value("repeat") {
        "" => {}
        "custom" if form.value("rrule").trim().is_empty() => {
            faults.push(FieldError::new("rrule", "required"))
        }
        "custom" => {}
        _ => {
            if !form.value("every").trim().is_empty() {
                faults.extend(number("every", 999));
            }
            if form.has("ends", "count") {
                faults.extend(number("count", 9_999));
            }
            if form.has("ends", "until") && form.value("until").trim().parse::<Date>().is_err() {
                faults.push(FieldError::new("until", "bad_date"));
            }
        }
    }
    faults
}

fn rule(form: &Form, repeat: &str) -> String {
    let start = form.value("start_date").trim().parse::<Date>().ok();
    let by_weekday = |last: bool| {
        let day = start?;
        let nth = if last { -1 } else { (day.day() - 1) / 7 + 1 };
        Some(NthWeekday { nth: Some(i16::from(nth)), weekday: day.weekday() }.to_string())
    };
    let mut parts = vec![match repeat {
        "daily" => "FREQ=DAILY".to_owned(),
        "weekly" => {
            let days = form.values("weekdays").join(",");
            if days.is_empty() { "FREQ=WEEKLY".to_owned() } else { format!("FREQ=WEEKLY;BYDAY={days}") }
        }
        "monthly_weekday" | "monthly_last" => {
            let day = by_weekday(repeat == "monthly_last").unwrap_or_default();
            format!("FREQ=MONTHLY;BYDAY={day}")
        }
        "yearly" => "FREQ=YEARLY".to_owned(),
        _ => "FREQ=MONTHLY".to_owned(),
    }];
    let every = form.value("every").trim();
    if !every.is_empty() && every != "1" {
        parts.push(format!("INTERVAL={every}"));
    }
    match form.value("ends") {
        "count" => parts.push(format!("COUNT={}", form.value("count").trim())),
        "until" => parts.push(format!("UNTIL={}", until(form))),
        _ => {}
    }
    parts.join(";")
}

/// The end of the last day, as a rule has it: a date of whole days, else an instant.
fn until(form: &Form) -> String {
    let text = form.value("until").trim();
    let Ok(day) = text.parse::<Date>() else { return text.to_owned() };
    if form.has("all_day", "yes") {
        return Until::Date(day).to_string();
    }
    let zone = Zone::parse(form.value("timezone").trim()).unwrap_or_else(Zone::utc).time_zone();
    let end = day.to_datetime(Time::constant(23, 59, 59, 0));
    match zone.to_ambiguous_timestamp(end).compatible() {
        Ok(instant) => Until::Utc(TimeZone::UTC.to_datetime(instant)).to_string(),
        Err(_) => Until::Date(day).to_string(),
    }
}

/// Which field of the form a fault of the rule belongs to.
pub fn field_of(field: &str, form: &Form) -> Option<&'static str> {
    Some(match field {
        "recurrence.exdates" => "skip",
        "recurrence.rrule" if form.value("repeat") == "custom" => "rrule",
        "recurrence.rrule" if form.value("ends") == "count" => "count",
        "recurrence.rrule" if form.value("ends") == "until" => "until",
        "recurrence.rrule" | "recurrence.rdates" => "repeat",
        _ => return None,
    })
}

#[derive(Template)]
#[template(path = "events/pages/preview.html")]
struct Preview {
    rule: String,
    dates: Vec<String>,
    goes_on: bool,
}

/// `POST /events/preview`: the rule in words and its first dates, while the form is filled in.
pub async fn preview(cx: Cx, Posted(pairs): Posted<Vec<(String, String)>>) -> Result<Response, Error> {
    cx.member()?;
    let words = cx.words();
    let mut form = Form::from_pairs(pairs);
    if form.value("title").trim().is_empty() {
        form = form.with("title", "-");
    }
    let zone = cx.community.zone();
    let mut page = Preview { rule: String::new(), dates: Vec::new(), goes_on: false };
    // What does not fit yet is said when the form is sent.
    if let Ok(checked) = service::checked(&cx, fields_of(&form, None, None), None)
        && let Ok(Some(found)) = series::series_of(&checked.content, &zone)
    {
        let content = checked.content;
        let moments = found.first(PREVIEWED.saturating_add(1)).unwrap_or_default();
        page.goes_on = moments.len() > PREVIEWED;
        page.rule = series::summary(&words, content.recurrence.as_ref(), &content.when);
        let text = |m| capitalised(&words.span(&content.when.moved(m, &zone).span(&zone), Year::Shown));
        page.dates = moments.iter().take(PREVIEWED).map(text).collect();
    }
    show(&page)
}
