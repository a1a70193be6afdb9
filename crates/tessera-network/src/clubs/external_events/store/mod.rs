//! The rows of `external_events`, read, and what an admin decides about them. Reads `partners` too: nothing of a
//! partner that is not active and approved is shown.

pub mod comments;
pub mod intake;
pub mod interests;
pub mod reports;

use super::model::{Approval, Club, ExternalEvent, Times};
use jiff::SignedDuration;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use std::collections::BTreeMap;
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, ExternalEventId, PartnerId};
use tessera_platform::db::{Conn, Engine, Write, sql};
use tessera_platform::text::fold;
use tessera_wire::clubs::{Counts, Status};

const COLUMNS: &str = "e.id, e.community_id, e.partner_id, p.short_code, p.name, p.is_active AND p.is_approved, \
    e.external_id, e.event_name, e.start_date, e.end_date, e.first_day, e.last_day, e.location_name, \
    e.location_address, e.location_lat, e.location_lon, e.description, e.event_status, e.gone_at, e.image_url, e.image, \
    e.detail_url, e.is_approved, e.is_hidden, e.their_going, e.their_maybe, e.their_interested, e.going, e.maybe, \
    e.interested, e.fetched_at, e.updated_at, e.image_tried_at";
const FROM: &str = "external_events e JOIN partners p ON p.id = e.partner_id";
/// What visitors and members see.
pub const SHOWN: &str = "e.is_approved AND NOT e.is_hidden AND p.is_active AND p.is_approved";
/// Longer ones have an index of their own.
const A_MONTH: SignedDuration = SignedDuration::from_hours(31 * 24);

/// Which events, and how many.
#[derive(Clone, Debug)]
pub struct Asked {
    pub community: CommunityId,
    /// An admin sees all, of one standing where one is named; everybody else what is shown.
    pub sight: Sight,
    pub club: Option<String>,
    pub status: Option<Status>,
    /// Words of the place.
    pub place: String,
    pub time: When,
    pub after: Option<Cursor>,
    pub limit: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    Shown,
    All(Option<Approval>),
}

/// Which time, and in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Not over at `from`, begun before `to`; the earliest first.
    Coming { from: Instant, to: Option<Instant> },
    /// Over at that time; the latest first.
    Past(Instant),
}

/// Where a list goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub start: Instant,
    pub id: ExternalEventId,
}

impl Cursor {
    pub fn of(event: &ExternalEvent) -> Self {
        Self { start: event.when.start, id: event.id }
    }

    pub fn encode(&self) -> String {
        format!("{}.{}", self.start.as_microseconds(), self.id)
    }

    pub fn decode(text: &str) -> Option<Self> {
        let (start, id) = text.split_once('.')?;
        Some(Self { start: Instant::from_microseconds(start.parse().ok()?), id: id.parse().ok()? })
    }
}

fn count(r: &QueryResult, index: usize) -> Result<u32, DbErr> {
    let count: i64 = r.try_get_by_index(index)?;
    Ok(u32::try_from(count).unwrap_or(0))
}

/// The status as it is stored; a check keeps it to those that are known.
pub(super) fn status(code: &str) -> Status {
    Status::ALL.into_iter().find(|s| s.as_str() == code).unwrap_or_default()
}

fn read(r: &QueryResult) -> Result<ExternalEvent, DbErr> {
    let day = |index| -> Result<Option<jiff::civil::Date>, DbErr> {
        Ok(r.try_get_by_index::<Option<String>>(index)?.and_then(|day| day.parse().ok()))
    };
    let (lat, lon): (Option<f64>, Option<f64>) = (r.try_get_by_index(14)?, r.try_get_by_index(15)?);
    let event_status: String = r.try_get_by_index(17)?;
    Ok(ExternalEvent {
        id: r.try_get_by_index(0)?,
        community_id: r.try_get_by_index(1)?,
        partner_id: r.try_get_by_index(2)?,
        club: Club {
            code: r.try_get_by_index(3)?,
            name: r.try_get_by_index(4)?,
            is_open: r.try_get_by_index(5)?,
        },
        external_id: r.try_get_by_index(6)?,
        event_name: r.try_get_by_index(7)?,
        when: Times {
            start: r.try_get_by_index(8)?,
            end: r.try_get_by_index(9)?,
            days: day(10)?.zip(day(11)?),
        },
        location_name: r.try_get_by_index(12)?,
        location_address: r.try_get_by_index(13)?,
        position: lat.zip(lon),
        description: r.try_get_by_index(16)?,
        status: status(&event_status),
        gone_at: r.try_get_by_index(18)?,
        image_url: r.try_get_by_index(19)?,
        image: r.try_get_by_index(20)?,
        detail_url: r.try_get_by_index(21)?,
        is_approved: r.try_get_by_index(22)?,
        is_hidden: r.try_get_by_index(23)?,
        theirs: Counts { going: count(r, 24)?, maybe: count(r, 25)?, interested: count(r, 26)? },
        ours: Counts { going: count(r, 27)?, maybe: count(r, 28)?, interested: count(r, 29)? },
        fetched_at: r.try_get_by_index(30)?,
        updated_at: r.try_get_by_index(31)?,
        image_tried_at: r.try_get_by_index(32)?,
    })
}

