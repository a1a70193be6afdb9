//! Sheds what one source sends too much of: a bucket per address in the memory of this process, which costs next to
//! nothing and is asked before anything else. What must hold across restarts and processes is
//! `tessera_platform::limits`.

use moka::sync::Cache;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tessera_core::Instant;

/// So many at once, and so many more for each second.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    pub name: &'static str,
    pub burst: i64,
    pub per_second: i64,
}

#[derive(Debug)]
struct Bucket {
    /// Thousandths of a request.
    level: i64,
    at: Instant,
}

/// The buckets of this process.
#[derive(Debug)]
pub struct Shed(Cache<(&'static str, IpAddr), Arc<Mutex<Bucket>>>);

const MOST_SOURCES: u64 = 50_000;

impl Default for Shed {
    fn default() -> Self {
        Self(Cache::builder().max_capacity(MOST_SOURCES).time_to_idle(Duration::from_secs(600)).build())
    }
}

impl Shed {
    /// Takes one for this source. None: there was room. Otherwise the seconds until there is.
    pub fn take(&self, pace: Pace, address: IpAddr, now: Instant) -> Option<i64> {
        let full = pace.burst.saturating_mul(1000);
        let fresh = || Arc::new(Mutex::new(Bucket { level: full, at: now }));
        let bucket = self.0.get_with((pace.name, source(address)), fresh);
        let mut bucket = bucket.lock().unwrap_or_else(PoisonError::into_inner);
        let passed = i64::try_from(now.since(bucket.at).as_millis()).unwrap_or(i64::MAX).max(0);
        bucket.level = bucket.level.saturating_add(passed.saturating_mul(pace.per_second)).min(full);
        bucket.at = now;
        if bucket.level >= 1000 {
            bucket.level = bucket.level.saturating_sub(1000);
            return None;
        }
        Some(1)
    }
}

/// Whoever has one address of version 6 has the whole network of it.
pub fn source(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(ip) => IpAddr::V4(ip),
        IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() & (u128::MAX << 64))),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use jiff::SignedDuration;

    #[test]
    fn a_source_has_its_own_pace_and_nobody_elses() {
        let shed = Shed::default();
        let pace = Pace { name: "a", burst: 3, per_second: 2 };
        let now: Instant = "2026-04-01T10:00:00Z".parse().unwrap();
        let (one, other) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        assert_eq!([0; 4].map(|_| shed.take(pace, one, now).is_none()), [true, true, true, false]);
        assert_eq!(shed.take(pace, other, now), None);
        assert_eq!(shed.take(Pace { name: "b", ..pace }, one, now), None);
        let later = now.plus(SignedDuration::from_millis(500));
        assert_eq!([0; 2].map(|_| shed.take(pace, one, later).is_none()), [true, false]);
    }

    #[test]
    fn a_network_of_version_6_is_one_source() {
        let source = |text: &str| source(text.parse().unwrap());
        assert_eq!(source("2001:db8:1:2:3::4"), source("2001:db8:1:2:ffff::1"));
        assert_ne!(source("2001:db8:1:2::1"), source("2001:db8:1:3::1"));
        assert_eq!(source("::ffff:192.0.2.1"), source("192.0.2.1"));
    }
}
