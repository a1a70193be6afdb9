//! What is done with partners: added, changed, approved, removed, given keys; by an admin over pages and API, or from
//! the shell.

use super::calling::sealer;
use super::input::{self, PartnerFields, Terms};
use super::model::{MOST_PARTNERS, OVERLAP_DAYS, Pair, Partner};
use super::store::{self, keys};
use super::{SYNC, SyncPayload, jobs};
use futures::future::BoxFuture;
use jiff::SignedDuration;
use sea_orm::DbErr;
use serde_json::json;
use std::collections::BTreeMap;
use tessera_core::Clock;
use tessera_core::ids::{AccountId, CommunityId, PartnerId};
use tessera_platform::audit::{self, Deed};
use tessera_platform::db::{Write, is_unique_violation};
use tessera_platform::jobs::{NewJob, enqueue};
use tessera_platform::random_bytes;
use tessera_web::app::App;
use tessera_web::cx::Cx;
use tessera_web::directory::Community;
use tessera_web::refusal::{Error, FieldError, Refusal};
use tessera_wire::descriptor::Ratchet;
use tessera_wire::documented::{PublicKey, SecretKey};

/// What is kept of a partner by other slices.
#[derive(Clone, Copy)]
pub struct Belongings {
    /// How many events of each partner of a community are kept: one statement.
    pub events: for<'a> fn(&'a App, CommunityId) -> BoxFuture<'a, anyhow::Result<BTreeMap<PartnerId, u64>>>,
    /// What goes with this one.
    pub count: for<'a> fn(&'a App, &'a Partner) -> BoxFuture<'a, anyhow::Result<Kept>>,
    pub erase: for<'a> fn(&'a App, &'a Write, &'a Partner) -> BoxFuture<'a, anyhow::Result<()>>,
}

/// How much is kept of a partner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub events: u64,
    /// Of members in its events.
    pub interests: u64,
    pub comments: u64,
}

/// On whose behalf.
#[derive(Clone, Copy)]
pub struct By<'a> {
    pub app: &'a App,
    pub community: &'a Community,
    /// Nobody: the shell.
    pub actor: Option<AccountId>,
}

impl<'a> By<'a> {
    pub fn of(cx: &'a Cx) -> Self {
        Self { app: &cx.app, community: &cx.community, actor: cx.account_id() }
    }

    pub(super) async fn note(self, tx: &Write, partner: &Partner, action: &str) -> Result<(), DbErr> {
        let deed = Deed {
            community: self.community.id,
            actor: self.actor,
            action,
            subject: partner.subject(),
            details: json!({ "partner": partner.short_code }),
        };
        audit::record(tx, self.app.clock(), deed).await
    }
}

/// One partner; as if it did not exist where it is another community's.
pub async fn find(by: By<'_>, id: PartnerId) -> Result<Partner, Error> {
    let found = store::find(&by.app.db.read(), by.community.id, id).await?;
    found.ok_or_else(|| Refusal::not_found().into())
}

pub async fn list(by: By<'_>) -> Result<Vec<Partner>, Error> {
    Ok(store::list(&by.app.db.read(), by.community.id).await?)
}

/// Adds a partner. Nothing goes to it or comes from it before it is approved.
pub async fn add(by: By<'_>, fields: PartnerFields) -> Result<Partner, Error> {
    let terms = input::check(fields, None, &by.app.outbound).map_err(Refusal::invalid)?;
    let partner = Partner {
        id: by.app.new_id(),
        community_id: by.community.id,
        name: String::new(),
        short_code: String::new(),
        base_url: String::new(),
        logo_url: None,
        logo: None,
        api_key: None,
        api_secret_sealed: None,
        is_active: true,
        is_approved: false,
        share_our_events: false,
        auto_import: false,
        last_sync: None,
        last_error: None,
        failures: 0,
        failing_since: None,
        ratchet: Ratchet { reached: None, may_fall_back: false },
        pairing: None,
        version: 1,
        created_at: by.app.now(),
        created_by: by.actor,
    };
    let partner = with(by.app, partner, terms)?;
    let tx = by.app.db.write().await?;
    if store::count(&tx, by.community.id).await? >= MOST_PARTNERS {
        return Err(Refusal::new(409, "too_many_partners").with("max", MOST_PARTNERS).into());
    }
    store::insert(&tx, &partner).await.map_err(taken)?;
    fetch_logo(by, &tx, &partner).await?;
    tx.touch(by.community.id);
    by.note(&tx, &partner, "partner.add").await?;
    if partner.is_approved {
        by.note(&tx, &partner, "partner.approve").await?;
    }
    tx.commit().await?;
    Ok(partner)
}

