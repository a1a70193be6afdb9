//! `/join/TOKEN`: the page behind the mail. Looking at it uses nothing up, pressing its button does.

use super::{JoinInvitation, PREFIX, Status, refuse_closed, store};
use crate::accounts::{self, NewAccount};
use crate::communities::service::{self, By};
use askama::Template;
use axum::response::Response;
use http::HeaderMap;
use serde::Deserialize;
use tessera_core::Access;
use tessera_core::ids::AccountId;
use tessera_platform::db::Write;
use tessera_platform::limits::{Limit, Taken};
use tessera_platform::passwords::NewPassword;
use tessera_platform::tokens;
use tessera_web::body::{Form as Posted, Path};
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_invalid};
use tessera_web::ui::Form;
use tessera_web::words::key;
use tessera_web::{Cx, Error, FieldError, Refusal, Routes, flash};

/// Tokens that fit nothing, from one address.
const GUESSES: Limit = Limit { name: "join_guesses", most: 30, window_seconds: 900 };

pub fn routes(routes: Routes) -> Routes {
    routes.get("/join/{token}", Access::Anyone, look).post("/join/{token}", Access::Anyone, accept)
}

/// Who would join with this invitation.
enum Joiner {
    /// Whoever is signed in.
    SignedIn { name: String },
    /// The invited address has an account already.
    Known { id: AccountId, name: String },
    /// Somebody new.
    New,
}

#[derive(Template)]
#[template(path = "members/pages/join.html")]
struct JoinPage {
    layout: Layout,
    form: Form,
    lead: String,
    until: String,
    email: String,
    /// The name of whoever joins, where it is known.
    known: Option<String>,
    about: String,
}

async fn look(cx: Cx, Path(token): Path<String>) -> Result<Response, Error> {
    let invitation = open(&cx, &token).await?;
    if cx.actor.signed_in().is_some_and(|s| s.membership.is_some()) {
        return Ok(flash::redirect("/", key("members-flash-already")));
    }
    let joiner = joiner(&cx, &invitation).await?;
    show(&page(&cx, &invitation, &joiner, Form::new()).await?)
}

/// The invitation behind a token, if it can still be used.
async fn open(cx: &Cx, token: &str) -> Result<JoinInvitation, Error> {
    let read = cx.app.db.read();
    let subject = cx.address.to_string();
    if let Taken::Exceeded { retry_after_seconds } = GUESSES.check(&read, &subject, cx.now()).await? {
        return Err(Refusal::too_many(retry_after_seconds).into());
    }
    let known = token.starts_with(PREFIX);
    let found = match known {
        true => store::find_by_token(&read, cx.community_id(), &tokens::hash(token)).await?,
        false => None,
    };
    let Some(invitation) = found else {
        let tx = cx.app.db.write().await?;
        GUESSES.take(&tx, &subject, 1, cx.now()).await?;
        tx.commit().await?;
        return Err(Refusal::not_found().into());
    };
    match invitation.status(cx.now()) {
        Status::Open => {
            refuse_closed(cx)?;
            Ok(invitation)
        }
        Status::Expired => Err(Refusal::new(410, "join_expired").into()),
        Status::Used => Err(Refusal::new(410, "join_used").way_back("/sign-in").into()),
        Status::Revoked => Err(Refusal::new(410, "join_revoked").into()),
    }
}

async fn joiner(cx: &Cx, invitation: &JoinInvitation) -> Result<Joiner, Error> {
    if let Some(s) = cx.actor.signed_in() {
        return Ok(Joiner::SignedIn { name: s.name.clone() });
    }
    let key = invitation.email.to_lowercase();
    let account = accounts::find_by_email(&cx.app.db.read(), &key).await?;
    Ok(account.map_or(Joiner::New, |a| Joiner::Known { id: a.id, name: a.name }))
}

async fn page(cx: &Cx, i: &JoinInvitation, joiner: &Joiner, form: Form) -> Result<JoinPage, Error> {
    let words = cx.words();
    let names = super::names(&cx.app.db.read(), std::slice::from_ref(i)).await?;
    let community = cx.community.name.as_str();
    let lead = match names.first() {
        Some((_, name)) => words
            .args("members-join-lead", &[("name", name.as_str().into()), ("community", community.into())]),
        None => words.t1("members-join-lead-unnamed", ("community", community)),
    };
    let until = words.date(i.expires_at.timestamp().to_zoned(cx.zone()).date());
    let mut layout = cx.layout(words.t1("members-join-title", ("community", community)));
    layout.meta.is_hidden = true;
    Ok(JoinPage {
        layout,
        form,
        lead,
        until: words.t1("members-join-until", ("date", until)),
        email: i.email.clone(),
        known: match joiner {
            Joiner::SignedIn { name } | Joiner::Known { name, .. } => {
                Some(words.t1("members-join-as", ("name", name)))
            }
            Joiner::New => None,
        },
        about: tessera_platform::text::excerpt(
            &tessera_platform::markup::plain_text(&cx.community.about),
            300,
        ),
    })
}

