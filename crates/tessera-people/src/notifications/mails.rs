//! The mails of notices: one of its own for what is told at once, one in the morning for the rest. Each looks again
//! at who gets it and what they chose, and says why one gets it and how to stop it.

use super::model::{Choice, STOP_PURPOSE, Scope, Stop};
use super::render::{Told, reader_by_mail, render};
use super::store::{self, Of, Recipient};
use super::{pages, service};
use futures::future::BoxFuture;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tessera_core::ids::{AccountId, NoticeId};
use tessera_platform::jobs::JobError;
use tessera_platform::mail::{Message, Unsubscribe};
use tessera_platform::outbox::MailRow;
use tessera_web::App;
use tessera_web::directory::Community;
use tessera_web::layout::Brand;
use tessera_web::letter::{Letter, Line, Section};
use tessera_web::notices::{Email, Notice, NoticeKind, NoticeLetter, NoticeRow, Preference, Reader};
use tessera_web::slice::Rendered;

/// The kind of the digest's mail.
pub const DIGEST: &str = "notice.digest";
/// How much one digest tells; the rest stands in the inbox.
const MOST_NOTICES: u64 = 100;
const MOST_LINES: usize = 200;

/// What the mail of one notice carries.
#[derive(Debug, Serialize, Deserialize)]
pub struct OfNotice {
    pub notice: NoticeId,
    pub account: AccountId,
}

/// What a digest's mail carries.
#[derive(Debug, Serialize, Deserialize)]
pub struct OfDigest {
    pub account: AccountId,
    pub day: String,
}

/// Whether mails may reach them: where verification is on, only a verified address is theirs.
pub fn is_reachable(app: &App, person: &Recipient) -> bool {
    person.is_verified || !app.config.verify_email()
}

/// Whom a mail is for, as they are now. None: nobody who may be mailed.
struct To {
    app: App,
    community: Arc<Community>,
    person: Recipient,
    choices: Vec<(&'static Preference, Choice)>,
    reader: Reader,
}

async fn to(app: &App, mail: &MailRow, account: AccountId) -> Result<Option<To>, JobError> {
    let Some(id) = mail.community_id else { return Ok(None) };
    let community = app.community(id).await.map_err(|e| JobError::Again(format!("{e:#}")))?;
    let Some(community) = community else { return Ok(None) };
    let read = app.db.read();
    let Some(person) = store::find_recipient(&read, community.id, account).await? else { return Ok(None) };
    if !is_reachable(app, &person) {
        return Ok(None);
    }
    let choices = service::choices(app, &read, Of { account, community: community.id }).await?;
    let reader = reader_by_mail(app, &community, &person);
    Ok(Some(To { app: app.clone(), community, person, choices, reader }))
}

impl To {
    fn wants(&self, preference: &Preference) -> bool {
        self.choices.iter().any(|(p, choice)| p.name == preference.name && choice.email != Email::Off)
    }

    /// Adds why one gets it and how to stop it, and writes it.
    fn write(
        &self,
        mail: &MailRow,
        written: NoticeLetter,
        why: String,
        scope: Scope,
    ) -> Result<Message, JobError> {
        let hopeless = |e: &dyn std::fmt::Display| JobError::Hopeless(e.to_string());
        let words = &self.reader.words;
        let stop = Stop { community: self.community.id, account: self.person.account, scope };
        let token = stop.token(&self.app.sealer(STOP_PURPOSE));
        let token = token.ok_or_else(|| JobError::Hopeless("the address cannot be sealed".into()))?;
        let stop = self.reader.url(&format!("{}/{token}", pages::UNSUBSCRIBE));
        let letter = Letter {
            why: if written.letter.why.is_empty() { why } else { written.letter.why.clone() },
            stop: vec![
                (words.t("notifications-mail-stop").to_owned(), stop.clone()),
                (words.t("notifications-mail-choose").to_owned(), self.reader.url(pages::PREFERENCES)),
            ],
            ..written.letter
        };
        let brand = Brand { name: self.community.name.clone(), hue: self.community.hue };
        Ok(Message {
            to: self.person.email.parse().map_err(|e| hopeless(&e))?,
            to_name: None,
            from_name: Some(self.community.name.clone()),
            reply_to: None,
            subject: written.subject,
            text: letter.text(&brand),
            html: Some(letter.html(words, &brand).map_err(|e| hopeless(&e))?),
            attachments: written.attachments,
            unsubscribe: Some(Unsubscribe(stop.parse().map_err(|e| hopeless(&e))?)),
            message_id: mail.message_id.clone(),
            date: mail.created_at,
            locale: words.locale(),
        })
    }
}

fn payload<T: DeserializeOwned>(mail: &MailRow) -> Result<T, JobError> {
    serde_json::from_str(mail.payload.as_deref().unwrap_or_default())
        .map_err(|e| JobError::Hopeless(format!("the payload does not fit: {e}")))
}

/// The mail of one notice.
pub fn render_instant(app: App, mail: MailRow) -> BoxFuture<'static, Result<Rendered, JobError>> {
    Box::pin(async move {
        let OfNotice { notice, account } = payload(&mail)?;
        let Some(to) = to(&app, &mail, account).await? else { return Ok(Rendered::Withdraw) };
        let Some(kind) = app.notice_kind(&mail.kind).filter(|kind| to.wants(kind.preference)) else {
            return Ok(Rendered::Withdraw);
        };
        let of = Of { account, community: to.community.id };
        let Some(row) = store::find(&app.db.read(), of, notice).await? else {
            return Ok(Rendered::Withdraw);
        };
        let Some(written) = letter(&to.reader, kind, row).await? else { return Ok(Rendered::Withdraw) };
        let words = &to.reader.words;
        let args = [
            ("community", to.community.name.as_str().into()),
            ("about", words.t(kind.preference.label).into()),
        ];
        let why = words.args("notifications-mail-why", &args);
        let scope = Scope::Preference(kind.preference.name.to_owned());
        Ok(Rendered::SendOnce(Box::new(to.write(&mail, written, why, scope)?)))
    })
}

