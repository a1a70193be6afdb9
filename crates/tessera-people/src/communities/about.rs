//! `/about`: what a community is, how to join it, and where its calendar can be subscribed to.

use super::service;
use askama::Template;
use axum::response::Response;
use tessera_core::Access;
use tessera_platform::config::Registration;
use tessera_platform::{markup, text};
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::{Cx, Error, Routes};

pub fn routes(routes: Routes) -> Routes {
    routes.get("/about", Access::Anyone, about).cached()
}

#[derive(Template)]
#[template(path = "communities/pages/about.html")]
struct AboutPage {
    layout: Layout,
    /// Sanitised HTML.
    about: String,
    joining: Joining,
    feed: String,
    atom: String,
    json: String,
}

enum Joining {
    Here,
    Open,
    Invite,
    Closed,
}

async fn about(cx: Cx) -> Result<Response, Error> {
    let words = cx.words();
    let community = &cx.community;
    let mut layout = cx.layout(words.t1("communities-about-title", ("community", &community.name)));
    layout.meta.description = text::excerpt(&markup::plain_text(&community.about), 160);
    layout.meta.canonical = cx.url("/about");
    let is_member = cx.actor.signed_in().is_some_and(|s| s.membership.is_some());
    let joining = match service::registration(cx.app.config.accounts.registration, community) {
        _ if is_member => Joining::Here,
        Registration::Open => Joining::Open,
        Registration::Invite => Joining::Invite,
        Registration::Closed => Joining::Closed,
    };
    show(&AboutPage {
        layout,
        about: markup::to_html(&community.about),
        joining,
        feed: cx.url("/feeds/events.ics"),
        atom: cx.url("/feeds/events.atom"),
        json: cx.url("/feeds/events.json"),
    })
}
