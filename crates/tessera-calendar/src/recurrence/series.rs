//! A series: its start, its rules, its added and excepted dates (RFC 5545 §3.8.5), and the dates they make.
//!
//! Dates come in the order of the clock of the series, each once. Where rules are there, the start is a date only if
//! one of them gives it: the standard leaves open what a start means that no rule gives (§3.8.5.3).

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};

use super::{
    days::{DAY_SECONDS, clock_seconds, clock_time},
    expand::{Cursor, LAST_SECOND, Plan, TooMuchWork},
    rule::{End, Rule, Until},
};

/// Where a series starts (DTSTART). A start in UTC is one in the zone UTC.
#[derive(Clone, Debug, PartialEq)]
pub enum Start {
    Date(Date),
    Floating(DateTime),
    Zoned(DateTime, TimeZone),
}

/// An added or excepted date (RDATE, EXDATE).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On the clock of the series.
    Local(DateTime),
    Instant(Timestamp),
    /// Added: this day at the time of the start. Excepted: whatever is on this day.
    Day(Date),
}

/// One date of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// What the rule names. A clock may skip it; then `instant` is what it stands for (§3.3.5).
    pub local: DateTime,
    pub instant: Timestamp,
}

/// The dates in a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    pub moments: Vec<Moment>,
    /// Whether these are all; otherwise there are more than were asked for.
    pub complete: bool,
}

/// Where a series ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Last {
    /// It has no dates.
    Never,
    At(Moment),
    /// A rule goes on for ever.
    Unbounded,
}

/// A series, ready to give its dates.
#[derive(Clone, Debug)]
pub struct Series {
    pub(super) start: Start,
    pub(super) rules: Vec<Rule>,
    pub(super) plans: Vec<(Plan, Option<Timestamp>)>,
    pub(super) added: Vec<Moment>,
    pub(super) excepted: Vec<Timestamp>,
    pub(super) excepted_days: Vec<Date>,
    /// Whose clock it is; for days and floating times that of whoever asks.
    pub(super) zone: TimeZone,
}

impl Series {
    /// `local` is the zone in which days begin and floating times are read; a zoned start has its own.
    ///
    /// ```
    /// use jiff::tz::TimeZone;
    /// use tessera_calendar::recurrence::{Rule, Series, Start};
    /// let start = Start::Date("2026-01-31".parse().unwrap());
    /// let series = Series::new(start, vec![Rule::parse("FREQ=MONTHLY").unwrap()], &[], &[], TimeZone::UTC);
    /// let dates: Vec<_> = series.first(3).unwrap().iter().map(|m| m.local.date().to_string()).collect();
    /// assert_eq!(dates, ["2026-01-31", "2026-03-31", "2026-05-31"]);
    /// ```
    pub fn new(start: Start, rules: Vec<Rule>, added: &[When], excepted: &[When], local: TimeZone) -> Self {
        let zone = match &start {
            Start::Zoned(_, zone) => zone.clone(),
            Start::Date(_) | Start::Floating(_) => local,
        };
        let mut series = Self {
            start,
            rules: Vec::new(),
            plans: Vec::new(),
            added: Vec::new(),
            excepted: Vec::new(),
            excepted_days: Vec::new(),
            zone,
        };
        let added = added.iter().filter_map(|when| series.moment_of(*when)).collect();
        for when in excepted {
            match when {
                When::Day(day) => series.excepted_days.push(*day),
                _ => series.excepted.extend(series.moment_of(*when).map(|moment| moment.instant)),
            }
        }
        series.excepted.sort_unstable();
        series.excepted_days.sort_unstable();
        series.with_dates(rules, added)
    }

    /// The same start, exceptions and zone, with these rules and added dates.
    pub(super) fn with_dates(mut self, rules: Vec<Rule>, added: Vec<Moment>) -> Self {
        self.added = added;
        if rules.is_empty() {
            self.added.extend(self.resolve(clock_seconds(self.start_local())));
        }
        self.added.sort_unstable();
        self.added.dedup();
        self.plans = rules.iter().map(|rule| self.plan(rule)).collect();
        self.rules = rules;
        self
    }

