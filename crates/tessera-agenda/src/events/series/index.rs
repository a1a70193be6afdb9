//! The index of dates: which are written down ahead, and the SQL of it.
//!
//! Of each published series the dates of the last year and the next two are rows, at least ten to come and at most a
//! thousand. Where that ends is noted, so that whoever looks beyond computes the rest; a job moves it on.

use super::super::gone;
use super::super::model::{Event, Visibility};
use super::super::rows::{self, COLUMNS};
use super::super::store::{self, run};
use super::dates::{self, Occurrence, Reach};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::HashMap;
use tessera_calendar::recurrence::{Last, Moment, Series, TooMuchWork};
use tessera_core::Instant;
use tessera_core::ids::{CommunityId, EventId};
use tessera_platform::db::{Write, sql};
use tessera_web::App;
use tessera_web::directory::Community;

const BEHIND: SignedDuration = SignedDuration::from_hours(24 * 400);
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 730);
/// How much of what is ahead may pass before the horizon is moved on.
const SLACK: SignedDuration = SignedDuration::from_hours(24 * 180);
const AT_LEAST: usize = 10;
const AT_MOST: usize = 1_000;
/// Rows that one statement writes: seven values each.
const PIECE: usize = 100;
/// Series that are extended in one transaction.
const SERIES_AT_A_TIME: i64 = 20;

/// What of a series is indexed.
#[derive(Debug, Default, PartialEq)]
struct Plan {
    moments: Vec<Moment>,
    from: Option<Instant>,
    until: Option<Instant>,
    last: Option<Instant>,
    extend_at: Option<Instant>,
}

fn plan(series: &Series, now: Instant) -> Result<Plan, TooMuchWork> {
    let Some(first) = series.first(1)?.first().copied() else { return Ok(Plan::default()) };
    let today = now.timestamp();
    let begin = today.saturating_sub(BEHIND).unwrap_or(Timestamp::MIN).max(first.instant);
    let past = series.between(begin, today.max(begin), AT_MOST)?;
    let (mut moments, begin) = if past.complete { (past.moments, begin) } else { (Vec::new(), today) };
    let ahead = today.max(begin);
    let horizon = today.saturating_add(AHEAD).unwrap_or(Timestamp::MAX);
    let mut coming = series.between(ahead, horizon.max(ahead), AT_MOST)?;
    let mut is_cut = !coming.complete;
    if coming.moments.len() < AT_LEAST {
        coming = series.between(ahead, Timestamp::MAX, AT_LEAST)?;
        is_cut = !coming.complete;
    }
    let last = match series.last()? {
        Last::At(last) => Some(last.instant),
        Last::Never | Last::Unbounded => None,
    };
    let reached = coming.moments.last().map(|m| m.instant);
    let is_whole = last.is_some_and(|last| reached.is_none_or(|r| r >= last) && !is_cut);
    let until = match reached {
        _ if is_whole => None,
        Some(reached) if is_cut => reached.checked_add(SignedDuration::from_micros(1)).ok(),
        _ => Some(horizon),
    };
    let extend_at = until.map(|until| {
        let left = until.duration_since(today);
        let wait = if is_cut && until < horizon { left / 2 } else { (left - AHEAD + SLACK).max(SLACK) };
        now.plus(wait.max(SignedDuration::from_hours(1)))
    });
    moments.extend(coming.moments);
    Ok(Plan {
        moments,
        from: (begin > first.instant).then(|| Instant::new(begin)),
        until: until.map(Instant::new),
        last: last.map(Instant::new),
        extend_at,
    })
}

/// An event from elsewhere whose rule cannot be followed is at least where it begins.
fn only_start(event: &Event, zone: &TimeZone) -> Plan {
    let instant = event.when.instants(zone).0;
    let moment = Moment { local: event.when.start_local(), instant: instant.timestamp() };
    Plan { moments: vec![moment], last: Some(instant), ..Plan::default() }
}

/// A date that differs.
struct Override {
    id: EventId,
    starts_at: Instant,
    ends_at: Instant,
    is_public: bool,
}

impl Override {
    fn of(event: &Event) -> Self {
        let is_public = event.visibility == Visibility::Public;
        Self { id: event.id, starts_at: event.starts_at, ends_at: event.ends_at, is_public }
    }
}

