//! Stories of series, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::testing::start;
use serde_json::{Value, json};
use tessera_core::Role;
use tessera_testkit::{Actor, TestApp, both_engines};

async fn create(who: &Actor, body: Value) -> Value {
    who.post("/api/events", body).await.expect(201).json()
}

/// Every Wednesday at eight in the evening in Rome, from 1 April 2026.
fn choir() -> Value {
    json!({
        "title": "Choir", "starts_at": "2026-04-01T20:00", "ends_at": "2026-04-01T22:00", "timezone": "Europe/Rome",
        "recurrence": {"rrule": "FREQ=WEEKLY;BYDAY=WE", "exdates": ["2026-04-15T20:00:00+02:00"]},
    })
}

fn starts(list: &Value) -> Vec<String> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|e| e["starts_at"].as_str().or(e["start"].as_str()).unwrap().to_owned())
        .collect()
}

async fn calendar(who: &Actor, query: &str) -> Value {
    who.get(&format!("/api/calendar?{query}")).await.expect(200).json()
}

both_engines! { start;
    async fn each_date_of_a_series_stands_in_lists_at_its_own_time(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let series = create(&ana, choir()).await;
        create(&ana, json!({"title": "Rally", "starts_at": "2026-04-09T10:00", "timezone": "Europe/Rome"})).await;
        let list = app.visitor().get("/api/events?from=2026-04-02&limit=4").await.expect(200).json();
        assert_eq!(starts(&list), [
            "2026-04-08T20:00:00+02:00", "2026-04-09T10:00:00+02:00", "2026-04-22T20:00:00+02:00", "2026-04-29T20:00:00+02:00",
        ]);
        let first = &list[0];
        assert_eq!((&first["id"], &first["series_id"]), (&series["id"], &series["id"]));
        assert_eq!(first["recurrence_id"], "2026-04-08T20:00:00+02:00");
        assert_eq!(first["ends_at"], "2026-04-08T22:00:00+02:00");
        // The next page goes on where this one ended.
        let next = app.visitor().get("/api/events?from=2026-04-02&limit=2&skip=4").await.expect(200).json();
        assert_eq!(starts(&next), ["2026-05-06T20:00:00+02:00", "2026-05-13T20:00:00+02:00"]);
        // The clock on the wall stays when summer time ends.
        let autumn = app.visitor().get("/api/events?from=2026-10-24&to=2026-10-29").await.expect(200).json();
        assert_eq!(starts(&autumn), ["2026-10-28T20:00:00+01:00"]);
        // By when they were changed, a series is one.
        let changed = app.visitor().get("/api/events?sort=-updated_at&from=2026-04-02").await.expect(200).json();
        assert_eq!(changed.as_array().unwrap().len(), 2);
        let found = app.visitor().get("/api/events?from=2026-04-02&q=choi&limit=1").await.expect(200).json();
        assert_eq!(starts(&found), ["2026-04-08T20:00:00+02:00"]);
    }

    async fn a_calendar_has_every_date_of_its_window_near_and_far(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let series = create(&ana, choir()).await;
        let april = calendar(&app.visitor(), "start=2026-04-01&end=2026-05-01").await;
        assert_eq!(starts(&april), ["2026-04-01T20:00:00+02:00", "2026-04-08T20:00:00+02:00", "2026-04-22T20:00:00+02:00", "2026-04-29T20:00:00+02:00"]);
        let entry = &april[1];
        assert_eq!(entry["groupId"], series["id"]);
        assert_eq!((&entry["allDay"], &entry["editable"]), (&json!(false), &json!(false)));
        assert_eq!(entry["extendedProps"]["occurrence"], "2026-04-08T20:00:00+02:00");
        assert_eq!(entry["extendedProps"]["event_id"], series["id"]);
        assert!(entry["url"].as_str().unwrap().ends_with("?occurrence=20260408T180000Z"), "{entry}");
        assert_eq!(calendar(&ana, "start=2026-04-01&end=2026-04-02").await[0]["editable"], json!(true));
        // Twelve years on, far beyond what is indexed.
        let far = calendar(&app.visitor(), "start=2038-04-01&end=2038-04-15").await;
        assert_eq!(starts(&far), ["2038-04-07T20:00:00+02:00", "2038-04-14T20:00:00+02:00"]);
        // Where the index ends nothing is missing and nothing twice.
        let edge = calendar(&app.visitor(), "start=2028-01-01&end=2028-12-31").await;
        let edge = starts(&edge);
        let mut unique = edge.clone();
        unique.dedup();
        assert_eq!((edge.len(), unique.len()), (52, 52));
        assert!(calendar(&app.visitor(), "start=2026-01-01&end=2026-04-01").await.as_array().unwrap().is_empty());
        let other = calendar(&app.visitor(), "start=2026-04-01&end=2026-05-01&kinds=task").await;
        assert!(other.as_array().unwrap().is_empty());
        app.visitor().get("/api/calendar?start=2026-01-01&end=2028-01-01").await.expect(422);
        app.visitor().get("/api/calendar?kinds=party").await.expect(422);
    }

    async fn a_private_series_is_seen_by_those_it_is_for(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let luca = app.member("Luca", &[]).await;
        let mut body = choir();
        body["visibility"] = json!("private");
        create(&ana, body).await;
        for window in ["start=2026-04-01&end=2026-05-01", "start=2038-04-01&end=2038-04-15"] {
            assert!(calendar(&app.visitor(), window).await.as_array().unwrap().is_empty());
            assert!(calendar(&luca, window).await.as_array().unwrap().is_empty());
            assert!(!calendar(&ana, window).await.as_array().unwrap().is_empty());
        }
        assert_eq!(starts(&ana.get("/api/events?from=2026-04-02&limit=1").await.json()), ["2026-04-08T20:00:00+02:00"]);
        assert!(luca.get("/api/events?from=2026-04-02").await.json().as_array().unwrap().is_empty());
    }

    async fn what_is_moved_deleted_or_ended_is_moved_deleted_or_ended_in_lists(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let series = create(&ana, choir()).await;
        let path = format!("/api/events/{}", series["id"].as_str().unwrap());
        let window = "start=2026-04-20&end=2026-05-01";
        ana.patch(&path, json!({"starts_at": "2026-04-02T19:00", "ends_at": "2026-04-02T20:00", "recurrence": {"rrule": "FREQ=WEEKLY;COUNT=4"}})).await.expect(200);
        assert_eq!(starts(&calendar(&app.visitor(), window).await), ["2026-04-23T19:00:00+02:00"]);
        ana.delete(&path).await.expect(204);
        assert!(calendar(&app.visitor(), window).await.as_array().unwrap().is_empty());
        ana.post(&format!("{path}/restore"), json!({})).await.expect(200);
        assert_eq!(starts(&calendar(&app.visitor(), window).await).len(), 1);
        ana.patch(&path, json!({"recurrence": null})).await.expect(200);
        assert!(calendar(&app.visitor(), window).await.as_array().unwrap().is_empty());
        assert_eq!(starts(&calendar(&app.visitor(), "start=2026-04-01&end=2026-05-01").await), ["2026-04-02T19:00:00+02:00"]);
    }

    async fn the_dates_of_a_series_can_be_asked_for_and_tried_before(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let series = create(&ana, choir()).await;
        let path = format!("/api/events/{}/occurrences?start=2026-04-07&end=2026-05-01", series["id"].as_str().unwrap());
        let dates = app.visitor().get(&path).await.expect(200).json();
        assert_eq!(dates["complete"], json!(true));
        assert_eq!(starts(&dates["occurrences"]), ["2026-04-08T20:00:00+02:00", "2026-04-22T20:00:00+02:00", "2026-04-29T20:00:00+02:00"]);
        assert_eq!(dates["occurrences"][0], json!({
            "occurrence": "2026-04-08T20:00:00+02:00", "starts_at": "2026-04-08T20:00:00+02:00",
            "ends_at": "2026-04-08T22:00:00+02:00", "status": "EventScheduled", "overridden": false,
        }));
        let try_out = json!({
            "starts_at": "2026-05-01", "all_day": true, "recurrence": {"rrule": "FREQ=YEARLY;COUNT=3"}, "limit": 5,
        });
        let tried = ana.post("/api/events/preview-recurrence", try_out).await.expect(200).json();
        assert_eq!(starts(&tried["occurrences"]), ["2026-05-01", "2027-05-01", "2028-05-01"]);
        assert_eq!((&tried["complete"], &tried["summary"]), (&json!(true), &json!("Every year on 1 May, 3 times")));
        let dense = json!({"starts_at": "2026-05-01T10:00", "recurrence": {"rrule": "FREQ=SECONDLY"}});
        let refused = ana.post("/api/events/preview-recurrence", dense).await.expect(422).json();
        assert_eq!(refused["errors"][0]["code"], "rrule_too_dense");
        let wrong = json!({"starts_at": "2026-05-01T10:00", "recurrence": {"rrule": "FREQ=WEEKLY;BYDAY=XX"}});
        assert_eq!(ana.post("/api/events/preview-recurrence", wrong).await.expect(422).json()["errors"][0]["code"], "bad_rrule");
    }
}