    pub fn start(&self) -> &Start {
        &self.start
    }

    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Added dates; without rules, the start is one.
    pub fn added(&self) -> &[Moment] {
        &self.added
    }

    /// Spares the counting where [`Series::last`] is known already: the only rule, with COUNT, ends there.
    ///
    /// With several rules or added dates the last date need not be the rule's, and the series stays as it is.
    pub fn with_known_end(mut self, last: Moment) -> Self {
        let end = clock_seconds(last.local);
        if let [(plan, _)] = self.plans.as_mut_slice()
            && plan.count.is_some()
            && self.added.is_empty()
        {
            plan.count = None;
            plan.end = plan.end.min(end);
        }
        self
    }

    /// All dates from the start on. An impossible rule ends; one that takes too much work ends with the error.
    pub fn iter(&self) -> Moments<'_> {
        self.moments(i64::MIN, i64::MAX, None)
    }

    /// The first `count` dates.
    ///
    /// # Errors
    /// Where looking for one of them takes too much work.
    pub fn first(&self, count: usize) -> Result<Vec<Moment>, TooMuchWork> {
        self.iter().take(count).collect()
    }

    /// The dates whose start is in `[from, to)`, one after the other: for whoever stops by a measure of their own.
    pub fn within(
        &self,
        from: Timestamp,
        to: Timestamp,
    ) -> impl Iterator<Item = Result<Moment, TooMuchWork>> + '_ {
        let steady = self.steady_offset(from, to);
        let (begin, stop) = match steady {
            Some(offset) => (from.as_second().saturating_add(offset), to.as_second().saturating_add(offset)),
            None => {
                let clock = |at: Timestamp| clock_seconds(self.zone.to_datetime(at));
                (clock(from).saturating_sub(self.margin(from)), clock(to).saturating_add(self.margin(to)))
            }
        };
        let is_outside = move |moment: &Moment| moment.instant < from || moment.instant >= to;
        self.moments(begin, stop, steady).filter(move |moment| !moment.as_ref().is_ok_and(is_outside))
    }

    /// The dates whose start is in `[from, to)`, at most `most` of them.
    ///
    /// # Errors
    /// Where looking for them takes too much work.
    pub fn between(&self, from: Timestamp, to: Timestamp, most: usize) -> Result<Dates, TooMuchWork> {
        let mut moments = Vec::new();
        for moment in self.within(from, to) {
            if moments.len() >= most {
                return moment.map(|_| Dates { moments, complete: false });
            }
            moments.push(moment?);
        }
        Ok(Dates { moments, complete: true })
    }

    /// Where the series ends. With COUNT this counts, so it is worth keeping.
    ///
    /// # Errors
    /// Where looking for it takes too much work.
    pub fn last(&self) -> Result<Last, TooMuchWork> {
        let mut last = self.added.iter().rev().find(|moment| !self.is_excepted(moment)).copied();
        for (rule, (plan, until)) in self.rules.iter().zip(&self.plans) {
            if rule.end() == End::Never {
                if Cursor::new(plan, i64::MIN, i64::MAX, 1).next()?.is_some() {
                    return Ok(Last::Unbounded);
                }
                continue;
            }
            let end = match plan.count {
                Some(_) => Cursor::new(plan, i64::MIN, i64::MAX, 1).last_counted()?,
                None => Some(plan.end),
            };
            let plan = plan.counting(None);
            if let Some(end) = end {
                last = last.max(self.last_of(&plan, *until, end, |moment| !self.is_excepted(moment))?);
            }
        }
        Ok(last.map_or(Last::Never, Last::At))
    }

    /// The last date of a plan without COUNT up to `end`, looked for backwards in ever longer windows.
    pub(super) fn last_of(
        &self,
        plan: &Plan,
        until: Option<Timestamp>,
        end: i64,
        wanted: impl Fn(&Moment) -> bool,
    ) -> Result<Option<Moment>, TooMuchWork> {
        let end = end.min(plan.end);
        let mut window = 3600;
        loop {
            let from = end.saturating_sub(window).max(plan.start);
            let mut cursor = Cursor::new(plan, from, end, 1);
            let mut last = None;
            while let Some(at) = cursor.next()? {
                cursor.rest();
                last = self
                    .resolve(at)
                    .filter(|moment| until.is_none_or(|until| moment.instant <= until) && wanted(moment))
                    .or(last);
            }
            if last.is_some() || from <= plan.start {
                return Ok(last);
            }
            window *= 4;
        }
    }

    fn moments(&self, from: i64, stop: i64, steady: Option<i64>) -> Moments<'_> {
        let shares = self.plans.len();
        let cursors = self.plans.iter().map(|(plan, until)| Source {
            cursor: Cursor::new(plan, from, stop, shares),
            until: *until,
            ahead: None,
            ended: false,
        });
        let passed = self.added.partition_point(|moment| clock_seconds(moment.local) < from);
        let sources = cursors.collect();
        Moments { series: self, sources, added: passed, stop, steady, last: None, failed: false }
    }

    /// How far the clock is from UTC (seconds), where it stays so from more than a day before a window to more than a
    /// day after it.
    fn steady_offset(&self, from: Timestamp, to: Timestamp) -> Option<i64> {
        let near = SignedDuration::from_hours(26);
        let (before, after) = (from.checked_sub(near).ok()?, to.checked_add(near).ok()?);
        let change = self.zone.preceding(after).next();
        if change.is_some_and(|change| change.timestamp() > before) {
            return None;
        }
        Some(self.zone.to_offset(from).seconds().into())
    }

    /// How far a clock time can be from the instant it stands for because a clock is changed nearby (seconds).
    pub(super) fn margin(&self, at: Timestamp) -> i64 {
        let near = SignedDuration::from_hours(26);
        let (Ok(before), Ok(after)) = (at.checked_sub(near), at.checked_add(near)) else {
            return 25 * 3600;
        };
        match self.zone.preceding(after).next() {
            Some(change) if change.timestamp() > before => 25 * 3600,
            _ => 0,
        }
    }

    pub(super) fn is_excepted(&self, moment: &Moment) -> bool {
        self.excepted.binary_search(&moment.instant).is_ok()
            || self.excepted_days.binary_search(&moment.local.date()).is_ok()
    }

    pub(super) fn start_local(&self) -> DateTime {
        match &self.start {
            Start::Date(date) => date.to_datetime(Time::midnight()),
            Start::Floating(at) | Start::Zoned(at, _) => *at,
        }
    }

    /// The same where the clock is known to be this far from UTC around it: nothing is skipped or repeated.
    fn resolve_with(&self, seconds: i64, steady: Option<i64>) -> Option<Moment> {
        let Some(offset) = steady else { return self.resolve(seconds) };
        let instant = Timestamp::from_second(seconds.checked_sub(offset)?).ok()?;
        Some(Moment { local: clock_time(seconds)?, instant })
    }

    /// A time in a gap takes the offset before it, a repeated one is the first of the two (§3.3.5).
    pub(super) fn resolve(&self, seconds: i64) -> Option<Moment> {
        let local = clock_time(seconds)?;
        let instant = self.zone.to_ambiguous_timestamp(local).compatible().ok()?;
        Some(Moment { local, instant })
    }

    fn moment_of(&self, when: When) -> Option<Moment> {
        let local = match when {
            When::Local(local) => local,
            When::Instant(instant) => self.zone.to_datetime(instant),
            When::Day(day) => day.to_datetime(self.start_local().time()),
        };
        if matches!(self.start, Start::Date(_)) {
            return self.resolve(clock_seconds(local.date().to_datetime(Time::midnight())));
        }
        match when {
            When::Instant(instant) => Some(Moment { local, instant }),
            _ => self.resolve(clock_seconds(local)),
        }
    }

    fn plan(&self, rule: &Rule) -> (Plan, Option<Timestamp>) {
        let all_day = matches!(self.start, Start::Date(_));
        let end_of_day = |date: Date| clock_seconds(date.to_datetime(Time::midnight())) + DAY_SECONDS - 1;
        let (end, until) = match (rule.end(), &self.start) {
            (End::Until(Until::Utc(at)), Start::Zoned(..)) => {
                let until = TimeZone::UTC.to_timestamp(at).unwrap_or(Timestamp::MAX);
                let clock = clock_seconds(self.zone.to_datetime(until));
                (Some(clock.saturating_add(self.margin(until))), Some(until))
            }
            (End::Until(Until::Date(date)), _) => (Some(end_of_day(date)), None),
            // Without a zone to compare in, the numbers on the clock count.
            (End::Until(Until::Local(at) | Until::Utc(at)), _) if all_day => {
                (Some(end_of_day(at.date())), None)
            }
            (End::Until(Until::Local(at) | Until::Utc(at)), _) => (Some(clock_seconds(at)), None),
            (End::Never | End::Count(_), _) => (None, None),
        };
        (
            Plan::new(rule, clock_seconds(self.start_local()), all_day, end.map(|end| end.min(LAST_SECOND))),
            until,
        )
    }
}

