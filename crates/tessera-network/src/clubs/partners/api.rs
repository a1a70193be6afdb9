//! Partners over the API: the same service as the pages' and the shell's.

use super::input::PartnerFields;
use super::model::{Pair, Partner, profile_code};
use super::service::{self, By};
use super::trial::{self, Outcome, Tried};
use super::trouble::Trouble;
use axum::Json as Answered;
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, ETAG, IF_MATCH};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde::Serialize;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, PartnerId};
use tessera_web::body::{Json, Path};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, Refusal};

/// A partner. Secrets are never in it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PartnerJson {
    #[schema(value_type = uuid::Uuid)]
    pub id: PartnerId,
    pub name: String,
    pub short_code: String,
    pub base_url: String,
    pub logo_url: Option<String>,
    /// Where the logo is shown from here.
    pub logo: Option<String>,
    /// Theirs, given to us.
    pub api_key: Option<String>,
    pub has_api_secret: bool,
    /// The key of the pair that we gave them last.
    pub our_key_for_them: Option<String>,
    /// All pairs that they may sign with now.
    pub pairs: Vec<PairJson>,
    pub is_active: bool,
    pub is_approved: bool,
    pub share_our_events: bool,
    pub auto_import: bool,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_sync: Option<Instant>,
    /// Why the last sync failed: a stable word, and a number where one belongs to it.
    pub last_error: Option<String>,
    /// Syncs that failed in a row.
    pub failures: i64,
    /// Of theirs, kept here.
    pub events: u64,
    pub profile: ProfileJson,
    pub version: i64,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Instant,
    #[schema(value_type = Option<uuid::Uuid>)]
    pub created_by: Option<AccountId>,
}

/// A pair that we gave to a partner, without its secret.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PairJson {
    pub id: uuid::Uuid,
    pub api_key: String,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Instant,
    /// Null: the current one.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub ends_at: Option<Instant>,
}

/// How both sides sign.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProfileJson {
    /// The strongest that the partner has used: `documented` or `strong`.
    pub reached: Option<&'static str>,
    /// Whether an admin lets it fall back.
    pub allow_documented_profile: bool,
    pub paired: bool,
    /// What both admins compare before a pairing is used; null once it is.
    pub words: Option<String>,
}

impl PartnerJson {
    pub fn of(partner: Partner, pairs: Vec<Pair>, events: u64) -> Self {
        let waiting = partner.pairing.as_ref().filter(|p| p.confirmed_at.is_none());
        let pair =
            |p: Pair| PairJson { id: p.id, api_key: p.api_key, created_at: p.created_at, ends_at: p.ends_at };
        Self {
            id: partner.id,
            logo: partner.logo_path(),
            has_api_secret: partner.api_secret_sealed.is_some(),
            our_key_for_them: pairs.iter().find(|p| p.ends_at.is_none()).map(|p| p.api_key.clone()),
            pairs: pairs.into_iter().map(pair).collect(),
            profile: ProfileJson {
                reached: partner.ratchet.reached.map(profile_code),
                allow_documented_profile: partner.ratchet.may_fall_back,
                paired: partner.is_paired(),
                words: waiting.map(super::model::Pairing::words),
            },
            name: partner.name,
            short_code: partner.short_code,
            base_url: partner.base_url,
            logo_url: partner.logo_url,
            api_key: partner.api_key,
            is_active: partner.is_active,
            is_approved: partner.is_approved,
            share_our_events: partner.share_our_events,
            auto_import: partner.auto_import,
            last_sync: partner.last_sync,
            last_error: partner.last_error,
            failures: partner.failures,
            events,
            version: partner.version,
            created_at: partner.created_at,
            created_by: partner.created_by,
        }
    }
}

