//! A partner's listing, read page by page and kept in a file until all of it is known to be good: what breaks off in
//! the middle changes nothing here, and however much comes, little is held.

use super::model::{Budget, Failure, MOST_EVENTS, NOTED, Note, detail_of};
use crate::clubs::partners::calling::{self, CallError};
use crate::clubs::partners::{Partner, Trouble};
use bytes::Bytes;
use http::header::{ETAG, IF_NONE_MATCH, LINK};
use http::{HeaderMap, Method, StatusCode};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::io::SeekFrom;
use std::time::Duration;
use tempfile::tempfile_in;
use tessera_platform::outbound::{Opened, OutboundError, Pace};
use tessera_web::App;
use tessera_wire::clubs::{Asked, Entry, FeedReader, Limits, Listing, PartnerEvent};
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt, BufWriter};
use tokio::time::Instant;
use url::Url;

const FEED: &str = "/api/federation/events/";
/// Bytes of one answer.
const MOST_BYTES: u64 = 64 << 20;
/// Of an answer that is a refusal, to tell which.
const HEAD: usize = 4 * 1024;
const PIECE: usize = 64 * 1024;

/// What is left of a run's budget.
#[derive(Debug)]
pub struct Left {
    pub requests: u32,
    pub used: u32,
    bytes: u64,
    until: Instant,
}

impl Left {
    pub fn of(budget: Budget) -> Self {
        let now = Instant::now();
        let until = now.checked_add(budget.time).unwrap_or(now);
        Self { requests: budget.requests, used: 0, bytes: budget.bytes, until }
    }

    fn time(&self) -> Duration {
        self.until.saturating_duration_since(Instant::now())
    }
}

/// Why there is no listing.
#[derive(Debug)]
pub enum Broken {
    Failed(Failure),
    /// Ours: the disk, the database.
    Fault(anyhow::Error),
}

impl From<Trouble> for Broken {
    fn from(trouble: Trouble) -> Self {
        Self::Failed(trouble.into())
    }
}

impl From<std::io::Error> for Broken {
    fn from(e: std::io::Error) -> Self {
        Self::Fault(e.into())
    }
}

impl From<OutboundError> for Broken {
    fn from(e: OutboundError) -> Self {
        Trouble::of_outbound(&e).into()
    }
}

impl From<CallError> for Broken {
    fn from(e: CallError) -> Self {
        match e.trouble() {
            Some(trouble) => trouble.into(),
            None => Self::Fault(e.into()),
        }
    }
}

/// What the partner answered.
pub enum Answer {
    /// Nothing has changed since the `ETag` that was shown.
    NotModified,
    Listed(Box<Listed>),
}

/// A listing, whole as far as the partner gave it.
pub struct Listed {
    /// The days that were asked for.
    pub days: (Date, Date),
    pub listing: Listing,
    pub skipped: u64,
    pub notes: Vec<Note>,
    pub etag: Option<String>,
    /// Whether something began far from the days that were asked for: then the partner does not look at them.
    pub has_others: bool,
    spool: Spool,
}

/// The query of a listing of some days.
pub fn query((from, to): (Date, Date)) -> String {
    format!("?from_date={from}&to_date={to}")
}

/// Asks for everything from one day to another.
pub async fn fetch(
    app: &App,
    partner: &Partner,
    left: &mut Left,
    days: (Date, Date),
    etag: Option<&str>,
) -> Result<Answer, Broken> {
    let mut listed = Listed {
        days,
        listing: Listing::new(Asked::Everything),
        skipped: 0,
        notes: Vec::new(),
        etag: None,
        has_others: false,
        spool: Spool::new(app)?,
    };
    let mut path = format!("{FEED}{}", query(days));
    let mut seen = BTreeSet::new();
    loop {
        let is_first = seen.is_empty();
        if !seen.insert(path.clone()) {
            // A partner that leads in a circle has not said where the listing ends.
            return Ok(Answer::Listed(Box::new(listed)));
        }
        let opened = match open(app, partner, left, &path, etag.filter(|_| is_first)).await {
            Ok(opened) => opened,
            // So much for this hour: what came so far is taken in, and the rest another time.
            Err(Broken::Failed(failure)) if !is_first && failure.trouble == Trouble::Limited => {
                return Ok(Answer::Listed(Box::new(listed)));
            }
            Err(broken) => return Err(broken),
        };
        if opened.status == StatusCode::NOT_MODIFIED && is_first {
            return Ok(Answer::NotModified);
        }
        if is_first {
            listed.etag = opened.headers.get(ETAG).and_then(|v| v.to_str().ok()).map(str::to_owned);
        }
        let next = next_of(&opened.headers, &opened.url);
        read(&mut listed, left, opened, next == Next::None).await?;
        match next {
            Next::Here(further) => path = further,
            // Elsewhere is nobody we have an agreement with.
            Next::None | Next::Elsewhere => return Ok(Answer::Listed(Box::new(listed))),
        }
    }
}

