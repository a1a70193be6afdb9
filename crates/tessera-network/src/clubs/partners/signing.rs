//! Our own signing keys: one community's each, the private half sealed, replaced with an overlap in which both are
//! believed, and each new one vouched for by the one before it.

use super::store::keys::{self, OwnKey};
use jiff::SignedDuration;
use sea_orm::DbErr;
use tessera_core::Instant;
use tessera_core::ids::CommunityId;
use tessera_platform::db::{Conn, Write};
use tessera_platform::random_bytes;
use tessera_platform::seal::Sealer;
use tessera_web::app::App;
use tessera_web::directory::Community;
use tessera_wire::descriptor::{Algorithm, Descriptor, Endorsement, Profile, PublishedKey, signing_key_at};
use tessera_wire::signatures::{SigningKey, VerifyingKey};

use crate::clubs::ours;

/// What private halves are sealed for.
const PURPOSE: &str = "community-keys";
/// How long before it signs a new key is published, and how long after that the old one is believed.
pub const OVERLAP: SignedDuration = SignedDuration::from_hours(24 * 7);
/// A key that is older than this is replaced by the job.
pub const REPLACED_AFTER: SignedDuration = SignedDuration::from_hours(24 * 365);

fn sealer(app: &App) -> Sealer {
    app.sealer(PURPOSE)
}

/// Why one of our keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error("our signing key cannot be opened: the secret key of this server is another one")]
    Sealed,
}

/// Our keys that are published now; makes the first one where there is none.
pub async fn published(app: &App, community: &Community) -> Result<Vec<PublishedKey>, KeyFault> {
    let found = keys::list_own(&app.db.read(), community.id, app.now()).await?;
    if found.iter().any(|key| key.published.not_after.is_none()) {
        return Ok(found.into_iter().map(|key| key.published).collect());
    }
    let tx = app.db.write().await?;
    let key = make(app, community, app.now(), None)?;
    keys::insert_own(&tx, community.id, &key).await?;
    let all = keys::list_own(&tx, community.id, app.now()).await?;
    tx.commit().await?;
    Ok(all.into_iter().map(|key| key.published).collect())
}

fn make(
    app: &App,
    community: &Community,
    not_before: Instant,
    before: Option<&(PublishedKey, SigningKey)>,
) -> Result<OwnKey, KeyFault> {
    let private = SigningKey::from_random(&random_bytes());
    let public_key = private.verifying_key();
    let kid = kid_of(&public_key);
    let code = ours::code(app, community);
    let endorsed_by = before.map(|(old, key)| Endorsement::of(code, &kid, &public_key, &old.kid, key));
    let private_sealed = sealer(app).seal(&text_of(&private)).map_err(|_| KeyFault::Sealed)?;
    let published = PublishedKey {
        kid,
        alg: Algorithm::Ed25519,
        public_key,
        not_before: not_before.timestamp(),
        not_after: None,
        endorsed_by,
    };
    Ok(OwnKey { published, private_sealed })
}

