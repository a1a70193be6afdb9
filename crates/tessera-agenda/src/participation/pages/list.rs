//! The organisers' list of who comes: to look at, to print, to take into a spreadsheet.

use super::view::label_key;
use crate::events::access::Deed;
use crate::events::series::Occurrence;
use crate::events::{Seen, service as events};
use crate::occasion;
use crate::participation::csv;
use crate::participation::model::Answer;
use crate::participation::store::{self, Attendee, Filter};
use askama::Template;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tessera_core::ids::{EventId, ParticipationId};
use tessera_web::body::{Path, Query};
use tessera_web::cx::Cx;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::refusal::Error;
use tessera_web::ui::{Form, Icon};
use tessera_web::words::{Words, key};

const PAGE: u64 = 100;
const BATCH: u64 = 1000;

#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    status: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
    /// One date of a series.
    #[serde(default)]
    occurrence: String,
}

/// One line.
struct Line {
    name: String,
    email: String,
    kind: String,
    answer: String,
    class: &'static str,
    pending: bool,
    when: String,
}

/// A choice of the filter.
struct Chip {
    href: String,
    label: String,
    count: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "participation/pages/list.html")]
struct ListPage {
    layout: Layout,
    form: Form,
    title: String,
    when: String,
    path: String,
    occurrence: String,
    status: String,
    chips: Vec<Chip>,
    places: String,
    lines: Vec<Line>,
    is_filtered: bool,
    may_invite: bool,
    next: String,
}

async fn find(cx: &Cx, id: EventId, date: &str) -> Result<Seen, Error> {
    let read = cx.app.db.read();
    let mut seen = events::find(cx, &read, id, None).await?;
    events::allow(&seen, Deed::Edit)?;
    if let Some(date) = Occurrence::from_key(date) {
        events::turn_to(cx, &read, &mut seen, &date).await?;
    }
    Ok(seen)
}

fn name_of(w: &Words, a: &Attendee) -> String {
    let name = a.name();
    if name.is_empty() { w.t("participation-nameless").to_owned() } else { name.to_owned() }
}

fn kind_of(w: &Words, a: &Attendee) -> String {
    w.t(if a.participation.guest().is_some() {
        key("participation-kind-guest")
    } else {
        key("participation-kind-member")
    })
    .to_owned()
}

fn line(cx: &Cx, w: &Words, a: &Attendee) -> Line {
    let p = &a.participation;
    Line {
        name: name_of(w, a),
        email: p.guest().map(|g| g.email.clone()).unwrap_or_default(),
        kind: kind_of(w, a),
        answer: w.t(label_key(p.answer)).to_owned(),
        class: match p.answer {
            Answer::Going if p.confirmed => "good",
            Answer::Maybe | Answer::Interested if p.confirmed => "accent",
            _ => "",
        },
        pending: !p.confirmed,
        when: w.date_time(p.created_at, &cx.zone()),
    }
}

pub async fn show_list(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let seen = find(&cx, id, &asked.occurrence).await?;
    let (read, w) = (cx.app.db.read(), cx.words());
    let filter = Filter {
        answer: Answer::parse(&asked.status),
        occurrence: seen.listed.date_key().to_owned(),
        search: asked.q.clone(),
        after: asked.after.parse::<ParticipationId>().ok(),
    };
    let mut rows = store::list(&read, cx.community_id(), id, &filter, PAGE.saturating_add(1)).await?;
    let has_more = u64::try_from(rows.len()).is_ok_and(|n| n > PAGE);
    if has_more {
        rows.pop();
    }
    let counted = store::count_answers(&read, cx.community_id(), id, seen.listed.date_key()).await?;
    let path = format!("{}/participants", seen.path());
    let next = rows.last().filter(|_| has_more).map(|a| a.participation.id);
    let attendance = store::find_attendance(&read, id, seen.listed.date_key()).await?;
    let mut layout = cx.layout(w.t("participation-list-title"));
    layout.meta.is_hidden = true;
    show(&ListPage {
        form: Form::new().with("q", &asked.q),
        title: seen.title.clone(),
        when: occasion::when(&w, &cx.community, &seen),
        chips: chips(&w, &path, &asked, filter.answer, &counted),
        places: places(&w, seen.capacity, attendance.going),
        lines: rows.iter().map(|a| line(&cx, &w, a)).collect(),
        is_filtered: filter.answer.is_some() || !asked.q.trim().is_empty(),
        next: next.map(|n| link(&path, &asked, &asked.status, &n.to_string())).unwrap_or_default(),
        status: filter.answer.map(|a| a.code().to_owned()).unwrap_or_default(),
        may_invite: seen.may(Deed::Invite),
        occurrence: seen.listed.date_key().to_owned(),
        path,
        layout,
    })
}

