//! Stories of the list on other websites, on both engines. The element itself is looked at in a browser (`e2e`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::testing::start;
use serde_json::json;
use tessera_core::Role;
use tessera_testkit::{TestApp, both_engines};

both_engines! { start;
    async fn other_websites_get_the_coming_public_events_in_words(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let event = async |body| ana.post("/api/events", body).await.expect(201).json();
        event(json!({"title": "Rally <b>", "starts_at": "2026-04-15T09:00", "ends_at": "2026-04-15T18:00", "location": {"venue": "Main Square"}})).await;
        event(json!({"title": "Choir", "starts_at": "2026-04-02T20:00", "recurrence": {"rrule": "FREQ=WEEKLY;COUNT=3"}})).await;
        event(json!({"title": "Dinner", "starts_at": "2026-04-03T20:00", "is_public": false})).await;
        event(json!({"title": "Off", "starts_at": "2026-04-20", "status": "EventCancelled", "kind": "community_event"})).await;
        event(json!({"title": "Setup", "starts_at": "2027-01-15T09:00", "timezone": "America/New_York", "kind": "task", "visibility": "public"})).await;
        let origin = [("origin", "https://club.example"), ("accept-language", "es")];
        let answer = app.visitor().get_with("/embed/events.json", &origin).await.expect(200);
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        assert_eq!(answer.header("set-cookie"), None);
        let list = answer.json();
        // In the community's language, whatever the reader's browser speaks.
        assert_eq!((&list["language"], &list["hue"], &list["all"]["url"]), (&json!("it"), &json!(28), &json!("http://localhost:8080/")));
        let titles: Vec<&str> = list["items"].as_array().unwrap().iter().map(|i| i["title"].as_str().unwrap()).collect();
        assert_eq!(titles, ["Choir", "Choir", "Rally <b>", "Choir", "Off", "Setup"]);
        let rally = &list["items"][2];
        assert_eq!((&rally["when"], &rally["place"], &rally["day"]), (&json!("Mercoledì 15 aprile, 9:00–18:00"), &json!("Main Square"), &json!("15")));
        assert!(list["items"][0]["url"].as_str().unwrap().contains("?occurrence=20260402T180000Z"));
        assert_eq!((&list["items"][4]["cancelled"], &list["items"][4]["note"]), (&json!(true), &json!("Annullato")));
        let setup = list["items"][5]["when"].as_str().unwrap();
        assert!(setup.contains("2027") && setup.contains("New York"), "{setup}");
        let german = app.visitor().get("/embed/events.json?lang=de&limit=1").await.expect(200).json();
        assert_eq!((&german["all"]["label"], german["items"].as_array().unwrap().len()), (&json!("Alle Termine"), 1));
        let tasks = app.visitor().get("/embed/events.json?kinds=task,community_event&limit=900").await.expect(200).json();
        assert_eq!(tasks["items"].as_array().unwrap().len(), 2);
        app.visitor().get("/embed/events.json?kinds=party").await.expect(422);
        // Who is signed in gets no more than anybody.
        assert!(!ana.get("/embed/events.json").await.expect(200).text().contains("Dinner"));
        let tag = answer.header("etag").unwrap().to_owned();
        app.visitor().get_with("/embed/events.json", &[("if-none-match", &tag)]).await.expect(304);
    }

    async fn an_organiser_copies_code_that_is_of_use_without_scripts(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        app.member("Luca", &[]).await.get("/manage/embed").await.expect(403);
        let page = ana.get("/manage/embed?limit=5&lang=de&kinds=task&kinds=event&theme=dark").await.expect(200);
        let code = page.select("#embed-code")[0].clone();
        for part in [
            "<script src=\"http://localhost:8080/embed.js\" async></script>",
            "<tessera-events host=\"http://localhost:8080\" limit=\"5\" lang=\"de\" kinds=\"task,event\" theme=\"dark\">",
            "<a href=\"http://localhost:8080/\">Nächste Termine von Moto Club Torino</a>",
        ] {
            assert!(code.contains(part), "{part} in {code}");
        }
        assert_eq!(page.select("tessera-events a").len(), 3);
        assert_eq!(page.attribute("tessera-events", "theme").as_deref(), Some("dark"));
        let wrong = ana.get("/manage/embed?limit=0&lang=xx&theme=%22%3E%3Cscript%3E").await.expect(200);
        assert_eq!(wrong.select(".error span"), ["Between 1 and 50."]);
        assert!(wrong.select("#embed-code")[0].contains("limit=\"10\" lang=\"it\">"));
    }
}
