//! Looking for members, giving roles, shutting out, letting go.

use crate::start;
use serde_json::json;
use tessera_core::Role;
use tessera_testkit::{TestApp, both_engines};

both_engines! { start;
    async fn members_are_found_whatever_case_and_accents_and_by_address_only_by_admins(app: TestApp) {
        let ana = app.member("Ana Rossi", &[Role::Admin]).await;
        let zoe = app.member("Zoë Ångström", &[]).await;
        app.member("50% Off_er", &[]).await;
        let found = |body: serde_json::Value| -> Vec<String> {
            body["items"].as_array().unwrap().iter().map(|m| m["name"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(found(ana.get("/api/members?q=ANGSTROM").await.expect(200).json()), ["Zoë Ångström"]);
        assert_eq!(found(ana.get("/api/members?q=zoe.angstrom@").await.expect(200).json()), ["Zoë Ångström"]);
        assert_eq!(found(ana.get("/api/members?q=%25").await.expect(200).json()), ["50% Off_er"]);
        assert_eq!(found(ana.get("/api/members?q=f_e").await.expect(200).json()), ["50% Off_er"]);
        assert_eq!(found(ana.get("/api/members?role=admin").await.expect(200).json()), ["Ana Rossi"]);

        let seen = zoe.get("/api/members").await.expect(200).json();
        assert_eq!(found(seen.clone()).len(), 3);
        assert!(seen["items"].as_array().unwrap().iter().all(|m| m.get("email").is_none() && m.get("state").is_none()));
        assert!(found(zoe.get("/api/members?q=angstrom@").await.expect(200).json()).is_empty());
        let directory = zoe.get("/community/members").await.expect(200);
        assert!(directory.text().contains("Ana Rossi") && !directory.text().contains("@example.org"));
        assert_eq!(ana.get("/api/members?role=boss").await.expect(422).code(), "invalid");
    }

    async fn a_long_list_is_paged_without_losing_or_repeating_anybody(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        for i in 0..7 {
            app.member(&format!("Same Name {i}"), &[]).await;
        }
        app.execute("UPDATE accounts SET name = 'Same', name_key = 'same' WHERE name LIKE 'Same%'", vec![]).await;
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        for _ in 0..4 {
            let page = ana.get(&format!("/api/members?limit=3&cursor={cursor}")).await.expect(200).json();
            seen.extend(page["items"].as_array().unwrap().iter().map(|m| m["id"].as_str().unwrap().to_owned()));
            match page["next"].as_str() {
                Some(next) => cursor = next.to_owned(),
                None => break,
            }
        }
        assert_eq!(seen.len(), 8);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 8);
    }

    async fn only_admins_change_members_and_never_those_of_another_community(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let ben = app.member("Ben", &[Role::Organiser]).await;
        let roma = app.add_community("roma", "Moto Club Roma").await;
        let carla = app.member_of(roma, "roma.localhost:8080", "Carla", &[Role::Admin]).await;
        let path = format!("/api/members/{}", ben.account_id.unwrap());
        let body = json!({"roles": ["staff", "promoter"]});
        assert_eq!(app.visitor().patch(&path, body.clone()).await.expect(401).code(), "unauthenticated");
        ben.patch(&path, body.clone()).await.expect(403);
        carla.patch(&path, body.clone()).await.expect(404);
        let after = ana.patch(&path, body).await.expect(200).json();
        assert_eq!(after["roles"], json!(["promoter", "staff", "member"]));
        assert_eq!(ana.patch(&path, json!({"roles": ["king"]})).await.expect(422).json()["errors"][0]["field"], "roles");
        // A member of one community is nobody in another.
        let stranger = app.member_of(roma, "roma.localhost:8080", "Dario", &[Role::Admin]).await;
        stranger.at("localhost:8080").get("/api/members").await.expect(401);
        assert_eq!(carla.get("/api/members").await.expect(200).json()["items"].as_array().unwrap().len(), 2);
    }

    async fn who_is_suspended_or_banned_stays_out_until_it_is_taken_back(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let ben = app.member("Ben", &[Role::Organiser]).await;
        let path = format!("/api/members/{}", ben.account_id.unwrap());
        ben.get("/api/members").await.expect(200);
        let after = ana.post(&format!("{path}/suspend"), json!({"reason": "Too loud."})).await.expect(200).json();
        assert_eq!((after["state"].as_str(), after["reason"].as_str()), (Some("suspended"), Some("Too loud.")));
        ben.get("/api/members").await.expect(401);
        ana.post(&format!("{path}/reinstate"), json!({})).await.expect(200);
        ben.get("/api/members").await.expect(200);
        ana.post(&format!("{path}/ban"), json!({})).await.expect(200);
        ben.get("/api/members").await.expect(401);
        assert_eq!(ana.post(&format!("{path}/unban"), json!({})).await.expect(200).json()["roles"], json!(["organiser", "member"]));
        let own = format!("/api/members/{}/suspend", ana.account_id.unwrap());
        assert_eq!(ana.post(&own, json!({})).await.expect(409).code(), "not_yourself");
    }

    async fn the_last_admin_can_neither_be_demoted_nor_removed(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let path = format!("/api/members/{}", ana.account_id.unwrap());
        assert_eq!(ana.patch(&path, json!({"roles": []})).await.expect(409).code(), "last_admin");
        assert_eq!(ana.delete(&path).await.expect(409).code(), "last_admin");
        let page = ana.submit(&format!("/manage/people/{}/roles", ana.account_id.unwrap()), &[]).await.expect(409);
        assert!(page.text().contains("only admin"), "{}", page.text());
        let ben = app.member("Ben", &[Role::Admin]).await;
        ana.post(&format!("/api/members/{}/suspend", ben.account_id.unwrap()), json!({})).await.expect(200);
        // A suspended admin is none.
        assert_eq!(ana.delete(&path).await.expect(409).code(), "last_admin");
    }

    async fn two_admins_who_demote_each_other_at_once_leave_one(app: TestApp) {
        for round in 0..4 {
            let roma = app.add_community(&format!("club{round}"), "Club").await;
            let host = format!("club{round}.localhost:8080");
            let ana = app.member_of(roma, &host, &format!("Ana {round}"), &[Role::Admin]).await;
            let ben = app.member_of(roma, &host, &format!("Ben {round}"), &[Role::Admin]).await;
            let (of_ana, of_ben) = (
                format!("/api/members/{}", ana.account_id.unwrap()),
                format!("/api/members/{}", ben.account_id.unwrap()),
            );
            let (a, b) = tokio::join!(ana.patch(&of_ben, json!({"roles": []})), ben.patch(&of_ana, json!({"roles": []})));
            let done = [a.status.as_u16(), b.status.as_u16()].iter().filter(|s| **s == 200).count();
            assert_eq!(done, 1, "{} {}", a.text(), b.text());
        }
    }

    async fn removing_asks_first_and_then_ends_the_membership(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let ben = app.member("Ben", &[]).await;
        let path = format!("/manage/people/{}/remove", ben.account_id.unwrap());
        let question = ana.submit(&path, &[]).await.expect(200);
        assert!(question.text().contains("Ben"));
        ben.get("/community/members").await.expect(200);
        ana.submit(&path, &[("confirmed", "yes")]).await.expect(303);
        ben.get("/community/members").await.expect(403);
        ana.get(&format!("/manage/people/{}", ben.account_id.unwrap())).await.expect(404);
    }
}
