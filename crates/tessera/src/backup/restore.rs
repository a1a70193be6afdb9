//! A backup back in its place.

use super::archive::{self, DATA, DATABASE, Manifest, beside};
use super::{postgres, sqlite};
use crate::failure::Failure;
use std::path::{Path, PathBuf};
use tessera_core::Instant;
use tessera_platform::config::Config;
use tessera_platform::db::{Db, Engine, MigrateError, Migrations};

/// What restoring came to.
#[derive(Debug, serde::Serialize)]
pub struct Restored {
    pub created_at: String,
    pub files: usize,
    /// Where the replaced data is now.
    pub kept: Vec<String>,
}

/// Puts `file` in the place of what is there: only where nothing is, unless `force`.
pub async fn restore(
    config: &Config,
    file: &Path,
    force: bool,
    migrations: &[Migrations],
    now: Instant,
) -> Result<Restored, Failure> {
    let data_dir = config.data_dir.path();
    refuse_what_is_in_use(config, force).await?;
    let around = data_dir.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(around)?;
    let draft = tempfile::Builder::new().prefix(".tessera-restore").tempdir_in(around)?;
    let (archive, folder) = (file.to_owned(), draft.path().to_owned());
    let work = tokio::task::spawn_blocking(move || archive::unpack(&archive, &folder));
    let manifest = work.await.map_err(|e| Failure::unforeseen(&e.into()))??;
    refuse_another_engine(config, &manifest)?;
    let ending = format!(".before-restore-{}", now.timestamp().strftime("%Y%m%dT%H%M%SZ"));
    let mut kept = Vec::new();
    let database = draft.path().join(DATABASE);
    match config.database.url.engine() {
        Engine::Sqlite => {
            refuse_a_newer_database(&database, migrations).await?;
            let live = config.database.url.sqlite_path().unwrap_or(Path::new("tessera.db"));
            put_sqlite(&database, live, &ending, &mut kept)?;
        }
        Engine::Postgres => {
            let filled = postgres::is_filled(config).await?;
            let schema = format!("public{ending}");
            postgres::restore(config, &database, &schema).await?;
            if filled {
                kept.push(format!("schema {schema}"));
            } else {
                postgres::drop_aside(config, &schema).await?;
            }
        }
    }
    put_data(config, &draft.path().join(DATA), &ending, &mut kept)?;
    Ok(Restored { created_at: manifest.created_at, files: manifest.files.len(), kept })
}

async fn refuse_what_is_in_use(config: &Config, force: bool) -> Result<(), Failure> {
    let (filled, free) = match config.database.url.sqlite_path() {
        Some(path) if path.is_file() => (true, sqlite::is_free(path).await?),
        Some(_) => (false, true),
        None => (postgres::is_filled(config).await?, postgres::is_free(config).await?),
    };
    let data = archive::list_files(config.data_dir.path(), DATA)?;
    let only_a_key =
        data.iter().all(|(name, path)| name == "data/secret.key" || archive::is_of_database(config, path));
    if (filled || !only_a_key) && !force {
        let what = "there is data in this place already".to_owned();
        let remedy =
            "Say --force to replace it; what is replaced is kept beside it as ….before-restore-TIME.";
        return Err(Failure::new(what, remedy));
    }
    if !free {
        return Err(Failure::new(
            "the server, or another program, has the database open",
            "Stop it and try again; nothing was changed.",
        ));
    }
    Ok(())
}

fn refuse_another_engine(config: &Config, manifest: &Manifest) -> Result<(), Failure> {
    let here = match config.database.url.engine() {
        Engine::Sqlite => "sqlite",
        Engine::Postgres => "postgres",
    };
    if manifest.engine == here {
        return Ok(());
    }
    let what = format!("this backup is of {}, but database.url names {here}", manifest.engine);
    Err(Failure::new(what, "Restore it to a database of the same kind; nothing was changed."))
}

async fn refuse_a_newer_database(database: &Path, migrations: &[Migrations]) -> Result<(), Failure> {
    let db = Db::connect(&format!("sqlite://{}", database.display())).await?;
    let checked = db.check_migrated(migrations).await;
    db.close().await?;
    match checked {
        // An older one is brought up to date by the next start.
        Ok(()) | Err(MigrateError::Pending { .. }) => Ok(()),
        Err(e) => Err(Failure::new(
            e.to_string(),
            "Restore it with the version that wrote it; nothing was changed.",
        )),
    }
}

/// Moves the live file with its companions aside, and the snapshot into its place.
fn put_sqlite(snapshot: &Path, live: &Path, ending: &str, kept: &mut Vec<String>) -> Result<(), Failure> {
    for companion in ["", "-wal", "-shm"] {
        let from = beside(live, companion);
        if from.exists() {
            let to = beside(&beside(live, ending), companion);
            std::fs::rename(&from, &to)?;
            if companion.is_empty() {
                kept.push(to.display().to_string());
            }
        }
    }
    if let Some(folder) = live.parent().filter(|p| !p.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    for companion in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(beside(snapshot, companion));
    }
    move_file(snapshot, live)
}

/// Moves the files of the data folder aside and the restored ones into their places. A database inside of the folder
/// is not among them.
fn put_data(config: &Config, restored: &Path, ending: &str, kept: &mut Vec<String>) -> Result<(), Failure> {
    let data_dir = config.data_dir.path();
    let aside: PathBuf = beside(Path::new(data_dir.to_string_lossy().trim_end_matches('/')), ending);
    for (name, path) in archive::list_files(data_dir, "")? {
        if !archive::is_of_database(config, &path) {
            move_file(&path, &aside.join(name.trim_start_matches('/')))?;
        }
    }
    if aside.exists() {
        kept.push(aside.display().to_string());
    }
    for (name, path) in archive::list_files(restored, "")? {
        move_file(&path, &data_dir.join(name.trim_start_matches('/')))?;
    }
    Ok(())
}

/// Renames, or copies where the target is on another disk.
fn move_file(from: &Path, to: &Path) -> Result<(), Failure> {
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder)?;
    }
    if std::fs::rename(from, to).is_err() {
        std::fs::copy(from, to)?;
        std::fs::remove_file(from)?;
    }
    Ok(())
}
