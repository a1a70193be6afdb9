//! The mail that invites: who, to what, when and where, the link, until when it works, why one gets it, and the event
//! as a calendar file. No reply address: replies would go to nobody.

use super::model::{State, mail_key};
use super::store;
use crate::events::{self, Eyes, Lock};
use crate::occasion;
use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use tessera_core::Locale;
use tessera_core::ids::{EventId, InvitationId};
use tessera_platform::db::Write;
use tessera_platform::jobs::JobError;
use tessera_platform::outbox::{self, Mail, MailRow};
use tessera_platform::{markup, text};
use tessera_web::app::App;
use tessera_web::cx::Cx;
use tessera_web::letter::Letter;
use tessera_web::refusal::Error;
use tessera_web::slice::{MailRenderer, Rendered};
use tessera_web::words::Words;

pub const KIND: &str = "invitation";
pub const RENDERERS: &[MailRenderer] = &[MailRenderer { kind: KIND, render }];

/// How much of the event's text the mail shows.
const MOST_EXCERPT_CHARS: usize = 400;

/// What the outbox keeps, sealed: the token is nowhere else.
#[derive(Debug, Serialize, Deserialize)]
pub struct Promised {
    pub event: EventId,
    pub invitation: InvitationId,
    pub round: i64,
    pub token: String,
}

/// Promises the mail.
pub async fn post(
    cx: &Cx,
    tx: &Write,
    promised: &Promised,
    email: &str,
    locale: Locale,
) -> Result<(), Error> {
    let mail = Mail {
        community: Some(cx.community_id()),
        kind: KIND,
        recipient: email,
        locale,
        payload: promised,
        dedupe_key: mail_key(promised.invitation, promised.round),
    };
    outbox::post(tx, cx.app.clock(), &cx.app.mail_sealer, mail).await?;
    Ok(())
}

/// Who invites, as people read it; the community's name where the account is gone.
pub fn inviter(words: &Words, name: Option<String>) -> String {
    name.filter(|n| !n.trim().is_empty()).unwrap_or_else(|| words.t("invitations-somebody").to_owned())
}

fn render(app: App, mail: MailRow) -> BoxFuture<'static, Result<Rendered, JobError>> {
    Box::pin(async move {
        let text = mail.payload.as_deref().unwrap_or_default();
        let promised: Promised = serde_json::from_str(text)
            .map_err(|e| JobError::Hopeless(format!("the payload does not fit: {e}")))?;
        let Some(community) = mail.community_id else { return Ok(Rendered::Withdraw) };
        let community = app.community(community).await.map_err(|e| JobError::Again(format!("{e:#}")))?;
        let Some(community) = community else { return Ok(Rendered::Withdraw) };
        let read = app.db.read();
        let found = store::find(&read, community.id, promised.event, promised.invitation).await?;
        let Some(invitation) = found.filter(|i| i.round == promised.round) else {
            return Ok(Rendered::Withdraw);
        };
        let event = events::find_row(&read, community.id, promised.event, Eyes::default(), Lock::No).await?;
        let Some((event, _)) = event.filter(|(e, _)| e.is_published() && !e.is_cancelled()) else {
            return Ok(Rendered::Withdraw);
        };
        if invitation.state(app.now()) != State::Open {
            return Ok(Rendered::Withdraw);
        }
        let w = app.words(mail.locale);
        let name = store::find_person(&read, invitation.invited_by).await?.map(|(_, name)| name);
        let inviter = inviter(&w, name);
        let until = w.date_time(invitation.expires_at, &community.zone());
        let url = format!("{}/events/invite?token={}", app.base_url(&community), promised.token);
        let excerpt = text::excerpt(&markup::plain_text(&event.description.source), MOST_EXCERPT_CHARS);
        let letter = Letter {
            heading: w.args(
                "invitations-mail-heading",
                &[("inviter", (&inviter).into()), ("event", (&event.title).into())],
            ),
            paragraphs: Some(excerpt).filter(|e| !e.is_empty()).into_iter().collect(),
            facts: occasion::facts(&w, &community, &event),
            button: Some((w.t("invitations-mail-button").to_owned(), url)),
            links: Vec::new(),
            after: vec![
                w.t1("invitations-mail-until", ("until", until)),
                w.t("invitations-mail-file").to_owned(),
            ],
            why: w.args(
                "invitations-mail-why",
                &[("inviter", (&inviter).into()), ("community", (&community.name).into())],
            ),
            ..Letter::default()
        };
        let subject = w.args(
            "invitations-mail-subject",
            &[("inviter", inviter.into()), ("event", (&event.title).into())],
        );
        let mut message = occasion::message(&w, &community, &letter, &mail, subject)?;
        message.attachments.push(occasion::calendar_file(&app, &community, &event));
        Ok(Rendered::Send(Box::new(message)))
    })
}
