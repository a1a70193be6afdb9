//! SQLite's part: a snapshot while others write, and whether anybody has the file open.

use crate::failure::Failure;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr};
use std::path::Path;
use tessera_platform::config::Config;

/// Writes the database as it is at this moment to `target`.
pub async fn snapshot(config: &Config, target: &Path) -> Result<(), Failure> {
    let Some(path) = config.database.url.sqlite_path().filter(|p| p.is_file()) else {
        let what = format!("there is no database at {} yet", config.database.url);
        return Err(Failure::new(
            what,
            "Start the server once, or check database.url and the working directory.",
        ));
    };
    let connection = open(path).await?;
    let text = target.display().to_string().replace('\'', "''");
    let done = connection.execute_unprepared(&format!("VACUUM INTO '{text}'")).await;
    connection.close().await?;
    done.map(drop).map_err(|e| {
        let what = format!("the database cannot be copied: {e}");
        Failure::new(what, "Check that the disk has room for a second copy of the database.")
    })
}

/// Whether no other process has the database open.
pub async fn is_free(path: &Path) -> Result<bool, Failure> {
    let connection = open(path).await?;
    // With this mode set, taking the lock fails while anybody else is connected in WAL mode, even if idle.
    let free = async {
        connection.execute_unprepared("PRAGMA busy_timeout = 500").await?;
        connection.execute_unprepared("PRAGMA locking_mode = EXCLUSIVE").await?;
        connection.execute_unprepared("BEGIN EXCLUSIVE").await?;
        connection.execute_unprepared("ROLLBACK").await
    };
    let free = free.await.is_ok();
    connection.close().await?;
    Ok(free)
}

async fn open(path: &Path) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rw", path.display()));
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await
}
