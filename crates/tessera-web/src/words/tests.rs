use super::*;
use jiff::civil::{date, datetime};
use jiff::tz::TimeZone;
use tessera_core::Instant;

fn words(locale: Locale) -> Words {
    static CATALOGUE: std::sync::OnceLock<Arc<Catalogue>> = std::sync::OnceLock::new();
    Words::new(Arc::clone(CATALOGUE.get_or_init(|| Arc::new(Catalogue::build([]).unwrap()))), locale)
}

/// One expectation for each language, in the order of [`Locale::ALL`].
fn in_all_languages(say: impl Fn(&Words) -> String, expected: [&str; 5]) {
    let said: Vec<String> = Locale::ALL.into_iter().map(|l| say(&words(l))).collect();
    assert_eq!(said, expected);
}

#[test]
fn a_long_date_is_written_as_each_language_writes_it() {
    in_all_languages(
        |w| w.long_date(date(2026, 4, 15)),
        [
            "Wednesday 15 April 2026",
            "mercoledì 15 aprile 2026",
            "mercredi 15 avril 2026",
            "miércoles 15 de abril de 2026",
            "Mittwoch, 15. April 2026",
        ],
    );
}

#[test]
fn a_year_is_left_out_only_where_it_is_this_one() {
    in_all_languages(
        |w| w.day(date(2026, 4, 15), Year::ShownUnless(2026)),
        [
            "Wednesday 15 April",
            "mercoledì 15 aprile",
            "mercredi 15 avril",
            "miércoles 15 de abril",
            "Mittwoch, 15. April",
        ],
    );
    let w = words(Locale::En);
    assert_eq!(w.day(date(2027, 4, 15), Year::ShownUnless(2026)), "Thursday 15 April 2027");
}

#[test]
fn shorter_forms_of_a_date() {
    let day = date(2026, 9, 3);
    in_all_languages(
        |w| w.date(day),
        [
            "3 September 2026",
            "3 settembre 2026",
            "3 septembre 2026",
            "3 de septiembre de 2026",
            "3. September 2026",
        ],
    );
    in_all_languages(
        |w| w.month_and_year(day),
        ["September 2026", "settembre 2026", "septembre 2026", "septiembre de 2026", "September 2026"],
    );
    in_all_languages(
        |w| w.short_date(day),
        ["3 Sept 2026", "3 set 2026", "3 sept. 2026", "3 sept 2026", "03.09.2026"],
    );
}

#[test]
fn a_leaf_shows_short_names_without_full_stops() {
    in_all_languages(
        |w| {
            let leaf = w.leaf(date(2026, 4, 15));
            format!("{} {} {}", leaf.weekday, leaf.day, leaf.month)
        },
        ["Wed 15 Apr", "mer 15 apr", "mer 15 avr", "mié 15 abr", "Mi 15 Apr"],
    );
}

#[test]
fn the_week_begins_on_monday() {
    let names = words(Locale::It).weekdays();
    assert_eq!(names.len(), 7);
    assert_eq!(names.first().unwrap(), &("lunedì".to_owned(), "lun".to_owned()));
    assert_eq!(words(Locale::De).weekday(jiff::civil::Weekday::Sunday), "Sonntag");
}

#[test]
fn hours_of_one_day_are_a_range_of_times() {
    let span = Span::Timed {
        start: datetime(2026, 4, 15, 9, 0, 0, 0),
        end: Some(datetime(2026, 4, 15, 18, 0, 0, 0)),
    };
    in_all_languages(
        |w| w.span(&span, Year::ShownUnless(2026)),
        [
            "Wednesday 15 April, 9:00–18:00",
            "mercoledì 15 aprile, 9:00–18:00",
            "mercredi 15 avril, 09:00–18:00",
            "miércoles 15 de abril, 9:00–18:00",
            "Mittwoch, 15. April, 09:00–18:00 Uhr",
        ],
    );
    in_all_languages(
        |w| w.span_times(&span).unwrap(),
        ["9:00–18:00", "9:00–18:00", "09:00–18:00", "9:00–18:00", "09:00–18:00 Uhr"],
    );
}

#[test]
fn an_end_at_midnight_belongs_to_the_day_before() {
    let w = words(Locale::En);
    let span = Span::Timed {
        start: datetime(2026, 4, 15, 20, 30, 0, 0),
        end: Some(datetime(2026, 4, 16, 0, 0, 0, 0)),
    };
    assert_eq!(w.span(&span, Year::Shown), "Wednesday 15 April 2026, 20:30–24:00");
}

#[test]
fn an_event_without_an_end_shows_when_it_begins() {
    let span = |end| Span::Timed { start: datetime(2026, 4, 15, 9, 0, 0, 0), end };
    let w = words(Locale::It);
    assert_eq!(w.span(&span(None), Year::Shown), "mercoledì 15 aprile 2026, 9:00");
    assert_eq!(
        w.span(&span(Some(datetime(2026, 4, 15, 9, 0, 0, 0))), Year::Shown),
        "mercoledì 15 aprile 2026, 9:00"
    );
}

