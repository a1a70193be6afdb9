//! The pages: links that one made, making one, and what whoever has a link sees.

use super::api::makers;
use super::input::ShareLinkFields;
use super::model::{NAME_MAX_CHARS, ShareLink, State, VIEWS_MAX};
use super::service::{self, Look, Whose};
use crate::calendar;
use crate::events::{self, Kind, Moment, community_zone, row};
use askama::Template;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use serde::Deserialize;
use tessera_core::ids::ShareLinkId;
use tessera_web::body::{Form as Posted, Path, Query};
use tessera_web::cx::Cx;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::refusal::{Error, FieldError, Refusal};
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::words::{Words, key};
use tessera_web::{flash, wording};

pub const LIST: &str = "/manage/share-links";
const PAGE: usize = 50;
/// More than these are in the feed.
const MOST_SHOWN: u64 = 300;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    mine: String,
    before: String,
}

/// One link, in words.
struct Line {
    id: String,
    name: String,
    state: String,
    class: &'static str,
    icon: Icon,
    shows: String,
    views: String,
    until: String,
    by: String,
    addresses: Option<(String, String)>,
    is_mine: bool,
    is_revoked: bool,
    /// Whether taking it back changes anything.
    may_revoke: bool,
}

#[derive(Template)]
#[template(path = "share_links/pages/list.html")]
struct ListPage {
    layout: Layout,
    lines: Vec<Line>,
    is_admin: bool,
    only_mine: bool,
    is_first: bool,
    next: String,
}

/// `GET /manage/share-links`
pub async fn show_list(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let words = cx.words();
    let only_mine = !asked.mine.is_empty();
    let whose = if only_mine { Whose::Mine } else { Whose::AllThatIMay };
    let (links, next) = service::list(&cx, whose, asked.before.parse().ok(), PAGE).await?;
    let names = makers(&cx, &links).await?;
    let next = next.map_or_else(String::new, |id| {
        format!("{LIST}?before={id}{}", if only_mine { "&mine=yes" } else { "" })
    });
    let lines = links.iter().map(|link| {
        let by = names.get(&link.account_id).cloned().unwrap_or_default();
        line(&cx, &words, link, by)
    });
    let page = ListPage {
        lines: lines.collect(),
        is_admin: cx.is_admin(),
        only_mine,
        is_first: asked.before.is_empty(),
        next,
        layout: cx.manage_layout(words.t("share-links-title")),
    };
    show(&page)
}

fn line(cx: &Cx, words: &Words, link: &ShareLink, by: String) -> Line {
    let state = link.state(cx.now());
    let (class, icon, state_key) = match state {
        State::Open => ("good", Icon::Check, key("share-links-state-open")),
        State::Revoked => ("", Icon::Lock, key("share-links-state-revoked")),
        State::Expired => ("", Icon::Clock, key("share-links-state-expired")),
        State::UsedUp => ("", Icon::Lock, key("share-links-state-used-up")),
        State::Paused => ("warn", Icon::Alert, key("share-links-state-paused")),
    };
    let seen = match link.shows.max_views {
        Some(most) => {
            words.args("share-links-views-of", &[("count", link.view_count.into()), ("max", most.into())])
        }
        None => words.t1("share-links-views", ("count", link.view_count)),
    };
    let last =
        link.last_viewed_at.map(|at| words.t1("share-links-last", ("when", words.relative(at, cx.now()))));
    Line {
        id: link.id.to_string(),
        name: link.shows.name.clone(),
        state: words.t(state_key).to_owned(),
        class,
        icon,
        shows: shows(cx, words, link),
        views: std::iter::once(seen).chain(last).collect::<Vec<_>>().join(" · "),
        until: match link.shows.expires_at {
            Some(at) => words.t1("share-links-until", ("when", words.date_time(at, &cx.zone()))),
            None => words.t("share-links-no-end").to_owned(),
        },
        by,
        addresses: service::addresses(cx, link),
        is_mine: cx.account_id() == Some(link.account_id),
        is_revoked: state == State::Revoked,
        may_revoke: matches!(state, State::Open | State::Paused),
    }
}

