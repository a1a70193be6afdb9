//! What is done with events: look, check the right, decide, save, tell. Each change is one write transaction.

use super::access::{self, Deed, Relation, Sight};
use super::model::{Event, Listed};
use super::store::{self, Eyes, Lock};
use std::ops::Deref;
use tessera_core::Standing;
use tessera_core::ids::EventId;
use tessera_platform::db::{Conn, Write};
use tessera_platform::tokens;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, Refusal};

/// An event as one reader sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub listed: Listed,
    pub relation: Relation,
    standing: Standing,
}

impl Deref for Seen {
    type Target = Event;
    fn deref(&self) -> &Event {
        &self.listed.event
    }
}

impl Seen {
    /// Whether this reader may do this.
    pub fn may(&self, deed: Deed) -> bool {
        access::may(self, self.relation, self.standing, deed)
    }

    pub fn sight(&self) -> Sight {
        access::sight(self, self.relation, self.standing)
    }
}

/// The event that this reader may see; the refusal of the contract otherwise. `guest` is a guest's token.
pub async fn find(cx: &Cx, conn: &impl Conn, id: EventId, guest: Option<&str>) -> Result<Seen, Error> {
    let seen = find_any(cx, conn, id, guest, Lock::No).await?.ok_or_else(Refusal::not_found)?;
    seen.sight().check()?;
    Ok(seen)
}

/// The event within a transaction, for somebody to do something with it: kept from others until the commit. What
/// they do not see is refused as in [`find`], what they see and may not do with 403.
pub async fn find_for(cx: &Cx, tx: &Write, id: EventId, deed: Deed) -> Result<Seen, Error> {
    let seen = find_any(cx, tx, id, None, Lock::Yes).await?.ok_or_else(Refusal::not_found)?;
    seen.sight().check()?;
    allow(&seen, deed)?;
    Ok(seen)
}

/// Refuses what this reader may not do with an event they see.
pub fn allow(seen: &Seen, deed: Deed) -> Result<(), Error> {
    if seen.may(deed) { Ok(()) } else { Err(Refusal::new(403, "forbidden").into()) }
}

/// The event whatever its state and whoever asks: the caller decides what of it is shown.
pub async fn find_any(
    cx: &Cx,
    conn: &impl Conn,
    id: EventId,
    guest: Option<&str>,
    lock: Lock,
) -> Result<Option<Seen>, Error> {
    let hash = guest.map(tokens::hash);
    let eyes = Eyes { account: cx.account_id(), guest: hash.as_deref() };
    let found = store::find(conn, cx.community_id(), id, eyes, lock).await?;
    let standing = cx.actor.standing();
    Ok(found.map(|(listed, relation)| Seen { listed, relation, standing }))
}
