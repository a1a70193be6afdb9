//! The one state of the program, and what it is made from.

use crate::cache::{PageCache, RenderedCache};
use crate::directory::Directory;
use crate::notices::{NoticeKind, Preference};
use crate::shed::Shed;
use crate::slice::{Identity, Slice};
use crate::words::{Catalogue, CatalogueError, Words};
use std::sync::Arc;
use tessera_core::{Clock, Instant, Locale, SharedClock};
use tessera_platform::config::Config;
use tessera_platform::db::{Db, Migrations};
use tessera_platform::images::ImageStore;
use tessera_platform::mail::Mailer;
use tessera_platform::outbound::Outbound;
use tessera_platform::passwords::Passwords;
use tessera_platform::seal::{self, Sealer};

/// Everything a request or a job can reach. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// What an [`App`] holds.
pub struct Inner {
    pub config: Config,
    pub db: Db,
    pub clock: SharedClock,
    pub mailer: Mailer,
    /// The one way to addresses that somebody else chose.
    pub outbound: Outbound,
    pub images: ImageStore,
    pub catalogue: Arc<Catalogue>,
    pub slices: Vec<Slice>,
    pub identity: Identity,
    pub directory: Directory,
    pub pages: PageCache,
    pub rendered: RenderedCache,
    /// Sheds what one source sends too much of, before anything is looked at.
    pub shed: Shed,
    pub passwords: Passwords,
    /// Seals what waits in the outbox.
    pub mail_sealer: Sealer,
    csrf_key: [u8; 32],
    secret_key: Vec<u8>,
}

impl std::ops::Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("slices", &self.slices.len()).finish_non_exhaustive()
    }
}

/// What the edge of the program gives to an [`App`].
pub struct Parts {
    pub config: Config,
    pub db: Db,
    pub clock: SharedClock,
    pub mailer: Mailer,
    pub outbound: Outbound,
    pub secret_key: Vec<u8>,
    pub slices: Vec<Slice>,
    pub identity: Identity,
}

impl App {
    pub fn new(parts: Parts) -> Result<Self, CatalogueError> {
        let catalogue = Catalogue::build(parts.slices.iter().map(|s| (s.name, s.locales)))?;
        Ok(Self(Arc::new(Inner {
            mail_sealer: Sealer::new(&parts.secret_key, "outbox"),
            csrf_key: seal::derive_key(&parts.secret_key, "csrf"),
            db: parts.db,
            clock: parts.clock,
            mailer: parts.mailer,
            outbound: parts.outbound,
            images: ImageStore::new(parts.config.data_dir.path(), parts.config.http.max_upload.as_u64()),
            config: parts.config,
            catalogue: Arc::new(catalogue),
            slices: parts.slices,
            identity: parts.identity,
            directory: Directory::default(),
            pages: PageCache::default(),
            rendered: RenderedCache::default(),
            shed: Shed::default(),
            passwords: Passwords::new(),
            secret_key: parts.secret_key,
        })))
    }

    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    pub fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    /// An id of the type that is asked for, in the order of time.
    pub fn new_id<T: From<uuid::Uuid>>(&self) -> T {
        self.clock.new_id().into()
    }

    pub fn words(&self, locale: Locale) -> Words {
        Words::new(self.catalogue.clone(), locale)
    }

    /// A sealer for one purpose.
    pub fn sealer(&self, purpose: &str) -> Sealer {
        Sealer::new(&self.secret_key, purpose)
    }

    /// A key for one purpose, derived from the server's.
    pub fn derived_key(&self, purpose: &str) -> [u8; 32] {
        seal::derive_key(&self.secret_key, purpose)
    }

    pub(crate) fn csrf_key(&self) -> &[u8; 32] {
        &self.csrf_key
    }

    /// What slices offer to the registry of this type, in their order.
    pub fn offers<T: 'static>(&self) -> impl Iterator<Item = &'static T> {
        self.slices.iter().flat_map(|s| s.offers).filter_map(|offer| offer.downcast_ref::<T>())
    }

    /// Who waits for news of what.
    pub fn live(&self) -> &tessera_platform::db::Live {
        self.db.live()
    }

    /// A kind of notice by its name. None: no slice brings it any more.
    pub fn notice_kind(&self, kind: &str) -> Option<&'static NoticeKind> {
        self.slices.iter().flat_map(|s| s.notices).find(|k| k.kind == kind)
    }

    /// What members choose about what they are told, each once, in the order of the slices.
    pub fn preferences(&self) -> Vec<&'static Preference> {
        let mut all: Vec<&'static Preference> = Vec::new();
        for kind in self.slices.iter().flat_map(|s| s.notices) {
            if !all.iter().any(|p| p.name == kind.preference.name) {
                all.push(kind.preference);
            }
        }
        all
    }

    /// The migrations of all slices, in their order.
    pub fn migrations(&self) -> Vec<Migrations> {
        migrations_of(&self.slices)
    }
}

/// The migrations of these slices, in their order.
pub fn migrations_of(slices: &[Slice]) -> Vec<Migrations> {
    slices.iter().map(|s| Migrations { slice: s.name, steps: s.migrations }).collect()
}
