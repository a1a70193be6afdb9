//! The pages of accounts.

mod enter;
mod link;
mod privacy;
mod profile;
mod security;

use http::HeaderMap;
use http::header::USER_AGENT;
use tessera_core::Access;
use tessera_web::layout::Layout;
use tessera_web::slice::{NavItem, Place};
use tessera_web::ui::{Form, Icon};
use tessera_web::words::key;
use tessera_web::{Cx, Routes};

pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/sign-in", Access::Anyone, enter::sign_in_page)
        .post("/sign-in", Access::Anyone, enter::sign_in)
        .post("/sign-out", Access::Anyone, enter::sign_out)
        .get("/register", Access::Anyone, enter::register_page)
        .post("/register", Access::Anyone, enter::register)
        .get("/forgot", Access::Anyone, enter::forgot_page)
        .post("/forgot", Access::Anyone, enter::forgot)
        .get("/reset", Access::Anyone, link::reset_page)
        .post("/reset", Access::Anyone, link::reset)
        .get("/verify", Access::Anyone, link::verify_page)
        .post("/verify", Access::Anyone, link::verify)
        .post("/verify/resend", Access::Account, link::resend)
        .get("/me", Access::Account, profile::page)
        .post("/me", Access::Account, profile::save)
        .post("/me/email", Access::Account, profile::change_email)
        .get("/me/security", Access::Account, security::page)
        .post("/me/password", Access::Account, security::change_password)
        .post("/me/sessions/end-others", Access::Account, security::end_other_sessions)
        .post("/me/sessions/{id}/end", Access::Account, security::end_session)
        .post("/me/tokens", Access::Account, security::make_token)
        .post("/me/tokens/{id}/revoke", Access::Account, security::revoke_token)
        .get("/me/privacy", Access::Account, privacy::page)
        .get("/me/export", Access::Account, privacy::export)
        .post("/me/erase", Access::Account, privacy::erase)
}

pub const NAVIGATION: &[NavItem] = &[
    NavItem {
        place: Place::Bar,
        path: "/me",
        key: key("chrome-me"),
        access: Access::Account,
        order: 50,
        icon: Icon::Person,
        keys: "g m",
    },
    NavItem {
        place: Place::Visitors,
        path: "/sign-in",
        key: key("chrome-sign-in"),
        access: Access::Anyone,
        order: 90,
        icon: Icon::Person,
        keys: "",
    },
    NavItem { path: "/me", key: key("accounts-me-profile"), order: 10, icon: Icon::Person, ..OF_ME },
    NavItem { path: "/me/security", key: key("accounts-me-security"), order: 20, icon: Icon::Lock, ..OF_ME },
    NavItem {
        path: "/me/privacy",
        key: key("accounts-me-privacy"),
        order: 90,
        icon: Icon::Download,
        ..OF_ME
    },
];

const OF_ME: NavItem = NavItem {
    place: Place::Me,
    path: "",
    key: "",
    access: Access::Account,
    order: 0,
    icon: Icon::Person,
    keys: "",
};

/// The fields of a form as they came.
type Pairs = Vec<(String, String)>;

/// A frame that no search engine keeps.
fn hidden_layout(cx: &Cx, title: impl Into<String>) -> Layout {
    let mut layout = cx.layout(title);
    layout.meta.is_hidden = true;
    layout
}

/// One of the pages about oneself, in the list beside them.
pub(crate) struct OfMe {
    pub path: &'static str,
    pub label: String,
    pub is_current: bool,
}

pub(crate) fn of_me(cx: &Cx) -> Vec<OfMe> {
    let (words, asked) = (cx.words(), cx.target.split('?').next().unwrap_or_default());
    // What a form on such a page posts to is not in the list; its page is.
    let here = match asked {
        "/me/password" | "/me/tokens" => "/me/security",
        "/me/email" => "/me",
        "/me/erase" => "/me/privacy",
        other => other,
    };
    let items = cx.navigation(Place::Me).into_iter();
    items
        .map(|i| OfMe { path: i.path, label: words.t(i.key).to_owned(), is_current: i.path == here })
        .collect()
}

fn user_agent(headers: &HeaderMap) -> &str {
    headers.get(USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default()
}

/// A form without what must not stand in a page again.
fn kept(pairs: Pairs) -> Form {
    Form::from_pairs(pairs)
}
