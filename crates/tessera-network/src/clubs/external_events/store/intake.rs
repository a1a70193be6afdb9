//! `external_events` as a partner's listing changes it: many rows a statement. An admin's decisions, our counts and our
//! ids are in none of these statements.

use super::super::model::Times;
use super::{marks, status};
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, ExternalEventId, PartnerId};
use tessera_platform::db::{Conn, Write, sql};
use tessera_platform::text::fold;
use tessera_wire::clubs::{ContentHash, Counts, ExternalId, Known, PartnerEvent, Status};

/// Rows of one statement: far below the number of values that SQLite takes in one.
const ROWS: usize = 200;

/// What is known of a listed event.
#[derive(Clone, Debug)]
pub struct KnownRow {
    pub id: ExternalEventId,
    pub known: Known,
    pub start: Instant,
    pub theirs: Counts,
    /// Approved and not hidden.
    pub is_shown: bool,
    pub over_at: Instant,
}

/// One listed event, ready to be written.
#[derive(Clone, Debug)]
pub struct NewRow {
    /// Of the row that is there, else a new one.
    pub id: ExternalEventId,
    pub event: PartnerEvent,
    pub when: Times,
    /// Sanitised.
    pub description: String,
}

const KNOWN: &str = "id, external_id, content_hash, start_date, event_status, their_going, their_maybe, \
                     their_interested, is_approved AND NOT is_hidden, over_at";

fn read_known(r: &QueryResult) -> Result<KnownRow, DbErr> {
    let external_id: String = r.try_get_by_index(1)?;
    let hash: String = r.try_get_by_index(2)?;
    let start: Instant = r.try_get_by_index(3)?;
    let event_status: String = r.try_get_by_index(4)?;
    let count = |i| r.try_get_by_index::<i64>(i);
    Ok(KnownRow {
        id: r.try_get_by_index(0)?,
        known: Known {
            id: external_id.parse().map_err(|()| DbErr::Type("the id of an event does not fit".into()))?,
            content: ContentHash::from_bytes(bytes_of(&hash)),
            start: start.timestamp(),
            cancelled: status(&event_status) == Status::Cancelled,
        },
        start,
        theirs: Counts::clamped(count(5)?, count(6)?, count(7)?),
        is_shown: r.try_get_by_index(8)?,
        over_at: r.try_get_by_index(9)?,
    })
}

/// What is no hash is one that nothing else has: the event is then written anew.
fn bytes_of(hex: &str) -> [u8; 32] {
    let mut bytes = [0_u8; 32];
    for (byte, pair) in bytes.iter_mut().zip(hex.as_bytes().chunks_exact(2)) {
        let digit = |c: u8| char::from(c).to_digit(16).and_then(|d| u8::try_from(d).ok()).unwrap_or(0);
        if let [high, low] = pair {
            *byte = (digit(*high) << 4) | digit(*low);
        }
    }
    bytes
}

/// Those of these ids that are there.
pub async fn list_known(
    conn: &impl Conn,
    partner: PartnerId,
    ids: &[ExternalId],
) -> Result<Vec<KnownRow>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT {KNOWN} FROM external_events WHERE partner_id = ? AND external_id IN ({})",
        marks(ids.len())
    );
    let mut values: Vec<Value> = vec![partner.into()];
    values.extend(ids.iter().map(|id| Value::from(id.as_str())));
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read_known).collect()
}

/// A piece of what a partner has between two moments and that is not cancelled, by start.
pub async fn list_standing(
    conn: &impl Conn,
    partner: PartnerId,
    (from, to): (Instant, Instant),
    after: Option<(Instant, ExternalEventId)>,
    limit: i64,
) -> Result<Vec<KnownRow>, DbErr> {
    let mut text = format!(
        "SELECT {KNOWN} FROM external_events WHERE partner_id = ? AND start_date >= ? AND start_date < ? \
         AND event_status <> 'EventCancelled'"
    );
    let mut values: Vec<Value> = vec![partner.into(), from.into(), to.into()];
    if let Some((start, id)) = after {
        text.push_str(" AND (start_date > ? OR (start_date = ? AND id > ?))");
        values.extend([start.into(), start.into(), id.into()]);
    }
    text.push_str(" ORDER BY start_date, id LIMIT ?");
    values.push(limit.into());
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read_known).collect()
}

