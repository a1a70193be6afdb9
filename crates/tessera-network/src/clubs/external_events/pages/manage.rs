//! `/manage/external-events`: every event of every partner, for the admins: approved, hidden, looked at anew; one or many
//! at once.

use super::list::club_choices;
use super::{Mark, when};
use crate::clubs::external_events::model::{Approval, ExternalEvent, begins};
use crate::clubs::external_events::service;
use crate::clubs::external_events::store::{Asked, Cursor, Decision, Sight, When};
use crate::clubs::partners;
use crate::clubs::syncing;
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::ToSpan;
use serde::Deserialize;
use tessera_core::ids::ExternalEventId;
use tessera_web::body::{Form as Posted, Path2, Query};
use tessera_web::confirm::{self, Question};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::words::{Words, key};
use tessera_wire::clubs::Status;

pub const PATH: &str = "/manage/external-events";
const A_PAGE: usize = 50;

const DATES: [(&str, &str); 3] = [
    ("", key("external-events-upcoming")),
    ("past", key("external-events-past")),
    ("month", key("external-events-date-month")),
];
/// The document's three.
const STATUSES: [(Status, &str); 3] = [
    (Status::Scheduled, key("external-events-scheduled")),
    (Status::Cancelled, key("external-events-cancelled")),
    (Status::Postponed, key("events-postponed")),
];

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Params {
    club: String,
    status: String,
    approval: String,
    date: String,
    after: String,
}

/// One event, in words.
struct Row {
    id: String,
    path: String,
    title: String,
    club: String,
    when: String,
    status: String,
    mark: Option<Mark>,
    approval: String,
    class: &'static str,
    icon: Icon,
    is_pending: bool,
    is_hidden: bool,
    interests: String,
}

#[derive(Template)]
#[template(path = "external_events/pages/admin.html")]
struct ManagePage {
    layout: Layout,
    form: Form,
    clubs: Vec<Choice>,
    statuses: Vec<Choice>,
    approvals: Vec<Choice>,
    dates: Vec<Choice>,
    rows: Vec<Row>,
    is_filtered: bool,
    /// The filter, for the way back.
    query: String,
    previous: String,
    next: String,
}

/// `GET /manage/external-events`
pub async fn show_manage(cx: Cx, Query(params): Query<Params>) -> Result<Response, Error> {
    let words = cx.words();
    let (events, next) = service::list(&cx, params.asked(&cx)).await?;
    let partners = partners::list(&cx.app.db.read(), cx.community_id()).await?;
    let clubs = partners.into_iter().map(|p| (p.short_code, p.name)).collect();
    let any = |word: &str| std::iter::once(Choice::new("", words.t(word)));
    let is_filtered =
        [&params.club, &params.status, &params.approval, &params.date].iter().any(|text| !text.is_empty());
    show(&ManagePage {
        layout: cx.manage_layout(words.t("external-events-manage")),
        form: Form::new()
            .with("club", &params.club)
            .with("status", &params.status)
            .with("approval", &params.approval)
            .with("date", &params.date),
        clubs: club_choices(&words, clubs),
        statuses: any(key("external-events-status-any"))
            .chain(STATUSES.iter().map(|(status, word)| Choice::new(status.as_str(), words.t(word))))
            .collect(),
        approvals: any(key("external-events-approval-any"))
            .chain(Approval::ALL.iter().map(|a| Choice::new(a.code(), words.t(a.word()))))
            .collect(),
        dates: DATES.iter().map(|(code, word)| Choice::new(*code, words.t(word))).collect(),
        rows: events.iter().map(|event| row(&cx, &words, event)).collect(),
        is_filtered,
        query: params.query(""),
        previous: if params.after.is_empty() { String::new() } else { params.href("") },
        next: next.map(|cursor| params.href(&cursor.encode())).unwrap_or_default(),
    })
}

fn row(cx: &Cx, words: &Words, event: &ExternalEvent) -> Row {
    let (class, icon) = match event.approval() {
        Approval::Approved => ("good", Icon::Check),
        Approval::Pending => ("warn", Icon::Clock),
        Approval::Hidden => ("", Icon::Lock),
    };
    Row {
        id: event.id.to_string(),
        path: event.path(),
        title: event.event_name.clone(),
        club: event.club.name.clone(),
        when: when(words, &cx.community, event, cx.now()),
        status: words.t("external-events-scheduled").to_owned(),
        mark: Mark::of(words, event),
        approval: words.t(event.approval().word()).to_owned(),
        class,
        icon,
        is_pending: event.approval() == Approval::Pending,
        is_hidden: event.approval() == Approval::Hidden,
        interests: words.number(i64::from(event.ours.total())),
    }
}

impl Params {
    fn asked(&self, cx: &Cx) -> Asked {
        let zone = cx.community.zone();
        let time = match self.date.as_str() {
            "past" => When::Past(cx.now()),
            "month" => {
                let first = cx.now().timestamp().to_zoned(zone.clone()).date().first_of_month();
                let next = first.checked_add(1.month()).unwrap_or(first);
                When::Coming { from: begins(first, &zone), to: Some(begins(next, &zone)) }
            }
            _ => When::Coming { from: cx.now(), to: None },
        };
        Asked {
            community: cx.community_id(),
            sight: Sight::All(Approval::parse(&self.approval)),
            club: Some(self.club.clone()).filter(|club| !club.is_empty()),
            status: Status::ALL.into_iter().find(|s| s.as_str() == self.status),
            place: String::new(),
            time,
            after: Cursor::decode(&self.after),
            limit: A_PAGE,
        }
    }

