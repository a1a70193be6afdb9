//! What other capabilities add to events without events knowing them: panels on an event's page, and observers of
//! what happens to it. Filled in by this crate's root (`crate::PANELS`, `crate::OBSERVERS`); crates above offer panels of
//! theirs ([`App::offers`]).

use super::model::{Event, Visibility};
use super::service::Seen;
use futures::future::BoxFuture;
use tessera_core::ids::{AccountId, EventId};
use tessera_platform::db::Write;
use tessera_web::app::App;
use tessera_web::cx::Cx;
use tessera_web::directory::Community;
use tessera_web::refusal::Error;

/// Where on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Beside the text; first on phones.
    Side,
    /// Below the text.
    Below,
}

/// A piece of an event's page. Its own statements come on top of the page's one.
#[derive(Clone, Copy)]
pub struct Panel {
    pub place: Place,
    /// Smaller comes first.
    pub order: u16,
    /// HTML that is safe to show, or nothing for this reader.
    pub render: for<'a> fn(&'a Cx, &'a Seen) -> BoxFuture<'a, Result<Option<String>, Error>>,
}

/// What happened to an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Others see it from now on.
    Published,
    /// Something that those who come must know changed.
    Changed {
        time: bool,
        place: bool,
        title: bool,
        status: bool,
    },
    Cancelled,
    /// It takes place after all.
    Resumed,
    Deleted,
    Restored,
}

/// Something that happened, told within the transaction that makes it so.
#[derive(Clone, Copy, Debug)]
pub struct Happening<'a> {
    pub app: &'a App,
    pub community: &'a Community,
    /// Nobody: the shell or the program itself.
    pub by: Option<AccountId>,
    pub news: News,
    pub before: &'a Event,
    pub after: &'a Event,
}

/// Dates of a series that are moved, within the transaction that moves them.
#[derive(Clone, Copy)]
pub struct Moved<'a> {
    pub app: &'a App,
    pub from: EventId,
    /// Another series where the one is cut in two.
    pub to: EventId,
    pub visibility: Visibility,
    /// The name a date has now. None: it stays where it is.
    pub rename: &'a (dyn Fn(&str) -> Option<String> + Send + Sync),
}

/// Who is told of what happens, as to mail those who take part.
#[derive(Clone, Copy)]
pub struct Observer {
    pub told: for<'a> fn(&'a Write, Happening<'a>) -> BoxFuture<'a, Result<(), Error>>,
    /// Dates of a series have other names from now on, or belong to another one: answers go along.
    pub moved: for<'a> fn(&'a Write, Moved<'a>) -> BoxFuture<'a, Result<(), Error>>,
    /// How many people would be told of a cancellation: named before it is confirmed.
    pub people_told: for<'a> fn(&'a Cx, &'a Event) -> BoxFuture<'a, Result<u64, Error>>,
}

pub(super) async fn tell_moved(tx: &Write, moved: Moved<'_>) -> Result<(), Error> {
    for observer in crate::OBSERVERS {
        (observer.moved)(tx, moved).await?;
    }
    Ok(())
}

pub(super) async fn tell(tx: &Write, happening: Happening<'_>) -> Result<(), Error> {
    for observer in crate::OBSERVERS {
        (observer.told)(tx, happening).await?;
    }
    Ok(())
}
