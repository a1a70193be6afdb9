//! Content lines and components as written: names in capitals, everything else verbatim.

use std::fmt;

use ::ical::tree::{line::IcalLine, param::node::IcalParamNode};

/// One parameter of a property, its value as written: quotes, commas and all (RFC 5545 §3.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// In capitals.
    pub name: String,
    /// Everything after the `=`, quotes included.
    pub raw: String,
}

/// One content line (RFC 5545 §3.1): a name, parameters and a value in its escaped form.
///
/// ```
/// use tessera_calendar::ical::Property;
/// let summary = Property::text("SUMMARY", "Tea; then cake");
/// assert_eq!(summary.value, r"Tea\; then cake");
/// assert_eq!(summary.to_text(), "Tea; then cake");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    /// In capitals.
    pub name: String,
    /// In the order they were written.
    pub parameters: Vec<Parameter>,
    /// As on the wire: escaped, unfolded. Never holds a line end.
    pub value: String,
}

impl Property {
    /// A property whose value is written as it is. Line ends in it become spaces, since a value cannot hold them.
    pub fn raw(name: &str, value: impl Into<String>) -> Self {
        let mut value = value.into();
        if value.contains(['\r', '\n']) {
            value = value.replace(['\r', '\n'], " ");
        }
        Self { name: name.to_ascii_uppercase(), parameters: Vec::new(), value }
    }

    /// A TEXT property (RFC 5545 §3.3.11): `text` is escaped.
    pub fn text(name: &str, text: &str) -> Self {
        Self::raw(name, escape_text(text))
    }

    /// The same property with one parameter more. A value that needs quotes gets them (RFC 5545 §3.2).
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.set_parameter(name, value);
        self
    }

    /// The first parameter of this name, without its quotes. Of several values, the first.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let raw = &self.parameters.iter().find(|p| p.name == name)?.raw;
        Some(match raw.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next().unwrap_or(quoted),
            None => raw.split(',').next().unwrap_or(raw),
        })
    }

    /// Sets or replaces a parameter. Quotes and control characters cannot be written and are left out.
    pub fn set_parameter(&mut self, name: &str, value: &str) {
        let mut raw: String =
            value.chars().filter(|c| *c != '"' && (*c == '\t' || !c.is_control())).collect();
        if raw.contains([':', ';', ',']) {
            raw = format!("\"{raw}\"");
        }
        match self.parameters.iter_mut().find(|p| p.name == name) {
            Some(parameter) => parameter.raw = raw,
            None => self.parameters.push(Parameter { name: name.to_owned(), raw }),
        }
    }

    /// Removes every parameter of this name.
    pub fn remove_parameter(&mut self, name: &str) {
        self.parameters.retain(|p| p.name != name);
    }

    /// The value as TEXT, unescaped (RFC 5545 §3.3.11).
    pub fn to_text(&self) -> String {
        unescape_text(&self.value)
    }

    /// The value as a list of TEXT, split at the commas that are not escaped (RFC 5545 §3.1.1).
    pub fn to_text_list(&self) -> Vec<String> {
        let mut items = Vec::new();
        let mut start = 0;
        let mut escaped = false;
        for (i, c) in self.value.char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                ',' => {
                    items.push(self.value.get(start..i).unwrap_or_default());
                    start = i + 1;
                }
                _ => {}
            }
        }
        items.push(self.value.get(start..).unwrap_or_default());
        items.into_iter().map(unescape_text).collect()
    }

    pub(super) fn from_line(line: &IcalLine<'_>) -> Self {
        let parameters = line.params.iter().map(|node| {
            let written = node.to_string();
            let raw = written.split_once('=').map_or("", |(_, raw)| raw).to_owned();
            Parameter { name: node.name.get().trim().to_ascii_uppercase(), raw }
        });
        Self {
            name: line.name.get().trim().to_ascii_uppercase(),
            parameters: parameters.collect(),
            value: line.raw_value_str().into_owned(),
        }
    }
}

impl fmt::Display for Property {
    /// The content line, folded at 75 octets between characters and ended by CRLF (RFC 5545 §3.1).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = IcalLine::text(self.name.as_str(), self.value.as_str());
        let written: Vec<String> = self.parameters.iter().map(|p| format!("{}={}", p.name, p.raw)).collect();
        line.params = written.iter().map(|p| IcalParamNode::parse(p)).collect();
        line.fmt(f)
    }
}

/// A component (`BEGIN` to `END`, RFC 5545 §3.6) as written: properties and nested components, each in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Component {
    /// In capitals: `VEVENT`, `VALARM`, ….
    pub name: String,
    /// The properties in the order they were written.
    pub properties: Vec<Property>,
    /// The nested components in the order they were written.
    pub components: Vec<Component>,
}

impl Component {
    /// An empty component.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_ascii_uppercase(), ..Self::default() }
    }

    /// The first property of this name (given in capitals).
    pub fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|p| p.name == name)
    }

    /// Every property of this name (given in capitals), in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> + 'a {
        self.properties.iter().filter(move |p| p.name == name)
    }

    /// Puts `property` where the first of its name is, or at the end; `None` removes the first of that name.
    pub fn set(&mut self, name: &str, property: Option<Property>) {
        let at = self.properties.iter().position(|p| p.name == name);
        match (at.and_then(|i| self.properties.get_mut(i)), property) {
            (Some(place), Some(property)) => *place = property,
            (None, Some(property)) => self.properties.push(property),
            (Some(_), None) => self.properties.retain({
                let mut first = true;
                move |p| p.name != name || !std::mem::take(&mut first)
            }),
            (None, None) => {}
        }
    }
}

impl fmt::Display for Component {
    /// The component as iCalendar text. Its depth is bounded by the reader's limit.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BEGIN:{}\r\n", self.name)?;
        self.properties.iter().try_for_each(|property| property.fmt(f))?;
        self.components.iter().try_for_each(|component| component.fmt(f))?;
        write!(f, "END:{}\r\n", self.name)
    }
}

/// TEXT as RFC 5545 §3.3.11 writes it. Any line end becomes `\n`; other control characters are left out.
pub fn escape_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push_str("\\n");
            }
            '\n' => out.push_str("\\n"),
            '\t' => out.push(c),
            c if c.is_ascii_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// What a TEXT value says (RFC 5545 §3.3.11). A backslash before any other character stands for that character.
pub fn unescape_text(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            c => out.push(c),
        }
    }
    out
}

/// Whether this can be a property's name. Wider than RFC 5545 §3.1 by `.` and `_`, which are met in the wild.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}
