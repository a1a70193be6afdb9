//! Stories of answering, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::events::Visibility::{Private, Public};
use crate::testing::{event, start, token_in};
use futures::future::join_all;
use serde_json::json;
use tessera_core::Role;
use tessera_testkit::{TestApp, both_engines};

/// Makes the change of an event that its editing would make, and tells the observers.
async fn set_capacity(app: &TestApp, id: impl std::fmt::Display, capacity: i64) {
    let id: tessera_core::ids::EventId = id.to_string().parse().unwrap();
    app.execute("UPDATE events SET capacity = ? WHERE id = ?", vec![capacity.into(), id.into()]).await;
}

both_engines! { start;
    async fn two_people_never_take_the_last_place(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, Some(5)).await;
        let mut people = Vec::new();
        for n in 0..24 {
            people.push(app.member(&format!("Rider {n}"), &[]).await);
        }
        let path = format!("/api/events/{id}/subscribe");
        let tasks = people.iter().cloned().map(|p| {
            let path = path.clone();
            tokio::spawn(async move { p.post(&path, json!({})).await })
        });
        let answers: Vec<_> = join_all(tasks).await.into_iter().map(Result::unwrap).collect();
        let taken = answers.iter().filter(|a| a.status == 200).count();
        assert_eq!(taken, 5);
        assert!(answers.iter().filter(|a| a.status != 200).all(|a| a.status == 409 && a.code() == "full"));
        let list = ana.get(&format!("/api/events/{id}/participants?status=going")).await.expect(200).json();
        assert_eq!(list["items"].as_array().unwrap().len(), 5);
        // One leaves: one place, for one of the many who want it.
        let lucky = answers.iter().position(|a| a.status == 200).unwrap();
        people[lucky].delete(&path).await.expect(204);
        let tasks = people.iter().enumerate().filter(|(n, _)| answers[*n].status != 200).map(|(_, p)| {
            let (p, path) = (p.clone(), format!("/api/events/{id}/rsvp"));
            tokio::spawn(async move { p.post(&path, json!({"status": "going"})).await.status })
        });
        let again: Vec<_> = join_all(tasks).await.into_iter().map(Result::unwrap).collect();
        assert_eq!(again.iter().filter(|s| **s == 200).count(), 1);
    }

    async fn one_person_who_clicks_many_times_takes_one_place(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, Some(3)).await;
        let luca = app.member("Luca", &[]).await;
        let tasks = (0..12).map(|n| {
            let (luca, path) = (luca.clone(), format!("/api/events/{id}/rsvp"));
            let status = if n % 3 == 0 { "maybe" } else { "going" };
            tokio::spawn(async move { luca.post(&path, json!({"status": status})).await.expect(200) })
        });
        join_all(tasks).await.into_iter().for_each(|r| drop(r.unwrap()));
        luca.post(&format!("/api/events/{id}/rsvp"), json!({"status": "going"})).await.expect(200);
        let list = ana.get(&format!("/api/events/{id}/participants")).await.json();
        assert_eq!(list["items"].as_array().unwrap().len(), 1);
        let counts = crate::participation::store::find_attendance(&app.app.db.read(), id, "").await.unwrap();
        assert_eq!((counts.going, counts.maybe), (1, 0));
    }

    async fn a_capacity_lowered_takes_nobodys_place_and_raised_gives_new_ones(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, Some(2)).await;
        let (luca, gia) = (app.member("Luca", &[]).await, app.member("Gia", &[]).await);
        let path = format!("/api/events/{id}/rsvp");
        luca.post(&path, json!({"status": "going"})).await.expect(200);
        gia.post(&path, json!({"status": "going"})).await.expect(200);
        set_capacity(&app, id, 1).await;
        luca.post(&path, json!({"status": "going"})).await.expect(200);
        gia.post(&path, json!({"status": "maybe"})).await.expect(200);
        assert_eq!(gia.post(&path, json!({"status": "going"})).await.expect(409).code(), "full");
        let page = ana.get(&format!("/events/{id}/participants")).await.expect(200);
        assert!(page.text().contains("1 of 1 places taken"), "{}", page.text());
        set_capacity(&app, id, 2).await;
        gia.post(&path, json!({"status": "going"})).await.expect(200);
    }

    async fn a_guest_counts_once_the_mailed_button_was_pressed(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, Some(1)).await;
        let guest = app.visitor().reading("it");
        let path = format!("/api/events/{id}/subscribe");
        let wrong = guest.post(&path, json!({})).await.expect(422).json();
        assert_eq!(wrong["errors"].as_array().unwrap().len(), 2);
        let body = json!({"email": "Bea@Example.org", "name": "Bea <b>Verdi</b>"});
        let answer = guest.post(&path, body).await.expect(200).json();
        assert_eq!(answer["participation"]["confirmed"], false);
        assert!(answer.get("guest_token").is_none(), "{answer}");
        // Not counted: somebody else can take the place meanwhile, and does not.
        let mails = app.mails().await;
        assert_eq!((mails.len(), mails[0].to.as_str()), (1, "Bea@example.org"));
        assert!(mails[0].subject.contains("Conferma"), "{}", mails[0].subject);
        let link = mails[0].link("/answer?guest=");
        let token = token_in(&link, "guest");
        // Programs that look into mails open links: opening changes nothing.
        for _ in 0..2 {
            let page = guest.get(&link).await.expect(200);
            assert!(page.text().contains("Conferma la mia risposta"));
        }
        assert_eq!(crate::participation::store::find_attendance(&app.app.db.read(), id, "").await.unwrap().going, 0);
        let form = [("answer", "going"), ("guest", token.as_str())];
        let done = guest.submit(&format!("/events/{id}/answer"), &form).await.expect(303);
        assert_eq!(done.location(), format!("/events/{id}?guest={token}"));
        assert_eq!(crate::participation::store::find_attendance(&app.app.db.read(), id, "").await.unwrap().going, 1);
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].text.contains(&format!("/events/{id}/answer?guest={token}")), "{}", mails[0].text);
        assert!(mails[0].text.contains(&format!("/events/{id}/leave?guest={token}")));
        assert!(mails[0].html.contains("Giro dei laghi"));
        let (name, kind, bytes) = &mails[0].attachments[0];
        assert_eq!((name.as_str(), kind.as_str()), ("event.ics", "text/calendar"));
        assert!(String::from_utf8_lossy(bytes).contains("SUMMARY:Giro dei laghi"));
        let list = ana.get(&format!("/api/events/{id}/participants")).await.json();
        assert_eq!(list["items"][0]["kind"], "guest");
        assert_eq!(list["items"][0]["name"], "Bea <b>Verdi</b>");
        assert_eq!(list["items"][0]["promoter_id"], serde_json::Value::Null);
        let page = ana.get(&format!("/events/{id}/participants")).await.text();
        assert!(!page.contains("<b>Verdi</b>"));
        // Leaving by the link asks first, and frees the place.
        let leave = mails[0].link("/leave?guest=");
        guest.get(&leave).await.expect(200);
        assert_eq!(crate::participation::store::find_attendance(&app.app.db.read(), id, "").await.unwrap().going, 1);
        let form = [("confirmed", "yes"), ("guest", token.as_str())];
        guest.submit(&format!("/events/{id}/leave"), &form).await.expect(303);
        assert_eq!(crate::participation::store::find_attendance(&app.app.db.read(), id, "").await.unwrap().going, 0);
    }

    async fn nobody_learns_from_answering_who_takes_part(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, None).await;
        let path = format!("/api/events/{id}/subscribe");
        let body = json!({"email": "bea@example.org", "name": "Bea"});
        let guest = app.visitor();
        guest.post(&path, body.clone()).await.expect(200);
        let token = token_in(&app.mails().await[0].link("/answer?guest="), "guest");
        let rsvp = format!("/api/events/{id}/rsvp?guest={token}");
        guest.post(&rsvp, json!({"status": "maybe"})).await.expect(200);
        app.mails().await;
        app.clock.advance(jiff::SignedDuration::from_mins(1));
        let again = app.visitor().post(&path, json!({"email": "bea@example.org", "name": "Mallory"})).await.expect(200);
        assert_eq!(again.json()["participation"]["confirmed"], false);
        assert!(again.json().get("guest_token").is_none());
        let list = ana.get(&format!("/api/events/{id}/participants")).await.json();
        assert_eq!((list["items"][0]["name"].as_str(), list["items"][0]["status"].as_str()), (Some("Bea"), Some("maybe")));
        assert_eq!(app.mails().await.len(), 1, "the mailbox's owner hears of it");
        // And not endlessly.
        let mut statuses = Vec::new();
        for _ in 0..4 {
            statuses.push(app.visitor().post(&path, body.clone()).await.status.as_u16());
        }
        assert!(statuses.contains(&429), "{statuses:?}");
    }

    async fn members_answer_on_the_page_leave_and_come_back(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Private, None).await;
        let luca = app.member("Luca", &[]).await;
        luca.submit(&format!("/events/{id}/answer"), &[("answer", "going")]).await.expect(403);
        ana.submit(&format!("/events/{id}/answer"), &[("answer", "maybe")]).await.expect(303);
        let mine = ana.get(&format!("/events/{id}/answer")).await.expect(200);
        assert_eq!(mine.attribute("button[aria-pressed=true]", "value").as_deref(), Some("maybe"));
        let left = ana.submit(&format!("/events/{id}/leave"), &[]).await.expect(303);
        assert_eq!(left.location(), format!("/events/{id}"));
        assert!(ana.cookie("tessera_flash").unwrap().ends_with(&format!("/events/{id}/rejoin/maybe")));
        ana.submit(&format!("/events/{id}/rejoin/maybe"), &[]).await.expect(303);
        let list = ana.get(&format!("/api/events/{id}/participants")).await.json();
        assert_eq!(list["items"][0]["status"], "maybe");
    }

    async fn the_list_is_the_organisers_alone_and_harmless_in_a_spreadsheet(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, None).await;
        let luca = app.member("=HYPERLINK(\"http://evil.example\")", &[]).await;
        luca.post(&format!("/api/events/{id}/rsvp"), json!({"status": "interested"})).await.expect(200);
        let path = format!("/api/events/{id}/participants");
        app.visitor().get(&path).await.expect(401);
        luca.get(&path).await.expect(403);
        luca.get(&format!("/events/{id}/participants.csv")).await.expect(403);
        assert_eq!(ana.get(&format!("{path}?q=HYPER&limit=1")).await.json()["items"].as_array().unwrap().len(), 1);
        assert_eq!(ana.get(&format!("{path}?q=nobody")).await.json()["items"].as_array().unwrap().len(), 0);
        ana.get(&format!("{path}?status=nonsense")).await.expect(422);
        let csv = ana.get(&format!("/events/{id}/participants.csv")).await.expect(200);
        let text = csv.text();
        assert!(text.starts_with("\u{feff}Name,E-mail,") && text.contains("\"'=HYPERLINK("), "{text}");
        assert!(!text.contains(&luca.email), "members' addresses are not the organiser's to have");
        let page = ana.get(&format!("/events/{id}/participants?status=interested")).await.expect(200);
        assert_eq!(page.select("tbody tr").len(), 1);
    }

    async fn what_does_not_fit_is_refused_in_words(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, None).await;
        let path = format!("/api/events/{id}/rsvp");
        app.visitor().post(&path, json!({"status": "going"})).await.expect(401);
        let luca = app.member("Luca", &[]).await;
        assert_eq!(luca.post(&path, json!({"status": "cancelled"})).await.expect(422).json()["errors"][0]["field"], "status");
        luca.post(&path, json!({"status": "going", "colour": 1})).await.expect(422);
        let dated = json!({"status": "going", "occurrence": "2026-04-22T07:00:00Z"});
        assert_eq!(luca.post(&path, dated).await.expect(422).json()["errors"][0]["code"], "not_a_series");
        luca.post(&path, json!({"status": "going", "occurrence": "soon"})).await.expect(422);
        let long = json!({"email": "bea@example.org", "name": "x".repeat(121)});
        app.visitor().post(&format!("/api/events/{id}/subscribe"), long).await.expect(422);
        let mut header = json!({"email": "bea@example.org\r\nBcc: all@example.org", "name": "Bea"});
        app.visitor().post(&format!("/api/events/{id}/subscribe"), header.clone()).await.expect(422);
        header["email"] = json!("bea@example.org");
        header["name"] = json!("Bea\r\nBcc: all@example.org");
        app.visitor().post(&format!("/api/events/{id}/subscribe"), header).await.expect(200);
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1);
        assert!(!mails[0].raw.contains("\nBcc:"), "{}", mails[0].raw);
        let nobody = uuid::Uuid::from_u128(7);
        luca.post(&format!("/api/events/{nobody}/rsvp"), json!({"status": "going"})).await.expect(404);
        luca.delete(&format!("/api/events/{id}/subscribe")).await.expect(404);
        app.visitor().delete(&format!("/api/events/{id}/subscribe")).await.expect(401);
        app.visitor().post(&format!("/api/events/{id}/rsvp?guest=gst_nonsense"), json!({"status": "going"})).await.expect(403);
    }

    async fn another_communitys_people_are_nobody_here_and_a_token_does_only_what_it_may(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, None).await;
        let other = app.add_community("milano", "Moto Club Milano").await;
        let stranger = app.member_of(other, "milano.localhost:8080", "Stefano", &[Role::Admin]).await;
        let path = format!("/api/events/{id}/rsvp");
        stranger.get(&format!("/api/events/{id}/participants")).await.expect(404);
        stranger.post(&path, json!({"status": "going"})).await.expect(404);
        let token = tessera_platform::tokens::Token::random("tok");
        let id: uuid::Uuid = app.app.new_id();
        app.execute(
            "INSERT INTO api_tokens (id, account_id, community_id, name, token_hash, hint, scopes, created_at) \
             VALUES (?, ?, ?, 'reader', ?, 'tok_', 'events:read participations:read', ?)",
            vec![
                id.into(),
                ana.account_id.unwrap().into(),
                app.community.into(),
                token.hash().into(),
                app.app.now().into(),
            ],
        )
        .await;
        let mut script = app.visitor();
        script.bearer = Some(token.reveal().to_owned());
        assert_eq!(script.post(&path, json!({"status": "going"})).await.expect(403).code(), "scope_missing");
        script.get(&path.replace("rsvp", "participants")).await.expect(200);
    }

    async fn the_events_page_shows_each_reader_their_own_answer(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, Some(2)).await;
        let page = format!("/events/{id}");
        let visitor = app.visitor();
        let first = visitor.get(&page).await.expect(200);
        assert!(first.text().contains("2 places left"), "{}", first.select("#answer").join(" "));
        assert_eq!(first.select("#answer input[name=email]").len(), 1);
        let luca = app.member("Luca", &[]).await;
        luca.submit(&format!("{page}/answer"), &[("answer", "going")]).await.expect(303);
        let mine = luca.get(&page).await.expect(200);
        assert_eq!(mine.select("#answer-title"), ["You are going"]);
        assert_eq!(mine.attribute("#answer button[aria-pressed=true]", "value").as_deref(), Some("going"));
        // What a visitor was shown a moment ago is not shown again now that it is no longer so.
        let second = visitor.get(&page).await.expect(200);
        assert!(second.text().contains("1 place left") && !second.text().contains("You are going"));
        assert!(second.select("#answer a").iter().all(|a| !a.contains("See who is coming")));
        assert!(ana.get(&page).await.text().contains("See who is coming"));
        ana.submit(&format!("{page}/answer"), &[("answer", "going")]).await.expect(303);
        let full = app.visitor().get(&page).await.expect(200);
        assert!(full.text().contains("No places left"));
        let form = [("answer", "going"), ("email", "bea@example.org"), ("name", "Bea")];
        let refused = app.visitor().submit(&format!("{page}/answer"), &form).await.expect(409);
        assert!(refused.text().contains("All places are taken"));
        assert_eq!(refused.attribute("#f-email", "value").as_deref(), Some("bea@example.org"));
    }

    async fn everybody_who_comes_hears_of_a_change_once_and_nobody_else(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, None).await;
        let rsvp = format!("/api/events/{id}/rsvp");
        ana.post(&rsvp, json!({"status": "going"})).await.expect(200);
        for (name, status) in [("Luca", "going"), ("Gia", "maybe"), ("Ugo", "interested"), ("Nino", "declined")] {
            app.member(name, &[]).await.post(&rsvp, json!({"status": status})).await.expect(200);
        }
        let left = app.member("Leo", &[]).await;
        left.post(&rsvp, json!({"status": "going"})).await.expect(200);
        left.delete(&format!("/api/events/{id}/subscribe")).await.expect(204);
        let subscribe = format!("/api/events/{id}/subscribe");
        let guest = app.visitor();
        guest.post(&subscribe, json!({"email": "bea@example.org", "name": "Bea"})).await.expect(200);
        guest.post(&subscribe, json!({"email": "pending@example.org", "name": "Pia"})).await.expect(200);
        let mails = app.mails().await;
        let bea = mails.iter().find(|m| m.to == "bea@example.org").unwrap();
        let token = token_in(&bea.link("/answer?guest="), "guest");
        guest.post(&format!("{rsvp}?guest={token}"), json!({"status": "going"})).await.expect(200);
        app.mails().await;
        let change = json!({"starts_at": "2026-04-16T10:00:00+02:00", "ends_at": "2026-04-16T12:00:00+02:00"});
        ana.patch(&format!("/api/events/{id}"), change).await.expect(200);
        let told = |mails: Vec<tessera_testkit::Mail>| {
            let mut to: Vec<String> = mails.into_iter().map(|m| m.to).collect();
            to.sort();
            to
        };
        let mails = app.mails().await;
        assert!(mails.iter().all(|m| m.text.contains("16")), "{}", mails[0].text);
        let bea = mails.iter().find(|m| m.to == "bea@example.org").unwrap();
        assert!(bea.text.contains(&format!("/events/{id}/leave?guest={token}")), "{}", bea.text);
        let those = ["bea@example.org", "gia@example.org", "luca@example.org", "ugo@example.org"];
        assert_eq!(told(mails), those);
        assert!(app.mails().await.is_empty());
        ana.patch(&format!("/api/events/{id}"), json!({"description": "Bring a sandwich"})).await.expect(200);
        assert!(app.mails().await.is_empty(), "a word more in the text is no news");
        ana.post(&format!("/api/events/{id}/cancel"), json!({})).await.expect(200);
        let mails = app.mails().await;
        assert!(mails.iter().all(|m| m.subject.contains("nnullat") || m.subject.contains("ancelled")), "{}", mails[0].subject);
        assert_eq!(told(mails), those);
        app.member("Zoe", &[]).await.post(&rsvp, json!({"status": "going"})).await.expect(409);
    }

    async fn a_member_finds_changes_in_the_inbox_as_long_as_they_hold(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, None).await;
        let luca = app.member("Luca", &[]).await;
        luca.post(&format!("/api/events/{id}/rsvp"), json!({"status": "going"})).await.expect(200);
        let change = json!({"starts_at": "2026-04-16T10:00:00+02:00", "ends_at": "2026-04-16T12:00:00+02:00"});
        ana.patch(&format!("/api/events/{id}"), change).await.expect(200);
        app.mails().await;
        let titles = || async {
            let list = luca.get("/api/notifications").await.expect(200).json();
            let items = list["items"].as_array().unwrap().clone();
            items.iter().map(|i| format!("{}: {}", i["title"].as_str().unwrap(), i["text"].as_str().unwrap())).collect::<Vec<_>>()
        };
        assert_eq!(titles().await, ["“Giro dei laghi” has changed: The time is new."]);
        app.clock.advance(jiff::SignedDuration::from_mins(1));
        luca.patch("/api/me/preferences", json!({"channels": {"event_changes": {"email": "off"}}})).await.expect(200);
        ana.post(&format!("/api/events/{id}/cancel"), json!({})).await.expect(200);
        assert!(app.mails().await.is_empty());
        assert_eq!(titles().await[0], "“Giro dei laghi” is cancelled: It does not take place. You need to do nothing.");
        ana.patch(&format!("/api/events/{id}"), json!({"status": "EventScheduled"})).await.expect(200);
        app.clock.advance(jiff::SignedDuration::from_mins(1));
        app.mails().await;
        let now = titles().await;
        assert!(!now.iter().any(|t| t.contains("cancelled:")) && now[0].contains("takes place after all"), "{now:?}");
    }

    async fn a_guests_token_opens_the_event_and_nothing_else(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let (id, other) = (event(&app, &ana, Private, None).await, event(&app, &ana, Private, None).await);
        ana.post(&format!("/api/events/{id}/invite"), json!({"email": "bea@example.org"})).await.expect(200);
        let link = app.mails().await[0].link("/events/invite?token=");
        let path = format!("/api/events/{id}/subscribe?invitation_token={}", token_in(&link, "token"));
        let bea = app.visitor();
        let body = json!({"email": "bea@example.org", "name": "Bea"});
        let given = bea.post(&path, body).await.expect(200).json();
        let token = given["guest_token"].as_str().unwrap();
        assert_eq!(bea.get(&format!("/api/events/{id}?guest={token}")).await.expect(200).json()["title"], "Giro dei laghi");
        let page = bea.get(&format!("/events/{id}?guest={token}")).await.expect(200);
        assert_eq!(page.select("#answer-title"), ["You are going"]);
        assert_eq!(page.attribute("#answer input[name=guest]", "value").as_deref(), Some(token));
        bea.get(&format!("/api/events/{other}?guest={token}")).await.expect(401);
        bea.get(&format!("/api/events/{id}/participants?guest={token}")).await.expect(401);
        bea.get(&format!("/api/events/{id}")).await.expect(401);
        bea.delete(&format!("/api/events/{id}/subscribe?guest={token}")).await.expect(204);
        bea.get(&format!("/api/events/{id}?guest={token}")).await.expect(401);
        let back = format!("/api/events/{id}/rsvp?guest={token}");
        bea.post(&back, json!({"status": "maybe"})).await.expect(200);
        bea.delete(&format!("/api/events/{id}/subscribe?guest={token}")).await.expect(204);
        app.clock.advance(jiff::SignedDuration::from_hours(2));
        bea.post(&back, json!({"status": "going"})).await.expect(403);
    }

    async fn a_guest_who_never_confirms_is_forgotten_after_a_month(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, None).await;
        let body = json!({"email": "bea@example.org", "name": "Bea"});
        app.visitor().post(&format!("/api/events/{id}/subscribe"), body).await.expect(200);
        let link = app.mails().await[0].link("/answer?guest=");
        app.clock.advance(jiff::SignedDuration::from_hours(31 * 24));
        let tx = app.app.db.write().await.unwrap();
        let old = app.app.now().plus(jiff::SignedDuration::from_hours(-30 * 24));
        assert_eq!(crate::participation::store::delete_unconfirmed(&tx, old).await.unwrap(), 1);
        tx.commit().await.unwrap();
        let token = token_in(&link, "guest");
        let rsvp = format!("/api/events/{id}/rsvp?guest={token}");
        app.visitor().post(&rsvp, json!({"status": "going"})).await.expect(403);
    }

    async fn what_somebody_answered_is_given_to_them_and_forgotten_with_them(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&app, &ana, Public, Some(1)).await;
        let luca = app.member("Luca", &[]).await;
        luca.post(&format!("/api/events/{id}/rsvp"), json!({"status": "going"})).await.expect(200);
        let account = luca.account_id.unwrap();
        let privacy = crate::participation::privacy::PRIVACY;
        let export = (privacy.export)(app.app.clone(), account).await.unwrap();
        assert_eq!(export["participations"][0]["status"], "going");
        let tx = app.app.db.write().await.unwrap();
        (privacy.erase)(&app.app, &tx, account).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(crate::participation::store::find_attendance(&app.app.db.read(), id, "").await.unwrap().going, 0);
        let gia = app.member("Gia", &[]).await;
        gia.post(&format!("/api/events/{id}/rsvp"), json!({"status": "going"})).await.expect(200);
    }
}
