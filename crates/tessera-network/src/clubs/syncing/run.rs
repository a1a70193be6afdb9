//! One run: a partner is asked, what it lists is taken in, and what it has no more is marked as cancelled.
//!
//! One run at a time for each partner, decided by a row: of two that begin at once, one finds the row taken. Nothing is
//! written until the whole listing is here and known to be good; then it is written in pieces, each a transaction that
//! goes on only while the run still has its row. A run that is killed between two pieces leaves what it wrote, which
//! is what the partner listed, and forgets what the partner knew last, so that the next run asks for everything.

use super::fetch::{self, Answer, Left, Listed};
use super::model::{
    Ended, FAILURES_UNTIL_TOLD, Failure, KEPT_DAYS, NOTED, Note, Outcome, Run, Scope, Tally, code_of,
};
use super::store::{self, Claim, Release};
use super::windows;
use crate::clubs::external_events::intake::{self, Changed, Whose};
use crate::clubs::external_events::{announce_now, begins, notices as news};
use crate::clubs::partners::{self, Partner};
use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};
use std::sync::Arc;
use tessera_core::Instant;
use tessera_core::ids::{ExternalEventId, PartnerSyncId};
use tessera_platform::db::Write;
use tessera_web::App;
use tessera_web::directory::Community;
use tessera_wire::clubs::{Completeness, Gap, Listing, Window, reconcile};

/// Why a run did not come to its end.
#[derive(Debug)]
enum Stopped {
    /// The partner's doing, or the net's.
    Failed(Failure),
    /// Another run has taken over, or the partner was closed meanwhile.
    Lost,
    /// Ours.
    Fault(anyhow::Error),
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<fetch::Broken> for Stopped {
    fn from(broken: fetch::Broken) -> Self {
        match broken {
            fetch::Broken::Failed(failure) => Self::Failed(failure),
            fetch::Broken::Fault(fault) => Self::Fault(fault),
        }
    }
}

impl From<sea_orm::DbErr> for Stopped {
    fn from(e: sea_orm::DbErr) -> Self {
        Self::Fault(e.into())
    }
}

impl From<std::io::Error> for Stopped {
    fn from(e: std::io::Error) -> Self {
        Self::Fault(e.into())
    }
}

/// Asks a partner and takes in what it lists. None: another run is under way, or took over.
pub async fn run(
    app: &App,
    community: &Arc<Community>,
    partner: &Partner,
    scope: Scope,
) -> anyhow::Result<Option<Outcome>> {
    let started_at = app.now();
    let tx = app.db.write().await?;
    let claim = store::claim(&tx, partner.id, started_at).await?;
    tx.commit().await?;
    let Some(claim) = claim else { return Ok(None) };
    let mut this = Running {
        app,
        community,
        partner,
        scope,
        claim,
        id: app.new_id(),
        started_at,
        left: Left::of(scope.budget()),
        tally: Tally::default(),
        notes: Vec::new(),
        etag: None,
    };
    let ended = match this.go().await {
        Ok(ended) => ended,
        Err(Stopped::Failed(failure)) => Ended::Failed(failure),
        Err(Stopped::Lost) => {
            this.let_go().await?;
            return Ok(None);
        }
        Err(Stopped::Fault(fault)) => {
            this.let_go().await?;
            return Err(fault);
        }
    };
    if !this.end(ended).await? {
        return Ok(None);
    }
    let tally = Tally { requests: this.left.used, ..this.tally };
    Ok(Some(Outcome { ended, tally }))
}

struct Running<'a> {
    app: &'a App,
    community: &'a Arc<Community>,
    partner: &'a Partner,
    scope: Scope,
    claim: Claim,
    id: PartnerSyncId,
    started_at: Instant,
    left: Left,
    tally: Tally,
    notes: Vec<Note>,
    /// What the listing that was taken in is known by.
    etag: Option<(String, String)>,
}

