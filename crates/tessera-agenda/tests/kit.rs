//! What the stories of this crate start from.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, dead_code)]

use serde_json::{Value, json};
use tessera_core::Role;
use tessera_testkit::{Actor, Engine, TestApp};
use tessera_web::slice::{Identity, Slice};

/// One community with the slices of this crate and those it stands on.
pub async fn start(engine: Engine) -> TestApp {
    TestApp::start(engine, slices(), identity()).await
}

/// Those slices, in the order of their migrations.
pub fn slices() -> Vec<Slice> {
    vec![
        tessera_people::communities::slice(),
        tessera_people::accounts::slice(),
        tessera_people::notifications::slice(),
        tessera_agenda::events::slice(),
        tessera_agenda::attachments::slice(),
        tessera_agenda::categories::slice(),
        tessera_agenda::tasks::slice(),
        tessera_agenda::templates::slice(),
        tessera_agenda::participation::slice(),
        tessera_agenda::invitations::slice(),
        tessera_agenda::calendar::slice(),
        tessera_agenda::entries::slice(),
    ]
}

fn identity() -> Identity {
    Identity {
        communities: tessera_people::communities::all,
        identify: tessera_people::accounts::identify,
        keep_locale: tessera_people::accounts::keep_locale,
    }
}

/// An organiser of the first community.
pub async fn ana(app: &TestApp) -> Actor {
    app.member("Ana", &[Role::Organiser]).await
}

/// A public event on this day at nine, an hour long.
pub fn rally(title: &str, day: &str) -> Value {
    json!({"title": title, "starts_at": format!("{day}T09:00"), "ends_at": format!("{day}T10:00")})
}

/// Creates it and gives its JSON.
pub async fn create(actor: &Actor, body: Value) -> Value {
    actor.post("/api/events", body).await.expect(201).json()
}

/// The path of an event in the API.
pub fn api(event: &Value) -> String {
    format!("/api/events/{}", event["id"].as_str().unwrap())
}

/// The titles that a list has, in its order.
pub async fn titles(actor: &Actor, path: &str) -> Vec<String> {
    let list = actor.get(path).await.expect(200).json();
    list.as_array().unwrap().iter().map(|e| e["title"].as_str().unwrap().to_owned()).collect()
}

/// Lets somebody take part, as an answer does.
pub async fn takes_part(app: &TestApp, event: &Value, who: &Actor) {
    let id: uuid::Uuid = event["id"].as_str().unwrap().parse().unwrap();
    app.execute(
        "INSERT INTO participations (id, community_id, event_id, account_id, status, confirmed, created_at, updated_at) VALUES (?, ?, ?, ?, 'going', ?, ?, ?)",
        vec![
            app.app.new_id::<uuid::Uuid>().into(),
            app.community.into(),
            id.into(),
            who.account_id.unwrap().into(),
            true.into(),
            tessera_core::Clock::now(&*app.clock).into(),
            tessera_core::Clock::now(&*app.clock).into(),
        ],
    )
    .await;
}
