//! Sends what stands in the outbox: finds the slice that renders a mail's kind, hands the message to the mail
//! server, and notes what became of it.
//!
//! A crash between the mail server's answer and our note sends the mail again, under the same Message-ID; but a mail
//! that its slice wants sent once at most is noted before it is handed over, and given up where its end is not known.

use crate::app::App;
use crate::notices;
use crate::slice::{MailRenderer, Rendered};
use futures::future::BoxFuture;
use tessera_platform::jobs::{Delivery, Handler, Job, JobError, Schedule};
use tessera_platform::mail::{Message, SendError};
use tessera_platform::outbox::{self, MailRow, SendMail};

/// The page kit's own jobs.
pub const JOBS: &[Handler<App>] = &[
    Handler { kind: outbox::SEND, delivery: Delivery::AtLeastOnce, max_attempts: 8, run: send },
    Handler { kind: "platform.sweep", delivery: Delivery::AtLeastOnce, max_attempts: 3, run: sweep },
];

pub const SCHEDULES: &[Schedule] =
    &[Schedule { name: "platform.sweep", kind: "platform.sweep", every_seconds: 6 * 3600 }];

fn send(app: App, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let SendMail { mail: id } = job.payload()?;
        let Some(mail) = outbox::find(&app.db.read(), &app.mail_sealer, id).await? else { return Ok(()) };
        if mail.state != "waiting" {
            return Ok(());
        }
        let outcome = if mail.handed_at.is_some() {
            Ok(Delivered::Unclear("the program was stopped while it was handed over".into()))
        } else {
            deliver(&app, mail.clone()).await
        };
        let tx = app.db.write().await?;
        match &outcome {
            Ok(Delivered::Sent) => outbox::mark_sent(&tx, id, app.now()).await?,
            Ok(Delivered::Withdrawn) => outbox::mark_withdrawn(&tx, id).await?,
            Ok(Delivered::Unclear(why)) => outbox::mark_failed(&tx, id, why, true).await?,
            Err(JobError::Hopeless(why)) => {
                outbox::mark_not_handed(&tx, id).await?;
                outbox::mark_failed(&tx, id, why, true).await?;
            }
            Err(JobError::Again(why) | JobError::AgainAfter { why, .. }) => {
                outbox::mark_not_handed(&tx, id).await?;
                outbox::mark_failed(&tx, id, why, job.is_last_attempt()).await?;
            }
        }
        tx.commit().await?;
        outcome.map(drop)
    })
}

enum Delivered {
    Sent,
    Withdrawn,
    /// Handed over once, and it is not known whether it arrived.
    Unclear(String),
}

async fn deliver(app: &App, mail: MailRow) -> Result<Delivered, JobError> {
    let renderer = renderer(app, &mail.kind)
        .ok_or_else(|| JobError::Hopeless(format!("no slice renders mails of the kind {}", mail.kind)))?;
    let id = mail.id;
    match (renderer.render)(app.clone(), mail).await? {
        Rendered::Withdraw => Ok(Delivered::Withdrawn),
        Rendered::Send(message) => hand_over(app, &message).await.map(|()| Delivered::Sent),
        Rendered::SendOnce(message) => {
            app.mailer.is_there().await.map_err(job_error)?;
            let tx = app.db.write().await?;
            let is_first = outbox::mark_handed(&tx, id, app.now()).await?;
            tx.commit().await?;
            if !is_first {
                return Ok(Delivered::Unclear("it was handed over before".into()));
            }
            match app.mailer.send(&message).await {
                Ok(()) => Ok(Delivered::Sent),
                Err(e) if e.is_unclear() => Ok(Delivered::Unclear(e.to_string())),
                Err(e) => Err(job_error(e)),
            }
        }
    }
}

async fn hand_over(app: &App, message: &Message) -> Result<(), JobError> {
    app.mailer.send(message).await.map_err(job_error)
}

fn job_error(e: SendError) -> JobError {
    if e.is_temporary() { JobError::Again(e.to_string()) } else { JobError::Hopeless(e.to_string()) }
}

/// The slice that posts a kind renders it; the mails of notices are rendered by one for all.
fn renderer(app: &App, kind: &str) -> Option<MailRenderer> {
    let find = |kind: &str| app.slices.iter().flat_map(|s| s.mails).find(|r| r.kind == kind).copied();
    find(kind).or_else(|| app.notice_kind(kind).and_then(|_| find(notices::MAIL)))
}

fn sweep(app: App, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let tx = app.db.write().await?;
        tessera_platform::limits::sweep(&tx, app.now()).await?;
        crate::idempotency::sweep(&tx, app.now()).await?;
        tx.commit().await?;
        Ok(())
    })
}

impl App {
    /// The runner of this process's background work.
    pub fn runner(&self) -> tessera_platform::jobs::Runner<App> {
        let slices = self.slices.iter();
        let handlers: Vec<_> = JOBS.iter().chain(slices.clone().flat_map(|s| s.jobs)).copied().collect();
        let schedules: Vec<_> = SCHEDULES.iter().chain(slices.flat_map(|s| s.schedules)).copied().collect();
        tessera_platform::jobs::Runner::new(
            self.db.clone(),
            self.clock.clone(),
            self.clone(),
            &handlers,
            &schedules,
        )
    }
}
