//! What every mail about an event says of it: when and where in the reader's words, and the event as a calendar file.

use crate::calendar::{self, About};
use crate::events::{Event, When};
use tessera_platform::jobs::JobError;
use tessera_platform::mail::{Attachment, Message};
use tessera_platform::outbox::MailRow;
use tessera_web::app::App;
use tessera_web::directory::Community;
use tessera_web::layout::Brand;
use tessera_web::letter::Letter;
use tessera_web::words::{Words, Year, capitalised};

/// When it is, in its own zone, which is named where the community's clocks show another time.
pub fn when(words: &Words, community: &Community, event: &Event) -> String {
    let zone = community.zone();
    let span = words.span(&event.when.span(&zone), Year::Shown);
    let start = event.when.start_zoned(&zone);
    let elsewhere = match event.when {
        When::Zoned { .. } => words.zone_unless_same(&start, &zone),
        When::AllDay { .. } | When::Floating { .. } => None,
    };
    let text = elsewhere.map_or_else(|| span.clone(), |zone| format!("{span} ({zone})"));
    capitalised(&text)
}

/// When and where, as a letter shows them.
pub fn facts(words: &Words, community: &Community, event: &Event) -> Vec<(String, String)> {
    let mut facts = vec![(words.t("participation-when").to_owned(), when(words, community, event))];
    let place = event.location.line();
    if !place.is_empty() {
        facts.push((words.t("participation-where").to_owned(), place));
    }
    facts
}

/// The event as a file that calendars take in.
pub fn calendar_file(app: &App, community: &Community, event: &Event) -> Attachment {
    let about = About { name: &event.title, description: None };
    let text = calendar::calendar_text(app, community, &about, [event]);
    Attachment {
        file_name: "event.ics".into(),
        content_type: "text/calendar; charset=utf-8; method=PUBLISH".into(),
        bytes: text.into_bytes(),
    }
}

/// The mail that answers a posted one with this letter.
pub fn message(
    words: &Words,
    community: &Community,
    letter: &Letter,
    mail: &MailRow,
    subject: String,
) -> Result<Message, JobError> {
    let hopeless = |e: &dyn std::fmt::Display| JobError::Hopeless(e.to_string());
    let brand = Brand { name: community.name.clone(), hue: community.hue };
    Ok(Message {
        to: mail.recipient.parse().map_err(|e| hopeless(&e))?,
        to_name: None,
        from_name: None,
        reply_to: None,
        subject,
        text: letter.text(&brand),
        html: Some(letter.html(words, &brand).map_err(|e| hopeless(&e))?),
        attachments: Vec::new(),
        unsubscribe: None,
        message_id: mail.message_id.clone(),
        date: mail.created_at,
        locale: words.locale(),
    })
}
