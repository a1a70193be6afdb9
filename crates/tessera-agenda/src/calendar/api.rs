//! A member's own feed over the API.

use super::service;
use axum::Json;
use http::StatusCode;
use serde::Serialize;
use tessera_web::cx::Cx;
use tessera_web::refusal::Error;
use utoipa::ToSchema;

/// The address of a feed.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedAddress {
    /// Secret, and shown this once.
    url: String,
}

/// Make a feed of one's own
///
/// Public events, and the private ones one organises or takes part in. An address made before stops working.
#[utoipa::path(
    post,
    path = "/api/me/feed",
    tag = "Calendar",
    responses((status = 201, description = "The secret address", body = FeedAddress))
)]
pub async fn make_feed(cx: Cx) -> Result<(StatusCode, Json<FeedAddress>), Error> {
    let url = service::make_feed(&cx).await?;
    Ok((StatusCode::CREATED, Json(FeedAddress { url })))
}

/// Revoke one's own feed
#[utoipa::path(
    delete,
    path = "/api/me/feed",
    tag = "Calendar",
    responses((status = 204, description = "The address does not work any more"))
)]
pub async fn revoke_feed(cx: Cx) -> Result<StatusCode, Error> {
    service::revoke_feed(&cx).await?;
    Ok(StatusCode::NO_CONTENT)
}
