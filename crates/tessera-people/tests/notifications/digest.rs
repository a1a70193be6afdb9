use super::{EVENT, Payload, TOLD, start, tell};
use tessera_people::notifications::{self, NewNotice};
use tessera_testkit::{TestApp, both_engines};

async fn at(app: &TestApp, moment: &str) -> Vec<tessera_testkit::Mail> {
    app.clock.set(moment.parse().unwrap());
    app.mails().await
}

both_engines! { start;
    async fn the_digest_leaves_at_eight_by_the_clocks_of_each_community(app: TestApp) {
        let boston = app.add_community("boston", "Boston Riders").await;
        let sql = "UPDATE communities SET timezone = 'America/New_York', locale = 'en' WHERE id = ?";
        app.execute(sql, vec![boston.into()]).await;
        let ana = app.member("Ana", &[]).await.account_id.unwrap();
        app.join(boston, ana, &[]).await;
        tell(&app, &EVENT, &[ana], "In Rome", "1").await;
        let there = app.app.community(boston).await.unwrap().unwrap();
        let tx = app.app.db.write().await.unwrap();
        let payload = Payload { text: "In Boston".into() };
        let new = NewNotice { kind: &EVENT, payload: &payload, key: "1".into(), by: None };
        notifications::notify(&tx, &app.app, &there, &[ana], &new).await.unwrap();
        tx.commit().await.unwrap();
        // It is noon in Rome, six in Boston.
        assert!(at(&app, "2026-04-01T11:59:59Z").await.is_empty());
        let mails = at(&app, "2026-04-01T12:00:00Z").await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].subject, "Boston Riders: 1 piece of news");
        assert!(mails[0].text.contains("In Boston") && !mails[0].text.contains("In Rome"), "{}", mails[0].text);
        assert!(at(&app, "2026-04-02T05:59:59Z").await.is_empty());
        let mails = at(&app, "2026-04-02T06:00:00Z").await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].subject, "Moto Club Torino: 1 novità");
        assert!(at(&app, "2026-04-10T06:00:00Z").await.is_empty(), "nothing new, no mail");
    }

    async fn the_digest_leaves_at_eight_when_the_clocks_have_changed(app: TestApp) {
        app.clock.set("2026-10-24T12:00:00Z".parse().unwrap());
        let ana = app.member("Ana", &[]).await.account_id.unwrap();
        tell(&app, &EVENT, &[ana], "Autumn", "1").await;
        assert!(at(&app, "2026-10-25T06:59:59Z").await.is_empty(), "it is seven there");
        assert_eq!(at(&app, "2026-10-25T07:00:00Z").await.len(), 1);
        app.clock.set("2027-03-27T12:00:00Z".parse().unwrap());
        tell(&app, &EVENT, &[ana], "Spring", "2").await;
        assert!(at(&app, "2027-03-28T05:59:59Z").await.is_empty());
        assert_eq!(at(&app, "2027-03-28T06:00:00Z").await.len(), 1);
    }

    async fn a_digest_tells_everything_since_the_last_one_by_what_it_is_about(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let to = [ana.account_id.unwrap()];
        let channels = serde_json::json!({"channels": {"news": {"email": "digest"}}});
        ana.patch("/api/me/preferences", channels).await.expect(200);
        tell(&app, &EVENT, &to, "Two new+Rally+Tour", "1").await;
        tell(&app, &TOLD, &to, "Something else", "2").await;
        app.clock.advance(jiff::SignedDuration::from_hours(2));
        tell(&app, &EVENT, &to, "Another", "3").await;
        let mails = at(&app, "2026-04-02T06:00:00Z").await;
        assert_eq!(mails.len(), 1, "one mail for all");
        let text = &mails[0].text;
        let order: Vec<usize> = ["Something else", "Rally", "http://localhost:8080/events/Rally", "Tour", "Another", "/inbox"]
            .iter()
            .map(|said| text.find(said).unwrap_or_else(|| panic!("no {said} in {text}")))
            .collect();
        assert!(order.is_sorted(), "{text}");
        assert!(!text.contains("Two new"), "its parts say it: {text}");
        assert!(mails[0].html.contains("15 April") && mails[0].html.contains("http://localhost:8080/events/Tour"));
        tell(&app, &EVENT, &to, "Later", "4").await;
        let mails = at(&app, "2026-04-03T06:00:00Z").await;
        assert!(mails[0].text.contains("Later") && !mails[0].text.contains("Rally"), "{}", mails[0].text);
    }

    async fn two_processes_at_once_send_one_digest_to_each(app: TestApp) {
        let other = app.another_process().await;
        let mut all = Vec::new();
        for n in 0..12 {
            all.push(app.member(&format!("M {n}"), &[]).await.account_id.unwrap());
        }
        tell(&app, &EVENT, &all, "New", "1").await;
        app.clock.set("2026-04-02T06:00:00Z".parse().unwrap());
        let (here, there) = (app.app.runner(), other.runner());
        let (a, b) = tokio::join!(here.run_until_idle(), there.run_until_idle());
        a.unwrap();
        b.unwrap();
        // What one had leased when the other looked is done by now; what is left is done here.
        let mut to: Vec<String> = app.mails().await.into_iter().map(|m| m.to).collect();
        to.sort();
        let len = to.len();
        to.dedup();
        assert_eq!((to.len(), len), (12, 12), "each has one: {to:?}");
    }

    async fn a_digest_whose_end_nobody_knows_is_not_repeated(app: TestApp) {
        let ana = app.member("Ana", &[]).await.account_id.unwrap();
        tell(&app, &EVENT, &[ana], "New", "1").await;
        app.clock.set("2026-04-02T06:00:00Z".parse().unwrap());
        assert_eq!(app.mails().await.len(), 1);
        // As a process that was stopped between the mail server's answer and its note of it leaves it.
        let unknown_end = "UPDATE mails SET state = 'waiting', handed_at = ?, sent_at = NULL WHERE kind = 'notice.digest'";
        app.execute(unknown_end, vec![app.app.now().into()]).await;
        let read = app.app.db.read();
        let q = tessera_platform::db::sql(&read, "SELECT id FROM mails WHERE kind = 'notice.digest'", vec![]);
        let row = sea_orm::ConnectionTrait::query_one_raw(&read, q).await.unwrap().unwrap();
        let mail: tessera_core::ids::MailId = row.try_get_by_index(0).unwrap();
        let tx = app.app.db.write().await.unwrap();
        let job = tessera_platform::jobs::NewJob {
            kind: tessera_platform::outbox::SEND,
            payload: &tessera_platform::outbox::SendMail { mail },
            run_at: app.app.now(),
            dedupe_key: Some(mail.to_string()),
            max_attempts: 8,
        };
        tessera_platform::jobs::enqueue(&tx, app.app.clock(), job).await.unwrap();
        tx.commit().await.unwrap();
        assert!(app.mails().await.is_empty());
        let admin = app.member("Ada", &[tessera_core::Role::Admin]).await;
        let page = admin.get("/manage/mail?state=failed").await.expect(200);
        assert!(page.text().contains("It may have arrived"), "{}", page.text());
        assert!(!page.text().contains("/retry"));
        admin.submit(&format!("/manage/mail/{mail}/retry"), &[]).await.expect(404);
    }
}
