//! `doctor`: looks at everything that commonly goes wrong, changes nothing, and says how to mend it.

use crate::failure::{Failure, Status, chain};
use crate::{print, program, slices};
use serde::Serialize;
use std::path::Path;
use std::time::Duration;
use tessera_core::{Clock, Instant, SystemClock};
use tessera_network::clubs::partners::calling::sealer_of;
use tessera_network::clubs::partners::{self, FAILURES_TOLD, Trouble};
use tessera_platform::config::{Config, DatabaseUrl, Engine, MailTransport, SecretKey, Sources};
use tessera_platform::db::{Db, sql};
use tessera_platform::jobs;
use tessera_platform::mail::{Mailer, SendError};
use tessera_web::app::migrations_of;

/// One thing looked at.
#[derive(Debug, Serialize)]
struct Check {
    name: &'static str,
    state: State,
    found: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Good,
    /// Works, but somebody should know.
    Note,
    Problem,
}

impl Check {
    fn good(name: &'static str, found: impl Into<String>) -> Self {
        Self { name, state: State::Good, found: found.into(), remedy: None }
    }

    fn note(name: &'static str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { name, state: State::Note, found: found.into(), remedy: Some(remedy.into()) }
    }

    fn problem(name: &'static str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { state: State::Problem, ..Self::note(name, found, remedy) }
    }
}

/// A database that does not answer in this time does not answer.
const PATIENCE: Duration = Duration::from_secs(4);

/// Less free space than this is a problem; less than ten times this is worth a note.
const LEAST_FREE_BYTES: u64 = 100 * 1024 * 1024;

pub async fn doctor(sources: &Sources, json: bool) -> Result<(), Failure> {
    let mut checks = Vec::new();
    match sources.read() {
        Err(e) => checks.extend(e.problems.iter().map(|p| {
            Check::problem(
                "configuration",
                p.to_string(),
                "Correct it; `tessera config generate` prints every setting.",
            )
        })),
        Ok(config) => {
            let from = sources
                .file()
                .map_or_else(|| "defaults and environment".to_owned(), |f| f.display().to_string());
            checks.push(Check::good("configuration", from));
            checks.extend(address(&config));
            checks.extend(database(&config).await);
            checks.push(mail(&config).await);
            checks.push(key(&config));
            checks.extend(disk(&config));
        }
    }
    report(&checks, json)
}

fn report(checks: &[Check], json: bool) -> Result<(), Failure> {
    let problems = checks.iter().filter(|c| c.state == State::Problem).count();
    if json {
        print::json(&serde_json::json!({ "healthy": problems == 0, "checks": checks }))?;
    } else {
        for check in checks {
            let mark = match check.state {
                State::Good => "ok     ",
                State::Note => "note   ",
                State::Problem => "PROBLEM",
            };
            print::line(&format!("{mark}  {}: {}", check.name, check.found))?;
            if let Some(remedy) = &check.remedy {
                print::line(&format!("         -> {remedy}"))?;
            }
        }
    }
    match problems {
        0 => Ok(()),
        1 => Err(Failure { what: "there is 1 problem".into(), remedy: None, status: Status::Failed }),
        n => Err(Failure { what: format!("there are {n} problems"), remedy: None, status: Status::Failed }),
    }
}

fn address(config: &Config) -> Vec<Check> {
    let http = &config.http;
    let mut checks = Vec::new();
    let local = matches!(http.base_url.host(), "localhost" | "127.0.0.1" | "[::1]");
    if !local && !http.base_url.is_https() {
        checks.push(Check::note(
            "address",
            format!("{} is not https", http.base_url),
            "Put a proxy with a certificate in front (samples are in deploy/) and set http.base_url to https://….",
        ));
    } else if !local && http.listen.ip().is_loopback() && http.trusted_proxies.is_empty() {
        checks.push(Check::note(
            "address",
            "a proxy seems to be in front, but http.trusted_proxies is empty",
            "Set it to the proxy's address, such as [\"127.0.0.1\"]; otherwise every visitor seems to come from there.",
        ));
    } else {
        checks.push(Check::good("address", format!("{}, listening on {}", http.base_url, http.listen)));
    }
    checks
}

