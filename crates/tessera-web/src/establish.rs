//! Around every route: finds the community by host, who asks, in which language; refuses what the route's rule
//! does not allow; gives visitors what the last visitor was given where nothing has changed; puts refusals into
//! words. Handlers find the result as their [`Cx`].

use crate::app::App;
use crate::cache::{self, Answer, Key, LARGEST_ANSWER_BYTES};
use crate::cx::{Actor, Credential, Cx, Identified, Via};
use crate::directory::Found;
use crate::flash::{self, Flash};
use crate::pressure::Pressure;
use crate::refusal::{Error, Refusal, Unworded};
use crate::routes::{Kind, Rule, Rules};
use crate::{csrf, headers, page, wording};
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{
    ACCEPT_ENCODING, ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_TYPE, ETAG, HOST, IF_NONE_MATCH, SET_COOKIE,
};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use http_body_util::BodyExt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tessera_core::Locale;
use tessera_platform::telemetry;

/// The cookie of a session.
pub const SESSION_COOKIE: &str = "tessera_session";
/// The cookie of a visitor's choice of language.
pub const LANGUAGE_COOKIE: &str = "tessera_lang";

/// State of the layer.
#[derive(Clone, Debug)]
pub(crate) struct Around {
    pub app: App,
    pub rules: Rules,
    pub pressure: Pressure,
}

/// The layer itself: answers, and notes how it went.
pub(crate) async fn establish(State(around): State<Around>, request: Request, next: Next) -> Response {
    let started = std::time::Instant::now();
    let path = request.uri().path();
    let (locale, kind) =
        (choose_locale(&Actor::Visitor, request.headers(), Locale::default()), wording::kind_of_path(path));
    let words = around.app.words(locale);
    let pressure = around.pressure.clone();
    let method = request.method().clone();
    let matched = request.extensions().get::<MatchedPath>().map(|p| p.as_str().to_owned());
    let target =
        telemetry::redact_target(request.uri().path_and_query().map_or("/", |t| t.as_str())).into_owned();
    let response = match pressure.bear(within_context(around, request, next)).await {
        Ok(response) => response,
        Err(refusal) => wording::without_context(&words, kind, &refusal),
    };
    let seconds = started.elapsed().as_secs_f64();
    let status = response.status().as_u16();
    let route = matched.unwrap_or_else(|| "none".into());
    let labels = [("method", method.to_string()), ("route", route), ("status", status.to_string())];
    metrics::counter!("tessera_http_requests_total", &labels).increment(1);
    metrics::histogram!("tessera_http_request_seconds", "method" => method.to_string()).record(seconds);
    tracing::debug!(%method, %target, status, milliseconds = seconds * 1000.0, "request");
    response
}

async fn within_context(around: Around, mut request: Request, next: Next) -> Response {
    let app = around.app.clone();
    let rule = match request.extensions().get::<MatchedPath>() {
        Some(path) => around.rules.find(request.method(), path.as_str()).cloned(),
        None => None,
    };
    let kind = rule.as_ref().map_or_else(|| wording::kind_of_path(request.uri().path()), |r| r.kind);
    if request.method() == Method::OPTIONS && rule.is_none() {
        return headers::preflight(&app.config, request.headers());
    }
    let origin = request.headers().get(http::header::ORIGIN).cloned();
    let method = request.method().clone();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |c| c.0.ip());
    let target = request.uri().path_and_query().map_or("/", |t| t.as_str()).to_owned();
    let asked = request.headers().clone();
    let (mut cx, credential_refusal) = match context(&app, &asked, peer, target).await {
        Ok(found) => found,
        Err(e) => return wording::fault_without_context(&e, kind),
    };
    if rule.as_ref().is_some_and(|r| {
        r.method == Method::GET && r.access == tessera_core::Access::Anyone && !holds_scope(&cx, r)
    }) {
        // What is open to everybody stays open, and shows a token nothing beyond its scopes.
        cx.actor = Actor::Visitor;
    }
    if kind == Kind::Page {
        cx.badges = badges(&cx).await;
    }
    request.extensions_mut().insert(cx.clone());
    let answer = match credential_refusal {
        Some(refusal) => Error::from(refusal).into_response(),
        None => answer(&cx, &around.rules, rule.as_ref(), request, next).await,
    };
    let mut response = match answer.extensions().get::<Unworded>().cloned() {
        Some(unworded) => wording::put(&cx, kind, &unworded.0, answer),
        None => answer,
    };
    if kind == Kind::Page {
        page::put_flash_away(&cx, &mut response);
    }
    headers::put(&app.config, &cx, kind, &method, origin.as_ref(), &mut response);
    response
}

