//! Small things the program must remember of itself between runs, such as the version of the zone database that
//! instants were derived with.

use crate::db::{Conn, Write, sql};
use sea_orm::{ConnectionTrait, DbErr};

/// The fact of this name.
pub async fn find(conn: &impl Conn, name: &str) -> Result<Option<String>, DbErr> {
    match conn.query_one_raw(sql(conn, "SELECT value FROM facts WHERE name = ?", vec![name.into()])).await? {
        Some(row) => row.try_get_by_index(0).map(Some),
        None => Ok(None),
    }
}

/// Remembers it, in place of what was remembered under the name.
pub async fn put(tx: &Write, name: &str, value: &str) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        vec![name.into(), value.into()],
    );
    tx.execute_raw(q).await.map(|_| ())
}
