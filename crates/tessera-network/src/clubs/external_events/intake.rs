//! From what a partner listed to what is kept: compared first, so that nothing is written, cleaned or told that did not
//! change; then written in pieces, each one transaction of the caller's.

use super::model::Times;
use super::store::intake::{NewRow, list_known, mark_gone, upsert};
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, ExternalEventId, PartnerId};
use tessera_platform::db::{Conn, Write};
use tessera_platform::markup;
use tessera_wire::clubs::{Compared, ExternalId, Listed, PartnerEvent, Status, compare};

pub use super::store::intake::{KnownRow, list_standing};

/// Whose events are taken in, and how.
#[derive(Clone, Debug)]
pub struct Whose {
    pub community: CommunityId,
    pub partner: PartnerId,
    pub auto_import: bool,
    /// Of the community: whole days begin there.
    pub zone: TimeZone,
}

/// A piece of a listing, ready to be written.
#[derive(Debug, Default)]
pub struct Piece {
    rows: Vec<NewRow>,
    pub new: Vec<ExternalEventId>,
    pub changed: Vec<Changed>,
    /// As they were; perhaps with other counts.
    pub unchanged: u64,
    /// Not of the time that is kept, and not known: left out.
    pub outside: u64,
}

/// An event that reads differently now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    pub id: ExternalEventId,
    /// It takes place no more.
    pub is_cancelled: bool,
    /// Members see it, and it is not over.
    pub concerns: bool,
}

impl Piece {
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Compares listed events with what is known. `keep` is the time that is kept: of what lies outside, only what is known
/// is brought up to date. Of one listed twice the later counts.
pub async fn prepare(
    conn: &impl Conn,
    whose: &Whose,
    keep: (Instant, Instant),
    events: Vec<PartnerEvent>,
    (now, mut new_id): (Instant, impl FnMut() -> ExternalEventId),
) -> Result<Piece, sea_orm::DbErr> {
    let events: BTreeMap<ExternalId, PartnerEvent> =
        events.into_iter().map(|event| (event.id.clone(), event)).collect();
    let ids: Vec<ExternalId> = events.keys().cloned().collect();
    let known = list_known(conn, whose.partner, &ids).await?;
    let known: BTreeMap<&ExternalId, &KnownRow> = known.iter().map(|row| (&row.known.id, row)).collect();
    let mut piece = Piece::default();
    for (id, event) in events {
        let row = known.get(&id).copied();
        let when = Times::of(&event, &whose.zone);
        let is_kept = when.over_at() >= keep.0 && when.start < keep.1;
        match judge(row, &event, &when, now) {
            Judged::New if !is_kept => {
                piece.outside = piece.outside.saturating_add(1);
                continue;
            }
            Judged::New => {
                let id = new_id();
                piece.new.push(id);
                piece.rows.push(NewRow { id, event, when, description: String::new() });
                continue;
            }
            Judged::Changed(changed) => piece.changed.push(changed),
            Judged::Unchanged { silently } => {
                piece.unchanged = piece.unchanged.saturating_add(1);
                if !silently {
                    continue;
                }
            }
        }
        if let Some(row) = row {
            piece.rows.push(NewRow { id: row.id, event, when, description: String::new() });
        }
    }
    cleaned(piece).await
}

enum Judged {
    New,
    Changed(Changed),
    /// `silently`: counts or, of whole days, the community's zone differ.
    Unchanged {
        silently: bool,
    },
}

fn judge(row: Option<&KnownRow>, event: &PartnerEvent, when: &Times, now: Instant) -> Judged {
    let Some(row) = row else { return Judged::New };
    match compare(Some(&row.known), &Listed::from(event)) {
        Compared::New => Judged::New,
        Compared::Unchanged => {
            Judged::Unchanged { silently: row.theirs != event.interest_count || row.start != when.start }
        }
        Compared::Changed => Judged::Changed(Changed {
            id: row.id,
            is_cancelled: event.status == Status::Cancelled && !row.known.cancelled,
            concerns: row.is_shown
                && (row.over_at > now || when.over_at() > now)
                // Cancelled it was and is: how it reads now concerns nobody.
                && !(row.known.cancelled && event.status == Status::Cancelled),
        }),
    }
}

/// Cleans the texts, beside the threads that answer requests: a large one takes its time.
async fn cleaned(piece: Piece) -> Result<Piece, sea_orm::DbErr> {
    let Piece { mut rows, new, changed, unchanged, outside } = piece;
    let work = tokio::task::spawn_blocking(move || {
        for row in &mut rows {
            row.description = description(&row.event.description);
        }
        rows
    });
    let rows = work.await.map_err(|e| sea_orm::DbErr::Custom(format!("texts could not be cleaned: {e}")))?;
    Ok(Piece { rows, new, changed, unchanged, outside })
}

/// What partners send is HTML, or a text with lines of its own. Pictures within it, which would tell the partner who
/// reads it, are left out by the sanitiser.
fn description(text: &str) -> String {
    if text.contains('<') || text.contains("&lt;") || text.contains("&amp;") {
        return markup::clean_html(text);
    }
    markup::to_html(text)
}

/// Writes a piece.
pub async fn write(tx: &Write, whose: &Whose, piece: &Piece, now: Instant) -> Result<(), sea_orm::DbErr> {
    upsert(tx, (whose.community, whose.partner), whose.auto_import, &piece.rows, now).await
}

/// Marks as cancelled what is gone. Which of them members see and were not cancelled before.
pub async fn gone(
    tx: &Write,
    partner: PartnerId,
    rows: &[KnownRow],
    now: Instant,
) -> Result<Vec<Changed>, sea_orm::DbErr> {
    let ids: Vec<ExternalEventId> = rows.iter().map(|row| row.id).collect();
    let marked: BTreeSet<ExternalEventId> = mark_gone(tx, partner, &ids, now).await?.into_iter().collect();
    Ok(rows
        .iter()
        .filter(|row| marked.contains(&row.id))
        .map(|row| Changed { id: row.id, is_cancelled: true, concerns: row.is_shown && row.over_at > now })
        .collect())
}
