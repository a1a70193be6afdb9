//! Stories of partners' events, on both engines.

use super::privacy;
use crate::clubs::trial_kit::{Kit, start};
use futures::future::join_all;
use jiff::SignedDuration;
use serde_json::{Value, json};
use tessera_core::Role;
use tessera_testkit::both_engines;
use tessera_testkit::peer::listed;

/// The partner lists these, and they are shown.
async fn with_events(kit: &Kit, events: Vec<Value>) -> Vec<String> {
    let ids: Vec<String> = events.iter().map(|e| e["id"].as_str().unwrap().to_owned()).collect();
    kit.peer.set(|p| p.events = events);
    kit.sync().await.unwrap();
    let mut found = Vec::new();
    for id in ids {
        found.push(kit.id_of(&id).await);
    }
    found
}

both_engines! { start;
    async fn visitors_see_what_is_approved_of_partners_that_are_open(kit: Kit) {
        let ids = with_events(&kit, vec![listed("a", "2026-05-01"), listed("b", "2026-05-02"), listed("c", "2026-05-03")]).await;
        kit.app.execute("UPDATE external_events SET is_approved = FALSE WHERE external_id = 'b'", vec![]).await;
        kit.ada.post(&format!("/api/external-events/{}/hide", ids[2]), json!({})).await.expect(200);
        let visitor = kit.app.visitor();
        let shown = async |path: &str| -> Vec<String> {
            let list = visitor.get(path).await.expect(200).json();
            list["items"].as_array().unwrap().iter().map(|e| e["external_id"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(shown("/api/external-events").await, ["a"]);
        assert_eq!(shown("/api/external-events?approval=pending").await, Vec::<String>::new());
        visitor.get(&format!("/api/external-events/{}", ids[1])).await.expect(404);
        let all = kit.ada.get("/api/external-events?approval=pending").await.expect(200).json();
        assert_eq!(all["items"][0]["external_id"], "b");
        kit.ada.post(&format!("/api/external-events/{}/approve", ids[1]), json!({})).await.expect(200);
        kit.ada.post(&format!("/api/external-events/{}/unhide", ids[2]), json!({})).await.expect(200);
        assert_eq!(shown("/api/external-events?limit=2").await, ["a", "b"]);
        let next = visitor.get("/api/external-events?limit=2").await.json()["next"].as_str().unwrap().to_owned();
        assert_eq!(shown(&format!("/api/external-events?limit=2&cursor={next}")).await, ["c"]);
        assert_eq!(shown("/api/external-events?from=2026-05-02&to=2026-05-02").await, ["b"]);
        assert_eq!(shown("/api/external-events?club=milano").await, Vec::<String>::new());
        visitor.get("/api/external-events?status=nonsense").await.expect(422);
        // Paused, nothing of it is seen; nothing of it is lost.
        let partner = format!("/api/partners/{}", kit.partner);
        kit.ada.patch(&partner, json!({"is_active": false})).await.expect(200);
        assert_eq!(shown("/api/external-events").await, Vec::<String>::new());
        visitor.get(&format!("/eventi/partner/roma/{}/", ids[0])).await.expect(404);
        kit.ada.patch(&partner, json!({"is_active": true})).await.expect(200);
        assert_eq!(shown("/api/external-events").await, ["a", "b", "c"]);
        let event = visitor.get(&format!("/api/external-events/{}", ids[0])).await.expect(200).json();
        assert_eq!(event["interest"], json!({"mine": null, "going": 0, "maybe": 0, "interested": 0, "total": 0}));
        assert_eq!(event["url"], format!("http://localhost:8080/eventi/partner/roma/{}/", ids[0]));
    }

    async fn interest_is_counted_once_for_each_and_nobody_is_named(kit: Kit) {
        let ids = with_events(&kit, vec![listed("a", "2026-05-01")]).await;
        let path = format!("/api/external-events/{}/interest", ids[0]);
        let mut people = Vec::new();
        for n in 0..12 {
            people.push(kit.app.member(&format!("Person {n}"), &[]).await);
        }
        kit.app.mails().await;
        let twice = people.iter().chain(&people);
        let answers = join_all(twice.map(|p| p.put(&path, json!({"interest_level": "maybe"})))).await;
        assert!(answers.iter().all(|a| a.status == 200));
        let event = people[0].put(&path, json!({"interest_level": "going"})).await.expect(200).json();
        assert_eq!(event["interest"], json!({"mine": "going", "going": 1, "maybe": 11, "interested": 0, "total": 12}));
        // Five and ten were reached; whoever was interested then hears of each once.
        let mails = kit.app.mails().await;
        let reached = |many: &str| mails.iter().filter(|m| m.subject.contains(&format!("🔥 {many} soci"))).count();
        assert_eq!((reached("5"), reached("10"), reached("20")), (5, 10, 0));
        people[0].delete(&path).await.expect(204);
        people[0].delete(&path).await.expect(204);
        let event = kit.app.visitor().get(&format!("/api/external-events/{}", ids[0])).await.json();
        assert_eq!(event["interest"]["total"], 11);
        people[0].put(&path, json!({"interest_level": "sure"})).await.expect(422);
        kit.app.visitor().put(&path, json!({"interest_level": "going"})).await.expect(401);
        let page = people[1].get(&format!("/eventi/partner/roma/{}/", ids[0])).await.expect(200);
        assert!(page.text().contains("11 of us are interested 🔥"), "{}", page.text());
        assert!(!page.text().contains("Person 2"));
    }

    async fn the_thresholds_of_display_are_the_documents(kit: Kit) {
        let ids = with_events(&kit, vec![listed("a", "2026-05-01")]).await;
        let page = async |n: i64| -> String {
            kit.app.execute("UPDATE external_events SET interested = ?", vec![n.into()]).await;
            kit.app.visitor().reading("it").get(&format!("/eventi/partner/roma/{}/", ids[0])).await.expect(200).text()
        };
        assert!(page(0).await.contains("Sii il primo a mostrare interesse!"));
        assert!(page(1).await.contains("<b>Un socio interessato</b>"));
        assert!(page(5).await.contains("<b>5 soci interessati</b>"));
        assert!(page(6).await.contains("<b>6 soci interessati 🔥</b>"));
        assert!(page(20).await.contains("<b>20 soci interessati 🔥</b>"));
        assert!(page(21).await.contains("<b>21 soci interessati 🔥🔥</b>"));
    }

    async fn members_organise_among_themselves(kit: Kit) {
        let ids = with_events(&kit, vec![listed("a", "2026-05-01")]).await;
        let path = format!("/api/external-events/{}/comments", ids[0]);
        let (kim, eve) = (kit.app.member("Kim", &[]).await, kit.app.member("Eve", &[]).await);
        for who in [&kim, &eve] {
            who.put(&format!("/api/external-events/{}/interest", ids[0]), json!({"interest_level": "going"})).await.expect(200);
        }
        kit.app.mails().await;
        let mine = kim.post(&path, json!({"content": " Who drives from Milan? "})).await.expect(201).json();
        assert_eq!((&mine["content"], &mine["author"]["name"], &mine["mine"]), (&json!("Who drives from Milan?"), &json!("Kim"), &json!(true)));
        let mails = kit.app.mails().await;
        let told: Vec<&str> = mails.iter().map(|m| m.to.as_str()).collect();
        assert_eq!(told, ["eve@example.org"], "who is interested, and not who wrote");
        assert!(mails[0].subject.contains("Kim ha scritto su Event a"), "{}", mails[0].subject);
        let one = format!("{path}/{}", mine["id"].as_str().unwrap());
        eve.patch(&one, json!({"content": "I do"})).await.expect(403);
        eve.delete(&one).await.expect(403);
        kim.patch(&one, json!({"content": "Who drives?"})).await.expect(200);
        for bad in ["", "   ", &"x".repeat(2_001)] {
            kim.post(&path, json!({"content": bad})).await.expect(422);
        }
        let list = eve.get(&path).await.expect(200).json();
        assert_eq!((&list["items"][0]["content"], &list["items"][0]["mine"]), (&json!("Who drives?"), &json!(false)));
        kit.app.visitor().get(&path).await.expect(401);
        let outside = kit.app.visitor().get(&format!("/eventi/partner/roma/{}/", ids[0])).await.expect(200);
        assert!(!outside.text().contains("Who drives?") && !outside.text().contains("Kim"));
        kit.app.unverified("Una", &[]).await.post(&path, json!({"content": "Hello"})).await.expect(403);
        // An admin moderates; what was deleted is forgotten after a day.
        kit.ada.delete(&one).await.expect(204);
        assert_eq!(kim.get(&path).await.expect(200).json()["items"], json!([]));
        kim.patch(&one, json!({"content": "Again"})).await.expect(404);
        kit.app.clock.advance(SignedDuration::from_hours(30));
        kit.app.run_jobs().await;
        let export = privacy::PRIVACY.export;
        let kept = export(kit.app.app.clone(), kim.account_id.unwrap()).await.unwrap();
        assert_eq!((&kept["comments"][0]["content"], &kept["comments"][0]["is_deleted"]), (&json!(""), &json!(true)));
    }

    async fn the_forms_of_the_page_work_without_scripts(kit: Kit) {
        let ids = with_events(&kit, vec![listed("a", "2026-05-01")]).await;
        let kim = kit.app.member("Kim", &[]).await;
        let path = format!("/eventi/partner/roma/{}/", ids[0]);
        assert_eq!(kit.app.visitor().get("/eventi/partner").await.expect(308).location(), "/eventi/partner/");
        let list = kim.get("/eventi/partner/").await.expect(200);
        assert_eq!(list.select(".event-card h2"), ["Event a"]);
        assert!(list.text().contains("Be the first to show interest!"));
        let interest = format!("/eventi/partner/interest/{}", ids[0]);
        let back = kim.submit(&interest, &[("interest_level", "interested"), ("back", "/eventi/partner/?club=roma")]).await.expect(303);
        assert_eq!(back.location(), "/eventi/partner/?club=roma");
        let astray = kim.submit(&interest, &[("interest_level", "going"), ("back", "https://evil.example/")]).await.expect(303);
        assert_eq!(astray.location(), path);
        let page = kim.get(&path).await.expect(200);
        assert_eq!(page.attribute("#interest button[aria-pressed=true]", "value").as_deref(), Some(""));
        let comments = format!("/eventi/partner/comments/{}", ids[0]);
        let empty = kim.submit(&comments, &[("content", "  ")]).await.expect(422);
        assert!(!empty.select(".errors").is_empty());
        let posted = kim.submit(&comments, &[("content", "<b>Who</b> drives?")]).await.expect(303).location();
        let id = posted.rsplit("#c-").next().unwrap().to_owned();
        let page = kim.get(&format!("{path}?edit={id}")).await.expect(200);
        assert!(page.text().contains("&#60;b&#62;Who&#60;/b&#62; drives?"), "{}", page.text());
        kim.submit(&format!("{comments}/{id}/edit"), &[("content", "Who rides?")]).await.expect(303);
        kim.submit(&format!("{comments}/{id}/delete"), &[]).await.expect(303);
        assert!(kim.get(&path).await.expect(200).select(".comment-text").is_empty());
        kim.submit(&format!("{comments}/{id}/restore"), &[]).await.expect(303);
        assert_eq!(kim.get(&path).await.expect(200).select(".comment-text"), ["Who rides?"]);
        kim.submit(&interest, &[("interest_level", "")]).await.expect(303);
        assert!(kim.get(&path).await.expect(200).text().contains("Be the first"));
        // Another code leads to the one address that it has.
        assert_eq!(kim.get(&format!("/eventi/partner/milano/{}/", ids[0])).await.expect(308).location(), path);
    }

    async fn only_the_page_with_a_map_may_ask_for_tiles(kit: Kit) {
        let mut nowhere = listed("b", "2026-05-02");
        nowhere["location_lat"] = Value::Null;
        nowhere["description"] = json!("<p>Fine <script>alert(1)</script><img src='https://track.example/p.gif'></p>");
        let ids = with_events(&kit, vec![listed("a", "2026-05-01"), nowhere]).await;
        let visitor = kit.app.visitor();
        let policy = async |path: &str| visitor.get(path).await.expect(200).header("content-security-policy").unwrap().to_owned();
        let with_map = policy(&format!("/eventi/partner/roma/{}/", ids[0])).await;
        assert!(with_map.contains("img-src 'self' data: https://tile.openstreetmap.org;"), "{with_map}");
        // So may the same page with a refused comment on it.
        let kim = kit.app.member("Kim", &[]).await;
        let refused = kim.submit(&format!("/eventi/partner/comments/{}", ids[0]), &[("content", " ")]).await.expect(422);
        assert_eq!(refused.header("content-security-policy"), Some(with_map.as_str()));
        for path in ["/eventi/partner/", "/", &format!("/eventi/partner/roma/{}/", ids[1])] {
            assert!(!policy(path).await.contains("openstreetmap"), "{path}");
        }
        let page = visitor.get(&format!("/eventi/partner/roma/{}/", ids[1])).await.expect(200).text();
        assert!(!page.contains("track.example") && !page.contains("alert(1)") && page.contains("Fine"), "{page}");
        assert!(page.contains("openstreetmap.org/search?query=Main+Square"));
    }

    async fn admins_approve_hide_and_look_anew_many_at_once(kit: Kit) {
        let ids = with_events(&kit, vec![listed("a", "2026-05-01"), listed("b", "2026-05-02"), listed("c", "2026-05-03")]).await;
        kit.app.execute("UPDATE external_events SET is_approved = FALSE", vec![]).await;
        let path = "/manage/external-events";
        kit.app.member("Kim", &[Role::Organiser]).await.get(path).await.expect(403);
        let page = kit.ada.get(&format!("{path}?approval=pending")).await.expect(200);
        assert_eq!(page.select("tbody th"), ["Event a", "Event b", "Event c"]);
        let ticked = [("events", ids[0].as_str()), ("events", &ids[1]), ("query", "approval=pending")];
        let approve: Vec<_> = ticked.iter().copied().chain([("act", "approve")]).collect();
        assert_eq!(kit.ada.submit(path, &approve).await.expect(303).location(), format!("{path}?approval=pending"));
        assert_eq!(kit.app.visitor().get("/eventi/partner/").await.select(".event-card h2"), ["Event a", "Event b"]);
        let hide: Vec<_> = ticked.iter().copied().chain([("act", "hide")]).collect();
        let asked = kit.ada.submit(path, &hide).await.expect(200);
        assert!(asked.text().contains("2 events will not be seen"), "{}", asked.text());
        let hide: Vec<_> = hide.into_iter().chain([("confirmed", "yes")]).collect();
        kit.ada.submit(path, &hide).await.expect(303);
        assert!(kit.app.visitor().get("/eventi/partner/").await.select(".event-card h2").is_empty());
        let one = format!("unhide:{}", ids[0]);
        kit.ada.submit(path, &[("one", one.as_str())]).await.expect(303);
        kit.ada.submit(&format!("{path}/hide/{}", ids[0]), &[]).await.expect(303);
        assert_eq!(kit.ada.get(&format!("{path}?approval=hidden")).await.select("tbody th"), ["Event a", "Event b"]);
        // Looked at anew: only the days concerned are asked for.
        kit.peer.set(|p| { p.events[2]["event_name"] = json!("Event c, moved inside"); p.looks_at_dates = true; });
        kit.peer.take_asked();
        let fresh = kit.ada.post(&format!("/api/external-events/{}/refresh", ids[2]), json!({})).await.expect(200).json();
        assert_eq!(fresh["event_name"], "Event c, moved inside");
        assert_eq!(kit.peer.take_asked()[0].target, "/api/federation/events/?from_date=2026-05-02&to_date=2026-05-04");
        kit.peer.set(|p| { p.events.remove(2); });
        let gone = kit.ada.post(&format!("/api/external-events/{}/refresh", ids[2]), json!({})).await.expect(200).json();
        assert_eq!(gone["event_status"], "EventCancelled");
    }

    async fn members_hear_of_what_is_new_in_one_notice(kit: Kit) {
        let kim = kit.app.member("Kim", &[]).await;
        with_events(&kit, vec![listed("a", "2026-05-01"), listed("b", "2026-05-02")]).await;
        kit.app.run_jobs().await;
        let inbox = kim.get("/api/notifications").await.expect(200).json();
        let news: Vec<&Value> = inbox["items"].as_array().unwrap().iter().collect();
        assert_eq!(news.len(), 1, "{inbox}");
        assert_eq!(news[0]["title"], "New events from partner clubs 🏍️");
        kit.sync().await.unwrap();
        kit.app.run_jobs().await;
        assert_eq!(kim.get("/api/notifications").await.json()["items"].as_array().unwrap().len(), 1);
    }

    async fn partners_events_stand_in_the_calendar_and_can_be_left_out(kit: Kit) {
        let ids = with_events(&kit, vec![listed("a", "2026-05-01")]).await;
        let window = "start=2026-05-01T00:00:00Z&end=2026-05-08T00:00:00Z";
        let all = kit.app.visitor().get(&format!("/api/calendar?{window}")).await.expect(200).json();
        assert_eq!(all[0]["title"], "Event a");
        assert_eq!(all[0]["url"], format!("/eventi/partner/roma/{}/", ids[0]));
        assert_eq!((&all[0]["extendedProps"]["kind"], &all[0]["editable"]), (&json!("partner"), &json!(false)));
        let ours = kit.app.visitor().get(&format!("/api/calendar?{window}&kinds=event,task")).await.expect(200).json();
        assert_eq!(ours, json!([]));
        let page = kit.app.visitor().get("/calendar?month=2026-05&plain=yes").await.expect(200);
        assert!(page.text().contains("Event a") && page.text().contains("Partner event"));
    }

    async fn with_the_account_interest_and_comments_are_gone(kit: Kit) {
        let ids = with_events(&kit, vec![listed("a", "2026-05-01")]).await;
        let kim = kit.app.member("Kim", &[]).await;
        let account = kim.account_id.unwrap();
        kim.put(&format!("/api/external-events/{}/interest", ids[0]), json!({"interest_level": "going"})).await.expect(200);
        kim.post(&format!("/api/external-events/{}/comments", ids[0]), json!({"content": "Me!"})).await.expect(201);
        let export = privacy::PRIVACY.export;
        let kept = export(kit.app.app.clone(), account).await.unwrap();
        assert_eq!((&kept["interests"][0]["interest_level"], &kept["comments"][0]["content"]), (&json!("going"), &json!("Me!")));
        let tx = kit.app.app.db.write().await.unwrap();
        (privacy::PRIVACY.erase)(&kit.app.app, &tx, account).await.unwrap();
        tx.commit().await.unwrap();
        let kept = export(kit.app.app.clone(), account).await.unwrap();
        assert_eq!(kept, json!({"interests": [], "comments": []}));
        let event = kit.ada.get(&format!("/api/external-events/{}", ids[0])).await.json();
        assert_eq!(event["interest"]["total"], 0);
    }

    async fn a_partner_that_is_removed_takes_its_events_along(kit: Kit) {
        let ids = with_events(&kit, vec![listed("a", "2026-05-01")]).await;
        let kim = kit.app.member("Kim", &[]).await;
        kim.put(&format!("/api/external-events/{}/interest", ids[0]), json!({"interest_level": "going"})).await.expect(200);
        kim.post(&format!("/api/external-events/{}/comments", ids[0]), json!({"content": "Me!"})).await.expect(201);
        kit.ada.delete(&format!("/api/partners/{}", kit.partner)).await.expect(204);
        kit.ada.get(&format!("/api/external-events/{}", ids[0])).await.expect(404);
        assert!(kit.events().await.is_empty());
    }
}
