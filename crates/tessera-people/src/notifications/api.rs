//! Notices and preferences over the API: the same service as the pages.

use super::model::Choice;
use super::service::{self, Entry};
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use tessera_core::Instant;
use tessera_core::ids::NoticeId;
use tessera_web::body::{Json, Query};
use tessera_web::notices::{Email, Preference};
use tessera_web::{Cx, Error, FieldError, Refusal};
use utoipa::{IntoParams, ToSchema};

const DEFAULT_LIMIT: usize = 50;
const MOST_LIMIT: usize = 200;
const MOST_IDS: usize = 500;

/// Something the reader was told.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeView {
    #[schema(value_type = String)]
    pub id: NoticeId,
    /// As in `tasks.assigned`.
    pub kind: String,
    /// The preference it belongs to.
    pub preference: String,
    /// One sentence, in the reader's language.
    pub title: String,
    /// More of it; may be empty.
    pub text: String,
    /// Where it leads.
    pub url: String,
    /// What it is made up of, where it tells of several things.
    pub items: Vec<ItemView>,
    #[schema(value_type = String)]
    pub created_at: Instant,
    #[schema(value_type = Option<String>)]
    pub read_at: Option<Instant>,
}

/// One of several things that a notice tells of.
#[derive(Debug, Serialize, ToSchema)]
pub struct ItemView {
    pub title: String,
    pub text: String,
    pub url: String,
}

impl NoticeView {
    pub fn of(cx: &Cx, entry: Entry) -> Self {
        let item = |i: tessera_web::notices::NoticeItem| ItemView {
            title: i.title,
            text: i.text,
            url: cx.url(&i.path),
        };
        Self {
            id: entry.row.id,
            kind: entry.row.kind,
            preference: entry.kind.preference.name.to_owned(),
            title: entry.notice.title,
            text: entry.notice.text,
            url: cx.url(&entry.notice.path),
            items: entry.notice.items.into_iter().map(item).collect(),
            created_at: entry.row.created_at,
            read_at: entry.row.read_at,
        }
    }
}

/// A page of notices.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeList {
    items: Vec<NoticeView>,
    /// Give it as `cursor` to get the next page.
    next: Option<String>,
    /// How many are unread; 100 means a hundred or more.
    unread: u32,
}

/// Which notices.
#[derive(Debug, Deserialize, IntoParams)]
pub struct ListQuery {
    /// Only those not read yet.
    #[serde(default)]
    unread: bool,
    limit: Option<usize>,
    cursor: Option<String>,
}

/// What the reader was told, newest first. What is no longer so is left out.
#[utoipa::path(get, path = "/api/notifications", params(ListQuery), tag = "notifications",
    responses((status = 200, body = NoticeList)))]
pub async fn list(cx: Cx, Query(query): Query<ListQuery>) -> Result<impl IntoResponse, Error> {
    let limit = query.limit.unwrap_or(DEFAULT_LIMIT).clamp(1, MOST_LIMIT);
    let before = query.cursor.as_deref().and_then(|c| c.parse().ok());
    let page = service::list(&cx, query.unread, before, limit).await?;
    let items = page.entries.into_iter().map(|e| NoticeView::of(&cx, e)).collect();
    let unread = service::count_unread(&cx).await?;
    Ok(axum::Json(NoticeList { items, next: page.next.map(|id| id.to_string()), unread }))
}

/// Which notices were read: some, or all.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadBody {
    /// At most 500. Those that are not the reader's are left alone.
    ids: Option<Vec<String>>,
    #[serde(default)]
    all: bool,
}

/// How many are left.
#[derive(Debug, Serialize, ToSchema)]
pub struct Unread {
    /// How many are unread; 100 means a hundred or more.
    unread: u32,
}

/// Marks notices as read.
#[utoipa::path(post, path = "/api/notifications/read", request_body = ReadBody, tag = "notifications",
    responses((status = 200, body = Unread)))]
pub async fn mark_read(cx: Cx, Json(body): Json<ReadBody>) -> Result<impl IntoResponse, Error> {
    let wrong = |code| Error::from(Refusal::invalid(vec![FieldError::new("ids", code)]));
    match (body.ids, body.all) {
        (None, true) => service::mark_all_read(&cx, None).await?,
        (Some(ids), false) => {
            if ids.len() > MOST_IDS {
                let fault = FieldError::new("ids", "too_many_named").with("max", MOST_IDS);
                return Err(Refusal::invalid(vec![fault]).into());
            }
            let ids: Result<Vec<NoticeId>, _> = ids.iter().map(|id| id.parse()).collect();
            service::mark_read(&cx, &ids.map_err(|_| wrong("bad_choice"))?).await?;
        }
        (None, false) => return Err(wrong("required")),
        (Some(_), true) => return Err(wrong("bad_choice")),
    }
    Ok(axum::Json(Unread { unread: service::count_unread(&cx).await? }))
}

