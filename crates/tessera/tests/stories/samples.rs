//! The sample data of a new server: there when asked for, in the chosen language, and gone without a trace.

use tessera::slices;
use tessera_testkit::{Actor, Engine, TestApp, both_engines};

async fn start_empty(engine: Engine) -> TestApp {
    TestApp::start_empty(engine, slices::slices(), slices::identity(), |_| {}).await
}

async fn set_up(app: &TestApp, locale: &str) -> Actor {
    let ana = app.visitor();
    let form = [
        ("name", "Moto Club Torino"),
        ("timezone", "Europe/Rome"),
        ("locale", locale),
        ("registration", "open"),
        ("admin_name", "Ana Rossi"),
        ("email", "ana@example.org"),
        ("password", "tre gatti sul tetto"),
        ("samples", "yes"),
    ];
    ana.submit("/setup", &form).await.expect(303);
    ana
}

async fn titles(actor: &Actor) -> Vec<String> {
    let list = actor.get("/api/events?from=2026-01-01T00:00:00Z&limit=200").await.expect(200).json();
    list.as_array().unwrap().iter().map(|e| e["title"].as_str().unwrap().to_owned()).collect()
}

both_engines! { start_empty;
    async fn a_new_community_has_something_to_look_at_until_it_is_taken_away(app: TestApp) {
        let ana = set_up(&app, "it").await;
        let seen = titles(&app.visitor()).await;
        assert!(seen.len() >= 20, "{}", seen.len());
        assert!(seen.iter().any(|t| t == "Serata aperta"), "{seen:?}");
        assert!(!seen.iter().any(|t| t == "Riunione del direttivo"), "a private one is not for visitors");
        assert!(titles(&ana).await.iter().any(|t| t == "Riunione del direttivo"));
        assert!(app.mails().await.is_empty(), "nobody is written to about what is made up");

        let own = serde_json::json!({"title": "Our own", "starts_at": "2026-05-01T10:00:00"});
        ana.post("/api/events", own).await.expect(201);
        ana.submit("/manage/settings/samples/clear", &[("confirmed", "yes")]).await.expect(303);
        assert_eq!(titles(&ana).await, ["Our own"]);
        ana.submit("/manage/settings/samples/fill", &[]).await.expect(303);
        assert!(titles(&ana).await.len() > 20);
    }
}
