//! An answer that is read as it comes: for what is too large to hold, from somebody who may be slow on purpose.

use super::{Outbound, OutboundError, Request, failure};
use bytes::Bytes;
use futures::StreamExt;
use futures::stream::BoxStream;
use http::{HeaderMap, StatusCode};
use std::fmt;
use std::time::Duration;
use tokio::time::Instant;
use url::Url;

/// How slow an answer may be: less than so many bytes in so long, and it is given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    pub bytes: usize,
    pub within: Duration,
    /// Until the answer begins.
    pub patience: Duration,
}

impl Default for Pace {
    /// Half a kilobyte a second, looked at every ten; twenty seconds until something comes.
    fn default() -> Self {
        Self { bytes: 5 * 1024, within: Duration::from_secs(10), patience: Duration::from_secs(20) }
    }
}

/// An answer of which the head is there.
pub struct Opened {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub url: Url,
    body: BoxStream<'static, Result<Bytes, reqwest::Error>>,
    max_bytes: usize,
    read: usize,
    deadline: Instant,
    pace: Pace,
    /// When the pace is looked at next, and what came since the last time.
    look_at: Instant,
    since: usize,
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opened")
            .field("status", &self.status)
            .field("read", &self.read)
            .finish_non_exhaustive()
    }
}

impl Outbound {
    /// Sends `request` and gives its answer to be read piece by piece. A redirect is the answer.
    pub async fn open(&self, request: Request, pace: Pace) -> Result<Opened, OutboundError> {
        self.vet(&request.url)?;
        let now = Instant::now();
        let deadline = now.checked_add(request.timeout).unwrap_or(now);
        let begun = now.checked_add(pace.patience).unwrap_or(deadline).min(deadline);
        let sent = self
            .client
            .request(request.method, request.url.clone())
            .headers(request.headers)
            .body(request.body)
            .send();
        let response = tokio::time::timeout_at(begun, sent)
            .await
            .map_err(|_| OutboundError::TimedOut)?
            .map_err(|e| failure(&e, &request.url))?;
        let now = Instant::now();
        Ok(Opened {
            status: response.status(),
            headers: response.headers().clone(),
            url: request.url,
            body: response.bytes_stream().boxed(),
            max_bytes: request.max_bytes,
            read: 0,
            deadline,
            pace,
            look_at: now.checked_add(pace.within).unwrap_or(deadline),
            since: 0,
        })
    }
}

impl Opened {
    /// The next piece; none at the end.
    ///
    /// # Errors
    /// It is too long, too slow, or breaks off.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, OutboundError> {
        loop {
            let until = self.look_at.min(self.deadline);
            match tokio::time::timeout_at(until, self.body.next()).await {
                Ok(None) => return Ok(None),
                Ok(Some(Err(e))) => return Err(failure(&e, &self.url)),
                Ok(Some(Ok(bytes))) => {
                    self.read = self.read.saturating_add(bytes.len());
                    self.since = self.since.saturating_add(bytes.len());
                    if self.read > self.max_bytes {
                        return Err(OutboundError::TooLong(self.max_bytes));
                    }
                    // What always has something ready would never be looked at otherwise.
                    if Instant::now() >= until {
                        self.look()?;
                    }
                    return Ok(Some(bytes));
                }
                Err(_) => self.look()?,
            }
        }
    }

    /// At most `most` bytes of the beginning, for what is only to be told apart.
    pub async fn head(mut self, most: usize) -> Vec<u8> {
        let mut head = Vec::new();
        while head.len() < most {
            match self.chunk().await {
                Ok(Some(bytes)) => head.extend_from_slice(&bytes),
                Ok(None) | Err(_) => break,
            }
        }
        head.truncate(most);
        head
    }

    fn look(&mut self) -> Result<(), OutboundError> {
        let now = Instant::now();
        if now >= self.deadline || self.since < self.pace.bytes {
            return Err(OutboundError::TimedOut);
        }
        self.since = 0;
        self.look_at = now.checked_add(self.pace.within).unwrap_or(self.deadline);
        Ok(())
    }
}
