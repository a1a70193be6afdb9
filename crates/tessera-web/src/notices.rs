//! What a member is told of, as every slice declares and renders it. Keeping, sending and showing it is the business
//! of the slice `notifications`.
//!
//! A *preference* is what people switch on and off; a *kind* is one sort of notice and belongs to one preference. The
//! slice that owns a kind renders it when it is read, from the ids that were kept: one rendering serves the inbox,
//! the mail, the daily digest and the page that is open.

use crate::app::App;
use crate::directory::Community;
use crate::letter::Letter;
use crate::ui::Icon;
use crate::words::Words;
use futures::future::BoxFuture;
use serde::de::DeserializeOwned;
use std::sync::Arc;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, NoticeId};
use tessera_platform::mail::Attachment;

/// The renderer of mails ([`crate::slice::MailRenderer`]) that writes those of every kind of notice.
pub const MAIL: &str = "notice";

/// Whether and when something is mailed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Email {
    /// A mail of its own, at once.
    Instant,
    /// In the one mail of the next morning.
    Digest,
    Off,
}

impl Email {
    pub const ALL: [Self; 3] = [Self::Instant, Self::Digest, Self::Off];

    pub fn code(self) -> &'static str {
        match self {
            Self::Instant => "instant",
            Self::Digest => "digest",
            Self::Off => "off",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|e| e.code() == code)
    }
}

/// What members choose about what they are told; several kinds may share one.
#[derive(Debug)]
pub struct Preference {
    /// Its name in the API: `partner_events`.
    pub name: &'static str,
    /// The translation key of its name on the page.
    pub label: &'static str,
    /// The translation key of a sentence below it.
    pub hint: &'static str,
    /// What holds for whoever has chosen nothing.
    pub email: Email,
    pub in_app: bool,
}

/// One sort of notice.
#[derive(Clone, Copy)]
pub struct NoticeKind {
    /// As in `tasks.assigned`: the slice and what happened.
    pub kind: &'static str,
    pub preference: &'static Preference,
    pub icon: Icon,
    /// All rows are of this kind and one reader; one answer for each, in their order, without a question for each.
    pub render: fn(Reader, Vec<NoticeRow>) -> BoxFuture<'static, anyhow::Result<Vec<Shown>>>,
    /// A mail of its own with more in it. None: what `render` says, as a mail.
    pub letter: Option<fn(Reader, NoticeRow) -> BoxFuture<'static, anyhow::Result<Option<NoticeLetter>>>>,
}

impl std::fmt::Debug for NoticeKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NoticeKind({})", self.kind)
    }
}

/// For whom notices are rendered.
#[derive(Clone, Debug)]
pub struct Reader {
    pub app: App,
    pub community: Arc<Community>,
    pub account: AccountId,
    pub words: Words,
    /// Theirs, else the community's.
    pub zone: jiff::tz::TimeZone,
}

impl Reader {
    /// An absolute address on the community's host.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.app.base_url(&self.community))
    }
}

/// A notice as it is kept.
#[derive(Clone, Debug)]
pub struct NoticeRow {
    pub id: NoticeId,
    pub kind: String,
    /// JSON, as the slice gave it.
    pub payload: String,
    pub created_at: Instant,
    pub read_at: Option<Instant>,
}

impl NoticeRow {
    /// The payload as it was given. None: it does not fit (any more).
    pub fn payload<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(&self.payload).ok()
    }
}

/// What there is to say now of what was noted then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    Notice(Notice),
    /// What it tells of is no longer so: an erased event, somebody who withdrew.
    Withdraw,
}

/// A notice in its reader's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// One sentence: the line of the inbox and the digest, the subject of the mail.
    pub title: String,
    /// Beneath it; may be empty.
    pub text: String,
    /// Where it leads, on the community's host.
    pub path: String,
    /// What it is made up of, each with a way of its own.
    pub items: Vec<NoticeItem>,
}

/// One of several things that one notice tells of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticeItem {
    pub title: String,
    pub text: String,
    pub path: String,
}

/// How many items of one notice are shown; more stand on the page it leads to.
pub const MOST_ITEMS: usize = 50;

/// The mail of a notice as its slice writes it. How to stop it is added (`stop` is overwritten), and why one gets it
/// where `why` is empty.
#[derive(Clone, Debug)]
pub struct NoticeLetter {
    pub subject: String,
    pub letter: Letter,
    pub attachments: Vec<Attachment>,
}
