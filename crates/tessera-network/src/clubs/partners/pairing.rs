//! Pairing: two servers get each other's public keys over a link that works once, and two admins make sure of them by
//! reading six words to each other.
//!
//! One side offers a link for a partner ([`offer`]); its admin gives it to the other's. There it is accepted
//! ([`accept`]): their server fetches what ours says of itself, finds that the link promised exactly this, and brings its
//! own keys, signed with one of them ([`take`]). From then on both pages show the same words. Nothing is signed or
//! believed with these keys before an admin here has confirmed them.

use super::input::{self, PartnerFields};
use super::model::{LINK_HOURS, Pairing, Partner};
use super::service::By;
use super::signing::{self, KeyFault};
use super::store::{self, keys, pairings};
use super::trouble::Trouble;
use crate::clubs::ours;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use tessera_core::Instant;
use tessera_core::ids::PartnerId;
use tessera_platform::outbound::Request;
use tessera_platform::{random_bytes, tokens};
use tessera_web::app::App;
use tessera_web::cx::Cx;
use tessera_web::directory::Community;
use tessera_web::refusal::{Error, FieldError, Refusal};
use tessera_wire::descriptor::{self, Descriptor, PublishedKey};
use tessera_wire::pairing::{PairingLink, Side};
use tessera_wire::signatures::VerifyingKey;
use tessera_wire::strong;
use url::Url;

/// Where a server that accepts a link goes.
pub const PATH: &str = "/api/federation/pair/";
/// The longest body of a server that accepts a link.
pub const MAX_BYTES: usize = descriptor::MAX_BYTES + 4096;

fn side_of(code: &str, keys: &[PublishedKey]) -> Side {
    let keys: Vec<VerifyingKey> = keys.iter().map(|key| key.public_key).collect();
    Side::of(code, &keys)
}

fn fault(e: KeyFault) -> Error {
    Error::Fault(e.into())
}

async fn our_side(app: &App, community: &Community) -> Result<Side, Error> {
    let keys = signing::published(app, community).await.map_err(fault)?;
    Ok(side_of(ours::code(app, community), &keys))
}

/// Makes a link for this partner's admin. It works once, and for [`LINK_HOURS`]; one that was made before it does not
/// work any more.
pub async fn offer(by: By<'_>, id: PartnerId) -> Result<String, Error> {
    let side = our_side(by.app, by.community).await?;
    let secret: [u8; 32] = random_bytes();
    let (base_url, code) = (by.app.base_url(by.community), ours::code(by.app, by.community));
    let link = PairingLink::new(&base_url, code, secret, side).map_err(anyhow::Error::from)?;
    let tx = by.app.db.write().await?;
    let partner = store::find(&tx, by.community.id, id).await?.ok_or_else(Refusal::not_found)?;
    let now = by.app.now();
    let expires_at = now.plus(SignedDuration::from_hours(LINK_HOURS));
    let hash = tokens::digest(link.secret());
    pairings::put(&tx, by.app.new_id(), by.community.id, partner.id, &hash, (now, expires_at)).await?;
    by.note(&tx, &partner, "partner.pair").await?;
    tx.commit().await?;
    Ok(link.to_string())
}

/// What a server that accepts a link sends.
#[derive(Debug, Serialize, Deserialize)]
struct Brought {
    /// The link's, base64url.
    secret: String,
    /// Where the sender's paths begin.
    base_url: String,
    descriptor: Descriptor,
}

/// A request of a server that accepts one of our links, signed with a key that it brings.
pub struct PairRequest {
    secret_hash: String,
    base_url: String,
    descriptor: Descriptor,
}

impl PairRequest {
    /// Reads and verifies it: whoever sends it holds the private half of a key in it.
    pub fn read(cx: &Cx, headers: &HeaderMap, body: &Bytes) -> Result<Self, Error> {
        let brought: Brought = serde_json::from_slice(body).map_err(|_| Refusal::new(400, "bad_json"))?;
        let wrong =
            |field: &'static str| Error::from(Refusal::invalid(vec![FieldError::new(field, "wrong_type")]));
        let written = serde_json::to_vec(&brought.descriptor).map_err(anyhow::Error::from)?;
        let descriptor = Descriptor::read(&written).map_err(|_| wrong("descriptor"))?;
        let secret = URL_SAFE_NO_PAD.decode(&brought.secret).map_err(|_| wrong("secret"))?;
        let fields = field_pairs(headers);
        let target = format!("{}{}", cx.app.base_url(&cx.community), cx.target);
        let request = strong::Request { method: "POST", target_uri: &target, fields: &fields, body };
        let now = cx.now().timestamp();
        let refused = |e: &strong::Fault| Refusal::new(e.refusal().status(), e.refusal().code());
        let claim = strong::read(&request).map_err(|e| refused(&e))?;
        let key = descriptor.find_key(claim.keyid(), now).ok_or_else(|| Refusal::new(401, "unknown_key"))?;
        claim.verify(&request, &key.public_key, now, strong::SKEW_SECONDS).map_err(|e| refused(&e))?;
        Ok(Self { secret_hash: tokens::digest(&secret), base_url: brought.base_url, descriptor })
    }
}

