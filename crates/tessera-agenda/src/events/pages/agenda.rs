//! `/`: what is coming, for visitors and members, by month; filtered and searched by links and a form.

use super::super::asked_times::Moment;
use super::super::list::{self, Audience, Query as ListQuery};
use super::super::looks::{self, Look};
use super::super::model::Kind;
use super::super::service::community_zone;
use super::row::{self, Group, Row};
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::HashMap;
use tessera_core::Access;
use tessera_platform::text::fold;
use tessera_web::body::Query;
use tessera_web::cx::Cx;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::refusal::Error;
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::words::{Words, key};

const A_PAGE: u64 = 40;
const MOST_PAGES: u64 = 2_500;

/// What the address asks for. What does not fit is left out: a page is always shown.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `mine`: what one organises or takes part in.
    show: String,
    kind: String,
    category: String,
    q: String,
    place: String,
    from: String,
    to: String,
    page: String,
}

/// A link beside the filters, to a list that a slice above keeps apart; offered to [`tessera_web::App::offers`].
#[derive(Clone, Copy)]
pub struct AgendaLink {
    pub path: &'static str,
    /// The translation key of its text.
    pub label: &'static str,
    pub is_shown: fn(&Cx) -> bool,
}

/// A link of the filters.
#[derive(Debug)]
struct Chip {
    href: String,
    label: String,
    is_on: bool,
}

#[derive(Template)]
#[template(path = "events/pages/agenda.html")]
struct AgendaPage {
    layout: Layout,
    chips: Vec<Chip>,
    form: Form,
    is_searching: bool,
    groups: Vec<Group>,
    month: super::month::Mini,
    previous: String,
    next: String,
    may_create: bool,
    is_filtered: bool,
    clear: String,
    show: String,
    kind: String,
    /// Those that are known, and the one asked for.
    categories: Vec<Choice>,
}

/// The words to choose from.
fn categories(words: &Words, looks: &HashMap<String, Look>, asked: &str) -> Vec<Choice> {
    let mut names: Vec<&str> = looks.values().map(|look| look.name.as_str()).collect();
    if !asked.is_empty() && looks::find(looks, Some(asked)).is_none() {
        names.push(asked);
    }
    names.sort_by_key(|name| fold(name));
    let any = Choice::new("", words.t("events-category-any"));
    let is_asked = |name: &str| fold(name) == fold(asked);
    let choice = |name: &str| Choice::new(if is_asked(name) { asked } else { name }, name);
    if names.is_empty() {
        Vec::new()
    } else {
        std::iter::once(any).chain(names.into_iter().map(choice)).collect()
    }
}

pub async fn show_agenda(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let page = asked.page.parse::<u64>().unwrap_or(1).clamp(1, MOST_PAGES);
    let query = asked.query(&cx, page);
    let mut found = list::list(&cx.app.db.read(), &query).await?;
    let has_next = u64::try_from(found.len()).unwrap_or(0) > A_PAGE;
    found.truncate(usize::try_from(A_PAGE).unwrap_or(usize::MAX));
    let words = cx.words();
    let mut rows: Vec<Row> = found.iter().map(|e| Row::of(&cx, &words, e)).collect();
    let looks = looks::all(&cx).await?;
    for row in &mut rows {
        if let Some(look) = looks::find(&looks, Some(&row.category)) {
            row.colour.clone_from(&look.colour);
        }
    }
    let from = asked.first_day().unwrap_or_else(|| row::today(&cx));
    let month = super::month::Mini::of(&words, from, row::today(&cx), found.iter().map(|e| &e.event));
    let mut layout = cx.layout(words.t("events-agenda-title"));
    layout.meta.description = cx.community.about.clone();
    layout.meta.canonical = cx.url("/");
    layout.meta.feeds = feeds(&cx);
    let is_searching = !([&asked.q, &asked.place, &asked.from, &asked.to, &asked.category]
        .iter()
        .all(|text| text.is_empty()));
    let is_filtered = is_searching || !asked.show.is_empty() || !asked.kind.is_empty();
    let page = AgendaPage {
        layout,
        chips: asked.chips(&cx),
        form: asked.form(),
        is_searching,
        groups: row::by_month(&words, rows, from),
        month,
        previous: if page > 1 { asked.href(page.saturating_sub(1)) } else { String::new() },
        next: if has_next { asked.href(page.saturating_add(1)) } else { String::new() },
        may_create: Access::Member.check(cx.actor.standing()).is_ok(),
        is_filtered,
        clear: "/".into(),
        show: asked.show.clone(),
        kind: asked.kind.clone(),
        categories: categories(&words, &looks, &asked.category),
    };
    show(&page)
}

