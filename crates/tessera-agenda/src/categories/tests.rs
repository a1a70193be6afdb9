//! Categories as organisers make them and readers see them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::testing::start;
use serde_json::{Value, json};
use tessera_core::Role;
use tessera_testkit::{TestApp, both_engines};

const API: &str = "/api/categories";
const PNG: &[u8] = include_bytes!("../../tests/fixtures/red.png");

both_engines! { start;
    async fn a_category_gives_a_word_its_colour_and_cover(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let event = |category: &str| json!({"title": format!("On {category}"), "starts_at": "2026-04-15T09:00", "category": category});
        let rides = ana.post("/api/events", event("Rides")).await.expect(201).json();
        ana.post("/api/events", event("Own word")).await.expect(201);
        let colours = || async {
            let found = app.visitor().get("/api/calendar?start=2026-04-01").await.expect(200).json();
            found.as_array().unwrap().iter().map(|e| e["color"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(colours().await, ["#1f6f54", "#1f6f54"]);
        let page = format!("/events/{}", rides["id"].as_str().unwrap());
        assert!(app.visitor().get(&page).await.expect(200).attribute("img.cover", "src").is_none());
        let made = ana.post(API, json!({"name": "rídes", "colour": "#ffffff"})).await.expect(201).json();
        assert_eq!(made["colour"], json!("#767676"));
        let mut now = colours().await;
        now.sort();
        assert_eq!(now, ["#1f6f54", "#767676"]);
        // A cover is kept as long as the category shows it, and shown where the event has no picture.
        let image = ana.upload("/api/images", "file", "red.png", "image/png", PNG, &[]).await.expect(201).json();
        let path = format!("{API}/{}", made["id"].as_str().unwrap());
        let changed = ana.patch(&path, json!({"image_url": image["image_url"]})).await.expect(200).json();
        assert_eq!((&changed["image_url"], &changed["version"]), (&image["image_url"], &json!(2)));
        let seen = app.visitor().get(&page).await.expect(200);
        assert_eq!(seen.attribute("img.cover", "src").map(|src| format!("http://localhost:8080{src}")), image["image_url"].as_str().map(str::to_owned));
        assert_eq!(seen.attribute(".badge.coloured", "style").as_deref(), Some("--colour:#767676"));
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 9));
        app.run_jobs().await;
        app.visitor().get(&seen.attribute("img.cover", "src").unwrap()).await.expect(200);
        let agenda = app.visitor().get("/?category=RIDES&from=2026-04-01").await.expect(200);
        assert_eq!((agenda.select(".row h3"), agenda.select(".row .coloured")), (vec!["On Rides".to_owned()], vec!["Rides".to_owned()]));
        assert_eq!(agenda.select("#f-category option"), ["Any category", "rídes"]);
        assert_eq!(app.visitor().get("/?category=own+WORD&from=2026-04-01").await.expect(200).select(".row h3"), ["On Own word"]);
        ana.patch(&path, json!({"image_url": null})).await.expect(200);
        assert_eq!(app.visitor().get(API).await.expect(200).json()["items"][0]["image_url"], Value::Null);
        ana.delete(&path).await.expect(204);
        assert_eq!(colours().await, ["#1f6f54", "#1f6f54"]);
    }

    async fn of_two_categories_with_one_name_one_is_kept(app: TestApp) {
        let (ana, ada) = (app.member("Ana", &[Role::Organiser]).await, app.member("Ada", &[Role::Admin]).await);
        let (one, two) = tokio::join!(ana.post(API, json!({"name": "Fête"})), ada.post(API, json!({"name": "FETE"})));
        let mut answers = [one.status.as_u16(), two.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(answers, [201, 422]);
        let other = ana.post(API, json!({"name": "Other"})).await.expect(201).json();
        let path = format!("{API}/{}", other["id"].as_str().unwrap());
        assert_eq!(ana.patch(&path, json!({"name": "fete"})).await.expect(422).json()["errors"][0]["code"], json!("name_taken"));
        for bad in [json!({"name": " "}), json!({"name": "n".repeat(101)}), json!({"colour": "red"}), json!({"image_url": "https://elsewhere.example/x.png"}), json!({"hue": 7})] {
            ana.patch(&path, bad).await.expect(422);
        }
        ana.json(http::Method::PATCH, &path, json!({"name": "Late"}), &[("if-match", "\"9\"")]).await.expect(412);
        app.member("Mia", &[]).await.post(API, json!({"name": "Mine"})).await.expect(403);
        app.visitor().post(API, json!({"name": "Mine"})).await.expect(401);
    }

    async fn a_category_is_made_and_changed_without_scripts(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let list = "/manage/categories";
        assert_eq!(ana.get(list).await.expect(200).select(".empty h2"), ["No categories yet"]);
        let refused = ana.upload(list, "picture", "x.png", "image/png", b"none", &[("name", "Rides"), ("colour", "#ffff00")]).await.expect(422);
        assert!(!refused.select("#f-picture-error").is_empty());
        ana.upload(list, "picture", "x.png", "image/png", PNG, &[("name", "Rides"), ("colour", "#ffff00")]).await.expect(303);
        let page = ana.get(list).await.expect(200);
        assert_eq!(page.select("tbody .coloured"), ["Rides"]);
        assert!(page.select(".flash p")[0].contains("darker"), "{:?}", page.select(".flash p"));
        let path = page.attribute("tbody a:last-child", "href").unwrap();
        let edit = ana.get(&path).await.expect(200);
        let (image, version) = (edit.attribute("input[name=image_url]", "value").unwrap(), edit.attribute("input[name=version]", "value").unwrap());
        assert!(image.starts_with("/images/"));
        let typed = [("name", "Tours"), ("colour", "#1f6f54"), ("image_url", image.as_str()), ("remove_picture", "yes"), ("version", version.as_str())];
        ana.upload(&path, "picture", "", "application/octet-stream", b"", &typed).await.expect(303);
        ana.upload(&path, "picture", "", "application/octet-stream", b"", &typed).await.expect(412);
        assert_eq!(ana.get(&path).await.expect(200).attribute("input[name=image_url]", "value").as_deref(), Some(""));
        assert_eq!(ana.get("/events/new").await.expect(200).attribute("#categories option", "value").as_deref(), Some("Tours"));
        assert_eq!(ana.submit(&format!("{path}/delete"), &[]).await.expect(200).select("h1"), ["Delete the category"]);
        ana.submit(&format!("{path}/delete"), &[("confirmed", "yes")]).await.expect(303);
        ana.get(&path).await.expect(404);
    }
}
