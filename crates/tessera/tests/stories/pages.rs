//! Every page in every language, empty and overfull, for those who may see it.

use super::start;
use http::Method;
use serde_json::json;
use tessera_core::{Locale, Role};
use tessera_testkit::{Actor, TestApp, TestResponse, both_engines};
use tessera_web::routes::Kind;

/// The pages without a parameter in their address.
fn plain_pages(app: &TestApp) -> Vec<String> {
    let rules = app.rules.clone();
    let pages = rules.all().into_iter().filter(|r| r.kind == Kind::Page && r.method == Method::GET);
    pages.map(|r| r.path.clone()).filter(|p| !p.contains('{')).collect()
}

#[track_caller]
fn check(page: &TestResponse, path: &str, locale: Locale) {
    let status = page.status.as_u16();
    assert!(status < 500, "{path} in {locale} answers {status}");
    if page.header("content-type").is_none_or(|t| !t.starts_with("text/html")) {
        return;
    }
    let text = page.text();
    let html = scraper::Html::parse_document(&text);
    let count = |css: &str| html.select(&scraper::Selector::parse(css).unwrap()).count();
    assert_eq!(count(&format!("html[lang={}]", locale.code())), 1, "{path}");
    assert_eq!(count("h1"), 1, "{path} in {locale} has one heading of the first order");
    assert_eq!(count("title:not(:empty)"), 1, "{path} in {locale} has a title");
    assert_eq!(count("img:not([alt])"), 0, "{path}: every picture has words");
    assert_eq!(count("main input:not([name])"), 0, "{path}: every field has a name");
    assert!(
        !text.contains("<script>") && !text.contains(" onclick="),
        "{path} in {locale} has script in the page"
    );
}

async fn visit_all(app: &TestApp, who: &[Actor], paths: &[String]) {
    for locale in Locale::ALL {
        for actor in who {
            for path in paths {
                check(&actor.reading(locale.code()).get(path).await, path, locale);
            }
        }
    }
    assert_eq!(
        app.app.catalogue.missed(),
        Vec::<String>::new(),
        "texts that were asked for and are not there"
    );
}

both_engines! { start;
    async fn every_page_is_shown_in_every_language_while_there_is_nothing_yet(app: TestApp) {
        let who = [app.visitor(), app.member("ana", &[]).await, app.member("ada", &[Role::Admin]).await, app.operator("olga").await];
        let paths = plain_pages(&app);
        assert!(paths.len() > 20, "{paths:?}");
        visit_all(&app, &who, &paths).await;
    }

    async fn every_page_is_shown_in_every_language_with_the_longest_of_everything(app: TestApp) {
        let organiser = app.member("Ana-Sofía 🏍 <b>O’Brien</b> \u{200f}مريم", &[Role::Organiser, Role::Admin]).await;
        let title = format!("<script>alert(1)</script> {}", "ÀÉ☂ ".repeat(57));
        let mut paths = plain_pages(&app);
        for (n, visibility) in ["public", "private", "public"].into_iter().enumerate() {
            let body = json!({
                "title": title.chars().take(255).collect::<String>(),
                "description": format!("# {}\n\n<img src=x onerror=alert(1)>\n\n| a | b |\n|---|---|\n| {} | d |", "x".repeat(300), "w".repeat(300)),
                "starts_at": format!("2026-04-1{n}"), "ends_at": format!("2026-05-2{n}"), "all_day": true,
                "location": {"venue": "V".repeat(255), "room": "R".repeat(255), "address": "A ".repeat(250).trim(), "lat": -89.999, "lon": 179.999},
                "visibility": visibility, "capacity": 1_000_000, "category": "c".repeat(60),
            });
            let event = organiser.post("/api/events", body).await.expect(201).json();
            let id = event["id"].as_str().unwrap().to_owned();
            organiser.post(&format!("/api/events/{id}/invite"), json!({"email": format!("{}{n}@example.org", "a".repeat(60))})).await.expect(200);
            let rules = app.rules.clone();
            let of_it = rules.all().into_iter().filter(|r| r.kind == Kind::Page && r.method == Method::GET);
            paths.extend(of_it.filter(|r| r.path.starts_with("/events/{id}")).map(|r| r.path.replace("{id}", &id)));
        }
        paths.sort();
        paths.dedup();
        let stranger = app.member("Bo", &[]).await;
        visit_all(&app, &[organiser, stranger, app.visitor()], &paths).await;
    }
}
