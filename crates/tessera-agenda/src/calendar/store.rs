//! The SQL of this slice: personal feeds, and imports that are looked at or under way.

use super::import::Shown;
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId, ImportId};
use tessera_platform::db::{Conn, Write, sql};

/// Whose feed an address is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedOwner {
    pub account_id: AccountId,
    pub name: String,
}

/// Gives a member a feed, in place of the one they had.
pub async fn put_feed(
    tx: &Write,
    community: CommunityId,
    account: AccountId,
    token_hash: String,
    now: Instant,
) -> Result<(), DbErr> {
    let text = "INSERT INTO personal_feeds (community_id, account_id, token_hash, created_at) VALUES (?, ?, ?, ?) \
                ON CONFLICT (community_id, account_id) \
                DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at";
    run(tx, text, vec![community.into(), account.into(), token_hash.into(), now.into()]).await.map(|_| ())
}

/// False: there was none.
pub async fn delete_feed(tx: &Write, community: CommunityId, account: AccountId) -> Result<bool, DbErr> {
    let text = "DELETE FROM personal_feeds WHERE community_id = ? AND account_id = ?";
    Ok(run(tx, text, vec![community.into(), account.into()]).await? == 1)
}

/// Since when a member has a feed.
pub async fn find_feed(
    conn: &impl Conn,
    community: CommunityId,
    account: AccountId,
) -> Result<Option<Instant>, DbErr> {
    let text = "SELECT created_at FROM personal_feeds WHERE community_id = ? AND account_id = ?";
    let row = conn.query_one_raw(sql(conn, text, vec![community.into(), account.into()])).await?;
    row.map(|row| row.try_get_by_index(0)).transpose()
}

/// Whose feed this token opens; nobody's once they are no active member.
pub async fn find_feed_owner(
    conn: &impl Conn,
    community: CommunityId,
    token_hash: &str,
) -> Result<Option<FeedOwner>, DbErr> {
    let text = "SELECT f.account_id, a.name FROM personal_feeds f JOIN accounts a ON a.id = f.account_id \
                JOIN memberships m ON m.account_id = f.account_id AND m.community_id = f.community_id \
                WHERE f.community_id = ? AND f.token_hash = ? AND m.state = 'active'";
    let row = conn.query_one_raw(sql(conn, text, vec![community.into(), token_hash.into()])).await?;
    row.map(|row| Ok(FeedOwner { account_id: row.try_get_by_index(0)?, name: row.try_get_by_index(1)? }))
        .transpose()
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Looked at; nothing is changed yet.
    Previewed,
    Running,
    Done,
    Failed,
}

impl Stage {
    pub fn code(self) -> &'static str {
        match self {
            Self::Previewed => "previewed",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    fn from_code(code: &str) -> Self {
        [Self::Previewed, Self::Running, Self::Done]
            .into_iter()
            .find(|stage| stage.code() == code)
            .unwrap_or(Self::Failed)
    }
}

/// An import, without the calendar itself.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRow {
    pub id: ImportId,
    pub community_id: CommunityId,
    pub account_id: AccountId,
    pub shown: Shown,
    pub stage: Stage,
    /// JSON of a `Report`.
    pub report: String,
    pub done: i64,
    pub total: i64,
    pub created_at: Instant,
}

pub async fn insert_import(tx: &Write, import: &ImportRow, calendar: String) -> Result<(), DbErr> {
    let text = "INSERT INTO calendar_imports (id, community_id, account_id, visibility, state, calendar, report, done, total, created_at) \
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let values = vec![
        import.id.into(),
        import.community_id.into(),
        import.account_id.into(),
        import.shown.code().into(),
        import.stage.code().into(),
        calendar.into(),
        import.report.clone().into(),
        import.done.into(),
        import.total.into(),
        import.created_at.into(),
    ];
    run(tx, text, values).await.map(|_| ())
}

const COLUMNS: &str = "id, community_id, account_id, visibility, state, report, done, total, created_at";

