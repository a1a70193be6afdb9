//! Telling members something: the notice, and the mail that goes with it, in the transaction that causes them.

use super::model::{Choice, MailState};
use super::store::{self, NewRow, Recipient};
use super::{digest, mails};
use crate::account_topic;
use futures::future::BoxFuture;
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use tessera_core::Role;
use tessera_core::ids::{AccountId, CommunityId, NoticeId};
use tessera_platform::db::Write;
use tessera_platform::jobs::{self, Delivery, Handler, Job, JobError, NewJob};
use tessera_platform::outbox::{self, Mail};
use tessera_web::App;
use tessera_web::directory::Community;
use tessera_web::notices::NoticeKind;

const FAN_OUT: &str = "notifications.fan_out";
/// How many are told in one go: their rows fit into one statement of either engine.
const BATCH: usize = 400;
const MOST_PAYLOAD_BYTES: usize = 16 * 1024;
const MOST_KEY_BYTES: usize = 300;

pub const FANNING_OUT: Handler<App> =
    Handler { kind: FAN_OUT, delivery: Delivery::AtLeastOnce, max_attempts: 8, run: fan_out };

/// Something to tell.
#[derive(Clone, Debug)]
pub struct NewNotice<'a, T> {
    pub kind: &'a NoticeKind,
    /// Ids rather than texts: it is rendered when it is read.
    pub payload: &'a T,
    /// Two notices to one person under one key are one.
    pub key: String,
    /// Who caused it, and is not told.
    pub by: Option<AccountId>,
}

/// Members who are told without being named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Everyone,
    Holding(Role),
}

/// Tells these members. Who is no active member is told nothing. How many had not been told before.
pub async fn notify<T: Serialize>(
    tx: &Write,
    app: &App,
    community: &Community,
    recipients: &[AccountId],
    new: &NewNotice<'_, T>,
) -> Result<u64, DbErr> {
    let payload = written(new.payload)?;
    let telling = Telling { app, community, kind: new.kind, payload: &payload, key: &new.key };
    let unlike: BTreeSet<AccountId> =
        recipients.iter().copied().filter(|account| Some(*account) != new.by).collect();
    let recipients: Vec<AccountId> = unlike.into_iter().collect();
    let mut told = 0_u64;
    for batch in recipients.chunks(BATCH) {
        told = told.saturating_add(telling.tell(tx, batch).await?);
    }
    Ok(told)
}

/// Tells all members, or those with a role, after the commit and in batches, so that no transaction grows with a
/// community.
pub async fn notify_members<T: Serialize>(
    tx: &Write,
    app: &App,
    community: &Community,
    audience: Audience,
    new: &NewNotice<'_, T>,
) -> Result<(), DbErr> {
    let role = match audience {
        Audience::Everyone => None,
        Audience::Holding(role) => Some(role.code().to_owned()),
    };
    let job = FanOut {
        community: community.id,
        role,
        kind: new.kind.kind.to_owned(),
        payload: written(new.payload)?,
        key: new.key.clone(),
        by: new.by,
        after: None,
    };
    enqueue(tx, app, &job).await
}

fn written<T: Serialize>(payload: &T) -> Result<String, DbErr> {
    let text = serde_json::to_string(payload).map_err(|e| DbErr::Custom(e.to_string()))?;
    if text.len() > MOST_PAYLOAD_BYTES {
        return Err(DbErr::Custom("a notice carries ids, not texts: its payload is too large".into()));
    }
    Ok(text)
}

/// One thing that is told, to however many.
struct Telling<'a> {
    app: &'a App,
    community: &'a Community,
    kind: &'a NoticeKind,
    payload: &'a str,
    key: &'a str,
}

