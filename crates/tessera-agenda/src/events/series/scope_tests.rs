//! Stories of changing one date of a series, what follows it, or all of it; on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::testing::start;
use serde_json::{Value, json};
use tessera_core::Role;
use tessera_testkit::{Actor, TestApp, both_engines};

/// Every Wednesday at eight in the evening in Rome, eight times from 1 April 2026.
async fn choir(ana: &Actor) -> String {
    let body = json!({
        "title": "Choir", "starts_at": "2026-04-01T20:00", "ends_at": "2026-04-01T22:00", "timezone": "Europe/Rome",
        "recurrence": {"rrule": "FREQ=WEEKLY;BYDAY=WE;COUNT=8"},
    });
    ana.post("/api/events", body).await.expect(201).json()["id"].as_str().unwrap().to_owned()
}

/// What stands in the calendar from April to June: "04-08T20:00 Choir".
async fn dates(who: &Actor) -> Vec<String> {
    let list = who.get("/api/calendar?start=2026-04-01&end=2026-07-01").await.expect(200).json();
    let text =
        |e: &Value| format!("{} {}", &e["start"].as_str().unwrap()[5..16], e["title"].as_str().unwrap());
    list.as_array().unwrap().iter().map(text).collect()
}

fn scoped(id: &str, scope: &str, occurrence: &str) -> String {
    format!("/api/events/{id}?scope={scope}&occurrence={occurrence}")
}

async fn going(who: &Actor, id: &str, occurrence: &str) -> usize {
    let path = format!("/api/events/{id}/participants?occurrence={occurrence}&status=going");
    who.get(&path).await.expect(200).json()["items"].as_array().unwrap().len()
}

