//! `/eventi/partner/{club_code}/{event_id}/`: one event, what members make of it, and the way to the original.

use super::{Mark, NOT_SHOWN, Picture, Say, datetime, directions, interest, logos, says, when};
use crate::clubs::external_events::api::{authors, before};
use crate::clubs::external_events::comments::{self, topic};
use crate::clubs::external_events::model::{COMMENT_MAX_CHARS, ExternalEvent};
use crate::clubs::external_events::store::comments::Comment;
use crate::clubs::external_events::{LIST, pictures, service};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use http::HeaderValue;
use http::header::CONTENT_SECURITY_POLICY;
use serde::Deserialize;
use tessera_core::ids::{ExternalCommentId, ExternalEventId};
use tessera_platform::markup;
use tessera_platform::text::excerpt;
use tessera_web::body::{Path2, Query};
use tessera_web::cx::Cx;
use tessera_web::headers;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::refusal::Error;
use tessera_web::ui::{Form, Icon, initials};
use tessera_web::words::{Leaf, Words};

const COMMENTS: usize = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Params {
    /// A comment of one's own that is being changed.
    pub edit: String,
    /// Where earlier comments begin.
    pub before: String,
}

/// What somebody wrote.
struct Line {
    id: String,
    face: String,
    name: String,
    content: String,
    at: String,
    datetime: String,
    is_edited: bool,
    /// Paths; empty where the reader may not.
    edit: String,
    delete: String,
    /// It is being changed: the form stands in its place.
    is_open: bool,
}

/// Where it is, for the map.
struct Map {
    lat: f64,
    lon: f64,
    tiles: String,
    attribution: String,
    /// Whom the tiles are asked of.
    note: String,
}

#[derive(Template)]
#[template(path = "external_events/pages/event.html")]
pub struct EventPage {
    layout: Layout,
    event: ExternalEvent,
    path: String,
    leaf: Leaf,
    datetime: String,
    when: String,
    zone: String,
    mark: Option<Mark>,
    picture: Picture,
    logo: Option<String>,
    /// Why visitors do not see it; empty where they do.
    hidden_note: String,
    gone_note: String,
    interest: String,
    theirs: String,
    says: Vec<Say>,
    act: String,
    may_withdraw: bool,
    may_say: bool,
    is_member: bool,
    is_over: bool,
    topic: String,
    lines: Vec<Line>,
    earlier: String,
    has_comments: bool,
    comment_form: Form,
    comment_act: String,
    comment_max: usize,
    edit_form: Form,
    map: Option<Map>,
    directions: String,
    original: String,
    sign_in: String,
}

/// `GET /eventi/partner/{club_code}/{event_id}/`
pub async fn show_event(
    cx: Cx,
    Path2(club, id): Path2<String, ExternalEventId>,
    Query(params): Query<Params>,
) -> Result<Response, Error> {
    let event = service::find(&cx, &cx.app.db.read(), id).await?;
    if event.club.code != club {
        return Ok(Redirect::permanent(&event.path()).into_response());
    }
    pictures::want(&cx, std::slice::from_ref(&event)).await?;
    let page = page(&cx, event, &params, Form::new(), Form::new()).await?;
    Ok(allow_tiles(&page, show(&page)?))
}

