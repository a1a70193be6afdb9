//! What an admin enters of a partner, parsed once for pages, API and shell.

use super::model::Partner;
use serde::Deserialize;
use serde::de::IgnoredAny;
use tessera_platform::outbound::{Outbound, OutboundError};
use tessera_web::refusal::FieldError;
use tessera_wire::documented::{KeyError, PublicKey, SecretKey};
use url::Url;

pub const NAME_MAX_CHARS: usize = 255;
pub const CODE_MAX_CHARS: usize = 20;
pub const URL_MAX_CHARS: usize = 500;

/// What is sent of a partner. What is left out stays as it is; what is only read may be sent back and is ignored.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PartnerFields {
    pub name: Option<String>,
    /// At most 20 letters, digits, `-` and `_`: as it stands in addresses, and in `club_code` of what they send.
    pub short_code: Option<String>,
    /// Their server, as in `https://partnerclub.example.com`.
    pub base_url: Option<String>,
    /// Empty: none.
    pub logo_url: Option<String>,
    /// Theirs: `pk_` and 32 characters. Empty: none.
    pub api_key: Option<String>,
    /// What goes with it: `sk_` and 64 characters. It is never shown again.
    pub api_secret: Option<String>,
    pub is_active: Option<bool>,
    pub is_approved: Option<bool>,
    pub share_our_events: Option<bool>,
    pub auto_import: Option<bool>,
    /// Lets a partner that once signed under its published key fall back to the documented signatures.
    pub allow_documented_profile: Option<bool>,
    #[schema(ignore)]
    pub id: IgnoredAny,
    #[schema(ignore)]
    pub our_key_for_them: IgnoredAny,
    #[schema(ignore)]
    pub has_api_secret: IgnoredAny,
    #[schema(ignore)]
    pub logo: IgnoredAny,
    #[schema(ignore)]
    pub last_sync: IgnoredAny,
    #[schema(ignore)]
    pub last_error: IgnoredAny,
    #[schema(ignore)]
    pub failures: IgnoredAny,
    #[schema(ignore)]
    pub events: IgnoredAny,
    #[schema(ignore)]
    pub profile: IgnoredAny,
    #[schema(ignore)]
    pub pairs: IgnoredAny,
    #[schema(ignore)]
    pub version: IgnoredAny,
    #[schema(ignore)]
    pub created_at: IgnoredAny,
    #[schema(ignore)]
    pub created_by: IgnoredAny,
}

/// What is agreed with a partner, checked. The secret is not sealed yet.
#[derive(Clone, PartialEq, Eq)]
pub struct Terms {
    pub name: String,
    pub short_code: String,
    pub base_url: String,
    pub logo_url: Option<String>,
    pub api_key: Option<String>,
    /// None: the one that is kept.
    pub new_secret: Option<String>,
    pub is_active: bool,
    pub is_approved: bool,
    pub share_our_events: bool,
    pub auto_import: bool,
    pub may_fall_back: bool,
}

/// Checks what was sent, over what is kept.
///
/// # Errors
/// Every field that does not fit.
pub fn check(
    fields: PartnerFields,
    kept: Option<&Partner>,
    outbound: &Outbound,
) -> Result<Terms, Vec<FieldError>> {
    let mut wrong = Vec::new();
    let text = |given: Option<String>, kept: Option<&str>| {
        given.map(|text| text.trim().to_owned()).unwrap_or_else(|| kept.unwrap_or_default().to_owned())
    };
    let name = check_name(text(fields.name, kept.map(|k| k.name.as_str())), &mut wrong);
    let short_code = check_code(text(fields.short_code, kept.map(|k| k.short_code.as_str())), &mut wrong);
    let base_url = text(fields.base_url, kept.map(|k| k.base_url.as_str()));
    let base_url = check_base_url(&base_url, outbound, &mut wrong);
    let logo_url = text(fields.logo_url, kept.and_then(|k| k.logo_url.as_deref()));
    let logo_url = check_logo_url(logo_url, outbound, &mut wrong);
    let (api_key, new_secret) = check_pair(fields.api_key, fields.api_secret, kept, &mut wrong);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(Terms {
        name,
        short_code,
        base_url,
        logo_url,
        api_key,
        new_secret,
        is_active: fields.is_active.unwrap_or(kept.is_none_or(|k| k.is_active)),
        is_approved: fields.is_approved.unwrap_or(kept.is_some_and(|k| k.is_approved)),
        share_our_events: fields.share_our_events.unwrap_or(kept.is_some_and(|k| k.share_our_events)),
        auto_import: fields.auto_import.unwrap_or(kept.is_some_and(|k| k.auto_import)),
        may_fall_back: fields
            .allow_documented_profile
            .unwrap_or(kept.is_some_and(|k| k.ratchet.may_fall_back)),
    })
}