impl Running<'_> {
    fn days(&self) -> (Date, Date) {
        match self.scope {
            Scope::All => {
                let today = self.started_at.timestamp().to_zoned(self.community.zone()).date();
                let ahead = i64::from(self.app.config.federation.fetch_future_days);
                (today, today.checked_add(ahead.days()).unwrap_or(Date::MAX))
            }
            // The days around cover the day whatever zone the partner counts in.
            Scope::Day(day) => (day.yesterday().unwrap_or(day), day.tomorrow().unwrap_or(day)),
        }
    }

    async fn go(&mut self) -> Result<Ended, Stopped> {
        let days = self.days();
        let query = fetch::query(days);
        let is_same = self.scope == Scope::All && self.claim.etag_query.as_deref() == Some(&query);
        let etag = self.claim.etag.clone().filter(|_| is_same);
        let first = fetch::fetch(self.app, self.partner, &mut self.left, days, etag.as_deref()).await?;
        let first = match first {
            Answer::NotModified => {
                self.etag = etag.map(|etag| (etag, query));
                return Ok(Ended::Unchanged);
            }
            Answer::Listed(listed) => listed,
        };
        let known_by = first.etag.clone().map(|etag| (etag, query));
        let parts = windows::complete(self.app, self.partner, &mut self.left, first).await?;
        let gap = self.take_in(parts).await?;
        match gap {
            None => {
                self.etag = known_by.filter(|_| self.scope == Scope::All);
                Ok(Ended::Done)
            }
            Some(gap) => Ok(Ended::Incomplete(gap)),
        }
    }

    /// Takes in what was listed, and then finds what is gone. What was missing, if anything was.
    async fn take_in(&mut self, parts: Vec<Listed>) -> Result<Option<Gap>, Stopped> {
        let whose = Whose {
            community: self.partner.community_id,
            partner: self.partner.id,
            auto_import: self.partner.auto_import,
            zone: self.community.zone(),
        };
        let keep = self.kept();
        let mut listings: Vec<(Window, Listing)> = Vec::new();
        for listed in parts {
            self.tally.skipped = self.tally.skipped.saturating_add(listed.skipped);
            self.notes.extend(listed.notes.iter().take(NOTED.saturating_sub(self.notes.len())).cloned());
            let window = Window::of_dates(listed.days.0, listed.days.1);
            let (listing, mut events) = listed.events().await?;
            self.tally.listed = self.tally.listed.saturating_add(listing.read());
            loop {
                let piece = events.next(self.most()).await?;
                if piece.is_empty() {
                    break;
                }
                self.take_piece(&whose, keep, piece).await?;
            }
            listings.push((window, listing));
        }
        self.find_gone(&listings).await?;
        Ok(listings.iter().find_map(|(_, listing)| match listing.completeness() {
            Completeness::Complete => None,
            Completeness::Incomplete(gap) => Some(gap),
        }))
    }

    /// The time of which events are kept; of a day that was asked for, whatever came.
    fn kept(&self) -> (Instant, Instant) {
        let (first, last) = self.days();
        let ends = last.tomorrow().unwrap_or(last);
        let zone = self.community.zone();
        (begins(first, &zone), begins(ends, &zone))
    }

    /// Rows of one transaction.
    fn most(&self) -> usize {
        usize::try_from(self.app.config.federation.max_events_per_sync).unwrap_or(100).clamp(1, 1_000)
    }

    async fn take_piece(
        &mut self,
        whose: &Whose,
        keep: (Instant, Instant),
        events: Vec<tessera_wire::clubs::PartnerEvent>,
    ) -> Result<(), Stopped> {
        let now = self.app.now();
        let new_id = || self.app.new_id::<ExternalEventId>();
        let piece = intake::prepare(&self.app.db.read(), whose, keep, events, (now, new_id)).await?;
        if piece.is_empty() {
            return Ok(());
        }
        let tx = self.hold().await?;
        intake::write(&tx, whose, &piece, now).await?;
        self.tell(&tx, &piece.changed).await?;
        tx.touch(whose.community);
        tx.commit().await?;
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        self.tally.new = self.tally.new.saturating_add(count(piece.new.len()));
        let cancelled = count(piece.changed.iter().filter(|c| c.is_cancelled).count());
        self.tally.cancelled = self.tally.cancelled.saturating_add(cancelled);
        let changed = count(piece.changed.len()).saturating_sub(cancelled);
        self.tally.changed = self.tally.changed.saturating_add(changed);
        Ok(())
    }

    /// Marks as cancelled what the partner has no more: what a complete listing covered, and no listing had.
    async fn find_gone(&mut self, listings: &[(Window, Listing)]) -> Result<(), Stopped> {
        for (window, listing) in listings {
            let span = (Instant::new(window.from), Instant::new(window.to));
            let is_complete = listing.completeness() == Completeness::Complete;
            if !is_complete || span.0 >= span.1 {
                continue;
            }
            let mut after = None;
            loop {
                let limit = self.most();
                let read = self.app.db.read();
                let most = i64::try_from(limit).unwrap_or(i64::MAX);
                let standing = intake::list_standing(&read, self.partner.id, span, after, most).await?;
                let Some(last) = standing.last() else { break };
                after = Some((last.start, last.id));
                let has_more = standing.len() >= limit;
                let known: Vec<_> = standing.iter().map(|row| row.known.clone()).collect();
                let gone = reconcile(&known, &[], listing, window).cancelled;
                let is_nowhere = |id: &tessera_wire::clubs::ExternalId| {
                    gone.contains(id) && !listings.iter().any(|(_, other)| other.has(id))
                };
                let gone: Vec<_> = standing.into_iter().filter(|row| is_nowhere(&row.known.id)).collect();
                self.mark_gone(&gone).await?;
                if !has_more {
                    break;
                }
            }
        }
        Ok(())
    }

    async fn mark_gone(&mut self, rows: &[intake::KnownRow]) -> Result<(), Stopped> {
        if rows.is_empty() {
            return Ok(());
        }
        let tx = self.hold().await?;
        let gone = intake::gone(&tx, self.partner.id, rows, self.app.now()).await?;
        self.tell(&tx, &gone).await?;
        tx.touch(self.partner.community_id);
        tx.commit().await?;
        self.tally.cancelled =
            self.tally.cancelled.saturating_add(u64::try_from(gone.len()).unwrap_or(u64::MAX));
        Ok(())
    }

    /// Tells those who are interested, in the transaction that changes it.
    async fn tell(&self, tx: &Write, changed: &[Changed]) -> Result<(), sea_orm::DbErr> {
        news::changed(self.app, self.community, tx, changed, self.id).await
    }

    /// A transaction of this run, as long as it has its row.
    async fn hold(&self) -> Result<Write, Stopped> {
        let tx = self.app.db.write().await?;
        if store::hold(&tx, &self.claim, self.app.now()).await? { Ok(tx) } else { Err(Stopped::Lost) }
    }

    /// Notes how it ended. False: another run has taken over.
    async fn end(&self, ended: Ended) -> anyhow::Result<bool> {
        let now = self.app.now();
        let tx = self.app.db.write().await?;
        let reported_at = self.report(&tx, ended, now).await?;
        let release = Release {
            etag: self.etag.clone(),
            next_at: (self.scope == Scope::All).then(|| self.next_at(now)),
            reported_at,
        };
        if !store::release(&tx, &self.claim, release).await? {
            return Ok(false);
        }
        store::insert_run(&tx, &self.row(ended, now)).await?;
        let oldest = now.plus(SignedDuration::from_hours(-24 * KEPT_DAYS));
        store::delete_runs(&tx, self.partner.id, oldest).await?;
        if self.tally.new > 0 {
            announce_now(self.app, &tx, self.partner.community_id).await?;
        }
        tx.touch(self.partner.community_id);
        tx.commit().await?;
        Ok(true)
    }

    /// Notes success or failure at the partner, and tells the admins after the third failure, and when it works again.
    async fn report(&self, tx: &Write, ended: Ended, now: Instant) -> anyhow::Result<Option<Instant>> {
        let told = self.claim.reported_at;
        if self.scope != Scope::All {
            return Ok(told);
        }
        let outcome = match ended {
            Ended::Failed(failure) => Err(failure.trouble),
            Ended::Done | Ended::Unchanged | Ended::Incomplete(_) => Ok(()),
        };
        let failures = partners::record_sync(tx, self.partner, outcome, now).await?;
        match (outcome, told) {
            (Err(trouble), None) if failures >= FAILURES_UNTIL_TOLD => {
                super::notices::failing(self.app, self.community, tx, self.partner, trouble, self.id).await?;
                Ok(Some(now))
            }
            (Ok(()), Some(since)) => {
                super::notices::works(self.app, self.community, tx, self.partner, since).await?;
                Ok(None)
            }
            _ => Ok(told),
        }
    }

    fn row(&self, ended: Ended, now: Instant) -> Run {
        let (trouble, detail) = match ended {
            Ended::Failed(failure) => (Some(failure.trouble.code()), failure.detail),
            Ended::Incomplete(gap) => (None, Some(code_of(gap))),
            Ended::Done | Ended::Unchanged => (None, None),
        };
        Run {
            id: self.id,
            community_id: self.partner.community_id,
            partner_id: self.partner.id,
            started_at: self.started_at,
            finished_at: now,
            scope: self.scope.code().to_owned(),
            outcome: ended.code().to_owned(),
            trouble,
            detail: detail.map(str::to_owned),
            tally: Tally { requests: self.left.used, ..self.tally },
            notes: self.notes.clone(),
        }
    }

    /// In `federation.sync_interval`, give or take a tenth, so that partners are not all asked at once.
    fn next_at(&self, now: Instant) -> Instant {
        let seconds = i64::try_from(self.app.config.federation.sync_interval.as_secs()).unwrap_or(7_200);
        let spread = seconds.div_euclid(5).max(1);
        let random = i64::try_from(self.app.clock().new_id().as_u128() & 0xffff_ffff).unwrap_or(0);
        let jittered = seconds.saturating_sub(spread.div_euclid(2)).saturating_add(random.rem_euclid(spread));
        now.plus(SignedDuration::from_secs(jittered))
    }

    /// Gives the row back after a fault of ours, so that the next run need not wait for it; unless another has it.
    async fn let_go(&self) -> Result<(), sea_orm::DbErr> {
        let tx = self.app.db.write().await?;
        let reported_at = self.claim.reported_at;
        let release = Release { etag: None, next_at: None, reported_at };
        store::release(&tx, &self.claim, release).await?;
        tx.commit().await
    }
}