async fn database(config: &Config) -> Vec<Check> {
    let url = &config.database.url;
    // Connecting would create the file.
    if let Some(path) = url.sqlite_path().filter(|p| !p.exists()) {
        let remedy = "It is made at the first start. If there should be one, check database.url and the working directory.";
        return vec![Check::note("database", format!("there is none yet at {}", path.display()), remedy)];
    }
    let remedy = "Check database.url, that the database server runs, and that its user may connect.";
    let db = match tokio::time::timeout(PATIENCE, program::open_database(config)).await {
        Ok(Ok(db)) => db,
        Ok(Err(e)) => return vec![Check::problem("database", chain(&e), remedy)],
        Err(_) => return vec![Check::problem("database", format!("{url} does not answer"), remedy)],
    };
    let mut checks = vec![answering(&db, url).await, migrations(&db).await];
    checks.push(clock(&db, SystemClock.now()).await);
    checks.extend(background(&db, SystemClock.now()).await);
    checks.extend(other_key(config, &db).await);
    checks.extend(partners(config, &db).await);
    let _ = db.close().await;
    checks
}

async fn answering(db: &Db, url: &DatabaseUrl) -> Check {
    let read = db.read();
    let question = match url.engine() {
        Engine::Sqlite => "PRAGMA quick_check(1)",
        Engine::Postgres => "SELECT version()",
    };
    let asked = sea_orm::ConnectionTrait::query_one_raw(&read, sql(&read, question, vec![])).await;
    let said = asked.map(|row| row.and_then(|r| r.try_get_by_index::<String>(0).ok()).unwrap_or_default());
    match said {
        Ok(said) if url.engine() == Engine::Sqlite && said != "ok" => {
            let remedy = "The file is damaged: stop the server and put a backup back with `tessera restore`.";
            Check::problem("database", format!("{url}: {said}"), remedy)
        }
        Ok(said) => Check::good("database", format!("{url} ({})", said.chars().take(40).collect::<String>())),
        Err(e) => Check::problem("database", e.to_string(), "See the database server's log."),
    }
}

async fn migrations(db: &Db) -> Check {
    match db.check_migrated(&migrations_of(&slices::slices())).await {
        Ok(()) => Check::good("migrations", "the database is at this version"),
        Err(e @ tessera_platform::db::MigrateError::Pending { .. }) => {
            Check::note("migrations", e.to_string(), "`tessera migrate` does it; so does the next start.")
        }
        Err(e) => Check::problem(
            "migrations",
            e.to_string(),
            "Use the version of Tessera that wrote it, or a backup.",
        ),
    }
}

async fn clock(db: &Db, now: Instant) -> Check {
    // The program is younger than this: a clock before it is wrong.
    let built = Instant::from_microseconds(1_767_225_600_000_000);
    let remedy = "Set the machine's clock, for example with systemd-timesyncd or chrony.";
    if now < built {
        return Check::problem("clock", format!("this machine believes it is {now}"), remedy);
    }
    if db.engine() == tessera_platform::db::Engine::Sqlite {
        return Check::good("clock", now.to_string());
    }
    let read = db.read();
    let asked =
        sea_orm::ConnectionTrait::query_one_raw(&read, sql(&read, "SELECT clock_timestamp()", vec![])).await;
    match asked.map(|row| row.and_then(|r| r.try_get_by_index::<Instant>(0).ok())) {
        Ok(Some(there)) => {
            let apart = there.since(SystemClock.now()).as_secs().abs();
            if apart > 5 {
                let found = format!("the database server's clock is {apart} s away from this machine's");
                Check::problem("clock", found, remedy)
            } else {
                Check::good("clock", format!("{now}, as the database server has it"))
            }
        }
        _ => Check::problem("clock", "the database server does not tell its time", "See its log."),
    }
}

