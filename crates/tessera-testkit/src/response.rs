//! What came back: over HTTP, and by mail.

use http::{HeaderMap, StatusCode};
use mail_parser::{MessageParser, MimeHeaders};
use scraper::{Html, Selector};
use serde_json::Value;

/// An answer, read whole.
#[derive(Clone, Debug)]
pub struct TestResponse {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl TestResponse {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|e| panic!("no JSON ({e}): {}", self.text()))
    }

    /// The stable code of a refusal.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|v| v.to_str().ok())
    }

    pub fn location(&self) -> String {
        self.header("location").unwrap_or_default().to_owned()
    }

    /// The texts of all elements that the CSS selector finds.
    pub fn select(&self, css: &str) -> Vec<String> {
        let selector = Selector::parse(css).unwrap();
        let html = Html::parse_document(&self.text());
        html.select(&selector).map(|e| e.text().collect::<Vec<_>>().join(" ").trim().to_owned()).collect()
    }

    /// One attribute of the first element that the CSS selector finds.
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let selector = Selector::parse(css).unwrap();
        let html = Html::parse_document(&self.text());
        html.select(&selector).next().and_then(|e| e.value().attr(name)).map(str::to_owned)
    }

    /// Fails with the whole answer unless the status is this.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text().chars().take(3000).collect::<String>());
        self
    }
}

/// A mail as it left.
#[derive(Clone, Debug)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// File name, media type, content.
    pub attachments: Vec<(String, String, Vec<u8>)>,
    pub message_id: String,
    pub raw: String,
}

impl Mail {
    pub fn parse(raw: &[u8]) -> Self {
        let m = MessageParser::default().parse(raw).expect("the mail parses");
        Self {
            to: m.to().and_then(|a| a.first()).and_then(|a| a.address()).unwrap_or_default().to_owned(),
            subject: m.subject().unwrap_or_default().to_owned(),
            text: m.body_text(0).unwrap_or_default().into_owned(),
            html: m.body_html(0).unwrap_or_default().into_owned(),
            attachments: m
                .attachments()
                .map(|a| {
                    let kind = a
                        .content_type()
                        .map(|c| format!("{}/{}", c.ctype(), c.subtype().unwrap_or_default()));
                    (
                        a.attachment_name().unwrap_or_default().to_owned(),
                        kind.unwrap_or_default(),
                        a.contents().to_vec(),
                    )
                })
                .collect(),
            message_id: m.message_id().unwrap_or_default().to_owned(),
            raw: String::from_utf8_lossy(raw).into_owned(),
        }
    }

    /// The first link in the text that contains `part`, without its origin.
    #[track_caller]
    pub fn link(&self, part: &str) -> String {
        let word = self.text.split_whitespace().find(|w| w.starts_with("http") && w.contains(part));
        let word = word.unwrap_or_else(|| panic!("no link with {part} in:\n{}", self.text));
        let url = url::Url::parse(word.trim_end_matches(['.', ',', ')', '>'])).unwrap();
        url.query().map_or_else(|| url.path().to_owned(), |q| format!("{}?{q}", url.path()))
    }
}