async fn open(
    app: &App,
    partner: &Partner,
    left: &mut Left,
    path: &str,
    etag: Option<&str>,
) -> Result<Opened, Broken> {
    if left.requests == 0 || left.time().is_zero() {
        return Err(Trouble::TimedOut.into());
    }
    left.requests = left.requests.saturating_sub(1);
    left.used = left.used.saturating_add(1);
    let mut request = calling::request(app, partner, Method::GET, path, Bytes::new()).await?;
    request.timeout = left.time();
    request.max_bytes = usize::try_from(MOST_BYTES.min(left.bytes)).unwrap_or(usize::MAX);
    if let Some(tag) = etag.and_then(|tag| tag.parse().ok()) {
        request.headers.insert(IF_NONE_MATCH, tag);
    }
    let opened = app.outbound.open(request, Pace::default()).await?;
    if opened.status == StatusCode::NOT_MODIFIED && etag.is_some() {
        return Ok(opened);
    }
    if !opened.status.is_success() {
        let (status, headers) = (opened.status, opened.headers.clone());
        let head = opened.head(HEAD).await;
        let trouble = Trouble::of_answer(status, &headers, &head, app.now());
        return Err(trouble.unwrap_or(Trouble::Schema).into());
    }
    Ok(opened)
}

/// Reads one page into the file, and what is to be known of it.
async fn read(listed: &mut Listed, left: &mut Left, mut opened: Opened, is_last: bool) -> Result<(), Broken> {
    let events = MOST_EVENTS.saturating_sub(listed.listing.read());
    let limits = Limits { bytes: MOST_BYTES.min(left.bytes), events, ..Limits::default() };
    let mut reader = FeedReader::new(limits);
    let before = listed.listing.read();
    let Listed { listing, skipped, notes, spool, has_others, days, .. } = listed;
    let broken = |error| Broken::Failed(Failure { trouble: Trouble::Schema, detail: Some(detail_of(error)) });
    spool.begin();
    while let Some(bytes) = opened.chunk().await.map_err(|e| broken_off(&e))? {
        left.bytes = left.bytes.saturating_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        reader
            .push(&bytes, &mut |entry| {
                listing.add(&entry);
                match &entry {
                    Entry::Event(event) => *has_others |= is_elsewhere(event, *days),
                    Entry::Skipped(left_out) => {
                        *skipped = skipped.saturating_add(1);
                        if notes.len() < NOTED {
                            let note = Note::from(left_out);
                            notes.push(Note { number: note.number.saturating_add(before), ..note });
                        }
                    }
                    Entry::Deleted(_) => {}
                }
            })
            .map_err(broken)?;
        spool.write(&bytes).await?;
    }
    let page = reader.finish().map_err(broken)?;
    listing.end_page(&page, is_last);
    Ok(spool.end().await?)
}

/// What goes wrong after an answer has begun: the connection broke, and with it the list.
fn broken_off(error: &OutboundError) -> Broken {
    match error {
        OutboundError::Unreachable(_) => {
            Broken::Failed(Failure { trouble: Trouble::Schema, detail: Some("truncated") })
        }
        other => Broken::Failed(Trouble::of_outbound(other).into()),
    }
}

/// Whether an event begins so far from the days asked for that no zone explains it, and was not under way then either.
fn is_elsewhere(event: &PartnerEvent, (from, to): (Date, Date)) -> bool {
    let utc = |date: Date| jiff::tz::Offset::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok();
    let a_day = jiff::SignedDuration::from_hours(48);
    let over = event.end.unwrap_or(event.start).ends();
    let too_late = utc(to).is_some_and(|to| event.start.begins().duration_since(to) > a_day);
    let too_early = utc(from).is_some_and(|from| from.duration_since(over) > a_day);
    too_late || too_early
}

/// Where a listing goes on.
#[derive(Debug, PartialEq, Eq)]
enum Next {
    None,
    /// At the same partner: path and query.
    Here(String),
    Elsewhere,
}

/// `Link: <…>; rel="next"` (RFC 8288 §3), as far as it leads to the same origin.
fn next_of(headers: &HeaderMap, url: &Url) -> Next {
    let links = headers.get_all(LINK).iter().filter_map(|value| value.to_str().ok());
    for link in links.flat_map(split_links) {
        let Some((target, parameters)) = link.trim().strip_prefix('<').and_then(|l| l.split_once('>')) else {
            continue;
        };
        let is_next = parameters.split(';').any(|parameter| {
            let Some((name, value)) = parameter.split_once('=') else { return false };
            let rels = value.trim().trim_matches('"');
            name.trim().eq_ignore_ascii_case("rel")
                && rels.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("next"))
        });
        if !is_next {
            continue;
        }
        return match url.join(target) {
            Ok(next) if next.origin() == url.origin() => {
                let query = next.query().map(|q| format!("?{q}")).unwrap_or_default();
                Next::Here(format!("{}{query}", next.path()))
            }
            _ => Next::Elsewhere,
        };
    }
    Next::None
}

