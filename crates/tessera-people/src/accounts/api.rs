//! Accounts over JSON: `/api/auth/…` for programs of promoters and organisers, `/api/me/…` for one's own data and
//! tokens.

use super::model::{Account, ApiToken};
use super::register::{self, Entered};
use super::sign_in::{self, Welcome};
use super::{privacy, sessions, settings};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use tessera_core::ids::{AccountId, ApiTokenId};
use tessera_core::{Access, Instant, Locale, Role, Roles};
use tessera_web::body::{Json, Path};
use tessera_web::{Cx, Error, Routes};
use utoipa::ToSchema;
use utoipa_axum::routes;

pub const READ: &str = "account:read";
pub const WRITE: &str = "account:write";

pub fn routes(routes: Routes) -> Routes {
    routes
        .api(Access::Anyone, "", routes!(register))
        .api(Access::Anyone, "", routes!(login))
        // No scope: every token may end itself.
        .api(Access::Anyone, "", routes!(logout))
        .api(Access::Account, READ, routes!(me))
        .api(Access::Account, WRITE, routes!(change_me))
        .api(Access::Account, READ, routes!(export))
        // No scope: a restricted token makes no other token.
        .api(Access::Account, "", routes!(list_tokens, make_token))
        .api(Access::Account, "", routes!(revoke_token))
}

/// A person as they see themselves.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct User {
    #[schema(value_type = String, format = "uuid")]
    id: AccountId,
    email: String,
    email_verified: bool,
    name: String,
    /// The highest of `roles`; none for an operator who is no member here.
    #[schema(value_type = Option<String>)]
    role: Option<Role>,
    #[schema(value_type = Vec<String>)]
    roles: Roles,
    operator: bool,
    /// The community's slug.
    community: String,
    #[schema(value_type = Option<String>)]
    locale: Option<Locale>,
    timezone: Option<String>,
}

impl User {
    fn new(cx: &Cx, account: Account, roles: Roles) -> Self {
        Self {
            id: account.id,
            email: account.email,
            email_verified: account.email_verified_at.is_some(),
            name: account.name,
            role: roles.highest(),
            roles,
            operator: account.operator,
            community: cx.community.slug.clone(),
            locale: account.locale,
            timezone: account.timezone,
        }
    }

    fn welcome(cx: &Cx, welcome: Welcome) -> Self {
        let roles = welcome.membership.map_or(Roles::NONE, |m| m.roles);
        Self::new(cx, welcome.account, roles)
    }
}

/// The answer to registering and signing in.
#[derive(Debug, Serialize, ToSchema)]
struct SignedIn {
    user: User,
    /// For `Authorization: Bearer`; with every right of its account, for 90 days or until it is signed out.
    token: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Register {
    email: String,
    /// At least 10 characters.
    password: String,
    /// `member`, `organiser` or `promoter`, as far as the community lets newcomers choose.
    #[schema(value_type = Option<String>)]
    role: Option<Role>,
    /// The part of the address before the @ where it is missing.
    name: Option<String>,
    #[schema(value_type = Option<String>)]
    locale: Option<Locale>,
    /// An IANA name.
    timezone: Option<String>,
}

/// Make an account and become a member of this community.
#[utoipa::path(post, path = "/api/auth/register", tag = "auth", request_body = Register, responses(
    (status = 201, body = SignedIn),
    (status = 403, description = "`registration_closed`"),
    (status = 409, description = "`email_taken`"),
    (status = 422, description = "`invalid`, with `errors`"),
    (status = 429, description = "`too_many`"),
))]
async fn register(cx: Cx, Json(body): Json<Register>) -> Result<Response, Error> {
    let entered = Entered {
        email: body.email,
        password: body.password,
        name: body.name,
        role: body.role,
        timezone: body.timezone,
        locale: body.locale,
    };
    let (welcome, token) = register::over_api(&cx, &entered).await?;
    let user = User::welcome(&cx, welcome);
    Ok((StatusCode::CREATED, axum::Json(SignedIn { user, token: token.reveal().to_owned() })).into_response())
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Login {
    email: String,
    password: String,
}

/// Sign in.
#[utoipa::path(post, path = "/api/auth/login", tag = "auth", request_body = Login, responses(
    (status = 200, body = SignedIn),
    (status = 401, description = "`bad_credentials`"),
    (status = 403, description = "`not_a_member`, `account_suspended`, `account_banned`"),
    (status = 429, description = "`too_many`"),
))]
async fn login(cx: Cx, Json(body): Json<Login>) -> Result<Response, Error> {
    let welcome = sign_in::check(&cx, &body.email, &body.password).await?;
    let tx = cx.app.db.write().await?;
    let token = sign_in::begin_api_sign_in(&tx, &cx, welcome.account.id).await?;
    tx.commit().await?;
    let user = User::welcome(&cx, welcome);
    Ok(axum::Json(SignedIn { user, token: token.reveal().to_owned() }).into_response())
}

/// End what this request was made with: the token, or the session of the cookie.
#[utoipa::path(post, path = "/api/auth/logout", tag = "auth", security(("token" = [])), responses(
    (status = 204), (status = 401, description = "`unauthenticated`"),
))]
async fn logout(cx: Cx) -> Result<Response, Error> {
    settings::sign_out(&cx).await?;
    Ok(sessions::without_session(&cx.app, StatusCode::NO_CONTENT.into_response()))
}

