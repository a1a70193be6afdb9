//! The rows of `external_event_interests`. The counts in `external_events` change only together with them, while the
//! event's row is held.

use super::super::model::Level;
use super::marks;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::BTreeMap;
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId, ExternalEventId};
use tessera_platform::db::{Conn, Write, sql};
use tessera_wire::clubs::Counts;

/// What somebody said of some events.
pub async fn list_mine(
    conn: &impl Conn,
    account: AccountId,
    events: &[ExternalEventId],
) -> Result<BTreeMap<ExternalEventId, Level>, DbErr> {
    if events.is_empty() {
        return Ok(BTreeMap::new());
    }
    let text = format!(
        "SELECT external_event_id, interest_level FROM external_event_interests \
         WHERE account_id = ? AND external_event_id IN ({})",
        marks(events.len())
    );
    let mut values: Vec<Value> = vec![account.into()];
    values.extend(events.iter().map(|id| Value::from(*id)));
    let rows = conn.query_all_raw(sql(conn, &text, values)).await?;
    let mut mine = BTreeMap::new();
    for row in &rows {
        let level: String = row.try_get_by_index(1)?;
        if let Some(level) = Level::parse(&level) {
            mine.insert(row.try_get_by_index(0)?, level);
        }
    }
    Ok(mine)
}

/// Says or changes it. The event's row must be held.
pub async fn put(
    tx: &Write,
    id: uuid::Uuid,
    community: CommunityId,
    event: ExternalEventId,
    account: AccountId,
    level: Level,
    now: Instant,
) -> Result<bool, DbErr> {
    let text = "INSERT INTO external_event_interests (id, community_id, external_event_id, account_id, interest_level, \
                created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?) \
                ON CONFLICT (account_id, external_event_id) DO UPDATE SET interest_level = excluded.interest_level, \
                updated_at = excluded.updated_at \
                WHERE external_event_interests.interest_level <> excluded.interest_level";
    let values = vec![
        id.into(),
        community.into(),
        event.into(),
        account.into(),
        level.code().into(),
        now.into(),
        now.into(),
    ];
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected() == 1)
}

/// Takes it back. False: there was none. The event's row must be held.
pub async fn delete(tx: &Write, event: ExternalEventId, account: AccountId) -> Result<bool, DbErr> {
    let text = "DELETE FROM external_event_interests WHERE account_id = ? AND external_event_id = ?";
    Ok(tx.execute_raw(sql(tx, text, vec![account.into(), event.into()])).await?.rows_affected() == 1)
}

/// Counts anew, and gives the counts. The event's row must be held.
pub async fn recount(tx: &Write, event: ExternalEventId) -> Result<Counts, DbErr> {
    let of = |level: &str| {
        format!(
            "(SELECT count(*) FROM external_event_interests i WHERE i.external_event_id = external_events.id \
             AND i.interest_level = '{level}')"
        )
    };
    let text = format!(
        "UPDATE external_events SET going = {}, maybe = {}, interested = {} WHERE id = ? \
         RETURNING going, maybe, interested",
        of("going"),
        of("maybe"),
        of("interested")
    );
    let Some(row) = tx.query_one_raw(sql(tx, &text, vec![event.into()])).await? else {
        return Ok(Counts::default());
    };
    let count = |i| row.try_get_by_index::<i64>(i);
    Ok(Counts::clamped(count(0)?, count(1)?, count(2)?))
}

/// Who is interested in some events, as pairs.
pub async fn list_of(
    conn: &impl Conn,
    events: &[ExternalEventId],
) -> Result<BTreeMap<ExternalEventId, Vec<AccountId>>, DbErr> {
    if events.is_empty() {
        return Ok(BTreeMap::new());
    }
    let text = format!(
        "SELECT external_event_id, account_id FROM external_event_interests WHERE external_event_id IN ({})",
        marks(events.len())
    );
    let values = events.iter().map(|id| Value::from(*id)).collect();
    let rows = conn.query_all_raw(sql(conn, &text, values)).await?;
    let mut found: BTreeMap<ExternalEventId, Vec<AccountId>> = BTreeMap::new();
    for row in &rows {
        found.entry(row.try_get_by_index(0)?).or_default().push(row.try_get_by_index(1)?);
    }
    Ok(found)
}

/// One row of somebody's own data.
pub struct Kept {
    pub community: CommunityId,
    pub event: ExternalEventId,
    pub event_name: String,
    pub level: String,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// All of an account, in every community.
pub async fn list_of_account(conn: &impl Conn, account: AccountId) -> Result<Vec<Kept>, DbErr> {
    let text = "SELECT i.community_id, i.external_event_id, e.event_name, i.interest_level, i.created_at, i.updated_at \
                FROM external_event_interests i JOIN external_events e ON e.id = i.external_event_id \
                WHERE i.account_id = ? ORDER BY i.created_at, i.id";
    let rows = conn.query_all_raw(sql(conn, text, vec![account.into()])).await?;
    rows.iter()
        .map(|r| {
            Ok(Kept {
                community: r.try_get_by_index(0)?,
                event: r.try_get_by_index(1)?,
                event_name: r.try_get_by_index(2)?,
                level: r.try_get_by_index(3)?,
                created_at: r.try_get_by_index(4)?,
                updated_at: r.try_get_by_index(5)?,
            })
        })
        .collect()
}

/// The events that somebody is interested in, by id: the order in which they are held.
pub async fn list_events_of_account(
    conn: &impl Conn,
    account: AccountId,
) -> Result<Vec<(CommunityId, ExternalEventId)>, DbErr> {
    let text = "SELECT community_id, external_event_id FROM external_event_interests WHERE account_id = ? \
                ORDER BY external_event_id";
    let rows = conn.query_all_raw(sql(conn, text, vec![account.into()])).await?;
    rows.iter().map(|r| Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?))).collect()
}
