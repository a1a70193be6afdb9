//! The one router: the slices' routes, the kit's own, and the context around all of them.

use crate::api_docs::{self, Document};
use crate::app::App;
use crate::assets;
use crate::body::Form;
use crate::cx::Cx;
use crate::establish::{Around, LANGUAGE_COOKIE, establish};
use crate::phone;
use crate::pressure::Pressure;
use crate::refusal::{Error, Refusal};
use crate::routes::{Routes, Rules};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use http::header::SET_COOKIE;
use http::{HeaderValue, StatusCode};
use serde::Deserialize;
use serde_json::json;
use tessera_core::{Access, Locale};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;
use utoipa::openapi::OpenApi;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};

/// The program's router with what is known of its routes.
pub struct Built {
    pub router: axum::Router,
    pub rules: Rules,
    pub document: OpenApi,
}

/// Builds the router of `app`'s slices.
pub fn build(app: &App) -> Built {
    build_under(app, Pressure::default())
}

/// Builds the router of `app`'s slices, bearing as much as it is told.
#[allow(clippy::disallowed_methods, reason = "health, the API document and the worker are for everyone")]
pub fn build_under(app: &App, pressure: Pressure) -> Built {
    let start = Routes::new(&app.config.http)
        .post("/language", Access::Anyone, choose_language)
        .before_setup()
        .get("/api/docs", Access::Anyone, api_docs::docs)
        .before_setup()
        .feed("/manifest.webmanifest", Access::Anyone, phone::manifest)
        .cached()
        .before_setup()
        .feed("/app-icon/{file}", Access::Anyone, phone::app_icon)
        .cached()
        .before_setup();
    let routes = app.slices.iter().fold(start, |routes, slice| (slice.routes)(routes));
    let (router, rules, mut document) = routes.into_parts();
    describe(app, &mut document);
    let around = Around { app: app.clone(), rules: rules.clone(), pressure: pressure.clone() };
    let text = document.to_json().unwrap_or_default();
    let for_people = serde_json::to_value(&document).unwrap_or_default();
    let router = router
        .layer(axum::Extension(Document(std::sync::Arc::new(for_people))))
        .fallback(nothing_here)
        .method_not_allowed_fallback(not_that_way)
        .layer(CompressionLayer::new().gzip(true))
        .layer(CatchPanicLayer::custom(|_| {
            Error::Fault(anyhow::anyhow!("a handler broke off")).into_response()
        }))
        .layer(axum::middleware::from_fn_with_state(around, establish))
        .layer(RequestBodyTimeoutLayer::new(pressure.pause))
        .with_state(app.clone());
    let bare = axum::Router::new()
        .route("/healthz", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .route("/sw.js", get(phone::worker))
        .route(
            "/api/openapi.json",
            get(move || async move {
                ([("content-type", "application/json"), ("access-control-allow-origin", "*")], text)
            }),
        )
        .with_state(app.clone())
        .merge(assets::router());
    #[cfg(any(feature = "gallery", debug_assertions))]
    let bare = bare.merge(crate::gallery::router(app.catalogue.clone()));
    let router = tower::util::MapRequest::new(router, set_ending_apart);
    Built { router: bare.fallback_service(router), rules, document }
}

/// `/events/{id}.ics` is the route `/events/{id}/ics`: a parameter of a route reaches to the next slash.
fn set_ending_apart(mut request: axum::extract::Request) -> axum::extract::Request {
    let path = request.uri().path();
    let id = path.strip_suffix(".ics").and_then(|stem| stem.rsplit_once('/'));
    let Some((before, id)) = id.filter(|(_, id)| uuid::Uuid::try_parse(id).is_ok()) else { return request };
    let query = request.uri().query().map(|q| format!("?{q}")).unwrap_or_default();
    if let Ok(uri) = format!("{before}/{id}/ics{query}").parse() {
        *request.uri_mut() = uri;
    }
    request
}

async fn nothing_here() -> Error {
    Refusal::not_found().into()
}

async fn not_that_way() -> Error {
    Refusal::new(405, "method_not_allowed").into()
}

/// Whether this process can do its work: the database answers, its version fits, the queue moves.
async fn ready(State(app): State<App>) -> Response {
    let migrations = app.db.check_migrated(&app.migrations()).await;
    let backlog = tessera_platform::jobs::backlog(&app.db.read(), app.now()).await;
    let (due, oldest) = match &backlog {
        Ok((due, oldest)) => (*due, *oldest),
        Err(_) => (0, None),
    };
    let behind_seconds = oldest.map_or(0, |t| app.now().since(t).as_secs().max(0));
    let queue_moves = backlog.is_ok() && behind_seconds < 900;
    let good = migrations.is_ok() && queue_moves;
    let body = json!({
        "ready": good,
        "database": backlog.is_ok(),
        "migrations": migrations.is_ok(),
        "queue": {"moves": queue_moves, "due": due, "behind_seconds": behind_seconds},
    });
    let status = if good { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, axum::Json(body)).into_response()
}

#[derive(Deserialize)]
struct Language {
    locale: String,
    #[serde(default)]
    back: String,
}

/// A visitor's choice of language; a member's is kept with the account as well, by the slice that has it.
async fn choose_language(cx: Cx, Form(form): Form<Language>) -> Result<Response, Error> {
    let locale = Locale::from_tag(&form.locale).ok_or_else(Refusal::not_found)?;
    if let Some(signed_in) = cx.actor.signed_in() {
        (cx.app.identity.keep_locale)(cx.app.clone(), signed_in.account_id, locale).await?;
    }
    let mut response = Redirect::to(safe_path(&form.back)).into_response();
    let secure = if cx.app.config.http.base_url.is_https() { "; Secure" } else { "" };
    let cookie = format!("{LANGUAGE_COOKIE}={locale}; Path=/; Max-Age=31536000; SameSite=Lax{secure}");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, value);
    }
    Ok(response)
}

/// A path on this very host, or the front page: what came in a query or a form leads nowhere else.
pub fn safe_path(path: &str) -> &str {
    let is_path = path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\");
    if is_path && !path.contains(['\r', '\n', '\t', '\\']) { path } else { "/" }
}

fn describe(app: &App, document: &mut OpenApi) {
    document.info.title = "Tessera".into();
    document.info.version = env!("CARGO_PKG_VERSION").into();
    let mut scopes: Vec<&str> = app.slices.iter().flat_map(|s| s.scopes).copied().collect();
    scopes.sort_unstable();
    let list = scopes.iter().map(|s| format!("`{s}`")).collect::<Vec<_>>().join(", ");
    document.info.description = Some(format!(
        "Send `Authorization: Bearer TOKEN`. A token may be restricted to scopes: {list}. Errors are \
         `application/problem+json` (RFC 9457) with a stable `code`."
    ));
    let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    let components = document.components.get_or_insert_with(Default::default);
    components.add_security_scheme("token", bearer);
}

#[cfg(test)]
mod tests {
    use super::safe_path;

    #[test]
    fn what_comes_back_stays_on_this_host() {
        assert_eq!(safe_path("/events?q=a"), "/events?q=a");
        for bad in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "",
            "javascript:alert(1)",
            "/a\r\nb",
        ] {
            assert_eq!(safe_path(bad), "/", "{bad}");
        }
    }
}
