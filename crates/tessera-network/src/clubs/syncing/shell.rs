//! One sync now, of every partner or of one: what `tessera sync-federation` does.

use super::interest;
use super::model::{Ended, Outcome, Scope};
use super::run::run;
use crate::clubs::partners::{self, Partner, Trouble};
use futures::StreamExt;
use std::sync::Arc;
use std::time::Duration;
use tessera_web::App;
use tessera_web::directory::Community;

/// Partners asked at the same time.
const AT_ONCE: usize = 4;
/// How long another run of the same partner is waited for.
const PATIENCE: Duration = Duration::from_secs(180);
const LOOK_AGAIN: Duration = Duration::from_millis(300);

/// What is synced.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub code: Option<String>,
    pub events_only: bool,
}

/// What came of one partner.
#[derive(Debug)]
pub struct Report {
    pub community: Arc<Community>,
    pub partner: Partner,
    pub outcome: anyhow::Result<Outcome>,
    /// Events whose counts the partner was told of.
    pub told: u64,
    pub telling_failed: Option<Trouble>,
}

impl Report {
    pub fn has_failed(&self) -> bool {
        let events = match &self.outcome {
            Ok(outcome) => matches!(outcome.ended, Ended::Failed(_)),
            Err(_) => true,
        };
        events || self.telling_failed.is_some()
    }
}

/// The open partners of a community that are meant.
pub async fn meant(app: &App, community: &Community, wanted: &Wanted) -> anyhow::Result<Vec<Partner>> {
    let partners = partners::list(&app.db.read(), community.id).await?;
    let is_meant = |p: &Partner| p.is_open() && wanted.code.as_ref().is_none_or(|code| *code == p.short_code);
    Ok(partners.into_iter().filter(is_meant).collect())
}

/// Syncs these, several at once; `done` hears of each as it ends.
pub async fn sync_all(
    app: &App,
    partners: Vec<(Arc<Community>, Partner)>,
    wanted: &Wanted,
    mut done: impl FnMut(Report),
) {
    let tasks =
        partners.into_iter().map(|(community, partner)| one(app, community, partner, wanted.events_only));
    let mut running = futures::stream::iter(tasks).buffer_unordered(AT_ONCE);
    while let Some(report) = running.next().await {
        done(report);
    }
}

async fn one(app: &App, community: Arc<Community>, partner: Partner, events_only: bool) -> Report {
    let outcome = patiently(app, &community, &partner).await;
    let mut report = Report { outcome, told: 0, telling_failed: None, community, partner };
    if events_only || !app.config.federation.share_interest_counts {
        return report;
    }
    match interest::tell(app, &report.community, &report.partner, (false, interest::AT_ONCE)).await {
        Ok(told) => {
            let told = told.unwrap_or_default();
            (report.told, report.telling_failed) = (told.told, told.trouble);
        }
        Err(fault) => report.outcome = report.outcome.and(Err(fault)),
    }
    report
}

/// Waits for a run that is under way, and then makes its own.
async fn patiently(app: &App, community: &Arc<Community>, partner: &Partner) -> anyhow::Result<Outcome> {
    let begun = tokio::time::Instant::now();
    loop {
        if let Some(outcome) = run(app, community, partner, Scope::All).await? {
            return Ok(outcome);
        }
        let read = app.db.read();
        let still = partners::find(&read, community.id, partner.id).await?.is_some_and(|p| p.is_open());
        if !still {
            anyhow::bail!("the partner was closed meanwhile");
        }
        if begun.elapsed() > PATIENCE {
            anyhow::bail!(
                "another run of this partner has been under way for {} seconds",
                PATIENCE.as_secs()
            );
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
}
