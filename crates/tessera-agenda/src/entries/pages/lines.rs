//! One entry as a line of the list and in the days of the month.

use super::super::filter::STATUSES;
use super::super::{Entry, kinds};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::borrow::Cow;
use tessera_web::App;
use tessera_web::ui::Icon;
use tessera_web::words::{Leaf, Span, Words, Year};

/// What a line shows, in words.
#[derive(Clone, Debug)]
pub struct Line {
    pub path: String,
    pub title: String,
    pub leaf: Leaf,
    pub first: Date,
    pub last: Date,
    /// For machines.
    pub datetime: String,
    pub times: String,
    pub place: String,
    pub badges: Vec<Badge>,
    /// Cancelled.
    pub off: bool,
    /// Its kind, and how that is marked.
    pub kind: String,
    pub icon: Option<Icon>,
    pub color: Cow<'static, str>,
    /// What is said of it beside its kind: cancelled, by invitation.
    pub said: String,
}

/// A word that says something special.
#[derive(Clone, Debug)]
pub struct Badge {
    pub class: &'static str,
    pub icon: Option<Icon>,
    pub text: String,
}

impl Line {
    pub fn of(app: &App, words: &Words, entry: &Entry, zone: &TimeZone, today: Date) -> Self {
        let span = span(entry, zone);
        let (first, last) = (span.first_day(), last_day(&span));
        let times = match words.span_times(&span) {
            Some(times) if first == last => times,
            None if first == last => words.t("events-all-day").to_owned(),
            _ => words.span(&span, Year::ShownUnless(today.year())),
        };
        let props = &entry.extended_props;
        let kind = kinds(app).find(|kind| kind.code == props.kind);
        let badges = badges(words, entry);
        Self {
            path: entry.url.clone(),
            title: entry.title.clone(),
            leaf: words.leaf(first),
            first,
            last,
            datetime: entry.start.clone(),
            times,
            place: props.place.clone().unwrap_or_default(),
            said: badges.iter().map(|badge| badge.text.as_str()).collect::<Vec<_>>().join(", "),
            badges,
            off: props.status == "EventCancelled",
            kind: kind.map(|kind| words.t(kind.word).to_owned()).unwrap_or_default(),
            icon: kind.map(|kind| kind.icon),
            color: entry.color.clone(),
        }
    }
}

fn badges(words: &Words, entry: &Entry) -> Vec<Badge> {
    let props = &entry.extended_props;
    let mut badges = Vec::new();
    if props.status != "EventScheduled"
        && let Some((code, word)) = STATUSES.iter().find(|(code, _)| *code == props.status)
    {
        let (class, icon) = match *code {
            "EventCancelled" => ("bad", Icon::Alert),
            "EventMovedOnline" => ("accent", Icon::Link),
            "in_progress" => ("accent", Icon::Clock),
            "done" => ("good", Icon::Done),
            _ => ("warn", Icon::Clock),
        };
        badges.push(Badge { class, icon: Some(icon), text: words.t(word).to_owned() });
    }
    if props.is_private {
        let text = words.t("events-only-invited").to_owned();
        badges.push(Badge { class: "", icon: Some(Icon::Lock), text });
    }
    if props.occurrence.is_some() {
        badges.push(Badge { class: "", icon: None, text: words.t("events-repeats").to_owned() });
    }
    if let Some(category) = &props.category {
        badges.push(Badge { class: "", icon: None, text: category.clone() });
    }
    badges
}

/// When it is, on the community's clock.
fn span(entry: &Entry, zone: &TimeZone) -> Span {
    let start = entry.starts_at.timestamp().to_zoned(zone.clone());
    let end = entry.end.as_deref();
    if entry.all_day {
        let first = entry.start.parse().unwrap_or_else(|_| start.date());
        let after = end.and_then(|end| end.parse().ok()).or_else(|| first.tomorrow().ok()).unwrap_or(first);
        return Span::AllDay { first, end: after };
    }
    let end = end.and_then(|end| end.parse::<Timestamp>().ok()).map(|end| end.to_zoned(zone.clone()));
    Span::zoned(&start, end.as_ref())
}

/// Something that ends at midnight is not on the day that begins then.
fn last_day(span: &Span) -> Date {
    match span {
        Span::AllDay { first, end } => end.yesterday().unwrap_or(*end).max(*first),
        Span::Timed { start, end } => {
            let end = end.unwrap_or(*start);
            let is_midnight = end.time() == jiff::civil::Time::midnight();
            let day = if is_midnight { end.date().yesterday().unwrap_or(end.date()) } else { end.date() };
            day.max(start.date())
        }
    }
}
