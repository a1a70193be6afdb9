//! `import ics` and `export ics`: calendars from and to files.

use super::community::which;
use super::refused;
use crate::cli::{self, ExportCommand, ImportCommand};
use crate::failure::Failure;
use crate::{print, progress};
use serde::Serialize;
use std::fs::File;
use std::io::{BufWriter, ErrorKind, IsTerminal};
use std::path::{Path, PathBuf};
use tessera_agenda::calendar::{ExportError, Import, Into, Report, Shown, export_ics, read_file};
use tessera_agenda::events::Audience;
use tessera_core::Locale;
use tessera_core::ids::AccountId;
use tessera_people::accounts;
use tessera_people::communities::{State, memberships};
use tessera_web::Refusal;
use tessera_web::app::App;
use tessera_web::directory::Community;
use tessera_web::words::Words;

/// Where no bar can be shown, a line for each so many events.
const EVENTS_PER_LINE: usize = 1000;

pub async fn import(app: &App, command: ImportCommand) -> Result<(), Failure> {
    let ImportCommand::Ics { files, which: w, organiser, visibility, output } = command;
    let community = which(app, w.community.as_deref()).await?;
    let shown = match visibility {
        None => Shown::AsMarked,
        Some(cli::Shown::Public) => Shown::Public,
        Some(cli::Shown::Private) => Shown::Private,
    };
    let organiser = organiser_of(app, &community, organiser.as_deref()).await?;
    let into = Into { community: &community, organiser, by: None, shown };
    let words = app.words(Locale::En);
    let (mut done, mut failed) = (Vec::new(), Vec::new());
    for file in &files {
        match import_file(app, into, file).await {
            Ok(report) => {
                if !output.json {
                    tell(&words, file, &report)?;
                }
                done.push(FileReport { file: file.display().to_string(), report });
            }
            // The other files are imported nevertheless.
            Err(failure) => failed.push(failure),
        }
    }
    if output.json {
        print::json(&done)?;
    }
    match failed.len() {
        0 => Ok(()),
        1 => failed.pop().map_or(Ok(()), Err),
        many => {
            let lines: String = failed.iter().map(|f| format!("\n  - {}", f.what)).collect();
            Err(Failure::new(format!("{many} files were not imported:{lines}"), "The other files were."))
        }
    }
}

#[derive(Serialize)]
struct FileReport {
    file: String,
    #[serde(flatten)]
    report: Report,
}

/// Who organises what is new: whoever is named, else the first admin, else nobody yet.
async fn organiser_of(app: &App, community: &Community, email: Option<&str>) -> Result<AccountId, Failure> {
    let conn = app.db.read();
    let Some(email) = email else {
        let admin = memberships::find_first_admin(&conn, community.id).await?;
        return Ok(admin.unwrap_or(AccountId(uuid::Uuid::nil())));
    };
    let parsed = accounts::parse_email(email).map_err(|f| refused(app, Refusal::invalid(vec![f]).into()))?;
    let account = accounts::find_by_email(&conn, &parsed.key()).await?;
    let membership = match &account {
        Some(account) => memberships::find(&conn, community.id, account.id).await?,
        None => None,
    };
    membership.filter(|m| m.state == State::Active).map(|m| m.account_id).ok_or_else(|| {
        Failure::new(
            format!("{parsed} is no member of {}", community.name),
            "`tessera user create` with this address makes the account a member.",
        )
    })
}

async fn import_file(app: &App, into: Into<'_>, file: &Path) -> Result<Report, Failure> {
    let limit = app.config.http.max_import.as_usize();
    let unreadable = |e: std::io::Error| {
        Failure::new(format!("{} cannot be read: {e}", file.display()), "Check the name and who may read it.")
    };
    let length = std::fs::metadata(file).map_err(unreadable)?.len();
    if usize::try_from(length).map_or(true, |length| length > limit) {
        return Err(Failure::new(
            format!("{} is larger than {}", file.display(), app.config.http.max_import),
            "Raise `http.max_import`, or export the calendar in parts.",
        ));
    }
    let bytes = std::fs::read(file).map_err(unreadable)?;
    let of_file = |e: tessera_web::Error| {
        let failure = refused(app, e);
        Failure { what: format!("{}: {}", file.display(), failure.what), ..failure }
    };
    let calendar = read_file(&bytes, limit).map_err(of_file)?;
    drop(bytes);
    let mut work = Import::of(calendar);
    let is_terminal = std::io::stderr().is_terminal();
    let bar = is_terminal.then(|| progress::bar("Importing", work.total()));
    let mut told = 0;
    while work.step(app, into).await.map_err(of_file)? {
        match &bar {
            Some(bar) => bar.set_position(u64::try_from(work.done()).unwrap_or(u64::MAX)),
            None if work.done() >= told + EVENTS_PER_LINE => {
                told = work.done();
                print::note(&format!("{}: {told} of {} events", file.display(), work.total()));
            }
            None => {}
        }
    }
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    Ok(work.report())
}

fn tell(words: &Words, file: &Path, report: &Report) -> Result<(), Failure> {
    let file = file.display();
    for left in &report.skipped {
        let uid = left.uid.as_deref().map(|uid| format!(" {uid}")).unwrap_or_default();
        print::line(&format!("{file}:{}: {}{uid} left out: {}", left.line, left.component, left.why(words)))?;
    }
    let listed = u64::try_from(report.skipped.len()).unwrap_or(u64::MAX);
    let more = report.skipped_count.saturating_sub(listed);
    if more > 0 {
        print::line(&format!("{file}: and {more} more were left out"))?;
    }
    print::line(&format!(
        "{file}: {} new, {} changed, {} unchanged, {} left out",
        report.created, report.updated, report.unchanged, report.skipped_count
    ))
}

pub async fn export(app: &App, command: ExportCommand) -> Result<(), Failure> {
    let ExportCommand::Ics { which: w, output, include_private } = command;
    let community = which(app, w.community.as_deref()).await?;
    let audience = if include_private { Audience::Export } else { Audience::Everyone };
    let Some(file) = output else {
        let mut out = BufWriter::new(std::io::stdout());
        return match export_ics(app, &community, audience, &mut out).await {
            // A reader that went away, as `head` does, is no error.
            Err(ExportError::Write(e)) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
            other => other.map(|_| ()).map_err(|e| failure(&e, None)),
        };
    };
    let unwritable = |e: std::io::Error| failure(&ExportError::Write(e), Some(&file));
    let mut out = BufWriter::new(File::create(&file).map_err(unwritable)?);
    let exported =
        export_ics(app, &community, audience, &mut out).await.map_err(|e| failure(&e, Some(&file)))?;
    print::note(&format!("Wrote {} events to {}.", exported.events, file.display()));
    Ok(())
}

fn failure(error: &ExportError, file: Option<&PathBuf>) -> Failure {
    let what = match file {
        Some(file) => format!("{}: {error}", file.display()),
        None => error.to_string(),
    };
    let remedy = match error {
        ExportError::Database(_) => "Run `tessera doctor` to see what is wrong with the database.",
        ExportError::Write(_) => "Check that the folder exists, may be written to, and has room.",
    };
    Failure::new(what, remedy)
}