fn with(app: &App, kept: Partner, terms: Terms) -> Result<Partner, Error> {
    let api_secret_sealed = match (&terms.api_key, &terms.new_secret) {
        (None, _) => None,
        (Some(_), Some(secret)) => Some(sealer(app).seal(secret).map_err(anyhow::Error::from)?),
        (Some(_), None) => kept.api_secret_sealed.clone(),
    };
    let logo = kept.logo.clone().filter(|_| terms.logo_url == kept.logo_url);
    Ok(Partner {
        name: terms.name,
        short_code: terms.short_code,
        base_url: terms.base_url,
        logo_url: terms.logo_url,
        logo,
        api_key: terms.api_key,
        api_secret_sealed,
        is_active: terms.is_active,
        is_approved: terms.is_approved,
        share_our_events: terms.share_our_events,
        auto_import: terms.auto_import,
        ratchet: Ratchet { may_fall_back: terms.may_fall_back, ..kept.ratchet },
        ..kept
    })
}

fn taken(e: DbErr) -> Error {
    if is_unique_violation(&e) {
        Refusal::invalid(vec![FieldError::new("short_code", "code_taken")]).into()
    } else {
        e.into()
    }
}

async fn fetch_logo(by: By<'_>, tx: &Write, partner: &Partner) -> Result<(), DbErr> {
    if partner.logo_url.is_none() || partner.logo.is_some() {
        return Ok(());
    }
    let job = NewJob {
        kind: jobs::LOGO.kind,
        payload: &SyncPayload { community: partner.community_id, partner: partner.id },
        run_at: by.app.now(),
        dedupe_key: Some(partner.id.to_string()),
        max_attempts: jobs::LOGO.max_attempts,
    };
    enqueue(tx, by.app.clock(), job).await.map(|_| ())
}

/// Changes what is given. `seen` is the version that the editor saw.
pub async fn edit(
    by: By<'_>,
    id: PartnerId,
    fields: PartnerFields,
    seen: Option<i64>,
) -> Result<Partner, Error> {
    let tx = by.app.db.write().await?;
    let before = store::find(&tx, by.community.id, id).await?.ok_or_else(Refusal::not_found)?;
    if seen.is_some_and(|version| version != before.version) {
        return Err(changed_meanwhile());
    }
    let terms = input::check(fields, Some(&before), &by.app.outbound).map_err(Refusal::invalid)?;
    let after = with(by.app, before.clone(), terms)?;
    if after == before {
        return Ok(before);
    }
    let after = save(by, &tx, &before, after).await?;
    let deed = match (before.is_approved, after.is_approved) {
        (false, true) => "partner.approve",
        (true, false) => "partner.withdraw",
        _ if before.is_active && !after.is_active => "partner.deactivate",
        _ => "partner.edit",
    };
    by.note(&tx, &after, deed).await?;
    if !before.ratchet.may_fall_back && after.ratchet.may_fall_back {
        by.note(&tx, &after, "partner.allow_documented").await?;
    }
    tx.commit().await?;
    Ok(after)
}

async fn save(by: By<'_>, tx: &Write, before: &Partner, mut after: Partner) -> Result<Partner, Error> {
    if !store::update(tx, &after, before.version).await.map_err(taken)? {
        return Err(changed_meanwhile());
    }
    after.version = before.version.saturating_add(1);
    fetch_logo(by, tx, &after).await?;
    tx.touch(by.community.id);
    Ok(after)
}

fn changed_meanwhile() -> Error {
    Refusal::new(412, "changed_meanwhile").into()
}

/// Lets events come in from a partner, and go out to it where that was chosen. Approving again changes nothing.
pub async fn approve(by: By<'_>, id: PartnerId) -> Result<Partner, Error> {
    let fields = PartnerFields { is_approved: Some(true), ..PartnerFields::default() };
    edit(by, id, fields, None).await
}

/// Stops everything with a partner, or lets it go on, keeping all there is.
pub async fn set_active(by: By<'_>, id: PartnerId, is_active: bool) -> Result<Partner, Error> {
    let fields = PartnerFields { is_active: Some(is_active), ..PartnerFields::default() };
    edit(by, id, fields, None).await
}

/// How much goes with a partner.
pub async fn count_kept(by: By<'_>, partner: &Partner) -> Result<Kept, Error> {
    let mut all = Kept::default();
    for belongings in crate::BELONGINGS {
        let kept = (belongings.count)(by.app, partner).await?;
        all.events = all.events.saturating_add(kept.events);
        all.interests = all.interests.saturating_add(kept.interests);
        all.comments = all.comments.saturating_add(kept.comments);
    }
    Ok(all)
}

/// How many events of each partner are kept.
pub async fn count_events(by: By<'_>) -> Result<BTreeMap<PartnerId, u64>, Error> {
    let mut all = BTreeMap::new();
    for belongings in crate::BELONGINGS {
        for (partner, count) in (belongings.events)(by.app, by.community.id).await? {
            let sum: &mut u64 = all.entry(partner).or_default();
            *sum = sum.saturating_add(count);
        }
    }
    Ok(all)
}

