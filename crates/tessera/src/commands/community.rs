//! `community create` and `community list`; and which community other commands mean.

use super::refused;
use crate::cli::CommunityCommand;
use crate::failure::Failure;
use crate::print;
use serde_json::{Value, json};
use tessera_core::Role;
use tessera_people::communities::service::{self, By};
use tessera_people::communities::{RawCommunity, store};
use tessera_web::app::App;
use tessera_web::directory::Community;

pub async fn run(app: &App, command: CommunityCommand) -> Result<(), Failure> {
    match command {
        CommunityCommand::Create { slug, name, host, timezone, locale, output } => {
            let raw = RawCommunity {
                name,
                slug,
                host: host.unwrap_or_default(),
                timezone: timezone.unwrap_or_else(|| "UTC".into()),
                locale: locale.unwrap_or_default().to_string(),
                registration: "open".into(),
                newcomers_may_be: [Role::Member, Role::Organiser, Role::Promoter]
                    .map(|r| r.to_string())
                    .into(),
                ..RawCommunity::default()
            };
            let community = create(app, &raw).await?;
            if output.json {
                return print::json(&shown(app, &community));
            }
            print::line(&format!("Created {} at {}", community.name, app.base_url(&community)))
        }
        CommunityCommand::List(output) => {
            let all = store::list_communities(&app.db.read()).await?;
            if output.json {
                return print::json(&all.iter().map(|c| shown(app, c)).collect::<Vec<_>>());
            }
            if all.is_empty() {
                print::note("There is no community yet: `tessera community create` makes one.");
            }
            let rows: Vec<Vec<String>> = all
                .iter()
                .map(|c| {
                    vec![
                        c.slug.clone(),
                        c.name.clone(),
                        c.timezone.clone(),
                        c.locale.to_string(),
                        app.base_url(c),
                    ]
                })
                .collect();
            print::table(&["SLUG", "NAME", "TIME ZONE", "LANGUAGE", "ADDRESS"], &rows)
        }
    }
}

async fn create(app: &App, raw: &RawCommunity) -> Result<Community, Failure> {
    let new = raw.parse_new().map_err(|fields| refused(app, tessera_web::Refusal::invalid(fields).into()))?;
    let tx = app.db.write().await?;
    let by = By { clock: app.clock(), actor: None };
    let community = service::create(&tx, by, &new).await.map_err(|e| refused(app, e))?;
    tx.commit().await?;
    Ok(community)
}

/// The community of that slug; without one, the only one of the server.
pub async fn which(app: &App, slug: Option<&str>) -> Result<Community, Failure> {
    let all = store::list_communities(&app.db.read()).await?;
    let names = || all.iter().map(|c| c.slug.as_str()).collect::<Vec<_>>().join(", ");
    match (slug, all.as_slice()) {
        (_, []) => {
            Err(Failure::new("there is no community yet", "Make one with `tessera community create`."))
        }
        (None, [only]) => Ok(only.clone()),
        (None, _) => {
            let remedy = format!("Say which with --community SLUG: {}.", names());
            Err(Failure::wrong_use("this server has several communities", remedy))
        }
        (Some(slug), all) => all.iter().find(|c| c.slug == slug).cloned().ok_or_else(|| {
            Failure::new(format!("there is no community {slug}"), format!("These are here: {}.", names()))
        }),
    }
}

fn shown(app: &App, c: &Community) -> Value {
    json!({
        "id": c.id,
        "slug": c.slug,
        "name": c.name,
        "host": c.host,
        "timezone": c.timezone,
        "locale": c.locale,
        "url": app.base_url(c),
        "created_at": c.created_at,
    })
}
