//! What stood in the public calendar and does not any more, noted as it goes, so that whoever keeps a copy can be told.
//!
//! Only what was public is noted: of a private event not even the id is to leave. An event that becomes a series is
//! gone under its own name, and so is a series that becomes a single event under the names of its dates.

use super::model::Event;
use super::series::Occurrence;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr};
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, EventId};
use tessera_platform::db::{Conn, Write, sql};

/// An event, or a date of a series, that is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    pub id: EventId,
    pub occurrence: Option<Occurrence>,
    /// When the date would have been.
    pub starts_at: Option<Instant>,
}

/// Whether it stands in the public calendar under its own name.
fn stands_alone(e: &Event) -> bool {
    e.is_published() && e.is_public() && !e.repeats() && e.series_id.is_none()
}

/// Notes what a change of an event takes from the public calendar, or gives back to it.
pub(super) async fn note(tx: &Write, before: &Event, after: &Event, now: Instant) -> Result<(), DbErr> {
    match (stands_alone(before), stands_alone(after)) {
        (true, false) => {
            let text = "INSERT INTO event_tombstones (event_id, community_id, uid, deleted_at) VALUES (?, ?, ?, ?) \
                        ON CONFLICT (event_id) DO UPDATE SET deleted_at = excluded.deleted_at";
            let values =
                vec![after.id.into(), after.community_id.into(), after.uid.clone().into(), now.into()];
            run(tx, text, values).await
        }
        (false, true) => {
            run(tx, "DELETE FROM event_tombstones WHERE event_id = ?", vec![after.id.into()]).await
        }
        _ => Ok(()),
    }
}

/// Notes the coming public dates of a series before they are written anew.
pub(super) async fn note_dates(tx: &Write, series: EventId, now: Instant) -> Result<(), DbErr> {
    let text = "INSERT INTO occurrence_tombstones (event_id, occurrence, community_id, starts_at, deleted_at) \
                SELECT event_id, occurrence, community_id, starts_at, ? FROM occurrences \
                WHERE event_id = ? AND is_public AND ends_at >= ? \
                ON CONFLICT (event_id, occurrence) DO UPDATE SET deleted_at = excluded.deleted_at";
    run(tx, text, vec![now.into(), series.into(), now.into()]).await
}

/// Takes back the notes of dates that are there again.
pub(super) async fn forget_dates(tx: &Write, series: EventId) -> Result<(), DbErr> {
    let text = "DELETE FROM occurrence_tombstones WHERE event_id = ? AND EXISTS (SELECT 1 FROM occurrences o \
                WHERE o.event_id = occurrence_tombstones.event_id \
                AND o.occurrence = occurrence_tombstones.occurrence AND o.is_public)";
    run(tx, text, vec![series.into()]).await
}

/// What is gone since then, at most `most` of it.
pub async fn list_gone(
    conn: &impl Conn,
    community: CommunityId,
    since: Instant,
    most: u64,
) -> Result<Vec<Gone>, DbErr> {
    let text = "SELECT event_id, '' AS occurrence, NULL AS starts_at, deleted_at FROM event_tombstones \
                WHERE community_id = ? AND deleted_at >= ? \
                UNION ALL SELECT event_id, occurrence, starts_at, deleted_at FROM occurrence_tombstones \
                WHERE community_id = ? AND deleted_at >= ? ORDER BY 4, 1, 2 LIMIT ?";
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let values = vec![community.into(), since.into(), community.into(), since.into(), most.into()];
    let rows = conn.query_all_raw(sql(conn, text, values)).await?;
    rows.iter()
        .map(|r| {
            let occurrence = Occurrence::from_key(&r.try_get_by_index::<String>(1)?);
            Ok(Gone { id: r.try_get_by_index(0)?, occurrence, starts_at: r.try_get_by_index(2)? })
        })
        .collect()
}

/// When the public calendar changed last; the instant of 1970 where it never did.
pub async fn latest_change(conn: &impl Conn, community: CommunityId) -> Result<Instant, DbErr> {
    let text = "SELECT MAX(at) FROM (SELECT MAX(updated_at) AS at FROM events WHERE community_id = ? \
                AND state = 'published' AND visibility = 'public' \
                UNION ALL SELECT MAX(deleted_at) FROM event_tombstones WHERE community_id = ? \
                UNION ALL SELECT MAX(deleted_at) FROM occurrence_tombstones WHERE community_id = ?) AS times";
    let values = vec![community.into(), community.into(), community.into()];
    let row = conn.query_one_raw(sql(conn, text, values)).await?;
    let at: Option<Instant> = row.map(|r| r.try_get_by_index(0)).transpose()?.flatten();
    Ok(at.unwrap_or(Instant::from_microseconds(0)))
}

async fn run(tx: &Write, text: &str, values: Vec<Value>) -> Result<(), DbErr> {
    tx.execute_raw(sql(tx, text, values)).await.map(|_| ())
}
