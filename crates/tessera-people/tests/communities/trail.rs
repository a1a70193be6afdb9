//! The audit trail, the mails and the operators' page.

use crate::{count, start};
use sea_orm::ConnectionTrait;
use serde_json::json;
use tessera_core::Role;
use tessera_platform::jobs::{NewJob, enqueue};
use tessera_testkit::{TestApp, both_engines};

both_engines! { start;
    async fn deeds_are_told_in_words_and_who_was_erased_has_no_name(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let ben = app.member("Ben", &[]).await;
        let path = format!("/api/members/{}", ben.account_id.unwrap());
        ana.patch(&path, json!({"roles": ["organiser"]})).await.expect(200);
        ana.post(&format!("{path}/suspend"), json!({})).await.expect(200);

        let page = ana.get("/manage/audit").await.expect(200);
        assert!(page.text().contains("Ana suspended Ben") && page.text().contains("Complete and unaltered since"));
        assert!(page.text().contains("Organiser and Member"), "{}", page.text());
        let only = ana.get("/manage/audit?action=member.roles").await.expect(200);
        assert!(!only.select("tbody th").iter().any(|t| t.contains("suspended")));
        assert_eq!(only.select("tbody th").len(), 1);
        let file = ana.get("/manage/audit.csv").await.expect(200);
        assert!(file.header("content-type").unwrap().starts_with("text/csv"));
        assert_eq!(file.text().lines().count(), 3);
        assert!(ana.reading("it").get("/manage/audit").await.expect(200).text().contains("Ana ha sospeso Ben"));

        let tx = app.app.db.write().await.unwrap();
        tessera_people::accounts::erase_account(&tx, &app.app, ben.account_id.unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        let page = ana.get("/manage/audit").await.expect(200);
        assert!(page.text().contains("Ana suspended an erased account") && !page.text().contains("Ben"));
        ben.get("/manage/audit").await.expect(303);
        app.member("Carla", &[Role::Organiser]).await.get("/manage/audit").await.expect(403);
    }

    async fn another_communitys_trail_stays_its_own(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let roma = app.add_community("roma", "Moto Club Roma").await;
        let carla = app.member_of(roma, "roma.localhost:8080", "Carla", &[Role::Admin]).await;
        let dario = app.member_of(roma, "roma.localhost:8080", "Dario", &[]).await;
        carla.post(&format!("/api/members/{}/ban", dario.account_id.unwrap()), json!({})).await.expect(200);
        assert!(carla.get("/manage/audit").await.expect(200).text().contains("Carla banned Dario"));
        assert!(ana.get("/manage/audit").await.expect(200).select("tbody th").is_empty());
    }

    async fn mails_show_where_they_stand_and_not_what_they_say(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        ana.post("/api/members/invitations", json!({"emails": ["new@example.org"]})).await.expect(200);
        assert!(ana.get("/manage/mail").await.expect(200).text().contains("Waiting"));
        let link = app.mails().await[0].link("/join/");
        let page = ana.get("/manage/mail").await.expect(200);
        assert!(page.text().contains("new@example.org") && page.text().contains("Sent"));
        assert!(!page.text().contains(&link));
    }

    async fn the_system_is_the_operators_and_dead_letters_get_another_round(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let olga = app.operator("Olga").await;
        ana.get("/manage/system").await.expect(403);
        app.visitor().get("/manage/system").await.expect(303);
        olga.get("/manage/people").await.expect(403);

        let tx = app.app.db.write().await.unwrap();
        let job = NewJob { kind: "nobody.knows", payload: &json!({}), run_at: app.app.now(), dedupe_key: None, max_attempts: 1 };
        enqueue(&tx, app.app.clock(), job).await.unwrap();
        tx.commit().await.unwrap();
        app.run_jobs().await;
        assert_eq!(count(&app, "SELECT COUNT(*) FROM jobs WHERE state = 'dead'").await, 1);
        let page = olga.get("/manage/system").await.expect(200);
        assert!(page.text().contains("nobody.knows"));
        let read = app.app.db.read();
        let q = tessera_platform::db::sql(&read, "SELECT id FROM jobs", vec![]);
        let id: uuid::Uuid = read.query_one_raw(q).await.unwrap().unwrap().try_get_by_index(0).unwrap();
        ana.submit(&format!("/manage/system/jobs/{id}/retry"), &[]).await.expect(403);
        olga.submit(&format!("/manage/system/jobs/{id}/retry"), &[]).await.expect(303);
        assert_eq!(count(&app, "SELECT COUNT(*) FROM jobs WHERE state = 'ready'").await, 1);
        app.run_jobs().await;
        olga.submit(&format!("/manage/system/jobs/{id}/drop"), &[]).await.expect(200);
        olga.submit(&format!("/manage/system/jobs/{id}/drop"), &[("confirmed", "yes")]).await.expect(303);
        assert_eq!(count(&app, "SELECT COUNT(*) FROM jobs").await, 0);
        assert!(olga.get("/manage/system").await.expect(200).text().contains("Olga dropped a job"));
    }

    async fn operators_see_why_a_mail_is_still_waiting(app: TestApp) {
        let olga = app.operator("Olga").await;
        app.execute(
            "INSERT INTO mails (id, kind, recipient, locale, dedupe_key, message_id, state, attempts, last_error, created_at) \
             VALUES (?, 'a.b', 'bob@example.net', 'it', 'k', 'm', 'waiting', 1, 'its certificate is not trusted', ?)",
            vec![app.app.clock().new_id().into(), app.app.now().into()],
        )
        .await;
        let text = olga.get("/manage/system").await.expect(200).text();
        assert!(text.contains("example.net") && text.contains("its certificate is not trusted"), "{text}");
    }

    async fn operators_make_communities_and_become_their_admins(app: TestApp) {
        let olga = app.operator("Olga").await;
        let form = [("name", "Vespa Club Alba"), ("timezone", "Europe/Rome"), ("locale", "it"), ("hue", "60"), ("registration", "invite")];
        olga.submit("/manage/system/communities/new", &form).await.expect(303);
        let again = olga.submit("/manage/system/communities/new", &form).await.expect(422);
        assert_eq!(again.select("#f-slug-error").len(), 1);
        let made = app.app.communities().await.unwrap().into_iter().find(|c| c.slug == "vespa-club-alba").unwrap();
        let host = "vespa-club-alba.localhost:8080";
        let there = app.sign_in(olga.account_id.unwrap(), made.id, host, "Olga").await;
        there.get("/manage/people").await.expect(200);
    }
}
