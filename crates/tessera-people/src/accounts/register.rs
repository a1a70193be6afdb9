//! Making an account, and becoming a member with it.
//!
//! The page tells nobody whether an address has an account: its answer is the same, the mail differs. The API does
//! (409), and is limited tightly for it.

use super::links;
use super::mails::{self, Notice};
use super::model::{
    self, ACCOUNTS_PER_ADDRESS, Account, MAILS_PER_RECIPIENT, NewAccount, Purpose, TAKEN_PER_ADDRESS, network,
};
use super::sign_in::{self, Welcome};
use super::store;
use crate::communities::memberships;
use sea_orm::DbErr;
use tessera_core::ids::{AccountId, CommunityId, MembershipId};
use tessera_core::{Locale, Role, Roles};
use tessera_platform::config::Registration;
use tessera_platform::db::Write;
use tessera_platform::limits::Taken;
use tessera_platform::mail::EmailAddress;
use tessera_platform::passwords::NewPassword;
use tessera_platform::tokens::{self, Token};
use tessera_web::{App, Cx, Error, FieldError, Refusal};

/// What somebody entered who wants to be a member.
#[derive(Clone, Debug, Default)]
pub struct Entered {
    pub email: String,
    pub password: String,
    pub name: Option<String>,
    pub role: Option<Role>,
    pub timezone: Option<String>,
    /// The language of their mails.
    pub locale: Option<Locale>,
}

/// The same, as it may be.
struct Accepted {
    new: NewAccount,
    password: NewPassword,
    roles: Roles,
}

/// Whether people may become members here by themselves: the server's rule and the community's, the stricter one.
pub fn is_open(cx: &Cx) -> bool {
    cx.app.config.accounts.registration == Registration::Open
        && cx.community.registration == Registration::Open
}

fn require_open(cx: &Cx) -> Result<(), Error> {
    if is_open(cx) { Ok(()) } else { Err(Refusal::new(403, "registration_closed").into()) }
}

/// Makes an account and signs in with it, over the API.
pub async fn over_api(cx: &Cx, entered: &Entered) -> Result<(Welcome, Token), Error> {
    require_open(cx)?;
    refuse_prying(cx).await?;
    let accepted = accept(cx, entered)?;
    let accepted = hashed(cx, accepted).await?;
    let tx = cx.app.db.write().await?;
    take_account(&tx, cx).await?;
    let Some(account) = insert(&tx, cx, &accepted).await? else {
        tx.rollback().await?;
        let tx = cx.app.db.write().await?;
        TAKEN_PER_ADDRESS.take(&tx, &network(cx.address), 1, cx.now()).await?;
        tx.commit().await?;
        return Err(Refusal::new(409, "email_taken").into());
    };
    let token = sign_in::begin_api_sign_in(&tx, cx, account.id).await?;
    let welcome = sign_in::admit(&tx, cx, account).await?;
    tx.commit().await?;
    Ok((welcome, token))
}

