//! What the stories of clubs stand on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use axum::extract::ConnectInfo;
use http::Method;
use serde_json::{Value, json};
use std::net::SocketAddr;
use tessera_core::Role;
use tessera_people::{accounts, communities, members, settings, setup, trail};
use tessera_platform::config::Config;
use tessera_testkit::{Actor, Engine, TestApp, TestResponse};
use tessera_web::slice::{Identity, Slice};
use tessera_wire::documented::{self, SecretKey};

pub fn slices() -> Vec<Slice> {
    use tessera_agenda::{
        attachments, calendar, categories, embed, entries, events, invitations, participation, share_links,
        tasks, templates,
    };
    vec![
        communities::slice(),
        accounts::slice(),
        tessera_people::notifications::slice(),
        members::slice(),
        setup::slice(),
        settings::slice(),
        trail::slice(),
        events::slice(),
        attachments::slice(),
        categories::slice(),
        tasks::slice(),
        templates::slice(),
        participation::slice(),
        invitations::slice(),
        calendar::slice(),
        entries::slice(),
        share_links::slice(),
        embed::slice(),
        super::partners::slice(),
        super::serving::slice(),
        super::external_events::slice(),
        super::syncing::slice(),
    ]
}

pub fn identity() -> Identity {
    Identity {
        communities: communities::all,
        identify: accounts::identify,
        keep_locale: accounts::keep_locale,
    }
}

/// Federation on, in a laboratory: plain http and this machine's own addresses.
pub fn laboratory(config: &mut Config) {
    config.federation.enabled = true;
    config.federation.require_https = false;
    config.federation.allow_private_addresses = true;
}

pub async fn start(engine: Engine) -> TestApp {
    start_with(engine, |_| {}).await
}

pub async fn start_with(engine: Engine, change: impl FnOnce(&mut Config)) -> TestApp {
    let change = |config: &mut Config| {
        laboratory(config);
        change(config);
    };
    TestApp::start_with(engine, slices(), identity(), change).await
}

pub async fn admin(app: &TestApp) -> Actor {
    app.member("Ada", &[Role::Admin]).await
}

/// A partner's server, as far as it asks ours.
#[derive(Clone)]
pub struct Club {
    pub id: String,
    pub key: String,
    pub secret: String,
    /// Where its requests come from.
    pub address: SocketAddr,
}

pub const EVENTS: &str = "/api/federation/events/";
pub const INTEREST: &str = "/api/federation/interest/";

impl Club {
    /// Added, approved and shared with.
    pub async fn agreed(admin: &Actor, code: &str) -> Self {
        let club = Self::added(admin, code).await;
        admin.patch(&club.path(), json!({"share_our_events": true, "is_approved": true})).await.expect(200);
        club
    }

    /// Added and given a key.
    pub async fn added(admin: &Actor, code: &str) -> Self {
        let body = json!({
            "name": format!("MC {code}"), "short_code": code, "base_url": format!("http://{code}.localhost:8139"),
        });
        let partner = admin.post("/api/partners", body).await.expect(201).json();
        let id = partner["id"].as_str().unwrap().to_owned();
        let pair =
            admin.post(&format!("/api/partners/{id}/generate-key"), json!({})).await.expect(200).json();
        Self {
            id,
            key: pair["api_key"].as_str().unwrap().to_owned(),
            secret: pair["api_secret"].as_str().unwrap().to_owned(),
            address: "192.0.2.7:4000".parse().unwrap(),
        }
    }

    pub fn path(&self) -> String {
        format!("/api/partners/{}", self.id)
    }

    pub fn at(&self, address: &str) -> Self {
        Self { address: format!("{address}:4000").parse().unwrap(), ..self.clone() }
    }

    /// The three headers of a request that is signed now, with fractions of a second that no other one has.
    pub fn headers(&self, app: &TestApp, body: &str) -> Vec<(String, String)> {
        app.clock.advance(jiff::SignedDuration::from_micros(7));
        let secret: SecretKey = self.secret.parse().unwrap();
        let (timestamp, signature) = documented::sign(&secret, app.app.now().timestamp(), body.as_bytes());
        vec![
            ("X-Federation-Key".into(), self.key.clone()),
            ("X-Timestamp".into(), timestamp),
            ("X-Signature".into(), signature),
        ]
    }

    pub async fn events(&self, app: &TestApp, query: &str) -> TestResponse {
        let path = if query.is_empty() { EVENTS.to_owned() } else { format!("{EVENTS}?{query}") };
        self.send(&app.visitor(), Method::GET, &path, &self.headers(app, ""), "").await
    }

    pub async fn tell(&self, app: &TestApp, body: &Value) -> TestResponse {
        let body = body.to_string();
        self.send(&app.visitor(), Method::POST, INTEREST, &self.headers(app, &body), &body).await
    }

    /// A request with these headers and nothing else that would sign it.
    pub async fn send(
        &self,
        to: &Actor,
        method: Method,
        path: &str,
        headers: &[(String, String)],
        body: &str,
    ) -> TestResponse {
        let mut request = to.request(method, path).extension(ConnectInfo(self.address));
        for (name, value) in headers {
            request = request.header(name, value);
        }
        to.send(request.body(body.to_owned()).unwrap()).await
    }
}

/// A public event of Ana's, or what else `more` says of it.
pub async fn event(organiser: &Actor, title: &str, starts_at: &str, more: Value) -> String {
    let mut body = json!({"title": title, "starts_at": starts_at});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let made = organiser.post("/api/events", body).await.expect(201).json();
    made["id"].as_str().unwrap().to_owned()
}

pub fn ids(feed: &Value) -> Vec<String> {
    feed["events"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap().to_owned()).collect()
}

pub fn names(feed: &Value) -> Vec<String> {
    feed["events"].as_array().unwrap().iter().map(|e| e["event_name"].as_str().unwrap().to_owned()).collect()
}