pub async fn find_import(
    conn: &impl Conn,
    community: CommunityId,
    id: ImportId,
) -> Result<Option<ImportRow>, DbErr> {
    let text = format!("SELECT {COLUMNS} FROM calendar_imports WHERE community_id = ? AND id = ?");
    let row = conn.query_one_raw(sql(conn, &text, vec![community.into(), id.into()])).await?;
    row.as_ref().map(read_import).transpose()
}

/// The calendar of an import that is not over.
pub async fn find_import_calendar(
    conn: &impl Conn,
    community: CommunityId,
    id: ImportId,
) -> Result<Option<String>, DbErr> {
    let text =
        "SELECT calendar FROM calendar_imports WHERE community_id = ? AND id = ? AND state = 'running'";
    let row = conn.query_one_raw(sql(conn, text, vec![community.into(), id.into()])).await?;
    row.map(|row| row.try_get_by_index(0)).transpose()
}

/// Starts what was looked at. False: it runs already, or is over.
pub async fn start_import(tx: &Write, community: CommunityId, id: ImportId) -> Result<bool, DbErr> {
    let text = "UPDATE calendar_imports SET state = 'running' WHERE community_id = ? AND id = ? AND state = 'previewed'";
    Ok(run(tx, text, vec![community.into(), id.into()]).await? == 1)
}

pub async fn update_import_progress(tx: &Write, id: ImportId, done: i64, total: i64) -> Result<(), DbErr> {
    let text = "UPDATE calendar_imports SET done = ?, total = ? WHERE id = ?";
    run(tx, text, vec![done.into(), total.into(), id.into()]).await.map(|_| ())
}

/// Ends an import and lets go of its calendar.
pub async fn finish_import(
    tx: &Write,
    id: ImportId,
    stage: Stage,
    report: Option<String>,
) -> Result<(), DbErr> {
    let text =
        "UPDATE calendar_imports SET state = ?, calendar = '', report = COALESCE(?, report) WHERE id = ?";
    run(tx, text, vec![stage.code().into(), report.into(), id.into()]).await.map(|_| ())
}

/// Forgets imports from before `before`.
pub async fn delete_imports(tx: &Write, before: Instant) -> Result<u64, DbErr> {
    run(tx, "DELETE FROM calendar_imports WHERE created_at < ?", vec![before.into()]).await
}

/// Forgets what is kept of an account.
pub async fn delete_of_account(tx: &Write, account: AccountId) -> Result<(), DbErr> {
    run(tx, "DELETE FROM personal_feeds WHERE account_id = ?", vec![account.into()]).await?;
    run(tx, "DELETE FROM calendar_imports WHERE account_id = ?", vec![account.into()]).await.map(|_| ())
}

/// When an account made its feeds, by community.
pub async fn list_feeds_of(
    conn: &impl Conn,
    account: AccountId,
) -> Result<Vec<(CommunityId, Instant)>, DbErr> {
    let text = "SELECT community_id, created_at FROM personal_feeds WHERE account_id = ? ORDER BY created_at";
    let rows = conn.query_all_raw(sql(conn, text, vec![account.into()])).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

fn read_import(row: &QueryResult) -> Result<ImportRow, DbErr> {
    let shown: String = row.try_get_by_index(3)?;
    let stage: String = row.try_get_by_index(4)?;
    Ok(ImportRow {
        id: row.try_get_by_index(0)?,
        community_id: row.try_get_by_index(1)?,
        account_id: row.try_get_by_index(2)?,
        shown: Shown::parse(&shown).unwrap_or(Shown::Private),
        stage: Stage::from_code(&stage),
        report: row.try_get_by_index(5)?,
        done: row.try_get_by_index(6)?,
        total: row.try_get_by_index(7)?,
        created_at: row.try_get_by_index(8)?,
    })
}

async fn run(tx: &Write, text: &str, values: Vec<Value>) -> Result<u64, DbErr> {
    Ok(tx.execute_raw(sql(tx, text, values)).await?.rows_affected())
}