impl Telling<'_> {
    async fn tell(&self, tx: &Write, accounts: &[AccountId]) -> Result<u64, DbErr> {
        if self.key.len() > MOST_KEY_BYTES {
            return Err(DbErr::Custom("the key of a notice is too long".into()));
        }
        let people = store::list_recipients(tx, self.community.id, accounts).await?;
        let choices = self.choices(tx, &people).await?;
        let rows: Vec<NewRow<'_>> =
            people.iter().zip(&choices).filter_map(|(p, choice)| self.row(p, *choice)).collect();
        let kept: BTreeSet<NoticeId> = store::insert(tx, &rows).await?.into_iter().collect();
        let new: Vec<&NewRow<'_>> = rows.iter().filter(|row| kept.contains(&row.id)).collect();
        self.post_mails(tx, &people, &new).await?;
        if new.iter().any(|row| row.mail == MailState::Digest) {
            digest::enqueue(tx, self.app, self.community).await?;
        }
        for row in new.iter().filter(|row| row.shown) {
            tx.tell(account_topic(row.account));
        }
        Ok(u64::try_from(new.len()).unwrap_or(u64::MAX))
    }

    async fn choices(&self, tx: &Write, people: &[Recipient]) -> Result<Vec<Choice>, DbErr> {
        let accounts: Vec<AccountId> = people.iter().map(|p| p.account).collect();
        let name = self.kind.preference.name;
        let mut chosen: BTreeMap<AccountId, Choice> = BTreeMap::new();
        let default = Choice::default_of(self.kind.preference);
        for (account, _, channel, code) in
            store::list_choices(tx, self.community.id, &accounts, Some(name)).await?
        {
            let so_far = chosen.get(&account).copied().unwrap_or(default);
            chosen.insert(account, store::with_chosen(so_far, &channel, &code));
        }
        Ok(accounts.iter().map(|a| chosen.get(a).copied().unwrap_or(default)).collect())
    }

    fn row(&self, person: &Recipient, choice: Choice) -> Option<NewRow<'_>> {
        let mail = MailState::of(choice.email, mails::is_reachable(self.app, person));
        let is_nothing = !choice.in_app && mail == MailState::None;
        (!is_nothing).then(|| NewRow {
            id: self.app.new_id(),
            account: person.account,
            community: self.community.id,
            kind: self.kind.kind,
            payload: self.payload,
            dedupe_key: self.key,
            now: self.app.now(),
            shown: choice.in_app,
            mail,
        })
    }

    async fn post_mails(&self, tx: &Write, people: &[Recipient], new: &[&NewRow<'_>]) -> Result<(), DbErr> {
        let instant: Vec<&&NewRow<'_>> = new.iter().filter(|row| row.mail == MailState::Instant).collect();
        let payloads: Vec<mails::OfNotice> =
            instant.iter().map(|row| mails::OfNotice { notice: row.id, account: row.account }).collect();
        let by_account: BTreeMap<AccountId, &Recipient> = people.iter().map(|p| (p.account, p)).collect();
        let mails: Vec<Mail<'_, mails::OfNotice>> = payloads
            .iter()
            .filter_map(|payload| {
                let person = by_account.get(&payload.account)?;
                Some(Mail {
                    community: Some(self.community.id),
                    kind: self.kind.kind,
                    recipient: &person.email,
                    locale: person.locale.unwrap_or(self.community.locale),
                    payload,
                    dedupe_key: format!("notice:{}", payload.notice),
                })
            })
            .collect();
        outbox::post_all(tx, self.app.clock(), &self.app.mail_sealer, &mails).await.map(drop)
    }
}

/// One batch of members to tell.
#[derive(Debug, Serialize, Deserialize)]
struct FanOut {
    community: CommunityId,
    role: Option<String>,
    kind: String,
    payload: String,
    key: String,
    by: Option<AccountId>,
    after: Option<AccountId>,
}

async fn enqueue(tx: &Write, app: &App, fan_out: &FanOut) -> Result<(), DbErr> {
    let job = NewJob {
        kind: FAN_OUT,
        payload: fan_out,
        run_at: app.now(),
        dedupe_key: None,
        max_attempts: FANNING_OUT.max_attempts,
    };
    jobs::enqueue(tx, app.clock(), job).await.map(drop)
}

fn fan_out(app: App, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let asked: FanOut = job.payload()?;
        let community =
            app.community(asked.community).await.map_err(|e| JobError::Again(format!("{e:#}")))?;
        let (Some(community), Some(kind)) = (community, app.notice_kind(&asked.kind)) else {
            return Ok(());
        };
        let role = asked.role.as_deref().and_then(|r| r.parse().ok());
        let tx = app.db.write().await?;
        let limit = u64::try_from(BATCH).unwrap_or(u64::MAX);
        let members = store::list_members(&tx, community.id, role, asked.after, limit).await?;
        let told: Vec<AccountId> = members.iter().copied().filter(|a| Some(*a) != asked.by).collect();
        let telling =
            Telling { app: &app, community: &community, kind, payload: &asked.payload, key: &asked.key };
        telling.tell(&tx, &told).await?;
        if members.len() == BATCH {
            let next = FanOut { after: members.last().copied(), ..asked };
            enqueue(&tx, &app, &next).await?;
        }
        if job.finish(&tx).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}
