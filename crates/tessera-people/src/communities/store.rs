//! The table `communities`.

use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use tessera_core::ids::CommunityId;
use tessera_core::{Locale, Roles};
use tessera_platform::config::Registration;
use tessera_platform::db::{Conn, Engine, Write, sql};
use tessera_web::directory::Community;

/// As it stands in the column and on forms.
pub fn registration_code(registration: Registration) -> &'static str {
    match registration {
        Registration::Open => "open",
        Registration::Invite => "invite",
        Registration::Closed => "closed",
    }
}

/// The other way round.
pub fn registration_of(code: &str) -> Option<Registration> {
    [Registration::Open, Registration::Invite, Registration::Closed]
        .into_iter()
        .find(|r| registration_code(*r) == code)
}

const COMMUNITY: &str = "id, slug, name, host, timezone, locale, hue, about, registration, newcomers_may_be, \
                         created_at, least_told";
/// More communities than one server is made for; what lists them all is not unbounded.
pub(super) const MOST_COMMUNITIES: i64 = 10_000;

/// All communities, the first one created first.
pub async fn list_communities(conn: &impl Conn) -> Result<Vec<Community>, DbErr> {
    let text = format!("SELECT {COMMUNITY} FROM communities ORDER BY created_at, id LIMIT ?");
    let rows = conn.query_all_raw(sql(conn, &text, vec![MOST_COMMUNITIES.into()])).await?;
    rows.iter().map(read_community).collect()
}

pub async fn find_community(conn: &impl Conn, id: CommunityId) -> Result<Option<Community>, DbErr> {
    let text = format!("SELECT {COMMUNITY} FROM communities WHERE id = ?");
    conn.query_one_raw(sql(conn, &text, vec![id.into()])).await?.as_ref().map(read_community).transpose()
}

pub async fn find_community_by_slug(conn: &impl Conn, slug: &str) -> Result<Option<Community>, DbErr> {
    let text = format!("SELECT {COMMUNITY} FROM communities WHERE slug = ?");
    conn.query_one_raw(sql(conn, &text, vec![slug.into()])).await?.as_ref().map(read_community).transpose()
}

/// Whether another community has this slug; asked before the unique constraint decides, for a kinder answer.
pub async fn is_slug_taken(conn: &impl Conn, slug: &str, but_by: CommunityId) -> Result<bool, DbErr> {
    let q =
        sql(conn, "SELECT 1 FROM communities WHERE slug = ? AND id <> ?", vec![slug.into(), but_by.into()]);
    Ok(conn.query_one_raw(q).await?.is_some())
}

/// Whether another community has this host.
pub async fn is_host_taken(conn: &impl Conn, host: &str, but_by: CommunityId) -> Result<bool, DbErr> {
    let q =
        sql(conn, "SELECT 1 FROM communities WHERE host = ? AND id <> ?", vec![host.into(), but_by.into()]);
    Ok(conn.query_one_raw(q).await?.is_some())
}

/// Lets only one transaction at a time decide whether there is a first community. SQLite has one writer anyway.
pub async fn lock_founding(tx: &Write) -> Result<(), DbErr> {
    match tx.engine() {
        Engine::Postgres => {
            tx.execute_unprepared("LOCK TABLE communities IN SHARE ROW EXCLUSIVE MODE").await.map(|_| ())
        }
        Engine::Sqlite => Ok(()),
    }
}

/// Lets only one transaction at a time decide who the admins of a community are.
pub async fn lock_community(tx: &Write, id: CommunityId) -> Result<(), DbErr> {
    if tx.engine() == Engine::Postgres {
        let q = sql(tx, "SELECT id FROM communities WHERE id = ? FOR NO KEY UPDATE", vec![id.into()]);
        tx.query_one_raw(q).await?;
    }
    Ok(())
}

pub async fn insert_community(tx: &Write, c: &Community) -> Result<(), DbErr> {
    let text = format!("INSERT INTO communities ({COMMUNITY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    let q = sql(
        tx,
        &text,
        vec![
            c.id.into(),
            c.slug.clone().into(),
            c.name.clone().into(),
            c.host.clone().into(),
            c.timezone.clone().into(),
            c.locale.code().into(),
            i64::from(c.hue).into(),
            c.about.clone().into(),
            registration_code(c.registration).into(),
            c.newcomers_may_be.to_string().into(),
            c.created_at.into(),
            i64::from(c.least_told).into(),
        ],
    );
    tx.execute_raw(q).await.map(|_| ())
}

pub async fn update_community(tx: &Write, c: &Community) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "UPDATE communities SET slug = ?, name = ?, host = ?, timezone = ?, locale = ?, hue = ?, about = ?, \
         registration = ?, newcomers_may_be = ?, least_told = ? WHERE id = ?",
        vec![
            c.slug.clone().into(),
            c.name.clone().into(),
            c.host.clone().into(),
            c.timezone.clone().into(),
            c.locale.code().into(),
            i64::from(c.hue).into(),
            c.about.clone().into(),
            registration_code(c.registration).into(),
            c.newcomers_may_be.to_string().into(),
            i64::from(c.least_told).into(),
            c.id.into(),
        ],
    );
    tx.execute_raw(q).await.map(|_| ())
}

fn read_community(r: &QueryResult) -> Result<Community, DbErr> {
    let registration: String = r.try_get_by_index(8)?;
    let newcomers: String = r.try_get_by_index(9)?;
    Ok(Community {
        id: r.try_get_by_index(0)?,
        slug: r.try_get_by_index(1)?,
        name: r.try_get_by_index(2)?,
        host: r.try_get_by_index(3)?,
        timezone: r.try_get_by_index(4)?,
        locale: Locale::from_tag(&r.try_get_by_index::<String>(5)?).unwrap_or_default(),
        hue: u16::try_from(r.try_get_by_index::<i64>(6)?).unwrap_or_default(),
        about: r.try_get_by_index(7)?,
        registration: registration_of(&registration).unwrap_or(Registration::Closed),
        newcomers_may_be: newcomers.parse().unwrap_or(Roles::NONE),
        created_at: r.try_get_by_index(10)?,
        least_told: u32::try_from(r.try_get_by_index::<i64>(11)?).unwrap_or(1),
    })
}
