use super::SignatureError;

/// What is signed: a request or a response, as far as signatures can cover it.
///
/// Fields are pairs of name and value, one for each line of the header, in the order in which they stand there;
/// names are compared without regard to case.
#[derive(Clone, Debug)]
pub struct Message<'a> {
    pub(super) start: Start<'a>,
    pub(super) fields: &'a [(&'a str, &'a str)],
}

#[derive(Clone, Debug)]
pub(super) enum Start<'a> {
    Request { method: &'a str, target: Target },
    Response { status: u16 },
}

/// An address in its parts, scheme and authority normalised (RFC 9110 §4.2.3): lower case, and no port that is the
/// scheme's own. Path and query stay as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub scheme: &'static str,
    pub authority: String,
    pub path: String,
    /// Without the question mark.
    pub query: Option<String>,
}

impl<'a> Message<'a> {
    /// `target_uri` is the whole address of the request. Whoever receives a request puts it together from the
    /// address under which it is known, not from what the request says of the scheme.
    ///
    /// # Errors
    /// [`SignatureError::Method`], [`SignatureError::Target`].
    pub fn request(
        method: &'a str,
        target_uri: &str,
        fields: &'a [(&'a str, &'a str)],
    ) -> Result<Self, SignatureError> {
        if !is_token(method) {
            return Err(SignatureError::Method);
        }
        let target = Target::parse(target_uri).ok_or(SignatureError::Target)?;
        Ok(Self { start: Start::Request { method, target }, fields })
    }

    pub fn response(status: u16, fields: &'a [(&'a str, &'a str)]) -> Self {
        Self { start: Start::Response { status }, fields }
    }

    /// The value of a field (§2.1): its lines without the white space around them, joined with a comma.
    pub(super) fn field(&self, name: &str) -> Option<String> {
        let mut lines =
            self.fields.iter().filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.trim());
        let first = lines.next()?.to_owned();
        Some(lines.fold(first, |joined, line| joined + ", " + line))
    }
}

/// RFC 9110 §5.6.2.
fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

impl Target {
    fn parse(uri: &str) -> Option<Self> {
        if !uri.bytes().all(|b| b.is_ascii_graphic()) || uri.contains(['#', '\\', '"', '<', '>']) {
            return None;
        }
        let (scheme, rest) = uri.split_once("://")?;
        let (scheme, own_port) = if scheme.eq_ignore_ascii_case("https") {
            ("https", "443")
        } else if scheme.eq_ignore_ascii_case("http") {
            ("http", "80")
        } else {
            return None;
        };
        let path_at = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at_checked(path_at)?;
        let (path, query) = match rest.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (rest, None),
        };
        let path = if path.is_empty() { "/" } else { path };
        let authority = normalised_authority(authority, own_port)?;
        Some(Self { scheme, authority, path: path.to_owned(), query })
    }

    /// The whole address (§2.2.2).
    pub fn uri(&self) -> String {
        format!("{}://{}{}", self.scheme, self.authority, self.path_and_query())
    }

    /// Path and query as they stand in the first line of a request (§2.2.5).
    pub fn path_and_query(&self) -> String {
        match &self.query {
            Some(query) => format!("{}?{query}", self.path),
            None => self.path.clone(),
        }
    }
}

fn normalised_authority(authority: &str, own_port: &str) -> Option<String> {
    let authority = authority.to_ascii_lowercase();
    // The colons of an IPv6 address stand in brackets; a port's colon follows them.
    let port_at = authority.rfind(':').filter(|at| authority.rfind(']').is_none_or(|end| end < *at));
    let (host, port) = match port_at {
        Some(at) => (authority.get(..at)?, authority.get(at + 1..)?),
        None => (authority.as_str(), ""),
    };
    let fits = !host.is_empty() && !host.contains('@') && port.bytes().all(|b| b.is_ascii_digit());
    if !fits {
        return None;
    }
    if port.is_empty() || port == own_port { Some(host.to_owned()) } else { Some(format!("{host}:{port}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_has_one_spelling_of_scheme_and_authority() {
        for (written, normalised) in [
            ("HTTPS://Example.COM", "https://example.com/"),
            ("https://example.com:443/A%2fb?Q=1", "https://example.com/A%2fb?Q=1"),
            ("http://example.com:80?q", "http://example.com/?q"),
            ("http://example.com:443/?", "http://example.com:443/?"),
            ("http://[::1]:8080/a:b", "http://[::1]:8080/a:b"),
            ("http://[::1]/", "http://[::1]/"),
            ("http://a.example:/", "http://a.example/"),
        ] {
            assert_eq!(Target::parse(written).map(|t| t.uri()).as_deref(), Some(normalised), "{written}");
        }
        for bad in [
            "",
            "/path",
            "ftp://a/",
            "https://",
            "https:///x",
            "https://u@a/",
            "https://a/#f",
            "https://a b/",
            "https://a:x/",
            "https://é/",
            "https://a/\n",
            "https://a\\b/",
            "://a",
        ] {
            assert_eq!(Target::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn lines_of_one_field_are_joined() {
        let fields = [("Cache-Control", " max-age=60 "), ("X", "1"), ("cache-control", "   must-revalidate")];
        let message = Message::request("GET", "https://a/", &fields).unwrap();
        assert_eq!(message.field("cache-control").as_deref(), Some("max-age=60, must-revalidate"));
        assert_eq!(message.field("y"), None);
    }
}
