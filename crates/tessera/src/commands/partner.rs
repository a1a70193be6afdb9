//! `partner …`: club partners from the shell: the same service as the pages'. Whoever has the shell is trusted; what is
//! done is in the audit trail without a name. A secret comes from standard input, never from an argument.

use super::community::which;
use super::refused;
use crate::cli::{PartnerCommand, PartnerTerms};
use crate::failure::{Failure, Status};
use crate::print;
use serde_json::{Value, json};
use std::io::Read;
use tessera_core::Locale;
use tessera_network::clubs::partners::input::PartnerFields;
use tessera_network::clubs::partners::service::{self, By};
use tessera_network::clubs::partners::trial::Outcome;
use tessera_network::clubs::partners::{Partner, api, pages, store, trial};
use tessera_web::app::App;

/// A secret has 67 characters; what is longer is none.
const MOST_SECRET_BYTES: u64 = 1024;

pub async fn run(app: &App, command: PartnerCommand) -> Result<(), Failure> {
    match command {
        PartnerCommand::Add { which: w, name, code, url, terms, output } => {
            let community = which(app, w.community.as_deref()).await?;
            let by = By { app, community: &community, actor: None };
            let new = PartnerFields {
                name: Some(name),
                short_code: Some(code),
                base_url: Some(url),
                ..fields(&terms)?
            };
            let partner = service::add(by, new).await.map_err(|e| refused(app, e))?;
            let said = format!(
                "Added {}. `tessera partner approve {}` lets events in.",
                partner.name, partner.short_code
            );
            shown(by, partner, output.json, &said).await
        }
        PartnerCommand::Edit { partner, which: w, change, terms, output } => {
            let community = which(app, w.community.as_deref()).await?;
            let by = By { app, community: &community, actor: None };
            let partner = find(by, &partner).await?;
            let flag = |on: bool, off: bool| if on { Some(true) } else { off.then_some(false) };
            let given = fields(&terms)?;
            let changed = PartnerFields {
                name: change.name,
                short_code: change.code,
                base_url: change.url,
                is_active: flag(change.active, change.inactive),
                share_our_events: flag(terms.share, change.no_share),
                auto_import: flag(terms.auto_import, change.no_auto_import),
                allow_documented_profile: flag(
                    change.allow_documented_profile,
                    change.no_allow_documented_profile,
                ),
                ..given
            };
            let partner = service::edit(by, partner.id, changed, None).await.map_err(|e| refused(app, e))?;
            let said = format!("{} is changed.", partner.name);
            shown(by, partner, output.json, &said).await
        }
        PartnerCommand::GenerateKey { code, which: w, output: _ } => {
            let community = which(app, w.community.as_deref()).await?;
            let by = By { app, community: &community, actor: None };
            let partner = find(by, &code).await?;
            let pair = service::generate_key(by, partner.id).await.map_err(|e| refused(app, e))?;
            print::note(
                "Shown this once: give both to their admin. A pair from before works for seven more days.",
            );
            print::json(&json!({ "api_key": pair.api_key.as_str(), "api_secret": pair.api_secret.expose() }))
        }
        PartnerCommand::Approve { code, which: w, output } => {
            let community = which(app, w.community.as_deref()).await?;
            let by = By { app, community: &community, actor: None };
            let partner = find(by, &code).await?;
            let partner = service::approve(by, partner.id).await.map_err(|e| refused(app, e))?;
            let said = format!("{} is approved: its events come in with the next sync.", partner.name);
            shown(by, partner, output.json, &said).await
        }
        PartnerCommand::Test { code, which: w, output } => {
            let community = which(app, w.community.as_deref()).await?;
            let by = By { app, community: &community, actor: None };
            let partner = find(by, &code).await?;
            let tried = trial::test(by, partner.id).await.map_err(|e| refused(app, e))?;
            tested(app, &tried, output.json)
        }
        PartnerCommand::Show { code, which: w, output } => {
            let community = which(app, w.community.as_deref()).await?;
            let by = By { app, community: &community, actor: None };
            let partner = find(by, &code).await?;
            let lines = told(app, &partner).join("\n");
            shown(by, partner, output.json, &lines).await
        }
        PartnerCommand::List { which: w, output } => {
            let community = which(app, w.community.as_deref()).await?;
            list(By { app, community: &community, actor: None }, output.json).await
        }
    }
}

