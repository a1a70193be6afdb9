//! Samples: members and, by the slices that bring them, events, all made up.

use crate::accounts::{self, NewAccount};
use crate::communities::service::{self, By};
use sea_orm::{ConnectionTrait, DbErr};
use tessera_core::ids::{AccountId, CommunityId};
use tessera_core::{Locale, Role, Roles};
use tessera_platform::db::{Conn, Write, sql};
use tessera_platform::text::fold;
use tessera_web::{Cx, Error};

const MEMBER: &str = "member";
const MOST: i64 = 10_000;

/// Fills the community of the context, as its admin. Doing it twice adds nothing.
pub async fn fill(cx: &Cx) -> Result<(), Error> {
    if are_there(&cx.app.db.read(), cx.community_id()).await? {
        return Ok(());
    }
    let tx = cx.app.db.write().await?;
    let members = make_members(&tx, cx).await?;
    note(&tx, cx, "samples.fill").await?;
    tx.touch(cx.community_id());
    tx.commit().await?;
    for samples in cx.app.slices.iter().filter_map(|s| s.samples) {
        (samples.fill)(cx.clone(), members.clone()).await?;
    }
    Ok(())
}

/// Takes all samples of the community away, and nothing else.
pub async fn clear(cx: &Cx) -> Result<(), Error> {
    for samples in cx.app.slices.iter().rev().filter_map(|s| s.samples) {
        (samples.clear)(cx.clone()).await?;
    }
    let tx = cx.app.db.write().await?;
    for id in list(&tx, cx.community_id(), MEMBER).await? {
        accounts::erase_account(&tx, &cx.app, AccountId(id)).await?;
    }
    forget(&tx, cx.community_id(), MEMBER).await?;
    note(&tx, cx, "samples.clear").await?;
    tx.touch(cx.community_id());
    tx.commit().await?;
    Ok(())
}

async fn note(tx: &Write, cx: &Cx, action: &str) -> Result<(), DbErr> {
    let by = By { clock: cx.app.clock(), actor: cx.account_id() };
    let subject = format!("community:{}", cx.community_id());
    service::note(tx, by, cx.community_id(), action, subject, serde_json::json!({})).await
}

/// People as they might be called there, at addresses that no mail ever reaches (RFC 2606 §2).
async fn make_members(tx: &Write, cx: &Cx) -> Result<Vec<AccountId>, Error> {
    let mut made = Vec::new();
    for (i, name) in names(cx.community.locale).into_iter().enumerate() {
        let local = fold(name).replace(' ', ".");
        let email = format!("{local}@{}.invalid", cx.community.slug);
        let new = NewAccount {
            email: email.parse().map_err(anyhow::Error::from)?,
            name: name.to_owned(),
            password_hash: None,
            locale: Some(cx.community.locale),
            timezone: None,
            verified: true,
            operator: false,
        };
        let Some(account) = accounts::create(tx, &cx.app, &new).await? else { continue };
        let roles =
            if i == 0 { Roles::of(&[Role::Member, Role::Organiser]) } else { Roles::of(&[Role::Member]) };
        service::join(tx, cx.app.clock(), cx.community_id(), account.id, roles).await?;
        remember(tx, cx.community_id(), MEMBER, account.id.0).await?;
        made.push(account.id);
    }
    Ok(made)
}

fn names(locale: Locale) -> [&'static str; 8] {
    match locale {
        Locale::En => [
            "Alice Turner",
            "Ben Okafor",
            "Chloe Walsh",
            "Daniel Price",
            "Ella Novak",
            "Farid Khan",
            "Grace Lindt",
            "Harry Moss",
        ],
        Locale::It => [
            "Ada Bruno",
            "Bruno Conti",
            "Carla Fontana",
            "Dario Greco",
            "Elisa Marino",
            "Fabio Rinaldi",
            "Giulia Serra",
            "Omar Haddad",
        ],
        Locale::Fr => [
            "Anaïs Morel",
            "Bastien Roux",
            "Camille Leroy",
            "Driss Benali",
            "Élodie Garnier",
            "Fabien Perrin",
            "Gaëlle Dubois",
            "Hugo Lambert",
        ],
        Locale::Es => [
            "Alba Moreno",
            "Bruno Iglesias",
            "Carmen Vidal",
            "Diego Núñez",
            "Elena Prieto",
            "Fátima Benítez",
            "Gonzalo Ferrer",
            "Irene Cano",
        ],
        Locale::De => [
            "Anke Vogel",
            "Bernd Krüger",
            "Clara Weiß",
            "Deniz Yılmaz",
            "Elif Sommer",
            "Florian Jäger",
            "Greta Lorenz",
            "Henning Brandt",
        ],
    }
}

/// Notes that something was made up.
pub async fn remember(tx: &Write, community: CommunityId, kind: &str, id: uuid::Uuid) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "INSERT INTO samples (community_id, kind, item_id) VALUES (?, ?, ?)",
        vec![community.into(), kind.into(), id.into()],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// What was made up of one kind.
pub async fn list(conn: &impl Conn, community: CommunityId, kind: &str) -> Result<Vec<uuid::Uuid>, DbErr> {
    let q = sql(
        conn,
        "SELECT item_id FROM samples WHERE community_id = ? AND kind = ? ORDER BY item_id LIMIT ?",
        vec![community.into(), kind.into(), MOST.into()],
    );
    conn.query_all_raw(q).await?.iter().map(|r| r.try_get_by_index(0)).collect()
}

/// Forgets that they were made up, once they are gone.
pub async fn forget(tx: &Write, community: CommunityId, kind: &str) -> Result<(), DbErr> {
    let q = sql(
        tx,
        "DELETE FROM samples WHERE community_id = ? AND kind = ?",
        vec![community.into(), kind.into()],
    );
    tx.execute_raw(q).await.map(|_| ())
}

/// Whether a community holds samples.
pub async fn are_there(conn: &impl Conn, community: CommunityId) -> Result<bool, DbErr> {
    let q = sql(conn, "SELECT 1 FROM samples WHERE community_id = ? LIMIT 1", vec![community.into()]);
    Ok(conn.query_one_raw(q).await?.is_some())
}
