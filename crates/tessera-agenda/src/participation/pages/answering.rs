//! The page behind the links of mails, and what its forms and those of the panel do.

use super::view::{View, own};
use crate::events::series::Occurrence;
use crate::events::{Lock, Seen, service as events};
use crate::occasion;
use crate::participation::model::{Answer, Participation};
use crate::participation::service::{self, Credentials, Given, UNDO, Wanted};
use crate::participation::{api, store};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use tessera_core::ids::EventId;
use tessera_web::body::{Form as Posted, Path, Path2, Query};
use tessera_web::confirm::{self, Question};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::{Form, Icon};

#[derive(Template)]
#[template(path = "participation/pages/answer.html")]
struct AnswerPage {
    layout: Layout,
    view: View,
    form: Form,
    title: String,
    facts: Vec<(String, String)>,
    /// Whether the event's own page would open to this reader.
    opens: bool,
    /// A sentence at the head: that a mail is on its way.
    told: String,
}

#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    pub guest: Option<String>,
    #[serde(default)]
    pub occurrence: String,
}

/// The form of an answer, as posted.
#[derive(Debug, Default, Deserialize)]
pub struct AnswerForm {
    #[serde(default)]
    answer: String,
    #[serde(default)]
    guest: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    occurrence: String,
    #[serde(default)]
    confirmed: String,
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|t| !t.is_empty())
}

/// The event for somebody who answers: one they see, or one they just left with their guest's token in hand.
async fn find(
    cx: &Cx,
    id: EventId,
    guest: Option<&str>,
    date: &str,
) -> Result<(Seen, Option<Participation>), Error> {
    let read = cx.app.db.read();
    let seen = events::find_any(cx, &read, id, guest, Lock::No).await?.ok_or_else(Refusal::not_found)?;
    let mut seen = seen;
    let mut mine = own(cx, &seen, guest).await?;
    // A guest's token is of the date that was answered.
    let date = Occurrence::from_key(date).or_else(|| Occurrence::from_key(&mine.as_ref()?.occurrence));
    if let Some(date) = date {
        events::turn_to(cx, &read, &mut seen, &date).await?;
        mine = own(cx, &seen, guest).await?;
    }
    let just_left = mine.as_ref().is_some_and(|p| cx.now().since(p.updated_at) <= UNDO);
    if !(just_left && seen.is_published()) {
        seen.sight().check()?;
    }
    Ok((seen, mine))
}

async fn page(
    cx: &Cx,
    id: EventId,
    (guest, date): (Option<&str>, &str),
    form: Form,
    told: &str,
) -> Result<AnswerPage, Error> {
    let (seen, mine) = find(cx, id, guest, date).await?;
    let counts = store::find_attendance(&cx.app.db.read(), id, seen.listed.date_key()).await?;
    let w = cx.words();
    let mut layout = cx.layout(seen.title.clone());
    layout.meta.is_hidden = true;
    let has_left = mine.as_ref().is_some_and(|p| !p.is_active());
    let told = if told.is_empty() && has_left { w.t("participation-left") } else { told };
    Ok(AnswerPage {
        view: View::of(cx, &seen, counts, mine.as_ref(), guest.unwrap_or_default()),
        title: seen.title.clone(),
        facts: occasion::facts(&w, &cx.community, &seen),
        opens: seen.sight().check().is_ok(),
        told: told.to_owned(),
        layout,
        form,
    })
}

/// The page behind a mail's link. Opening it changes nothing: programs that look into mails open links.
pub async fn get_answer(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(shown): Query<Shown>,
) -> Result<Response, Error> {
    show(&page(&cx, id, (shown.guest.as_deref(), &shown.occurrence), Form::new(), "").await?)
}

pub async fn post_answer(
    cx: Cx,
    Path(id): Path<EventId>,
    Posted(posted): Posted<AnswerForm>,
) -> Result<Response, Error> {
    let answer = Answer::parse_given(&posted.answer).ok_or_else(Refusal::not_found)?;
    let shown = Credentials {
        guest: some(&posted.guest),
        invitation: None,
        introduction: Some((&posted.email, &posted.name)),
    };
    let wanted = Wanted { answer, occurrence: api::occurrence(some(&posted.occurrence))? };
    match service::answer(&cx, id, wanted, shown).await {
        Ok(given) => answered(&cx, &given, some(&posted.guest)).await,
        Err(Error::Refused(refusal)) if matches!(refusal.status, 409 | 422 | 429) => {
            let mut form = Form::new().with("name", &posted.name).with("email", &posted.email);
            let refusal = cx.refuse_form(&mut form, Error::Refused(refusal))?;
            let page = page(&cx, id, (some(&posted.guest), &posted.occurrence), form, "").await?;
            show_refused(&page, &refusal)
        }
        Err(e) => Err(e),
    }
}