#[test]
fn hours_over_several_days_name_both_days() {
    let span =
        Span::Timed { start: datetime(2026, 5, 1, 9, 0, 0, 0), end: Some(datetime(2026, 5, 3, 18, 0, 0, 0)) };
    in_all_languages(
        |w| w.span(&span, Year::ShownUnless(2026)),
        [
            "Friday 1 May, 9:00 – Sunday 3 May, 18:00",
            "venerdì 1 maggio, 9:00 – domenica 3 maggio, 18:00",
            "vendredi 1 mai, 09:00 – dimanche 3 mai, 18:00",
            "viernes 1 de mayo, 9:00 – domingo 3 de mayo, 18:00",
            "Freitag, 1. Mai, 09:00 Uhr – Sonntag, 3. Mai, 18:00 Uhr",
        ],
    );
}

#[test]
fn whole_days_show_their_last_day_inclusive() {
    let days = |first, end| Span::AllDay { first, end };
    let three = days(date(2026, 5, 1), date(2026, 5, 4));
    in_all_languages(
        |w| w.span(&three, Year::Shown),
        ["1–3 May 2026", "1–3 maggio 2026", "1–3 mai 2026", "1–3 de mayo de 2026", "1.–3. Mai 2026"],
    );
    in_all_languages(
        |w| w.span(&three, Year::ShownUnless(2026)),
        ["1–3 May", "1–3 maggio", "1–3 mai", "1–3 de mayo", "1.–3. Mai"],
    );
    let w = words(Locale::En);
    assert_eq!(w.span(&days(date(2026, 5, 1), date(2026, 5, 2)), Year::Shown), "Friday 1 May 2026");
    assert_eq!(w.span(&days(date(2026, 5, 1), date(2026, 5, 1)), Year::Shown), "Friday 1 May 2026");
    assert_eq!(w.span(&days(date(2026, 4, 30), date(2026, 5, 3)), Year::Shown), "30 April – 2 May 2026");
    assert_eq!(w.span(&three, Year::Shown), "1–3 May 2026");
    assert!(w.span_times(&three).is_none());
}

#[test]
fn a_turn_of_the_year_shows_both_years() {
    let w = words(Locale::De);
    let days = Span::AllDay { first: date(2026, 12, 30), end: date(2027, 1, 3) };
    assert_eq!(w.span(&days, Year::ShownUnless(2026)), "30. Dezember 2026 – 2. Januar 2027");
    let hours = Span::Timed {
        start: datetime(2026, 12, 31, 22, 0, 0, 0),
        end: Some(datetime(2027, 1, 1, 2, 0, 0, 0)),
    };
    let text = words(Locale::En).span(&hours, Year::ShownUnless(2026));
    assert_eq!(text, "Thursday 31 December 2026, 22:00 – Friday 1 January 2027, 2:00");
}

#[test]
fn a_zone_is_named_by_its_city_only_where_the_clock_differs() {
    in_all_languages(
        |w| w.zone("Europe/Rome"),
        ["Rome time", "ora di Roma", "heure : Rome", "hora de Roma", "Ortszeit Rom"],
    );
    let w = words(Locale::It);
    assert_eq!(w.zone("America/New_York"), "ora di New York");
    assert_eq!(w.zone("Asia/Calcutta"), w.zone("Asia/Kolkata"));
    let start = datetime(2026, 4, 15, 9, 0, 0, 0).in_tz("Europe/Rome").unwrap();
    let zone = |name| TimeZone::get(name).unwrap();
    assert_eq!(w.zone_unless_same(&start, &zone("Europe/Paris")), None);
    assert_eq!(w.zone_unless_same(&start, &zone("Europe/London")).as_deref(), Some("ora di Roma"));
    assert_eq!(w.zone("UTC"), "UTC");
    assert_eq!(w.zone("Etc/GMT+3"), "Etc/GMT+3");
}

#[test]
fn relative_times_use_the_plural_of_the_language() {
    let now: Instant = "2026-04-15T12:00:00Z".parse().unwrap();
    let later = |seconds| now.plus(jiff::SignedDuration::from_secs(seconds));
    in_all_languages(
        |w| w.relative(later(-7200), now),
        ["2 hours ago", "2 ore fa", "il y a 2 heures", "hace 2 horas", "vor 2 Stunden"],
    );
    in_all_languages(
        |w| w.relative(later(864_000), now),
        ["in 10 days", "fra 10 giorni", "dans 10 jours", "dentro de 10 días", "in 10 Tagen"],
    );
    let w = words(Locale::En);
    assert_eq!(w.relative(later(20), now), "just now");
    assert_eq!(w.relative(later(60), now), "in 1 minute");
    assert_eq!(w.relative(later(-3600), now), "1 hour ago");
    assert_eq!(w.relative(later(-90_000), now), "1 day ago");
    assert_eq!(w.relative(later(86_400 * 90), now), "in 3 months");
    assert_eq!(w.relative(later(-86_400 * 800), now), "2 years ago");
}

