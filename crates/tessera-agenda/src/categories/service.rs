//! What is done with categories: kept, changed, taken away; and how they make events look.

use super::model::{self, Category, MOST_CATEGORIES};
use super::store;
use crate::events::input::own_picture;
use crate::events::looks::{Look, Looks};
use futures::future::BoxFuture;
use std::collections::HashMap;
use tessera_platform::db::is_unique_violation;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

pub const LOOKS: Looks = Looks { all };

fn all(cx: &Cx) -> BoxFuture<'_, Result<HashMap<String, Look>, Error>> {
    Box::pin(async move {
        let found = list(cx).await?;
        let look =
            |c: Category| (c.name_key(), Look { name: c.name, colour: c.colour, image_url: c.image_url });
        Ok(found.into_iter().map(look).collect())
    })
}

pub async fn list(cx: &Cx) -> Result<Vec<Category>, Error> {
    Ok(store::list(&cx.app.db.read(), cx.community_id()).await?)
}

pub async fn find(cx: &Cx, id: uuid::Uuid) -> Result<Category, Error> {
    let found = store::find(&cx.app.db.read(), cx.community_id(), id).await?;
    found.ok_or_else(|| Refusal::not_found().into())
}

/// What is written about a category. What is not given stays.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    pub name: Option<String>,
    pub colour: Option<String>,
    /// None within: no cover.
    pub image_url: Option<Option<String>>,
}

fn apply(cx: &Cx, category: &mut Category, fields: Fields) -> Result<(), Error> {
    let mut faults: Vec<FieldError> = Vec::new();
    let mut set = |result: Result<String, FieldError>, to: &mut String| match result {
        Ok(value) => *to = value,
        Err(fault) => faults.push(fault),
    };
    if let Some(name) = fields.name {
        set(model::check_name(&name), &mut category.name);
    }
    if let Some(colour) = fields.colour {
        set(model::check_colour(&colour), &mut category.colour);
    }
    if let Some(url) = fields.image_url {
        match url.filter(|u| !u.trim().is_empty()) {
            None => category.image_url = None,
            Some(url) => match own_picture(&url, &cx.app.base_url(&cx.community)) {
                Some(own) => category.image_url = Some(own),
                None => faults.push(FieldError::new("image_url", "bad_image_url")),
            },
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Refusal::invalid(faults).into()) }
}

fn name_taken(e: sea_orm::DbErr) -> Error {
    if is_unique_violation(&e) {
        Refusal::invalid(vec![FieldError::new("name", "name_taken")]).into()
    } else {
        e.into()
    }
}

pub async fn create(cx: &Cx, fields: Fields) -> Result<Category, Error> {
    let now = cx.now();
    let mut category = Category {
        id: cx.app.new_id(),
        community_id: cx.community_id(),
        name: String::new(),
        colour: model::USUAL_COLOUR.to_owned(),
        image_url: None,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    apply(cx, &mut category, Fields { name: Some(fields.name.unwrap_or_default()), ..fields })?;
    let tx = cx.app.db.write().await?;
    if store::list(&tx, cx.community_id()).await?.len() >= MOST_CATEGORIES {
        return Err(Refusal::new(409, "too_many_categories").with("max", MOST_CATEGORIES).into());
    }
    store::insert(&tx, &category).await.map_err(name_taken)?;
    tx.touch(cx.community_id());
    tx.commit().await?;
    Ok(category)
}

/// Changes what is given; `version` is the one that was seen.
pub async fn change(
    cx: &Cx,
    id: uuid::Uuid,
    version: Option<i64>,
    fields: Fields,
) -> Result<Category, Error> {
    let tx = cx.app.db.write().await?;
    let before = store::find(&tx, cx.community_id(), id).await?.ok_or_else(Refusal::not_found)?;
    let changed_meanwhile = || Error::from(Refusal::new(412, "changed_meanwhile"));
    if version.is_some_and(|v| v != before.version) {
        return Err(changed_meanwhile());
    }
    let mut after = before.clone();
    apply(cx, &mut after, fields)?;
    if after == before {
        return Ok(before);
    }
    after.version = before.version.saturating_add(1);
    after.updated_at = cx.now();
    if !store::update(&tx, &after, before.version).await.map_err(name_taken)? {
        return Err(changed_meanwhile());
    }
    tx.touch(cx.community_id());
    tx.commit().await?;
    Ok(after)
}

pub async fn delete(cx: &Cx, id: uuid::Uuid) -> Result<(), Error> {
    let tx = cx.app.db.write().await?;
    if !store::delete(&tx, cx.community_id(), id).await? {
        return Err(Refusal::not_found().into());
    }
    tx.touch(cx.community_id());
    tx.commit().await?;
    Ok(())
}
