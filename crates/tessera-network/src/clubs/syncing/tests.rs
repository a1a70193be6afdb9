//! Stories of fetching, on both engines.

use super::model::{Ended, Outcome, Scope};
use super::run::run;
use super::shell::{self, Wanted};
use crate::clubs::partners::{Partner, Trouble};
use crate::clubs::trial_kit::{Kit, add_partner, start};
use futures::future::join_all;
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tessera_core::Role;
use tessera_testkit::both_engines;
use tessera_testkit::peer::{Manner, Peer, listed};
use tessera_web::App;
use tessera_web::directory::Community;
use tessera_wire::clubs::Gap;

pub async fn run_all(
    app: &App,
    community: &Arc<Community>,
    partner: &Partner,
) -> anyhow::Result<Option<Outcome>> {
    run(app, community, partner, Scope::All).await
}

fn day(n: usize) -> String {
    format!("2026-{:02}-{:02}", 5 + n / 28 % 6, n % 28 + 1)
}

fn some_events(count: usize) -> Vec<Value> {
    (0..count).map(|n| listed(&format!("evt_{n:05}"), &day(n))).collect()
}

/// By the partner's name for it: how it is called, and whether it takes place.
async fn kept(kit: &Kit) -> BTreeMap<String, (String, bool)> {
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    let events = kit.events().await;
    events
        .iter()
        .map(|e| {
            let stands = e["event_status"] != "EventCancelled";
            (text(&e["external_id"]), (text(&e["event_name"]), stands))
        })
        .collect()
}

async fn standing(kit: &Kit) -> BTreeSet<String> {
    kept(kit).await.into_iter().filter(|(_, (_, stands))| *stands).map(|(id, _)| id).collect()
}

fn failed(outcome: Outcome) -> Trouble {
    match outcome.ended {
        Ended::Failed(failure) => failure.trouble,
        other => panic!("it did not fail: {other:?}"),
    }
}