async fn letter(
    reader: &Reader,
    kind: &NoticeKind,
    row: NoticeRow,
) -> Result<Option<NoticeLetter>, JobError> {
    if let Some(own) = kind.letter {
        return own(reader.clone(), row).await.map_err(|e| JobError::Again(format!("{e:#}")));
    }
    match render(reader, &[row]).await.pop() {
        Some(Told::Notice(_, notice)) => Ok(Some(plain(reader, notice))),
        Some(Told::Withdrawn) => Ok(None),
        Some(Told::Unsayable) | None => Err(JobError::Again("the notice could not be put into words".into())),
    }
}

/// What a notice says, as a letter.
fn plain(reader: &Reader, notice: Notice) -> NoticeLetter {
    let button = reader.words.t("notifications-mail-open").to_owned();
    let paragraphs = if notice.text.is_empty() { vec![] } else { vec![notice.text.clone()] };
    let lines = lines(reader, &notice);
    let sections = if lines.is_empty() { vec![] } else { vec![Section { heading: String::new(), lines }] };
    let letter = Letter {
        heading: notice.title.clone(),
        paragraphs,
        sections,
        button: Some((button, reader.url(&notice.path))),
        ..Letter::default()
    };
    NoticeLetter { subject: notice.title, letter, attachments: vec![] }
}

fn lines(reader: &Reader, notice: &Notice) -> Vec<Line> {
    notice
        .items
        .iter()
        .map(|i| Line { title: i.title.clone(), text: i.text.clone(), url: reader.url(&i.path) })
        .collect()
}

/// The mail of the morning.
pub fn render_digest(app: App, mail: MailRow) -> BoxFuture<'static, Result<Rendered, JobError>> {
    Box::pin(async move {
        let OfDigest { account, day } = payload(&mail)?;
        let Some(to) = to(&app, &mail, account).await? else { return Ok(Rendered::Withdraw) };
        let of = Of { account, community: to.community.id };
        let rows = store::list_digested(&app.db.read(), of, &day, MOST_NOTICES).await?;
        let mut told: Vec<(&'static NoticeKind, Notice)> = Vec::new();
        for one in render(&to.reader, &rows).await {
            match one {
                Told::Notice(kind, notice) if to.wants(kind.preference) => told.push((kind, notice)),
                Told::Notice(..) | Told::Withdrawn | Told::Unsayable => {}
            }
        }
        if told.is_empty() {
            return Ok(Rendered::Withdraw);
        }
        let words = &to.reader.words;
        let letter = Letter {
            heading: words.t1("notifications-digest-heading", ("community", &to.community.name)),
            sections: sections(&to.reader, &told),
            button: Some((words.t("notifications-digest-open").to_owned(), to.reader.url(pages::INBOX))),
            ..Letter::default()
        };
        let count = told.len();
        let args = [("community", to.community.name.as_str().into()), ("count", count.into())];
        let subject = words.args("notifications-digest-subject", &args);
        let why = words.t1("notifications-digest-why", ("community", &to.community.name));
        let written = NoticeLetter { subject, letter, attachments: vec![] };
        Ok(Rendered::SendOnce(Box::new(to.write(&mail, written, why, Scope::Digest)?)))
    })
}

/// A part for each preference, in the order of the page where they are chosen.
fn sections(reader: &Reader, told: &[(&'static NoticeKind, Notice)]) -> Vec<Section> {
    let mut room = MOST_LINES;
    let of = |preference: &'static Preference| {
        let here = told.iter().filter(move |(kind, _)| kind.preference.name == preference.name);
        let all = here.flat_map(|(_, notice)| match lines(reader, notice) {
            items if items.is_empty() => vec![Line {
                title: notice.title.clone(),
                text: notice.text.clone(),
                url: reader.url(&notice.path),
            }],
            items => items,
        });
        let lines: Vec<Line> = all.take(room).collect();
        room = room.saturating_sub(lines.len());
        Section { heading: reader.words.t(preference.label).to_owned(), lines }
    };
    reader.app.preferences().into_iter().map(of).filter(|s| !s.lines.is_empty()).collect()
}
