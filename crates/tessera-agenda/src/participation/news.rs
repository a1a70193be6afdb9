//! Tells those who come what happened to their event, once for each change, in the background: members by notices,
//! guests by mail.

use super::mails::{self, OfNews, Told, ToldOf};
use super::model::{Answer, Participation};
use super::{notices, service, store};
use crate::events::{Event, Happening, Moved, News, Observer, Visibility};
use futures::future::BoxFuture;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use tessera_core::ids::{AccountId, CommunityId, EventId, ParticipationId};
use tessera_platform::db::Write;
use tessera_platform::jobs::{self, Delivery, Handler, Job, JobError, NewJob};
use tessera_platform::outbox::{self, Mail};
use tessera_web::app::App;
use tessera_web::cx::Cx;
use tessera_web::refusal::Error;

const TELL: &str = "participation.tell";
const BATCH: u64 = 200;
/// A deletion can be undone; those who come hear of it when it was not.
const DELETION_SETTLES: SignedDuration = SignedDuration::from_mins(10);

pub const TELLING: Handler<App> =
    Handler { kind: TELL, delivery: Delivery::AtLeastOnce, max_attempts: 8, run: tell };

pub const OBSERVER: Observer = Observer { told, moved, people_told };

/// One batch of people to tell.
#[derive(Debug, Serialize, Deserialize)]
struct Tell {
    community: CommunityId,
    event: EventId,
    /// One date of a series; empty: all of it.
    #[serde(default)]
    occurrence: String,
    version: i64,
    news: Told,
    by: Option<AccountId>,
    after: Option<ParticipationId>,
}

impl Tell {
    fn as_told(&self) -> ToldOf {
        ToldOf { event: self.event, occurrence: self.occurrence.clone(), news: self.news }
    }
}

fn told<'a>(tx: &'a Write, happening: Happening<'a>) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(async move {
        let news = match happening.news {
            News::Changed { time, place, title, status } if time || place || title || status => {
                Told::Changed { time, place, title }
            }
            News::Cancelled => Told::Cancelled,
            News::Resumed => Told::Resumed,
            News::Deleted => Told::Deleted,
            News::Changed { .. } | News::Published | News::Restored => return Ok(()),
        };
        let now = happening.app.now();
        // Nobody came to a draft, and nobody needs to hear of what is past or was called off before.
        let concerns = happening.before.is_published() && !happening.after.is_over(now);
        if !concerns || (news == Told::Deleted && happening.before.is_cancelled()) {
            return Ok(());
        }
        let settles = if news == Told::Deleted { DELETION_SETTLES } else { SignedDuration::ZERO };
        let tell = Tell {
            community: happening.community.id,
            // Who comes to a date of a series answered the series, or that date of it.
            event: happening.after.series_id.unwrap_or(happening.after.id),
            occurrence: happening.after.recurrence_id.clone(),
            version: happening.after.version,
            news,
            by: happening.by,
            after: None,
        };
        enqueue(tx, happening.app, &tell, settles).await?;
        Ok(())
    })
}

async fn enqueue(tx: &Write, app: &App, tell: &Tell, wait: SignedDuration) -> Result<(), sea_orm::DbErr> {
    let job =
        NewJob { kind: TELL, payload: tell, run_at: app.now().plus(wait), dedupe_key: None, max_attempts: 8 };
    jobs::enqueue(tx, app.clock(), job).await.map(drop)
}

fn moved<'a>(tx: &'a Write, moved: Moved<'a>) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(async move {
        let mut answered = store::list_dates_answered(tx, moved.from).await?;
        let renamed = |key: &str| (moved.rename)(key);
        // So that no name is taken twice on the way.
        if answered.iter().any(|key| renamed(key).is_some_and(|new| new > *key)) {
            answered.reverse();
        }
        for key in answered {
            if let Some(new) = renamed(&key).filter(|new| *new != key || moved.from != moved.to) {
                store::move_date(tx, (moved.from, &key), (moved.to, &new)).await?;
            }
        }
        if moved.from != moved.to {
            let is_private = moved.visibility == Visibility::Private;
            belong(tx, moved.app, moved.from, moved.to, false).await?;
            if is_private {
                belong(tx, moved.app, moved.from, moved.to, true).await?;
                belong(tx, moved.app, moved.to, moved.from, true).await?;
            }
        }
        Ok(())
    })
}

/// Whoever answered a series as a whole has answered both parts of it; and whoever takes part in any date of a private
/// one goes on to see both.
async fn belong(tx: &Write, app: &App, from: EventId, to: EventId, by_any_date: bool) -> Result<(), Error> {
    let mut last = None;
    for answered in store::list_missing(tx, from, to, by_any_date).await? {
        // Of several dates that somebody answered, the first stands for them.
        if last.as_ref() == Some(&answered.key()) {
            continue;
        }
        last = Some(answered.key());
        let participant = match answered.guest() {
            Some(guest) => service::with_new_token(app, guest)?,
            None => answered.participant.clone(),
        };
        let answer = if by_any_date { Answer::Interested } else { answered.answer };
        let copy = Participation {
            id: app.new_id(),
            event_id: to,
            occurrence: String::new(),
            participant,
            answer,
            invitation_id: None,
            ..answered
        };
        store::delete_withdrawn(tx, &copy).await?;
        store::insert(tx, &copy).await?;
    }
    store::count_again(tx, to).await?;
    Ok(())
}

fn people_told<'a>(cx: &'a Cx, event: &'a Event) -> BoxFuture<'a, Result<u64, Error>> {
    Box::pin(async move {
        let by = cx.account_id();
        Ok(store::count_to_tell(&cx.app.db.read(), event.community_id, event.id, by).await?)
    })
}

fn tell(app: App, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let tell: Tell = job.payload()?;
        let community = app.community(tell.community).await.map_err(|e| JobError::Again(format!("{e:#}")))?;
        let Some(community) = community else { return Ok(()) };
        let tx = app.db.write().await?;
        let people = store::list_to_tell(
            &tx,
            tell.community,
            (tell.event, &tell.occurrence),
            tell.by,
            tell.after,
            BATCH,
        )
        .await?;
        let members: Vec<AccountId> = people.iter().filter_map(|p| p.account).collect();
        notices::tell(&tx, &app, &community, &tell.as_told(), tell.version, tell.by, &members).await?;
        for guest in people.iter().filter(|p| p.account.is_none()) {
            let mail = Mail {
                community: Some(tell.community),
                kind: mails::NEWS,
                recipient: &guest.email,
                locale: guest.locale.unwrap_or(community.locale),
                payload: &OfNews { participation: guest.id, told: tell.as_told() },
                dedupe_key: format!(
                    "event-news:{}{}:{}:{}",
                    tell.event, tell.occurrence, tell.version, guest.id
                ),
            };
            outbox::post(&tx, app.clock(), &app.mail_sealer, mail).await?;
        }
        if u64::try_from(people.len()).is_ok_and(|n| n == BATCH) {
            let next = Tell { after: people.last().map(|p| p.id), ..tell };
            enqueue(&tx, &app, &next, SignedDuration::ZERO).await?;
        }
        if job.finish(&tx).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}
