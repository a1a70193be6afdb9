//! Everything that a person reads, in their language: sentences from Fluent, dates, numbers and lists from ICU4X.
//!
//! A [`Catalogue`] is built once, at the start, from the Fluent files of all slices; a key that two slices claim,
//! or a file that does not parse, is an error there. [`Words`] is the catalogue seen in one language: cheap to
//! clone, handed to every page and mail.
//!
//! What keeps it right: `tests/words.rs` of this crate reads the sources of all crates and fails on a key that no
//! file has, on a key that nobody uses, and on languages that differ in keys or variables. For that to work keys
//! are written whole: `w.t("chrome-sign-in")`, or `key("chrome-sign-in")` where the choice is made away from the
//! call. A key is never glued together.
//!
//! What it does not do: escape (the template does), choose the language (the request's context does).

mod arg;
mod catalogue;
mod dates;
mod formats;

pub use arg::{Arg, Args, Variable};
pub use catalogue::{Catalogue, CatalogueError, Locales};
pub use dates::{Leaf, Span, Year};

use std::sync::Arc;
use tessera_core::Locale;

/// Marks a literal as a translation key, for the test that looks for missing and unused ones.
pub const fn key(key: &'static str) -> &'static str {
    key
}

/// The Fluent files of a slice, in the folder `locales/` beside the file that calls this.
#[macro_export]
macro_rules! locales {
    () => {
        &[
            ($crate::words::LocaleName::En, include_str!("locales/en.ftl")),
            ($crate::words::LocaleName::It, include_str!("locales/it.ftl")),
            ($crate::words::LocaleName::Fr, include_str!("locales/fr.ftl")),
            ($crate::words::LocaleName::Es, include_str!("locales/es.ftl")),
            ($crate::words::LocaleName::De, include_str!("locales/de.ftl")),
        ]
    };
}

#[doc(hidden)]
pub use tessera_core::Locale as LocaleName;

/// The Fluent files of the page kit itself: chrome, errors, forms, roles, dates.
pub const LOCALES: Locales = &[
    (Locale::En, include_str!("../../locales/en.ftl")),
    (Locale::It, include_str!("../../locales/it.ftl")),
    (Locale::Fr, include_str!("../../locales/fr.ftl")),
    (Locale::Es, include_str!("../../locales/es.ftl")),
    (Locale::De, include_str!("../../locales/de.ftl")),
];

/// The catalogue in one language.
#[derive(Clone)]
pub struct Words {
    catalogue: Arc<Catalogue>,
    locale: Locale,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.locale)
    }
}

impl Words {
    pub fn new(catalogue: Arc<Catalogue>, locale: Locale) -> Self {
        Self { catalogue, locale }
    }

    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The value of `<html lang>`.
    pub fn lang(&self) -> &'static str {
        self.locale.code()
    }

    /// The same catalogue in another language, as for a mail to somebody else.
    pub fn in_locale(&self, locale: Locale) -> Self {
        Self { catalogue: Arc::clone(&self.catalogue), locale }
    }

    /// A text without variables.
    pub fn t(&self, key: &str) -> &str {
        self.catalogue.text(self.locale, key)
    }

    /// A text with one variable: `w.t1("chrome-hello", ("name", &account.name))`.
    pub fn t1<'a>(&self, key: &str, variable: impl Variable<'a>) -> String {
        self.catalogue.format(self.locale, key, &[variable.named()])
    }

    /// A text with several variables: `w.args("events-places", &[("taken", 3.into()), ("all", 10.into())])`.
    pub fn args(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.catalogue.format(self.locale, key, args)
    }

    /// A whole number with the language's separators.
    pub fn number(&self, n: impl Into<i64>) -> String {
        self.formats().number(n.into())
    }

    /// A number with at most `digits` decimals, trailing zeros left out.
    pub fn decimal(&self, n: f64, digits: u8) -> String {
        self.formats().decimal(n, digits)
    }

    /// "A, B and C".
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.formats().list_and(items)
    }

    /// "A, B or C".
    pub fn list_or<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.formats().list_or(items)
    }

    fn formats(&self) -> &formats::Formats {
        self.catalogue.formats(self.locale)
    }
}

/// The same text with a capital first letter, for a date at the head of a line.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]
mod tests;
