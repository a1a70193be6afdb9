//! Stories of communities and their members, on both engines, through the real router.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]

mod joining;
mod members;
mod settings;
mod setup;
mod trail;

use tessera_people::{
    accounts, communities, members as people, settings as community_settings, setup as first, system,
    trail as deeds,
};
use tessera_platform::config::Config;
use tessera_testkit::{Engine, TestApp};
use tessera_web::slice::{Identity, Slice};

pub const PASSWORD: &str = "tre gatti sul tetto";

fn slices() -> Vec<Slice> {
    vec![
        communities::slice(),
        accounts::slice(),
        people::slice(),
        first::slice(),
        community_settings::slice(),
        deeds::slice(),
        system::slice(),
    ]
}

fn identity() -> Identity {
    Identity {
        communities: communities::all,
        identify: accounts::identify,
        keep_locale: accounts::keep_locale,
    }
}

pub async fn start(engine: Engine) -> TestApp {
    start_with(engine, |_| {}).await
}

pub async fn start_with(engine: Engine, change: impl FnOnce(&mut Config)) -> TestApp {
    TestApp::start_with(engine, slices(), identity(), change).await
}

pub async fn start_empty(engine: Engine) -> TestApp {
    TestApp::start_empty(engine, slices(), identity(), |_| {}).await
}

/// How many rows a query finds.
pub async fn count(app: &TestApp, text: &str) -> i64 {
    use sea_orm::ConnectionTrait;
    let read = app.app.db.read();
    let q = tessera_platform::db::sql(&read, text, vec![]);
    read.query_one_raw(q).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}
