//! What keeps a process answering when more is asked of it than it can do, or asked more slowly than anybody types:
//! whoever comes beyond a number of requests hears so at once, and what does not come to an end is ended.
//!
//! Does not: know who asks. Guessing and sending too much is limited by rows (`tessera_platform::limits`).

use crate::refusal::Refusal;
use axum::response::Response;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// What one process bears at one moment.
#[derive(Clone, Debug)]
pub struct Pressure {
    turns: Arc<Semaphore>,
    /// From the request's line to the answer's first byte, a slow upload included.
    longest: Duration,
    /// Between two pieces of a body.
    pub(crate) pause: Duration,
}

impl Default for Pressure {
    fn default() -> Self {
        Self::new(1_000, Duration::from_secs(600), Duration::from_secs(30))
    }
}

impl Pressure {
    pub fn new(most_at_once: usize, longest: Duration, pause: Duration) -> Self {
        Self { turns: Arc::new(Semaphore::new(most_at_once)), longest, pause }
    }

    /// Lets `work` be done, where there is room for it, for as long as it may take.
    pub(crate) async fn bear(&self, work: impl Future<Output = Response>) -> Result<Response, Refusal> {
        let Ok(_turn) = self.turns.try_acquire() else {
            return Err(Refusal { retry_after_seconds: Some(5), ..Refusal::new(503, "overloaded") });
        };
        tokio::time::timeout(self.longest, work).await.map_err(|_| Refusal::new(408, "timed_out"))
    }
}
