//! Stories of share links, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::{privacy, store};
use crate::testing::start;
use futures::future::join_all;
use jiff::SignedDuration;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tessera_core::Role;
use tessera_platform::db::sql;
use tessera_testkit::{Actor, TestApp, TestResponse, both_engines};

async fn make(who: &Actor, body: Value) -> Value {
    who.post("/api/share-links", body).await.expect(201).json()
}

fn path(link: &Value, field: &str) -> String {
    let url = link[field].as_str().unwrap_or_else(|| panic!("no {field}: {link}"));
    url.strip_prefix("http://localhost:8080").unwrap().to_owned()
}

async fn event(who: &Actor, title: &str, starts_at: &str, more: Value) -> String {
    let mut body = json!({"title": title, "starts_at": starts_at});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    who.post("/api/events", body).await.expect(201).json()["id"].as_str().unwrap().to_owned()
}

async fn views(who: &Actor, link: &Value) -> i64 {
    let list = who.get("/api/share-links").await.expect(200).json();
    let same = |l: &&Value| l["id"] == link["id"];
    list["items"].as_array().unwrap().iter().find(same).unwrap()["view_count"].as_i64().unwrap()
}

/// What whoever meets a closed link is told.
fn assert_closed(answer: &TestResponse, status: u16) {
    assert_eq!(answer.status.as_u16(), status);
    assert_eq!(answer.select("h1"), ["This link is closed"]);
    assert!(answer.text().contains("Ask whoever gave it to you for a new one."));
}

