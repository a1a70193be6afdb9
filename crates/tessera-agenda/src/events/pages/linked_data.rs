//! An event for search engines, in the words of schema.org: a single one as an Event; a series as an EventSeries with
//! its rule as a Schedule, where a Schedule can say it, and its next dates as Events.

use super::super::json::{Frame, times};
use super::super::model::{Event, Status};
use super::super::series::{self, Dated};
use super::super::service::Seen;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};
use serde_json::{Map, Value, json};
use tessera_calendar::recurrence::{End, Frequency, Rule, Until};
use tessera_platform::db::Read;
use tessera_platform::markup;
use tessera_web::cx::Cx;
use tessera_web::refusal::Error;

/// Dates of a series that are told by themselves.
const NEXT: usize = 8;
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 400);

/// What stands in the page's script; `whole` is the series of which `seen` shows a date.
pub async fn json_ld(cx: &Cx, conn: &Read, seen: &Seen, whole: Option<&Event>) -> Result<String, Error> {
    let value = match whole {
        Some(whole) => of_series(cx, whole, series::dated(conn, whole.id).await?),
        None => of_one(cx, seen),
    };
    // Nothing in it may end the script that holds it.
    Ok(value.to_string().replace('<', "\\u003c"))
}

fn of_one(cx: &Cx, seen: &Seen) -> Value {
    let frame = Frame::of(cx);
    let e = frame.event(&seen.listed);
    let mut out = base(cx, seen, "Event", &e.url);
    out.insert("startDate".into(), e.starts_at.into());
    if let Some(end) = last_moment(seen, e.ends_at) {
        out.insert("endDate".into(), end.into());
    }
    context(out)
}

fn of_series(cx: &Cx, whole: &Event, overrides: Vec<Event>) -> Value {
    let zone = cx.community.zone();
    let url = cx.url(&whole.path());
    let mut out = base(cx, whole, "EventSeries", &url);
    let (start, _) = times(&whole.when, whole.starts_at, whole.ends_at, &zone);
    out.insert("startDate".into(), start.into());
    if let Some(schedule) = schedule(whole, &overrides, &zone) {
        out.insert("eventSchedule".into(), schedule);
    }
    let now = cx.now();
    let coming = series::window(whole, overrides, &zone, (now, now.plus(AHEAD)))
        .map_or(Vec::new(), |(dates, _)| dates);
    let is_public = |d: &&Dated| d.differs.as_ref().is_none_or(|e| e.is_public());
    let next: Vec<Value> =
        coming.iter().filter(is_public).take(NEXT).map(|d| of_date(cx, whole, d, &url, &zone)).collect();
    if !next.is_empty() {
        out.insert("subEvent".into(), next.into());
    }
    context(out)
}

fn of_date(cx: &Cx, whole: &Event, date: &Dated, series_url: &str, zone: &TimeZone) -> Value {
    let mut event = date.differs.as_deref().or(date.reached.as_deref()).unwrap_or(whole).clone();
    event.content.when = date.when.clone();
    let url = format!("{series_url}?occurrence={}", date.occurrence.key());
    let mut out = base(cx, &event, "Event", &url);
    let (start, end) = times(&date.when, date.starts_at, date.ends_at, zone);
    out.insert("startDate".into(), start.into());
    if let Some(end) = last_moment(&event, end) {
        out.insert("endDate".into(), end.into());
    }
    Value::Object(out)
}

fn context(mut out: Map<String, Value>) -> Value {
    out.insert("@context".into(), "https://schema.org".into());
    Value::Object(out)
}

