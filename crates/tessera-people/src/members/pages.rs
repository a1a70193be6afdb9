//! `/manage/people`: members for admins. Inviting is in `joining`.

use super::api::{by, change_state, parse_roles};
use super::directory::{link, role_key};
use super::people::{self, Cursor, Filter, Member};
use super::store;
use crate::communities::State;
use crate::communities::service;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::ids::AccountId;
use tessera_core::{Access, Role};
use tessera_web::body::{Form as Posted, Path, Query};
use tessera_web::confirm::{self, Question};
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::ui::{Choice, Form, Icon, initials};
use tessera_web::words::{Words, key};
use tessera_web::{Cx, Error, Refusal, Routes, flash};

const PER_PAGE: usize = 50;
const PEOPLE: &str = "/manage/people";

pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/manage/people", Access::ADMIN, people)
        .get("/manage/people/{id}", Access::ADMIN, member)
        .post("/manage/people/{id}/roles", Access::ADMIN, set_roles)
        .post("/manage/people/{id}/state", Access::ADMIN, set_state)
        .post("/manage/people/{id}/remove", Access::ADMIN, remove)
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    cursor: String,
}

/// One row of the table.
struct Row {
    href: String,
    face: String,
    name: String,
    email: String,
    roles: String,
    state: Option<StateWords>,
    joined: String,
}

/// A state other than active, as a badge.
struct StateWords {
    class: &'static str,
    icon: Icon,
    text: String,
}

#[derive(Template)]
#[template(path = "members/pages/people.html")]
struct PeoplePage {
    layout: Layout,
    form: Form,
    roles: Vec<Choice>,
    states: Vec<Choice>,
    how_many: String,
    rows: Vec<Row>,
    is_filtered: bool,
    next: String,
    is_first: bool,
}

async fn people(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let words = cx.words();
    let filter = Filter {
        q: asked.q.clone(),
        by_email: true,
        role: asked.role.parse().ok(),
        state: state_asked(&asked.state),
    };
    let after = Cursor::decode(&asked.cursor);
    let read = cx.app.db.read();
    let page = people::list(&read, cx.community_id(), &filter, after.as_ref(), PER_PAGE).await?;
    let count = store::count_active(&read, cx.community_id()).await?;
    let next = page.next.map(|c| {
        link(
            PEOPLE,
            &[("q", &asked.q), ("role", &asked.role), ("state", &asked.state), ("cursor", &c.encode())],
        )
    });
    show(&PeoplePage {
        layout: cx.manage_layout(words.t("members-nav")),
        form: Form::new().with("q", asked.q).with("role", asked.role).with("state", asked.state),
        roles: role_choices_with_all(&words),
        states: state_choices(&words),
        how_many: words.t1("members-count", ("count", count)),
        rows: page.members.iter().map(|m| row(&cx, &words, m)).collect(),
        is_filtered: !filter.is_empty(),
        next: next.unwrap_or_default(),
        is_first: after.is_none(),
    })
}

fn state_asked(code: &str) -> Option<State> {
    [State::Active, State::Suspended, State::Banned].into_iter().find(|s| s.code() == code)
}

fn row(cx: &Cx, words: &Words, m: &Member) -> Row {
    Row {
        href: format!("{PEOPLE}/{}", m.account_id),
        face: initials(&m.name),
        name: m.name.clone(),
        email: m.email.clone(),
        roles: role_words(words, m),
        state: state_words(words, m.state),
        joined: words.short_date(m.joined_at.timestamp().to_zoned(cx.zone()).date()),
    }
}

/// All roles, and where there are more than one, without the plain one.
fn role_words(words: &Words, m: &Member) -> String {
    let special: Vec<Role> = m.roles.iter().filter(|r| *r != Role::Member).collect();
    let shown = if special.is_empty() { vec![Role::Member] } else { special };
    words.list(&shown.into_iter().map(|r| words.t(role_key(r))).collect::<Vec<_>>())
}

fn state_words(words: &Words, state: State) -> Option<StateWords> {
    match state {
        State::Active => None,
        State::Suspended => Some(StateWords {
            class: "warn",
            icon: Icon::Clock,
            text: words.t("members-state-suspended").to_owned(),
        }),
        State::Banned => Some(StateWords {
            class: "bad",
            icon: Icon::Alert,
            text: words.t("members-state-banned").to_owned(),
        }),
    }
}

fn role_choices_with_all(words: &Words) -> Vec<Choice> {
    let all = Choice::new("", words.t("members-all-roles"));
    let roles = Role::ALL.into_iter().rev().map(|r| Choice::new(r.code(), words.t(role_key(r))));
    std::iter::once(all).chain(roles).collect()
}

fn state_choices(words: &Words) -> Vec<Choice> {
    vec![
        Choice::new("", words.t("members-all-states")),
        Choice::new("active", words.t("members-state-active")),
        Choice::new("suspended", words.t("members-state-suspended")),
        Choice::new("banned", words.t("members-state-banned")),
    ]
}

