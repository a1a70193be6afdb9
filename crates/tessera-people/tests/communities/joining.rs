//! Joining by an admin's invitation.

use crate::{PASSWORD, count, start, start_with};
use serde_json::json;
use tessera_core::Role;
use tessera_platform::config::Registration;
use tessera_testkit::{Actor, Mail, TestApp, both_engines};

async fn invited(app: &TestApp, ana: &Actor, email: &str) -> Mail {
    let body = json!({"emails": [email], "roles": ["organiser"]});
    let answer = ana.post("/api/members/invitations", body).await.expect(200).json();
    assert_eq!(answer["items"][0]["status"], "invited", "{answer}");
    app.mails().await.into_iter().find(|m| m.to == email).expect("a mail to the invited address")
}

both_engines! { start;
    async fn the_mailed_link_makes_a_member_once(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let mail = invited(&app, &ana, "new@example.org").await;
        let link = mail.link("/join/");
        assert!(!mail.html.is_empty() && mail.subject.contains("Ana"));

        let new = app.visitor();
        new.get(&link).await.expect(200);
        new.get(&link).await.expect(200);
        let refused = new.submit(&link, &[("name", "New Person"), ("password", "short")]).await.expect(422);
        assert_eq!(refused.attribute("#f-name", "value").unwrap(), "New Person");
        new.submit(&link, &[("name", "New Person"), ("password", PASSWORD)]).await.expect(303);
        let me = new.get("/api/auth/me").await.expect(200).json();
        assert_eq!(me["email"], "new@example.org");
        new.get("/community/members").await.expect(200);
        app.visitor().get(&link).await.expect(410);
        let again = app.visitor().submit(&link, &[("name", "Other"), ("password", PASSWORD)]).await;
        assert_eq!(again.status.as_u16(), 410);
    }

    async fn two_who_use_one_link_at_the_same_moment_make_one_member(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let link = invited(&app, &ana, "new@example.org").await.link("/join/");
        let form = [("name", "New Person"), ("password", PASSWORD)];
        let (one, two) = (app.visitor(), app.visitor());
        let (a, b) = tokio::join!(one.submit(&link, &form), two.submit(&link, &form));
        let joined = [a.status.as_u16(), b.status.as_u16()].iter().filter(|s| **s == 303).count();
        assert_eq!(joined, 1, "{} {}", a.status, b.status);
        assert_eq!(count(&app, "SELECT COUNT(*) FROM memberships").await, 2);
    }

    async fn somebody_with_an_account_elsewhere_joins_with_it(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let roma = app.add_community("roma", "Moto Club Roma").await;
        let carla = app.member_of(roma, "roma.localhost:8080", "Carla", &[]).await;
        let link = invited(&app, &ana, &carla.email).await.link("/join/");
        let browser = app.visitor();
        let page = browser.get(&link).await.expect(200);
        assert!(page.text().contains("Carla") && page.select("#f-password").is_empty());
        browser.submit(&link, &[]).await.expect(303);
        assert_eq!(browser.get("/api/auth/me").await.expect(200).json()["email"], carla.email.as_str());
    }

    async fn a_revoked_or_old_or_foreign_link_is_refused(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let link = invited(&app, &ana, "new@example.org").await.link("/join/");
        let id = ana.get("/api/members/invitations").await.expect(200).json()["items"][0]["id"].as_str().unwrap().to_owned();
        app.add_community("roma", "Moto Club Roma").await;
        app.visitor().at("roma.localhost:8080").get(&link).await.expect(404);
        ana.delete(&format!("/api/members/invitations/{id}")).await.expect(204);
        app.visitor().get(&link).await.expect(410);
        ana.delete(&format!("/api/members/invitations/{id}")).await.expect(404);
        let link = invited(&app, &ana, "new@example.org").await.link("/join/");
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 7 + 1));
        app.visitor().get(&link).await.expect(410);
        // What has run out is invited anew.
        invited(&app, &app.sign_in(ana.account_id.unwrap(), app.community, "localhost:8080", "Ana").await, "new@example.org").await;
    }

    async fn pasted_addresses_are_invited_once_and_the_bad_ones_are_given_back(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let ben = app.member("Ben", &[]).await;
        let pasted = format!("One <one@example.org>; two@example.org,\nONE@example.org\nnot an address\n{}", ben.email);
        let page = ana.submit("/manage/people/invite", &[("emails", &pasted)]).await.expect(422);
        assert!(page.select("#f-emails")[0].contains("not an address"));
        assert!(page.text().contains(&ben.email));
        assert_eq!(app.mails().await.len(), 2);
        ana.submit("/manage/people/invite", &[("emails", "two@example.org")]).await.expect(200);
        assert!(app.mails().await.is_empty(), "whoever has an open invitation gets no other");
        ben.post("/api/members/invitations", json!({"emails": ["x@example.org"]})).await.expect(403);
        let many: Vec<String> = (0..501).map(|i| format!("p{i}@example.org")).collect();
        ana.post("/api/members/invitations", json!({"emails": many})).await.expect(422);
    }

    async fn who_is_not_verified_invites_nobody(app: TestApp) {
        let ana = app.unverified("Ana", &[Role::Admin]).await;
        let body = json!({"emails": ["x@example.org"]});
        assert_eq!(ana.post("/api/members/invitations", body).await.expect(403).code(), "email_unverified");
        assert!(app.mails().await.is_empty());
    }
}

async fn start_closed(engine: tessera_testkit::Engine) -> TestApp {
    start_with(engine, |c| c.accounts.registration = Registration::Closed).await
}

both_engines! { start_closed;
    async fn where_the_server_takes_nobody_invitations_lead_nowhere(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let answer = ana.post("/api/members/invitations", json!({"emails": ["x@example.org"]})).await;
        assert_eq!(answer.expect(403).code(), "registration_closed");
    }
}
