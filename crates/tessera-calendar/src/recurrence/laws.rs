//! What must hold for any rule whatever: one body for the property tests and the fuzz target.

use jiff::{SignedDuration, Timestamp, civil::date, tz::TimeZone};

use super::{Last, Moment, NoSplit, Rule, Series, Start};

/// How many dates of a series are looked at.
const MANY: usize = 40;

/// Reads any text as a rule, and if it is one, asks for its dates in every way there is.
///
/// `seed` chooses the start and its kind.
///
/// # Errors
/// In words, the first law that does not hold.
pub fn dates_agree(seed: u32, text: &str) -> Result<(), String> {
    let Ok(rule) = Rule::parse(text) else { return Ok(()) };
    let again = Rule::parse(&rule.to_string()).map_err(|error| format!("{rule}: {error}"))?;
    if again != rule {
        return Err(format!("{rule} became {again}"));
    }
    let _ = rule.pattern();
    let series = Series::new(start(seed), vec![rule], &[], &[], TimeZone::UTC);
    series_agrees(&series).map_err(|broken| format!("{:?} {}: {broken}", series.start(), again))
}

/// A start that the seed stands for: of every kind, around changes of a clock.
fn start(seed: u32) -> Start {
    let byte = |shift: u32| i64::from((seed >> shift) & 0xff);
    let spread = SignedDuration::from_hours(byte(0) * 24 + byte(8) % 24);
    let first = date(2026, 3, 28).at(0, i8::try_from(byte(16) % 60).unwrap_or(0), 0, 0);
    let at = first.saturating_add(spread);
    let zoned = |name: &str| match TimeZone::get(name) {
        Ok(zone) => Start::Zoned(at, zone),
        Err(_) => Start::Floating(at),
    };
    match byte(24) % 6 {
        0 => Start::Date(at.date()),
        1 => Start::Floating(at),
        2 => Start::Zoned(at, TimeZone::UTC),
        3 => zoned("Europe/Rome"),
        4 => zoned("America/New_York"),
        _ => zoned("Australia/Lord_Howe"),
    }
}

/// What must hold for every series.
///
/// # Errors
/// In words, the first law that does not hold.
pub fn series_agrees(series: &Series) -> Result<(), String> {
    let Ok(whole) = series.first(MANY) else { return Ok(()) };
    if let Some(pair) = whole.array_windows().find(|[a, b]| a >= b) {
        return Err(format!("not in order or not once: {pair:?}"));
    }
    let last = series.last();
    if let Ok(Last::At(last)) = last {
        if whole.len() < MANY && whole.last() != Some(&last) {
            return Err(format!("{last:?} is not the last of {whole:?}"));
        }
        if let Some(later) = whole.iter().find(|moment| **moment > last) {
            return Err(format!("{later:?} is after the last, {last:?}"));
        }
    }
    if last == Ok(Last::Never) && !whole.is_empty() {
        return Err(format!("never, but {whole:?}"));
    }
    let (Some(first), Some(middle), Some(end)) = (whole.first(), whole.get(whole.len() / 2), whole.last())
    else {
        return Ok(());
    };
    for from in [first.instant, middle.instant] {
        window_is_filter(series, &whole, from, end.instant)?;
    }
    split_is_whole(series, &whole, *middle)
}

fn window_is_filter(series: &Series, whole: &[Moment], from: Timestamp, to: Timestamp) -> Result<(), String> {
    let expected: Vec<_> = whole.iter().filter(|m| m.instant >= from && m.instant < to).copied().collect();
    match series.between(from, to, MANY * 2) {
        // Where a clock skips, what comes later on it can be before the last that was looked at.
        Ok(window)
            if window.moments.iter().filter(|m| whole.contains(m)).copied().collect::<Vec<_>>()
                == expected =>
        {
            match window.moments.iter().find(|m| !whole.contains(m) && whole.last().is_some_and(|l| m < &l)) {
                Some(extra) => Err(format!("{extra:?} is only in the window from {from} to {to}")),
                None => Ok(()),
            }
        }
        Ok(window) => Err(format!("from {from} to {to}: {:?}, not {expected:?}", window.moments)),
        Err(_) => Ok(()),
    }
}

fn split_is_whole(series: &Series, whole: &[Moment], at: Moment) -> Result<(), String> {
    let split = match series.split_at(at) {
        Ok(split) => split,
        Err(NoSplit::SeveralRules | NoSplit::TooMuchWork(_)) => return Ok(()),
    };
    let of = |part: &Option<Series>| -> Vec<Moment> {
        part.iter().flat_map(|part| part.iter().take(MANY).map_while(Result::ok)).collect()
    };
    let (before, after) = (of(&split.before), of(&split.after));
    let joined: Vec<Moment> = before.iter().chain(&after).take(whole.len()).copied().collect();
    if joined != whole {
        return Err(format!("split at {at:?}: {before:?} and {after:?}, not {whole:?}"));
    }
    if whole.len() < MANY && before.len() + after.len() != whole.len() {
        return Err(format!("split at {at:?}: doubled in {before:?} and {after:?}"));
    }
    Ok(())
}
