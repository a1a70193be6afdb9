//! Links that work once: confirming an address, a new password, signing in, joining with an account that exists.
//!
//! Opening a link never uses it up, pressing the button on its page does: mail scanners follow links. A link counts
//! in the community it was made for, and only its hash is stored.

use super::mails::{self, Notice};
use super::model::{
    self, Account, LINKS_PER_ADDRESS, Link, MAILS_PER_ADDRESS, MAILS_PER_RECIPIENT, Purpose, network,
};
use super::register::{self, is_open};
use super::sign_in;
use super::{sessions, store};
use crate::communities::memberships;
use futures::future::BoxFuture;
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use tessera_core::ids::{AccountId, CommunityId};
use tessera_core::{Role, Roles};
use tessera_platform::audit::{self, Deed};
use tessera_platform::db::{Write, is_unique_violation};
use tessera_platform::jobs::{self, Job, JobError, NewJob};
use tessera_platform::limits::Taken;
use tessera_platform::mail::EmailAddress;
use tessera_platform::passwords::NewPassword;
use tessera_platform::tokens::{self, Token};
use tessera_web::{App, Cx, Error, Refusal};

/// The job that answers "I forgot my password".
pub const FORGOT: &str = "accounts.forgot";

/// Makes a link; its token is told this once. Earlier links of the account for the same purpose stop working.
pub async fn make(
    tx: &Write,
    app: &App,
    community: CommunityId,
    account: AccountId,
    purpose: Purpose,
    email: &str,
) -> Result<Token, DbErr> {
    let token = Token::random("lnk");
    let link = Link { account_id: account, community_id: community, purpose, email: email.to_owned() };
    store::delete_links(tx, account, purpose).await?;
    store::insert_link(tx, app.new_id(), &link, token.hash(), app.now()).await?;
    Ok(token)
}

/// Where a link leads.
pub fn path(purpose: Purpose, token: &Token) -> String {
    let page = if purpose == Purpose::Reset { "/reset" } else { "/verify" };
    format!("{page}?token={}", token.reveal())
}

/// A link that signs its owner in, as the shell prints it: the path on the community's host.
pub async fn make_sign_in(
    tx: &Write,
    app: &App,
    community: CommunityId,
    account: AccountId,
) -> Result<String, DbErr> {
    let token = make(tx, app, community, account, Purpose::SignIn, "").await?;
    Ok(path(Purpose::SignIn, &token))
}

/// Makes a link and the mail that brings it to `email`.
pub(super) async fn send(
    tx: &Write,
    app: &App,
    community: CommunityId,
    account: &Account,
    purpose: Purpose,
    email: &str,
) -> Result<(), Error> {
    let token = make(tx, app, community, account.id, purpose, email).await?;
    let kind = match purpose {
        Purpose::Verify => mails::VERIFY,
        Purpose::Join => mails::JOIN,
        Purpose::Reset => mails::RESET,
        Purpose::ChangeEmail => mails::CHANGE_EMAIL,
        // The shell prints it; nobody mails it.
        Purpose::SignIn => return Ok(()),
    };
    let notice =
        Notice { path: path(purpose, &token), to: email.to_owned(), ..Notice::plain(community, account) };
    mails::post(tx, app, kind, account, &notice).await
}