/// A page of the event, for a guest and one date of a series.
fn with(path: &str, guest: Option<&str>, occurrence: &str) -> String {
    let pairs = [("guest", guest.unwrap_or_default()), ("occurrence", occurrence)];
    let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// Where an answer leads: to the event, or to the page that says that a mail is on its way.
pub async fn answered(cx: &Cx, given: &Given, guest: Option<&str>) -> Result<Response, Error> {
    let path = given.event.path();
    if !given.participation.confirmed {
        let w = cx.words();
        let told =
            w.t1("participation-check-mail", ("email", given.participation.guest().map_or("", |g| &g.email)));
        return told_page(cx, given, told);
    }
    let to = with(&path, guest.or(given.guest_token.as_deref()), &given.participation.occurrence);
    let key = match given.participation.answer {
        Answer::Declined => "participation-flash-declined",
        _ => "participation-flash-answered",
    };
    Ok(flash::redirect(&to, key))
}

#[derive(Template)]
#[template(path = "participation/pages/told.html")]
struct ToldPage {
    layout: Layout,
    sentence: String,
    way_back: String,
}

/// A page of one sentence, for guests who see nothing more until they confirm.
fn told_page(cx: &Cx, given: &Given, sentence: String) -> Result<Response, Error> {
    let mut layout = cx.layout(cx.words().t("participation-pending-title"));
    layout.meta.is_hidden = true;
    let way_back = if given.event.is_public() { given.event.path() } else { "/".to_owned() };
    show(&ToldPage { layout, sentence, way_back })
}

/// The page behind a mail's "leave" link: asks, and changes nothing by itself.
pub async fn get_leave(
    cx: Cx,
    Path(id): Path<EventId>,
    Query(shown): Query<Shown>,
) -> Result<Response, Error> {
    let (seen, mine) = find(&cx, id, shown.guest.as_deref(), &shown.occurrence).await?;
    let active = mine.filter(Participation::is_active);
    if active.is_none() && shown.guest.is_none() {
        cx.signed_in()?;
    }
    if active.is_none() {
        return show(&page(&cx, id, (shown.guest.as_deref(), &shown.occurrence), Form::new(), "").await?);
    }
    ask_to_leave(&cx, &seen, shown.guest.as_deref().unwrap_or_default())
}

fn ask_to_leave(cx: &Cx, seen: &Seen, guest: &str) -> Result<Response, Error> {
    let w = cx.words();
    let date = seen.listed.date_key();
    let back = with(&seen.path(), some(guest), date);
    let question = Question {
        title: w.t("participation-leave-title").to_owned(),
        what: w.t1("participation-leave-what", ("event", &seen.title)),
        button: w.t("participation-leave").to_owned(),
        action: format!("{}/leave", seen.path()),
        kept: vec![("guest".to_owned(), guest.to_owned()), ("occurrence".to_owned(), date.to_owned())],
        back,
    };
    confirm::ask(cx, question)
}

/// Leaves. A member can undo it; a guest is asked first.
pub async fn post_leave(
    cx: Cx,
    Path(id): Path<EventId>,
    Posted(posted): Posted<AnswerForm>,
) -> Result<Response, Error> {
    let guest = some(&posted.guest);
    if guest.is_some() && posted.confirmed != "yes" {
        let (seen, _) = find(&cx, id, guest, &posted.occurrence).await?;
        return ask_to_leave(&cx, &seen, &posted.guest);
    }
    let date = api::occurrence(some(&posted.occurrence))?;
    let left = service::leave(&cx, id, date.clone(), guest).await?;
    if guest.is_some() {
        return Ok(Redirect::to(&with(&format!("/events/{id}/answer"), guest, &date)).into_response());
    }
    let read = cx.app.db.read();
    let still_seen = events::find(&cx, &read, id, None).await.is_ok();
    let to = if still_seen { with(&format!("/events/{id}"), None, &date) } else { "/".to_owned() };
    Ok(match left {
        Some(before) => {
            let undo = with(&format!("/events/{id}/rejoin/{}", before.answer.code()), None, &date);
            flash::redirect_with_undo(&to, "participation-flash-left", &undo)
        }
        None => Redirect::to(&to).into_response(),
    })
}

/// Takes a leave back, with the answer there was.
pub async fn post_rejoin(
    cx: Cx,
    Path2(id, answer): Path2<EventId, String>,
    Query(shown): Query<Shown>,
) -> Result<Response, Error> {
    cx.member()?;
    let answer = Answer::parse_given(&answer).ok_or_else(Refusal::not_found)?;
    let occurrence = api::occurrence(some(&shown.occurrence))?;
    let to = with(&format!("/events/{id}"), None, &occurrence);
    service::answer(&cx, id, Wanted { answer, occurrence }, Credentials::default()).await?;
    Ok(flash::redirect(&to, "participation-flash-back"))
}
