//! `user …`: people from the shell. Whoever has the shell is trusted; what is done is in the audit trail without a
//! name.

use super::community::which;
use super::refused;
use crate::cli::UserCommand;
use crate::failure::Failure;
use crate::print;
use sea_orm::DbErr;
use serde_json::json;
use std::io::Read;
use tessera_core::{Role, Roles};
use tessera_people::accounts::{self, Account, NewAccount};
use tessera_people::communities::service::{self, By};
use tessera_people::members::{self, Filter, Member};
use tessera_platform::db::Write;
use tessera_platform::passwords::{MOST_BYTES, NewPassword};
use tessera_web::app::App;
use tessera_web::directory::Community;
use tessera_web::{FieldError, Refusal};

pub async fn run(app: &App, command: UserCommand) -> Result<(), Failure> {
    match command {
        UserCommand::Create { which: w, email, name, roles, password_stdin, output } => {
            let community = which(app, w.community.as_deref()).await?;
            let password = if password_stdin { Some(read_password()?) } else { None };
            let person = Person { email, name, roles: Roles::of(&roles), password };
            let made = create(app, &community, person).await?;
            if output.json {
                return print::json(&json!({
                    "id": made.account.id,
                    "email": made.account.email,
                    "name": made.account.name,
                    "community": community.slug,
                    "roles": made.roles,
                    "operator": made.account.operator,
                    "sign_in_url": made.link,
                }));
            }
            let done = if made.is_new { "Created" } else { "Had an account already, now a member:" };
            print::line(&format!(
                "{done} {} <{}>, {}",
                made.account.name,
                made.account.email,
                codes(made.roles)
            ))?;
            match made.link {
                Some(link) => print_link(&link),
                None => Ok(()),
            }
        }
        UserCommand::List { which: w, output } => {
            let community = which(app, w.community.as_deref()).await?;
            list(app, &community, output.json).await
        }
        UserCommand::SetRole { email, which: w, roles, output } => {
            let community = which(app, w.community.as_deref()).await?;
            let tx = app.db.write().await?;
            let account = known(app, &tx, &email).await?;
            let by = By { clock: app.clock(), actor: None };
            let member = service::set_roles(&tx, by, community.id, account.id, Roles::of(&roles)).await;
            let member = member.map_err(|e| no_member(app, e, &account, &community))?;
            tx.commit().await?;
            if output.json {
                let shown =
                    json!({ "email": account.email, "community": community.slug, "roles": member.roles });
                return print::json(&shown);
            }
            print::line(&format!("{} <{}> is now: {}", account.name, account.email, codes(member.roles)))
        }
        UserCommand::ResetPassword { email, which: w, output } => {
            let community = which(app, w.community.as_deref()).await?;
            let tx = app.db.write().await?;
            let account = known(app, &tx, &email).await?;
            accounts::delete_password(&tx, account.id).await?;
            accounts::delete_sign_ins(&tx, account.id, None).await?;
            let link = link(&tx, app, &community, &account).await?;
            tx.touch_server();
            tx.commit().await?;
            if output.json {
                return print::json(&json!({ "email": account.email, "sign_in_url": link }));
            }
            print::line(&format!(
                "The password of {} no longer works, and every sign-in has ended.",
                account.email
            ))?;
            print_link(&link)
        }
    }
}

/// In pieces, whatever the size of the community.
async fn list(app: &App, community: &Community, as_json: bool) -> Result<(), Failure> {
    const PIECE: usize = 500;
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page =
            members::list(&app.db.read(), community.id, &Filter::default(), after.as_ref(), PIECE).await;
        let page = page.map_err(|e| refused(app, e))?;
        found.extend(page.members);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    if as_json {
        let shown: Vec<_> = found
            .iter()
            .map(|m| {
                json!({
                    "id": m.account_id,
                    "email": m.email,
                    "name": m.name,
                    "roles": m.roles,
                    "state": m.state.code(),
                    "joined_at": m.joined_at,
                })
            })
            .collect();
        return print::json(&shown);
    }
    if found.is_empty() {
        print::note("Nobody is here yet: `tessera user create` makes a member.");
    }
    let row = |m: &Member| vec![m.email.clone(), m.name.clone(), codes(m.roles), m.state.code().to_owned()];
    print::table(&["ADDRESS", "NAME", "ROLES", "STATE"], &found.iter().map(row).collect::<Vec<_>>())
}

