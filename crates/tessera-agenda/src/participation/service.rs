//! Answering and leaving: who asks, whether they may, whether there is a place, and what is mailed. Each is one write
//! transaction, in which the counts of the event are held first, so that two people never take the last place.

use super::gate::{Admission, Shown, WhyNot};
use super::mails;
use super::model::{Answer, Attendance, Full, Guest, Participant, Participation, count, one_line};
use super::store;
use crate::events::access::{Deed, Sight};
use crate::events::series::Occurrence;
use crate::events::{Event, Lock, Seen, service as events};
use jiff::SignedDuration;
use tessera_core::ids::{AccountId, EventId};
use tessera_platform::db::Write;
use tessera_platform::limits::{Limit, Taken};
use tessera_platform::mail::EmailAddress;
use tessera_platform::tokens::{self, Token};
use tessera_web::app::App;
use tessera_web::cx::{Cx, Via};
use tessera_web::refusal::{Error, FieldError, Refusal};

/// The purpose of the sealer of guests' tokens.
const SEALER: &str = "guest-token";
pub const MOST_NAME_CHARS: usize = 120;
/// How long somebody who left may come back as if nothing had happened.
pub const UNDO: SignedDuration = SignedDuration::from_hours(1);

/// Mails that visitors can make us send to one address about one event.
const CONFIRMATIONS_PER_EVENT: Limit = Limit { name: "guest_mail_event", most: 3, window_seconds: 86_400 };
/// The same, about any event.
const CONFIRMATIONS_PER_RECIPIENT: Limit =
    Limit { name: "guest_mail_recipient", most: 10, window_seconds: 86_400 };
/// Guests' answers from one network address.
const GUESTS_PER_ADDRESS: Limit = Limit { name: "guest_address", most: 60, window_seconds: 3600 };

/// What somebody wants to answer.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub answer: Answer,
    pub occurrence: String,
}

/// What they show to be let in, beside who they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Credentials<'a> {
    /// A guest's token of this event.
    pub guest: Option<&'a str>,
    pub invitation: Option<&'a str>,
    /// The address and name that somebody without an account gives; none where they cannot be given.
    pub introduction: Option<(&'a str, &'a str)>,
}

/// What came of an answer.
#[derive(Clone, Debug)]
pub struct Given {
    pub event: Event,
    pub participation: Participation,
    /// The guest's token, where it may be told: the address is proven.
    pub guest_token: Option<String>,
}

/// Who answers.
enum Who {
    Member {
        account: AccountId,
        proven_email: Option<String>,
    },
    /// Holds the token that was mailed to the guest.
    Holder(Participation),
    Guest {
        email: EmailAddress,
        name: String,
    },
}

/// Answers an event.
pub async fn answer(cx: &Cx, id: EventId, wanted: Wanted, shown: Credentials<'_>) -> Result<Given, Error> {
    require_scope(cx, super::WRITE)?;
    let tx = cx.app.db.write().await?;
    let found = events::find_any(cx, &tx, id, shown.guest, Lock::No).await?;
    let seen = found.filter(|s| s.sight() != Sight::Missing).ok_or_else(Refusal::not_found)?;
    let mut seen = seen;
    let wanted = check(&seen, wanted)?;
    if let Some(date) = Occurrence::from_key(&wanted.occurrence) {
        let no_such_date = || Refusal::invalid(vec![FieldError::new("occurrence", "no_such_date")]);
        let turned = events::turn_to(cx, &tx, &mut seen, &date).await;
        turned.map_err(|e| if matches!(e, Error::Refused(_)) { no_such_date().into() } else { e })?;
        if seen.is_cancelled() && wanted.answer != Answer::Declined {
            return Err(Refusal::new(409, "event_cancelled").way_back(seen.path()).into());
        }
    }
    let who = identify(cx, &tx, &seen, shown).await?;
    let counts = store::lock_attendance(&tx, id, &wanted.occurrence).await?;
    let before = existing(cx, &tx, &seen, &who, &wanted.occurrence).await?;
    let admission = admit(cx, &tx, &seen, &who, before.as_ref(), shown).await?;
    if !is_proven(&who, admission.as_ref()) {
        take(&tx, cx, GUESTS_PER_ADDRESS, &cx.address.to_string()).await?;
    }
    if let (Some(known), Who::Guest { .. }) = (&before, &who)
        && known.confirmed
        && known.is_active()
        && !is_proven(&who, admission.as_ref())
    {
        confirm_by_mail(cx, &tx, &seen, known).await?;
        tx.commit().await?;
        return Ok(pretend(cx, &seen, known, wanted.answer));
    }
    let (after, token) = become_of(cx, &seen, &who, before.as_ref(), admission.as_ref(), &wanted)?;
    settle(&tx, &seen, counts, before.as_ref(), &after).await?;
    if after.confirmed {
        mails::post_answered(cx, &tx, &seen, &after).await?;
    } else {
        confirm_by_mail(cx, &tx, &seen, &after).await?;
    }
    tx.touch(cx.community_id());
    tx.commit().await?;
    let guest_token = token.filter(|_| after.confirmed);
    Ok(Given { event: seen.listed.event, participation: after, guest_token })
}

