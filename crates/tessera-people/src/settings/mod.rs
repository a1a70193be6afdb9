//! `/manage/settings`: what a community's admins choose for it; its address is the operator's to choose.
//!
//! Everything works without scripts; the colours show themselves in every choice.

use crate::communities::choices::{
    hue_choices, locale_choices, newcomer_choices, registration_choices, zones,
};
use crate::communities::service::{self, By};
use crate::communities::{RawCommunity, store};
use crate::setup::samples;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::{Access, Role};
use tessera_platform::config::Registration;
use tessera_web::body::Form as Posted;
use tessera_web::confirm::{self, Question};
use tessera_web::directory::Community;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::slice::{NavItem, Place, Slice};
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::words::key;
use tessera_web::{Cx, Error, FieldError, Refusal, Routes, flash};

const SETTINGS: &str = "/manage/settings";

/// What this slice brings.
pub const fn slice() -> Slice {
    Slice { locales: tessera_web::locales!(), routes, navigation: NAVIGATION, ..Slice::named("settings") }
}

const NAVIGATION: &[NavItem] = &[NavItem {
    place: Place::Manage,
    path: SETTINGS,
    key: key("settings-title"),
    access: Access::ADMIN,
    order: 80,
    icon: Icon::Settings,
    keys: "",
}];

fn routes(routes: Routes) -> Routes {
    routes
        .get("/manage/settings", Access::ADMIN, look)
        .post("/manage/settings", Access::ADMIN, save)
        .post("/manage/settings/address", Access::Operator, relocate)
        .post("/manage/settings/samples/fill", Access::ADMIN, fill)
        .post("/manage/settings/samples/clear", Access::ADMIN, clear)
}

#[derive(Template)]
#[template(path = "settings/pages/settings.html")]
struct SettingsPage {
    layout: Layout,
    form: Form,
    address: Form,
    locales: Vec<Choice>,
    registrations: Vec<Choice>,
    newcomers: Vec<Choice>,
    hues: Vec<(u16, String)>,
    zones: Vec<String>,
    /// What the server allows, where that is less than the community does.
    server_limit: Option<String>,
    is_operator: bool,
    federates: bool,
    url: String,
    has_samples: bool,
}

impl SettingsPage {
    fn hue_is(&self, hue: &u16) -> bool {
        self.form.value("hue") == hue.to_string()
    }
}

async fn look(cx: Cx) -> Result<Response, Error> {
    let (form, address) = (form_of(&cx.community), address_of(&cx.community));
    show(&page(&cx, form, address).await?)
}

fn form_of(c: &Community) -> Form {
    let newcomers = c.newcomers_may_be.iter().filter(|r| *r != Role::Member);
    Form::from_pairs(newcomers.map(|r| ("newcomers_may_be", r.code())))
        .with("name", c.name.clone())
        .with("about", c.about.clone())
        .with("timezone", c.timezone.clone())
        .with("locale", c.locale.code())
        .with("hue", c.hue.to_string())
        .with("registration", store::registration_code(c.registration))
        .with("least_told", c.least_told.to_string())
}

fn address_of(c: &Community) -> Form {
    Form::new().with("slug", c.slug.clone()).with("host", c.host.clone().unwrap_or_default())
}

async fn page(cx: &Cx, form: Form, address: Form) -> Result<SettingsPage, Error> {
    let words = cx.words();
    let mut hues = hue_choices(&words);
    if !hues.iter().any(|(hue, _)| *hue == cx.community.hue) {
        hues.push((cx.community.hue, words.t("settings-hue-own").to_owned()));
    }
    let server_limit = match cx.app.config.accounts.registration {
        Registration::Open => None,
        Registration::Invite => Some(words.t("settings-server-invite").to_owned()),
        Registration::Closed => Some(words.t("settings-server-closed").to_owned()),
    };
    Ok(SettingsPage {
        layout: cx.manage_layout(words.t("settings-title")),
        form,
        address,
        locales: locale_choices(),
        registrations: registration_choices(&words),
        newcomers: newcomer_choices(&words),
        hues,
        zones: zones(),
        server_limit,
        is_operator: cx.is_operator(),
        federates: cx.app.config.federation.enabled,
        url: cx.url("/"),
        has_samples: samples::are_there(&cx.app.db.read(), cx.community_id()).await?,
    })
}

#[derive(Debug, Default, Deserialize)]
struct PostedSettings {
    #[serde(default)]
    name: String,
    #[serde(default)]
    about: String,
    #[serde(default)]
    timezone: String,
    #[serde(default)]
    locale: String,
    #[serde(default)]
    hue: String,
    #[serde(default)]
    registration: String,
    #[serde(default)]
    newcomers_may_be: Vec<String>,
    #[serde(default)]
    least_told: String,
}

