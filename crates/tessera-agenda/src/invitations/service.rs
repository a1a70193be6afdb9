//! Inviting, sending anew, revoking: each one write transaction, with the mail promised or taken back in it.

use super::mails;
use super::model::{Invitation, MOST_AT_ONCE, PER_DAY, PER_DAY_OF_ORGANISER, PER_RECIPIENT, State, mail_key};
use super::store::{self, NewInvitation};
use crate::events::access::{self, Deed};
use crate::events::{Event, Lock, Seen, service as events};
use tessera_core::ids::{EventId, InvitationId};
use tessera_core::{Instant, Locale};
use tessera_platform::db::Write;
use tessera_platform::limits::Taken;
use tessera_platform::mail::EmailAddress;
use tessera_platform::outbox;
use tessera_platform::tokens::Token;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};

/// What became of one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Sent(InvitationId),
    /// It has an open invitation, which stays as it is.
    AlreadyInvited(InvitationId),
    /// It got as many invitations today as anybody may get, from whomever.
    TooOften,
}

/// Invites these addresses, all or (where a limit of the sender is met) none.
pub async fn invite(
    cx: &Cx,
    id: EventId,
    addresses: &[EmailAddress],
    locale: Option<Locale>,
) -> Result<(Event, Vec<Outcome>), Error> {
    let tx = cx.app.db.write().await?;
    let seen = events::find_for(cx, &tx, id, Deed::Invite).await?;
    cx.require_verified()?;
    check(&seen)?;
    if addresses.len() > MOST_AT_ONCE {
        let too_many = FieldError::new("emails", "too_many_addresses").with("max", MOST_AT_ONCE);
        return Err(Refusal::invalid(vec![too_many]).into());
    }
    let mut outcomes = Vec::with_capacity(addresses.len());
    let mut sent = 0_i64;
    for address in addresses {
        let outcome = invite_one(cx, &tx, &seen, address, locale.unwrap_or(cx.community.locale)).await?;
        sent = sent.saturating_add(i64::from(matches!(outcome, Outcome::Sent(_))));
        outcomes.push(outcome);
    }
    take_of_sender(cx, &tx, sent).await?;
    tx.commit().await?;
    Ok((seen.listed.event, outcomes))
}

/// An event that nobody can come to is not invited to.
fn check(event: &Event) -> Result<(), Error> {
    if !event.is_published() {
        return Err(Refusal::new(409, "invite_to_draft").way_back(event.path()).into());
    }
    if event.is_cancelled() {
        return Err(Refusal::new(409, "event_cancelled").way_back(event.path()).into());
    }
    Ok(())
}

async fn invite_one(
    cx: &Cx,
    tx: &Write,
    event: &Event,
    email: &EmailAddress,
    locale: Locale,
) -> Result<Outcome, Error> {
    let (community, now) = (cx.community_id(), cx.now());
    let open = store::find_open(tx, community, event.id, &email.key(), now).await?;
    if let Some(open) = open {
        return Ok(Outcome::AlreadyInvited(open.id));
    }
    if let Taken::Exceeded { .. } = PER_RECIPIENT.take(tx, &email.key(), 1, now).await? {
        return Ok(Outcome::TooOften);
    }
    let token = Token::random("inv");
    let by = cx.member()?;
    let id: InvitationId = cx.app.new_id();
    let new = NewInvitation {
        id,
        community,
        event: event.id,
        email,
        token: &token,
        locale,
        by: by.account_id(),
        now,
    };
    match store::insert_or_renew(tx, new).await? {
        Some((id, round)) => {
            let letter =
                mails::Promised { event: event.id, invitation: id, round, token: token.reveal().to_owned() };
            mails::post(cx, tx, &letter, email.as_str(), locale).await?;
            Ok(Outcome::Sent(id))
        }
        // Somebody else invited the same address a moment ago.
        None => Ok(Outcome::AlreadyInvited(id)),
    }
}

async fn take_of_sender(cx: &Cx, tx: &Write, count: i64) -> Result<(), Error> {
    let limit = if access::is_publisher(cx.actor.standing()) { PER_DAY_OF_ORGANISER } else { PER_DAY };
    let subject = cx.member()?.account_id().to_string();
    match limit.take(tx, &subject, count, cx.now()).await? {
        Taken::Left(_) => Ok(()),
        Taken::Exceeded { retry_after_seconds } => {
            let refusal = Refusal::new(429, "too_many_invitations").with("max", limit.most);
            Err(Refusal { retry_after_seconds: Some(retry_after_seconds), ..refusal }.into())
        }
    }
}

