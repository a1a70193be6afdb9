//! Lists of events: windows, paging, filters, search, and what they cost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod kit;

use kit::{ana, create, rally, start, titles};
use serde_json::json;
use tessera_testkit::{TestApp, both_engines};

both_engines! { start;
    async fn a_list_begins_now_with_what_is_under_way(app: TestApp) {
        // It is Wednesday 1 April 2026, noon in Rome.
        let ana = ana(&app).await;
        for (title, from, to) in [
            ("Over", "2026-04-01T09:00", "2026-04-01T11:00"),
            ("Under way", "2026-04-01T11:00", "2026-04-01T13:00"),
            ("Next", "2026-04-02T09:00", "2026-04-02T10:00"),
            ("Exhibition", "2026-02-01T09:00", "2026-05-01T18:00"),
            ("Long over", "2026-01-01T09:00", "2026-03-01T18:00"),
            ("Next year", "2027-04-02T09:00", "2027-04-02T10:00"),
        ] {
            create(&ana, json!({"title": title, "starts_at": from, "ends_at": to})).await;
        }
        create(&ana, json!({"title": "Today", "starts_at": "2026-04-01"})).await;
        create(&ana, json!({"title": "Noon", "starts_at": "2026-04-01T12:30"})).await;
        let visitor = app.visitor();
        assert_eq!(titles(&visitor, "/api/events").await, ["Exhibition", "Today", "Under way", "Noon", "Next", "Next year"]);
        assert_eq!(titles(&ana, "/api/events").await, titles(&visitor, "/api/events").await);
        assert_eq!(titles(&visitor, "/api/events?from=2026-01-01&to=2026-03-31").await, ["Long over", "Exhibition"]);
        assert_eq!(titles(&visitor, "/api/events?from=2026-04-02&to=2026-04-02").await, ["Exhibition", "Next"]);
        assert_eq!(titles(&visitor, "/api/events?from=2026-04-02T10:00:00%2B02:00").await, ["Exhibition", "Next year"]);
        assert_eq!(titles(&visitor, "/api/events?skip=1&limit=2").await, ["Today", "Under way"]);
        assert_eq!(titles(&visitor, "/api/events?sort=-starts_at&limit=2").await, ["Next year", "Next"]);
        let page = visitor.get("/api/events?limit=2&kind=event").await.expect(200);
        assert_eq!(page.header("link"), Some("<http://localhost:8080/api/events?kind=event&skip=2&limit=2>; rel=\"next\""));
        assert_eq!(visitor.get("/api/events?skip=4&limit=2").await.expect(200).header("link"), None);
        let problem = visitor.get("/api/events?from=soon&kind=party&sort=colour").await.expect(422).json();
        assert_eq!(problem["errors"].as_array().unwrap().len(), 3);
    }

    async fn a_search_knows_neither_case_nor_accents(app: TestApp) {
        let ana = ana(&app).await;
        create(&ana, json!({"title": "Caffè d’Élite", "starts_at": "2026-05-01T09:00", "location": {"venue": "Città Vecchia"}})).await;
        create(&ana, json!({"title": "Straßenfest", "starts_at": "2026-05-02T09:00", "description": "Mit **Kaffee** und Kuchen"})).await;
        create(&ana, json!({"title": "Caffè di ieri", "starts_at": "2026-01-01T09:00"})).await;
        create(&ana, json!({"title": "Mostra del caffè", "starts_at": "2026-01-02", "ends_at": "2026-06-01"})).await;
        let visitor = app.visitor();
        for (q, found) in [
            ("CAFFE", vec!["Mostra del caffè", "Caffè d’Élite"]),
            ("caff%C3%A8%20citta", vec!["Caffè d’Élite"]),
            ("elite", vec!["Caffè d’Élite"]),
            ("STRASSEN", vec!["Straßenfest"]),
            ("kuch", vec!["Straßenfest"]),
            ("affe", vec![]),
            ("%25", vec!["Mostra del caffè", "Caffè d’Élite", "Straßenfest"]),
            ("%22%27*%20OR%20caffe", vec![]),
        ] {
            assert_eq!(titles(&visitor, &format!("/api/events?q={q}")).await, found, "{q}");
            assert_eq!(titles(&ana, &format!("/api/events?q={q}")).await, found, "{q}");
        }
        assert_eq!(titles(&visitor, "/api/events?q=caffe&from=2025-01-01").await, ["Caffè di ieri", "Mostra del caffè", "Caffè d’Élite"]);
        assert_eq!(titles(&visitor, "/api/events?place=CITTA").await, ["Caffè d’Élite"]);
    }

    async fn lists_are_narrowed_by_kind_category_and_status(app: TestApp) {
        let ana = ana(&app).await;
        create(&ana, json!({"title": "Task", "kind": "task", "starts_at": "2026-05-01T09:00", "visibility": "public"})).await;
        create(&ana, json!({"title": "Ride", "category": "Città", "starts_at": "2026-05-02T09:00"})).await;
        let off = create(&ana, rally("Off", "2026-05-03")).await;
        ana.patch(&kit::api(&off), json!({"status": "EventCancelled"})).await.expect(200);
        let visitor = app.visitor();
        assert_eq!(titles(&visitor, "/api/events?kind=task").await, ["Task"]);
        assert_eq!(titles(&visitor, "/api/events?kind=task,event").await, ["Task", "Ride", "Off"]);
        assert_eq!(titles(&visitor, "/api/events?category=CITTA").await, ["Ride"]);
        assert_eq!(titles(&visitor, "/api/events?status=EventCancelled").await, ["Off"]);
    }

    async fn a_page_of_many_costs_as_much_as_a_page_of_one(app: TestApp) {
        let ana = ana(&app).await;
        create(&ana, rally("First", "2026-05-01")).await;
        let cost = async |path: &str| {
            let before = app.app.db.statements_sent();
            ana.get(path).await.expect(200);
            app.app.db.statements_sent() - before
        };
        let (list, search, visitors) = (cost("/api/events").await, cost("/api/events?q=fir").await, {
            let before = app.app.db.statements_sent();
            app.visitor().get("/api/events").await.expect(200);
            app.app.db.statements_sent() - before
        });
        for i in 0..30 {
            create(&ana, rally(&format!("First {i}"), "2026-05-01")).await;
        }
        assert_eq!((cost("/api/events").await, cost("/api/events?q=fir").await), (list, search));
        assert!(visitors <= 2, "a visitor's list takes {visitors} statements");
        // A second visitor is given what the first one was, until something changes.
        app.visitor().get("/api/events").await.expect(200);
        let before = app.app.db.statements_sent();
        assert_eq!(titles(&app.visitor(), "/api/events").await.len(), 31);
        assert_eq!(app.app.db.statements_sent() - before, 1);
        create(&ana, rally("Last", "2026-05-01")).await;
        assert_eq!(titles(&app.visitor(), "/api/events").await.len(), 32);
    }
}