impl Asked {
    /// The condition of one branch, its values in their order.
    fn condition(&self, branch: &str, of_branch: Vec<Value>) -> (String, Vec<Value>) {
        let mut text = format!("e.community_id = ? AND {branch}");
        let mut values: Vec<Value> = vec![self.community.into()];
        values.extend(of_branch);
        let mut and = |more: &str, value: Option<Value>| {
            text.push_str(" AND ");
            text.push_str(more);
            values.extend(value);
        };
        match self.sight {
            Sight::Shown => and(SHOWN, None),
            Sight::All(None) => {}
            Sight::All(Some(Approval::Pending)) => and("NOT e.is_approved AND NOT e.is_hidden", None),
            Sight::All(Some(Approval::Approved)) => and("e.is_approved AND NOT e.is_hidden", None),
            Sight::All(Some(Approval::Hidden)) => and("e.is_hidden", None),
        }
        if let Some(club) = &self.club {
            and("p.short_code = ?", Some(club.as_str().into()));
        }
        if let Some(status) = self.status {
            and("e.event_status = ?", Some(status.as_str().into()));
        }
        for word in fold(&self.place).split_whitespace().take(8) {
            let pattern = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            and("e.place_key LIKE ? ESCAPE '\\'", Some(format!("%{pattern}%").into()));
        }
        if let When::Coming { to: Some(to), .. } = self.time {
            and("e.start_date < ?", Some(to.into()));
        }
        if let Some(after) = self.after {
            let sign = if matches!(self.time, When::Past(_)) { "<" } else { ">" };
            and(
                &format!("(e.start_date {sign} ? OR (e.start_date = ? AND e.id {sign} ?))"),
                Some(after.start.into()),
            );
            values.extend([after.start.into(), after.id.into()]);
        }
        (text, values)
    }
}

/// A page of events.
pub async fn list(conn: &impl Conn, asked: &Asked) -> Result<Vec<ExternalEvent>, DbErr> {
    let long = match conn.engine() {
        Engine::Sqlite => "e.over_at - e.start_date > 2678400000000",
        Engine::Postgres => "e.over_at - e.start_date > interval '31 days'",
    };
    let (direction, branches) = match asked.time {
        When::Past(now) => ("DESC", vec![asked.condition("e.over_at <= ?", vec![now.into()])]),
        When::Coming { from, .. } => {
            let a_month_before = from.plus(-A_MONTH);
            let near = asked.condition(
                "(e.over_at > ? OR e.start_date >= ?) AND e.start_date >= ?",
                vec![from.into(), from.into(), a_month_before.into()],
            );
            let far = asked.condition(
                &format!("{long} AND e.over_at > ? AND e.start_date < ?"),
                vec![from.into(), a_month_before.into()],
            );
            ("ASC", vec![near, far])
        }
    };
    let limit = i64::try_from(asked.limit).unwrap_or(i64::MAX);
    let order = format!("ORDER BY start_date {direction}, id {direction} LIMIT ?");
    let mut values: Vec<Value> = Vec::new();
    let mut texts = Vec::new();
    for (condition, of_branch) in branches {
        let order = format!("ORDER BY e.start_date {direction}, e.id {direction} LIMIT ?");
        texts.push(format!(
            "SELECT * FROM (SELECT e.id, e.start_date FROM {FROM} WHERE {condition} {order}) AS branch"
        ));
        values.extend(of_branch);
        values.push(limit.into());
    }
    values.push(limit.into());
    let text = format!(
        "SELECT {COLUMNS} FROM (SELECT * FROM ({}) AS found {order}) AS page \
         JOIN external_events e ON e.id = page.id JOIN partners p ON p.id = e.partner_id \
         ORDER BY e.start_date {direction}, e.id {direction}",
        texts.join(" UNION ALL ")
    );
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read).collect()
}