/// Sends an invitation that was not used anew: a new link, seven more days. The old link stops working.
pub async fn resend(cx: &Cx, event: &str, id: &str) -> Result<Invitation, Error> {
    let tx = cx.app.db.write().await?;
    let (seen, id) = find_for_organiser(cx, &tx, event, id).await?;
    cx.require_verified()?;
    check(&seen)?;
    let (community, now) = (cx.community_id(), cx.now());
    let found = store::find(&tx, community, seen.id, id).await?.ok_or_else(missing)?;
    if found.state(now) == State::Used {
        return Err(Refusal::new(409, "invitation_used").into());
    }
    let key = found.email.to_lowercase();
    if let Taken::Exceeded { retry_after_seconds } = PER_RECIPIENT.take(&tx, &key, 1, now).await? {
        return Err(Refusal::too_many(retry_after_seconds).into());
    }
    take_of_sender(cx, &tx, 1).await?;
    let token = Token::random("inv");
    let round = store::renew(&tx, community, seen.id, id, &token, now).await?;
    let round = round.ok_or_else(|| Refusal::new(409, "invitation_used"))?;
    outbox::withdraw(&tx, &mail_key(id, round.saturating_sub(1))).await?;
    let letter = mails::Promised { event: seen.id, invitation: id, round, token: token.reveal().to_owned() };
    mails::post(cx, &tx, &letter, &found.email, found.locale).await?;
    tx.commit().await?;
    Ok(found)
}

/// Revokes an invitation: its link opens nothing from now on, and its mail is not sent if it still waits.
pub async fn revoke(cx: &Cx, event: &str, id: &str) -> Result<Invitation, Error> {
    let tx = cx.app.db.write().await?;
    let (seen, id) = find_for_organiser(cx, &tx, event, id).await?;
    let gone = store::delete(&tx, cx.community_id(), seen.id, id).await?.ok_or_else(missing)?;
    outbox::withdraw(&tx, &gone.mail_key()).await?;
    tx.commit().await?;
    Ok(gone)
}

/// The event for whoever invites to it; everybody else is refused alike, whether or not there is such an event.
pub async fn for_organiser(
    cx: &Cx,
    conn: &impl tessera_platform::db::Conn,
    event: &str,
) -> Result<Seen, Error> {
    let refused = || Error::from(Refusal::new(403, "forbidden"));
    let id = event.parse::<EventId>().map_err(|_| refused())?;
    let seen = events::find_any(cx, conn, id, None, Lock::No).await?;
    seen.filter(|s| s.sight().check().is_ok() && s.may(Deed::Invite)).ok_or_else(refused)
}

async fn find_for_organiser(
    cx: &Cx,
    tx: &Write,
    event: &str,
    id: &str,
) -> Result<(Seen, InvitationId), Error> {
    let seen = for_organiser(cx, tx, event).await?;
    Ok((seen, id.parse().map_err(|_| missing())?))
}

fn missing() -> Error {
    Refusal::not_found().into()
}

/// An invitation with what became of its last mail.
#[derive(Clone, Debug)]
pub struct Sent {
    pub invitation: Invitation,
    /// The outbox's word; none where the mail is long gone.
    pub mail: Option<String>,
}

/// A page of an event's invitations, the newest first.
pub async fn list(
    cx: &Cx,
    event: EventId,
    state: Option<State>,
    skip: u64,
    limit: u64,
) -> Result<Vec<Sent>, Error> {
    let (read, now): (_, Instant) = (cx.app.db.read(), cx.now());
    let filter = state.map(|s| (s, now));
    let invitations = store::list(&read, cx.community_id(), event, filter, skip, limit).await?;
    let keys: Vec<String> = invitations.iter().map(Invitation::mail_key).collect();
    let mails = outbox::list_states(&read, &keys).await?;
    let mails: std::collections::HashMap<String, String> = mails.into_iter().collect();
    let with_mail = invitations.into_iter().map(|invitation| {
        let mail = mails.get(&invitation.mail_key()).cloned();
        Sent { invitation, mail }
    });
    Ok(with_mail.collect())
}
