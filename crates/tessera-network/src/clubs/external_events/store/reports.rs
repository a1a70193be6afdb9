//! The rows of `interest_reports`: what each partner was told of our interest, and what is still to be told.

use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr};
use tessera_core::Instant;
use tessera_core::ids::{ExternalEventId, PartnerId};
use tessera_platform::db::{Conn, Write, sql};
use tessera_wire::clubs::Counts;

/// One event of which the partner is to be told, with the counts of this moment.
#[derive(Clone, Debug)]
pub struct Due {
    pub event: ExternalEventId,
    pub external_id: String,
    pub ours: Counts,
    pub told: Counts,
    pub was_told: bool,
    pub changed_at: Instant,
    pub attempts: i64,
}

/// Notes that an event's counts changed; in the transaction that changes them.
pub async fn mark(tx: &Write, partner: PartnerId, event: ExternalEventId, now: Instant) -> Result<(), DbErr> {
    let text = "INSERT INTO interest_reports (external_event_id, partner_id, changed_at, going, maybe, interested, told_at, \
                attempts, next_at, last_error) VALUES (?, ?, ?, 0, 0, 0, NULL, 0, ?, NULL) \
                ON CONFLICT (external_event_id, partner_id) DO UPDATE SET changed_at = excluded.changed_at, \
                next_at = CASE WHEN interest_reports.changed_at IS NULL THEN excluded.next_at \
                ELSE interest_reports.next_at END, \
                attempts = CASE WHEN interest_reports.changed_at IS NULL THEN 0 ELSE interest_reports.attempts END";
    let values = vec![event.into(), partner.into(), now.into(), now.into()];
    tx.execute_raw(sql(tx, text, values)).await.map(|_| ())
}

/// What is to be told to a partner and due at `now`, the longest waiting first. None as `now`: whatever waits.
pub async fn list_due(
    conn: &impl Conn,
    partner: PartnerId,
    now: Option<Instant>,
    limit: i64,
) -> Result<Vec<Due>, DbErr> {
    let mut text =
        "SELECT r.external_event_id, e.external_id, e.going, e.maybe, e.interested, r.going, r.maybe, \
                    r.interested, r.told_at, r.changed_at, r.attempts FROM interest_reports r \
                    JOIN external_events e ON e.id = r.external_event_id \
                    WHERE r.partner_id = ? AND r.changed_at IS NOT NULL"
            .to_owned();
    let mut values: Vec<Value> = vec![partner.into()];
    if let Some(now) = now {
        text.push_str(" AND r.next_at <= ?");
        values.push(now.into());
    }
    text.push_str(" ORDER BY r.next_at, r.external_event_id LIMIT ?");
    values.push(limit.into());
    let rows = conn.query_all_raw(sql(conn, &text, values)).await?;
    rows.iter()
        .map(|r| {
            let count = |i| r.try_get_by_index::<i64>(i);
            let told_at: Option<Instant> = r.try_get_by_index(8)?;
            Ok(Due {
                event: r.try_get_by_index(0)?,
                external_id: r.try_get_by_index(1)?,
                ours: Counts::clamped(count(2)?, count(3)?, count(4)?),
                told: Counts::clamped(count(5)?, count(6)?, count(7)?),
                was_told: told_at.is_some(),
                changed_at: r.try_get_by_index(9)?,
                attempts: count(10)?,
            })
        })
        .collect()
}

/// The partners to whom something is to be told that is due.
pub async fn list_partners_due(conn: &impl Conn, now: Instant, limit: i64) -> Result<Vec<PartnerId>, DbErr> {
    let text = "SELECT p.id FROM partners p WHERE p.is_active AND p.is_approved AND EXISTS (SELECT 1 FROM \
                interest_reports r WHERE r.partner_id = p.id AND r.changed_at IS NOT NULL AND r.next_at <= ?) \
                ORDER BY p.id LIMIT ?";
    let rows = conn.query_all_raw(sql(conn, text, vec![now.into(), limit.into()])).await?;
    rows.iter().map(|r| r.try_get_by_index(0)).collect()
}

/// Notes that the partner knows these counts. What changed meanwhile remains to be told.
pub async fn settle(tx: &Write, due: &Due, told: Counts, now: Instant) -> Result<(), DbErr> {
    let text = "UPDATE interest_reports SET going = ?, maybe = ?, interested = ?, told_at = ?, attempts = 0, \
                last_error = NULL, changed_at = CASE WHEN changed_at = ? THEN NULL ELSE changed_at END \
                WHERE external_event_id = ?";
    let number = |n: u32| Value::from(i64::from(n));
    let values = vec![
        number(told.going),
        number(told.maybe),
        number(told.interested),
        now.into(),
        due.changed_at.into(),
        due.event.into(),
    ];
    tx.execute_raw(sql(tx, text, values)).await.map(|_| ())
}

/// Notes that there is nothing to tell: the partner knows these counts already.
pub async fn dismiss(tx: &Write, due: &Due, why: Option<&str>) -> Result<(), DbErr> {
    let text = "UPDATE interest_reports SET attempts = 0, last_error = ?, \
                changed_at = CASE WHEN changed_at = ? THEN NULL ELSE changed_at END WHERE external_event_id = ?";
    let values = vec![why.into(), due.changed_at.into(), due.event.into()];
    tx.execute_raw(sql(tx, text, values)).await.map(|_| ())
}

/// Notes that it could not be told now.
pub async fn postpone(tx: &Write, due: &Due, why: &str, next_at: Instant) -> Result<(), DbErr> {
    let text = "UPDATE interest_reports SET attempts = attempts + 1, last_error = ?, next_at = ? \
                WHERE external_event_id = ?";
    let values = vec![why.into(), next_at.into(), due.event.into()];
    tx.execute_raw(sql(tx, text, values)).await.map(|_| ())
}
