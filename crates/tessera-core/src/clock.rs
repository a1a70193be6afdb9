//! Time, randomness of ids: parameters, not globals. The program's edge builds one [`SharedClock`]; tests build a
//! [`FixedClock`] and move it by hand.

use crate::Instant;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Tells the time and makes ids in the order of time.
pub trait Clock: Send + Sync + std::fmt::Debug {
    /// Now, in whole microseconds.
    fn now(&self) -> Instant;

    /// A fresh UUIDv7 carrying [`now`](Self::now).
    fn new_id(&self) -> uuid::Uuid {
        let us = self.now().as_microseconds().max(0);
        let seconds = us.div_euclid(1_000_000).unsigned_abs();
        let nanos = u32::try_from(us.rem_euclid(1_000_000)).unwrap_or(0).saturating_mul(1000);
        uuid::Uuid::new_v7(uuid::Timestamp::from_unix(uuid::ContextV7::new(), seconds, nanos))
    }
}

/// A clock that can be handed around.
pub type SharedClock = Arc<dyn Clock>;

/// The machine's clock.
#[derive(Debug, Default)]
pub struct SystemClock;

#[allow(clippy::disallowed_methods, reason = "this is the clock")]
impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Instant::new(jiff::Timestamp::now())
    }

    fn new_id(&self) -> uuid::Uuid {
        uuid::Uuid::now_v7()
    }
}

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    pub fn at(t: Instant) -> Self {
        Self(AtomicI64::new(t.as_microseconds()))
    }

    pub fn advance(&self, d: jiff::SignedDuration) {
        self.0.fetch_add(d.as_micros().try_into().unwrap_or(i64::MAX), Ordering::SeqCst);
    }

    pub fn set(&self, t: Instant) {
        self.0.store(t.as_microseconds(), Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        Instant::from_microseconds(self.0.load(Ordering::SeqCst))
    }
}
