//! Stories of private events and invitations, on both engines. The first eight are the testing plan of their document.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::events::Visibility::{Private, Public};
use crate::testing::{event, event_of, start, token_in};
use futures::future::join_all;
use jiff::SignedDuration;
use serde_json::{Value, json};
use tessera_core::Role;
use tessera_core::ids::EventId;
use tessera_testkit::{Actor, TestApp, both_engines};

/// Invites and gives the token of the mail.
async fn invited(app: &TestApp, by: &Actor, id: EventId, email: &str) -> String {
    by.post(&format!("/api/events/{id}/invite"), json!({"email": email})).await.expect(200);
    let mails = app.mails().await;
    let mail = mails.iter().find(|m| m.to == email).unwrap();
    token_in(&mail.link("/events/invite?token="), "token")
}

fn subscribe(id: EventId, token: &str) -> String {
    format!("/api/events/{id}/subscribe?invitation_token={token}")
}

fn guest(email: &str) -> Value {
    json!({"email": email, "name": "Bea"})
}

both_engines! { start;
    async fn plan_1_create_private_event(app: TestApp) {
        for (name, role) in [("Ana", Role::Organiser), ("Luca", Role::Member)] {
            let actor = app.member(name, &[role]).await;
            let body = json!({"title": "Cena", "starts_at": "2026-05-01T20:00:00+02:00", "is_public": false});
            let created = actor.post("/api/events", body).await.expect(201).json();
            assert_eq!(created["is_public"], false);
            assert_eq!(created["visibility"], "private");
        }
    }

    async fn plan_2_list_events_leaves_private_ones_out_of_the_public_list(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        event_of(&app, ana.account_id.unwrap(), Public, None, "Open to all").await;
        let titles = |list: Value| -> Vec<String> {
            list.as_array().unwrap().iter().map(|e| e["title"].as_str().unwrap().to_owned()).collect()
        };
        let luca = app.member("Luca", &[]).await;
        for other in [&app.visitor(), &luca, &app.member("Ada", &[Role::Admin]).await] {
            assert_eq!(titles(other.get("/api/events").await.expect(200).json()), ["Open to all"]);
            assert!(!other.get("/").await.expect(200).text().contains("Giro dei laghi"));
        }
        assert_eq!(titles(ana.get("/api/events").await.json()).len(), 2);
        for feed in ["/feeds/events.ics", "/feeds/events.atom", "/feeds/events.json"] {
            assert!(!app.visitor().get(feed).await.expect(200).text().contains("Giro dei laghi"), "{feed}");
        }
        // Who accepts an invitation has it in the list from then on.
        ana.post(&format!("/api/events/{id}/invite"), json!({"email": luca.email})).await.expect(200);
        luca.post(&format!("/api/events/{id}/subscribe"), json!({})).await.expect(200);
        assert_eq!(titles(luca.get("/api/events").await.json()).len(), 2);
    }

    async fn plan_3_get_private_event_is_403_for_unauthorized_users(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let admin = app.member("Ada", &[Role::Admin]).await;
        let id = event(&app, &ana, Private, None).await;
        app.visitor().get(&format!("/api/events/{id}")).await.expect(401);
        ana.get(&format!("/api/events/{id}")).await.expect(200);
        for other in [&admin, &app.member("Luca", &[]).await] {
            other.get(&format!("/api/events/{id}")).await.expect(403);
            other.get(&format!("/events/{id}")).await.expect(403);
            other.post(&format!("/api/events/{id}/rsvp"), json!({"status": "going"})).await.expect(403);
            other.get(&format!("/api/events/{id}/participants")).await.expect(403);
            other.post(&format!("/api/events/{id}/invite"), json!({"email": "x@example.org"})).await.expect(403);
        }
        app.visitor().post(&format!("/api/events/{id}/rsvp"), json!({"status": "going"})).await.expect(401);
    }

    async fn plan_4_invite_user_sends_a_mail_with_a_token(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let answer = ana.post(&format!("/api/events/{id}/invite"), json!({"email": "bea@example.org"})).await.expect(200).json();
        assert_eq!(answer["success"], true);
        assert_eq!(answer["message"], "Invitation sent to bea@example.org");
        let mails = app.mails().await;
        assert_eq!((mails.len(), mails[0].to.as_str()), (1, "bea@example.org"));
        let mail = &mails[0];
        let token = token_in(&mail.link("/events/invite?token="), "token");
        assert!(token.starts_with("inv_") && token.len() == 47, "{token}");
        // The community is Italian, and so is its mail.
        for said in ["Ana ti invita", "Giro dei laghi", "Piazza Cavour", "15 aprile 2026", "9:00", "Moto Club Torino"] {
            assert!(mail.text.contains(said), "{said} in {}", mail.text);
        }
        assert!(mail.html.contains("lang=\"it\"") && mail.html.contains(&token));
        assert_eq!(mail.attachments.len(), 1);
        assert!(String::from_utf8_lossy(&mail.attachments[0].2).contains("BEGIN:VEVENT"));
        assert!(!mail.raw.contains("\nReply-To:"));
        let list = ana.get(&format!("/api/events/{id}/invitations")).await.expect(200).json();
        assert_eq!(list["success"], true);
        assert_eq!(list["data"][0]["id"], answer["invitation_id"]);
        assert_eq!(list["data"][0]["mail"], "sent");
        assert!(!list.to_string().contains(&token), "only the mail has the token");
        let rows = app.app.db.read();
        let hash = tessera_platform::tokens::hash(&token);
        assert!(crate::invitations::store::find_of_token(&rows, app.community, &hash).await.unwrap().is_some());
    }

    async fn plan_5_subscribe_with_invitation_validates_the_token(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let (id, other) = (event(&app, &ana, Private, None).await, event(&app, &ana, Private, None).await);
        let token = invited(&app, &ana, id, "bea@example.org").await;
        let visitor = app.visitor();
        visitor.post(&subscribe(other, &token), guest("bea@example.org")).await.expect(403);
        visitor.post(&subscribe(id, "inv_nonsense"), guest("bea@example.org")).await.expect(403);
        visitor.post(&subscribe(id, &token), json!({"name": "Bea"})).await.expect(422);
        let answer = visitor.post(&subscribe(id, &token), guest("bea@example.org")).await.expect(200).json();
        assert_eq!(answer["participation"]["status"], "going");
        assert_eq!(answer["participation"]["confirmed"], true);
        let guest_token = answer["guest_token"].as_str().unwrap();
        let rsvp = format!("/api/events/{id}/rsvp?guest={guest_token}");
        visitor.post(&rsvp, json!({"status": "maybe"})).await.expect(200);
        let again = visitor.post(&subscribe(id, &token), guest("bea@example.org")).await.expect(403);
        assert_eq!(again.code(), "invitation_used");
        let list = ana.get(&format!("/api/events/{id}/participants")).await.json();
        assert_eq!((list["items"][0]["name"].as_str(), list["items"][0]["status"].as_str()), (Some("Bea"), Some("maybe")));
        assert_eq!(ana.get(&format!("/api/events/{id}/invitations?state=used")).await.json()["data"].as_array().unwrap().len(), 1);
    }

    async fn plan_6_subscribe_without_invitation_is_403(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let luca = app.member("Luca", &[]).await;
        let path = format!("/api/events/{id}/subscribe");
        assert_eq!(luca.post(&path, json!({})).await.expect(403).code(), "invitation_needed");
        app.visitor().post(&path, guest("bea@example.org")).await.expect(401);
        ana.post(&path, json!({})).await.expect(200);
    }

    async fn plan_7_revoke_invitation_makes_its_token_invalid(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let token = invited(&app, &ana, id, "bea@example.org").await;
        let list = ana.get(&format!("/api/events/{id}/invitations")).await.json();
        let path = format!("/api/events/{id}/invitations/{}", list["data"][0]["id"].as_str().unwrap());
        app.member("Luca", &[Role::Admin]).await.delete(&path).await.expect(403);
        ana.delete(&path).await.expect(204);
        ana.delete(&path).await.expect(404);
        let visitor = app.visitor().reading("de");
        let refused = visitor.post(&subscribe(id, &token), guest("bea@example.org")).await.expect(403);
        assert_eq!(refused.code(), "invalid_invitation");
        let page = visitor.get(&format!("/events/invite?token={token}")).await.expect(404);
        assert!(page.text().contains("Diese Einladung gilt nicht"), "{}", page.text());
        // Invited anew, the old link stays dead.
        let new = invited(&app, &ana, id, "bea@example.org").await;
        visitor.post(&subscribe(id, &token), guest("bea@example.org")).await.expect(403);
        visitor.post(&subscribe(id, &new), guest("bea@example.org")).await.expect(200);
    }

    async fn plan_8_expired_invitation_is_rejected(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let token = invited(&app, &ana, id, "bea@example.org").await;
        app.clock.advance(SignedDuration::from_hours(7 * 24) - SignedDuration::from_secs(1));
        app.visitor().get(&format!("/events/invite?token={token}")).await.expect(200);
        app.clock.advance(SignedDuration::from_secs(1));
        let refused = app.visitor().post(&subscribe(id, &token), guest("bea@example.org")).await.expect(403);
        assert_eq!(refused.code(), "invitation_expired");
        let page = app.visitor().get(&format!("/events/invite?token={token}")).await.expect(410);
        assert!(page.text().contains("has expired"));
        let new = invited(&app, &ana, id, "bea@example.org").await;
        app.visitor().post(&subscribe(id, &new), guest("bea@example.org")).await.expect(200);
    }

    async fn an_invitation_is_used_once_even_by_two_at_the_same_moment(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let token = invited(&app, &ana, id, "bea@example.org").await;
        let tasks = (0..16).map(|n| {
            let (visitor, path) = (app.visitor(), subscribe(id, &token));
            tokio::spawn(async move { visitor.post(&path, guest(&format!("g{n}@example.org"))).await })
        });
        let answers: Vec<_> = join_all(tasks).await.into_iter().map(Result::unwrap).collect();
        assert_eq!(answers.iter().filter(|a| a.status == 200).count(), 1);
        assert!(answers.iter().filter(|a| a.status != 200).all(|a| a.status == 403 && a.code() == "invitation_used"));
        let list = ana.get(&format!("/api/events/{id}/participants")).await.json();
        assert_eq!(list["items"].as_array().unwrap().len(), 1);
    }

    async fn one_address_has_one_open_invitation_even_when_two_invite_it_at_once(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let tasks = (0..8).map(|n| {
            let (ana, path) = (ana.clone(), format!("/api/events/{id}/invite"));
            let email = if n % 2 == 0 { "bea@example.org" } else { "BEA@Example.ORG" };
            tokio::spawn(async move { ana.post(&path, json!({"email": email})).await })
        });
        let answers: Vec<_> = join_all(tasks).await.into_iter().map(Result::unwrap).collect();
        assert_eq!(answers.iter().filter(|a| a.status == 200).count(), 1);
        assert!(answers.iter().filter(|a| a.status != 200).all(|a| a.status == 409 && a.code() == "already_invited"));
        assert_eq!(app.mails().await.len(), 1);
    }

    async fn no_place_left_uses_no_invitation_up(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, Some(1)).await;
        ana.post(&format!("/api/events/{id}/subscribe"), json!({})).await.expect(200);
        let token = invited(&app, &ana, id, "bea@example.org").await;
        let refused = app.visitor().post(&subscribe(id, &token), guest("bea@example.org")).await.expect(409);
        assert_eq!(refused.code(), "full");
        ana.delete(&format!("/api/events/{id}/subscribe")).await.expect(204);
        app.visitor().post(&subscribe(id, &token), guest("bea@example.org")).await.expect(200);
    }

    async fn a_member_with_an_invitation_for_the_verified_address_needs_no_token(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let (luca, uma) = (app.member("Luca", &[]).await, app.unverified("Uma", &[]).await);
        for person in [&luca, &uma] {
            ana.post(&format!("/api/events/{id}/invite"), json!({"email": person.email})).await.expect(200);
        }
        let path = format!("/api/events/{id}/subscribe");
        luca.post(&path, json!({})).await.expect(200);
        uma.post(&path, json!({})).await.expect(403);
        let list = ana.get(&format!("/api/events/{id}/invitations?state=used")).await.json();
        assert_eq!(list["data"].as_array().unwrap().len(), 1);
        // The token is a bearer's: it lets in whoever opens the link.
        let mails = app.mails().await;
        let to_uma = mails.iter().find(|m| m.to == uma.email).unwrap();
        uma.post(&subscribe(id, &token_in(&to_uma.link("/events/invite?token="), "token")), json!({})).await.expect(200);
    }

    async fn a_guest_with_another_address_than_the_invited_one_is_pending(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let token = invited(&app, &ana, id, "bea@example.org").await;
        let answer = app.visitor().post(&subscribe(id, &token), guest("other@example.org")).await.expect(200).json();
        assert_eq!(answer["participation"]["confirmed"], false);
        assert!(answer.get("guest_token").is_none());
        let mails = app.mails().await;
        assert_eq!(mails[0].to, "other@example.org");
        let guest_token = token_in(&mails[0].link("/answer?guest="), "guest");
        let confirmed = app.visitor().post(&format!("/api/events/{id}/rsvp?guest={guest_token}"), json!({"status": "going"})).await;
        assert_eq!(confirmed.expect(200).json()["participation"]["confirmed"], true);
    }

    async fn opening_the_page_uses_nothing_up_and_its_button_does(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let token = invited(&app, &ana, id, "bea@example.org").await;
        let guest = app.visitor().reading("fr");
        let link = format!("/events/invite?token={token}");
        for _ in 0..3 {
            let page = guest.get(&link).await.expect(200);
            assert!(page.text().contains("Ana t’invite") && page.text().contains("Giro dei laghi"));
            assert_eq!(page.attribute("#f-email", "value").as_deref(), Some("bea@example.org"));
        }
        let wrong = [("token", token.as_str()), ("answer", "going"), ("email", "bea@"), ("name", "<script>")];
        let page = guest.submit("/events/invite", &wrong).await.expect(422);
        assert_eq!(page.attribute("#f-name", "value").as_deref(), Some("<script>"));
        let right = [("token", token.as_str()), ("answer", "going"), ("email", "bea@example.org"), ("name", "Bea")];
        let done = guest.submit("/events/invite", &right).await.expect(303);
        assert!(done.location().starts_with(&format!("/events/{id}?guest=gst_")), "{}", done.location());
        let again = guest.submit("/events/invite", &right).await.expect(410);
        assert!(again.text().contains("a déjà servi"));
        guest.get(&link).await.expect(410);
        let luca = app.member("Luca", &[]).await;
        let token = invited(&app, &ana, id, "luca@example.org").await;
        let done = luca.submit("/events/invite", &[("token", &token), ("answer", "maybe")]).await.expect(303);
        assert_eq!(done.location(), format!("/events/{id}"));
    }

    async fn an_invitation_revoked_while_its_page_is_open_is_refused_in_words(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let token = invited(&app, &ana, id, "bea@example.org").await;
        let guest = app.visitor().reading("it");
        guest.get(&format!("/events/invite?token={token}")).await.expect(200);
        let list = ana.get(&format!("/api/events/{id}/invitations")).await.json();
        let one = list["data"][0]["id"].as_str().unwrap();
        ana.delete(&format!("/api/events/{id}/invitations/{one}")).await.expect(204);
        let form = [("token", token.as_str()), ("answer", "going"), ("email", "bea@example.org"), ("name", "Bea")];
        let refused = guest.submit("/events/invite", &form).await.expect(404);
        assert!(refused.text().contains("Questo invito non è valido"), "{}", refused.text());
        assert_eq!(refused.select("main a.btn"), ["Vai all’agenda"]);
        let list = ana.get(&format!("/api/events/{id}/participants")).await.json();
        assert_eq!(list["items"].as_array().unwrap().len(), 0);
    }

    async fn revoking_before_the_mail_leaves_withdraws_it(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let sent = ana.post(&format!("/api/events/{id}/invite"), json!({"email": "bea@example.org"})).await.json();
        let path = format!("/api/events/{id}/invitations/{}", sent["invitation_id"].as_str().unwrap());
        ana.delete(&path).await.expect(204);
        assert!(app.mails().await.is_empty());
    }

    async fn sending_again_renews_the_link_and_the_seven_days(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let old = invited(&app, &ana, id, "bea@example.org").await;
        let list = ana.get(&format!("/api/events/{id}/invitations")).await.json();
        let path = format!("/api/events/{id}/invitations/{}/resend", list["data"][0]["id"].as_str().unwrap());
        app.clock.advance(SignedDuration::from_hours(6 * 24));
        let again = ana.post(&path, json!({})).await.expect(200).json();
        assert_eq!(again["success"], true);
        let mails = app.mails().await;
        let new = token_in(&mails[0].link("/events/invite?token="), "token");
        assert_ne!(new, old);
        app.visitor().post(&subscribe(id, &old), guest("bea@example.org")).await.expect(403);
        app.clock.advance(SignedDuration::from_hours(6 * 24));
        app.visitor().post(&subscribe(id, &new), guest("bea@example.org")).await.expect(200);
        assert_eq!(ana.post(&path, json!({})).await.expect(409).code(), "invitation_used");
    }

    async fn the_list_of_invitations_is_403_to_everyone_else_whether_or_not_the_event_exists(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, None).await;
        let nobody = uuid::Uuid::from_u128(7);
        for other in [app.member("Luca", &[]).await, app.member("Ada", &[Role::Admin]).await, app.operator("Root").await] {
            for event in [id.to_string(), nobody.to_string(), "nonsense".into()] {
                other.get(&format!("/api/events/{event}/invitations")).await.expect(403);
                other.delete(&format!("/api/events/{event}/invitations/{nobody}")).await.expect(403);
                other.get(&format!("/events/{event}/invitations")).await.expect(403);
            }
        }
        ana.get(&format!("/api/events/{nobody}/invitations")).await.expect(403);
        ana.delete(&format!("/api/events/{id}/invitations/{nobody}")).await.expect(404);
        app.visitor().get(&format!("/api/events/{id}/invitations")).await.expect(401);
        ana.post(&format!("/api/events/{nobody}/invite"), json!({"email": "x@example.org"})).await.expect(404);
        app.visitor().post(&format!("/api/events/{id}/invite"), json!({"email": "x@example.org"})).await.expect(401);
    }

    async fn many_addresses_are_answered_one_by_one(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, None).await;
        let path = format!("/api/events/{id}/invite");
        ana.post(&format!("{path}?email=first@example.org"), Value::Null).await.expect(200);
        let many = json!({"emails": ["Bea <bea@example.org>", "first@example.org", "BEA@example.org", "nobody", "luca@example.org"]});
        let answer = ana.post(&path, many).await.expect(200).json();
        let statuses: Vec<&str> = answer["results"].as_array().unwrap().iter().map(|r| r["status"].as_str().unwrap()).collect();
        assert_eq!(statuses, ["sent", "already_invited", "duplicate", "bad_email", "sent"]);
        assert_eq!(answer["message"], "2 invitations sent");
        assert_eq!(app.mails().await.len(), 3);
        ana.post(&path, json!({"email": "nobody"})).await.expect(422);
        ana.post(&path, json!({})).await.expect(422);
        ana.post(&path, json!({"email": "a@b.example", "emails": []})).await.expect(422);
        ana.post(&path, json!({"emails": vec!["a@example.org"; 501]})).await.expect(422);
        ana.post(&path, json!({"email": "a@example.org\r\nBcc: b@example.org"})).await.expect(422);
        ana.post(&path, json!({"email": "a@example.org", "locale": "xx"})).await.expect(422);
    }

    async fn ten_thousand_pasted_lines_get_a_clear_answer_and_stay_in_the_field(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await.reading("es");
        let id = event(&app, &ana, Private, None).await;
        let page = format!("/events/{id}/invitations");
        let text: String = (0..10_000).map(|n| format!("Person {n} <p{n}@example.org>\n")).collect();
        let answer = ana.submit(&page, &[("addresses", &text), ("locale", "de")]).await.expect(422);
        assert!(answer.text().contains("10.000 direcciones; como máximo 500"), "{}", answer.select(".errors").join(" "));
        assert!(answer.text().contains("Person 9999"));
        assert!(app.mails().await.is_empty());
        let mixed = "Bea <bea@example.org>, bea@example.org\nno address here <script>alert(1)</script>\nluca@example.org";
        let answer = ana.submit(&page, &[("addresses", mixed), ("locale", "de")]).await.expect(200);
        assert!(answer.text().contains("2 invitaciones enviadas"));
        assert!(!answer.text().contains("<script>alert(1)"));
        assert_eq!(answer.select("#f-addresses").join("").trim(), "no address here <script>alert(1)</script>");
        assert_eq!(answer.select("tbody tr").len(), 2);
        let mails = app.mails().await;
        assert!(mails.iter().all(|m| m.text.contains("lädt dich")), "{}", mails[0].text);
        let all_good = ana.submit(&page, &[("addresses", "gia@example.org"), ("locale", "it")]).await.expect(303);
        assert_eq!(all_good.location(), page);
        ana.submit(&page, &[("addresses", "  ")]).await.expect(422);
    }

    async fn a_day_has_so_many_invitations_and_not_more(app: TestApp) {
        let luca = app.member("Luca", &[]).await;
        let id = event(&app, &luca, Private, None).await;
        let path = format!("/api/events/{id}/invite");
        let emails: Vec<String> = (0..150).map(|n| format!("p{n}@example.org")).collect();
        luca.post(&path, json!({"emails": emails})).await.expect(200);
        let more: Vec<String> = (0..100).map(|n| format!("q{n}@example.org")).collect();
        let refused = luca.post(&path, json!({"emails": more})).await.expect(429);
        assert_eq!(refused.code(), "too_many_invitations");
        assert!(refused.header("retry-after").is_some());
        let list = luca.get(&format!("/api/events/{id}/invitations")).await.json();
        assert_eq!(list["data"].as_array().unwrap().len(), 150, "none of the hundred was made");
        app.clock.advance(SignedDuration::from_hours(24));
        luca.post(&path, json!({"emails": more})).await.expect(200);
    }

    async fn one_address_is_not_flooded_by_many_events(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let mut statuses = Vec::new();
        for _ in 0..11 {
            let id = event(&app, &ana, Private, None).await;
            let answer = ana.post(&format!("/api/events/{id}/invite"), json!({"email": "bea@example.org"})).await;
            statuses.push(answer.status.as_u16());
        }
        assert_eq!(statuses[..10], [200; 10]);
        assert_eq!(statuses[10], 429);
    }

    async fn an_unverified_account_invites_nobody(app: TestApp) {
        let uma = app.unverified("Uma", &[Role::Organiser]).await;
        let id = event(&app, &uma, Private, None).await;
        let refused = uma.post(&format!("/api/events/{id}/invite"), json!({"email": "bea@example.org"})).await.expect(403);
        assert_eq!(refused.code(), "email_unverified");
    }

    async fn nothing_that_people_write_breaks_the_mail_or_the_page(app: TestApp) {
        let ana = app.member("Ana <i>\"Rossi\"</i>", &[Role::Organiser]).await;
        let title = "<script>alert(1)</script> \u{202e}Rally & \"friends\"";
        let id = event_of(&app, ana.account_id.unwrap(), Private, None, title).await;
        let token = invited(&app, &ana, id, "bea@example.org").await;
        let page = app.visitor().get(&format!("/events/invite?token={token}")).await.expect(200);
        assert!(!page.text().contains("<script>alert(1)") && !page.text().contains("<i>\"Rossi"));
        for odd in ["", "inv_", "%00", "inv_%E2%82%AC", &"x".repeat(5000), "' OR 1=1 --"] {
            let encoded: String = url_encoded(odd);
            app.visitor().get(&format!("/events/invite?token={encoded}")).await.expect(404);
        }
        app.visitor().get("/events/invite").await.expect(404);
    }

    async fn pages_of_invitations_do_the_same_as_the_api(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let page = format!("/events/{id}/invitations");
        ana.submit(&page, &[("addresses", "bea@example.org")]).await.expect(303);
        let list = ana.get(&format!("/api{page}")).await.json();
        let one = list["data"][0]["id"].as_str().unwrap().to_owned();
        ana.submit(&format!("{page}/{one}/resend"), &[]).await.expect(303);
        assert_eq!(app.mails().await.len(), 1, "the first mail was still waiting, and was taken back");
        let asked = ana.submit(&format!("{page}/{one}/revoke"), &[]).await.expect(200);
        assert!(asked.text().contains("bea@example.org"));
        ana.submit(&format!("{page}/{one}/revoke"), &[("confirmed", "yes")]).await.expect(303);
        let empty = ana.get(&page).await.expect(200);
        assert_eq!(empty.select("tbody tr").len(), 0);
    }
}

fn url_encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}
