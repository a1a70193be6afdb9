//! Trying a partner out: one signed request for today's events, and at which step it failed.

use super::calling;
use super::model::Partner;
use super::pairing;
use super::service::By;
use super::store;
use super::trouble::Trouble;
use bytes::Bytes;
use http::Method;
use serde::Serialize;
use tessera_core::ids::PartnerId;
use tessera_web::refusal::{Error, Refusal};
use tessera_wire::clubs::{FeedReader, Limits};

/// The steps of a request, in the order in which they can fail.
pub const STEPS: [&str; 9] =
    ["keys", "address", "name", "connection", "tls", "answer", "clock", "signature", "events"];

/// How far a step came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Passed,
    Failed,
    NotReached,
}

/// What came of trying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    pub partner: Partner,
    pub trouble: Option<Trouble>,
    /// How many events they say there are today.
    pub events: Option<u64>,
}

impl Tried {
    /// Each step and what became of it.
    pub fn steps(&self) -> Vec<(&'static str, Outcome)> {
        let failed = self.trouble.map(step_of).and_then(|step| STEPS.iter().position(|s| *s == step));
        let outcome = |at: usize| match failed {
            Some(failed) if at == failed => Outcome::Failed,
            Some(failed) if at > failed => Outcome::NotReached,
            _ => Outcome::Passed,
        };
        // Without https there is no certificate to look at.
        let is_plain = self.partner.base_url.starts_with("http://");
        let steps = STEPS.iter().enumerate().filter(|(_, step)| !(is_plain && **step == "tls"));
        steps.map(|(at, step)| (*step, outcome(at))).collect()
    }
}

fn step_of(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::NoKeys | Trouble::Sealed | Trouble::ProfileTooWeak => "keys",
        Trouble::HttpsRequired | Trouble::AddressRefused => "address",
        Trouble::NoName => "name",
        Trouble::Unreachable | Trouble::TimedOut => "connection",
        Trouble::Tls => "tls",
        Trouble::Redirected
        | Trouble::NotThere
        | Trouble::Limited
        | Trouble::Status(_)
        | Trouble::TooLong => "answer",
        Trouble::Clock(_) => "clock",
        Trouble::UnknownKey
        | Trouble::BadSignature
        | Trouble::Refused
        | Trouble::Replayed
        | Trouble::NotAllowed => "signature",
        Trouble::Schema | Trouble::Incomplete => "events",
    }
}

/// Asks a partner for today's events. Changes nothing here but, of a paired one, which of its keys are trusted.
pub async fn test(by: By<'_>, id: PartnerId) -> Result<Tried, Error> {
    let partner =
        store::find(&by.app.db.read(), by.community.id, id).await?.ok_or_else(Refusal::not_found)?;
    let tx = by.app.db.write().await?;
    by.note(&tx, &partner, "partner.test").await?;
    tx.commit().await?;
    if partner.is_paired()
        && let Err(pairing::RefreshError::Database(e)) = pairing::refresh(by.app, &partner).await
    {
        return Err(e.into());
    }
    let (trouble, events) = match ask(by, &partner).await? {
        Ok(events) => (None, events),
        Err(trouble) => (Some(trouble), None),
    };
    Ok(Tried { partner, trouble, events })
}

async fn ask(by: By<'_>, partner: &Partner) -> Result<Result<Option<u64>, Trouble>, Error> {
    let today = by.app.now().timestamp().to_zoned(by.community.zone()).date();
    let path = format!("/api/federation/events/?from_date={today}&to_date={today}");
    let request = match calling::request(by.app, partner, Method::GET, &path, Bytes::new()).await {
        Ok(request) => request,
        Err(e) => return e.trouble().map(Err).ok_or_else(|| Error::Fault(e.into())),
    };
    let answer = match by.app.outbound.send(request).await {
        Ok(answer) => answer,
        Err(e) => return Ok(Err(Trouble::of_outbound(&e))),
    };
    if let Some(trouble) = Trouble::of_answer(answer.status, &answer.headers, &answer.body, by.app.now()) {
        return Ok(Err(trouble));
    }
    let mut reader = FeedReader::new(Limits::default());
    let page = match reader.push(&answer.body, &mut |_| ()) {
        Ok(()) => reader.finish(),
        Err(e) => Err(e),
    };
    Ok(page.map(|page| page.total).map_err(|_| Trouble::Schema))
}