    fn query(&self, after: &str) -> String {
        let pairs = [
            ("club", self.club.as_str()),
            ("status", &self.status),
            ("approval", &self.approval),
            ("date", &self.date),
            ("after", after),
        ];
        let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish()
    }

    fn href(&self, after: &str) -> String {
        let query = self.query(after);
        if query.is_empty() { PATH.to_owned() } else { format!("{PATH}?{query}") }
    }
}

/// What the form sends: a deed for the events that are ticked, or for the one beside the button.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Posting {
    events: Vec<ExternalEventId>,
    act: String,
    /// `approve:ID`
    one: String,
    query: String,
    confirmed: String,
}

/// `POST /manage/external-events`
pub async fn post_manage(cx: Cx, Posted(posted): Posted<Posting>) -> Result<Response, Error> {
    let params: Params = filter_of(&posted.query);
    let back = params.href(&params.after);
    if let Some((act, id)) = posted.one.split_once(':') {
        let id: ExternalEventId = id.parse().map_err(|_| Refusal::not_found())?;
        return one(&cx, id, act, &back).await;
    }
    if posted.events.is_empty() {
        return Ok(flash::redirect(&back, key("external-events-flash-none-ticked")));
    }
    match posted.act.as_str() {
        "approve" => {
            service::decide(&cx, &posted.events, Decision::Approve).await?;
            Ok(flash::redirect(&back, key("external-events-flash-approved")))
        }
        "hide" if posted.confirmed != "yes" => ask_to_hide(&cx, &posted, back),
        "hide" => {
            service::decide(&cx, &posted.events, Decision::Hide).await?;
            Ok(flash::redirect(&back, key("external-events-flash-hidden")))
        }
        "refresh" => {
            refresh(&cx, posted.events).await?;
            Ok(flash::redirect(&back, key("external-events-flash-refreshing")))
        }
        _ => Ok(Redirect::to(&back).into_response()),
    }
}

/// What was written into the page by us; anything else is no filter.
fn filter_of(query: &str) -> Params {
    let mut params = Params::default();
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        match name.as_ref() {
            "club" => params.club = value.into_owned(),
            "status" => params.status = value.into_owned(),
            "approval" => params.approval = value.into_owned(),
            "date" => params.date = value.into_owned(),
            "after" => params.after = value.into_owned(),
            _ => {}
        }
    }
    params
}

fn ask_to_hide(cx: &Cx, posted: &Posting, back: String) -> Result<Response, Error> {
    let words = cx.words();
    let count = i64::try_from(posted.events.len()).unwrap_or(i64::MAX);
    let mut kept: Vec<(String, String)> =
        posted.events.iter().map(|id| ("events".to_owned(), id.to_string())).collect();
    kept.push(("act".to_owned(), "hide".to_owned()));
    kept.push(("query".to_owned(), posted.query.clone()));
    let question = Question {
        title: words.t("external-events-hide-title").to_owned(),
        what: words.t1("external-events-hide-what", ("count", count)),
        button: words.t("external-events-hide").to_owned(),
        action: PATH.to_owned(),
        kept,
        back,
    };
    confirm::ask(cx, question)
}

/// One event: the next page offers to take it back.
async fn one(cx: &Cx, id: ExternalEventId, act: &str, back: &str) -> Result<Response, Error> {
    let undo = |act: &str| format!("{PATH}/{act}/{id}");
    let (decision, told, undo) = match act {
        "approve" => (Decision::Approve, key("external-events-flash-approved-one"), undo("unapprove")),
        "hide" => (Decision::Hide, key("external-events-flash-hidden-one"), undo("unhide")),
        "unhide" => (Decision::Unhide, key("external-events-flash-unhidden"), undo("hide")),
        _ => return Err(Refusal::not_found().into()),
    };
    service::decide_one(cx, id, decision).await?;
    Ok(flash::redirect_with_undo(back, told, &undo))
}

/// `POST /manage/external-events/{act}/{id}`: what "Undo" does.
pub async fn post_undo(cx: Cx, Path2(act, id): Path2<String, ExternalEventId>) -> Result<Response, Error> {
    let decision = match act.as_str() {
        "unapprove" => Decision::Unapprove,
        "unhide" => Decision::Unhide,
        "hide" => Decision::Hide,
        _ => return Err(Refusal::not_found().into()),
    };
    service::decide_one(&cx, id, decision).await?;
    Ok(flash::redirect(PATH, key("external-events-flash-undone")))
}

async fn refresh(cx: &Cx, events: Vec<ExternalEventId>) -> Result<(), Error> {
    let tx = cx.app.db.write().await?;
    let events = events.into_iter().take(service::MOST_AT_ONCE).collect();
    syncing::enqueue_refresh(&cx.app, &tx, cx.community_id(), events).await?;
    Ok(tx.commit().await?)
}