/// Sends the confirmation of the address once more.
pub async fn resend_verification(cx: &Cx) -> Result<(), Error> {
    let signed_in = cx.signed_in()?;
    if signed_in.email_verified {
        return Ok(());
    }
    let tx = cx.app.db.write().await?;
    take_mail(&tx, cx, &signed_in.email).await?;
    if let Some(account) = store::find_account(&tx, signed_in.account_id).await? {
        send(&tx, &cx.app, cx.community_id(), &account, Purpose::Verify, &account.email).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Counts a mail that the reader makes us send; 429 when it was one too many.
pub(super) async fn take_mail(tx: &Write, cx: &Cx, recipient: &str) -> Result<(), Error> {
    let key = tokens::hash(&sign_in::email_key(recipient));
    for taken in [
        MAILS_PER_ADDRESS.take(tx, &network(cx.address), 1, cx.now()).await?,
        MAILS_PER_RECIPIENT.take(tx, &key, 1, cx.now()).await?,
    ] {
        if let Taken::Exceeded { retry_after_seconds } = taken {
            return Err(Refusal::too_many(retry_after_seconds).into());
        }
    }
    Ok(())
}

/// What [`FORGOT`] carries.
#[derive(Debug, Serialize, Deserialize)]
struct Forgot {
    community: CommunityId,
    email: String,
}

/// Takes note that somebody forgot a password. Whether there is such an account is looked up later, by a job: the
/// answer can tell nothing, not even by its time.
pub async fn forgot(cx: &Cx, email: &str) -> Result<(), Error> {
    let email = register::parse_email(email).map_err(|e| Refusal::invalid(vec![e]))?;
    let tx = cx.app.db.write().await?;
    if let Taken::Exceeded { retry_after_seconds } =
        MAILS_PER_ADDRESS.take(&tx, &network(cx.address), 1, cx.now()).await?
    {
        return Err(Refusal::too_many(retry_after_seconds).into());
    }
    let payload = Forgot { community: cx.community_id(), email: email.key() };
    let dedupe_key = Some(tokens::hash(&format!("{} {}", payload.community, payload.email)));
    let job = NewJob { kind: FORGOT, payload: &payload, run_at: cx.now(), dedupe_key, max_attempts: 5 };
    jobs::enqueue(&tx, cx.app.clock(), job).await?;
    tx.commit().await?;
    Ok(())
}

pub(super) fn answer_forgot(app: App, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    Box::pin(async move {
        let Forgot { community, email } = job.payload()?;
        let tx = app.db.write().await?;
        let taken = MAILS_PER_RECIPIENT.take(&tx, &tokens::hash(&email), 1, app.now()).await?;
        let found = store::find_account_by_email(&tx, &email).await?;
        if let (Some(account), Taken::Left(_)) = (found, taken) {
            let is_member = memberships::find(&tx, community, account.id).await?.is_some();
            if is_member || account.operator {
                let sent = send(&tx, &app, community, &account, Purpose::Reset, &account.email).await;
                sent.map_err(|e| JobError::Again(format!("{e:?}")))?;
            }
        }
        if job.finish(&tx).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

/// What a link is for, without using it. A link that does not work is a refusal; looking for links is limited.
pub async fn look(cx: &Cx, token: &str) -> Result<(Link, Account), Error> {
    let read = cx.app.db.read();
    let checked = LINKS_PER_ADDRESS.check(&read, &network(cx.address), cx.now()).await?;
    if let Taken::Exceeded { retry_after_seconds } = checked {
        return Err(Refusal::too_many(retry_after_seconds).into());
    }
    let link = store::find_link(&read, cx.community_id(), &tokens::hash(token), cx.now()).await?;
    if let Some(link) = link
        && let Some(account) = store::find_account(&read, link.account_id).await?
    {
        return Ok((link, account));
    }
    Err(count_miss(cx).await)
}

async fn count_miss(cx: &Cx) -> Error {
    let counted = async {
        let tx = cx.app.db.write().await?;
        LINKS_PER_ADDRESS.take(&tx, &network(cx.address), 1, cx.now()).await?;
        tx.commit().await
    };
    match counted.await {
        Ok(()) => gone(),
        Err(e) => e.into(),
    }
}

fn gone() -> Error {
    Refusal::new(410, "link_gone").way_back("/forgot").into()
}

/// What came of pressing a link's button.
#[derive(Debug)]
pub enum Followed {
    /// And where to go on: who has no password yet may choose one.
    SignedIn { session: Token, next: &'static str },
    /// The new address is in use; who pressed is signed in or not, as before.
    EmailChanged,
}

/// Uses a link up.
pub async fn follow(cx: &Cx, token: &str, user_agent: &str) -> Result<Followed, Error> {
    let (link, account) = look(cx, token).await?;
    match link.purpose {
        Purpose::Reset => Err(gone()),
        Purpose::ChangeEmail => change_email(cx, token, &account).await,
        Purpose::Verify | Purpose::SignIn | Purpose::Join => enter(cx, token, account, user_agent).await,
    }
}

async fn enter(cx: &Cx, token: &str, account: Account, user_agent: &str) -> Result<Followed, Error> {
    let tx = cx.app.db.write().await?;
    let Some(link) = store::use_link(&tx, cx.community_id(), &tokens::hash(token), cx.now()).await? else {
        return Err(gone());
    };
    if link.purpose == Purpose::Join && is_open(cx) {
        let member = Roles::of(&[Role::Member]);
        register::join(&tx, &cx.app, cx.community_id(), account.id, member).await?;
    }
    if !link.email.is_empty() {
        let key = sign_in::email_key(&link.email);
        let is_current = store::update_verified(&tx, account.id, &key, cx.now()).await?;
        if !is_current {
            return Err(gone());
        }
    }
    // Who may not come in uses nothing up.
    let welcome = sign_in::admit(&tx, cx, account).await?;
    let session = sessions::begin(&tx, &cx.app, welcome.account.id, cx.community_id(), user_agent).await?;
    tx.commit().await?;
    let next = if welcome.account.password_hash.is_some() { "/" } else { "/me/security" };
    Ok(Followed::SignedIn { session, next })
}

async fn change_email(cx: &Cx, token: &str, account: &Account) -> Result<Followed, Error> {
    let tx = cx.app.db.write().await?;
    let Some(link) = store::use_link(&tx, cx.community_id(), &tokens::hash(token), cx.now()).await? else {
        return Err(gone());
    };
    let email: EmailAddress = link.email.parse().map_err(|_| gone())?;
    match store::update_email(&tx, account.id, &email, cx.now()).await {
        Ok(()) => {}
        Err(e) if is_unique_violation(&e) => {
            return Err(Refusal::new(409, "email_taken").way_back("/me").into());
        }
        Err(e) => return Err(e.into()),
    }
    store::delete_all_links(&tx, account.id).await?;
    let notice = Notice { email: Some(email.to_string()), ..Notice::plain(cx.community_id(), account) };
    mails::post(&tx, &cx.app, mails::EMAIL_CHANGED, account, &notice).await?;
    record(&tx, cx, account.id, "account.change_email").await?;
    tx.commit().await?;
    Ok(Followed::EmailChanged)
}

/// Sets the password of a link's owner, signs all their devices out, and this browser in.
pub async fn reset(cx: &Cx, token: &str, password: &str, user_agent: &str) -> Result<Token, Error> {
    let (link, account) = look(cx, token).await?;
    if link.purpose != Purpose::Reset {
        return Err(gone());
    }
    let about = [account.email.as_str(), account.name.as_str(), cx.community.name.as_str()];
    let password = NewPassword::parse(password, &about)
        .map_err(|e| Refusal::invalid(vec![model::unfit_password("password", e)]))?;
    let hash = cx.app.passwords.hash(&password).await.map_err(anyhow::Error::from)?;
    let tx = cx.app.db.write().await?;
    if store::use_link(&tx, cx.community_id(), &tokens::hash(token), cx.now()).await?.is_none() {
        return Err(gone());
    }
    store::update_password(&tx, account.id, &hash).await?;
    store::delete_sign_ins(&tx, account.id, None).await?;
    store::delete_all_links(&tx, account.id).await?;
    store::update_verified(&tx, account.id, &sign_in::email_key(&link.email), cx.now()).await?;
    model::GUESSES_PER_ACCOUNT
        .forgive(&tx, &tokens::hash(&sign_in::email_key(&account.email)), cx.now())
        .await?;
    mails::post(&tx, &cx.app, mails::PASSWORD_CHANGED, &account, &Notice::plain(cx.community_id(), &account))
        .await?;
    let session = sessions::begin(&tx, &cx.app, account.id, cx.community_id(), user_agent).await?;
    record(&tx, cx, account.id, "account.reset_password").await?;
    tx.commit().await?;
    sign_in::admit(&cx.app.db.read(), cx, account).await?;
    Ok(session)
}

/// An account's own deed in the community's trail.
pub(super) async fn record(tx: &Write, cx: &Cx, account: AccountId, action: &str) -> Result<(), DbErr> {
    let deed = Deed {
        community: cx.community_id(),
        actor: Some(account),
        action,
        subject: format!("account:{account}"),
        details: serde_json::json!({}),
    };
    audit::record(tx, cx.app.clock(), deed).await
}
