//! What admins are told of fetching: once when a partner has failed several times in a row, and once when it works
//! again.

use crate::clubs::partners::{self, Partner, Trouble};
use futures::future::BoxFuture;
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tessera_core::ids::{PartnerId, PartnerSyncId};
use tessera_core::{Instant, Role};
use tessera_people::notifications::{Audience, NewNotice, notify_members};
use tessera_platform::db::Write;
use tessera_web::App;
use tessera_web::directory::Community;
use tessera_web::notices::{Email, Notice, NoticeKind, NoticeRow, Preference, Reader, Shown};
use tessera_web::ui::Icon;
use tessera_web::words::key;

const PREFERENCE: Preference = Preference {
    name: "partner_syncs",
    label: key("syncing-prefer"),
    hint: key("syncing-prefer-hint"),
    email: Email::Instant,
    in_app: true,
};

const FAILING: NoticeKind = NoticeKind {
    kind: "syncing.failing",
    preference: &PREFERENCE,
    icon: Icon::Alert,
    render: render_failing,
    letter: None,
};
const WORKS: NoticeKind = NoticeKind {
    kind: "syncing.works",
    preference: &PREFERENCE,
    icon: Icon::Done,
    render: render_works,
    letter: None,
};

pub const KINDS: &[NoticeKind] = &[FAILING, WORKS];

#[derive(Debug, Serialize, Deserialize)]
struct OfPartner {
    partner: PartnerId,
    #[serde(default)]
    trouble: String,
}

/// Tells the admins that a partner does not answer as it should.
pub async fn failing(
    app: &App,
    community: &Community,
    tx: &Write,
    partner: &Partner,
    trouble: Trouble,
    run: PartnerSyncId,
) -> Result<(), DbErr> {
    let new = NewNotice {
        kind: &FAILING,
        payload: &OfPartner { partner: partner.id, trouble: trouble.code() },
        key: format!("partner-failing:{}:{run}", partner.id),
        by: None,
    };
    notify_members(tx, app, community, Audience::Holding(Role::Admin), &new).await
}

/// Tells them that it does again.
pub async fn works(
    app: &App,
    community: &Community,
    tx: &Write,
    partner: &Partner,
    since: Instant,
) -> Result<(), DbErr> {
    let new = NewNotice {
        kind: &WORKS,
        payload: &OfPartner { partner: partner.id, trouble: String::new() },
        key: format!("partner-works:{}:{}", partner.id, since.as_microseconds()),
        by: None,
    };
    notify_members(tx, app, community, Audience::Holding(Role::Admin), &new).await
}

type Rendering = BoxFuture<'static, anyhow::Result<Vec<Shown>>>;

fn render_failing(reader: Reader, rows: Vec<NoticeRow>) -> Rendering {
    Box::pin(render(reader, rows, "syncing-notice-failing"))
}

fn render_works(reader: Reader, rows: Vec<NoticeRow>) -> Rendering {
    Box::pin(render(reader, rows, "syncing-notice-works"))
}

async fn render(reader: Reader, rows: Vec<NoticeRow>, sentence: &'static str) -> anyhow::Result<Vec<Shown>> {
    let partners = partners::list(&reader.app.db.read(), reader.community.id).await?;
    let partners: BTreeMap<PartnerId, Partner> = partners.into_iter().map(|p| (p.id, p)).collect();
    Ok(rows
        .iter()
        .map(|row| {
            let Some(of) = row.payload::<OfPartner>() else { return Shown::Withdraw };
            let Some(partner) = partners.get(&of.partner) else { return Shown::Withdraw };
            Shown::Notice(Notice {
                title: reader.words.t1(sentence, ("partner", partner.name.as_str())),
                text: Trouble::parse(&of.trouble)
                    .map(|trouble| super::pages::sentence(&reader.words, trouble))
                    .unwrap_or_default(),
                path: format!("/manage/partners/{}/syncs", partner.id),
                items: Vec::new(),
            })
        })
        .collect())
}
