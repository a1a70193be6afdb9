use sfv::{
    BareItem, Dictionary, FieldType, InnerList, Item, Key, KeyRef, ListEntry, Parameters, Parser, Version,
};

use super::component::Component;
use super::message::Message;
use super::{MAX_COMPONENTS, MAX_FIELD_BYTES, MAX_LABELS, SignatureError};

/// What one signature covers, and its parameters (§2.3), in the order in which they are written.
#[derive(Clone, Debug, PartialEq)]
pub struct SignatureInput {
    components: Vec<Component>,
    parameters: Parameters,
}

/// One signature of a message, under its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Labelled {
    pub label: String,
    pub input: SignatureInput,
    pub signature: Vec<u8>,
}

/// All signatures of a message: the fields `Signature-Input` and `Signature` together (§4).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signatures(Vec<Labelled>);

const INPUT: &str = "Signature-Input";
const SIGNATURE: &str = "Signature";

impl SignatureInput {
    pub fn new(components: impl IntoIterator<Item = Component>) -> Self {
        Self { components: components.into_iter().collect(), parameters: Parameters::new() }
    }

    /// When it was signed, in seconds since 1970.
    #[must_use]
    pub fn created(self, seconds: u32) -> Self {
        self.with("created", BareItem::Integer(seconds.into()))
    }

    /// From when on it is not to be believed, in seconds since 1970.
    #[must_use]
    pub fn expires(self, seconds: u32) -> Self {
        self.with("expires", BareItem::Integer(seconds.into()))
    }

    /// # Errors
    /// [`SignatureError::Parameter`], as of the three below, where the text is not printable ASCII.
    pub fn nonce(self, text: &str) -> Result<Self, SignatureError> {
        self.with_text("nonce", text)
    }

    /// # Errors
    /// As [`nonce`](Self::nonce).
    pub fn keyid(self, text: &str) -> Result<Self, SignatureError> {
        self.with_text("keyid", text)
    }

    /// # Errors
    /// As [`nonce`](Self::nonce).
    pub fn alg(self, text: &str) -> Result<Self, SignatureError> {
        self.with_text("alg", text)
    }

    /// # Errors
    /// As [`nonce`](Self::nonce).
    pub fn tag(self, text: &str) -> Result<Self, SignatureError> {
        self.with_text("tag", text)
    }

    fn with_text(self, name: &str, text: &str) -> Result<Self, SignatureError> {
        let value = sfv::String::from_string(text.to_owned())
            .map_err(|_| SignatureError::Parameter(name.to_owned()))?;
        Ok(self.with(name, BareItem::String(value)))
    }

    fn with(mut self, name: &str, value: BareItem) -> Self {
        if let Ok(key) = Key::from_string(name.to_owned()) {
            self.parameters.insert(key, value);
        }
        self
    }

    pub fn components(&self) -> &[Component] {
        &self.components
    }

    /// Names of all its parameters, those that mean nothing here among them.
    pub fn parameter_names(&self) -> impl Iterator<Item = &str> {
        self.parameters.keys().map(|key| key.as_str())
    }

    /// A parameter that is a number (`created`, `expires`).
    ///
    /// # Errors
    /// [`SignatureError::Parameter`] where it is there and is none.
    pub fn integer(&self, name: &str) -> Result<Option<i64>, SignatureError> {
        let Some(value) = self.parameter(name) else { return Ok(None) };
        let value = value.as_integer().ok_or_else(|| SignatureError::Parameter(name.to_owned()))?;
        Ok(Some(value.into()))
    }

    /// A parameter that is a text (`nonce`, `alg`, `keyid`, `tag`).
    ///
    /// # Errors
    /// [`SignatureError::Parameter`] where it is there and is none.
    pub fn text(&self, name: &str) -> Result<Option<&str>, SignatureError> {
        let Some(value) = self.parameter(name) else { return Ok(None) };
        let value = value.as_string().ok_or_else(|| SignatureError::Parameter(name.to_owned()))?;
        Ok(Some(value.as_str()))
    }

    fn parameter(&self, name: &str) -> Option<&BareItem> {
        self.parameters.get(KeyRef::from_str(name).ok()?)
    }

