//! Requests to partners, signed: as the document has it, or under our published key where both sides are paired.

use super::model::Partner;
use super::signing::{self, KeyFault};
use super::trouble::Trouble;
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use tessera_platform::outbound::{OutboundError, Request};
use tessera_platform::random_bytes;
use tessera_platform::seal::Sealer;
use tessera_web::app::App;
use tessera_wire::descriptor::Profile;
use tessera_wire::documented::{self, SecretKey};
use tessera_wire::strong;
use url::Url;

/// What secrets of partners are sealed for.
const PURPOSE: &str = "partners";

pub(crate) fn sealer(app: &App) -> Sealer {
    app.sealer(PURPOSE)
}

/// What opens the secrets of partners under this secret key of the server.
pub fn sealer_of(secret_key: &[u8]) -> Sealer {
    Sealer::new(secret_key, PURPOSE)
}

/// Why a request cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    #[error("there is neither a pair of keys for this partner nor a pairing")]
    NoKeys,
    #[error("the secret of this partner cannot be opened: the secret key of this server is another one")]
    Sealed,
    #[error("this partner is known to sign in a stronger way than can be used now")]
    ProfileTooWeak,
    #[error("{0} is no address")]
    Address(String),
    #[error(transparent)]
    Outbound(#[from] OutboundError),
    #[error(transparent)]
    Database(#[from] sea_orm::DbErr),
}

impl CallError {
    /// What an admin can do about it; none where it is our database that does not answer.
    pub fn trouble(&self) -> Option<Trouble> {
        Some(match self {
            Self::NoKeys => Trouble::NoKeys,
            Self::Sealed => Trouble::Sealed,
            Self::ProfileTooWeak => Trouble::ProfileTooWeak,
            Self::Address(_) => Trouble::AddressRefused,
            Self::Outbound(e) => Trouble::of_outbound(e),
            Self::Database(_) => return None,
        })
    }
}

impl From<KeyFault> for CallError {
    fn from(e: KeyFault) -> Self {
        match e {
            KeyFault::Database(e) => Self::Database(e),
            KeyFault::Sealed => Self::Sealed,
        }
    }
}

/// A request to a partner, signed and ready to be sent: it goes to its one address and follows no redirect. The time of
/// the signature is now, so a request that is sent again is made again.
///
/// `path_and_query` begins with a slash.
pub async fn request(
    app: &App,
    partner: &Partner,
    method: Method,
    path_and_query: &str,
    body: Bytes,
) -> Result<Request, CallError> {
    let address = format!("{}{path_and_query}", partner.base_url);
    let url = Url::parse(&address).map_err(|_| CallError::Address(address))?;
    app.outbound.vet(&url)?;
    let offered = partner.is_paired().then_some(Profile::Strong);
    let profile = partner.ratchet.choose(offered).map_err(|_| CallError::ProfileTooWeak)?;
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    if !body.is_empty() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    match profile {
        Profile::Documented => sign_documented(app, partner, &body, &mut headers)?,
        Profile::Strong => sign_strong(app, partner, &method, &url, &body, &mut headers).await?,
    }
    Ok(Request { method, headers, body, follows: false, ..Request::get(url) })
}

fn sign_documented(
    app: &App,
    partner: &Partner,
    body: &[u8],
    headers: &mut HeaderMap,
) -> Result<(), CallError> {
    let (Some(key), Some(sealed)) = (&partner.api_key, &partner.api_secret_sealed) else {
        return Err(CallError::NoKeys);
    };
    let secret = sealer(app).open(sealed).map_err(|_| CallError::Sealed)?;
    let secret: SecretKey = secret.parse().map_err(|_| CallError::Sealed)?;
    let (timestamp, signature) = documented::sign(&secret, app.now().timestamp(), body);
    for (name, value) in [
        (documented::KEY_HEADER, key.as_str()),
        (documented::TIMESTAMP_HEADER, &timestamp),
        (documented::SIGNATURE_HEADER, &signature),
    ] {
        put(headers, name, value)?;
    }
    Ok(())
}

async fn sign_strong(
    app: &App,
    partner: &Partner,
    method: &Method,
    url: &Url,
    body: &[u8],
    headers: &mut HeaderMap,
) -> Result<(), CallError> {
    let (kid, key) = signing::current(app, &app.db.read(), partner.community_id).await?;
    let now = app.now().timestamp();
    let signed = strong::sign(&key, &kid, method.as_str(), url.as_str(), body, now, &random_bytes())
        .map_err(|_| CallError::Address(url.to_string()))?;
    for (name, value) in signed.fields() {
        put(headers, name, value)?;
    }
    Ok(())
}

fn put(headers: &mut HeaderMap, name: &str, value: &str) -> Result<(), CallError> {
    let name = HeaderName::try_from(name).map_err(|_| CallError::Sealed)?;
    headers.insert(name, HeaderValue::try_from(value).map_err(|_| CallError::Sealed)?);
    Ok(())
}
