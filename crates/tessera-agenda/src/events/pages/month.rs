//! Months: the small one beside the agenda, and `/calendar`, a month of days with their events, which works without
//! scripts.

use super::super::asked_times::Moment;
use super::super::list::{self, Audience, Query as ListQuery};
use super::super::model::Event;
use super::super::service::community_zone;
use super::row::{self, Row};
use askama::Template;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeSet;
use tessera_web::body::Query;
use tessera_web::cx::Cx;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::refusal::Error;
use tessera_web::ui::Icon;
use tessera_web::words::{Words, capitalised};

/// More of one month are on the next page of the agenda.
const MOST_OF_A_MONTH: u64 = 500;
const MOST_OF_A_DAY: usize = 4;
const A_WEEK_DAYS: i64 = 7;

/// The small month beside a list: which days have something.
#[derive(Debug, Template)]
#[template(path = "events/pages/mini.html")]
pub struct Mini {
    pub title: String,
    pub href: String,
    weekdays: Vec<(String, String)>,
    weeks: Vec<Vec<MiniDay>>,
}

#[derive(Clone, Debug)]
struct MiniDay {
    day: i8,
    is_other: bool,
    is_today: bool,
    has: bool,
    href: String,
}

impl Mini {
    pub fn of<'a>(words: &Words, month: Date, today: Date, events: impl Iterator<Item = &'a Event>) -> Self {
        let (first, last) = (month.first_of_month(), month.last_of_month());
        let mut busy = BTreeSet::new();
        for e in events {
            let (begins, ends) = (e.when.first_day(), e.when.last_day());
            // What lasts for weeks would mark every day, and tell nothing.
            let is_long = begins.saturating_add(A_WEEK_DAYS.days()) < ends;
            let (from, to) = (begins.max(first), if is_long { begins } else { ends }.min(last));
            busy.extend(from.series(1.day()).take_while(|d| *d <= to));
        }
        let day = |date: Date| MiniDay {
            day: date.day(),
            is_other: date.month() != month.month(),
            is_today: date == today,
            has: busy.contains(&date),
            href: format!("/?from={date}"),
        };
        Self {
            title: capitalised(&words.month_and_year(month)),
            href: format!("/calendar?month={}", month.strftime("%Y-%m")),
            weekdays: words.weekdays(),
            weeks: weeks(month).into_iter().map(|week| week.into_iter().map(day).collect()).collect(),
        }
    }
}

/// The weeks of a month, Monday first, with the days of its neighbours that fill them.
fn weeks(month: Date) -> Vec<Vec<Date>> {
    let first = month.first_of_month();
    let back = i64::from(first.weekday().to_monday_zero_offset());
    let start = first.checked_sub(back.days()).unwrap_or(first);
    let last = month.last_of_month();
    let days: Vec<Date> = start.series(1.day()).take(42).collect();
    days.chunks(7).filter(|w| w.first().is_some_and(|d| *d <= last)).map(<[Date]>::to_vec).collect()
}

/// `?month=2026-04`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    month: String,
}

#[derive(Debug)]
struct Day {
    date: Date,
    words: String,
    is_other: bool,
    is_today: bool,
    rows: Vec<Row>,
    /// How many do not stand there; empty for none.
    more: String,
}

#[derive(Template)]
#[template(path = "events/pages/month.html")]
struct MonthPage {
    layout: Layout,
    title: String,
    weekdays: Vec<(String, String)>,
    weeks: Vec<Vec<Day>>,
    rows: Vec<Row>,
    previous: String,
    next: String,
    is_this_month: bool,
    may_create: bool,
}

pub async fn show_month(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let today = row::today(&cx);
    let month = parse_month(&asked.month).unwrap_or(today).first_of_month();
    let weeks = weeks(month);
    let all_days = || weeks.iter().flatten().copied();
    let (first, last) = (all_days().next().unwrap_or(month), all_days().last().unwrap_or(month));
    let audience = cx.member().map_or(Audience::Everyone, |m| Audience::Member(m.account_id()));
    let mut query = ListQuery::new(&cx.community, audience);
    let zone = community_zone(&cx.community);
    query.from = Some(Moment::Day(first).instant(&zone));
    query.to = Some(Moment::Day(last.tomorrow().unwrap_or(last)).instant(&zone));
    query.limit = MOST_OF_A_MONTH;
    let found = list::list(&cx.app.db.read(), &query).await?;
    let words = cx.words();
    let rows: Vec<(Date, Date, Row)> =
        found.iter().map(|e| (e.when.first_day(), e.when.last_day(), Row::of(&cx, &words, e))).collect();
    let day = |date: Date| {
        let mut on: Vec<Row> =
            rows.iter().filter(|(f, l, _)| *f <= date && date <= *l).map(|(_, _, r)| r.clone()).collect();
        let left = i64::try_from(on.len().saturating_sub(MOST_OF_A_DAY)).unwrap_or(i64::MAX);
        let more = if left > 0 { words.t1("events-more-that-day", ("count", left)) } else { String::new() };
        on.truncate(MOST_OF_A_DAY);
        Day {
            date,
            words: words.long_date(date),
            is_other: date.month() != month.month(),
            is_today: date == today,
            rows: on,
            more,
        }
    };
    let title = capitalised(&words.month_and_year(month));
    let end = month.last_of_month();
    let in_month =
        rows.iter().filter(|(f, l, _)| *f <= end && *l >= month).map(|(_, _, r)| r.clone()).collect();
    let mut layout = cx.layout(title.clone());
    layout.meta.canonical = cx.url(&href(month));
    let page = MonthPage {
        layout,
        title,
        weekdays: words.weekdays(),
        weeks: weeks.iter().map(|week| week.iter().copied().map(day).collect()).collect(),
        rows: in_month,
        previous: month.checked_sub(1.month()).map(href).unwrap_or_default(),
        next: month.checked_add(1.month()).map(href).unwrap_or_default(),
        is_this_month: month == today.first_of_month(),
        may_create: cx.member().is_ok(),
    };
    show(&page)
}

fn href(month: Date) -> String {
    format!("/calendar?month={}", month.strftime("%Y-%m"))
}

fn parse_month(text: &str) -> Option<Date> {
    if text.len() != 7 {
        return None;
    }
    match Moment::parse(&format!("{text}-01"))? {
        Moment::Day(day) => Some(day),
        Moment::Local(_) | Moment::At(_) => None,
    }
}
