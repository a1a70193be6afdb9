//! Dates of series: as other engines and the standard give them, and as they must be for any rule.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use proptest::prelude::*;
use serde_json::Value;
use tessera_calendar::recurrence::{
    End, Last, Moment, NoSplit, Rule, Series, Start, TooMuchWork, When,
    laws::{dates_agree, series_agrees},
};

const CORPUS: &str = include_str!("fixtures/recurrence-public.jsonl");

fn local(text: &str) -> DateTime {
    let text = text.trim_end_matches('Z');
    match text.len() {
        8 => Date::strptime("%Y%m%d", text).unwrap().to_datetime(jiff::civil::Time::midnight()),
        _ => DateTime::strptime("%Y%m%dT%H%M%S", text).unwrap(),
    }
}

fn utc(text: &str) -> Timestamp {
    TimeZone::UTC.to_timestamp(local(text)).unwrap()
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

struct Case {
    id: String,
    series: Series,
    zone: Option<TimeZone>,
    json: Value,
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn case(json: Value) -> (String, Result<Case, String>) {
    let id = json["id"].as_str().unwrap().to_owned();
    let at = local(json["dtstart"].as_str().unwrap());
    let zone = json["tzid"].as_str().map(zone);
    let start = match (&zone, json["value"].as_str().unwrap()) {
        (_, "DATE") => Start::Date(at.date()),
        (None, _) => Start::Floating(at),
        (Some(zone), _) => Start::Zoned(at, zone.clone()),
    };
    let whens = |name: &str| -> Vec<When> {
        strings(&json[name]).iter().map(|text| When::Local(local(text))).collect()
    };
    let read =
        Rule::parse(json["rrule"].as_str().unwrap()).map_err(|error| error.to_string()).map(|rule| Case {
            id: id.clone(),
            series: Series::new(start, vec![rule], &whens("rdates"), &whens("exdates"), TimeZone::UTC),
            zone,
            json: json.clone(),
        });
    (id, read)
}

fn corpus() -> impl Iterator<Item = (String, Value)> {
    CORPUS.lines().map(|line| {
        let json: Value = serde_json::from_str(line).unwrap();
        (json["class"].as_str().unwrap().to_owned(), json)
    })
}

fn written(moment: &Moment, case: &Case) -> String {
    match &case.zone {
        _ if case.json["value"] == "DATE" => moment.local.strftime("%Y-%m-%d").to_string(),
        None => moment.local.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        Some(_) if case.json["tzid"] == "UTC" => moment.local.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        Some(zone) => moment.instant.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
    }
}

fn disagreement(case: &Case) -> Option<String> {
    let expected = strings(&case.json["expected"]);
    let ends = case.json["complete"] == true;
    let given = match case.json["limit"].as_u64() {
        Some(limit) => {
            let most = usize::try_from(limit).unwrap() + usize::from(ends);
            case.series.first(most).unwrap()
        }
        None => {
            let edge = |name: &str| utc(case.json[name].as_str().unwrap());
            let dates = case.series.between(edge("window_start"), edge("window_end"), 10_000).unwrap();
            assert!(dates.complete, "{}", case.id);
            dates.moments
        }
    };
    let given: Vec<_> = given.iter().map(|moment| written(moment, case)).collect();
    (given != expected).then(|| format!("{} {}\n {given:?}\n {expected:?}", case.id, case.json["rrule"]))
}

#[test]
fn every_case_that_other_engines_agree_on_is_agreed_with() {
    let mut wrong = Vec::new();
    let mut compared = 0;
    for (class, json) in corpus().filter(|(class, _)| !class.starts_with("robust")) {
        match case(json) {
            (_, Ok(case)) => wrong.extend(disagreement(&case)),
            (id, Err(error)) => wrong.push(format!("{class} {id}: {error}")),
        }
        compared += 1;
    }
    assert!(wrong.is_empty(), "{} of {compared}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared > 500);
}

#[test]
fn every_case_keeps_the_laws() {
    for (_, json) in corpus() {
        if let (id, Ok(case)) = case(json) {
            series_agrees(&case.series).unwrap_or_else(|broken| panic!("{id}: {broken}"));
        }
    }
}

#[test]
fn rules_outside_the_grammar_are_refused() {
    for (_, json) in corpus().filter(|(class, _)| class == "robust-invalid") {
        let (id, read) = case(json);
        assert!(read.is_err(), "{id}");
    }
}

#[test]
fn rules_that_never_give_a_date_end_within_the_work_allowed() {
    let invented = [
        "FREQ=DAILY;INTERVAL=7;BYDAY=WE",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4,6",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=YEARLY;INTERVAL=4294967295;BYMONTH=1;BYMONTHDAY=1",
        "FREQ=SECONDLY;INTERVAL=4294967295;BYSECOND=1;COUNT=4294967295",
        "FREQ=MINUTELY;INTERVAL=10080;BYDAY=SU",
        "FREQ=HOURLY;INTERVAL=7;BYDAY=MO,WE;BYHOUR=22;BYSECOND=29",
        "FREQ=MINUTELY;INTERVAL=420;BYDAY=TU;BYHOUR=8;BYMINUTE=3",
    ];
    let cases =
        corpus().filter(|(class, _)| class == "robust-never").map(|(_, json)| case(json).1.unwrap().series);
    let start = || Start::Zoned(local("20260105T090000"), zone("Europe/Rome"));
    let own =
        invented.map(|text| Series::new(start(), vec![Rule::parse(text).unwrap()], &[], &[], TimeZone::UTC));
    for series in cases.chain(own) {
        assert_eq!(series.first(1), Ok(vec![]), "{:?}", series.rules());
        assert_eq!(series.last(), Ok(Last::Never), "{:?}", series.rules());
    }
}

fn rome(start: &str, rules: &[&str]) -> Series {
    let rules = rules.iter().map(|text| Rule::parse(text).unwrap()).collect();
    Series::new(Start::Zoned(local(start), zone("Europe/Rome")), rules, &[], &[], TimeZone::UTC)
}

#[test]
fn a_rule_of_every_second_costs_no_more_than_what_is_asked_for() {
    let series = rome("20000101T000000", &["FREQ=SECONDLY"]);
    let dates = series.between(utc("20400101T000000"), utc("20500101T000000"), 3).unwrap();
    assert!(!dates.complete);
    assert_eq!(dates.moments.len(), 3);
    let dense = rome(
        "20000101T000000",
        &[
            "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30",
        ],
    );
    assert_eq!(dense.between(utc("29990101T000000"), utc("30000101T000000"), 5).unwrap().moments.len(), 5);
}

#[test]
fn what_would_take_too_much_work_is_said_to() {
    let counted = rome("20000101T000000", &["FREQ=SECONDLY;COUNT=4000000000;BYHOUR=0,1,2,3"]);
    assert_eq!(counted.between(utc("20400101T000000"), utc("20500101T000000"), 3), Err(TooMuchWork));
    assert_eq!(counted.last(), Err(TooMuchWork));
    let plain = rome("20000101T000000", &["FREQ=SECONDLY;COUNT=4000000000"]);
    assert!(matches!(plain.last(), Ok(Last::At(at)) if at.local.year() == 2126));
}

#[test]
fn a_known_end_gives_the_same_dates_without_counting() {
    let series = rome("20260101T090000", &["FREQ=MONTHLY;BYDAY=1MO,-1FR;COUNT=50"]);
    let Ok(Last::At(last)) = series.last() else { panic!("no end") };
    let known = series.clone().with_known_end(last);
    assert_eq!(known.first(60), series.first(60));
    let halves = known.split_at(series.first(60).unwrap()[20]).unwrap();
    assert_eq!(halves.after.unwrap().rules()[0].end(), End::Count(30));
    assert_eq!(series.first(60).unwrap().len(), 50);
}

#[test]
fn without_rules_a_series_is_its_start_and_its_added_dates() {
    let added =
        [When::Day(Date::constant(2026, 5, 2)), When::Instant("2026-05-01T07:00:00Z".parse().unwrap())];
    let series = Series::new(
        Start::Zoned(local("20260501T090000"), zone("Europe/Rome")),
        vec![],
        &added,
        &[],
        TimeZone::UTC,
    );
    let instants: Vec<_> = series.first(9).unwrap().iter().map(|moment| moment.instant.to_string()).collect();
    assert_eq!(instants, ["2026-05-01T07:00:00Z", "2026-05-02T07:00:00Z"]);
    assert!(matches!(series.last(), Ok(Last::At(at)) if at.local == local("20260502T090000")));
}

#[test]
fn a_day_can_be_excepted_whatever_time_is_on_it() {
    let rule = Rule::parse("FREQ=DAILY;COUNT=3").unwrap();
    let excepted = [When::Day(Date::constant(2026, 5, 3))];
    let series =
        Series::new(Start::Floating(local("20260501T090000")), vec![rule], &[], &excepted, TimeZone::UTC);
    assert_eq!(series.first(9).unwrap().len(), 2);
    assert!(matches!(series.last(), Ok(Last::At(at)) if at.local == local("20260502T090000")));
}

#[test]
fn a_numbered_week_takes_the_weekday_of_the_start_unless_the_rule_says_one() {
    let dates = rome("20260513T090000", &["FREQ=YEARLY;BYWEEKNO=20;COUNT=3"]).first(9).unwrap();
    let days: Vec<_> = dates.iter().map(|moment| moment.local.date().to_string()).collect();
    assert_eq!(days, ["2026-05-13", "2027-05-19", "2028-05-17"]);
}

#[test]
fn a_skipped_time_is_moved_by_the_gap_and_still_found_in_its_window() {
    let series = rome("20260301T023000", &["FREQ=DAILY"]);
    let dates = series.between(utc("20260329T010000"), utc("20260329T020000"), 9).unwrap();
    let [moment] = dates.moments.as_slice() else { panic!("{dates:?}") };
    assert_eq!((moment.local, moment.instant), (local("20260329T023000"), utc("20260329T013000")));
}

#[test]
fn several_rules_give_each_date_once_and_cannot_be_split() {
    let series = rome("20260105T090000", &["FREQ=WEEKLY;COUNT=4", "FREQ=DAILY;INTERVAL=14;COUNT=4"]);
    let dates = series.first(20).unwrap();
    assert_eq!(dates.len(), 6);
    assert!(matches!(series.split_at(dates[2]), Err(NoSplit::SeveralRules)));
}

#[test]
fn splitting_divides_the_count_and_keeps_step_and_exceptions() {
    let rule = Rule::parse("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=9").unwrap();
    let start = Start::Zoned(local("20260105T090000"), zone("Europe/Rome"));
    let (added, excepted) =
        ([When::Local(local("20260110T200000"))], [When::Local(local("20260119T090000"))]);
    let series = Series::new(start, vec![rule], &added, &excepted, TimeZone::UTC);
    let whole = series.first(20).unwrap();
    let split = series.split_at(whole[3]).unwrap();
    let (before, after) = (split.before.unwrap(), split.after.unwrap());
    assert_eq!((before.rules()[0].end(), after.rules()[0].end()), (End::Count(3), End::Count(6)));
    assert_eq!([before.first(20).unwrap(), after.first(20).unwrap()].concat(), whole);
}

#[test]
fn a_series_is_cut_whole_where_a_skipped_time_was_moved_past_the_last_date() {
    // 2:30 is skipped and stands for 3:30, which is after 3:06.
    let series = rome("20260328T154200", &["FREQ=MINUTELY;INTERVAL=36"]);
    let whole = series.first(30).unwrap();
    let cut = *whole.iter().find(|moment| moment.local == local("20260329T034200")).unwrap();
    let split = series.split_at(cut).unwrap();
    let before = split.before.unwrap().first(30).unwrap();
    let after = split.after.unwrap().first(30 - before.len()).unwrap();
    assert_eq!([before, after].concat(), whole);
}

/// Texts that are rules more often than not.
fn rule_text() -> impl Strategy<Value = String> {
    let list = |name: &'static str, low: i16, high: i16| {
        proptest::collection::vec(low..=high, 1..4).prop_map(move |list| {
            let list: Vec<_> =
                list.iter().filter(|n| low >= 0 || **n != 0).map(ToString::to_string).collect();
            if list.is_empty() { String::new() } else { format!(";{name}={}", list.join(",")) }
        })
    };
    let weekday = proptest::sample::select(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);
    let nth = prop_oneof![6 => Just(String::new()), 1 => (-5_i8..=-1).prop_map(|n| n.to_string()), 1 => (1_i8..=5).prop_map(|n| n.to_string())];
    let days = proptest::collection::vec((nth, weekday.clone()), 1..4).prop_map(|days| {
        let days: Vec<_> = days.iter().map(|(nth, day)| format!("{nth}{day}")).collect();
        format!(";BYDAY={}", days.join(","))
    });
    let part = prop_oneof![
        3 => days,
        1 => list("BYMONTH", 1, 12),
        1 => list("BYMONTHDAY", -31, 31),
        1 => list("BYYEARDAY", -366, 366),
        1 => list("BYWEEKNO", -53, 53),
        1 => list("BYHOUR", 0, 23),
        1 => list("BYMINUTE", 0, 59),
        1 => list("BYSECOND", 0, 60),
        1 => list("BYSETPOS", -4, 4),
        1 => weekday.prop_map(|day| format!(";WKST={day}")),
        2 => (1_u32..60).prop_map(|every| format!(";INTERVAL={every}")),
    ];
    let end = prop_oneof![
        3 => Just(String::new()),
        2 => (1_u32..60).prop_map(|count| format!(";COUNT={count}")),
        1 => (26_u32..40, 1_u32..=12).prop_map(|(year, month)| format!(";UNTIL=20{year}{month:02}15T003000Z")),
        1 => (26_u32..40, 1_u32..=12).prop_map(|(year, month)| format!(";UNTIL=20{year}{month:02}15")),
    ];
    let frequency = proptest::sample::select(vec![
        "SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY",
        "YEARLY",
    ]);
    (frequency, proptest::collection::vec(part, 0..4), end)
        .prop_map(|(frequency, parts, end)| format!("FREQ={frequency}{}{end}", parts.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn dates_are_in_order_once_and_the_same_however_they_are_asked_for(seed: u32, text in rule_text()) {
        prop_assert_eq!(dates_agree(seed, &text), Ok(()));
    }

    #[test]
    fn any_text_is_a_rule_or_an_error(seed: u32, text in "[A-Z0-9=;,+-]{0,60}|\\PC{0,40}") {
        prop_assert_eq!(dates_agree(seed, &text), Ok(()));
    }
}
