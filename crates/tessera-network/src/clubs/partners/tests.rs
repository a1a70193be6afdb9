//! Stories of partners: agreed with, called, paired, removed; on both engines.

use super::store::{self, keys};
use super::{Trouble, privacy, signing};
use crate::clubs::testing::{Club, EVENTS, admin, event, laboratory, slices, start, start_with};
use http::Method;
use jiff::SignedDuration;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpListener;
use tessera_core::Role;
use tessera_core::ids::{CommunityId, PartnerId};
use tessera_platform::db::sql;
use tessera_testkit::{Actor, Engine, TestApp, both_engines};
use tessera_wire::descriptor::Descriptor;

const PK: &str = "pk_ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

fn sk() -> String {
    format!("sk_{}", "q".repeat(64))
}

fn body(more: Value) -> Value {
    let mut body = json!({"name": "MC Roma", "short_code": "roma", "base_url": "http://roma.localhost:8139"});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    body
}

async fn errors(admin: &Actor, more: Value) -> Vec<String> {
    let wrong = admin.post("/api/partners", body(more)).await.expect(422).json();
    let error = |e: &Value| format!("{} {}", e["field"].as_str().unwrap(), e["code"].as_str().unwrap());
    wrong["errors"].as_array().unwrap().iter().map(error).collect()
}

async fn partner(app: &TestApp, community: CommunityId, id: &str) -> super::Partner {
    store::find(&app.app.db.read(), community, id.parse().unwrap()).await.unwrap().unwrap()
}

async fn all_text(app: &TestApp, table: &str) -> String {
    let read = app.app.db.read();
    let text = format!("SELECT api_key, api_secret_sealed FROM {table}");
    let rows = read.query_all_raw(sql(&read, &text, vec![])).await.unwrap();
    rows.iter()
        .map(|r| {
            format!(
                "{:?} {:?} ",
                r.try_get_by_index::<Option<String>>(0),
                r.try_get_by_index::<Option<String>>(1)
            )
        })
        .collect()
}

async fn deeds(app: &TestApp, community: CommunityId) -> Vec<String> {
    let rows = tessera_platform::audit::list(&app.app.db.read(), community, None, 100).await.unwrap();
    rows.into_iter().rev().map(|r| r.action).collect()
}

/// Answers every request on a port with these bytes, in the background.
fn answering(answer: &'static [u8]) -> u16 {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = socket.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in socket.incoming() {
            let mut stream = stream.unwrap();
            let mut read = [0; 4096];
            let _ = stream.read(&mut read);
            let _ = stream.write_all(answer);
        }
    });
    port
}