async fn answer(cx: &Cx, rules: &Rules, rule: Option<&Rule>, request: Request, next: Next) -> Response {
    let Some(rule) = rule else {
        // Nothing is there, or not with this method: the router says which. A route without any rule stays shut.
        return match request.extensions().get::<MatchedPath>() {
            Some(path) if !rules.knows(path.as_str()) => {
                Error::Fault(anyhow::anyhow!("the route {} has no rule", path.as_str())).into_response()
            }
            _ => next.run(request).await,
        };
    };
    if !cx.community.is_set_up() && !rule.before_setup {
        let refusal = Refusal::new(503, "not_set_up").way_back("/setup");
        return match rule.kind {
            Kind::Page => axum::response::Redirect::to("/setup").into_response(),
            Kind::Api | Kind::Feed => Error::from(refusal).into_response(),
        };
    }
    if let Err(e) = may_pass(cx, rule) {
        return e.into_response();
    }
    let request = match check_csrf(cx, rule, request).await {
        Ok(request) => request,
        Err(e) => return e.into_response(),
    };
    if rule.cached && matches!(cx.actor, Actor::Visitor) && !shows_itself(&request) {
        return from_cache(cx, request, next).await;
    }
    if request.method() == Method::POST
        && rule.kind == Kind::Api
        && rule.repeats
        && request.headers().contains_key("idempotency-key")
    {
        return crate::idempotency::once(cx, request, next).await;
    }
    next.run(request).await
}

/// Whether whoever asks may use the route at all as themselves: a restricted token only with the route's scope.
fn holds_scope(cx: &Cx, rule: &Rule) -> bool {
    match cx.actor.signed_in().map(|s| &s.via) {
        Some(Via::Token { scopes: Some(scopes), .. }) => {
            rule.scope.is_some_and(|s| scopes.iter().any(|h| h == s))
        }
        _ => true,
    }
}

/// What the rule asks, and the scope of a restricted token.
fn may_pass(cx: &Cx, rule: &Rule) -> Result<(), Error> {
    if !holds_scope(cx, rule) {
        return Err(Refusal::new(403, "scope_missing").with("scope", rule.scope.unwrap_or("-")).into());
    }
    rule.access.check(cx.actor.standing())?;
    Ok(())
}

/// Refuses what a cookie alone would authorise from another site. A form's token stands in its body, which is read
/// here and put back; files bring it in a field that [`crate::body::Upload`] checks.
async fn check_csrf(cx: &Cx, rule: &Rule, request: Request) -> Result<Request, Error> {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(request);
    }
    let session = match cx.actor.signed_in().map(|s| &s.via) {
        _ if rule.from_anywhere => return Ok(request),
        Some(Via::Token { .. }) => return Ok(request),
        Some(Via::Session(id)) => Some(*id),
        None => None,
    };
    let refused = || Error::from(Refusal::new(403, "csrf"));
    let has_browser = session.is_some() || rule.kind == Kind::Page;
    if has_browser && !csrf::is_same_origin(request.headers()) {
        return Err(refused());
    }
    let Some(session) = session else { return Ok(request) };
    let key = cx.app.csrf_key();
    if let Some(shown) = request.headers().get(csrf::HEADER).and_then(|v| v.to_str().ok()) {
        return if csrf::fits(key, session, shown) { Ok(request) } else { Err(refused()) };
    }
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if rule.takes_files && content_type.starts_with("multipart/form-data") {
        return Ok(request);
    }
    if rule.kind != Kind::Page || !content_type.starts_with("application/x-www-form-urlencoded") {
        return Err(refused());
    }
    let (parts, body) = request.into_parts();
    let limit = cx.app.config.http.max_body.as_usize();
    let bytes = read_body(body, limit).await?;
    let shown =
        url::form_urlencoded::parse(&bytes).find(|(k, _)| k == csrf::FIELD).map(|(_, v)| v.into_owned());
    if shown.is_some_and(|s| csrf::fits(key, session, &s)) {
        Ok(Request::from_parts(parts, axum::body::Body::from(bytes)))
    } else {
        Err(refused())
    }
}

