//! What each command does, once it was read.

mod calendar;
mod community;
mod config;
mod doctor;
mod partner;
mod recurrence;
mod server;
mod sync;
mod user;

use crate::cli::{Cli, Command};
use crate::failure::{Failure, Status};
use crate::program::{self, StartError};
use crate::{backup, print, slices};
use std::path::{Path, PathBuf};
use tessera_core::Locale;
use tessera_core::{Clock, SystemClock};
use tessera_platform::config::{Config, ConfigError, Sources};
use tessera_web::Error;
use tessera_web::app::{App, migrations_of};
use tessera_web::wording;

/// Does what was asked.
pub async fn run(cli: Cli) -> Result<(), Failure> {
    let sources = Sources::of_process(cli.config);
    match cli.command {
        Command::Serve { no_worker } => server::serve(read(&sources)?, !no_worker).await,
        Command::Worker => server::worker(read(&sources)?).await,
        Command::Migrate(output) => migrate(&read(&sources)?, output.json).await,
        Command::Community(command) => community::run(&open(&sources).await?, command).await,
        Command::User(command) => user::run(&open(&sources).await?, command).await,
        Command::Partner(command) => partner::run(&open(&sources).await?, *command).await,
        Command::Import(command) => calendar::import(&open(&sources).await?, command).await,
        Command::Export(command) => calendar::export(&open(&sources).await?, command).await,
        Command::Recurrence(asked) => recurrence::run(&asked),
        Command::SyncFederation(args) => sync::run(&open(&sources).await?, args).await,
        Command::Backup { file, output } => back_up(&read(&sources)?, &file, output.json).await,
        Command::Restore { file, force, output } => {
            restore(&read(&sources)?, &file, force, output.json).await
        }
        Command::Doctor(output) => doctor::doctor(&sources, output.json).await,
        Command::Config(command) => config::run(&sources, &command),
        Command::Openapi => openapi().await,
    }
}

fn read(sources: &Sources) -> Result<Config, Failure> {
    sources.read().map_err(|e| unusable(&e))
}

fn unusable(e: &ConfigError) -> Failure {
    let what = match e.problems.as_slice() {
        [one] => format!("the configuration cannot be used: {one}"),
        many => {
            let lines: String = many.iter().map(|p| format!("\n  - {p}")).collect();
            format!("the configuration cannot be used, {} things are wrong:{lines}", many.len())
        }
    };
    Failure::new(what, "`tessera config generate` prints every setting with its default and what it means.")
}

impl From<StartError> for Failure {
    fn from(e: StartError) -> Self {
        Self { what: crate::failure::chain(&e), remedy: None, status: Status::Failed }
    }
}

/// Everything but the network, for commands that act on the data.
async fn open(sources: &Sources) -> Result<App, Failure> {
    Ok(program::open(read(sources)?).await?)
}

/// What a service answered instead of doing it, in words.
fn refused(app: &App, error: Error) -> Failure {
    let refusal = match error {
        Error::Refused(refusal) => refusal,
        Error::Fault(e) => return Failure::unforeseen(&e),
    };
    let words = app.words(Locale::En);
    let mut what = wording::sentence(&words, &refusal);
    for field in &refusal.fields {
        let why = wording::field_sentence(&words, field.code, &field.args);
        what.push_str(&format!("\n  - {}: {why}", field.field));
    }
    Failure { what, remedy: None, status: Status::Failed }
}

async fn migrate(config: &Config, json: bool) -> Result<(), Failure> {
    let db = program::open_database(config).await?;
    let outcome = program::migrate(&db).await?;
    db.close().await?;
    if json {
        return print::json(&serde_json::json!({ "applied": outcome.applied, "copy": outcome.copy }));
    }
    if let Some(copy) = &outcome.copy {
        print::line(&format!("Kept a copy of the database as it was: {copy}"))?;
    }
    if outcome.applied.is_empty() {
        return print::line("The database is at this version already.");
    }
    for step in &outcome.applied {
        print::line(&format!("Applied {step}"))?;
    }
    print::line("The database is at this version.")
}

async fn back_up(config: &Config, file: &Path, json: bool) -> Result<(), Failure> {
    let written = backup::backup(config, file, SystemClock.now()).await?;
    if json {
        return print::json(&written);
    }
    let mib = written.bytes.div_ceil(1024 * 1024);
    print::line(&format!("Wrote {} ({} files, at most {mib} MiB).", written.file, written.files))?;
    if config.secret_key.is_some() {
        print::note("The secret key comes from the configuration and is not in the backup: keep it apart.");
    }
    Ok(())
}

async fn restore(config: &Config, file: &Path, force: bool, json: bool) -> Result<(), Failure> {
    let migrations = migrations_of(&slices::slices());
    let restored = backup::restore(config, file, force, &migrations, SystemClock.now()).await?;
    if json {
        return print::json(&restored);
    }
    print::line(&format!("Restored the backup of {} ({} files).", restored.created_at, restored.files))?;
    for kept in &restored.kept {
        print::line(&format!("What was there before is in {kept}"))?;
    }
    Ok(())
}

/// The document is the same whatever the configuration: it is made over an empty database that is thrown away.
async fn openapi() -> Result<(), Failure> {
    let text = document().await?;
    print::line(&text)
}

async fn document() -> Result<String, Failure> {
    let dir = tempfile::tempdir()?;
    let mut config = Config::default();
    let url = format!("sqlite://{}", dir.path().join("empty.db").display());
    config.database.url = url.parse().map_err(|e: &str| Failure::unforeseen(&anyhow::anyhow!(e)))?;
    config.data_dir = tessera_platform::config::DataDir(PathBuf::from(dir.path()));
    let app = program::open(config).await?;
    let text = tessera_web::router::build(&app).document.to_pretty_json();
    app.db.close().await?;
    text.map_err(|e| Failure::unforeseen(&e.into()))
}
