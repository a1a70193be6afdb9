use super::start;
use tessera_testkit::{TestApp, both_engines};
use tessera_web::routes::Kind;

/// What stands outside of the slices' API: the document itself, and its page.
const NOT_DESCRIBED: [&str; 1] = ["/api/docs"];

both_engines! { start;
    async fn the_api_document_and_the_router_tell_the_same(app: TestApp) {
        let paths = app.document["paths"].as_object().unwrap().clone();
        for rule in app.rules.all() {
            let described = paths.get(&rule.path).is_some_and(|p| p.get(rule.method.as_str().to_lowercase()).is_some());
            assert_eq!(described, rule.kind == Kind::Api, "{} {}", rule.method, rule.path);
            let of_api = rule.path.starts_with("/api/") || rule.path.starts_with("/.well-known/");
            let under_api = of_api && !NOT_DESCRIBED.contains(&rule.path.as_str());
            assert_eq!(under_api, rule.kind == Kind::Api, "{} {} is under /api or not of the API", rule.method, rule.path);
        }
        let served = app.visitor().get("/api/openapi.json").await.expect(200).json();
        assert_eq!(served["openapi"], "3.1.0");
        assert_eq!(served["paths"], app.document["paths"]);
    }

    async fn every_endpoint_says_what_it_does_and_what_it_answers(app: TestApp) {
        for (path, item) in app.document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let summary = operation["summary"].as_str().or(operation["description"].as_str()).unwrap_or_default();
                assert!(!summary.is_empty(), "{method} {path} has no summary");
                assert!(operation["responses"].as_object().is_some_and(|r| !r.is_empty()), "{method} {path} answers nothing");
            }
        }
    }

    async fn every_scope_of_a_route_is_one_that_a_token_can_be_given(app: TestApp) {
        let offered: Vec<&str> = app.app.slices.iter().flat_map(|s| s.scopes).copied().collect();
        for rule in app.rules.all() {
            if let Some(scope) = rule.scope {
                assert!(offered.contains(&scope), "{} {} asks for {scope}, which no slice offers", rule.method, rule.path);
            }
        }
    }

    async fn the_api_document_can_be_read_as_a_page(app: TestApp) {
        let page = app.visitor().reading("it").get("/api/docs").await.expect(200);
        assert_eq!(page.select("h1"), ["L’API"]);
        assert!(!page.select(".head code").is_empty(), "the introduction names fields as code");
        let shown = page.select(".head, details summary, details li").concat();
        assert!(!shown.contains('`'), "Markdown as it is: {shown}");
    }
}
