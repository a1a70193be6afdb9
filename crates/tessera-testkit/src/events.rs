//! A stream of server-sent events, as a page that is open hears it.

use axum::body::Body;
use http::{HeaderMap, StatusCode};
use http_body_util::BodyExt;
use serde_json::Value;
use std::time::Duration;

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(30);

/// One open stream.
#[derive(Debug)]
pub struct Events {
    pub status: StatusCode,
    pub headers: HeaderMap,
    body: Body,
    heard: String,
}

/// One event: its name, its id and what it carries.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub name: String,
    pub id: String,
    pub data: Value,
}

impl Events {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, body: Body) -> Self {
        Self { status, headers, body, heard: String::new() }
    }

    /// The next event. None: the stream has ended. Fails where neither comes in time.
    pub async fn next(&mut self) -> Option<Event> {
        match tokio::time::timeout(PATIENCE, self.read()).await {
            Ok(event) => event,
            Err(_) => panic!("nothing came within {PATIENCE:?}; so far: {}", self.heard),
        }
    }

    async fn read(&mut self) -> Option<Event> {
        loop {
            while let Some((block, rest)) = self.heard.split_once("\n\n") {
                let event = parse(block);
                self.heard = rest.to_owned();
                if event.is_some() {
                    return event;
                }
            }
            let frame = self.body.frame().await?.unwrap();
            if let Ok(bytes) = frame.into_data() {
                self.heard.push_str(&String::from_utf8_lossy(&bytes));
            }
        }
    }
}

/// A block of lines. None: a heartbeat.
fn parse(block: &str) -> Option<Event> {
    let field = |name: &str| {
        let line = block.lines().find_map(|l| l.strip_prefix(name)?.strip_prefix(':'));
        line.map(|value| value.trim_start().to_owned())
    };
    let data = field("data")?;
    let data = serde_json::from_str(&data).unwrap_or_else(|e| panic!("no JSON ({e}): {data}"));
    Some(Event { name: field("event").unwrap_or_default(), id: field("id").unwrap_or_default(), data })
}
