//! The organisers' page of an event's invitations: paste addresses, see what became of each, send anew, revoke.

use crate::events::Seen;
use crate::invitations::addresses::{self, Pasted};
use crate::invitations::api::sent_sentence;
use crate::invitations::model::{MOST_AT_ONCE, State};
use crate::invitations::service::{self, Outcome, Sent};
use crate::invitations::store;
use crate::occasion;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::Locale;
use tessera_web::body::{Form as Posted, Path, Path2, Query};
use tessera_web::confirm::{self, Question};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::refusal::{Error, FieldError, Refusal};
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::words::{Words, key};

const PAGE: u64 = 100;
/// How many of each kind of problem are listed back.
const MOST_SHOWN: usize = 50;

#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    state: String,
    #[serde(default)]
    page: u64,
}

#[derive(Debug, Default, Deserialize)]
pub struct Paste {
    #[serde(default)]
    addresses: String,
    #[serde(default)]
    locale: String,
}

#[derive(Debug, Default, Deserialize)]
pub struct Confirmed {
    #[serde(default)]
    confirmed: String,
}

/// One invitation.
struct Line {
    id: String,
    email: String,
    state: String,
    class: &'static str,
    mail: String,
    mail_failed: bool,
    when: String,
    can_resend: bool,
    question: String,
}

struct Chip {
    href: String,
    label: String,
    count: String,
    current: bool,
}

/// How a paste went.
#[derive(Default)]
struct Report {
    sent: String,
    /// A heading and what it is about, as typed.
    problems: Vec<(String, Vec<String>)>,
}

#[derive(Template)]
#[template(path = "invitations/pages/manage.html")]
struct ManagePage {
    layout: Layout,
    form: Form,
    locales: Vec<Choice>,
    hint: String,
    one: String,
    title: String,
    when: String,
    event: String,
    path: String,
    report: Option<Report>,
    chips: Vec<Chip>,
    lines: Vec<Line>,
    is_filtered: bool,
    /// How many mails are on their way; empty where none is.
    waiting: String,
    previous: String,
    next: String,
}

async fn page(
    cx: &Cx,
    seen: &Seen,
    asked: &Asked,
    form: Form,
    report: Option<Report>,
) -> Result<ManagePage, Error> {
    let w = cx.words();
    let state = State::parse(&asked.state);
    let at = asked.page.min(1_000_000);
    let skip = at.saturating_mul(PAGE);
    let mut found = service::list(cx, seen.id, state, skip, PAGE.saturating_add(1)).await?;
    let has_more = u64::try_from(found.len()).is_ok_and(|n| n > PAGE);
    if has_more {
        found.pop();
    }
    let counts = store::count_states(&cx.app.db.read(), cx.community_id(), seen.id, cx.now()).await?;
    let waiting = found.iter().filter(|s| s.mail.as_deref() == Some("waiting")).count();
    let path = format!("{}/invitations", seen.path());
    let mut layout = cx.layout(w.t("invitations-title"));
    layout.meta.is_hidden = true;
    let to = |page: u64| format!("{path}?state={}&page={page}", asked.state);
    Ok(ManagePage {
        locales: Locale::ALL.iter().map(|l| Choice::new(l.code(), l.own_name())).collect(),
        hint: w.t1("invitations-paste-hint", ("max", MOST_AT_ONCE)),
        one: w.t1("invitations-address-count", ("count", 1)),
        title: seen.title.clone(),
        when: occasion::when(&w, &cx.community, seen),
        event: seen.path(),
        chips: chips(&w, &path, state, &counts),
        lines: found.iter().map(|s| line(cx, &w, s)).collect(),
        is_filtered: state.is_some() || at > 0,
        waiting: if waiting == 0 {
            String::new()
        } else {
            w.t1("invitations-mails-waiting", ("count", waiting))
        },
        previous: if at > 0 { to(at.saturating_sub(1)) } else { String::new() },
        next: if has_more { to(at.saturating_add(1)) } else { String::new() },
        path,
        report,
        layout,
        form,
    })
}

fn chips(w: &Words, path: &str, current: Option<State>, counts: &[(State, i64); 3]) -> Vec<Chip> {
    let all: i64 = counts.iter().map(|(_, n)| n).sum();
    let first = Chip {
        href: path.to_owned(),
        label: w.t("participation-filter-all").to_owned(),
        count: w.number(all),
        current: current.is_none(),
    };
    let others = counts.iter().map(|(state, n)| Chip {
        href: format!("{path}?state={}", state.code()),
        label: w.t(state_key(*state)).to_owned(),
        count: w.number(*n),
        current: current == Some(*state),
    });
    std::iter::once(first).chain(others).collect()
}

fn state_key(state: State) -> &'static str {
    match state {
        State::Open => key("invitations-state-open"),
        State::Used => key("invitations-state-used"),
        State::Expired => key("invitations-state-expired"),
    }
}

fn line(cx: &Cx, w: &Words, sent: &Sent) -> Line {
    let i = &sent.invitation;
    let state = i.state(cx.now());
    let moment = |t| w.date_time(t, &cx.zone());
    let mail = match (state, sent.mail.as_deref()) {
        (State::Open, Some("waiting")) => w.t("invitations-mail-waiting"),
        (State::Open, Some("sent")) => w.t("invitations-mail-sent"),
        (_, Some("failed")) => w.t("invitations-mail-failed"),
        _ => "",
    };
    Line {
        id: i.id.to_string(),
        email: i.email.clone(),
        state: w.t(state_key(state)).to_owned(),
        class: match state {
            State::Open => "accent",
            State::Used => "good",
            State::Expired => "",
        },
        mail: mail.to_owned(),
        mail_failed: sent.mail.as_deref() == Some("failed"),
        when: match (state, i.used_at) {
            (State::Used, Some(at)) => w.t1("invitations-used-at", ("at", moment(at))),
            (State::Open, _) | (State::Used, None) => {
                w.t1("invitations-open-until", ("until", moment(i.expires_at)))
            }
            (State::Expired, _) => w.t1("invitations-expired-at", ("at", moment(i.expires_at))),
        },
        can_resend: state != State::Used,
        question: w.t1("invitations-revoke-what", ("email", &i.email)),
    }
}

