//! From a configuration to a running server, and down again without losing anything.

use crate::slices;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tessera_core::{Clock, SystemClock};
use tessera_platform::config::{Config, SecretKey, SecretKeyError};
use tessera_platform::db::{Db, MigrateError, MigrationOutcome};
use tessera_platform::mail::{Mailer, SendError};
use tessera_platform::outbound::{Outbound, OutboundError, Reach};
use tessera_platform::telemetry::{Metrics, NoMetrics};
use tessera_platform::{facts, seal, tokens};
use tessera_web::app::{App, Parts, migrations_of};
use tessera_web::words::CatalogueError;
use tokio_util::sync::CancellationToken;

/// How long what is under way may take once the program was told to stop.
const DEADLINE: Duration = Duration::from_secs(25);

/// Why the program cannot start. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(
        "the database at {url} cannot be opened: {source}. Check `database.url`, and that the server or folder is there"
    )]
    Database { url: String, source: sea_orm::DbErr },
    #[error(transparent)]
    Migrate(#[from] MigrateError),
    #[error(transparent)]
    SecretKey(#[from] SecretKeyError),
    #[error("`mail.transport` cannot be used: {0}")]
    Mail(#[from] SendError),
    #[error("`federation.ca_file` cannot be used: {0}")]
    Outbound(#[from] OutboundError),
    #[error("the texts of this program are broken: {0}")]
    Words(#[from] CatalogueError),
    #[error(
        "{address} is in use by another program, perhaps another Tessera. Stop it, or set `http.listen` to another address"
    )]
    InUse { address: SocketAddr },
    #[error(
        "the server cannot listen on {address}: {source}. Set `http.listen` to an address of this machine, with a port above 1023 unless started by root"
    )]
    Listen { address: SocketAddr, source: std::io::Error },
    #[error(transparent)]
    Metrics(#[from] NoMetrics),
    #[error("the server stopped: {0}")]
    Serve(std::io::Error),
}

/// Opens the database, without changing it.
pub async fn open_database(config: &Config) -> Result<Db, StartError> {
    let url = config.database.url.as_str();
    Db::connect(url)
        .await
        .map_err(|source| StartError::Database { url: config.database.url.to_string(), source })
}

/// Brings the database to this program's version.
pub async fn migrate(db: &Db) -> Result<MigrationOutcome, StartError> {
    Ok(db.migrate(&migrations_of(&slices::slices()), SystemClock.now()).await?)
}

/// Everything but the network: configuration read, database at this version, texts built.
pub async fn open(config: Config) -> Result<App, StartError> {
    let secret_key = SecretKey::load_or_create(&config)?;
    let mailer = Mailer::new(&config.mail)?;
    let outbound = outbound(&config)?;
    let db = open_database(&config).await?;
    if config.database.auto_migrate {
        let outcome = migrate(&db).await?;
        if let Some(copy) = &outcome.copy {
            tracing::info!(%copy, "kept a copy of the database as it was before the migration");
        }
        if !outcome.applied.is_empty() {
            tracing::info!(steps = outcome.applied.len(), "brought the database to this version");
        }
    } else {
        db.check_migrated(&migrations_of(&slices::slices())).await?;
    }
    match is_same_key(&db, secret_key.bytes()).await {
        Ok(Some(true)) => {}
        Ok(Some(false)) => tracing::error!(
            "the secret key is another one than this database was used with; what was sealed cannot be opened. \
             Put the earlier one back: `tessera doctor` tells where"
        ),
        Ok(None) => remember_key(&db, secret_key.bytes()).await.map_err(MigrateError::from)?,
        Err(e) => return Err(MigrateError::from(e).into()),
    }
    let clock = Arc::new(SystemClock);
    let secret_key = secret_key.bytes().to_vec();
    let (slices, identity) = (slices::slices(), slices::identity());
    Ok(App::new(Parts { config, db, clock, mailer, outbound, secret_key, slices, identity })?)
}

/// The way out, as the configuration bounds it.
pub fn outbound(config: &Config) -> Result<Outbound, OutboundError> {
    let federation = &config.federation;
    let reach = if federation.allow_private_addresses { Reach::Private } else { Reach::Public };
    Outbound::new(reach, federation.require_https, federation.ca_file.as_deref())
}

const KEY_FACT: &str = "secret_key";

/// Whether this secret key is the one the database was used with so far; none where that is not known yet.
pub async fn is_same_key(db: &Db, secret_key: &[u8]) -> Result<Option<bool>, sea_orm::DbErr> {
    let known = facts::find(&db.read(), KEY_FACT).await?;
    Ok(known.map(|known| known == fingerprint(secret_key)))
}

async fn remember_key(db: &Db, secret_key: &[u8]) -> Result<(), sea_orm::DbErr> {
    let tx = db.write().await?;
    facts::put(&tx, KEY_FACT, &fingerprint(secret_key)).await?;
    tx.commit().await
}

/// Tells two keys apart and nothing else of them.
fn fingerprint(secret_key: &[u8]) -> String {
    tokens::digest(&seal::derive_key(secret_key, "fingerprint"))
}

/// Serves until `stop`; then takes nothing new, finishes what is under way within a deadline, and returns. `ready` is
/// called once when requests are answered.
pub async fn serve(
    app: App,
    with_worker: bool,
    stop: CancellationToken,
    ready: impl FnOnce() + Send,
) -> Result<(), StartError> {
    let address = app.config.http.listen;
    let listener = listen(address).await?;
    let router = tessera_web::router::build(&app).router;
    let worker = with_worker.then(|| tokio::spawn(work(app.clone(), stop.clone())));
    let listening = app.clone();
    let listener_stop = stop.clone();
    tokio::spawn(async move { listening.db.listen(listener_stop).await });
    let metrics = match app.config.metrics.listen {
        Some(address) => {
            let metrics = Metrics::install()?;
            Some(tokio::spawn(serve_metrics(listen(address).await?, metrics, stop.clone())))
        }
        None => None,
    };
    let stopping = stop.clone();
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let server =
        axum::serve(listener, service).with_graceful_shutdown(async move { stopping.cancelled().await });
    let server = tokio::spawn(async move { server.await });
    ready();
    stop.cancelled().await;
    // Open streams would else be waited for.
    app.live().end();
    let down = async {
        let served = server.await;
        if let Some(worker) = worker {
            let _ = worker.await;
        }
        if let Some(metrics) = metrics {
            let _ = metrics.await;
        }
        served
    };
    let ended = match tokio::time::timeout(DEADLINE, down).await {
        Ok(Ok(served)) => served.map_err(StartError::Serve),
        Ok(Err(e)) => Err(StartError::Serve(std::io::Error::other(e))),
        Err(_) => {
            tracing::warn!("some requests or jobs did not end in time; jobs will be taken up again");
            Ok(())
        }
    };
    if let Err(e) = app.db.close().await {
        tracing::warn!(error = %e, "the database did not close cleanly");
    }
    ended
}

/// Does the background work until `stop`; then what is under way may take as long as in [`serve`].
pub async fn work_until(app: App, stop: CancellationToken) {
    let worker = tokio::spawn(work(app.clone(), stop.clone()));
    stop.cancelled().await;
    if tokio::time::timeout(DEADLINE, worker).await.is_err() {
        tracing::warn!("some jobs did not end in time; they will be taken up again");
    }
    if let Err(e) = app.db.close().await {
        tracing::warn!(error = %e, "the database did not close cleanly");
    }
}

/// Does the background work until `stop`.
async fn work(app: App, stop: CancellationToken) {
    app.runner().run(stop).await;
}

async fn listen(address: SocketAddr) -> Result<tokio::net::TcpListener, StartError> {
    tokio::net::TcpListener::bind(address).await.map_err(|source| match source.kind() {
        std::io::ErrorKind::AddrInUse => StartError::InUse { address },
        _ => StartError::Listen { address, source },
    })
}

#[allow(clippy::disallowed_methods, reason = "an address of its own, for whoever runs the server")]
async fn serve_metrics(
    listener: tokio::net::TcpListener,
    metrics: Metrics,
    stop: CancellationToken,
) -> std::io::Result<()> {
    let page = move || async move { metrics.render() };
    let router = axum::Router::new().route("/metrics", axum::routing::get(page));
    axum::serve(listener, router).with_graceful_shutdown(async move { stop.cancelled().await }).await
}
