//! The one way out: every HTTP request this server makes to an address that somebody else chose.
//!
//! What it promises: it connects only to addresses on the public internet (the very ones it looked at, so that no
//! name can answer twice), unless private ones are allowed; it follows at most three redirects, each looked at
//! anew, never from https to http; it ends in time and never holds more than it was asked for; it knows no proxy of
//! the environment and unpacks nothing. The linter forbids building another client.
//!
//! Deliberately not here: signing, retrying, caching. Those know a partner, this knows addresses.

mod addresses;
mod stream;
#[cfg(test)]
mod tests;

pub use addresses::Reach;
pub use stream::{Opened, Pace};

use addresses::{NoName, Refused, Vetting};
use bytes::{Bytes, BytesMut};
use futures::StreamExt;
use http::header::{AUTHORIZATION, COOKIE, HeaderMap, LOCATION};
use http::{Method, StatusCode};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use url::Url;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const MOST_REDIRECTS: usize = 3;

/// Makes ring the provider of cryptography for TLS. Calling it again does nothing.
pub fn install_crypto() {
    // An error says that one is installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// What is asked of another server.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: Method,
    pub url: Url,
    pub headers: HeaderMap,
    pub body: Bytes,
    /// From the first byte sent to the last one received, redirects included.
    pub timeout: Duration,
    /// Of the answer's body; a longer one is an error.
    pub max_bytes: usize,
    /// Whether a GET goes where a redirect leads. What is signed for one address does not.
    pub follows: bool,
}

impl Request {
    /// A GET of at most 2 MiB in at most 20 seconds.
    pub fn get(url: Url) -> Self {
        Self {
            method: Method::GET,
            url,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            timeout: Duration::from_secs(20),
            max_bytes: 2 * 1024 * 1024,
            follows: true,
        }
    }

    pub fn post(url: Url, body: impl Into<Bytes>) -> Self {
        Self { method: Method::POST, body: body.into(), ..Self::get(url) }
    }
}

/// What the other server answered, whole.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
    /// Where it came from in the end.
    pub url: Url,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum OutboundError {
    #[error("{0} is no address that this server may call")]
    Refused(String),
    #[error("{0} is not an http or https address")]
    NotHttp(String),
    #[error("https is required, {0} is not")]
    HttpsRequired(String),
    #[error("more than {MOST_REDIRECTS} redirects")]
    TooManyRedirects,
    #[error("the answer is longer than {0} bytes")]
    TooLong(usize),
    #[error("no answer in time")]
    TimedOut,
    #[error("there is no server called {0}")]
    NoName(String),
    #[error("the certificate of {0} does not hold: {1}")]
    Tls(String, String),
    #[error("the other server could not be reached: {0}")]
    Unreachable(String),
    #[error("the file of certificate authorities {path} cannot be used: {reason}")]
    Authorities { path: PathBuf, reason: String },
}

/// Sends requests. Cheap to clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct Outbound {
    client: reqwest::Client,
    reach: Reach,
    require_https: bool,
}

impl Outbound {
    /// `authorities`: a PEM file of certificate authorities beside the system's.
    pub fn new(reach: Reach, require_https: bool, authorities: Option<&Path>) -> Result<Self, OutboundError> {
        install_crypto();
        let client = client(reach, authorities)?;
        Ok(Self { client, reach, require_https })
    }

    /// Sends `request` and reads the answer whole. A redirect of anything but a GET or HEAD is the answer.
    pub async fn send(&self, request: Request) -> Result<Answer, OutboundError> {
        tokio::time::timeout(request.timeout, self.follow(request))
            .await
            .unwrap_or(Err(OutboundError::TimedOut))
    }

    async fn follow(&self, mut request: Request) -> Result<Answer, OutboundError> {
        let mut redirects = 0_usize;
        loop {
            let answer = self.once(&request).await?;
            let safe = request.follows && matches!(request.method, Method::GET | Method::HEAD);
            let Some(location) = redirect_of(&answer).filter(|_| safe) else { return Ok(answer) };
            redirects = redirects.saturating_add(1);
            if redirects > MOST_REDIRECTS {
                return Err(OutboundError::TooManyRedirects);
            }
            let next = next_hop(&request.url, &location)?;
            if next.origin() != request.url.origin() {
                request.headers.remove(AUTHORIZATION);
                request.headers.remove(COOKIE);
            }
            request.url = next;
        }
    }

