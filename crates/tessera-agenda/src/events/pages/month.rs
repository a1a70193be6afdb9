//! The small month beside the agenda.

use super::super::model::Event;
use crate::months::weeks;
use askama::Template;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;
use tessera_web::words::{Words, capitalised};

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