/// The lines of a header that are text.
pub fn field_pairs(headers: &HeaderMap) -> Vec<(&str, &str)> {
    headers.iter().filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?))).collect()
}

/// Takes the keys of a server that shows a link of ours. Of two that show it at once one gets in.
pub async fn take(cx: &Cx, request: PairRequest) -> Result<(), Error> {
    let our_side = our_side(&cx.app, &cx.community).await?;
    let tx = cx.app.db.write().await?;
    let taken = pairings::take(&tx, cx.community_id(), &request.secret_hash, cx.now()).await?;
    let partner = taken.ok_or_else(Refusal::not_found)?;
    let partner = store::find(&tx, cx.community_id(), partner).await?.ok_or_else(Refusal::not_found)?;
    if request.base_url.trim_end_matches('/') != partner.base_url {
        // The link was not for them: it stays open.
        return Err(Refusal::new(409, "pairing_other_address").into());
    }
    keep(&tx, &partner, &request.descriptor, our_side, cx.now()).await?;
    let by = By { app: &cx.app, community: &cx.community, actor: None };
    by.note(&tx, &partner, "partner.pair").await?;
    tx.commit().await?;
    Ok(())
}

async fn keep(
    tx: &tessera_platform::db::Write,
    partner: &Partner,
    descriptor: &Descriptor,
    our_side: Side,
    now: Instant,
) -> Result<(), Error> {
    keys::delete_pinned(tx, partner.id).await?;
    keys::pin(tx, partner, &descriptor.keys, now).await?;
    let pairing = Pairing {
        peer_code: descriptor.community.clone(),
        peer_side: side_of(&descriptor.community, &descriptor.keys),
        our_side,
        confirmed_at: None,
    };
    store::update_pairing(tx, partner.id, &pairing).await?;
    Ok(())
}

/// Accepts a link that another community's admin gave to ours. The partner of that address is paired; where there is
/// none yet, one is added, that is not approved.
pub async fn accept(by: By<'_>, link: &str) -> Result<Partner, Error> {
    let wrong = |code: &'static str| Error::from(Refusal::invalid(vec![FieldError::new("link", code)]));
    let link: PairingLink = link.parse().map_err(|_| wrong("bad_link"))?;
    let theirs = fetch(by.app, link.base_url()).await.map_err(|e| unreachable(&e))?;
    if theirs.community != link.community() || side_of(&theirs.community, &theirs.keys) != *link.side() {
        return Err(wrong("link_differs"));
    }
    bring(by, &link).await?;
    let our_side = our_side(by.app, by.community).await?;
    let partner = match find_by_address(by, link.base_url()).await? {
        Some(partner) => partner,
        None => add(by, &theirs, link.base_url()).await?,
    };
    let tx = by.app.db.write().await?;
    keep(&tx, &partner, &theirs, our_side, by.app.now()).await?;
    by.note(&tx, &partner, "partner.pair").await?;
    tx.commit().await?;
    super::service::find(by, partner.id).await
}

async fn find_by_address(by: By<'_>, base_url: &str) -> Result<Option<Partner>, Error> {
    let all = store::list(&by.app.db.read(), by.community.id).await?;
    Ok(all.into_iter().find(|p| p.base_url == base_url))
}

/// A partner as it calls itself; with another code where that is taken or too long.
async fn add(by: By<'_>, theirs: &Descriptor, base_url: &str) -> Result<Partner, Error> {
    let fits = |c: &char| c.is_ascii_alphanumeric() || *c == '-' || *c == '_';
    let code: String = theirs.community.chars().filter(fits).take(input::CODE_MAX_CHARS - 3).collect();
    let code = if code.is_empty() { "partner".to_owned() } else { code };
    let known: Vec<String> =
        store::list(&by.app.db.read(), by.community.id).await?.into_iter().map(|p| p.short_code).collect();
    let free = (1..100)
        .map(|n| if n == 1 { code.clone() } else { format!("{code}-{n}") })
        .find(|candidate| !known.contains(candidate));
    let fields = PartnerFields {
        name: Some(theirs.name.clone()),
        short_code: Some(free.unwrap_or(code)),
        base_url: Some(base_url.to_owned()),
        ..PartnerFields::default()
    };
    super::service::add(by, fields).await
}

