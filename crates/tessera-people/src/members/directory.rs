//! `/community/members`: who is here, for members. Names and roles, no addresses.

use super::people::{self, Cursor, Filter, Member};
use super::store;
use crate::communities::State;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::{Access, Role};
use tessera_web::body::Query;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::ui::{Form, Icon, initials};
use tessera_web::words::{Words, key};
use tessera_web::{Cx, Error, Routes};

const PER_PAGE: usize = 60;

pub fn routes(routes: Routes) -> Routes {
    routes.get("/community/members", Access::Member, members)
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    cursor: String,
}

#[derive(Template)]
#[template(path = "members/pages/directory.html")]
struct DirectoryPage {
    layout: Layout,
    form: Form,
    how_many: String,
    members: Vec<(String, String, String)>,
    next: String,
    is_first: bool,
}

async fn members(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let words = cx.words();
    let filter = Filter { q: asked.q.clone(), state: Some(State::Active), ..Filter::default() };
    let after = Cursor::decode(&asked.cursor);
    let read = cx.app.db.read();
    let page = people::list(&read, cx.community_id(), &filter, after.as_ref(), PER_PAGE).await?;
    let count = store::count_active(&read, cx.community_id()).await?;
    let layout = cx.layout(words.t("members-directory-title"));
    let how_many = words.t1("members-count", ("count", count));
    let members = page
        .members
        .into_iter()
        .map(|m| (initials(&m.name), m.name.clone(), notable_roles(&words, &m)))
        .collect();
    let next = page.next.map(|c| link("/community/members", &[("q", &asked.q), ("cursor", &c.encode())]));
    show(&DirectoryPage {
        layout,
        form: Form::new().with("q", asked.q.clone()),
        how_many,
        members,
        next: next.unwrap_or_default(),
        is_first: after.is_none(),
    })
}

/// The roles that make somebody more than a member, in words.
fn notable_roles(words: &Words, member: &Member) -> String {
    let names: Vec<&str> =
        member.roles.iter().filter(|r| *r != Role::Member).map(|r| words.t(role_key(r))).collect();
    words.list(&names)
}

/// The translation key of a role's name.
pub(crate) fn role_key(role: Role) -> &'static str {
    match role {
        Role::Member => key("role-member"),
        Role::Staff => key("role-staff"),
        Role::Promoter => key("role-promoter"),
        Role::Organiser => key("role-organiser"),
        Role::Admin => key("role-admin"),
    }
}

/// A path with those parameters that are not empty.
pub(crate) fn link(path: &str, parameters: &[(&str, &str)]) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(parameters.iter().filter(|(_, value)| !value.is_empty()));
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}
