//! All texts in all languages, parsed once.

use super::Arg;
use super::formats::{Decimals, Formats};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentValue;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};
use tessera_core::Locale;

/// The Fluent files of one slice, by language.
pub type Locales = &'static [(Locale, &'static str)];

/// Why a catalogue cannot be built: a mistake in the sources, told at the start.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    #[error("{slice}/locales/{locale}.ftl does not parse: {detail}")]
    Syntax { slice: String, locale: Locale, detail: String },
    #[error("the key {key} ({locale}) is claimed by both {first} and {second}")]
    Duplicate { key: String, locale: Locale, first: String, second: String },
    #[error("no number and date formats for {locale}: {detail}")]
    Formats { locale: Locale, detail: String },
}

/// All texts in all languages.
pub struct Catalogue {
    en: Language,
    it: Language,
    fr: Language,
    es: Language,
    de: Language,
    missed: Mutex<BTreeSet<String>>,
}

struct Language {
    bundle: FluentBundle<FluentResource>,
    /// The texts without variables: most of a page, written once.
    plain: HashMap<String, Box<str>>,
    formats: Formats,
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue").field("texts", &self.en.plain.len()).finish_non_exhaustive()
    }
}

impl Catalogue {
    /// Builds the catalogue from the files of the named slices; the page kit's own are always in it.
    pub fn build<'a>(slices: impl IntoIterator<Item = (&'a str, Locales)>) -> Result<Self, CatalogueError> {
        let mut sources: Vec<(&str, Locales)> = vec![("tessera-web", super::LOCALES)];
        sources.extend(slices);
        let language = |locale| Language::build(locale, &sources);
        Ok(Self {
            en: language(Locale::En)?,
            it: language(Locale::It)?,
            fr: language(Locale::Fr)?,
            es: language(Locale::Es)?,
            de: language(Locale::De)?,
            missed: Mutex::default(),
        })
    }

    /// Every key that was asked for and not found, for tests.
    pub fn missed(&self) -> Vec<String> {
        self.missed.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// The texts without variables whose key begins with `prefix`: what a script is given.
    pub fn texts(&self, locale: Locale, prefix: &str) -> BTreeMap<&str, &str> {
        let language = self.language(locale);
        language
            .plain
            .iter()
            .filter(|(k, _)| k.starts_with(prefix))
            .map(|(k, v)| (k.as_str(), v.as_ref()))
            .collect()
    }

    pub(super) fn formats(&self, locale: Locale) -> &Formats {
        &self.language(locale).formats
    }

    pub(super) fn text(&self, locale: Locale, key: &str) -> &str {
        if let Some(text) = self.language(locale).plain.get(key).or_else(|| self.en.plain.get(key)) {
            return text;
        }
        self.miss(locale, key);
        "…"
    }

    pub(super) fn format(&self, locale: Locale, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent.set(*name, value.value());
        }
        let found = self.language(locale).format(key, &fluent).or_else(|| self.en.format(key, &fluent));
        found.unwrap_or_else(|| {
            self.miss(locale, key);
            "…".to_owned()
        })
    }

    fn language(&self, locale: Locale) -> &Language {
        match locale {
            Locale::En => &self.en,
            Locale::It => &self.it,
            Locale::Fr => &self.fr,
            Locale::Es => &self.es,
            Locale::De => &self.de,
        }
    }

    fn miss(&self, locale: Locale, key: &str) {
        let mut missed = self.missed.lock().unwrap_or_else(PoisonError::into_inner);
        if missed.len() < 1000 && missed.insert(key.to_owned()) {
            tracing::error!(key, %locale, "a text is missing, or was asked for without its variables");
        }
    }
}

impl Language {
    fn build(locale: Locale, sources: &[(&str, Locales)]) -> Result<Self, CatalogueError> {
        let id = locale.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, memoizer| match value {
            FluentValue::Number(n) => memoizer.with_try_get::<Decimals, _, _>((), |d| d.write(n.value)).ok(),
            _ => None,
        }));
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for (slice, files) in sources {
            for (_, text) in files.iter().filter(|(l, _)| *l == locale) {
                let resource = parse(slice, locale, text)?;
                for key in resource.entries().filter_map(id_of) {
                    if let Some(first) = owners.insert(key.to_owned(), slice) {
                        let (first, second) = (first.to_owned(), (*slice).to_owned());
                        return Err(CatalogueError::Duplicate { key: key.to_owned(), locale, first, second });
                    }
                }
                bundle.add_resource_overriding(resource);
            }
        }
        let plain = owners.keys().filter_map(|key| plain_text(&bundle, key)).collect();
        let formats = Formats::build(locale)?;
        Ok(Self { bundle, plain, formats })
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        // A variable that is not given would be shown by its name in braces.
        errors.is_empty().then_some(text)
    }
}

fn parse(slice: &str, locale: Locale, text: &str) -> Result<FluentResource, CatalogueError> {
    FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| CatalogueError::Syntax {
        slice: slice.to_owned(),
        locale,
        detail: errors.first().map(ToString::to_string).unwrap_or_default(),
    })
}

fn id_of<'a>(entry: &'a ast::Entry<&'a str>) -> Option<&'a str> {
    match entry {
        ast::Entry::Message(message) => Some(message.id.name),
        ast::Entry::Term(term) => Some(term.id.name),
        _ => None,
    }
}

fn plain_text(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<(String, Box<str>)> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, None, &mut errors);
    errors.is_empty().then(|| (key.to_owned(), text.into()))
}
