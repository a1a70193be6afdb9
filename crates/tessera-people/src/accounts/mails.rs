//! The mails of accounts, in the language of whoever gets them.

use super::model::Account;
use super::store;
use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use tessera_core::ids::{AccountId, CommunityId};
use tessera_platform::db::Write;
use tessera_platform::jobs::JobError;
use tessera_platform::mail::Message;
use tessera_platform::outbox::{self, Mail, MailRow};
use tessera_web::directory::Community;
use tessera_web::layout::Brand;
use tessera_web::letter::Letter;
use tessera_web::slice::{MailRenderer, Rendered};
use tessera_web::words::{Words, key};
use tessera_web::{App, Error};

pub const VERIFY: &str = "account.verify";
pub const EXISTS: &str = "account.exists";
pub const JOIN: &str = "account.join";
pub const RESET: &str = "account.reset";
pub const CHANGE_EMAIL: &str = "account.change_email";
pub const EMAIL_CHANGED: &str = "account.email_changed";
pub const PASSWORD_CHANGED: &str = "account.password_changed";

pub const RENDERERS: &[MailRenderer] = &[
    MailRenderer { kind: VERIFY, render },
    MailRenderer { kind: EXISTS, render },
    MailRenderer { kind: JOIN, render },
    MailRenderer { kind: RESET, render },
    MailRenderer { kind: CHANGE_EMAIL, render },
    MailRenderer { kind: EMAIL_CHANGED, render },
    MailRenderer { kind: PASSWORD_CHANGED, render },
];

/// What a mail needs to be written.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Notice {
    pub account: AccountId,
    pub community: CommunityId,
    pub name: String,
    pub to: String,
    /// Where its button leads.
    pub path: String,
    /// The new address, for the mail to the old one.
    pub email: Option<String>,
}

impl Notice {
    /// A mail to the account's own address.
    pub fn plain(community: CommunityId, account: &Account) -> Self {
        let path = "/sign-in".to_owned();
        Self {
            account: account.id,
            community,
            name: account.name.clone(),
            to: account.email.clone(),
            path,
            email: None,
        }
    }
}

/// Promises a mail.
pub async fn post(
    tx: &Write,
    app: &App,
    kind: &'static str,
    account: &Account,
    notice: &Notice,
) -> Result<(), Error> {
    let community = app.community(notice.community).await?;
    let fallback = community.map(|c| c.locale).unwrap_or_default();
    let mail = Mail {
        community: Some(notice.community),
        kind,
        recipient: &notice.to,
        locale: account.locale.unwrap_or(fallback),
        payload: notice,
        dedupe_key: format!("{kind}:{}", app.clock().new_id()),
    };
    outbox::post(tx, app.clock(), &app.mail_sealer, mail).await?;
    Ok(())
}

/// The keys of one kind of mail.
struct Texts {
    subject: &'static str,
    text: &'static str,
    button: Option<&'static str>,
    after: &'static str,
    /// Whether it offers the way to a new password as well.
    forgot: bool,
}

fn texts(kind: &str) -> Option<Texts> {
    let texts = |subject, text, button, after, forgot| Some(Texts { subject, text, button, after, forgot });
    match kind {
        VERIFY => texts(
            key("accounts-mail-verify-subject"),
            key("accounts-mail-verify-text"),
            Some(key("accounts-mail-verify-button")),
            key("accounts-mail-verify-after"),
            false,
        ),
        EXISTS => texts(
            key("accounts-mail-exists-subject"),
            key("accounts-mail-exists-text"),
            Some(key("accounts-mail-exists-button")),
            key("accounts-mail-exists-after"),
            true,
        ),
        JOIN => texts(
            key("accounts-mail-join-subject"),
            key("accounts-mail-join-text"),
            Some(key("accounts-mail-join-button")),
            key("accounts-mail-verify-after"),
            false,
        ),
        RESET => texts(
            key("accounts-mail-reset-subject"),
            key("accounts-mail-reset-text"),
            Some(key("accounts-mail-reset-button")),
            key("accounts-mail-reset-after"),
            false,
        ),
        CHANGE_EMAIL => texts(
            key("accounts-mail-change-email-subject"),
            key("accounts-mail-change-email-text"),
            Some(key("accounts-mail-change-email-button")),
            key("accounts-mail-change-email-after"),
            false,
        ),
        EMAIL_CHANGED => texts(
            key("accounts-mail-email-changed-subject"),
            key("accounts-mail-email-changed-text"),
            None,
            key("accounts-mail-not-you"),
            false,
        ),
        PASSWORD_CHANGED => texts(
            key("accounts-mail-password-changed-subject"),
            key("accounts-mail-password-changed-text"),
            None,
            key("accounts-mail-not-you"),
            true,
        ),
        _ => None,
    }
}

fn render(app: App, mail: MailRow) -> BoxFuture<'static, Result<Rendered, JobError>> {
    Box::pin(async move {
        let payload = mail.payload.as_deref().unwrap_or_default();
        let notice: Notice = serde_json::from_str(payload).map_err(|e| JobError::Hopeless(e.to_string()))?;
        let community =
            app.community(notice.community).await.map_err(|e| JobError::Again(format!("{e:#}")))?;
        let account = store::find_account(&app.db.read(), notice.account).await?;
        let (Some(community), Some(_)) = (community, account) else { return Ok(Rendered::Withdraw) };
        let message = write(&app, &mail, &notice, &community)?;
        Ok(Rendered::Send(Box::new(message)))
    })
}

fn write(app: &App, mail: &MailRow, notice: &Notice, community: &Community) -> Result<Message, JobError> {
    let words = app.words(mail.locale);
    let texts = texts(&mail.kind).ok_or_else(|| JobError::Hopeless(format!("no texts for {}", mail.kind)))?;
    let base = app.base_url(community);
    let say = |key: &str| say(&words, key, notice, community);
    let letter = Letter {
        heading: say(texts.subject),
        paragraphs: vec![say(texts.text)],
        button: texts.button.map(|key| (say(key), format!("{base}{}", notice.path))),
        links: if texts.forgot {
            vec![(words.t("accounts-forgot-link").to_owned(), format!("{base}/forgot"))]
        } else {
            vec![]
        },
        after: vec![say(texts.after)],
        why: say(key("accounts-mail-why")),
        ..Letter::default()
    };
    let brand = Brand { name: community.name.clone(), hue: community.hue };
    let html = letter.html(&words, &brand).map_err(|e| JobError::Hopeless(e.to_string()))?;
    let to = notice.to.parse().map_err(|_| JobError::Hopeless("the recipient is no mail address".into()))?;
    Ok(Message {
        to,
        to_name: Some(notice.name.clone()),
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

fn say(words: &Words, key: &str, notice: &Notice, community: &Community) -> String {
    let email = notice.email.as_deref().unwrap_or_default();
    let all = [
        ("name", notice.name.as_str().into()),
        ("community", community.name.as_str().into()),
        ("email", email.into()),
    ];
    words.args(key, &all)
}
