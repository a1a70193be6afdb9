//! What other servers find here without an agreement: what this community says of itself, and the way in for a pairing
//! link.

use super::pairing::{self, PairRequest};
use super::signing;
use axum::Json as Answered;
use axum::extract::Request;
use tessera_platform::limits::{Limit, Taken};
use tessera_web::body::raw;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, Refusal};
use tessera_web::shed::{Pace, source};
use tessera_wire::descriptor::Descriptor;

const PACE: Pace = Pace { name: "well-known", burst: 120, per_second: 2 };
/// Attempts to use a pairing link, per address.
const ATTEMPTS: Limit = Limit { name: "federation_pairings", most: 20, window_seconds: 3600 };

/// As if there were nothing, where federation is off.
pub fn require_enabled(cx: &Cx) -> Result<(), Error> {
    if cx.app.config.federation.enabled { Ok(()) } else { Err(Refusal::not_found().into()) }
}

/// Refuses plain http where https is required.
pub fn require_https(cx: &Cx) -> Result<(), Error> {
    if cx.app.config.federation.require_https && !cx.is_https {
        return Err(Refusal::new(403, "https_required").into());
    }
    Ok(())
}

/// What this community says of itself to other servers: its name, how it signs, and its public keys.
#[utoipa::path(get, path = "/.well-known/tessera", tag = "federation",
    responses((status = 200, description = "`{community, name, profiles, min_profile, federation, keys}`", body = serde_json::Value),
        (status = 404, description = "Federation is off.")))]
pub async fn describe(cx: Cx) -> Result<Answered<Descriptor>, Error> {
    require_enabled(&cx)?;
    if let Some(seconds) = cx.app.shed.take(PACE, cx.address, cx.now()) {
        return Err(Refusal::too_many(seconds).into());
    }
    let described = signing::descriptor(&cx.app, &cx.community).await.map_err(anyhow::Error::from)?;
    Ok(Answered(described))
}

/// Uses a pairing link: the other server shows its secret and brings its own keys, signed with one of them.
#[utoipa::path(post, path = "/api/federation/pair/", tag = "federation", request_body = serde_json::Value,
    responses((status = 200, description = "What this community says of itself.", body = serde_json::Value),
        (status = 401, description = "The request is not signed with a key that it brings."),
        (status = 404, description = "Federation is off, or the link is unknown, used or over."),
        (status = 409, description = "The link was made for another address."), (status = 422), (status = 429)))]
pub async fn pair(cx: Cx, request: Request) -> Result<Answered<Descriptor>, Error> {
    require_enabled(&cx)?;
    if let Some(seconds) = cx.app.shed.take(PACE, cx.address, cx.now()) {
        return Err(Refusal::too_many(seconds).into());
    }
    require_https(&cx)?;
    let subject = format!("{} {}", cx.community_id(), source(cx.address));
    let tx = cx.app.db.write().await?;
    if let Taken::Exceeded { retry_after_seconds } = ATTEMPTS.take(&tx, &subject, 1, cx.now()).await? {
        return Err(Refusal::too_many(retry_after_seconds).into());
    }
    tx.commit().await?;
    let headers = request.headers().clone();
    let body = raw(request, pairing::MAX_BYTES).await?;
    let request = PairRequest::read(&cx, &headers, &body)?;
    pairing::take(&cx, request).await?;
    let described = signing::descriptor(&cx.app, &cx.community).await.map_err(anyhow::Error::from)?;
    Ok(Answered(described))
}
