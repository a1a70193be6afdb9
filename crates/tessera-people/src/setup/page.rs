//! `/setup`.

use super::samples;
use crate::accounts::{self, NewAccount};
use crate::communities::choices::{
    hue_choices, locale_choices, newcomer_choices, registration_choices, zones,
};
use crate::communities::service::{self, By};
use crate::communities::{NewCommunity, RawCommunity, Slug};
use askama::Template;
use axum::response::Response;
use http::HeaderMap;
use serde::Deserialize;
use std::sync::Arc;
use tessera_core::{Access, Locale, Role, Roles};
use tessera_platform::passwords::NewPassword;
use tessera_platform::tokens::Token;
use tessera_web::body::Form as Posted;
use tessera_web::cx::{Actor, Membership, SignedIn, Via};
use tessera_web::directory::Community;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::ui::{Choice, Form};
use tessera_web::{Cx, Error, FieldError, Refusal, Routes};

pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/setup", Access::Anyone, look)
        .before_setup()
        .post("/setup", Access::Anyone, set_up)
        .before_setup()
}

#[derive(Template)]
#[template(path = "setup/pages/setup.html")]
struct SetupPage {
    layout: Layout,
    form: Form,
    locales: Vec<Choice>,
    registrations: Vec<Choice>,
    newcomers: Vec<Choice>,
    hues: Vec<(u16, String)>,
    zones: Vec<String>,
}

impl SetupPage {
    fn hue_is(&self, hue: &u16) -> bool {
        self.form.value("hue") == hue.to_string()
    }
}

async fn look(cx: Cx) -> Result<Response, Error> {
    refuse_afterwards(&cx)?;
    let form = Form::from_pairs([("newcomers_may_be", "organiser")])
        .with("timezone", likely_zone(cx.locale))
        .with("locale", cx.locale.code())
        .with("hue", crate::communities::DEFAULT_HUE.to_string())
        .with("registration", "open")
        .with("samples", "yes");
    show(&page(&cx, form))
}

fn refuse_afterwards(cx: &Cx) -> Result<(), Error> {
    if cx.community.is_set_up() { Err(Refusal::not_found().into()) } else { Ok(()) }
}

/// Where readers of a language most often live; the browser then offers its own.
fn likely_zone(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "Europe/London",
        Locale::It => "Europe/Rome",
        Locale::Fr => "Europe/Paris",
        Locale::Es => "Europe/Madrid",
        Locale::De => "Europe/Berlin",
    }
}

fn page(cx: &Cx, form: Form) -> SetupPage {
    let words = cx.words();
    let mut layout = cx.layout(words.t("setup-title"));
    layout.meta.is_hidden = true;
    SetupPage {
        layout,
        form,
        locales: locale_choices(),
        registrations: registration_choices(&words),
        newcomers: newcomer_choices(&words),
        hues: hue_choices(&words),
        zones: zones(),
    }
}

/// What the form sends. Fields of the admin are told apart from the community's by their names.
#[derive(Debug, Default, Deserialize)]
struct PostedSetup {
    #[serde(default)]
    name: String,
    #[serde(default)]
    slug: String,
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
    admin_name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    samples: String,
}

impl PostedSetup {
    fn community(&self) -> RawCommunity {
        let slug = if self.slug.trim().is_empty() { Slug::suggest(&self.name) } else { self.slug.clone() };
        RawCommunity {
            name: self.name.clone(),
            slug,
            timezone: self.timezone.clone(),
            locale: self.locale.clone(),
            hue: self.hue.clone(),
            registration: self.registration.clone(),
            newcomers_may_be: self.newcomers_may_be.clone(),
            ..RawCommunity::default()
        }
    }

    fn kept(&self) -> Form {
        Form::from_pairs(self.newcomers_may_be.iter().map(|r| ("newcomers_may_be", r.as_str())))
            .with("name", self.name.clone())
            .with("slug", self.slug.clone())
            .with("timezone", self.timezone.clone())
            .with("locale", self.locale.clone())
            .with("hue", self.hue.clone())
            .with("registration", self.registration.clone())
            .with("admin_name", self.admin_name.clone())
            .with("email", self.email.clone())
            .with("samples", self.samples.clone())
    }
}