/// At the commas between links; those within an address stay.
fn split_links(value: &str) -> Vec<&str> {
    let mut links = Vec::new();
    let (mut start, mut inside) = (0, false);
    for (at, c) in value.char_indices() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            ',' if !inside => {
                links.extend(value.get(start..at));
                start = at.saturating_add(1);
            }
            _ => {}
        }
    }
    links.extend(value.get(start..));
    links
}

/// The pages as they came, in a file that has no name and is gone with the run.
struct Spool {
    file: BufWriter<tokio::fs::File>,
    pages: Vec<u64>,
    page: u64,
}

impl Spool {
    fn new(app: &App) -> std::io::Result<Self> {
        let folder = app.config.data_dir.path();
        std::fs::create_dir_all(folder)?;
        let file = BufWriter::with_capacity(PIECE, tokio::fs::File::from_std(tempfile_in(folder)?));
        Ok(Self { file, pages: Vec::new(), page: 0 })
    }

    fn begin(&mut self) {
        self.page = 0;
    }

    async fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.page = self.page.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        self.file.write_all(bytes).await
    }

    async fn end(&mut self) -> std::io::Result<()> {
        self.pages.push(self.page);
        self.file.flush().await
    }
}

/// The events of a listing, a piece at a time.
pub struct Events {
    file: tokio::fs::File,
    pages: std::vec::IntoIter<u64>,
    /// Bytes of the page that is being read.
    rest: u64,
    reader: FeedReader,
    waiting: Vec<PartnerEvent>,
}

impl Listed {
    /// Reads what was kept from its beginning.
    pub async fn events(self) -> std::io::Result<(Listing, Events)> {
        let mut file = self.spool.file.into_inner();
        file.seek(SeekFrom::Start(0)).await?;
        let events = Events {
            file,
            pages: self.spool.pages.into_iter(),
            rest: 0,
            reader: FeedReader::new(again()),
            waiting: Vec::new(),
        };
        Ok((self.listing, events))
    }
}

/// What was read once within its limits is read again.
fn again() -> Limits {
    Limits { bytes: MOST_BYTES, events: MOST_EVENTS, ..Limits::default() }
}

impl Events {
    /// The next events, at most `most`; none left: an empty list.
    pub async fn next(&mut self, most: usize) -> std::io::Result<Vec<PartnerEvent>> {
        let mut buffer = vec![0_u8; PIECE];
        while self.waiting.len() < most {
            if self.rest == 0 {
                let Some(page) = self.pages.next() else { break };
                (self.rest, self.reader) = (page, FeedReader::new(again()));
                continue;
            }
            let want = usize::try_from(self.rest).unwrap_or(PIECE).min(PIECE);
            let Some(slot) = buffer.get_mut(..want) else { break };
            self.file.read_exact(slot).await?;
            self.rest = self.rest.saturating_sub(u64::try_from(want).unwrap_or(0));
            let waiting = &mut self.waiting;
            let read = self.reader.push(slot, &mut |entry| {
                if let Entry::Event(event) = entry {
                    waiting.push(*event);
                }
            });
            read.map_err(std::io::Error::other)?;
        }
        let rest = self.waiting.split_off(most.min(self.waiting.len()));
        Ok(std::mem::replace(&mut self.waiting, rest))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_is_found_at_the_same_partner_only() {
        let url: Url = "https://roma.example/api/federation/events/?from_date=2026-04-01".parse().unwrap();
        let next = |link: &str| {
            let mut headers = HeaderMap::new();
            headers.append(LINK, link.parse().unwrap());
            next_of(&headers, &url)
        };
        let here = |path: &str| Next::Here(path.to_owned());
        assert_eq!(
            next("<https://roma.example/api/federation/events/?page=2>; rel=\"next\""),
            here("/api/federation/events/?page=2")
        );
        assert_eq!(next("<?page=2,3>; rel=next"), here("/api/federation/events/?page=2,3"));
        assert_eq!(next("</a>; rel=\"prev\", </b>; title=\"x\"; rel=\"last next\""), here("/b"));
        assert_eq!(next("<https://evil.example/>; rel=\"next\""), Next::Elsewhere);
        assert_eq!(next("<http://roma.example/>; rel=\"next\""), Next::Elsewhere);
        assert_eq!(next("</a>; rel=\"prev\""), Next::None);
        assert_eq!(next("nonsense"), Next::None);
    }
}
