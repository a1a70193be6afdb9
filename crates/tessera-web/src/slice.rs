//! What a capability brings: one plain struct, filled in by its front door and listed once by the binary.

use crate::app::App;
use crate::cx::{Credential, Cx, Identified};
use crate::directory::Community;
use crate::notices::NoticeKind;
use crate::refusal::Error;
use crate::routes::Routes;
use crate::ui::Icon;
use crate::words::Locales;
use futures::future::BoxFuture;
use tessera_core::ids::{AccountId, CommunityId};
use tessera_core::{Access, Locale};
use tessera_platform::db::{Migration, Write};
use tessera_platform::jobs::{Handler, JobError, Schedule};
use tessera_platform::mail::Message;
use tessera_platform::outbox::MailRow;

/// One capability.
#[derive(Clone)]
pub struct Slice {
    pub name: &'static str,
    pub migrations: &'static [Migration],
    pub locales: Locales,
    pub routes: fn(Routes) -> Routes,
    pub jobs: &'static [Handler<App>],
    pub schedules: &'static [Schedule],
    pub mails: &'static [MailRenderer],
    /// What members are told of, and how it is put.
    pub notices: &'static [NoticeKind],
    /// What pages can listen to while they are open.
    pub topics: &'static [Topic],
    /// What waits for the reader at which of the slice's places.
    pub badges: Option<Badges>,
    pub navigation: &'static [NavItem],
    pub scopes: &'static [&'static str],
    /// What this slice writes into the audit trail.
    pub deeds: &'static [DeedWords],
    pub privacy: Option<Privacy>,
    pub samples: Option<Samples>,
    /// What it adds to registries of slices below it, which know them by their type: see [`App::offers`].
    pub offers: &'static [Offer],
}

/// An entry of some slice's registry.
pub type Offer = &'static (dyn std::any::Any + Send + Sync);

impl Slice {
    /// A slice that brings nothing yet; fill in what it has with `..Slice::named("…")`.
    pub const fn named(name: &'static str) -> Self {
        Self {
            name,
            migrations: &[],
            locales: &[],
            routes: |r| r,
            jobs: &[],
            schedules: &[],
            mails: &[],
            notices: &[],
            topics: &[],
            badges: None,
            navigation: &[],
            scopes: &[],
            deeds: &[],
            privacy: None,
            samples: None,
            offers: &[],
        }
    }
}

/// Path of a place, and how much waits there for the reader. Asked once for a page, so one small question at most.
pub type Badges = fn(Cx) -> BoxFuture<'static, Result<Vec<(&'static str, u32)>, Error>>;

/// What pages can listen to: `NAME:WHAT`, as in `event-comments:ID`. Announced with
/// [`Write::tell`](tessera_platform::db::Write::tell).
#[derive(Clone, Copy)]
pub struct Topic {
    pub name: &'static str,
    /// Whether this reader may hear of `WHAT`.
    pub may_hear: fn(Cx, String) -> BoxFuture<'static, Result<bool, Error>>,
}

/// Turns a posted mail of one kind into the message to send. The slice that posts a kind renders it.
#[derive(Clone, Copy)]
pub struct MailRenderer {
    pub kind: &'static str,
    pub render: fn(App, MailRow) -> BoxFuture<'static, Result<Rendered, JobError>>,
}

/// What became of a mail when it was about to be sent.
pub enum Rendered {
    Send(Box<Message>),
    /// At most once, whatever happens: rather lost in a crash than doubled.
    SendOnce(Box<Message>),
    /// What it tells of is no longer so: a revoked invitation, an erased account.
    Withdraw,
}

/// A link in the bar, under Manage or under Me.
#[derive(Clone, Copy, Debug)]
pub struct NavItem {
    pub place: Place,
    pub path: &'static str,
    /// The translation key of its text.
    pub key: &'static str,
    pub access: Access,
    /// Smaller comes first.
    pub order: u16,
    pub icon: Icon,
    /// The keys that go there, as `g a`; empty for none.
    pub keys: &'static str,
}

/// How a deed of the audit trail is told.
#[derive(Clone, Copy, Debug)]
pub struct DeedWords {
    /// As in [`tessera_platform::audit::Deed`]: `member.suspend`.
    pub action: &'static str,
    /// The translation key of its sentence, as in `audit-member-suspend`. It may use `{ $actor }`, who did it, and,
    /// where the subject is an account or a community, `{ $subject }`, its name.
    pub key: &'static str,
}

/// Where a link stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Bar,
    /// In the bar for who is not signed in.
    Visitors,
    /// At the foot of every page.
    Foot,
    Manage,
    Me,
    /// What "Create" offers.
    Create,
    /// Where the magnifying glass leads; the first one has it.
    Search,
}

/// How a slice fills a community with things to look at, and takes exactly these away again.
#[derive(Clone, Copy)]
pub struct Samples {
    /// Done as the admin of the context, through the slice's own service. The accounts are members made up before.
    pub fill: fn(Cx, Vec<AccountId>) -> BoxFuture<'static, Result<(), Error>>,
    pub clear: fn(Cx) -> BoxFuture<'static, Result<(), Error>>,
}

/// What a slice does when somebody asks for their data, or to be forgotten.
#[derive(Clone, Copy)]
pub struct Privacy {
    /// Everything of this account that the slice keeps, as JSON under the slice's name.
    pub export: fn(App, AccountId) -> BoxFuture<'static, anyhow::Result<serde_json::Value>>,
    /// Erases or makes nameless what the slice keeps of it, in the transaction that erases the account.
    pub erase: for<'a> fn(&'a App, &'a Write, AccountId) -> BoxFuture<'a, anyhow::Result<()>>,
}

/// How the page kit learns who is there: filled in by the slices that keep communities and accounts.
#[derive(Clone, Copy)]
pub struct Identity {
    /// All communities, the first one created first.
    pub communities: fn(App) -> BoxFuture<'static, anyhow::Result<Vec<Community>>>,
    /// Who shows this credential to this community.
    pub identify: fn(App, CommunityId, Credential) -> BoxFuture<'static, anyhow::Result<Identified>>,
    /// Keeps a member's choice of language with the account.
    pub keep_locale: fn(App, AccountId, Locale) -> BoxFuture<'static, anyhow::Result<()>>,
}
