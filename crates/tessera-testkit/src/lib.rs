//! For tests: a database of either engine, the program's real router around it, people to act through it, and what
//! they then see and receive. Nothing of the product is replaced but the clock.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod actor;
mod app;
mod db;
mod events;
pub mod peer;
mod response;

pub use actor::Actor;
pub use app::{ANA_SAYS, TestApp};
pub use db::TestDb;
pub use events::{Event, Events};
pub use response::{Mail, TestResponse};
pub use tessera_platform::db::Engine;

/// Writes each story once and runs it on both engines. `start` is a function `fn(Engine) -> impl Future<Output = T>`.
///
/// ```ignore
/// both_engines! { start;
///     async fn a_full_event_takes_nobody_else(app: TestApp) { … }
/// }
/// ```
#[macro_export]
macro_rules! both_engines {
    ($start:path; $($(#[$meta:meta])* async fn $name:ident($kit:ident: $type:ty) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            async fn story($kit: $type) $body
            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() { story($start($crate::Engine::Sqlite).await).await }
            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() { story($start($crate::Engine::Postgres).await).await }
        }
    )+};
}