/// What another server says of itself.
async fn fetch(app: &App, base_url: &str) -> Result<Descriptor, Trouble> {
    let url = Url::parse(&format!("{base_url}{}", descriptor::PATH)).map_err(|_| Trouble::AddressRefused)?;
    let request = Request { follows: false, max_bytes: descriptor::MAX_BYTES, ..Request::get(url) };
    let answer = app.outbound.send(request).await.map_err(|e| Trouble::of_outbound(&e))?;
    if let Some(trouble) = Trouble::of_answer(answer.status, &answer.headers, &answer.body, app.now()) {
        return Err(trouble);
    }
    Descriptor::read(&answer.body).map_err(|_| Trouble::Schema)
}

/// Shows the link's secret to the server that made it, with our keys.
async fn bring(by: By<'_>, link: &PairingLink) -> Result<(), Error> {
    let brought = Brought {
        secret: URL_SAFE_NO_PAD.encode(link.secret()),
        base_url: by.app.base_url(by.community),
        descriptor: signing::descriptor(by.app, by.community).await.map_err(fault)?,
    };
    let body = Bytes::from(serde_json::to_vec(&brought).map_err(anyhow::Error::from)?);
    let url = Url::parse(&format!("{}{PATH}", link.base_url())).map_err(anyhow::Error::from)?;
    let (kid, key) = signing::current(by.app, &by.app.db.read(), by.community.id).await.map_err(fault)?;
    let now = by.app.now().timestamp();
    let signed = strong::sign(&key, &kid, "POST", url.as_str(), &body, now, &random_bytes())
        .map_err(anyhow::Error::from)?;
    let mut request = Request { follows: false, ..Request::post(url, body) };
    for (name, value) in signed.fields() {
        let name = header::HeaderName::try_from(name).map_err(anyhow::Error::from)?;
        request.headers.insert(name, HeaderValue::try_from(value).map_err(anyhow::Error::from)?);
    }
    request.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let answer = by.app.outbound.send(request).await.map_err(|e| unreachable(&Trouble::of_outbound(&e)))?;
    match Trouble::of_answer(answer.status, &answer.headers, &answer.body, by.app.now()) {
        None => Ok(()),
        Some(Trouble::NotThere) => Err(Refusal::invalid(vec![FieldError::new("link", "link_used")]).into()),
        Some(_) if answer.status.as_u16() == 409 => {
            Err(Refusal::invalid(vec![FieldError::new("link", "link_not_for_us")]).into())
        }
        Some(trouble) => Err(unreachable(&trouble)),
    }
}

fn unreachable(trouble: &Trouble) -> Error {
    Refusal::new(409, "pairing_failed").with("trouble", trouble.code()).into()
}

/// An admin says that both sides read the same words.
pub async fn confirm(by: By<'_>, id: PartnerId, words: &str) -> Result<(), Error> {
    let tx = by.app.db.write().await?;
    let partner = store::find(&tx, by.community.id, id).await?.ok_or_else(Refusal::not_found)?;
    // Those that were on the page: a pairing that came in since has others, and is to be looked at first.
    let pairing = partner.pairing.as_ref().filter(|p| p.words() == words);
    let pairing = pairing.ok_or_else(|| Refusal::new(409, "words_changed"))?;
    if store::confirm_words(&tx, id, pairing, by.app.now()).await? {
        by.note(&tx, &partner, "partner.confirm_words").await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Forgets a pairing: the words differ, or it is to be made anew.
pub async fn undo(by: By<'_>, id: PartnerId) -> Result<(), Error> {
    let tx = by.app.db.write().await?;
    let partner = store::find(&tx, by.community.id, id).await?.ok_or_else(Refusal::not_found)?;
    if partner.pairing.is_some() {
        store::delete_pairing(&tx, id).await?;
        by.note(&tx, &partner, "partner.unpair").await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Looks which keys a paired partner has now, and trusts those that a trusted one vouches for.
pub async fn refresh(app: &App, partner: &Partner) -> Result<(), RefreshError> {
    let Some(pairing) = &partner.pairing else { return Ok(()) };
    let theirs = fetch(app, &partner.base_url).await.map_err(RefreshError::Trouble)?;
    let pinned = keys::list_pinned(&app.db.read(), partner.id).await?;
    let found = signing::trusted(&pinned, &pairing.peer_code, &theirs.keys);
    let news =
        found.iter().any(|key| !pinned.iter().any(|p| p.kid == key.kid && p.not_after == key.not_after));
    if news {
        let tx = app.db.write().await?;
        keys::pin(&tx, partner, &found, app.now()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Why keys could not be looked at.
#[derive(Debug, thiserror::Error)]
pub enum RefreshError {
    #[error("the partner does not say which keys it has: {}", .0.code())]
    Trouble(Trouble),
    #[error(transparent)]
    Database(#[from] sea_orm::DbErr),
}
