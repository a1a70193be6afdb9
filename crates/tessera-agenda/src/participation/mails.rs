//! The mails to those who take part: confirm your address, your answer is in, something changed. Every one carries
//! the links for answering and leaving; a guest's carry the guest's token.

use super::model::{Answer, Guest, Participant, Participation};
use super::{service, store};
use crate::events::{self, Event, Eyes, Lock};
use crate::occasion;
use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tessera_core::ids::{EventId, ParticipationId};
use tessera_platform::db::Write;
use tessera_platform::jobs::JobError;
use tessera_platform::mail::Attachment;
use tessera_platform::outbox::{self, Mail, MailRow};
use tessera_web::app::App;
use tessera_web::cx::Cx;
use tessera_web::directory::Community;
use tessera_web::letter::Letter;
use tessera_web::refusal::Error;
use tessera_web::slice::{MailRenderer, Rendered};
use tessera_web::words::{Arg, Words, key};

pub const CONFIRM: &str = "participation.confirm";
pub const ANSWERED: &str = "participation.answered";
pub const NEWS: &str = "participation.news";

pub const RENDERERS: &[MailRenderer] = &[
    MailRenderer { kind: CONFIRM, render: confirm },
    MailRenderer { kind: ANSWERED, render: answered },
    MailRenderer { kind: NEWS, render: news },
];

/// What the mails of one person about one answer carry.
#[derive(Debug, Serialize, Deserialize)]
struct OfAnswer {
    participation: ParticipationId,
    answer: Answer,
}

/// What a guest's mail about a change carries.
#[derive(Debug, Serialize, Deserialize)]
pub struct OfNews {
    pub participation: ParticipationId,
    #[serde(flatten)]
    pub told: ToldOf,
}

/// What is told, and of what.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ToldOf {
    pub event: EventId,
    /// One date of a series; empty: all of it.
    #[serde(default)]
    pub occurrence: String,
    pub news: Told,
}

/// What people are told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    Changed { time: bool, place: bool, title: bool },
    Cancelled,
    Resumed,
    Deleted,
}

/// Promises the mail that asks a guest to confirm.
pub async fn post_confirmation(
    cx: &Cx,
    tx: &Write,
    event: &Event,
    p: &Participation,
    guest: &Guest,
) -> Result<(), Error> {
    let mail = Mail {
        community: Some(event.community_id),
        kind: CONFIRM,
        recipient: &guest.email,
        locale: guest.locale,
        payload: &OfAnswer { participation: p.id, answer: p.answer },
        dedupe_key: format!("guest-confirm:{}:{}", p.id, cx.now().as_microseconds()),
    };
    outbox::post(tx, cx.app.clock(), &cx.app.mail_sealer, mail).await?;
    Ok(())
}

/// Promises the mail that says that an answer is in: to whoever is going, and to guests who may come. Once for one
/// answer to one state of the event, however often somebody changes their mind.
pub async fn post_answered(cx: &Cx, tx: &Write, event: &Event, p: &Participation) -> Result<(), Error> {
    let (recipient, locale) = match &p.participant {
        Participant::Guest(guest) if p.answer.is_told() => (guest.email.clone(), guest.locale),
        Participant::Member(_) if p.answer == Answer::Going && cx.require_verified().is_ok() => {
            let Some(signed_in) = cx.actor.signed_in() else { return Ok(()) };
            (signed_in.email.clone(), signed_in.locale.unwrap_or(cx.locale))
        }
        Participant::Guest(_) | Participant::Member(_) => return Ok(()),
    };
    let mail = Mail {
        community: Some(event.community_id),
        kind: ANSWERED,
        recipient: &recipient,
        locale,
        payload: &OfAnswer { participation: p.id, answer: p.answer },
        dedupe_key: format!("answered:{}:{}:{}", p.id, p.answer.code(), event.sequence),
    };
    outbox::post(tx, cx.app.clock(), &cx.app.mail_sealer, mail).await?;
    Ok(())
}

/// What a mail is about, as it is now.
pub struct About {
    pub app: App,
    pub words: Words,
    pub community: Arc<Community>,
    pub event: Event,
    pub participation: Participation,
}

async fn about(app: App, mail: &MailRow, id: ParticipationId) -> Result<Option<About>, JobError> {
    let again = |e: anyhow::Error| JobError::Again(format!("{e:#}"));
    let Some(community) = mail.community_id else { return Ok(None) };
    let Some(community) = app.community(community).await.map_err(again)? else { return Ok(None) };
    let read = app.db.read();
    let Some(participation) = store::find(&read, community.id, id).await? else { return Ok(None) };
    let eyes = Eyes::default();
    let event = events::find_row(&read, community.id, participation.event_id, eyes, Lock::No).await?;
    let Some((listed, _)) = event else { return Ok(None) };
    let words = app.words(mail.locale);
    Ok(Some(About { app, words, community, event: listed.event, participation }))
}

