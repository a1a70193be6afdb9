//! The page behind an invitation's link. Opening it uses nothing up; its button does.

use crate::events::{Eyes, Listed, Lock, Seen, find_row, service as events};
use crate::invitations::mails::inviter;
use crate::invitations::model::{Invitation, State};
use crate::invitations::store;
use crate::occasion;
use crate::participation::service::{self as participation, Credentials, Wanted};
use crate::participation::{self as answering, Answer};
use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use serde::Deserialize;
use tessera_platform::tokens;
use tessera_web::body::{Form as Posted, Query};
use tessera_web::cx::Cx;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::{Art, Form, Icon};
use tessera_web::words::{Leaf, key};

#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    token: String,
}

#[derive(Debug, Default, Deserialize)]
pub struct Accepted {
    #[serde(default)]
    token: String,
    #[serde(default)]
    answer: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
}

#[derive(Template)]
#[template(path = "invitations/pages/invited.html")]
struct InvitedPage {
    layout: Layout,
    form: Form,
    token: String,
    art: Art,
    leaf: Leaf,
    heading: String,
    title: String,
    facts: Vec<(String, String)>,
    description: String,
    until: String,
    is_private: bool,
    is_member: bool,
    is_full: bool,
    /// Where signing in leads back to.
    sign_in: String,
}

/// The page of an invitation that opens nothing any more.
#[derive(Template)]
#[template(path = "invitations/pages/closed.html")]
struct ClosedPage {
    layout: Layout,
    sentence: String,
    way_on: String,
    way_label: String,
}

/// What a token turned out to be.
enum Behind {
    Open(Box<(Invitation, Listed)>),
    Closed(Box<Closed>),
}

/// Why there is nothing to accept.
struct Closed {
    status: StatusCode,
    sentence: &'static str,
    event: Option<Listed>,
}

fn closed(status: StatusCode, sentence: &'static str, event: Option<Listed>) -> Behind {
    Behind::Closed(Box::new(Closed { status, sentence, event }))
}

async fn look(cx: &Cx, token: &str) -> Result<Behind, Error> {
    let read = cx.app.db.read();
    let community = cx.community_id();
    let invitation = store::find_of_token(&read, community, &tokens::hash(token)).await?;
    let unknown = key("error-invalid-invitation");
    let Some(invitation) = invitation else { return Ok(closed(StatusCode::NOT_FOUND, unknown, None)) };
    let event = find_row(&read, community, invitation.event_id, Eyes::default(), Lock::No).await?;
    let Some((event, _)) = event.filter(|(e, _)| e.is_published()) else {
        return Ok(closed(StatusCode::GONE, key("invitations-event-gone"), None));
    };
    Ok(match invitation.state(cx.now()) {
        State::Used => closed(StatusCode::GONE, key("error-invitation-used"), Some(event)),
        State::Expired => closed(StatusCode::GONE, key("error-invitation-expired"), Some(event)),
        State::Open if event.is_cancelled() => {
            closed(StatusCode::GONE, key("invitations-event-cancelled"), Some(event))
        }
        State::Open => Behind::Open(Box::new((invitation, event))),
    })
}

/// The way on: to the event where this reader sees it, else to the agenda.
async fn show_closed(cx: &Cx, why: Closed) -> Result<Response, Error> {
    let w = cx.words();
    let mut layout = cx.layout(w.t("invitations-closed-title"));
    layout.meta.is_hidden = true;
    let seen = match &why.event {
        Some(event) => events::find(cx, &cx.app.db.read(), event.id, None).await.ok().map(|s: Seen| s.path()),
        None => None,
    };
    let way_label =
        w.t(if seen.is_some() { key("invitations-see-event") } else { key("error-home") }).to_owned();
    let page = ClosedPage {
        sentence: w.t(why.sentence).to_owned(),
        way_on: seen.unwrap_or_else(|| "/".to_owned()),
        way_label,
        layout,
    };
    Ok((why.status, Html(page.render()?)).into_response())
}

async fn page(
    cx: &Cx,
    token: &str,
    invitation: &Invitation,
    event: &Listed,
    form: Form,
) -> Result<InvitedPage, Error> {
    let w = cx.words();
    let mut layout = cx.layout(event.title.clone());
    layout.meta.is_hidden = true;
    let person = store::find_person(&cx.app.db.read(), invitation.invited_by).await?;
    let counts = answering::store::find_attendance(&cx.app.db.read(), event.id, "").await?;
    let until = w.date_time(invitation.expires_at, &cx.zone());
    let back = format!("/events/invite?token={token}");
    let back = percent_encoding::utf8_percent_encode(&back, percent_encoding::NON_ALPHANUMERIC);
    Ok(InvitedPage {
        heading: w.t1("invitations-invited-by", ("inviter", inviter(&w, person.map(|(_, name)| name)))),
        art: Art::of(event.id),
        leaf: w.leaf(event.when.first_day()),
        title: event.title.clone(),
        facts: occasion::facts(&w, &cx.community, event),
        description: event.description.html.clone(),
        until: w.t1("invitations-until", ("until", until)),
        is_private: !event.is_public(),
        is_member: cx.actor.signed_in().is_some_and(|s| s.membership.is_some()),
        is_full: counts.is_full(event.capacity),
        sign_in: format!("/sign-in?next={back}"),
        token: token.to_owned(),
        layout,
        form,
    })
}

/// Shows who invites to what, and until when.
pub async fn get_invite(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    match look(&cx, &asked.token).await? {
        Behind::Closed(why) => show_closed(&cx, *why).await,
        Behind::Open(found) => {
            let (invitation, event) = *found;
            let form = Form::new().with("email", &invitation.email);
            show(&page(&cx, &asked.token, &invitation, &event, form).await?)
        }
    }
}

/// Accepts: the one thing that uses the invitation up.
pub async fn post_invite(cx: Cx, Posted(posted): Posted<Accepted>) -> Result<Response, Error> {
    let (invitation, event) = match look(&cx, &posted.token).await? {
        Behind::Closed(why) => return show_closed(&cx, *why).await,
        Behind::Open(found) => *found,
    };
    let answer = Answer::parse_given(&posted.answer).ok_or_else(Refusal::not_found)?;
    let shown = Credentials {
        guest: None,
        invitation: Some(&posted.token),
        introduction: Some((&posted.email, &posted.name)),
    };
    let wanted = Wanted { answer, occurrence: String::new() };
    let refused = match participation::answer(&cx, event.id, wanted, shown).await {
        Ok(given) => return answering::answered(&cx, &given, None).await,
        Err(e) => e,
    };
    // Somebody else was faster, or it was revoked this very moment.
    if let Behind::Closed(why) = look(&cx, &posted.token).await? {
        return show_closed(&cx, *why).await;
    }
    let mut form = Form::new().with("name", &posted.name).with("email", &posted.email);
    let refusal = cx.refuse_form(&mut form, refused)?;
    show_refused(&page(&cx, &posted.token, &invitation, &event, form).await?, &refusal)
}
