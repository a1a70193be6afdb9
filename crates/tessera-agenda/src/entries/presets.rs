//! Filters that a member keeps under a name, and what is known of them to whom it concerns.

use super::filter::Filter;
use super::store;
use anyhow::Result;
use futures::future::BoxFuture;
use serde_json::{Value, json};
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CalendarFilterId, CommunityId};
use tessera_platform::db::Write;
use tessera_platform::text::fold;
use tessera_web::app::App;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};
use tessera_web::slice::Privacy;

/// How many a member can keep in one community.
pub const MOST: i64 = 50;
pub const NAME_MAX_CHARS: usize = 80;
/// How often a place that was taken meanwhile is looked for anew.
const TRIES: usize = 5;

/// One that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    pub id: CalendarFilterId,
    pub name: String,
    pub name_key: String,
    pub query: String,
    pub slot: i64,
    pub community_id: CommunityId,
    pub created_at: Instant,
}

impl Preset {
    pub fn filter(&self) -> Filter {
        Filter::of_query(&self.query)
    }

    /// The calendar, filtered so.
    pub fn path(&self) -> String {
        if self.query.is_empty() { "/calendar".into() } else { format!("/calendar?{}", self.query) }
    }
}

pub async fn list(cx: &Cx) -> Result<Vec<Preset>, Error> {
    let account = cx.member()?.account_id();
    Ok(store::list(&cx.app.db.read(), cx.community_id(), account).await?)
}

fn name_of(text: &str) -> Result<String, FieldError> {
    let name = text.split(|c: char| c.is_control() || c.is_whitespace()).filter(|word| !word.is_empty());
    let name = name.collect::<Vec<_>>().join(" ");
    if name.is_empty() || fold(&name).is_empty() {
        return Err(FieldError::new("name", "required"));
    }
    if name.chars().nth(NAME_MAX_CHARS).is_some() {
        return Err(FieldError::new("name", "too_long").with("max", NAME_MAX_CHARS));
    }
    Ok(name)
}

/// Keeps a filter.
///
/// # Errors
/// 422 where it does not fit or its name is taken, 409 where there are too many.
pub async fn save(cx: &Cx, name: &str, filter: &Filter) -> Result<Preset, Error> {
    let account = cx.member()?.account_id();
    let mut faults = filter.faults();
    let name = name_of(name).unwrap_or_else(|fault| {
        faults.insert(0, fault);
        String::new()
    });
    if !faults.is_empty() {
        return Err(Refusal::invalid(faults).into());
    }
    let mut preset = Preset {
        id: cx.app.new_id(),
        name_key: fold(&name),
        name,
        query: filter.query(),
        slot: 0,
        community_id: cx.community_id(),
        created_at: cx.now(),
    };
    let tx = cx.app.db.write().await?;
    for _ in 0..TRIES {
        let kept = store::list(&tx, cx.community_id(), account).await?;
        if kept.iter().any(|other| other.name_key == preset.name_key) {
            return Err(Refusal::invalid(vec![FieldError::new("name", "filter_name_taken")]).into());
        }
        let free = (1..=MOST).find(|slot| kept.iter().all(|other| other.slot != *slot));
        let Some(slot) = free else {
            return Err(Refusal::new(409, "too_many_filters").with("max", MOST).into());
        };
        preset.slot = slot;
        if store::insert(&tx, account, &preset).await? {
            tx.commit().await?;
            return Ok(preset);
        }
    }
    Err(Refusal::too_many(1).into())
}

/// Forgets one.
///
/// # Errors
/// 404 where this member has no such filter.
pub async fn delete(cx: &Cx, id: CalendarFilterId) -> Result<(), Error> {
    let account = cx.member()?.account_id();
    let tx = cx.app.db.write().await?;
    if !store::delete(&tx, cx.community_id(), account, id).await? {
        return Err(Refusal::not_found().into());
    }
    tx.commit().await?;
    Ok(())
}

pub const PRIVACY: Privacy = Privacy { export, erase };

const A_PIECE: i64 = 500;

fn export(app: App, account: AccountId) -> BoxFuture<'static, Result<Value>> {
    Box::pin(async move {
        let read = app.db.read();
        let (mut filters, mut after) = (Vec::new(), CalendarFilterId(uuid::Uuid::nil()));
        loop {
            let piece = store::list_of_account(&read, account, after, A_PIECE).await?;
            let Some(last) = piece.last() else { return Ok(json!({ "calendar_filters": filters })) };
            after = last.id;
            filters.extend(piece.iter().map(|preset| {
                json!({
                    "community_id": preset.community_id, "name": preset.name, "filter": preset.filter(),
                    "created_at": preset.created_at,
                })
            }));
        }
    })
}

fn erase<'a>(_: &'a App, tx: &'a Write, account: AccountId) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move { Ok(store::delete_of_account(tx, account).await?) })
}
