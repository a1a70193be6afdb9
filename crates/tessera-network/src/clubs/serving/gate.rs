//! Who asks: the way in for partners' requests.
//!
//! In this order, each step cheaper than the next: what one address sends too much of is shed; an address with ten
//! failures in this hour waits; plain http is refused; the signature is checked over the very bytes that came; only then
//! are the partner's standing, the memory of what was seen before and the partner's own quota looked at, the last two in
//! one transaction. So nobody without a key can spend a partner's quota or block it: failures count against the address
//! they come from.

use super::store;
use crate::clubs::partners::calling::sealer;
use crate::clubs::partners::pairing::field_pairs;
use crate::clubs::partners::store::keys;
use crate::clubs::partners::well_known::{require_enabled, require_https};
use crate::clubs::partners::{self, Partner};
use http::HeaderMap;
use jiff::Timestamp;
use tessera_core::Instant;
use tessera_core::ids::CommunityId;
use tessera_platform::db::{Read, Write};
use tessera_platform::limits::{Limit, Taken};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, Refusal};
use tessera_web::shed::{Pace, source};
use tessera_wire::descriptor::Profile;
use tessera_wire::documented::{
    self, KEY_HEADER, SIGNATURE_HEADER, SecretKey, SignedHeaders, TIMESTAMP_HEADER,
};
use tessera_wire::{Refusal as Unbelieved, ReplayKey, strong};

const PACE: Pace = Pace { name: "federation", burst: 240, per_second: 4 };
/// Failures from one address. An admin can forgive them.
pub const FAILURES: Limit = Limit { name: "federation_failures", most: 10, window_seconds: 3600 };
/// Messages of interest of one partner.
const INTERESTS: Limit = Limit { name: "federation_interests", most: 120, window_seconds: 3600 };

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    Events,
    Interest,
}

/// A partner whose request is believed; nothing of its quota is spent yet.
#[derive(Clone, Debug)]
pub struct Caller {
    pub partner: Partner,
    used: Profile,
    replay_key: ReplayKey,
    remember_until: Instant,
}

/// Whose failures are counted: an address, or a network of version 6, in one community.
pub fn subject(community: CommunityId, address: std::net::IpAddr) -> String {
    format!("{community} {}", source(address))
}

/// Finds out which partner sent a request, and whether it may ask for this.
pub async fn let_in(
    cx: &Cx,
    method: &str,
    headers: &HeaderMap,
    body: &[u8],
    asks: Asks,
) -> Result<Caller, Error> {
    let caller = believe(cx, method, headers, body).await?;
    let standing = if !caller.partner.is_approved {
        Some("partner_not_approved")
    } else if !caller.partner.is_active {
        Some("partner_inactive")
    } else if asks == Asks::Events && !caller.partner.share_our_events {
        Some("not_shared")
    } else {
        None
    };
    match standing {
        Some(code) => Err(Refusal::new(403, code).into()),
        None => Ok(caller),
    }
}

/// What is asked before the body of a request is even read.
pub async fn stop_early(cx: &Cx) -> Result<(), Error> {
    require_enabled(cx)?;
    if let Some(seconds) = cx.app.shed.take(PACE, cx.address, cx.now()) {
        return Err(Refusal::too_many(seconds).into());
    }
    let subject = subject(cx.community_id(), cx.address);
    if let Taken::Exceeded { retry_after_seconds } =
        FAILURES.check(&cx.app.db.read(), &subject, cx.now()).await?
    {
        return Err(Refusal::too_many(retry_after_seconds).into());
    }
    require_https(cx)
}

async fn believe(cx: &Cx, method: &str, headers: &HeaderMap, body: &[u8]) -> Result<Caller, Error> {
    let fields = field_pairs(headers);
    let read = cx.app.db.read();
    let found = if strong::is_signed(&fields) {
        believe_strong(cx, &read, method, &fields, body).await?
    } else {
        believe_documented(cx, &read, method, headers, body).await?
    };
    let caller = match found {
        Ok(caller) => caller,
        Err(why) => return Err(count_failure(cx, why).await?),
    };
    // The weaker signature was right: no failure, and no secret from whoever holds the key.
    caller
        .partner
        .ratchet
        .accept(caller.used, Profile::Documented)
        .map_err(|why| Refusal::new(why.status(), why.code()))?;
    Ok(caller)
}

async fn count_failure(cx: &Cx, why: Unbelieved) -> Result<Error, Error> {
    let subject = subject(cx.community_id(), cx.address);
    let tx = cx.app.db.write().await?;
    FAILURES.take(&tx, &subject, 1, cx.now()).await?;
    tx.commit().await?;
    Ok(Refusal::new(why.status(), why.code()).into())
}