async fn save(cx: Cx, Posted(posted): Posted<PostedSettings>) -> Result<Response, Error> {
    let raw = RawCommunity {
        name: posted.name,
        timezone: posted.timezone,
        locale: posted.locale,
        hue: posted.hue,
        about: posted.about,
        registration: posted.registration,
        newcomers_may_be: posted.newcomers_may_be,
        least_told: posted.least_told,
        ..RawCommunity::default()
    };
    let done = async {
        let edited = raw.parse_edited().map_err(Refusal::invalid)?;
        let tx = cx.app.db.write().await?;
        service::edit(&tx, by(&cx), cx.community_id(), edited).await?;
        tx.commit().await.map_err(Error::from)
    };
    match done.await {
        Ok(()) => Ok(flash::redirect(SETTINGS, key("settings-flash-saved"))),
        Err(e) => {
            let mut form =
                Form::from_pairs(raw.newcomers_may_be.iter().map(|r| ("newcomers_may_be", r.as_str())))
                    .with("name", raw.name)
                    .with("about", raw.about)
                    .with("timezone", raw.timezone)
                    .with("locale", raw.locale)
                    .with("hue", raw.hue)
                    .with("registration", raw.registration)
                    .with("least_told", raw.least_told);
            let refusal = cx.refuse_form(&mut form, e)?;
            show_refused(&page(&cx, form, address_of(&cx.community)).await?, &refusal)
        }
    }
}

fn by(cx: &Cx) -> By<'_> {
    By { clock: cx.app.clock(), actor: cx.account_id() }
}

#[derive(Debug, Default, Deserialize)]
struct PostedAddress {
    #[serde(default)]
    slug: String,
    #[serde(default)]
    host: String,
}

async fn relocate(cx: Cx, Posted(posted): Posted<PostedAddress>) -> Result<Response, Error> {
    // The page shows the rest of the settings too, which are the admins'.
    if !cx.is_admin() {
        return Err(Refusal::new(403, "forbidden").into());
    }
    let done = async {
        let wrong = |field: &'static str| move |code| Refusal::invalid(vec![FieldError::new(field, code)]);
        let slug = posted.slug.parse().map_err(wrong("slug"))?;
        let host = match posted.host.trim() {
            "" => None,
            host => Some(host.parse().map_err(wrong("host"))?),
        };
        let tx = cx.app.db.write().await?;
        service::relocate(&tx, by(&cx), cx.community_id(), &slug, host.as_ref()).await?;
        tx.commit().await.map_err(Error::from)
    };
    match done.await {
        Ok(()) => {
            let community = store::find_community(&cx.app.db.read(), cx.community_id()).await?;
            let community = community.ok_or_else(Refusal::not_found)?;
            // The address asked for may name the community no longer.
            let here = cx.app.base_url(&community);
            let there = cx.app.communities().await?.into_iter().find(|c| c.id == community.id);
            let there = there.map_or(here, |c| cx.app.base_url(&c));
            Ok(flash::redirect(&format!("{there}{SETTINGS}"), key("settings-flash-moved")))
        }
        Err(e) => {
            let mut address = Form::new().with("slug", posted.slug).with("host", posted.host);
            let refusal = cx.refuse_form(&mut address, e)?;
            show_refused(&page(&cx, form_of(&cx.community), address).await?, &refusal)
        }
    }
}

async fn fill(cx: Cx) -> Result<Response, Error> {
    samples::fill(&cx).await?;
    Ok(flash::redirect(SETTINGS, key("settings-flash-filled")))
}

#[derive(Debug, Deserialize)]
struct Confirmed {
    #[serde(default)]
    confirmed: String,
}

async fn clear(cx: Cx, Posted(posted): Posted<Confirmed>) -> Result<Response, Error> {
    if posted.confirmed != "yes" {
        let words = cx.words();
        let question = Question {
            title: words.t("settings-samples-clear").to_owned(),
            what: words.t("settings-samples-clear-what").to_owned(),
            button: words.t("settings-samples-clear").to_owned(),
            action: format!("{SETTINGS}/samples/clear"),
            back: SETTINGS.to_owned(),
            kept: vec![],
        };
        return confirm::ask(&cx, question);
    }
    samples::clear(&cx).await?;
    Ok(flash::redirect(SETTINGS, key("settings-flash-cleared")))
}
