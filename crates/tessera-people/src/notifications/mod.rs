//! Notices: what members are told of, in their inbox, by mail at once or in one digest a day, and live on the page
//! that is open.
//!
//! Promises: a notice is kept in the transaction that causes it, and two under one key are one; what somebody chose is
//! looked at when it is kept and again when a mail leaves; nobody who is suspended, erased or not verified is mailed;
//! no mail of a notice, and no digest, is sent twice, whatever breaks off; a digest leaves at eight by the clocks of
//! its community. One click stops a mail's sort, without signing in.
//!
//! Does not: know what there is to tell. The slice that owns a kind renders it ([`tessera_web::notices`]), from the
//! ids that were kept, when it is read. Nor does it send mails that are no notices, as the link that confirms an
//! address.

mod api;
mod digest;
mod mails;
mod model;
mod pages;
mod privacy;
mod render;
mod service;
mod store;
mod stream;
mod telling;

pub use telling::{Audience, NewNotice, notify, notify_members};

use futures::future::BoxFuture;
use jiff::SignedDuration;
use tessera_core::Access;
use tessera_platform::db::Migration;
use tessera_platform::jobs::{Delivery, Handler, Job, JobError, Schedule};
use tessera_web::slice::{MailRenderer, NavItem, Place, Slice};
use tessera_web::ui::Icon;
use tessera_web::words::key;
use tessera_web::{App, Cx, Error, Routes, locales};
use utoipa_axum::routes;

const READ: &str = "notifications:read";
const WRITE: &str = "notifications:write";
const SWEEP: &str = "notifications.sweep";

/// How long what was read is kept, and what was not.
const READ_KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);
const UNREAD_KEPT: SignedDuration = SignedDuration::from_hours(24 * 400);
const SWEPT_AT_ONCE: u64 = 1_000;

/// What this slice brings.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "notices",
            sql: include_str!("migrations/0001_notices.sql"),
        }],
        locales: locales!(),
        routes: add_routes,
        jobs: &[
            telling::FANNING_OUT,
            digest::DIGESTING,
            Handler { kind: SWEEP, delivery: Delivery::AtLeastOnce, max_attempts: 3, run: sweep },
        ],
        schedules: &[Schedule { name: SWEEP, kind: SWEEP, every_seconds: 6 * 3600 }],
        mails: RENDERERS,
        badges: Some(badges),
        navigation: NAVIGATION,
        scopes: &[READ, WRITE],
        privacy: Some(privacy::HOOKS),
        ..Slice::named("notifications")
    }
}

const RENDERERS: &[MailRenderer] = &[
    MailRenderer { kind: tessera_web::notices::MAIL, render: mails::render_instant },
    MailRenderer { kind: mails::DIGEST, render: mails::render_digest },
];

const NAVIGATION: &[NavItem] = &[
    NavItem {
        place: Place::Bar,
        path: pages::INBOX,
        key: key("notifications-inbox"),
        access: Access::Member,
        order: 40,
        icon: Icon::Inbox,
        keys: "g i",
    },
    NavItem {
        place: Place::Me,
        path: pages::PREFERENCES,
        key: key("notifications-preferences"),
        access: Access::Member,
        order: 40,
        icon: Icon::Inbox,
        keys: "",
    },
];

fn add_routes(routes: Routes) -> Routes {
    let routes = routes
        .api(Access::Member, READ, routes!(api::list))
        .api(Access::Member, WRITE, routes!(api::mark_read))
        .api(Access::Member, READ, routes!(api::preferences))
        .api(Access::Member, WRITE, routes!(api::choose))
        .api(Access::Member, READ, routes!(stream::stream));
    pages::routes(routes)
}

fn badges(cx: Cx) -> BoxFuture<'static, Result<Vec<(&'static str, u32)>, Error>> {
    Box::pin(async move {
        let unread = store::count_unread(&cx.app.db.read(), service::own(&cx)?).await?;
        Ok(vec![(pages::INBOX, unread)])
    })
}

/// Forgets what is old, and sees to it that what waits for a digest has one coming.
fn sweep(app: App, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let now = app.now();
        loop {
            let tx = app.db.write().await?;
            let gone =
                store::delete_old(&tx, now.plus(-READ_KEPT), now.plus(-UNREAD_KEPT), SWEPT_AT_ONCE).await?;
            tx.commit().await?;
            if gone < SWEPT_AT_ONCE {
                break;
            }
        }
        digest::see_to_all(&app).await
    })
}
