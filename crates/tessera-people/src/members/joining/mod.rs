//! Joining by invitation: admins invite addresses, each gets a mail whose link makes its holder a member, once.

mod accept;
mod mail;
mod pages;
mod store;

use super::api::by;
use super::people;
use crate::communities::service;
use jiff::SignedDuration;
use std::collections::BTreeSet;
use tessera_core::ids::{AccountId, CommunityId};
use tessera_core::{Instant, Role, Roles};
use tessera_platform::config::Registration;
use tessera_platform::db::{Conn, Write};
use tessera_platform::limits::{Limit, Taken};
use tessera_platform::mail::EmailAddress;
use tessera_platform::tokens::Token;
use tessera_web::{App, Cx, Error, FieldError, Refusal, Routes};

pub(super) use mail::MAILS;

/// How long a link works.
const LIVES: SignedDuration = SignedDuration::from_hours(24 * 7);
const MOST_AT_ONCE: usize = 500;
const PER_DAY: Limit = Limit { name: "join_invitations", most: 1000, window_seconds: 86_400 };
const PREFIX: &str = "join";

/// An invitation of one address to become a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinInvitation {
    pub id: uuid::Uuid,
    pub community_id: CommunityId,
    pub email: String,
    pub roles: Roles,
    pub invited_by: Option<AccountId>,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub used_at: Option<Instant>,
    pub revoked_at: Option<Instant>,
}

/// Where an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Expired,
    Used,
    Revoked,
}

impl Status {
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Expired => "expired",
            Self::Used => "used",
            Self::Revoked => "revoked",
        }
    }
}

impl JoinInvitation {
    pub fn status(&self, now: Instant) -> Status {
        if self.used_at.is_some() {
            Status::Used
        } else if self.revoked_at.is_some() {
            Status::Revoked
        } else if self.expires_at <= now {
            Status::Expired
        } else {
            Status::Open
        }
    }
}

/// What became of one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Invited,
    AlreadyInvited,
    AlreadyMember,
    BadEmail,
}

impl Outcome {
    pub fn code(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::AlreadyInvited => "already_invited",
            Self::AlreadyMember => "already_member",
            Self::BadEmail => "bad_email",
        }
    }
}

pub fn routes(routes: Routes) -> Routes {
    accept::routes(pages::routes(routes))
}

/// Invites these addresses, all in one transaction; the mails leave after it.
pub async fn invite(cx: &Cx, emails: &[String], roles: Roles) -> Result<Vec<(String, Outcome)>, Error> {
    cx.require_verified()?;
    refuse_closed(cx)?;
    if emails.is_empty() || emails.len() > MOST_AT_ONCE {
        let wrong = if emails.is_empty() {
            FieldError::new("emails", "required")
        } else {
            FieldError::new("emails", "too_many_addresses").with("max", MOST_AT_ONCE)
        };
        return Err(Refusal::invalid(vec![wrong]).into());
    }
    let tx = cx.app.db.write().await?;
    let (mut outcomes, mut seen) = (Vec::new(), BTreeSet::new());
    for text in emails {
        let Ok(email) = text.parse::<EmailAddress>() else {
            outcomes.push((text.clone(), Outcome::BadEmail));
            continue;
        };
        if seen.insert(email.key()) {
            let outcome = invite_one(&tx, cx, &email, roles).await?;
            outcomes.push((email.to_string(), outcome));
        }
    }
    let invited = outcomes.iter().filter(|(_, o)| *o == Outcome::Invited).count();
    if invited > 0 {
        take(&tx, cx, invited).await?;
        let details = serde_json::json!({ "count": invited, "roles": roles });
        let subject = format!("community:{}", cx.community_id());
        service::note(&tx, by(cx), cx.community_id(), "member.invite", subject, details).await?;
    }
    tx.commit().await?;
    Ok(outcomes)
}

async fn take(tx: &Write, cx: &Cx, count: usize) -> Result<(), Error> {
    let who = cx.account_id().map(|a| a.to_string()).unwrap_or_default();
    match PER_DAY.take(tx, &who, i64::try_from(count).unwrap_or(i64::MAX), cx.now()).await? {
        Taken::Left(_) => Ok(()),
        Taken::Exceeded { retry_after_seconds } => Err(Refusal::too_many(retry_after_seconds).into()),
    }
}

async fn invite_one(tx: &Write, cx: &Cx, email: &EmailAddress, roles: Roles) -> Result<Outcome, Error> {
    let (community, now) = (cx.community_id(), cx.now());
    if store::is_member(tx, community, &email.key()).await? {
        return Ok(Outcome::AlreadyMember);
    }
    if let Some(open) = store::find_unused(tx, community, &email.key()).await? {
        if open.status(now) == Status::Open {
            return Ok(Outcome::AlreadyInvited);
        }
        store::revoke(tx, community, open.id, now).await?;
    }
    send(tx, cx, email, roles).await?;
    Ok(Outcome::Invited)
}

