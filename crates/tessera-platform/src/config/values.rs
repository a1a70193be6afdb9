//! The kinds of values a configuration holds, each parsed once.

use crate::db::Engine;
use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use url::Url;

/// What was expected instead of what was found.
type Expected = &'static str;

/// A value that no log and no debug print shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The value itself, for the one place that needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[secret]")
    }
}

/// A number of bytes. Written `2 MiB`, `500 kB` or as a plain number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ByteSize(u64);

impl ByteSize {
    pub const fn bytes(n: u64) -> Self {
        Self(n)
    }

    pub const fn mib(n: u64) -> Self {
        Self(n * 1024 * 1024)
    }

    pub fn as_u64(self) -> u64 {
        self.0
    }

    pub fn as_usize(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

impl FromStr for ByteSize {
    type Err = Expected;

    fn from_str(s: &str) -> Result<Self, Expected> {
        const EXPECTED: Expected =
            "a size such as \"2 MiB\", \"500 kB\" or a number of bytes, at most 16 GiB";
        let s = s.trim();
        let digits = s.find(|c: char| !c.is_ascii_digit()).unwrap_or(s.len());
        let (number, unit) = s.split_at(digits);
        let number: u64 = number.parse().map_err(|_| EXPECTED)?;
        let factor: u64 = match unit.trim().to_ascii_lowercase().as_str() {
            "" | "b" => 1,
            "kb" => 1000,
            "mb" => 1000 * 1000,
            "gb" => 1000 * 1000 * 1000,
            "k" | "kib" => 1024,
            "m" | "mib" => 1024 * 1024,
            "g" | "gib" => 1024 * 1024 * 1024,
            _ => return Err(EXPECTED),
        };
        match number.checked_mul(factor) {
            Some(n) if n > 0 && n <= 16 * 1024 * 1024 * 1024 => Ok(Self(n)),
            _ => Err(EXPECTED),
        }
    }
}

impl fmt::Display for ByteSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (factor, unit) in [(1024 * 1024 * 1024, "GiB"), (1024 * 1024, "MiB"), (1024, "KiB")] {
            if self.0 >= factor && self.0.is_multiple_of(factor) {
                return write!(f, "{} {unit}", self.0 / factor);
            }
        }
        write!(f, "{} B", self.0)
    }
}

/// The public address of the server: scheme, host and port, never a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    https: bool,
    host: String,
    port: Option<u16>,
}

impl BaseUrl {
    pub fn is_https(&self) -> bool {
        self.https
    }

    /// The host without its port; an IPv6 address in brackets.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port where it is not the scheme's own.
    pub fn port(&self) -> Option<u16> {
        self.port
    }

    /// The same scheme and port with another host, as a community with a host of its own has it.
    pub fn with_host(&self, host: &str) -> Self {
        Self { host: host.to_owned(), ..self.clone() }
    }

    /// An absolute link to `path`, which begins with a slash.
    pub fn link(&self, path: &str) -> String {
        let slash = if path.starts_with('/') { "" } else { "/" };
        format!("{self}{slash}{path}")
    }
}

impl Default for BaseUrl {
    fn default() -> Self {
        Self { https: false, host: "localhost".into(), port: Some(8080) }
    }
}

/// As a browser writes an origin, without a slash at the end.
impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", if self.https { "https" } else { "http" }, self.host)?;
        self.port.map_or(Ok(()), |port| write!(f, ":{port}"))
    }
}

impl FromStr for BaseUrl {
    type Err = Expected;

    fn from_str(s: &str) -> Result<Self, Expected> {
        const EXPECTED: Expected =
            "an http or https address without a path, such as \"https://club.example.org\"";
        let url = Url::parse(s.trim()).map_err(|_| EXPECTED)?;
        let plain = matches!(url.scheme(), "http" | "https")
            && url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        match url.host_str() {
            Some(host) if plain => {
                Ok(Self { https: url.scheme() == "https", host: host.to_owned(), port: url.port() })
            }
            _ => Err(EXPECTED),
        }
    }
}

/// Where the database is. Shown without its password.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    /// The address itself, password included, for the one place that connects.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn engine(&self) -> Engine {
        if self.0.starts_with("sqlite:") { Engine::Sqlite } else { Engine::Postgres }
    }

    /// The file of an SQLite database; none for PostgreSQL.
    pub fn sqlite_path(&self) -> Option<&Path> {
        let rest = self.0.strip_prefix("sqlite:")?;
        let rest = rest.strip_prefix("//").unwrap_or(rest);
        let path = rest.split('?').next().unwrap_or(rest);
        (!path.is_empty() && path != ":memory:").then_some(Path::new(path))
    }
}

