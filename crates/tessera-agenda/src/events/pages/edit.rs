//! `/events/new` and `/events/{id}/edit`: one form, which keeps what was typed.

use super::super::access::{self, Deed};
use super::super::kinds;
use super::super::looks;
use super::super::model::{Kind, Priority, State, Visibility};
use super::super::pictures;
use super::super::series::{Occurrence, scope};
use super::super::service::{self, Seen};
use super::super::times::When;
use super::form::{at_fields_of_form, empty, fields_of, filled, priority_key, typed_wrong, with_typed};
use super::part;
use super::repeat;
use super::row::kind_key;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::ids::EventId;
use tessera_web::body::{Path, Query, Upload};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::refusal::Error;
use tessera_web::ui::{Choice, Form, Icon};

#[derive(Template)]
#[template(path = "events/pages/edit.html")]
struct EditPage {
    layout: Layout,
    form: Form,
    title: String,
    back: String,
    kind_label: String,
    kinds: Vec<Choice>,
    priorities: Vec<Choice>,
    event_types: Vec<Choice>,
    visibilities: Vec<Choice>,
    zones: Vec<String>,
    /// Those that are known.
    categories: Vec<String>,
    /// None: it is out already, and is only saved.
    further: Option<Further>,
    image: Option<String>,
    is_verified: bool,
    details_open: bool,
    repeat: Vec<Choice>,
    weekdays: Vec<Choice>,
    ends: Vec<Choice>,
    /// Of a date of a series: how much of it the change is for.
    scopes: Vec<Choice>,
}

/// How far it may go from here.
struct Further {
    state: &'static str,
    button: String,
    hint: String,
}

/// What a new event begins with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Begin {
    day: String,
    visibility: String,
    title: String,
    kind: String,
    start_time: String,
    end_date: String,
    end_time: String,
    all_day: String,
}

impl Begin {
    /// What was typed elsewhere, in a form that a person looks at before it is sent.
    fn fill(self, form: Form) -> Form {
        let typed = [
            ("title", self.title),
            ("kind", self.kind),
            ("start_time", self.start_time),
            ("end_date", self.end_date),
            ("end_time", self.end_time),
            ("all_day", self.all_day),
        ];
        typed
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .fold(form, |form, (name, value)| form.with(name, value))
    }
}

pub async fn show_new(cx: Cx, Query(begin): Query<Begin>) -> Result<Response, Error> {
    cx.member()?;
    let kind = Kind::parse(&begin.kind).unwrap_or(Kind::Event);
    let form = empty(&cx, begin.day.parse().ok(), kind, Visibility::parse(&begin.visibility));
    show(&page(&cx, None, begin.fill(form)).await?)
}

/// Which date of a series is changed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct OfDate {
    occurrence: String,
}

/// The event for its form: a series as the date that is named.
async fn find(cx: &Cx, id: EventId, date: &str) -> Result<Seen, Error> {
    let read = cx.app.db.read();
    let mut seen = service::find(cx, &read, id, None).await?;
    service::allow(&seen, Deed::Edit)?;
    if let Some(date) = Occurrence::parse(date, &seen.when, &cx.community.zone()) {
        service::turn_to(cx, &read, &mut seen, &date).await?;
    }
    Ok(seen)
}

pub async fn show_edit(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(date): Query<OfDate>,
) -> Result<Response, Error> {
    let seen = find(&cx, id, &date.occurrence).await?;
    let mut form = filled(&seen, &cx.community.zone());
    if seen.listed.date.is_some() {
        form = form.with("occurrence", seen.listed.date_key()).with("scope", "this");
    }
    show(&page(&cx, Some(&seen), form).await?)
}

pub async fn post_new(cx: Cx, upload: Upload) -> Result<Response, Error> {
    cx.member()?;
    let (mut form, fault) = pictures::taken(&cx, upload).await?;
    let typed = typed_wrong(&form, false);
    let result = if fault.is_none() && typed.is_empty() {
        service::create(&cx, fields_of(&form, asked_state(&form), None)).await
    } else {
        let checked = service::checked(&cx, fields_of(&form, None, None), None).err();
        Err(first_fault(fault, checked, typed))
    };
    match result {
        Ok(seen) => Ok(flash::redirect(&seen.path(), saved_key(seen.state))),
        Err(error) => {
            let error = at_fields_of_form(error, &form);
            let refusal = cx.refuse_form(&mut form, error)?;
            show_refused(&page(&cx, None, form).await?, &refusal)
        }
    }
}

