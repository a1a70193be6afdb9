use super::{EVENT, TOLD, start, tell};
use serde_json::json;
use tessera_testkit::{TestApp, both_engines};

both_engines! { start;
    async fn what_reaches_one_is_chosen_over_the_api_and_what_is_not_known_is_refused(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let path = "/api/me/preferences";
        let defaults = json!({
            "news": true, "partner_events": true,
            "channels": {
                "news": {"email": "instant", "in_app": true},
                "partner_events": {"email": "digest", "in_app": true},
            },
        });
        assert_eq!(ana.get(path).await.expect(200).json(), defaults);
        let off = ana.patch(path, json!({"partner_events": false})).await.expect(200).json();
        assert_eq!((&off["partner_events"], &off["news"]), (&json!(false), &json!(true)));
        assert_eq!(off["channels"]["partner_events"], json!({"email": "off", "in_app": false}));
        let on = ana.patch(path, json!({"partner_events": true})).await.expect(200).json();
        assert_eq!(on, defaults);
        let one = json!({"channels": {"news": {"email": "digest"}}});
        let chosen = ana.patch(path, one).await.expect(200).json();
        assert_eq!(chosen["channels"]["news"], json!({"email": "digest", "in_app": true}));
        for (wrong, field, code) in [
            (json!({"partner_event": false}), "partner_event", "unknown_field"),
            (json!({"news": "no"}), "news", "wrong_type"),
            (json!({"channels": 1}), "channels", "wrong_type"),
            (json!({"channels": {"x": {}}}), "channels.x", "unknown_field"),
            (json!({"channels": {"news": {"email": "never"}}}), "channels.news.email", "bad_choice"),
            (json!({"channels": {"news": {"push": true}}}), "channels.news.push", "unknown_field"),
        ] {
            let answer = ana.patch(path, wrong).await.expect(422).json();
            assert_eq!((&answer["errors"][0]["field"], &answer["errors"][0]["code"]), (&json!(field), &json!(code)));
        }
        assert_eq!(ana.get(path).await.expect(200).json(), chosen, "nothing of what was refused is kept");
        app.visitor().get(path).await.expect(401);
    }

    async fn who_wants_no_part_of_something_is_not_told_it_in_any_way(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let to = [ana.account_id.unwrap()];
        ana.patch("/api/me/preferences", json!({"news": false})).await.expect(200);
        let quiet = json!({"channels": {"partner_events": {"in_app": false}}});
        ana.patch("/api/me/preferences", quiet).await.expect(200);
        assert_eq!(tell(&app, &TOLD, &to, "No", "1").await, 0);
        assert_eq!(tell(&app, &EVENT, &to, "By mail alone", "2").await, 1);
        assert_eq!(ana.get("/api/notifications").await.json()["items"], json!([]));
        app.clock.advance(jiff::SignedDuration::from_hours(24));
        assert_eq!(app.mails().await.len(), 1);
    }

    async fn what_reaches_one_is_chosen_on_a_page(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let page = ana.get("/me/notifications").await.expect(200);
        assert_eq!(page.select("main section h2").len(), 2);
        assert!(page.text().contains("08:00") || page.text().contains("8:00"), "{}", page.text());
        let form = [("email_news", "digest"), ("email_partner_events", "off"), ("in_app_partner_events", "yes")];
        let done = ana.submit("/me/notifications", &form).await.expect(303);
        assert_eq!(done.location(), "/me/notifications");
        let now = ana.get("/api/me/preferences").await.json();
        assert_eq!(now["channels"]["news"], json!({"email": "digest", "in_app": false}));
        assert_eq!(now["channels"]["partner_events"], json!({"email": "off", "in_app": true}));
        // A form that is broken changes nothing.
        ana.submit("/me/notifications", &[("email_news", "sometimes")]).await.expect(303);
        assert_eq!(ana.get("/api/me/preferences").await.json(), now);
    }
}
