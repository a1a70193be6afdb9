//! What is done to communities and memberships, each with its entry in the audit trail, in the caller's one
//! transaction. Pages, the API and the shell all come through here.

use super::memberships::{self, MembershipRow, State};
use super::parse::{Edited, HostName, NewCommunity, Slug};
use super::store;
use sea_orm::DbErr;
use serde_json::{Value as Json, json};
use tessera_core::ids::{AccountId, CommunityId, MembershipId};
use tessera_core::{Clock, Role, Roles};
use tessera_platform::audit::{self, Deed};
use tessera_platform::config::Registration;
use tessera_platform::db::{Conn, SERVER, Write, is_unique_violation};
use tessera_web::directory::Community;
use tessera_web::{Error, FieldError, Refusal};

/// Who does it, and when: what every deed needs.
#[derive(Clone, Copy, Debug)]
pub struct By<'a> {
    pub clock: &'a dyn Clock,
    /// Nobody: the shell, or the program itself.
    pub actor: Option<AccountId>,
}

/// Makes a community. A slug or host that is taken is refused with its field.
pub async fn create(tx: &Write, by: By<'_>, new: &NewCommunity) -> Result<Community, Error> {
    let NewCommunity { slug, host, rest } = new.clone();
    let community = Community {
        id: CommunityId(by.clock.new_id()),
        slug: slug.as_str().to_owned(),
        name: rest.name,
        host: host.map(|h| h.as_str().to_owned()),
        timezone: rest.timezone,
        locale: rest.locale,
        hue: rest.hue,
        about: rest.about,
        registration: rest.registration,
        newcomers_may_be: rest.newcomers_may_be,
        least_told: rest.least_told,
        created_at: by.clock.now(),
    };
    refuse_taken(tx, &community).await?;
    store::insert_community(tx, &community).await.map_err(taken_meanwhile)?;
    tx.touch_server();
    let details = json!({ "slug": community.slug });
    note(tx, by, SERVER, "community.create", subject(community.id), details).await?;
    Ok(community)
}

/// Makes the first community of an empty database. None: there is one already, or another is just being made.
pub async fn found(tx: &Write, by: By<'_>, new: &NewCommunity) -> Result<Option<Community>, Error> {
    store::lock_founding(tx).await?;
    if !store::list_communities(tx).await?.is_empty() {
        return Ok(None);
    }
    create(tx, by, new).await.map(Some)
}

/// Changes what a community's admins may change.
pub async fn edit(tx: &Write, by: By<'_>, id: CommunityId, edited: Edited) -> Result<Community, Error> {
    let before = existing(tx, id).await?;
    let after = Community {
        name: edited.name,
        timezone: edited.timezone,
        locale: edited.locale,
        hue: edited.hue,
        about: edited.about,
        registration: edited.registration,
        newcomers_may_be: edited.newcomers_may_be,
        least_told: edited.least_told,
        ..before.clone()
    };
    let changed = changes(&before, &after);
    if changed.is_empty() {
        return Ok(before);
    }
    store::update_community(tx, &after).await?;
    tx.touch_server();
    tx.touch(id);
    note(tx, by, id, "community.edit", subject(id), json!({ "fields": changed })).await?;
    Ok(after)
}

/// Moves a community to another slug or host: the operator's.
pub async fn relocate(
    tx: &Write,
    by: By<'_>,
    id: CommunityId,
    slug: &Slug,
    host: Option<&HostName>,
) -> Result<Community, Error> {
    let before = existing(tx, id).await?;
    let host = host.map(|h| h.as_str().to_owned());
    let after = Community { slug: slug.as_str().to_owned(), host, ..before.clone() };
    if after == before {
        return Ok(before);
    }
    refuse_taken(tx, &after).await?;
    store::update_community(tx, &after).await.map_err(taken_meanwhile)?;
    tx.touch_server();
    tx.touch(id);
    let details = json!({ "slug": after.slug, "host": after.host });
    note(tx, by, id, "community.relocate", subject(id), details).await?;
    Ok(after)
}

