//! Reading the inbox, and choosing what reaches one.

use super::model::{Choice, STOP_PURPOSE, Scope, Stop};
use super::render::{self, Told};
use super::store::{self, Of};
use crate::account_topic;
use sea_orm::DbErr;
use std::collections::BTreeMap;
use tessera_core::ids::NoticeId;
use tessera_platform::db::Conn;
use tessera_web::notices::{Email, Notice, NoticeKind, NoticeRow, Preference};
use tessera_web::{App, Cx, Error, Refusal};

/// The reader's own inbox.
pub fn own(cx: &Cx) -> Result<Of, Error> {
    Ok(Of { account: cx.member()?.account_id(), community: cx.community_id() })
}

/// A notice as it is shown.
#[derive(Debug)]
pub struct Entry {
    pub row: NoticeRow,
    pub kind: &'static NoticeKind,
    pub notice: Notice,
}

/// A page of the inbox.
#[derive(Debug)]
pub struct Page {
    pub entries: Vec<Entry>,
    /// Where the next page begins.
    pub next: Option<NoticeId>,
    /// The newest one on it, shown or not.
    pub newest: Option<NoticeId>,
}

/// The reader's notices, newest first. What is no longer so is not shown, and no longer counts as unread.
pub async fn list(cx: &Cx, only_unread: bool, before: Option<NoticeId>, limit: usize) -> Result<Page, Error> {
    let of = own(cx)?;
    let read = cx.app.db.read();
    let asked = u64::try_from(limit.saturating_add(1)).unwrap_or(u64::MAX);
    let mut rows = store::list(&read, of, only_unread, before, asked).await?;
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().map(|r| r.id).filter(|_| has_more);
    let newest = rows.first().map(|r| r.id);
    let told = render::render(&render::reader_of(cx)?, &rows).await;
    let mut entries = Vec::new();
    let mut withdrawn = Vec::new();
    for (row, told) in rows.into_iter().zip(told) {
        match told {
            Told::Notice(kind, notice) => entries.push(Entry { row, kind, notice }),
            Told::Withdrawn if row.read_at.is_none() => withdrawn.push(row.id),
            Told::Withdrawn | Told::Unsayable => {}
        }
    }
    if !withdrawn.is_empty() {
        mark_read(cx, &withdrawn).await?;
    }
    Ok(Page { entries, next, newest })
}

pub async fn count_unread(cx: &Cx) -> Result<u32, Error> {
    Ok(store::count_unread(&cx.app.db.read(), own(cx)?).await?)
}

/// Marks these as read, those of somebody else left alone.
pub async fn mark_read(cx: &Cx, ids: &[NoticeId]) -> Result<(), Error> {
    let of = own(cx)?;
    let tx = cx.app.db.write().await?;
    if store::mark_read(&tx, of, ids, cx.now()).await? > 0 {
        tx.tell(account_topic(of.account));
    }
    Ok(tx.commit().await?)
}

/// Marks everything up to one as read, or all there is.
pub async fn mark_all_read(cx: &Cx, up_to: Option<NoticeId>) -> Result<(), Error> {
    let of = own(cx)?;
    let tx = cx.app.db.write().await?;
    if store::mark_all_read(&tx, of, up_to, cx.now()).await? > 0 {
        tx.tell(account_topic(of.account));
    }
    Ok(tx.commit().await?)
}

/// Marks one as read, and says where it leads. What is no longer so leads back to the inbox.
pub async fn open(cx: &Cx, id: NoticeId) -> Result<String, Error> {
    let found = store::find(&cx.app.db.read(), own(cx)?, id).await?;
    let row = found.ok_or_else(Refusal::not_found)?;
    if row.read_at.is_none() {
        mark_read(cx, &[id]).await?;
    }
    match render::render(&render::reader_of(cx)?, &[row]).await.pop() {
        Some(Told::Notice(_, notice)) => Ok(notice.path),
        _ => Ok(super::pages::INBOX.to_owned()),
    }
}

/// What somebody chose about everything there is to choose.
pub async fn choices(
    app: &App,
    conn: &impl Conn,
    of: Of,
) -> Result<Vec<(&'static Preference, Choice)>, DbErr> {
    let mut chosen: BTreeMap<&str, Choice> =
        app.preferences().into_iter().map(|p| (p.name, Choice::default_of(p))).collect();
    for (_, name, channel, code) in store::list_choices(conn, of.community, &[of.account], None).await? {
        if let Some(choice) = chosen.get_mut(name.as_str()) {
            *choice = store::with_chosen(*choice, &channel, &code);
        }
    }
    let of_each = |p: &'static Preference| Some((p, chosen.get(p.name).copied()?));
    Ok(app.preferences().into_iter().filter_map(of_each).collect())
}

/// Keeps what the reader chose.
pub async fn choose(cx: &Cx, chosen: &[(&'static Preference, Choice)]) -> Result<(), Error> {
    let tx = cx.app.db.write().await?;
    let named: Vec<(&str, Choice)> = chosen.iter().map(|(p, c)| (p.name, *c)).collect();
    store::upsert_choices(&tx, own(cx)?, &named, cx.now()).await?;
    Ok(tx.commit().await?)
}

/// What an address for stopping mails is about, and what of it is mailed now.
#[derive(Debug)]
pub struct Stoppable {
    pub of: Of,
    pub scope: Scope,
    /// What is mailed so far, and how.
    pub mailed: Vec<(&'static Preference, Choice)>,
    pub all: Vec<(&'static Preference, Choice)>,
}

/// Opens an address for stopping mails. It works without signing in, on the host it was made for.
pub async fn find_stoppable(cx: &Cx, token: &str) -> Result<Stoppable, Error> {
    let stop = Stop::from_token(&cx.app.sealer(STOP_PURPOSE), token)
        .filter(|stop| stop.community == cx.community_id())
        .ok_or_else(Refusal::not_found)?;
    let of = Of { account: stop.account, community: stop.community };
    let choices = choices(&cx.app, &cx.app.db.read(), of).await?;
    let all: Vec<(&'static Preference, Choice)> = choices
        .into_iter()
        .filter(|(p, choice)| match &stop.scope {
            Scope::Preference(name) => p.name == name,
            Scope::Digest => choice.email != Email::Instant,
        })
        .collect();
    if all.is_empty() && matches!(stop.scope, Scope::Preference(_)) {
        return Err(Refusal::not_found().into());
    }
    let mailed = all.iter().copied().filter(|(_, choice)| choice.email != Email::Off).collect();
    Ok(Stoppable { of, scope: stop.scope, mailed, all })
}

/// Stops those mails, or has them sent again as they were.
pub async fn set_mailed(cx: &Cx, of: Of, chosen: &[(&'static Preference, Email)]) -> Result<(), Error> {
    let tx = cx.app.db.write().await?;
    // Somebody who was erased meanwhile gets none anyway.
    if crate::accounts::find_account(&tx, of.account).await?.is_some() {
        let now = choices(&cx.app, &tx, of).await?;
        let with = |(p, choice): (&'static Preference, Choice)| {
            let (_, email) = chosen.iter().find(|(c, _)| c.name == p.name)?;
            Some((p.name, Choice { email: *email, ..choice }))
        };
        let named: Vec<(&str, Choice)> = now.into_iter().filter_map(with).collect();
        store::upsert_choices(&tx, of, &named, cx.now()).await?;
    }
    Ok(tx.commit().await?)
}
