//! The toolbox against real databases, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod audit;
mod jobs;
mod limits;
mod migrations;
mod outbox;

use std::sync::Arc;
use tessera_core::{Clock, FixedClock};
use tessera_testkit::{Engine, TestDb};

/// A migrated database and a clock that stands still.
struct Kit {
    test: TestDb,
    clock: Arc<FixedClock>,
}

async fn start(engine: Engine) -> Kit {
    let clock = Arc::new(FixedClock::at("2026-04-01T10:00:00Z".parse().unwrap()));
    Kit { test: TestDb::migrated(engine, &[]).await, clock }
}

impl Kit {
    fn now(&self) -> tessera_core::Instant {
        self.clock.now()
    }
}
