//! The styles, scripts and fonts of the pages, built by Vite and carried in the binary.
//!
//! Promises: every file has its content's hash in its name and may be kept by the browser for ever; what shrinks is
//! sent as it was compressed at build time. It does not serve pictures of people and events: those are uploads.

use crate::establish::etag_matches;
use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;
use std::borrow::Cow;

/// The page's script.
pub const JS: &str = env!("TESSERA_ASSET_JS");
/// The page's styles.
pub const CSS: &str = env!("TESSERA_ASSET_CSS");
/// The script and styles of the calendar, for its page alone.
pub const CALENDAR_JS: &str = env!("TESSERA_ASSET_CALENDAR_JS");
pub const CALENDAR_CSS: &str = env!("TESSERA_ASSET_CALENDAR_CSS");
/// The Latin letters of the typeface, asked for before the styles are read.
pub const FONT: &str = env!("TESSERA_ASSET_FONT");

/// The script that other websites take a list of events with; they know it as [`EMBED_PATH`].
const EMBED: &str = env!("TESSERA_ASSET_EMBED");
pub const EMBED_PATH: &str = "/embed.js";

/// The script that keeps pages for reading offline; it is served as `/sw.js`, with what it has to know before it.
pub(crate) fn worker() -> Option<Cow<'static, [u8]>> {
    Built::get(env!("TESSERA_ASSET_WORKER").strip_prefix("/assets/")?).map(|file| file.data)
}

#[derive(RustEmbed)]
#[folder = "../../frontend/dist/assets"]
struct Built;

/// `GET /assets/{file}`, `GET /icon/{hue}` and `GET /embed.js`.
#[allow(clippy::disallowed_methods, reason = "assets are for everyone")]
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/assets/{file}", get(serve))
        .route("/icon/{hue}", get(icon))
        .route(EMBED_PATH, get(embed))
}

/// The mark of a community for the browser's tab, in its colours.
async fn icon(Path(hue): Path<u16>) -> impl IntoResponse {
    let second = hue.saturating_add(40) % 360;
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><defs><linearGradient id="g" x1="0" y1="1" x2="1" y2="0"><stop stop-color="oklch(50% .16 {hue})"/><stop offset="1" stop-color="oklch(74% .12 {second})"/></linearGradient></defs><path fill="url(#g)" d="M9 0h14a9 9 0 0 1 9 9v14a9 9 0 0 1-9 9h-4V16h-6v16H9a9 9 0 0 1-9-9V9a9 9 0 0 1 9-9Z"/></svg>"#
    );
    (
        [
            (header::CONTENT_TYPE, "image/svg+xml"),
            (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        ],
        svg,
    )
}

/// Its address never changes, because it stands in the pages of others; so it is asked for anew after an hour.
async fn embed(headers: HeaderMap) -> Response {
    let file = EMBED.rsplit('/').next().unwrap_or_default();
    let tag = HeaderValue::from_str(&format!("\"{file}\"")).ok();
    let mut response = match &tag {
        Some(tag) if headers.get(header::IF_NONE_MATCH).is_some_and(|asked| etag_matches(tag, asked)) => {
            StatusCode::NOT_MODIFIED.into_response()
        }
        _ => serve(Path(file.to_owned()), headers).await,
    };
    let answer = response.headers_mut();
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    answer.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    answer.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    let policy = header::HeaderName::from_static("cross-origin-resource-policy");
    answer.insert(policy, HeaderValue::from_static("cross-origin"));
    if let Some(tag) = tag {
        // Of one file in several codings: the same for each.
        answer.insert(header::ETAG, tag);
    }
    response
}

async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let Some(plain) = wanted(&file) else { return StatusCode::NOT_FOUND.into_response() };
    let (bytes, encoding) = best(&file, &headers).map_or((plain, None), |(bytes, name)| (bytes, Some(name)));
    let body = match bytes {
        Cow::Borrowed(bytes) => Body::from(bytes),
        Cow::Owned(bytes) => Body::from(bytes),
    };
    let mut response = Response::new(body);
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(&file)));
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(name) = encoding {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    response
}

/// The compressed copies are variants of a file, not files of their own.
fn wanted(file: &str) -> Option<Cow<'static, [u8]>> {
    (!file.ends_with(".br") && !file.ends_with(".gz")).then(|| Built::get(file)).flatten().map(|f| f.data)
}

