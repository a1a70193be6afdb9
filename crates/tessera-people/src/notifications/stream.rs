//! `GET /api/stream`: what happens while a page is open, as server-sent events.
//!
//! Promises: a new notice comes as `notice` with how many are unread, a change of that number alone as `unread`, news
//! of a topic that was asked for and may be heard as `topic`. Whoever signs out, is suspended or erased hears nothing
//! more at once; the program stops without waiting for streams. What was said is looked up in the tables, so a lost
//! announcement makes it late and not wrong.

use super::api::NoticeView;
use super::render::{self, Told};
use super::service::{self, Entry};
use super::store;
use crate::account_topic;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream};
use http::{HeaderMap, HeaderValue};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeSet, VecDeque};
use std::convert::Infallible;
use std::time::Duration;
use tessera_core::ids::{AccountId, NoticeId};
use tessera_platform::db::{Heard, Listener, MOST_TOPIC_BYTES};
use tessera_web::body::Query;
use tessera_web::cx::{Actor, Credential, Identified};
use tessera_web::establish::credential;
use tessera_web::{Cx, Error, FieldError, Refusal};
use utoipa::IntoParams;

const HEARTBEAT: Duration = Duration::from_secs(25);
/// How often a stream looks whether its reader may still hear, and for what no announcement told it of.
const LOOK: Duration = Duration::from_secs(10);
/// How long a browser waits before it comes back.
const RETRY: Duration = Duration::from_secs(5);
const MOST_TOPICS: usize = 10;
const MOST_AT_ONCE: u64 = 50;

/// What to listen to besides one's own notices.
#[derive(Debug, Default, Deserialize, IntoParams)]
pub struct Asked {
    /// Up to ten topics, separated by commas: `event-comments:ID`.
    #[serde(default)]
    topics: String,
}

/// New notices of the reader, and news of the topics asked for, as they happen. A heartbeat comes every 25 seconds;
/// `Last-Event-ID` resumes after that notice.
#[utoipa::path(get, path = "/api/stream", tag = "notifications",
    params(Asked, ("Last-Event-ID" = Option<String>, Header, description = "The last notice that was received")),
    responses((status = 200, content_type = "text/event-stream", body = String,
        description = "Events `notice` (a notice with `unread`), `unread` (`{\"unread\": 3}`) and `topic` (`{\"topic\": \"…\"}`)")))]
pub async fn stream(cx: Cx, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let account = cx.member()?.account_id();
    let topics = heard_topics(&cx, &asked.topics).await?;
    let own = account_topic(account);
    let listener = cx
        .app
        .live()
        .subscribe(&own, topics.iter().cloned().chain([own.clone()]))
        .ok_or_else(|| Refusal::too_many(30))?;
    let last = headers.get("last-event-id").and_then(|v| v.to_str().ok()).and_then(|v| v.parse().ok());
    let credential = credential(&headers).ok_or_else(|| Refusal::new(401, "unauthenticated"))?;
    let open = Open::begin(cx, account, credential, listener, topics, last).await?;
    let events = Sse::new(open.events()).keep_alive(KeepAlive::new().interval(HEARTBEAT));
    let mut response = events.into_response();
    // A proxy that gathers what it passes on would keep it to itself.
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

/// The topics asked for, each of which this reader may hear.
async fn heard_topics(cx: &Cx, asked: &str) -> Result<BTreeSet<String>, Error> {
    let wrong = |code| Error::from(Refusal::invalid(vec![FieldError::new("topics", code)]));
    let all: BTreeSet<String> =
        asked.split(',').map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned).collect();
    if all.len() > MOST_TOPICS {
        let fault = FieldError::new("topics", "too_many_named").with("max", MOST_TOPICS);
        return Err(Refusal::invalid(vec![fault]).into());
    }
    for topic in &all {
        let (name, what) = topic.split_once(':').ok_or_else(|| wrong("bad_choice"))?;
        let known = cx.app.slices.iter().flat_map(|s| s.topics).find(|t| t.name == name);
        let known = known.filter(|_| topic.len() <= MOST_TOPIC_BYTES).ok_or_else(|| wrong("bad_choice"))?;
        if !(known.may_hear)(cx.clone(), what.to_owned()).await? {
            return Err(Refusal::not_found().into());
        }
    }
    Ok(all)
}