    async fn once(&self, request: &Request) -> Result<Answer, OutboundError> {
        self.vet(&request.url)?;
        let response = self
            .client
            .request(request.method.clone(), request.url.clone())
            .headers(request.headers.clone())
            .body(request.body.clone())
            .send()
            .await
            .map_err(|e| failure(&e, &request.url))?;
        let (status, headers) = (response.status(), response.headers().clone());
        let mut body = BytesMut::new();
        let mut chunks = response.bytes_stream();
        while let Some(chunk) = chunks.next().await {
            let chunk = chunk.map_err(|e| failure(&e, &request.url))?;
            if body.len().saturating_add(chunk.len()) > request.max_bytes {
                return Err(OutboundError::TooLong(request.max_bytes));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Answer { status, headers, body: body.freeze(), url: request.url.clone() })
    }

    /// Looks at everything the address says of itself; names are looked at when they are resolved.
    ///
    /// # Errors
    /// [`OutboundError::NotHttp`], [`OutboundError::HttpsRequired`], [`OutboundError::Refused`].
    pub fn vet(&self, url: &Url) -> Result<(), OutboundError> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(OutboundError::NotHttp(shown(url)));
        }
        if self.require_https && url.scheme() != "https" {
            return Err(OutboundError::HttpsRequired(shown(url)));
        }
        let refused = || Err(OutboundError::Refused(shown(url)));
        if !url.username().is_empty() || url.password().is_some() {
            return refused();
        }
        match url.host() {
            Some(url::Host::Ipv4(ip)) if !self.reach.includes(ip.into()) => refused(),
            Some(url::Host::Ipv6(ip)) if !self.reach.includes(ip.into()) => refused(),
            Some(url::Host::Domain(name)) if addresses::is_localhost(name) && self.reach == Reach::Public => {
                refused()
            }
            Some(_) => Ok(()),
            None => refused(),
        }
    }
}

#[allow(clippy::disallowed_methods, reason = "this is the one client")]
fn client(reach: Reach, authorities: Option<&Path>) -> Result<reqwest::Client, OutboundError> {
    let mut builder = reqwest::Client::builder()
        .user_agent(concat!("Tessera/", env!("CARGO_PKG_VERSION")))
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .no_proxy()
        .connect_timeout(CONNECT_TIMEOUT)
        .pool_max_idle_per_host(4)
        .pool_idle_timeout(Duration::from_secs(30))
        .dns_resolver(Arc::new(Vetting(reach)));
    if let Some(path) = authorities {
        let unusable = |reason: String| OutboundError::Authorities { path: path.to_owned(), reason };
        let pem = std::fs::read(path).map_err(|e| unusable(e.to_string()))?;
        let certificates =
            reqwest::Certificate::from_pem_bundle(&pem).map_err(|e| unusable(e.to_string()))?;
        if certificates.is_empty() {
            return Err(unusable("it holds no certificate".into()));
        }
        builder = builder.tls_certs_merge(certificates);
    }
    builder.build().map_err(|e| OutboundError::Unreachable(chain(&e)))
}

fn redirect_of(answer: &Answer) -> Option<String> {
    let moved = matches!(answer.status.as_u16(), 301 | 302 | 303 | 307 | 308);
    let location = answer.headers.get(LOCATION).filter(|_| moved)?;
    location.to_str().ok().map(str::to_owned)
}

fn next_hop(from: &Url, location: &str) -> Result<Url, OutboundError> {
    let mut next =
        from.join(location).map_err(|_| OutboundError::NotHttp(location.chars().take(200).collect()))?;
    next.set_fragment(None);
    if from.scheme() == "https" && next.scheme() != "https" {
        return Err(OutboundError::HttpsRequired(shown(&next)));
    }
    Ok(next)
}

/// Without what may be secret: user, password, query.
fn shown(url: &Url) -> String {
    let port = url.port().map(|p| format!(":{p}")).unwrap_or_default();
    format!("{}://{}{port}{}", url.scheme(), url.host_str().unwrap_or_default(), url.path())
}

fn failure(e: &reqwest::Error, url: &Url) -> OutboundError {
    let mut source: Option<&dyn std::error::Error> = Some(e);
    while let Some(inner) = source {
        if inner.is::<Refused>() {
            return OutboundError::Refused(shown(url));
        }
        if inner.is::<NoName>() {
            return OutboundError::NoName(url.host_str().unwrap_or_default().to_owned());
        }
        if let Some(tls) = tls_fault(inner) {
            return OutboundError::Tls(url.host_str().unwrap_or_default().to_owned(), tls.to_string());
        }
        source = inner.source();
    }
    if e.is_timeout() { OutboundError::TimedOut } else { OutboundError::Unreachable(chain(e)) }
}

/// TLS tells what is wrong inside of an error of reading or writing.
fn tls_fault<'a>(e: &'a (dyn std::error::Error + 'static)) -> Option<&'a rustls::Error> {
    let inside = e.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    inside.and_then(|inner| inner.downcast_ref()).or_else(|| e.downcast_ref())
}

fn chain(e: &reqwest::Error) -> String {
    let mut source = std::error::Error::source(e);
    let mut last = e.to_string();
    while let Some(inner) = source {
        last = inner.to_string();
        source = inner.source();
    }
    last
}
