//! What partners are told of our interest: how many, never who; only where it changed, and no fewer people than the
//! community lets be told. What could not be told is tried again with growing pauses.

use super::store;
use crate::clubs::external_events::reports::{self, Due};
use crate::clubs::ours;
use crate::clubs::partners::{Partner, Trouble, calling};
use bytes::Bytes;
use http::Method;
use jiff::SignedDuration;
use std::sync::Arc;
use std::time::Duration;
use tessera_core::Instant;
use tessera_platform::db::Write;
use tessera_web::App;
use tessera_web::directory::Community;
use tessera_wire::clubs::{Counts, InterestMessage};

const INTEREST: &str = "/api/federation/interest/";
/// A partner takes 120 in an hour; it is told four times in one.
pub const A_TURN: i64 = 25;
/// From the shell, where somebody waits for it.
pub const AT_ONCE: i64 = 100;
const TIMEOUT: Duration = Duration::from_secs(15);
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(24);

/// What came of a turn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub told: u64,
    /// Why it broke off, where it did.
    pub trouble: Option<Trouble>,
}

/// Tells a partner what has changed, at most `most` of it; of what is due, or of whatever waits. None: another process
/// is at it.
pub async fn tell(
    app: &App,
    community: &Arc<Community>,
    partner: &Partner,
    (due_only, most): (bool, i64),
) -> anyhow::Result<Option<Told>> {
    let now = app.now();
    let due = reports::list_due(&app.db.read(), partner.id, due_only.then_some(now), most).await?;
    if due.is_empty() {
        return Ok(Some(Told::default()));
    }
    let tx = app.db.write().await?;
    let is_mine = store::claim_interest(&tx, partner.id, now).await?;
    tx.commit().await?;
    if !is_mine {
        return Ok(None);
    }
    // Listed again: what another told meanwhile is not told twice.
    let due = reports::list_due(&app.db.read(), partner.id, due_only.then_some(now), most).await?;
    let told = tell_all(app, community, partner, due).await;
    let tx = app.db.write().await?;
    store::release_interest(&tx, partner.id).await?;
    tx.commit().await?;
    told.map(Some)
}

async fn tell_all(
    app: &App,
    community: &Arc<Community>,
    partner: &Partner,
    due: Vec<Due>,
) -> anyhow::Result<Told> {
    let mut outcome = Told::default();
    let until = app.now().plus(SignedDuration::from_secs(80));
    for due in due {
        if app.now() > until {
            break;
        }
        let counts = due.ours.of_at_least(community.least_told);
        if counts == due.told {
            let tx = app.db.write().await?;
            reports::dismiss(&tx, &due, None).await?;
            tx.commit().await?;
            continue;
        }
        let sent = send(app, community, partner, &due, counts).await?;
        let tx = app.db.write().await?;
        match sent {
            Ok(()) => {
                reports::settle(&tx, &due, counts, app.now()).await?;
                outcome.told = outcome.told.saturating_add(1);
            }
            // They do not know the event, or do not take this: telling it again changes nothing until it changes.
            Err(Trouble::NotThere | Trouble::Status(400 | 422)) => {
                reports::dismiss(&tx, &due, Some("not-there")).await?;
            }
            Err(trouble) => {
                postpone(app, &tx, &due, trouble).await?;
                outcome.trouble = Some(trouble);
            }
        }
        tx.commit().await?;
        if outcome.trouble.is_some() {
            // What holds for one message to this partner holds for the next.
            break;
        }
    }
    Ok(outcome)
}

/// The document's three fields, and nothing else.
async fn send(
    app: &App,
    community: &Arc<Community>,
    partner: &Partner,
    due: &Due,
    counts: Counts,
) -> anyhow::Result<Result<(), Trouble>> {
    let Ok(event_id) = due.external_id.parse() else { return Ok(Err(Trouble::NotThere)) };
    let message = InterestMessage { event_id, counts, club_code: ours::code(app, community).to_owned() };
    let body = Bytes::from(serde_json::to_vec(&message)?);
    let mut request = match calling::request(app, partner, Method::POST, INTEREST, body).await {
        Ok(request) => request,
        Err(e) => return e.trouble().map(Err).ok_or_else(|| e.into()),
    };
    request.timeout = TIMEOUT;
    request.max_bytes = 16 * 1024;
    Ok(match app.outbound.send(request).await {
        Err(e) => Err(Trouble::of_outbound(&e)),
        Ok(answer) => match Trouble::of_answer(answer.status, &answer.headers, &answer.body, app.now()) {
            Some(trouble) => Err(trouble),
            None => Ok(()),
        },
    })
}

/// A minute, then twice as long each time, at most a day.
async fn postpone(app: &App, tx: &Write, due: &Due, trouble: Trouble) -> Result<(), sea_orm::DbErr> {
    let minutes = 1_i64.checked_shl(u32::try_from(due.attempts.clamp(0, 11)).unwrap_or(0)).unwrap_or(1);
    let pause = SignedDuration::from_mins(minutes).min(LONGEST_PAUSE);
    let next: Instant = app.now().plus(pause);
    reports::postpone(tx, due, &trouble.code(), next).await
}
