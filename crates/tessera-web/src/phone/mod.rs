//! The pages as an app on a phone: what an installed one is called and looks like, and what it shows offline.
//!
//! Promises: a community installs under its own name and colours. The worker (`frontend/src/worker/sw.ts`) keeps what
//! one reader saw for that reader alone: every page and every answer of the API says, opaquely, whose it is
//! ([`READER`]), and whatever was kept goes when somebody else reads. Deliberately not here: notifications.

mod colour;
mod icon;

use crate::app::App;
use crate::assets;
use crate::cx::{Actor, Cx};
use crate::refusal::{Error, Refusal};
use crate::ui::initials;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG};
use http::{HeaderName, HeaderValue};
use icon::Shape;
use serde_json::{Value, json};
use tessera_core::Locale;
use tessera_platform::tokens::digest;

pub use colour::{PAGE_DARK, PAGE_LIGHT, hex};

/// Says to the worker whose an answer is, and `once` where it holds a notice that is shown once.
pub(crate) const READER: HeaderName = HeaderName::from_static("tessera-reader");

/// What fits under an icon.
const SHORT_NAME_CHARS: usize = 14;

/// A name for the reader of this answer that tells nothing of them, and differs in every community.
pub(crate) fn reader(cx: &Cx) -> Option<HeaderValue> {
    let who = match &cx.actor {
        Actor::Visitor => "visitor".to_owned(),
        Actor::SignedIn(who) => {
            let of =
                [cx.app.csrf_key().as_slice(), who.account_id.0.as_bytes(), cx.community.id.0.as_bytes()];
            digest(&of.concat()).get(..24)?.to_owned()
        }
    };
    let once = if cx.flash.is_some() { ";once" } else { "" };
    HeaderValue::from_str(&format!("{who}{once}")).ok()
}

/// `GET /manifest.webmanifest`: how the community is installed.
pub async fn manifest(cx: Cx) -> Result<Response, Error> {
    let (name, hue) = (&cx.community.name, cx.community.hue);
    let version = digest(format!("{name} {hue}").as_bytes());
    let version = version.get(..8).unwrap_or_default();
    let icon = |size: u16, file: &str, purpose: &str| {
        json!({
            "src": format!("/app-icon/{file}?v={version}"),
            "sizes": format!("{size}x{size}"),
            "type": "image/png",
            "purpose": purpose,
        })
    };
    let body = json!({
        "id": "/",
        "name": name,
        "short_name": short_name(name),
        "description": cx.community.about.chars().take(300).collect::<String>(),
        "lang": cx.words().lang(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": hex(PAGE_LIGHT),
        "background_color": hex(PAGE_LIGHT),
        "icons": [
            icon(192, "192.png", "any"),
            icon(512, "512.png", "any"),
            icon(192, "maskable-192.png", "maskable"),
            icon(512, "maskable-512.png", "maskable"),
        ],
    });
    Ok(([(CONTENT_TYPE, "application/manifest+json")], body.to_string()).into_response())
}

/// As many of its words as fit under an icon.
fn short_name(name: &str) -> String {
    let mut short = String::new();
    for word in name.split_whitespace() {
        let long = short.chars().count().saturating_add(word.chars().count()).saturating_add(1);
        if !short.is_empty() && long > SHORT_NAME_CHARS {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short.chars().take(SHORT_NAME_CHARS).collect()
}

/// `GET /app-icon/{file}`: the community's initials on its colours.
pub async fn app_icon(cx: Cx, Path(file): Path<String>) -> Result<Response, Error> {
    let (size, shape) = match file.as_str() {
        "192.png" => (192, Shape::Rounded),
        "512.png" => (512, Shape::Rounded),
        "maskable-192.png" => (192, Shape::Full),
        "maskable-512.png" => (512, Shape::Full),
        "180.png" => (180, Shape::Full),
        _ => return Err(Refusal::not_found().into()),
    };
    let png = icon::draw(&initials(&cx.community.name), cx.community.hue, size, shape)
        .ok_or_else(|| anyhow::anyhow!("the icon cannot be drawn"))?;
    let tag = format!("\"{}\"", digest(&png).get(..32).unwrap_or_default());
    let headers = [(CONTENT_TYPE, "image/png"), (CACHE_CONTROL, "public, max-age=86400")];
    let mut response = (headers, png).into_response();
    response.headers_mut().insert(ETAG, HeaderValue::from_str(&tag).map_err(anyhow::Error::from)?);
    Ok(response)
}

/// `GET /sw.js`: the worker, and before it what it has to know: the release, the files of the shell, its words.
pub async fn worker(State(app): State<App>) -> Response {
    let Some(script) = assets::worker() else { return http::StatusCode::NOT_FOUND.into_response() };
    let words: serde_json::Map<String, Value> =
        Locale::ALL.iter().map(|locale| (locale.code().to_owned(), texts(&app, *locale))).collect();
    let shell = [assets::CSS, assets::JS, assets::FONT];
    let known = json!({ "assets": shell, "words": words }).to_string();
    let release = digest(&[known.as_bytes(), &script].concat());
    let release = release.get(..16).unwrap_or_default();
    let mut body = format!("self.TESSERA={known};self.TESSERA.release=\"{release}\";\n").into_bytes();
    body.extend_from_slice(&script);
    let headers = [
        (CONTENT_TYPE, "text/javascript; charset=utf-8"),
        // A new release is noticed at the next page.
        (CACHE_CONTROL, "no-cache"),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; connect-src 'self'"),
    ];
    (headers, body).into_response()
}

fn texts(app: &App, locale: Locale) -> Value {
    let words = app.words(locale);
    let hole = |name: &'static str, text: &'static str| (name, text.into());
    json!({
        "asItWas": words.args("phone-as-it-was", &[hole("day", "{day}"), hole("time", "{time}")]),
        "seen": words.args("phone-seen", &[hole("day", "{day}"), hole("time", "{time}")]),
        "title": words.t("phone-offline"),
        "notKept": words.t("phone-not-kept"),
        "retry": words.t("phone-retry"),
        "kept": words.t("phone-kept"),
    })
}

#[cfg(test)]
mod tests {
    use super::short_name;

    #[test]
    fn what_stands_under_the_icon_is_as_many_words_as_fit() {
        for (name, short) in [
            ("Moto Club Torino", "Moto Club"),
            ("Choir", "Choir"),
            ("Donaudampfschifffahrt Verein", "Donaudampfschi"),
            ("", ""),
        ] {
            assert_eq!(short_name(name), short);
        }
    }
}
