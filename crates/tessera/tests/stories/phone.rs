//! Pages as an app on a phone.

use super::start;
use serde_json::json;
use tessera_core::Role;
use tessera_testkit::{TestApp, both_engines};

both_engines! { start;
    async fn a_community_is_installed_under_its_own_name_and_pictures(app: TestApp) {
        let visitor = app.visitor();
        let answer = visitor.get("/manifest.webmanifest").await.expect(200);
        assert_eq!(answer.header("content-type"), Some("application/manifest+json"));
        let manifest = answer.json();
        let page = visitor.get("/").await.expect(200).text();
        let name = manifest["name"].as_str().unwrap().to_owned();
        assert!(page.contains(&format!("<span>{name}</span>")), "{name}");
        for icon in manifest["icons"].as_array().unwrap() {
            let picture = visitor.get(icon["src"].as_str().unwrap()).await.expect(200);
            assert_eq!(picture.header("content-type"), Some("image/png"));
        }
        visitor.get("/app-icon/180.png").await.expect(200);
        visitor.get("/app-icon/9000.png").await.expect(404);
        assert!(page.contains(r#"<link rel="manifest" href="/manifest.webmanifest">"#), "{page}");
        let italian = app.visitor().reading("it").get("/manifest.webmanifest").await.json();
        assert_eq!(italian["lang"], "it");
    }

    async fn the_worker_knows_the_files_of_the_pages_and_five_languages(app: TestApp) {
        let answer = app.visitor().get("/sw.js").await.expect(200);
        assert_eq!(answer.header("cache-control"), Some("no-cache"));
        assert!(answer.header("content-type").unwrap().starts_with("text/javascript"));
        let script = answer.text();
        let known = script.strip_prefix("self.TESSERA=").unwrap().split_once(";self.TESSERA.release=").unwrap().0;
        let known: serde_json::Value = serde_json::from_str(known).unwrap();
        for file in known["assets"].as_array().unwrap() {
            app.visitor().get(file.as_str().unwrap()).await.expect(200);
        }
        for language in ["en", "it", "fr", "es", "de"] {
            let sentence = known["words"][language]["asItWas"].as_str().unwrap();
            assert!(sentence.contains("{day}") && sentence.contains("{time}"), "{language}: {sentence}");
        }
    }

    async fn every_page_and_answer_says_whose_it_is_and_not_who_that_is(app: TestApp) {
        let (ana, bo) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bo", &[]).await);
        let reader = |answer: tessera_testkit::TestResponse| answer.header("tessera-reader").unwrap().to_owned();
        let of_ana = reader(ana.get("/").await.expect(200));
        assert_eq!(reader(ana.get("/calendar").await), of_ana);
        assert_eq!(reader(ana.get("/api/calendar").await), of_ana);
        assert_ne!(reader(bo.get("/").await), of_ana);
        for path in ["/", "/calendar", "/api/calendar"] {
            assert_eq!(reader(app.visitor().get(path).await), "visitor");
            // The second is the one that was kept for visitors.
            assert_eq!(reader(app.visitor().get(path).await), "visitor");
        }
        let body = json!({"title": "Choir", "starts_at": "2026-04-15T20:00"});
        let made = ana.post("/api/events", body).await.expect(201);
        assert_eq!(made.header("tessera-reader"), None, "only what is read is kept");
    }
}