/// Somebody says they are a guest who is there already: only the mailbox can tell. Nothing changes, and the answer is
/// the same as to anybody.
fn pretend(cx: &Cx, event: &Event, known: &Participation, answer: Answer) -> Given {
    let now = cx.now();
    let participation =
        Participation { confirmed: false, answer, created_at: now, updated_at: now, ..known.clone() };
    Given { event: event.clone(), participation, guest_token: None }
}

/// Writes an answer and its counts, if there is a place for it.
async fn settle(
    tx: &Write,
    event: &Event,
    counts: Attendance,
    before: Option<&Participation>,
    after: &Participation,
) -> Result<(), Error> {
    let was = before.and_then(Participation::counted);
    // Nobody is asked to confirm a place that is not there.
    let promised = if after.confirmed { after.counted() } else { Some(after.answer) };
    count(counts, was, promised, event.capacity).map_err(|Full| full())?;
    let next = count(counts, was, after.counted(), event.capacity).map_err(|Full| full())?;
    if next != counts && !store::update_attendance(tx, event.id, &after.occurrence, next).await? {
        return Err(full());
    }
    match before {
        None => store::insert(tx, after).await?,
        Some(_) => store::update(tx, after).await?,
    }
    Ok(())
}

/// Leaves an event. Whoever left already has left.
pub async fn leave(
    cx: &Cx,
    id: EventId,
    occurrence: String,
    guest: Option<&str>,
) -> Result<Option<Participation>, Error> {
    require_scope(cx, super::WRITE)?;
    let tx = cx.app.db.write().await?;
    let seen = events::find_any(cx, &tx, id, guest, Lock::No).await?.ok_or_else(Refusal::not_found)?;
    let of_token = match guest {
        Some(token) => store::find_of_token(&tx, cx.community_id(), id, &tokens::hash(token)).await?,
        None => None,
    };
    let occurrence = of_token.as_ref().map_or(occurrence, |p| p.occurrence.clone());
    let counts = store::lock_attendance(&tx, id, &occurrence).await?;
    let before = match (&of_token, cx.account_id()) {
        (Some(p), _) => store::find(&tx, cx.community_id(), p.id).await?,
        (None, Some(account)) => {
            store::find_of_member(&tx, cx.community_id(), id, &occurrence, account).await?
        }
        (None, None) => None,
    };
    let Some(before) = before else {
        seen.sight().check()?;
        cx.signed_in()?;
        return Err(Refusal::new(404, "not_participating").into());
    };
    if !before.is_active() {
        return Ok(None);
    }
    let after = Participation { answer: Answer::Cancelled, updated_at: cx.now(), ..before.clone() };
    // Leaving never meets a limit.
    let next = count(counts, before.counted(), after.counted(), None).unwrap_or(counts);
    store::update_attendance(&tx, id, &occurrence, next).await?;
    store::update(&tx, &after).await?;
    tx.touch(cx.community_id());
    tx.commit().await?;
    Ok(Some(before))
}

/// Whether a restricted token may do this: routes that visitors may use too check no scope by themselves.
pub fn require_scope(cx: &Cx, scope: &'static str) -> Result<(), Error> {
    match cx.actor.signed_in().map(|s| &s.via) {
        Some(Via::Token { scopes: Some(held), .. }) if !held.iter().any(|h| h == scope) => {
            Err(Refusal::new(403, "scope_missing").with("scope", scope).into())
        }
        _ => Ok(()),
    }
}

fn check(event: &Event, wanted: Wanted) -> Result<Wanted, Error> {
    if event.is_cancelled() && wanted.answer != Answer::Declined {
        return Err(Refusal::new(409, "event_cancelled").way_back(event.path()).into());
    }
    let is_series = event.recurrence.as_ref().is_some_and(|r| r.rrule.is_some() || !r.rdates.is_empty());
    if !wanted.occurrence.is_empty() && !is_series {
        return Err(Refusal::invalid(vec![FieldError::new("occurrence", "not_a_series")]).into());
    }
    Ok(wanted)
}

