//! The pages of events, as people use them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod kit;

use kit::{ana, api, create, rally, start, takes_part};
use serde_json::{Value, json};
use tessera_core::Role;
use tessera_testkit::{TestApp, both_engines};

const PNG: &[u8] = include_bytes!("fixtures/red.png");

fn typed<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all = vec![
        ("title", "Spring Rally"),
        ("kind", "event"),
        ("start_date", "2026-04-15"),
        ("start_time", "09:00"),
        ("end_time", "18:00"),
        ("timezone", "Europe/Rome"),
        ("visibility", "public"),
        ("state", "published"),
    ];
    for (name, value) in more {
        all.retain(|(n, _)| n != name);
        all.push((name, value));
    }
    all
}

both_engines! { start;
    async fn the_agenda_says_what_is_coming_month_by_month(app: TestApp) {
        let visitor = app.visitor();
        let empty = visitor.get("/").await.expect(200);
        assert_eq!(empty.select(".empty h2"), ["Nothing is planned yet"]);
        assert!(empty.select(".empty a").is_empty());
        let ana = ana(&app).await;
        assert_eq!(ana.get("/").await.expect(200).select(".empty a"), ["Create the first event"]);
        let off = create(&ana, rally("Off", "2026-04-20")).await;
        ana.post(&format!("{}/cancel", api(&off)), Value::Null).await.expect(200);
        create(&ana, json!({"title": "Ride", "starts_at": "2026-04-15T09:00", "ends_at": "2026-04-15T18:00", "location": {"venue": "Main Square"}, "capacity": 3})).await;
        create(&ana, json!({"title": "<b>Dolomites</b>", "starts_at": "2026-05-01", "ends_at": "2026-05-04"})).await;
        create(&ana, json!({"title": "Exhibition", "starts_at": "2026-01-01", "ends_at": "2026-06-01"})).await;
        let page = visitor.get("/").await.expect(200);
        assert_eq!(page.select("h2.month"), ["Under way", "April 2026", "May 2026"]);
        assert_eq!(page.select(".row h3"), ["Exhibition", "Ride", "Off", "<b>Dolomites</b>"]);
        assert_eq!(page.select(".row.off .badge"), ["Cancelled"]);
        assert_eq!(page.select(".row time")[1..], ["9:00–18:00", "9:00–10:00", "1–3 May"]);
        assert_eq!(page.select(".going")[1], "3 places");
        let italian = visitor.reading("it").get("/").await.expect(200);
        assert_eq!(italian.select("h2.month"), ["In corso", "Aprile 2026", "Maggio 2026"]);
        assert_eq!(visitor.get("/?q=dolom&kind=event").await.expect(200).select(".row h3"), ["<b>Dolomites</b>"]);
        assert_eq!(visitor.get("/?q=nothing").await.expect(200).select(".empty h2"), ["Nothing found"]);
        assert_eq!(visitor.get("/?from=2026-05-10").await.expect(200).select(".row h3"), ["Exhibition"]);
        visitor.get("/?page=x&from=never&kind=y").await.expect(200);
        let month = visitor.get("/calendar?month=2026-05").await.expect(200);
        assert_eq!(month.select("h1"), ["May 2026"]);
        assert!(month.select(".grid-month li a").iter().filter(|t| t.ends_with("<b>Dolomites</b>")).count() == 3);
        visitor.get("/calendar?month=nonsense").await.expect(200);
        let events = create(&ana, json!({"title": "Private", "starts_at": "2026-04-16T09:00", "visibility": "private"})).await;
        assert!(!visitor.get("/").await.text().contains("Private<"));
        assert_eq!(ana.get("/?show=mine").await.expect(200).select(".row h3").len(), 5);
        assert!(events["id"].is_string());
    }

    async fn an_event_says_when_where_and_who(app: TestApp) {
        let ana = ana(&app).await;
        let event = create(&ana, json!({
            "title": "Night ride </script><script>alert(1)</script>", "starts_at": "2026-04-15T21:00", "ends_at": "2026-04-16T02:00", "timezone": "America/New_York",
            "description": "Bring **lights**\n\n<script>alert(2)</script>", "location": {"venue": "Park", "address": "Road 1", "lat": 40.7, "lon": -74.0},
        })).await;
        let path = format!("/events/{}", event["id"].as_str().unwrap());
        let page = app.visitor().get(&path).await.expect(200);
        assert_eq!(page.select(".facts time"), ["Wednesday 15 April 2026, 21:00 – Thursday 16 April 2026, 2:00"]);
        let small = page.select(".facts .muted.small").join("|");
        assert!(small.contains("in 14 days") && small.contains("New York time") && small.contains("16 April 2026, 3:00"), "{small}");
        assert!(small.contains("Road 1"));
        assert!(page.text().contains("<strong>lights</strong>") && !page.text().contains("<script>alert"));
        assert_eq!(page.select(".facts b")[2], "Organised by Ana");
        let ld: Value = serde_json::from_str(&page.select("script[type='application/ld+json']")[0]).unwrap();
        assert_eq!((&ld["@type"], &ld["startDate"], &ld["location"]["geo"]["latitude"]), (&json!("Event"), &json!("2026-04-15T21:00:00-04:00"), &json!(40.7)));
        assert_eq!(page.attribute("meta[property='og:type']", "content").as_deref(), Some("article"));
        assert_eq!(page.attribute("link[rel=canonical]", "href"), Some(event["url"].as_str().unwrap().to_owned()));
        app.visitor().get("/events/not-an-id").await.expect(404);
        let private = create(&ana, json!({"title": "P", "starts_at": "2026-04-15T21:00", "visibility": "private"})).await;
        let path = format!("/events/{}", private["id"].as_str().unwrap());
        let to = app.visitor().get(&path).await.expect(303).location();
        assert!(to.starts_with("/sign-in?next="), "{to}");
        app.member("Bea", &[]).await.get(&path).await.expect(403);
        let own = ana.get(&path).await.expect(200);
        assert_eq!(own.attribute("meta[name=robots]", "content").as_deref(), Some("noindex"));
    }

    async fn the_form_asks_what_it_is_and_what_that_has(app: TestApp) {
        let ana = ana(&app).await;
        let task = ana.get("/events/new?kind=task").await.expect(200);
        assert_eq!(task.select("#f-kind option[selected]"), ["Task"]);
        assert_eq!(task.attribute("input[name=visibility][checked]", "value").as_deref(), Some("private"));
        let without_start = typed(&[("kind", "task"), ("start_date", ""), ("start_time", ""), ("end_time", ""), ("due_date", "2026-04-20"), ("priority", "high"), ("visibility", "private")]);
        let made = ana.upload("/events/new", "picture", "", "image/png", b"", &without_start).await.expect(303).location();
        let json = ana.get(&format!("/api{made}")).await.expect(200).json();
        assert_eq!((&json["due_at"], &json["starts_at"], &json["priority"]), (&json!("2026-04-20T21:59:00Z"), &json!("2026-04-20T23:59:00+02:00"), &json!("high")));
        let edit = ana.get(&format!("{made}/edit")).await.expect(200);
        assert_eq!((edit.attribute("#f-due_date", "value").as_deref(), edit.attribute("#f-due_time", "value").as_deref()), (Some("2026-04-20"), Some("23:59")));
        let nothing = typed(&[("kind", "task"), ("start_date", ""), ("start_time", ""), ("end_time", ""), ("due_date", "")]);
        ana.upload("/events/new", "picture", "", "image/png", b"", &nothing).await.expect(422);
        let engagement = typed(&[("kind", "engagement"), ("stakeholder", "Ufficio Élite"), ("contact", "0123"), ("follow_up_on", "2026-05-01"), ("follow_up_note", "Call\nback"), ("event_type", "training")]);
        let made = ana.upload("/events/new", "picture", "", "image/png", b"", &engagement).await.expect(303).location();
        let json = ana.get(&format!("/api{made}")).await.expect(200).json();
        assert_eq!(json["details"], json!({"stakeholder": "Ufficio Élite", "contact": "0123", "follow_up_on": "2026-05-01", "follow_up_note": "Call\nback"}));
        let page = app.visitor().get(&made).await.expect(200);
        assert!(page.select(".facts b").contains(&"Ufficio Élite".to_owned()), "{:?}", page.select(".facts b"));
        assert_eq!(app.visitor().get("/?q=ufficio+elite").await.expect(200).select(".row h3"), ["Spring Rally"]);
        let long = "s".repeat(256);
        let bad = typed(&[("kind", "engagement"), ("follow_up_on", "soon"), ("stakeholder", &long)]);
        let refused = ana.upload("/events/new", "picture", "", "image/png", b"", &bad).await.expect(422);
        assert!(["follow_up_on", "stakeholder"].iter().all(|f| !refused.select(&format!("#f-{f}-error")).is_empty()));
        let community = typed(&[("kind", "community_event"), ("event_type", "disaster")]);
        let made = ana.upload("/events/new", "picture", "", "image/png", b"", &community).await.expect(303).location();
        assert_eq!(ana.get(&format!("/api{made}")).await.expect(200).json()["details"], json!({"event_type": "disaster"}));
        assert_eq!(ana.get(&format!("{made}/edit")).await.expect(200).select("#f-event_type option[selected]"), ["Disaster"]);
        // What the caller keeps beside it stays, whatever the form says.
        ana.patch(&format!("/api{made}"), json!({"details": {"event_type": "meeting", "metadata": {"a": 1}}})).await.expect(200);
        let edited = typed(&[("kind", "event"), ("version", "2")]);
        ana.upload(&format!("{made}/edit"), "picture", "", "image/png", b"", &edited).await.expect(303);
        assert_eq!(ana.get(&format!("/api{made}")).await.expect(200).json()["details"], json!({"metadata": {"a": 1}}));
    }

    async fn the_form_makes_an_event_and_keeps_what_was_typed(app: TestApp) {
        let ana = ana(&app).await;
        let form = ana.get("/events/new").await.expect(200);
        assert_eq!(form.attribute("#f-timezone", "value").as_deref(), Some("Europe/Rome"));
        app.visitor().get("/events/new").await.expect(303);
        let refused = ana
            .upload("/events/new", "picture", "x.png", "image/png", b"no picture", &typed(&[("title", ""), ("end_time", "08:00"), ("capacity", "many"), ("timezone", "Mars/Olympus"), ("description", "Kept <i>")]))
            .await
            .expect(422);
        let marked: Vec<_> = ["title", "end_time", "capacity", "timezone", "picture"].into_iter().filter(|f| refused.select(&format!("#f-{f}-error")).is_empty()).collect();
        assert!(marked.is_empty(), "no error at {marked:?}: {:?}", refused.select(".errors li"));
        assert_eq!(refused.select("#f-description"), ["Kept <i>"]);
        assert_eq!(refused.attribute("#f-start_time", "value").as_deref(), Some("09:00"));
        let made = ana.upload("/events/new", "picture", "x.png", "image/png", PNG, &typed(&[("venue", "Square"), ("description", "Hi")])).await.expect(303).location();
        let json = ana.get(&format!("/api{made}")).await.expect(200).json();
        assert_eq!((&json["starts_at"], &json["ends_at"], &json["state"]), (&json!("2026-04-15T09:00:00+02:00"), &json!("2026-04-15T18:00:00+02:00"), &json!("published")));
        let page = ana.get(&made).await.expect(200);
        assert_eq!(page.select(".flash p"), ["Published."]);
        let image = page.attribute("img.cover", "src").unwrap();
        let picture = app.visitor().get(&image).await.expect(200);
        assert!(picture.header("content-type").unwrap().starts_with("image/") && picture.bytes != PNG);
        app.visitor().get(&format!("/images/{}.jpg", "0".repeat(64))).await.expect(404);
        // Changing: what the form shows is what is there, and the slower editor is told.
        let edit = ana.get(&format!("{made}/edit")).await.expect(200);
        assert_eq!(edit.attribute("input[name=version]", "value").as_deref(), Some("1"));
        let image_url = edit.attribute("input[name=image_url]", "value").unwrap();
        let all_day = typed(&[("all_day", "yes"), ("start_time", ""), ("end_time", ""), ("end_date", "2026-04-17"), ("version", "1"), ("image_url", &image_url)]);
        ana.upload(&format!("{made}/edit"), "picture", "", "application/octet-stream", b"", &all_day).await.expect(303);
        let json = ana.get(&format!("/api{made}")).await.expect(200).json();
        assert_eq!((&json["starts_at"], &json["ends_at"], &json["version"]), (&json!("2026-04-15"), &json!("2026-04-18"), &json!(2)));
        assert!(json["image_url"].as_str().unwrap().ends_with(&image));
        let late = ana.upload(&format!("{made}/edit"), "picture", "", "application/octet-stream", b"", &typed(&[("title", "Late"), ("version", "1")])).await.expect(412);
        assert_eq!(late.attribute("#f-title", "value").as_deref(), Some("Late"));
        app.member("Bea", &[]).await.get(&format!("{made}/edit")).await.expect(403);
    }

    async fn members_prepare_propose_and_find_it_all_again(app: TestApp) {
        let (mia, ana) = (app.member("Mia", &[]).await, ana(&app).await);
        let none = |who: tessera_testkit::Actor, more: Vec<(&'static str, &'static str)>| async move {
            who.upload("/events/new", "picture", "", "application/octet-stream", b"", &typed(&more)).await.expect(303).location()
        };
        let proposed = none(mia.clone(), vec![("state", "further")]).await;
        let private = none(mia.clone(), vec![("state", "further"), ("visibility", "private"), ("title", "Mine alone")]).await;
        let draft = none(mia.clone(), vec![("state", "draft"), ("title", "Later")]).await;
        assert_eq!(mia.get(&format!("/api{private}")).await.json()["state"], "published");
        assert_eq!(mia.get(&format!("/api{draft}")).await.json()["state"], "draft");
        let mine = mia.get("/me/events").await.expect(200);
        assert_eq!(mine.select(".row h3"), ["Later", "Spring Rally", "Mine alone"]);
        mia.get("/manage/proposals").await.expect(403);
        let waiting = ana.get("/manage/proposals").await.expect(200);
        assert_eq!(waiting.select(".row h2"), ["Spring Rally"]);
        assert!(waiting.text().contains("proposed by Mia"));
        assert_eq!(ana.submit(&format!("{proposed}/publish"), &[("from", "proposals")]).await.expect(303).location(), "/manage/proposals");
        app.visitor().get(&proposed).await.expect(200);
        mia.submit(&format!("{draft}/propose"), &[]).await.expect(303);
        ana.submit(&format!("{draft}/give-back"), &[]).await.expect(303);
        assert_eq!(mia.get(&format!("/api{draft}")).await.json()["state"], "draft");
        mia.submit(&format!("{draft}/publish"), &[]).await.expect(403);
    }

    async fn cancelling_asks_once_and_deleting_can_be_undone(app: TestApp) {
        let (ana, bea) = (ana(&app).await, app.member("Bea", &[]).await);
        let event = create(&ana, rally("Ride", "2026-04-15")).await;
        let path = format!("/events/{}", event["id"].as_str().unwrap());
        let asked = ana.submit(&format!("{path}/cancel"), &[]).await.expect(200);
        assert!(asked.text().contains("Nobody has answered yet"));
        assert_eq!(ana.get(&api(&event)).await.json()["status"], "EventScheduled");
        ana.submit(&format!("{path}/cancel"), &[("confirmed", "yes")]).await.expect(303);
        assert_eq!(ana.get(&api(&event)).await.json()["status"], "EventCancelled");
        ana.submit(&format!("{path}/resume"), &[]).await.expect(303);
        takes_part(&app, &event, &bea).await;
        let asked = ana.submit(&format!("{path}/delete"), &[]).await.expect(200);
        assert!(asked.text().contains("1 person who answered gets a mail"), "{}", asked.text());
        bea.submit(&format!("{path}/delete"), &[("confirmed", "yes")]).await.expect(403);
        assert_eq!(ana.submit(&format!("{path}/delete"), &[("confirmed", "yes")]).await.expect(303).location(), "/me/events");
        let mine = ana.get("/me/events").await.expect(200);
        assert_eq!(mine.attribute(".flash form", "action"), Some(format!("{path}/restore")));
        bea.get(&path).await.expect(404);
        assert!(ana.get(&path).await.expect(200).text().contains("This event is deleted"));
        ana.submit(&format!("{path}/restore"), &[]).await.expect(303);
        app.visitor().get(&path).await.expect(200);
        let copy = bea.submit(&format!("{path}/duplicate"), &[]).await.expect(303).location();
        assert_eq!(bea.get(&copy).await.expect(200).attribute("#f-title", "value").as_deref(), Some("Ride"));
    }

    async fn organisers_are_named_and_change(app: TestApp) {
        let (ana, _bea) = (ana(&app).await, app.member("Bea", &[]).await);
        let event = create(&ana, rally("Ride", "2026-04-15")).await;
        let path = format!("/events/{}", event["id"].as_str().unwrap());
        let wrong = ana.submit(&format!("{path}/organisers"), &[("email", "who@example.org")]).await.expect(422);
        assert_eq!(wrong.attribute("#f-email", "value").as_deref(), Some("who@example.org"));
        ana.submit(&format!("{path}/organisers"), &[("email", "bea@example.org")]).await.expect(303);
        let page = app.visitor().get(&path).await.expect(200);
        assert!(page.text().contains("together with Bea"));
        let asked = ana.submit(&format!("{path}/hand-over"), &[("new_organiser", "bea@example.org")]).await.expect(200);
        assert_eq!(asked.attribute("input[name=new_organiser]", "value").as_deref(), Some("bea@example.org"));
        ana.submit(&format!("{path}/hand-over"), &[("new_organiser", "bea@example.org"), ("confirmed", "yes")]).await.expect(303);
        assert!(app.visitor().get(&path).await.text().contains("Organised by Bea"));
    }

    async fn whoever_is_forgotten_leaves_no_name_behind(app: TestApp) {
        let admin = app.member("Ada", &[Role::Admin]).await;
        let ana = ana(&app).await;
        let coming = create(&ana, rally("Coming", "2026-04-15")).await;
        let past = create(&ana, rally("Past", "2026-01-15")).await;
        let draft = create(&ana, json!({"title": "Draft", "starts_at": "2026-04-15T09:00", "state": "draft"})).await;
        let hooks = tessera_agenda::events::slice().privacy.unwrap();
        let data = (hooks.export)(app.app.clone(), ana.account_id.unwrap()).await.unwrap();
        assert_eq!(data["organised"].as_array().unwrap().len(), 3);
        let tx = app.app.db.write().await.unwrap();
        (hooks.erase)(&app.app, &tx, ana.account_id.unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(admin.get(&api(&coming)).await.expect(200).json()["organiser"]["name"], "Ada");
        assert_eq!(admin.get(&api(&past)).await.expect(200).json()["organiser"], Value::Null);
        ana.get(&api(&draft)).await.expect(404);
    }

    async fn pictures_that_no_event_shows_are_gone_after_a_week(app: TestApp) {
        let ana = ana(&app).await;
        let mut paths = Vec::new();
        for colour in [1, 2, 3, 4, 5] {
            let answer = ana.upload("/api/images", "file", "x.gif", "image/gif", &gif(colour), &[]).await.expect(201).json();
            paths.push(answer["image_url"].as_str().unwrap().strip_prefix("http://localhost:8080").unwrap().to_owned());
        }
        let [shown, named, elsewhere, replaced, never] = <[String; 5]>::try_from(paths).unwrap();
        let mut with = rally("Ride", "2026-05-15");
        with["image_url"] = json!(replaced);
        with["description"] = json!(format!("As [here](http://localhost:8080{named})"));
        let event = create(&ana, with).await;
        ana.patch(&api(&event), json!({"image_url": shown})).await.expect(200);
        let mut other = rally("Walk", "2026-05-16");
        other["image_url"] = json!(format!("http://old.example.org{elsewhere}"));
        create(&ana, other).await;

        app.clock.advance(jiff::SignedDuration::from_hours(24 * 6));
        app.run_jobs().await;
        for path in [&shown, &named, &elsewhere, &replaced, &never] {
            app.visitor().get(path).await.expect(200);
        }
        // The same picture again, by somebody else: the old row goes, the file stays.
        let bea = app.member("Bea", &[]).await;
        bea.upload("/api/images", "file", "x.gif", "image/gif", &gif(5), &[]).await.expect(201);
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 2));
        app.run_jobs().await;
        app.visitor().get(&replaced).await.expect(404);
        app.visitor().get(&format!("{replaced}?form=small")).await.expect(404);
        for path in [&shown, &named, &elsewhere, &never] {
            app.visitor().get(path).await.expect(200);
        }
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 8));
        app.run_jobs().await;
        app.visitor().get(&never).await.expect(404);
        app.visitor().get(&shown).await.expect(200);

        // An event that is gone for good shows nothing any more.
        app.execute("DELETE FROM events WHERE title = 'Ride'", vec![]).await;
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 8));
        assert_eq!(tessera_agenda::events::pictures::remove_unused(&app.app).await.unwrap(), 2);
        app.visitor().get(&shown).await.expect(404);
        app.visitor().get(&named).await.expect(404);
        app.visitor().get(&elsewhere).await.expect(200);
        // What was removed can be taken in anew.
        bea_again(&app, bea.account_id.unwrap()).await.upload("/api/images", "file", "x.gif", "image/gif", &gif(1), &[]).await.expect(201);
        app.visitor().get(&shown).await.expect(200);
    }
}

async fn bea_again(app: &TestApp, account: tessera_core::ids::AccountId) -> tessera_testkit::Actor {
    app.sign_in(account, app.community, "localhost:8080", "Bea").await
}

/// One pixel of a colour of its own.
fn gif(colour: u8) -> Vec<u8> {
    let head = b"GIF89a\x01\x00\x01\x00\x80\x00\x00";
    let colours = [colour * 40, 0, 0, 0, 0, 0];
    let rest = b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b";
    [head.as_slice(), &colours, rest].concat()
}
