//! An engine without a way to begin late, at its best: the start is moved up to the window by whoever asks, where that
//! changes nothing: not with COUNT, and by whole intervals.

use jiff::{ToSpan, Zoned, civil::DateTime};

use crate::engines::Question;

/// The same question from a start near the window. None: moving it would change the dates.
pub fn moved_up(question: &Question) -> Option<Question> {
    if question.rule.contains("COUNT=") {
        return None;
    }
    let part = |name: &str| {
        question.rule.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
    };
    let interval: i64 = part("INTERVAL").map_or(Ok(1), str::parse).ok()?;
    let (start, window) = (question.start, clock(question));
    let days = i64::from((window.date() - start.date()).get_days());
    let months = (i64::from(window.year()) - i64::from(start.year())) * 12 + i64::from(window.month())
        - i64::from(start.month());
    let periods = match part("FREQ")? {
        "DAILY" => days,
        "WEEKLY" => days / 7,
        "MONTHLY" => months,
        "YEARLY" => months / 12,
        _ => return None,
    };
    // One interval early, so that nothing of the period of the window is cut off; further back where a month is short.
    let mut steps = periods / interval - 1;
    while steps > 0 {
        let far = steps * interval;
        let moved = match part("FREQ")? {
            "DAILY" => start.checked_add(far.days()).ok()?,
            "WEEKLY" => start.checked_add((far * 7).days()).ok()?,
            "MONTHLY" => start.checked_add(far.months()).ok()?,
            _ => start.checked_add(far.years()).ok()?,
        };
        if matches!(part("FREQ")?, "DAILY" | "WEEKLY") || moved.day() == start.day() {
            return Some(Question { start: moved, ..question.clone() });
        }
        steps -= 1;
    }
    Some(question.clone())
}

fn clock(question: &Question) -> DateTime {
    Zoned::new(question.from, question.time_zone()).datetime()
}
