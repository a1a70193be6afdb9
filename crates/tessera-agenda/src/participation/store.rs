//! The rows of `participations` and `attendance`. Counts change only together with the answer they count.

use super::model::{Answer, Attendance, Guest, Participant, Participation};
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use std::collections::HashMap;
use tessera_core::ids::{AccountId, CommunityId, EventId, ParticipationId};
use tessera_core::{Instant, Locale};
use tessera_platform::db::{Conn, Engine, Write, sql};
use tessera_platform::text;

const COLUMNS: &str = "p.id, p.community_id, p.event_id, p.occurrence, p.account_id, p.guest_name, p.guest_email, \
                       p.guest_locale, p.guest_token_hash, p.guest_token, p.status, p.confirmed, p.invitation_id, \
                       p.created_at, p.updated_at";

fn read(r: &QueryResult) -> Result<Participation, DbErr> {
    let account: Option<AccountId> = r.try_get_by_index(4)?;
    let participant = match account {
        Some(account) => Participant::Member(account),
        None => Participant::Guest(Guest {
            name: r.try_get_by_index::<Option<String>>(5)?.unwrap_or_default(),
            email: r.try_get_by_index::<Option<String>>(6)?.unwrap_or_default(),
            locale: r
                .try_get_by_index::<Option<String>>(7)?
                .and_then(|l| Locale::from_tag(&l))
                .unwrap_or_default(),
            token_hash: r.try_get_by_index::<Option<String>>(8)?.unwrap_or_default(),
            token_sealed: r.try_get_by_index::<Option<String>>(9)?.unwrap_or_default(),
        }),
    };
    let status: String = r.try_get_by_index(10)?;
    Ok(Participation {
        id: r.try_get_by_index(0)?,
        community_id: r.try_get_by_index(1)?,
        event_id: r.try_get_by_index(2)?,
        occurrence: r.try_get_by_index(3)?,
        participant,
        answer: Answer::parse(&status).ok_or_else(|| DbErr::Type(format!("no answer is called {status}")))?,
        confirmed: r.try_get_by_index(11)?,
        invitation_id: r.try_get_by_index(12)?,
        created_at: r.try_get_by_index(13)?,
        updated_at: r.try_get_by_index(14)?,
    })
}

async fn find_where(
    conn: &impl Conn,
    condition: &str,
    values: Vec<Value>,
) -> Result<Option<Participation>, DbErr> {
    let text = format!("SELECT {COLUMNS} FROM participations p WHERE {condition}");
    conn.query_one_raw(sql(conn, &text, values)).await?.as_ref().map(read).transpose()
}

/// One by its id.
pub async fn find(
    conn: &impl Conn,
    community: CommunityId,
    id: ParticipationId,
) -> Result<Option<Participation>, DbErr> {
    find_where(conn, "p.id = ? AND p.community_id = ?", vec![id.into(), community.into()]).await
}

/// A member's answer.
pub async fn find_of_member(
    conn: &impl Conn,
    community: CommunityId,
    event: EventId,
    occurrence: &str,
    account: AccountId,
) -> Result<Option<Participation>, DbErr> {
    let condition = "p.community_id = ? AND p.event_id = ? AND p.occurrence = ? AND p.account_id = ?";
    let values = vec![community.into(), event.into(), occurrence.into(), account.into()];
    find_where(conn, condition, values).await
}

/// A member's answers to these events, to them as a whole first.
pub async fn list_of_member(
    conn: &impl Conn,
    community: CommunityId,
    account: AccountId,
    events: &[EventId],
) -> Result<Vec<Participation>, DbErr> {
    if events.is_empty() {
        return Ok(Vec::new());
    }
    let marks = vec!["?"; events.len()].join(", ");
    let text = format!(
        "SELECT {COLUMNS} FROM participations p WHERE p.account_id = ? AND p.community_id = ? \
         AND p.event_id IN ({marks}) ORDER BY p.event_id, p.occurrence LIMIT 10000"
    );
    let mut values: Vec<Value> = vec![account.into(), community.into()];
    values.extend(events.iter().map(|e| Value::from(*e)));
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read).collect()
}

/// A guest's answer, by the key of the address.
pub async fn find_of_address(
    conn: &impl Conn,
    community: CommunityId,
    event: EventId,
    occurrence: &str,
    email_key: &str,
) -> Result<Option<Participation>, DbErr> {
    let condition = "p.community_id = ? AND p.event_id = ? AND p.occurrence = ? AND p.guest_email_key = ?";
    let values = vec![community.into(), event.into(), occurrence.into(), email_key.into()];
    find_where(conn, condition, values).await
}