async fn background(db: &Db, now: Instant) -> Vec<Check> {
    let (Ok((due, oldest)), Ok(dead)) =
        (jobs::backlog(&db.read(), now).await, jobs::list_dead(&db.read(), 100).await)
    else {
        // Before the first migration there is no queue.
        return Vec::new();
    };
    let mut checks = Vec::new();
    let behind = oldest.map_or(0, |t| now.since(t).as_secs());
    if behind > 15 * 60 {
        checks.push(Check::problem(
            "background work",
            format!("{due} jobs wait, the oldest for {} minutes", behind / 60),
            "Start `tessera serve` without --no-worker, or `tessera worker`.",
        ));
    } else {
        checks.push(Check::good("background work", format!("{due} jobs wait")));
    }
    if !dead.is_empty() {
        let kinds: std::collections::BTreeSet<&str> = dead.iter().map(|j| j.kind.as_str()).collect();
        checks.push(Check::note(
            "failed jobs",
            format!("{} were given up: {}", dead.len(), kinds.into_iter().collect::<Vec<_>>().join(", ")),
            "The server's log tells why.",
        ));
    }
    checks
}

/// A key that was lost and made anew is noticed by what the database remembers of the earlier one.
async fn other_key(config: &Config, db: &Db) -> Option<Check> {
    let given = config.secret_key.is_some() || SecretKey::path(config).exists();
    if !given {
        return None;
    }
    let key = SecretKey::load_or_create(config).ok()?;
    let same = program::is_same_key(db, key.bytes()).await.ok()??;
    (!same).then(|| {
        let found = "it is another one than this database was used with, so what was sealed cannot be opened";
        let place = SecretKey::path(config).display().to_string();
        Check::problem(
            "secret key",
            found,
            format!("Put the earlier one back, from a backup, to {place} or secret_key."),
        )
    })
}

/// Partners whose syncs fail, or whose secret cannot be opened any more.
async fn partners(config: &Config, db: &Db) -> Vec<Check> {
    if !config.federation.enabled || db.check_migrated(&migrations_of(&slices::slices())).await.is_err() {
        return Vec::new();
    }
    let Ok(open) = partners::list_open(&db.read(), None, 10_000).await else { return Vec::new() };
    let given = config.secret_key.is_some() || SecretKey::path(config).exists();
    let sealer =
        given.then(|| SecretKey::load_or_create(config).ok()).flatten().map(|key| sealer_of(key.bytes()));
    let mut checks = Vec::new();
    for partner in &open {
        let sealed = partner.api_secret_sealed.as_deref();
        let is_lost =
            sealed.zip(sealer.as_ref()).is_some_and(|(sealed, sealer)| sealer.open(sealed).is_err());
        let code = &partner.short_code;
        if is_lost {
            let remedy =
                format!("Enter it again: `tessera partner edit {code} --api-key … --api-secret-stdin`.");
            checks.push(Check::problem("partners", format!("the secret of {code} cannot be opened"), remedy));
        } else if partner.failures >= FAILURES_TOLD {
            let why = partner.trouble().map_or_else(|| "for an unknown reason".to_owned(), Trouble::code);
            let found = format!("the last {} syncs of {code} failed ({why})", partner.failures);
            checks.push(Check::problem(
                "partners",
                found,
                format!("`tessera partner test {code}` says at which step."),
            ));
        } else if !partner.can_ask() {
            let remedy = format!(
                "Enter what they gave you: `tessera partner edit {code} --api-key … --api-secret-stdin`, or pair."
            );
            checks.push(Check::note("partners", format!("there is no key to ask {code} with"), remedy));
        }
    }
    if checks.is_empty() {
        checks.push(Check::good("partners", format!("{} active", open.len())));
    }
    checks
}

