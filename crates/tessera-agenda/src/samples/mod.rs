//! Events to look at on a new server: made up around today in the community's language, through the service that
//! people use, and taken away again when nobody needs them.
//!
//! Nobody answers them: that would send mails.

use crate::events::input::EventFields;
use crate::events::{deeds, service};
use futures::future::BoxFuture;
use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};
use serde_json::{Value, json};
use tessera_core::ids::{AccountId, EventId};
use tessera_people::setup::samples;
use tessera_web::slice::{Samples, Slice};
use tessera_web::words::{Words, key};
use tessera_web::{Cx, Error};

mod store;

const EVENT: &str = "event";

/// What this slice brings.
pub fn slice() -> Slice {
    Slice {
        locales: tessera_web::locales!(),
        samples: Some(Samples { fill, clear }),
        ..Slice::named("samples")
    }
}

/// Something that a community does, once or every so often.
struct Sample {
    title: &'static str,
    text: &'static str,
    venue: &'static str,
    weekday: Weekday,
    /// The weeks, counted from this one, in which it takes place.
    weeks: &'static [i64],
    lasts: Lasts,
    capacity: Option<i64>,
    fate: Fate,
}

enum Lasts {
    /// From an hour and minute on, for so many minutes.
    Minutes(i8, i8, i64),
    Days(i64),
}

#[derive(PartialEq, Eq)]
enum Fate {
    Public,
    Private,
    Cancelled,
}

const fn sample(
    title: &'static str,
    text: &'static str,
    venue: &'static str,
    weekday: Weekday,
    weeks: &'static [i64],
    lasts: Lasts,
) -> Sample {
    Sample { title, text, venue, weekday, weeks, lasts, capacity: None, fate: Fate::Public }
}

const HALL: &str = key("samples-hall");
const PARK: &str = key("samples-park");
const LIBRARY: &str = key("samples-library");
const STATION: &str = key("samples-station");

const SAMPLES: &[Sample] = &[
    sample(
        key("samples-evening"),
        key("samples-evening-text"),
        HALL,
        Weekday::Wednesday,
        &[-2, -1, 0, 1, 2, 3, 4],
        Lasts::Minutes(20, 0, 150),
    ),
    sample(
        key("samples-walk"),
        key("samples-walk-text"),
        STATION,
        Weekday::Sunday,
        &[-1, 1, 3, 5],
        Lasts::Minutes(9, 30, 300),
    ),
    Sample {
        capacity: Some(12),
        ..sample(
            key("samples-repair"),
            key("samples-repair-text"),
            HALL,
            Weekday::Saturday,
            &[0, 4, 8],
            Lasts::Minutes(14, 0, 240),
        )
    },
    sample(
        key("samples-books"),
        key("samples-books-text"),
        LIBRARY,
        Weekday::Thursday,
        &[1, 5],
        Lasts::Minutes(18, 30, 90),
    ),
    sample(
        key("samples-picnic"),
        key("samples-picnic-text"),
        PARK,
        Weekday::Sunday,
        &[2],
        Lasts::Minutes(12, 0, 240),
    ),
    sample(key("samples-trip"), key("samples-trip-text"), STATION, Weekday::Friday, &[6], Lasts::Days(3)),
    Sample {
        capacity: Some(8),
        ..sample(
            key("samples-course"),
            key("samples-course-text"),
            LIBRARY,
            Weekday::Tuesday,
            &[2, 3, 4],
            Lasts::Minutes(19, 0, 120),
        )
    },
    sample(
        key("samples-assembly"),
        key("samples-assembly-text"),
        HALL,
        Weekday::Friday,
        &[3],
        Lasts::Minutes(20, 30, 120),
    ),
    Sample {
        fate: Fate::Private,
        ..sample(
            key("samples-board"),
            key("samples-board-text"),
            LIBRARY,
            Weekday::Monday,
            &[1],
            Lasts::Minutes(20, 0, 90),
        )
    },
    Sample {
        fate: Fate::Cancelled,
        ..sample(
            key("samples-concert"),
            key("samples-concert-text"),
            PARK,
            Weekday::Saturday,
            &[1],
            Lasts::Minutes(21, 0, 120),
        )
    },
    sample(key("samples-feast"), key("samples-feast-text"), PARK, Weekday::Saturday, &[9], Lasts::Days(2)),
];

fn fill(cx: Cx, _: Vec<AccountId>) -> BoxFuture<'static, Result<(), Error>> {
    Box::pin(async move {
        let words = cx.app.words(cx.community.locale);
        let today = cx.now().timestamp().to_zoned(cx.community.zone()).date();
        for sample in SAMPLES {
            for week in sample.weeks {
                let day = day_of(today, sample.weekday, *week);
                let fields = fields(&cx, &words, sample, day)?;
                let made = service::create(&cx, fields).await?;
                let tx = cx.app.db.write().await?;
                samples::remember(&tx, cx.community_id(), EVENT, made.id.0).await?;
                tx.commit().await?;
                if sample.fate == Fate::Cancelled {
                    deeds::cancel(&cx, made.id).await?;
                }
            }
        }
        Ok(())
    })
}

/// That weekday, so many weeks from this one.
fn day_of(today: Date, weekday: Weekday, week: i64) -> Date {
    let days = i64::from(today.weekday().until(weekday));
    today.saturating_add(days.saturating_add(week.saturating_mul(7)).days())
}

fn fields(cx: &Cx, words: &Words, sample: &Sample, day: Date) -> Result<EventFields, Error> {
    let (all_day, starts_at, ends_at) = match sample.lasts {
        Lasts::Days(days) => (true, day.to_string(), day.saturating_add(days.days()).to_string()),
        Lasts::Minutes(hour, minute, minutes) => {
            let start = day.to_datetime(Time::new(hour, minute, 0, 0).unwrap_or(Time::midnight()));
            (false, start.to_string(), start.saturating_add(minutes.minutes()).to_string())
        }
    };
    let timezone = if all_day { Value::Null } else { cx.community.timezone.clone().into() };
    let mut event = json!({
        "title": words.t(sample.title),
        "description": words.t(sample.text),
        "all_day": all_day,
        "starts_at": starts_at,
        "ends_at": ends_at,
        "location": {"venue": words.t(sample.venue)},
        "visibility": if sample.fate == Fate::Private { "private" } else { "public" },
        "capacity": sample.capacity,
    });
    if let (false, Some(map)) = (all_day, event.as_object_mut()) {
        map.insert("timezone".into(), timezone);
    }
    serde_json::from_value(event).map_err(|e| Error::Fault(e.into()))
}

fn clear(cx: Cx) -> BoxFuture<'static, Result<(), Error>> {
    Box::pin(async move {
        let tx = cx.app.db.write().await?;
        for id in samples::list(&tx, cx.community_id(), EVENT).await? {
            store::delete_event(&tx, cx.community_id(), EventId(id)).await?;
        }
        samples::forget(&tx, cx.community_id(), EVENT).await?;
        tx.touch(cx.community_id());
        tx.commit().await?;
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_week_counts_from_the_next_such_day_today_included() {
        let wednesday = date(2026, 4, 1);
        assert_eq!(day_of(wednesday, Weekday::Wednesday, 0), wednesday);
        assert_eq!(day_of(wednesday, Weekday::Tuesday, 0), date(2026, 4, 7));
        assert_eq!(day_of(wednesday, Weekday::Thursday, -1), date(2026, 3, 26));
    }

    #[test]
    fn there_is_enough_to_look_at() {
        let many: usize = SAMPLES.iter().map(|s| s.weeks.len()).sum();
        assert!((24..=40).contains(&many), "{many}");
    }
}
