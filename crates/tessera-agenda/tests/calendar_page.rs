//! The calendar's page and the filters that members keep, as people and programs use them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod kit;

use kit::{ana, api, create, rally, start};
use serde_json::{Value, json};
use tessera_core::Role;
use tessera_testkit::{TestApp, both_engines};

both_engines! { start;
    async fn the_month_is_read_and_filtered_without_scripts(app: TestApp) {
        let ana = ana(&app).await;
        create(&ana, json!({"title": "Ride", "starts_at": "2026-04-15T09:00", "ends_at": "2026-04-15T18:00", "location": {"venue": "Main Square"}, "category": "tour"})).await;
        create(&ana, json!({"title": "Paint the shed", "kind": "task", "visibility": "public", "priority": "high", "starts_at": "2026-04-16T09:00"})).await;
        create(&ana, json!({"title": "Yoga", "starts_at": "2026-04-01T18:00", "recurrence": {"rrule": "FREQ=WEEKLY;COUNT=4"}})).await;
        let off = create(&ana, rally("Off", "2026-04-20")).await;
        ana.post(&format!("{}/cancel", api(&off)), Value::Null).await.expect(200);
        create(&ana, json!({"title": "Secret", "starts_at": "2026-04-21T09:00", "visibility": "private"})).await;
        let visitor = app.visitor();
        let page = visitor.get("/calendar?month=2026-04").await.expect(200);
        assert_eq!(page.select("h1"), ["April 2026"]);
        assert_eq!(page.select(".row h3"), ["Yoga", "Yoga", "Ride", "Yoga", "Paint the shed", "Off", "Yoga"]);
        assert!(page.select(".row .badge").contains(&"Task".to_owned()));
        assert_eq!(page.select(".row.off .badge.bad"), ["Cancelled"]);
        assert!(ana.get("/calendar?month=2026-04").await.expect(200).select(".row h3").contains(&"Secret".to_owned()));
        let of = async |query: &str| {
            visitor.get(&format!("/calendar?month=2026-04&{query}")).await.expect(200).select(".row h3")
        };
        assert_eq!(of("kinds=task").await, ["Paint the shed"]);
        assert_eq!(of("kinds=task&kinds=engagement").await, ["Paint the shed"]);
        assert_eq!(of("priority=high").await, ["Paint the shed"]);
        assert_eq!(of("status=EventCancelled").await, ["Off"]);
        assert_eq!(of("category=tour").await, ["Ride"]);
        assert_eq!(of("q=square").await, ["Ride"]);
        assert_eq!(of("from=2026-04-16&to=2026-04-20").await, ["Paint the shed", "Off"]);
        assert_eq!(of("organiser=0198c0de-0000-7000-8000-000000000000").await, Vec::<String>::new());
        assert_eq!(of("community=elsewhere").await, Vec::<String>::new());
        // What an address says wrong is left out; a page is always shown.
        assert_eq!(of("kinds=cake&organiser=me&from=soon&view=globe").await.len(), 7);
        let page = visitor.get("/calendar?month=2026-04&kinds=task&plain=yes").await.expect(200);
        assert!(page.select("[data-calendar]").is_empty());
        assert_eq!(page.attribute("a[rel=next]", "href").unwrap(), "/calendar?kinds=task&month=2026-05&plain=yes");
    }

    async fn only_kinds_that_something_brings_are_offered(app: TestApp) {
        let page = app.visitor().get("/calendar").await.expect(200);
        assert_eq!(page.select(".cal-kind"), ["Event", "Community event", "Engagement", "Task"]);
        let config: Value = serde_json::from_str(&page.attribute("[data-calendar]", "data-calendar").unwrap()).unwrap();
        assert_eq!(config["zone"], "Europe/Rome");
        assert_eq!(config["makes"], json!([]));
        let ana = ana(&app).await;
        let page = ana.get("/calendar").await.expect(200);
        let config: Value = serde_json::from_str(&page.attribute("[data-calendar]", "data-calendar").unwrap()).unwrap();
        assert_eq!(config["makes"][0], json!({"kind": "event", "label": "Event", "api": "/api/events", "page": "/events/new"}));
        assert!(config["words"].as_object().unwrap().values().all(|text| !text.as_str().unwrap().is_empty()));
    }

    async fn an_entry_says_where_and_at_which_version_it_is_changed(app: TestApp) {
        let ana = ana(&app).await;
        let series = create(&ana, json!({"title": "Yoga", "starts_at": "2026-04-01T18:00", "ends_at": "2026-04-01T19:00", "recurrence": {"rrule": "FREQ=WEEKLY;COUNT=4"}})).await;
        let window = "/api/calendar?start=2026-04-01&end=2026-05-01";
        let entries = ana.get(window).await.expect(200).json();
        let second = entries[1].clone();
        assert_eq!(second["extendedProps"]["change"], json!(api(&series)));
        assert_eq!(second["extendedProps"]["version"], 1);
        assert_eq!(second["extendedProps"]["differs"], false);
        let occurrence = second["extendedProps"]["occurrence"].as_str().unwrap();
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("occurrence", occurrence).finish();
        ana.patch(&format!("{}?scope=this&{query}", api(&series)), json!({"starts_at": "2026-04-09T18:00:00+02:00", "ends_at": "2026-04-09T19:00:00+02:00"})).await.expect(200);
        let entries = ana.get(window).await.expect(200).json();
        let moved = &entries[1];
        assert_eq!(moved["start"], "2026-04-09T18:00:00+02:00");
        assert_eq!(moved["extendedProps"]["differs"], true);
        // The date that differs is changed at its own address, against its own version.
        let own = moved["extendedProps"]["change"].as_str().unwrap();
        assert_ne!(own, api(&series));
        let back = json!({"starts_at": "2026-04-08T18:00:00+02:00", "ends_at": "2026-04-08T19:00:00+02:00"});
        let path = format!("{own}?scope=this&{query}");
        ana.json("PATCH".parse().unwrap(), &path, back.clone(), &[("if-match", "\"7\"")]).await.expect(412);
        ana.json("PATCH".parse().unwrap(), &path, back, &[("if-match", "\"1\"")]).await.expect(200);
        assert_eq!(ana.get(window).await.expect(200).json()[1]["start"], "2026-04-08T18:00:00+02:00");
        let visitor = app.visitor().get(window).await.expect(200).json();
        assert_eq!(visitor[0]["extendedProps"]["change"], Value::Null);
        assert_eq!(visitor[0]["extendedProps"]["version"], Value::Null);
    }

    async fn a_member_keeps_filters_under_names_of_their_own(app: TestApp) {
        let (ana, bob) = (ana(&app).await, app.member("Bob", &[Role::Member]).await);
        let path = "/api/me/calendar-filters";
        app.visitor().get(path).await.expect(401);
        let body = json!({"name": " My  tasks ", "filter": {"kinds": ["task"], "q": "lake", "view": "week"}});
        let kept = ana.post(path, body.clone()).await.expect(201).json();
        assert_eq!(kept["name"], "My tasks");
        assert_eq!(kept["filter"], json!({"kinds": ["task"], "q": "lake", "view": "week"}));
        assert!(kept["url"].as_str().unwrap().ends_with("/calendar?view=week&kinds=task&q=lake"));
        let again = ana.post(path, json!({"name": "MY TASKS"})).await.expect(422).json();
        assert_eq!(again["errors"][0]["code"], "filter_name_taken");
        bob.post(path, body).await.expect(201);
        let wrong = ana.post(path, json!({"name": "", "filter": {"kinds": ["cake"], "view": "globe"}})).await.expect(422).json();
        let fields: Vec<&str> = wrong["errors"].as_array().unwrap().iter().map(|e| e["field"].as_str().unwrap()).collect();
        assert_eq!(fields, ["name", "filter.kinds", "filter.view"]);
        ana.post(path, json!({"name": "x".repeat(81)})).await.expect(422);
        ana.post(path, json!({"name": "x", "filter": {"from": "soon"}})).await.expect(422);
        ana.post(path, json!({"name": "x", "filter": {"colour": "red"}})).await.expect(422);
        let one = format!("{path}/{}", kept["id"].as_str().unwrap());
        bob.delete(&one).await.expect(404);
        ana.delete(&one).await.expect(204);
        assert_eq!(ana.get(path).await.expect(200).json()["items"], json!([]));
        assert_eq!(bob.get(path).await.expect(200).json()["items"].as_array().unwrap().len(), 1);
    }

    async fn there_are_places_for_fifty_filters(app: TestApp) {
        let ana = ana(&app).await;
        let path = "/api/me/calendar-filters";
        for n in 0..50 {
            ana.post(path, json!({"name": format!("Filter {n}")})).await.expect(201);
        }
        let full = ana.post(path, json!({"name": "One more"})).await.expect(409).json();
        assert_eq!((full["code"].as_str().unwrap(), full["max"].as_str().unwrap()), ("too_many_filters", "50"));
        let kept = ana.get(path).await.expect(200).json();
        ana.delete(&format!("{path}/{}", kept["items"][7]["id"].as_str().unwrap())).await.expect(204);
        ana.post(path, json!({"name": "One more"})).await.expect(201);
    }

    async fn of_two_filters_of_one_name_saved_at_once_one_is_kept(app: TestApp) {
        let ana = ana(&app).await;
        let path = "/api/me/calendar-filters";
        let (one, two) = tokio::join!(
            ana.post(path, json!({"name": "Tasks"})),
            ana.post(path, json!({"name": "tasks"})),
        );
        let mut statuses = [one.status.as_u16(), two.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 422]);
        let (one, two) = tokio::join!(ana.post(path, json!({"name": "A"})), ana.post(path, json!({"name": "B"})));
        one.expect(201);
        two.expect(201);
    }

    async fn filters_are_saved_chosen_and_deleted_on_pages(app: TestApp) {
        let ana = ana(&app).await;
        let saved = ana.submit("/calendar/filters", &[("name", "Tasks"), ("filter", "kinds=task&view=week")]).await.expect(303);
        assert_eq!(saved.location(), "/calendar?view=week&kinds=task");
        let page = ana.get(&saved.location()).await.expect(200);
        assert_eq!(page.select(".flash p"), ["The filter is saved."]);
        assert_eq!(page.select(".cal-presets li a[aria-current]"), ["Tasks"]);
        let again = ana.submit("/calendar/filters", &[("name", "tasks"), ("filter", "kinds=event")]).await.expect(422);
        assert_eq!(again.select(".errors li"), ["You have a filter of this name already."]);
        assert_eq!(again.attribute("[data-calendar-query]", "value").unwrap(), "kinds=event");
        let delete = page.attribute(".cal-presets li form", "action").unwrap();
        let asked = ana.submit(&delete, &[]).await.expect(200);
        assert!(asked.text().contains("Tasks"));
        ana.submit(&delete, &[("confirmed", "yes")]).await.expect(303);
        ana.submit(&delete, &[("confirmed", "yes")]).await.expect(404);
        assert!(ana.get("/calendar").await.expect(200).select(".cal-presets li").is_empty());
    }

    async fn filters_are_in_the_export_and_go_with_the_account(app: TestApp) {
        let ana = ana(&app).await;
        ana.post("/api/me/calendar-filters", json!({"name": "Tasks", "filter": {"kinds": ["task"]}})).await.expect(201);
        let hooks = tessera_agenda::entries::slice().privacy.unwrap();
        let account = ana.account_id.unwrap();
        let data = (hooks.export)(app.app.clone(), account).await.unwrap();
        assert_eq!(data["calendar_filters"][0]["name"], "Tasks");
        assert_eq!(data["calendar_filters"][0]["filter"], json!({"kinds": ["task"]}));
        let tx = app.app.db.write().await.unwrap();
        (hooks.erase)(&app.app, &tx, account).await.unwrap();
        tx.commit().await.unwrap();
        let data = (hooks.export)(app.app.clone(), account).await.unwrap();
        assert_eq!(data["calendar_filters"], json!([]));
    }

    async fn what_was_typed_in_the_calendar_goes_on_in_the_form(app: TestApp) {
        let ana = ana(&app).await;
        let page = ana.get("/events/new?kind=task&title=Paint&day=2026-04-15&start_time=09%3A00&end_time=10%3A30").await.expect(200);
        assert_eq!(page.attribute("#f-title", "value").unwrap(), "Paint");
        assert_eq!(page.attribute("#f-start_date", "value").unwrap(), "2026-04-15");
        assert_eq!(page.attribute("#f-end_time", "value").unwrap(), "10:30");
        assert_eq!(page.attribute("#f-kind option[selected]", "value").unwrap(), "task");
    }
}
