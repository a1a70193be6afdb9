//! Deeds of the trail as sentences: who did what to whom, each name looked up now.

use crate::members::names;
use std::collections::{BTreeMap, BTreeSet};
use tessera_core::Roles;
use tessera_core::ids::AccountId;
use tessera_platform::audit::AuditRow;
use tessera_platform::db::Conn;
use tessera_web::words::{Words, key};
use tessera_web::{Cx, Error};

/// One deed, told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub seq: i64,
    pub when: String,
    /// RFC 3339, for programs.
    pub at: String,
    pub what: String,
    pub details: String,
}

/// Tells these rows in the reader's language. Two statements, however many rows.
pub async fn tell(cx: &Cx, conn: &impl Conn, rows: &[AuditRow]) -> Result<Vec<Told>, Error> {
    let words = cx.words();
    let people: BTreeSet<AccountId> =
        rows.iter().flat_map(|r| r.actor_id.into_iter().chain(account_of(&r.subject))).collect();
    let found = names(conn, &people.into_iter().collect::<Vec<_>>()).await?;
    let found: BTreeMap<AccountId, String> = found.into_iter().collect();
    let communities = cx.app.communities().await?;
    let zone = cx.zone();
    let told = rows.iter().map(|r| {
        let name =
            |id: AccountId| found.get(&id).cloned().unwrap_or_else(|| words.t("trail-erased").to_owned());
        let actor = r.actor_id.map_or_else(|| words.t("trail-nobody").to_owned(), name);
        let community = communities.iter().find(|c| r.subject == format!("community:{}", c.id));
        let subject = match account_of(&r.subject) {
            Some(id) => name(id),
            None => community.map(|c| c.name.clone()).unwrap_or_default(),
        };
        Told {
            seq: r.seq,
            when: words.date_time(r.at, &zone),
            at: r.at.to_string(),
            what: sentence(cx, &words, &r.action, &actor, &subject),
            details: details(&words, r),
        }
    });
    Ok(told.collect())
}

/// A deed's sentence. One that no slice of this program knows is told by its name alone.
fn sentence(cx: &Cx, words: &Words, action: &str, actor: &str, subject: &str) -> String {
    let known = cx.app.slices.iter().flat_map(|s| s.deeds).find(|d| d.action == action);
    match known {
        Some(deed) => words.args(deed.key, &[("actor", actor.into()), ("subject", subject.into())]),
        None => words.args("trail-something", &[("actor", actor.into()), ("action", action.into())]),
    }
}

fn account_of(subject: &str) -> Option<AccountId> {
    subject.strip_prefix("account:").and_then(|id| id.parse().ok())
}

/// What is worth knowing beside the sentence: roles before and after, how many were made and changed.
fn details(words: &Words, row: &AuditRow) -> String {
    let roles = |name: &str| {
        let roles: Roles = serde_json::from_value(row.details.get(name)?.clone()).ok()?;
        let names: Vec<&str> = roles.iter().map(|r| words.t(crate::members::role_key(r))).collect();
        Some(words.list(&names))
    };
    if let (Some(from), Some(to)) = (roles("from"), roles("to")) {
        return words.args("trail-from-to", &[("from", from.into()), ("to", to.into())]);
    }
    let count = |name: &str| row.details.get(name).and_then(serde_json::Value::as_u64);
    match (count("created"), count("updated")) {
        (Some(new), Some(changed)) => {
            words.args("trail-new-changed", &[("new", new.into()), ("changed", changed.into())])
        }
        _ => String::new(),
    }
}

/// The plain name of each kind of deed, for choosing among them: its sentence without anybody in it.
pub fn choices(cx: &Cx, words: &Words) -> Vec<(String, String)> {
    let dots = words.t(key("trail-somebody")).to_owned();
    let deeds = cx.app.slices.iter().flat_map(|s| s.deeds);
    let mut all: Vec<(String, String)> = deeds
        .map(|d| {
            let what =
                words.args(d.key, &[("actor", dots.as_str().into()), ("subject", dots.as_str().into())]);
            (d.action.to_owned(), what)
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}
