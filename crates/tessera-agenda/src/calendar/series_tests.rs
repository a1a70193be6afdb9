//! Stories of series in feeds and files, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::tests::{exported, ics, import, one, organiser};
use crate::events::Audience;
use crate::testing::start;
use serde_json::{Value, json};
use tessera_calendar::ical::{Calendar, Limits, VEvent};
use tessera_core::Role;
use tessera_testkit::{Actor, TestApp, both_engines};

/// Every Wednesday at eight in the evening in Rome, eight times from 1 April 2026.
async fn choir(who: &Actor, more: Value) -> String {
    let mut body = json!({
        "title": "Choir", "starts_at": "2026-04-01T20:00", "ends_at": "2026-04-01T22:00", "timezone": "Europe/Rome",
        "recurrence": {"rrule": "FREQ=WEEKLY;BYDAY=WE;COUNT=8"},
    });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    who.post("/api/events", body).await.expect(201).json()["id"].as_str().unwrap().to_owned()
}

async fn change(who: &Actor, id: &str, scope: &str, date: &str, body: Value) -> Value {
    who.patch(&format!("/api/events/{id}?scope={scope}&occurrence={date}"), body).await.expect(200).json()
}

/// The VEVENTs of a feed: the series first, then the dates that differ, in order.
fn events_in(text: &str) -> Vec<VEvent> {
    let calendar = Calendar::read(text.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(calendar.skipped, []);
    let mut events: Vec<VEvent> = calendar.events.into_iter().map(|read| read.event).collect();
    events.sort_by_key(|e| (e.uid().to_owned(), e.recurrence_id().map(|id| id.key())));
    events
}

async fn feed(app: &TestApp, query: &str) -> Vec<VEvent> {
    events_in(&app.visitor().get(&format!("/feeds/events.ics{query}")).await.expect(200).text())
}

fn has(event: &VEvent, line: &str) -> bool {
    event.to_string().contains(&format!("{line}\r\n"))
}

/// "04-08T20:00 Choir", as calendars show it.
async fn dates(app: &TestApp, window: &str) -> Vec<String> {
    let list = app.visitor().get(&format!("/api/calendar?{window}")).await.expect(200).json();
    let text = |e: &Value| {
        let start = e["start"].as_str().unwrap();
        format!("{} {}", &start[5..start.len().min(16)], e["title"].as_str().unwrap())
    };
    list.as_array().unwrap().iter().map(text).collect()
}

/// The only series.
async fn series(app: &TestApp) -> String {
    let list = app.visitor().get("/api/events?from=2000-01-01&sort=-updated_at").await.expect(200).json();
    let found = list.as_array().unwrap().iter().find(|e| e["recurrence"]["rrule"].is_string());
    found.unwrap_or_else(|| panic!("{list}"))["id"].as_str().unwrap().to_owned()
}

const WEEKLY: &str = "DTSTART;TZID=Europe/Rome:20260401T084500\r\nDTEND;TZID=Europe/Rome:20260401T094500\r\n\
                      SUMMARY:Breakfast\r\nRRULE:FREQ=WEEKLY\r\n";
const FROM_THE_THIRD_ON: &str = "RECURRENCE-ID;TZID=Europe/Rome;RANGE=THISANDFUTURE:20260415T084500\r\n\
                                 DTSTART;TZID=Europe/Rome:20260416T100000\r\nDTEND;TZID=Europe/Rome:20260416T113000\r\n\
                                 SUMMARY:Brunch\r\n";

both_engines! { start;
    async fn a_series_goes_out_with_the_dates_that_were_moved_cancelled_and_skipped(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = choir(&ana, json!({})).await;
        let first = feed(&app, "").await;
        assert_eq!((first.len(), first[0].sequence()), (1, 0));
        change(&ana, &id, "this", "2026-04-15T18:00:00Z", json!({"starts_at": "2026-04-16T19:00", "ends_at": "2026-04-16T21:00"})).await;
        change(&ana, &id, "this", "2026-04-22T18:00:00Z", json!({"status": "EventCancelled"})).await;
        ana.delete(&format!("/api/events/{id}?scope=this&occurrence=2026-04-29T18:00:00Z")).await.expect(204);
        let events = feed(&app, "").await;
        let [series, moved, cancelled] = events.as_slice() else { panic!("{events:?}") };
        assert!(events.iter().all(|e| e.uid() == first[0].uid()), "one name for ever");
        assert!(has(series, "RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=8") && has(series, "EXDATE;TZID=Europe/Rome:20260429T200000"), "{series}");
        assert!(has(moved, "RECURRENCE-ID;TZID=Europe/Rome:20260415T200000") && has(moved, "DTSTART;TZID=Europe/Rome:20260416T190000"), "{moved}");
        assert!(has(cancelled, "RECURRENCE-ID;TZID=Europe/Rome:20260422T200000") && has(cancelled, "STATUS:CANCELLED"), "{cancelled}");
        assert!(series.sequence() > 0 && moved.sequence() > 0 && cancelled.sequence() > 0);
        // Each further change counts on.
        change(&ana, &id, "this", "2026-04-15T18:00:00Z", json!({"location": {"venue": "Church"}})).await;
        change(&ana, &id, "all", "2026-04-08T18:00:00Z", json!({"title": "Big choir"})).await;
        let later = feed(&app, "").await;
        assert!(later[0].sequence() > series.sequence() && later[1].sequence() > moved.sequence());
        assert!(later[1].last_modified() >= moved.last_modified());
        // One event's file tells the same.
        let file = events_in(&app.visitor().get(&format!("/events/{id}.ics")).await.expect(200).text());
        assert_eq!(file, later);
    }

    async fn a_date_that_differs_goes_along_with_its_series_whatever_is_asked_for(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = choir(&ana, json!({"category": "Music"})).await;
        let more = json!({"title": "Rehearsal", "category": "Work", "status": "EventCancelled"});
        change(&ana, &id, "this", "2026-04-15T18:00:00Z", more).await;
        // Out of a window, and into it.
        change(&ana, &id, "this", "2026-04-22T18:00:00Z", json!({"starts_at": "2026-06-30T20:00", "ends_at": "2026-06-30T22:00"})).await;
        change(&ana, &id, "this", "2026-05-13T18:00:00Z", json!({"starts_at": "2026-04-21T20:00", "ends_at": "2026-04-21T22:00"})).await;
        for query in ["", "?q=choir", "?category=music", "?status=EventScheduled", "?from=2026-04-20&to=2026-04-23", "?from=2026-06-29"] {
            assert_eq!(feed(&app, query).await.len(), 4, "{query}");
        }
        assert_eq!(feed(&app, "?q=swimming").await.len(), 0);
        assert_eq!(feed(&app, "?from=2026-08-01").await.len(), 0);
        // Lists by date have each date as it is.
        assert_eq!(ana.get("/api/events?q=rehearsal").await.json().as_array().unwrap().len(), 1);
    }

    async fn ones_own_feed_has_private_series_whole(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let (luca, bea) = (app.member("Luca", &[]).await, app.member("Bea", &[]).await);
        let id = choir(&ana, json!({"is_public": false})).await;
        ana.post(&format!("/api/events/{id}/invite"), json!({"email": luca.email})).await.expect(200);
        luca.post(&format!("/api/events/{id}/subscribe"), json!({})).await.expect(200);
        app.execute("INSERT INTO event_co_organisers (event_id, account_id, added_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            vec![id.parse::<uuid::Uuid>().unwrap().into(), bea.account_id.unwrap().into(), app.app.now().into()]).await;
        change(&ana, &id, "this", "2026-04-15T18:00:00Z", json!({"starts_at": "2025-11-01T20:00", "ends_at": "2025-11-01T22:00"})).await;
        change(&ana, &id, "this", "2026-04-22T18:00:00Z", json!({"starts_at": "2026-06-30T20:00", "ends_at": "2026-06-30T22:00"})).await;
        for who in [&ana, &luca, &bea] {
            let url = who.post("/api/me/feed", json!({})).await.expect(201).json()["url"].as_str().unwrap().to_owned();
            let path = url.strip_prefix("http://localhost:8080").unwrap().to_owned();
            for query in ["", "?from=2026-04-10&to=2026-04-30"] {
                let events = events_in(&app.visitor().get(&format!("{path}{query}")).await.expect(200).text());
                assert_eq!(events.len(), 3, "{} {query}", who.email);
            }
        }
        assert_eq!(feed(&app, "").await.len(), 0);
    }

    async fn a_series_that_was_cut_goes_out_as_two(app: TestApp) {
        let file = one("weekly", WEEKLY) + &one("weekly", "RECURRENCE-ID;TZID=Europe/Rome:20260429T084500\r\n\
            DTSTART;TZID=Europe/Rome:20260429T093000\r\nSUMMARY:Late breakfast\r\nX-KEPT:yes\r\n");
        import(&app, ics(&file).as_bytes()).await;
        let ina = app.sign_in(organiser(&app).await, app.community, "localhost:8080", "Ina").await;
        let id = series(&app).await;
        change(&ina, &id, "this_and_future", "2026-04-22T06:45:00Z", json!({"title": "Second breakfast"})).await;
        let events = feed(&app, "").await;
        let of_old: Vec<&VEvent> = events.iter().filter(|e| e.uid() == "weekly").collect();
        let of_new: Vec<&VEvent> = events.iter().filter(|e| e.uid() != "weekly").collect();
        assert!(of_old.len() == 1 && has(of_old[0], "RRULE:FREQ=WEEKLY;UNTIL=20260415T064500Z") && of_old[0].sequence() > 0, "{events:?}");
        let [rest, late] = of_new.as_slice() else { panic!("{events:?}") };
        assert_eq!((rest.summary(), late.summary()), (Some("Second breakfast"), Some("Late breakfast")));
        assert_eq!(rest.uid(), late.uid(), "the date that differs went over to the second");
        assert!(late.sequence() > 0 && has(late, "X-KEPT:yes"));
        // Elsewhere it means the same dates.
        assert_eq!(dates(&app, "start=2026-04-13&end=2026-05-10").await, [
            "04-15T08:45 Breakfast", "04-22T08:45 Second breakfast", "04-29T09:30 Late breakfast", "05-06T08:45 Second breakfast",
        ]);
    }

    async fn of_several_rules_no_date_is_lost(app: TestApp) {
        let rules = "DTSTART;TZID=Europe/Rome:20260401T110000\r\nDTEND;TZID=Europe/Rome:20260401T113000\r\nSUMMARY:One on one\r\n\
                     RRULE:FREQ=WEEKLY;UNTIL=20260430T000000Z\r\nRRULE:FREQ=MONTHLY;BYDAY=SU;UNTIL=20260430T000000Z\r\n";
        import(&app, ics(&one("two", rules)).as_bytes()).await;
        let all = ["04-01", "04-05", "04-08", "04-12", "04-15", "04-19", "04-22", "04-26", "04-29"];
        let shown = dates(&app, "start=2026-03-01&end=2026-06-01").await;
        assert_eq!(shown, all.map(|day| format!("{day}T11:00 One on one")));
        let ina = app.sign_in(organiser(&app).await, app.community, "localhost:8080", "Ina").await;
        let id = series(&app).await;
        let read = ina.get(&format!("/api/events/{id}")).await.json();
        // What was read is sent back, with another title.
        let mut changed = read.clone();
        changed["title"] = json!("Two on two");
        ina.patch(&format!("/api/events/{id}"), changed).await.expect(200);
        ina.delete(&format!("/api/events/{id}?scope=this&occurrence=2026-04-12T09:00:00Z")).await.expect(204);
        let out = exported(&app, Audience::Everyone).await;
        assert!(out.contains("RRULE:FREQ=WEEKLY;UNTIL=20260430T000000Z\r\n") && out.contains("RRULE:FREQ=MONTHLY;BYDAY=SU;UNTIL=20260430T000000Z\r\n"), "{out}");
        assert!(out.contains("EXDATE;TZID=Europe/Rome:20260412T110000\r\n"), "{out}");
        assert_eq!(dates(&app, "start=2026-03-01&end=2026-06-01").await.len(), 8);
        // The form shows them in one line and takes them back.
        let form = ina.get(&format!("/events/{id}/edit")).await.expect(200);
        assert_eq!(form.attribute("#f-rrule", "value").as_deref(), Some("FREQ=WEEKLY;UNTIL=20260430T000000Z FREQ=MONTHLY;BYDAY=SU;UNTIL=20260430T000000Z"));
        let refused = ina.patch(&format!("/api/events/{id}"), json!({"recurrence": {"rrule": "FREQ=WEEKLY\nFREQ=OFTEN"}})).await.expect(422).json();
        assert_eq!(refused["errors"][0]["code"], "bad_rrule");
    }

    async fn a_date_that_reaches_on_changes_all_after_it(app: TestApp) {
        let file = one("b", WEEKLY) + &one("b", FROM_THE_THIRD_ON)
            + &one("b", "RECURRENCE-ID;TZID=Europe/Rome:20260506T084500\r\nDTSTART;TZID=Europe/Rome:20260506T084500\r\nSUMMARY:As it was\r\n");
        import(&app, ics(&file).as_bytes()).await;
        let april = ["04-01T08:45 Breakfast", "04-08T08:45 Breakfast", "04-16T10:00 Brunch", "04-23T10:00 Brunch", "04-30T10:00 Brunch",
            "05-06T08:45 As it was", "05-14T10:00 Brunch"];
        assert_eq!(dates(&app, "start=2026-04-01&end=2026-05-15").await, april);
        // Lists, and a window beyond what is indexed.
        let list = app.visitor().get("/api/events?from=2026-05-12&to=2026-05-21").await.json();
        assert_eq!((&list[0]["title"], &list[0]["starts_at"], &list[0]["ends_at"]),
            (&json!("Brunch"), &json!("2026-05-14T10:00:00+02:00"), &json!("2026-05-14T11:30:00+02:00")));
        assert_eq!(list[0]["recurrence_id"], "2026-05-13T08:45:00+02:00");
        assert_eq!(dates(&app, "start=2031-04-01&end=2031-04-12").await, ["04-03T10:00 Brunch", "04-10T10:00 Brunch"]);
        let id = series(&app).await;
        let occurrences = app.visitor().get(&format!("/api/events/{id}/occurrences?start=2026-05-12&end=2026-05-20")).await.json();
        let first = &occurrences["occurrences"][0];
        assert_eq!((&first["occurrence"], &first["starts_at"], &first["overridden"]),
            (&json!("2026-05-13T08:45:00+02:00"), &json!("2026-05-14T10:00:00+02:00"), &json!(true)));
        let page = app.visitor().get(&format!("/events/{id}?occurrence=20260513T064500Z")).await.expect(200);
        assert_eq!(page.select("h1"), ["Brunch"]);
        assert!(page.text().contains("14 May 2026, 10:00–11:30"), "{}", page.text());
        // It goes out as it came, and comes in as what is here.
        let out = exported(&app, Audience::Everyone).await;
        assert!(out.contains("RANGE=THISANDFUTURE"));
        let again = import(&app, out.as_bytes()).await;
        assert_eq!((again.created, again.updated, again.unchanged), (0, 0, 3));
    }

    async fn a_date_that_is_reached_is_changed_alone(app: TestApp) {
        import(&app, ics(&(one("b", WEEKLY) + &one("b", FROM_THE_THIRD_ON))).as_bytes()).await;
        let ina = app.sign_in(organiser(&app).await, app.community, "localhost:8080", "Ina").await;
        let id = series(&app).await;
        change(&ina, &id, "this", "2026-04-29T06:45:00Z", json!({"location": {"venue": "Terrace"}})).await;
        assert_eq!(dates(&app, "start=2026-04-13&end=2026-05-09").await,
            ["04-16T10:00 Brunch", "04-23T10:00 Brunch", "04-30T10:00 Brunch", "05-07T10:00 Brunch"]);
        // The date that reaches on, changed alone: the next says what it said.
        change(&ina, &id, "this", "2026-04-15T06:45:00Z", json!({"title": "Easter brunch"})).await;
        assert_eq!(dates(&app, "start=2026-04-13&end=2026-05-09").await,
            ["04-16T10:00 Easter brunch", "04-23T10:00 Brunch", "04-30T10:00 Brunch", "05-07T10:00 Brunch"]);
        let out = exported(&app, Audience::Everyone).await;
        assert_eq!(out.matches("RANGE=THISANDFUTURE").count(), 1, "{out}");
        assert!(out.contains("RECURRENCE-ID;TZID=Europe/Rome:20260415T084500\r\n"), "{out}");
        let path = format!("/api/events/{id}?scope=this_and_future&occurrence=2026-05-06T06:45:00Z");
        let refused = ina.patch(&path, json!({"title": "Lunch"})).await.expect(422).json();
        assert_eq!(refused["errors"][0]["code"], "date_is_reached");
        // What follows can still be ended.
        ina.delete(&path).await.expect(204);
        assert_eq!(dates(&app, "start=2026-04-28&end=2026-07-01").await, ["04-30T10:00 Brunch"]);
        // A newer file that says it of one date only is believed.
        let once = FROM_THE_THIRD_ON.replace(";RANGE=THISANDFUTURE", "").replace("SUMMARY", "SEQUENCE:9\r\nSUMMARY");
        import(&app, ics(&one("b", &once)).as_bytes()).await;
        assert_eq!(exported(&app, Audience::Everyone).await.matches("RANGE=THISANDFUTURE").count(), 1);
    }

    async fn a_newer_file_takes_back_that_a_date_reaches_on(app: TestApp) {
        import(&app, ics(&(one("b", WEEKLY) + &one("b", FROM_THE_THIRD_ON))).as_bytes()).await;
        let once = FROM_THE_THIRD_ON.replace(";RANGE=THISANDFUTURE", "").replace("SUMMARY", "SEQUENCE:1\r\nSUMMARY");
        let report = import(&app, ics(&(one("b", WEEKLY) + &one("b", &once))).as_bytes()).await;
        assert_eq!((report.updated, report.unchanged), (1, 1));
        assert_eq!(dates(&app, "start=2026-04-13&end=2026-04-30").await,
            ["04-16T10:00 Brunch", "04-22T08:45 Breakfast", "04-29T08:45 Breakfast"]);
    }

    async fn news_leave_room_beside_a_daily_series(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        ana.post("/api/events", json!({"title": "Breakfast", "starts_at": "2026-04-02T08:00", "recurrence": {"rrule": "FREQ=DAILY"}})).await.expect(201);
        ana.post("/api/events", json!({"title": "Rally", "starts_at": "2026-09-10T09:00"})).await.expect(201);
        let json = app.visitor().get("/feeds/events.json").await.expect(200).json();
        let titles: Vec<&str> = json["items"].as_array().unwrap().iter().map(|i| i["title"].as_str().unwrap()).collect();
        assert_eq!(titles, ["Breakfast", "Breakfast", "Breakfast", "Rally"]);
        assert_eq!(json["items"][1]["_tessera"]["starts_at"], "2026-04-03T08:00:00+02:00");
        let ids: std::collections::BTreeSet<&str> = json["items"].as_array().unwrap().iter().map(|i| i["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), 4, "each date is an item of its own");
        let atom = app.visitor().get("/feeds/events.atom").await.expect(200).text();
        assert_eq!((atom.matches("<title>Breakfast</title>").count(), atom.matches("<title>Rally</title>").count()), (3, 1));
    }

    async fn search_engines_read_the_rule_and_the_next_dates(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = choir(&ana, json!({"location": {"venue": "Church"}})).await;
        change(&ana, &id, "this", "2026-04-08T18:00:00Z", json!({"starts_at": "2026-04-09T19:00", "ends_at": "2026-04-09T21:00", "title": "Choir <b>"})).await;
        change(&ana, &id, "this", "2026-04-15T18:00:00Z", json!({"status": "EventCancelled"})).await;
        ana.delete(&format!("/api/events/{id}?scope=this&occurrence=2026-04-22T18:00:00Z")).await.expect(204);
        let page = app.visitor().get(&format!("/events/{id}")).await.expect(200);
        let ld: Value = serde_json::from_str(&page.select("script[type='application/ld+json']")[0]).unwrap();
        assert_eq!((&ld["@type"], &ld["name"], &ld["startDate"]), (&json!("EventSeries"), &json!("Choir"), &json!("2026-04-01T20:00:00+02:00")));
        let schedule = &ld["eventSchedule"];
        assert_eq!(*schedule, json!({
            "@type": "Schedule", "repeatFrequency": "P1W", "byDay": ["https://schema.org/Wednesday"], "repeatCount": 8,
            "startDate": "2026-04-01", "startTime": "20:00:00", "endTime": "22:00:00", "duration": "PT2H",
            "scheduleTimezone": "Europe/Rome",
            "exceptDate": ["2026-04-22T20:00:00+02:00", "2026-04-08T20:00:00+02:00", "2026-04-15T20:00:00+02:00"],
        }));
        let next: Vec<(&str, &str)> = ld["subEvent"].as_array().unwrap().iter()
            .map(|e| (e["startDate"].as_str().unwrap(), e["eventStatus"].as_str().unwrap().rsplit('/').next().unwrap())).collect();
        assert_eq!(next[..4], [
            ("2026-04-01T20:00:00+02:00", "EventScheduled"), ("2026-04-09T19:00:00+02:00", "EventScheduled"),
            ("2026-04-15T20:00:00+02:00", "EventCancelled"), ("2026-04-29T20:00:00+02:00", "EventScheduled"),
        ]);
        assert_eq!(ld["subEvent"][0]["location"]["name"], "Church");
        // What a Schedule cannot say is left out; the dates are there.
        let odd = ana.post("/api/events", json!({"title": "Last workday", "starts_at": "2026-04-30T18:00", "recurrence": {"rrule": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"}})).await.expect(201).json();
        let page = app.visitor().get(&format!("/events/{}", odd["id"].as_str().unwrap())).await.expect(200);
        let ld: Value = serde_json::from_str(&page.select("script[type='application/ld+json']")[0]).unwrap();
        assert_eq!(ld["eventSchedule"], json!(null));
        assert_eq!(ld["subEvent"].as_array().unwrap().len(), 8);
    }

    async fn a_series_of_long_ago_is_in_the_feed_of_that_time(app: TestApp) {
        let old = WEEKLY.replace("20260401", "20140402").replace("FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=20");
        let moved = "RECURRENCE-ID;TZID=Europe/Rome:20140409T084500\r\nDTSTART;TZID=Europe/Rome:20140410T084500\r\nSUMMARY:Late\r\n";
        import(&app, ics(&(one("old", &old) + &one("old", moved) + &one("b", WEEKLY))).as_bytes()).await;
        for (query, count) in [("", 1), ("?from=2014-05-01&to=2014-05-31", 2), ("?from=2013-01-01", 3), ("?from=2015-01-01&to=2015-12-31", 0), ("?from=2040-01-01", 1)] {
            assert_eq!(feed(&app, query).await.len(), count, "{query}");
        }
    }

    async fn dates_of_long_ago_and_far_ahead_are_refused_and_no_fault(app: TestApp) {
        for query in ["from=-005000-01-01T00:00:00Z", "to=9999-12-31", "from=0001-01-01"] {
            app.visitor().get(&format!("/feeds/events.ics?{query}")).await.expect(422);
        }
    }
}
