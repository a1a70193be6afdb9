//! Addresses that others sent.

/// Whether this is an absolute http or https address of a host, without credentials: the only kind that a page may
/// link to or a server fetch.
pub(crate) fn is_http(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| {
        matches!(url.scheme(), "http" | "https")
            && url.host().is_some()
            && url.username().is_empty()
            && url.password().is_none()
    })
}