pub async fn find(
    conn: &impl Conn,
    community: CommunityId,
    id: ExternalEventId,
) -> Result<Option<ExternalEvent>, DbErr> {
    let text = format!("SELECT {COLUMNS} FROM {FROM} WHERE e.id = ? AND e.community_id = ?");
    let row = conn.query_one_raw(sql(conn, &text, vec![id.into(), community.into()])).await?;
    row.as_ref().map(read).transpose()
}

/// Some by their ids, those that there are.
pub async fn list_of(
    conn: &impl Conn,
    community: CommunityId,
    ids: &[ExternalEventId],
) -> Result<Vec<ExternalEvent>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT {COLUMNS} FROM {FROM} WHERE e.community_id = ? AND e.id IN ({}) ORDER BY e.start_date, e.id",
        marks(ids.len())
    );
    let mut values: Vec<Value> = vec![community.into()];
    values.extend(ids.iter().map(|id| Value::from(*id)));
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read).collect()
}

pub(super) fn marks(count: usize) -> String {
    vec!["?"; count].join(", ")
}

/// The row, held until the end of the transaction: whoever else changes its counts waits here.
pub async fn lock(
    tx: &Write,
    community: CommunityId,
    id: ExternalEventId,
) -> Result<Option<ExternalEvent>, DbErr> {
    if tx.engine() == Engine::Postgres {
        let text = "SELECT 1 FROM external_events WHERE id = ? AND community_id = ? FOR UPDATE";
        tx.query_one_raw(sql(tx, text, vec![id.into(), community.into()])).await?;
    }
    find(tx, community, id).await
}

/// What an admin decides. The events of other communities are left alone. Which ones changed.
pub async fn decide(
    tx: &Write,
    community: CommunityId,
    ids: &[ExternalEventId],
    decision: Decision,
) -> Result<Vec<ExternalEventId>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (set, unless) = match decision {
        Decision::Approve => ("is_approved = TRUE, is_hidden = FALSE", "(NOT is_approved OR is_hidden)"),
        Decision::Unapprove => ("is_approved = FALSE", "is_approved"),
        Decision::Hide => ("is_hidden = TRUE", "NOT is_hidden"),
        Decision::Unhide => ("is_hidden = FALSE", "is_hidden"),
    };
    let text = format!(
        "UPDATE external_events SET {set} WHERE community_id = ? AND {unless} AND id IN ({}) RETURNING id",
        marks(ids.len())
    );
    let mut values: Vec<Value> = vec![community.into()];
    values.extend(ids.iter().map(|id| Value::from(*id)));
    let rows = tx.query_all_raw(sql(tx, &text, values)).await?;
    rows.iter().map(|r| r.try_get_by_index(0)).collect()
}

/// What can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Approve,
    /// Takes an approval back.
    Unapprove,
    Hide,
    Unhide,
}

/// How many wait for an admin, counted up to `most`.
pub async fn count_pending(
    conn: &impl Conn,
    community: CommunityId,
    now: Instant,
    most: i64,
) -> Result<i64, DbErr> {
    let text = "SELECT count(*) FROM (SELECT 1 FROM external_events WHERE community_id = ? AND NOT is_approved \
                AND NOT is_hidden AND start_date >= ? LIMIT ?) AS waiting";
    let q = sql(conn, text, vec![community.into(), now.into(), most.into()]);
    conn.query_one_raw(q).await?.map_or(Ok(0), |r| r.try_get_by_index(0))
}

/// The partners of which something is coming that is shown, by name: what a list can be filtered by.
pub async fn list_clubs(
    conn: &impl Conn,
    community: CommunityId,
    now: Instant,
) -> Result<Vec<(String, String)>, DbErr> {
    let text = "SELECT p.short_code, p.name FROM partners p WHERE p.community_id = ? AND p.is_active AND p.is_approved \
                AND EXISTS (SELECT 1 FROM external_events e WHERE e.partner_id = p.id AND e.start_date >= ?) \
                ORDER BY p.name, p.id LIMIT 1000";
    let q = sql(conn, text, vec![community.into(), now.plus(-A_MONTH).into()]);
    let rows = conn.query_all_raw(q).await?;
    rows.iter().map(|r| Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?))).collect()
}