/// A fresh invitation with its mail.
async fn send(tx: &Write, cx: &Cx, email: &EmailAddress, roles: Roles) -> Result<(), Error> {
    let token = Token::random(PREFIX);
    let invitation = JoinInvitation {
        id: cx.app.clock().new_id(),
        community_id: cx.community_id(),
        email: email.to_string(),
        roles: roles.with(Role::Member),
        invited_by: cx.account_id(),
        created_at: cx.now(),
        expires_at: cx.now().plus(LIVES),
        used_at: None,
        revoked_at: None,
    };
    store::insert(tx, &invitation, &email.key(), &token.hash()).await?;
    mail::post(tx, cx, &invitation, &token).await
}

/// Sends a new link in place of the old one.
pub async fn resend(cx: &Cx, id: uuid::Uuid) -> Result<(), Error> {
    cx.require_verified()?;
    refuse_closed(cx)?;
    let tx = cx.app.db.write().await?;
    let found = store::find(&tx, cx.community_id(), id).await?;
    let old = found.filter(|i| matches!(i.status(cx.now()), Status::Open | Status::Expired));
    let old = old.ok_or_else(Refusal::not_found)?;
    store::revoke(&tx, cx.community_id(), id, cx.now()).await?;
    let email = old.email.parse().map_err(|_| Refusal::not_found())?;
    send(&tx, cx, &email, old.roles).await?;
    take(&tx, cx, 1).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes an invitation back.
pub async fn revoke(cx: &Cx, id: uuid::Uuid) -> Result<(), Error> {
    let tx = cx.app.db.write().await?;
    if !store::revoke(&tx, cx.community_id(), id, cx.now()).await? {
        return Err(Refusal::not_found().into());
    }
    mail::withdraw(&tx, id).await?;
    let subject = format!("community:{}", cx.community_id());
    service::note(&tx, by(cx), cx.community_id(), "member.uninvite", subject, serde_json::json!({})).await?;
    tx.commit().await?;
    Ok(())
}

/// Where nobody may join, invitations lead nowhere.
fn refuse_closed(cx: &Cx) -> Result<(), Error> {
    let server = cx.app.config.accounts.registration;
    if service::registration(server, &cx.community) == Registration::Closed {
        return Err(Refusal::new(403, "registration_closed").into());
    }
    Ok(())
}

/// The newest invitations.
pub async fn list(conn: &impl Conn, community: CommunityId) -> Result<Vec<JoinInvitation>, Error> {
    Ok(store::list(conn, community).await?)
}

pub async fn export(app: &App, account: AccountId) -> anyhow::Result<serde_json::Value> {
    let received = store::list_of_account(&app.db.read(), account).await?;
    let items: Vec<_> = received
        .into_iter()
        .map(|i| serde_json::json!({"email": i.email, "roles": i.roles, "created_at": i.created_at, "used_at": i.used_at}))
        .collect();
    Ok(serde_json::json!({ "join_invitations": items }))
}

pub async fn erase(tx: &Write, account: AccountId) -> anyhow::Result<()> {
    Ok(store::erase(tx, account).await?)
}

/// The addresses in a pasted text: separated by commas, semicolons or line ends, as `Ana <ana@example.org>` or bare.
pub(super) fn addresses_in(text: &str) -> Vec<String> {
    let pieces = text.split(['\n', '\r', ',', ';']).map(str::trim).filter(|p| !p.is_empty());
    let bare = |p: &str| match (p.rfind('<'), p.rfind('>')) {
        (Some(a), Some(b)) if a < b => p.get(a.saturating_add(1)..b).unwrap_or(p).trim().to_owned(),
        _ => p.to_owned(),
    };
    pieces.map(bare).collect()
}

/// Names of those who invited, for lists.
async fn names(conn: &impl Conn, invitations: &[JoinInvitation]) -> Result<Vec<(AccountId, String)>, Error> {
    let ids: BTreeSet<AccountId> = invitations.iter().filter_map(|i| i.invited_by).collect();
    Ok(people::names(conn, &ids.into_iter().collect::<Vec<_>>()).await?)
}

#[cfg(test)]
mod tests {
    use super::addresses_in;

    #[test]
    fn pasted_addresses_are_found_however_they_are_separated() {
        let pasted = "Ana Rossi <ana@example.org>, ben@example.org;\r\n \"Ciro\" <ciro@example.org>\n\n,dora@example.org";
        let found = addresses_in(pasted);
        assert_eq!(found, ["ana@example.org", "ben@example.org", "ciro@example.org", "dora@example.org"]);
        assert!(addresses_in(" ,;\n").is_empty());
    }
}