/// The beginning of the fingerprint: a name that says nothing else.
fn kid_of(key: &VerifyingKey) -> String {
    let fingerprint = key.fingerprint();
    fingerprint.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn text_of(key: &SigningKey) -> String {
    key.expose().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn open(app: &App, key: &OwnKey) -> Option<SigningKey> {
    let text = sealer(app).open(&key.private_sealed).ok()?;
    let pairs = text.as_bytes().as_chunks::<2>().0.iter().filter_map(|pair| std::str::from_utf8(pair).ok());
    let bytes: Vec<u8> = pairs.filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect();
    Some(SigningKey::from_random(&bytes.try_into().ok()?))
}

/// The key to sign with now, and its name.
pub async fn current(
    app: &App,
    conn: &impl Conn,
    community: CommunityId,
) -> Result<(String, SigningKey), KeyFault> {
    let own = keys::list_own(conn, community, app.now()).await?;
    let opened: Vec<(PublishedKey, SigningKey)> =
        own.iter().filter_map(|key| Some((key.published.clone(), open(app, key)?))).collect();
    let (published, private) = signing_key_at(&opened, app.now().timestamp()).ok_or(KeyFault::Sealed)?;
    Ok((published.kid.clone(), private.clone()))
}

/// Adds a key that takes over after [`OVERLAP`]; the old one is believed as long again. Does nothing where one waits to
/// take over already. Whether there is a new one.
pub async fn rotate(app: &App, tx: &Write, community: &Community) -> Result<bool, KeyFault> {
    let now = app.now();
    let own = keys::list_own(tx, community.id, now).await?;
    let Some(newest) = own.iter().find(|key| key.published.not_after.is_none()) else {
        return Ok(keys::insert_own(tx, community.id, &make(app, community, now, None)?).await?);
    };
    if newest.published.not_before > now.timestamp() {
        return Ok(false);
    }
    // A key that cannot be opened vouches for nothing, and cannot sign either: the new one takes over at once.
    let old = open(app, newest).map(|private| (newest.published.clone(), private));
    let begins = if old.is_some() { now.plus(OVERLAP) } else { now };
    if !keys::end_own(tx, community.id, &newest.published.kid, begins.plus(OVERLAP)).await? {
        return Ok(false);
    }
    let key = make(app, community, begins, old.as_ref())?;
    Ok(keys::insert_own(tx, community.id, &key).await?)
}

/// What this community says of itself at `/.well-known/tessera`.
pub async fn descriptor(app: &App, community: &Community) -> Result<Descriptor, KeyFault> {
    Ok(Descriptor {
        community: ours::code(app, community).to_owned(),
        name: ours::name(app, community).to_owned(),
        profiles: vec![Profile::Documented, Profile::Strong],
        min_profile: Profile::Documented,
        federation: ours::federation_url(app, community),
        keys: published(app, community).await?,
    })
}

/// Of what a partner publishes now, what may be trusted by whoever trusts `pinned`: those very keys, and those that
/// one of them vouches for.
pub fn trusted(pinned: &[PublishedKey], peer_code: &str, published: &[PublishedKey]) -> Vec<PublishedKey> {
    let mut trusted: Vec<PublishedKey> = pinned.to_vec();
    let mut found: Vec<PublishedKey> = Vec::new();
    // In the order in which they begin, so that a key may vouch for the next that was vouched for itself.
    let mut candidates: Vec<&PublishedKey> = published.iter().collect();
    candidates.sort_by_key(|key| key.not_before);
    for key in candidates {
        let known = trusted.iter().any(|t| t.kid == key.kid && t.public_key == key.public_key);
        let vouched = || {
            let word = key.endorsed_by.as_ref()?;
            let by = trusted.iter().find(|t| t.kid == word.kid)?;
            word.holds(peer_code, &key.kid, &key.public_key, &by.public_key).then_some(())
        };
        if known || vouched().is_some() {
            found.push(key.clone());
            trusted.push(key.clone());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(seed: u8, from: &str, by: Option<(&PublishedKey, u8)>) -> PublishedKey {
        let public_key = SigningKey::from_random(&[seed; 32]).verifying_key();
        let kid = kid_of(&public_key);
        let endorsed_by = by.map(|(old, seed)| {
            Endorsement::of("roma", &kid, &public_key, &old.kid, &SigningKey::from_random(&[seed; 32]))
        });
        let not_before = from.parse().unwrap();
        PublishedKey { kid, alg: Algorithm::Ed25519, public_key, not_before, not_after: None, endorsed_by }
    }

    #[test]
    fn a_key_is_trusted_by_the_word_of_one_that_is_trusted_and_by_nothing_else() {
        let first = key(1, "2026-01-01T00:00:00Z", None);
        let second = key(2, "2026-02-01T00:00:00Z", Some((&first, 1)));
        let third = key(3, "2026-03-01T00:00:00Z", Some((&second, 2)));
        let stranger = key(4, "2026-03-01T00:00:00Z", Some((&first, 4)));
        let unvouched = key(5, "2026-03-01T00:00:00Z", None);
        let all = [third.clone(), stranger, second.clone(), unvouched, first.clone()];
        let found = trusted(std::slice::from_ref(&first), "roma", &all);
        assert_eq!(found, [first.clone(), second.clone(), third]);
        assert_eq!(trusted(&[first], "milano", &all[2..3]), []);
        assert_eq!(trusted(&[], "roma", &[second]), []);
    }
}