/// How many of the places are taken, and what it means where the capacity was lowered.
fn places(w: &Words, capacity: Option<i64>, going: i64) -> String {
    match capacity {
        None => String::new(),
        Some(c) if going > c => {
            w.args("participation-over-capacity", &[("going", going.into()), ("capacity", c.into())])
        }
        Some(c) => w.args("participation-places-taken", &[("going", going.into()), ("capacity", c.into())]),
    }
}

fn link(path: &str, asked: &Asked, status: &str, after: &str) -> String {
    let pairs = [("status", status), ("q", &asked.q), ("after", after), ("occurrence", &asked.occurrence)];
    let query: Vec<String> = pairs
        .iter()
        .filter(|(_, v)| !v.is_empty())
        .map(|(k, v)| {
            let v = percent_encoding::utf8_percent_encode(v, percent_encoding::NON_ALPHANUMERIC);
            format!("{k}={v}")
        })
        .collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

fn chips(
    w: &Words,
    path: &str,
    asked: &Asked,
    current: Option<Answer>,
    counted: &[(Answer, bool, i64)],
) -> Vec<Chip> {
    let count = |answer: Option<Answer>| -> i64 {
        counted.iter().filter(|(a, _, _)| answer.is_none_or(|want| want == *a)).map(|(_, _, n)| n).sum()
    };
    let all = Chip {
        href: link(path, asked, "", ""),
        label: w.t("participation-filter-all").to_owned(),
        count: w.number(count(None)),
        current: current.is_none(),
    };
    let others = Answer::ALL.into_iter().map(|a| Chip {
        href: link(path, asked, a.code(), ""),
        label: w.t(label_key(a)).to_owned(),
        count: w.number(count(Some(a))),
        current: current == Some(a),
    });
    std::iter::once(all).chain(others).collect()
}

/// The whole list as a table for spreadsheets, filtered as the page is.
pub async fn download(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let seen = find(&cx, id, &asked.occurrence).await?;
    let (read, w) = (cx.app.db.read(), cx.words());
    let mut filter = Filter {
        answer: Answer::parse(&asked.status),
        occurrence: seen.listed.date_key().to_owned(),
        search: asked.q,
        after: None,
    };
    let head = [
        w.t("participation-column-name"),
        w.t("participation-column-email"),
        w.t("participation-column-kind"),
        w.t("participation-column-answer"),
        w.t("participation-column-confirmed"),
        w.t("participation-column-when"),
    ];
    let mut table = vec![head.map(str::to_owned).to_vec()];
    loop {
        let rows = store::list(&read, cx.community_id(), id, &filter, BATCH).await?;
        table.extend(rows.iter().map(|a| {
            let p = &a.participation;
            let yes = if p.confirmed { key("form-yes") } else { key("form-no") };
            let email = p.guest().map(|g| g.email.clone()).unwrap_or_default();
            let answered =
                p.created_at.timestamp().to_zoned(cx.zone()).strftime("%Y-%m-%d %H:%M").to_string();
            let answer = w.t(label_key(p.answer)).to_owned();
            vec![name_of(&w, a), email, kind_of(&w, a), answer, w.t(yes).to_owned(), answered]
        }));
        filter.after = rows.last().map(|a| a.participation.id);
        if u64::try_from(rows.len()).is_ok_and(|n| n < BATCH) {
            break;
        }
    }
    let text = csv::write(table.iter().map(|row| row.iter().map(String::as_str).collect()));
    let name = format!("attachment; filename=\"participants-{}.csv\"", seen.when.first_day());
    Ok(([("content-type", "text/csv; charset=utf-8"), ("content-disposition", name.as_str())], text)
        .into_response())
}
