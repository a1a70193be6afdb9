//! `config check` and `config generate`.

use crate::cli::ConfigCommand;
use crate::failure::{Failure, Status};
use crate::print;
use tessera_platform::config::{self, Sources};

pub fn run(sources: &Sources, command: &ConfigCommand) -> Result<(), Failure> {
    match command {
        ConfigCommand::Generate => print::bytes(config::generate().as_bytes()),
        ConfigCommand::Check(output) => check(sources, output.json),
    }
}

fn check(sources: &Sources, json: bool) -> Result<(), Failure> {
    let from = match sources.file() {
        Some(file) => file.display().to_string(),
        None => "the defaults and the environment (there is no tessera.toml here)".to_owned(),
    };
    match sources.read() {
        Ok(_) if json => print::json(&serde_json::json!({ "valid": true, "source": from, "problems": [] })),
        Ok(_) => print::line(&format!("The configuration is valid: {from}")),
        Err(e) => {
            if json {
                let problems: Vec<_> = e
                    .problems
                    .iter()
                    .map(|p| serde_json::json!({ "key": p.key, "source": p.source, "message": p.message }))
                    .collect();
                print::json(&serde_json::json!({ "valid": false, "source": from, "problems": problems }))?;
                let what = format!("{} things are wrong", e.problems.len());
                return Err(Failure { what, remedy: None, status: Status::Failed });
            }
            Err(super::unusable(&e))
        }
    }
}