/// Writes the dates of an event anew; of one that is no series or is not published, none.
pub async fn reindex(tx: &Write, zone: &TimeZone, now: Instant, event: &Event) -> Result<(), DbErr> {
    gone::note_dates(tx, event.id, now).await?;
    run(tx, "DELETE FROM occurrences WHERE event_id = ?", vec![event.id.into()]).await?;
    run(tx, "DELETE FROM series WHERE event_id = ?", vec![event.id.into()]).await?;
    if !event.is_published() || event.series_id.is_some() {
        return Ok(());
    }
    let plan = match dates::series_of(&event.content, zone) {
        Ok(Some(series)) => plan(&series, now).unwrap_or_else(|_| only_start(event, zone)),
        Ok(None) => return Ok(()),
        Err(_) => only_start(event, zone),
    };
    let text = "INSERT INTO series (event_id, community_id, organiser_id, indexed_from, indexed_until, last_start, extend_at) \
                VALUES (?, ?, ?, ?, ?, ?, ?)";
    let values = vec![
        event.id.into(),
        event.community_id.into(),
        event.organiser_id.into(),
        plan.from.into(),
        plan.until.into(),
        plan.last.into(),
        plan.extend_at.into(),
    ];
    run(tx, text, values).await?;
    let (mut overrides, reaching) = list_overrides(tx, event.id).await?;
    let reaches = Reach::list(event, &reaching, zone);
    let is_public = event.visibility == Visibility::Public;
    let mut rows: Vec<[Value; 7]> = Vec::with_capacity(plan.moments.len());
    for moment in &plan.moments {
        let name = Occurrence::of(&event.when, moment);
        rows.push(match overrides.remove(name.key()) {
            Some(other) => row(event, name.key(), &other),
            None => match Reach::find(&reaches, &name).map(|reach| reach.on(moment, zone)) {
                Some(other) => row(event, name.key(), &Override::of(&other)),
                None => {
                    let (starts_at, ends_at) = event.when.moved(moment, zone).instants(zone);
                    row(event, name.key(), &Override { id: event.id, starts_at, ends_at, is_public })
                }
            },
        });
    }
    // Dates that the rule no longer gives, or that lie beyond what is indexed, are few and shown all the same.
    rows.extend(overrides.iter().map(|(name, other)| row(event, name, other)));
    for piece in rows.chunks(PIECE) {
        let marks = vec!["(?, ?, ?, ?, ?, ?, ?)"; piece.len()].join(", ");
        let text = format!(
            "INSERT INTO occurrences (event_id, occurrence, shown_id, community_id, starts_at, ends_at, is_public) VALUES {marks}"
        );
        run(tx, &text, piece.iter().flatten().cloned().collect()).await?;
    }
    gone::forget_dates(tx, event.id).await
}

fn row(series: &Event, name: &str, shown: &Override) -> [Value; 7] {
    [
        series.id.into(),
        name.into(),
        shown.id.into(),
        series.community_id.into(),
        shown.starts_at.into(),
        shown.ends_at.into(),
        shown.is_public.into(),
    ]
}

/// The dates that differ, by name; and those of them that reach on, whole.
async fn list_overrides(
    tx: &Write,
    series: EventId,
) -> Result<(HashMap<String, Override>, Vec<Event>), DbErr> {
    let text = "SELECT recurrence_id, id, starts_at, ends_at, visibility, reaches_on FROM events \
                WHERE series_id = ? AND recurrence_id <> '' AND state = 'published'";
    let rows = tx.query_all_raw(sql(tx, text, vec![series.into()])).await?;
    let (mut overrides, mut any_reaches) = (HashMap::new(), false);
    for r in &rows {
        let visibility: String = r.try_get_by_index(4)?;
        any_reaches |= r.try_get_by_index::<bool>(5)?;
        let shown = Override {
            id: r.try_get_by_index(1)?,
            starts_at: r.try_get_by_index(2)?,
            ends_at: r.try_get_by_index(3)?,
            is_public: visibility == Visibility::Public.code(),
        };
        overrides.insert(r.try_get_by_index::<String>(0)?, shown);
    }
    let reaching = if any_reaches { store::list_reaching(tx, &[series]).await? } else { Vec::new() };
    Ok((overrides, reaching))
}

/// Writes the dates of the series with this id anew.
pub async fn reindex_series(tx: &Write, zone: &TimeZone, now: Instant, id: EventId) -> Result<(), DbErr> {
    let text = format!("SELECT {COLUMNS} FROM events e WHERE e.id = ?");
    match tx.query_one_raw(sql(tx, &text, vec![id.into()])).await? {
        Some(row) => reindex(tx, zone, now, &rows::event(&row)?).await,
        None => Ok(()),
    }
}