/// "Events and tasks · 1 May – 30 June 2026"
fn shows(cx: &Cx, words: &Words, link: &ShareLink) -> String {
    let kinds: Vec<&str> = link.shows.kinds.iter().map(|k| words.t(row::kind_key(*k))).collect();
    let kinds =
        if kinds.is_empty() { words.t("share-links-every-kind").to_owned() } else { words.list(&kinds) };
    let zone = community_zone(&cx.community);
    let date = |text: &Option<String>| {
        Some(match Moment::parse(text.as_deref()?)? {
            Moment::Day(day) => words.date(day),
            moment => words.date_time(moment.instant(&zone), &zone.time_zone()),
        })
    };
    let when = match (date(&link.shows.from), date(&link.shows.to)) {
        (Some(from), Some(to)) => {
            words.args("share-links-from-to", &[("from", from.into()), ("to", to.into())])
        }
        (Some(from), None) => words.t1("share-links-from-on", ("from", from)),
        (None, Some(to)) => words.t1("share-links-up-to", ("to", to)),
        (None, None) => words.t("share-links-coming").to_owned(),
    };
    format!("{kinds} · {when}")
}

#[derive(Template)]
#[template(path = "share_links/pages/new.html")]
struct NewPage {
    layout: Layout,
    form: Form,
    kinds: Vec<Choice>,
    name_max: usize,
    views_max: i64,
}

fn new_page(cx: &Cx, form: Form) -> NewPage {
    let words = cx.words();
    NewPage {
        kinds: Kind::ALL.iter().map(|k| Choice::new(k.code(), words.t(row::kind_key(*k)))).collect(),
        layout: cx.manage_layout(words.t("share-links-new")),
        form,
        name_max: NAME_MAX_CHARS,
        views_max: VIEWS_MAX,
    }
}

/// `GET /manage/share-links/new`
pub async fn show_new(cx: Cx) -> Result<Response, Error> {
    show(&new_page(&cx, Form::new()))
}

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewLink {
    name: String,
    kinds: Vec<String>,
    from: String,
    to: String,
    expires_at: String,
    max_views: String,
}

impl NewLink {
    fn form(&self) -> Form {
        Form::new()
            .with("name", &self.name)
            .with_all("kinds", self.kinds.clone())
            .with("from", &self.from)
            .with("to", &self.to)
            .with("expires_at", &self.expires_at)
            .with("max_views", &self.max_views)
    }

    /// What is no number is told beside its field, with whatever else does not fit.
    fn fields(&self) -> (ShareLinkFields, bool) {
        let views = self.max_views.trim();
        let max_views = views.parse().ok();
        let is_no_number = !views.is_empty() && max_views.is_none();
        let fields = ShareLinkFields {
            name: Some(self.name.clone()),
            kinds: Some(self.kinds.clone()),
            from: Some(self.from.clone()),
            to: Some(self.to.clone()),
            expires_at: Some(self.expires_at.clone()),
            max_views,
            ..ShareLinkFields::default()
        };
        (fields, is_no_number)
    }
}

/// `POST /manage/share-links/new`
pub async fn post_new(cx: Cx, Posted(posted): Posted<NewLink>) -> Result<Response, Error> {
    let (fields, is_no_number) = posted.fields();
    let done = if is_no_number {
        Err(Refusal::invalid(vec![FieldError::new("max_views", "bad_number")]).into())
    } else {
        service::create(&cx, fields).await
    };
    match done {
        Ok(_) => Ok(flash::redirect(LIST, key("share-links-flash-made"))),
        Err(error) => {
            let mut form = posted.form();
            let refusal = cx.refuse_form(&mut form, error)?;
            show_refused(&new_page(&cx, form), &refusal)
        }
    }
}

