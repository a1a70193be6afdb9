//! `/calendar`: a month of days with their entries and a list of them, which works without scripts; over it a script
//! lays a calendar that is paged, filtered and dragged in (`frontend/src/calendar`).

mod lines;
mod script;

use super::filter::{Filter, PRIORITIES, STATUSES, VIEWS};
use super::presets::{self, Preset};
use super::{KindShown, gather, kinds, store};
use crate::months::weeks;
use askama::Template;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use lines::Line;
use tessera_core::Instant;
use tessera_core::ids::CalendarFilterId;
use tessera_web::body::{Form as Posted, Path, Query};
use tessera_web::confirm::{self, Question};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::refusal::Error;
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::words::{Words, capitalised};

/// More of one month are found by filtering.
const MOST_OF_A_MONTH: usize = 500;
const MOST_OF_A_DAY: usize = 4;
const MOST_ORGANISERS: i64 = 100;

#[derive(Debug)]
struct Day {
    date: Date,
    words: String,
    is_other: bool,
    is_today: bool,
    lines: Vec<Line>,
    /// How many do not stand there; empty for none.
    more: String,
}

struct View {
    code: &'static str,
    label: String,
    keys: &'static str,
}

/// A kind to choose, with what marks it.
struct KindChoice {
    kind: &'static KindShown,
    label: String,
    is_on: bool,
}

/// A filter that is kept.
struct Kept {
    path: String,
    name: String,
    /// Where it is deleted, and what is asked before.
    delete: String,
    question: String,
    is_on: bool,
}

#[derive(Template)]
#[template(path = "entries/pages/calendar.html")]
struct CalendarPage {
    layout: Layout,
    title: String,
    weekdays: Vec<(String, String)>,
    weeks: Vec<Vec<Day>>,
    lines: Vec<Line>,
    is_cut: bool,
    previous: String,
    next: String,
    now: String,
    is_this_month: bool,
    is_member: bool,
    /// Times are the community's; said where the reader's clock is another.
    zone_note: String,
    zone_differs: bool,
    filter: Form,
    filter_query: String,
    is_filtered: bool,
    kinds: Vec<KindChoice>,
    statuses: Vec<Choice>,
    priorities: Vec<Choice>,
    organisers: Vec<Choice>,
    views: Vec<View>,
    kept: Vec<Kept>,
    save: Form,
    /// Whether only what works without scripts is asked for.
    is_plain: bool,
    plain: String,
    with_script: String,
    config: String,
    scripts: &'static str,
    styles: &'static str,
}

/// What the address asks for beside the filter.
#[derive(Debug, Default)]
struct Asked {
    filter: Filter,
    month: Option<Date>,
    is_plain: bool,
}

