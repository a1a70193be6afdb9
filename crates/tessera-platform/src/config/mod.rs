//! What an operator can set, read once at the start into types that cannot be wrong.
//!
//! Layers, the later winning: the defaults, a TOML file, the environment. Every mistake of all layers is
//! collected and told at once, with the key, what was found and what is expected; an unknown key is a mistake and
//! is answered with the nearest known one. The list of keys, their defaults and their explanations is one table
//! ([`keys::KEYS`]), from which [`generate`] prints a commented file.
//!
//! Deliberately not here: looking at the network, the database or the disk beyond reading the files named. That is
//! what `tessera doctor` does.

mod keys;
mod read;
mod secret_key;
#[cfg(test)]
mod tests;
mod values;

pub use crate::db::Engine;
pub use keys::generate;
pub use read::{ConfigError, Problem, Sources};
pub use secret_key::{SecretKey, SecretKeyError};
pub use values::{
    BaseUrl, ByteSize, DatabaseUrl, IpRange, MailTransport, Secret, Sender, SmtpServer, SmtpTls,
};

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

/// The whole configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    pub http: Http,
    pub database: Database,
    pub data_dir: DataDir,
    /// As given; [`SecretKey::load_or_create`] gives the key in use.
    pub secret_key: Option<Secret>,
    pub mail: Mail,
    pub accounts: Accounts,
    pub federation: Federation,
    pub calendar_sync: CalendarSync,
    pub maps: Maps,
    pub metrics: Metrics,
    pub log: Log,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Http {
    pub listen: SocketAddr,
    pub base_url: BaseUrl,
    pub trusted_proxies: Vec<IpRange>,
    /// Origins as browsers send them: `https://example.org`.
    pub cors_origins: Vec<String>,
    pub max_body: ByteSize,
    pub max_upload: ByteSize,
    pub max_import: ByteSize,
}

impl Http {
    /// Whether forwarding headers of a connection from `address` are believed.
    pub fn trusts(&self, address: IpAddr) -> bool {
        self.trusted_proxies.iter().any(|range| range.contains(address))
    }
}

impl Default for Http {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            base_url: BaseUrl::default(),
            trusted_proxies: Vec::new(),
            cors_origins: Vec::new(),
            max_body: ByteSize::mib(2),
            max_upload: ByteSize::mib(20),
            max_import: ByteSize::mib(50),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Database {
    pub url: DatabaseUrl,
    pub auto_migrate: bool,
}

impl Default for Database {
    fn default() -> Self {
        Self { url: DatabaseUrl::default(), auto_migrate: true }
    }
}

/// The folder of uploads, the image cache and the generated secret key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataDir(pub PathBuf);

impl DataDir {
    pub fn path(&self) -> &std::path::Path {
        &self.0
    }
}

impl Default for DataDir {
    fn default() -> Self {
        Self(PathBuf::from("./data"))
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mail {
    pub transport: MailTransport,
    pub from: Sender,
    pub ca_file: Option<PathBuf>,
}

/// Who may make an account here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Registration {
    #[default]
    Open,
    Invite,
    Closed,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounts {
    pub registration: Registration,
    /// As given; [`Config::verify_email`] knows the default.
    pub verify_email: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Federation {
    pub enabled: bool,
    pub allow_private_addresses: bool,
    pub ca_file: Option<PathBuf>,
    pub require_https: bool,
    pub sync_interval: Duration,
    pub request_max_age: Duration,
    pub max_events_per_sync: u32,
    pub share_interest_counts: bool,
    pub interest_sync_interval: Duration,
    pub fetch_future_days: u32,
    /// Per partner and hour.
    pub rate_limit_requests: u32,
    /// The default community's; others use their own slug and name.
    pub our_club_code: Option<String>,
    pub our_club_name: Option<String>,
}

impl Default for Federation {
    fn default() -> Self {
        Self {
            enabled: false,
            allow_private_addresses: false,
            ca_file: None,
            require_https: true,
            sync_interval: Duration::from_secs(2 * 60 * 60),
            request_max_age: Duration::from_secs(300),
            max_events_per_sync: 100,
            share_interest_counts: true,
            interest_sync_interval: Duration::from_secs(15 * 60),
            fetch_future_days: 365,
            rate_limit_requests: 60,
            our_club_code: None,
            our_club_name: None,
        }
    }
}

/// Access to the calendars that members keep elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarSync {
    pub encryption_key: Option<Secret>,
    pub google_client_id: Option<String>,
    pub google_client_secret: Option<Secret>,
    pub microsoft_client_id: Option<String>,
    pub microsoft_client_secret: Option<Secret>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maps {
    /// None: no map is shown, only the link.
    pub tile_url: Option<String>,
    pub attribution: String,
}

impl Default for Maps {
    fn default() -> Self {
        Self {
            tile_url: Some("https://tile.openstreetmap.org/{z}/{x}/{y}.png".into()),
            attribution: "© OpenStreetMap contributors".into(),
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metrics {
    pub listen: Option<SocketAddr>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    pub format: LogFormat,
}

impl Config {
    /// Reads all layers. `explicit` is the file of `--config`.
    pub fn load(explicit: Option<PathBuf>) -> Result<Self, ConfigError> {
        Sources::of_process(explicit).read()
    }

    /// Whether an address must be verified before its account publishes, invites or sends.
    pub fn verify_email(&self) -> bool {
        self.accounts.verify_email.unwrap_or(matches!(self.mail.transport, MailTransport::Smtp(_)))
    }
}