#[derive(Debug, Default, Deserialize)]
struct PostedJoin {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
}

async fn accept(
    cx: Cx,
    headers: HeaderMap,
    Path(token): Path<String>,
    Posted(posted): Posted<PostedJoin>,
) -> Result<Response, Error> {
    let invitation = open(&cx, &token).await?;
    let joiner = joiner(&cx, &invitation).await?;
    let agent = headers.get(http::header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let joined = match &joiner {
        Joiner::SignedIn { .. } => join_signed_in(&cx, &token).await,
        Joiner::Known { id, .. } => join_known(&cx, &token, *id, agent).await,
        Joiner::New => join_new(&cx, &token, &invitation, &posted, agent).await,
    };
    match joined {
        Ok(response) => Ok(response),
        Err(Error::Refused(refusal)) if refusal.status == 422 => {
            let mut form = Form::new().with("name", posted.name);
            cx.refuse_form(&mut form, Error::Refused(refusal))?;
            show_invalid(&page(&cx, &invitation, &joiner, form).await?)
        }
        Err(e) => Err(e),
    }
}

async fn join_signed_in(cx: &Cx, token: &str) -> Result<Response, Error> {
    let account = cx.signed_in()?.account_id;
    let tx = cx.app.db.write().await?;
    claim(&tx, cx, token, account).await?;
    tx.commit().await?;
    Ok(flash::redirect("/", key("members-flash-welcome")))
}

/// Whoever holds the mailed link holds the mailbox, which is what a sign-in link asks for too.
async fn join_known(cx: &Cx, token: &str, account: AccountId, agent: &str) -> Result<Response, Error> {
    let tx = cx.app.db.write().await?;
    claim(&tx, cx, token, account).await?;
    let session = accounts::begin_session(&tx, &cx.app, account, cx.community_id(), agent).await?;
    tx.commit().await?;
    Ok(accounts::with_session(&cx.app, &session, "/"))
}

async fn join_new(
    cx: &Cx,
    token: &str,
    invitation: &JoinInvitation,
    posted: &PostedJoin,
    agent: &str,
) -> Result<Response, Error> {
    let new = new_account(cx, invitation, posted).await?;
    let tx = cx.app.db.write().await?;
    let Some(account) = accounts::create(&tx, &cx.app, &new).await? else {
        return Err(Refusal::new(409, "join_again").way_back(format!("/join/{token}")).into());
    };
    claim(&tx, cx, token, account.id).await?;
    let session = accounts::begin_session(&tx, &cx.app, account.id, cx.community_id(), agent).await?;
    tx.commit().await?;
    Ok(accounts::with_session(&cx.app, &session, "/"))
}

/// The account to be; its address is proven by the mail that brought the link.
async fn new_account(cx: &Cx, invitation: &JoinInvitation, posted: &PostedJoin) -> Result<NewAccount, Error> {
    let mut wrong: Vec<FieldError> = Vec::new();
    let name = accounts::parse_name(&posted.name).map_err(|e| wrong.push(e)).ok();
    let about = [invitation.email.as_str(), posted.name.as_str(), cx.community.name.as_str()];
    let password = NewPassword::parse(&posted.password, &about);
    let password = password.map_err(|e| wrong.push(accounts::unfit_password("password", e))).ok();
    let (Some(name), Some(password)) = (name, password) else { return Err(Refusal::invalid(wrong).into()) };
    let hash = cx.app.passwords.hash(&password).await.map_err(anyhow::Error::from)?;
    let email = invitation.email.parse().map_err(anyhow::Error::from)?;
    Ok(NewAccount {
        email,
        name,
        password_hash: Some(hash),
        locale: Some(cx.locale),
        timezone: None,
        verified: true,
        operator: false,
    })
}

/// Uses the invitation up and makes the account a member, or neither.
async fn claim(tx: &Write, cx: &Cx, token: &str, account: AccountId) -> Result<(), Error> {
    let claimed = store::claim(tx, cx.community_id(), &tokens::hash(token), cx.now()).await?;
    let invitation = claimed.ok_or_else(|| Refusal::new(410, "join_used").way_back("/sign-in"))?;
    store::update_used_by(tx, invitation.id, account).await?;
    service::join(tx, cx.app.clock(), cx.community_id(), account, invitation.roles).await?;
    let by = By { clock: cx.app.clock(), actor: Some(account) };
    let details = serde_json::json!({ "roles": invitation.roles });
    service::note(tx, by, cx.community_id(), "member.join", service::person(account), details).await?;
    Ok(())
}
