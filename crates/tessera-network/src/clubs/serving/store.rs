//! The rows of `federation_replays` and `received_interests`. Reads `events` and `occurrences` too: interest is taken in
//! what is public.

use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr};
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, EventId, PartnerId};
use tessera_platform::db::{Conn, Write, sql};
use tessera_wire::ReplayKey;
use tessera_wire::clubs::Counts;

/// Remembers a request. False: it was seen before; of two at once one is new.
pub async fn remember(tx: &Write, key: &ReplayKey, until: Instant) -> Result<bool, DbErr> {
    let text = "INSERT INTO federation_replays (replay_key, remember_until) VALUES (?, ?) \
                ON CONFLICT (replay_key) DO NOTHING";
    Ok(run(tx, text, vec![key.to_string().into(), until.into()]).await? == 1)
}

pub async fn forget_requests(tx: &Write, now: Instant) -> Result<u64, DbErr> {
    run(tx, "DELETE FROM federation_replays WHERE remember_until < ?", vec![now.into()]).await
}

/// Whether an event, or a date of a series, is public: only such a thing can partners be interested in.
pub async fn is_public(
    conn: &impl Conn,
    community: CommunityId,
    event: EventId,
    occurrence: &str,
) -> Result<bool, DbErr> {
    let (text, values): (&str, Vec<Value>) = if occurrence.is_empty() {
        (
            "SELECT 1 FROM events e WHERE e.id = ? AND e.community_id = ? AND e.state = 'published' \
             AND e.visibility = 'public' AND e.series_id IS NULL",
            vec![event.into(), community.into()],
        )
    } else {
        (
            "SELECT 1 FROM occurrences o WHERE o.event_id = ? AND o.occurrence = ? AND o.community_id = ? \
             AND o.is_public",
            vec![event.into(), occurrence.into(), community.into()],
        )
    };
    Ok(conn.query_one_raw(sql(conn, text, values)).await?.is_some())
}

/// What a partner told: an event, and which date of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub event: EventId,
    pub occurrence: String,
    pub counts: Counts,
}

/// Writes what a partner told over what it told before. False: it was the same.
pub async fn put_interest(
    tx: &Write,
    community: CommunityId,
    partner: PartnerId,
    told: &Told,
    now: Instant,
) -> Result<bool, DbErr> {
    if told.counts == Counts::default() {
        let text = "DELETE FROM received_interests WHERE partner_id = ? AND event_id = ? AND occurrence = ?";
        let values = vec![partner.into(), told.event.into(), told.occurrence.clone().into()];
        return Ok(run(tx, text, values).await? == 1);
    }
    let text = "INSERT INTO received_interests (community_id, partner_id, event_id, occurrence, going, maybe, \
                interested, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) \
                ON CONFLICT (partner_id, event_id, occurrence) DO UPDATE SET going = excluded.going, \
                maybe = excluded.maybe, interested = excluded.interested, updated_at = excluded.updated_at \
                WHERE received_interests.going <> excluded.going OR received_interests.maybe <> excluded.maybe \
                OR received_interests.interested <> excluded.interested";
    let values = vec![
        community.into(),
        partner.into(),
        told.event.into(),
        told.occurrence.clone().into(),
        i64::from(told.counts.going).into(),
        i64::from(told.counts.maybe).into(),
        i64::from(told.counts.interested).into(),
        now.into(),
    ];
    Ok(run(tx, text, values).await? == 1)
}

/// What open partners told of an event, or of a date of it, by the names of the partners.
pub async fn list_interests(
    conn: &impl Conn,
    community: CommunityId,
    event: EventId,
    occurrence: &str,
) -> Result<Vec<(String, Counts)>, DbErr> {
    let text = "SELECT p.name, r.going, r.maybe, r.interested FROM received_interests r \
                JOIN partners p ON p.id = r.partner_id \
                WHERE r.event_id = ? AND r.occurrence = ? AND r.community_id = ? AND p.is_active AND p.is_approved \
                ORDER BY p.name, p.id LIMIT 100";
    let values = vec![event.into(), occurrence.into(), community.into()];
    let rows = conn.query_all_raw(sql(conn, text, values)).await?;
    rows.iter()
        .map(|r| {
            let (going, maybe, interested) =
                (r.try_get_by_index(1)?, r.try_get_by_index(2)?, r.try_get_by_index(3)?);
            Ok((r.try_get_by_index(0)?, Counts::clamped(going, maybe, interested)))
        })
        .collect()
}

/// Forgets what was told of events that are gone for good.
pub async fn delete_orphans(tx: &Write) -> Result<u64, DbErr> {
    let text = "DELETE FROM received_interests WHERE NOT EXISTS \
                (SELECT 1 FROM events e WHERE e.id = received_interests.event_id)";
    run(tx, text, vec![]).await
}

async fn run(tx: &Write, text: &str, values: Vec<Value>) -> Result<u64, DbErr> {
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected())
}
