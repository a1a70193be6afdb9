//! Calendars of the shapes that other programs write, read and written back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use jiff::tz::TimeZone;
use proptest::prelude::*;
use tessera_calendar::{
    Zone,
    ical::{
        Calendar, CalendarHead, CalendarText, Class, EventTime, Geo, Limits, Method, ReadError, Status,
        TimeSpan, VEvent, generate_vtimezone, laws::reading_and_writing_agree,
    },
};

const FIXTURES: &[(&str, &[u8])] = &[
    ("office", include_bytes!("fixtures/office.ics")),
    ("series", include_bytes!("fixtures/series.ics")),
    ("holidays", include_bytes!("fixtures/holidays.ics")),
    ("broken", include_bytes!("fixtures/broken.ics")),
    ("old", include_bytes!("fixtures/old.ics")),
    ("folds", include_bytes!("fixtures/folds.ics")),
];

fn read(bytes: &[u8]) -> Calendar {
    Calendar::read(bytes, &Limits::default()).unwrap()
}

fn fixture(name: &str) -> Calendar {
    read(FIXTURES.iter().find(|(n, _)| *n == name).unwrap().1)
}

fn event(calendar: &Calendar, at: usize) -> &VEvent {
    &calendar.events[at].event
}

fn one(lines: &str) -> VEvent {
    let calendar = read(format!("BEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\n").as_bytes());
    assert_eq!(calendar.skipped, []);
    event(&calendar, 0).clone()
}

fn reason(lines: &str) -> String {
    let calendar = read(format!("BEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\n").as_bytes());
    assert_eq!(calendar.events.len(), 0);
    let reason = &calendar.skipped[0].reason;
    format!("{} {}", reason.code(), reason.subject().unwrap_or_default()).trim().to_owned()
}

