//! Stories of series on their pages: the form, a date, answering it; on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::testing::start;
use serde_json::Value;
use tessera_core::Role;
use tessera_testkit::{Actor, TestApp, TestResponse, both_engines};

type Fields<'a> = Vec<(&'a str, &'a str)>;

/// The form as it is sent, with these in place of what they name.
fn typed<'a>(more: &[(&'a str, &'a str)]) -> Fields<'a> {
    let mut all = vec![
        ("title", "Choir"),
        ("kind", "event"),
        ("start_date", "2026-04-08"),
        ("start_time", "20:00"),
        ("end_time", "22:00"),
        ("timezone", "Europe/Rome"),
        ("visibility", "public"),
        ("state", "published"),
        ("repeat", "weekly"),
        ("every", "1"),
        ("ends", "never"),
    ];
    all.retain(|(name, _)| !more.iter().any(|(n, _)| n == name));
    all.extend(more);
    all
}

async fn send(who: &Actor, path: &str, fields: &Fields<'_>) -> TestResponse {
    who.upload(path, "picture", "", "application/octet-stream", b"", fields).await
}

async fn dates(who: &Actor) -> Vec<String> {
    let list = who.get("/api/calendar?start=2026-04-01&end=2026-07-01").await.expect(200).json();
    let text =
        |e: &Value| format!("{} {}", &e["start"].as_str().unwrap()[5..16], e["title"].as_str().unwrap());
    list.as_array().unwrap().iter().map(text).collect()
}

