//! Everything of a server in one file, and back again.
//!
//! The database is written as it was at one moment, while the server goes on; the uploads follow, which are only
//! ever added. Restoring looks at the whole archive before it touches anything, and keeps what it replaces.

pub mod archive;
mod postgres;
mod restore;
mod sqlite;

pub use restore::restore;

use crate::failure::Failure;
use archive::{DATA, DATABASE, FORMAT, Manifest};
use std::collections::BTreeMap;
use std::path::Path;
use tessera_core::Instant;
use tessera_platform::config::Config;
use tessera_platform::db::Engine;

/// What a backup came to.
#[derive(Debug, serde::Serialize)]
pub struct Written {
    pub file: String,
    pub bytes: u64,
    pub files: usize,
}

/// Writes the backup to `target`.
pub async fn backup(config: &Config, target: &Path, now: Instant) -> Result<Written, Failure> {
    if target.exists() {
        let what = format!("{} exists already", target.display());
        return Err(Failure::new(what, "Name a file that does not exist yet, or move that one away."));
    }
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let draft = tempfile::Builder::new().prefix(".tessera-backup").tempdir_in(folder).map_err(|e| {
        let what = format!("nothing can be written in {}: {e}", folder.display());
        Failure::new(what, "Name a file in a folder that exists and that you may write to.")
    })?;
    let database = draft.path().join(DATABASE);
    let engine = match config.database.url.engine() {
        Engine::Sqlite => {
            sqlite::snapshot(config, &database).await?;
            "sqlite"
        }
        Engine::Postgres => {
            postgres::dump(config, &database).await?;
            "postgres"
        }
    };
    let mut files = vec![(DATABASE.to_owned(), database)];
    let data = archive::list_files(config.data_dir.path(), DATA)?;
    files.extend(data.into_iter().filter(|(_, path)| !archive::is_of_database(config, path)));
    let mut manifest = Manifest {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").into(),
        created_at: now.to_string(),
        engine: engine.into(),
        files: BTreeMap::new(),
    };
    let count = files.len();
    let target = target.to_owned();
    let work = tokio::task::spawn_blocking(move || {
        let bytes = archive::write(&target, &mut manifest, &files)?;
        Ok(Written { file: target.display().to_string(), bytes, files: count })
    });
    work.await.map_err(|e| Failure::unforeseen(&e.into()))?
}