impl About {
    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.app.base_url(&self.community))
    }

    fn guest_token(&self) -> Option<String> {
        self.participation.guest().and_then(|g| service::open(&self.app, g))
    }

    /// Speaks of one date of the series. True: the series no longer has it.
    async fn turn_to(&mut self, occurrence: &str) -> Result<bool, JobError> {
        let Some(name) = events::series::Occurrence::from_key(occurrence) else { return Ok(false) };
        let zone = self.community.zone();
        let conn = self.app.db.read();
        if let Some(date) = events::series::on_date(&conn, &self.event, &name, &zone).await? {
            self.event = date;
            return Ok(false);
        }
        if let Some(instant) = name.instant(&self.event.when, &zone) {
            let lasts = self.event.ends_at.since(self.event.starts_at);
            let starts_at = tessera_core::Instant::new(instant);
            self.event.be_on(starts_at, starts_at.plus(lasts), &zone);
        }
        Ok(true)
    }

    /// Where they answer anew, and where they leave.
    fn doors(&self) -> (String, String) {
        let path = self.event.path();
        let date = match self.participation.occurrence.as_str() {
            "" => String::new(),
            date => format!("?occurrence={date}"),
        };
        match self.guest_token() {
            Some(token) => (
                self.url(&format!("{path}/answer?guest={token}")),
                self.url(&format!("{path}/leave?guest={token}")),
            ),
            None => (self.url(&format!("{path}{date}")), self.url(&format!("{path}/leave{date}"))),
        }
    }

    fn links(&self) -> Vec<(String, String)> {
        let (answer, leave) = self.doors();
        vec![
            (self.words.t("participation-mail-change").to_owned(), answer),
            (self.words.t("participation-mail-leave").to_owned(), leave),
        ]
    }

    /// Why one gets a mail about an event one answered.
    fn why(&self) -> String {
        let args: [(&str, Arg<'_>); 2] =
            [("event", (&self.event.title).into()), ("community", (&self.community.name).into())];
        self.words.args("participation-mail-why", &args)
    }

    fn send(
        &self,
        letter: &Letter,
        mail: &MailRow,
        subject: String,
        with_file: bool,
    ) -> Result<Rendered, JobError> {
        let mut message = occasion::message(&self.words, &self.community, letter, mail, subject)?;
        if with_file {
            message.attachments.push(self.file());
        }
        Ok(Rendered::Send(Box::new(message)))
    }
}

/// How an answer is called where somebody's own is told.
pub fn answer_key(answer: Answer) -> &'static str {
    match answer {
        Answer::Going => key("participation-mine-going"),
        Answer::Maybe => key("participation-mine-maybe"),
        Answer::Interested => key("participation-mine-interested"),
        Answer::Declined => key("participation-mine-declined"),
        Answer::Cancelled => key("participation-mine-cancelled"),
    }
}

fn confirm(app: App, mail: MailRow) -> BoxFuture<'static, Result<Rendered, JobError>> {
    Box::pin(async move {
        let payload: OfAnswer = payload(&mail)?;
        let Some(mut about) = about(app, &mail, payload.participation).await? else {
            return Ok(Rendered::Withdraw);
        };
        let date = about.participation.occurrence.clone();
        if about.turn_to(&date).await? {
            return Ok(Rendered::Withdraw);
        }
        let Some(token) = about.guest_token() else { return Ok(Rendered::Withdraw) };
        if about.event.state == events::State::Deleted {
            return Ok(Rendered::Withdraw);
        }
        let w = &about.words;
        let is_news = !about.participation.confirmed;
        let path = about.event.path();
        let button = w.t(if is_news {
            key("participation-mail-confirm-button")
        } else {
            key("participation-mail-change")
        });
        let letter = Letter {
            heading: w.t1("participation-mail-confirm-heading", ("event", &about.event.title)),
            paragraphs: vec![w.t("participation-mail-confirm-text").to_owned()],
            facts: occasion::facts(w, &about.community, &about.event),
            button: Some((button.to_owned(), about.url(&format!("{path}/answer?guest={token}")))),
            links: vec![(
                w.t("participation-mail-leave").to_owned(),
                about.url(&format!("{path}/leave?guest={token}")),
            )],
            after: vec![w.t("participation-mail-confirm-ignore").to_owned()],
            why: w.t1("participation-mail-confirm-why", ("community", &about.community.name)),
            ..Letter::default()
        };
        let subject = w.t1("participation-mail-confirm-subject", ("event", &about.event.title));
        about.send(&letter, &mail, subject, false)
    })
}

