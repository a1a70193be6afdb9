//! `POST /api/federation/interest/`: how many of a partner's people are interested in one of our events. Counts, nobody's
//! name; brought into their range before they are kept.

use super::dates;
use super::gate::{self, Asks, Spent};
use super::store::{self, Told};
use axum::Json as Answered;
use axum::extract::Request;
use tessera_core::ids::EventId;
use tessera_platform::db::Conn;
use tessera_web::body::raw;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, FieldError, Refusal};
use tessera_wire::clubs::{InterestError, InterestMessage, Received};

/// Takes how many of a partner's people are interested in an event. The request is signed like those of the feed.
#[utoipa::path(post, path = "/api/federation/interest/", tag = "federation",
    request_body(content = serde_json::Value, description = "`{event_id, counts: {going, maybe, interested}, club_code}`"),
    responses((status = 200, description = "`{\"status\": \"ok\", \"received\": true}`", body = serde_json::Value),
        (status = 400), (status = 401), (status = 403), (status = 404, description = "Federation is off, or no public event has this id."),
        (status = 413), (status = 422, description = "A field does not fit, or `club_code` is not that of the partner who signed."), (status = 429)))]
pub async fn take_interest(cx: Cx, request: Request) -> Result<Answered<Received>, Error> {
    gate::stop_early(&cx).await?;
    let headers = request.headers().clone();
    let body = raw(request, InterestMessage::MAX_BYTES).await?;
    let caller = gate::let_in(&cx, "POST", &headers, &body, Asks::Interest).await?;
    let tx = cx.app.db.write().await?;
    let spent = gate::spend(&cx, &tx, &caller, Asks::Interest).await?;
    let told = match spent {
        Spent::Exceeded(seconds) => Err(Refusal::too_many(seconds).into()),
        Spent::Taken => understand(&cx, &tx, &body, &caller.partner.short_code).await,
    };
    // What is refused was asked all the same.
    if let Ok(told) = &told
        && store::put_interest(&tx, cx.community_id(), caller.partner.id, told, cx.now()).await?
    {
        tx.touch(cx.community_id());
    }
    match told {
        Err(fault @ Error::Fault(_)) => return Err(fault),
        Err(refused) => {
            tx.commit().await?;
            return Err(refused);
        }
        Ok(_) => tx.commit().await?,
    }
    Ok(Answered(Received::OK))
}

async fn understand(cx: &Cx, conn: &impl Conn, body: &[u8], code: &str) -> Result<Told, Error> {
    let message = InterestMessage::read(body).map_err(refusal)?;
    if !message.club_code.eq_ignore_ascii_case(code) {
        return Err(Refusal::invalid(vec![FieldError::new("club_code", "other_club")]).into());
    }
    let (event, date) = match message.event_id.as_str().split_once('_') {
        Some((event, date)) => (event, Some(date)),
        None => (message.event_id.as_str(), None),
    };
    let event: EventId = event.parse().map_err(|_| Refusal::not_found())?;
    let names =
        date.map_or_else(|| vec![String::new()], |date| dates::candidates(date, &cx.community.zone()));
    for occurrence in names {
        if store::is_public(conn, cx.community_id(), event, &occurrence).await? {
            return Ok(Told { event, occurrence, counts: message.counts });
        }
    }
    Err(Refusal::not_found().into())
}

fn refusal(e: InterestError) -> Refusal {
    match e {
        InterestError::TooLong => Refusal::new(413, "too_large"),
        InterestError::Json => Refusal::new(400, "bad_json"),
        InterestError::Field(field) => Refusal::invalid(vec![FieldError::new(field, "wrong_type")]),
    }
}
