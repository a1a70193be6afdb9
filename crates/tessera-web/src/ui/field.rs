//! One field with everything that belongs to it: label, hint, what was typed, error; wired for screen readers.

use super::{Form, Icon};
use askama::Template;
use askama::filters::HtmlSafe;

/// One of several values of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: String::new() }
    }

    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }
}

/// A field on its way to the page; made by [`Form`]'s functions, displayed as HTML.
#[derive(Clone, Debug, Template)]
#[template(path = "ui/field.html")]
pub struct Field<'a> {
    form: &'a Form,
    kind: &'static str,
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    optional: &'a str,
    placeholder: &'a str,
    autocomplete: &'a str,
    /// Further attributes of the control, each a name and a value.
    attributes: Vec<(&'static str, String)>,
    choices: &'a [Choice],
    required: bool,
    label_hidden: bool,
}

pub(super) fn id_of(name: &str) -> String {
    format!("f-{name}")
}

impl<'a> Field<'a> {
    pub(super) fn new(form: &'a Form, name: &'a str, label: &'a str, kind: &'static str) -> Self {
        Self {
            form,
            kind,
            name,
            label,
            hint: "",
            optional: "",
            placeholder: "",
            autocomplete: "",
            attributes: Vec::new(),
            choices: &[],
            required: false,
            label_hidden: false,
        }
    }

    /// What helps to fill it in, under the label.
    #[must_use]
    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }

    /// The word "optional" in the reader's language, beside the label.
    #[must_use]
    pub fn optional(self, word: &'a str) -> Self {
        Self { optional: word, ..self }
    }

    #[must_use]
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    #[must_use]
    pub fn placeholder(self, placeholder: &'a str) -> Self {
        Self { placeholder, ..self }
    }

    #[must_use]
    pub fn autocomplete(self, autocomplete: &'a str) -> Self {
        Self { autocomplete, ..self }
    }

    #[must_use]
    pub fn choices(self, choices: &'a [Choice]) -> Self {
        Self { choices, ..self }
    }

    /// For screen readers only, where a heading or a button says it to the eyes.
    #[must_use]
    pub fn label_hidden(self) -> Self {
        Self { label_hidden: true, ..self }
    }

    /// Any other attribute of the control: `.attr("maxlength", 255)`, `.attr("data-addresses", "#tally")`.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    fn id(&self) -> String {
        id_of(self.name)
    }

    fn error(&self) -> Option<&str> {
        self.form.error(self.name)
    }

    fn value(&self) -> &str {
        if matches!(self.kind, "password" | "file") { "" } else { self.form.value(self.name) }
    }

    fn chosen(&self, choice: &Choice) -> bool {
        self.form.has(self.name, &choice.value)
    }

    /// The ids of what describes the control; empty where nothing does.
    fn described_by(&self) -> String {
        let id = self.id();
        let hint = (!self.hint.is_empty()).then(|| format!("{id}-hint"));
        let error = self.error().map(|_| format!("{id}-error"));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }
}

impl HtmlSafe for Field<'_> {}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn a_field_keeps_what_was_typed_and_tells_screen_readers_what_is_wrong() {
        let mut form = Form::new().with("title", "<b>\"Rally\"</b>");
        form.refuse("title", "Too bold.");
        let html =
            form.text("title", "Title").hint("Short & clear").required().attr("maxlength", 255).to_string();
        assert!(html.contains("value=\"&#60;b&#62;&#34;Rally&#34;&#60;/b&#62;\""), "{html}");
        assert!(html.contains(r#"aria-describedby="f-title-hint f-title-error""#), "{html}");
        assert!(html.contains(r#"aria-invalid="true""#) && html.contains("maxlength=\"255\""), "{html}");
        assert!(html.contains("Short &#38; clear") && html.contains("Too bold."), "{html}");
    }

    #[test]
    fn a_password_is_never_filled_in_again() {
        let form = Form::new().with("password", "secret");
        assert!(!form.password("password", "Password").to_string().contains("secret"));
    }

    #[test]
    fn a_choice_that_was_made_stays_made() {
        let form = Form::new().with("role", "member");
        let choices = [Choice::new("admin", "Admin"), Choice::new("member", "Member")];
        let html = form.select("role", "Role").choices(&choices).to_string();
        assert!(html.contains(r#"<option value="member" selected>Member</option>"#), "{html}");
        assert!(html.contains(r#"<option value="admin">Admin</option>"#), "{html}");
    }
}