both_engines! { start;
    async fn one_date_is_changed_and_the_others_stay(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let luca = app.member("Luca", &[]).await;
        let id = choir(&ana).await;
        luca.post(&format!("/api/events/{id}/rsvp"), json!({"status": "going", "occurrence": "2026-04-15T18:00:00Z"})).await.expect(200);
        let path = scoped(&id, "this", "2026-04-15T20:00:00%2B02:00");
        let changed = ana.patch(&path, json!({"starts_at": "2026-04-16T19:00", "ends_at": "2026-04-16T21:00", "title": "Choir with guests"})).await.expect(200).json();
        assert_eq!((&changed["series_id"], &changed["recurrence_id"]), (&json!(id), &json!("2026-04-15T20:00:00+02:00")));
        assert_ne!(changed["id"], json!(id));
        let all = ["04-01T20:00 Choir", "04-08T20:00 Choir", "04-16T19:00 Choir with guests", "04-22T20:00 Choir"];
        assert_eq!(dates(&app.visitor()).await[..4], all);
        // Changed again, by its own id.
        let own = format!("/api/events/{}", changed["id"].as_str().unwrap());
        ana.patch(&own, json!({"starts_at": "2026-04-16T18:00", "ends_at": "2026-04-16T20:00"})).await.expect(200);
        assert_eq!(dates(&app.visitor()).await[2], "04-16T18:00 Choir with guests");
        assert_eq!(dates(&app.visitor()).await.len(), 8);
        assert_eq!(going(&ana, &id, "2026-04-15T18:00:00Z").await, 1);
        // Whoever comes to that date is told, once for each change.
        app.run_jobs().await;
        let mails = app.mails().await;
        let news: Vec<_> = mails.iter().filter(|m| m.to.contains("luca") && m.subject.contains("Choir with guests")).collect();
        assert!(!news.is_empty(), "{:?}", mails.iter().map(|m| &m.subject).collect::<Vec<_>>());
        let occurrences = ana.get(&format!("/api/events/{id}/occurrences?start=2026-04-14&end=2026-04-20")).await.expect(200).json();
        assert_eq!(occurrences["occurrences"][0]["overridden"], true);
        ana.patch(&scoped(&id, "this", "2026-04-17T20:00:00Z"), json!({"title": "x"})).await.expect(422);
        ana.patch(&format!("/api/events/{id}?scope=this"), json!({"title": "x"})).await.expect(422);
        luca.patch(&path, json!({"title": "x"})).await.expect(403);
    }

    async fn what_follows_becomes_a_series_of_its_own(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let luca = app.member("Luca", &[]).await;
        let id = choir(&ana).await;
        for day in ["2026-04-08T18:00:00Z", "2026-05-06T18:00:00Z"] {
            luca.post(&format!("/api/events/{id}/rsvp"), json!({"status": "going", "occurrence": day})).await.expect(200);
        }
        ana.patch(&scoped(&id, "this", "2026-04-29T18:00:00Z"), json!({"title": "Rehearsal"})).await.expect(200);
        let path = scoped(&id, "this_and_future", "2026-04-22T18:00:00Z");
        let changed = ana.patch(&path, json!({"starts_at": "2026-04-23T19:00", "ends_at": "2026-04-23T21:00"})).await.expect(200).json();
        let new = changed["id"].as_str().unwrap().to_owned();
        assert_ne!(new, id);
        assert_eq!(changed["recurrence"]["rrule"], "FREQ=WEEKLY;COUNT=5;BYDAY=TH");
        assert_eq!(dates(&app.visitor()).await, [
            "04-01T20:00 Choir", "04-08T20:00 Choir", "04-15T20:00 Choir", "04-23T19:00 Choir",
            "04-30T19:00 Rehearsal", "05-07T19:00 Choir", "05-14T19:00 Choir", "05-21T19:00 Choir",
        ]);
        // Each answer is with the date it was made for.
        assert_eq!(going(&ana, &id, "2026-04-08T18:00:00Z").await, 1);
        assert_eq!(going(&ana, &new, "2026-05-07T17:00:00Z").await, 1);
        assert_eq!(going(&ana, &id, "2026-05-06T18:00:00Z").await, 0);
    }

    async fn a_series_that_is_moved_takes_its_exceptions_along(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let luca = app.member("Luca", &[]).await;
        let id = choir(&ana).await;
        luca.post(&format!("/api/events/{id}/rsvp"), json!({"status": "going", "occurrence": "2026-04-08T18:00:00Z"})).await.expect(200);
        ana.delete(&scoped(&id, "this", "2026-04-15T18:00:00Z")).await.expect(204);
        ana.patch(&scoped(&id, "this", "2026-04-22T18:00:00Z"), json!({"title": "Rehearsal"})).await.expect(200);
        // Dragged on one of its dates, a day on and an hour earlier.
        let path = scoped(&id, "all", "2026-04-29T18:00:00Z");
        let moved = ana.patch(&path, json!({"starts_at": "2026-04-30T19:00", "ends_at": "2026-04-30T21:00"})).await.expect(200).json();
        assert_eq!((&moved["id"], &moved["starts_at"]), (&json!(id), &json!("2026-04-02T19:00:00+02:00")));
        assert_eq!(dates(&app.visitor()).await, [
            "04-02T19:00 Choir", "04-09T19:00 Choir", "04-23T19:00 Rehearsal", "04-30T19:00 Choir",
            "05-07T19:00 Choir", "05-14T19:00 Choir", "05-21T19:00 Choir",
        ]);
        assert_eq!(going(&ana, &id, "2026-04-09T17:00:00Z").await, 1);
        // And back: an undo.
        let path = scoped(&id, "all", "2026-04-30T17:00:00Z");
        ana.patch(&path, json!({"starts_at": "2026-04-29T20:00", "ends_at": "2026-04-29T22:00"})).await.expect(200);
        assert_eq!(dates(&app.visitor()).await[..3], ["04-01T20:00 Choir", "04-08T20:00 Choir", "04-22T20:00 Rehearsal"]);
        assert_eq!(going(&ana, &id, "2026-04-08T18:00:00Z").await, 1);
    }

    async fn dates_are_deleted_one_by_one_or_from_one_on(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = choir(&ana).await;
        ana.delete(&scoped(&id, "this", "2026-04-08T18:00:00Z")).await.expect(204);
        assert_eq!(dates(&app.visitor()).await[..2], ["04-01T20:00 Choir", "04-15T20:00 Choir"]);
        ana.delete(&scoped(&id, "this_and_future", "2026-04-22T18:00:00Z")).await.expect(204);
        assert_eq!(dates(&app.visitor()).await, ["04-01T20:00 Choir", "04-15T20:00 Choir"]);
        ana.delete(&scoped(&id, "this", "2026-04-08T18:00:00Z")).await.expect(422);
        ana.delete(&scoped(&id, "this", "2026-04-01T18:00:00Z")).await.expect(204);
        // With the last date the series goes.
        ana.delete(&scoped(&id, "this", "2026-04-15T18:00:00Z")).await.expect(204);
        assert!(dates(&app.visitor()).await.is_empty());
        app.visitor().get(&format!("/api/events/{id}")).await.expect(404);
    }

    async fn a_new_rule_names_the_dates_it_leaves_over(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = choir(&ana).await;
        ana.patch(&scoped(&id, "this", "2026-04-22T18:00:00Z"), json!({"title": "Rehearsal"})).await.expect(200);
        let answer = ana.patch(&format!("/api/events/{id}"), json!({"recurrence": {"rrule": "FREQ=MONTHLY;COUNT=3"}})).await.expect(200);
        assert_eq!(answer.header("tessera-left-over-dates"), Some("2026-04-22T20:00:00+02:00"));
        assert_eq!(dates(&app.visitor()).await, ["04-01T20:00 Choir", "04-22T20:00 Rehearsal", "05-01T20:00 Choir", "06-01T20:00 Choir"]);
    }

    async fn whoever_takes_part_belongs_to_both_parts_of_a_series_that_is_cut(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = choir(&ana).await;
        let whole = app.member("Wanda", &[]).await;
        whole.post(&format!("/api/events/{id}/rsvp"), json!({"status": "going"})).await.expect(200);
        let path = scoped(&id, "this_and_future", "2026-04-22T18:00:00Z");
        let new = ana.patch(&path, json!({"title": "Choir in the hall"})).await.expect(200).json()["id"].as_str().unwrap().to_owned();
        let of = async |id: &str| ana.get(&format!("/api/events/{id}/participants")).await.expect(200).json()["items"].clone();
        for part in [&id, &new] {
            let items = of(part).await;
            assert_eq!(items.as_array().unwrap().len(), 1, "{items}");
            assert_eq!((&items[0]["name"], &items[0]["status"]), (&json!("Wanda"), &json!("going")));
        }
        // A private one, of which somebody answered one date only.
        let body = json!({
            "title": "Quartet", "starts_at": "2026-04-01T20:00", "ends_at": "2026-04-01T22:00", "timezone": "Europe/Rome",
            "visibility": "private", "recurrence": {"rrule": "FREQ=WEEKLY;BYDAY=WE;COUNT=8"},
        });
        let id = ana.post("/api/events", body).await.expect(201).json()["id"].as_str().unwrap().to_owned();
        let (early, late) = (app.member("Eve", &[]).await, app.member("Lena", &[]).await);
        for (who, date) in [(&early, "2026-04-08T18:00:00Z"), (&late, "2026-05-06T18:00:00Z")] {
            ana.post(&format!("/api/events/{id}/invite"), json!({"email": who.email})).await.expect(200);
            who.post(&format!("/api/events/{id}/subscribe"), json!({})).await.expect(200);
            who.post(&format!("/api/events/{id}/rsvp"), json!({"status": "going", "occurrence": date})).await.expect(200);
            who.delete(&format!("/api/events/{id}/subscribe")).await.expect(204);
            who.get(&format!("/api/events/{id}")).await.expect(200);
        }
        let path = scoped(&id, "this_and_future", "2026-04-22T18:00:00Z");
        let new = ana.patch(&path, json!({"title": "Quartet in the hall"})).await.expect(200).json()["id"].as_str().unwrap().to_owned();
        for (who, part) in [(&early, &id), (&early, &new), (&late, &id), (&late, &new)] {
            who.get(&format!("/api/events/{part}")).await.expect(200);
        }
        app.member("Zoe", &[]).await.get(&format!("/api/events/{new}")).await.expect(403);
    }
}