/// Has all dates of a community written anew, soon: its clocks changed.
pub async fn extend_all(tx: &Write, community: CommunityId, now: Instant) -> Result<(), DbErr> {
    let text = "UPDATE series SET extend_at = ? WHERE community_id = ?";
    run(tx, text, vec![now.into(), community.into()]).await.map(|_| ())
}

/// Moves the horizon of some series of a community on. How many they were.
pub async fn extend_some(app: &App, community: &Community) -> Result<usize, DbErr> {
    let tx = app.db.write().await?;
    let text =
        "SELECT event_id FROM series WHERE extend_at <= ? AND community_id = ? ORDER BY extend_at LIMIT ?";
    let values = vec![app.now().into(), community.id.into(), SERIES_AT_A_TIME.into()];
    let due = tx.query_all_raw(sql(&tx, text, values)).await?;
    for row in &due {
        reindex_series(&tx, &community.zone(), app.now(), row.try_get_by_index(0)?).await?;
    }
    if due.is_empty() {
        tx.rollback().await?;
    } else {
        tx.touch(community.id);
        tx.commit().await?;
    }
    Ok(due.len())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::super::super::times::When;
    use super::*;
    use tessera_calendar::recurrence::{Rule, Start};

    fn planned(start: &str, rule: &str) -> Plan {
        let start = Start::Zoned(start.parse().unwrap(), TimeZone::UTC);
        let series = Series::new(start, vec![Rule::parse(rule).unwrap()], &[], &[], TimeZone::UTC);
        plan(&series, now()).unwrap()
    }

    fn now() -> Instant {
        Instant::new("2026-04-01T00:00:00Z".parse().unwrap())
    }

    #[test]
    fn a_series_that_ends_soon_is_indexed_whole() {
        let plan = planned("2026-04-01T09:00:00", "FREQ=WEEKLY;COUNT=5");
        assert_eq!((plan.moments.len(), plan.from, plan.until, plan.extend_at), (5, None, None, None));
        assert_eq!(plan.last.unwrap().to_string(), "2026-04-29T09:00:00Z");
    }

    #[test]
    fn one_without_an_end_is_indexed_for_two_years_and_then_further() {
        let plan = planned("2020-01-01T09:00:00", "FREQ=WEEKLY");
        let days =
            |t: Option<Instant>| t.unwrap().timestamp().duration_since(now().timestamp()).as_hours() / 24;
        assert_eq!((days(plan.from), days(plan.until), plan.last), (-400, 730, None));
        assert_eq!(days(plan.extend_at), 180);
        assert!((160..165).contains(&plan.moments.len()), "{}", plan.moments.len());
    }

    #[test]
    fn the_next_dates_of_a_rare_one_are_there_however_far() {
        let plan = planned("2026-04-01T09:00:00", "FREQ=YEARLY;INTERVAL=4");
        assert_eq!(plan.moments.len(), AT_LEAST);
        assert!(plan.until.unwrap().to_string().starts_with("2062-04-01"), "{:?}", plan.until);
    }

    #[test]
    fn a_dense_one_is_indexed_from_today_on_and_looked_at_again_soon() {
        let plan = planned("2020-01-01T00:00:00", "FREQ=HOURLY");
        assert_eq!((plan.moments.len(), plan.from), (AT_MOST, Some(now())));
        let wait = plan.extend_at.unwrap().timestamp().duration_since(now().timestamp()).as_hours();
        assert_eq!(wait, 499);
    }

    #[test]
    fn one_that_is_over_long_since_has_no_rows_and_is_never_looked_at_again() {
        let plan = planned("2010-01-01T09:00:00", "FREQ=DAILY;COUNT=10");
        assert_eq!((plan.moments.len(), plan.until, plan.extend_at), (0, None, None));
        assert!(plan.from.is_some());
    }

    #[test]
    fn whole_days_last_as_many_days_on_every_date() {
        let when = When::AllDay {
            first: "2026-05-01".parse().unwrap(),
            end: "2026-05-03".parse().unwrap(),
            zone: None,
        };
        let local: jiff::civil::DateTime = "2026-06-01T00:00:00".parse().unwrap();
        let moved = when.moved(&Moment { local, instant: Timestamp::UNIX_EPOCH }, &TimeZone::UTC);
        assert_eq!(moved.last_day().to_string(), "2026-06-02");
    }
}
