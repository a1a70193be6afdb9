//! A partner on another server, as a test wants it: it lists what it is told to, in the document's words, and misbehaves
//! on purpose.

use serde_json::{Value, json};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// How it answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    #[default]
    Well,
    Status(u16),
    /// Half of what it announced.
    Truncated,
    BadJson,
    Redirect,
    Html,
    /// More than anybody takes, as fast as it is read.
    Huge,
    /// What would be little packed and much unpacked.
    Zipped,
    /// So many events, made up as it goes.
    Many(usize),
    /// Closes the connection without a word.
    Silent,
}

/// What it knows, and how it is.
#[derive(Debug, Default)]
pub struct State {
    pub manner: Manner,
    /// In the document's field names.
    pub events: Vec<Value>,
    /// It sends no more than so many at once; `total` says how many there are.
    pub page_limit: Option<usize>,
    /// Whether `Link: rel="next"` leads to the rest.
    pub pages: bool,
    /// Whether it looks at `from_date` and `to_date`.
    pub looks_at_dates: bool,
    /// Whether it has an `ETag`.
    pub tags: bool,
    /// Where its next page is instead.
    pub next: Option<String>,
}

/// A request that came.
#[derive(Clone, Debug)]
pub struct Asked {
    pub method: String,
    pub target: String,
    /// All of it, as it came.
    pub head: String,
    pub body: String,
}

/// It listens until it is dropped.
pub struct Peer {
    pub url: String,
    state: Arc<Mutex<State>>,
    asked: Arc<Mutex<Vec<Asked>>>,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Peer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State::default()));
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let (shared, log, origin) = (state.clone(), asked.clone(), url.clone());
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (state, log, origin) = (shared.clone(), log.clone(), origin.clone());
                // Whoever asks may go away in the middle.
                tokio::spawn(async move { answer(stream, &state, &log, &origin).await.ok() });
            }
        });
        Self { url, state, asked, task }
    }

    pub fn set(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap());
    }

    /// The requests since the last time.
    pub fn take_asked(&self) -> Vec<Asked> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

/// One event in the document's field names, at 9:00 of a day.
pub fn listed(id: &str, day: &str) -> Value {
    json!({
        "id": id, "event_name": format!("Event {id}"), "start_date": format!("{day}T09:00:00+02:00"),
        "end_date": format!("{day}T18:00:00+02:00"), "location_name": "Main Square",
        "location_address": "Main Square 1, City", "location_lat": 45.0715, "location_lon": 7.6858,
        "description": "Annual rally...", "event_status": "EventScheduled", "image_url": null,
        "detail_url": format!("https://roma.example/events/{id}/"),
        "interest_count": {"going": 1, "maybe": 2, "interested": 3}
    })
}

