//! What visitors were shown, kept until their community changes.
//!
//! Only answers to people who showed nothing of themselves go in, and the key holds the community's epoch, so a
//! change anywhere makes every older answer unfindable. Lists begin at "now": an answer is used for half a minute
//! at most.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use moka::sync::Cache;
use std::time::Duration;
use tessera_core::ids::CommunityId;
use tessera_core::{Instant, Locale};

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

/// What is costly to render and the same for everybody who may have it, kept until its community changes or the moment
/// comes from which on it is another.
#[derive(Debug)]
pub struct RenderedCache(Cache<RenderedKey, Rendered>);

/// What makes two of them the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RenderedKey {
    pub community: CommunityId,
    pub epoch: (i64, i64),
    /// Which one: a slice's name and what was asked for.
    pub name: String,
    pub gzip: bool,
}

/// Bytes as they go out.
#[derive(Clone, Debug)]
pub struct Rendered {
    pub headers: HeaderMap,
    pub body: Bytes,
    /// From when on it is another; none: never by time alone.
    pub until: Option<Instant>,
}

const MOST_RENDERED_BYTES: u64 = 32 * 1024 * 1024;
/// A longer one is made anew each time.
const LARGEST_RENDERED_BYTES: usize = 8 * 1024 * 1024;

impl Default for RenderedCache {
    fn default() -> Self {
        let weigh = |k: &RenderedKey, r: &Rendered| {
            u32::try_from(r.body.len().saturating_add(k.name.len()).saturating_add(1024)).unwrap_or(u32::MAX)
        };
        let an_hour = Duration::from_secs(3600);
        Self(Cache::builder().max_capacity(MOST_RENDERED_BYTES).weigher(weigh).time_to_idle(an_hour).build())
    }
}

impl RenderedCache {
    pub fn get(&self, key: &RenderedKey, now: Instant) -> Option<Rendered> {
        self.0.get(key).filter(|kept| kept.until.is_none_or(|until| now < until))
    }

    pub fn put(&self, key: RenderedKey, rendered: Rendered) {
        if rendered.body.len() <= LARGEST_RENDERED_BYTES {
            self.0.insert(key, rendered);
        }
    }
}

/// The step of time that `now` falls in.
pub fn step(now: Instant) -> i64 {
    now.as_microseconds().div_euclid(30_000_000)
}