fn check_name(name: String, wrong: &mut Vec<FieldError>) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        wrong.push(FieldError::new("name", "required"));
    } else if name.chars().count() > NAME_MAX_CHARS {
        wrong.push(FieldError::new("name", "too_long").with("max", NAME_MAX_CHARS));
    } else if name.chars().any(char::is_control) {
        wrong.push(FieldError::new("name", "bad_characters"));
    }
    name
}

fn check_code(code: String, wrong: &mut Vec<FieldError>) -> String {
    if code.is_empty() {
        wrong.push(FieldError::new("short_code", "required"));
    } else if code.len() > CODE_MAX_CHARS {
        wrong.push(FieldError::new("short_code", "too_long").with("max", CODE_MAX_CHARS));
    } else if !code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_') {
        wrong.push(FieldError::new("short_code", "bad_code"));
    }
    code
}

/// Where the address of a name leads is looked at whenever it is called; here is looked at what it says of itself.
fn check_base_url(text: &str, outbound: &Outbound, wrong: &mut Vec<FieldError>) -> String {
    if text.is_empty() {
        wrong.push(FieldError::new("base_url", "required"));
        return String::new();
    }
    match address(text, outbound) {
        Ok(url) if url.query().is_some() || url.fragment().is_some() => {
            wrong.push(FieldError::new("base_url", "bad_address"));
        }
        Ok(url) => return url.as_str().trim_end_matches('/').to_owned(),
        Err(code) => wrong.push(with_max(FieldError::new("base_url", code))),
    }
    String::new()
}

fn check_logo_url(text: String, outbound: &Outbound, wrong: &mut Vec<FieldError>) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    match address(&text, outbound) {
        Ok(url) => return Some(url.to_string()),
        Err(code) => wrong.push(with_max(FieldError::new("logo_url", code))),
    }
    None
}

fn with_max(error: FieldError) -> FieldError {
    if error.code == "too_long" { error.with("max", URL_MAX_CHARS) } else { error }
}

/// An address that may be called, as far as it says of itself.
fn address(text: &str, outbound: &Outbound) -> Result<Url, &'static str> {
    if text.chars().count() > URL_MAX_CHARS {
        return Err("too_long");
    }
    let url = Url::parse(text).map_err(|_| "bad_address")?;
    outbound.vet(&url).map_err(|e| match e {
        OutboundError::HttpsRequired(_) => "https_required",
        OutboundError::NotHttp(_) => "bad_address",
        _ => "address_refused",
    })?;
    Ok(url)
}

/// Key and secret go together. An empty secret leaves the one that is kept.
fn check_pair(
    key: Option<String>,
    secret: Option<String>,
    kept: Option<&Partner>,
    wrong: &mut Vec<FieldError>,
) -> (Option<String>, Option<String>) {
    let kept_key = kept.and_then(|k| k.api_key.clone());
    let key = match key.map(|k| k.trim().to_owned()) {
        None => kept_key.clone(),
        Some(text) if text.is_empty() => None,
        Some(text) => {
            if let Err(e) = text.parse::<PublicKey>() {
                wrong.push(key_error("api_key", e));
            }
            Some(text)
        }
    };
    let secret = secret.map(|s| s.trim().to_owned()).filter(|s| !s.is_empty());
    if let Some(Err(e)) = secret.as_ref().map(|s| s.parse::<SecretKey>()) {
        wrong.push(key_error("api_secret", e));
    }
    let has_secret = kept.is_some_and(|k| k.api_secret_sealed.is_some());
    match (&key, &secret) {
        (None, Some(_)) => wrong.push(FieldError::new("api_key", "required")),
        (Some(_), None) if !has_secret || key != kept_key => {
            wrong.push(FieldError::new("api_secret", "secret_needed"));
        }
        _ => {}
    }
    (key, secret)
}

fn key_error(field: &str, error: KeyError) -> FieldError {
    match error {
        KeyError::Prefix { expected } => FieldError::new(field, "key_prefix").with("expected", expected),
        KeyError::Length { expected, found } => {
            FieldError::new(field, "key_length").with("expected", expected).with("found", found)
        }
        KeyError::Character => FieldError::new(field, "key_character"),
    }
}