both_engines! { start;
    async fn a_partner_is_added_changed_approved_and_removed_and_the_trail_knows(app: TestApp) {
        let ada = admin(&app).await;
        let made = ada.post("/api/partners", body(json!({"api_key": PK, "api_secret": sk()}))).await.expect(201);
        let tag = made.header("etag").unwrap().to_owned();
        let made = made.json();
        // Nothing is on by default.
        for off in ["is_approved", "share_our_events", "auto_import"] {
            assert_eq!(made[off], false, "{off}");
        }
        assert_eq!((&made["is_active"], &made["has_api_secret"], &made["last_sync"]), (&json!(true), &json!(true), &Value::Null));
        let path = format!("/api/partners/{}", made["id"].as_str().unwrap());
        // What was read can be sent back.
        ada.patch(&path, made.clone()).await.expect(200);
        assert_eq!(ada.get(&path).await.expect(200).json(), made);
        let changed = ada.json(Method::PATCH, &path, json!({"name": "Moto Club Roma", "share_our_events": true}), &[("if-match", &tag)]).await.expect(200);
        assert_ne!(changed.header("etag"), Some(tag.as_str()));
        ada.json(Method::PATCH, &path, json!({"name": "Too late"}), &[("if-match", &tag)]).await.expect(412);
        ada.post(&format!("{path}/sync"), json!({})).await.expect(409);
        assert_eq!(ada.post(&format!("{path}/approve"), json!({})).await.expect(200).json()["is_approved"], true);
        ada.post(&format!("{path}/approve"), json!({})).await.expect(200);
        assert_eq!(ada.post(&format!("{path}/sync"), json!({})).await.expect(202).json(), json!({"enqueued": true}));
        assert_eq!(ada.post(&format!("{path}/sync"), json!({})).await.expect(202).json(), json!({"enqueued": false}));
        let list = ada.get("/api/partners").await.expect(200).json();
        assert_eq!((list["items"].as_array().unwrap().len(), &list["items"][0]["name"]), (1, &json!("Moto Club Roma")));
        ada.delete(&path).await.expect(204);
        ada.get(&path).await.expect(404);
        ada.delete(&path).await.expect(404);
        let expected = ["partner.add", "partner.edit", "partner.approve", "partner.remove"];
        assert_eq!(deeds(&app, app.community).await, expected);
    }

    async fn admins_alone_have_partners(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::agreed(&ada, "roma").await;
        let ana = app.member("Ana", &[Role::Organiser, Role::Staff]).await;
        for path in ["/api/partners", &club.path()] {
            app.visitor().get(path).await.expect(401);
            ana.get(path).await.expect(403);
        }
        ana.get("/manage/partners").await.expect(403);
        ana.post("/api/partners", body(json!({}))).await.expect(403);
        ana.post(&format!("{}/generate-key", club.path()), json!({})).await.expect(403);
    }

    async fn what_does_not_fit_is_told_beside_its_field_and_what_was_typed_stays(app: TestApp) {
        let ada = admin(&app).await;
        assert_eq!(errors(&ada, json!({"name": " ", "short_code": "", "base_url": ""})).await, ["name required", "short_code required", "base_url required"]);
        assert_eq!(errors(&ada, json!({"short_code": "a".repeat(21), "logo_url": "javascript:alert(1)"})).await, ["short_code too_long", "logo_url bad_address"]);
        assert_eq!(errors(&ada, json!({"short_code": "ro ma", "base_url": "http://roma.localhost/?a=b"})).await, ["short_code bad_code", "base_url bad_address"]);
        // Key and secret are easily mixed up.
        assert_eq!(errors(&ada, json!({"api_key": sk(), "api_secret": PK})).await, ["api_key key_prefix", "api_secret key_prefix"]);
        assert_eq!(errors(&ada, json!({"api_key": "pk_short", "api_secret": "sk_short"})).await, ["api_key key_length", "api_secret key_length"]);
        assert_eq!(errors(&ada, json!({"api_key": PK})).await, ["api_secret secret_needed"]);
        assert_eq!(errors(&ada, json!({"api_secret": sk()})).await, ["api_key required"]);
        ada.post("/api/partners", body(json!({}))).await.expect(201);
        assert_eq!(errors(&ada, json!({})).await, ["short_code code_taken"]);
        let fields = [("name", "Vespa Club"), ("short_code", "vespa"), ("base_url", "ftp://vespa"), ("api_key", "pk_x"), ("api_secret", "sk_geheim"), ("share_our_events", "yes")];
        let page = ada.submit("/manage/partners/new", &fields).await.expect(422);
        assert_eq!(page.attribute("#f-name", "value").as_deref(), Some("Vespa Club"));
        assert_eq!(page.attribute("#f-base_url", "value").as_deref(), Some("ftp://vespa"));
        assert!(page.attribute("input[name=share_our_events]", "checked").is_some());
        assert!(!page.text().contains("sk_geheim"), "a secret is in no page");
        assert!(page.text().contains("This is no address"), "{}", page.text());
    }

    async fn of_two_that_take_the_same_code_at_once_one_gets_it(app: TestApp) {
        let ada = admin(&app).await;
        let answers = futures::future::join_all((0..4).map(|_| ada.post("/api/partners", body(json!({}))))).await;
        let mut statuses: Vec<u16> = answers.iter().map(|a| a.status.as_u16()).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 422, 422, 422]);
    }

    async fn secrets_are_sealed_and_shown_once(app: TestApp) {
        let ada = admin(&app).await;
        let made = ada.post("/api/partners", body(json!({"api_key": PK, "api_secret": sk()}))).await.expect(201);
        assert!(!made.text().contains(&sk()));
        let id = made.json()["id"].as_str().unwrap().to_owned();
        let page = ada.submit(&format!("/manage/partners/{id}/generate-key"), &[]).await.expect(200);
        assert_eq!(page.header("cache-control"), Some("no-store"));
        let shown = page.select(".copy-line code");
        assert_eq!((shown[0].len(), shown[1].len()), (35, 67));
        let stored = all_text(&app, "partners").await + &all_text(&app, "partner_pairs").await;
        assert!(stored.contains("v1.") && stored.contains(&shown[0]));
        for secret in [&sk(), &shown[1]] {
            assert!(!stored.contains(secret.as_str()), "{stored}");
            for path in [format!("/manage/partners/{id}"), format!("/api/partners/{id}"), "/manage/partners".into(), "/api/partners".into()] {
                assert!(!ada.get(&path).await.expect(200).text().contains(secret.as_str()), "{path}");
            }
        }
        // A key that is sent again under the same Idempotency-Key is another key: none is kept to be given out.
        let once = &[("idempotency-key", "once")];
        let path = format!("/api/partners/{id}/generate-key");
        let first = ada.json(Method::POST, &path, json!({}), once).await.expect(200).json();
        assert_ne!(ada.json(Method::POST, &path, json!({}), once).await.expect(200).json(), first);
    }

    async fn an_old_pair_works_for_a_week_or_until_it_is_revoked(app: TestApp) {
        let ada = admin(&app).await;
        let old = Club::agreed(&ada, "roma").await;
        let next = async || {
            let pair = ada.post(&format!("{}/generate-key", old.path()), json!({})).await.expect(200).json();
            let text = |name: &str| pair[name].as_str().unwrap().to_owned();
            Club { key: text("api_key"), secret: text("api_secret"), ..old.clone() }
        };
        let new = next().await;
        old.events(&app, "").await.expect(200);
        new.events(&app, "").await.expect(200);
        let shown = ada.get(&old.path()).await.json();
        assert_eq!((&shown["our_key_for_them"], shown["pairs"].as_array().unwrap().len()), (&json!(new.key), 2));
        app.clock.advance(SignedDuration::from_hours(24 * 7));
        assert_eq!(old.events(&app, "").await.expect(401).code(), "unknown_key");
        new.events(&app, "").await.expect(200);
        let newer = next().await;
        // Asked first on the page, and at once then.
        let pair = ada.get(&old.path()).await.json()["pairs"][1]["id"].as_str().unwrap().to_owned();
        let page = format!("/manage/partners/{}/revoke-key", old.id);
        assert!(ada.submit(&page, &[("pair", &pair)]).await.expect(200).text().contains("refused at once"));
        new.events(&app, "").await.expect(200);
        ada.submit(&page, &[("pair", &pair), ("confirmed", "yes")]).await.expect(303);
        new.events(&app, "").await.expect(401);
        newer.events(&app, "").await.expect(200);
        app.run_jobs().await;
        assert_eq!(keys::list_pairs(&app.app.db.read(), old.id.parse().unwrap()).await.unwrap().len(), 1);
    }

    async fn of_keys_made_at_the_same_moment_one_is_the_current(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::agreed(&ada, "roma").await;
        let path = format!("{}/generate-key", club.path());
        let answers = futures::future::join_all((0..4).map(|_| ada.post(&path, json!({})))).await;
        assert!(answers.iter().all(|a| matches!(a.status.as_u16(), 200 | 412)), "{:?}", answers.iter().map(|a| a.status).collect::<Vec<_>>());
        let pairs = keys::list_pairs(&app.app.db.read(), club.id.parse().unwrap()).await.unwrap();
        assert_eq!(pairs.iter().filter(|p| p.ends_at.is_none()).count(), 1);
        // Everything that was handed out works.
        for answer in answers.iter().filter(|a| a.status.as_u16() == 200) {
            let pair = answer.json();
            let text = |name: &str| pair[name].as_str().unwrap().to_owned();
            Club { key: text("api_key"), secret: text("api_secret"), ..club.clone() }.events(&app, "").await.expect(200);
        }
    }

    async fn the_list_says_how_each_partner_does(app: TestApp) {
        let ada = admin(&app).await;
        assert!(ada.get("/manage/partners").await.expect(200).text().contains("No partners yet"));
        let roma = Club::agreed(&ada, "roma").await;
        Club::added(&ada, "alba").await;
        let row = async || ada.get("/manage/partners").await.expect(200).select("tbody tr");
        let rows = row().await;
        assert!(rows[0].contains("MC alba") && rows[0].contains("Waiting for your approval") && rows[0].contains("never"), "{rows:?}");
        assert!(rows[1].contains("MC roma") && rows[1].contains("Active"), "{rows:?}");
        let p = partner(&app, app.community, &roma.id).await;
        let now = app.app.now();
        for trouble in [Trouble::Clock(420); 3] {
            let tx = app.app.db.write().await.unwrap();
            store::record_sync(&tx, &p, Err(trouble), now).await.unwrap();
            tx.commit().await.unwrap();
        }
        app.clock.advance(SignedDuration::from_hours(24));
        let rows = row().await;
        assert!(rows[1].contains("Failing, since") && rows[1].contains("7 minutes ahead of ours"), "{rows:?}");
        let tx = app.app.db.write().await.unwrap();
        assert_eq!(store::record_sync(&tx, &p, Err(Trouble::Tls), now).await.unwrap(), 4);
        assert_eq!(store::record_sync(&tx, &p, Ok(()), now).await.unwrap(), 0);
        tx.commit().await.unwrap();
        assert!(row().await[1].contains("yesterday") || row().await[1].contains("24 hours ago") || row().await[1].contains("1 day ago"), "{:?}", row().await);
        ada.submit(&format!("/manage/partners/{}/active", roma.id), &[("is_active", "no")]).await.expect(303);
        assert!(row().await[1].contains("Inactive"));
    }

    async fn a_test_says_at_which_step_it_failed(app: TestApp) {
        let ada = admin(&app).await;
        let made = ada.post("/api/partners", body(json!({}))).await.expect(201).json();
        let path = format!("/api/partners/{}", made["id"].as_str().unwrap());
        let test = async || ada.post(&format!("{path}/test"), json!({})).await.expect(200).json();
        let failed = |test: &Value| -> String {
            let failed = test["steps"].as_array().unwrap().iter().find(|s| s["outcome"] == "failed");
            failed.map_or("none".into(), |s| format!("{} {}", s["step"].as_str().unwrap(), test["error"].as_str().unwrap()))
        };
        assert_eq!(failed(&test().await), "keys no-keys");
        ada.patch(&path, json!({"api_key": PK, "api_secret": sk()})).await.expect(200);
        for (answer, expected) in [
            (&b"HTTP/1.1 200 OK\r\nContent-Length: 44\r\n\r\n{\"club\": {}, \"events\": [], \"total\": 0}      "[..], "none"),
            (b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>", "events schema"),
            (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", "answer redirected"),
            (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "answer not-there"),
            (b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", "answer status 500"),
            (b"HTTP/1.1 401 No\r\nContent-Length: 0\r\nDate: Wed, 01 Apr 2026 10:07:00 GMT\r\n\r\n", "clock clock 419"),
            (b"HTTP/1.1 401 No\r\nContent-Length: 25\r\n\r\n{\"code\": \"bad_signature\"} ", "signature bad-signature"),
            (b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", "signature not-allowed"),
        ] {
            let url = format!("http://127.0.0.1:{}", answering(answer));
            ada.patch(&path, json!({"base_url": url})).await.expect(200);
            let tested = test().await;
            assert_eq!(failed(&tested), expected, "{tested}");
            assert_eq!(tested["ok"], expected == "none");
        }
        for (url, expected) in [
            ("http://127.0.0.1:1", "connection unreachable"),
            ("http://there-is-no-such-name.invalid", "name no-name"),
            ("https://127.0.0.1:1", "connection unreachable"),
        ] {
            ada.patch(&path, json!({"base_url": url})).await.expect(200);
            assert_eq!(failed(&test().await), expected, "{url}");
        }
        let page = ada.submit(&format!("/manage/partners/{}/test", made["id"].as_str().unwrap()), &[]).await.expect(200);
        assert!(page.text().contains("does not answer") && page.text().contains("not reached"), "{}", page.text());
    }

    async fn a_removal_says_what_goes_with_it_and_asks(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::agreed(&ada, "roma").await;
        let page = format!("/manage/partners/{}/remove", club.id);
        let asked = ada.submit(&page, &[]).await.expect(200);
        assert!(asked.text().contains("no events") && asked.text().contains("cannot be undone"), "{}", asked.text());
        ada.get(&club.path()).await.expect(200);
        ada.submit(&page, &[("confirmed", "yes")]).await.expect(303);
        ada.get(&club.path()).await.expect(404);
        assert_eq!(club.events(&app, "").await.expect(401).code(), "unknown_key");
    }

    async fn whoever_added_a_partner_is_told_and_can_be_forgotten(app: TestApp) {
        let ada = admin(&app).await;
        let club = Club::agreed(&ada, "roma").await;
        let account = ada.account_id.unwrap();
        let told = (privacy::PRIVACY.export)(app.app.clone(), account).await.unwrap();
        assert_eq!(told["partners_added"][0]["name"], "MC roma");
        let tx = app.app.db.write().await.unwrap();
        (privacy::PRIVACY.erase)(&app.app, &tx, account).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(partner(&app, app.community, &club.id).await.created_by, None);
    }

    async fn a_logo_is_fetched_once_and_shown_from_here(app: TestApp) {
        // The smallest picture there is.
        const GIF: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: image/gif\r\nContent-Length: 43\r\n\r\nGIF89a\x01\x00\x01\x00\x80\x00\x00\xff\x00\x00\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";
        let ada = admin(&app).await;
        let logo = format!("http://127.0.0.1:{}/logo.gif", answering(GIF));
        let made = ada.post("/api/partners", body(json!({"logo_url": logo}))).await.expect(201).json();
        app.run_jobs().await;
        let path = format!("/api/partners/{}", made["id"].as_str().unwrap());
        let shown = ada.get(&path).await.expect(200).json();
        assert_eq!(shown["logo_url"], logo);
        let here = shown["logo"].as_str().unwrap().to_owned();
        assert!(here.starts_with("/images/"), "{here}");
        assert_eq!(app.visitor().get(&here).await.expect(200).header("content-type"), Some("image/webp"));
        assert_eq!(ada.get("/manage/partners").await.attribute("img.face", "src"), Some(here));
        // Another logo is another picture.
        ada.patch(&path, json!({"logo_url": ""})).await.expect(200);
        assert_eq!(ada.get(&path).await.json()["logo"], Value::Null);
    }
}

/// Addresses that lead where no partner is, in every spelling.
fn hostile() -> Vec<String> {
    let hosts = [
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "0",
        "0.0.0.0",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "0x7f.0.0.1",
        "127.255.255.254",
        "10.0.0.1",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "192.168.255.255",
        "169.254.169.254",
        "169.254.0.1",
        "100.64.0.1",
        "192.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:10.0.0.1]",
        "[::ffff:169.254.169.254]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b::a00:1]",
        "[fe80::1]",
        "[fc00::1]",
        "[fd00::1]",
        "[ff02::1]",
        "[2002:7f00:1::]",
        "[2001:db8::1]",
        "[2001::1]",
        "[100::1]",
        "[3fff::1]",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "roma.localhost",
        "a.b.localhost",
        "%6c%6f%63alhost",
    ];
    let forms: [fn(&str) -> String; 4] = [
        |h| format!("https://{h}"),
        |h| format!("https://{h}:8443/club"),
        |h| format!("https://user:secret@{h}/"),
        |h| format!("https://{h}:6379/%0d%0aFLUSHALL"),
    ];
    hosts.iter().flat_map(|h| forms.iter().map(|form| form(h))).collect()
}

fn on_the_internet(engine: Engine) -> impl Future<Output = TestApp> {
    start_with(engine, |config| {
        config.federation.allow_private_addresses = false;
        config.federation.require_https = true;
    })
}

both_engines! { on_the_internet;
    async fn two_hundred_hostile_addresses_are_refused_when_entered_and_when_called(app: TestApp) {
        let ada = admin(&app).await;
        let all = hostile();
        assert_eq!(all.len(), 200);
        let fields = body(json!({"base_url": "https://roma.example", "api_key": PK, "api_secret": sk()}));
        let made = ada.post("/api/partners", fields).await.expect(201).json();
        let path = format!("/api/partners/{}", made["id"].as_str().unwrap());
        for url in &all {
            let refused = ada.patch(&path, json!({"base_url": url})).await;
            assert_eq!(refused.status.as_u16(), 422, "{url}");
            let refused = ada.patch(&path, json!({"logo_url": url})).await;
            assert_eq!(refused.status.as_u16(), 422, "logo {url}");
            app.execute("UPDATE partners SET base_url = ?", vec![url.trim_end_matches('/').into()]).await;
            let tested = ada.post(&format!("{path}/test"), json!({})).await.expect(200).json();
            assert_eq!(tested["error"], "address-refused", "{url}: {tested}");
        }
        for url in ["http://roma.example", "ftp://roma.example", "file:///etc/passwd", "gopher://roma.example", "roma.example", "//roma.example", "https://"] {
            ada.patch(&path, json!({"base_url": url})).await.expect(422);
        }
    }
}

/// One server with two communities, each at a host of its own, that reach each other over the network.
async fn two_communities(engine: Engine) -> (TestApp, Actor, Actor, CommunityId) {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = socket.local_addr().unwrap().port();
    let change = |config: &mut tessera_platform::config::Config| {
        laboratory(config);
        config.http.base_url = format!("http://localhost:{port}").parse().unwrap();
    };
    let app = TestApp::start_with(engine, slices(), crate::clubs::testing::identity(), change).await;
    let milano = app.add_community("milano", "Moto Club Milano").await;
    app.listen(socket);
    let ada = admin(&app).await;
    let mia = app.member_of(milano, &format!("milano.localhost:{port}"), "Mia", &[Role::Admin]).await;
    (app, ada, mia, milano)
}

async fn two(engine: Engine) -> (TestApp, Actor, Actor, CommunityId) {
    two_communities(engine).await
}

/// Both admins, paired: the ids that each has for the other.
async fn paired(app: &TestApp, ada: &Actor, mia: &Actor) -> (String, String) {
    let url = app.app.config.http.base_url.with_host("milano.localhost").to_string();
    let at_torino = ada
        .post("/api/partners", json!({"name": "MC Milano", "short_code": "milano", "base_url": url}))
        .await
        .expect(201)
        .json();
    let at_torino = at_torino["id"].as_str().unwrap().to_owned();
    let offer = ada.submit(&format!("/manage/partners/{at_torino}/pair"), &[]).await.expect(200);
    assert_eq!(offer.header("cache-control"), Some("no-store"));
    let link = offer.select("#pairing-link")[0].clone();
    let done = mia.submit("/manage/partners/pair", &[("link", &link)]).await.expect(303);
    let at_milano = done.location().rsplit('/').next().unwrap().to_owned();
    let words = async |who: &Actor, id: &str| {
        who.get(&format!("/manage/partners/{id}")).await.expect(200).select(".lead b")[0].clone()
    };
    let (here, there) = (words(ada, &at_torino).await, words(mia, &at_milano).await);
    assert_eq!(here, there);
    assert_eq!(here.split(' ').count(), 6);
    // Not before both have compared them.
    let failed = ada.post(&format!("/api/partners/{at_torino}/test"), json!({})).await.json();
    assert_eq!(failed["error"], "no-keys");
    ada.submit(
        &format!("/manage/partners/{at_torino}/words"),
        &[("words", "six other words than those here")],
    )
    .await
    .expect(409);
    ada.submit(&format!("/manage/partners/{at_torino}/words"), &[("words", &here)]).await.expect(303);
    let failed = ada.post(&format!("/api/partners/{at_torino}/test"), json!({})).await.json();
    assert_eq!(failed["error"], "unknown-key", "the other side has not confirmed yet");
    mia.submit(&format!("/manage/partners/{at_milano}/words"), &[("words", &there)]).await.expect(303);
    for (who, id) in [(ada, &at_torino), (mia, &at_milano)] {
        who.patch(&format!("/api/partners/{id}"), json!({"is_approved": true, "share_our_events": true}))
            .await
            .expect(200);
    }
    // A link works once.
    let again = mia.submit("/manage/partners/pair", &[("link", &link)]).await.expect(422);
    assert!(again.text().contains("used already"), "{}", again.text());
    (at_torino, at_milano)
}

async fn tested(who: &Actor, id: &str) -> Value {
    who.post(&format!("/api/partners/{id}/test"), json!({})).await.expect(200).json()
}

both_engines! { two;
    async fn two_servers_are_paired_by_a_link_and_six_words(kit: (TestApp, Actor, Actor, CommunityId)) {
        let (app, ada, mia, milano) = kit;
        event(&mia, "Navigli", &app.app.now().plus(SignedDuration::from_hours(3)).to_string(), json!({})).await;
        let (at_torino, at_milano) = paired(&app, &ada, &mia).await;
        let good = tested(&ada, &at_torino).await;
        assert_eq!((&good["ok"], &good["events"]), (&json!(true), &json!(1)), "{good}");
        assert_eq!(tested(&mia, &at_milano).await["ok"], true);
        let shown = mia.get(&format!("/api/partners/{at_milano}")).await.json();
        assert_eq!(shown["profile"], json!({"reached": "strong", "allow_documented_profile": false, "paired": true, "words": null}));
        // Whoever has signed so once is not believed with less, unless an admin says so.
        let pair = mia.post(&format!("/api/partners/{at_milano}/generate-key"), json!({})).await.expect(200).json();
        let text = |name: &str| pair[name].as_str().unwrap().to_owned();
        let weaker = Club { id: at_milano.clone(), key: text("api_key"), secret: text("api_secret"), address: "192.0.2.7:4000".parse().unwrap() };
        let ask = async || weaker.send(&app.visitor().at(&mia.host), Method::GET, EVENTS, &weaker.headers(&app, ""), "").await;
        assert_eq!(ask().await.expect(403).code(), "profile_too_weak");
        mia.patch(&format!("/api/partners/{at_milano}"), json!({"allow_documented_profile": true})).await.expect(200);
        ask().await.expect(200);
        assert!(deeds(&app, milano).await.contains(&"partner.allow_documented".to_owned()));
        // Undone, nothing is believed or signed any more.
        mia.submit(&format!("/manage/partners/{at_milano}/unpair"), &[("confirmed", "yes")]).await.expect(303);
        assert_eq!(tested(&ada, &at_torino).await["error"], "unknown-key");
        assert_eq!(tested(&mia, &at_milano).await["error"], "no-keys");
    }

    async fn a_new_key_takes_over_without_anybody_doing_anything(kit: (TestApp, Actor, Actor, CommunityId)) {
        let (app, ada, mia, milano) = kit;
        let (at_torino, at_milano) = paired(&app, &ada, &mia).await;
        let kid = async || {
            let described = app.visitor().get("/.well-known/tessera").await.expect(200);
            Descriptor::read(&described.bytes).unwrap().keys.into_iter().map(|k| k.kid).collect::<Vec<_>>()
        };
        let first = kid().await;
        assert!(ada.submit("/manage/partners/rotate", &[]).await.expect(200).text().contains("takes over in a week"));
        ada.submit("/manage/partners/rotate", &[("confirmed", "yes")]).await.expect(303);
        // Once is enough while one waits.
        ada.submit("/manage/partners/rotate", &[("confirmed", "yes")]).await.expect(303);
        let both = kid().await;
        assert_eq!((first.len(), both.len()), (1, 2));
        let pinned = async || keys::list_pinned(&app.app.db.read(), PartnerId(at_milano.parse().unwrap())).await.unwrap().len();
        assert_eq!(tested(&mia, &at_milano).await["ok"], true);
        assert_eq!(pinned().await, 2, "the new key is known by the word of the old one");
        app.clock.advance(signing::OVERLAP + SignedDuration::from_hours(1));
        let (signs_with, _) = signing::current(&app.app, &app.app.db.read(), app.community).await.unwrap();
        assert_eq!(vec![signs_with], both[1..].to_vec());
        assert_eq!(tested(&ada, &at_torino).await["ok"], true);
        app.clock.advance(signing::OVERLAP);
        assert_eq!(kid().await, both[1..]);
        assert_eq!(tested(&ada, &at_torino).await["ok"], true);
        // One that has grown old is replaced by itself.
        app.clock.advance(signing::REPLACED_AFTER);
        app.run_jobs().await;
        assert_eq!(kid().await.len(), 2);
        let _ = milano;
    }

    async fn a_link_that_is_not_what_it_should_be_pairs_nobody(kit: (TestApp, Actor, Actor, CommunityId)) {
        let (app, ada, mia, _) = kit;
        let url = app.app.config.http.base_url.with_host("milano.localhost").to_string();
        let made = ada.post("/api/partners", json!({"name": "MC Milano", "short_code": "milano", "base_url": url})).await.expect(201).json();
        let id = made["id"].as_str().unwrap();
        let offer = async || ada.submit(&format!("/manage/partners/{id}/pair"), &[]).await.expect(200).select("#pairing-link")[0].clone();
        let refused = async |link: &str| {
            let page = mia.submit("/manage/partners/pair", &[("link", link)]).await;
            assert_eq!(page.status.as_u16(), 422, "{}", page.text());
            assert_eq!(page.attribute("#f-link", "value").as_deref(), Some(link), "what was typed stays");
            page.select("#f-link-error span").first().cloned().unwrap_or_default()
        };
        assert!(refused("https://roma.example/").await.contains("no pairing link"));
        let first = offer().await;
        let second = offer().await;
        assert!(refused(&first).await.contains("used already"), "a newer link takes the place of an older");
        // Whose keys are others than the link promised.
        let (head, side) = second.rsplit_once('.').unwrap();
        let other = if side.starts_with('A') { side.replacen('A', "B", 1) } else { side.replacen(&side[..1], "A", 1) };
        assert!(refused(&format!("{head}.{other}")).await.contains("not what the link promised"));
        // It was made for another address than theirs.
        ada.patch(&format!("/api/partners/{id}"), json!({"base_url": "http://127.0.0.1:9"})).await.expect(200);
        assert!(refused(&second).await.contains("another server"));
        ada.patch(&format!("/api/partners/{id}"), json!({"base_url": url})).await.expect(200);
        app.clock.advance(SignedDuration::from_hours(49));
        assert!(refused(&second).await.contains("too old"));
        assert!(mia.get("/api/partners").await.json()["items"].as_array().unwrap().is_empty());
        // Without the private half of a key nobody brings it.
        let body = json!({"secret": "AAAA", "base_url": url, "descriptor": app.visitor().get("/.well-known/tessera").await.json()});
        let unsigned = app.visitor().post("/api/federation/pair/", body).await.expect(401);
        assert_eq!(unsigned.code(), "unsigned");
        let landing = app.visitor().get("/federation/pair/torino").await.expect(200);
        assert!(landing.text().contains("compare the six words"));
    }
}
