//! A form as it is shown: what was typed, kept, and what is wrong with it, beside its field.

use super::Field;
use std::collections::BTreeMap;

/// Values and errors by the name of their field. Errors are whole sentences, already in the reader's language.
///
/// ```
/// use tessera_web::ui::Form;
/// let mut form = Form::new().with("title", "Spring Rally");
/// form.refuse("ends_at", "The end is before the start.");
/// assert_eq!(form.value("title"), "Spring Rally");
/// assert!(form.error("title").is_none());
/// assert!(!form.is_accepted());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    values: BTreeMap<String, Vec<String>>,
    errors: Vec<(Option<String>, String)>,
}

impl Form {
    pub fn new() -> Self {
        Self::default()
    }

    /// From the pairs of a submitted form, in their order.
    pub fn from_pairs<K: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (K, V)>) -> Self {
        let mut form = Self::new();
        for (name, value) in pairs {
            form.values.entry(name.into()).or_default().push(value.into());
        }
        form
    }

    /// Sets the one value of a field.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.insert(name.to_owned(), vec![value.into()]);
        self
    }

    /// Sets all values of a field that may have several.
    #[must_use]
    pub fn with_all<V: Into<String>>(mut self, name: &str, values: impl IntoIterator<Item = V>) -> Self {
        self.values.insert(name.to_owned(), values.into_iter().map(Into::into).collect());
        self
    }

    /// The value of a field; empty where there is none.
    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).and_then(|v| v.first()).map_or("", String::as_str)
    }

    /// All values of a field that may have several.
    pub fn values(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a box is ticked, a choice chosen.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values(name).iter().any(|v| v == value)
    }

    /// Says what is wrong with one field.
    pub fn refuse(&mut self, name: &str, error: impl Into<String>) {
        self.errors.push((Some(name.to_owned()), error.into()));
    }

    /// Says what is wrong with the whole.
    pub fn refuse_whole(&mut self, error: impl Into<String>) {
        self.errors.push((None, error.into()));
    }

    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|(field, _)| field.as_deref() == Some(name)).map(|(_, error)| error.as_str())
    }

    pub fn is_accepted(&self) -> bool {
        self.errors.is_empty()
    }

    /// Every error with the address of its field on the page, for the summary at the head.
    pub fn errors(&self) -> impl Iterator<Item = (Option<String>, &str)> {
        self.errors.iter().map(|(field, error)| (field.as_deref().map(super::field::id_of), error.as_str()))
    }

    /// A line of text. The other kinds of fields are made the same way.
    pub fn text<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "text")
    }

    pub fn email<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "email").autocomplete("email")
    }

    /// Never filled again with what was typed. `.autocomplete("current-password")` or `"new-password"`.
    pub fn password<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "password")
    }

    pub fn search<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "search")
    }

    pub fn url<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "url")
    }

    pub fn number<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "number")
    }

    /// `YYYY-MM-DD`, typed or picked.
    pub fn date<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "date")
    }

    /// `HH:MM`, typed or picked.
    pub fn time<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "time")
    }

    pub fn textarea<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "textarea")
    }

    pub fn file<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "file")
    }

    /// Add `.choices(&[…])`.
    pub fn select<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "select")
    }

    /// One of a few, all in sight. Add `.choices(&[…])`.
    pub fn radios<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "radio")
    }

    /// Several of a few. Add `.choices(&[…])`.
    pub fn checks<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "checks")
    }

    /// One box; its value is `yes`.
    pub fn checkbox<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, "checkbox")
    }
}
