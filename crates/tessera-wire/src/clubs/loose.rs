//! Values of partners before anything is known of them. Reading one never fails: what is no text and no number is
//! passed over, in constant memory.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::counts::{Counts, count};

/// One value, as far as any field of a message could use it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Loose {
    /// `null`, or not there at all.
    #[default]
    Nothing,
    Text(String),
    Integer(i64),
    Decimal(f64),
    /// A truth value, a list or an object: nothing that any field could be.
    Other,
}

/// Three counts, or no object.
#[derive(Debug, Default)]
pub(super) struct LooseCounts(pub Option<Counts>);

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LooseVisitor)
    }
}

struct LooseVisitor;

impl<'de> Visitor<'de> for LooseVisitor {
    type Value = Loose;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E: Error>(self) -> Result<Loose, E> {
        Ok(Loose::Nothing)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Loose, E> {
        Ok(Loose::Other)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Loose, E> {
        Ok(Loose::Integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Loose, E> {
        Ok(Loose::Integer(i64::try_from(value).unwrap_or(i64::MAX)))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Loose, E> {
        Ok(Loose::Decimal(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Loose, E> {
        Ok(Loose::Text(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Loose, E> {
        Ok(Loose::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Loose, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Loose::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Loose, A::Error> {
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Loose::Other)
    }
}

impl<'de> Deserialize<'de> for LooseCounts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CountsVisitor)
    }
}

struct CountsVisitor;

impl<'de> Visitor<'de> for CountsVisitor {
    type Value = LooseCounts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<LooseCounts, A::Error> {
        let mut counts = Counts::default();
        while let Some(name) = object.next_key::<String>()? {
            let value = object.next_value::<Loose>()?;
            match name.as_str() {
                "going" => counts.going = count(&value),
                "maybe" => counts.maybe = count(&value),
                "interested" => counts.interested = count(&value),
                _ => {}
            }
        }
        Ok(LooseCounts(Some(counts)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<LooseCounts, A::Error> {
        LooseVisitor.visit_seq(list).map(|_| LooseCounts(None))
    }

    fn visit_unit<E: Error>(self) -> Result<LooseCounts, E> {
        Ok(LooseCounts(None))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<LooseCounts, E> {
        Ok(LooseCounts(None))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<LooseCounts, E> {
        Ok(LooseCounts(None))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<LooseCounts, E> {
        Ok(LooseCounts(None))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<LooseCounts, E> {
        Ok(LooseCounts(None))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<LooseCounts, E> {
        Ok(LooseCounts(None))
    }
}
