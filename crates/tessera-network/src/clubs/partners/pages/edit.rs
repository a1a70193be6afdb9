//! Adding a partner, and the page of one: what is agreed with it, its keys, how its syncs go.

use super::list::{self, State};
use super::{LIST, path, sentence};
use crate::clubs::partners::input::{CODE_MAX_CHARS, NAME_MAX_CHARS, PartnerFields, URL_MAX_CHARS};
use crate::clubs::partners::model::Partner;
use crate::clubs::partners::service::{self, By};
use crate::clubs::partners::store::{keys, pairings};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::ids::PartnerId;
use tessera_web::body::{Form as Posted, Path};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::refusal::Error;
use tessera_web::ui::{Form, Icon};
use tessera_web::words::{Words, key};
use tessera_wire::descriptor::Profile;
use tessera_wire::pairing::readable_fingerprint;

#[derive(Template)]
#[template(path = "partners/pages/new.html")]
struct NewPage {
    layout: Layout,
    form: Form,
    limits: Limits,
}

/// How much fits into the fields.
struct Limits {
    name: usize,
    code: usize,
    url: usize,
}

const LIMITS: Limits = Limits { name: NAME_MAX_CHARS, code: CODE_MAX_CHARS, url: URL_MAX_CHARS };

fn new_page(cx: &Cx, form: Form) -> NewPage {
    NewPage { layout: cx.manage_layout(cx.words().t("partners-new")), form, limits: LIMITS }
}

/// `GET /manage/partners/new`
pub async fn show_new(cx: Cx) -> Result<Response, Error> {
    show(&new_page(&cx, Form::new().with("is_active", "yes")))
}

/// What the forms send.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    name: String,
    short_code: String,
    base_url: String,
    logo_url: String,
    api_key: String,
    api_secret: String,
    is_active: String,
    is_approved: String,
    share_our_events: String,
    auto_import: String,
    allow_documented_profile: String,
    version: String,
}

impl Entered {
    fn fields(&self, is_new: bool) -> PartnerFields {
        let ticked = |value: &str| Some(value == "yes");
        PartnerFields {
            name: Some(self.name.clone()),
            short_code: Some(self.short_code.clone()),
            base_url: Some(self.base_url.clone()),
            logo_url: Some(self.logo_url.clone()),
            api_key: Some(self.api_key.clone()),
            api_secret: Some(self.api_secret.clone()),
            is_active: ticked(&self.is_active),
            // A new partner is approved on its own page, where it says what that means.
            is_approved: if is_new { None } else { ticked(&self.is_approved) },
            share_our_events: ticked(&self.share_our_events),
            auto_import: ticked(&self.auto_import),
            allow_documented_profile: if is_new { None } else { ticked(&self.allow_documented_profile) },
            ..PartnerFields::default()
        }
    }

    /// What was typed, but for the secret: it is in no page again.
    fn form(&self) -> Form {
        Form::new()
            .with("name", &self.name)
            .with("short_code", &self.short_code)
            .with("base_url", &self.base_url)
            .with("logo_url", &self.logo_url)
            .with("api_key", &self.api_key)
            .with("is_active", &self.is_active)
            .with("is_approved", &self.is_approved)
            .with("share_our_events", &self.share_our_events)
            .with("auto_import", &self.auto_import)
            .with("allow_documented_profile", &self.allow_documented_profile)
            .with("version", &self.version)
    }
}

/// `POST /manage/partners/new`
pub async fn post_new(cx: Cx, Posted(entered): Posted<Entered>) -> Result<Response, Error> {
    match service::add(By::of(&cx), entered.fields(true)).await {
        Ok(partner) => Ok(flash::redirect(&path(partner.id), key("partners-flash-added"))),
        Err(error) => {
            let mut form = entered.form();
            let refusal = cx.refuse_form(&mut form, error)?;
            show_refused(&new_page(&cx, form), &refusal)
        }
    }
}

/// A pair that we gave them, in words.
struct PairLine {
    id: String,
    api_key: String,
    when: String,
}

/// A signing key of theirs.
struct PinnedLine {
    fingerprint: String,
    until: String,
}

#[derive(Template)]
#[template(path = "partners/pages/partner.html")]
struct PartnerPage {
    layout: Layout,
    form: Form,
    limits: Limits,
    path: String,
    name: String,
    host: String,
    logo: Option<String>,
    state: State,
    is_approved: bool,
    is_open: bool,
    is_active: bool,
    has_secret: bool,
    pairs: Vec<PairLine>,
    last_sync: String,
    trouble: String,
    failures: String,
    events: String,
    /// The words to be compared, where a pairing waits for that.
    words: Option<String>,
    is_paired: bool,
    link_until: Option<String>,
    pinned: Vec<PinnedLine>,
    once_strong: bool,
}

