//! DURATION values (RFC 5545 §3.3.6).

use std::fmt;

/// A duration as iCalendar counts it: nominal days (which follow the clock of the place) and exact seconds.
///
/// ```
/// use tessera_calendar::ical::EventDuration;
/// let duration = EventDuration::parse("P1DT30M").unwrap();
/// assert_eq!((duration.days, duration.seconds), (1, 1800));
/// assert_eq!(duration.to_string(), "P1DT30M");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventDuration {
    /// Calendar days; a week is seven.
    pub days: i64,
    /// Exact seconds.
    pub seconds: i64,
}

impl EventDuration {
    /// Reads `P1W`, `P2DT3H`, `PT90M`, …; `None` if it is no such value or if it is negative, which no event can be.
    pub fn parse(value: &str) -> Option<Self> {
        let value = value.trim();
        let mut rest = value.strip_prefix('+').unwrap_or(value).strip_prefix(['P', 'p'])?;
        let (mut days, mut seconds, mut in_time, mut any) = (0_i64, 0_i64, false, false);
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix(['T', 't']) {
                if in_time {
                    return None;
                }
                (in_time, rest) = (true, after);
                continue;
            }
            let digits = rest.find(|c: char| !c.is_ascii_digit())?;
            let count: i64 = rest.get(..digits)?.parse().ok()?;
            let mut tail = rest.get(digits..)?.chars();
            let (sum, factor) = match (in_time, tail.next()?.to_ascii_uppercase()) {
                (false, 'W') => (&mut days, 7),
                (false, 'D') => (&mut days, 1),
                (true, 'H') => (&mut seconds, 3600),
                (true, 'M') => (&mut seconds, 60),
                (true, 'S') => (&mut seconds, 1),
                _ => return None,
            };
            *sum = sum.checked_add(count.checked_mul(factor)?)?;
            (rest, any) = (tail.as_str(), true);
        }
        any.then_some(Self { days, seconds })
    }

    /// The days that cover this duration: what it means beside a start that is a date.
    pub fn in_days(self) -> i64 {
        self.days
            .saturating_add(self.seconds.div_euclid(86_400))
            .saturating_add(i64::from(self.seconds.rem_euclid(86_400) > 0))
    }
}

impl fmt::Display for EventDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        if self.days != 0 {
            write!(f, "{}D", self.days)?;
        }
        if self.seconds != 0 || self.days == 0 {
            f.write_str("T")?;
            let (hours, minutes, seconds) = (self.seconds / 3600, self.seconds / 60 % 60, self.seconds % 60);
            if hours != 0 {
                write!(f, "{hours}H")?;
            }
            if minutes != 0 {
                write!(f, "{minutes}M")?;
            }
            if seconds != 0 || self.seconds == 0 {
                write!(f, "{seconds}S")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::EventDuration;

    #[test]
    fn the_forms_of_the_standard_are_read() {
        for (text, days, seconds) in
            [("P15DT5H0M20S", 15, 18_020), ("P7W", 49, 0), ("PT86400S", 0, 86_400), ("+PT1H", 0, 3600)]
        {
            assert_eq!(EventDuration::parse(text), Some(EventDuration { days, seconds }), "{text}");
        }
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for text in [
            "",
            "P",
            "PT",
            "-PT1H",
            "1D",
            "P1H",
            "PT1D",
            "P1",
            "PTT1H",
            "P99999999999999999999D",
            "P9223372036854775807W",
        ] {
            assert_eq!(EventDuration::parse(text), None, "{text}");
        }
    }
}
