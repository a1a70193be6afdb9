//! How an event's category makes it look, without this slice knowing what a category is beside its word: filled in by
//! this crate's root (`crate::LOOKS`).

use super::model::Content;
use super::pages::row::Row;
use futures::future::BoxFuture;
use std::collections::HashMap;
use tessera_platform::text::fold;
use tessera_web::cx::Cx;
use tessera_web::refusal::Error;

/// What a word that is known gives the events that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub name: String,
    /// `#rrggbb`; white letters can be read on it.
    pub colour: String,
    /// A cover for events without a picture: a path of our own.
    pub image_url: Option<String>,
}

/// Where they come from.
#[derive(Clone, Copy)]
pub struct Looks {
    /// All of the reader's community, by the folded word: one statement.
    pub all: for<'a> fn(&'a Cx) -> BoxFuture<'a, Result<HashMap<String, Look>, Error>>,
}

/// The looks that some events may need; nothing is asked where none has a category.
pub async fn of<'e>(
    cx: &Cx,
    events: impl IntoIterator<Item = &'e Content>,
) -> Result<HashMap<String, Look>, Error> {
    if events.into_iter().any(|e| e.category.is_some()) { all(cx).await } else { Ok(HashMap::new()) }
}

pub async fn all(cx: &Cx) -> Result<HashMap<String, Look>, Error> {
    (crate::LOOKS.all)(cx).await
}

pub fn find<'l>(looks: &'l HashMap<String, Look>, category: Option<&str>) -> Option<&'l Look> {
    looks.get(&fold(category?))
}

/// Gives lines the colours of their categories.
pub async fn paint(cx: &Cx, rows: &mut [Row]) -> Result<(), Error> {
    if rows.iter().all(|row| row.category.is_empty()) {
        return Ok(());
    }
    let looks = all(cx).await?;
    for row in rows {
        if let Some(look) = find(&looks, Some(&row.category)) {
            row.colour.clone_from(&look.colour);
        }
    }
    Ok(())
}
