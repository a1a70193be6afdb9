//! Share links over the API.

use super::input::ShareLinkFields;
use super::model::{ShareLink, State};
use super::service::{self, Whose};
use axum::Json as Answered;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, ShareLinkId};
use tessera_people::members::names;
use tessera_web::body::{Json, Path, Query};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

const LIMIT: usize = 100;
const MOST: usize = 1_000;

/// A link.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ShareLinkJson {
    #[schema(value_type = uuid::Uuid)]
    id: ShareLinkId,
    name: String,
    /// None of these: every kind.
    kinds: Vec<crate::events::Kind>,
    from: Option<String>,
    to: Option<String>,
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Instant>,
    max_views: Option<i64>,
    /// How often its page was opened. Calendars that fetch its feed are not counted.
    view_count: i64,
    #[schema(value_type = Option<String>, format = DateTime)]
    last_viewed_at: Option<Instant>,
    state: State,
    /// Its page. Null to others than its maker.
    url: Option<String>,
    /// Its feed. Null to others than its maker.
    ics_url: Option<String>,
    created_by: Maker,
    #[schema(value_type = String, format = DateTime)]
    created_at: Instant,
}

/// Who made a link.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Maker {
    #[schema(value_type = uuid::Uuid)]
    id: AccountId,
    name: Option<String>,
}

fn shown(cx: &Cx, link: ShareLink, name: Option<String>) -> ShareLinkJson {
    let (url, ics_url) = service::addresses(cx, &link).unzip();
    ShareLinkJson {
        id: link.id,
        state: link.state(cx.now()),
        name: link.shows.name,
        kinds: link.shows.kinds,
        from: link.shows.from,
        to: link.shows.to,
        expires_at: link.shows.expires_at,
        max_views: link.shows.max_views,
        view_count: link.view_count,
        last_viewed_at: link.last_viewed_at,
        url,
        ics_url,
        created_by: Maker { id: link.account_id, name },
        created_at: link.created_at,
    }
}

/// The names of those who made these links.
pub async fn makers(cx: &Cx, links: &[ShareLink]) -> Result<BTreeMap<AccountId, String>, Error> {
    let mut ids: Vec<AccountId> = links.iter().map(|link| link.account_id).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(names(&cx.app.db.read(), &ids).await?.into_iter().collect())
}

/// Which links.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct ListParams {
    /// Only one's own; admins are shown everybody's otherwise.
    mine: bool,
    /// At most 1,000; 100 where nothing is said.
    limit: Option<usize>,
    cursor: Option<String>,
}

/// A page of links.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ShareLinkList {
    items: Vec<ShareLinkJson>,
    /// Give it as `cursor` to get the next page.
    next: Option<String>,
}

/// One's links, the newest first; an admin's list has everybody's.
///
/// Closed ones are listed for thirty days.
#[utoipa::path(get, path = "/api/share-links", tag = "share-links", params(ListParams),
    responses((status = 200, body = ShareLinkList), (status = 401), (status = 403)))]
pub async fn list_share_links(
    cx: Cx,
    Query(params): Query<ListParams>,
) -> Result<Answered<ShareLinkList>, Error> {
    let before = match params.cursor.as_deref().filter(|c| !c.is_empty()) {
        Some(text) => Some(text.parse().map_err(|_| bad_cursor())?),
        None => None,
    };
    let whose = if params.mine { Whose::Mine } else { Whose::AllThatIMay };
    let limit = params.limit.unwrap_or(LIMIT).clamp(1, MOST);
    let (links, next) = service::list(&cx, whose, before, limit).await?;
    let names = makers(&cx, &links).await?;
    let items = links.into_iter().map(|link| {
        let name = names.get(&link.account_id).cloned();
        shown(&cx, link, name)
    });
    Ok(Answered(ShareLinkList { items: items.collect(), next: next.map(|id| id.to_string()) }))
}

fn bad_cursor() -> Error {
    Refusal::invalid(vec![FieldError::new("cursor", "bad_choice")]).into()
}

/// Makes a link to a part of the public calendar, for whoever has it.
///
/// It shows public events only. Organisers and admins make them; each member has at most 100 open ones.
#[utoipa::path(post, path = "/api/share-links", tag = "share-links", request_body = ShareLinkFields,
    responses((status = 201, body = ShareLinkJson), (status = 401), (status = 403),
        (status = 409, description = "100 are open already (`too_many_share_links`)."), (status = 422), (status = 429)))]
pub async fn create_share_link(
    cx: Cx,
    Json(fields): Json<ShareLinkFields>,
) -> Result<(StatusCode, Answered<ShareLinkJson>), Error> {
    let link = service::create(&cx, fields).await?;
    let name = cx.actor.signed_in().map(|s| s.name.clone());
    Ok((StatusCode::CREATED, Answered(shown(&cx, link, name))))
}

/// Revokes a link: its page and its feed are closed from this moment on.
#[utoipa::path(delete, path = "/api/share-links/{id}", tag = "share-links", params(("id" = uuid::Uuid, Path)),
    responses((status = 204), (status = 401), (status = 403), (status = 404)))]
pub async fn revoke_share_link(cx: Cx, Path(id): Path<ShareLinkId>) -> Result<StatusCode, Error> {
    service::revoke(&cx, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
