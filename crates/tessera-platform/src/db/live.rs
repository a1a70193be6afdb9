//! Who waits for news of a topic hears when something about it was committed: in this process at once, in others
//! through PostgreSQL within moments.
//!
//! Promises: what was rolled back is never announced; what this process announces within 50 ms crosses in as few
//! NOTIFYs as it fits in, after the commits and outside of any transaction, since NOTIFY lets commits pass only one at
//! a time. One connection per process listens.
//!
//! Does not: promise that an announcement arrives, or carry more than names. What is right stands in the tables;
//! whoever listens looks there, and looks again from time to time.

use super::{Db, Engine, sql};
use sea_orm::sqlx::postgres::PgListener;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};
use tokio::sync::broadcast::{self, error::RecvError};
use tokio_util::sync::CancellationToken;

const CHANNEL: &str = "tessera_live";
/// PostgreSQL takes less than 8,000 bytes.
const MOST_PAYLOAD_BYTES: usize = 7_900;
pub const MOST_TOPIC_BYTES: usize = 200;
const GATHERED_FOR: Duration = Duration::from_millis(50);
const RECONNECT: Duration = Duration::from_secs(5);
const BUFFERED: usize = 1_024;
/// How many listen at the same time in one process, and how many of them in one name.
const MOST_LISTENERS: usize = 2_000;
const MOST_OF_ONE: usize = 8;
/// How often the file of an SQLite database is looked at, and how often at most others' changes in it are told of
/// while this process writes too.
const LOOK: Duration = Duration::from_secs(2);
const LOOKS_UNTIL_TOLD: u32 = 5;

/// The topics of one process.
#[derive(Debug)]
pub struct Live {
    sender: broadcast::Sender<Heard>,
    /// What has to cross to other processes.
    pending: Mutex<BTreeSet<String>>,
    /// Names this process, which has heard its own announcements already.
    me: String,
    commits: AtomicU64,
    /// How many listen in whose name.
    listeners: Arc<Mutex<BTreeMap<String, usize>>>,
    ended: CancellationToken,
}

/// What a listener hears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Something happened to these.
    Topics(Arc<BTreeSet<String>>),
    /// Something may have happened to any: announcements were missed.
    Any,
}

/// Somebody who waits for news of some topics.
#[derive(Debug)]
pub struct Listener {
    receiver: broadcast::Receiver<Heard>,
    topics: BTreeSet<String>,
    owner: String,
    listeners: Arc<Mutex<BTreeMap<String, usize>>>,
    ended: CancellationToken,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut all = self.listeners.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = all.get_mut(&self.owner) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                all.remove(&self.owner);
            }
        }
    }
}

impl Live {
    pub(super) fn new() -> Self {
        let me = crate::hex(&crate::random_bytes::<8>());
        let (sender, _) = broadcast::channel(BUFFERED);
        Self {
            sender,
            pending: Mutex::default(),
            me,
            commits: AtomicU64::new(0),
            listeners: Arc::default(),
            ended: CancellationToken::new(),
        }
    }

    /// Listens to these topics from now on, in somebody's name. None: they, or all together, listen too often already.
    pub fn subscribe(&self, owner: &str, topics: impl IntoIterator<Item = String>) -> Option<Listener> {
        let mut all = self.listeners.lock().unwrap_or_else(PoisonError::into_inner);
        let in_all: usize = all.values().sum();
        let own = all.get(owner).copied().unwrap_or_default();
        if in_all >= MOST_LISTENERS || own >= MOST_OF_ONE {
            return None;
        }
        all.insert(owner.to_owned(), own.saturating_add(1));
        Some(Listener {
            receiver: self.sender.subscribe(),
            topics: topics.into_iter().collect(),
            owner: owner.to_owned(),
            listeners: Arc::clone(&self.listeners),
            ended: self.ended.clone(),
        })
    }

    /// Ends what every listener waits for: the program stops.
    pub fn end(&self) {
        self.ended.cancel();
    }

    fn hear(&self, heard: Heard) {
        // Nobody listening is no error.
        let _ = self.sender.send(heard);
    }
}

impl Listener {
    /// Waits for news of its topics. None: the program stops.
    pub async fn next(&mut self) -> Option<Heard> {
        loop {
            let heard = tokio::select! {
                () = self.ended.cancelled() => return None,
                heard = self.receiver.recv() => heard,
            };
            match heard {
                Ok(Heard::Topics(all)) => {
                    let mine: BTreeSet<String> = all.intersection(&self.topics).cloned().collect();
                    if !mine.is_empty() {
                        return Some(Heard::Topics(Arc::new(mine)));
                    }
                }
                Ok(Heard::Any) | Err(RecvError::Lagged(_)) => return Some(Heard::Any),
                Err(RecvError::Closed) => return None,
            }
        }
    }
}

impl Db {
    pub fn live(&self) -> &Live {
        &self.0.live
    }

    /// Tells what was just committed.
    pub(super) fn announce(&self, topics: BTreeSet<String>) {
        let live = self.live();
        live.commits.fetch_add(1, Ordering::Relaxed);
        if topics.is_empty() {
            return;
        }
        if self.engine() == Engine::Postgres {
            let mut pending = live.pending.lock().unwrap_or_else(PoisonError::into_inner);
            let is_first = pending.is_empty();
            pending.extend(topics.iter().cloned());
            if is_first {
                let db = self.clone();
                tokio::spawn(async move {
                    tokio::time::sleep(GATHERED_FOR).await;
                    if let Err(e) = db.notify_others().await {
                        tracing::debug!(error = %e, "other processes were not told; they look by themselves");
                    }
                });
            }
        }
        live.hear(Heard::Topics(Arc::new(topics)));
    }