/// Somebody's own account, as fields and under `user`, where signing in has it.
#[derive(Serialize, ToSchema)]
struct Me {
    #[serde(flatten)]
    fields: User,
    user: User,
}

impl Me {
    fn new(cx: &Cx, account: Account) -> Self {
        let user = User::new(cx, account, cx.roles());
        Self { fields: user.clone(), user }
    }
}

/// Who am I here?
#[utoipa::path(get, path = "/api/auth/me", tag = "auth", security(("token" = ["account:read"])), responses(
    (status = 200, body = Me), (status = 401, description = "`unauthenticated`"),
))]
async fn me(cx: Cx) -> Result<Response, Error> {
    let account = settings::own(&cx).await?;
    Ok(axum::Json(Me::new(&cx, account)).into_response())
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChangeMe {
    name: Option<String>,
    #[schema(value_type = Option<String>)]
    locale: Option<Locale>,
    /// An IANA name; empty for the community's.
    timezone: Option<String>,
}

/// Change name, language or zone. What is left out stays.
#[utoipa::path(patch, path = "/api/me", tag = "auth", security(("token" = ["account:write"])),
    request_body = ChangeMe, responses((status = 200, body = Me), (status = 422, description = "`invalid`")))]
async fn change_me(cx: Cx, Json(body): Json<ChangeMe>) -> Result<Response, Error> {
    let account = settings::own(&cx).await?;
    let name = body.name.unwrap_or(account.name);
    let timezone = body.timezone.or(account.timezone).unwrap_or_default();
    let account = settings::change_profile(&cx, &name, body.locale.or(account.locale), &timezone).await?;
    Ok(axum::Json(Me::new(&cx, account)).into_response())
}

/// Everything that this server keeps about me, by capability.
#[utoipa::path(get, path = "/api/me/export", tag = "auth", security(("token" = ["account:read"])), responses(
    (status = 200, description = "a JSON object"),
))]
async fn export(cx: Cx) -> Result<Response, Error> {
    Ok(axum::Json(privacy::export(&cx).await?).into_response())
}

/// A token of the API, without its secret.
#[derive(Serialize, ToSchema)]
struct Token {
    #[schema(value_type = String, format = "uuid")]
    id: ApiTokenId,
    name: String,
    /// How the secret begins.
    hint: String,
    /// None: a sign-in, with every scope.
    scopes: Option<Vec<String>>,
    #[schema(value_type = String, format = "date-time")]
    created_at: Instant,
    #[schema(value_type = Option<String>, format = "date-time")]
    last_used_at: Option<Instant>,
    #[schema(value_type = Option<String>, format = "date-time")]
    expires_at: Option<Instant>,
}

impl From<ApiToken> for Token {
    fn from(t: ApiToken) -> Self {
        Self {
            id: t.id,
            name: t.name,
            hint: t.hint,
            scopes: t.scopes,
            created_at: t.created_at,
            last_used_at: t.last_used_at,
            expires_at: t.expires_at,
        }
    }
}

#[derive(Serialize, ToSchema)]
struct Tokens {
    items: Vec<Token>,
    /// Always null: the list is whole.
    next: Option<String>,
}

/// My tokens for this community.
#[utoipa::path(get, path = "/api/me/tokens", tag = "auth", security(("token" = [])), responses(
    (status = 200, body = Tokens),
))]
async fn list_tokens(cx: Cx) -> Result<Response, Error> {
    let items = settings::list_tokens(&cx).await?.into_iter().map(Token::from).collect();
    Ok(axum::Json(Tokens { items, next: None }).into_response())
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MakeToken {
    name: String,
    /// One or more of the scopes that this document lists.
    scopes: Vec<String>,
    /// 1 to 3650; without it the token lasts until it is revoked.
    expires_in_days: Option<i64>,
}

#[derive(Serialize, ToSchema)]
struct MadeToken {
    #[serde(flatten)]
    made: Token,
    /// The secret, told this once.
    token: String,
}

/// Make a token for this community.
#[utoipa::path(post, path = "/api/me/tokens", tag = "auth", security(("token" = [])), request_body = MakeToken,
    responses(
        (status = 201, body = MadeToken),
        (status = 409, description = "`too_many_tokens`"),
        (status = 422, description = "`invalid`"),
    ))]
async fn make_token(cx: Cx, Json(body): Json<MakeToken>) -> Result<Response, Error> {
    let made = settings::make_token(&cx, &body.name, &body.scopes, body.expires_in_days).await?;
    let (made, token) = made;
    let answer = MadeToken { made: made.into(), token: token.reveal().to_owned() };
    Ok((StatusCode::CREATED, axum::Json(answer)).into_response())
}

/// Revoke a token, at once.
#[utoipa::path(delete, path = "/api/me/tokens/{id}", tag = "auth", security(("token" = [])),
    params(("id" = String, Path, description = "the token's id")),
    responses((status = 204), (status = 404, description = "`not_found`")))]
async fn revoke_token(cx: Cx, Path(id): Path<ApiTokenId>) -> Result<Response, Error> {
    settings::revoke_token(&cx, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
