//! One line of a list of events.

use super::super::model::{Kind, Listed, State, Status};
use jiff::civil::Date;
use tessera_web::cx::Cx;
use tessera_web::ui::Icon;
use tessera_web::words::{Leaf, Words, Year, capitalised, key};

/// What a line shows, in words.
#[derive(Clone, Debug)]
pub struct Row {
    pub path: String,
    pub title: String,
    pub leaf: Leaf,
    pub day: Date,
    /// For machines.
    pub datetime: String,
    pub times: String,
    pub place: String,
    pub badges: Vec<Badge>,
    /// The word of its category; empty for none.
    pub category: String,
    /// The colour of its category, where that is known: see `looks`.
    pub colour: String,
    /// Cancelled.
    pub off: bool,
    pub going: String,
}

/// A word that says something special.
#[derive(Clone, Debug)]
pub struct Badge {
    pub class: &'static str,
    pub icon: Option<Icon>,
    pub text: String,
}

/// Lines under one heading.
#[derive(Clone, Debug)]
pub struct Group {
    pub heading: String,
    pub rows: Vec<Row>,
}

impl Row {
    pub fn of(cx: &Cx, words: &Words, listed: &Listed) -> Self {
        let e = &listed.event;
        let zone = cx.community.zone();
        let day = e.when.first_day();
        let span = e.when.span(&zone);
        let this_year = Year::ShownUnless(today(cx).year());
        let is_one_day = e.when.last_day() == day;
        let mut times = match words.span_times(&span) {
            Some(times) if is_one_day => times,
            None if is_one_day => words.t("events-all-day").to_owned(),
            _ => words.span(&span, this_year),
        };
        if !e.when.is_all_day()
            && let Some(elsewhere) = words.zone_unless_same(&e.when.start_zoned(&zone), &cx.zone())
        {
            times = words.args("events-time-in-zone", &[("time", times.into()), ("zone", elsewhere.into())]);
        }
        if let Some(due) = e.due_at {
            times = words.t1("events-due", ("when", words.date_time(due, &cx.zone())));
        }
        Self {
            path: listed.path(),
            title: e.title.clone(),
            leaf: words.leaf(day),
            day,
            datetime: e.when.start_text(),
            times,
            place: e.location.venue.clone().unwrap_or_else(|| e.location.line()),
            badges: badges(words, listed),
            category: e.category.clone().unwrap_or_default(),
            colour: String::new(),
            off: e.is_cancelled(),
            going: going(words, listed),
        }
    }
}

/// The day it is for the reader.
pub fn today(cx: &Cx) -> Date {
    cx.now().timestamp().to_zoned(cx.zone()).date()
}

fn badges(words: &Words, e: &Listed) -> Vec<Badge> {
    let mut badges = Vec::new();
    let mut add = |class, icon, key: &str| {
        badges.push(Badge { class, icon, text: words.t(key).to_owned() });
    };
    if let Some((class, icon, key)) = status_badge(e.status) {
        add(class, Some(icon), key);
    }
    match e.state {
        State::Draft => add("", Some(Icon::Edit), "events-state-draft"),
        State::Proposed => add("warn", Some(Icon::Clock), "events-state-proposed"),
        State::Published | State::Deleted => {}
    }
    if !e.is_public() {
        add("", Some(Icon::Lock), "events-only-invited");
    }
    match e.kind {
        Kind::Event => {}
        kind => add("", None, kind_key(kind)),
    }
    if e.recurrence.is_some() {
        add("", None, "events-repeats");
    }
    badges
}

/// How a status other than "it takes place" is marked.
pub fn status_badge(status: Status) -> Option<(&'static str, Icon, &'static str)> {
    Some(match status {
        Status::Scheduled => return None,
        Status::Cancelled => ("bad", Icon::Alert, key("events-cancelled")),
        Status::Postponed => ("warn", Icon::Clock, key("events-postponed")),
        Status::Rescheduled => ("warn", Icon::Clock, key("events-rescheduled")),
        Status::MovedOnline => ("accent", Icon::Link, key("events-moved-online")),
        Status::InProgress => ("accent", Icon::Clock, key("events-in-progress")),
        Status::Done => ("good", Icon::Done, key("events-done")),
    })
}

pub fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Event => key("events-kind-event"),
        Kind::CommunityEvent => key("events-kind-community-event"),
        Kind::Engagement => key("events-kind-engagement"),
        Kind::Task => key("events-kind-task"),
    }
}

/// How many go, and how many places are left.
pub fn going(words: &Words, e: &Listed) -> String {
    if e.is_cancelled() || !e.is_published() || e.kind == Kind::Task {
        return String::new();
    }
    match e.capacity.map(|c| c.saturating_sub(e.going).max(0)) {
        None if e.going == 0 => String::new(),
        None => words.t1("events-going", ("count", e.going)),
        Some(0) => words.t1("events-going-full", ("count", e.going)),
        Some(left) if e.going == 0 => words.t1("events-places-left", ("left", left)),
        Some(left) => {
            words.args("events-going-and-left", &[("count", e.going.into()), ("left", left.into())])
        }
    }
}

/// Lines by month, what began before `from` first under a heading of its own.
pub fn by_month(words: &Words, rows: Vec<Row>, from: Date) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for row in rows {
        let heading = if row.day < from {
            words.t("events-under-way").to_owned()
        } else {
            capitalised(&words.month_and_year(row.day))
        };
        match groups.last_mut() {
            Some(group) if group.heading == heading => group.rows.push(row),
            _ => groups.push(Group { heading, rows: vec![row] }),
        }
    }
    groups
}