async fn identify(cx: &Cx, tx: &Write, seen: &Seen, shown: Credentials<'_>) -> Result<Who, Error> {
    if let Some(token) = shown.guest
        && let Some(p) = store::find_of_token(tx, cx.community_id(), seen.id, &tokens::hash(token)).await?
    {
        return Ok(Who::Holder(p));
    }
    if let Some(signed_in) = cx.actor.signed_in().filter(|s| s.membership.is_some()) {
        let proven = signed_in.email_verified || !cx.app.config.verify_email();
        let proven_email = proven.then(|| signed_in.email.to_lowercase());
        return Ok(Who::Member { account: signed_in.account_id, proven_email });
    }
    if shown.guest.is_some() {
        return Err(Refusal::new(403, "bad_guest_token").into());
    }
    let is_stranger = cx.account_id().is_some();
    if !seen.is_public() && shown.invitation.is_none() {
        return Err(if is_stranger { needed() } else { sign_in_first() });
    }
    let Some((email, name)) = shown.introduction else {
        return Err(if is_stranger { Refusal::new(403, "not_a_member").into() } else { sign_in_first() });
    };
    if is_stranger && email.is_empty() && name.is_empty() {
        return Err(Refusal::new(403, "not_a_member").into());
    }
    let (email, name) = parse_guest(email, name)?;
    Ok(Who::Guest { email, name })
}

fn full() -> Error {
    Refusal::new(409, "full").into()
}

fn needed() -> Error {
    Refusal::new(403, "invitation_needed").into()
}

fn sign_in_first() -> Error {
    Refusal::new(401, "sign_in_or_invitation").into()
}

/// A guest's address and name, or what is wrong with both.
pub fn parse_guest(email: &str, name: &str) -> Result<(EmailAddress, String), Error> {
    let mut wrong = Vec::new();
    let parsed = email.parse::<EmailAddress>();
    match (&parsed, email.trim().is_empty()) {
        (Err(_), true) => wrong.push(FieldError::new("email", "required")),
        (Err(_), false) => wrong.push(FieldError::new("email", "bad_email")),
        (Ok(_), _) => {}
    }
    let name = one_line(name);
    match name.chars().count() {
        0 => wrong.push(FieldError::new("name", "required")),
        n if n > MOST_NAME_CHARS => {
            wrong.push(FieldError::new("name", "too_long").with("max", MOST_NAME_CHARS));
        }
        _ => {}
    }
    match parsed {
        Ok(email) if wrong.is_empty() => Ok((email, name)),
        _ => Err(Refusal::invalid(wrong).into()),
    }
}

async fn existing(
    cx: &Cx,
    tx: &Write,
    event: &Event,
    who: &Who,
    occurrence: &str,
) -> Result<Option<Participation>, Error> {
    let community = cx.community_id();
    Ok(match who {
        Who::Member { account, .. } => {
            store::find_of_member(tx, community, event.id, occurrence, *account).await?
        }
        Who::Holder(p) if p.occurrence == occurrence => store::find(tx, community, p.id).await?,
        Who::Holder(p) => match p.guest() {
            Some(g) => {
                store::find_of_address(tx, community, event.id, occurrence, &g.email.to_lowercase()).await?
            }
            None => None,
        },
        Who::Guest { email, .. } => {
            store::find_of_address(tx, community, event.id, occurrence, &email.key()).await?
        }
    })
}

/// Whether they may, and by which invitation. One that is shown is used up; the event's own people and those who
/// take part need none.
async fn admit(
    cx: &Cx,
    tx: &Write,
    seen: &Seen,
    who: &Who,
    before: Option<&Participation>,
    shown: Credentials<'_>,
) -> Result<Option<Admission>, Error> {
    let (community, now) = (cx.community_id(), cx.now());
    let takes_part = match who {
        Who::Member { .. } => seen.relation.participant || seen.may(Deed::Invite),
        // The token alone opens a private event only to those who did not leave it, or just did.
        Who::Holder(p) => p.is_active() || now.since(p.updated_at) <= UNDO,
        Who::Guest { .. } => false,
    };
    if let Some(token) = shown.invitation {
        let admission = (crate::GATE.redeem)(tx, community, seen.id, Shown::Token(token), now).await?;
        return match admission {
            Admission::Admitted { .. } => Ok(Some(admission)),
            Admission::Refused(_) if seen.is_public() || takes_part => Ok(None),
            Admission::Refused(why) => Err(refusal(why)),
        };
    }
    if let Who::Member { proven_email: Some(address), .. } = who
        && before.is_none_or(|b| !b.is_active())
    {
        let shown = Shown::Address(address);
        let admission = (crate::GATE.redeem)(tx, community, seen.id, shown, now).await?;
        if matches!(admission, Admission::Admitted { .. }) {
            return Ok(Some(admission));
        }
    }
    if seen.is_public() || takes_part {
        return Ok(None);
    }
    let just_left = before.is_some_and(|b| !b.is_active() && now.since(b.updated_at) <= UNDO);
    if just_left && !matches!(who, Who::Guest { .. }) { Ok(None) } else { Err(needed()) }
}

