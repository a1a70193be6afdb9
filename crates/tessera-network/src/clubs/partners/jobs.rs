//! What is done for partners by itself: logos, keys that are over, the replacement of our own.

use super::{SyncPayload, signing, store};
use crate::clubs::pictures;
use futures::future::BoxFuture;
use jiff::SignedDuration;
use tessera_platform::jobs::{Delivery, Handler, Job, JobError, Schedule};
use tessera_web::app::App;
use url::Url;

pub const LOGO: Handler<App> =
    Handler { kind: "partners.logo", delivery: Delivery::AtLeastOnce, max_attempts: 5, run: fetch_logo };

fn fetch_logo(app: App, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let SyncPayload { community, partner } = job.payload()?;
        let Some(partner) = store::find(&app.db.read(), community, partner).await? else { return Ok(()) };
        let Some(url) = partner.logo_url.as_deref().and_then(|url| Url::parse(url).ok()) else {
            return Ok(());
        };
        match pictures::take_in(&app, &url).await {
            Ok(name) => {
                let tx = app.db.write().await?;
                store::update_logo(&tx, &partner, name.as_str()).await?;
                tx.touch(community);
                tx.commit().await?;
                Ok(())
            }
            Err(e) if e.may_pass() => Err(JobError::Again(e.to_string())),
            // A logo that is none is no matter for an operator: the page shows the initials instead.
            Err(e) => {
                tracing::info!(partner = %partner.short_code, error = %e, "the logo of a partner is not shown");
                Ok(())
            }
        }
    })
}

pub const TIDY: Handler<App> =
    Handler { kind: "partners.tidy", delivery: Delivery::AtLeastOnce, max_attempts: 3, run: tidy };
pub const TIDY_EVERY_DAY: Schedule =
    Schedule { name: "partners.tidy", kind: "partners.tidy", every_seconds: 24 * 3600 };

/// Forgets keys and links that are over, and replaces our own keys that have grown old.
fn tidy(app: App, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let now = app.now();
        let tx = app.db.write().await?;
        store::keys::delete_ended_pairs(&tx, now).await?;
        store::keys::delete_ended_own(&tx, now.plus(SignedDuration::from_hours(-24 * 30))).await?;
        store::pairings::delete_ended(&tx, now.plus(SignedDuration::from_hours(-24 * 30))).await?;
        tx.commit().await?;
        if !app.config.federation.enabled {
            return Ok(());
        }
        let aged = store::keys::list_aged(&app.db.read(), now.plus(-signing::REPLACED_AFTER)).await?;
        for id in aged {
            let community = app.community(id).await.map_err(|e| JobError::Again(e.to_string()))?;
            let Some(community) = community else { continue };
            let tx = app.db.write().await?;
            signing::rotate(&app, &tx, &community).await.map_err(|e| JobError::Again(e.to_string()))?;
            tx.commit().await?;
        }
        Ok(())
    })
}
