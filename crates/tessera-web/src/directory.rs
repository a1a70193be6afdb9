//! Which community a request is for, by its host: `SLUG.` before the base address's host, or a host of its own;
//! any other host is the default community, the first one created.

use crate::app::App;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use tessera_core::ids::CommunityId;
use tessera_core::{Instant, Locale, Roles};
use tessera_platform::config::Registration;

/// A community as every request needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Community {
    pub id: CommunityId,
    pub slug: String,
    pub name: String,
    /// A host of its own, without port.
    pub host: Option<String>,
    /// An IANA name.
    pub timezone: String,
    pub locale: Locale,
    /// Of the accent colour, in degrees of OKLCH.
    pub hue: u16,
    pub about: String,
    pub registration: Registration,
    /// What newcomers may make themselves.
    pub newcomers_may_be: Roles,
    /// Fewer people than these are not told to partners.
    pub least_told: u32,
    pub created_at: Instant,
}

impl Community {
    /// What stands in a community's place before the first one is set up.
    pub fn none_yet() -> Self {
        Self {
            id: CommunityId(uuid::Uuid::nil()),
            slug: String::new(),
            name: "Tessera".into(),
            host: None,
            timezone: "UTC".into(),
            locale: Locale::En,
            hue: 28,
            about: String::new(),
            registration: Registration::Closed,
            newcomers_may_be: Roles::NONE,
            least_told: 1,
            created_at: Instant::from_microseconds(0),
        }
    }

    pub fn is_set_up(&self) -> bool {
        !self.id.0.is_nil()
    }

    /// The zone's rules; UTC where the name is no longer known.
    pub fn zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.timezone).unwrap_or(jiff::tz::TimeZone::UTC)
    }
}

/// The communities of this server as last read, with the server's epoch they were read at.
#[derive(Debug, Default)]
pub struct Directory(RwLock<Option<Arc<Snapshot>>>);

#[derive(Debug)]
struct Snapshot {
    epoch: i64,
    all: Vec<Arc<Community>>,
    by_host: HashMap<String, Arc<Community>>,
}

/// What a request starts from.
#[derive(Clone, Debug)]
pub struct Found {
    pub community: Arc<Community>,
    /// Rises with every change of what this community's readers see, or of the server as a whole.
    pub epoch: (i64, i64),
}

impl App {
    /// The community that `host` names, and its epoch, with one statement when nothing changed.
    pub async fn find_community(&self, host: &str) -> anyhow::Result<Found> {
        let guess = self.directory.get();
        let probe =
            guess.as_ref().and_then(|s| s.find(host, self)).map_or(tessera_platform::db::SERVER, |c| c.id);
        let epoch = self.db.epoch(probe).await?;
        if let Some(snapshot) = guess.filter(|s| s.epoch == epoch.server && !s.all.is_empty())
            && let Some(community) = snapshot.find(host, self)
        {
            return Ok(Found { community, epoch: (epoch.server, epoch.community) });
        }
        let snapshot = self.reload_directory().await?;
        let community = snapshot.find(host, self).unwrap_or_else(|| Arc::new(Community::none_yet()));
        let epoch = self.db.epoch(community.id).await?;
        Ok(Found { community, epoch: (epoch.server, epoch.community) })
    }

    /// One community by its id, as current as the last request.
    pub async fn community(&self, id: CommunityId) -> anyhow::Result<Option<Arc<Community>>> {
        Ok(self.reload_directory().await?.all.iter().find(|c| c.id == id).cloned())
    }

    /// All communities, the first one created first.
    pub async fn communities(&self) -> anyhow::Result<Vec<Arc<Community>>> {
        Ok(self.reload_directory().await?.all.clone())
    }

    /// Where a community's pages are: its own host, its slug before the base address's host, or the base address
    /// itself for the default community. No slash at the end.
    pub fn base_url(&self, community: &Community) -> String {
        let base = &self.config.http.base_url;
        let url = match (&community.host, self.is_default(community)) {
            (Some(host), _) => base.with_host(host),
            (None, true) => base.clone(),
            (None, false) => base.with_host(&format!("{}.{}", community.slug, base.host())),
        };
        url.to_string().trim_end_matches('/').to_owned()
    }

    /// Whether this is the first community, which any other host leads to.
    pub fn is_default(&self, community: &Community) -> bool {
        self.directory.get().is_none_or(|s| s.all.first().is_none_or(|c| c.id == community.id))
    }

    async fn reload_directory(&self) -> anyhow::Result<Arc<Snapshot>> {
        let epoch = self.db.epoch(tessera_platform::db::SERVER).await?.server;
        if let Some(s) = self.directory.get().filter(|s| s.epoch == epoch && !s.all.is_empty()) {
            return Ok(s);
        }
        let all: Vec<Arc<Community>> =
            (self.identity.communities)(self.clone()).await?.into_iter().map(Arc::new).collect();
        let by_host = all.iter().filter_map(|c| Some((c.host.clone()?, c.clone()))).collect();
        let snapshot = Arc::new(Snapshot { epoch, all, by_host });
        *self.directory.0.write().unwrap_or_else(PoisonError::into_inner) = Some(snapshot.clone());
        Ok(snapshot)
    }
}

impl Directory {
    fn get(&self) -> Option<Arc<Snapshot>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Snapshot {
    fn find(&self, host: &str, app: &App) -> Option<Arc<Community>> {
        let name = host
            .rsplit_once(':')
            .map_or(host, |(h, port)| if port.bytes().all(|b| b.is_ascii_digit()) { h } else { host });
        let name = name.to_ascii_lowercase();
        if let Some(c) = self.by_host.get(&name) {
            return Some(c.clone());
        }
        let base = app.config.http.base_url.host();
        name.strip_suffix(base)
            .and_then(|n| n.strip_suffix('.'))
            .and_then(|slug| self.all.iter().find(|c| c.slug == slug))
            .or_else(|| self.all.first())
            .cloned()
    }
}