    /// The text that is signed (§2.5).
    ///
    /// # Errors
    /// [`SignatureError::Repeated`], [`SignatureError::Absent`] or [`SignatureError::Value`], of the first component
    /// that it is true of.
    pub fn base(&self, message: &Message<'_>) -> Result<String, SignatureError> {
        let mut base = String::new();
        for (at, component) in self.components.iter().enumerate() {
            if self.components.iter().take(at).any(|earlier| earlier == component) {
                return Err(SignatureError::Repeated(component.identifier()));
            }
            base.push_str(&component.identifier());
            base.push_str(": ");
            base.push_str(&component.value(message)?);
            base.push('\n');
        }
        base.push_str("\"@signature-params\": ");
        base.push_str(&self.written());
        Ok(base)
    }

    /// The list and its parameters, as they stand in the field and at the end of the base.
    pub fn written(&self) -> String {
        let mut list = sfv::ListSerializer::new();
        list.members(&[ListEntry::InnerList(self.inner_list())]);
        list.finish().unwrap_or_default()
    }

    fn inner_list(&self) -> InnerList {
        let items = self.components.iter().filter_map(|component| {
            let name = sfv::String::from_string(component.name.clone()).ok()?;
            Some(Item::with_params(BareItem::String(name), component.parameters.clone()))
        });
        InnerList::with_params(items.collect(), self.parameters.clone())
    }

    fn from_inner_list(list: &InnerList) -> Result<Self, SignatureError> {
        if list.items.len() > MAX_COMPONENTS {
            return Err(SignatureError::TooLong(INPUT));
        }
        let components = list.items.iter().map(Component::from_item).collect::<Result<_, _>>()?;
        Ok(Self { components, parameters: list.params.clone() })
    }
}

impl Signatures {
    /// One signature, to be written.
    ///
    /// # Errors
    /// [`SignatureError::Labels`] where `label` is no key of a dictionary (RFC 8941 §3.1.2).
    pub fn one(label: &str, input: SignatureInput, signature: &[u8]) -> Result<Self, SignatureError> {
        KeyRef::from_str(label).map_err(|_| SignatureError::Labels)?;
        Ok(Self(vec![Labelled { label: label.to_owned(), input, signature: signature.to_vec() }]))
    }

    /// Reads the two fields of a message.
    ///
    /// # Errors
    /// [`SignatureError`], where any of them cannot be read as a whole: nothing is left out.
    pub fn read(message: &Message<'_>) -> Result<Self, SignatureError> {
        let inputs = dictionary(message, "signature-input", INPUT)?;
        let signatures = dictionary(message, "signature", SIGNATURE)?;
        if inputs.len() > MAX_LABELS || signatures.len() > MAX_LABELS {
            return Err(SignatureError::TooLong(INPUT));
        }
        if inputs.len() != signatures.len() {
            return Err(SignatureError::Labels);
        }
        let mut read = Vec::with_capacity(inputs.len());
        for (label, entry) in &inputs {
            let ListEntry::InnerList(list) = entry else { return Err(SignatureError::Malformed(INPUT)) };
            let signature = match signatures.get(label).ok_or(SignatureError::Labels)? {
                ListEntry::Item(item) => item.bare_item.as_byte_sequence(),
                ListEntry::InnerList(_) => None,
            };
            let signature = signature.ok_or(SignatureError::Malformed(SIGNATURE))?.to_vec();
            let input = SignatureInput::from_inner_list(list)?;
            read.push(Labelled { label: label.as_str().to_owned(), input, signature });
        }
        Ok(Self(read))
    }

    pub fn all(&self) -> &[Labelled] {
        &self.0
    }

    /// The values of `Signature-Input` and `Signature`.
    pub fn written(&self) -> (String, String) {
        let (mut inputs, mut signatures) = (Dictionary::new(), Dictionary::new());
        for labelled in &self.0 {
            let Ok(label) = Key::from_string(labelled.label.clone()) else { continue };
            inputs.insert(label.clone(), ListEntry::InnerList(labelled.input.inner_list()));
            let bytes = Item::new(BareItem::ByteSequence(labelled.signature.clone()));
            signatures.insert(label, ListEntry::Item(bytes));
        }
        (inputs.serialize().unwrap_or_default(), signatures.serialize().unwrap_or_default())
    }
}

fn dictionary(message: &Message<'_>, name: &str, field: &'static str) -> Result<Dictionary, SignatureError> {
    let value = message.field(name).ok_or(SignatureError::Missing(field))?;
    if value.len() > MAX_FIELD_BYTES {
        return Err(SignatureError::TooLong(field));
    }
    let read: Dictionary = Parser::new(value.as_bytes())
        .with_version(Version::Rfc8941)
        .parse()
        .map_err(|_| SignatureError::Malformed(field))?;
    if read.is_empty() { Err(SignatureError::Missing(field)) } else { Ok(read) }
}