fn feeds(cx: &Cx) -> Vec<(&'static str, String, String)> {
    let name = &cx.community.name;
    vec![
        ("text/calendar", cx.url("/feeds/events.ics"), name.clone()),
        ("application/atom+xml", cx.url("/feeds/events.atom"), name.clone()),
        ("application/feed+json", cx.url("/feeds/events.json"), name.clone()),
    ]
}

impl Asked {
    fn query(&self, cx: &Cx, page: u64) -> ListQuery {
        let member = cx.member().ok().map(|m| m.account_id());
        let audience = match member {
            Some(id) if self.show == "mine" => Audience::Mine(id),
            Some(id) => Audience::Member(id),
            None => Audience::Everyone,
        };
        let mut query = ListQuery::new(&cx.community, audience);
        let zone = community_zone(&cx.community);
        query.from = Some(self.first_day().map_or_else(|| cx.now(), |d| Moment::Day(d).instant(&zone)));
        query.to = day(&self.to).and_then(|d| d.tomorrow().ok()).map(|d| Moment::Day(d).instant(&zone));
        query.q.clone_from(&self.q);
        query.place = Some(self.place.clone()).filter(|p| !p.trim().is_empty());
        query.kinds = Kind::parse(&self.kind).into_iter().collect();
        query.category = Some(self.category.clone()).filter(|c| !c.trim().is_empty());
        query.skip = page.saturating_sub(1).saturating_mul(A_PAGE);
        query.limit = A_PAGE.saturating_add(1);
        query
    }

    fn first_day(&self) -> Option<Date> {
        day(&self.from)
    }

    fn form(&self) -> Form {
        Form::new()
            .with("q", &self.q)
            .with("category", &self.category)
            .with("place", &self.place)
            .with("from", &self.from)
            .with("to", &self.to)
    }

    fn chips(&self, cx: &Cx) -> Vec<Chip> {
        let words = cx.words();
        let mut chips = Vec::new();
        let mut add = |key: &str, show: &str, kind: &str| {
            let other = Self { show: show.into(), kind: kind.into(), page: String::new(), ..self.clone() };
            let is_on = self.show == show && self.kind == kind;
            chips.push(Chip { href: other.href(1), label: words.t(key).to_owned(), is_on });
        };
        add(key("events-filter-all"), "", "");
        if cx.member().is_ok() {
            add(key("events-filter-mine"), "mine", "");
        }
        add(key("events-filter-events"), "", Kind::Event.code());
        add(key("events-filter-community-events"), "", Kind::CommunityEvent.code());
        add(key("events-filter-engagements"), "", Kind::Engagement.code());
        add(key("events-filter-tasks"), "", Kind::Task.code());
        for link in cx.app.offers::<AgendaLink>().filter(|link| (link.is_shown)(cx)) {
            let label = words.t(link.label).to_owned();
            chips.push(Chip { href: link.path.to_owned(), label, is_on: false });
        }
        chips
    }

    fn href(&self, page: u64) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        let pairs = [
            ("show", &self.show),
            ("kind", &self.kind),
            ("category", &self.category),
            ("q", &self.q),
            ("place", &self.place),
            ("from", &self.from),
            ("to", &self.to),
            ("page", &page),
        ];
        let given = pairs.into_iter().filter(|(_, v)| !v.is_empty());
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish();
        if query.is_empty() { "/".into() } else { format!("/?{query}") }
    }
}

fn day(text: &str) -> Option<Date> {
    match Moment::parse(text)? {
        Moment::Day(day) => Some(day),
        Moment::Local(_) | Moment::At(_) => None,
    }
}