/// Gives the page leave to ask for tiles where it has a map.
pub fn allow_tiles(page: &EventPage, mut response: Response) -> Response {
    let tiles = page.map.as_ref().and_then(|map| origin(&map.tiles));
    if let Some(policy) = tiles.and_then(|tiles| HeaderValue::from_str(&headers::policy(&[&tiles])).ok()) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// Where tiles come from, as a policy names it.
fn origin(tiles: &str) -> Option<String> {
    let (scheme, rest) = tiles.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = match host.split_once("{s}.") {
        Some(("", parent)) => format!("*.{parent}"),
        _ => host.to_owned(),
    };
    let fits = host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:*[]".contains(&b));
    (fits && matches!(scheme, "http" | "https")).then(|| format!("{scheme}://{host}"))
}

/// The page of an event; the forms as they were typed.
pub async fn page(
    cx: &Cx,
    event: ExternalEvent,
    params: &Params,
    comment_form: Form,
    edit_form: Form,
) -> Result<EventPage, Error> {
    let words = cx.words();
    let zone = cx.community.zone();
    let mine = service::mine(cx, std::slice::from_ref(&event)).await?.get(&event.id).copied();
    let logos = logos(cx).await?;
    let is_member = cx.member().is_ok();
    let (lines, earlier) =
        if is_member { lines(cx, &words, &event, params).await? } else { (Vec::new(), String::new()) };
    let start = event.when.start.timestamp().to_zoned(zone.clone());
    let elsewhere = words.zone_unless_same(&start, &cx.zone()).filter(|_| event.when.days.is_none());
    let is_over = event.is_over(cx.now());
    let may_say = is_member && event.is_shown() && !event.is_cancelled() && !is_over;
    let theirs = event.theirs.total();
    let theirs = if theirs == 0 {
        String::new()
    } else {
        let args = [("count", i64::from(theirs).into()), ("club", event.club.name.as_str().into())];
        words.args("external-events-theirs", &args)
    };
    let edit_form = match lines.iter().find(|line| line.is_open) {
        Some(line) if edit_form.is_accepted() => Form::new().with("content", &line.content),
        _ => edit_form,
    };
    Ok(EventPage {
        layout: layout(cx, &event),
        path: event.path(),
        leaf: words.leaf(event.when.first_day(&zone)),
        datetime: datetime(&event),
        when: when(&words, &cx.community, &event, cx.now()),
        zone: elsewhere.unwrap_or_default(),
        mark: Mark::of(&words, &event),
        picture: Picture::of(&event, &logos),
        logo: logos.get(&event.partner_id).cloned(),
        hidden_note: if event.is_shown() { String::new() } else { words.t(NOT_SHOWN).to_owned() },
        gone_note: if event.gone_at.is_some() {
            words.t1("external-events-gone", ("club", event.club.name.as_str()))
        } else {
            String::new()
        },
        interest: interest(&words, event.ours),
        theirs,
        says: says(&words, mine),
        act: super::acts::interest_path(event.id),
        may_withdraw: mine.is_some(),
        may_say,
        is_member,
        is_over,
        topic: topic(event.id),
        has_comments: !lines.is_empty(),
        lines,
        earlier,
        comment_form,
        comment_act: super::acts::comments_path(event.id),
        comment_max: COMMENT_MAX_CHARS,
        edit_form,
        map: map(cx, &words, &event),
        directions: directions(&event),
        original: event.detail_url.clone().unwrap_or_default(),
        sign_in: format!("/sign-in?next={}", event.path()),
        event,
    })
}

fn layout(cx: &Cx, event: &ExternalEvent) -> Layout {
    let mut layout = cx.layout(event.event_name.clone());
    layout.meta.canonical = cx.url(&event.path());
    layout.meta.description = excerpt(&markup::plain_text_of_html(&event.description), 200);
    if let Some(name) = &event.image {
        layout.meta.image = cx.url(&crate::clubs::pictures::small_path(name));
    }
    // The original is what is to be found.
    layout.meta.is_hidden = true;
    layout
}

fn map(cx: &Cx, words: &Words, event: &ExternalEvent) -> Option<Map> {
    let tiles = cx.app.config.maps.tile_url.clone()?;
    let (lat, lon) = event.position?;
    let host = origin(&tiles)?;
    let host = host.split_once("://").map_or(host.as_str(), |(_, host)| host).trim_start_matches("*.");
    let note = words.t1("external-events-map-note", ("host", host));
    Some(Map { lat, lon, tiles, attribution: cx.app.config.maps.attribution.clone(), note })
}

/// What was written, the latest last, and where earlier ones are.
async fn lines(
    cx: &Cx,
    words: &Words,
    event: &ExternalEvent,
    params: &Params,
) -> Result<(Vec<Line>, String), Error> {
    let (mut found, next) = comments::list(cx, event, before(&params.before), COMMENTS).await?;
    let names = authors(cx, &found).await?;
    found.reverse();
    let me = cx.account_id();
    let open: Option<ExternalCommentId> = params.edit.parse().ok();
    let line = |c: Comment| {
        let name = names.get(&c.author).cloned().unwrap_or_default();
        let is_mine = me == Some(c.author);
        let act = super::acts::comment_path(event.id, c.id);
        Line {
            id: c.id.to_string(),
            face: initials(&name),
            name,
            at: words.relative(c.created_at, cx.now()),
            datetime: c.created_at.to_string(),
            is_edited: c.updated_at > c.created_at,
            edit: if is_mine { format!("{act}/edit") } else { String::new() },
            delete: if is_mine || cx.is_admin() { format!("{act}/delete") } else { String::new() },
            is_open: is_mine && open == Some(c.id),
            content: c.content,
        }
    };
    let earlier = next.map(|next| {
        let cursor = crate::clubs::external_events::api::cursor(next);
        format!("{}?before={cursor}#comments", event.path())
    });
    Ok((found.into_iter().map(line).collect(), earlier.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn the_policy_names_where_tiles_come_from() {
        assert_eq!(
            origin("https://tile.openstreetmap.org/{z}/{x}/{y}.png").as_deref(),
            Some("https://tile.openstreetmap.org")
        );
        assert_eq!(
            origin("https://{s}.tiles.example:8443/{z}/{x}/{y}.png?key=1").as_deref(),
            Some("https://*.tiles.example:8443")
        );
        assert_eq!(origin("https://tiles.example; script-src *//{z}/{x}/{y}"), None);
        assert_eq!(origin("tiles/{z}/{x}/{y}"), None);
    }
}
