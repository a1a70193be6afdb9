//! `/manage/people/invite`: inviting, and what became of earlier invitations.

use super::super::api::parse_roles;
use super::super::pages::role_choices;
use super::{JoinInvitation, Outcome, Status, addresses_in};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::Access;
use tessera_web::body::{Form as Posted, Path};
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_invalid, show_refused};
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::words::{Words, key};
use tessera_web::{Cx, Error, Routes, flash};

const INVITE: &str = "/manage/people/invite";

pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/manage/people/invite", Access::ADMIN, form)
        .post("/manage/people/invite", Access::ADMIN, invite)
        .post("/manage/people/invite/{id}/resend", Access::ADMIN, resend)
        .post("/manage/people/invite/{id}/revoke", Access::ADMIN, revoke)
}

struct Row {
    id: String,
    email: String,
    by: String,
    badge: (&'static str, String),
    until: String,
    is_open: bool,
    can_resend: bool,
}

#[derive(Template)]
#[template(path = "members/pages/invite.html")]
struct InvitePage {
    layout: Layout,
    form: Form,
    roles: Vec<Choice>,
    /// What became of the addresses just sent: class and sentence.
    results: Vec<(&'static str, String)>,
    rows: Vec<Row>,
}

async fn form(cx: Cx) -> Result<Response, Error> {
    show(&page(&cx, Form::new(), vec![]).await?)
}

async fn page(cx: &Cx, form: Form, results: Vec<(&'static str, String)>) -> Result<InvitePage, Error> {
    let words = cx.words();
    let read = cx.app.db.read();
    let invitations = super::list(&read, cx.community_id()).await?;
    let names = super::names(&read, &invitations).await?;
    let name_of = |i: &JoinInvitation| {
        let found = names.iter().find(|(id, _)| Some(*id) == i.invited_by);
        found.map(|(_, name)| name.clone()).unwrap_or_default()
    };
    let rows = invitations.iter().map(|i| row(cx, &words, i, name_of(i))).collect();
    let layout = cx.manage_layout(words.t("members-invite"));
    let roles = role_choices(&words);
    Ok(InvitePage { layout, form, roles, results, rows })
}

fn row(cx: &Cx, words: &Words, i: &JoinInvitation, by: String) -> Row {
    let status = i.status(cx.now());
    let (class, key) = match status {
        Status::Open => ("warn", key("members-invitation-open")),
        Status::Expired => ("", key("members-invitation-expired")),
        Status::Used => ("good", key("members-invitation-used")),
        Status::Revoked => ("", key("members-invitation-revoked")),
    };
    Row {
        id: i.id.to_string(),
        email: i.email.clone(),
        by,
        badge: (class, words.t(key).to_owned()),
        until: words.short_date(i.expires_at.timestamp().to_zoned(cx.zone()).date()),
        is_open: status == Status::Open,
        can_resend: matches!(status, Status::Open | Status::Expired),
    }
}

#[derive(Debug, Deserialize)]
struct PostedInvitations {
    #[serde(default)]
    emails: String,
    #[serde(default)]
    roles: Vec<String>,
}

async fn invite(cx: Cx, Posted(posted): Posted<PostedInvitations>) -> Result<Response, Error> {
    let words = cx.words();
    let kept = || {
        let roles = posted.roles.iter().map(|r| ("roles", r.as_str()));
        Form::from_pairs(roles).with("emails", posted.emails.clone())
    };
    let done = match parse_roles(&posted.roles) {
        Ok(roles) => super::invite(&cx, &addresses_in(&posted.emails), roles).await,
        Err(e) => Err(e),
    };
    match done {
        Ok(outcomes) => {
            let bad: Vec<&str> = of(&outcomes, Outcome::BadEmail);
            let mut form = Form::new();
            if !bad.is_empty() {
                form = kept().with("emails", bad.join("\n"));
                form.refuse("emails", words.t1("members-bad-addresses", ("count", bad.len())));
            }
            let results = results(&words, &outcomes);
            if form.is_accepted() {
                show(&page(&cx, form, results).await?)
            } else {
                show_invalid(&page(&cx, form, results).await?)
            }
        }
        Err(e) => {
            let mut form = kept();
            let refusal = cx.refuse_form(&mut form, e)?;
            show_refused(&page(&cx, form, vec![]).await?, &refusal)
        }
    }
}

fn of(outcomes: &[(String, Outcome)], wanted: Outcome) -> Vec<&str> {
    outcomes.iter().filter(|(_, o)| *o == wanted).map(|(e, _)| e.as_str()).collect()
}

fn results(words: &Words, outcomes: &[(String, Outcome)]) -> Vec<(&'static str, String)> {
    let mut results = Vec::new();
    let invited = of(outcomes, Outcome::Invited).len();
    if invited > 0 {
        results.push(("good", words.t1("members-invited", ("count", invited))));
    }
    let again = of(outcomes, Outcome::AlreadyInvited);
    if !again.is_empty() {
        results.push(("", words.t1("members-already-invited", ("list", words.list(&again)))));
    }
    let members = of(outcomes, Outcome::AlreadyMember);
    if !members.is_empty() {
        results.push(("", words.t1("members-already-members", ("list", words.list(&members)))));
    }
    results
}

async fn resend(cx: Cx, Path(id): Path<uuid::Uuid>) -> Result<Response, Error> {
    super::resend(&cx, id).await?;
    Ok(flash::redirect(INVITE, key("members-flash-resent")))
}

async fn revoke(cx: Cx, Path(id): Path<uuid::Uuid>) -> Result<Response, Error> {
    super::revoke(&cx, id).await?;
    Ok(flash::redirect(INVITE, key("members-flash-revoked")))
}