/// Whether a request without an account still carries something of its own: a guest's or an invitation's token, or
/// a notice left by the page before.
fn shows_itself(request: &Request) -> bool {
    let query = request.uri().query().unwrap_or_default();
    query.contains("guest=")
        || query.contains("token=")
        || cookie(request.headers(), flash::COOKIE).is_some()
        || cookie(request.headers(), SESSION_COOKIE).is_some()
        || request.headers().contains_key(AUTHORIZATION)
}

async fn from_cache(cx: &Cx, request: Request, next: Next) -> Response {
    let key = Key {
        community: cx.community.id,
        epoch: cx.epoch,
        locale: cx.locale,
        gzip: request
            .headers()
            .get(ACCEPT_ENCODING)
            .is_some_and(|v| v.to_str().is_ok_and(|v| v.contains("gzip"))),
        host: host(&cx.app, request.headers(), cx.address).unwrap_or_default(),
        target: cx.target.clone(),
        step: cache::step(cx.now()),
    };
    let if_none_match = request.headers().get(IF_NONE_MATCH).cloned();
    if let Some(answer) = cx.app.pages.get(&key) {
        return respond(answer, if_none_match.as_ref());
    }
    let (mut parts, body) = next.run(request).await.into_parts();
    let keepable = parts.status == StatusCode::OK
        && !parts.headers.contains_key(SET_COOKIE)
        && parts.extensions.get::<Unworded>().is_none();
    if !keepable {
        return Response::from_parts(parts, body);
    }
    let collected = match body.collect().await {
        Ok(c) => c.to_bytes(),
        Err(e) => return Error::Fault(anyhow::anyhow!("the answer broke off: {e}")).into_response(),
    };
    if !parts.headers.contains_key(ETAG)
        && let Ok(tag) = HeaderValue::from_str(&etag(&collected))
    {
        parts.headers.insert(ETAG, tag);
    }
    parts.headers.remove(http::header::CONTENT_LENGTH);
    let answer = Answer { status: parts.status, headers: parts.headers, body: collected };
    if answer.body.len() <= LARGEST_ANSWER_BYTES {
        cx.app.pages.put(key, answer.clone());
    }
    respond(answer, if_none_match.as_ref())
}

fn respond(answer: Answer, if_none_match: Option<&HeaderValue>) -> Response {
    let matches =
        answer.headers.get(ETAG).zip(if_none_match).is_some_and(|(tag, asked)| etag_matches(tag, asked));
    let mut response = if matches {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut r = axum::body::Body::from(answer.body).into_response();
        *r.status_mut() = answer.status;
        r
    };
    let headers = response.headers_mut();
    for (name, value) in &answer.headers {
        if !(matches && *name == CONTENT_TYPE) {
            headers.append(name.clone(), value.clone());
        }
    }
    response
}

/// A strong tag for exactly these bytes.
pub fn etag(body: &[u8]) -> String {
    format!("\"{}\"", tessera_platform::tokens::digest(body).get(..32).unwrap_or_default())
}

/// RFC 9110 §13.1.2: weak comparison against a list of tags or `*`.
pub fn etag_matches(tag: &HeaderValue, asked: &HeaderValue) -> bool {
    let (Ok(tag), Ok(asked)) = (tag.to_str(), asked.to_str()) else { return false };
    let bare = |t: &str| t.trim().trim_start_matches("W/").to_owned();
    asked.trim() == "*" || asked.split(',').any(|a| bare(a) == bare(tag))
}

