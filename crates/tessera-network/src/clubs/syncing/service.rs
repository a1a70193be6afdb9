//! What an admin asks for beside the sync itself.

use super::model::{Ended, Scope};
use super::run::run;
use crate::clubs::external_events::ExternalEvent;
use crate::clubs::partners::{self, Partner};
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, Refusal};

/// Asks the partner anew for the day of one of its events.
///
/// # Errors
/// 409 where nothing is exchanged with the partner or it is being asked already, 502 where it did not answer as it should.
pub async fn refresh(cx: &Cx, event: &ExternalEvent) -> Result<(), Error> {
    let closed = || Error::from(Refusal::new(409, "partner_closed").with("club", &event.club.name));
    if !cx.app.config.federation.enabled {
        return Err(closed());
    }
    let partner = partners::find(&cx.app.db.read(), cx.community_id(), event.partner_id).await?;
    let partner = partner.filter(Partner::is_open).ok_or_else(closed)?;
    let day = event.when.first_day(&cx.community.zone());
    match run(&cx.app, &cx.community, &partner, Scope::Day(day)).await? {
        None => Err(Refusal::new(409, "sync_under_way").with("club", &event.club.name).into()),
        Some(outcome) => match outcome.ended {
            Ended::Failed(_) => {
                Err(Refusal::new(502, "partner_trouble").with("club", &event.club.name).into())
            }
            Ended::Done | Ended::Unchanged | Ended::Incomplete(_) => Ok(()),
        },
    }
}
