//! `/eventi/partner/`: what partners have on, the earliest first; filtered by club, time and place.

use super::{Card, Picture, logos};
use crate::clubs::external_events::LIST;
use crate::clubs::external_events::model::begins;
use crate::clubs::external_events::service;
use crate::clubs::external_events::store::{self, Asked, Cursor, Sight, When};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use tessera_core::{Access, Instant};
use tessera_web::body::Query;
use tessera_web::cx::Cx;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::refusal::Error;
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::words::{Words, key};

const A_PAGE: usize = 24;

/// What the address asks for. What does not fit is left out: a page is always shown.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Params {
    club: String,
    /// One of [`TIMES`].
    date: String,
    place: String,
    after: String,
}

/// Which time can be chosen.
const TIMES: [(&str, &str); 4] = [
    ("", key("external-events-date-any")),
    ("week", key("external-events-date-week")),
    ("month", key("external-events-date-month")),
    ("next-month", key("external-events-date-next-month")),
];

#[derive(Template)]
#[template(path = "external_events/pages/list.html")]
struct ListPage {
    layout: Layout,
    form: Form,
    clubs: Vec<Choice>,
    times: Vec<Choice>,
    cards: Vec<Card>,
    is_filtered: bool,
    previous: String,
    next: String,
    /// For admins, where something waits for them.
    pending: String,
    /// For admins, where there is no partner yet.
    may_add: bool,
}

/// `GET /eventi/partner`
pub async fn to_list() -> Response {
    Redirect::permanent(LIST).into_response()
}

/// `GET /eventi/partner/`
pub async fn show_list(cx: Cx, Query(params): Query<Params>) -> Result<Response, Error> {
    let words = cx.words();
    let (from, to) = params.window(&cx);
    let asked = Asked {
        community: cx.community_id(),
        sight: Sight::Shown,
        club: Some(params.club.clone()).filter(|club| !club.is_empty()),
        status: None,
        place: params.place.clone(),
        time: When::Coming { from, to },
        after: Cursor::decode(&params.after),
        limit: A_PAGE,
    };
    let (events, next) = service::list(&cx, asked).await?;
    let mine = service::mine(&cx, &events).await?;
    let logos = logos(&cx).await?;
    let cards = events.iter().map(|e| Card::of(&cx, &words, e, mine.get(&e.id).copied(), &logos)).collect();
    let read = cx.app.db.read();
    let clubs = store::list_clubs(&read, cx.community_id(), cx.now()).await?;
    let pending = if cx.is_admin() {
        store::count_pending(&read, cx.community_id(), cx.now(), 1_000).await?
    } else {
        0
    };
    let mut layout = cx.layout(words.t("external-events-title"));
    layout.meta.canonical = cx.url(LIST);
    words.t("external-events-lead").clone_into(&mut layout.meta.description);
    let is_filtered = [&params.club, &params.date, &params.place].iter().any(|text| !text.is_empty());
    show(&ListPage {
        layout,
        form: Form::new().with("club", &params.club).with("date", &params.date).with("place", &params.place),
        clubs: club_choices(&words, clubs),
        times: TIMES.iter().map(|(code, word)| Choice::new(*code, words.t(word))).collect(),
        cards,
        is_filtered,
        previous: if params.after.is_empty() { String::new() } else { params.href("") },
        next: next.map(|cursor| params.href(&cursor.encode())).unwrap_or_default(),
        pending: if pending > 0 {
            words.t1("external-events-waiting", ("count", pending))
        } else {
            String::new()
        },
        may_add: Access::ADMIN.check(cx.actor.standing()).is_ok(),
    })
}

pub(super) fn club_choices(words: &Words, clubs: Vec<(String, String)>) -> Vec<Choice> {
    let any = Choice::new("", words.t("external-events-club-any"));
    std::iter::once(any).chain(clubs.into_iter().map(|(code, name)| Choice::new(code, name))).collect()
}

impl Params {
    /// The time that is asked for: from now on, a week, this month, the next.
    fn window(&self, cx: &Cx) -> (Instant, Option<Instant>) {
        let zone = cx.community.zone();
        let today = cx.now().timestamp().to_zoned(zone.clone()).date();
        let next_month = today.first_of_month().checked_add(1.month()).unwrap_or(Date::MAX);
        let at = |day: Date| begins(day, &zone);
        let (from, to) = match self.date.as_str() {
            "week" => (None, today.checked_add(7.days()).ok()),
            "month" => (None, Some(next_month)),
            "next-month" => (Some(next_month), next_month.checked_add(1.month()).ok()),
            _ => (None, None),
        };
        (from.map_or_else(|| cx.now(), at), to.map(at))
    }

    fn href(&self, after: &str) -> String {
        let pairs =
            [("club", self.club.as_str()), ("date", &self.date), ("place", &self.place), ("after", after)];
        let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish();
        if query.is_empty() { LIST.to_owned() } else { format!("{LIST}?{query}") }
    }
}