/// What an invitation that opens nothing is answered.
pub fn refusal(why: WhyNot) -> Error {
    match why {
        WhyNot::Unknown => Refusal::new(403, "invalid_invitation").into(),
        WhyNot::Used => Refusal::new(403, "invitation_used").into(),
        WhyNot::Expired => Refusal::new(403, "invitation_expired").into(),
    }
}

/// Whether the address is known to be theirs: it was invited, or the token was mailed to it.
fn is_proven(who: &Who, admission: Option<&Admission>) -> bool {
    match (who, admission) {
        (Who::Member { .. } | Who::Holder(_), _) => true,
        (Who::Guest { email, .. }, Some(Admission::Admitted { email_key, .. })) => *email_key == email.key(),
        (Who::Guest { .. }, _) => false,
    }
}

/// The participation as it will be, and a guest's token.
fn become_of(
    cx: &Cx,
    event: &Event,
    who: &Who,
    before: Option<&Participation>,
    admission: Option<&Admission>,
    wanted: &Wanted,
) -> Result<(Participation, Option<String>), Error> {
    let confirmed = is_proven(who, admission);
    let invitation_id = match admission {
        Some(Admission::Admitted { invitation, .. }) => Some(*invitation),
        _ => before.and_then(|b| b.invitation_id),
    };
    let (participant, token) = match who {
        Who::Member { account, .. } => (Participant::Member(*account), None),
        Who::Holder(p) => match (before, p.guest()) {
            (Some(before), _) => (before.participant.clone(), None),
            (None, Some(g)) => guest(&cx.app, cx, &g.email, &g.name)?,
            (None, None) => (p.participant.clone(), None),
        },
        Who::Guest { email, name } => match before.and_then(Participation::guest) {
            Some(known) => {
                let token = open(&cx.app, known);
                (Participant::Guest(Guest { name: name.clone(), locale: cx.locale, ..known.clone() }), token)
            }
            None => guest(&cx.app, cx, email.as_str(), name)?,
        },
    };
    let after = Participation {
        id: before.map_or_else(|| cx.app.new_id(), |b| b.id),
        community_id: cx.community_id(),
        event_id: event.id,
        occurrence: wanted.occurrence.clone(),
        participant,
        answer: wanted.answer,
        confirmed,
        invitation_id,
        created_at: before.map_or_else(|| cx.now(), |b| b.created_at),
        updated_at: cx.now(),
    };
    Ok((after, token))
}

fn guest(app: &App, cx: &Cx, email: &str, name: &str) -> Result<(Participant, Option<String>), Error> {
    let (token, token_hash, token_sealed) = new_token(app)?;
    let guest =
        Guest { name: name.to_owned(), email: email.to_owned(), locale: cx.locale, token_hash, token_sealed };
    Ok((Participant::Guest(guest), Some(token.reveal().to_owned())))
}

fn new_token(app: &App) -> Result<(Token, String, String), Error> {
    let token = Token::random("gst");
    let sealed = app.sealer(SEALER).seal(token.reveal()).map_err(|e| anyhow::anyhow!("{e}"))?;
    let hash = token.hash();
    Ok((token, hash, sealed))
}

/// The same guest in another place: a token opens one answer.
pub fn with_new_token(app: &App, guest: &Guest) -> Result<Participant, Error> {
    let (_, token_hash, token_sealed) = new_token(app)?;
    Ok(Participant::Guest(Guest { token_hash, token_sealed, ..guest.clone() }))
}

/// A guest's token, for a mail to the guest. None: the server's key is another one now.
pub fn open(app: &App, guest: &Guest) -> Option<String> {
    app.sealer(SEALER).open(&guest.token_sealed).ok()
}

/// Mails the link that confirms, at most a few times a day.
async fn confirm_by_mail(cx: &Cx, tx: &Write, event: &Event, p: &Participation) -> Result<(), Error> {
    let Some(guest) = p.guest() else { return Ok(()) };
    let key = guest.email.to_lowercase();
    take(tx, cx, CONFIRMATIONS_PER_EVENT, &format!("{}:{key}", event.id)).await?;
    take(tx, cx, CONFIRMATIONS_PER_RECIPIENT, &key).await?;
    mails::post_confirmation(cx, tx, event, p, guest).await
}

async fn take(tx: &Write, cx: &Cx, limit: Limit, subject: &str) -> Result<(), Error> {
    match limit.take(tx, subject, 1, cx.now()).await? {
        Taken::Left(_) => Ok(()),
        Taken::Exceeded { retry_after_seconds } => Err(Refusal::too_many(retry_after_seconds).into()),
    }
}
