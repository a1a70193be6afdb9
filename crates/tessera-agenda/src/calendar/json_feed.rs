//! JSON Feed 1.1, with when and where of an event under `_tessera`.

use serde::Serialize;
use tessera_core::Instant;

/// The whole feed.
#[derive(Serialize)]
pub struct JsonFeed<'a> {
    pub version: &'static str,
    pub title: &'a str,
    pub home_page_url: &'a str,
    pub feed_url: &'a str,
    pub language: &'a str,
    pub items: Vec<JsonItem>,
}

/// The version this writes.
pub const VERSION: &str = "https://jsonfeed.org/version/1.1";

/// One item.
#[derive(Serialize)]
pub struct JsonItem {
    pub id: String,
    pub url: String,
    pub title: String,
    pub content_html: String,
    /// When and where, in words.
    pub summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    pub date_published: Instant,
    pub date_modified: Instant,
    pub authors: Vec<Author>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    #[serde(rename = "_tessera")]
    pub event: Extension,
}

/// Who organises it.
#[derive(Serialize)]
pub struct Author {
    pub name: String,
}

/// What a feed has no words for.
#[derive(Serialize)]
pub struct Extension {
    pub starts_at: String,
    pub ends_at: Option<String>,
    pub timezone: Option<String>,
    pub all_day: bool,
    pub status: &'static str,
    pub venue: Option<String>,
}
