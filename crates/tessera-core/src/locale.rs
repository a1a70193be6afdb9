//! The five languages Tessera speaks.

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    #[default]
    En,
    It,
    Fr,
    Es,
    De,
}

impl Locale {
    pub const ALL: [Self; 5] = [Self::En, Self::It, Self::Fr, Self::Es, Self::De];

    /// The BCP 47 code, as in `lang="it"`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::It => "it",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::De => "de",
        }
    }

    /// Its name in itself, for the choice of languages.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::It => "Italiano",
            Self::Fr => "Français",
            Self::Es => "Español",
            Self::De => "Deutsch",
        }
    }

    /// Reads a language tag by its primary subtag: `it`, `it-CH` and `IT_it` are Italian.
    ///
    /// ```
    /// use tessera_core::Locale;
    /// assert_eq!(Locale::from_tag("it-CH"), Some(Locale::It));
    /// assert_eq!(Locale::from_tag("pt"), None);
    /// ```
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|l| l.code().eq_ignore_ascii_case(primary))
    }

    /// The best of our languages for an `Accept-Language` header (RFC 9110 §12.5.4): the highest quality wins, the
    /// first of equals. At most the first 20 ranges are looked at.
    ///
    /// ```
    /// use tessera_core::Locale;
    /// assert_eq!(Locale::from_accept_language("pt-BR, fr;q=0.8, it;q=0.9"), Some(Locale::It));
    /// assert_eq!(Locale::from_accept_language("it;q=0"), None);
    /// ```
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(f32, Self)> = None;
        for range in header.split(',').take(20) {
            let mut parts = range.split(';');
            let Some(locale) = parts.next().and_then(Self::from_tag) else { continue };
            let quality = parts
                .find_map(|p| p.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.trim().parse::<f32>().unwrap_or(0.0));
            if quality > 0.0 && best.is_none_or(|(q, _)| quality > q) {
                best = Some((quality, locale));
            }
        }
        best.map(|(_, l)| l)
    }
}

impl std::fmt::Display for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::str::FromStr for Locale {
    type Err = UnknownLocale;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Self::from_tag(s).ok_or(UnknownLocale)
    }
}

/// Not one of the five languages.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("the language is none of en, it, fr, es, de")]
pub struct UnknownLocale;