both_engines! { start;
    async fn a_link_shows_the_public_events_that_were_chosen_and_no_private_one(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        event(&ana, "Rally", "2026-05-10T09:00", json!({})).await;
        event(&ana, "Setup", "2026-05-09T09:00", json!({"kind": "task", "visibility": "public"})).await;
        event(&ana, "Board dinner", "2026-05-11T20:00", json!({"is_public": false})).await;
        event(&ana, "Summer ride", "2026-07-01T09:00", json!({})).await;
        event(&ana, "Choir", "2026-04-29T20:00", json!({"recurrence": {"rrule": "FREQ=WEEKLY;COUNT=3"}})).await;
        let body = json!({"name": "Spring", "kinds": ["event"], "from": "2026-05-01", "to": "2026-05-31"});
        let link = make(&ana, body).await;
        assert_eq!((&link["kinds"], &link["from"], &link["max_views"]), (&json!(["event"]), &json!("2026-05-01"), &json!(null)));
        for reader in [&app.visitor(), &ana, &app.member("Ada", &[Role::Admin]).await] {
            let page = reader.get(&path(&link, "url")).await.expect(200);
            assert_eq!(page.select("h1"), ["Spring"]);
            assert_eq!(page.select(".rows h3"), ["Choir", "Rally", "Choir"], "each date of a series in the range");
            let feed = reader.get(&path(&link, "ics_url")).await.expect(200).text();
            assert!(feed.contains("SUMMARY:Rally") && feed.contains("SUMMARY:Choir"), "{feed}");
            for hidden in ["Board dinner", "Setup", "Summer ride"] {
                assert!(!page.text().contains(hidden) && !feed.contains(hidden), "{hidden}");
            }
        }
        // Everything that is coming, where nothing is chosen.
        let all = make(&ana, json!({"name": "All"})).await;
        let page = app.visitor().reading("it").get(&path(&all, "url")).await.expect(200);
        assert_eq!(page.select(".rows h3"), ["Choir", "Choir", "Setup", "Rally", "Choir", "Summer ride"]);
        assert!(page.text().contains("Tutto · i prossimi eventi"), "{}", page.text());
        assert!(!page.text().contains("Board dinner"));
    }

    async fn opening_the_page_is_a_view_and_a_calendar_that_asks_is_none(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let link = make(&ana, json!({"name": "Spring", "max_views": 2})).await;
        let (page, feed) = (path(&link, "url"), path(&link, "ics_url"));
        let visitor = app.visitor();
        for _ in 0..5 {
            visitor.get(&feed).await.expect(200);
            visitor.send(visitor.request(http::Method::HEAD, &page).body(String::new()).unwrap()).await.expect(200);
        }
        assert_eq!(views(&ana, &link).await, 0);
        let tag = visitor.get(&feed).await.header("etag").unwrap().to_owned();
        visitor.get_with(&feed, &[("if-none-match", &tag)]).await.expect(304);
        visitor.get(&page).await.expect(200);
        assert_eq!(views(&ana, &link).await, 1);
        // However a program writes the UUID.
        visitor.get(&page.to_uppercase().replace("/S/", "/s/")).await.expect(200);
        assert_closed(&visitor.get(&page).await, 410);
        assert_eq!(visitor.get(&feed).await.expect(410).code(), "share_link_closed");
        assert_eq!(views(&ana, &link).await, 2);
        let state = &ana.get("/api/share-links").await.json()["items"][0]["state"];
        assert_eq!(state, "used_up");
    }

    async fn of_many_who_open_it_at_once_no_more_get_in_than_may(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let link = make(&ana, json!({"name": "Five only", "max_views": 5})).await;
        let page = path(&link, "url");
        let visitors: Vec<Actor> = (0..20).map(|_| app.visitor()).collect();
        let answers = join_all(visitors.iter().map(|v| v.get(&page))).await;
        let inside = answers.iter().filter(|a| a.status.as_u16() == 200).count();
        assert_eq!((inside, answers.iter().filter(|a| a.status.as_u16() == 410).count()), (5, 15));
        assert_eq!(views(&ana, &link).await, 5);
    }

    async fn what_is_shown_is_kept_by_nobody_in_between(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let link = make(&ana, json!({"name": "Spring"})).await;
        let page = app.visitor().get(&path(&link, "url")).await.expect(200);
        assert_eq!(page.header("cache-control"), Some("private, no-store"));
        assert_eq!(page.header("x-robots-tag"), Some("noindex, nofollow"));
        assert_eq!(page.header("referrer-policy"), Some("same-origin"));
        assert_eq!(page.attribute("meta[name=robots]", "content").as_deref(), Some("noindex"));
        let feed = app.visitor().get_with(&path(&link, "ics_url"), &[("origin", "https://elsewhere.example")]).await.expect(200);
        assert_eq!(feed.header("cache-control"), Some("private, no-cache"));
        assert_eq!(feed.header("access-control-allow-origin"), Some("*"));
        assert!(feed.text().contains("X-WR-CALNAME:Spring · Moto Club Torino"));
        // The next event is there at once.
        event(&ana, "Rally", "2026-05-10T09:00", json!({})).await;
        assert!(app.visitor().get(&path(&link, "url")).await.text().contains("Rally"));
    }

    async fn a_closed_link_says_so_in_one_way_whyever_it_is(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let visitor = app.visitor();
        let expiring = make(&ana, json!({"name": "April", "expires_at": "2026-04-02"})).await;
        assert_eq!(expiring["expires_at"], "2026-04-02T21:59:59Z");
        visitor.get(&path(&expiring, "url")).await.expect(200);
        app.clock.advance(SignedDuration::from_hours(48));
        assert_closed(&visitor.get(&path(&expiring, "url")).await, 410);
        let revoked = make(&ana, json!({"name": "Mistake"})).await;
        ana.delete(&format!("/api/share-links/{}", revoked["id"].as_str().unwrap())).await.expect(204);
        ana.delete(&format!("/api/share-links/{}", revoked["id"].as_str().unwrap())).await.expect(204);
        assert_closed(&visitor.get(&path(&revoked, "url")).await, 410);
        assert_closed(&visitor.get("/s/5f0c6f3e-8c1b-4a55-9d2a-0123456789ab").await, 404);
        assert_closed(&visitor.get("/s/anything").await, 404);
        assert_eq!(visitor.get("/s/5f0c6f3e-8c1b-4a55-9d2a-0123456789ab.ics").await.expect(404).code(), "share_link_closed");
        assert_eq!(visitor.get(&path(&expiring, "ics_url")).await.expect(410).code(), "share_link_closed");
        let german = visitor.reading("de").get(&path(&revoked, "url")).await.expect(410);
        assert_eq!(german.select("h1"), ["Dieser Link ist geschlossen"]);
    }

    async fn a_link_belongs_to_its_community(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let link = make(&ana, json!({"name": "Spring"})).await;
        let milano = app.add_community("milano", "Moto Club Milano").await;
        let there = app.visitor().at("milano.localhost:8080");
        assert_closed(&there.get(&path(&link, "url")).await, 404);
        let mia = app.member_of(milano, "milano.localhost:8080", "Mia", &[Role::Admin]).await;
        mia.delete(&format!("/api/share-links/{}", link["id"].as_str().unwrap())).await.expect(404);
        assert_eq!(mia.get("/api/share-links").await.json()["items"], json!([]));
    }

    async fn those_who_publish_make_links_and_admins_look_after_all(app: TestApp) {
        let body = || json!({"name": "Spring"});
        app.visitor().post("/api/share-links", body()).await.expect(401);
        app.member("Luca", &[Role::Promoter]).await.post("/api/share-links", body()).await.expect(403);
        app.unverified("Una", &[Role::Organiser]).await.post("/api/share-links", body()).await.expect(403);
        let (ana, bea) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bea", &[Role::Organiser]).await);
        let ada = app.member("Ada", &[Role::Admin]).await;
        let link = make(&ana, body()).await;
        let id = link["id"].as_str().unwrap();
        assert_eq!(bea.get("/api/share-links").await.json()["items"], json!([]));
        bea.delete(&format!("/api/share-links/{id}")).await.expect(404);
        bea.submit(&format!("/manage/share-links/{id}/restore"), &[]).await.expect(404);
        // An admin sees whose it is, not its address.
        let seen = ada.get("/api/share-links").await.json()["items"][0].clone();
        assert_eq!((&seen["created_by"]["name"], &seen["url"], &seen["ics_url"]), (&json!("Ana"), &json!(null), &json!(null)));
        assert_eq!(ada.get("/api/share-links?mine=true").await.json()["items"], json!([]));
        let token = path(&link, "url");
        assert!(!ada.get("/manage/share-links").await.expect(200).text().contains(&token));
        assert!(ana.get("/manage/share-links").await.expect(200).text().contains(&token));
        ada.delete(&format!("/api/share-links/{id}")).await.expect(204);
        app.visitor().get(&token).await.expect(410);
        let rows = tessera_platform::audit::list(&app.app.db.read(), app.community, None, 10).await.unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].action.as_str(), rows[0].actor_id), ("share_link.revoke", ada.account_id));
        assert_eq!(rows[0].subject, format!("account:{}", ana.account_id.unwrap()));
    }

    async fn a_link_rests_while_its_maker_may_not_publish(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let ada = app.member("Ada", &[Role::Admin]).await;
        let link = make(&ana, json!({"name": "Spring"})).await;
        let page = path(&link, "url");
        let state = async |sql: &str| {
            app.execute(sql, vec![ana.account_id.unwrap().into()]).await;
            (app.visitor().get(&page).await.status.as_u16(), ada.get("/api/share-links").await.json()["items"][0]["state"].clone())
        };
        assert_eq!(state("UPDATE memberships SET roles = 'promoter member' WHERE account_id = ?").await, (410, json!("paused")));
        assert_eq!(state("UPDATE memberships SET roles = 'admin member' WHERE account_id = ?").await, (200, json!("open")));
        assert_eq!(state("UPDATE memberships SET state = 'suspended' WHERE account_id = ?").await, (410, json!("paused")));
        assert_eq!(state("UPDATE memberships SET state = 'active' WHERE account_id = ?").await, (200, json!("open")));
    }

    async fn a_member_has_a_hundred_open_links_and_no_more(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let first = make(&ana, json!({"name": "First"})).await;
        for n in 1..98 {
            make(&ana, json!({"name": format!("Link {n}")})).await;
        }
        let posts: Vec<_> = (0..6).map(|_| ana.post("/api/share-links", json!({"name": "At once"}))).collect();
        let answers = join_all(posts).await;
        let made = answers.iter().filter(|a| a.status.as_u16() == 201).count();
        assert_eq!(made, 2, "{:?}", answers.iter().map(|a| a.status).collect::<Vec<_>>());
        assert_eq!(answers.iter().find(|a| a.status.as_u16() != 201).unwrap().code(), "too_many_share_links");
        let id = first["id"].as_str().unwrap();
        ana.delete(&format!("/api/share-links/{id}")).await.expect(204);
        make(&ana, json!({"name": "In its place"})).await;
        // Nor is one opened again beyond them.
        ana.submit(&format!("/manage/share-links/{id}/restore"), &[]).await.expect(409);
        let list = ana.get("/api/share-links?limit=60").await.expect(200).json();
        let rest = ana.get(&format!("/api/share-links?cursor={}", list["next"].as_str().unwrap())).await.expect(200).json();
        assert_eq!((list["items"].as_array().unwrap().len(), rest["items"].as_array().unwrap().len()), (60, 41));
        assert_eq!(rest["next"], json!(null));
        let again = ana.submit("/manage/share-links/new", &[("name", "One more")]).await.expect(409);
        assert!(again.text().contains("You have 100 open links."), "{}", again.text());
        assert_eq!(ana.get("/manage/share-links").await.expect(200).select("section h2").len(), 50);
    }

    async fn a_form_keeps_what_was_typed_and_says_what_does_not_fit(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        ana.get("/manage/share-links/new").await.expect(200);
        let fields = [("name", "x"), ("kinds", "task"), ("from", "2026-05-02"), ("to", "2026-05-01"), ("expires_at", "2026-03-01"), ("max_views", "0")];
        let page = ana.submit("/manage/share-links/new", &fields).await.expect(422);
        assert_eq!(page.select(".error span"), ["The end is before the start.", "This is over already.", "Between 1 and 1,000,000."]);
        assert_eq!(page.attribute("#f-to", "value").as_deref(), Some("2026-05-01"));
        assert!(page.attribute("input[value=task]", "checked").is_some());
        let words = ana.submit("/manage/share-links/new", &[("name", "x"), ("max_views", "many")]).await.expect(422);
        assert_eq!(words.select(".error span"), ["This is no number."]);
        let bad = ana.post("/api/share-links", json!({"name": "", "colour": "red"})).await.expect(422).json();
        assert_eq!(bad["errors"][0]["code"], "unknown_field");
        // What was read can be sent back.
        let link = make(&ana, json!({"name": "Spring"})).await;
        make(&ana, link).await;
    }

    async fn closing_a_link_can_be_undone(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        ana.submit("/manage/share-links/new", &[("name", "Spring")]).await.expect(303);
        let list = ana.get("/manage/share-links").await.expect(200);
        assert!(list.text().contains("The link is ready."));
        let page = list.select(".copy-line code")[0].strip_prefix("http://localhost:8080").unwrap().to_owned();
        let revoke = list.attribute("form[action$=revoke]", "action").unwrap();
        assert_eq!(ana.submit(&revoke, &[]).await.expect(303).location(), "/manage/share-links");
        app.visitor().get(&page).await.expect(410);
        let list = ana.get("/manage/share-links").await.expect(200);
        let undo = list.attribute(".flash form", "action").unwrap();
        assert_eq!(list.select(".copy-line").len(), 0);
        ana.submit(&undo, &[]).await.expect(303);
        app.visitor().get(&page).await.expect(200);
    }

    async fn a_token_is_nowhere_in_the_database_as_it_is(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let link = make(&ana, json!({"name": "Spring"})).await;
        let token = path(&link, "url").rsplit('/').next().unwrap().to_owned();
        assert_eq!(uuid::Uuid::parse_str(&token).unwrap().get_version_num(), 4);
        let conn = app.app.db.read();
        let row = conn.query_one_raw(sql(&conn, "SELECT token_hash, token_sealed FROM share_links", vec![])).await.unwrap().unwrap();
        let (hash, sealed): (String, String) = (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap());
        assert_eq!(hash, tessera_platform::tokens::hash(&token));
        assert!(sealed.starts_with("v1.") && !sealed.contains(&token));
        // Under another key it works on, and cannot be shown.
        app.execute("UPDATE share_links SET token_sealed = 'v1.AAAA'", vec![]).await;
        assert!(ana.get("/manage/share-links").await.expect(200).text().contains("secret key was changed"));
        app.visitor().get(&path(&link, "url")).await.expect(200);
    }

    async fn what_is_kept_of_somebody_is_given_to_them_and_goes_with_them(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let link = make(&ana, json!({"name": "Spring", "kinds": ["task"]})).await;
        let account = ana.account_id.unwrap();
        let told = (privacy::PRIVACY.export)(app.app.clone(), account).await.unwrap();
        assert_eq!((&told["share_links"][0]["name"], &told["share_links"][0]["kinds"]), (&json!("Spring"), &json!(["task"])));
        let tx = app.app.db.write().await.unwrap();
        (privacy::PRIVACY.erase)(&app.app, &tx, account).await.unwrap();
        tx.commit().await.unwrap();
        assert!(store::list_of_account(&app.app.db.read(), account).await.unwrap().is_empty());
        app.visitor().get(&path(&link, "url")).await.expect(404);
    }

    async fn links_that_are_closed_for_long_are_forgotten(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let (kept, revoked) = (make(&ana, json!({"name": "Kept"})).await, make(&ana, json!({"name": "Revoked"})).await);
        make(&ana, json!({"name": "Expired", "expires_at": "2026-04-02"})).await;
        let used = make(&ana, json!({"name": "Used up", "max_views": 1})).await;
        app.visitor().get(&path(&used, "url")).await.expect(200);
        ana.delete(&format!("/api/share-links/{}", revoked["id"].as_str().unwrap())).await.expect(204);
        let names = async || -> Vec<String> {
            let found = store::list(&app.app.db.read(), app.community, None, None, 10).await.unwrap();
            found.into_iter().map(|l| l.shows.name).collect()
        };
        app.clock.advance(SignedDuration::from_hours(24 * 29));
        app.run_jobs().await;
        assert_eq!(names().await.len(), 4);
        app.clock.advance(SignedDuration::from_hours(24 * 3));
        app.run_jobs().await;
        assert_eq!(names().await, ["Kept"]);
        app.visitor().get(&path(&kept, "url")).await.expect(200);
    }
}