/// Who may join this community: its own choice, at most what the server allows.
pub fn registration(server: Registration, community: &Community) -> Registration {
    match (server, community.registration) {
        (Registration::Closed, _) | (_, Registration::Closed) => Registration::Closed,
        (Registration::Invite, _) | (_, Registration::Invite) => Registration::Invite,
        (Registration::Open, Registration::Open) => Registration::Open,
    }
}

/// The roles of a newcomer who asks for `wanted`: always member, and beside it what the community lets newcomers
/// make themselves.
pub fn roles_of_newcomer(community: &Community, wanted: Roles) -> Roles {
    wanted.iter().filter(|r| community.newcomers_may_be.has(*r)).fold(Roles::of(&[Role::Member]), Roles::with)
}

/// Gives an account its place in a community. One that is there already keeps the roles it has and gets these
/// beside them; one that is suspended or banned is refused.
pub async fn join(
    tx: &Write,
    clock: &dyn Clock,
    community: CommunityId,
    account: AccountId,
    roles: Roles,
) -> Result<MembershipRow, Error> {
    let (id, roles) = (MembershipId(clock.new_id()), roles.with(Role::Member));
    tx.touch(community);
    let is_new = memberships::insert(tx, id, community, account, roles, clock.now()).await?;
    let before = member(tx, community, account).await?;
    if before.state != State::Active {
        return Err(Refusal::new(403, "suspended").into());
    }
    let roles = roles.iter().fold(before.roles, Roles::with);
    if is_new || roles == before.roles {
        return Ok(before);
    }
    let after = MembershipRow { roles, ..before };
    memberships::update(tx, &after).await?;
    Ok(after)
}

/// Sets a member's roles. A member always keeps the role `member`.
pub async fn set_roles(
    tx: &Write,
    by: By<'_>,
    community: CommunityId,
    account: AccountId,
    roles: Roles,
) -> Result<MembershipRow, Error> {
    let before = changing(tx, community, account).await?;
    let after = MembershipRow { roles: roles.with(Role::Member), ..before.clone() };
    if after == before {
        return Ok(before);
    }
    settle(tx, &before, &after).await?;
    let details = json!({ "from": before.roles, "to": after.roles });
    note(tx, by, community, "member.roles", person(account), details).await?;
    Ok(after)
}

/// Suspends, bans or takes either back. `reason` is told to the member.
pub async fn set_state(
    tx: &Write,
    by: By<'_>,
    community: CommunityId,
    account: AccountId,
    state: State,
    reason: Option<String>,
) -> Result<MembershipRow, Error> {
    let before = changing(tx, community, account).await?;
    if before.state == state && before.reason == reason {
        return Ok(before);
    }
    let action = match (before.state, state) {
        (_, State::Suspended) => "member.suspend",
        (_, State::Banned) => "member.ban",
        (State::Banned, State::Active) => "member.unban",
        (_, State::Active) => "member.reinstate",
    };
    let after = MembershipRow { state, reason: reason.filter(|_| state != State::Active), ..before.clone() };
    settle(tx, &before, &after).await?;
    note(tx, by, community, action, person(account), json!({})).await?;
    Ok(after)
}

/// Ends a membership. The account stays, and may join again where joining is open.
pub async fn remove(
    tx: &Write,
    by: By<'_>,
    community: CommunityId,
    account: AccountId,
) -> Result<MembershipRow, Error> {
    let before = changing(tx, community, account).await?;
    refuse_last_admin(tx, &before, false).await?;
    memberships::delete(tx, community, account).await?;
    tx.touch_server();
    tx.touch(community);
    let action = if by.actor == Some(account) { "member.leave" } else { "member.remove" };
    note(tx, by, community, action, person(account), json!({ "roles": before.roles })).await?;
    Ok(before)
}

