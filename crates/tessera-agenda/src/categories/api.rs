//! Categories for programs.

use super::model::Category;
use super::service::{self, Fields};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use serde::{Deserialize, Deserializer, Serialize};
use tessera_web::body::{Json, Path};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, Refusal};

/// One category.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CategoryJson {
    pub id: uuid::Uuid,
    pub name: String,
    /// `#rrggbb`; white letters can be read on it.
    pub colour: String,
    pub image_url: Option<String>,
    pub version: i64,
}

impl CategoryJson {
    fn of(cx: &Cx, c: Category) -> Self {
        let Category { id, name, colour, image_url, version, .. } = c;
        Self { id, name, colour, image_url: image_url.map(|url| cx.url(&url)), version }
    }
}

/// A list of categories.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CategoryList {
    pub items: Vec<CategoryJson>,
    pub next: Option<String>,
}

#[allow(clippy::option_option, reason = "absent, null or a value")]
fn given<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(d).map(Some)
}

/// A new category, or a change of one.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CategoryFields {
    /// At most 100 characters; no two of a community are the same, whatever their case and accents.
    name: Option<String>,
    /// `#rrggbb`; made darker where white letters could not be read on it.
    colour: Option<String>,
    /// As `POST /api/images` gives it; null for none.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    image_url: Option<Option<String>>,
}

impl From<CategoryFields> for Fields {
    fn from(f: CategoryFields) -> Self {
        Self { name: f.name, colour: f.colour, image_url: f.image_url }
    }
}

/// The categories of the community.
#[utoipa::path(get, path = "/api/categories", tag = "events",
    responses((status = 200, description = "By name", body = CategoryList)))]
pub async fn list_categories(cx: Cx) -> Result<Response, Error> {
    let items = service::list(&cx).await?.into_iter().map(|c| CategoryJson::of(&cx, c)).collect();
    Ok(axum::Json(CategoryList { items, next: None }).into_response())
}

/// Makes a category.
#[utoipa::path(post, path = "/api/categories", tag = "events", request_body = CategoryFields,
    responses((status = 201, description = "The category", body = CategoryJson), (status = 422, description = "The name is taken, or something does not fit")))]
pub async fn create_category(cx: Cx, Json(fields): Json<CategoryFields>) -> Result<Response, Error> {
    let made = service::create(&cx, fields.into()).await?;
    Ok((StatusCode::CREATED, axum::Json(CategoryJson::of(&cx, made))).into_response())
}

/// Changes what is given of a category.
#[utoipa::path(patch, path = "/api/categories/{id}", tag = "events", params(("id" = uuid::Uuid, Path)), request_body = CategoryFields,
    responses((status = 200, description = "The category as it is now", body = CategoryJson), (status = 412, description = "Somebody else was faster")))]
pub async fn change_category(
    cx: Cx,
    Path(id): Path<uuid::Uuid>,
    headers: HeaderMap,
    Json(fields): Json<CategoryFields>,
) -> Result<Response, Error> {
    let asked = headers.get(http::header::IF_MATCH).and_then(|v| v.to_str().ok());
    let version = match asked.map(|tag| tag.trim().trim_matches('"')).filter(|tag| *tag != "*") {
        None => None,
        Some(tag) => Some(tag.parse().map_err(|_| Refusal::new(412, "changed_meanwhile"))?),
    };
    let changed = service::change(&cx, id, version, fields.into()).await?;
    Ok(axum::Json(CategoryJson::of(&cx, changed)).into_response())
}

/// Deletes a category; events keep their word.
#[utoipa::path(delete, path = "/api/categories/{id}", tag = "events", params(("id" = uuid::Uuid, Path)),
    responses((status = 204, description = "It is gone")))]
pub async fn delete_category(cx: Cx, Path(id): Path<uuid::Uuid>) -> Result<Response, Error> {
    service::delete(&cx, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
