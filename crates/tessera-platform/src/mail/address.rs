//! One mail address, parsed once.

use std::fmt;
use std::str::FromStr;

/// A mail address in the one spelling it is stored and compared in: trimmed, its domain in lower case and in ASCII
/// (`müller.de` as `xn--mller-kva.de`). The part before the `@` keeps its case; [`key`](Self::key) does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(String);

/// The text is no mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no mail address")]
pub struct NoAddress;

impl EmailAddress {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two spellings of one mailbox share: everything in lower case. Servers may tell the case of local parts
    /// apart (RFC 5321 §2.4), none in use does, and people do not.
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }

    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl FromStr for EmailAddress {
    type Err = NoAddress;

    /// At most 254 bytes (RFC 5321 §4.5.3.1.3, without the angle brackets).
    fn from_str(s: &str) -> Result<Self, NoAddress> {
        let (local, domain) = s.trim().rsplit_once('@').ok_or(NoAddress)?;
        let plain = |c: char| {
            !c.is_control() && !c.is_whitespace() && !matches!(c, '"' | '(' | ')' | ',' | '<' | '>' | '\\')
        };
        if !local.chars().all(plain) || local.len() > 64 {
            return Err(NoAddress);
        }
        let host: url::Host = match url::Host::parse(domain).map_err(|_| NoAddress)? {
            url::Host::Domain(domain) => url::Host::Domain(domain.to_ascii_lowercase()),
            _ => return Err(NoAddress),
        };
        let text = format!("{local}@{host}");
        let parsed: lettre::Address = text.parse().map_err(|_| NoAddress)?;
        if text.len() > 254 || parsed.domain().ends_with('.') { Err(NoAddress) } else { Ok(Self(text)) }
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