impl Asked {
    fn of(pairs: &[(String, String)]) -> Self {
        let filter = Filter::read(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let value =
            |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
        let month = value("month").filter(|m| m.len() == 7).and_then(|m| format!("{m}-01").parse().ok());
        let date = value("date").and_then(|d| d.parse().ok());
        let month = month.or(date).or(filter.from).filter(|d: &Date| (1900..=2999).contains(&d.year()));
        Self { filter, month, is_plain: value("plain") == Some("yes") }
    }

    fn href(&self, month: Option<Date>) -> String {
        let mut query = self.filter.query();
        let mut add = |name: &str, value: &str| {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(name);
            query.push('=');
            query.push_str(value);
        };
        if let Some(month) = month {
            add("month", &month.strftime("%Y-%m").to_string());
        }
        if self.is_plain {
            add("plain", "yes");
        }
        if query.is_empty() { "/calendar".into() } else { format!("/calendar?{query}") }
    }
}

/// `GET /calendar`
pub async fn show_calendar(cx: Cx, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, Error> {
    show(&page(&cx, Asked::of(&pairs), Form::new()).await?)
}

/// `POST /calendar/filters`: keeps what is shown under a name.
pub async fn save_filter(cx: Cx, Posted(pairs): Posted<Vec<(String, String)>>) -> Result<Response, Error> {
    cx.member()?;
    let mut form = Form::from_pairs(pairs);
    let filter = Filter::of_query(form.value("filter"));
    match presets::save(&cx, form.value("name"), &filter).await {
        Ok(preset) => Ok(flash::redirect(&preset.path(), "entries-flash-filter-saved")),
        Err(error) => {
            let refusal = cx.refuse_form(&mut form, error)?;
            let asked = Asked { filter, ..Asked::default() };
            show_refused(&page(&cx, asked, form).await?, &refusal)
        }
    }
}

/// `POST /calendar/filters/{id}/delete`
pub async fn delete_filter(
    cx: Cx,
    Path(id): Path<CalendarFilterId>,
    Posted(pairs): Posted<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let form = Form::from_pairs(pairs);
    if form.has("confirmed", "yes") {
        presets::delete(&cx, id).await?;
        return Ok(flash::redirect("/calendar", "entries-flash-filter-deleted"));
    }
    let kept = presets::list(&cx).await?;
    let preset =
        kept.into_iter().find(|p| p.id == id).ok_or_else(tessera_web::refusal::Refusal::not_found)?;
    let words = cx.words();
    let question = Question {
        title: words.t("entries-filter-delete").to_owned(),
        what: delete_question(&words, &preset),
        button: words.t("button-delete").to_owned(),
        action: format!("/calendar/filters/{id}/delete"),
        kept: Vec::new(),
        back: "/calendar".into(),
    };
    confirm::ask(&cx, question)
}

fn delete_question(words: &Words, preset: &Preset) -> String {
    words.t1("entries-filter-delete-question", ("name", preset.name.as_str()))
}

fn midnight(day: Date, zone: &TimeZone) -> Instant {
    let at = zone.to_ambiguous_timestamp(day.to_datetime(Time::midnight())).compatible();
    at.map_or(Instant::MIN, Instant::new)
}

async fn page(cx: &Cx, asked: Asked, save: Form) -> Result<CalendarPage, Error> {
    let (words, zone) = (cx.words(), cx.community.zone());
    let now = cx.now().timestamp().to_zoned(zone.clone());
    let today = now.date();
    let month = asked.month.unwrap_or(today).first_of_month();
    let weeks = weeks(month);
    let days = || weeks.iter().flatten().copied();
    let (first, last) = (days().next().unwrap_or(month), days().last().unwrap_or(month));
    let window = (midnight(first, &zone), midnight(last.tomorrow().unwrap_or(last), &zone));
    let filter = &asked.filter;
    let is_here = filter.community.is_empty() || filter.community == cx.community.slug;
    let mut found = match filter.asked(window, &zone).filter(|_| is_here) {
        Some(question) => gather(cx, &question).await?,
        None => Vec::new(),
    };
    let is_cut = found.len() > MOST_OF_A_MONTH;
    found.truncate(MOST_OF_A_MONTH);
    let lines: Vec<Line> = found.iter().map(|entry| Line::of(&cx.app, &words, entry, &zone, today)).collect();
    let end = month.last_of_month();
    let in_month = lines.iter().filter(|l| l.first <= end && l.last >= month).cloned().collect();
    let title = capitalised(&words.month_and_year(month));
    let mut layout = cx.layout(title.clone());
    layout.meta.canonical = cx.url(&format!("/calendar?month={}", month.strftime("%Y-%m")));
    let zone_differs = words.zone_unless_same(&now, &cx.zone()).is_some();
    let is_member = cx.member().is_ok();
    let kept = if is_member { presets::list(cx).await? } else { Vec::new() };
    Ok(CalendarPage {
        layout,
        weekdays: words.weekdays(),
        weeks: weeks
            .iter()
            .map(|week| week.iter().map(|date| day(&words, *date, month, today, &lines)).collect())
            .collect(),
        lines: in_month,
        is_cut,
        previous: month.checked_sub(1.month()).map(|m| asked.href(Some(m))).unwrap_or_default(),
        next: month.checked_add(1.month()).map(|m| asked.href(Some(m))).unwrap_or_default(),
        now: asked.href(None),
        is_this_month: month == today.first_of_month(),
        is_member,
        zone_note: words.t1("entries-zone-note", ("zone", words.zone(&cx.community.timezone).as_str())),
        zone_differs,
        filter: form_of(filter),
        filter_query: filter.query(),
        is_filtered: filter.leaves_out(),
        kinds: kinds(&cx.app)
            .map(|kind| KindChoice {
                kind,
                label: words.t(kind.word).to_owned(),
                is_on: filter.kinds.iter().any(|code| code == kind.code),
            })
            .collect(),
        statuses: choices(&words, &STATUSES),
        priorities: choices(&words, &PRIORITIES),
        organisers: if is_member { organisers(cx, &words, filter).await? } else { Vec::new() },
        views: VIEWS
            .iter()
            .map(|(code, word, keys)| View { code, label: words.t(word).to_owned(), keys })
            .collect(),
        kept: kept
            .iter()
            .map(|preset| Kept {
                path: preset.path(),
                name: preset.name.clone(),
                delete: format!("/calendar/filters/{}/delete", preset.id),
                question: delete_question(&words, preset),
                is_on: preset.query == filter.query(),
            })
            .collect(),
        save,
        plain: Asked { is_plain: true, filter: filter.clone(), month: None }.href(asked.month),
        with_script: Asked { is_plain: false, filter: filter.clone(), month: None }.href(asked.month),
        config: script::config(cx, &words, month.max(asked.month.unwrap_or(today))).to_string(),
        is_plain: asked.is_plain,
        scripts: tessera_web::assets::CALENDAR_JS,
        styles: tessera_web::assets::CALENDAR_CSS,
        title,
    })
}

fn day(words: &Words, date: Date, month: Date, today: Date, lines: &[Line]) -> Day {
    let mut on: Vec<Line> = lines.iter().filter(|l| l.first <= date && date <= l.last).cloned().collect();
    let left = i64::try_from(on.len().saturating_sub(MOST_OF_A_DAY)).unwrap_or(i64::MAX);
    on.truncate(MOST_OF_A_DAY);
    Day {
        date,
        words: words.long_date(date),
        is_other: date.month() != month.month(),
        is_today: date == today,
        lines: on,
        more: if left > 0 { words.t1("events-more-that-day", ("count", left)) } else { String::new() },
    }
}

fn form_of(filter: &Filter) -> Form {
    let day = |day: Option<Date>| day.map(|d| d.to_string()).unwrap_or_default();
    Form::new()
        .with_all("kinds", filter.kinds.clone())
        .with_all("status", filter.status.clone())
        .with_all("priority", filter.priority.clone())
        .with("category", &filter.category)
        .with("community", &filter.community)
        .with("organiser", filter.organiser.map(|o| o.to_string()).unwrap_or_default())
        .with("q", &filter.q)
        .with("from", day(filter.from))
        .with("to", day(filter.to))
        .with("view", &filter.view)
}

fn choices(words: &Words, codes: &[(&str, &str)]) -> Vec<Choice> {
    codes.iter().map(|(code, word)| Choice::new(*code, words.t(word))).collect()
}

/// Anyone, oneself, those who organise, and whoever the address names already.
async fn organisers(cx: &Cx, words: &Words, filter: &Filter) -> Result<Vec<Choice>, Error> {
    let me = cx.member()?.account_id();
    let others = store::list_organisers(&cx.app.db.read(), cx.community_id(), MOST_ORGANISERS).await?;
    let mut choices = vec![
        Choice::new("", words.t("entries-organiser-any")),
        Choice::new(me.to_string(), words.t("entries-organiser-me")),
    ];
    choices.extend(
        others.iter().filter(|(id, _)| *id != me).map(|(id, name)| Choice::new(id.to_string(), name)),
    );
    if let Some(named) =
        filter.organiser.map(|id| id.to_string()).filter(|id| choices.iter().all(|c| c.value != *id))
    {
        choices.push(Choice::new(named, words.t("entries-organiser-other")));
    }
    Ok(choices)
}