type Believed = Result<Caller, Unbelieved>;

async fn believe_documented(
    cx: &Cx,
    read: &Read,
    method: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Believed, Error> {
    let signed = match signed_headers(headers) {
        Ok(signed) => signed,
        Err(why) => return Ok(Err(why)),
    };
    let pair = keys::find_pair(read, cx.community_id(), signed.key).await?;
    let Some(pair) = pair.filter(|pair| pair.works_at(cx.now())) else {
        return Ok(Err(Unbelieved::UnknownKey));
    };
    let secret = sealer(&cx.app).open(&pair.api_secret_sealed).map_err(anyhow::Error::from)?;
    let secret: SecretKey = secret.parse().map_err(anyhow::Error::from)?;
    let window = cx.app.config.federation.request_max_age.as_secs().try_into().unwrap_or(u32::MAX);
    let verified = match documented::verify(&secret, signed, body, cx.now().timestamp(), window) {
        Ok(verified) => verified,
        Err(why) => return Ok(Err(why)),
    };
    let Some(partner) = partners::find(read, cx.community_id(), pair.partner_id).await? else {
        return Ok(Err(Unbelieved::UnknownKey));
    };
    Ok(Ok(Caller {
        partner,
        used: Profile::Documented,
        replay_key: signed.replay_key(method, &cx.target),
        remember_until: remembered(verified.remember_until),
    }))
}

/// The three headers, each of which stands there once.
fn signed_headers(headers: &HeaderMap) -> Result<SignedHeaders<'_>, Unbelieved> {
    let one = |name: &str| {
        let mut all = headers.get_all(name).iter();
        let first = all.next().and_then(|value| value.to_str().ok());
        first.filter(|_| all.next().is_none())
    };
    SignedHeaders::of(one(KEY_HEADER), one(TIMESTAMP_HEADER), one(SIGNATURE_HEADER))
}

async fn believe_strong(
    cx: &Cx,
    read: &Read,
    method: &str,
    fields: &[(&str, &str)],
    body: &[u8],
) -> Result<Believed, Error> {
    let target = format!("{}{}", cx.app.base_url(&cx.community), cx.target);
    let request = strong::Request { method, target_uri: &target, fields, body };
    let claim = match strong::read(&request) {
        Ok(claim) => claim,
        Err(fault) => return Ok(Err(fault.refusal())),
    };
    let now = cx.now().timestamp();
    let mut why = Unbelieved::UnknownKey;
    for (partner, key) in keys::list_by_kid(read, cx.community_id(), claim.keyid()).await? {
        if !key.is_valid_at(now) {
            continue;
        }
        match claim.verify(&request, &key.public_key, now, strong::SKEW_SECONDS) {
            Ok(verified) => {
                let partner = partners::find(read, cx.community_id(), partner).await?;
                let Some(partner) = partner.filter(Partner::is_paired) else { continue };
                return Ok(Ok(Caller {
                    partner,
                    used: Profile::Strong,
                    replay_key: verified.replay_key,
                    remember_until: remembered(verified.remember_until),
                }));
            }
            Err(fault) => why = fault.refusal(),
        }
    }
    Ok(Err(why))
}

fn remembered(until: Timestamp) -> Instant {
    Instant::new(until)
}

/// Remembers the request and takes it from the partner's quota, in the transaction of what it does.
///
/// # Errors
/// 401 `replayed`: the transaction is to be rolled back. 429: it is to be committed, so that the same request is not
/// taken later on ([`Spent::Exceeded`]).
pub async fn spend(cx: &Cx, tx: &Write, caller: &Caller, asks: Asks) -> Result<Spent, Error> {
    if !store::remember(tx, &caller.replay_key, caller.remember_until).await? {
        return Err(Refusal::new(401, "replayed").into());
    }
    if caller.used == Profile::Strong && caller.partner.ratchet.reached != Some(Profile::Strong) {
        partners::store::update_reached(tx, caller.partner.id, Profile::Strong).await?;
    }
    let limit = match asks {
        Asks::Events => Limit {
            name: "federation_events",
            most: i64::from(cx.app.config.federation.rate_limit_requests),
            window_seconds: 3600,
        },
        Asks::Interest => INTERESTS,
    };
    Ok(match limit.take(tx, &caller.partner.id.to_string(), 1, cx.now()).await? {
        Taken::Left(_) => Spent::Taken,
        Taken::Exceeded { retry_after_seconds } => Spent::Exceeded(retry_after_seconds),
    })
}

/// Whether there was something left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spent {
    Taken,
    Exceeded(i64),
}
