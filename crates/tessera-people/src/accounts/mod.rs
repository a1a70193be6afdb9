//! Accounts: the people who sign in on this server, whatever communities they belong to.
//!
//! Promises: a secret is stored as its hash only, and told once; guessing is limited per account and per address, in
//! rows that outlive a restart; signing in, resetting and the registration page tell nobody who has an account; a
//! new password signs every other device out in its own transaction. An account is the server's, a session or token
//! counts in one community.
//!
//! Does not: know what the other slices keep about a person (they export and erase it through their hooks), or
//! decide what a role may do.

mod api;
mod links;
mod mails;
mod model;
mod pages;
mod privacy;
mod register;
mod sessions;
mod settings;
mod sign_in;
mod store;

pub use links::make_sign_in as make_sign_in_link;
pub use model::{Account, NewAccount, parse_name, parse_timezone, unfit_password};
pub(crate) use pages::{OfMe, of_me};
pub use privacy::erase_account;
pub use register::{create, join, parse_email};
pub use sessions::{begin as begin_session, identify, keep_locale, with_session};
pub use store::{
    any_account, delete_password, delete_sign_ins, find_account, find_account_by_email as find_by_email,
    update_operator as set_operator, update_password as set_password_hash,
};

use jiff::SignedDuration;
use tessera_platform::db::Migration;
use tessera_platform::jobs::{Delivery, Handler, Job, JobError, Schedule};
use tessera_web::slice::{DeedWords, Slice};
use tessera_web::words::key;
use tessera_web::{App, locales};

const SWEEP: &str = "accounts.sweep";

/// What accounts bring.
pub fn slice() -> Slice {
    Slice {
        migrations: &[Migration {
            number: 1,
            name: "accounts",
            sql: include_str!("migrations/0001_accounts.sql"),
        }],
        locales: locales!(),
        routes: |routes| pages::routes(api::routes(routes)),
        jobs: &[
            Handler {
                kind: links::FORGOT,
                delivery: Delivery::AtLeastOnce,
                max_attempts: 5,
                run: links::answer_forgot,
            },
            Handler { kind: SWEEP, delivery: Delivery::AtLeastOnce, max_attempts: 3, run: sweep },
        ],
        schedules: &[Schedule { name: SWEEP, kind: SWEEP, every_seconds: 6 * 3600 }],
        mails: mails::RENDERERS,
        navigation: pages::NAVIGATION,
        scopes: &[api::READ, api::WRITE],
        deeds: DEEDS,
        privacy: Some(privacy::PRIVACY),
        ..Slice::named("accounts")
    }
}

const DEEDS: &[DeedWords] = &[
    DeedWords { action: "account.change_password", key: key("audit-account-change-password") },
    DeedWords { action: "account.reset_password", key: key("audit-account-reset-password") },
    DeedWords { action: "account.change_email", key: key("audit-account-change-email") },
    DeedWords { action: "account.make_token", key: key("audit-account-make-token") },
    DeedWords { action: "account.revoke_token", key: key("audit-account-revoke-token") },
    DeedWords { action: "account.erase", key: key("audit-account-erase") },
];

/// Drops sessions, tokens and links that have run out.
fn sweep(app: App, _: Job) -> futures::future::BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let tx = app.db.write().await?;
        let idle = SignedDuration::ZERO - model::SESSION_IDLE;
        store::sweep(&tx, app.now(), app.now().plus(idle)).await?;
        tx.commit().await?;
        Ok(())
    })
}