fn answered(app: App, mail: MailRow) -> BoxFuture<'static, Result<Rendered, JobError>> {
    Box::pin(async move {
        let payload: OfAnswer = payload(&mail)?;
        let Some(mut about) = about(app, &mail, payload.participation).await? else {
            return Ok(Rendered::Withdraw);
        };
        let date = about.participation.occurrence.clone();
        if about.turn_to(&date).await? {
            return Ok(Rendered::Withdraw);
        }
        // Somebody who changed their mind meanwhile gets the mail of what they said last.
        if about.participation.answer != payload.answer || about.event.state == events::State::Deleted {
            return Ok(Rendered::Withdraw);
        }
        let w = &about.words;
        let (door, _) = about.doors();
        let letter = Letter {
            heading: w.t(answer_key(payload.answer)).to_owned(),
            paragraphs: vec![w.t1("participation-mail-answered-text", ("event", &about.event.title))],
            facts: occasion::facts(w, &about.community, &about.event),
            button: Some((w.t("participation-mail-open").to_owned(), door)),
            links: about.links(),
            after: vec![w.t("participation-mail-file").to_owned()],
            why: about.why(),
            ..Letter::default()
        };
        let subject = w.t1("participation-mail-answered-subject", ("event", &about.event.title));
        about.send(&letter, &mail, subject, true)
    })
}

fn news(app: App, mail: MailRow) -> BoxFuture<'static, Result<Rendered, JobError>> {
    Box::pin(async move {
        let payload: OfNews = payload(&mail)?;
        let Some(mut about) = about(app, &mail, payload.participation).await? else {
            return Ok(Rendered::Withdraw);
        };
        match about.news_letter(&payload.told).await? {
            None => Ok(Rendered::Withdraw),
            Some(News { subject, letter, has_file }) => about.send(&letter, &mail, subject, has_file),
        }
    })
}

/// What is written to somebody about a change.
pub struct News {
    pub subject: String,
    pub letter: Letter,
    /// Whether the event comes with it as a file.
    pub has_file: bool,
}

impl About {
    /// None: it is no longer so, or does not concern them any more.
    pub async fn news_letter(&mut self, told: &ToldOf) -> Result<Option<News>, JobError> {
        let own = self.participation.occurrence.clone();
        let date = if told.occurrence.is_empty() { own } else { told.occurrence.clone() };
        let is_gone = self.turn_to(&date).await?;
        let deleted = is_gone || self.event.state == events::State::Deleted;
        if !self.participation.answer.is_told() || deleted != (told.news == Told::Deleted) {
            return Ok(None);
        }
        let w = &self.words;
        let title = &self.event.title;
        let (subject, heading) = (w.t1(told.news.subject(), ("event", title)), told.news.heading(w, title));
        let (door, _) = self.doors();
        let letter = Letter {
            heading,
            paragraphs: changes(w, told.news),
            facts: occasion::facts(w, &self.community, &self.event),
            button: (!deleted).then(|| (w.t("participation-mail-open").to_owned(), door)),
            links: if deleted { Vec::new() } else { self.links() },
            why: self.why(),
            ..Letter::default()
        };
        Ok(Some(News { subject, letter, has_file: !deleted }))
    }

    /// The event as a file for calendars.
    pub fn file(&self) -> Attachment {
        occasion::calendar_file(&self.app, &self.community, &self.event)
    }
}

impl Told {
    fn subject(self) -> &'static str {
        match self {
            Self::Changed { .. } => key("participation-mail-changed-subject"),
            Self::Cancelled | Self::Deleted => key("participation-mail-cancelled-subject"),
            Self::Resumed => key("participation-mail-resumed-subject"),
        }
    }

    pub fn heading(self, words: &Words, title: &str) -> String {
        let heading = match self {
            Self::Changed { .. } => key("participation-mail-changed-heading"),
            Self::Cancelled | Self::Deleted => key("participation-mail-cancelled-heading"),
            Self::Resumed => key("participation-mail-resumed-heading"),
        };
        words.t1(heading, ("event", title))
    }
}

/// What is new, a sentence each.
pub fn changes(w: &Words, news: Told) -> Vec<String> {
    match news {
        Told::Changed { time, place, title } => {
            let sentences = [
                (time, key("participation-mail-new-time")),
                (place, key("participation-mail-new-place")),
                (title, key("participation-mail-new-title")),
            ];
            let said: Vec<String> =
                sentences.iter().filter(|(is, _)| *is).map(|(_, k)| w.t(k).to_owned()).collect();
            if said.is_empty() { vec![w.t("participation-mail-new-status").to_owned()] } else { said }
        }
        Told::Cancelled | Told::Deleted => vec![w.t("participation-mail-cancelled-text").to_owned()],
        Told::Resumed => vec![w.t("participation-mail-resumed-text").to_owned()],
    }
}

fn payload<T: serde::de::DeserializeOwned>(mail: &MailRow) -> Result<T, JobError> {
    let text = mail.payload.as_deref().ok_or_else(|| JobError::Hopeless("the mail has no payload".into()))?;
    serde_json::from_str(text).map_err(|e| JobError::Hopeless(format!("the payload does not fit: {e}")))
}
