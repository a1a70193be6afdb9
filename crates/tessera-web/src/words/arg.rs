//! The values that fill the variables of a text.

use fluent_bundle::FluentValue;
use std::borrow::Cow;

/// A value for a variable. Whole numbers choose plurals and are written with the language's separators; a year, a
/// house number or a code is text.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    Decimal(f64),
}

/// Variables by name, as a mail's payload keeps them.
pub type Args<'a> = [(&'a str, Arg<'a>)];

/// One variable: its name and its value.
pub trait Variable<'a> {
    fn named(self) -> (&'a str, Arg<'a>);
}

impl<'a, T: Into<Arg<'a>>> Variable<'a> for (&'a str, T) {
    fn named(self) -> (&'a str, Arg<'a>) {
        (self.0, self.1.into())
    }
}

/// Templates hand over references.
impl<'a, T> Variable<'a> for &'a (&'a str, T)
where
    &'a T: Into<Arg<'a>>,
{
    fn named(self) -> (&'a str, Arg<'a>) {
        (self.0, (&self.1).into())
    }
}

impl Arg<'_> {
    pub(super) fn value(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_ref()),
            Self::Number(n) => FluentValue::from(*n),
            Self::Decimal(n) => FluentValue::from(*n),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl<'a> From<&&'a str> for Arg<'a> {
    fn from(text: &&'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}
impl From<f64> for Arg<'_> {
    fn from(n: f64) -> Self {
        Self::Decimal(n)
    }
}

macro_rules! whole_numbers {
    ($($t:ty),*) => {$(
        impl From<$t> for Arg<'_> {
            fn from(n: $t) -> Self {
                Self::Number(n.into())
            }
        }
        impl From<&$t> for Arg<'_> {
            fn from(n: &$t) -> Self {
                Self::Number((*n).into())
            }
        }
    )*};
}
whole_numbers!(i8, i16, i32, i64, u8, u16, u32);

macro_rules! clamped_numbers {
    ($($t:ty),*) => {$(
        impl From<$t> for Arg<'_> {
            fn from(n: $t) -> Self {
                Self::Number(n.try_into().unwrap_or(i64::MAX))
            }
        }
        impl From<&$t> for Arg<'_> {
            fn from(n: &$t) -> Self {
                Self::from(*n)
            }
        }
    )*};
}
clamped_numbers!(u64, usize);
