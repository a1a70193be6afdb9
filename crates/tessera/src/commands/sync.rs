//! `sync-federation`: every partner asked now, and told of our interest.

use super::community::which;
use crate::cli::SyncArgs;
use crate::failure::Failure;
use crate::{print, progress};
use serde_json::{Value, json};
use std::io::IsTerminal;
use std::sync::Arc;
use tessera_core::Locale;
use tessera_network::clubs::partners::{self, Partner, Trouble};
use tessera_network::clubs::syncing::shell::{self, Report, Wanted};
use tessera_network::clubs::syncing::{Ended, explain, sentence};
use tessera_people::communities::store;
use tessera_web::app::App;
use tessera_web::directory::Community;
use tessera_web::words::Words;

pub async fn run(app: &App, args: SyncArgs) -> Result<(), Failure> {
    if !app.config.federation.enabled {
        return Err(Failure::new(
            "federation is switched off",
            "Set `federation.enabled = true`, or FEDERATION_ENABLED=true.",
        ));
    }
    let wanted = Wanted { code: args.partner.clone(), events_only: args.events_only };
    let meant = meant(app, &args, &wanted).await?;
    let words = app.words(Locale::En);
    let is_bar = std::io::stderr().is_terminal() && !args.output.json;
    let bar = is_bar.then(|| progress::bar("Partners", meant.len()));
    let mut reports = Vec::new();
    shell::sync_all(app, meant, &wanted, |report| {
        if let Some(bar) = &bar {
            bar.inc(1);
        } else if !args.output.json {
            print::note(&told(&words, &report));
        }
        reports.push(report);
    })
    .await;
    if let Some(bar) = bar {
        bar.finish_and_clear();
        for report in &reports {
            print::line(&told(&words, report))?;
        }
    }
    if args.output.json {
        print::json(&reports.iter().map(|report| shown(&words, report)).collect::<Vec<_>>())?;
    } else if reports.is_empty() {
        print::note("There is no partner that is active and approved.");
    }
    match reports.iter().filter(|report| report.has_failed()).count() {
        0 => Ok(()),
        failed => Err(Failure::new(
            format!("{failed} of {} partners failed", reports.len()),
            "The others are up to date. `tessera partner list` and the pages under Manage say why.",
        )),
    }
}

/// The partners that are meant. One that is named and closed is an error; otherwise those that are open.
async fn meant(
    app: &App,
    args: &SyncArgs,
    wanted: &Wanted,
) -> Result<Vec<(Arc<Community>, Partner)>, Failure> {
    let communities = match &args.community {
        Some(slug) => vec![which(app, Some(slug)).await?],
        None => store::list_communities(&app.db.read()).await?,
    };
    let mut found = Vec::new();
    for community in communities {
        let community = Arc::new(community);
        let open = shell::meant(app, &community, wanted).await?;
        found.extend(open.into_iter().map(|partner| (community.clone(), partner)));
    }
    if found.is_empty()
        && let Some(code) = &wanted.code
    {
        return Err(closed(app, args, code).await?);
    }
    Ok(found)
}

async fn closed(app: &App, args: &SyncArgs, code: &str) -> Result<Failure, Failure> {
    if let Ok(community) = which(app, args.community.as_deref()).await
        && partners::find_by_code(&app.db.read(), community.id, code).await?.is_some()
    {
        return Ok(Failure::new(
            format!("the partner {code} is not active and approved"),
            format!("`tessera partner approve {code}` lets it be synced."),
        ));
    }
    Ok(Failure::new(format!("there is no partner {code}"), "`tessera partner list` shows those there are."))
}

/// "roma: 12 new, 3 changed, 1 cancelled (of 240)".
fn told(words: &Words, report: &Report) -> String {
    let name = &report.partner.short_code;
    let mut line = match &report.outcome {
        Err(fault) => format!("{name}: failed: {fault:#}"),
        Ok(outcome) => {
            let t = &outcome.tally;
            let counts = format!(
                "{} new, {} changed, {} cancelled, {} left out (of {})",
                t.new, t.changed, t.cancelled, t.skipped, t.listed
            );
            match outcome.ended {
                Ended::Done => format!("{name}: {counts}"),
                Ended::Unchanged => format!("{name}: nothing has changed"),
                Ended::Incomplete(_) => format!("{name}: {counts}; {}", explain(words, outcome.ended)),
                Ended::Failed(_) => format!("{name}: failed: {}", explain(words, outcome.ended)),
            }
        }
    };
    if report.told > 0 {
        line.push_str(&format!("; told of the interest in {} events", report.told));
    }
    if let Some(trouble) = report.telling_failed {
        line.push_str(&format!("; not told of interest: {}", sentence(words, trouble)));
    }
    line
}

fn shown(words: &Words, report: &Report) -> Value {
    let mut value = json!({
        "community": report.community.slug,
        "partner": report.partner.short_code,
        "failed": report.has_failed(),
        "interests_told": report.told,
        "interests_error": report.telling_failed.map(Trouble::code),
    });
    let rest = match &report.outcome {
        Err(fault) => json!({ "outcome": "failed", "error": format!("{fault:#}") }),
        Ok(outcome) => json!({
            "outcome": outcome.ended.code(),
            "error": match outcome.ended {
                Ended::Failed(_) | Ended::Incomplete(_) => Some(explain(words, outcome.ended)),
                Ended::Done | Ended::Unchanged => None,
            },
            "requests": outcome.tally.requests,
            "listed": outcome.tally.listed,
            "new": outcome.tally.new,
            "changed": outcome.tally.changed,
            "cancelled": outcome.tally.cancelled,
            "skipped": outcome.tally.skipped,
        }),
    };
    if let (Some(value), Value::Object(rest)) = (value.as_object_mut(), rest) {
        value.extend(rest);
    }
    value
}
