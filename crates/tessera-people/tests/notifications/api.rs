use super::{EVENT, TOLD, start, tell};
use serde_json::json;
use tessera_testkit::{TestApp, both_engines};

both_engines! { start;
    async fn the_inbox_is_read_page_by_page_and_marked_over_the_api(app: TestApp) {
        let (ana, bob) = (app.member("Ana", &[]).await, app.member("Bob", &[]).await);
        let to = [ana.account_id.unwrap()];
        for n in 1..=5 {
            tell(&app, &TOLD, &to, &format!("N {n}"), &n.to_string()).await;
        }
        tell(&app, &EVENT, &to, "Two+A+B", "e").await;
        let first = ana.get("/api/notifications?limit=2").await.expect(200).json();
        let titles = |list: &serde_json::Value| -> Vec<String> {
            list["items"].as_array().unwrap().iter().map(|i| i["title"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!((titles(&first), &first["unread"]), (vec!["Two+A+B".to_owned(), "N 5".to_owned()], &json!(6)));
        let one = &first["items"][0];
        assert_eq!((&one["kind"], &one["preference"]), (&json!("demo.event"), &json!("partner_events")));
        assert_eq!(one["items"][1], json!({"title": "B", "text": "15 April", "url": "http://localhost:8080/events/B"}));
        assert_eq!(one["read_at"], json!(null));
        let next = first["next"].as_str().unwrap();
        let second = ana.get(&format!("/api/notifications?limit=4&cursor={next}")).await.expect(200).json();
        assert_eq!((titles(&second).len(), &second["next"]), (4, &json!(null)));
        let ids: Vec<&str> = first["items"].as_array().unwrap().iter().map(|i| i["id"].as_str().unwrap()).collect();
        // Those of somebody else are left alone.
        assert_eq!(bob.post("/api/notifications/read", json!({"ids": ids})).await.expect(200).json(), json!({"unread": 0}));
        assert_eq!(ana.post("/api/notifications/read", json!({"ids": ids})).await.expect(200).json(), json!({"unread": 4}));
        assert_eq!(titles(&ana.get("/api/notifications?unread=true").await.json()).len(), 4);
        assert_eq!(ana.post("/api/notifications/read", json!({"all": true})).await.expect(200).json(), json!({"unread": 0}));
        for wrong in [json!({}), json!({"ids": ["x"]}), json!({"ids": [], "all": true}), json!({"ids": vec![to[0].to_string(); 501]})] {
            ana.post("/api/notifications/read", wrong).await.expect(422);
        }
        ana.post("/api/notifications/read", json!({"id": "x"})).await.expect(422);
        app.visitor().get("/api/notifications").await.expect(401);
    }

    async fn the_count_of_unread_costs_the_same_whatever_lies_behind(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let to = [ana.account_id.unwrap()];
        for n in 0..120 {
            tell(&app, &TOLD, &to, &format!("N {n}"), &n.to_string()).await;
        }
        assert_eq!(ana.get("/api/notifications").await.json()["unread"], json!(100));
        let page = ana.get("/community/members").await.expect(200);
        assert_eq!(page.select(".bar .count"), ["99+"]);
        let before = app.app.db.statements_sent();
        ana.get("/community/members").await.expect(200);
        let with = app.app.db.statements_sent() - before;
        ana.post("/api/notifications/read", json!({"all": true})).await.expect(200);
        let before = app.app.db.statements_sent();
        let page = ana.get("/community/members").await.expect(200);
        assert!(page.select(".bar .count").is_empty());
        assert_eq!(app.app.db.statements_sent() - before, with);
    }

    async fn an_inbox_is_put_into_words_with_few_questions(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let to = [ana.account_id.unwrap()];
        tell(&app, &TOLD, &to, "N", "first").await;
        let before = app.app.db.statements_sent();
        ana.get("/inbox").await.expect(200);
        let for_one = app.app.db.statements_sent() - before;
        for n in 0..25 {
            tell(&app, &TOLD, &to, &format!("N {n}"), &n.to_string()).await;
        }
        let before = app.app.db.statements_sent();
        assert_eq!(ana.get("/inbox").await.expect(200).select(".notices h2").len(), 26);
        assert_eq!(app.app.db.statements_sent() - before, for_one);
    }
}
