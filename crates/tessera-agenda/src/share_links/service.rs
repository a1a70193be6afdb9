//! What is done with links: made, listed, revoked, opened again by who may; looked at by who has one.

use super::input::{self, ShareLinkFields};
use super::model::{MOST_OPEN, PER_DAY, ShareLink, State};
use super::store;
use crate::events::{Audience, Moment, Query, community_zone};
use tessera_core::Instant;
use tessera_core::ids::{AccountId, ShareLinkId};
use tessera_platform::audit::{self, Deed};
use tessera_platform::db::{Conn, Write};
use tessera_platform::limits::Taken;
use tessera_platform::seal::Sealer;
use tessera_platform::tokens::{self, Token};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, Refusal};

/// What sealed tokens are sealed for.
const PURPOSE: &str = "share-links";

fn sealer(cx: &Cx) -> Sealer {
    cx.app.sealer(PURPOSE)
}

/// Makes a link.
pub async fn create(cx: &Cx, fields: ShareLinkFields) -> Result<ShareLink, Error> {
    let member = cx.member()?;
    cx.require_verified()?;
    let shows = input::check(fields, &community_zone(&cx.community), cx.now()).map_err(Refusal::invalid)?;
    let token = Token::random_uuid();
    let link = ShareLink {
        id: cx.app.new_id(),
        community_id: cx.community_id(),
        account_id: member.account_id(),
        shows,
        token_sealed: sealer(cx).seal(token.reveal()).map_err(anyhow::Error::from)?,
        view_count: 0,
        last_viewed_at: None,
        revoked_at: None,
        created_at: cx.now(),
        maker_may: true,
    };
    let tx = cx.app.db.write().await?;
    let subject = format!("{} {}", cx.community_id(), member.account_id());
    if let Taken::Exceeded { retry_after_seconds } = PER_DAY.take(&tx, &subject, 1, cx.now()).await? {
        return Err(Refusal::too_many(retry_after_seconds).into());
    }
    check_room(cx, &tx, member.account_id()).await?;
    store::insert(&tx, &link, &token).await?;
    tx.commit().await?;
    Ok(link)
}

async fn check_room(cx: &Cx, tx: &Write, account: AccountId) -> Result<(), Error> {
    if store::count_open(tx, cx.community_id(), account, cx.now()).await? >= MOST_OPEN {
        return Err(Refusal::new(409, "too_many_share_links").with("max", MOST_OPEN).into());
    }
    Ok(())
}

/// The addresses of a link's page and feed; its maker alone sees them. None: they were sealed under another key.
pub fn addresses(cx: &Cx, link: &ShareLink) -> Option<(String, String)> {
    if cx.account_id() != Some(link.account_id) {
        return None;
    }
    let token = sealer(cx).open(&link.token_sealed).ok()?;
    Some((cx.url(&format!("/s/{token}")), cx.url(&format!("/s/{token}.ics"))))
}

/// Whose links a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Mine,
    /// Everybody's to an admin, one's own to others.
    AllThatIMay,
}

/// Links, the newest first, and where the list goes on.
pub async fn list(
    cx: &Cx,
    whose: Whose,
    before: Option<ShareLinkId>,
    limit: usize,
) -> Result<(Vec<ShareLink>, Option<ShareLinkId>), Error> {
    let me = cx.member()?.account_id();
    let maker = (whose == Whose::Mine || !cx.is_admin()).then_some(me);
    let read = cx.app.db.read();
    let mut links = store::list(&read, cx.community_id(), maker, before, limit.saturating_add(1)).await?;
    let has_more = links.len() > limit;
    links.truncate(limit);
    let next = links.last().filter(|_| has_more).map(|link| link.id);
    Ok((links, next))
}

/// A link that is one's own, or an admin's to look after; as if it did not exist otherwise.
async fn find(cx: &Cx, conn: &impl Conn, id: ShareLinkId) -> Result<ShareLink, Error> {
    let me = cx.member()?.account_id();
    let link = store::find(conn, cx.community_id(), id).await?;
    let link = link.filter(|link| link.account_id == me || cx.is_admin());
    link.ok_or_else(|| Refusal::not_found().into())
}

/// Takes a link back: nobody can open it from this moment on. Revoking again changes nothing.
pub async fn revoke(cx: &Cx, id: ShareLinkId) -> Result<(), Error> {
    let tx = cx.app.db.write().await?;
    let link = find(cx, &tx, id).await?;
    if store::revoke(&tx, id, cx.now()).await? {
        note(cx, &tx, &link, "share_link.revoke").await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Opens a link that was revoked again, at the same address.
pub async fn restore(cx: &Cx, id: ShareLinkId) -> Result<(), Error> {
    cx.require_verified()?;
    let tx = cx.app.db.write().await?;
    let link = find(cx, &tx, id).await?;
    if link.revoked_at.is_none() {
        return Ok(());
    }
    check_room(cx, &tx, link.account_id).await?;
    if store::restore(&tx, id).await? {
        note(cx, &tx, &link, "share_link.restore").await?;
    }
    tx.commit().await?;
    Ok(())
}

/// What is done with the link of somebody else stands in the trail.
async fn note(cx: &Cx, tx: &Write, link: &ShareLink, action: &str) -> Result<(), Error> {
    if cx.account_id() == Some(link.account_id) {
        return Ok(());
    }
    let deed = Deed {
        community: link.community_id,
        actor: cx.account_id(),
        action,
        subject: format!("account:{}", link.account_id),
        details: serde_json::json!({ "share_link": link.id }),
    };
    Ok(audit::record(tx, cx.app.clock(), deed).await?)
}

/// Whether looking at a link is a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Counts,
    Free,
}

/// The link behind a token, where it is open.
///
/// # Errors
/// 404 where there is none, 410 where it is closed: one sentence for both.
pub async fn open(cx: &Cx, token: &str, look: Look) -> Result<ShareLink, Error> {
    // Written one way, so that it is found however a program capitalised it.
    let token = uuid::Uuid::try_parse(token).map_err(|_| closed(404))?.to_string();
    let hash = tokens::hash(&token);
    // Whoever tries addresses at random keeps nobody from writing.
    let found = store::find_of_token(&cx.app.db.read(), cx.community_id(), &hash).await?;
    let link = found.ok_or_else(|| closed(404))?;
    if link.state(cx.now()) != State::Open {
        return Err(closed(410));
    }
    if look == Look::Free {
        return Ok(link);
    }
    let tx = cx.app.db.write().await?;
    let counted = store::count_view(&tx, cx.community_id(), &hash, cx.now()).await?;
    tx.commit().await?;
    counted.ok_or_else(|| closed(410))
}

fn closed(status: u16) -> Error {
    Refusal::new(status, "share_link_closed").into()
}

/// What a link shows, from `from` on where it does not say so itself: public events, whoever looks.
pub fn shown(cx: &Cx, link: &ShareLink, from: Instant) -> Query {
    let zone = community_zone(&cx.community);
    let moment = |text: &Option<String>| text.as_deref().and_then(Moment::parse);
    Query {
        from: Some(moment(&link.shows.from).map_or(from, |m| m.instant(&zone))),
        to: moment(&link.shows.to).map(|m| input::end_of(m, &zone)),
        kinds: link.shows.kinds.clone(),
        ..Query::new(&cx.community, Audience::Everyone)
    }
}