/// The communities that would be without an admin if this account went. Ask in the transaction that erases it.
pub async fn communities_only_admined_by(tx: &Write, account: AccountId) -> Result<Vec<String>, DbErr> {
    let mut slugs = Vec::new();
    for (slug, m) in memberships::list_of_account(tx, account).await? {
        if m.state == State::Active && m.roles.has(Role::Admin) {
            store::lock_community(tx, m.community_id).await?;
            if memberships::count_admins(tx, m.community_id).await? <= 1 {
                slugs.push(slug);
            }
        }
    }
    Ok(slugs)
}

/// A membership about to be changed: from here on nobody else decides about this community's admins.
async fn changing(tx: &Write, community: CommunityId, account: AccountId) -> Result<MembershipRow, Error> {
    store::lock_community(tx, community).await?;
    member(tx, community, account).await
}

async fn member(
    conn: &impl Conn,
    community: CommunityId,
    account: AccountId,
) -> Result<MembershipRow, Error> {
    memberships::find(conn, community, account).await?.ok_or_else(|| Refusal::not_found().into())
}

async fn settle(tx: &Write, before: &MembershipRow, after: &MembershipRow) -> Result<(), Error> {
    refuse_last_admin(tx, before, is_admin(after)).await?;
    memberships::update(tx, after).await?;
    tx.touch_server();
    tx.touch(after.community_id);
    Ok(())
}

fn is_admin(m: &MembershipRow) -> bool {
    m.state == State::Active && m.roles.has(Role::Admin)
}

async fn refuse_last_admin(tx: &Write, before: &MembershipRow, stays_admin: bool) -> Result<(), Error> {
    let is_last =
        is_admin(before) && !stays_admin && memberships::count_admins(tx, before.community_id).await? <= 1;
    if is_last { Err(Refusal::new(409, "last_admin").into()) } else { Ok(()) }
}

async fn existing(tx: &Write, id: CommunityId) -> Result<Community, Error> {
    store::find_community(tx, id).await?.ok_or_else(|| Refusal::not_found().into())
}

async fn refuse_taken(tx: &Write, c: &Community) -> Result<(), Error> {
    let mut wrong = Vec::new();
    if store::is_slug_taken(tx, &c.slug, c.id).await? {
        wrong.push(FieldError::new("slug", "slug_taken"));
    }
    if let Some(host) = &c.host
        && store::is_host_taken(tx, host, c.id).await?
    {
        wrong.push(FieldError::new("host", "host_taken"));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Refusal::invalid(wrong).into()) }
}

/// Somebody else took the slug or the host between the question and the answer.
fn taken_meanwhile(e: DbErr) -> Error {
    if !is_unique_violation(&e) {
        return e.into();
    }
    let host = e.to_string().contains("host");
    let wrong =
        if host { FieldError::new("host", "host_taken") } else { FieldError::new("slug", "slug_taken") };
    Refusal::invalid(vec![wrong]).into()
}

/// The names of what differs, for the trail; never the values.
fn changes(a: &Community, b: &Community) -> Vec<&'static str> {
    [
        ("name", a.name != b.name),
        ("timezone", a.timezone != b.timezone),
        ("locale", a.locale != b.locale),
        ("hue", a.hue != b.hue),
        ("about", a.about != b.about),
        ("registration", a.registration != b.registration),
        ("newcomers_may_be", a.newcomers_may_be != b.newcomers_may_be),
        ("least_told", a.least_told != b.least_told),
    ]
    .into_iter()
    .filter_map(|(name, differs)| differs.then_some(name))
    .collect()
}

fn subject(id: CommunityId) -> String {
    format!("community:{id}")
}

/// How the trail names an account.
pub fn person(id: AccountId) -> String {
    format!("account:{id}")
}

/// Writes one entry of the trail.
pub async fn note(
    tx: &Write,
    by: By<'_>,
    community: CommunityId,
    action: &str,
    subject: String,
    details: Json,
) -> Result<(), DbErr> {
    audit::record(tx, by.clock, Deed { community, actor: by.actor, action, subject, details }).await
}