fn best(file: &str, headers: &HeaderMap) -> Option<(Cow<'static, [u8]>, &'static str)> {
    let accepted = headers.get(header::ACCEPT_ENCODING)?.to_str().ok()?;
    [("br", "br"), ("gzip", "gz")].into_iter().find_map(|(name, extension)| {
        accepts(accepted, name)
            .then(|| Built::get(&format!("{file}.{extension}")))
            .flatten()
            .map(|f| (f.data, name))
    })
}

/// RFC 9110 §12.5.3, as far as it says yes or no: a coding is accepted where it is named, and not with `q=0`.
fn accepts(header: &str, coding: &str) -> bool {
    header.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
        named
            && !parts.any(|p| {
                p.strip_prefix("q=").is_some_and(|q| q.trim().parse::<f32>().is_ok_and(|q| q <= 0.0))
            })
    })
}

fn media_type(file: &str) -> &'static str {
    match file.rsplit_once('.').map(|(_, extension)| extension) {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use tower::ServiceExt;

    async fn ask(path: &str, encodings: &str) -> Response {
        let request = axum::http::Request::get(path).header(header::ACCEPT_ENCODING, encodings);
        router::<()>().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn styles_are_compressed_for_those_who_take_it_and_kept_for_ever() {
        let response = ask(CSS, "gzip, deflate, br, zstd").await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()[header::CONTENT_ENCODING], "br");
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
        assert_eq!(response.headers()[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
        assert_eq!(ask(CSS, "br;q=0, gzip").await.headers()[header::CONTENT_ENCODING], "gzip");
        assert!(ask(CSS, "identity").await.headers().get(header::CONTENT_ENCODING).is_none());
    }

    #[tokio::test]
    async fn nothing_but_the_built_files_is_served() {
        for path in ["/assets/nothing.css", "/assets/..%2Fnames.txt", "/assets/..%2F..%2Fpackage.json"] {
            assert_eq!(ask(path, "br").await.status(), StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(ask(&format!("{CSS}.br"), "br").await.status(), StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn what_the_styles_ask_for_is_there() {
        let css = Built::get(CSS.strip_prefix("/assets/").unwrap()).unwrap().data;
        let css = std::str::from_utf8(&css).unwrap();
        let wanted: Vec<&str> = css.split("url(").skip(1).filter_map(|rest| rest.split(')').next()).collect();
        assert!(wanted.contains(&FONT), "{wanted:?}");
        for path in wanted.into_iter().filter(|path| path.starts_with('/')) {
            assert_eq!(ask(path, "br").await.status(), StatusCode::OK, "{path}");
        }
        assert_eq!(ask("/icon/250", "").await.status(), StatusCode::OK);
    }

    #[tokio::test]
    async fn other_websites_take_the_script_from_an_address_that_stays() {
        let response = ask(EMBED_PATH, "br").await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/javascript; charset=utf-8");
        assert_eq!(response.headers()["cross-origin-resource-policy"], "cross-origin");
        let tag = response.headers()[header::ETAG].clone();
        let again =
            axum::http::Request::get(EMBED_PATH).header(header::IF_NONE_MATCH, tag).body(Body::empty());
        assert_eq!(router::<()>().oneshot(again.unwrap()).await.unwrap().status(), StatusCode::NOT_MODIFIED);
        let whole = Built::get(EMBED.strip_prefix("/assets/").unwrap()).unwrap().data;
        assert!(whole.len() < 10_000, "{} bytes", whole.len());
        let text = std::str::from_utf8(&whole).unwrap();
        let of_modules = ["import ", "import{", "import\"", "export ", "export{"];
        assert!(!of_modules.iter().any(|word| text.contains(word)), "it runs as a plain script");
    }

    #[test]
    fn scripts_stay_within_their_budget() {
        let name = JS.strip_prefix("/assets/").unwrap();
        let compressed = Built::get(&format!("{name}.gz")).unwrap().data.len();
        assert!(compressed < 30_000, "{compressed} bytes");
        // With the page's own scripts, styles and letters, the calendar's page stays below 200 kB.
        let of_calendar: usize = [CALENDAR_JS, CALENDAR_CSS]
            .iter()
            .map(|path| {
                Built::get(&format!("{}.gz", path.strip_prefix("/assets/").unwrap())).unwrap().data.len()
            })
            .sum();
        assert!(of_calendar < 110_000, "{of_calendar} bytes");
    }
}
