//! What every mail about an event says of it: when and where in the reader's words, and the event as a calendar file.

use crate::events::Event;
use tessera_calendar::ical::{CalendarHead, CalendarText, Class, EventTime, Method, Status, VEvent};
use tessera_platform::jobs::JobError;
use tessera_platform::mail::{Attachment, Message};
use tessera_platform::markup;
use tessera_platform::outbox::MailRow;
use tessera_web::app::App;
use tessera_web::directory::Community;
use tessera_web::layout::Brand;
use tessera_web::letter::Letter;
use tessera_web::words::{Words, Year, capitalised};

use crate::events::When;

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
    let url = format!("{}{}", app.base_url(community), event.path());
    let head = CalendarHead {
        product: "-//Tessera//Tessera//EN".into(),
        method: Some(Method::Publish),
        ..CalendarHead::default()
    };
    let text = CalendarText::whole(&head, [&vevent(event, &url)]);
    Attachment {
        file_name: "event.ics".into(),
        content_type: "text/calendar; charset=utf-8; method=PUBLISH".into(),
        bytes: text.into_bytes(),
    }
}

fn vevent(event: &Event, url: &str) -> VEvent {
    let (start, end) = match &event.when {
        When::AllDay { first, end, .. } => (EventTime::Date(*first), Some(EventTime::Date(*end))),
        When::Zoned { start, end, zone } => {
            (EventTime::Zoned(*start, zone.clone()), end.map(|end| EventTime::Zoned(end, zone.clone())))
        }
        When::Floating { start, end } => (EventTime::Floating(*start), end.map(EventTime::Floating)),
    };
    let mut out = VEvent::new(&event.uid, start.clone(), event.updated_at.timestamp());
    out.set_times(start, end);
    out.set_sequence(i32::try_from(event.sequence).unwrap_or(i32::MAX));
    out.set_summary(Some(&event.title));
    let description = markup::plain_text(&event.description.source);
    out.set_description(Some(description.as_str()).filter(|d| !d.is_empty()));
    let place = event.location.line();
    out.set_location(Some(place.as_str()).filter(|p| !p.is_empty()));
    out.set_url(Some(url));
    out.set_status(Some(if event.is_cancelled() { Status::Cancelled } else { Status::Confirmed }));
    out.set_class(if event.is_public() { Class::Public } else { Class::Private });
    out
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
