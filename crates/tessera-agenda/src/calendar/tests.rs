//! Calendars in and out, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::events::{self, Audience, Event};
use tessera_calendar::ical::{Calendar, Limits, VEvent};
use tessera_core::Role;
use tessera_core::ids::AccountId;
use tessera_testkit::{Actor, TestApp, both_engines};
use tessera_web::directory::Community;

mod kit;
use kit::start;

const OFFICE: &[u8] = include_bytes!("../../../tessera-calendar/tests/fixtures/office.ics");
const SERIES: &[u8] = include_bytes!("../../../tessera-calendar/tests/fixtures/series.ics");
const HOLIDAYS: &[u8] = include_bytes!("../../../tessera-calendar/tests/fixtures/holidays.ics");
const BROKEN: &[u8] = include_bytes!("../../../tessera-calendar/tests/fixtures/broken.ics");
const OLD: &[u8] = include_bytes!("../../../tessera-calendar/tests/fixtures/old.ics");
const FOLDS: &[u8] = include_bytes!("../../../tessera-calendar/tests/fixtures/folds.ics");
const ALL: [&[u8]; 6] = [OFFICE, SERIES, HOLIDAYS, BROKEN, OLD, FOLDS];

async fn community(app: &TestApp) -> std::sync::Arc<Community> {
    app.app.community(app.community).await.unwrap().unwrap()
}

async fn import_as(app: &TestApp, organiser: AccountId, shown: Shown, bytes: &[u8]) -> Report {
    let community = community(app).await;
    let into = Into { community: &community, organiser, by: None, shown };
    let calendar = read_file(bytes, 1 << 20).unwrap();
    let foreseen = preview(&app.app, into, calendar.clone()).await.unwrap();
    let mut work = Import::of(calendar);
    while work.step(&app.app, into).await.unwrap() {}
    assert_eq!(work.done(), work.total());
    let report = work.report();
    assert_eq!(report, foreseen, "the preview and the import disagree");
    report
}

pub(super) async fn import(app: &TestApp, bytes: &[u8]) -> Report {
    import_as(app, organiser(app).await, Shown::AsMarked, bytes).await
}

pub(super) async fn exported(app: &TestApp, audience: Audience) -> String {
    let mut out = Vec::new();
    export_ics(&app.app, &*community(app).await, audience, &mut out).await.unwrap();
    String::from_utf8(out).unwrap()
}

async fn rows(app: &TestApp) -> Vec<Event> {
    let community = app.app.community(app.community).await.unwrap().unwrap();
    let each = events::Each::Event;
    let query = events::Query { limit: 1000, each, ..events::Query::new(&community, Audience::Export) };
    let found = events::list(&app.app.db.read(), &query).await.unwrap();
    found.into_iter().map(|listed| listed.event).collect()
}

