//! Events over the API: what is kept, what is refused, who sees what.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod kit;

use kit::{ana, api, create, rally, start, takes_part, titles};
use serde_json::{Value, json};
use tessera_core::Role;
use tessera_testkit::{TestApp, both_engines};

fn fields(problem: &Value) -> Vec<(String, String)> {
    let errors = problem["errors"].as_array().unwrap();
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    let mut all: Vec<_> = errors.iter().map(|e| (text(&e["field"]), text(&e["code"]))).collect();
    all.sort();
    all
}

both_engines! { start;
    async fn an_event_comes_back_as_it_was_written(app: TestApp) {
        let ana = ana(&app).await;
        let event = create(&ana, json!({
            "kind": "community_event", "category": "Rallies", "title": "Spring Rally",
            "description": "Annual **rally** <script>x</script>",
            "starts_at": "2026-04-15T09:00:00+02:00", "ends_at": "2026-04-15T18:00:00+02:00", "timezone": "Europe/Rome",
            "location": {"venue": "Main Square", "address": "Main Square 1", "lat": 45.0715, "lon": 7.6858},
            "capacity": 20, "recurrence": {"rrule": "FREQ=WEEKLY;BYDAY=WE", "exdates": ["2026-04-22T09:00:00+02:00"]},
            "details": {"metadata": {"ref": 7}},
        })).await;
        let read = app.visitor().get(&api(&event)).await.expect(200).json();
        assert_eq!(read, event);
        assert_eq!(read["community"], "torino");
        assert_eq!(read["starts_at"], "2026-04-15T09:00:00+02:00");
        assert_eq!(read["description"], "<p>Annual <strong>rally</strong> </p>\n");
        assert_eq!(read["description_source"], "Annual **rally** <script>x</script>");
        assert_eq!(read["location"]["room"], Value::Null);
        assert_eq!(read["location"]["lat"], 45.0715);
        assert_eq!(read["recurrence"], json!({"rrule": "FREQ=WEEKLY;BYDAY=WE", "exdates": ["2026-04-22T09:00:00+02:00"], "rdates": []}));
        assert_eq!((&read["status"], &read["visibility"], &read["is_public"]), (&json!("EventScheduled"), &json!("public"), &json!(true)));
        assert_eq!((&read["version"], &read["organiser"]["name"]), (&json!(1), &json!("Ana")));
        assert_eq!(read["details"]["metadata"]["ref"], 7);
        let url = read["url"].as_str().unwrap();
        assert!(url.starts_with("http://localhost:8080/events/"), "{url}");
    }

    async fn times_mean_what_they_say(app: TestApp) {
        let ana = ana(&app).await;
        let times = |body: Value| {
            let ana = ana.clone();
            async move {
                let e = create(&ana, body).await;
                (e["starts_at"].as_str().unwrap().to_owned(), e["ends_at"].as_str().unwrap_or("-").to_owned(), e["timezone"].as_str().unwrap_or("-").to_owned())
            }
        };
        let three = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        // Whole days, with an exclusive end.
        assert_eq!(times(json!({"title": "a", "starts_at": "2026-05-01", "ends_at": "2026-05-04"})).await, three("2026-05-01", "2026-05-04", "-"));
        assert_eq!(times(json!({"title": "a", "starts_at": "2026-05-01", "all_day": true})).await, three("2026-05-01", "2026-05-02", "-"));
        // An instant, on the clock of the event's zone, or of the community's where none is given.
        assert_eq!(times(json!({"title": "a", "starts_at": "2026-04-15T07:00:00Z", "timezone": "America/New_York"})).await, three("2026-04-15T03:00:00-04:00", "-", "America/New_York"));
        assert_eq!(times(json!({"title": "a", "starts_at": "2026-04-15T07:00:00Z"})).await, three("2026-04-15T09:00:00+02:00", "-", "Europe/Rome"));
        // A gap moves what is in it (RFC 5545 §3.3.5).
        assert_eq!(times(json!({"title": "a", "starts_at": "2027-03-28T02:30", "ends_at": "2027-03-28T04:00"})).await, three("2027-03-28T03:30:00+02:00", "2027-03-28T04:00:00+02:00", "Europe/Rome"));
        // Floating.
        assert_eq!(times(json!({"title": "a", "starts_at": "2026-04-15T09:00", "timezone": null})).await, three("2026-04-15T09:00:00+02:00", "-", "-"));
        // A task may say only when it is due.
        let task = create(&ana, json!({"kind": "task", "title": "t", "due_at": "2026-04-20T12:00:00+02:00", "priority": "high"})).await;
        assert_eq!((&task["starts_at"], &task["due_at"]), (&json!("2026-04-20T12:00:00+02:00"), &json!("2026-04-20T10:00:00Z")));
    }

    async fn everything_that_does_not_fit_is_said_at_once(app: TestApp) {
        let ana = ana(&app).await;
        let problem = ana.post("/api/events", json!({
            "title": "x".repeat(256), "starts_at": "2026-04-15T09:00", "ends_at": "2026-04-15T08:00", "timezone": "Europe/Rome",
            "location": {"venue": "v".repeat(256), "address": "a".repeat(501), "lat": 91.0, "lon": 0.0},
            "description": "d".repeat(50_001), "kind": "party", "status": "EventMaybe", "capacity": -1,
            "image_url": "javascript:alert(1)", "recurrence": {"rrule": "FREQ=OFTEN"}, "details": [],
        })).await.expect(422).json();
        let found = fields(&problem);
        let code = |f: &str| found.iter().filter(|(field, _)| field == f).map(|(_, c)| c.as_str()).collect::<Vec<_>>().join(",");
        for (field, expected) in [
            ("title", "too_long"), ("ends_at", "ends_before_start"), ("location.venue", "too_long"), ("location.address", "too_long"),
            ("location.lat", "out_of_range"), ("description", "too_long"), ("kind", "bad_choice"), ("status", "bad_choice"),
            ("capacity", "out_of_range"), ("image_url", "bad_image_url"), ("recurrence.rrule", "bad_rrule"), ("details", "wrong_type"),
        ] {
            assert_eq!(code(field), expected, "{field} in {found:?}");
        }
        let refused = |body: Value| { let ana = ana.clone(); async move { fields(&ana.post("/api/events", body).await.expect(422).json()) } };
        let one = |f: &str, c: &str| vec![(f.to_owned(), c.to_owned())];
        assert_eq!(refused(json!({})).await, vec![("starts_at".into(), "required".into()), ("title".into(), "required".into())]);
        assert_eq!(refused(json!({"title": "a", "starts_at": "2026-04-15T09:00", "timezone": "Mars/Olympus"})).await, one("timezone", "bad_timezone"));
        assert_eq!(refused(json!({"title": "a", "starts_at": "2026-02-30"})).await, one("starts_at", "bad_datetime"));
        assert_eq!(refused(json!({"title": "a", "starts_at": "2026-04-15", "ends_at": "2026-04-15"})).await, one("ends_at", "ends_before_start"));
        assert_eq!(refused(json!({"title": "a", "starts_at": "2026-04-15T09:00", "colour": "red"})).await, one("colour", "unknown_field"));
        assert_eq!(refused(json!({"title": "a", "starts_at": "2026-04-15T09:00", "is_public": true, "visibility": "private"})).await, one("is_public", "bad_choice"));
        assert!(titles(&ana, "/api/events").await.is_empty());
    }

    async fn a_change_is_partial_and_raises_the_version(app: TestApp) {
        let ana = ana(&app).await;
        let event = create(&ana, json!({"title": "Ride", "starts_at": "2026-04-15T09:00", "ends_at": "2026-04-15T10:00", "location": {"venue": "Square", "room": "A"}, "capacity": 5})).await;
        let path = api(&event);
        let changed = ana.patch(&path, json!({"location": {"venue": "Park"}, "capacity": null})).await.expect(200).json();
        assert_eq!((&changed["location"]["venue"], &changed["location"]["room"], &changed["capacity"]), (&json!("Park"), &json!("A"), &Value::Null));
        assert_eq!((&changed["version"], &changed["title"]), (&json!(2), &json!("Ride")));
        // What was read can be sent back, and changes nothing.
        let again = ana.patch(&path, changed.clone()).await.expect(200).json();
        assert_eq!(again, changed);
        // A local time stays where the zone changes.
        let moved = ana.patch(&path, json!({"timezone": "Europe/London"})).await.expect(200).json();
        assert_eq!(moved["starts_at"], "2026-04-15T09:00:00+01:00");
        let days = ana.patch(&path, json!({"starts_at": "2026-04-16"})).await.expect(200).json();
        assert_eq!((&days["starts_at"], &days["ends_at"], &days["all_day"]), (&json!("2026-04-16"), &json!("2026-04-17"), &json!(true)));
        ana.patch(&path, json!({"title": ""})).await.expect(422);
        ana.patch(&path, json!({"title": null})).await.expect(422);
    }

    async fn the_slower_of_two_editors_is_told(app: TestApp) {
        let ana = ana(&app).await;
        let event = create(&ana, rally("Ride", "2026-04-15")).await;
        let path = api(&event);
        let first = ana.get(&path).await.expect(200);
        let tag = first.header("etag").unwrap().to_owned();
        let patch = http::Method::PATCH;
        ana.json(patch.clone(), &path, json!({"title": "One"}), &[("if-match", &tag)]).await.expect(200);
        let late = ana.json(patch.clone(), &path, json!({"title": "Two"}), &[("if-match", &tag)]).await.expect(412);
        assert_eq!(late.code(), "changed_meanwhile");
        ana.json(http::Method::DELETE, &path, Value::Null, &[("if-match", &tag)]).await.expect(412);
        let tag = ana.get(&path).await.header("etag").unwrap().to_owned();
        assert_eq!(ana.get_with(&path, &[("if-none-match", &tag)]).await.expect(304).bytes.len(), 0);
        app.visitor().get_with(&path, &[("if-none-match", &tag)]).await.expect(304);
        // Without the header the last one wins, and no change is lost between the two.
        let many = (0..8).map(|i| { let (ana, path) = (ana.clone(), path.clone()); tokio::spawn(async move { ana.patch(&path, json!({"capacity": i})).await.expect(200); }) });
        for task in many.collect::<Vec<_>>() { task.await.unwrap(); }
        assert_eq!(ana.get(&path).await.json()["version"], 10);
    }

    async fn private_events_are_seen_by_their_own_alone(app: TestApp) {
        let (ana, bea) = (app.member("Ana", &[]).await, app.member("Bea", &[]).await);
        let admin = app.member("Ada", &[Role::Admin]).await;
        let event = create(&ana, json!({"title": "Secret", "starts_at": "2026-04-15T09:00", "visibility": "private"})).await;
        assert_eq!((&event["state"], &event["is_public"]), (&json!("published"), &json!(false)));
        let path = api(&event);
        ana.get(&path).await.expect(200);
        app.visitor().get(&path).await.expect(401);
        bea.get(&path).await.expect(403);
        admin.get(&path).await.expect(403);
        admin.patch(&path, json!({"title": "Mine"})).await.expect(403);
        admin.delete(&path).await.expect(403);
        app.visitor().get(&format!("{path}?guest=nonsense")).await.expect(401);
        for stranger in [&app.visitor(), &bea, &admin] {
            assert!(titles(stranger, "/api/events").await.is_empty());
            assert!(titles(stranger, "/api/events?q=secret").await.is_empty());
        }
        assert_eq!(titles(&ana, "/api/events").await, ["Secret"]);
        takes_part(&app, &event, &bea).await;
        bea.get(&path).await.expect(200);
        assert_eq!(titles(&bea, "/api/events?q=secr").await, ["Secret"]);
        bea.patch(&path, json!({"title": "Mine"})).await.expect(403);
        let other = app.add_community("roma", "Roma").await;
        let rita = app.member_of(other, "roma.localhost:8080", "Rita", &[Role::Admin]).await;
        rita.get(&path).await.expect(404);
    }

    async fn members_propose_and_organisers_publish(app: TestApp) {
        let (mia, ana, admin) = (app.member("Mia", &[]).await, ana(&app).await, app.member("Ada", &[Role::Admin]).await);
        let event = create(&mia, rally("Picnic", "2026-04-15")).await;
        assert_eq!(event["state"], "proposed");
        let path = api(&event);
        app.visitor().get(&path).await.expect(404);
        app.member("Other", &[]).await.get(&path).await.expect(404);
        assert_eq!(mia.post(&format!("{path}/publish"), Value::Null).await.expect(403).code(), "forbidden");
        assert_eq!(titles(&ana, "/api/events?state=proposed").await, ["Picnic"]);
        assert!(titles(&ana, "/api/events").await.is_empty());
        ana.post(&format!("{path}/publish"), Value::Null).await.expect(200);
        app.visitor().get(&path).await.expect(200);
        // Another organiser publishes and does not edit; an admin does both.
        ana.patch(&path, json!({"title": "Mine"})).await.expect(403);
        admin.patch(&path, json!({"title": "Big picnic"})).await.expect(200);
        let draft = create(&ana, json!({"title": "Draft", "starts_at": "2026-04-15T09:00", "state": "draft"})).await;
        admin.get(&api(&draft)).await.expect(404);
        let unverified = app.unverified("Una", &[Role::Organiser]).await;
        let prepared = create(&unverified, rally("Prepared", "2026-04-16")).await;
        assert_eq!(prepared["state"], "draft");
        assert_eq!(unverified.post(&format!("{}/publish", api(&prepared)), Value::Null).await.expect(403).code(), "email_unverified");
        app.visitor().post("/api/events", rally("x", "2026-04-16")).await.expect(401);
        let asked = mia.post("/api/events", json!({"title": "Now", "starts_at": "2026-04-15T09:00", "state": "published"})).await.expect(403);
        assert_eq!(asked.code(), "publishing_is_for_organisers");
    }

    async fn what_is_deleted_can_come_back_for_thirty_days(app: TestApp) {
        let (ana, bea) = (ana(&app).await, app.member("Bea", &[Role::Organiser]).await);
        let event = create(&ana, rally("Ride", "2026-07-15")).await;
        let path = api(&event);
        bea.delete(&path).await.expect(403);
        ana.delete(&path).await.expect(204);
        ana.get(&path).await.expect(404);
        ana.delete(&path).await.expect(404);
        assert!(titles(&ana, "/api/events").await.is_empty());
        bea.post(&format!("{path}/restore"), Value::Null).await.expect(404);
        ana.post(&format!("{path}/restore"), Value::Null).await.expect(200);
        assert_eq!(titles(&app.visitor(), "/api/events?q=ride").await, ["Ride"]);
        ana.delete(&path).await.expect(204);
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 29));
        tessera_agenda::events::deeds::purge(&app.app, app.app.now()).await.unwrap();
        ana.post(&format!("{path}/restore"), Value::Null).await.expect(200);
        ana.delete(&path).await.expect(204);
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 31));
        let ana = app.sign_in(ana.account_id.unwrap(), app.community, "localhost:8080", "Ana").await;
        assert_eq!(tessera_agenda::events::deeds::purge(&app.app, app.app.now()).await.unwrap(), 1);
        ana.post(&format!("{path}/restore"), Value::Null).await.expect(404);
    }

    async fn organising_can_be_shared_and_handed_over(app: TestApp) {
        let (ana, bea, cleo) = (ana(&app).await, app.member("Bea", &[]).await, app.member("Cleo", &[]).await);
        let event = create(&ana, rally("Ride", "2026-04-15")).await;
        let path = api(&event);
        bea.patch(&path, json!({"title": "No"})).await.expect(403);
        ana.post(&format!("{path}/co-organisers"), json!({"email": "BEA@example.org"})).await.expect(201);
        bea.patch(&path, json!({"title": "Yes"})).await.expect(200);
        bea.delete(&path).await.expect(403);
        bea.post(&format!("{path}/co-organisers"), json!({"email": "cleo@example.org"})).await.expect(403);
        let nobody = ana.post(&format!("{path}/co-organisers"), json!({"email": "nobody@example.org"})).await.expect(422);
        assert_eq!(fields(&nobody.json()), [("email".to_owned(), "no_such_member".to_owned())]);
        let handed = ana.post(&format!("{path}/hand-over"), json!({"account_id": cleo.account_id.unwrap()})).await.expect(200).json();
        assert_eq!(handed["organiser"]["name"], "Cleo");
        let list = app.visitor().get(&format!("{path}/co-organisers")).await.expect(200).json();
        assert_eq!(list["items"].as_array().unwrap().iter().map(|o| o["name"].as_str().unwrap()).collect::<Vec<_>>(), ["Ana", "Bea"]);
        ana.patch(&path, json!({"title": "Still"})).await.expect(200);
        ana.delete(&path).await.expect(403);
        bea.delete(&format!("{path}/co-organisers/{}", bea.account_id.unwrap())).await.expect(204);
        bea.patch(&path, json!({"title": "No"})).await.expect(403);
        cleo.delete(&path).await.expect(204);
    }

    async fn a_copy_is_a_draft_of_its_own(app: TestApp) {
        let (ana, bea) = (ana(&app).await, app.member("Bea", &[]).await);
        let event = create(&ana, rally("Ride", "2026-04-15")).await;
        ana.post(&format!("{}/cancel", api(&event)), Value::Null).await.expect(200);
        let copy = bea.post(&format!("{}/duplicate", api(&event)), Value::Null).await.expect(201).json();
        assert_ne!(copy["id"], event["id"]);
        assert_eq!((&copy["state"], &copy["status"], &copy["organiser"]["name"], &copy["title"]), (&json!("draft"), &json!("EventScheduled"), &json!("Bea"), &json!("Ride")));
    }
}
