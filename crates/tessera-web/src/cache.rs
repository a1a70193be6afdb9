//! What visitors were shown, kept until their community changes.
//!
//! Only answers to people who showed nothing of themselves go in, and the key holds the community's epoch, so a
//! change anywhere makes every older answer unfindable. Lists begin at "now": an answer is used for half a minute
//! at most.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use moka::sync::Cache;
use std::time::Duration;
use tessera_core::Locale;
use tessera_core::ids::CommunityId;

const MOST_BYTES: u64 = 12 * 1024 * 1024;
/// A larger answer is not kept.
pub const LARGEST_ANSWER_BYTES: usize = 2 * 1024 * 1024;
const KEPT_FOR: Duration = Duration::from_secs(30);

/// What makes two visitors' requests the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub community: CommunityId,
    pub epoch: (i64, i64),
    pub locale: Locale,
    pub gzip: bool,
    /// Links in an answer name the host that was asked.
    pub host: String,
    pub target: String,
    /// Where time stands, in steps of the time an answer is kept: for clocks that a test moves.
    pub step: i64,
}

/// An answer as it goes out.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

/// The answers of this process.
#[derive(Debug)]
pub struct PageCache(Cache<Key, Answer>);

impl Default for PageCache {
    fn default() -> Self {
        let weigh = |k: &Key, a: &Answer| {
            u32::try_from(a.body.len().saturating_add(k.target.len()).saturating_add(1024))
                .unwrap_or(u32::MAX)
        };
        Self(Cache::builder().max_capacity(MOST_BYTES).weigher(weigh).time_to_live(KEPT_FOR).build())
    }
}

impl PageCache {
    pub fn get(&self, key: &Key) -> Option<Answer> {
        self.0.get(key)
    }

    pub fn put(&self, key: Key, answer: Answer) {
        self.0.insert(key, answer);
    }
}

/// The step of time that `now` falls in.
pub fn step(now: tessera_core::Instant) -> i64 {
    now.as_microseconds().div_euclid(30_000_000)
}
