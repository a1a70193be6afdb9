//! How slices add routes: each with the least it asks of the caller, the scope a token needs, and how its
//! refusals are shown. A route that is added any other way answers 500, and a test looks for it.

use crate::app::App;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{MethodFilter, MethodRouter, on};
use http::Method;
use std::collections::HashMap;
use std::sync::Arc;
use tessera_core::Access;
use tessera_platform::config::Http;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};

/// How a route speaks when it refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// HTML; who is not signed in is led to the sign-in.
    Page,
    /// JSON, and in the API document.
    Api,
    /// A file or feed for programs: refusals as JSON, no sign-in page.
    Feed,
}

/// How large a body a route takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    Body,
    Upload,
    Import,
}

/// What is known of one route.
#[derive(Clone, Debug)]
pub struct Rule {
    pub method: Method,
    pub path: String,
    pub access: Access,
    /// The scope a restricted token must hold. None: no restricted token may.
    pub scope: Option<&'static str>,
    pub kind: Kind,
    /// Whether what a visitor is shown may be shown to the next one until the community changes.
    pub cached: bool,
    /// Whether it works before a community exists.
    pub before_setup: bool,
    /// Whether it takes a form with files, whose token [`crate::body::Upload`] checks.
    pub takes_files: bool,
    /// Whether a POST that is sent again under an `Idempotency-Key` is given the first answer.
    pub repeats: bool,
    /// Whether it may be posted from another site: the secret in its address alone decides what it does.
    pub from_anywhere: bool,
}

/// The routes of the slices so far.
pub struct Routes {
    router: OpenApiRouter<App>,
    rules: Vec<Rule>,
    last: usize,
    sizes: [usize; 3],
}

impl Routes {
    pub fn new(http: &Http) -> Self {
        let sizes = [http.max_body.as_usize(), http.max_upload.as_usize(), http.max_import.as_usize()];
        Self { router: OpenApiRouter::default(), rules: Vec::new(), last: 0, sizes }
    }

    /// A route of the API, with its part of the document (`utoipa_axum::routes!`).
    #[must_use]
    pub fn api(self, access: Access, scope: &'static str, route: UtoipaMethodRouter<App>) -> Self {
        self.api_sized(access, scope, Size::Body, route)
    }

    /// A route of the API that takes a larger body.
    #[must_use]
    pub fn api_sized(
        mut self,
        access: Access,
        scope: &'static str,
        size: Size,
        (schemas, paths, methods): UtoipaMethodRouter<App>,
    ) -> Self {
        let scope = (!scope.is_empty()).then_some(scope);
        self.last = self.rules.len();
        for (path, item) in &paths.paths {
            let operations = [
                (Method::GET, &item.get),
                (Method::POST, &item.post),
                (Method::PUT, &item.put),
                (Method::PATCH, &item.patch),
                (Method::DELETE, &item.delete),
            ];
            for (method, _) in operations.into_iter().filter(|(_, o)| o.is_some()) {
                self.push(method, path, access, scope, Kind::Api);
            }
        }
        let limited = methods.layer(DefaultBodyLimit::max(self.bytes(size)));
        self.router = self.router.routes((schemas, paths, limited));
        self
    }

    /// A page.
    #[must_use]
    pub fn get<H, T>(self, path: &str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.plain(Method::GET, path, access, Kind::Page, Size::Body, handler)
    }

    /// What a form on a page posts to.
    #[must_use]
    pub fn post<H, T>(self, path: &str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.plain(Method::POST, path, access, Kind::Page, Size::Body, handler)
    }

    /// What a form with a file posts to.
    #[must_use]
    pub fn upload<H, T>(self, path: &str, access: Access, size: Size, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let mut routes = self.plain(Method::POST, path, access, Kind::Page, size, handler);
        for rule in routes.rules.iter_mut().skip(routes.last) {
            rule.takes_files = true;
        }
        routes
    }

    /// A file or feed for programs.
    #[must_use]
    pub fn feed<H, T>(self, path: &str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.plain(Method::GET, path, access, Kind::Feed, Size::Body, handler)
    }

    /// Lets what visitors are shown by the route just added be kept until the community changes.
    #[must_use]
    pub fn cached(mut self) -> Self {
        for rule in self.rules.iter_mut().skip(self.last).filter(|r| r.method == Method::GET) {
            rule.cached = true;
        }
        self
    }

    /// Lets the route just added work before a community exists.
    #[must_use]
    pub fn before_setup(mut self) -> Self {
        for rule in self.rules.iter_mut().skip(self.last) {
            rule.before_setup = true;
        }
        self
    }

    /// Leaves the route just added without `Idempotency-Key`: what is signed is answered once, and a repetition is refused.
    #[must_use]
    pub fn once(mut self) -> Self {
        for rule in self.rules.iter_mut().skip(self.last) {
            rule.repeats = false;
        }
        self
    }

    /// Lets the route just added be posted by a mail program, without a page of ours before it (RFC 8058). Only for
    /// what a secret in the address decides, never who is signed in.
    #[must_use]
    pub fn posted_from_anywhere(mut self) -> Self {
        for rule in self.rules.iter_mut().skip(self.last) {
            rule.from_anywhere = true;
        }
        self
    }

    fn plain<H, T>(
        mut self,
        method: Method,
        path: &str,
        access: Access,
        kind: Kind,
        size: Size,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.last = self.rules.len();
        let filter = if method == Method::GET { MethodFilter::GET } else { MethodFilter::POST };
        let route: MethodRouter<App> = on(filter, handler);
        self.push(method, path, access, None, kind);
        let limited = route.layer(DefaultBodyLimit::max(self.bytes(size)));
        #[allow(clippy::disallowed_methods, reason = "this is where its rule was taken down")]
        {
            self.router = self.router.route(path, limited);
        }
        self
    }

    fn push(&mut self, method: Method, path: &str, access: Access, scope: Option<&'static str>, kind: Kind) {
        let path = path.to_owned();
        self.rules.push(Rule {
            method,
            path,
            access,
            scope,
            kind,
            cached: false,
            before_setup: false,
            takes_files: false,
            repeats: true,
            from_anywhere: false,
        });
    }

    fn bytes(&self, size: Size) -> usize {
        let [body, upload, import] = self.sizes;
        match size {
            Size::Body => body,
            Size::Upload => upload,
            Size::Import => import,
        }
    }

    /// The router without the context around it, its rules, and the API document.
    pub(crate) fn into_parts(self) -> (axum::Router<App>, Rules, utoipa::openapi::OpenApi) {
        let (router, document) = self.router.split_for_parts();
        (router, Rules::new(self.rules), document)
    }
}

/// The rules of all routes, found by method and matched path.
#[derive(Clone, Debug)]
pub struct Rules(Arc<HashMap<(Method, String), Rule>>);

impl Rules {
    fn new(rules: Vec<Rule>) -> Self {
        Self(Arc::new(rules.into_iter().map(|r| ((r.method.clone(), r.path.clone()), r)).collect()))
    }

    pub fn find(&self, method: &Method, path: &str) -> Option<&Rule> {
        let method = if method == Method::HEAD { Method::GET } else { method.clone() };
        self.0.get(&(method, path.to_owned()))
    }

    /// Whether any method of this path has a rule.
    pub fn knows(&self, path: &str) -> bool {
        self.0.keys().any(|(_, p)| p == path)
    }

    /// Every rule, by path and method.
    pub fn all(&self) -> Vec<&Rule> {
        let mut all: Vec<_> = self.0.values().collect();
        all.sort_by(|a, b| (&a.path, a.method.as_str()).cmp(&(&b.path, b.method.as_str())));
        all
    }
}
