//! The one mail of the morning: who gets it and what is in it is claimed in the database, so that of any number of
//! processes, and of any number of tries, one sends it.

use super::model::{self, digest_at, next_digest};
use super::store::{self, Recipient};
use super::{mails, render};
use futures::future::BoxFuture;
use jiff::civil::Date;
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use tessera_core::ids::{AccountId, CommunityId};
use tessera_platform::db::Write;
use tessera_platform::jobs::{self, Delivery, Handler, Job, JobError, NewJob};
use tessera_platform::outbox::{self, Mail};
use tessera_web::App;
use tessera_web::directory::Community;

const DIGEST: &str = "notifications.digest";
const BATCH: u64 = 100;

pub const DIGESTING: Handler<App> =
    Handler { kind: DIGEST, delivery: Delivery::AtLeastOnce, max_attempts: 8, run: digest };

/// The digests of one community on one day.
#[derive(Debug, Serialize, Deserialize)]
struct OfDay {
    community: CommunityId,
    day: String,
}

/// Sees to it that the next digest comes. One job for a community and day, however many things wait for it.
pub async fn enqueue(tx: &Write, app: &App, community: &Community) -> Result<(), DbErr> {
    let Some((day, at)) = next_digest(app.now(), &community.zone()) else { return Ok(()) };
    let day = day.to_string();
    let job = NewJob {
        kind: DIGEST,
        payload: &OfDay { community: community.id, day: day.clone() },
        run_at: at,
        dedupe_key: Some(format!("{}:{day}", community.id)),
        max_attempts: DIGESTING.max_attempts,
    };
    jobs::enqueue(tx, app.clock(), job).await.map(drop)
}

/// The same for every community in which something waits.
pub async fn see_to_all(app: &App) -> Result<(), JobError> {
    for id in store::list_communities_to_digest(&app.db.read()).await? {
        if let Some(community) = app.community(id).await.map_err(|e| JobError::Again(format!("{e:#}")))? {
            let tx = app.db.write().await?;
            enqueue(&tx, app, &community).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

fn digest(app: App, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let OfDay { community, day } = job.payload()?;
        let community = app.community(community).await.map_err(|e| JobError::Again(format!("{e:#}")))?;
        let Some(community) = community else { return Ok(()) };
        let at = day.parse::<Date>().ok().and_then(|day| digest_at(day, &community.zone()));
        let early = at.map_or(0, |at| at.since(app.now()).as_secs());
        if early > 0 {
            // The community has moved to another zone meanwhile.
            let why = "it is not yet eight o'clock there".to_owned();
            return Err(JobError::AgainAfter { seconds: early, why });
        }
        let mut after = None;
        loop {
            let tx = app.db.write().await?;
            let accounts = store::list_to_digest(&tx, community.id, after, BATCH).await?;
            take(&tx, &app, &community, &day, &accounts).await?;
            tx.commit().await?;
            after = accounts.last().copied();
            if u64::try_from(accounts.len()).unwrap_or(u64::MAX) < BATCH {
                break;
            }
        }
        // Of whoever had today's digest already, what came since waits for tomorrow's.
        if !store::list_to_digest(&app.db.read(), community.id, None, 1).await?.is_empty() {
            let tx = app.db.write().await?;
            enqueue(&tx, &app, &community).await?;
            tx.commit().await?;
        }
        Ok(())
    })
}

/// Promises these members their digests of the day, and gives up what can reach nobody.
async fn take(
    tx: &Write,
    app: &App,
    community: &Community,
    day: &str,
    accounts: &[AccountId],
) -> Result<(), DbErr> {
    let people = store::list_recipients(tx, community.id, accounts).await?;
    let reached: Vec<&Recipient> = people.iter().filter(|p| mails::is_reachable(app, p)).collect();
    let mut taken = Vec::new();
    for person in &reached {
        let mail = Mail {
            community: Some(community.id),
            kind: mails::DIGEST,
            recipient: &person.email,
            locale: render::language(community, person),
            payload: &mails::OfDigest { account: person.account, day: day.to_owned() },
            dedupe_key: format!("digest:{}:{}:{day}", community.id, person.account),
        };
        if outbox::post(tx, app.clock(), &app.mail_sealer, mail).await?.is_some() {
            taken.push(person.account);
        }
    }
    store::take_into_digest(tx, community.id, &taken, Some(day)).await?;
    let lost: Vec<AccountId> =
        accounts.iter().copied().filter(|a| !reached.iter().any(|p| p.account == *a)).collect();
    store::take_into_digest(tx, community.id, &lost, None).await
}

/// The hour as the pages tell it.
pub fn hour() -> jiff::civil::Time {
    jiff::civil::Time::constant(model::DIGEST_HOUR, 0, 0, 0)
}