struct Person {
    email: String,
    name: String,
    roles: Roles,
    password: Option<String>,
}

struct Made {
    account: Account,
    roles: Roles,
    is_new: bool,
    link: Option<String>,
}

/// An account with its membership. An account that exists becomes a member and keeps its name and password.
async fn create(app: &App, community: &Community, person: Person) -> Result<Made, Failure> {
    let wrong = |field: FieldError| refused(app, Refusal::invalid(vec![field]).into());
    let email = accounts::parse_email(&person.email).map_err(wrong)?;
    let name = accounts::parse_name(&person.name).map_err(wrong)?;
    let password_hash = match &person.password {
        None => None,
        Some(text) => {
            let password = NewPassword::parse(text, &[email.as_str(), &name])
                .map_err(|why| wrong(accounts::unfit_password("password", why)))?;
            Some(app.passwords.hash(&password).await.map_err(|e| Failure::unforeseen(&e.into()))?)
        }
    };
    let tx = app.db.write().await?;
    // The first account of a server runs it.
    let operator = !accounts::any_account(&tx).await?;
    let key = email.key();
    let new =
        NewAccount { email, name, password_hash, locale: None, timezone: None, verified: true, operator };
    let (account, is_new) = match accounts::create(&tx, app, &new).await? {
        Some(account) => (account, true),
        None => (known(app, &tx, &key).await?, false),
    };
    let member = service::join(&tx, app.clock(), community.id, account.id, person.roles).await;
    let member = member.map_err(|e| refused(app, e))?;
    let link = match (is_new, &person.password) {
        (true, None) => Some(link(&tx, app, community, &account).await?),
        _ => None,
    };
    tx.touch_server();
    tx.commit().await?;
    if !is_new && person.password.is_some() {
        print::note("There was an account with this address already: its password stays as it was.");
    }
    Ok(Made { account, roles: member.roles, is_new, link })
}

async fn known(app: &App, tx: &Write, email: &str) -> Result<Account, Failure> {
    let parsed = accounts::parse_email(email).map_err(|f| refused(app, Refusal::invalid(vec![f]).into()))?;
    accounts::find_by_email(tx, &parsed.key()).await?.ok_or_else(|| {
        Failure::new(
            format!("nobody here has the address {parsed}"),
            "`tessera user list` shows who is here.",
        )
    })
}

fn no_member(app: &App, e: tessera_web::Error, account: &Account, community: &Community) -> Failure {
    match e {
        tessera_web::Error::Refused(r) if r.status == 404 => Failure::new(
            format!("{} is no member of {}", account.email, community.name),
            "`tessera user create` with this address makes the account a member.",
        ),
        other => refused(app, other),
    }
}

async fn link(tx: &Write, app: &App, community: &Community, account: &Account) -> Result<String, DbErr> {
    let path = accounts::make_sign_in_link(tx, app, community.id, account.id).await?;
    Ok(format!("{}{path}", app.base_url(community)))
}

fn print_link(link: &str) -> Result<(), Failure> {
    print::line("This link signs them in, once, within a day; then a password can be chosen:")?;
    print::line(link)
}

fn read_password() -> Result<String, Failure> {
    let mut text = String::new();
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(3);
    std::io::stdin().lock().take(most).read_to_string(&mut text)?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

fn codes(roles: Roles) -> String {
    roles.iter().map(Role::code).collect::<Vec<_>>().join(", ")
}