/// What is said of an event whenever it is.
fn base(cx: &Cx, e: &Event, kind: &str, url: &str) -> Map<String, Value> {
    let mode = if e.status == Status::MovedOnline {
        "OnlineEventAttendanceMode"
    } else {
        "OfflineEventAttendanceMode"
    };
    let mut out = Map::new();
    let mut set = |name: &str, value: Value| {
        out.insert(name.to_owned(), value);
    };
    set("@type", kind.into());
    set("name", e.title.as_str().into());
    set("eventStatus", format!("https://schema.org/{}", e.status).into());
    set("eventAttendanceMode", format!("https://schema.org/{mode}").into());
    set("url", url.into());
    set("organizer", json!({"@type": "Organization", "name": cx.community.name, "url": cx.url("/")}));
    let text = markup::plain_text(&e.description.source);
    if !text.is_empty() {
        set("description", text.into());
    }
    if let Some(image) = &e.image_url {
        set("image", json!([if image.starts_with('/') { cx.url(image) } else { image.clone() }]));
    }
    let place = &e.location;
    if !place.is_empty() {
        let mut at = json!({"@type": "Place", "name": place.line(), "address": place.address.clone().unwrap_or_else(|| place.line())});
        if let (Some(at), Some(lat), Some(lon)) = (at.as_object_mut(), place.lat, place.lon) {
            at.insert("geo".into(), json!({"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}));
        }
        set("location", at);
    }
    out
}

/// schema.org's end of whole days is inclusive.
fn last_moment(e: &Event, end: Option<String>) -> Option<String> {
    if e.when.is_all_day() { Some(e.when.last_day().to_string()) } else { end }
}

/// The rule of a series. None: it says more than a Schedule can.
fn schedule(whole: &Event, overrides: &[Event], zone: &TimeZone) -> Option<Value> {
    let recurrence = whole.recurrence.as_ref()?;
    let computed = series::series_of(&whole.content, zone).ok()??;
    // Added dates, or a start that the rule does not give.
    let ([rule], true) = (computed.rules(), computed.added().is_empty()) else { return None };
    let start = whole.when.start_local();
    let mut out = pattern(rule, start.date().weekday(), start.date().day(), start.date().month())?;
    let clock = whole.when.time_zone(zone);
    out.insert("@type".into(), "Schedule".into());
    out.insert("startDate".into(), start.date().to_string().into());
    match rule.end() {
        End::Never => {}
        End::Count(count) => drop(out.insert("repeatCount".into(), count.into())),
        End::Until(until) => {
            let day = match until {
                Until::Date(day) => day,
                Until::Local(at) => at.date(),
                Until::Utc(at) => clock.to_datetime(TimeZone::UTC.to_timestamp(at).ok()?).date(),
            };
            out.insert("endDate".into(), day.to_string().into());
        }
    }
    if let Some(name) =
        whole.when.zone().map(|z| z.name().to_owned()).or_else(|| zone.iana_name().map(str::to_owned))
    {
        out.insert("scheduleTimezone".into(), name.into());
    }
    if !whole.when.is_all_day() {
        out.insert("startTime".into(), start.time().strftime("%H:%M:%S").to_string().into());
    }
    if whole.when.has_end() {
        let lasts = whole.ends_at.since(whole.starts_at);
        if !whole.when.is_all_day() {
            let end = clock.to_datetime(whole.ends_at.timestamp()).time();
            out.insert("endTime".into(), end.strftime("%H:%M:%S").to_string().into());
        }
        out.insert("duration".into(), duration(whole, lasts).into());
    }
    // Dates that differ are told by themselves.
    let named =
        recurrence.exdates.iter().filter_map(|text| series::Occurrence::parse(text, &whole.when, zone));
    let differing = overrides.iter().filter_map(|e| series::Occurrence::from_key(&e.recurrence_id));
    let except: Vec<Value> = named.chain(differing).map(|name| name.text(&whole.when, zone).into()).collect();
    if overrides.iter().any(|e| e.reaches_on) {
        return None;
    }
    if !except.is_empty() {
        out.insert("exceptDate".into(), except.into());
    }
    Some(Value::Object(out))
}

fn duration(whole: &Event, lasts: SignedDuration) -> String {
    let minutes = lasts.as_mins();
    let span = if whole.when.is_all_day() {
        whole
            .when
            .first_day()
            .until(whole.when.last_day())
            .unwrap_or_default()
            .checked_add(1.day())
            .unwrap_or_default()
    } else {
        jiff::Span::new().hours(minutes / 60).minutes(minutes % 60)
    };
    span.to_string()
}

/// How often and on which days, where that has words there.
fn pattern(rule: &Rule, weekday: Weekday, day: i8, month: i8) -> Option<Map<String, Value>> {
    let unsayable =
        [rule.seconds(), rule.minutes(), rule.hours(), rule.year_days(), rule.weeks(), rule.positions()];
    if unsayable.iter().any(|list| !list.is_empty()) || rule.month_days().iter().any(|d| *d < 0) {
        return None;
    }
    let is_numbered = rule.weekdays().iter().any(|d| d.nth.is_some());
    let unit = match rule.frequency() {
        Frequency::Daily => "D",
        // Which weeks are skipped hangs on where a week begins, of which a Schedule says nothing.
        Frequency::Weekly if rule.interval() > 1 && rule.week_start() != Weekday::Monday => return None,
        Frequency::Weekly => "W",
        Frequency::Monthly => "M",
        Frequency::Yearly if is_numbered && rule.months().is_empty() => return None,
        Frequency::Yearly => "Y",
        Frequency::Secondly | Frequency::Minutely | Frequency::Hourly => return None,
    };
    let mut out = Map::new();
    out.insert("repeatFrequency".into(), format!("P{}{unit}", rule.interval()).into());
    let says_day = !rule.weekdays().is_empty() || !rule.month_days().is_empty();
    if !rule.weekdays().is_empty() {
        let days: Vec<Value> = rule
            .weekdays()
            .iter()
            .map(|d| if is_numbered { d.to_string().into() } else { day_of_week(d.weekday).into() })
            .collect();
        out.insert("byDay".into(), days.into());
    } else if rule.frequency() == Frequency::Weekly {
        out.insert("byDay".into(), json!([day_of_week(weekday)]));
    }
    if !rule.month_days().is_empty() {
        out.insert("byMonthDay".into(), rule.month_days().into());
    } else if !says_day && matches!(rule.frequency(), Frequency::Monthly | Frequency::Yearly) {
        out.insert("byMonthDay".into(), json!([day]));
    }
    if !rule.months().is_empty() {
        out.insert("byMonth".into(), rule.months().into());
    } else if !says_day && rule.frequency() == Frequency::Yearly {
        out.insert("byMonth".into(), json!([month]));
    }
    Some(out)
}

fn day_of_week(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "https://schema.org/Monday",
        Weekday::Tuesday => "https://schema.org/Tuesday",
        Weekday::Wednesday => "https://schema.org/Wednesday",
        Weekday::Thursday => "https://schema.org/Thursday",
        Weekday::Friday => "https://schema.org/Friday",
        Weekday::Saturday => "https://schema.org/Saturday",
        Weekday::Sunday => "https://schema.org/Sunday",
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn said(rule: &str) -> Option<String> {
        let rule = Rule::parse(rule).unwrap();
        pattern(&rule, Weekday::Wednesday, 15, 4).map(|map| Value::Object(map).to_string())
    }

    #[test]
    fn what_a_schedule_has_words_for_is_said() {
        for (rule, expected) in [
            ("FREQ=DAILY;INTERVAL=3", r#"{"repeatFrequency":"P3D"}"#),
            ("FREQ=WEEKLY", r#"{"byDay":["https://schema.org/Wednesday"],"repeatFrequency":"P1W"}"#),
            (
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
                r#"{"byDay":["https://schema.org/Monday","https://schema.org/Friday"],"repeatFrequency":"P2W"}"#,
            ),
            ("FREQ=MONTHLY;BYDAY=2TU", r#"{"byDay":["2TU"],"repeatFrequency":"P1M"}"#),
            ("FREQ=MONTHLY", r#"{"byMonthDay":[15],"repeatFrequency":"P1M"}"#),
            ("FREQ=YEARLY", r#"{"byMonth":[4],"byMonthDay":[15],"repeatFrequency":"P1Y"}"#),
            (
                "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1",
                r#"{"byMonth":[5],"byMonthDay":[1],"repeatFrequency":"P1Y"}"#,
            ),
        ] {
            assert_eq!(said(rule).as_deref(), Some(expected), "{rule}");
        }
        for rule in [
            "FREQ=HOURLY;INTERVAL=6",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
            "FREQ=YEARLY;BYDAY=20MO",
            "FREQ=YEARLY;BYWEEKNO=20",
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO",
        ] {
            assert_eq!(said(rule), None, "{rule}");
        }
    }
}