/// Makes an account from the page, or says in a mail what there is to know about the one that exists. Whoever looks
/// at the answer or at the clock cannot tell the two apart.
pub async fn over_page(cx: &Cx, entered: &Entered) -> Result<(), Error> {
    require_open(cx)?;
    let accepted = accept(cx, entered)?;
    let accepted = hashed(cx, accepted).await?;
    let tx = cx.app.db.write().await?;
    take_account(&tx, cx).await?;
    if insert(&tx, cx, &accepted).await?.is_none() {
        tell_owner(&tx, cx, &accepted.new.email).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The mail to an address that has an account: how to sign in, or how to join this community with it too.
async fn tell_owner(tx: &Write, cx: &Cx, email: &EmailAddress) -> Result<(), Error> {
    let taken = MAILS_PER_RECIPIENT.take(tx, &tokens::hash(&email.key()), 1, cx.now()).await?;
    let Some(account) = store::find_account_by_email(tx, &email.key()).await? else { return Ok(()) };
    if matches!(taken, Taken::Exceeded { .. }) {
        return Ok(());
    }
    let is_member = memberships::find(tx, cx.community_id(), account.id).await?.is_some();
    if is_member {
        let notice = Notice::plain(cx.community_id(), &account);
        return mails::post(tx, &cx.app, mails::EXISTS, &account, &notice).await;
    }
    links::send(tx, &cx.app, cx.community_id(), &account, Purpose::Join, &account.email).await
}

/// 429 for whoever was told too often that an address is taken.
async fn refuse_prying(cx: &Cx) -> Result<(), Error> {
    let left = TAKEN_PER_ADDRESS.check(&cx.app.db.read(), &network(cx.address), cx.now()).await?;
    match left {
        Taken::Exceeded { retry_after_seconds } => Err(Refusal::too_many(retry_after_seconds).into()),
        Taken::Left(_) => Ok(()),
    }
}

async fn take_account(tx: &Write, cx: &Cx) -> Result<(), Error> {
    match ACCOUNTS_PER_ADDRESS.take(tx, &network(cx.address), 1, cx.now()).await? {
        Taken::Exceeded { retry_after_seconds } => Err(Refusal::too_many(retry_after_seconds).into()),
        Taken::Left(_) => Ok(()),
    }
}

/// Everything that is wrong with what was entered, at once.
fn accept(cx: &Cx, entered: &Entered) -> Result<Accepted, Error> {
    let mut wrong = Vec::new();
    let mut keep = |e: FieldError| wrong.push(e);
    let email = parse_email(&entered.email).map_err(&mut keep).ok();
    let name = match (&entered.name, &email) {
        (Some(name), _) => model::parse_name(name).map_err(&mut keep).ok(),
        (None, email) => email.as_ref().map(model::name_from_email),
    };
    let about = [entered.email.as_str(), entered.name.as_deref().unwrap_or_default(), &cx.community.name];
    let password = NewPassword::parse(&entered.password, &about);
    let password = password.map_err(|e| keep(model::unfit_password("password", e))).ok();
    let roles = model::newcomer_roles(entered.role, cx.community.newcomers_may_be).map_err(&mut keep).ok();
    let timezone =
        model::parse_timezone(entered.timezone.as_deref().unwrap_or_default()).map_err(&mut keep).ok();
    let (Some(email), Some(name), Some(password), Some(roles), Some(timezone)) =
        (email, name, password, roles, timezone)
    else {
        return Err(Refusal::invalid(wrong).into());
    };
    let locale = Some(entered.locale.unwrap_or(cx.locale));
    let new =
        NewAccount { email, name, password_hash: None, locale, timezone, verified: false, operator: false };
    Ok(Accepted { new, password, roles })
}

/// An address, or what is wrong with the field `email`.
pub fn parse_email(text: &str) -> Result<EmailAddress, FieldError> {
    if text.trim().is_empty() {
        return Err(FieldError::new("email", "required"));
    }
    text.parse().map_err(|_| FieldError::new("email", "bad_email"))
}

async fn hashed(cx: &Cx, mut accepted: Accepted) -> Result<Accepted, Error> {
    let hash = cx.app.passwords.hash(&accepted.password).await.map_err(anyhow::Error::from)?;
    accepted.new.password_hash = Some(hash);
    Ok(accepted)
}

/// Account, membership and the mail that asks to confirm the address. None: the address is taken.
async fn insert(tx: &Write, cx: &Cx, accepted: &Accepted) -> Result<Option<Account>, Error> {
    let Some(account) = create(tx, &cx.app, &accepted.new).await? else { return Ok(None) };
    join(tx, &cx.app, cx.community_id(), account.id, accepted.roles).await?;
    links::send(tx, &cx.app, cx.community_id(), &account, Purpose::Verify, &account.email).await?;
    Ok(Some(account))
}

/// Makes an account and nothing else; for the setup page and the shell. None: the address is taken.
pub async fn create(tx: &Write, app: &App, new: &NewAccount) -> Result<Option<Account>, DbErr> {
    let id: AccountId = app.new_id();
    if !store::insert_account(tx, id, new, app.now()).await? {
        return Ok(None);
    }
    store::find_account(tx, id).await
}

/// Makes an account a member. False: it is one already.
pub async fn join(
    tx: &Write,
    app: &App,
    community: CommunityId,
    account: AccountId,
    roles: Roles,
) -> Result<bool, DbErr> {
    memberships::insert(tx, app.new_id::<MembershipId>(), community, account, roles, app.now()).await
}
