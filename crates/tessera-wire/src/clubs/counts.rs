use serde::{Deserialize, Deserializer, Serialize};

use super::loose::{Loose, LooseCounts};

/// The most people that a count says; what is more is taken for this.
pub const MAX_COUNT: u32 = 100_000;

/// How many people are going, may be, or are interested. Never who.
///
/// Whatever a partner sends is brought between 0 and [`MAX_COUNT`]; what is missing is 0.
///
/// ```
/// use tessera_wire::clubs::Counts;
/// assert_eq!(Counts::clamped(-3, 2, 9_000_000), Counts { going: 0, maybe: 2, interested: 100_000 });
/// let read: Counts = serde_json::from_str(r#"{"going": 12.0, "maybe": null, "interested": 1e300}"#).unwrap();
/// assert_eq!(read, Counts { going: 12, maybe: 0, interested: 100_000 });
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Counts {
    pub going: u32,
    pub maybe: u32,
    pub interested: u32,
}

impl Counts {
    pub fn clamped(going: i64, maybe: i64, interested: i64) -> Self {
        Self { going: clamp(going), maybe: clamp(maybe), interested: clamp(interested) }
    }

    pub fn total(self) -> u32 {
        self.going.saturating_add(self.maybe).saturating_add(self.interested)
    }

    /// What a partner may be told where a community tells of no fewer than `least` people: each count that is smaller
    /// becomes 0.
    #[must_use]
    pub fn of_at_least(self, least: u32) -> Self {
        let tell = |count: u32| if count < least { 0 } else { count };
        Self { going: tell(self.going), maybe: tell(self.maybe), interested: tell(self.interested) }
    }
}

fn clamp(count: i64) -> u32 {
    u32::try_from(count.max(0)).unwrap_or(MAX_COUNT).min(MAX_COUNT)
}

/// Fractions are cut; what is no number counts as none.
pub(super) fn count(value: &Loose) -> u32 {
    match value {
        Loose::Integer(count) => clamp(*count),
        Loose::Decimal(count) if *count >= f64::from(MAX_COUNT) => MAX_COUNT,
        Loose::Decimal(count) if *count >= 1.0 => {
            // Below MAX_COUNT, so that writing it out without a fraction is exact.
            format!("{:.0}", count.floor()).parse().unwrap_or(0)
        }
        _ => 0,
    }
}

impl<'de> Deserialize<'de> for Counts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        LooseCounts::deserialize(deserializer).map(|read| read.0.unwrap_or_default())
    }
}