#[test]
fn every_fixture_comes_back_the_same() {
    for (name, bytes) in FIXTURES {
        reading_and_writing_agree(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn zones_of_office_programs_become_iana_zones() {
    let calendar = fixture("office");
    let zone = |at: usize| event(&calendar, at).start().zone().unwrap().name().to_owned();
    assert_eq!(
        (zone(0), zone(1), zone(2)),
        ("Europe/Amsterdam".into(), "America/New_York".into(), "Europe/Berlin".into())
    );
    assert_eq!(calendar.name().as_deref(), Some("Club house"));
    let text = event(&calendar, 0).to_string();
    assert!(text.contains("EXDATE;TZID=Europe/Amsterdam:20260422T090000,20260429T090000\r\n"), "{text}");
    assert!(text.contains("SUMMARY;LANGUAGE=en-gb:Spring Rally\r\n"), "{text}");
}

#[test]
fn a_zone_that_nobody_knows_is_reported_with_its_line_and_name() {
    let calendar = fixture("office");
    let [skipped] = calendar.skipped.as_slice() else { panic!("{:?}", calendar.skipped) };
    assert_eq!(
        (skipped.component.as_str(), skipped.uid.as_deref(), skipped.line),
        ("VEVENT", Some("office-4"), 62)
    );
    assert_eq!((skipped.reason.code(), skipped.reason.subject()), ("unknown_zone", Some("Our own time")));
}

#[test]
fn a_series_keeps_its_rules_overrides_and_alarms() {
    let calendar = fixture("series");
    let series = event(&calendar, 0);
    assert_eq!(
        series.recurrence().map(|p| p.name.as_str()).collect::<Vec<_>>(),
        ["RRULE", "RDATE", "RDATE", "EXDATE"]
    );
    assert_eq!(series.start().zone().unwrap().name(), "America/Los_Angeles");
    assert_eq!(series.categories(), ["Music", "Singing, loud", "Weekly"]);
    assert_eq!(series.component().components[0].name, "VALARM");
    let keys: Vec<_> = (1..3).map(|i| event(&calendar, i).recurrence_id().unwrap()).collect();
    assert_eq!((keys[0].key().as_str(), keys[0].this_and_future), ("20260204T030000Z", false));
    assert_eq!((keys[1].key().as_str(), keys[1].this_and_future), ("20260902T020000Z", true));
    assert_eq!(event(&calendar, 2).status(), Some(Status::Cancelled));
    let codes: Vec<_> = calendar.skipped.iter().map(|s| (s.component.as_str(), s.reason.code())).collect();
    assert_eq!(codes, [("VTODO", "unsupported")]);
}

#[test]
fn whole_days_end_where_the_standard_says() {
    let calendar = fixture("holidays");
    let days: Vec<_> = calendar
        .events
        .iter()
        .map(|e| format!("{} {}", e.event.start().to_value(), e.event.end().to_value()))
        .collect();
    assert_eq!(days, ["20261224 20261227", "20261206 20261207", "20261208 20261209", "20261209 20261210"]);
}

#[test]
fn what_is_broken_is_left_out_whole_and_the_rest_is_read() {
    let calendar = fixture("broken");
    assert_eq!(calendar.events.iter().map(|e| e.event.uid()).collect::<Vec<_>>(), ["good-1", "good-2"]);
    let skipped: Vec<_> =
        calendar.skipped.iter().map(|s| (s.line, s.uid.as_deref().unwrap_or("-"), s.reason.code())).collect();
    assert_eq!(
        skipped,
        [
            (1, "-", "unterminated"),
            (9, "no-start", "missing_start"),
            (13, "-", "missing_uid"),
            (17, "bad-date", "invalid_property"),
            (21, "backwards", "ends_before_start"),
            (26, "mixed", "mixed_times"),
            (35, "unfolded", "malformed_line"),
            (37, "twice", "duplicate_property"),
            (42, "forgot-to-end", "unterminated"),
            (53, "alarm-without-end", "unterminated"),
            (56, "negative", "invalid_property"),
            (64, "cut-off", "malformed_line"),
        ]
    );
}

#[test]
fn old_programs_with_other_capitals_and_charsets_are_understood() {
    let calendar = fixture("old");
    assert_eq!(event(&calendar, 0).summary(), Some("Caffè da Ted"));
    assert_eq!(event(&calendar, 0).organizer().unwrap().parameter("CN"), Some("Müller"));
    assert!(event(&calendar, 0).start().is_date());
}

#[test]
fn folds_inside_characters_and_escapes_are_undone() {
    let calendar = fixture("folds");
    assert_eq!(event(&calendar, 0).summary(), Some("caffè e € 5"));
    assert_eq!(event(&calendar, 0).description(), Some("two\nlines, a ;semicolon"));
}

#[test]
fn a_file_that_is_no_calendar_is_refused() {
    for bytes in [
        &b""[..],
        b"hello",
        b"\xFF\xD8\xFF\xE0\0\x10JFIF",
        b"<!DOCTYPE html>\n<p>BEGIN:VCALENDAR",
        b"BEGIN:VCARD\nFN:Ana\nEND:VCARD\n",
    ] {
        assert_eq!(Calendar::read(bytes, &Limits::default()), Err(ReadError::NotACalendar), "{bytes:?}");
    }
    let old = b"BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n";
    assert_eq!(Calendar::read(old, &Limits::default()), Err(ReadError::VCalendar1));
}

#[test]
fn limits_refuse_files_and_skip_components() {
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:X\n".repeat(100_000));
    assert_eq!(
        Calendar::read(deep.as_bytes(), &Limits::default()),
        Err(ReadError::TooDeep { limit: 8, line: 9 })
    );
    let small = Limits { bytes: 200, components: 3, properties: 3, line_bytes: 60, ..Limits::default() };
    assert_eq!(Calendar::read(&[b'\n'; 201], &small), Err(ReadError::TooLarge { limit_bytes: 200 }));
    let many = "BEGIN:VEVENT\nEND:VEVENT\n".repeat(4);
    assert_eq!(Calendar::read(many.as_bytes(), &small), Err(ReadError::TooManyComponents { limit: 3 }));
    let long = format!(
        "BEGIN:VEVENT\nUID:1\nDTSTART:20260101\nX:{}\nEND:VEVENT\nBEGIN:VEVENT\nA:1\nB:1\nC:1\nD:1\nEND:VEVENT\n",
        "x".repeat(60)
    );
    let calendar = Calendar::read(long.as_bytes(), &small).unwrap();
    assert_eq!(
        calendar.skipped.iter().map(|s| (s.line, s.reason.code())).collect::<Vec<_>>(),
        [(4, "line_too_long"), (10, "too_many_properties")]
    );
}

#[test]
fn the_three_forms_of_a_time_are_told_apart() {
    assert!(matches!(one("DTSTART:20260415T090000").start(), EventTime::Floating(_)));
    assert!(matches!(one("DTSTART:20260415T090000Z").start(), EventTime::Utc(_)));
    assert!(matches!(one("DTSTART;TZID=Europe/Rome:20260415T090000").start(), EventTime::Zoned(..)));
    assert!(matches!(one("DTSTART;TZID=UTC:20260415T090000").start(), EventTime::Utc(_)));
    assert!(matches!(one("DTSTART;TZID=Mars/Olympus:20260415T090000Z").start(), EventTime::Utc(_)));
}

#[test]
fn a_duration_gives_the_end() {
    let event = one("DTSTART;TZID=Europe/Rome:20260328T120000\nDURATION:P1D");
    assert_eq!(event.end(), one("DTSTART;TZID=Europe/Rome:20260329T120000").start());
    assert_eq!(reason("DTSTART:20260415T090000Z\nDURATION:tomorrow"), "invalid_property DURATION");
}

#[test]
fn every_reason_names_what_it_is_about() {
    assert_eq!(reason("DTSTART;TZID=Mars/Olympus:20260415T090000"), "unknown_zone Mars/Olympus");
    assert_eq!(reason("DTSTART:20260415T090000\nDTEND:20260415T100000Z"), "mixed_times");
    assert_eq!(reason("DTSTART:20260415\nEXDATE;TZID=Nowhere:20260415T090000"), "unknown_zone Nowhere");
    assert_eq!(reason("DTSTART:20260415\nEND:VALARM"), "stray_end");
    assert_eq!(reason("DTSTART:20260415\nRECURRENCE-ID:often"), "invalid_property RECURRENCE-ID");
}

#[test]
fn lists_of_days_are_written_as_such() {
    let event = one(
        "DTSTART:20141210\nRDATE:20131210Z\nEXDATE;TZID=Europe/Rome:20151210,20161210\nRDATE:20141210T100000Z",
    );
    let lists: String = event.recurrence().map(ToString::to_string).collect();
    assert_eq!(
        lists,
        "RDATE;VALUE=DATE:20131210\r\nEXDATE;VALUE=DATE:20151210,20161210\r\nRDATE:20141210T100000Z\r\n"
    );
}

#[test]
fn what_is_set_is_written_and_nothing_else_changes() {
    let mut event = one(
        "DTSTART:20260415T090000Z\nSUMMARY;LANGUAGE=it:Giro\nX-KEEP;A=\"b:c\":1\nDURATION:PT1H\nATTENDEE:mailto:a@example.org",
    );
    event.set_summary(Some("Giro"));
    assert!(event.to_string().contains("SUMMARY;LANGUAGE=it:Giro\r\n"));
    event.set_summary(Some("Tour; long, with\nlines"));
    event.set_geo(Some(Geo { latitude: 45.0715, longitude: 7.6858 }));
    event.set_class(Class::Confidential);
    event.set_status(Some(Status::Tentative));
    event.set_categories(&["a,b".to_owned(), "c".to_owned()]);
    event.set_sequence(4);
    let rome = Zone::parse("Europe/Rome").unwrap();
    event.set_times(
        EventTime::parse_in("20260415T110000", &rome).unwrap(),
        EventTime::parse_in("20260415T123000", &rome),
    );
    let text = event.to_string();
    assert!(
        text.contains("SUMMARY:Tour\\; long\\, with\\nlines\r\n")
            && text.contains("X-KEEP;A=\"b:c\":1\r\n")
            && text.contains("ATTENDEE:mailto:a@example.org\r\n")
    );
    assert!(!text.contains("DURATION"));
    assert_eq!(event, event_of(&read(text.as_bytes())));
}

fn event_of(calendar: &Calendar) -> VEvent {
    event(calendar, 0).clone()
}

#[test]
fn the_head_says_what_programs_look_for() {
    let head = CalendarHead {
        product: "-//Tessera//EN".into(),
        name: Some("Torino, club".into()),
        method: Some(Method::Publish),
        refresh_minutes: Some(60),
        zone: Zone::parse("Europe/Rome"),
        ..CalendarHead::default()
    };
    let text = CalendarText::whole(&head, []);
    assert_eq!(
        text,
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Tessera//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nNAME:Torino\\, club\r\n\
         X-WR-CALNAME:Torino\\, club\r\nREFRESH-INTERVAL;VALUE=DURATION:PT60M\r\nX-PUBLISHED-TTL:PT60M\r\nX-WR-TIMEZONE:Europe/Rome\r\nEND:VCALENDAR\r\n"
    );
    assert_eq!(read(text.as_bytes()).name().as_deref(), Some("Torino, club"));
}

#[test]
fn a_generated_zone_is_recognised_by_its_offsets_alone() {
    for name in [
        "Europe/Rome",
        "America/New_York",
        "Asia/Tokyo",
        "Australia/Sydney",
        "Africa/Casablanca",
        "America/Sao_Paulo",
        "Asia/Kolkata",
        "Pacific/Auckland",
    ] {
        let zone = Zone::parse(name).unwrap();
        let definition =
            generate_vtimezone(&zone, TimeSpan { first_year: 2015, last_year: 2027 }).to_string();
        let foreign = definition
            .replace(&format!("TZID:{name}"), "TZID:Clock of ours")
            .replace(&format!("X-LIC-LOCATION:{name}\r\n"), "");
        let events: String = [2016, 2026]
            .map(|year| format!("BEGIN:VEVENT\r\nUID:{year}\r\nDTSTART;TZID=Clock of ours:{year}0710T120000\r\nEND:VEVENT\r\n"))
            .concat();
        let calendar = read(format!("BEGIN:VCALENDAR\r\n{foreign}{events}END:VCALENDAR\r\n").as_bytes());
        assert_eq!(calendar.skipped, [], "{definition}");
        let found = event(&calendar, 0).start().zone().unwrap().clone();
        assert_eq!(found, zone, "{definition}");
    }
}

#[test]
fn a_generated_zone_follows_a_rule_where_the_clock_does() {
    let text = generate_vtimezone(&Zone::parse("Europe/Rome").unwrap(), TimeSpan::year(2026)).to_string();
    assert_eq!(
        text,
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Rome\r\nX-LIC-LOCATION:Europe/Rome\r\nBEGIN:STANDARD\r\nDTSTART:20251026T030000\r\nTZOFFSETFROM:+0200\r\n\
         TZOFFSETTO:+0100\r\nTZNAME:CET\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\n\
         TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
    );
}

/// Lines as files have them, valid and not, in any order.
fn lines() -> impl Strategy<Value = String> {
    let word = "[A-Za-z0-9:;,=\"\\\\ .+è€\u{1F600}\t-]{0,90}";
    let time = prop_oneof![
        "[0-9]{8}",
        "20[0-9]{2}(0[1-9]|1[0-2])[0-2][1-8]T[0-2][0-9][0-5][0-9][0-5][0-9]Z?",
        "19970714T170000"
    ];
    let zone = prop_oneof![
        Just(""),
        Just(";TZID=Europe/Rome"),
        Just(";TZID=\"W. Europe Standard Time\""),
        Just(";TZID=Odd"),
        Just(";VALUE=DATE"),
        Just(";TZID=UTC")
    ];
    prop_oneof![
        4 => (prop_oneof![Just("DTSTART"), Just("DTEND"), Just("RECURRENCE-ID"), Just("EXDATE"), Just("RDATE"), Just("DTSTAMP"), Just("LAST-MODIFIED")], zone, time)
            .prop_map(|(name, zone, time)| format!("{name}{zone}:{time}")),
        3 => ("(BEGIN|END)", "(VEVENT|VALARM|VTIMEZONE|VCALENDAR|X-A)").prop_map(|(edge, name)| format!("{edge}:{name}")),
        2 => Just("BEGIN:VEVENT".to_owned()),
        2 => Just("END:VEVENT".to_owned()),
        2 => "UID:[a-z0-9è]{0,4}",
        2 => ("(SUMMARY|DESCRIPTION|X-ODD|CATEGORIES|GEO|STATUS|SEQUENCE|DURATION)", "(;[A-Z-]{1,5}(=[\"a-z,: ]{0,8})?)?", word).prop_map(|(n, p, v)| format!("{n}{p}:{v}")),
        1 => Just("X;ENCODING=QUOTED-PRINTABLE:a=3D=".to_owned()),
        1 => word.prop_map(|w: String| w),
        1 => " [a-z ]{0,5}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_are_read_and_written_without_loss(lines in prop::collection::vec(lines(), 0..40), end in prop_oneof![Just("\r\n"), Just("\n"), Just("\r")]) {
        reading_and_writing_agree(lines.join(end).as_bytes()).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let framed = [b"BEGIN:VEVENT\nUID:1\nDTSTART:20260101\nX:".as_slice(), &bytes, b"\nEND:VEVENT\n"].concat();
        for bytes in [&bytes, &framed] {
            reading_and_writing_agree(bytes).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn any_text_survives_escaping_and_folding(summary in "[^\\p{Cc}]{0,200}", description in "\\PC{0,300}") {
        let mut event = VEvent::new("1", EventTime::parse("20260101").unwrap(), "2026-01-01T00:00:00Z".parse().unwrap());
        event.set_summary(Some(&summary));
        event.set_description(Some(&description));
        let calendar = read(CalendarText::whole(&CalendarHead::default(), [&event]).as_bytes());
        prop_assert_eq!(&calendar.events[0].event, &event);
    }

    #[test]
    fn every_zone_of_the_database_can_be_written(at in any::<prop::sample::Index>(), year in 1950_i16..2060) {
        let names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
        let Some(zone) = Zone::parse(&names[at.index(names.len())]) else { return Ok(()) };
        let text = generate_vtimezone(&zone, TimeSpan::year(year)).to_string();
        prop_assert!(text.contains("BEGIN:STANDARD") || text.contains("BEGIN:DAYLIGHT"), "{}", text);
        let noon = TimeZone::UTC.to_timestamp(jiff::civil::date(year, 6, 15).at(12, 0, 0, 0)).unwrap();
        let offset = zone.time_zone().to_offset(noon).seconds();
        let written = format!("TZOFFSETTO:{}{:02}{:02}", if offset < 0 { '-' } else { '+' }, offset.abs() / 3600, offset.abs() / 60 % 60);
        prop_assert!(text.contains(&written), "{} {}", written, text);
    }
}
