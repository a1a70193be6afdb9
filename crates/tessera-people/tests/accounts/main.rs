//! Stories of accounts, on both engines, through the real router.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]

mod api;
mod guessing;
mod pages;

use tessera_people::{accounts, communities};
use tessera_platform::config::Config;
use tessera_testkit::{Actor, Engine, TestApp};
use tessera_web::slice::Identity;

pub const PASSWORD: &str = "tre gatti sul tetto";

pub async fn start(engine: Engine) -> TestApp {
    start_with(engine, |_| {}).await
}

pub async fn start_with(engine: Engine, change: impl FnOnce(&mut Config)) -> TestApp {
    let identity = Identity {
        communities: communities::all,
        identify: accounts::identify,
        keep_locale: accounts::keep_locale,
    };
    TestApp::start_with(engine, vec![communities::slice(), accounts::slice()], identity, change).await
}

/// Registers over the API; the token is in the actor.
pub async fn registered(app: &TestApp, email: &str) -> Actor {
    let mut actor = app.visitor();
    let body =
        serde_json::json!({"email": email, "password": PASSWORD, "role": "member", "name": "Ana Rossi"});
    let answer = actor.post("/api/auth/register", body).await.expect(201).json();
    actor.bearer = Some(answer["token"].as_str().unwrap().to_owned());
    actor.email = email.to_owned();
    actor.account_id = Some(answer["user"]["id"].as_str().unwrap().parse().unwrap());
    actor
}

/// Registered and signed in on the page.
pub async fn member(app: &TestApp, email: &str) -> Actor {
    let mut actor = registered(app, email).await;
    actor.bearer = None;
    actor.submit("/sign-in", &[("email", email), ("password", PASSWORD)]).await.expect(303);
    actor
}
