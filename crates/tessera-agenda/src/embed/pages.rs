//! `/manage/embed`: the code to put into another website, and how it will look there.

use super::list::{LIMIT, MOST};
use crate::events::{Kind, row};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::Locale;
use tessera_web::assets::EMBED_PATH;
use tessera_web::body::Query;
use tessera_web::cx::Cx;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::refusal::Error;
use tessera_web::ui::{Choice, Form};
use tessera_web::words::{Words, key};

/// What is chosen on the page. What does not fit is told beside its field, and the code goes without it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    limit: String,
    lang: String,
    kinds: Vec<String>,
    theme: String,
}

#[derive(Template)]
#[template(path = "embed/pages/code.html")]
struct CodePage {
    layout: Layout,
    form: Form,
    locales: Vec<Choice>,
    kinds: Vec<Choice>,
    themes: Vec<Choice>,
    most: u64,
    script: &'static str,
    element: Element,
    code: String,
}

/// The element as it is written.
struct Element {
    attributes: Vec<(&'static str, String)>,
    lang: &'static str,
    /// What stands in it where scripts are off.
    links: Vec<(String, String)>,
}

/// `GET /manage/embed`
pub async fn show_code(cx: Cx, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let words = cx.words();
    let locale = Locale::from_tag(&asked.lang).unwrap_or(cx.community.locale);
    let mut form = Form::new()
        .with("limit", if asked.limit.is_empty() { LIMIT.to_string() } else { asked.limit.clone() })
        .with("lang", locale.code())
        .with_all("kinds", asked.kinds.clone())
        .with("theme", &asked.theme);
    let limit = asked.limit.trim().parse().ok().filter(|n| (1..=MOST).contains(n));
    if limit.is_none() && !asked.limit.trim().is_empty() {
        form.refuse(
            "limit",
            words.args("field-out-of-range", &[("min", 1.into()), ("max", number(MOST).into())]),
        );
    }
    let themes = [
        ("", key("embed-theme-page")),
        ("light", key("embed-theme-light")),
        ("dark", key("embed-theme-dark")),
        ("auto", key("embed-theme-auto")),
    ];
    let kinds: Vec<&str> = asked.kinds.iter().filter_map(|k| Kind::parse(k)).map(Kind::code).collect();
    let theme = themes.iter().map(|(code, _)| *code).find(|code| *code == asked.theme).unwrap_or_default();
    let mut attributes =
        vec![("limit", limit.unwrap_or(LIMIT).to_string()), ("lang", locale.code().to_owned())];
    if !kinds.is_empty() {
        attributes.push(("kinds", kinds.join(",")));
    }
    if !theme.is_empty() {
        attributes.push(("theme", theme.to_owned()));
    }
    let element = Element { attributes, lang: locale.code(), links: links(&cx, &cx.app.words(locale)) };
    let page = CodePage {
        locales: Locale::ALL.iter().map(|l| Choice::new(l.code(), l.own_name())).collect(),
        kinds: Kind::ALL.iter().map(|k| Choice::new(k.code(), words.t(row::kind_key(*k)))).collect(),
        themes: themes.iter().map(|(code, key)| Choice::new(*code, words.t(key))).collect(),
        most: MOST,
        script: EMBED_PATH,
        code: code(&cx, &element),
        layout: cx.manage_layout(words.t("embed-title")),
        form,
        element,
    };
    show(&page)
}

fn number(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Addresses that stay: a list of today's events would be wrong tomorrow.
fn links(cx: &Cx, words: &Words) -> Vec<(String, String)> {
    let title = words.t1("embed-list-title", ("community", cx.community.name.as_str()));
    vec![
        (cx.url("/"), title),
        (cx.url("/calendar"), words.t("chrome-calendar").to_owned()),
        (cx.url("/calendar/subscribe"), words.t("calendar-subscribe-title").to_owned()),
    ]
}

fn code(cx: &Cx, element: &Element) -> String {
    let host = cx.url("");
    let mut out = format!(
        "<script src=\"{}\" async></script>\n<tessera-events host=\"{}\"",
        html(&cx.url(EMBED_PATH)),
        html(&host)
    );
    for (name, value) in &element.attributes {
        out.push_str(&format!(" {name}=\"{}\"", html(value)));
    }
    out.push_str(">\n  <ul>\n");
    for (href, label) in &element.links {
        out.push_str(&format!("    <li><a href=\"{}\">{}</a></li>\n", html(href), html(label)));
    }
    out.push_str("  </ul>\n</tessera-events>");
    out
}

/// Text within HTML and its attributes.
fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
