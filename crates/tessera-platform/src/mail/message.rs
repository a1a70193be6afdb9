//! One mail and its form on the wire (MIME, RFC 5322 and 2045).

use super::EmailAddress;
use crate::config::Sender;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use std::time::SystemTime;
use tessera_core::{Instant, Locale};

/// A mail to one person.
#[derive(Clone, Debug)]
pub struct Message {
    pub to: EmailAddress,
    pub to_name: Option<String>,
    /// Instead of the server's own sender name; the address stays the server's.
    pub from_name: Option<String>,
    pub reply_to: Option<EmailAddress>,
    pub subject: String,
    pub text: String,
    pub html: Option<String>,
    pub attachments: Vec<Attachment>,
    pub unsubscribe: Option<Unsubscribe>,
    /// `something@host`, the same whenever the same mail is sent again.
    pub message_id: String,
    pub date: Instant,
    pub locale: Locale,
}

/// A file that comes with a mail.
#[derive(Clone, Debug)]
pub struct Attachment {
    pub file_name: String,
    /// As in `text/calendar; charset=utf-8; method=REQUEST`.
    pub content_type: String,
    pub bytes: Vec<u8>,
}

/// Where one click ends such mails (RFC 2369, RFC 8058): an https address that takes a POST.
#[derive(Clone, Debug)]
pub struct Unsubscribe(pub url::Url);

/// A mail that cannot be written; a fault of the program, not of the recipient.
#[derive(Debug, thiserror::Error)]
#[error("the mail cannot be written: {0}")]
pub struct Unwritable(String);

impl Message {
    /// The mail as a mail server takes it.
    pub(super) fn write(&self, from: &Sender) -> Result<lettre::Message, Unwritable> {
        let mailbox = |name: Option<&str>, address: &str| -> Result<Mailbox, Unwritable> {
            let name = name.map(one_line).filter(|n| !n.is_empty());
            Ok(Mailbox::new(name, address.parse().map_err(wrong)?))
        };
        let from_name = self.from_name.as_deref().or(from.name.as_deref());
        let date = SystemTime::from(self.date.timestamp());
        let mut builder = lettre::Message::builder()
            .from(mailbox(from_name, &from.address)?)
            .to(mailbox(self.to_name.as_deref(), self.to.as_str())?)
            .subject(one_line(&self.subject))
            .date(date)
            .message_id(Some(format!("<{}>", identifier(&self.message_id))))
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("X-Auto-Response-Suppress", "All"))
            .raw_header(header("Content-Language", self.locale.code()));
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(mailbox(None, reply_to.as_str())?);
        }
        if let Some(Unsubscribe(url)) = &self.unsubscribe {
            // Not a textual header: folding must not cut the address.
            let value = format!("<{url}>");
            let name = HeaderName::new_from_ascii_str("List-Unsubscribe");
            builder = builder.raw_header(HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value));
            if url.scheme() == "https" {
                builder = builder.raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
            }
        }
        let built = match self.mixed()? {
            Body::Single(part) => builder.singlepart(part),
            Body::Multi(parts) => builder.multipart(parts),
        };
        built.map_err(wrong)
    }

    fn mixed(&self) -> Result<Body, Unwritable> {
        let text = SinglePart::plain(self.text.clone());
        let body = match &self.html {
            None => Body::Single(text),
            Some(html) => Body::Multi(
                MultiPart::alternative().singlepart(text).singlepart(SinglePart::html(html.clone())),
            ),
        };
        if self.attachments.is_empty() {
            return Ok(body);
        }
        let mut mixed = match body {
            Body::Single(part) => MultiPart::mixed().singlepart(part),
            Body::Multi(parts) => MultiPart::mixed().multipart(parts),
        };
        for attachment in &self.attachments {
            let content_type = ContentType::parse(&one_line(&attachment.content_type)).map_err(wrong)?;
            let file_name = one_line(&attachment.file_name).replace(['/', '\\', '"'], "-");
            mixed = mixed.singlepart(
                lettre::message::Attachment::new(file_name).body(attachment.bytes.clone(), content_type),
            );
        }
        Ok(Body::Multi(mixed))
    }
}

enum Body {
    Single(SinglePart),
    Multi(MultiPart),
}

fn wrong(e: impl std::fmt::Display) -> Unwritable {
    Unwritable(e.to_string())
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// Without line ends and other control characters, so that no value begins a header of its own.
fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a Message-ID may hold (RFC 5322 §3.6.4): everything else becomes a hyphen.
pub(super) fn identifier(id: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '@' | '+' | '=');
    id.chars().map(|c| if fits(c) { c } else { '-' }).collect()
}