/// One partner as it is shown, by whoever shows it.
pub async fn shown(by: By<'_>, partner: Partner) -> Result<PartnerJson, Error> {
    let pairs = service::list_pairs(by, &partner).await?;
    let events = service::count_events(by).await?.get(&partner.id).copied().unwrap_or(0);
    Ok(PartnerJson::of(partner, pairs, events))
}

async fn answered(by: By<'_>, status: StatusCode, partner: Partner) -> Result<Response, Error> {
    let tag = tag(&partner)?;
    Ok((status, [(ETAG, tag)], Answered(shown(by, partner).await?)).into_response())
}

fn tag(partner: &Partner) -> Result<HeaderValue, Error> {
    Ok(HeaderValue::from_str(&format!("\"{}\"", partner.version)).map_err(anyhow::Error::from)?)
}

/// All partners, by name.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PartnerList {
    items: Vec<PartnerJson>,
    /// Always null: a community has at most 1,000.
    next: Option<String>,
}

/// The partners of this community, by name.
#[utoipa::path(get, path = "/api/partners", tag = "partners",
    responses((status = 200, body = PartnerList), (status = 401), (status = 403)))]
pub async fn list_partners(cx: Cx) -> Result<Answered<PartnerList>, Error> {
    let by = By::of(&cx);
    let partners = service::list(by).await?;
    let events = service::count_events(by).await?;
    let mut pairs = service::list_all_pairs(by).await?;
    let items = partners.into_iter().map(|partner| {
        let count = events.get(&partner.id).copied().unwrap_or(0);
        let pairs = pairs.remove(&partner.id).unwrap_or_default();
        PartnerJson::of(partner, pairs, count)
    });
    Ok(Answered(PartnerList { items: items.collect(), next: None }))
}

/// Adds a partner. Nothing goes to it or comes from it before it is approved.
#[utoipa::path(post, path = "/api/partners", tag = "partners", request_body = PartnerFields,
    responses((status = 201, body = PartnerJson), (status = 401), (status = 403), (status = 409), (status = 422)))]
pub async fn add_partner(cx: Cx, Json(fields): Json<PartnerFields>) -> Result<Response, Error> {
    let by = By::of(&cx);
    let partner = service::add(by, fields).await?;
    answered(by, StatusCode::CREATED, partner).await
}

/// One partner.
#[utoipa::path(get, path = "/api/partners/{id}", tag = "partners", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = PartnerJson), (status = 401), (status = 403), (status = 404)))]
pub async fn get_partner(cx: Cx, Path(id): Path<PartnerId>) -> Result<Response, Error> {
    let by = By::of(&cx);
    let partner = service::find(by, id).await?;
    answered(by, StatusCode::OK, partner).await
}

/// Changes what is given. `If-Match` with the tag that was read keeps from writing over what somebody else changed.
#[utoipa::path(patch, path = "/api/partners/{id}", tag = "partners", params(("id" = uuid::Uuid, Path)),
    request_body = PartnerFields,
    responses((status = 200, body = PartnerJson), (status = 401), (status = 403), (status = 404), (status = 412),
        (status = 422)))]
pub async fn change_partner(
    cx: Cx,
    Path(id): Path<PartnerId>,
    headers: HeaderMap,
    Json(fields): Json<PartnerFields>,
) -> Result<Response, Error> {
    let by = By::of(&cx);
    let partner = service::edit(by, id, fields, version_of(&headers)?).await?;
    answered(by, StatusCode::OK, partner).await
}

fn version_of(headers: &HeaderMap) -> Result<Option<i64>, Error> {
    let Some(tag) = headers.get(IF_MATCH) else { return Ok(None) };
    let tag = tag.to_str().unwrap_or_default().trim();
    if tag == "*" {
        return Ok(None);
    }
    let version = tag.trim_start_matches("W/").trim_matches('"').parse();
    version.map(Some).map_err(|_| Refusal::new(412, "changed_meanwhile").into())
}