async fn answer(
    mut stream: TcpStream,
    state: &Mutex<State>,
    log: &Mutex<Vec<Asked>>,
    origin: &str,
) -> std::io::Result<()> {
    let asked = read(&mut stream).await?;
    log.lock().unwrap().push(asked.clone());
    let manner = state.lock().unwrap().manner;
    match manner {
        Manner::Silent => return Ok(()),
        Manner::Huge => return pour(&mut stream).await,
        Manner::Many(count) => return many(&mut stream, count).await,
        _ => {}
    }
    let (head, body) = {
        let state = state.lock().unwrap();
        respond(&state, &asked, origin)
    };
    let announced = body.len();
    let sent = if manner == Manner::Truncated { announced / 2 } else { announced };
    let head = format!("HTTP/1.1 {head}Content-Length: {announced}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(&body[..sent]).await?;
    stream.shutdown().await
}

async fn read(stream: &mut TcpStream) -> std::io::Result<Asked> {
    let mut bytes = Vec::new();
    let mut piece = [0_u8; 4096];
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|w| w == b"\r\n\r\n") {
            break end;
        }
        match stream.read(&mut piece).await? {
            0 => return Err(std::io::ErrorKind::UnexpectedEof.into()),
            n => bytes.extend_from_slice(&piece[..n]),
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    let mut body = bytes.split_off(end + 4);
    while body.len() < length.unwrap_or(0) {
        let n = stream.read(&mut piece).await?;
        body.extend_from_slice(&piece[..n]);
    }
    let mut words = head.split(' ');
    Ok(Asked {
        method: words.next().unwrap_or_default().to_owned(),
        target: words.next().unwrap_or_default().to_owned(),
        body: String::from_utf8_lossy(&body).into_owned(),
        head,
    })
}

fn respond(state: &State, asked: &Asked, origin: &str) -> (String, Vec<u8>) {
    let json_head = "200 OK\r\nContent-Type: application/json\r\n".to_owned();
    match state.manner {
        Manner::Status(status) => {
            return (format!("{status} No\r\n"), br#"{"detail": "broken on purpose"}"#.to_vec());
        }
        Manner::Redirect => return ("302 Found\r\nLocation: http://127.0.0.1:1/\r\n".into(), Vec::new()),
        Manner::BadJson => return (json_head, br#"{"club": "#.to_vec()),
        Manner::Html => return (json_head, b"<!doctype html><title>Sign in</title>".to_vec()),
        Manner::Zipped => {
            let head = format!("{json_head}Content-Encoding: gzip\r\n");
            return (
                head,
                [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3].iter().copied().chain([0xff; 4096]).collect(),
            );
        }
        _ => {}
    }
    if asked.method == "POST" {
        return (json_head, br#"{"status": "ok", "received": true}"#.to_vec());
    }
    let url: url::Url = format!("{origin}{}", asked.target).parse().unwrap();
    let parameter = |name: &str| url.query_pairs().find(|(n, _)| n == name).map(|(_, v)| v.into_owned());
    let day =
        |event: &Value| event["start_date"].as_str().unwrap_or_default().chars().take(10).collect::<String>();
    let (from, to) = (parameter("from_date"), parameter("to_date"));
    let is_meant = |event: &&Value| {
        !state.looks_at_dates
            || (from.as_ref().is_none_or(|from| day(event) >= *from)
                && to.as_ref().is_none_or(|to| day(event) <= *to))
    };
    let all: Vec<&Value> = state.events.iter().filter(is_meant).collect();
    let first: usize = parameter("skip").and_then(|skip| skip.parse().ok()).unwrap_or(0);
    let shown: Vec<&&Value> = all.iter().skip(first).take(state.page_limit.unwrap_or(usize::MAX)).collect();
    let mut head = json_head;
    if state.pages && first + shown.len() < all.len() {
        let mut next = url.clone();
        let kept: Vec<(String, String)> =
            url.query_pairs().filter(|(n, _)| n != "skip").map(|(n, v)| (n.into(), v.into())).collect();
        next.query_pairs_mut()
            .clear()
            .extend_pairs(kept)
            .append_pair("skip", &(first + shown.len()).to_string());
        head.push_str(&format!("Link: <{next}>; rel=\"next\"\r\n"));
    }
    if let Some(next) = &state.next {
        head.push_str(&format!("Link: <{next}>; rel=\"next\"\r\n"));
    }
    let body = json!({
        "club": {"name": "MC Roma", "code": "roma", "url": origin}, "events": shown, "total": all.len(),
        "last_updated": "2026-04-01T09:00:00Z"
    })
    .to_string();
    if state.tags {
        let mut hash = DefaultHasher::new();
        serde_json::to_string(&state.events).unwrap().hash(&mut hash);
        let tag = format!("\"{:016x}\"", hash.finish());
        if asked
            .head
            .lines()
            .any(|line| line.to_ascii_lowercase().starts_with("if-none-match:") && line.contains(&tag))
        {
            return (format!("304 Not Modified\r\nETag: {tag}\r\n"), Vec::new());
        }
        head.push_str(&format!("ETag: {tag}\r\n"));
    }
    (head, body.into_bytes())
}

/// An answer of a gigabyte.
async fn pour(stream: &mut TcpStream) -> std::io::Result<()> {
    stream
        .write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"events\": [",
        )
        .await?;
    let piece = format!("{{\"id\": \"{}\"}},", "x".repeat(60_000)).repeat(16);
    for _ in 0..1_100 {
        stream.write_all(piece.as_bytes()).await?;
    }
    stream.shutdown().await
}

async fn many(stream: &mut TcpStream, count: usize) -> std::io::Result<()> {
    stream
        .write_all(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n")
        .await?;
    stream.write_all(format!("{{\"total\": {count}, \"events\": [").as_bytes()).await?;
    for n in 0..count {
        let comma = if n == 0 { "" } else { "," };
        let event = format!(
            "{comma}{{\"id\": {n}, \"event_name\": \"E {n}\", \"start_date\": \"2026-05-{:02}T09:00:00Z\"}}",
            n % 28 + 1
        );
        stream.write_all(event.as_bytes()).await?;
    }
    stream.write_all(b"]}").await?;
    stream.shutdown().await
}