async fn set_up(cx: Cx, headers: HeaderMap, Posted(posted): Posted<PostedSetup>) -> Result<Response, Error> {
    refuse_afterwards(&cx)?;
    let agent = headers.get(http::header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    match make(&cx, &posted, agent).await {
        Ok((admin, session)) => {
            if posted.samples == "yes"
                && let Err(e) = samples::fill(&admin).await
            {
                // The community stands; samples can be had again from its settings.
                tracing::error!(error = ?e, "the samples could not be made");
            }
            Ok(accounts::with_session(&cx.app, &session, "/"))
        }
        Err(e) => {
            let mut form = posted.kept();
            let refusal = cx.refuse_form(&mut form, e)?;
            show_refused(&page(&cx, form), &refusal)
        }
    }
}

/// Community, admin and session in one transaction; whoever comes second finds nothing.
async fn make(cx: &Cx, posted: &PostedSetup, agent: &str) -> Result<(Cx, Token), Error> {
    let (community, mut admin, password) = parse(posted)?;
    admin.password_hash = Some(cx.app.passwords.hash(&password).await.map_err(anyhow::Error::from)?);
    let tx = cx.app.db.write().await?;
    let by = By { clock: cx.app.clock(), actor: None };
    let community = service::found(&tx, by, &community).await?.ok_or_else(Refusal::not_found)?;
    let Some(account) = accounts::create(&tx, &cx.app, &admin).await? else {
        return Err(Refusal::new(409, "email_taken").into());
    };
    let roles = Roles::of(&[Role::Member, Role::Organiser, Role::Admin]);
    let membership = service::join(&tx, cx.app.clock(), community.id, account.id, roles).await?;
    let session = accounts::begin_session(&tx, &cx.app, account.id, community.id, agent).await?;
    tx.commit().await?;
    let signed_in = SignedIn {
        account_id: account.id,
        name: account.name,
        email: account.email,
        email_verified: true,
        operator: true,
        locale: account.locale,
        timezone: None,
        membership: Some(Membership { id: membership.id, roles }),
        via: Via::Token { id: tessera_core::ids::ApiTokenId(uuid::Uuid::nil()), scopes: None },
    };
    Ok((context_of(cx, community, signed_in), session))
}

/// The context of the admin in the community that was just made.
fn context_of(cx: &Cx, community: Community, admin: SignedIn) -> Cx {
    Cx { actor: Actor::SignedIn(Arc::new(admin)), community: Arc::new(community), ..cx.clone() }
}

/// Everything that is wrong, at once.
fn parse(posted: &PostedSetup) -> Result<(NewCommunity, NewAccount, NewPassword), Error> {
    let mut wrong: Vec<FieldError> = Vec::new();
    let community = posted.community().parse_new().map_err(|e| wrong.extend(e)).ok();
    let name = accounts::parse_name(&posted.admin_name);
    let name = name.map_err(|e| wrong.push(FieldError { field: "admin_name".into(), ..e })).ok();
    let email = accounts::parse_email(&posted.email).map_err(|e| wrong.push(e)).ok();
    let about = [posted.email.as_str(), posted.admin_name.as_str(), posted.name.as_str()];
    let password = NewPassword::parse(&posted.password, &about);
    let password = password.map_err(|e| wrong.push(accounts::unfit_password("password", e))).ok();
    let (Some(community), Some(name), Some(email), Some(password)) = (community, name, email, password)
    else {
        return Err(Refusal::invalid(wrong).into());
    };
    let admin = NewAccount {
        email,
        name,
        password_hash: None,
        locale: Some(community.rest.locale),
        timezone: None,
        verified: true,
        operator: true,
    };
    Ok((community, admin, password))
}