impl Default for DatabaseUrl {
    fn default() -> Self {
        Self("sqlite://tessera.db".into())
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.engine() == Engine::Sqlite {
            return f.write_str(&self.0);
        }
        match Url::parse(&self.0) {
            Ok(mut url) => {
                if url.password().is_some() {
                    let _ = url.set_password(Some("…"));
                }
                url.set_query(None);
                f.write_str(&url.as_str().replace("%E2%80%A6", "…"))
            }
            Err(_) => f.write_str("postgres://…"),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}

impl FromStr for DatabaseUrl {
    type Err = Expected;

    fn from_str(s: &str) -> Result<Self, Expected> {
        const EXPECTED: Expected = "\"sqlite://FILE\" or \"postgres://USER:PASSWORD@HOST/DATABASE\"";
        let s = s.trim();
        let this = Self(s.to_owned());
        if s.starts_with("sqlite:") {
            // One in memory could not be shared between connections.
            return if this.sqlite_path().is_some() { Ok(this) } else { Err(EXPECTED) };
        }
        match Url::parse(s) {
            Ok(url) if matches!(url.scheme(), "postgres" | "postgresql") => Ok(this),
            _ => Err(EXPECTED),
        }
    }
}

/// One address or a range of them: `10.0.0.7`, `10.0.0.0/8`, `fd00::/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IpRange {
    address: IpAddr,
    prefix: u8,
}

impl IpRange {
    /// An IPv4 address that came in as `::ffff:a.b.c.d` counts as what it is.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(range), IpAddr::V4(ip)) => {
                let differing = (range.to_bits() ^ ip.to_bits()).leading_zeros();
                differing >= u32::from(self.prefix)
            }
            (IpAddr::V6(range), IpAddr::V6(ip)) => {
                let differing = (range.to_bits() ^ ip.to_bits()).leading_zeros();
                differing >= u32::from(self.prefix)
            }
            _ => false,
        }
    }
}

impl FromStr for IpRange {
    type Err = Expected;

    fn from_str(s: &str) -> Result<Self, Expected> {
        const EXPECTED: Expected = "addresses or ranges such as \"127.0.0.1\" or \"10.0.0.0/8\"";
        let (address, prefix) = s.trim().split_once('/').map_or((s.trim(), None), |(a, p)| (a, Some(p)));
        let address: IpAddr = address.parse().map_err(|_| EXPECTED)?;
        let longest = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.map_or(Ok(longest), |p| p.parse().map_err(|_| EXPECTED))?;
        if prefix > longest { Err(EXPECTED) } else { Ok(Self { address, prefix }) }
    }
}

/// How mail leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MailTransport {
    /// Written to the log, addresses and subject only.
    #[default]
    Log,
    /// One `.eml` file each.
    File(PathBuf),
    Smtp(SmtpServer),
}

/// A mail server and how to speak with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpServer {
    pub host: String,
    pub port: u16,
    pub login: Option<(String, Secret)>,
    pub tls: SmtpTls,
}

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpTls {
    /// TLS from the first byte (`smtps://`).
    Implicit,
    /// STARTTLS where the server offers it (`smtp://`).
    Opportunistic,
    /// STARTTLS or nothing (`smtp://…?tls=required`).
    Required,
    /// Never (`smtp://…?tls=none`).
    Never,
}

impl FromStr for MailTransport {
    type Err = Expected;

    fn from_str(s: &str) -> Result<Self, Expected> {
        const EXPECTED: Expected = "\"log\", \"file:FOLDER\", \"smtp://USER:PASSWORD@HOST:PORT\" (with \
            ?tls=required or ?tls=none if wanted) or \"smtps://…\"";
        let s = s.trim();
        if s == "log" {
            return Ok(Self::Log);
        }
        if let Some(folder) = s.strip_prefix("file:") {
            let folder = folder.strip_prefix("//").unwrap_or(folder);
            return if folder.is_empty() { Err(EXPECTED) } else { Ok(Self::File(PathBuf::from(folder))) };
        }
        let url = Url::parse(s).map_err(|_| EXPECTED)?;
        let host = url.host_str().filter(|h| !h.is_empty()).ok_or(EXPECTED)?.to_owned();
        let mut tls = match url.scheme() {
            "smtps" => SmtpTls::Implicit,
            "smtp" => SmtpTls::Opportunistic,
            _ => return Err(EXPECTED),
        };
        for (name, value) in url.query_pairs() {
            tls = match (name.as_ref(), value.as_ref(), url.scheme()) {
                ("tls", "required", "smtp") => SmtpTls::Required,
                ("tls", "none", "smtp") => SmtpTls::Never,
                ("tls", "opportunistic", "smtp") => SmtpTls::Opportunistic,
                _ => return Err(EXPECTED),
            };
        }
        let decoded = |part: &str| {
            percent_encoding::percent_decode_str(part)
                .decode_utf8()
                .map(|t| t.into_owned())
                .map_err(|_| EXPECTED)
        };
        let login = match (url.username(), url.password()) {
            ("", None) => None,
            (user, Some(password)) => Some((decoded(user)?, Secret::new(decoded(password)?))),
            _ => return Err(EXPECTED),
        };
        let port = url.port().unwrap_or(if tls == SmtpTls::Implicit { 465 } else { 25 });
        Ok(Self::Smtp(SmtpServer { host, port, login, tls }))
    }
}

/// Without the password, for logs and `doctor`.
impl fmt::Display for MailTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Log => f.write_str("log"),
            Self::File(folder) => write!(f, "file:{}", folder.display()),
            Self::Smtp(server) => {
                let scheme = if server.tls == SmtpTls::Implicit { "smtps" } else { "smtp" };
                write!(f, "{scheme}://{}:{}", server.host, server.port)
            }
        }
    }
}

/// Who mails are from: a name and an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    pub name: Option<String>,
    pub address: String,
}

impl Default for Sender {
    fn default() -> Self {
        Self { name: Some("Tessera".into()), address: "noreply@localhost".into() }
    }
}

impl FromStr for Sender {
    type Err = Expected;

    fn from_str(s: &str) -> Result<Self, Expected> {
        const EXPECTED: Expected = "a sender such as \"Our Club <noreply@club.example.org>\"";
        let mailbox: lettre::message::Mailbox = s.trim().parse().map_err(|_| EXPECTED)?;
        Ok(Self { name: mailbox.name, address: mailbox.email.to_string() })
    }
}
