//! The door of private events: an open invitation lets one participation in, and is used up by it.

use super::store::{self, By};
use crate::participation::gate::{Admission, Gate, Shown, WhyNot};
use futures::future::BoxFuture;
use sea_orm::DbErr;
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, EventId};
use tessera_platform::db::Write;
use tessera_platform::tokens;

pub const GATE: Gate = Gate { redeem };

fn redeem<'a>(
    tx: &'a Write,
    community: CommunityId,
    event: EventId,
    shown: Shown<'a>,
    now: Instant,
) -> BoxFuture<'a, Result<Admission, DbErr>> {
    Box::pin(async move {
        let hash = match shown {
            Shown::Token(token) => tokens::hash(token),
            Shown::Address(_) => String::new(),
        };
        let by = match shown {
            Shown::Token(_) => By::TokenHash(&hash),
            Shown::Address(key) => By::EmailKey(key),
        };
        if let Some((invitation, email_key)) = store::redeem(tx, community, event, by, now).await? {
            return Ok(Admission::Admitted { invitation, email_key });
        }
        // Why not, for the sentence; a token of another event is as good as unknown.
        let found = match shown {
            Shown::Token(_) => store::find_of_token(tx, community, &hash).await?,
            Shown::Address(_) => None,
        };
        Ok(Admission::Refused(match found.filter(|i| i.event_id == event) {
            None => WhyNot::Unknown,
            Some(i) if i.used_at.is_some() => WhyNot::Used,
            Some(_) => WhyNot::Expired,
        }))
    })
}
