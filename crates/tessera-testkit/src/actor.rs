//! Somebody who uses the program: a visitor, a browser with a session, or a script with a token.

use crate::{Events, TestResponse};
use http::{Method, Request, header};
use http_body_util::BodyExt;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tessera_core::ids::AccountId;
use tower::ServiceExt;

/// One person. Clones share their cookies.
#[derive(Clone)]
pub struct Actor {
    pub(crate) router: axum::Router,
    pub host: String,
    pub account_id: Option<AccountId>,
    pub email: String,
    pub bearer: Option<String>,
    pub language: String,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
}

impl Actor {
    pub(crate) fn new(router: axum::Router, host: &str) -> Self {
        Self {
            router,
            host: host.to_owned(),
            account_id: None,
            email: String::new(),
            bearer: None,
            language: "en".into(),
            cookies: Arc::default(),
        }
    }

    /// The same person, reading another language.
    #[must_use]
    pub fn reading(&self, language: &str) -> Self {
        Self { language: language.into(), ..self.clone() }
    }

    /// The same person on another community's host.
    #[must_use]
    pub fn at(&self, host: &str) -> Self {
        Self { host: host.into(), ..self.clone() }
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.into(), value.into());
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    pub async fn get(&self, path: &str) -> TestResponse {
        self.send(self.request(Method::GET, path).body(String::new()).unwrap()).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> TestResponse {
        let mut request = self.request(Method::GET, path);
        for (k, v) in headers {
            request = request.header(*k, *v);
        }
        self.send(request.body(String::new()).unwrap()).await
    }

    /// Opens a stream of events.
    pub async fn listen(&self, path: &str, headers: &[(&str, &str)]) -> Events {
        let mut request = self.request(Method::GET, path).header(header::ACCEPT_ENCODING, "gzip");
        for (k, v) in headers {
            request = request.header(*k, *v);
        }
        let request = request.body(axum::body::Body::empty()).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        Events::new(parts.status, parts.headers, body)
    }

    pub async fn post(&self, path: &str, body: Value) -> TestResponse {
        self.json(Method::POST, path, body, &[]).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> TestResponse {
        self.json(Method::PATCH, path, body, &[]).await
    }

    pub async fn put(&self, path: &str, body: Value) -> TestResponse {
        self.json(Method::PUT, path, body, &[]).await
    }

    pub async fn delete(&self, path: &str) -> TestResponse {
        self.json(Method::DELETE, path, Value::Null, &[]).await
    }

    /// A request with a JSON body; a session's sends the token of its page too, as scripts do.
    pub async fn json(
        &self,
        method: Method,
        path: &str,
        body: Value,
        headers: &[(&str, &str)],
    ) -> TestResponse {
        let mut request = self.request(method, path);
        for (k, v) in headers {
            request = request.header(*k, *v);
        }
        if self.bearer.is_none()
            && let Some(token) = self.csrf_token().await
        {
            request = request.header("x-csrf-token", token);
        }
        let body = if body.is_null() {
            String::new()
        } else {
            request = request.header(header::CONTENT_TYPE, "application/json");
            body.to_string()
        };
        self.send(request.body(body).unwrap()).await
    }

    /// Posts a form as its page would, with the token of the session.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        let mut pairs: Vec<(String, String)> =
            fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        if let Some(token) = self.csrf_token().await {
            pairs.push(("csrf_token".into(), token));
        }
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let request = self
            .request(Method::POST, path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(body).unwrap()).await
    }

    /// Posts a form with a file.
    pub async fn upload(
        &self,
        path: &str,
        field: &str,
        file: &str,
        kind: &str,
        content: &[u8],
        rest: &[(&str, &str)],
    ) -> TestResponse {
        let boundary = "----tessera-test-boundary";
        let mut body: Vec<u8> = Vec::new();
        let mut pairs: Vec<(String, String)> = Vec::new();
        let token = self.csrf_token().await;
        if let Some(token) = &token {
            pairs.push(("csrf_token".into(), token.clone()));
        }
        pairs.extend(rest.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())));
        for (k, v) in pairs {
            body.extend(
                format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{k}\"\r\n\r\n{v}\r\n")
                    .bytes(),
            );
        }
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{file}\"\r\nContent-Type: {kind}\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(content);
        body.extend(format!("\r\n--{boundary}--\r\n").bytes());
        let mut request = self
            .request(Method::POST, path)
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={boundary}"))
            .header("sec-fetch-site", "same-origin");
        // A script has no form that carries the token.
        if let Some(token) = token.filter(|_| path.starts_with("/api/")) {
            request = request.header("x-csrf-token", token);
        }
        self.send(request.body(body).unwrap()).await
    }

    /// The token that this session's pages carry.
    pub async fn csrf_token(&self) -> Option<String> {
        self.cookie("tessera_session")?;
        let page = self.send(self.request(Method::GET, "/nothing-here").body(String::new()).unwrap()).await;
        page.attribute("meta[name=csrf-token]", "content")
    }

    pub fn request(&self, method: Method, path: &str) -> http::request::Builder {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, &self.host)
            .header(header::ACCEPT_LANGUAGE, &self.language);
        let cookies = self.cookies.lock().unwrap();
        if !cookies.is_empty() {
            let all = cookies.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("; ");
            request = request.header(header::COOKIE, all);
        }
        if let Some(token) = &self.bearer {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        request
    }

    /// Sends a request and keeps the cookies that come back.
    pub async fn send<B: Into<axum::body::Body>>(&self, request: Request<B>) -> TestResponse {
        let (parts, body) = request.into_parts();
        let request = Request::from_parts(parts, body.into());
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for value in parts.headers.get_all(header::SET_COOKIE) {
            let pair = value.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.lock().unwrap().remove(name);
            } else {
                self.cookies.lock().unwrap().insert(name.into(), value.into());
            }
        }
        // A stream has no end that could be waited for: see `listen`.
        let is_stream = parts.headers.get(header::CONTENT_TYPE).is_some_and(|t| t == "text/event-stream");
        let bytes = if is_stream { Vec::new() } else { body.collect().await.unwrap().to_bytes().to_vec() };
        TestResponse { status: parts.status, headers: parts.headers, bytes }
    }
}