fn vevents(text: &str) -> Vec<VEvent> {
    let calendar = Calendar::read(text.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(calendar.skipped, []);
    let mut events: Vec<VEvent> = calendar.events.into_iter().map(|read| read.event).collect();
    events.sort_by_key(|e| (e.uid().to_owned(), e.recurrence_id().map(|id| id.key())));
    events
}

pub(super) fn ics(events: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n")
}

pub(super) fn one(uid: &str, lines: &str) -> String {
    format!("BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\n{lines}END:VEVENT\r\n")
}

both_engines! { start;
    async fn importing_again_changes_nothing(app: TestApp) {
        for bytes in ALL {
            let first = import_as(&app, organiser(&app).await, Shown::Public, bytes).await;
            assert!(first.created > 0 && first.updated == 0 && first.unchanged == 0, "{first:?}");
        }
        let before = rows(&app).await;
        let epoch = app.app.db.epoch(app.community).await.unwrap();
        for bytes in ALL {
            let again = import_as(&app, organiser(&app).await, Shown::Public, bytes).await;
            assert_eq!((again.created, again.updated), (0, 0), "{again:?}");
            assert!(again.unchanged > 0);
        }
        assert_eq!(rows(&app).await, before);
        assert_eq!(app.app.db.epoch(app.community).await.unwrap().community, epoch.community);
    }

    async fn what_was_imported_goes_out_as_it_came_and_comes_back_as_unchanged(app: TestApp) {
        let mut came = Vec::new();
        for bytes in ALL {
            import_as(&app, organiser(&app).await, Shown::Public, bytes).await;
            let read = Calendar::read(bytes, &Limits::default()).unwrap();
            came.extend(read.events.into_iter().map(|read| read.event));
        }
        let text = exported(&app, Audience::Everyone).await;
        let went = vevents(&text);
        assert_eq!(went.len(), came.len());
        for event in &came {
            let same = went.iter().find(|e| e.uid() == event.uid() && e.recurrence_id() == event.recurrence_id());
            assert!(same.unwrap().says_the_same_as(event), "{event}\nbecame\n{}", same.unwrap());
        }
        let again = import_as(&app, organiser(&app).await, Shown::Public, text.as_bytes()).await;
        assert_eq!((again.created, again.updated, again.skipped_count), (0, 0, 0), "{again:?}");
        assert_eq!(exported(&app, Audience::Everyone).await, text);
    }

    async fn what_cannot_be_read_is_left_out_whole_and_named(app: TestApp) {
        let report = import(&app, BROKEN).await;
        assert_eq!((report.created, report.skipped_count), (2, 12));
        let words = app.app.words(tessera_core::Locale::It);
        let backwards = report.skipped.iter().find(|left| left.uid.as_deref() == Some("backwards")).unwrap();
        assert_eq!((backwards.line, backwards.why(&words).as_str()), (21, "Finisce prima di cominciare."));
        for left in &report.skipped {
            assert!(!left.why(&words).is_empty(), "{left:?}");
        }
        assert_eq!(rows(&app).await.len(), 2);
    }

    async fn a_series_keeps_its_dates_and_the_dates_know_their_series(app: TestApp) {
        import(&app, SERIES).await;
        let all = rows(&app).await;
        let series = all.iter().find(|e| e.recurrence_id.is_empty()).unwrap();
        let recurrence = series.recurrence.as_ref().unwrap();
        assert_eq!(recurrence.rrule.as_deref(), Some("FREQ=MONTHLY;INTERVAL=1;BYDAY=1TU"));
        assert_eq!(recurrence.exdates, ["2026-04-07T19:00:00-07:00"]);
        assert_eq!(all.iter().filter(|e| e.series_id == Some(series.id)).count(), 2);
    }

    async fn dates_that_come_before_their_series_find_it_later(app: TestApp) {
        let date = one("s", "RECURRENCE-ID:20260408T100000Z\r\nDTSTART:20260408T120000Z\r\nSUMMARY:Later\r\n");
        let series = one("s", "DTSTART:20260401T100000Z\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Weekly\r\n");
        import(&app, ics(&date).as_bytes()).await;
        import_as(&app, organiser(&app).await, Shown::Public, ics(&series).as_bytes()).await;
        let all = rows(&app).await;
        let weekly = all.iter().find(|e| e.title == "Weekly").unwrap();
        assert_eq!(all.iter().find(|e| e.title == "Later").unwrap().series_id, Some(weekly.id));
    }

    async fn attendees_are_not_published_and_not_lost(app: TestApp) {
        import_as(&app, organiser(&app).await, Shown::Public, OFFICE).await;
        let feed = app.visitor().get("/feeds/events.ics?from=2000-01-01").await.expect(200).text();
        assert!(feed.contains("UID:office-2\r\n") && !feed.contains("chair@example.org"), "{feed}");
        assert!(exported(&app, Audience::Everyone).await.contains("chair@example.org"));
        let back = import_as(&app, organiser(&app).await, Shown::Public, feed.as_bytes()).await;
        assert_eq!((back.created, back.updated), (0, 0), "{back:?}");
        assert!(exported(&app, Audience::Everyone).await.contains("chair@example.org"));
    }

    async fn a_newer_file_changes_what_changed_and_an_older_one_does_not(app: TestApp) {
        let version = |sequence: u8, title: &str| {
            ics(&one("u", &format!("DTSTART:20260410T100000Z\r\nSEQUENCE:{sequence}\r\nSUMMARY:{title}\r\n")))
        };
        let who = organiser(&app).await;
        import_as(&app, who, Shown::Public, version(1, "One").as_bytes()).await;
        let newer = import_as(&app, who, Shown::Public, version(2, "Two").as_bytes()).await;
        assert_eq!((newer.created, newer.updated), (0, 1));
        let older = import_as(&app, who, Shown::Public, version(1, "One").as_bytes()).await;
        assert_eq!((older.updated, older.skipped[0].reason.as_str()), (0, "older"));
        let [event] = rows(&app).await.try_into().unwrap();
        assert_eq!((event.title.as_str(), event.sequence, event.version), ("Two", 2, 2));
    }

    async fn who_comes_is_told_when_a_newer_file_moves_the_event(app: TestApp) {
        let at = |hour: u8, sequence: u8| {
            ics(&one("u", &format!("DTSTART:20260410T{hour}0000Z\r\nSEQUENCE:{sequence}\r\nSUMMARY:Ride\r\n")))
        };
        import_as(&app, organiser(&app).await, Shown::Public, at(10, 0).as_bytes()).await;
        let event = rows(&app).await.remove(0);
        let leo = app.member("Leo", &[]).await;
        leo.post(&format!("/api/events/{}/subscribe", event.id), serde_json::json!({})).await.expect(200);
        app.mails().await;
        import_as(&app, organiser(&app).await, Shown::Public, at(10, 0).as_bytes()).await;
        assert!(app.mails().await.is_empty(), "nothing changed");
        import_as(&app, organiser(&app).await, Shown::Public, at(15, 1).as_bytes()).await;
        let mails = app.mails().await;
        assert!(mails.iter().any(|m| m.to == leo.email && m.text.contains("17:00")), "{mails:?}");
    }

    async fn of_two_with_one_name_in_a_file_the_newer_counts(app: TestApp) {
        let two = one("u", "DTSTART:20260410T100000Z\r\nSEQUENCE:2\r\nSUMMARY:Two\r\n")
            + &one("u", "DTSTART:20260410T100000Z\r\nSEQUENCE:1\r\nSUMMARY:One\r\n");
        let report = import(&app, ics(&two).as_bytes()).await;
        assert_eq!((report.created, report.skipped_count, report.skipped[0].reason.as_str()), (1, 1, "duplicate"));
        assert_eq!(rows(&app).await[0].title, "Two");
    }

    async fn a_cancellation_is_shown_as_one(app: TestApp) {
        import(&app, ics(&one("u", "DTSTART:20260410T100000Z\r\nSUMMARY:Off\r\nSTATUS:CANCELLED\r\n")).as_bytes()).await;
        assert!(rows(&app).await[0].is_cancelled());
        let cancel = ics(&one("u", "DTSTART:20260410T100000Z\r\nSUMMARY:Off\r\n")).replace("PRODID:x", "PRODID:x\r\nMETHOD:CANCEL");
        let same = import_as(&app, organiser(&app).await, Shown::Public, cancel.as_bytes()).await;
        assert_eq!(same.updated, 0, "{same:?}");
    }

    async fn what_a_file_marks_as_private_is_private_unless_told_otherwise(app: TestApp) {
        let file = ics(&(one("p", "DTSTART:20260410T100000Z\r\nCLASS:PRIVATE\r\nSUMMARY:Secret meeting\r\n")
            + &one("q", "DTSTART:20260410T100000Z\r\nSUMMARY:Open meeting\r\n")));
        import(&app, file.as_bytes()).await;
        let text = app.visitor().get("/feeds/events.ics").await.expect(200).text();
        assert!(text.contains("Open meeting") && !text.contains("Secret"), "{text}");
        assert!(exported(&app, Audience::Export).await.contains("Secret meeting"));
    }

    async fn no_public_feed_holds_a_private_event_whoever_asks(app: TestApp) {
        let who = organiser(&app).await;
        let secret = ics(&one("p", "DTSTART:20260410T100000Z\r\nSUMMARY:Secret meeting\r\nDESCRIPTION:Secret text\r\n"));
        import_as(&app, who, Shown::Private, secret.as_bytes()).await;
        let open = ics(&one("q", "DTSTART:20260411T100000Z\r\nSUMMARY:Open meeting\r\n"));
        import_as(&app, who, Shown::Public, open.as_bytes()).await;
        let ina = app.sign_in(who, app.community, "localhost:8080", "Ina").await;
        let admin = app.member("Ada", &[Role::Admin]).await;
        for actor in [&app.visitor(), &ina, &admin] {
            for feed in ["/feeds/events.ics", "/feeds/events.atom", "/feeds/events.json", "/feeds/events.ics?q=secret&from=2020-01-01"] {
                let text = actor.get(feed).await.expect(200).text();
                assert!(!text.contains("Secret"), "{feed}: {text}");
                assert!(text.contains("Open meeting") != feed.contains('?'), "{feed}: {text}");
            }
        }
        let secret = rows(&app).await.into_iter().find(|e| !e.is_public()).unwrap();
        let file = format!("/events/{}.ics", secret.id);
        app.visitor().get(&file).await.expect(401);
        admin.get(&file).await.expect(403);
        assert!(ina.get(&file).await.expect(200).text().contains("Secret meeting"));
    }

    async fn one_event_is_a_file_of_its_own(app: TestApp) {
        import(&app, SERIES).await;
        let series = rows(&app).await.into_iter().find(|e| e.recurrence_id.is_empty()).unwrap();
        let file = app.visitor().get(&format!("/events/{}.ics", series.id)).await.expect(200);
        assert_eq!(file.header("content-type"), Some("text/calendar; charset=utf-8"));
        assert_eq!(file.header("content-disposition"), Some("attachment; filename=\"rehearsal.ics\""));
        assert_eq!(vevents(&file.text()).len(), 3);
        app.visitor().get("/events/0197aaaa-0000-7000-8000-000000000001.ics").await.expect(404);
        app.visitor().get("/events/nonsense.ics").await.expect(404);
    }

    async fn a_feed_that_did_not_change_is_not_sent_again(app: TestApp) {
        import(&app, HOLIDAYS).await;
        let member = app.member("Leo", &[]).await;
        for feed in ["/feeds/events.ics?from=2026-01-01", "/feeds/events.atom", "/feeds/events.json"] {
            let first = app.visitor().get(feed).await.expect(200);
            let tag = first.header("etag").unwrap().to_owned();
            assert!(first.header("last-modified").is_some(), "{feed}");
            let again = app.visitor().get_with(feed, &[("if-none-match", &tag)]).await.expect(304);
            assert_eq!((again.header("etag"), again.bytes.len()), (Some(tag.as_str()), 0));
            member.get_with(feed, &[("if-none-match", &tag)]).await.expect(304);
            app.clock.advance(jiff::SignedDuration::from_mins(2));
            app.visitor().get_with(feed, &[("if-none-match", &tag)]).await.expect(304);
            let event = one(feed, "DTSTART;VALUE=DATE:20261230\r\nSUMMARY:New\r\n");
            import_as(&app, organiser(&app).await, Shown::Public, ics(&event).as_bytes()).await;
            let changed = app.visitor().get_with(feed, &[("if-none-match", &tag)]).await.expect(200);
            assert!(changed.text().contains("New"));
        }
    }

    async fn a_feed_that_nobody_changed_costs_no_look_at_the_events(app: TestApp) {
        import(&app, HOLIDAYS).await;
        app.visitor().get("/feeds/events.ics").await.expect(200);
        let before = app.app.db.statements_sent();
        app.visitor().get("/feeds/events.ics").await.expect(200);
        assert_eq!(app.app.db.statements_sent() - before, 1, "the epoch, and nothing else");
    }

    async fn feeds_can_be_read_from_every_site_and_say_when_to_ask_again(app: TestApp) {
        import(&app, HOLIDAYS).await;
        let feed = app.visitor().get_with("/feeds/events.ics", &[("origin", "https://elsewhere.example")]).await.expect(200);
        assert_eq!(feed.header("access-control-allow-origin"), Some("*"));
        assert_eq!(feed.header("access-control-allow-credentials"), None);
        assert!(feed.text().contains("REFRESH-INTERVAL;VALUE=DURATION:PT60M\r\n"));
        assert!(feed.header("cache-control").unwrap().contains("no-cache"));
    }

    async fn feeds_take_the_filters_of_the_agenda(app: TestApp) {
        let file = one("a", "DTSTART:20260410T100000Z\r\nSUMMARY:Alpha\r\nCATEGORIES:Música\r\nLOCATION:Piazza Vittorio\r\n")
            + &one("b", "DTSTART:20260510T100000Z\r\nSUMMARY:Beta\r\n");
        import(&app, ics(&file).as_bytes()).await;
        for (query, titles) in [
            ("from=2026-04-01&to=2026-04-10", "Alpha"),
            ("from=2026-05-01", "Beta"),
            ("to=2026-04-09", ""),
            ("category=musica", "Alpha"),
            ("place=vittorio", "Alpha"),
            ("q=BÉTA", "Beta"),
            ("kind=task", ""),
            ("kind=event,task", "Alpha Beta"),
            ("from=2026-04-10T10:00:00Z&to=2026-04-10T10:00:01Z", "Alpha"),
        ] {
            let text = app.visitor().get(&format!("/feeds/events.ics?{query}")).await.expect(200).text();
            let found: Vec<&str> = ["Alpha", "Beta"].into_iter().filter(|t| text.contains(t)).collect();
            assert_eq!(found.join(" "), titles, "{query}");
        }
        let bad = app.visitor().get("/feeds/events.ics?from=yesterday&kind=party").await.expect(422).json();
        assert_eq!((bad["errors"][0]["field"].as_str(), bad["errors"][1]["field"].as_str()), (Some("from"), Some("kind")));
    }

    async fn the_news_feeds_say_what_is_coming(app: TestApp) {
        let file = one("a", "DTSTART;TZID=Europe/Rome:20260410T210000\r\nDTEND;TZID=Europe/Rome:20260410T230000\r\nSUMMARY:Caffè <b>&\r\nLOCATION:Bar\r\n")
            + &one("b", "DTSTART:20260310T100000Z\r\nSUMMARY:Gone\r\n");
        import(&app, ics(&file).as_bytes()).await;
        let atom = app.visitor().get("/feeds/events.atom").await.expect(200);
        assert_eq!(atom.header("content-type"), Some("application/atom+xml; charset=utf-8"));
        assert!(atom.text().contains("<title>Caffè &lt;b&gt;&amp;</title>") && !atom.text().contains("Gone"), "{}", atom.text());
        assert!(atom.text().contains("<author><name>Ina</name></author>"));
        let json = app.visitor().reading("it").get("/feeds/events.json").await.expect(200).json();
        assert_eq!((json["version"].as_str(), json["language"].as_str()), (Some("https://jsonfeed.org/version/1.1"), Some("it")));
        let item = &json["items"][0];
        assert_eq!(item["_tessera"]["starts_at"], "2026-04-10T21:00:00+02:00");
        assert!(item["summary"].as_str().unwrap().contains("aprile") && item["summary"].as_str().unwrap().ends_with("Bar"), "{item}");
    }

    async fn a_member_has_one_feed_of_their_own_and_revokes_it(app: TestApp) {
        let ina = app.member("Ina", &[Role::Organiser]).await;
        let secret = ics(&one("p", "DTSTART:20260410T100000Z\r\nSUMMARY:Secret meeting\r\n"));
        import_as(&app, ina.account_id.unwrap(), Shown::Private, secret.as_bytes()).await;
        app.visitor().post("/api/me/feed", serde_json::json!({})).await.expect(401);
        let url = ina.post("/api/me/feed", serde_json::json!({})).await.expect(201).json()["url"].as_str().unwrap().to_owned();
        let path = path_of(&url);
        let feed = app.visitor().get(&path).await.expect(200);
        assert!(feed.text().contains("Secret meeting") && feed.header("cache-control").unwrap().contains("private"));
        let tag = feed.header("etag").unwrap().to_owned();
        app.visitor().get_with(&path, &[("if-none-match", &tag)]).await.expect(304);
        // Somebody else's holds what is theirs.
        let leo = app.member("Leo", &[]).await;
        let other = leo.post("/api/me/feed", serde_json::json!({})).await.expect(201).json()["url"].as_str().unwrap().to_owned();
        assert!(!app.visitor().get(&path_of(&other)).await.expect(200).text().contains("Secret"));
        // A new one takes its place; a revoked one is nobody's.
        let renewed = ina.post("/api/me/feed", serde_json::json!({})).await.expect(201).json()["url"].as_str().unwrap().to_owned();
        app.visitor().get(&path).await.expect(404);
        app.visitor().get(&path_of(&renewed)).await.expect(200);
        ina.delete("/api/me/feed").await.expect(204);
        app.visitor().get(&path_of(&renewed)).await.expect(404);
        app.visitor().get(&path_of(&other)).await.expect(200);
    }

    async fn a_feed_ends_with_the_membership_and_is_unknown_elsewhere(app: TestApp) {
        let ina = app.member("Ina", &[]).await;
        let url = ina.post("/api/me/feed", serde_json::json!({})).await.expect(201).json()["url"].as_str().unwrap().to_owned();
        app.add_community("roma", "Moto Club Roma").await;
        app.visitor().at("roma.localhost:8080").get(&path_of(&url)).await.expect(404);
        app.execute("UPDATE memberships SET state = 'suspended' WHERE account_id = ?", vec![ina.account_id.unwrap().into()]).await;
        app.visitor().get(&path_of(&url)).await.expect(404);
    }

    async fn the_subscribe_page_shows_the_addresses_and_a_secret_once(app: TestApp) {
        let page = app.visitor().reading("de").get("/calendar/subscribe").await.expect(200);
        assert!(page.text().contains("webcal://localhost:8080/feeds/events.ics"));
        assert!(page.select("h1")[0].contains("abonnieren"));
        let ina = app.member("Ina", &[]).await;
        let made = ina.submit("/calendar/subscribe/mine", &[]).await.expect(200);
        let url = made.select("#feed-mine")[0].clone();
        app.visitor().get(&path_of(&url)).await.expect(200);
        assert!(!ina.get("/calendar/subscribe").await.expect(200).text().contains("/feeds/me/"));
        // Renewing and revoking ask first.
        ina.submit("/calendar/subscribe/mine", &[]).await.expect(200);
        app.visitor().get(&path_of(&url)).await.expect(200);
        ina.submit("/calendar/subscribe/mine/revoke", &[]).await.expect(200);
        app.visitor().get(&path_of(&url)).await.expect(200);
        ina.submit("/calendar/subscribe/mine/revoke", &[("confirmed", "yes")]).await.expect(303);
        app.visitor().get(&path_of(&url)).await.expect(404);
    }

    async fn a_file_is_looked_at_before_it_is_imported(app: TestApp) {
        let ina = app.member("Ina", &[Role::Organiser]).await;
        ina.get("/manage/import").await.expect(200);
        let page = upload(&ina, BROKEN).await.expect(303).location();
        let look = ina.reading("fr").get(&page).await.expect(200);
        assert_eq!(look.select("dl.terms dd"), ["2", "0", "0", "12"]);
        assert!(look.text().contains("Il finit avant de commencer."), "{}", look.text());
        assert!(look.text().contains("Événement: No start"), "{}", look.text());
        assert_eq!(rows(&app).await.len(), 0, "looking changes nothing");
        ina.submit(&format!("{page}/start"), &[]).await.expect(303);
        ina.submit(&format!("{page}/start"), &[]).await.expect(303);
        app.run_jobs().await;
        let done = ina.get(&page).await.expect(200);
        assert_eq!(done.select("dl.terms dd"), ["2", "0", "0", "12"]);
        assert_eq!(rows(&app).await.len(), 2);
        let again = upload(&ina, BROKEN).await.expect(303).location();
        assert_eq!(ina.get(&again).await.expect(200).select("dl.terms dd"), ["0", "0", "2", "12"]);
        // Somebody else does not see it.
        let leo = app.member("Leo", &[Role::Organiser]).await;
        leo.get(&page).await.expect(404);
    }

    async fn who_imports_stands_in_the_trail_once_and_with_how_many(app: TestApp) {
        let ada = app.member("Ada", &[Role::Admin]).await;
        let two = ics(&(one("a", "DTSTART:20260410T100000Z\r\nSUMMARY:A\r\n") + &one("b", "DTSTART:20260411T100000Z\r\nSUMMARY:B\r\n")));
        let newer = ics(&(one("a", "DTSTART:20260410T110000Z\r\nSEQUENCE:1\r\nSUMMARY:A\r\n") + &one("b", "DTSTART:20260411T100000Z\r\nSUMMARY:B\r\n")));
        for file in [&two, &two, &newer] {
            let page = upload(&ada, file.as_bytes()).await.expect(303).location();
            ada.submit(&format!("{page}/start"), &[]).await.expect(303);
            app.run_jobs().await;
        }
        let trail = ada.get("/manage/audit?action=calendar.import").await.expect(200);
        assert_eq!(trail.select("tbody th").len(), 2, "importing again changed nothing and is no deed: {}", trail.text());
        for told in ["Ada imported a calendar", "New: 2 · changed: 0", "New: 0 · changed: 1"] {
            assert!(trail.text().contains(told), "{told}: {}", trail.text());
        }
        let read = app.app.db.read();
        assert_eq!(tessera_platform::audit::verify(&read, app.community).await.unwrap(), None);
    }

    async fn an_import_from_the_shell_is_told_with_its_last_piece_and_names_nobody(app: TestApp) {
        let many: String = (0..120).map(|n| one(&format!("u{n}"), "DTSTART:20260410T100000Z\r\nSUMMARY:Many\r\n")).collect();
        import_as(&app, organiser(&app).await, Shown::Public, ics(&many).as_bytes()).await;
        import_as(&app, organiser(&app).await, Shown::Public, ics(&many).as_bytes()).await;
        // Only the first piece holds something new.
        let one_more = one("new", "DTSTART:20260410T100000Z\r\nSUMMARY:New\r\n") + &many;
        import_as(&app, organiser(&app).await, Shown::Public, ics(&one_more).as_bytes()).await;
        let rows = tessera_platform::audit::list(&app.app.db.read(), app.community, None, 10).await.unwrap();
        let told: Vec<_> = rows.iter().map(|r| (r.action.as_str(), r.actor_id, r.details.clone())).collect();
        let of = |new: u64| serde_json::json!({"created": new, "updated": 0});
        assert_eq!(told, [("calendar.import", None, of(1)), ("calendar.import", None, of(120))]);
    }

    async fn an_import_that_was_given_up_tells_what_it_changed(app: TestApp) {
        let ada = app.member("Ada", &[Role::Admin]).await;
        let two = ics(&(one("a", "DTSTART:20260410T100000Z\r\nSUMMARY:A\r\n") + &one("b", "DTSTART:20260411T100000Z\r\nSUMMARY:B\r\n")));
        let page = upload(&ada, two.as_bytes()).await.expect(303).location();
        ada.submit(&format!("{page}/start"), &[]).await.expect(303);
        // As if it had broken off after the first.
        let first = ics(&one("a", "DTSTART:20260410T100000Z\r\nSUMMARY:A\r\n"));
        let community = community(&app).await;
        let into = Into { community: &community, organiser: ada.account_id.unwrap(), by: None, shown: Shown::AsMarked };
        let mut work = Import::of(read_file(first.as_bytes(), 1 << 20).unwrap()).told_by_its_job();
        while work.step(&app.app, into).await.unwrap() {}
        let id = page.rsplit('/').next().unwrap().parse().unwrap();
        jobs::give_up(&app.app, app.community, id).await.unwrap();
        let rows = tessera_platform::audit::list(&app.app.db.read(), app.community, None, 10).await.unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].actor_id, &rows[0].details), (ada.account_id, &serde_json::json!({"created": 1, "updated": 0})));
        assert!(ada.get(&page).await.expect(200).text().contains("stopped before its end"));
    }

    async fn a_file_that_is_no_calendar_is_refused_in_the_readers_language(app: TestApp) {
        let ina = app.member("Ina", &[Role::Organiser]).await;
        for (language, said) in [
            ("en", "This is no calendar file."),
            ("it", "Questo non è un file di calendario."),
            ("fr", "Ce n’est pas un fichier de calendrier."),
            ("es", "Este no es un archivo de calendario."),
            ("de", "Das ist keine Kalenderdatei."),
        ] {
            let page = upload(&ina.reading(language), b"\xFF\xD8\xFF\xE0 a picture").await.expect(422);
            assert!(page.text().contains(said), "{}", page.text());
        }
        upload(&ina, b"").await.expect(422);
    }

    async fn who_may_not_publish_may_not_import(app: TestApp) {
        app.visitor().get("/manage/import").await.expect(303);
        app.member("Leo", &[]).await.get("/manage/import").await.expect(403);
        let unverified = app.unverified("Una", &[Role::Organiser]).await;
        upload(&unverified, HOLIDAYS).await.expect(403);
    }

    async fn a_file_that_nobody_imports_is_forgotten_after_a_day(app: TestApp) {
        let ina = app.member("Ina", &[Role::Organiser]).await;
        let page = upload(&ina, HOLIDAYS).await.expect(303).location();
        app.clock.advance(jiff::SignedDuration::from_hours(31));
        app.run_jobs().await;
        ina.get(&page).await.expect(404);
    }

    async fn what_was_changed_here_goes_out_changed_and_keeps_the_rest(app: TestApp) {
        import(&app, OFFICE).await;
        let rally = rows(&app).await.into_iter().find(|e| e.uid == "office-1").unwrap();
        let mut changed = rally.clone();
        changed.content.title = "Summer Rally".into();
        (changed.version, changed.sequence) = (2, 1);
        let tx = app.app.db.write().await.unwrap();
        assert!(events::update(&tx, &changed, rally.version).await.unwrap());
        tx.touch(app.community);
        tx.commit().await.unwrap();
        let text = app.visitor().get(&format!("/events/{}.ics", rally.id)).await.expect(200).text();
        assert!(text.contains("SUMMARY:Summer Rally\r\n") && text.contains("SEQUENCE:1\r\n"), "{text}");
        assert!(text.contains("X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n") && text.contains("EXDATE;TZID=Europe/Amsterdam:"), "{text}");
        let again = import_as(&app, organiser(&app).await, Shown::Public, OFFICE).await;
        assert_eq!(again.updated, 0, "the source did not change, ours stays");
    }
}

pub(super) async fn organiser(app: &TestApp) -> AccountId {
    use sea_orm::ConnectionTrait;
    let conn = app.app.db.read();
    let text = "SELECT id FROM accounts WHERE name = 'Ina' LIMIT 1";
    let row = conn.query_one_raw(tessera_platform::db::sql(&conn, text, vec![])).await.unwrap();
    match row {
        Some(row) => row.try_get_by_index(0).unwrap(),
        None => {
            let account = app.account("Ina", true, false).await;
            app.join(app.community, account, &[Role::Organiser]).await;
            account
        }
    }
}

async fn upload(actor: &Actor, content: &[u8]) -> tessera_testkit::TestResponse {
    let rest = [("visibility", "as_marked")];
    actor.upload("/manage/import", "file", "calendar.ics", "text/calendar", content, &rest).await
}

fn path_of(url: &str) -> String {
    url.strip_prefix("http://localhost:8080").unwrap_or_else(|| panic!("{url}")).to_owned()
}