/// Removes a partner with everything that is kept of it: its events, the interest of members in them, and what they wrote.
#[utoipa::path(delete, path = "/api/partners/{id}", tag = "partners", params(("id" = uuid::Uuid, Path)),
    responses((status = 204), (status = 401), (status = 403), (status = 404)))]
pub async fn remove_partner(cx: Cx, Path(id): Path<PartnerId>) -> Result<StatusCode, Error> {
    service::remove(By::of(&cx), id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Approves a partner: from now on its events come in, and ours go out where that was chosen.
#[utoipa::path(post, path = "/api/partners/{id}/approve", tag = "partners", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = PartnerJson), (status = 401), (status = 403), (status = 404)))]
pub async fn approve_partner(cx: Cx, Path(id): Path<PartnerId>) -> Result<Response, Error> {
    let by = By::of(&cx);
    let partner = service::approve(by, id).await?;
    answered(by, StatusCode::OK, partner).await
}

/// Whether a sync was begun.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SyncJson {
    /// False: one waits already.
    enqueued: bool,
}

/// Has the partner's events fetched, soon.
#[utoipa::path(post, path = "/api/partners/{id}/sync", tag = "partners", params(("id" = uuid::Uuid, Path)),
    responses((status = 202, body = SyncJson), (status = 401), (status = 403), (status = 404),
        (status = 409, description = "The partner is not active and approved (`partner_not_open`), or federation is off (`federation_off`).")))]
pub async fn sync_partner(
    cx: Cx,
    Path(id): Path<PartnerId>,
) -> Result<(StatusCode, Answered<SyncJson>), Error> {
    let enqueued = service::sync(By::of(&cx), id).await?;
    Ok((StatusCode::ACCEPTED, Answered(SyncJson { enqueued })))
}

/// What came of a test.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TestJson {
    pub ok: bool,
    pub steps: Vec<StepJson>,
    /// Where it failed: a stable word, and a number where one belongs to it.
    pub error: Option<String>,
    /// The same as a sentence.
    pub detail: Option<String>,
    /// How many events they say there are today.
    pub events: Option<u64>,
}

/// One step of a test.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct StepJson {
    pub step: &'static str,
    pub outcome: Outcome,
}

impl TestJson {
    pub fn of(tried: &Tried, detail: Option<String>) -> Self {
        let step = |(step, outcome)| StepJson { step, outcome };
        Self {
            ok: tried.trouble.is_none(),
            steps: tried.steps().into_iter().map(step).collect(),
            error: tried.trouble.map(Trouble::code),
            detail,
            events: tried.events,
        }
    }
}

/// Asks the partner for today's events, and says at which step that failed.
#[utoipa::path(post, path = "/api/partners/{id}/test", tag = "partners", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = TestJson), (status = 401), (status = 403), (status = 404)))]
pub async fn test_partner(cx: Cx, Path(id): Path<PartnerId>) -> Result<Answered<TestJson>, Error> {
    let tried = trial::test(By::of(&cx), id).await?;
    let detail = tried.trouble.map(|trouble| super::pages::sentence(&cx.words(), trouble));
    Ok(Answered(TestJson::of(&tried, detail)))
}

/// Both halves of a new pair, this once.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PairOnce {
    api_key: String,
    api_secret: String,
}

/// Makes a pair for the partner to sign with. Its secret is in this answer and never again; the pair before it works on
/// for seven days.
#[utoipa::path(post, path = "/api/partners/{id}/generate-key", tag = "partners", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = PairOnce), (status = 401), (status = 403), (status = 404)))]
pub async fn generate_partner_key(cx: Cx, Path(id): Path<PartnerId>) -> Result<Response, Error> {
    let pair = service::generate_key(By::of(&cx), id).await?;
    let once =
        PairOnce { api_key: pair.api_key.to_string(), api_secret: pair.api_secret.expose().to_owned() };
    Ok(([(CACHE_CONTROL, HeaderValue::from_static("no-store"))], Answered(once)).into_response())
}