pub async fn post_edit(cx: Cx, Path(id): Path<EventId>, upload: Upload) -> Result<Response, Error> {
    let (mut form, fault) = pictures::taken(&cx, upload).await?;
    let seen = find(&cx, id, form.value("occurrence")).await?;
    let typed = typed_wrong(&form, matches!(seen.when, When::Floating { .. }));
    let version = form.value("version").to_owned();
    let result = if fault.is_none() && typed.is_empty() {
        let state = if seen.is_published() { None } else { asked_state(&form) };
        let if_match = (!version.is_empty()).then(|| format!("\"{version}\""));
        let was = Some(&seen.content);
        let mut fields = fields_of(&form, state, was);
        // The same rule sent back says nothing: it goes along with a series that is moved.
        if fields_of(&filled(&seen, &cx.community.zone()), None, was).recurrence == fields.recurrence {
            fields.recurrence = None;
        }
        let some = |name: &str| Some(form.value(name)).filter(|value| !value.is_empty());
        let asked = scope::Asked {
            scope: some("scope"),
            occurrence: some("occurrence"),
            if_match: if_match.as_deref(),
        };
        scope::change(&cx, id, fields, asked).await.map(|changed| changed.seen)
    } else {
        let fields = fields_of(&form, None, Some(&seen.content));
        let checked = service::checked(&cx, fields, Some(&seen.content)).err();
        Err(first_fault(fault, checked, typed))
    };
    match result {
        Ok(saved) => {
            let key = if saved.state == seen.state { "events-flash-saved" } else { saved_key(saved.state) };
            Ok(flash::redirect(&saved.listed.path(), key))
        }
        Err(error) => {
            let error = at_fields_of_form(error, &form);
            let refusal = cx.refuse_form(&mut form, error)?;
            if refusal.status == 412 {
                // What was typed may be saved over it, once it was looked at again.
                form = form.with("version", seen.version.to_string());
            }
            show_refused(&page(&cx, Some(&seen), form).await?, &refusal)
        }
    }
}

/// The picture's fault, the form's and the rest together.
fn first_fault(
    picture: Option<Error>,
    checked: Option<Error>,
    typed: Vec<tessera_web::refusal::FieldError>,
) -> Error {
    let mut typed = typed;
    if let Some(Error::Refused(refusal)) = picture {
        if refusal.fields.is_empty() {
            return Error::Refused(refusal);
        }
        typed.extend(refusal.fields.clone());
    } else if let Some(fault) = picture {
        return fault;
    }
    with_typed(checked, typed).unwrap_or_else(|| tessera_web::refusal::Refusal::invalid(vec![]).into())
}

fn saved_key(state: State) -> &'static str {
    match state {
        State::Published => "events-flash-published",
        State::Proposed => "events-flash-proposed",
        State::Draft | State::Deleted => "events-flash-draft-saved",
    }
}

/// Which button was pressed. As far as a member may: a private event is published, a public one proposed.
fn asked_state(form: &Form) -> Option<&str> {
    match form.value("state") {
        "" => None,
        "further" if form.value("visibility") == Visibility::Private.code() => Some(State::Published.code()),
        "further" => Some(State::Proposed.code()),
        state => Some(state),
    }
}

async fn page(cx: &Cx, seen: Option<&Seen>, form: Form) -> Result<EditPage, Error> {
    let words = cx.words();
    let t = |key: &str| words.t(key).to_owned();
    let title = if seen.is_some() { t("events-edit-title") } else { t("events-new-title") };
    let choice = |value: &str, key: &str| Choice::new(value, words.t(key));
    let mut priorities = vec![choice("", "events-priority-none")];
    priorities.extend(Priority::ALL.iter().map(|p| choice(p.code(), priority_key(*p))));
    let image = Some(form.value("image_url").to_owned()).filter(|u| u.starts_with("/images/"));
    let details_open =
        ["room", "lat", "lon"].iter().any(|n| !form.value(n).is_empty() || form.error(n).is_some());
    let mut layout = cx.layout(title.clone());
    layout.meta.is_hidden = true;
    let mut categories: Vec<String> = looks::all(cx).await?.into_values().map(|look| look.name).collect();
    categories.sort();
    Ok(EditPage {
        categories,
        kind_label: t(if seen.is_some() { "events-kind" } else { "events-create-what" }),
        kinds: Kind::ALL.iter().map(|k| choice(k.code(), kind_key(*k))).collect(),
        priorities,
        event_types: std::iter::once(choice("", "events-type-none"))
            .chain(kinds::EVENT_TYPES.iter().map(|(code, word)| choice(code, word)))
            .collect(),
        visibilities: vec![
            choice(Visibility::Public.code(), "events-visibility-public")
                .hint(t("events-visibility-public-hint")),
            choice(Visibility::Private.code(), "events-visibility-private")
                .hint(t("events-visibility-private-hint")),
        ],
        zones: jiff::tz::db().available().map(|z| z.to_string()).filter(|z| z.contains('/')).collect(),
        further: further(cx, seen, &t),
        back: seen.map_or_else(|| "/".to_owned(), |s| s.path()),
        is_verified: cx.require_verified().is_ok(),
        image,
        details_open,
        repeat: repeat::choices(&words),
        weekdays: repeat::weekdays(&words),
        ends: repeat::ends(&words),
        scopes: if seen.is_some_and(|s| s.listed.date.is_some()) { part::scopes(&words) } else { Vec::new() },
        layout,
        title,
        form,
    })
}

/// What the main button does with a new event or a draft. A private one is published by whoever makes it: the form
/// says so beside its choice, and the service decides when the choice is known.
fn further(cx: &Cx, seen: Option<&Seen>, t: &impl Fn(&str) -> String) -> Option<Further> {
    if seen.is_some_and(|s| s.is_published()) || cx.require_verified().is_err() {
        return None;
    }
    let publishes = access::is_publisher(cx.actor.standing()) || seen.is_some_and(|s| s.may(Deed::Publish));
    Some(if publishes {
        Further { state: "published", button: t("events-publish"), hint: String::new() }
    } else {
        Further {
            state: "further",
            button: t("events-publish-or-propose"),
            hint: t("events-publish-or-propose-hint"),
        }
    })
}