/// `POST /manage/share-links/{id}/revoke`: the next page offers to take it back.
pub async fn post_revoke(cx: Cx, Path(id): Path<ShareLinkId>) -> Result<Response, Error> {
    service::revoke(&cx, id).await?;
    let undo = format!("{LIST}/{id}/restore");
    Ok(flash::redirect_with_undo(LIST, key("share-links-flash-revoked"), &undo))
}

/// `POST /manage/share-links/{id}/restore`
pub async fn post_restore(cx: Cx, Path(id): Path<ShareLinkId>) -> Result<Response, Error> {
    service::restore(&cx, id).await?;
    Ok(flash::redirect(LIST, key("share-links-flash-restored")))
}

#[derive(Template)]
#[template(path = "share_links/pages/shared.html")]
struct SharedPage {
    layout: Layout,
    name: String,
    shows: String,
    groups: Vec<row::Group>,
    has_more: bool,
    ics: String,
    webcal: String,
}

/// `GET /s/{token}`: one view. HEAD, with which programs ask whether there is something, is none.
pub async fn show_shared(cx: Cx, method: Method, Path(token): Path<String>) -> Result<Response, Error> {
    let look = if method == Method::HEAD { Look::Free } else { Look::Counts };
    let link = match service::open(&cx, &token, look).await {
        Ok(link) => link,
        Err(Error::Refused(refusal)) => return closed(&cx, &refusal),
        Err(fault) => return Err(fault),
    };
    let words = cx.words();
    let mut query = service::shown(&cx, &link, cx.now());
    query.limit = MOST_SHOWN.saturating_add(1);
    let mut found = events::list(&cx.app.db.read(), &query).await?;
    let has_more = u64::try_from(found.len()).unwrap_or(0) > MOST_SHOWN;
    found.truncate(usize::try_from(MOST_SHOWN).unwrap_or(usize::MAX));
    let rows = found.iter().map(|listed| row::Row::of(&cx, &words, listed)).collect();
    let first_day = query.from.unwrap_or(cx.now()).timestamp().to_zoned(cx.zone()).date();
    let ics = format!("/s/{token}.ics");
    let mut layout = cx.layout(link.shows.name.clone());
    layout.meta.is_hidden = true;
    let page = SharedPage {
        shows: shows(&cx, &words, &link),
        name: link.shows.name,
        groups: row::by_month(&words, rows, first_day),
        has_more,
        webcal: calendar::webcal(&cx.url(&ics)),
        ics,
        layout,
    };
    Ok(unseen(show(&page)?))
}

#[derive(Template)]
#[template(path = "share_links/pages/closed.html")]
struct ClosedPage {
    layout: Layout,
    sentence: String,
}

/// One page for whatever is not open: unknown, revoked, expired or used up.
fn closed(cx: &Cx, refusal: &Refusal) -> Result<Response, Error> {
    let words = cx.words();
    let mut layout = cx.layout(words.t("share-links-closed-title"));
    layout.meta.is_hidden = true;
    let page = show(&ClosedPage { layout, sentence: wording::sentence(&words, refusal) })?;
    let status = StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::NOT_FOUND);
    Ok(unseen((status, page).into_response()))
}

/// `GET /s/{token}.ics`
pub async fn shared_ics(cx: Cx, headers: HeaderMap, Path(token): Path<String>) -> Result<Response, Error> {
    let link = service::open(&cx, &token, Look::Free).await?;
    let query = service::shown(&cx, &link, calendar::some_months_ago(&cx));
    let args = [("community", cx.community.name.as_str().into()), ("name", link.shows.name.as_str().into())];
    let name = cx.words().args("share-links-feed-name", &args);
    Ok(unseen(calendar::feed_of(&cx, &headers, query, &name).await?))
}

/// Kept from search engines; what it is kept from by the caches in between is said by the layer around.
fn unseen(mut response: Response) -> Response {
    let name = HeaderName::from_static("x-robots-tag");
    response.headers_mut().insert(name, HeaderValue::from_static("noindex, nofollow"));
    response
}
