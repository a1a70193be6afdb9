//! `serve` and `worker`: until they are told to stop.

use crate::failure::Failure;
use crate::{print, program};
use tessera_platform::config::Config;
use tessera_platform::telemetry;
use tokio_util::sync::CancellationToken;

/// Serves until SIGTERM or SIGINT.
pub async fn serve(config: Config, with_worker: bool) -> Result<(), Failure> {
    telemetry::start_logs(config.log.format);
    let stop = stop_on_signal()?;
    let app = program::open(config).await?;
    let address = app.config.http.base_url.to_string();
    program::serve(app, with_worker, stop, || {
        let _ = print::line(&format!("Tessera is ready: open {address} in a browser (Ctrl-C stops it)"));
    })
    .await?;
    Ok(())
}

/// Does the background work until SIGTERM or SIGINT.
pub async fn worker(config: Config) -> Result<(), Failure> {
    telemetry::start_logs(config.log.format);
    let stop = stop_on_signal()?;
    let app = program::open(config).await?;
    print::line("Tessera's worker is ready (Ctrl-C stops it)")?;
    program::work_until(app, stop).await;
    Ok(())
}

/// Cancelled at the first signal; a second one ends the program at once.
fn stop_on_signal() -> Result<CancellationToken, Failure> {
    let stop = CancellationToken::new();
    let told = stop.clone();
    #[cfg(unix)]
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::spawn(async move {
        loop {
            #[cfg(unix)]
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            #[cfg(not(unix))]
            let _ = tokio::signal::ctrl_c().await;
            if told.is_cancelled() {
                #[allow(
                    clippy::disallowed_methods,
                    reason = "somebody insists; jobs and transactions survive it"
                )]
                std::process::exit(1);
            }
            tracing::info!("stopping: finishing what is under way");
            told.cancel();
        }
    });
    Ok(stop)
}