both_engines! { start;
    async fn what_a_partner_lists_is_taken_in_and_asked_for_no_more_until_it_changes(kit: Kit) {
        kit.peer.set(|p| { p.events = some_events(3); p.tags = true; });
        let first = kit.sync().await.unwrap();
        assert_eq!((first.ended, first.tally.new, first.tally.listed), (Ended::Done, 3, 3));
        let asked = kit.peer.take_asked();
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].target, "/api/federation/events/?from_date=2026-04-01&to_date=2027-04-01");
        assert!(asked[0].head.to_ascii_lowercase().contains("x-federation-key: pk_aaaa"), "{}", asked[0].head);
        let event = &kit.events().await[0];
        assert_eq!(event["start_date"], "2026-05-01T09:00:00+02:00");
        assert_eq!(event["interest_count"], json!({"going": 1, "maybe": 2, "interested": 3}));
        assert_eq!((&event["approval"], &event["club"]), (&json!("approved"), &json!({"code": "roma", "name": "MC roma"})));

        let second = kit.sync().await.unwrap();
        assert_eq!((second.ended, kit.peer.take_asked().len()), (Ended::Unchanged, 1));
        kit.peer.set(|p| p.events[1]["event_name"] = json!("Renamed"));
        let third = kit.sync().await.unwrap();
        assert_eq!((third.ended, third.tally.new, third.tally.changed), (Ended::Done, 0, 1));
        assert_eq!(kept(&kit).await["evt_00001"], ("Renamed".into(), true));
    }

    async fn what_is_gone_is_cancelled_only_after_a_whole_listing(kit: Kit) {
        let kim = kit.app.member("Kim", &[]).await;
        kit.peer.set(|p| p.events = some_events(4));
        kit.sync().await.unwrap();
        let gone = kit.id_of("evt_00002").await;
        kim.put(&format!("/api/external-events/{gone}/interest"), json!({"interest_level": "going"})).await.expect(200);
        kit.app.mails().await;
        kit.peer.set(|p| { p.events.remove(2); });
        for (manner, trouble) in [
            (Manner::Status(500), Trouble::Status(500)),
            (Manner::Truncated, Trouble::Schema),
            (Manner::BadJson, Trouble::Schema),
            (Manner::Redirect, Trouble::Redirected),
            (Manner::Html, Trouble::Schema),
            (Manner::Silent, Trouble::Unreachable),
            (Manner::Zipped, Trouble::Schema),
        ] {
            kit.peer.set(|p| p.manner = manner);
            assert_eq!(failed(kit.sync().await.unwrap()), trouble, "{manner:?}");
            assert_eq!(standing(&kit).await.len(), 4, "{manner:?}");
            assert_eq!(kit.partner_row().await.last_error, Some(trouble.code()));
        }
        let told = kit.app.mails().await;
        assert!(told.iter().all(|m| m.to != "kim@example.org"), "{told:?}");
        // Cut short, it is taken as far as it goes, and nothing is gone.
        kit.peer.set(|p| { p.manner = Manner::Well; p.page_limit = Some(1); });
        let short = kit.sync().await.unwrap();
        assert_eq!(short.ended, Ended::Incomplete(Gap::Total { said: 3, read: 1 }));
        assert_eq!(standing(&kit).await.len(), 4);
        kit.peer.set(|p| p.page_limit = None);
        let whole = kit.sync().await.unwrap();
        assert_eq!((whole.ended, whole.tally.cancelled), (Ended::Done, 1));
        assert_eq!(kit.partner_row().await.last_error, None);
        assert!(!standing(&kit).await.contains("evt_00002"));
        let told = kit.app.mails().await;
        let told: Vec<&str> = told.iter().filter(|m| m.to == "kim@example.org").map(|m| m.subject.as_str()).collect();
        assert_eq!(told, ["Event evt_00002 è annullato"]);
        // Asked again, nobody hears of it again; and back, it takes place.
        assert_eq!(kit.sync().await.unwrap().tally.cancelled, 0);
        kit.peer.set(|p| p.events = some_events(4));
        assert_eq!(kit.sync().await.unwrap().tally.changed, 1);
        assert_eq!(standing(&kit).await.len(), 4);
    }

    async fn what_an_admin_decided_survives_what_a_partner_lists(kit: Kit) {
        kit.peer.set(|p| p.events = some_events(2));
        kit.sync().await.unwrap();
        let (first, second) = (kit.id_of("evt_00000").await, kit.id_of("evt_00001").await);
        kit.ada.post(&format!("/api/external-events/{first}/hide"), json!({})).await.expect(200);
        kit.peer.set(|p| for e in &mut p.events { e["event_name"] = json!("Changed"); e["event_status"] = json!("EventPostponed"); });
        assert_eq!(kit.sync().await.unwrap().tally.changed, 2);
        let visitor = kit.app.visitor();
        visitor.get(&format!("/api/external-events/{first}")).await.expect(404);
        let shown = visitor.get(&format!("/api/external-events/{second}")).await.expect(200).json();
        assert_eq!((&shown["event_name"], &shown["event_status"]), (&json!("Changed"), &json!("EventPostponed")));
        let hidden = kit.ada.get(&format!("/api/external-events/{first}")).await.expect(200).json();
        assert_eq!((&hidden["approval"], &hidden["event_name"]), (&json!("hidden"), &json!("Changed")));
    }

    async fn a_listing_is_followed_page_by_page_but_to_nobody_else(kit: Kit) {
        kit.peer.set(|p| { p.events = some_events(140); p.page_limit = Some(50); p.pages = true; });
        let outcome = kit.sync().await.unwrap();
        assert_eq!((outcome.ended, outcome.tally.new, outcome.tally.requests), (Ended::Done, 140, 3));
        let other = Peer::start().await;
        let next = format!("{}/api/federation/events/", other.url);
        kit.peer.set(|p| { p.pages = false; p.next = Some(next); });
        let outcome = kit.sync().await.unwrap();
        assert_eq!(outcome.ended, Ended::Incomplete(Gap::NotEnded));
        assert!(other.take_asked().is_empty());
        assert_eq!(standing(&kit).await.len(), 140);
    }

    async fn where_there_are_no_pages_days_lead_to_all_of_it(kit: Kit) {
        kit.peer.set(|p| { p.events = some_events(150); p.page_limit = Some(60); p.looks_at_dates = true; });
        let outcome = kit.sync().await.unwrap();
        assert_eq!((outcome.ended, outcome.tally.new), (Ended::Done, 150), "{outcome:?}");
        kit.peer.set(|p| { p.events.remove(77); });
        assert_eq!(kit.sync().await.unwrap().tally.cancelled, 1);
        // One that does not look at the days is found out, and not asked for ever.
        kit.peer.set(|p| p.looks_at_dates = false);
        kit.peer.take_asked();
        let outcome = kit.sync().await.unwrap();
        assert_eq!(outcome.ended, Ended::Incomplete(Gap::Total { said: 149, read: 60 }));
        assert!(kit.peer.take_asked().len() <= 5);
        assert_eq!(standing(&kit).await.len(), 149);
    }

    async fn however_much_comes_it_ends_and_the_row_says_why(kit: Kit) {
        kit.peer.set(|p| p.events = some_events(2));
        kit.sync().await.unwrap();
        for (manner, detail) in [
            (Manner::Huge, "is larger than we take"),
            (Manner::Many(100_001), "more than 100,000 events"),
            (Manner::Html, "a web page"),
            (Manner::Zipped, "no JSON"),
        ] {
            kit.peer.set(|p| p.manner = manner);
            failed(kit.sync().await.unwrap());
            let path = format!("/manage/partners/{}/syncs", kit.partner);
            let page = kit.ada.get(&path).await.expect(200);
            let row = page.select("table.list tbody tr").into_iter().next().unwrap();
            let told = manner == Manner::Huge || row.contains(detail);
            assert!(told && row.contains("Failed"), "{manner:?}: {row}");
            assert_eq!(standing(&kit).await.len(), 2);
        }
    }

    async fn of_two_runs_at_once_one_stands_back(kit: Kit) {
        kit.peer.set(|p| p.events = some_events(30));
        let runs = join_all((0..4).map(|_| kit.sync())).await;
        let ran = runs.iter().flatten().count();
        assert!(ran >= 1, "{runs:?}");
        assert_eq!(kept(&kit).await.len(), 30);
        let new: u64 = runs.iter().flatten().map(|o| o.tally.new).sum();
        assert_eq!(new, 30, "nothing is new twice");
    }

    async fn one_partner_that_fails_holds_up_no_other(kit: Kit) {
        let milan = Peer::start().await;
        add_partner(&kit.ada, "milano", &milan.url, json!({"auto_import": true})).await;
        milan.set(|p| p.events = some_events(5));
        kit.peer.set(|p| p.manner = Manner::Silent);
        let community = kit.community().await;
        let wanted = Wanted::default();
        let meant = shell::meant(&kit.app.app, &community, &wanted).await.unwrap();
        assert_eq!(meant.len(), 2);
        let mut reports = BTreeMap::new();
        let meant = meant.into_iter().map(|p| (community.clone(), p)).collect();
        shell::sync_all(&kit.app.app, meant, &wanted, |r| { reports.insert(r.partner.short_code.clone(), r.has_failed()); }).await;
        assert_eq!(reports, BTreeMap::from([("milano".into(), false), ("roma".into(), true)]));
        assert_eq!(kept(&kit).await.len(), 5);
    }

    async fn admins_hear_of_trouble_once_and_of_its_end_once(kit: Kit) {
        kit.peer.set(|p| p.events = some_events(1));
        kit.app.mails().await;
        let subjects = async |kit: &Kit| -> Vec<String> {
            let mails = kit.app.mails().await;
            mails.into_iter().filter(|m| m.to == "ada@example.org" && m.subject.contains("MC roma")).map(|m| m.subject).collect()
        };
        kit.peer.set(|p| p.manner = Manner::Status(503));
        for told in [0, 0, 1, 0, 0] {
            failed(kit.sync().await.unwrap());
            assert_eq!(subjects(&kit).await.len(), told);
        }
        kit.peer.set(|p| p.manner = Manner::Well);
        kit.sync().await.unwrap();
        assert_eq!(subjects(&kit).await, ["MC roma funziona di nuovo"]);
        kit.sync().await.unwrap();
        assert!(subjects(&kit).await.is_empty());
    }

    async fn a_closed_partner_is_not_asked_and_by_itself_an_open_one_is_every_two_hours(kit: Kit) {
        kit.peer.set(|p| p.events = some_events(1));
        kit.app.run_jobs().await;
        kit.peer.take_asked();
        kit.app.clock.advance(SignedDuration::from_mins(30));
        kit.app.run_jobs().await;
        let listings = |asked: Vec<tessera_testkit::peer::Asked>| asked.iter().filter(|a| a.target.contains("/events/")).count();
        assert_eq!(listings(kit.peer.take_asked()), 0);
        kit.app.clock.advance(SignedDuration::from_mins(120));
        kit.app.run_jobs().await;
        assert_eq!(listings(kit.peer.take_asked()), 1);
        kit.ada.patch(&format!("/api/partners/{}", kit.partner), json!({"is_active": false})).await.expect(200);
        kit.app.clock.advance(SignedDuration::from_hours(5));
        kit.app.run_jobs().await;
        assert_eq!(listings(kit.peer.take_asked()), 0);
    }

    async fn partners_are_told_numbers_when_they_change_and_nothing_else(kit: Kit) {
        kit.peer.set(|p| p.events = some_events(2));
        kit.sync().await.unwrap();
        let id = kit.id_of("evt_00001").await;
        let secret = "Canary Zebra-Quark";
        let people = [kit.app.member(secret, &[]).await, kit.app.member("Kim", &[]).await];
        let path = format!("/api/external-events/{id}/interest");
        people[0].put(&path, json!({"interest_level": "going"})).await.expect(200);
        people[1].put(&path, json!({"interest_level": "maybe"})).await.expect(200);
        people[0].post(&format!("/api/external-events/{id}/comments"), json!({"content": "canary-comment: who drives?"})).await.expect(201);
        kit.peer.take_asked();
        kit.app.clock.advance(SignedDuration::from_mins(20));
        kit.app.run_jobs().await;
        let asked = kit.peer.take_asked();
        let told: Vec<Value> = asked.iter().filter(|a| a.method == "POST").map(|a| serde_json::from_str(&a.body).unwrap()).collect();
        assert_eq!(told, [json!({"event_id": "evt_00001", "counts": {"going": 1, "maybe": 1, "interested": 0}, "club_code": "torino"})]);
        // Not again, until it changes; taken back counts too.
        kit.app.clock.advance(SignedDuration::from_mins(20));
        kit.app.run_jobs().await;
        assert!(kit.peer.take_asked().iter().all(|a| a.method != "POST"));
        people[1].delete(&path).await.expect(204);
        kit.peer.set(|p| p.manner = Manner::Status(503));
        kit.app.clock.advance(SignedDuration::from_mins(20));
        kit.app.run_jobs().await;
        kit.peer.set(|p| p.manner = Manner::Well);
        kit.app.clock.advance(SignedDuration::from_mins(20));
        kit.app.run_jobs().await;
        let posted: Vec<_> = kit.peer.take_asked().into_iter().filter(|a| a.method == "POST").collect();
        assert_eq!(posted.len(), 2, "tried again");
        let counts: Value = serde_json::from_str(&posted[1].body).unwrap();
        assert_eq!(counts["counts"], json!({"going": 1, "maybe": 0, "interested": 0}));
        // Nothing that left says who.
        let account = |a: &tessera_testkit::Actor| a.account_id.unwrap().to_string();
        for asked in asked.iter().chain(&posted) {
            let all = format!("{}\n{}", asked.head, asked.body).to_lowercase();
            for canary in ["canary", "zebra", "kim", "example.org", &account(&people[0]), &account(&people[1])] {
                assert!(!all.contains(canary), "{canary}: {all}");
            }
        }
    }

    async fn few_people_are_not_told_where_a_community_keeps_small_numbers(kit: Kit) {
        kit.app.execute("UPDATE communities SET least_told = 3", vec![]).await;
        kit.peer.set(|p| p.events = some_events(1));
        kit.sync().await.unwrap();
        let path = format!("/api/external-events/{}/interest", kit.id_of("evt_00000").await);
        for name in ["Ana", "Bea"] {
            let member = kit.app.member(name, &[Role::Staff]).await;
            member.put(&path, json!({"interest_level": "going"})).await.expect(200);
        }
        kit.app.clock.advance(SignedDuration::from_mins(20));
        kit.app.run_jobs().await;
        assert!(kit.peer.take_asked().iter().all(|a| a.method != "POST"));
        let cia = kit.app.member("Cia", &[]).await;
        cia.put(&path, json!({"interest_level": "going"})).await.expect(200);
        kit.app.clock.advance(SignedDuration::from_mins(20));
        kit.app.run_jobs().await;
        let posted: Vec<_> = kit.peer.take_asked().into_iter().filter(|a| a.method == "POST").collect();
        assert!(posted.len() == 1 && posted[0].body.contains(r#""going":3"#), "{posted:?}");
    }

    async fn thousands_are_written_in_pieces_and_not_one_by_one(kit: Kit) {
        kit.peer.set(|p| p.events = some_events(2_000));
        let before = kit.app.app.db.statements_sent();
        let outcome = kit.sync().await.unwrap();
        assert_eq!(outcome.tally.new, 2_000);
        let sent = kit.app.app.db.statements_sent() - before;
        assert!(sent < 200, "{sent} statements");
        let before = kit.app.app.db.statements_sent();
        assert_eq!(kit.sync().await.unwrap().tally.changed, 0);
        let sent = kit.app.app.db.statements_sent() - before;
        assert!(sent < 80, "{sent} statements");
    }

    async fn after_whatever_happened_what_is_kept_is_what_was_last_listed_whole(kit: Kit) {
        kit.app.execute("DELETE FROM jobs", vec![]).await;
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
        let mut events = some_events(12);
        let mut whole: BTreeMap<String, String> = BTreeMap::new();
        for round in 0..40 {
            change(&mut dice, &mut events, round);
            let now = events.clone();
            kit.peer.set(|p| {
                p.events = now;
                p.page_limit = None;
                p.manner = match dice.below(8) {
                    0 => Manner::Status(500),
                    1 => Manner::Truncated,
                    2 => Manner::BadJson,
                    3 => Manner::Silent,
                    _ => Manner::Well,
                };
                if dice.below(6) == 0 { p.page_limit = Some(3); }
            });
            if dice.below(4) == 0 {
                // Killed somewhere in the middle; its row is free again after a while.
                let killed = tokio::time::timeout(std::time::Duration::from_micros(dice.below(6_000)), kit.sync()).await;
                kit.app.clock.advance(SignedDuration::from_mins(3));
                if !matches!(killed, Ok(Some(Outcome { ended: Ended::Done, .. }))) { continue; }
                whole = names(&events);
            } else {
                let before = standing(&kit).await;
                match kit.sync().await.unwrap().ended {
                    Ended::Done => whole = names(&events),
                    Ended::Failed(_) => { assert_eq!(standing(&kit).await, before); continue; }
                    _ => {
                        let lost: Vec<_> = before.difference(&standing(&kit).await).cloned().collect();
                        assert!(lost.is_empty(), "{lost:?} cancelled by a listing that was cut short");
                        continue;
                    }
                }
            }
            let stands: BTreeMap<String, String> = kept(&kit).await.into_iter()
                .filter(|(_, (_, stands))| *stands).map(|(id, (name, _))| (id, name)).collect();
            assert_eq!(stands, whole, "round {round}");
        }
        assert!(!whole.is_empty());
    }
}

fn names(events: &[Value]) -> BTreeMap<String, String> {
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    events.iter().map(|e| (text(&e["id"]), text(&e["event_name"]))).collect()
}

/// Adds, renames and takes away.
fn change(dice: &mut Dice, events: &mut Vec<Value>, round: usize) {
    for _ in 0..3 {
        let at = usize::try_from(dice.below(u64::try_from(events.len().max(1)).unwrap())).unwrap();
        match dice.below(3) {
            0 => events.push(listed(&format!("new_{round}_{}", dice.below(1_000)), &day(round + 3))),
            1 if !events.is_empty() => events[at]["event_name"] = json!(format!("Renamed {round}")),
            _ if events.len() > 4 => drop(events.remove(at)),
            _ => {}
        }
    }
    let mut seen = BTreeSet::new();
    events.retain(|e| seen.insert(e["id"].as_str().unwrap().to_owned()));
}

/// Numbers that are the same in each test.
struct Dice(u64);

impl Dice {
    fn below(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below.max(1)
    }
}