    /// Sends what was gathered for other processes.
    pub(super) async fn notify_others(&self) -> Result<(), DbErr> {
        let gathered =
            std::mem::take(&mut *self.live().pending.lock().unwrap_or_else(PoisonError::into_inner));
        // Not one of the statements that are counted: it comes when it comes, beside whatever else is asked.
        let pool = &self.0.reader;
        for payload in payloads(&self.live().me, &gathered) {
            let q = sql(pool, "SELECT 1 WHERE pg_notify(?, ?) IS NULL", vec![CHANNEL.into(), payload.into()]);
            pool.query_one_raw(q).await?;
        }
        Ok(())
    }

    /// Hears what other processes announce, until `stop`. Without it everything is right, only later.
    pub async fn listen(&self, stop: CancellationToken) {
        tokio::select! {
            () = stop.cancelled() => {}
            () = self.listen_for_ever() => {}
        }
    }

    async fn listen_for_ever(&self) {
        if self.engine() == Engine::Sqlite {
            return self.look_for_ever().await;
        }
        loop {
            if let Err(e) = self.hear_others().await {
                tracing::warn!(error = %e, "live updates from other processes are late until the database is back");
            }
            tokio::time::sleep(RECONNECT).await;
        }
    }

    async fn hear_others(&self) -> Result<(), sea_orm::sqlx::Error> {
        let mut listener = PgListener::connect(self.url()).await?;
        listener.listen(CHANNEL).await?;
        let live = self.live();
        live.hear(Heard::Any);
        loop {
            // None: the connection was lost and made anew; what came in between is lost.
            let Some(notification) = listener.try_recv().await? else {
                live.hear(Heard::Any);
                continue;
            };
            let mut lines = notification.payload().lines();
            if lines.next() == Some(live.me.as_str()) {
                continue;
            }
            live.hear(Heard::Topics(Arc::new(lines.map(str::to_owned).collect())));
        }
    }

    /// SQLite tells nobody: where its file has changed and not by this process, something may have happened.
    async fn look_for_ever(&self) {
        let (mut seen, mut own, mut waiting) = (self.changed_at().await, self.own_commits(), 0_u32);
        loop {
            tokio::time::sleep(LOOK).await;
            let (now, commits) = (self.changed_at().await, self.own_commits());
            let has_changed = now != seen;
            let by_others_only = has_changed && commits == own;
            waiting = if has_changed || waiting > 0 { waiting.saturating_add(1) } else { 0 };
            if self.live().sender.receiver_count() > 0 && (by_others_only || waiting >= LOOKS_UNTIL_TOLD) {
                self.live().hear(Heard::Any);
                waiting = 0;
            }
            (seen, own) = (now, commits);
        }
    }

    fn own_commits(&self) -> u64 {
        self.live().commits.load(Ordering::Relaxed)
    }

    async fn changed_at(&self) -> Option<(SystemTime, u64)> {
        let log = format!("{}-wal", self.sqlite_path()?);
        let file = tokio::fs::metadata(log).await.ok()?;
        Some((file.modified().ok()?, file.len()))
    }
}

/// The sender's name and the topics, a line each, in as many pieces as it takes.
fn payloads(me: &str, topics: &BTreeSet<String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for topic in topics.iter().filter(|t| t.len() <= MOST_TOPIC_BYTES && !t.contains('\n')) {
        match all.last_mut() {
            Some(last) if last.len().saturating_add(topic.len()) < MOST_PAYLOAD_BYTES => {
                last.push('\n');
                last.push_str(topic);
            }
            _ => all.push(format!("{me}\n{topic}")),
        }
    }
    all
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn topics_cross_in_as_few_pieces_as_postgresql_takes_them() {
        let topics: BTreeSet<String> = (0..1_000).map(|n| format!("account:{n:036}")).collect();
        let pieces = payloads("me", &topics);
        assert!(pieces.len() <= 7, "{}", pieces.len());
        assert!(pieces.iter().all(|p| p.len() < 8_000 && p.starts_with("me\n")));
        let told: BTreeSet<String> =
            pieces.iter().flat_map(|p| p.lines().skip(1)).map(str::to_owned).collect();
        assert_eq!(told, topics);
        assert!(payloads("me", &BTreeSet::from(["a\nb".to_owned(), "x".repeat(300)])).is_empty());
    }

    #[tokio::test]
    async fn a_listener_hears_of_its_topics_alone_and_ends_with_the_program() {
        let live = Live::new();
        let mut listener = live.subscribe("ana", ["a".to_owned()]).unwrap();
        let heard = |t: &str| Heard::Topics(Arc::new(BTreeSet::from([t.to_owned()])));
        live.hear(heard("b"));
        live.hear(heard("a"));
        assert_eq!(listener.next().await, Some(heard("a")));
        for n in 0..2_000 {
            live.hear(heard(&n.to_string()));
        }
        assert_eq!(listener.next().await, Some(Heard::Any), "what was missed may have been about it");
        live.end();
        assert_eq!(listener.next().await, None);
    }

    #[test]
    fn nobody_takes_all_the_listening_for_themselves() {
        let live = Live::new();
        let mut mine: Vec<Listener> = (0..MOST_OF_ONE).filter_map(|_| live.subscribe("ana", [])).collect();
        assert_eq!(mine.len(), MOST_OF_ONE);
        assert!(live.subscribe("ana", []).is_none());
        assert!(live.subscribe("bob", []).is_some());
        mine.pop();
        assert!(live.subscribe("ana", []).is_some(), "who stops listening makes room");
    }
}
