//! A point in time, cut to whole microseconds when it is made, because that is what both databases keep: what
//! was written and what is read back are then equal.

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A point in time in whole microseconds since 1970-01-01T00:00:00Z.
///
/// ```
/// use tessera_core::Instant;
/// let t: Instant = "2026-04-15T07:00:00.123456789Z".parse().unwrap();
/// assert_eq!(t.to_string(), "2026-04-15T07:00:00.123456Z");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Timestamp);

impl Instant {
    pub const MIN: Self = Self(Timestamp::MIN);

    /// Cuts `t` to microseconds, towards the past.
    pub fn new(t: Timestamp) -> Self {
        Self::from_microseconds(t.as_nanosecond().div_euclid(1000).try_into().unwrap_or(i64::MAX))
    }

    /// Values outside of jiff's range (years -9999 to 9999) become its ends.
    pub fn from_microseconds(us: i64) -> Self {
        Self(Timestamp::from_microsecond(us).unwrap_or(if us < 0 { Timestamp::MIN } else { Timestamp::MAX }))
    }

    pub fn as_microseconds(self) -> i64 {
        self.0.as_microsecond()
    }

    pub fn timestamp(self) -> Timestamp {
        self.0
    }

    /// The instant `d` later (or earlier, where `d` is negative), at most the end of the range.
    pub fn plus(self, d: jiff::SignedDuration) -> Self {
        Self::new(self.0.saturating_add(d).unwrap_or(self.0))
    }

    /// How long after `earlier` this is.
    pub fn since(self, earlier: Self) -> jiff::SignedDuration {
        self.0.duration_since(earlier.0)
    }
}

impl From<Timestamp> for Instant {
    fn from(t: Timestamp) -> Self {
        Self::new(t)
    }
}

impl std::fmt::Display for Instant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for Instant {
    type Err = jiff::Error;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        s.parse::<Timestamp>().map(Self::new)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Timestamp::deserialize(d).map(Self::new)
    }
}

/// The one place where instants become columns: `timestamptz` on PostgreSQL, an integer of microseconds on
/// SQLite. Writing goes out as a chrono value, which the transaction wrapper of the platform turns into the
/// integer where the engine is SQLite (a value does not know the engine it is written for).
#[cfg(feature = "columns")]
mod columns {
    use super::Instant;
    use sea_orm::prelude::DateTimeUtc;
    use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, Value, ValueType, ValueTypeErr};
    use sea_orm::{ColIdx, QueryResult, TryGetError, TryGetable};

    impl From<Instant> for Value {
        fn from(t: Instant) -> Self {
            Value::ChronoDateTimeUtc(DateTimeUtc::from_timestamp_micros(t.as_microseconds()))
        }
    }

    impl ValueType for Instant {
        fn try_from(v: Value) -> Result<Self, ValueTypeErr> {
            match v {
                Value::ChronoDateTimeUtc(Some(t)) => Ok(Instant::from_microseconds(t.timestamp_micros())),
                Value::BigInt(Some(us)) => Ok(Instant::from_microseconds(us)),
                _ => Err(ValueTypeErr),
            }
        }
        fn type_name() -> String {
            "Instant".into()
        }
        fn array_type() -> ArrayType {
            ArrayType::ChronoDateTimeUtc
        }
        fn column_type() -> ColumnType {
            ColumnType::TimestampWithTimeZone
        }
    }

    impl Nullable for Instant {
        fn null() -> Value {
            Value::ChronoDateTimeUtc(None)
        }
    }

    impl TryGetable for Instant {
        fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
            if row.try_as_sqlite_row().is_some() {
                i64::try_get_by(row, index).map(Instant::from_microseconds)
            } else {
                DateTimeUtc::try_get_by(row, index).map(|t| Instant::from_microseconds(t.timestamp_micros()))
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_before_1970_is_cut_towards_the_past() {
        let t: Instant = "1969-12-31T23:59:59.9999999Z".parse().unwrap();
        assert_eq!(t.as_microseconds(), -1);
    }

    #[test]
    fn json_is_rfc_3339() {
        let t = Instant::from_microseconds(1_000_000);
        assert_eq!(serde_json::to_string(&t).unwrap(), "\"1970-01-01T00:00:01Z\"");
    }
}