async fn mail(config: &Config) -> Check {
    let transport = &config.mail.transport;
    let mailer = match Mailer::new(&config.mail) {
        Ok(mailer) => mailer,
        Err(e @ SendError::Authorities { .. }) => {
            return Check::problem(
                "mail",
                e.to_string(),
                "Name a file of PEM certificates, readable by this user.",
            );
        }
        Err(e) => return Check::problem("mail", e.to_string(), "Correct mail.transport."),
    };
    if let Err(e) = mailer.check().await {
        let remedy = match e {
            SendError::Untrusted(_) => {
                "Name the server in mail.transport as its certificate does. If an authority of your own signed it, put that one's certificate into mail.ca_file."
            }
            _ => {
                "Check mail.transport: host, port, user and password, and whether this machine may connect there."
            }
        };
        return Check::problem("mail", format!("{transport}: {e}"), remedy);
    }
    match transport {
        MailTransport::Log => Check::note(
            "mail",
            "mails are written to the log and go nowhere",
            "Set mail.transport to smtp://….",
        ),
        MailTransport::Smtp(_) if config.mail.from.address.ends_with("@localhost") => Check::problem(
            "mail",
            format!("mails would be from {}, which other servers refuse", config.mail.from.address),
            "Set mail.from to an address of your own.",
        ),
        _ => Check::good("mail", transport.to_string()),
    }
}

fn key(config: &Config) -> Check {
    if config.secret_key.is_some() {
        return Check::good("secret key", "from the configuration");
    }
    let path = SecretKey::path(config);
    if !path.exists() {
        let remedy = "It is made at the first start. If there was one, put it back: sealed secrets are lost without it.";
        return Check::note("secret key", format!("there is none yet at {}", path.display()), remedy);
    }
    if let Err(e) = SecretKey::load_or_create(config) {
        return Check::problem(
            "secret key",
            chain(&e),
            "Put the file from a backup back, readable by this user.",
        );
    }
    #[cfg(unix)]
    if let Ok(metadata) = std::fs::metadata(&path) {
        let mode = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions());
        if mode & 0o077 != 0 {
            let found = format!("others can read {}", path.display());
            return Check::problem("secret key", found, format!("chmod 600 {}", path.display()));
        }
    }
    Check::good("secret key", path.display().to_string())
}

fn disk(config: &Config) -> Vec<Check> {
    let mut places = vec![config.data_dir.path().to_owned()];
    if let Some(path) = config.database.url.sqlite_path() {
        places.push(path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned());
    }
    places.into_iter().map(|place| room(&place)).collect()
}

fn room(place: &Path) -> Check {
    // The folder may not be there yet: then its nearest parent that is.
    let there = place.ancestors().find(|p| p.is_dir()).unwrap_or(Path::new("."));
    let there = if there.as_os_str().is_empty() { Path::new(".") } else { there };
    let writable = tempfile::Builder::new().prefix(".tessera-probe").tempfile_in(there);
    if let Err(e) = writable {
        let remedy = "Give the user that runs Tessera the right to write there.";
        return Check::problem("disk", format!("nothing can be written in {}: {e}", there.display()), remedy);
    }
    let free = match rustix::fs::statvfs(there) {
        Ok(s) => s.f_bavail.saturating_mul(s.f_frsize),
        Err(e) => return Check::note("disk", format!("{}: {e}", there.display()), "Check the disk."),
    };
    let found = format!("{} MiB free at {}", free / (1024 * 1024), there.display());
    if free < LEAST_FREE_BYTES {
        Check::problem("disk", found, "Make room, or move database.url and data_dir to a larger disk.")
    } else if free < LEAST_FREE_BYTES.saturating_mul(10) {
        Check::note("disk", found, "Make room soon.")
    } else {
        Check::good("disk", found)
    }
}