/// The roles beyond the plain one, each with what it may do.
pub(super) fn role_choices(words: &Words) -> Vec<Choice> {
    let hinted = [
        (Role::Admin, key("members-role-admin-hint")),
        (Role::Organiser, key("members-role-organiser-hint")),
        (Role::Promoter, key("members-role-promoter-hint")),
        (Role::Staff, key("members-role-staff-hint")),
    ];
    hinted
        .into_iter()
        .map(|(r, hint)| Choice::new(r.code(), words.t(role_key(r))).hint(words.t(hint)))
        .collect()
}

#[derive(Template)]
#[template(path = "members/pages/member.html")]
struct MemberPage {
    layout: Layout,
    form: Form,
    member: Member,
    is_self: bool,
    state: Option<StateWords>,
    joined: String,
    roles: Vec<Choice>,
    remove_question: String,
}

async fn member(cx: Cx, Path(id): Path<AccountId>) -> Result<Response, Error> {
    let member = found(&cx, id).await?;
    let form = Form::from_pairs(member.roles.iter().map(|r| ("roles", r.code())));
    show(&member_page(&cx, member, form))
}

async fn found(cx: &Cx, id: AccountId) -> Result<Member, Error> {
    let member = store::find(&cx.app.db.read(), cx.community_id(), id).await?;
    member.ok_or_else(|| Refusal::not_found().way_back(PEOPLE).into())
}

fn member_page(cx: &Cx, member: Member, form: Form) -> MemberPage {
    let words = cx.words();
    let joined = words.date(member.joined_at.timestamp().to_zoned(cx.zone()).date());
    MemberPage {
        layout: cx.manage_layout(member.name.clone()),
        form,
        is_self: cx.account_id() == Some(member.account_id),
        state: state_words(&words, member.state),
        joined: words.t1("members-joined-on", ("date", joined)),
        roles: role_choices(&words),
        remove_question: words.t1("members-remove-what", ("name", &member.name)),
        member,
    }
}

/// The page again, with what was wrong; faults go on.
async fn again(cx: &Cx, id: AccountId, mut form: Form, error: Error) -> Result<Response, Error> {
    let refusal = cx.refuse_form(&mut form, error)?;
    let member = found(cx, id).await?;
    show_refused(&member_page(cx, member, form), &refusal)
}

#[derive(Debug, Deserialize)]
struct PostedRoles {
    #[serde(default)]
    roles: Vec<String>,
}

async fn set_roles(
    cx: Cx,
    Path(id): Path<AccountId>,
    Posted(posted): Posted<PostedRoles>,
) -> Result<Response, Error> {
    let done = async {
        let roles = parse_roles(&posted.roles)?;
        let tx = cx.app.db.write().await?;
        service::set_roles(&tx, by(&cx), cx.community_id(), id, roles).await?;
        tx.commit().await.map_err(Error::from)
    };
    match done.await {
        Ok(()) => Ok(flash::redirect(&format!("{PEOPLE}/{id}"), key("members-flash-roles"))),
        Err(e) => {
            let form = Form::from_pairs(posted.roles.iter().map(|r| ("roles", r.as_str())));
            again(&cx, id, form, e).await
        }
    }
}

#[derive(Debug, Deserialize)]
struct PostedState {
    state: String,
    #[serde(default)]
    reason: String,
}

async fn set_state(
    cx: Cx,
    Path(id): Path<AccountId>,
    Posted(posted): Posted<PostedState>,
) -> Result<Response, Error> {
    let state = state_asked(&posted.state).ok_or_else(Refusal::not_found)?;
    let done = match state {
        State::Active => key("members-flash-reinstated"),
        State::Suspended => key("members-flash-suspended"),
        State::Banned => key("members-flash-banned"),
    };
    match change_state(&cx, id, state, &posted.reason).await {
        Ok(()) => Ok(flash::redirect(&format!("{PEOPLE}/{id}"), done)),
        Err(e) => {
            let roles = found(&cx, id).await?.roles;
            let form = Form::from_pairs(roles.iter().map(|r| ("roles", r.code())));
            again(&cx, id, form.with("reason", posted.reason), e).await
        }
    }
}

#[derive(Debug, Deserialize)]
struct Confirmed {
    #[serde(default)]
    confirmed: String,
}

async fn remove(
    cx: Cx,
    Path(id): Path<AccountId>,
    Posted(posted): Posted<Confirmed>,
) -> Result<Response, Error> {
    let member = found(&cx, id).await?;
    let words = cx.words();
    if posted.confirmed != "yes" {
        let question = Question {
            title: words.t("members-remove").to_owned(),
            what: words.t1("members-remove-what", ("name", &member.name)),
            button: words.t("members-remove").to_owned(),
            action: format!("{PEOPLE}/{id}/remove"),
            back: format!("{PEOPLE}/{id}"),
            kept: vec![],
        };
        return confirm::ask(&cx, question);
    }
    let done = async {
        let tx = cx.app.db.write().await?;
        service::remove(&tx, by(&cx), cx.community_id(), id).await?;
        tx.commit().await.map_err(Error::from)
    };
    match done.await {
        Ok(()) => Ok(flash::redirect(PEOPLE, key("members-flash-removed"))),
        Err(e) => {
            let form = Form::from_pairs(member.roles.iter().map(|r| ("roles", r.code())));
            again(&cx, id, form, e).await
        }
    }
}