/// Removes a partner with everything that is kept of it.
pub async fn remove(by: By<'_>, id: PartnerId) -> Result<(), Error> {
    let tx = by.app.db.write().await?;
    let partner = store::find(&tx, by.community.id, id).await?.ok_or_else(Refusal::not_found)?;
    for belongings in crate::BELONGINGS {
        (belongings.erase)(by.app, &tx, &partner).await?;
    }
    store::delete(&tx, by.community.id, id).await?;
    tx.touch(by.community.id);
    by.note(&tx, &partner, "partner.remove").await?;
    tx.commit().await?;
    Ok(())
}

/// Both halves of a pair, to be shown once.
pub struct NewPair {
    pub api_key: PublicKey,
    pub api_secret: SecretKey,
}

/// Makes a pair for a partner to sign with. The one before it works on for [`OVERLAP_DAYS`].
pub async fn generate_key(by: By<'_>, id: PartnerId) -> Result<NewPair, Error> {
    let new = NewPair {
        api_key: PublicKey::from_random(&random_bytes()),
        api_secret: SecretKey::from_random(&random_bytes()),
    };
    let sealed = sealer(by.app).seal(new.api_secret.expose()).map_err(anyhow::Error::from)?;
    let tx = by.app.db.write().await?;
    let partner = store::find(&tx, by.community.id, id).await?.ok_or_else(Refusal::not_found)?;
    let now = by.app.now();
    let pair = Pair {
        id: by.app.new_id(),
        partner_id: id,
        api_key: new.api_key.to_string(),
        api_secret_sealed: sealed,
        created_at: now,
        ends_at: None,
    };
    let old_ends_at = now.plus(SignedDuration::from_hours(24 * OVERLAP_DAYS));
    keys::put_pair(&tx, &partner, &pair, old_ends_at)
        .await
        .map_err(|e| if is_unique_violation(&e) { changed_meanwhile() } else { e.into() })?;
    by.note(&tx, &partner, "partner.generate_key").await?;
    tx.commit().await?;
    Ok(new)
}

/// The pairs that a partner may sign with now, the newest first.
pub async fn list_pairs(by: By<'_>, partner: &Partner) -> Result<Vec<Pair>, Error> {
    let mut pairs = keys::list_pairs(&by.app.db.read(), partner.id).await?;
    pairs.retain(|pair| pair.works_at(by.app.now()));
    Ok(pairs)
}

/// The pairs that work now of all partners, the newest of each first, in one statement.
pub async fn list_all_pairs(by: By<'_>) -> Result<BTreeMap<PartnerId, Vec<Pair>>, Error> {
    let mut all: BTreeMap<PartnerId, Vec<Pair>> = BTreeMap::new();
    for pair in keys::list_all_pairs(&by.app.db.read(), by.community.id, by.app.now()).await? {
        all.entry(pair.partner_id).or_default().push(pair);
    }
    Ok(all)
}

/// Takes a pair back: what is signed with it is refused from this moment on.
pub async fn revoke_key(by: By<'_>, id: PartnerId, pair: uuid::Uuid) -> Result<(), Error> {
    let tx = by.app.db.write().await?;
    let partner = store::find(&tx, by.community.id, id).await?.ok_or_else(Refusal::not_found)?;
    if !keys::delete_pair(&tx, id, pair).await? {
        return Err(Refusal::not_found().into());
    }
    by.note(&tx, &partner, "partner.revoke_key").await?;
    tx.commit().await?;
    Ok(())
}

/// Has a partner's events fetched soon. False: that waits already.
pub async fn sync(by: By<'_>, id: PartnerId) -> Result<bool, Error> {
    let partner = find(by, id).await?;
    if !partner.is_open() {
        return Err(Refusal::new(409, "partner_not_open").into());
    }
    if !by.app.config.federation.enabled {
        return Err(Refusal::new(409, "federation_off").into());
    }
    let tx = by.app.db.write().await?;
    let is_new = enqueue_sync(&tx, by.app.clock(), &partner).await?;
    tx.commit().await?;
    Ok(is_new)
}

/// Enqueues a sync of this partner. False: one waits already.
pub async fn enqueue_sync(tx: &Write, clock: &dyn Clock, partner: &Partner) -> Result<bool, DbErr> {
    let job = NewJob {
        kind: SYNC,
        payload: &SyncPayload { community: partner.community_id, partner: partner.id },
        run_at: clock.now(),
        dedupe_key: Some(partner.id.to_string()),
        max_attempts: 1,
    };
    enqueue(tx, clock, job).await
}