/// Takes up to `most` of the new ones that are shown and coming and that members have not been told of, and notes
/// that they have been now; the earliest first.
pub async fn take_untold(
    tx: &Write,
    community: CommunityId,
    now: Instant,
    most: usize,
) -> Result<Vec<ExternalEventId>, DbErr> {
    let text = format!(
        "UPDATE external_events SET told_at = ? WHERE id IN (SELECT e.id FROM {FROM} WHERE e.community_id = ? \
         AND e.told_at IS NULL AND {SHOWN} AND e.start_date >= ? AND e.event_status <> 'EventCancelled' \
         ORDER BY e.start_date, e.id LIMIT ?) AND told_at IS NULL RETURNING id, start_date"
    );
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let values = vec![now.into(), community.into(), now.into(), limit.into()];
    let mut found: Vec<(Instant, ExternalEventId)> = tx
        .query_all_raw(sql(tx, &text, values))
        .await?
        .iter()
        .map(|r| Ok::<_, DbErr>((r.try_get_by_index(1)?, r.try_get_by_index(0)?)))
        .collect::<Result<_, _>>()?;
    found.sort();
    Ok(found.into_iter().map(|(_, id)| id).collect())
}

/// Those of `ids` that have a picture at the partner's and none here, and were not tried since `before`: noted as
/// tried now.
pub async fn take_pictureless(
    tx: &Write,
    ids: &[ExternalEventId],
    before: Instant,
    now: Instant,
) -> Result<Vec<(ExternalEventId, CommunityId, String)>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "UPDATE external_events SET image_tried_at = ? WHERE image IS NULL AND image_url IS NOT NULL \
         AND (image_tried_at IS NULL OR image_tried_at < ?) AND id IN ({}) RETURNING id, community_id, image_url",
        marks(ids.len())
    );
    let mut values: Vec<Value> = vec![now.into(), before.into()];
    values.extend(ids.iter().map(|id| Value::from(*id)));
    let rows = tx.query_all_raw(sql(tx, &text, values)).await?;
    rows.iter()
        .map(|r| Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?, r.try_get_by_index(2)?)))
        .collect()
}

/// Notes the picture, unless the partner has another one by now.
pub async fn set_picture(
    tx: &Write,
    id: ExternalEventId,
    image_url: &str,
    image: &str,
) -> Result<bool, DbErr> {
    let text = "UPDATE external_events SET image = ? WHERE id = ? AND image_url = ?";
    let values = vec![image.into(), id.into(), image_url.into()];
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected() == 1)
}

/// How many events of each partner are kept.
pub async fn count_by_partner(
    conn: &impl Conn,
    community: CommunityId,
) -> Result<BTreeMap<PartnerId, u64>, DbErr> {
    let text = "SELECT partner_id, count(*) FROM external_events WHERE community_id = ? GROUP BY partner_id";
    let rows = conn.query_all_raw(sql(conn, text, vec![community.into()])).await?;
    rows.iter()
        .map(|r| {
            let count: i64 = r.try_get_by_index(1)?;
            Ok((r.try_get_by_index(0)?, u64::try_from(count).unwrap_or(0)))
        })
        .collect()
}

/// Events, interests and comments that go with a partner.
pub async fn count_of_partner(conn: &impl Conn, partner: PartnerId) -> Result<(u64, u64, u64), DbErr> {
    let of = "(SELECT id FROM external_events WHERE partner_id = ?)";
    let text = format!(
        "SELECT (SELECT count(*) FROM external_events WHERE partner_id = ?), \
         (SELECT count(*) FROM external_event_interests WHERE external_event_id IN {of}), \
         (SELECT count(*) FROM external_event_comments WHERE NOT is_deleted AND external_event_id IN {of})"
    );
    let q = sql(conn, &text, vec![partner.into(), partner.into(), partner.into()]);
    let Some(row) = conn.query_one_raw(q).await? else { return Ok((0, 0, 0)) };
    let number = |i| row.try_get_by_index::<i64>(i).map(|n| u64::try_from(n).unwrap_or(0));
    Ok((number(0)?, number(1)?, number(2)?))
}

/// All of a partner: events and whatever hangs on them.
pub async fn delete_of_partner(tx: &Write, partner: PartnerId) -> Result<(), DbErr> {
    let of = "(SELECT id FROM external_events WHERE partner_id = ?)";
    for text in [
        format!("DELETE FROM external_event_interests WHERE external_event_id IN {of}"),
        format!("DELETE FROM external_event_comments WHERE external_event_id IN {of}"),
        "DELETE FROM interest_reports WHERE partner_id = ?".to_owned(),
        "DELETE FROM external_events WHERE partner_id = ?".to_owned(),
    ] {
        tx.execute_raw(sql(tx, &text, vec![partner.into()])).await?;
    }
    Ok(())
}
