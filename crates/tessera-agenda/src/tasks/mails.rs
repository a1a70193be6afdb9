//! The mail to whoever is newly to do a task: what, until when, by whom, and how to give it back.

use super::store::{self, Assignable, Assignment};
use crate::events::{self, Eyes, Lock, State, Status};
use crate::occasion;
use futures::future::BoxFuture;
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use tessera_core::ids::{AccountId, EventId};
use tessera_platform::db::Write;
use tessera_platform::jobs::JobError;
use tessera_platform::outbox::{self, Mail, MailRow};
use tessera_web::app::App;
use tessera_web::directory::Community;
use tessera_web::letter::Letter;
use tessera_web::slice::{MailRenderer, Rendered};

const ASSIGNED: &str = "tasks.assigned";

pub const RENDERERS: &[MailRenderer] = &[MailRenderer { kind: ASSIGNED, render }];

#[derive(Debug, Serialize, Deserialize)]
struct OfTask {
    event: EventId,
    account: AccountId,
    by: Option<AccountId>,
}

/// Promises it, where the address is known to be theirs.
pub async fn post(
    app: &App,
    community: &Community,
    tx: &Write,
    new: Assignment,
    person: &Assignable,
) -> Result<(), DbErr> {
    if (app.config.verify_email() && !person.is_verified) || new.by == Some(new.account) {
        return Ok(());
    }
    let mail = Mail {
        community: Some(new.community),
        kind: ASSIGNED,
        recipient: &person.email,
        locale: person.locale.unwrap_or(community.locale),
        payload: &OfTask { event: new.event, account: new.account, by: new.by },
        dedupe_key: format!("task-assigned:{}:{}:{}", new.event, new.account, new.at.as_microseconds()),
    };
    outbox::post(tx, app.clock(), &app.mail_sealer, mail).await?;
    Ok(())
}

fn render(app: App, mail: MailRow) -> BoxFuture<'static, Result<Rendered, JobError>> {
    Box::pin(async move {
        let text = mail.payload.as_deref().unwrap_or_default();
        let task: OfTask = serde_json::from_str(text)
            .map_err(|e| JobError::Hopeless(format!("the payload does not fit: {e}")))?;
        let Some(community) = mail.community_id else { return Ok(Rendered::Withdraw) };
        let community = app.community(community).await.map_err(|e| JobError::Again(format!("{e:#}")))?;
        let Some(community) = community else { return Ok(Rendered::Withdraw) };
        let read = app.db.read();
        let found = events::find_row(&read, community.id, task.event, Eyes::default(), Lock::No).await?;
        let Some((listed, _)) = found else { return Ok(Rendered::Withdraw) };
        // A draft is its organisers' alone; who gave the task back hears nothing of it any more.
        let concerns = listed.state == State::Published
            && !matches!(listed.status, Status::Cancelled | Status::Done)
            && store::is_assigned(&read, task.event, task.account).await?;
        if !concerns {
            return Ok(Rendered::Withdraw);
        }
        let words = app.words(mail.locale);
        let url = |path: &str| format!("{}{}{path}", app.base_url(&community), listed.path());
        let mut facts = occasion::facts(&words, &community, &listed.event);
        if let Some(due) = listed.due_at {
            facts.push((words.t("tasks-due").to_owned(), words.date_time(due, &community.zone())));
        }
        let by: Vec<AccountId> = task.by.into_iter().collect();
        let by = store::list_assignable(&read, community.id, &by).await?.into_iter().next();
        let text = match by {
            Some(by) => words.t1("tasks-mail-text", ("name", by.who.name)),
            None => words.t("tasks-mail-text-nameless").to_owned(),
        };
        let letter = Letter {
            heading: words.t1("tasks-mail-heading", ("task", &listed.title)),
            paragraphs: vec![text],
            facts,
            button: Some((words.t("tasks-mail-open").to_owned(), url(""))),
            links: vec![(words.t("tasks-mail-leave").to_owned(), url("/assignees/leave"))],
            after: Vec::new(),
            why: words.t1("tasks-mail-why", ("community", &community.name)),
        };
        let subject = words.t1("tasks-mail-subject", ("task", &listed.title));
        let message = occasion::message(&words, &community, &letter, &mail, subject)?;
        Ok(Rendered::Send(Box::new(message)))
    })
}
