use super::{TOLD, start, tell, tell_by};
use serde_json::json;
use tessera_platform::db::Engine;
use tessera_testkit::{TestApp, both_engines};
use tokio_util::sync::CancellationToken;

both_engines! { start;
    async fn an_open_page_hears_of_a_new_notice_and_of_what_was_read(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let to = [ana.account_id.unwrap()];
        tell(&app, &TOLD, &to, "Before", "0").await;
        let mut events = ana.listen("/api/stream", &[]).await;
        assert_eq!(events.status, 200);
        let header = |name: &str| events.headers.get(name).map(|v| v.to_str().unwrap().to_owned());
        assert_eq!(header("content-type").as_deref(), Some("text/event-stream"));
        assert_eq!(header("content-encoding"), None, "what is gathered to be compressed comes late");
        assert!(header("cache-control").unwrap().contains("no-"));
        let first = events.next().await.unwrap();
        assert_eq!((first.name.as_str(), &first.data), ("unread", &json!({"unread": 1})));
        tell(&app, &TOLD, &to, "Now", "1").await;
        let event = events.next().await.unwrap();
        assert_eq!((event.name.as_str(), &event.data["title"], &event.data["unread"]), ("notice", &json!("Now"), &json!(2)));
        assert_eq!(event.data["url"], "http://localhost:8080/community/members");
        assert_eq!(event.data["id"], event.id.as_str());
        ana.post("/api/notifications/read", json!({"all": true})).await.expect(200);
        assert_eq!(events.next().await.unwrap().data, json!({"unread": 0}));
        // Coming back after the last one that was heard.
        drop(events);
        tell(&app, &TOLD, &to, "Missed", "2").await;
        let mut events = ana.listen("/api/stream", &[("last-event-id", &event.id)]).await;
        assert_eq!(events.next().await.unwrap().name, "unread");
        assert_eq!(events.next().await.unwrap().data["title"], "Missed");
    }

    async fn nobody_hears_what_is_somebody_elses_or_more_than_they_may(app: TestApp) {
        let (ana, bob) = (app.member("Ana", &[]).await, app.member("Bob", &[]).await);
        let mut hers = ana.listen("/api/stream?topics=demo:open", &[]).await;
        assert_eq!(hers.next().await.unwrap().name, "unread");
        tell(&app, &TOLD, &[bob.account_id.unwrap()], "For Bob", "1").await;
        let tx = app.app.db.write().await.unwrap();
        tx.tell("demo:open");
        tx.commit().await.unwrap();
        let event = hers.next().await.unwrap();
        assert_eq!((event.name.as_str(), event.data), ("topic", json!({"topic": "demo:open"})));
        let tx = app.app.db.write().await.unwrap();
        tx.tell("demo:open");
        tx.rollback().await.unwrap();
        tell(&app, &TOLD, &[ana.account_id.unwrap()], "For Ana", "1").await;
        assert_eq!(hers.next().await.unwrap().data["title"], "For Ana", "what was rolled back is not told");
        ana.get("/api/stream?topics=demo:shut").await.expect(404);
        ana.get(&format!("/api/stream?topics=account:{}", bob.account_id.unwrap().0.simple())).await.expect(422);
        ana.get("/api/stream?topics=demo").await.expect(422);
        let many = (0..11).map(|n| format!("demo:{n}")).collect::<Vec<_>>().join(",");
        ana.get(&format!("/api/stream?topics={many}")).await.expect(422);
        app.visitor().get("/api/stream").await.expect(401);
    }

    async fn a_stream_ends_with_the_sign_in_the_membership_and_the_program(app: TestApp) {
        let (ana, bob, eve) = (app.member("Ana", &[]).await, app.member("Bob", &[]).await, app.member("Eve", &[]).await);
        let ada = app.member("Ada", &[tessera_core::Role::Admin]).await;
        let mut streams = Vec::new();
        for who in [&ana, &bob, &eve] {
            let mut events = who.listen("/api/stream", &[]).await;
            events.next().await.unwrap();
            streams.push(events);
        }
        ana.submit("/sign-out", &[]).await.expect(303);
        assert_eq!(streams[0].next().await, None, "signed out");
        let suspend = format!("/api/members/{}/suspend", bob.account_id.unwrap());
        ada.post(&suspend, json!({})).await;
        assert_eq!(streams[1].next().await, None, "suspended");
        app.app.live().end();
        assert_eq!(streams[2].next().await, None, "the program stops");
    }

    async fn one_account_has_a_few_streams_and_not_more(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let mut open = Vec::new();
        for _ in 0..8 {
            let events = ana.listen("/api/stream", &[]).await;
            assert_eq!(events.status, 200);
            open.push(events);
        }
        let refused = ana.get("/api/stream").await.expect(429);
        assert!(refused.header("retry-after").is_some());
        open.pop();
        assert_eq!(ana.listen("/api/stream", &[]).await.status, 200);
    }

    async fn what_another_process_tells_is_heard_here(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let other = app.another_process().await;
        let stop = CancellationToken::new();
        let (here, until) = (app.app.clone(), stop.clone());
        let listening = tokio::spawn(async move { here.db.listen(until).await });
        let mut events = ana.listen("/api/stream?topics=demo:open", &[]).await;
        events.next().await.unwrap();
        // Whether or not this process listens already, the notice comes; the topic, once it does.
        tell_by(&other, &TOLD, &[ana.account_id.unwrap()], "From there", "1").await;
        loop {
            let event = events.next().await.unwrap();
            if event.name == "notice" {
                assert_eq!(event.data["title"], "From there");
                break;
            }
        }
        if app.app.db.engine() == Engine::Postgres {
            let tx = other.db.write().await.unwrap();
            tx.tell("demo:open");
            tx.commit().await.unwrap();
            assert_eq!(events.next().await.unwrap().data, json!({"topic": "demo:open"}));
        }
        stop.cancel();
        listening.await.unwrap();
    }
}
