use sfv::{BareItem, Item, Key, KeyRef, Parameters};
use url::form_urlencoded;

use super::SignatureError;
use super::message::{Message, Start, Target};

/// One part of a message that a signature covers (§2): a field by its name in lower case, or a derived component,
/// whose name begins with `@`.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    pub(super) name: String,
    pub(super) parameters: Parameters,
}

impl Component {
    /// # Errors
    /// [`SignatureError::Unsupported`] where there is no such derived component, or the name is no field's.
    pub fn new(name: &str) -> Result<Self, SignatureError> {
        Self::checked(name.to_owned(), Parameters::new())
    }

    /// One parameter of the query (§2.2.8), `name` being percent-encoded where it has to be.
    ///
    /// # Errors
    /// [`SignatureError::Unsupported`] where `name` cannot be written.
    pub fn query_param(name: &str) -> Result<Self, SignatureError> {
        let unsupported = || SignatureError::Unsupported("@query-param".to_owned());
        let value = sfv::String::from_string(name.to_owned()).map_err(|_| unsupported())?;
        let key = Key::from_string("name".to_owned()).map_err(|_| unsupported())?;
        Self::checked("@query-param".to_owned(), Parameters::from([(key, BareItem::String(value))]))
    }

    pub(super) fn from_item(item: &Item) -> Result<Self, SignatureError> {
        let name = item.bare_item.as_string().ok_or(SignatureError::Malformed("Signature-Input"))?;
        Self::checked(name.as_str().to_owned(), item.params.clone())
    }

    fn checked(name: String, parameters: Parameters) -> Result<Self, SignatureError> {
        let known = match name.as_str() {
            "@query-param" => parameters.len() == 1 && query_param_name(&parameters).is_some(),
            "@method" | "@target-uri" | "@authority" | "@scheme" | "@request-target" | "@path" | "@query"
            | "@status" => parameters.is_empty(),
            field => parameters.is_empty() && is_field_name(field),
        };
        let component = Self { name, parameters };
        if known { Ok(component) } else { Err(SignatureError::Unsupported(component.identifier())) }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// As it stands in the list and at the beginning of its line: quoted, with its parameters.
    pub(super) fn identifier(&self) -> String {
        match sfv::StringRef::from_str(&self.name) {
            Ok(name) => sfv::ItemSerializer::new().bare_item(name).parameters(&self.parameters).finish(),
            Err(_) => format!("{:?}", self.name),
        }
    }

    pub(super) fn value(&self, message: &Message<'_>) -> Result<String, SignatureError> {
        let value = match (&message.start, self.name.as_str()) {
            (Start::Response { status }, "@status") => Some(format!("{status:03}")),
            (Start::Request { method, target }, name) if name.starts_with('@') => {
                self.of_request(method, target)
            }
            (_, name) if name.starts_with('@') => None,
            (_, name) => message.field(name),
        };
        let value = value.ok_or_else(|| SignatureError::Absent(self.identifier()))?;
        // §2.1: a line of the base is one line; and fields are ASCII, so that everybody computes on the same bytes.
        if value.bytes().all(|b| (b' '..=b'~').contains(&b) || b == b'\t') {
            Ok(value)
        } else {
            Err(SignatureError::Value(self.identifier()))
        }
    }

    fn of_request(&self, method: &str, target: &Target) -> Option<String> {
        match self.name.as_str() {
            "@method" => Some(method.to_owned()),
            "@target-uri" => Some(target.uri()),
            "@authority" => Some(target.authority.clone()),
            "@scheme" => Some(target.scheme.to_owned()),
            "@request-target" => Some(target.path_and_query()),
            "@path" => Some(target.path.clone()),
            "@query" => Some(format!("?{}", target.query.as_deref().unwrap_or_default())),
            "@query-param" => self.of_query(target.query.as_deref().unwrap_or_default()),
            _ => None,
        }
    }

    /// §2.2.8: decoded and encoded again; one that is there several times has no value.
    fn of_query(&self, query: &str) -> Option<String> {
        let wanted = query_param_name(&self.parameters)?;
        let mut values = form_urlencoded::parse(query.as_bytes())
            .filter(|(name, _)| percent_encoded(name) == wanted)
            .map(|(_, value)| percent_encoded(&value));
        let first = values.next()?;
        values.next().is_none().then_some(first)
    }
}

fn query_param_name(parameters: &Parameters) -> Option<&str> {
    let key = KeyRef::from_str("name").ok()?;
    Some(parameters.get(key)?.as_string()?.as_str())
}

fn percent_encoded(text: &str) -> String {
    // A plus sign is itself written as %2B, so every plus here is a space.
    form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

/// §2.1: names of fields are in lower case.
fn is_field_name(name: &str) -> bool {
    let is_token = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"!#$%&'*+-.^_`|~".contains(&b);
    !name.is_empty() && name.bytes().all(is_token)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(uri: &str, component: &Component) -> Result<String, SignatureError> {
        component.value(&Message::request("GET", uri, &[]).unwrap())
    }

    /// The examples of §2.2.8.
    #[test]
    fn one_parameter_of_the_query_is_encoded_anew() {
        let uri = "https://www.example.com/parameters?var=this%20is%20a%20big%0Amultiline%20value&\
                   bar=with+plus+whitespace&fa%C3%A7ade%22%3A%20=something";
        for (name, expected) in [
            ("var", "this%20is%20a%20big%0Amultiline%20value"),
            ("bar", "with%20plus%20whitespace"),
            ("fa%C3%A7ade%22%3A%20", "something"),
        ] {
            let component = Component::query_param(name).unwrap();
            assert_eq!(value(uri, &component).as_deref(), Ok(expected), "{name}");
        }
        let component = Component::query_param("a").unwrap();
        for uri in ["https://a/", "https://a/?b=1", "https://a/?a=1&a=2"] {
            assert!(matches!(value(uri, &component), Err(SignatureError::Absent(_))), "{uri}");
        }
    }

    #[test]
    fn parts_of_the_address() {
        let uri = "https://www.Example.com/path?param=value";
        for (name, expected) in [
            ("@method", "GET"),
            ("@target-uri", "https://www.example.com/path?param=value"),
            ("@authority", "www.example.com"),
            ("@scheme", "https"),
            ("@request-target", "/path?param=value"),
            ("@path", "/path"),
            ("@query", "?param=value"),
        ] {
            assert_eq!(value(uri, &Component::new(name).unwrap()).as_deref(), Ok(expected), "{name}");
        }
        assert_eq!(value("https://a/", &Component::new("@query").unwrap()).as_deref(), Ok("?"));
        assert!(value(uri, &Component::new("@status").unwrap()).is_err());
    }

    #[test]
    fn what_is_not_supported_says_so() {
        for name in ["@signature-params", "@query-param", "@unknown", "Date", "", "a b", "@", "a\"b", "é"] {
            assert!(matches!(Component::new(name), Err(SignatureError::Unsupported(_))), "{name}");
        }
    }

    #[test]
    fn a_value_of_several_lines_is_not_signed() {
        let fields = [("x", "a\nb"), ("y", "é"), ("z", "a\tb")];
        let message = Message::request("GET", "https://a/", &fields).unwrap();
        assert!(matches!(Component::new("x").unwrap().value(&message), Err(SignatureError::Value(_))));
        assert!(matches!(Component::new("y").unwrap().value(&message), Err(SignatureError::Value(_))));
        assert_eq!(Component::new("z").unwrap().value(&message).as_deref(), Ok("a\tb"));
    }
}