/// Everything about a request that handlers need. The refusal is for a credential that was shown and is no good.
async fn context(
    app: &App,
    headers: &HeaderMap,
    peer: IpAddr,
    target: String,
) -> anyhow::Result<(Cx, Option<Refusal>)> {
    let address = client_address(app, headers, peer);
    let host = host(app, headers, peer).unwrap_or_default();
    let found = app.find_community(&host).await?;
    let (mut actor, mut refusal) = (Actor::Visitor, None);
    if let Some(credential) = credential(headers) {
        let bearer = matches!(credential, Credential::Bearer(_));
        match (app.identity.identify)(app.clone(), found.community.id, credential).await? {
            Identified::As(signed_in) => actor = Actor::SignedIn(Arc::new(signed_in)),
            Identified::Unknown if bearer => refusal = Some(Refusal::new(401, "bad_token")),
            Identified::WrongCommunity => refusal = Some(Refusal::new(401, "wrong_community")),
            Identified::Suspended if bearer => refusal = Some(Refusal::new(403, "suspended")),
            Identified::Unknown | Identified::Suspended => {}
        }
    }
    let locale = choose_locale(&actor, headers, found.community.locale);
    let flash = cookie(headers, flash::COOKIE).and_then(|value| Flash::read(&value));
    let Found { community, epoch } = found;
    let is_https = is_https(app, headers, peer);
    Ok((
        Cx {
            app: app.clone(),
            actor,
            locale,
            community,
            address,
            is_https,
            target,
            epoch,
            flash,
            badges: Arc::new([]),
        },
        refusal,
    ))
}

/// The member's own language, else the visitor's choice, else the browser's, else the community's.
fn choose_locale(actor: &Actor, headers: &HeaderMap, community: Locale) -> Locale {
    let accepted =
        || headers.get(ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).and_then(Locale::from_accept_language);
    let own = actor.signed_in().and_then(|s| s.locale);
    own.or_else(|| cookie(headers, LANGUAGE_COOKIE).and_then(|c| Locale::from_tag(&c)))
        .or_else(accepted)
        .unwrap_or(community)
}

/// What waits for a member at the places of the bar. A page without its badges is still a page.
async fn badges(cx: &Cx) -> Arc<[(&'static str, u32)]> {
    let mut all = Vec::new();
    if cx.member().is_ok() {
        for of_slice in cx.app.slices.iter().filter_map(|s| s.badges) {
            match of_slice(cx.clone()).await {
                Ok(found) => all.extend(found),
                Err(e) => tracing::warn!(error = ?e, "a badge of the bar could not be counted"),
            }
        }
    }
    all.into()
}

/// What a request shows of who sends it.
pub fn credential(headers: &HeaderMap) -> Option<Credential> {
    if let Some(value) = headers.get(AUTHORIZATION).and_then(|v| v.to_str().ok()) {
        let (scheme, token) = value.split_once(' ')?;
        return scheme.eq_ignore_ascii_case("bearer").then(|| Credential::Bearer(token.trim().to_owned()));
    }
    cookie(headers, SESSION_COOKIE).map(Credential::Cookie)
}

/// The value of one cookie.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(http::header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(k, _)| *k == name)
        .map(|(_, v)| v.to_owned())
}

/// The host that was asked for; from a trusted proxy, the one it says it was asked for.
fn host(app: &App, headers: &HeaderMap, peer: IpAddr) -> Option<String> {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let forwarded = app.config.http.trusts(peer).then(|| text("x-forwarded-host")).flatten();
    forwarded.or_else(|| headers.get(HOST).and_then(|v| v.to_str().ok()).map(str::to_owned))
}

/// Whether the nearest proxy, where it is trusted, was asked by https. What others say of themselves is not believed.
fn is_https(app: &App, headers: &HeaderMap, peer: IpAddr) -> bool {
    let said = headers.get_all("x-forwarded-proto").iter().next_back().and_then(|v| v.to_str().ok());
    let last = said.and_then(|v| v.rsplit(',').next()).unwrap_or_default();
    app.config.http.trusts(peer) && last.trim().eq_ignore_ascii_case("https")
}

/// The nearest address that is no trusted proxy of ours.
fn client_address(app: &App, headers: &HeaderMap, peer: IpAddr) -> IpAddr {
    if !app.config.http.trusts(peer) {
        return peer;
    }
    let listed: Vec<IpAddr> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(','))
        .filter_map(|a| a.trim().parse().ok())
        .collect();
    listed.into_iter().rev().find(|a| !app.config.http.trusts(*a)).unwrap_or(peer)
}

/// Reads a whole body of at most `limit` bytes.
pub(crate) async fn read_body(body: axum::body::Body, limit: usize) -> Result<Bytes, Error> {
    axum::body::to_bytes(body, limit).await.map_err(|e| {
        let is_long =
            std::error::Error::source(&e).is_some_and(|s| s.is::<http_body_util::LengthLimitError>());
        // Otherwise it broke off, or did not go on in time.
        if is_long { Refusal::new(413, "too_large").into() } else { Refusal::new(400, "bad_body").into() }
    })
}