async fn find(by: By<'_>, code: &str) -> Result<Partner, Failure> {
    let found = store::find_by_code(&by.app.db.read(), by.community.id, code).await?;
    found.ok_or_else(|| {
        Failure::new(
            format!("there is no partner {code}"),
            "`tessera partner list` shows those that are here.",
        )
    })
}

fn fields(terms: &PartnerTerms) -> Result<PartnerFields, Failure> {
    let api_secret = if terms.api_secret_stdin {
        let mut text = String::new();
        std::io::stdin().lock().take(MOST_SECRET_BYTES).read_to_string(&mut text)?;
        Some(text.trim().to_owned())
    } else {
        None
    };
    Ok(PartnerFields {
        logo_url: terms.logo.clone(),
        api_key: terms.api_key.clone(),
        api_secret,
        share_our_events: terms.share.then_some(true),
        auto_import: terms.auto_import.then_some(true),
        ..PartnerFields::default()
    })
}

async fn shown(by: By<'_>, partner: Partner, as_json: bool, said: &str) -> Result<(), Failure> {
    if !as_json {
        return print::line(said);
    }
    print::json(&api::shown(by, partner).await.map_err(|e| refused(by.app, e))?)
}

fn tested(app: &App, tried: &trial::Tried, as_json: bool) -> Result<(), Failure> {
    let words = app.words(Locale::En);
    let detail = tried.trouble.map(|trouble| pages::sentence(&words, trouble));
    if as_json {
        print::json(&api::TestJson::of(tried, detail.clone()))?;
    } else {
        for (step, outcome) in tried.steps() {
            let mark = match outcome {
                Outcome::Passed => "ok     ",
                Outcome::Failed => "FAILED ",
                Outcome::NotReached => "-      ",
            };
            print::line(&format!("{mark}  {step}"))?;
        }
        if let Some(events) = tried.events {
            print::line(&format!("{} answered; events today: {events}.", tried.partner.name))?;
        }
    }
    match detail {
        None => Ok(()),
        Some(what) => Err(Failure { what, remedy: None, status: Status::Failed }),
    }
}

fn state(partner: &Partner) -> &'static str {
    match (partner.is_active, partner.is_approved, partner.failures) {
        (false, _, _) => "inactive",
        (_, false, _) => "not approved",
        (_, _, 0) => "active",
        _ => "failing",
    }
}

fn told(app: &App, partner: &Partner) -> Vec<String> {
    let words = app.words(Locale::En);
    let yes = |is: bool| if is { "yes" } else { "no" };
    let mut lines = vec![
        format!("{} ({})", partner.name, partner.short_code),
        format!("  address           {}", partner.base_url),
        format!("  state             {}", state(partner)),
        format!("  our events        {}", if partner.share_our_events { "shared" } else { "not shared" }),
        format!("  shown at once     {}", yes(partner.auto_import)),
        format!("  key from them     {}", partner.api_key.as_deref().unwrap_or("none")),
        format!("  paired            {}", yes(partner.is_paired())),
        format!("  last sync         {}", partner.last_sync.map_or("never".into(), |at| at.to_string())),
    ];
    if let Some(trouble) = partner.trouble() {
        lines.push(format!("  trouble           {}", pages::sentence(&words, trouble)));
    }
    lines
}

async fn list(by: By<'_>, as_json: bool) -> Result<(), Failure> {
    let partners = service::list(by).await.map_err(|e| refused(by.app, e))?;
    if as_json {
        let events = service::count_events(by).await.map_err(|e| refused(by.app, e))?;
        let mut pairs = service::list_all_pairs(by).await.map_err(|e| refused(by.app, e))?;
        let all: Vec<Value> = partners
            .into_iter()
            .filter_map(|p| {
                let count = events.get(&p.id).copied().unwrap_or(0);
                let pairs = pairs.remove(&p.id).unwrap_or_default();
                serde_json::to_value(api::PartnerJson::of(p, pairs, count)).ok()
            })
            .collect();
        return print::json(&all);
    }
    if partners.is_empty() {
        print::note("There is no partner yet: `tessera partner add` adds one.");
    }
    let rows: Vec<Vec<String>> = partners
        .iter()
        .map(|p| {
            let last = p.last_sync.map_or("never".into(), |at| at.to_string());
            vec![p.short_code.clone(), p.name.clone(), state(p).into(), last, p.base_url.clone()]
        })
        .collect();
    print::table(&["CODE", "NAME", "STATE", "LAST SYNC", "ADDRESS"], &rows)
}