/// `GET /manage/partners/{id}`
pub async fn show_partner(cx: Cx, Path(id): Path<PartnerId>) -> Result<Response, Error> {
    let partner = service::find(By::of(&cx), id).await?;
    let form = form_of(&partner);
    show(&partner_page(&cx, &partner, form).await?)
}

fn form_of(partner: &Partner) -> Form {
    let ticked = |is: bool| if is { "yes" } else { "" };
    Form::new()
        .with("name", &partner.name)
        .with("short_code", &partner.short_code)
        .with("base_url", &partner.base_url)
        .with("logo_url", partner.logo_url.clone().unwrap_or_default())
        .with("api_key", partner.api_key.clone().unwrap_or_default())
        .with("is_active", ticked(partner.is_active))
        .with("is_approved", ticked(partner.is_approved))
        .with("share_our_events", ticked(partner.share_our_events))
        .with("auto_import", ticked(partner.auto_import))
        .with("allow_documented_profile", ticked(partner.ratchet.may_fall_back))
        .with("version", partner.version.to_string())
}

async fn partner_page(cx: &Cx, partner: &Partner, form: Form) -> Result<PartnerPage, Error> {
    let by = By::of(cx);
    let words = cx.words();
    let read = cx.app.db.read();
    let pairs = service::list_pairs(by, partner).await?;
    let pinned = keys::list_pinned(&read, partner.id).await?;
    let link_until = pairings::find_open(&read, partner.id, cx.now()).await?;
    let events = service::count_events(by).await?.get(&partner.id).copied().unwrap_or(0);
    let date_time = |at| words.date_time(at, &cx.zone());
    Ok(PartnerPage {
        layout: cx.manage_layout(partner.name.clone()),
        form,
        limits: LIMITS,
        path: path(partner.id),
        name: partner.name.clone(),
        host: partner.host().to_owned(),
        logo: partner.logo_path(),
        state: list::state(cx, &words, partner),
        is_approved: partner.is_approved,
        is_open: partner.is_open() && cx.app.config.federation.enabled,
        is_active: partner.is_active,
        has_secret: partner.api_secret_sealed.is_some(),
        pairs: pairs.iter().map(|pair| pair_line(cx, &words, pair)).collect(),
        last_sync: match partner.last_sync {
            Some(at) => words.relative(at, cx.now()),
            None => words.t("partners-never").to_owned(),
        },
        trouble: partner.trouble().map(|t| sentence(&words, t)).unwrap_or_default(),
        failures: match partner.failures {
            0 => String::new(),
            failures => words.t1("partners-failures", ("count", failures)),
        },
        events: words.t1("partners-events-kept", ("count", i64::try_from(events).unwrap_or(i64::MAX))),
        words: partner.pairing.as_ref().filter(|p| p.confirmed_at.is_none()).map(|p| p.words()),
        is_paired: partner.is_paired(),
        link_until: link_until.map(|at| words.t1("partners-pair-open", ("when", date_time(at)))),
        pinned: pinned
            .iter()
            .map(|key| PinnedLine {
                fingerprint: readable_fingerprint(&key.public_key),
                until: key
                    .not_after
                    .map(|at| words.t1("partners-key-until", ("when", date_time(at.into()))))
                    .unwrap_or_default(),
            })
            .collect(),
        once_strong: partner.ratchet.reached == Some(Profile::Strong),
    })
}

fn pair_line(cx: &Cx, words: &Words, pair: &crate::clubs::partners::Pair) -> PairLine {
    let when = match pair.ends_at {
        None => words.t1("partners-pair-since", ("when", words.relative(pair.created_at, cx.now()))),
        Some(end) => words.t1("partners-key-until", ("when", words.date_time(end, &cx.zone()))),
    };
    PairLine { id: pair.id.to_string(), api_key: pair.api_key.clone(), when }
}

/// `POST /manage/partners/{id}`
pub async fn post_partner(
    cx: Cx,
    Path(id): Path<PartnerId>,
    Posted(entered): Posted<Entered>,
) -> Result<Response, Error> {
    let by = By::of(&cx);
    match service::edit(by, id, entered.fields(false), entered.version.parse().ok()).await {
        Ok(_) => Ok(flash::redirect(LIST, key("partners-flash-saved"))),
        Err(error) => {
            let mut form = entered.form();
            let refusal = cx.refuse_form(&mut form, error)?;
            let partner = service::find(by, id).await?;
            show_refused(&partner_page(&cx, &partner, form).await?, &refusal)
        }
    }
}