/// Whose token this is, at this event.
pub async fn find_of_token(
    conn: &impl Conn,
    community: CommunityId,
    event: EventId,
    token_hash: &str,
) -> Result<Option<Participation>, DbErr> {
    let condition = "p.guest_token_hash = ? AND p.event_id = ? AND p.community_id = ?";
    find_where(conn, condition, vec![token_hash.into(), event.into(), community.into()]).await
}

/// Whether a member has answered an event, any date of it, and not left.
pub async fn takes_part(
    conn: &impl Conn,
    community: CommunityId,
    event: EventId,
    account: AccountId,
) -> Result<bool, DbErr> {
    let q = sql(
        conn,
        "SELECT 1 FROM participations WHERE account_id = ? AND community_id = ? AND event_id = ? \
         AND status <> 'cancelled' LIMIT 1",
        vec![account.into(), community.into(), event.into()],
    );
    Ok(conn.query_one_raw(q).await?.is_some())
}

/// The counts of one event or date of it.
pub async fn find_attendance(
    conn: &impl Conn,
    event: EventId,
    occurrence: &str,
) -> Result<Attendance, DbErr> {
    let q = sql(
        conn,
        "SELECT going, maybe, interested FROM attendance WHERE event_id = ? AND occurrence = ?",
        vec![event.into(), occurrence.into()],
    );
    conn.query_one_raw(q).await?.as_ref().map_or(Ok(Attendance::default()), read_attendance)
}

/// The counts of these events, and of every date of those that are series, in one statement.
pub async fn list_attendance(
    conn: &impl Conn,
    events: &[EventId],
) -> Result<HashMap<(EventId, String), Attendance>, DbErr> {
    if events.is_empty() {
        return Ok(HashMap::new());
    }
    let marks = vec!["?"; events.len()].join(", ");
    let text = format!(
        "SELECT going, maybe, interested, event_id, occurrence FROM attendance WHERE event_id IN ({marks}) \
         AND going + maybe + interested > 0"
    );
    let rows = conn.query_all_raw(sql(conn, &text, events.iter().map(|e| (*e).into()).collect())).await?;
    rows.iter().map(|r| Ok(((r.try_get_by_index(3)?, r.try_get_by_index(4)?), read_attendance(r)?))).collect()
}

fn read_attendance(r: &QueryResult) -> Result<Attendance, DbErr> {
    Ok(Attendance {
        going: r.try_get_by_index(0)?,
        maybe: r.try_get_by_index(1)?,
        interested: r.try_get_by_index(2)?,
    })
}

/// The counts, held until the end of the transaction: whoever else answers the same event waits here. Comes before
/// the answer is read.
pub async fn lock_attendance(tx: &Write, event: EventId, occurrence: &str) -> Result<Attendance, DbErr> {
    let first = sql(
        tx,
        "INSERT INTO attendance (event_id, occurrence, going, maybe, interested) VALUES (?, ?, 0, 0, 0) \
         ON CONFLICT (event_id, occurrence) DO NOTHING",
        vec![event.into(), occurrence.into()],
    );
    tx.execute_raw(first).await?;
    let lock = match tx.engine() {
        Engine::Postgres => " FOR UPDATE",
        Engine::Sqlite => "",
    };
    let text = format!(
        "SELECT going, maybe, interested FROM attendance WHERE event_id = ? AND occurrence = ?{lock}"
    );
    let row = tx.query_one_raw(sql(tx, &text, vec![event.into(), occurrence.into()])).await?;
    read_attendance(&row.ok_or_else(|| DbErr::RecordNotFound("attendance".into()))?)
}

/// Writes the counts. False: `going` would rise beyond the event's capacity as it is now, and nothing was written.
pub async fn update_attendance(
    tx: &Write,
    event: EventId,
    occurrence: &str,
    counts: Attendance,
) -> Result<bool, DbErr> {
    let q = sql(
        tx,
        "UPDATE attendance SET going = ?, maybe = ?, interested = ? WHERE event_id = ? AND occurrence = ? \
         AND (going >= ? OR NOT EXISTS (SELECT 1 FROM events e WHERE e.id = attendance.event_id AND e.capacity < ?))",
        vec![
            counts.going.into(),
            counts.maybe.into(),
            counts.interested.into(),
            event.into(),
            occurrence.into(),
            counts.going.into(),
            counts.going.into(),
        ],
    );
    Ok(tx.execute_raw(q).await?.rows_affected() == 1)
}

