//! PostgreSQL's part: its own programs dump and restore, which know every kind of object. The password goes to them
//! through the environment, never on a command line that others can read.

use crate::failure::Failure;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement};
use std::path::Path;
use std::process::Stdio;
use tessera_platform::config::Config;
use tokio::process::Command;
use url::Url;

/// Dumps the database in PostgreSQL's custom format.
pub async fn dump(config: &Config, target: &Path) -> Result<(), Failure> {
    let mut command = program("pg_dump", config)?;
    command
        .args(["--format=custom", "--no-owner", "--no-privileges", "--schema=public", "--file"])
        .arg(target);
    run("pg_dump", command).await
}

/// Whether the database holds tables of ours.
pub async fn is_filled(config: &Config) -> Result<bool, Failure> {
    let connection = open(config).await?;
    let sql = "SELECT 1 FROM information_schema.tables WHERE table_schema = 'public' LIMIT 1";
    let found = connection.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?.is_some();
    connection.close().await?;
    Ok(found)
}

/// Whether no other process of ours is connected.
pub async fn is_free(config: &Config) -> Result<bool, Failure> {
    let connection = open(config).await?;
    let sql = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'tessera' LIMIT 1";
    let found = connection.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?.is_some();
    connection.close().await?;
    Ok(!found)
}

/// Puts the dump in the place of what is there, which stays in a schema named `kept`. Whatever goes wrong, what was
/// there is back in its place.
pub async fn restore(config: &Config, dump: &Path, kept: &str) -> Result<(), Failure> {
    let connection = open(config).await?;
    let aside = format!("ALTER SCHEMA public RENAME TO \"{kept}\"; CREATE SCHEMA public;");
    connection.execute_unprepared(&aside).await?;
    let result = async {
        move_extensions(&connection, kept, "public").await?;
        let mut command = program("pg_restore", config)?;
        command.args(["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]);
        command.args(["--schema=public", "--dbname", &without_password(config)?.0]).arg(dump);
        run("pg_restore", command).await
    };
    let result = result.await;
    if result.is_err() {
        move_extensions(&connection, "public", kept).await?;
        let back = format!("DROP SCHEMA public CASCADE; ALTER SCHEMA \"{kept}\" RENAME TO public;");
        connection.execute_unprepared(&back).await?;
    }
    connection.close().await?;
    result
}

/// Removes the schema that was put aside, where it held nothing.
pub async fn drop_aside(config: &Config, kept: &str) -> Result<(), Failure> {
    let connection = open(config).await?;
    connection.execute_unprepared(&format!("DROP SCHEMA \"{kept}\"")).await?;
    connection.close().await?;
    Ok(())
}

/// Extensions belong to the database, not to what is replaced in it.
async fn move_extensions(connection: &DatabaseConnection, from: &str, to: &str) -> Result<(), DbErr> {
    let sql = format!(
        "SELECT e.extname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE n.nspname = '{from}'"
    );
    for row in connection.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await? {
        let name: String = row.try_get_by_index(0)?;
        connection.execute_unprepared(&format!("ALTER EXTENSION \"{name}\" SET SCHEMA \"{to}\"")).await?;
    }
    Ok(())
}

async fn open(config: &Config) -> Result<DatabaseConnection, Failure> {
    let mut options = ConnectOptions::new(config.database.url.as_str());
    options.max_connections(1).sqlx_logging(false).set_application_name("tessera-restore");
    Ok(Database::connect(options).await?)
}

/// The address without its password, and the password.
fn without_password(config: &Config) -> Result<(String, Option<String>), Failure> {
    let mut url = Url::parse(config.database.url.as_str()).map_err(|e| Failure::unforeseen(&e.into()))?;
    let password =
        url.password().map(|p| percent_encoding::percent_decode_str(p).decode_utf8_lossy().into_owned());
    let _ = url.set_password(None);
    Ok((url.into(), password))
}

fn program(name: &str, config: &Config) -> Result<Command, Failure> {
    let (address, password) = without_password(config)?;
    let mut command = Command::new(name);
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    if name == "pg_dump" {
        command.args(["--dbname", &address]);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true);
    Ok(command)
}

async fn run(name: &str, mut command: Command) -> Result<(), Failure> {
    let output = command.output().await.map_err(|e| {
        let what = format!("the program {name} cannot be started: {e}");
        Failure::new(what, "Install PostgreSQL's client programs (Debian: postgresql-client) and try again.")
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or("it said nothing");
    let what = format!("{name} failed: {said}");
    Err(Failure::new(
        what,
        "Its version must be at least the server's; check that it can connect to the database.",
    ))
}
