//! Every piece in all its states on one page, to look at while working on the styles: `/gallery` of a development
//! build (`?lang=it&hue=250`). No release has it; its texts are examples and stay in English.

use crate::layout::{Brand, Flash, Layout, Place, Viewer};
use crate::ui::{Art, Choice, Form, Icon};
use crate::words::{Catalogue, Leaf, Words};
use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::response::Html;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;
use tessera_core::Locale;
use uuid::Uuid;

#[derive(Deserialize)]
struct Wish {
    lang: Option<Locale>,
    hue: Option<u16>,
}

/// `GET /gallery`.
#[allow(clippy::disallowed_methods, reason = "only in development builds")]
pub fn router<S: Clone + Send + Sync + 'static>(catalogue: Arc<Catalogue>) -> Router<S> {
    let page = move |Query(wish): Query<Wish>| async move {
        let words = Words::new(catalogue, wish.lang.unwrap_or_default());
        Html(Gallery::new(words, wish.hue.unwrap_or(28)).render().unwrap_or_else(|e| e.to_string()))
    };
    Router::new().route("/gallery", get(page))
}

/// The page with all pieces.
#[derive(Template)]
#[template(path = "gallery/gallery.html")]
pub struct Gallery {
    layout: Layout,
    leaf: Leaf,
    form: Form,
    refused: Form,
    roles: Vec<Choice>,
    patterns: Vec<Art>,
    icons: &'static [(&'static str, Icon)],
    long: String,
}

impl Gallery {
    pub fn new(words: Words, hue: u16) -> Self {
        let leaf = words.leaf(jiff::civil::Date::constant(2026, 4, 15));
        let mut layout = Layout::new(words, Brand { name: "Moto Club Torino".to_owned(), hue }, "Gallery");
        layout.places = vec![
            Place {
                is_current: true,
                keys: "g a",
                ..Place::new("/", layout.t("chrome-agenda"), Icon::Agenda)
            },
            Place { keys: "g c", ..Place::new("/calendar", layout.t("chrome-calendar"), Icon::Calendar) },
            Place::new("/community", layout.t("chrome-community"), Icon::People),
            Place { count: 3, ..Place::new("/gallery#inbox", layout.t("chrome-inbox"), Icon::Inbox) },
            Place::new("/me", layout.t("chrome-me"), Icon::Person),
            Place::new("/manage", layout.t("chrome-manage"), Icon::Settings),
        ];
        layout.search = Some("/search".to_owned());
        layout.create = Some("/create".to_owned());
        layout.viewer = Some(Viewer { name: "Ana Rossi".to_owned() });
        layout.foot = vec![("/about".to_owned(), layout.t("chrome-about").to_owned())];
        layout.flash =
            Some(Flash { undo: Some("/undo".to_owned()), ..Flash::done("The event was deleted.") });
        let form = Form::new().with("title", "Spring Rally").with("role", "member").with("public", "yes");
        let mut refused = form.clone().with("ends", "2026-04-14").with("zone", "Europe/Rome");
        refused.refuse("ends", "The end is before the start. Choose a later day.");
        refused.refuse("publish", "Only organisers may publish. Leave it private, or ask one of them.");
        refused.refuse_whole("Nothing was saved yet.");
        Self {
            layout,
            leaf,
            form,
            refused,
            roles: vec![
                Choice::new("member", "Member").hint("Joins and answers."),
                Choice::new("organiser", "Organiser").hint("Creates and publishes events."),
                Choice::new("admin", "Admin").hint("Runs the community."),
            ],
            patterns: (1..=12).map(|n| Art::of(Uuid::from_u128(n * 0x1234_5678_9abc_def1))).collect(),
            icons: Icon::ALL,
            long: "Donaudampfschifffahrtsgesellschaftskapitänsmütze".repeat(5) + " and some more words",
        }
    }
}