/// Adds an answer. Fails on the unique constraint where there is one already.
pub async fn insert(tx: &Write, p: &Participation) -> Result<(), DbErr> {
    let guest = p.guest();
    let q = sql(
        tx,
        "INSERT INTO participations (id, community_id, event_id, occurrence, account_id, guest_email, \
         guest_email_key, guest_name, guest_name_key, guest_locale, guest_token_hash, guest_token, status, confirmed, \
         invitation_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        vec![
            p.id.into(),
            p.community_id.into(),
            p.event_id.into(),
            p.occurrence.clone().into(),
            p.account_id().into(),
            guest.map(|g| g.email.clone()).into(),
            guest.map(|g| g.email.to_lowercase()).into(),
            guest.map(|g| g.name.clone()).into(),
            guest.map(|g| text::fold(&g.name)).into(),
            guest.map(|g| g.locale.code()).into(),
            guest.map(|g| g.token_hash.clone()).into(),
            guest.map(|g| g.token_sealed.clone()).into(),
            p.answer.code().into(),
            p.confirmed.into(),
            p.invitation_id.into(),
            p.created_at.into(),
            p.updated_at.into(),
        ],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// Writes what can change of an answer: the answer, whether it counts, a guest's name and language, the invitation.
pub async fn update(tx: &Write, p: &Participation) -> Result<(), DbErr> {
    let guest = p.guest();
    let q = sql(
        tx,
        "UPDATE participations SET status = ?, confirmed = ?, guest_name = ?, guest_name_key = ?, guest_locale = ?, \
         invitation_id = ?, updated_at = ? WHERE id = ? AND community_id = ?",
        vec![
            p.answer.code().into(),
            p.confirmed.into(),
            guest.map(|g| g.name.clone()).into(),
            guest.map(|g| text::fold(&g.name)).into(),
            guest.map(|g| g.locale.code()).into(),
            p.invitation_id.into(),
            p.updated_at.into(),
            p.id.into(),
            p.community_id.into(),
        ],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// One line of the organiser's list.
#[derive(Clone, Debug, PartialEq)]
pub struct Attendee {
    pub participation: Participation,
    /// The member's name; empty once the account was erased.
    pub member_name: String,
}

impl Attendee {
    pub fn name(&self) -> &str {
        self.participation.guest().map_or(&self.member_name, |g| &g.name)
    }

    pub fn kind(&self) -> &'static str {
        if self.participation.guest().is_some() { "guest" } else { "member" }
    }
}

/// What of the organiser's list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub answer: Option<Answer>,
    pub occurrence: String,
    /// A part of the name, or of a guest's address.
    pub search: String,
    /// Below this id: the last one of the page before.
    pub after: Option<ParticipationId>,
}

const WITH_NAME: &str = "COALESCE(a.name, '')";

/// Who answered, the newest last; at most `limit`.
pub async fn list(
    conn: &impl Conn,
    community: CommunityId,
    event: EventId,
    filter: &Filter,
    limit: u64,
) -> Result<Vec<Attendee>, DbErr> {
    let mut text = format!(
        "SELECT {COLUMNS}, {WITH_NAME} FROM participations p LEFT JOIN accounts a ON a.id = p.account_id \
         WHERE p.community_id = ? AND p.event_id = ? AND p.occurrence = ?"
    );
    let mut values: Vec<Value> = vec![community.into(), event.into(), filter.occurrence.clone().into()];
    if let Some(answer) = filter.answer {
        text.push_str(" AND p.status = ?");
        values.push(answer.code().into());
    }
    let folded = text::fold(&filter.search);
    if !folded.is_empty() {
        let like = format!("%{}%", folded.replace('!', "!!").replace('%', "!%").replace('_', "!_"));
        text.push_str(
            " AND (a.name_key LIKE ? ESCAPE '!' OR p.guest_name_key LIKE ? ESCAPE '!' \
             OR p.guest_email_key LIKE ? ESCAPE '!')",
        );
        values.extend([like.clone().into(), like.clone().into(), like.into()]);
    }
    if let Some(after) = filter.after {
        text.push_str(" AND p.id > ?");
        values.push(after.into());
    }
    text.push_str(" ORDER BY p.id LIMIT ?");
    values.push(limit.into());
    let rows = conn.query_all_raw(sql(conn, &text, values)).await?;
    rows.iter()
        .map(|r| Ok(Attendee { participation: read(r)?, member_name: r.try_get_by_index(15)? }))
        .collect()
}

/// How many gave each answer, those not confirmed apart, for the head of the organiser's list.
pub async fn count_answers(
    conn: &impl Conn,
    community: CommunityId,
    event: EventId,
    occurrence: &str,
) -> Result<Vec<(Answer, bool, i64)>, DbErr> {
    let q = sql(
        conn,
        "SELECT status, confirmed, COUNT(*) FROM participations WHERE community_id = ? AND event_id = ? \
         AND occurrence = ? GROUP BY status, confirmed",
        vec![community.into(), event.into(), occurrence.into()],
    );
    let rows = conn.query_all_raw(q).await?;
    let read = |r: &QueryResult| -> Result<Option<(Answer, bool, i64)>, DbErr> {
        let answer = Answer::parse(&r.try_get_by_index::<String>(0)?);
        let (confirmed, count) = (r.try_get_by_index(1)?, r.try_get_by_index(2)?);
        Ok(answer.map(|a| (a, confirmed, count)))
    };
    rows.iter().filter_map(|r| read(r).transpose()).collect()
}

/// Somebody to be told of a change, with what a mail to them needs.
#[derive(Clone, Debug, PartialEq)]
pub struct ToTell {
    pub id: ParticipationId,
    /// A member's; guests have none.
    pub account: Option<AccountId>,
    pub email: String,
    pub locale: Option<Locale>,
}

const TO_TELL: &str = "FROM participations p LEFT JOIN accounts a ON a.id = p.account_id \
                       LEFT JOIN memberships m ON m.account_id = p.account_id AND m.community_id = p.community_id \
                       WHERE p.community_id = ? AND p.event_id = ? AND p.confirmed = ? \
                       AND (? = '' OR p.occurrence IN ('', ?)) AND p.status IN ('going', 'maybe', 'interested') \
                       AND (p.account_id IS NULL OR (m.state = 'active' AND p.account_id <> ?))";

fn nobody(account: Option<AccountId>) -> AccountId {
    account.unwrap_or(AccountId(uuid::Uuid::nil()))
}

/// Those who are going, perhaps going or interested, in one date or in any where none is named, beyond `after`. Who left the community, guests who
/// never confirmed, and whoever made the change themselves are not told.
pub async fn list_to_tell(
    conn: &impl Conn,
    community: CommunityId,
    (event, occurrence): (EventId, &str),
    but: Option<AccountId>,
    after: Option<ParticipationId>,
    limit: u64,
) -> Result<Vec<ToTell>, DbErr> {
    let text = format!(
        "SELECT p.id, COALESCE(a.email, p.guest_email), COALESCE(a.locale, p.guest_locale), p.account_id {TO_TELL} \
         AND p.id > ? ORDER BY p.id LIMIT ?"
    );
    let values = vec![
        community.into(),
        event.into(),
        true.into(),
        occurrence.into(),
        occurrence.into(),
        nobody(but).into(),
        after.unwrap_or(ParticipationId(uuid::Uuid::nil())).into(),
        limit.into(),
    ];
    let q = sql(conn, &text, values);
    let rows = conn.query_all_raw(q).await?;
    rows.iter()
        .map(|r| {
            let locale: Option<String> = r.try_get_by_index(2)?;
            Ok(ToTell {
                id: r.try_get_by_index(0)?,
                email: r.try_get_by_index(1)?,
                locale: locale.and_then(|l| Locale::from_tag(&l)),
                account: r.try_get_by_index(3)?,
            })
        })
        .collect()
}

/// The dates of a series that somebody has answered, in order.
pub async fn list_dates_answered(conn: &impl Conn, event: EventId) -> Result<Vec<String>, DbErr> {
    let text = "SELECT occurrence FROM participations WHERE event_id = ? AND occurrence <> '' \
                UNION SELECT occurrence FROM attendance WHERE event_id = ? AND occurrence <> '' ORDER BY occurrence";
    let rows = conn.query_all_raw(sql(conn, text, vec![event.into(), event.into()])).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// Gives all answers to one date to another.
pub async fn move_date(
    tx: &Write,
    (from, key): (EventId, &str),
    (to, new): (EventId, &str),
) -> Result<(), DbErr> {
    for table in ["participations", "attendance"] {
        let text =
            format!("UPDATE {table} SET event_id = ?, occurrence = ? WHERE event_id = ? AND occurrence = ?");
        let values = vec![to.into(), new.into(), from.into(), key.into()];
        tx.execute_raw(sql(tx, &text, values)).await?;
    }
    Ok(())
}

/// The answers to one part of a series, to it as a whole or to any date, of those who have none in the other part;
/// somebody's own stand together.
pub async fn list_missing(
    conn: &impl Conn,
    from: EventId,
    to: EventId,
    by_any_date: bool,
) -> Result<Vec<Participation>, DbErr> {
    let which = if by_any_date { "" } else { " AND p.occurrence = ''" };
    let text = format!(
        "SELECT {COLUMNS} FROM participations p WHERE p.event_id = ? AND p.status <> 'cancelled'{which} \
         AND NOT EXISTS (SELECT 1 FROM participations o WHERE o.event_id = ? AND o.account_id = p.account_id AND o.status <> 'cancelled') \
         AND NOT EXISTS (SELECT 1 FROM participations o WHERE o.event_id = ? AND o.guest_email_key = p.guest_email_key \
                         AND o.status <> 'cancelled') \
         ORDER BY p.account_id, p.guest_email_key, p.occurrence"
    );
    let rows = conn.query_all_raw(sql(conn, &text, vec![from.into(), to.into(), to.into()])).await?;
    rows.iter().map(read).collect()
}

/// Somebody's withdrawn answer to an event as a whole.
pub async fn delete_withdrawn(tx: &Write, p: &Participation) -> Result<(), DbErr> {
    let text = "DELETE FROM participations WHERE event_id = ? AND occurrence = '' AND status = 'cancelled' \
                AND (account_id = ? OR guest_email_key = ?)";
    let (account, email) = p.key();
    tx.execute_raw(sql(tx, text, vec![p.event_id.into(), account.into(), email.into()])).await.map(|_| ())
}

/// The counts of a series as a whole, from its answers.
pub async fn count_again(tx: &Write, event: EventId) -> Result<(), DbErr> {
    let one = |answer: &str| format!("COALESCE(SUM(CASE WHEN status = '{answer}' THEN 1 ELSE 0 END), 0)");
    let text = format!(
        "INSERT INTO attendance (event_id, occurrence, going, maybe, interested) \
         SELECT event_id, occurrence, {}, {}, {} FROM participations \
         WHERE event_id = ? AND occurrence = '' AND confirmed = ? GROUP BY event_id, occurrence \
         ON CONFLICT (event_id, occurrence) DO UPDATE SET going = excluded.going, maybe = excluded.maybe, \
         interested = excluded.interested",
        one("going"),
        one("maybe"),
        one("interested"),
    );
    tx.execute_raw(sql(tx, &text, vec![event.into(), true.into()])).await.map(|_| ())
}

/// How many [`list_to_tell`] would list.
pub async fn count_to_tell(
    conn: &impl Conn,
    community: CommunityId,
    event: EventId,
    but: Option<AccountId>,
) -> Result<u64, DbErr> {
    let text = format!("SELECT COUNT(*) {TO_TELL}");
    let values = vec![community.into(), event.into(), true.into(), "".into(), "".into(), nobody(but).into()];
    let row = conn.query_one_raw(sql(conn, &text, values)).await?;
    let count: i64 = row.map_or(Ok(0), |r| r.try_get_by_index(0))?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// Everything an account answered anywhere on this server.
pub async fn list_of_account(
    conn: &impl Conn,
    account: AccountId,
    after: Option<ParticipationId>,
    limit: u64,
) -> Result<Vec<Participation>, DbErr> {
    let text = format!(
        "SELECT {COLUMNS} FROM participations p WHERE p.account_id = ? AND p.id > ? ORDER BY p.id LIMIT ?"
    );
    let after = after.unwrap_or(ParticipationId(uuid::Uuid::nil()));
    let rows = conn.query_all_raw(sql(conn, &text, vec![account.into(), after.into(), limit.into()])).await?;
    rows.iter().map(read).collect()
}

/// Forgets guests who never confirmed. They hold no place, so no counts change.
pub async fn delete_unconfirmed(tx: &Write, before: Instant) -> Result<u64, DbErr> {
    let q = sql(
        tx,
        "DELETE FROM participations WHERE confirmed = ? AND updated_at < ?",
        vec![false.into(), before.into()],
    );
    Ok(tx.execute_raw(q).await?.rows_affected())
}

/// Takes one answer away altogether. The caller has locked its counts and lowers them.
pub async fn delete(tx: &Write, community: CommunityId, id: ParticipationId) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "DELETE FROM participations WHERE id = ? AND community_id = ?",
        vec![id.into(), community.into()],
    );
    tx.execute_raw(q).await.map(|_| ())
}