both_engines! { start;
    async fn the_form_says_how_an_event_repeats(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let weekly = typed(&[("weekdays", "WE"), ("weekdays", "FR"), ("every", "2"), ("ends", "count"), ("count", "5"), ("skip", "2026-04-24")]);
        let made = send(&ana, "/events/new", &weekly).await.expect(303).location();
        let event = ana.get(&format!("/api{made}")).await.expect(200).json();
        assert_eq!(event["recurrence"]["rrule"], "FREQ=WEEKLY;BYDAY=WE,FR;INTERVAL=2;COUNT=5");
        assert_eq!(dates(&ana).await, ["04-08T20:00 Choir", "04-10T20:00 Choir", "04-22T20:00 Choir", "05-06T20:00 Choir"]);
        let page = app.visitor().get(&made).await.expect(200);
        let facts = page.select(".facts p b").join("|");
        assert!(facts.contains("Every second week on Wednesday and Friday, 5 times"), "{facts}");
        assert_eq!(page.select(".facts a[href*='occurrence=']").len(), 3, "the dates but the one shown");
        // What the form shows again is what was said, and sending it again changes nothing.
        let form = ana.get(&format!("{made}/edit")).await.expect(200);
        assert_eq!(form.attribute("#f-count", "value").as_deref(), Some("5"));
        assert_eq!(form.attribute("#f-skip", "value").as_deref(), Some("2026-04-24"));
        assert_eq!(form.attribute("select[name=repeat] option[selected]", "value").as_deref(), Some("weekly"));
        let again = [weekly.clone(), vec![("version", "1")]].concat();
        send(&ana, &format!("{made}/edit"), &again).await.expect(303);
        let same = ana.get(&format!("/api{made}")).await.expect(200).json();
        assert_eq!(same["recurrence"], event["recurrence"]);
        // Every first Wednesday is not the same as the eighth of a month.
        let monthly = send(&ana, "/events/new", &typed(&[("repeat", "monthly_weekday"), ("title", "Board")])).await.expect(303).location();
        assert_eq!(ana.get(&format!("/api{monthly}")).await.json()["recurrence"]["rrule"], "FREQ=MONTHLY;BYDAY=2WE");
    }

    async fn a_rule_that_does_not_fit_is_said_beside_its_field(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        for (fields, marked) in [
            (vec![("repeat", "custom"), ("rrule", "FREQ=SOMETIMES")], "rrule"),
            (vec![("repeat", "custom"), ("rrule", "")], "rrule"),
            (vec![("ends", "count"), ("count", "0")], "count"),
            (vec![("ends", "count"), ("count", "many")], "count"),
            (vec![("ends", "until"), ("until", "2026-02-31")], "until"),
            (vec![("every", "0")], "every"),
            (vec![("skip", "tomorrow")], "skip"),
            (vec![("repeat", "custom"), ("rrule", "FREQ=SECONDLY")], "rrule"),
        ] {
            let refused = send(&ana, "/events/new", &typed(&fields)).await;
            assert_eq!(refused.status, 422, "{fields:?}");
            assert!(!refused.select(&format!("#f-{marked}-error")).is_empty(), "{fields:?}: {:?}", refused.select(".errors li"));
            assert_eq!(refused.attribute("#f-title", "value").as_deref(), Some("Choir"));
        }
        assert!(dates(&ana).await.is_empty());
    }

    async fn the_dates_are_shown_while_the_form_is_filled_in(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let preview = ana.submit("/events/preview", &typed(&[("weekdays", "WE"), ("title", "")])).await.expect(200);
        assert_eq!(preview.select("b"), ["Every week on Wednesday"]);
        let shown = preview.select("li");
        assert_eq!((shown.len(), shown[0].as_str()), (7, "Wednesday 8 April 2026, 20:00–22:00"));
        assert!(ana.submit("/events/preview", &typed(&[("repeat", "custom"), ("rrule", "x")])).await.expect(200).select("li").is_empty());
        assert!(ana.submit("/events/preview", &typed(&[("repeat", "")])).await.expect(200).select("li").is_empty());
        app.visitor().submit("/events/preview", &typed(&[])).await.expect(303);
    }

    async fn one_date_is_changed_from_its_page(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let made = send(&ana, "/events/new", &typed(&[("weekdays", "WE"), ("ends", "count"), ("count", "4")])).await.expect(303).location();
        let date = format!("{made}?occurrence=20260422T180000Z");
        let page = app.visitor().get(&date).await.expect(200);
        assert_eq!(page.select(".facts time")[0], "Wednesday 22 April 2026, 20:00–22:00");
        app.visitor().get(&format!("{made}?occurrence=20260423T180000Z")).await.expect(404);
        app.visitor().get(&format!("{made}?occurrence=never")).await.expect(404);
        let form = ana.get(&format!("{made}/edit?occurrence=20260422T180000Z")).await.expect(200);
        assert_eq!(form.attribute("#f-start_date", "value").as_deref(), Some("2026-04-22"));
        assert_eq!(form.attribute("input[name=scope][checked]", "value").as_deref(), Some("this"));
        let rest = [("weekdays", "WE"), ("ends", "count"), ("count", "4"), ("version", "1"), ("occurrence", "20260422T180000Z")];
        let this = [&rest[..], &[("scope", "this"), ("title", "Choir with guests"), ("start_date", "2026-04-22"), ("start_time", "19:00")]].concat();
        send(&ana, &format!("{made}/edit"), &typed(&this)).await.expect(303);
        assert_eq!(dates(&ana).await, ["04-08T20:00 Choir", "04-15T20:00 Choir", "04-22T19:00 Choir with guests", "04-29T20:00 Choir"]);
        assert_eq!(app.visitor().get(&date).await.expect(200).select("h1"), ["Choir with guests"]);
    }

    async fn a_part_of_a_series_is_called_off_resumed_and_deleted_from_the_page_of_a_date(app: TestApp) {
        let (ana, bo) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bo", &[]).await);
        let made = send(&ana, "/events/new", &typed(&[("weekdays", "WE"), ("ends", "count"), ("count", "4")])).await.expect(303).location();
        let second = ("occurrence", "20260415T180000Z");
        let page = ana.get(&format!("{made}?occurrence={}", second.1)).await.expect(200);
        for what in ["cancel", "delete"] {
            let asked = format!("{made}/{what}?occurrence={}", second.1);
            assert!(page.attribute(&format!("a[href='{asked}']"), "href").is_some(), "{what}");
            let form = ana.get(&asked).await.expect(200);
            assert_eq!(form.attribute("input[name=scope][checked]", "value").as_deref(), Some("this"));
            bo.get(&asked).await.expect(403);
            ana.get(&format!("{made}/{what}?occurrence=20260416T180000Z")).await.expect(404);
            ana.get(&format!("{made}/{what}")).await.expect(404);
        }
        let status = async || {
            let list = ana.get("/api/calendar?start=2026-04-01&end=2026-07-01").await.expect(200).json();
            let of = |e: &Value| e["extendedProps"]["status"].as_str().unwrap().trim_start_matches("Event").to_owned();
            list.as_array().unwrap().iter().map(of).collect::<Vec<_>>()
        };
        ana.submit(&format!("{made}/cancel"), &[second, ("scope", "this")]).await.expect(303);
        assert_eq!(status().await, ["Scheduled", "Cancelled", "Scheduled", "Scheduled"]);
        ana.submit(&format!("{made}/resume"), &[second, ("scope", "this")]).await.expect(303);
        assert_eq!(status().await, ["Scheduled"; 4]);
        ana.submit(&format!("{made}/delete"), &[second, ("scope", "sometimes")]).await.expect(422);
        ana.submit(&format!("{made}/delete"), &[second, ("scope", "this")]).await.expect(303);
        assert_eq!(dates(&ana).await, ["04-08T20:00 Choir", "04-22T20:00 Choir", "04-29T20:00 Choir"]);
        ana.submit(&format!("{made}/delete"), &[("occurrence", "20260422T180000Z"), ("scope", "this_and_future")]).await.expect(303);
        assert_eq!(dates(&ana).await, ["04-08T20:00 Choir"]);
        let undo = ana.submit(&format!("{made}/delete"), &[("occurrence", "20260408T180000Z"), ("scope", "all")]).await.expect(303);
        assert_eq!(undo.location(), "/me/events");
        assert!(dates(&ana).await.is_empty());
        ana.submit(&format!("{made}/restore"), &[]).await.expect(303);
        assert_eq!(dates(&ana).await, ["04-08T20:00 Choir"]);
    }

    async fn each_date_has_its_own_answers(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let luca = app.member("Luca", &[]).await;
        let made = send(&ana, "/events/new", &typed(&[("weekdays", "WE"), ("capacity", "1")])).await.expect(303).location();
        let (first, second) = ("20260408T180000Z", "20260415T180000Z");
        let to = luca.submit(&format!("{made}/answer"), &[("answer", "going"), ("occurrence", second)]).await.expect(303).location();
        assert!(to.contains(&format!("occurrence={second}")), "{to}");
        let pressed = |page: &TestResponse| page.select(".answers button[aria-pressed=true]").len();
        assert_eq!(pressed(&luca.get(&format!("{made}?occurrence={second}")).await.expect(200)), 1);
        assert_eq!(pressed(&luca.get(&format!("{made}?occurrence={first}")).await.expect(200)), 0);
        // The one place is taken on that date alone.
        ana.submit(&format!("{made}/answer"), &[("answer", "going"), ("occurrence", second)]).await.expect(409);
        ana.submit(&format!("{made}/answer"), &[("answer", "going"), ("occurrence", first)]).await.expect(303);
        luca.submit(&format!("{made}/answer"), &[("answer", "going"), ("occurrence", "20260416T180000Z")]).await.expect(404);
        let list = ana.get(&format!("{made}/participants?occurrence={second}")).await.expect(200);
        assert!(list.text().contains("Luca") && !list.select("tbody, .people").join("").contains("Ana"), "{}", list.text());
        let csv = ana.get(&format!("{made}/participants.csv?occurrence={first}")).await.expect(200);
        assert!(csv.text().contains("Ana") && !csv.text().contains("Luca"), "{}", csv.text());
        luca.submit(&format!("{made}/leave"), &[("occurrence", second)]).await.expect(303);
        ana.submit(&format!("{made}/answer"), &[("answer", "going"), ("occurrence", second)]).await.expect(303);
    }

    async fn a_guest_answers_one_date_and_its_mail_speaks_of_it(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let made = send(&ana, "/events/new", &typed(&[("weekdays", "WE")])).await.expect(303).location();
        let guest = app.visitor();
        let fields = [("answer", "going"), ("occurrence", "20260415T180000Z"), ("name", "Gus"), ("email", "gus@example.org")];
        guest.submit(&format!("{made}/answer"), &fields).await.expect(200);
        app.run_jobs().await;
        let mails = app.mails().await;
        let mail = mails.iter().find(|m| m.to.contains("gus")).unwrap();
        assert!(mail.text.contains("15 April 2026"), "{}", mail.text);
        assert!(!mail.text.contains("8 April 2026"), "{}", mail.text);
        let page = guest.get(&mail.link("/answer")).await.expect(200);
        assert!(page.text().contains("15 April 2026") && !page.text().contains("8 April 2026"), "{}", page.text());
    }
}
