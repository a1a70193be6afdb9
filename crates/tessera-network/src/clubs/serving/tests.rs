//! Stories of what partners ask and tell, on both engines.

use crate::clubs::partners::calling::sealer;
use crate::clubs::testing::{Club, EVENTS, INTEREST, admin, event, ids, names, start, start_with};
use http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};
use tessera_core::Role;
use tessera_testkit::{Engine, TestApp, both_engines};

async fn counts(app: &TestApp, table: &str) -> i64 {
    use sea_orm::ConnectionTrait;
    let read = app.app.db.read();
    let q = tessera_platform::db::sql(&read, &format!("SELECT COUNT(*) FROM {table}"), vec![]);
    read.query_one_raw(q).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

/// Signs with what a stranger's program wrote for this very moment.
async fn golden(app: &TestApp) -> Club {
    let ada = admin(app).await;
    let club = Club::agreed(&ada, "roma").await;
    let key = "pk_ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".to_owned();
    let sealed = sealer(&app.app).seal(&format!("sk_{}", "x".repeat(64))).unwrap();
    app.execute(
        "UPDATE partner_pairs SET api_key = ?, api_secret_sealed = ?",
        vec![key.clone().into(), sealed.into()],
    )
    .await;
    Club { key, ..club }
}

fn signed(club: &Club, signature: &str) -> Vec<(String, String)> {
    [
        ("X-Federation-Key", club.key.as_str()),
        ("X-Timestamp", "2026-04-01T10:00:00Z"),
        ("X-Signature", signature),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec()
}

both_engines! { start;
    async fn what_a_strangers_program_signs_is_believed(app: TestApp) {
        let club = golden(&app).await;
        let get = signed(&club, "sha256=c52516ac32ba4da829eda182a2449e76d61984e706bcc404f30a7dc230e5c778");
        let answer = club.send(&app.visitor(), Method::GET, EVENTS, &get, "").await.expect(200);
        assert_eq!(answer.header("content-type"), Some("application/json"));
        assert_eq!(answer.header("cache-control"), Some("private, no-cache"));
        assert_eq!(answer.json()["club"], json!({"name": "Moto Club Torino", "code": "torino", "url": "http://localhost:8080"}));
        let body = r#"{"event_id": "evt_1", "counts": {"going": 3, "maybe": 2, "interested": 5}, "club_code": "roma"}"#;
        let post = signed(&club, "sha256=cfdebfb056a518303f3712d5a2feb265cdbedc49df10789a62fc20a3ee031993");
        // Believed, and then no such event.
        let answer = club.send(&app.visitor(), Method::POST, INTEREST, &post, body).await.expect(404);
        assert_eq!(answer.code(), "not_found");
        // The pk_ signs nothing.
        let by_key = Club { secret: format!("sk_{}", "y".repeat(64)), ..club };
        assert_eq!(by_key.events(&app, "").await.expect(401).code(), "bad_signature");
    }

    async fn the_feed_has_public_events_of_any_status_in_the_documents_words(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::agreed(&ada, "roma").await;
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let more = json!({
            "ends_at": "2026-04-15T18:00", "description": "Annual **rally**",
            "location": {"venue": "Main Square", "address": "Main Square 1", "lat": 45.0715, "lon": 7.6858},
        });
        let rally = event(&ana, "Spring Rally", "2026-04-15T09:00", more).await;
        event(&ana, "Board dinner", "2026-04-16T20:00", json!({"visibility": "private"})).await;
        let off = event(&ana, "Fog Ride", "2026-04-17T09:00", json!({})).await;
        ana.post(&format!("/api/events/{off}/cancel"), json!({})).await.expect(200);
        event(&ana, "Long ago", "2026-03-01T09:00", json!({})).await;
        event(&ana, "Fair", "2026-05-01", json!({"all_day": true, "ends_at": "2026-05-03"})).await;
        for (who, answer) in [("Bea", "going"), ("Carla", "going"), ("Dino", "maybe"), ("Elio", "interested")] {
            let who = app.member(who, &[]).await;
            who.post(&format!("/api/events/{rally}/rsvp"), json!({"status": answer})).await.expect(200);
        }
        let feed = club.events(&app, "").await.expect(200).json();
        assert_eq!(names(&feed), ["Spring Rally", "Fog Ride", "Fair"]);
        assert_eq!(feed["total"], 3);
        assert!(feed.get("deleted").is_none());
        let shown = &feed["events"][0];
        assert_eq!(
            shown,
            &json!({
                "id": rally, "event_name": "Spring Rally", "start_date": "2026-04-15T09:00:00+02:00",
                "end_date": "2026-04-15T18:00:00+02:00", "location_name": "Main Square",
                "location_address": "Main Square 1", "location_lat": 45.0715, "location_lon": 7.6858,
                "description": "<p>Annual <strong>rally</strong></p>\n", "event_status": "EventScheduled",
                "image_url": null, "detail_url": format!("http://localhost:8080/events/{rally}"),
                "interest_count": {"going": 2, "maybe": 1, "interested": 1},
            })
        );
        assert_eq!(feed["events"][1]["event_status"], "EventCancelled");
        assert_eq!(feed["events"][1]["end_date"], Value::Null);
        assert_eq!(feed["events"][2]["start_date"], "2026-05-01T00:00:00+02:00");
        assert_eq!(feed["events"][2]["end_date"], "2026-05-03T00:00:00+02:00");
    }

    async fn the_three_filters_choose(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::agreed(&ada, "roma").await;
        let ana = app.member("Ana", &[Role::Organiser]).await;
        for (title, starts_at) in [("March", "2026-03-15T09:00"), ("April", "2026-04-15T23:30"), ("May", "2026-05-15T09:00")] {
            event(&ana, title, starts_at, json!({"ends_at": "2026-05-20T09:00"})).await;
        }
        let of = async |query: &str| names(&club.events(&app, query).await.expect(200).json());
        // From now on: what has begun and goes on is there.
        assert_eq!(of("").await, ["March", "April", "May"]);
        assert_eq!(of("from_date=2026-03-15").await, ["March", "April", "May"]);
        // Events that begin from then on.
        assert_eq!(of("from_date=2026-03-16").await, ["April", "May"]);
        // The last day is included, on our clock.
        assert_eq!(of("from_date=2026-04-01&to_date=2026-04-15").await, ["April"]);
        assert_eq!(of("from_date=2026-04-01&to_date=2026-04-14").await, Vec::<String>::new());
        assert_eq!(of("status=EventCancelled&something=else").await, Vec::<String>::new());
        assert_eq!(of("status=EventScheduled").await.len(), 3);
        let bad = club.events(&app, "from_date=soon&status=Nope").await.expect(422).json();
        assert_eq!((&bad["errors"][0]["field"], &bad["errors"][1]["field"]), (&json!("from_date"), &json!("status")));
    }

    async fn a_series_is_its_dates_each_with_an_id_that_stays(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::agreed(&ada, "roma").await;
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let rule = |count: u8| json!({"recurrence": {"rrule": format!("FREQ=WEEKLY;COUNT={count}")}});
        let choir = event(&ana, "Choir", "2026-04-15T09:00", rule(3)).await;
        let days = event(&ana, "Fair", "2026-04-16", json!({"all_day": true, "recurrence": {"rrule": "FREQ=WEEKLY;COUNT=1"}})).await;
        let expected = [
            format!("{choir}_20260415T070000Z"), format!("{days}_20260416"),
            format!("{choir}_20260422T070000Z"), format!("{choir}_20260429T070000Z"),
        ];
        let feed = club.events(&app, "").await.expect(200).json();
        assert_eq!(ids(&feed), expected);
        assert_eq!(feed["total"], 4);
        let since = app.app.now().to_string();
        app.clock.advance(SignedDuration::from_mins(5));
        // One date is moved, another taken away: the names of the others stay.
        let date = |day: &str| format!("/api/events/{choir}?scope=this&occurrence={day}T07:00:00Z");
        ana.patch(&date("2026-04-22"), json!({"starts_at": "2026-04-23T10:00", "title": "Choir outdoors"})).await.expect(200);
        ana.delete(&date("2026-04-29")).await.expect(204);
        let feed = club.events(&app, "").await.expect(200).json();
        assert_eq!(ids(&feed), expected[..3]);
        assert_eq!((&feed["events"][2]["event_name"], &feed["events"][2]["start_date"]), (&json!("Choir outdoors"), &json!("2026-04-23T10:00:00+02:00")));
        let changes = club.events(&app, &format!("updated_since={since}")).await.expect(200).json();
        assert_eq!(changes["deleted"], json!([expected[3]]));
        assert!(ids(&changes).contains(&expected[2]) && !ids(&changes).contains(&expected[1]), "{changes}");
    }

    async fn what_changed_and_what_is_gone_is_told(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::agreed(&ada, "roma").await;
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let mut made = Vec::new();
        for title in ["Stays", "Changes", "Goes", "Hides", "Comes back"] {
            made.push(event(&ana, title, "2026-04-15T09:00", json!({})).await);
        }
        let secret = event(&ana, "Secret", "2026-04-15T09:00", json!({"visibility": "private"})).await;
        app.clock.advance(SignedDuration::from_mins(5));
        let since = app.app.now().to_string();
        ana.patch(&format!("/api/events/{}", made[1]), json!({"title": "Changed"})).await.expect(200);
        ana.delete(&format!("/api/events/{}", made[2])).await.expect(204);
        ana.patch(&format!("/api/events/{}", made[3]), json!({"visibility": "private"})).await.expect(200);
        ana.delete(&format!("/api/events/{}", made[4])).await.expect(204);
        ana.post(&format!("/api/events/{}/restore", made[4]), json!({})).await.expect(200);
        ana.delete(&format!("/api/events/{secret}")).await.expect(204);
        let changes = club.events(&app, &format!("updated_since={}", since.replace('+', "%2B"))).await.expect(200).json();
        let mut shown = names(&changes);
        shown.sort();
        assert_eq!(shown, ["Changed", "Comes back"]);
        let mut gone: Vec<String> = changes["deleted"].as_array().unwrap().iter().map(|d| d.as_str().unwrap().to_owned()).collect();
        gone.sort();
        let mut expected = vec![made[2].clone(), made[3].clone()];
        expected.sort();
        assert_eq!(gone, expected, "and of a private event not even its id");
        assert_eq!(changes["total"], 2);
    }

    async fn more_than_a_thousand_come_in_pages_and_the_total_is_always_true(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::agreed(&ada, "roma").await;
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let series = json!({"recurrence": {"rrule": "FREQ=DAILY;COUNT=400"}, "ends_at": "2026-04-15T10:00"});
        for n in 0..3 {
            event(&ana, &format!("Series {n}"), "2026-04-15T09:00", series.clone()).await;
        }
        let first = club.events(&app, "").await.expect(200);
        let next = first.header("link").unwrap().to_owned();
        let first = first.json();
        assert_eq!((ids(&first).len(), &first["total"]), (1000, &json!(1200)));
        let next = next.strip_prefix("<http://localhost:8080/api/federation/events/?").unwrap();
        let (query, rest) = next.split_once('>').unwrap();
        assert_eq!(rest, "; rel=\"next\"");
        let second = club.events(&app, query).await.expect(200);
        assert_eq!(second.header("link"), None);
        let second = second.json();
        assert_eq!((ids(&second).len(), &second["total"]), (200, &json!(1200)));
        let all: std::collections::BTreeSet<String> = ids(&first).into_iter().chain(ids(&second)).collect();
        assert_eq!(all.len(), 1200);
        assert_eq!(club.events(&app, "page=3").await.expect(200).json()["events"], json!([]));
    }

    async fn an_unchanged_feed_is_not_sent_again_and_a_change_shows_at_once(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::agreed(&ada, "roma").await;
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let rally = event(&ana, "Rally", "2026-04-15T09:00", json!({})).await;
        let first = club.events(&app, "").await.expect(200);
        let tag = first.header("etag").unwrap().to_owned();
        let asked_again = async |tag: &str, gzip: bool| {
            let mut headers = club.headers(&app, "");
            headers.push(("If-None-Match".into(), tag.to_owned()));
            if gzip {
                headers.push(("Accept-Encoding".into(), "gzip".into()));
            }
            club.send(&app.visitor(), Method::GET, EVENTS, &headers, "").await
        };
        let same = asked_again(&tag, false).await.expect(304);
        assert!(same.bytes.is_empty());
        assert_eq!(same.header("etag"), Some(tag.as_str()));
        // Packed once, with a tag of its own.
        let packed = asked_again("\"none\"", true).await.expect(200);
        assert_eq!(packed.header("content-encoding"), Some("gzip"));
        asked_again(packed.header("etag").unwrap(), true).await.expect(304);
        let bea = app.member("Bea", &[]).await;
        bea.post(&format!("/api/events/{rally}/rsvp"), json!({"status": "going"})).await.expect(200);
        let after = asked_again(&tag, false).await.expect(200).json();
        assert_eq!(after["events"][0]["interest_count"]["going"], 1);
        // What is over is not there any more, though nothing was changed.
        let feed = club.events(&app, "").await.expect(200).json();
        assert_eq!(ids(&feed).len(), 1);
        app.clock.advance(SignedDuration::from_hours(24 * 20));
        assert_eq!(club.events(&app, "").await.expect(200).json()["events"], json!([]));
    }

    async fn a_feed_costs_as_many_statements_whatever_is_in_it_and_few_once_it_is_kept(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::agreed(&ada, "roma").await;
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let statements = async || {
            let before = app.app.db.statements_sent();
            club.events(&app, "").await.expect(200);
            app.app.db.statements_sent() - before
        };
        event(&ana, "One", "2026-04-15T09:00", json!({})).await;
        let of_one = statements().await;
        for n in 0..30 {
            let id = event(&ana, &format!("Ride {n}"), "2026-04-16T09:00", json!({})).await;
            ana.post(&format!("/api/events/{id}/rsvp"), json!({"status": "going"})).await.expect(200);
        }
        let of_many = statements().await;
        assert_eq!(of_one, of_many);
        let kept = statements().await;
        assert!(kept < of_many && kept <= 6, "{kept} of {of_many}");
    }

    async fn every_refusal_has_its_code(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::added(&ada, "roma").await;
        let events = async |club: &Club, headers: &[(String, String)]| {
            let answer = club.send(&app.visitor(), Method::GET, EVENTS, headers, "").await;
            (answer.status.as_u16(), answer.code())
        };
        let with = |at: usize, value: &str| {
            let mut headers = club.headers(&app, "");
            headers[at].1 = value.to_owned();
            headers
        };
        let refused = |status: u16, code: &str| (status, code.to_owned());
        assert_eq!(events(&club, &[]).await, refused(401, "unsigned"));
        assert_eq!(events(&club, &club.headers(&app, "")[..2]).await, refused(401, "unsigned"));
        let unknown = "pk_ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
        assert_eq!(events(&club, &with(0, unknown)).await, refused(401, "unknown_key"));
        assert_eq!(events(&club, &with(1, "yesterday")).await, refused(401, "bad_timestamp"));
        assert_eq!(events(&club, &with(2, &format!("sha256={}", "0".repeat(64)))).await, refused(401, "bad_signature"));
        let old = club.headers(&app, "");
        app.clock.advance(SignedDuration::from_secs(301));
        assert_eq!(events(&club, &old).await, refused(401, "stale"));
        // From here on the signature is right.
        assert_eq!(events(&club, &club.headers(&app, "")).await, refused(403, "partner_not_approved"));
        ada.post(&format!("{}/approve", club.path()), json!({})).await.expect(200);
        assert_eq!(events(&club, &club.headers(&app, "")).await, refused(403, "not_shared"));
        ada.patch(&club.path(), json!({"share_our_events": true, "is_active": false})).await.expect(200);
        assert_eq!(events(&club, &club.headers(&app, "")).await, refused(403, "partner_inactive"));
        ada.patch(&club.path(), json!({"is_active": true})).await.expect(200);
        let once = club.headers(&app, "");
        assert_eq!(events(&club, &once).await.0, 200);
        assert_eq!(events(&club, &once).await, refused(401, "replayed"));
        // Another question under the same signature is another request; the same one is not, whichever path it takes.
        let other = club.send(&app.visitor(), Method::GET, &format!("{EVENTS}?status=EventCancelled"), &once, "").await;
        other.expect(200);
        // In a language of its own, and as a problem.
        let in_italian = app.visitor().reading("it");
        let problem = club.send(&in_italian, Method::GET, EVENTS, &[], "").await.expect(401);
        assert_eq!(problem.header("content-type"), Some("application/problem+json"));
    }

    async fn a_replay_is_refused_by_every_process_and_after_a_restart(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::agreed(&ada, "roma").await;
        let once = club.headers(&app, "");
        club.send(&app.visitor(), Method::GET, EVENTS, &once, "").await.expect(200);
        let other = app.visitor_of_another_process().await;
        let again = club.send(&other, Method::GET, EVENTS, &once, "").await.expect(401);
        assert_eq!(again.code(), "replayed");
        // Of the same request at both at once one gets in.
        let twice = club.headers(&app, "");
        let here = app.visitor();
        let (a, b) = tokio::join!(
            club.send(&here, Method::GET, EVENTS, &twice, ""),
            club.send(&other, Method::GET, EVENTS, &twice, ""),
        );
        let mut statuses = [a.status.as_u16(), b.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 401]);
        // Replays are no failures: nobody is made to wait by sending what somebody else signed.
        for _ in 0..15 {
            club.send(&here, Method::GET, EVENTS, &twice, "").await.expect(401);
        }
        club.events(&app, "").await.expect(200);
        // What is remembered is forgotten when its age alone refuses it.
        assert!(counts(&app, "federation_replays").await >= 3);
        app.clock.advance(SignedDuration::from_mins(20));
        app.run_jobs().await;
        assert_eq!(counts(&app, "federation_replays").await, 0);
        assert_eq!(club.send(&here, Method::GET, EVENTS, &once, "").await.expect(401).code(), "stale");
    }

    async fn limits_hold_per_partner_and_strangers_cannot_spend_them(app: TestApp) {
        let ada = admin(&app).await;
        let (roma, milano) = (Club::agreed(&ada, "roma").await, Club::agreed(&ada, "milano").await);
        // A stranger, in Roma's name.
        let stranger = Club { secret: format!("sk_{}", "z".repeat(64)), ..roma.at("203.0.113.9") };
        for n in 0..30 {
            let answer = stranger.events(&app, "").await;
            assert_eq!(answer.status.as_u16(), if n < 10 { 401 } else { 429 }, "{n}");
            if n >= 10 {
                assert!(answer.header("retry-after").unwrap().parse::<i64>().unwrap() > 3000);
            }
        }
        for n in 0..60 {
            roma.events(&app, "").await.expect(200);
            if n == 30 {
                stranger.events(&app, "").await.expect(429);
            }
        }
        let over = roma.events(&app, "").await.expect(429);
        assert!(over.header("retry-after").is_some());
        // Neither the other partner nor the other quota is touched.
        milano.events(&app, "").await.expect(200);
        let told = json!({"event_id": "evt_1", "counts": {"going": 1}, "club_code": "roma"});
        roma.tell(&app, &told).await.expect(404);
        app.clock.advance(SignedDuration::from_hours(1));
        roma.events(&app, "").await.expect(200);
        stranger.events(&app, "").await.expect(401);
    }

    async fn a_blocked_address_is_shown_to_the_admin_who_can_lift_it(app: TestApp) {
        let ada = admin(&app).await;
        let roma = Club::agreed(&ada, "roma").await.at("203.0.113.9");
        let wrong = Club { secret: format!("sk_{}", "z".repeat(64)), ..roma.clone() };
        for _ in 0..10 {
            wrong.events(&app, "").await.expect(401);
        }
        // From this address nothing gets in, rightly signed or not; from another it does.
        roma.events(&app, "").await.expect(429);
        roma.at("203.0.113.10").events(&app, "").await.expect(200);
        let page = ada.get("/manage/partners").await.expect(200);
        assert!(page.text().contains("203.0.113.9"), "{}", page.text());
        ada.submit("/manage/partners/forgive", &[("address", "203.0.113.9")]).await.expect(303);
        assert!(!ada.get("/manage/partners").await.text().contains("203.0.113.9"));
        roma.events(&app, "").await.expect(200);
    }

    async fn messages_of_interest_are_limited_too(app: TestApp) {
        let ada = admin(&app).await;
        let roma = Club::agreed(&ada, "roma").await;
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let rally = event(&ana, "Rally", "2026-04-15T09:00", json!({})).await;
        let told = json!({"event_id": rally, "counts": {"going": 1, "maybe": 0, "interested": 0}, "club_code": "roma"});
        for _ in 0..120 {
            roma.tell(&app, &told).await.expect(200);
        }
        roma.tell(&app, &told).await.expect(429);
        roma.events(&app, "").await.expect(200);
    }

    async fn what_partners_tell_is_shown_as_numbers_on_the_events_page(app: TestApp) {
        let ada = admin(&app).await;
        let (roma, milano) = (Club::agreed(&ada, "roma").await, Club::agreed(&ada, "milano").await);
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let rally = event(&ana, "Rally", "2026-04-15T09:00", json!({})).await;
        let told = |id: &str, counts: Value, code: &str| json!({"event_id": id, "counts": counts, "club_code": code});
        let page = async || app.visitor().get(&format!("/events/{rally}")).await.expect(200).text();
        assert!(!page().await.contains("Interest from partner clubs"), "nothing to say, nothing said");
        let answer = roma.tell(&app, &told(&rally, json!({"going": 1, "maybe": 0, "interested": 2}), "roma")).await.expect(200);
        assert_eq!(answer.json(), json!({"status": "ok", "received": true}));
        milano.tell(&app, &told(&rally, json!({"going": -5, "maybe": 9_000_000, "interested": "x"}), "milano")).await.expect(200);
        let text = page().await;
        assert!(text.contains("3 from MC roma interested"), "{text}");
        assert!(text.contains("1 going · 2 interested"), "{text}");
        assert!(text.contains("100,000 from MC milano interested"), "{text}");
        // Not their own numbers, and not told on.
        let feed = roma.events(&app, "").await.expect(200).json();
        assert_eq!(feed["events"][0]["interest_count"], json!({"going": 0, "maybe": 0, "interested": 0}));
        roma.tell(&app, &told(&rally, json!({"going": 0, "maybe": 0, "interested": 0}), "roma")).await.expect(200);
        assert!(!page().await.contains("MC roma"));
        ada.patch(&milano.path(), json!({"is_active": false})).await.expect(200);
        assert!(!page().await.contains("MC milano"));
    }

    async fn interest_is_taken_in_what_is_public_and_from_who_signed(app: TestApp) {
        let ada = admin(&app).await;
        let roma = Club::agreed(&ada, "roma").await;
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let rally = event(&ana, "Rally", "2026-04-15T09:00", json!({})).await;
        let dinner = event(&ana, "Dinner", "2026-04-15T09:00", json!({"visibility": "private"})).await;
        let choir = event(&ana, "Choir", "2026-04-15T09:00", json!({"recurrence": {"rrule": "FREQ=WEEKLY;COUNT=3"}})).await;
        let draft = event(&ana, "Draft", "2026-04-15T09:00", json!({})).await;
        ana.delete(&format!("/api/events/{draft}")).await.expect(204);
        let counts = json!({"going": 1, "maybe": 0, "interested": 0});
        let tell = async |id: &str, code: &str| {
            let body = json!({"event_id": id, "counts": counts, "club_code": code, "members": ["Ugo"]});
            roma.tell(&app, &body).await.status.as_u16()
        };
        assert_eq!(tell(&rally, "roma").await, 200, "fields that are not known are passed over");
        assert_eq!(tell(&format!("{choir}_20260422T070000Z"), "roma").await, 200);
        for id in [&dinner, &draft, "evt_1", &format!("{choir}_20260423T070000Z"), &format!("{rally}_20260415T070000Z")] {
            assert_eq!(tell(id, "roma").await, 404, "{id}");
        }
        assert_eq!(tell(&rally, "milano").await, 422);
        let on_page = |date: &str| format!("/events/{choir}?occurrence=202604{date}T070000Z");
        assert!(app.visitor().get(&on_page("22")).await.text().contains("1 from MC roma"));
        assert!(!app.visitor().get(&on_page("29")).await.text().contains("MC roma"));
        let send = async |body: &str| {
            roma.send(&app.visitor(), Method::POST, INTEREST, &roma.headers(&app, body), body).await
        };
        assert_eq!(send("{").await.expect(400).code(), "bad_json");
        let no_counts = format!(r#"{{"event_id": "{rally}", "club_code": "roma"}}"#);
        assert_eq!(send(&no_counts).await.expect(422).json()["errors"][0]["field"], "counts");
        assert_eq!(send(&" ".repeat(20_000)).await.expect(413).code(), "too_large");
        // Sharing is not needed for telling: our events may have reached them in another way.
        ada.patch(&roma.path(), json!({"share_our_events": false})).await.expect(200);
        assert_eq!(tell(&rally, "roma").await, 200);
        // An event that is gone for good takes along what was told of it.
        ana.delete(&format!("/api/events/{rally}")).await.expect(204);
        app.clock.advance(SignedDuration::from_hours(24 * 40));
        app.run_jobs().await;
        app.clock.advance(SignedDuration::from_hours(1));
        app.run_jobs().await;
        assert_eq!(self::counts(&app, "received_interests").await, 1);
    }

    async fn fewer_people_than_a_community_wants_told_are_nobody(app: TestApp) {
        let ada = admin(&app).await;
        let roma = Club::agreed(&ada, "roma").await;
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let rally = event(&ana, "Rally", "2026-04-15T09:00", json!({})).await;
        for (who, answer) in [("Bea", "going"), ("Carla", "going"), ("Dino", "maybe")] {
            let who = app.member(who, &[]).await;
            who.post(&format!("/api/events/{rally}/rsvp"), json!({"status": answer})).await.expect(200);
        }
        let told = async || roma.events(&app, "").await.expect(200).json()["events"][0]["interest_count"].clone();
        assert_eq!(told().await, json!({"going": 2, "maybe": 1, "interested": 0}));
        let settings = |least: &'static str| {
            [("name", "Moto Club Torino"), ("timezone", "Europe/Rome"), ("locale", "it"), ("hue", "28"), ("registration", "open"), ("least_told", least)]
        };
        let page = ada.submit("/manage/settings", &settings("0")).await.expect(422);
        assert_eq!(page.select(".error span"), ["Between 1 and 1,000."]);
        ada.submit("/manage/settings", &settings("2")).await.expect(303);
        assert_eq!(told().await, json!({"going": 2, "maybe": 0, "interested": 0}));
        assert!(ada.get("/manage/settings").await.expect(200).text().contains("Tell partners"));
    }

    async fn nothing_that_is_a_members_leaves_with_the_feed(app: TestApp) {
        let ada = admin(&app).await;
        let roma = Club::agreed(&ada, "roma").await;
        let canary = "kanarienvogel";
        let ana = app.member(&format!("Ana {canary}"), &[Role::Organiser]).await;
        let bea = app.member(&format!("Bea {canary}"), &[Role::Organiser, Role::Staff]).await;
        let mut planted: Vec<String> = vec![canary.to_owned(), ada.email.clone()];
        planted.extend([&ana, &bea, &ada].map(|a| a.account_id.unwrap().to_string()));
        for kind in ["event", "community_event", "engagement"] {
            let details = json!({"contact": canary, "metadata": {"phone": canary}});
            let more = json!({"kind": kind, "capacity": 7, "details": details, "recurrence": {"rrule": "FREQ=WEEKLY;COUNT=2"}});
            let id = event(&ana, &format!("Open {kind}"), "2026-04-15T09:00", more).await;
            ana.post(&format!("/api/events/{id}/co-organisers"), json!({"email": bea.email})).await;
            bea.post(&format!("/api/events/{id}/rsvp"), json!({"status": "going"})).await;
            ana.post(&format!("/api/events/{id}/invite"), json!({"email": format!("{canary}@example.org")})).await;
        }
        let hidden = event(&ana, &format!("Private {canary}"), "2026-04-15T09:00", json!({"visibility": "private"})).await;
        planted.push(hidden.clone());
        ana.delete(&format!("/api/events/{hidden}")).await.expect(204);
        roma.tell(&app, &json!({"event_id": hidden, "counts": {"going": 1}, "club_code": "roma", "note": canary})).await;
        for query in ["", "updated_since=2026-01-01T00:00:00Z", "from_date=2026-01-01", "status=EventScheduled", "page=2"] {
            let answer = roma.events(&app, query).await.expect(200);
            let whole = format!("{:?}{}", answer.headers, answer.text()).to_lowercase();
            for bird in &planted {
                assert!(!whole.contains(&bird.to_lowercase()), "{bird} left with ?{query}: {whole}");
            }
            if query.is_empty() {
                assert_eq!(answer.json()["total"], 6);
            }
        }
        let descriptor = app.visitor().get("/.well-known/tessera").await.expect(200).text().to_lowercase();
        assert!(planted.iter().all(|bird| !descriptor.contains(&bird.to_lowercase())), "{descriptor}");
    }

    async fn no_mutation_of_a_request_gets_in(app: TestApp) {
        let ada = admin(&app).await;
        let roma = Club::agreed(&ada, "roma").await;
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let rally = event(&ana, "Rally", "2026-04-15T09:00", json!({})).await;
        let body = json!({"event_id": rally, "counts": {"going": 1, "maybe": 0, "interested": 0}, "club_code": "roma"}).to_string();
        let mut seed = 0x2545_f491_4f6c_dd1d_u64;
        let mut random = move |below: usize| {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            usize::try_from(seed % u64::try_from(below).unwrap()).unwrap()
        };
        for n in 0..240 {
            let mut headers = roma.headers(&app, &body);
            let mut sent = body.clone();
            let part = random(4);
            let text = if part == 3 { &mut sent } else { &mut headers[part].1 };
            let at = random(text.len());
            let was = text.as_bytes()[at];
            let now = loop {
                let byte = u8::try_from(33 + random(94)).unwrap();
                if byte != was {
                    break char::from(byte);
                }
            };
            text.replace_range(at..=at, &now.to_string());
            // Each from an address of its own, so that none is refused for what others did.
            let from = roma.at(&format!("198.51.{}.{}", n / 200, n % 200 + 1));
            let answer = from.send(&app.visitor(), Method::POST, INTEREST, &headers, &sent).await;
            assert_eq!(answer.status.as_u16(), 401, "{n}: {headers:?} {sent}");
        }
        assert_eq!(counts(&app, "received_interests").await, 0);
        let used: i64 = counts(&app, "federation_replays").await;
        assert_eq!(used, 0, "and none spends anything of the partner's");
    }

    async fn one_source_that_floods_is_shed(app: TestApp) {
        let flood = async |n: usize| {
            let mut last = 0;
            for _ in 0..n {
                last = app.visitor().get("/.well-known/tessera").await.status.as_u16();
            }
            last
        };
        assert_eq!(flood(120).await, 200);
        assert_eq!(flood(1).await, 429);
        app.clock.advance(SignedDuration::from_secs(1));
        assert_eq!(flood(2).await, 200);
    }

    async fn another_community_has_partners_keys_and_a_feed_of_its_own(app: TestApp) {
        let ada = admin(&app).await;
        let roma = Club::agreed(&ada, "roma").await;
        let milano = app.add_community("milano", "Moto Club Milano").await;
        let mia = app.member_of(milano, "milano.localhost:8080", "Mia", &[Role::Admin]).await;
        let theirs = Club::agreed(&mia, "roma").await;
        event(&mia, "Navigli", "2026-04-15T09:00", json!({})).await;
        let there = app.visitor().at("milano.localhost:8080");
        let feed = theirs.send(&there, Method::GET, EVENTS, &theirs.headers(&app, ""), "").await.expect(200).json();
        assert_eq!(feed["club"], json!({"name": "Moto Club Milano", "code": "milano", "url": "http://milano.localhost:8080"}));
        assert_eq!(names(&feed), ["Navigli"]);
        let answer = roma.send(&there, Method::GET, EVENTS, &roma.headers(&app, ""), "").await.expect(401);
        assert_eq!(answer.code(), "unknown_key");
        mia.get(&roma.path()).await.expect(404);
    }
}

fn with_https_required(engine: Engine) -> impl Future<Output = TestApp> {
    start_with(engine, |config| {
        config.federation.require_https = true;
        config.http.trusted_proxies = vec!["198.51.100.1".parse().unwrap()];
        config.federation.our_club_code = Some("mct".into());
        config.federation.our_club_name = Some("MCT".into());
    })
}

both_engines! { with_https_required;
    async fn plain_http_is_refused_behind_a_proxy_too(app: TestApp) {
        let ada = admin(&app).await;
        let body = json!({"name": "MC Roma", "short_code": "roma", "base_url": "http://roma.example"});
        let wrong = ada.post("/api/partners", body).await.expect(422).json();
        assert_eq!((&wrong["errors"][0]["field"], &wrong["errors"][0]["code"]), (&json!("base_url"), &json!("https_required")));
        let body = json!({"name": "MC Roma", "short_code": "roma", "base_url": "https://roma.example", "is_approved": true, "share_our_events": true});
        let partner = ada.post("/api/partners", body).await.expect(201).json();
        let id = partner["id"].as_str().unwrap().to_owned();
        let pair = ada.post(&format!("/api/partners/{id}/generate-key"), json!({})).await.expect(200).json();
        let text = |name: &str| pair[name].as_str().unwrap().to_owned();
        let club = Club {
            id, key: text("api_key"), secret: text("api_secret"),
            address: "198.51.100.1:4000".parse().unwrap(),
        };
        let ask = async |club: &Club, proto: Option<&str>| {
            let mut headers = club.headers(&app, "");
            headers.extend(proto.map(|p| ("X-Forwarded-Proto".to_owned(), p.to_owned())));
            let answer = club.send(&app.visitor(), Method::GET, EVENTS, &headers, "").await;
            (answer.status.as_u16(), answer.code())
        };
        assert_eq!(ask(&club, None).await, (403, "https_required".into()));
        assert_eq!(ask(&club, Some("http")).await, (403, "https_required".into()));
        assert_eq!(ask(&club, Some("https")).await.0, 200);
        // Whoever is no trusted proxy says what they like.
        assert_eq!(ask(&club.at("192.0.2.1"), Some("https")).await, (403, "https_required".into()));
        let mut headers = club.headers(&app, "");
        headers.push(("X-Forwarded-Proto".to_owned(), "https".to_owned()));
        let feed = club.send(&app.visitor(), Method::GET, EVENTS, &headers, "").await.expect(200).json();
        assert_eq!((&feed["club"]["code"], &feed["club"]["name"]), (&json!("mct"), &json!("MCT")));
    }
}

fn switched_off(engine: Engine) -> impl Future<Output = TestApp> {
    start_with(engine, |config| config.federation.enabled = false)
}

both_engines! { switched_off;
    async fn where_federation_is_off_there_is_nothing(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::agreed(&ada, "roma").await;
        club.events(&app, "").await.expect(404);
        club.tell(&app, &json!({"event_id": "e", "counts": {}, "club_code": "roma"})).await.expect(404);
        app.visitor().get("/.well-known/tessera").await.expect(404);
        app.visitor().get("/federation/pair/torino").await.expect(404);
        assert!(ada.get("/manage/partners").await.expect(200).text().contains("switched off"));
        let refused = ada.post(&format!("{}/sync", club.path()), json!({})).await.expect(409);
        assert_eq!(refused.code(), "federation_off");
    }
}
