//! Stories through the whole program: the real router, a real database of either engine, real mails.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod api_document;
mod pages;
mod permissions;
mod phone;
mod pressure;
mod samples;
mod schema;

use tessera::slices;
use tessera_testkit::{Engine, TestApp};

async fn start(engine: Engine) -> TestApp {
    TestApp::start(engine, slices::slices(), slices::identity()).await
}