/// One open stream.
struct Open {
    cx: Cx,
    account: AccountId,
    credential: Credential,
    listener: Listener,
    topics: BTreeSet<String>,
    /// What was told, or was there before.
    seen: BTreeSet<NoticeId>,
    unread: u32,
    waiting: VecDeque<Event>,
    looks: tokio::time::Interval,
}

#[derive(Serialize)]
struct News {
    #[serde(flatten)]
    notice: NoticeView,
    unread: u32,
}

impl Open {
    async fn begin(
        cx: Cx,
        account: AccountId,
        credential: Credential,
        listener: Listener,
        topics: BTreeSet<String>,
        last: Option<NoticeId>,
    ) -> Result<Self, Error> {
        let mut looks = tokio::time::interval(LOOK);
        looks.reset();
        let read = cx.app.db.read();
        let of = service::own(&cx)?;
        let there = store::list(&read, of, true, None, MOST_AT_ONCE).await?;
        let seen = there.iter().map(|r| r.id).filter(|id| last.is_none_or(|last| *id <= last)).collect();
        let unread = store::count_unread(&read, of).await?;
        let first = Event::default().retry(RETRY).event("unread").data(json!({"unread": unread}).to_string());
        let waiting = VecDeque::from([first]);
        let mut open = Self { cx, account, credential, listener, topics, seen, unread, waiting, looks };
        if last.is_some() {
            open.look().await?;
        }
        Ok(open)
    }

    fn events(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(self, |mut open| async move {
            let event = open.next().await?;
            Some((Ok(event), open))
        })
    }

    /// The next event. None: nothing more is for this reader, or the program stops.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            let heard = tokio::select! {
                heard = self.listener.next() => Some(heard?),
                _ = self.looks.tick() => None,
            };
            let own = account_topic(self.account);
            let topics: Vec<String> = match &heard {
                None => vec![],
                Some(Heard::Any) => self.topics.iter().cloned().collect(),
                Some(Heard::Topics(all)) => all.iter().filter(|t| **t != own).cloned().collect(),
            };
            let is_own = match &heard {
                Some(Heard::Topics(all)) => all.contains(&own),
                None | Some(Heard::Any) => true,
            };
            if is_own {
                if !self.may_hear().await {
                    return None;
                }
                if let Err(e) = self.look().await {
                    tracing::debug!(error = ?e, "a stream could not look; it will again");
                }
            }
            let told =
                |topic: String| Event::default().event("topic").data(json!({"topic": topic}).to_string());
            self.waiting.extend(topics.into_iter().map(told));
        }
    }

    /// Asks again who this is: a session may be over, a membership suspended.
    async fn may_hear(&mut self) -> bool {
        let app = self.cx.app.clone();
        let community = self.cx.community_id();
        match (app.identity.identify)(app.clone(), community, self.credential.clone()).await {
            Ok(Identified::As(signed_in)) => {
                let is_same = signed_in.account_id == self.account && signed_in.membership.is_some();
                self.cx.actor = Actor::SignedIn(std::sync::Arc::new(signed_in));
                is_same
            }
            Ok(Identified::Unknown | Identified::WrongCommunity | Identified::Suspended) => false,
            // The database is away; nothing can be heard of it either.
            Err(_) => true,
        }
    }

    /// Tells what is new.
    async fn look(&mut self) -> Result<(), Error> {
        let read = self.cx.app.db.read();
        let of = service::own(&self.cx)?;
        let unread = store::count_unread(&read, of).await?;
        let mut rows = store::list(&read, of, true, None, MOST_AT_ONCE).await?;
        rows.retain(|row| !self.seen.contains(&row.id));
        rows.reverse();
        let told = render::render(&render::reader_of(&self.cx)?, &rows).await;
        let mut is_told = false;
        for (row, told) in rows.into_iter().zip(told) {
            self.seen.insert(row.id);
            let Told::Notice(kind, notice) = told else { continue };
            let id = row.id.to_string();
            let news = News { notice: NoticeView::of(&self.cx, Entry { row, kind, notice }), unread };
            let data = serde_json::to_string(&news).map_err(anyhow::Error::from)?;
            self.waiting.push_back(Event::default().id(id).event("notice").data(data));
            is_told = true;
        }
        if unread != self.unread && !is_told {
            self.waiting
                .push_back(Event::default().event("unread").data(json!({"unread": unread}).to_string()));
        }
        self.unread = unread;
        while self.seen.len() > 1_000 {
            self.seen.pop_first();
        }
        Ok(())
    }
}
