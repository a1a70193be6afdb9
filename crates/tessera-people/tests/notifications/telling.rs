use super::{EVENT, TOLD, start, tell, tell_by, tell_everyone, withdraw};
use serde_json::json;
use tessera_core::Role;
use tessera_testkit::{TestApp, both_engines};

both_engines! { start;
    async fn what_is_told_under_one_key_twice_at_once_is_one_notice_and_one_mail(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let to = [ana.account_id.unwrap()];
        let other = app.another_process().await;
        let (first, second) = tokio::join!(
            tell_by(&app.app, &TOLD, &to, "Once", "key"),
            tell_by(&other, &TOLD, &to, "Once", "key"),
        );
        assert_eq!(first + second, 1, "one of two is told");
        assert_eq!(tell(&app, &TOLD, &to, "Again", "key").await, 0);
        let list = ana.get("/api/notifications").await.expect(200).json();
        assert_eq!(list["items"].as_array().unwrap().len(), 1);
        assert_eq!((&list["items"][0]["title"], &list["unread"]), (&json!("Once"), &json!(1)));
        assert_eq!(app.mails().await.len(), 1);
        assert_eq!(tell(&app, &TOLD, &to, "Another", "another key").await, 1);
        assert_eq!(app.mails().await.len(), 1);
    }

    async fn who_is_no_active_member_is_told_nothing_and_who_is_not_verified_is_not_mailed(app: TestApp) {
        let (ana, bob) = (app.member("Ana", &[]).await, app.member("Bob", &[]).await);
        let una = app.unverified("Una", &[]).await;
        let stranger = app.account("Stranger", true, false).await;
        let sql = "UPDATE memberships SET state = 'suspended' WHERE account_id = ?";
        app.execute(sql, vec![bob.account_id.unwrap().into()]).await;
        let all = [&ana, &bob, &una].map(|a| a.account_id.unwrap());
        assert_eq!(tell(&app, &TOLD, &[all[0], all[1], all[2], stranger], "Hello", "k").await, 2);
        let mails = app.mails().await;
        assert_eq!(mails.iter().map(|m| m.to.as_str()).collect::<Vec<_>>(), ["ana@example.org"]);
        assert_eq!(una.get("/api/notifications").await.expect(200).json()["unread"], 1);
    }

    async fn all_members_but_who_caused_it_are_told_in_batches(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let mut values: Vec<sea_orm::Value> = Vec::new();
        for n in 0..900_u128 {
            let id = uuid::Uuid::from_u128(n + 1);
            values.extend::<[sea_orm::Value; 5]>([
                id.into(),
                format!("m{n}@example.org").into(),
                format!("m{n}@example.org").into(),
                app.app.now().into(),
                app.app.now().into(),
            ]);
        }
        let rows = vec!["(?, ?, ?, 'M', 'm', ?, FALSE, '{}', ?)"; 900].join(", ");
        let sql = format!(
            "INSERT INTO accounts (id, email, email_key, name, name_key, email_verified_at, operator, profile, created_at) VALUES {rows}"
        );
        app.execute(&sql, values).await;
        let sql = "INSERT INTO memberships (id, community_id, account_id, roles, state, joined_at) \
                   SELECT id, ?, id, 'member', 'active', created_at FROM accounts WHERE name_key = 'm'";
        app.execute(sql, vec![app.community.into()]).await;
        let before = app.app.db.statements_sent();
        tell_everyone(&app, &EVENT, ana.account_id, "New events", "run-1").await;
        app.run_jobs().await;
        let sent = app.app.db.statements_sent() - before;
        assert!(sent < 90, "{sent} statements for 900 members");
        let count = "SELECT COUNT(*) FROM notices";
        let read = app.app.db.read();
        let row = sea_orm::ConnectionTrait::query_one_raw(&read, tessera_platform::db::sql(&read, count, vec![]));
        assert_eq!(row.await.unwrap().unwrap().try_get_by_index::<i64>(0).unwrap(), 900);
        assert_eq!(ana.get("/api/notifications").await.expect(200).json()["unread"], 0);
        tell_everyone(&app, &EVENT, ana.account_id, "New events", "run-1").await;
        app.run_jobs().await;
        let row = sea_orm::ConnectionTrait::query_one_raw(&read, tessera_platform::db::sql(&read, count, vec![]));
        assert_eq!(row.await.unwrap().unwrap().try_get_by_index::<i64>(0).unwrap(), 900);
    }

    async fn what_is_no_longer_so_is_neither_shown_nor_mailed_nor_counted(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let to = [ana.account_id.unwrap()];
        tell(&app, &TOLD, &to, "Stays", "1").await;
        tell(&app, &TOLD, &to, "Goes", "2").await;
        tell(&app, &EVENT, &to, "Goes", "3").await;
        withdraw(&app, "Goes").await;
        assert_eq!(app.mails().await.iter().map(|m| m.subject.as_str()).collect::<Vec<_>>(), ["Stays"]);
        let page = ana.get("/inbox").await.expect(200);
        assert_eq!(page.select(".notices h2"), ["Stays"]);
        assert_eq!(ana.get("/api/notifications").await.json()["unread"], 1);
        app.clock.advance(jiff::SignedDuration::from_hours(48));
        assert!(app.mails().await.is_empty(), "a digest of nothing is no mail");
    }

    async fn what_is_kept_of_somebody_is_given_to_them_and_forgotten_with_them(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let account = ana.account_id.unwrap();
        tell(&app, &TOLD, &[account], "Hello", "1").await;
        ana.patch("/api/me/preferences", json!({"news": false})).await.expect(200);
        let privacy = tessera_people::notifications::slice().privacy.unwrap();
        let export = (privacy.export)(app.app.clone(), account).await.unwrap();
        assert_eq!(export["notices"][0]["about"]["text"], "Hello");
        assert_eq!(export["preferences"].as_array().unwrap().len(), 2);
        let tx = app.app.db.write().await.unwrap();
        (privacy.erase)(&app.app, &tx, account).await.unwrap();
        tx.commit().await.unwrap();
        let export = (privacy.export)(app.app.clone(), account).await.unwrap();
        assert_eq!(export, json!({"notices": [], "preferences": []}));
    }

    async fn what_was_read_is_forgotten_after_a_season_and_the_rest_after_a_year(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let to = [ana.account_id.unwrap()];
        tell(&app, &TOLD, &to, "Read", "1").await;
        ana.post("/api/notifications/read", json!({"all": true})).await.expect(200);
        tell(&app, &TOLD, &to, "Unread", "2").await;
        app.run_jobs().await;
        let hooks = tessera_people::notifications::slice().privacy.unwrap();
        let left = || async {
            let kept = (hooks.export)(app.app.clone(), to[0]).await.unwrap();
            kept["notices"].as_array().unwrap().len()
        };
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 89));
        app.run_jobs().await;
        assert_eq!(left().await, 2);
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 2));
        app.run_jobs().await;
        assert_eq!(left().await, 1);
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 320));
        app.run_jobs().await;
        assert_eq!(left().await, 0);
    }
}
