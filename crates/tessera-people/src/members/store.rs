//! Memberships beside the accounts they belong to, read together.

use super::people::{Cursor, Filter, Member};
use crate::communities::State;
use crate::communities::memberships::role_pattern;
use sea_orm::sea_query::Value;
use sea_orm::{DbErr, QueryResult};
use tessera_core::Roles;
use tessera_core::ids::{AccountId, CommunityId};
use tessera_platform::db::{Conn, sql};

const MEMBER: &str = "m.account_id, a.name, a.email, m.roles, m.state, m.reason, m.joined_at, a.name_key \
                      FROM memberships m JOIN accounts a ON a.id = m.account_id";

pub async fn list(
    conn: &impl Conn,
    community: CommunityId,
    filter: &Filter,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Vec<Member>, DbErr> {
    let mut text = format!("SELECT {MEMBER} WHERE m.community_id = ?");
    let mut values: Vec<Value> = vec![community.into()];
    let sought = filter.folded();
    if !sought.is_empty() {
        let pattern = containing(&sought);
        if filter.by_email {
            text.push_str(" AND (a.name_key LIKE ? ESCAPE '!' OR a.email_key LIKE ? ESCAPE '!')");
            values.push(pattern.clone().into());
        } else {
            text.push_str(" AND a.name_key LIKE ? ESCAPE '!'");
        }
        values.push(pattern.into());
    }
    if let Some(role) = filter.role {
        text.push_str(" AND ' ' || m.roles || ' ' LIKE ?");
        values.push(role_pattern(role).into());
    }
    if let Some(state) = filter.state {
        text.push_str(" AND m.state = ?");
        values.push(state.code().into());
    }
    if let Some(after) = after {
        text.push_str(" AND (a.name_key > ? OR (a.name_key = ? AND m.account_id > ?))");
        values.extend([
            after.name_key.clone().into(),
            after.name_key.clone().into(),
            after.account_id.into(),
        ]);
    }
    text.push_str(" ORDER BY a.name_key, m.account_id LIMIT ?");
    values.push(i64::try_from(limit).unwrap_or(i64::MAX).into());
    conn.query_all_raw(sql(conn, &text, values)).await?.iter().map(read).collect()
}

pub async fn find(
    conn: &impl Conn,
    community: CommunityId,
    account: AccountId,
) -> Result<Option<Member>, DbErr> {
    let text = format!("SELECT {MEMBER} WHERE m.community_id = ? AND m.account_id = ?");
    let q = sql(conn, &text, vec![community.into(), account.into()]);
    conn.query_one_raw(q).await?.as_ref().map(read).transpose()
}

/// How many active members a community has.
pub async fn count_active(conn: &impl Conn, community: CommunityId) -> Result<i64, DbErr> {
    let q = sql(
        conn,
        "SELECT COUNT(*) FROM memberships WHERE community_id = ? AND state = 'active'",
        vec![community.into()],
    );
    conn.query_one_raw(q).await?.map_or(Ok(0), |r| r.try_get_by_index(0))
}

/// The names of these accounts; who was erased is missing.
pub async fn list_names(conn: &impl Conn, accounts: &[AccountId]) -> Result<Vec<(AccountId, String)>, DbErr> {
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    let marks = vec!["?"; accounts.len()].join(", ");
    let values = accounts.iter().map(|a| (*a).into()).collect();
    let q = sql(conn, &format!("SELECT id, name FROM accounts WHERE id IN ({marks})"), values);
    let rows = conn.query_all_raw(q).await?;
    rows.iter().map(|r| Ok((r.try_get_by_index(0)?, r.try_get_by_index(1)?))).collect()
}

/// A pattern for `LIKE … ESCAPE '!'` that finds `text` anywhere, whatever signs are in it.
fn containing(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in text.chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

fn read(r: &QueryResult) -> Result<Member, DbErr> {
    Ok(Member {
        account_id: r.try_get_by_index(0)?,
        name: r.try_get_by_index(1)?,
        email: r.try_get_by_index(2)?,
        roles: r.try_get_by_index::<String>(3)?.parse().unwrap_or(Roles::NONE),
        state: State::from_code(&r.try_get_by_index::<String>(4)?),
        reason: r.try_get_by_index(5)?,
        joined_at: r.try_get_by_index(6)?,
        name_key: r.try_get_by_index(7)?,
    })
}

#[cfg(test)]
mod tests {
    use super::containing;

    #[test]
    fn signs_that_mean_something_to_like_mean_themselves() {
        assert_eq!(containing("50%_off!"), "%50!%!_off!!%");
    }
}
