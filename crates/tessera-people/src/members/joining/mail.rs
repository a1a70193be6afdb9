//! The mail that invites somebody to become a member.

use super::{JoinInvitation, Status, store};
use futures::future::BoxFuture;
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use tessera_core::ids::CommunityId;
use tessera_platform::db::Write;
use tessera_platform::jobs::JobError;
use tessera_platform::mail::Message;
use tessera_platform::outbox::{self, Mail, MailRow};
use tessera_platform::tokens::Token;
use tessera_web::directory::Community;
use tessera_web::layout::Brand;
use tessera_web::letter::Letter;
use tessera_web::slice::{MailRenderer, Rendered};
use tessera_web::{App, Cx, Error};

const KIND: &str = "member.invitation";

pub const MAILS: &[MailRenderer] = &[MailRenderer { kind: KIND, render }];

#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    invitation: uuid::Uuid,
    community: CommunityId,
    token: String,
    inviter: String,
}

/// Promises the mail, in the community's language: the reader's is not known.
pub async fn post(tx: &Write, cx: &Cx, invitation: &JoinInvitation, token: &Token) -> Result<(), Error> {
    let inviter = cx.actor.signed_in().map(|s| s.name.clone()).unwrap_or_default();
    let payload = Payload {
        invitation: invitation.id,
        community: invitation.community_id,
        token: token.reveal().to_owned(),
        inviter,
    };
    let mail = Mail {
        community: Some(invitation.community_id),
        kind: KIND,
        recipient: &invitation.email,
        locale: cx.community.locale,
        payload: &payload,
        dedupe_key: dedupe_key(invitation.id),
    };
    outbox::post(tx, cx.app.clock(), &cx.app.mail_sealer, mail).await?;
    Ok(())
}

/// Keeps a mail back that has not left yet.
pub async fn withdraw(tx: &Write, id: uuid::Uuid) -> Result<bool, DbErr> {
    outbox::withdraw(tx, &dedupe_key(id)).await
}

fn dedupe_key(id: uuid::Uuid) -> String {
    format!("{KIND}:{id}")
}

fn render(app: App, mail: MailRow) -> BoxFuture<'static, Result<Rendered, JobError>> {
    Box::pin(async move {
        let payload = mail.payload.as_deref().unwrap_or_default();
        let payload: Payload =
            serde_json::from_str(payload).map_err(|e| JobError::Hopeless(e.to_string()))?;
        let community =
            app.community(payload.community).await.map_err(|e| JobError::Again(format!("{e:#}")))?;
        let found = store::find(&app.db.read(), payload.community, payload.invitation).await?;
        let open = found.filter(|i| i.status(app.now()) == Status::Open);
        let (Some(community), Some(invitation)) = (community, open) else { return Ok(Rendered::Withdraw) };
        Ok(Rendered::Send(Box::new(write(&app, &mail, &payload, &community, &invitation)?)))
    })
}

fn write(
    app: &App,
    mail: &MailRow,
    payload: &Payload,
    community: &Community,
    invitation: &JoinInvitation,
) -> Result<Message, JobError> {
    let words = app.words(mail.locale);
    let base = app.base_url(community);
    let until = words.date(invitation.expires_at.timestamp().to_zoned(community.zone()).date());
    let letter = Letter {
        heading: words.args(
            "members-mail-subject",
            &[("name", payload.inviter.as_str().into()), ("community", community.name.as_str().into())],
        ),
        paragraphs: vec![words.t1("members-mail-text", ("community", &community.name))],
        button: Some((words.t("members-mail-button").to_owned(), format!("{base}/join/{}", payload.token))),
        links: vec![(words.t("members-mail-about").to_owned(), format!("{base}/about"))],
        after: vec![words.t1("members-mail-until", ("date", until))],
        why: words.t1("members-mail-why", ("name", &payload.inviter)),
        ..Letter::default()
    };
    let brand = Brand { name: community.name.clone(), hue: community.hue };
    let html = letter.html(&words, &brand).map_err(|e| JobError::Hopeless(e.to_string()))?;
    let to =
        mail.recipient.parse().map_err(|_| JobError::Hopeless("the recipient is no mail address".into()))?;
    Ok(Message {
        to,
        to_name: None,
        from_name: Some(community.name.clone()),
        reply_to: None,
        subject: letter.heading.clone(),
        text: letter.text(&brand),
        html: Some(html),
        attachments: vec![],
        unsubscribe: None,
        message_id: mail.message_id.clone(),
        date: mail.created_at,
        locale: mail.locale,
    })
}
