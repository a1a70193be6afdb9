//! The context of one request: the program, who asks, in which language, in which community.

use crate::app::App;
use crate::directory::Community;
use crate::refusal::{Error, Refusal};
use crate::words::Words;
use axum::extract::FromRequestParts;
use http::request::Parts;
use std::net::IpAddr;
use std::sync::Arc;
use tessera_core::ids::{AccountId, ApiTokenId, CommunityId, MembershipId, SessionId};
use tessera_core::{Instant, Locale, Role, Roles, Standing};

/// One request's context. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Cx {
    pub app: App,
    pub actor: Actor,
    pub locale: Locale,
    pub community: Arc<Community>,
    /// Where the request came from: the peer, or what a trusted proxy says.
    pub address: IpAddr,
    /// Whether the request came by https: only a trusted proxy can say so, since this program speaks http.
    pub is_https: bool,
    /// The path and query that were asked for.
    pub target: String,
    /// The server's and the community's epoch at the start of the request.
    pub epoch: (i64, i64),
    /// What the page before wants this one to say.
    pub flash: Option<crate::flash::Flash>,
    /// How much waits for the reader at which place, on a page.
    pub badges: Arc<[(&'static str, u32)]>,
}

/// Who asks.
#[derive(Clone, Debug, Default)]
pub enum Actor {
    #[default]
    Visitor,
    SignedIn(Arc<SignedIn>),
}

/// Somebody with an account.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub account_id: AccountId,
    pub name: String,
    pub email: String,
    pub email_verified: bool,
    pub operator: bool,
    pub locale: Option<Locale>,
    /// Their own IANA zone, where it differs from the community's.
    pub timezone: Option<String>,
    pub membership: Option<Membership>,
    pub via: Via,
}

/// Somebody's place in the community that was asked.
#[derive(Clone, Copy, Debug)]
pub struct Membership {
    pub id: MembershipId,
    pub roles: Roles,
}

/// How they showed who they are.
#[derive(Clone, Debug)]
pub enum Via {
    Session(SessionId),
    /// None: every scope, as after a sign-in over the API.
    Token {
        id: ApiTokenId,
        scopes: Option<Vec<String>>,
    },
}

/// What a request shows.
#[derive(Clone, Debug)]
pub enum Credential {
    Cookie(String),
    Bearer(String),
}

/// What a credential turned out to be.
#[derive(Clone, Debug)]
pub enum Identified {
    As(SignedIn),
    /// Unknown, expired or revoked.
    Unknown,
    /// A token of another community.
    WrongCommunity,
    /// The membership is suspended or banned.
    Suspended,
}

impl Cx {
    pub fn now(&self) -> Instant {
        self.app.now()
    }

    pub fn words(&self) -> Words {
        self.app.words(self.locale)
    }

    pub fn community_id(&self) -> CommunityId {
        self.community.id
    }

    /// The reader's zone: their own, else the community's.
    pub fn zone(&self) -> jiff::tz::TimeZone {
        let own = self.actor.signed_in().and_then(|s| s.timezone.as_deref());
        own.and_then(|z| jiff::tz::TimeZone::get(z).ok()).unwrap_or_else(|| self.community.zone())
    }

    /// Whoever is signed in as a member here; 401 and 403 otherwise.
    pub fn member(&self) -> Result<Member<'_>, Error> {
        let signed_in = self.signed_in()?;
        let Some(membership) = signed_in.membership else {
            return Err(Refusal::new(403, "not_a_member").into());
        };
        Ok(Member { signed_in, membership })
    }

    /// Whoever is signed in, a member here or not.
    pub fn signed_in(&self) -> Result<&SignedIn, Error> {
        self.actor.signed_in().ok_or_else(|| Refusal::new(401, "unauthenticated").into())
    }

    pub fn account_id(&self) -> Option<AccountId> {
        self.actor.signed_in().map(|s| s.account_id)
    }

    pub fn roles(&self) -> Roles {
        self.actor.signed_in().and_then(|s| s.membership).map_or(Roles::NONE, |m| m.roles)
    }

    pub fn is_admin(&self) -> bool {
        self.roles().has(Role::Admin)
    }

    pub fn is_operator(&self) -> bool {
        self.actor.signed_in().is_some_and(|s| s.operator)
    }

    /// Refuses an account whose address is not verified, where verification is on: such an account may sign in,
    /// read and prepare, but not publish, invite or send.
    pub fn require_verified(&self) -> Result<(), Error> {
        let unverified = self.actor.signed_in().is_some_and(|s| !s.email_verified);
        if unverified && self.app.config.verify_email() {
            return Err(Refusal::new(403, "email_unverified").way_back("/verify").into());
        }
        Ok(())
    }

    /// An absolute address on this community's host.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.app.base_url(&self.community))
    }

    /// The value that forms and scripts of this session send back; nothing for visitors.
    pub fn csrf_token(&self) -> String {
        match self.actor.signed_in().map(|s| &s.via) {
            Some(Via::Session(id)) => crate::csrf::token_for(self.app.csrf_key(), *id),
            _ => String::new(),
        }
    }
}

/// A member of this community who is signed in.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    pub signed_in: &'a SignedIn,
    pub membership: Membership,
}

impl Member<'_> {
    pub fn account_id(&self) -> AccountId {
        self.signed_in.account_id
    }

    pub fn has(&self, role: Role) -> bool {
        self.membership.roles.has(role)
    }
}

impl Actor {
    pub fn signed_in(&self) -> Option<&SignedIn> {
        match self {
            Self::Visitor => None,
            Self::SignedIn(s) => Some(s),
        }
    }

    pub fn standing(&self) -> Standing {
        match self.signed_in() {
            None => Standing::Visitor,
            Some(SignedIn { membership: None, operator, .. }) => Standing::Stranger { operator: *operator },
            Some(SignedIn { membership: Some(m), operator, .. }) => {
                Standing::Member { roles: m.roles, operator: *operator }
            }
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Cx {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let cx = parts.extensions.get::<Cx>().cloned();
        cx.ok_or_else(|| Error::Fault(anyhow::anyhow!("the route is outside of the request context")))
    }
}