const COLUMNS: &str = "id, community_id, partner_id, external_id, event_name, start_date, end_date, over_at, first_day, \
    last_day, location_name, location_address, place_key, location_lat, location_lon, description, event_status, \
    image_url, detail_url, is_approved, is_hidden, content_hash, their_going, their_maybe, their_interested, going, \
    maybe, interested, fetched_at, updated_at";
const TAKEN_OVER: &str = "event_name, start_date, end_date, over_at, first_day, last_day, location_name, \
    location_address, place_key, location_lat, location_lon, description, event_status, image_url, detail_url, \
    content_hash, their_going, their_maybe, their_interested, updated_at";

/// Writes listed events, new ones and changed ones. No two rows may be of one event.
pub async fn upsert(
    tx: &Write,
    (community, partner): (CommunityId, PartnerId),
    auto_import: bool,
    rows: &[NewRow],
    now: Instant,
) -> Result<(), DbErr> {
    let taken: Vec<String> =
        TAKEN_OVER.split(", ").map(|column| format!("{column} = excluded.{column}")).collect();
    let columns = COLUMNS.split(", ").count();
    for piece in rows.chunks(ROWS) {
        let row = format!("({})", marks(columns));
        let text = format!(
            "INSERT INTO external_events ({COLUMNS}) VALUES {} ON CONFLICT (partner_id, external_id) DO UPDATE SET {}, \
             gone_at = NULL, image = CASE WHEN external_events.image_url = excluded.image_url THEN external_events.image \
             ELSE NULL END, image_tried_at = CASE WHEN external_events.image_url = excluded.image_url \
             THEN external_events.image_tried_at ELSE NULL END",
            vec![row; piece.len()].join(", "),
            taken.join(", ")
        );
        let values =
            piece.iter().flat_map(|row| values_of(community, partner, auto_import, row, now)).collect();
        tx.execute_raw(sql(tx, &text, values)).await?;
    }
    Ok(())
}

fn values_of(
    community: CommunityId,
    partner: PartnerId,
    auto_import: bool,
    row: &NewRow,
    now: Instant,
) -> [Value; 30] {
    let e = &row.event;
    let day = |day: Option<jiff::civil::Date>| Value::from(day.map(|d| d.to_string()));
    let number = |n: u32| Value::from(i64::from(n));
    let none = Value::from(0_i64);
    let position = e.position.unzip();
    [
        row.id.into(),
        community.into(),
        partner.into(),
        e.id.as_str().into(),
        e.event_name.as_str().into(),
        row.when.start.into(),
        row.when.end.into(),
        row.when.over_at().into(),
        day(row.when.days.map(|d| d.0)),
        day(row.when.days.map(|d| d.1)),
        e.location_name.as_str().into(),
        e.location_address.as_str().into(),
        fold(&format!("{} {}", e.location_name, e.location_address)).into(),
        position.0.into(),
        position.1.into(),
        row.description.as_str().into(),
        e.status.as_str().into(),
        e.image_url.clone().into(),
        e.detail_url.clone().into(),
        auto_import.into(),
        false.into(),
        tessera_platform::hex(e.content_hash().as_bytes()).into(),
        number(e.interest_count.going),
        number(e.interest_count.maybe),
        number(e.interest_count.interested),
        none.clone(),
        none.clone(),
        none,
        now.into(),
        now.into(),
    ]
}

/// Marks as cancelled what a partner has not any more. Which of them were not cancelled before.
pub async fn mark_gone(
    tx: &Write,
    partner: PartnerId,
    ids: &[ExternalEventId],
    now: Instant,
) -> Result<Vec<ExternalEventId>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "UPDATE external_events SET event_status = 'EventCancelled', gone_at = ?, updated_at = ? \
         WHERE partner_id = ? AND event_status <> 'EventCancelled' AND id IN ({}) RETURNING id",
        marks(ids.len())
    );
    let mut values: Vec<Value> = vec![now.into(), now.into(), partner.into()];
    values.extend(ids.iter().map(|id| Value::from(*id)));
    let rows = tx.query_all_raw(sql(tx, &text, values)).await?;
    rows.iter().map(|r| r.try_get_by_index(0)).collect()
}