#[derive(Debug)]
struct Source<'a> {
    cursor: Cursor<'a>,
    until: Option<Timestamp>,
    ahead: Option<Moment>,
    ended: bool,
}

impl Source<'_> {
    fn look_ahead(&mut self, series: &Series, steady: Option<i64>) -> Result<(), TooMuchWork> {
        while self.ahead.is_none() && !self.ended {
            let found = self.cursor.next()?.and_then(|at| series.resolve_with(at, steady));
            self.ended = found.is_none();
            self.ahead = found.filter(|moment| self.until.is_none_or(|until| moment.instant <= until));
        }
        Ok(())
    }
}

/// The dates of a series, one after the other.
#[derive(Debug)]
pub struct Moments<'a> {
    series: &'a Series,
    sources: Vec<Source<'a>>,
    added: usize,
    stop: i64,
    /// How far the clock is from UTC, where that does not change on the way.
    steady: Option<i64>,
    last: Option<Moment>,
    failed: bool,
}

impl Moments<'_> {
    /// The earliest of what rules and added dates give.
    fn earliest(&mut self) -> Result<Option<Moment>, TooMuchWork> {
        let added = self.series.added.get(self.added).copied();
        let mut earliest = added.filter(|moment| clock_seconds(moment.local) <= self.stop);
        let mut from = None;
        for (number, source) in self.sources.iter_mut().enumerate() {
            source.look_ahead(self.series, self.steady)?;
            if let Some(moment) = source.ahead.filter(|moment| earliest.is_none_or(|least| *moment < least)) {
                earliest = Some(moment);
                from = Some(number);
            }
        }
        match from.and_then(|number| self.sources.get_mut(number)) {
            Some(source) => source.ahead = None,
            None => self.added += 1,
        }
        Ok(earliest)
    }
}

impl Iterator for Moments<'_> {
    type Item = Result<Moment, TooMuchWork>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.failed {
            let moment = match self.earliest() {
                Ok(moment) => moment?,
                Err(error) => {
                    self.failed = true;
                    return Some(Err(error));
                }
            };
            if self.last == Some(moment) || self.series.is_excepted(&moment) {
                continue;
            }
            self.last = Some(moment);
            self.sources.iter_mut().for_each(|source| source.cursor.rest());
            return Some(Ok(moment));
        }
        None
    }
}
