//! A whole calendar to a file, as `tessera export ics` does: in pieces, whatever its size.

use super::render::{self, About, Purpose};
use crate::events::{self, Audience, Each, Event, Query};
use std::collections::BTreeMap;
use tessera_calendar::Zone;
use tessera_calendar::ical::{CalendarText, TimeSpan};
use tessera_web::App;
use tessera_web::directory::Community;

/// Why a calendar was not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("the database cannot be read: {0}")]
    Database(sea_orm::DbErr),
    #[error("the calendar cannot be written: {0}")]
    Write(std::io::Error),
}

impl From<sea_orm::DbErr> for ExportError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error)
    }
}

impl From<std::io::Error> for ExportError {
    fn from(error: std::io::Error) -> Self {
        Self::Write(error)
    }
}

/// How much was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exported {
    pub events: u64,
}

/// Events that are read and written at a time: what is in memory does not grow with the calendar.
const PIECE: u64 = 500;

/// Writes the published events of a community, public ones only unless `audience` is [`Audience::Export`], every UID
/// kept.
pub async fn export_ics(
    app: &App,
    community: &Community,
    audience: Audience,
    out: &mut (impl std::io::Write + Send),
) -> Result<Exported, ExportError> {
    let about = About { name: &community.name, description: None };
    let mut text = CalendarText::begin(&render::head(app, community, &about, Purpose::Export));
    // Definitions of zones come first, so the calendar is gone through twice.
    let mut zones: BTreeMap<Zone, TimeSpan> = BTreeMap::new();
    let mut pieces = Pieces::new(community, audience);
    while let Some(piece) = pieces.next(app).await? {
        for (zone, span) in render::zones_of(&piece) {
            let known = zones.entry(zone).or_insert(span);
            *known = known.with(span.first_year).with(span.last_year);
        }
    }
    zones.iter().for_each(|(zone, span)| text.zone(zone, *span));
    let mut exported = Exported { events: 0 };
    let mut pieces = Pieces::new(community, audience);
    while let Some(piece) = pieces.next(app).await? {
        render::write_events(&mut text, app, community, Purpose::Export, &piece);
        out.write_all(text.take().as_bytes())?;
        exported.events = exported.events.saturating_add(u64::try_from(piece.len()).unwrap_or(0));
    }
    out.write_all(text.finish().as_bytes())?;
    out.flush()?;
    Ok(exported)
}

struct Pieces(Query);

impl Pieces {
    fn new(community: &Community, audience: Audience) -> Self {
        Self(Query { limit: PIECE, each: Each::Event, ..Query::new(community, audience) })
    }

    async fn next(&mut self, app: &App) -> Result<Option<Vec<Event>>, ExportError> {
        let found = events::list(&app.db.read(), &self.0).await?;
        self.0.skip = self.0.skip.saturating_add(PIECE);
        let piece: Vec<Event> = found.into_iter().map(|listed| listed.event).collect();
        Ok(if piece.is_empty() { None } else { Some(piece) })
    }
}
