//! What the stories of partners' events stand on: the program with federation on, and a partner on another server.

use super::partners::{self, Partner};
use super::syncing::{Outcome, run_all};
use serde_json::{Value, json};
use std::sync::Arc;
use tessera_core::Role;
use tessera_core::ids::PartnerId;
use tessera_people::{accounts, communities, members, notifications};
use tessera_testkit::peer::Peer;
use tessera_testkit::{Actor, Engine, TestApp};
use tessera_web::directory::Community;
use tessera_web::slice::{Identity, Slice};

pub fn slices() -> Vec<Slice> {
    vec![
        communities::slice(),
        accounts::slice(),
        members::slice(),
        notifications::slice(),
        tessera_agenda::events::slice(),
        tessera_agenda::attachments::slice(),
        tessera_agenda::categories::slice(),
        tessera_agenda::tasks::slice(),
        tessera_agenda::templates::slice(),
        tessera_agenda::participation::slice(),
        tessera_agenda::invitations::slice(),
        tessera_agenda::calendar::slice(),
        tessera_agenda::entries::slice(),
        super::partners::slice(),
        super::serving::slice(),
        super::external_events::slice(),
        super::syncing::slice(),
    ]
}

/// The program, an admin, and a partner that is approved and whose events are shown at once.
pub struct Kit {
    pub app: TestApp,
    pub ada: Actor,
    pub peer: Peer,
    pub partner: PartnerId,
}

pub async fn start(engine: Engine) -> Kit {
    let identity = Identity {
        communities: communities::all,
        identify: accounts::identify,
        keep_locale: accounts::keep_locale,
    };
    let app = TestApp::start_with(engine, slices(), identity, |config| {
        config.federation.enabled = true;
        config.federation.allow_private_addresses = true;
        config.federation.require_https = false;
    })
    .await;
    let ada = app.member("Ada", &[Role::Admin]).await;
    let peer = Peer::start().await;
    let partner = add_partner(&ada, "roma", &peer.url, json!({"auto_import": true})).await;
    Kit { app, ada, peer, partner }
}

pub async fn add_partner(ada: &Actor, code: &str, url: &str, more: Value) -> PartnerId {
    let mut body = json!({
        "name": format!("MC {code}"), "short_code": code, "base_url": url,
        "api_key": format!("pk_{}", "a".repeat(32)), "api_secret": format!("sk_{}", "b".repeat(64)),
        "is_active": true, "is_approved": true,
    });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let partner = ada.post("/api/partners", body).await.expect(201).json();
    partner["id"].as_str().unwrap().parse().unwrap()
}

impl Kit {
    pub async fn community(&self) -> Arc<Community> {
        self.app.app.community(self.app.community).await.unwrap().unwrap()
    }

    pub async fn partner_row(&self) -> Partner {
        let read = self.app.app.db.read();
        partners::find(&read, self.app.community, self.partner).await.unwrap().unwrap()
    }

    /// One run. None: another was under way.
    pub async fn sync(&self) -> Option<Outcome> {
        // Runs of one moment would be in no order.
        self.app.clock.advance(jiff::SignedDuration::from_secs(1));
        let (community, partner) = (self.community().await, self.partner_row().await);
        run_all(&self.app.app, &community, &partner).await.unwrap()
    }

    /// What an admin is shown of all events, the earliest first.
    pub async fn events(&self) -> Vec<Value> {
        let list = self.ada.get("/api/external-events?from=2020-01-01&limit=1000").await.expect(200).json();
        list["items"].as_array().unwrap().clone()
    }

    /// The id here of one that the partner calls so.
    pub async fn id_of(&self, external_id: &str) -> String {
        let events = self.events().await;
        let event = events.iter().find(|e| e["external_id"] == external_id);
        event.unwrap_or_else(|| panic!("no {external_id}"))["id"].as_str().unwrap().to_owned()
    }
}