/// What reaches the reader about one preference.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ChannelsView {
    /// `instant`, `digest` (one mail a day at 8:00 of the community's time) or `off`.
    email: String,
    /// Whether it stands in the inbox.
    in_app: bool,
}

/// What reaches the reader. Every preference is a boolean of its own (`partner_events`), true where anything reaches
/// them by any channel; `channels` says by which.
#[derive(Debug, Serialize, ToSchema)]
pub struct Preferences {
    channels: BTreeMap<String, ChannelsView>,
    #[serde(flatten)]
    switches: BTreeMap<String, bool>,
}

async fn view(cx: &Cx) -> Result<Preferences, Error> {
    let choices = service::choices(&cx.app, &cx.app.db.read(), service::own(cx)?).await?;
    let channels = choices.iter().map(|(p, choice)| {
        let email = choice.email.code().to_owned();
        (p.name.to_owned(), ChannelsView { email, in_app: choice.in_app })
    });
    let switches = choices.iter().map(|(p, choice)| (p.name.to_owned(), choice.is_on()));
    Ok(Preferences { channels: channels.collect(), switches: switches.collect() })
}

/// What reaches the reader in this community.
#[utoipa::path(get, path = "/api/me/preferences", tag = "notifications",
    responses((status = 200, body = Preferences)))]
pub async fn preferences(cx: Cx) -> Result<impl IntoResponse, Error> {
    Ok(axum::Json(view(&cx).await?))
}

/// Changes what reaches the reader. `{"partner_events": false}` switches one preference off in every channel, `true`
/// on again as it is by default; `{"channels": {"tasks": {"email": "digest"}}}` chooses by channel. What is not named
/// stays; a name that is not known is refused.
#[utoipa::path(patch, path = "/api/me/preferences", request_body = Object, tag = "notifications",
    responses((status = 200, body = Preferences)))]
pub async fn choose(cx: Cx, Json(body): Json<Map<String, Value>>) -> Result<impl IntoResponse, Error> {
    let now = service::choices(&cx.app, &cx.app.db.read(), service::own(&cx)?).await?;
    let chosen = parse(&body, now).map_err(Refusal::invalid)?;
    service::choose(&cx, &chosen).await?;
    Ok(axum::Json(view(&cx).await?))
}

type Choices = Vec<(&'static Preference, Choice)>;

fn parse(body: &Map<String, Value>, mut choices: Choices) -> Result<Choices, Vec<FieldError>> {
    let mut wrong = Vec::new();
    let mut changed: Vec<&'static str> = Vec::new();
    for (name, value) in body.iter().filter(|(name, _)| *name != "channels") {
        match (choices.iter_mut().find(|(p, _)| p.name == name), value.as_bool()) {
            (None, _) => wrong.push(FieldError::new(name, "unknown_field")),
            (Some(_), None) => wrong.push(FieldError::new(name, "wrong_type")),
            (Some((preference, choice)), Some(on)) => {
                *choice = choice.switched(on, preference);
                changed.push(preference.name);
            }
        }
    }
    match body.get("channels") {
        None => {}
        Some(Value::Object(channels)) => {
            for (name, value) in channels {
                let field = format!("channels.{name}");
                match (choices.iter_mut().find(|(p, _)| p.name == name), value) {
                    (None, _) => wrong.push(FieldError::new(field, "unknown_field")),
                    (Some((preference, choice)), Value::Object(by_channel)) => {
                        *choice = parse_channels(&field, by_channel, *choice, &mut wrong);
                        changed.push(preference.name);
                    }
                    (Some(_), _) => wrong.push(FieldError::new(field, "wrong_type")),
                }
            }
        }
        Some(_) => wrong.push(FieldError::new("channels", "wrong_type")),
    }
    choices.retain(|(p, _)| changed.contains(&p.name));
    if wrong.is_empty() { Ok(choices) } else { Err(wrong) }
}

fn parse_channels(
    field: &str,
    by_channel: &Map<String, Value>,
    mut choice: Choice,
    wrong: &mut Vec<FieldError>,
) -> Choice {
    for (channel, value) in by_channel {
        let field = format!("{field}.{channel}");
        match (channel.as_str(), value) {
            ("email", Value::String(code)) => match Email::from_code(code) {
                Some(email) => choice.email = email,
                None => wrong.push(FieldError::new(field, "bad_choice")),
            },
            ("in_app", Value::Bool(on)) => choice.in_app = *on,
            ("email" | "in_app", _) => wrong.push(FieldError::new(field, "wrong_type")),
            _ => wrong.push(FieldError::new(field, "unknown_field")),
        }
    }
    choice
}
