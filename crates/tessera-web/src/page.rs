//! From a request's context to a page: the frame around it, filled in with what this reader may use.

use crate::cx::Cx;
use crate::flash;
use crate::layout::{Brand, Flash, Layout, Place as LayoutPlace, Viewer};
use crate::refusal::{Error, Refusal};
use crate::slice::{NavItem, Place};
use crate::ui::{Form, Icon};
use crate::words::Words;
use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;

/// Renders a page. Handlers end with it.
pub fn show(page: &impl Template) -> Result<Response, Error> {
    Ok(Html(page.render()?).into_response())
}

/// Renders a form again that did not fit: 422, so that programs see it too.
pub fn show_invalid(page: &impl Template) -> Result<Response, Error> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

/// Renders a form again that was refused, with the status and headers of the refusal.
pub fn show_refused(page: &impl Template, refusal: &Refusal) -> Result<Response, Error> {
    let status = match StatusCode::from_u16(refusal.status) {
        // A page with a form is no challenge that a browser could answer (RFC 9110 §15.5.2).
        Ok(StatusCode::UNAUTHORIZED) | Err(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Ok(status) => status,
    };
    let mut response = (status, Html(page.render()?)).into_response();
    if let Some(seconds) = refusal.retry_after_seconds {
        let value = http::HeaderValue::from(seconds.max(1).unsigned_abs());
        response.headers_mut().insert(http::header::RETRY_AFTER, value);
    }
    Ok(response)
}

impl Cx {
    /// Writes a refusal into the form it came of: errors at their fields, the rest at its head. A fault, and what
    /// is not to be seen at all, goes on as it is.
    pub fn refuse_form(&self, form: &mut Form, error: Error) -> Result<Refusal, Error> {
        let refusal = match error {
            Error::Refused(refusal) if refusal.status != 404 => *refusal,
            other => return Err(other),
        };
        let words = self.words();
        for f in &refusal.fields {
            form.refuse(&f.field, crate::wording::field_sentence(&words, f.code, &f.args));
        }
        if refusal.fields.is_empty() {
            form.refuse_whole(crate::wording::sentence(&words, &refusal));
        }
        Ok(refusal)
    }

    /// The frame of a page, with the places this reader may go to.
    pub fn layout(&self, title: impl Into<String>) -> Layout {
        let words = self.words();
        let brand = Brand { name: self.community.name.clone(), hue: self.community.hue };
        let mut layout = Layout::new(words.clone(), brand, title);
        layout.path.clone_from(&self.target);
        layout.csrf_token = self.csrf_token();
        layout.viewer = self.actor.signed_in().map(|s| Viewer { name: s.name.clone() });
        layout.flash =
            self.flash.as_ref().map(|f| Flash { undo: f.undo.clone(), ..Flash::done(words.t(&f.key)) });
        if self.community.is_set_up() {
            layout.places = self.places(&words);
            let link = |item: NavItem| (item.path.to_owned(), words.t(item.key).to_owned());
            layout.foot = self.navigation(Place::Foot).into_iter().map(link).collect();
            layout.search = self.first(Place::Search).map(|item| item.path.to_owned());
            layout.create = self.first(Place::Create).map(|item| item.path.to_owned());
        }
        layout
    }

    /// The frame of a page of administration, whose template extends `manage.html` and fills its block `manage`.
    pub fn manage_layout(&self, title: impl Into<String>) -> Layout {
        let mut layout = self.layout(title);
        let path = self.target.split('?').next().unwrap_or_default();
        layout.manage = self
            .navigation(Place::Manage)
            .into_iter()
            .map(|item| {
                let mut place = LayoutPlace::new(item.path, layout.words.t(item.key), item.icon);
                let rest = path.strip_prefix(item.path);
                place.is_current = rest.is_some_and(|r| r.is_empty() || r.starts_with('/'));
                place.count = self.badge(item.path);
                place
            })
            .collect();
        layout.meta.is_hidden = true;
        layout
    }

    /// The links of one place that this reader may follow, in order.
    pub fn navigation(&self, place: Place) -> Vec<NavItem> {
        let standing = self.actor.standing();
        let mut items: Vec<NavItem> = self
            .app
            .slices
            .iter()
            .flat_map(|s| s.navigation)
            .filter(|item| item.place == place && item.access.check(standing).is_ok())
            .copied()
            .collect();
        items.sort_by_key(|item| item.order);
        items
    }

    fn badge(&self, path: &str) -> u32 {
        self.badges.iter().find(|(at, _)| *at == path).map_or(0, |(_, n)| *n)
    }

    fn first(&self, place: Place) -> Option<NavItem> {
        self.navigation(place).into_iter().next()
    }

    fn places(&self, words: &Words) -> Vec<LayoutPlace> {
        let mut items = self.navigation(Place::Bar);
        if self.actor.signed_in().is_none() {
            items.extend(self.navigation(Place::Visitors));
            items.sort_by_key(|item| item.order);
        }
        if let Some(manage) = self.first(Place::Manage) {
            let access = manage.access;
            items.push(NavItem {
                key: crate::words::key("chrome-manage"),
                icon: Icon::Settings,
                access,
                ..manage
            });
        }
        items
            .into_iter()
            .map(|item| {
                let mut place = LayoutPlace::new(item.path, words.t(item.key), item.icon);
                place.is_current = is_current(item.path, &self.target);
                place.count = self.badge(item.path);
                place.keys = item.keys;
                place
            })
            .collect()
    }
}

/// Whether `target` is the place at `path` or below it.
fn is_current(path: &str, target: &str) -> bool {
    let target = target.split('?').next().unwrap_or(target);
    let top = |p: &str| p.trim_start_matches('/').split('/').next().unwrap_or_default().to_owned();
    match path {
        "/" => target == "/" || target.starts_with("/events"),
        _ => top(path) == top(target),
    }
}

/// The page that stands where something was refused.
#[derive(Template)]
#[template(path = "refusal.html")]
struct RefusalPage<'a> {
    layout: Layout,
    sentence: &'a str,
    way_back: &'a str,
}

pub(crate) fn refusal_page(cx: &Cx, refusal: &Refusal, sentence: &str) -> Result<String, Error> {
    let is_missing = refusal.status == 404;
    let words = cx.words();
    let title = words.t(if is_missing { "error-not-found-title" } else { "error-title" }).to_owned();
    let mut layout = cx.layout(title);
    layout.meta.is_hidden = true;
    let way_back = refusal.way_back.as_deref().unwrap_or("/");
    Ok(RefusalPage { layout, sentence, way_back }.render()?)
}

/// Marks a notice as shown on the way out.
pub(crate) fn put_flash_away(cx: &Cx, response: &mut Response) {
    let shown = cx.flash.is_some() && response.status().is_success();
    if shown {
        response.headers_mut().append(http::header::SET_COOKIE, flash::shown());
    }
}
