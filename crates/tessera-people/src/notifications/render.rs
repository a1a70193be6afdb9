//! Puts what was noted into its reader's words: each kind asks its slice once for all its rows.

use super::store::Recipient;
use std::collections::BTreeMap;
use std::sync::Arc;
use tessera_core::Locale;
use tessera_web::directory::Community;
use tessera_web::notices::{MOST_ITEMS, Notice, NoticeKind, NoticeRow, Reader, Shown};
use tessera_web::{App, Cx, Error};

/// What became of a row.
#[derive(Debug)]
pub enum Told {
    Notice(&'static NoticeKind, Notice),
    /// It is no longer so.
    Withdrawn,
    /// Nobody can say it at the moment: its slice is gone, or failed.
    Unsayable,
}

/// The reader of this request.
pub fn reader_of(cx: &Cx) -> Result<Reader, Error> {
    Ok(Reader {
        app: cx.app.clone(),
        community: Arc::clone(&cx.community),
        account: cx.member()?.account_id(),
        words: cx.words(),
        zone: cx.zone(),
    })
}

/// Somebody who is mailed.
pub fn reader_by_mail(app: &App, community: &Arc<Community>, person: &Recipient) -> Reader {
    let own = person.timezone.as_deref().and_then(|z| jiff::tz::TimeZone::get(z).ok());
    Reader {
        app: app.clone(),
        community: Arc::clone(community),
        account: person.account,
        words: app.words(language(community, person)),
        zone: own.unwrap_or_else(|| community.zone()),
    }
}

pub fn language(community: &Community, person: &Recipient) -> Locale {
    person.locale.unwrap_or(community.locale)
}

/// One answer for each row, in their order.
pub async fn render(reader: &Reader, rows: &[NoticeRow]) -> Vec<Told> {
    let mut by_kind: BTreeMap<&str, Vec<(usize, NoticeRow)>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        by_kind.entry(&row.kind).or_default().push((at, row.clone()));
    }
    let mut told: BTreeMap<usize, Told> = BTreeMap::new();
    for (name, of_kind) in by_kind {
        let Some(kind) = reader.app.notice_kind(name) else { continue };
        let (places, rows): (Vec<usize>, Vec<NoticeRow>) = of_kind.into_iter().unzip();
        match (kind.render)(reader.clone(), rows).await {
            Ok(shown) => told.extend(places.into_iter().zip(shown).map(|(at, s)| (at, said(kind, s)))),
            Err(e) => {
                let why = format!("{e:#}");
                tracing::warn!(kind = name, account = %reader.account, %why, "notices could not be put into words");
            }
        }
    }
    (0..rows.len()).map(|at| told.remove(&at).unwrap_or(Told::Unsayable)).collect()
}

fn said(kind: &'static NoticeKind, shown: Shown) -> Told {
    match shown {
        Shown::Withdraw => Told::Withdrawn,
        Shown::Notice(mut notice) => {
            notice.items.truncate(MOST_ITEMS);
            if !notice.path.starts_with('/') || notice.path.starts_with("//") {
                notice.path = super::pages::INBOX.to_owned();
            }
            Told::Notice(kind, notice)
        }
    }
}