pub async fn show_page(
    cx: Cx,
    Path(event): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let seen = service::for_organiser(&cx, &cx.app.db.read(), &event).await?;
    let form = Form::new().with("locale", cx.community.locale.code());
    show(&page(&cx, &seen, &asked, form, None).await?)
}

/// Invites everybody who was pasted. What could not be invited is listed back, and stays in the field.
pub async fn post_paste(
    cx: Cx,
    Path(event): Path<String>,
    Posted(posted): Posted<Paste>,
) -> Result<Response, Error> {
    let seen = service::for_organiser(&cx, &cx.app.db.read(), &event).await?;
    let pasted = addresses::read(&posted.addresses);
    let locale = Locale::from_tag(&posted.locale);
    let outcome = match fits(&pasted) {
        Ok(()) => service::invite(&cx, seen.id, &pasted.addresses, locale).await,
        Err(e) => Err(e),
    };
    let asked = Asked::default();
    let form = Form::new().with("locale", &posted.locale);
    match outcome {
        Ok((_, outcomes)) => {
            let w = cx.words();
            let report = report(&w, &pasted, &outcomes);
            if report.problems.is_empty() {
                return Ok(flash::redirect(
                    &format!("/events/{}/invitations", seen.id),
                    "invitations-flash-sent",
                ));
            }
            let form = form.with("addresses", pasted.wrong.join("\n"));
            show(&page(&cx, &seen, &asked, form, Some(report)).await?)
        }
        Err(e) => {
            let mut form = form.with("addresses", &posted.addresses);
            let refusal = cx.refuse_form(&mut form, e)?;
            show_refused(&page(&cx, &seen, &asked, form, None).await?, &refusal)
        }
    }
}

fn fits(pasted: &Pasted) -> Result<(), Error> {
    let field = match pasted.addresses.len() {
        0 if pasted.wrong.is_empty() => FieldError::new("addresses", "required"),
        0 => FieldError::new("addresses", "no_addresses"),
        n if n > MOST_AT_ONCE => {
            FieldError::new("addresses", "too_many_pasted").with("max", MOST_AT_ONCE).with("count", n)
        }
        _ => return Ok(()),
    };
    Err(Refusal::invalid(vec![field]).into())
}

fn report(w: &Words, pasted: &Pasted, outcomes: &[Outcome]) -> Report {
    let of = |wanted: fn(&Outcome) -> bool| -> Vec<String> {
        let pairs = pasted.addresses.iter().zip(outcomes);
        pairs.filter(|(_, o)| wanted(o)).map(|(a, _)| a.to_string()).collect()
    };
    let sent = outcomes.iter().filter(|o| matches!(o, Outcome::Sent(_))).count();
    let groups = [
        (key("invitations-report-already"), of(|o| matches!(o, Outcome::AlreadyInvited(_)))),
        (key("invitations-report-wrong"), pasted.wrong.clone()),
        (key("invitations-report-doubled"), pasted.doubled.clone()),
        (key("invitations-report-too-often"), of(|o| *o == Outcome::TooOften)),
    ];
    let problems = groups
        .into_iter()
        .filter(|(_, list)| !list.is_empty())
        .map(|(k, mut list)| {
            let heading = w.t1(k, ("count", list.len()));
            let more = list.len().saturating_sub(MOST_SHOWN);
            list.truncate(MOST_SHOWN);
            if more > 0 {
                list.push(w.t1("invitations-report-more", ("count", more)));
            }
            (heading, list)
        })
        .collect();
    Report { sent: sent_sentence(w, sent), problems }
}

pub async fn post_resend(cx: Cx, Path2(event, id): Path2<String, String>) -> Result<Response, Error> {
    let invitation = service::resend(&cx, &event, &id).await?;
    Ok(flash::redirect(&format!("/events/{}/invitations", invitation.event_id), "invitations-flash-resent"))
}

/// Revokes, after asking: the link in the mail cannot be brought back.
pub async fn post_revoke(
    cx: Cx,
    Path2(event, id): Path2<String, String>,
    Posted(posted): Posted<Confirmed>,
) -> Result<Response, Error> {
    if posted.confirmed == "yes" {
        let gone = service::revoke(&cx, &event, &id).await?;
        let to = format!("/events/{}/invitations", gone.event_id);
        return Ok(flash::redirect(&to, "invitations-flash-revoked"));
    }
    let read = cx.app.db.read();
    let seen = service::for_organiser(&cx, &read, &event).await?;
    let id = id.parse().map_err(|_| Refusal::not_found())?;
    let found = store::find(&read, cx.community_id(), seen.id, id).await?.ok_or_else(Refusal::not_found)?;
    let w = cx.words();
    let path = format!("{}/invitations", seen.path());
    let question = Question {
        title: w.t("invitations-revoke-title").to_owned(),
        what: w.t1("invitations-revoke-what", ("email", &found.email)),
        button: w.t("invitations-revoke").to_owned(),
        action: format!("{path}/{id}/revoke"),
        kept: Vec::new(),
        back: path,
    };
    confirm::ask(&cx, question)
}