#[test]
fn near_days_have_names() {
    let today = date(2026, 4, 15);
    let w = words(Locale::It);
    assert_eq!(w.relative_day(today, today), "oggi");
    assert_eq!(w.relative_day(date(2026, 4, 16), today), "domani");
    assert_eq!(w.relative_day(date(2026, 4, 14), today), "ieri");
    assert_eq!(w.relative_day(date(2026, 4, 25), today), "fra 10 giorni");
}

#[test]
fn an_instant_is_written_in_the_readers_zone() {
    let instant: Instant = "2026-04-15T22:30:00Z".parse().unwrap();
    let rome = TimeZone::get("Europe/Rome").unwrap();
    assert_eq!(words(Locale::En).date_time(instant, &rome), "16 April 2026, 0:30");
    assert_eq!(words(Locale::De).date_time(instant, &rome), "16. April 2026, 00:30 Uhr");
}

#[test]
fn numbers_and_lists_follow_the_language() {
    in_all_languages(
        |w| w.number(1_234_567),
        ["1,234,567", "1.234.567", "1\u{202f}234\u{202f}567", "1.234.567", "1.234.567"],
    );
    in_all_languages(|w| w.decimal(0.1 + 0.2, 2), ["0.3", "0,3", "0,3", "0,3", "0,3"]);
    in_all_languages(
        |w| w.list(&["Ana", "Bo", "Cleo"]),
        ["Ana, Bo and Cleo", "Ana, Bo e Cleo", "Ana, Bo et Cleo", "Ana, Bo y Cleo", "Ana, Bo und Cleo"],
    );
    assert_eq!(words(Locale::It).list_or(&["a", "b"]), "a o b");
    assert_eq!(words(Locale::It).list::<&str>(&[]), "");
    // Numbers inside of texts too.
    assert_eq!(words(Locale::It).t1("dates-in-days", ("count", 12_345)), "fra 12.345 giorni");
}

#[test]
fn the_ends_of_the_calendar_do_not_panic() {
    let w = words(Locale::Fr);
    assert!(!w.long_date(jiff::civil::Date::MIN).is_empty());
    assert!(w.long_date(jiff::civil::Date::MAX).contains("9999"));
    let all = Span::AllDay { first: jiff::civil::Date::MIN, end: jiff::civil::Date::MIN };
    assert!(!w.span(&all, Year::Shown).is_empty());
    assert!(!w.relative(Instant::MIN, Instant::from_microseconds(i64::MAX)).is_empty());
}

#[test]
fn two_slices_may_not_claim_one_key() {
    let files: Locales = &[(Locale::En, "dates-today = again")];
    let error = Catalogue::build([("other", files)]).unwrap_err();
    assert_eq!(error.to_string(), "the key dates-today (en) is claimed by both tessera-web and other");
}

#[test]
fn a_file_that_does_not_parse_is_refused_by_name() {
    let files: Locales = &[(Locale::It, "a key without a value\n")];
    let error = Catalogue::build([("events", files)]).unwrap_err();
    assert!(error.to_string().starts_with("events/locales/it.ftl does not parse"), "{error}");
}

#[test]
fn a_missing_text_falls_back_to_english_and_is_noted_once() {
    let files: Locales = &[(Locale::En, "other-only = Only in English\nother-hello = Hello { $name }")];
    let catalogue = Arc::new(Catalogue::build([("other", files)]).unwrap());
    let w = Words::new(Arc::clone(&catalogue), Locale::De);
    assert_eq!(w.t("other-only"), "Only in English");
    assert_eq!(w.t1("other-hello", ("name", "Ana")), "Hello Ana");
    assert!(catalogue.missed().is_empty());
    assert_eq!(w.t("other-nowhere"), "…");
    assert_eq!(w.t("other-nowhere"), "…");
    // Its variable is not given: no braces on a page.
    assert_eq!(w.t("other-hello"), "…");
    assert_eq!(catalogue.missed(), ["other-hello", "other-nowhere"]);
}

#[test]
fn values_are_not_marked_for_direction_and_not_escaped() {
    let files: Locales = &[(Locale::En, "other-hello = Hello { $name }")];
    let catalogue = Arc::new(Catalogue::build([("other", files)]).unwrap());
    let w = Words::new(catalogue, Locale::En);
    assert_eq!(w.t1("other-hello", ("name", &String::from("<b>שרה</b>"))), "Hello <b>שרה</b>");
}

#[test]
fn a_script_is_given_the_texts_it_asks_for() {
    let catalogue = Catalogue::build([]).unwrap();
    let texts = catalogue.texts(Locale::It, "dates-t");
    assert_eq!(
        texts.into_iter().collect::<Vec<_>>(),
        [("dates-today", "oggi"), ("dates-tomorrow", "domani")]
    );
}

#[test]
fn capital_letters_at_the_head_of_a_line() {
    assert_eq!(capitalised("mercoledì 15"), "Mercoledì 15");
    assert_eq!(capitalised("été"), "Été");
    assert_eq!(capitalised(""), "");
}
