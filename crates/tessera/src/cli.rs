//! The command line: what can be typed, with its help. What each command does is in [`crate::commands`].

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use tessera_core::Role;

/// A self-hosted home for communities: calendars, events, invitations.
#[derive(Debug, Parser)]
#[command(
    name = "tessera",
    version,
    about,
    propagate_version = true,
    arg_required_else_help = true,
    after_help = "Examples:\n  \
        tessera serve\n  \
        tessera community create --slug torino --name 'Moto Club Torino'\n  \
        tessera user create --email ana@example.org --name Ana --role admin\n  \
        tessera partner add --name 'MC Roma' --code roma --url https://mcroma.example\n  \
        tessera doctor\n\n\
        Settings come from --config FILE, else from $TESSERA_CONFIG, else from tessera.toml in the working directory; \
        environment variables like TESSERA_HTTP__LISTEN override them. `tessera config generate` prints them all.\n\n\
        Exit status: 0 done, 1 failed, 2 wrong use."
)]
pub struct Cli {
    /// The configuration file
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the server: pages, APIs and background work
    #[command(after_help = "Examples:\n  \
        tessera serve\n  \
        TESSERA_HTTP__LISTEN=127.0.0.1:9000 tessera serve\n  \
        tessera serve --config /etc/tessera.toml --no-worker")]
    Serve {
        /// Leave the background work to other processes (`tessera worker`)
        #[arg(long)]
        no_worker: bool,
    },
    /// Run the background work only: mails, schedules, clean-up
    #[command(after_help = "Example:\n  tessera worker --config /etc/tessera.toml")]
    Worker,
    /// Bring the database to this version
    #[command(
        after_help = "On SQLite a copy of the database is kept beside it before anything is changed.\n\n\
        Example:\n  tessera migrate"
    )]
    Migrate(JsonOutput),
    /// Communities: create one, list them
    #[command(subcommand)]
    Community(CommunityCommand),
    /// People: create accounts, list them, give roles, let somebody in again
    #[command(subcommand)]
    User(UserCommand),
    /// Partner clubs on other servers: add them, give them keys, approve and test them
    #[command(subcommand)]
    Partner(Box<PartnerCommand>),
    /// Take in what other programs have
    #[command(subcommand)]
    Import(ImportCommand),
    /// Give out what is here, for other programs
    #[command(subcommand)]
    Export(ExportCommand),
    /// Show the dates of a recurrence rule, and what it says in words
    #[command(
        after_help = "Needs no server and no configuration. A start that is a day makes a series of days; one without a zone\n\
        is at that time wherever one is; one that ends in Z is in UTC. --jsonl reads one case per line, as\n\
        {\"id\", \"dtstart\", \"value\", \"tzid\", \"rrule\", \"exdates\", \"rdates\", \"limit\" or \"window_start\" and\n\
        \"window_end\"}, and answers each with a line: {\"id\", \"instances\", \"complete\"} or {\"id\", \"error\"}.\n\n\
        Examples:\n  \
        tessera recurrence --start 2026-01-05T20:00 --zone Europe/Rome 'FREQ=WEEKLY;BYDAY=MO'\n  \
        tessera recurrence --start 2026-01-31 --limit 5 'FREQ=MONTHLY;BYMONTHDAY=-1'\n  \
        tessera recurrence --start 2026-01-05T20:00 --zone Europe/Rome --from 2034-01-01 --to 2034-02-01 'FREQ=WEEKLY'\n  \
        tessera recurrence --jsonl < cases.jsonl"
    )]
    Recurrence(RecurrenceArgs),
    /// Ask every partner club for its events now, and tell it how many of ours are interested
    #[command(
        name = "sync-federation",
        after_help = "Partners that are active and approved are asked, several at once. The server does the same by itself, every\n\
        `federation.sync_interval`. Exit status 1 where any partner failed.\n\n\
        Examples:\n  \
        tessera sync-federation\n  \
        tessera sync-federation --partner roma --events-only\n  \
        tessera sync-federation --community torino --json"
    )]
    SyncFederation(SyncArgs),
    /// Write everything into one file, while the server runs
    #[command(after_help = "The file holds the database, the uploads and the secret key: keep it safe.\n\
        On PostgreSQL the program pg_dump does the work and must be installed.\n\n\
        Example:\n  tessera backup /var/backups/tessera-$(date +%F).tar.gz")]
    Backup {
        /// The file to write; it must not exist yet
        file: PathBuf,
        #[command(flatten)]
        output: JsonOutput,
    },
    /// Put a backup back
    #[command(
        after_help = "Stop the server first. What is replaced is kept beside it as ….before-restore-TIME.\n\n\
        Examples:\n  \
        tessera restore /var/backups/tessera-2026-04-15.tar.gz\n  \
        tessera restore /var/backups/tessera-2026-04-15.tar.gz --force"
    )]
    Restore {
        /// A file that `tessera backup` wrote
        file: PathBuf,
        /// Replace what is there
        #[arg(long)]
        force: bool,
        #[command(flatten)]
        output: JsonOutput,
    },
    /// Look for what is wrong, and say how to mend it
    #[command(
        after_help = "Looks at the configuration, the database and its version, mail, the clock, the keys, the disk and the \
        background work. Exit status 1 on a problem.\n\n\
        Example:\n  tessera doctor"
    )]
    Doctor(JsonOutput),
    /// The configuration: check it, or print a commented one
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Print the OpenAPI 3.1 document of the HTTP API
    #[command(after_help = "Example:\n  tessera openapi > openapi.json")]
    Openapi,
}

/// Whether a machine reads the answer.
#[derive(Clone, Copy, Debug, Args)]
pub struct JsonOutput {
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Which community. May be left out where the server has one.
#[derive(Clone, Debug, Args)]
pub struct WhichCommunity {
    /// The community's slug; may be left out where the server has one community
    #[arg(long, value_name = "SLUG")]
    pub community: Option<String>,
}

/// What is synced.
#[derive(Clone, Debug, Args)]
pub struct SyncArgs {
    /// Only partners of this community (its slug); of all where nothing is said
    #[arg(long, value_name = "SLUG")]
    pub community: Option<String>,
    /// Only this partner (its code)
    #[arg(long, value_name = "CODE")]
    pub partner: Option<String>,
    /// Do not tell partners of interest
    #[arg(long)]
    pub events_only: bool,
    #[command(flatten)]
    pub output: JsonOutput,
}

#[derive(Debug, Subcommand)]
pub enum CommunityCommand {
    /// Create a community
    #[command(after_help = "Examples:\n  \
        tessera community create --slug torino --name 'Moto Club Torino' --timezone Europe/Rome --locale it\n  \
        tessera community create --slug roma --name 'Moto Club Roma' --host roma.example.org")]
    Create {
        /// Its short name in addresses: lower-case letters, digits and hyphens
        #[arg(long)]
        slug: String,
        /// Its name
        #[arg(long)]
        name: String,
        /// A host name of its own; otherwise it is at SLUG. and the server's host
        #[arg(long)]
        host: Option<String>,
        /// Its time zone, as in Europe/Rome
        #[arg(long, value_name = "ZONE")]
        timezone: Option<String>,
        /// Its language: en, it, fr, es or de
        #[arg(long, value_name = "LANGUAGE")]
        locale: Option<tessera_core::Locale>,
        #[command(flatten)]
        output: JsonOutput,
    },
    /// List the communities
    #[command(after_help = "Example:\n  tessera community list --json")]
    List(JsonOutput),
}

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Create an account and make it a member
    #[command(
        after_help = "Without --password-stdin a one-time link to sign in with is printed. Whoever opens it and presses the button \
        is signed in, and can choose a password.\n\n\
        Examples:\n  \
        tessera user create --email ana@example.org --name 'Ana Rossi' --role admin\n  \
        pass show tessera/ana | tessera user create --email ana@example.org --name Ana --role organiser --password-stdin"
    )]
    Create {
        #[command(flatten)]
        which: WhichCommunity,
        /// The mail address
        #[arg(long)]
        email: String,
        /// The name shown to others
        #[arg(long)]
        name: String,
        /// A role; repeat it for several
        #[arg(long = "role", value_name = "ROLE", value_parser = role, required = true)]
        roles: Vec<Role>,
        /// Read the password from standard input
        #[arg(long)]
        password_stdin: bool,
        #[command(flatten)]
        output: JsonOutput,
    },
    /// List the members of a community
    #[command(after_help = "Example:\n  tessera user list --community torino --json")]
    List {
        #[command(flatten)]
        which: WhichCommunity,
        #[command(flatten)]
        output: JsonOutput,
    },
    /// Give a member these roles instead of those held now
    #[command(after_help = "Example:\n  tessera user set-role ana@example.org --role organiser --role staff")]
    SetRole {
        /// The mail address
        email: String,
        #[command(flatten)]
        which: WhichCommunity,
        /// A role; repeat it for several
        #[arg(long = "role", value_name = "ROLE", value_parser = role, required = true)]
        roles: Vec<Role>,
        #[command(flatten)]
        output: JsonOutput,
    },
    /// Print a one-time link to sign in with, and end the password of now
    #[command(after_help = "Example:\n  tessera user reset-password ana@example.org")]
    ResetPassword {
        /// The mail address
        email: String,
        #[command(flatten)]
        which: WhichCommunity,
        #[command(flatten)]
        output: JsonOutput,
    },
}

/// What can be said of a partner when it is added and when it is changed.
#[derive(Debug, Args)]
pub struct PartnerTerms {
    /// The address of their logo; it is fetched once and shown from here
    #[arg(long, value_name = "URL")]
    pub logo: Option<String>,
    /// The key they gave you; its secret comes with --api-secret-stdin
    #[arg(long, value_name = "pk_…")]
    pub api_key: Option<String>,
    /// Read the secret that goes with the key (sk_…) from standard input
    #[arg(long)]
    pub api_secret_stdin: bool,
    /// Show their events at once, without looking at each first
    #[arg(long)]
    pub auto_import: bool,
    /// Let them fetch our public events
    #[arg(long)]
    pub share: bool,
}

/// What can only be said of a partner that is there.
#[derive(Debug, Args)]
pub struct PartnerChange {
    /// Another name
    #[arg(long)]
    pub name: Option<String>,
    /// Another short code
    #[arg(long = "code", value_name = "NEW_CODE")]
    pub code: Option<String>,
    /// Another address
    #[arg(long)]
    pub url: Option<String>,
    /// Let events go and come again
    #[arg(long, conflicts_with = "inactive")]
    pub active: bool,
    /// Stop everything with them, keeping what there is
    #[arg(long)]
    pub inactive: bool,
    /// Do not let them fetch our events any more
    #[arg(long, conflicts_with = "share")]
    pub no_share: bool,
    /// Look at each of their events before it is shown
    #[arg(long, conflicts_with = "auto_import")]
    pub no_auto_import: bool,
    /// Accept the documented signatures from a partner that has signed with its published key
    #[arg(long, conflicts_with = "no_allow_documented_profile")]
    pub allow_documented_profile: bool,
    /// Do not accept them any more
    #[arg(long)]
    pub no_allow_documented_profile: bool,
}

#[derive(Debug, Subcommand)]
pub enum PartnerCommand {
    /// Add a partner; nothing goes out or comes in before it is approved
    #[command(after_help = "Examples:\n  \
        tessera partner add --name 'MC Roma' --code roma --url https://mcroma.example\n  \
        pass show roma | tessera partner add --name 'MC Roma' --code roma --url https://mcroma.example \\\n      \
        --api-key pk_7Hq2mV0cXw4tRz9LkB1nYd8sUe6jPa3f --api-secret-stdin --share --auto-import")]
    Add {
        #[command(flatten)]
        which: WhichCommunity,
        /// Its name
        #[arg(long)]
        name: String,
        /// Its short code: at most 20 letters, digits, - and _
        #[arg(long)]
        code: String,
        /// The address of its server
        #[arg(long)]
        url: String,
        #[command(flatten)]
        terms: PartnerTerms,
        #[command(flatten)]
        output: JsonOutput,
    },
    /// Change what is agreed with a partner
    #[command(after_help = "Examples:\n  \
        tessera partner edit roma --share --no-auto-import\n  \
        tessera partner edit roma --inactive\n  \
        tessera partner edit roma --allow-documented-profile")]
    Edit {
        /// The partner's short code
        #[arg(value_name = "CODE")]
        partner: String,
        #[command(flatten)]
        which: WhichCommunity,
        #[command(flatten)]
        change: PartnerChange,
        #[command(flatten)]
        terms: PartnerTerms,
        #[command(flatten)]
        output: JsonOutput,
    },
    /// Make a pair of keys for a partner to sign with, and print it this once
    #[command(
        after_help = "Prints {\"api_key\": \"pk_…\", \"api_secret\": \"sk_…\"}. The pair before it works for seven more days.\n\n\
        Example:\n  tessera partner generate-key roma > for-roma.json"
    )]
    GenerateKey {
        /// The partner's short code
        code: String,
        #[command(flatten)]
        which: WhichCommunity,
        #[command(flatten)]
        output: JsonOutput,
    },
    /// Approve a partner: its events come in, and ours go out where that was chosen
    #[command(after_help = "Example:\n  tessera partner approve roma")]
    Approve {
        /// The partner's short code
        code: String,
        #[command(flatten)]
        which: WhichCommunity,
        #[command(flatten)]
        output: JsonOutput,
    },
    /// Ask a partner for today's events, and say which step failed
    #[command(after_help = "Exit status 1 if it failed.\n\nExample:\n  tessera partner test roma")]
    Test {
        /// The partner's short code
        code: String,
        #[command(flatten)]
        which: WhichCommunity,
        #[command(flatten)]
        output: JsonOutput,
    },
    /// Show what is agreed with a partner
    #[command(after_help = "Example:\n  tessera partner show roma --json")]
    Show {
        /// The partner's short code
        code: String,
        #[command(flatten)]
        which: WhichCommunity,
        #[command(flatten)]
        output: JsonOutput,
    },
    /// List the partners
    #[command(after_help = "Example:\n  tessera partner list --community torino --json")]
    List {
        #[command(flatten)]
        which: WhichCommunity,
        #[command(flatten)]
        output: JsonOutput,
    },
}

#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Import calendar files (.ics)
    #[command(
        after_help = "An event is recognised by its UID: running it again changes nothing, a newer file changes what changed.\n\
        What cannot be read is left out whole and named with its line. Without --visibility everything is public but\n\
        for events that the file itself marks as private.\n\n\
        Examples:\n  \
        tessera import ics club.ics rides.ics --community torino\n  \
        tessera import ics board.ics --as ana@example.org --visibility private"
    )]
    Ics {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        which: WhichCommunity,
        /// Who organises what is new; the first admin otherwise
        #[arg(long = "as", value_name = "EMAIL")]
        organiser: Option<String>,
        /// Who sees the events
        #[arg(long)]
        visibility: Option<Shown>,
        #[command(flatten)]
        output: JsonOutput,
    },
}

/// Who sees what is imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Shown {
    Public,
    Private,
}

#[derive(Debug, Subcommand)]
pub enum ExportCommand {
    /// Export the events as a calendar file (.ics)
    #[command(after_help = "Every UID is kept, and so is everything that an imported event came with.\n\n\
        Examples:\n  \
        tessera export ics --community torino --output torino.ics\n  \
        tessera export ics --include-private > everything.ics")]
    Ics {
        #[command(flatten)]
        which: WhichCommunity,
        /// The file to write; standard output otherwise
        #[arg(long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Private events too
        #[arg(long)]
        include_private: bool,
    },
}

/// A rule and what is asked of it.
#[derive(Clone, Debug, Args)]
pub struct RecurrenceArgs {
    /// The rule, as in RFC 5545: FREQ=WEEKLY;BYDAY=MO
    #[arg(required_unless_present = "jsonl", value_name = "RRULE")]
    pub rule: Option<String>,
    /// Where the series starts: a day, a time, or an instant
    #[arg(long, required_unless_present = "jsonl", value_name = "T")]
    pub start: Option<String>,
    /// The time zone of the series, as in Europe/Rome
    #[arg(long)]
    pub zone: Option<String>,
    /// A date that is left out; repeat it for several
    #[arg(long = "exdate", value_name = "T")]
    pub exdates: Vec<String>,
    /// A date that is added; repeat it for several
    #[arg(long = "rdate", value_name = "T")]
    pub rdates: Vec<String>,
    /// How many dates at most: 10 unless a window is asked for
    #[arg(long, value_name = "N")]
    pub limit: Option<u64>,
    /// Only dates that start at this moment or later
    #[arg(long, value_name = "T")]
    pub from: Option<String>,
    /// Only dates that start before this moment
    #[arg(long, value_name = "T")]
    pub to: Option<String>,
    /// The language of the words: en, it, fr, es or de
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub locale: tessera_core::Locale,
    /// Read cases, one JSON object per line, and answer each with a line
    #[arg(long, conflicts_with_all = ["rule", "start", "zone", "exdates", "rdates", "limit", "from", "to"])]
    pub jsonl: bool,
    /// With --jsonl: read this file instead of standard input
    #[arg(long, value_name = "FILE", requires = "jsonl")]
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub output: JsonOutput,
}

fn role(text: &str) -> Result<Role, String> {
    text.parse().map_err(|_| "the roles are admin, organiser, promoter, staff and member".to_owned())
}

#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Check the configuration of this place
    #[command(after_help = "Example:\n  tessera config check --config /etc/tessera.toml")]
    Check(JsonOutput),
    /// Print a commented configuration with every default
    #[command(after_help = "Example:\n  tessera config generate > tessera.toml")]
    Generate,
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_explains_itself_with_an_example() {
        fn look(command: &clap::Command, path: &str) {
            for sub in command.get_subcommands().filter(|s| s.get_name() != "help") {
                let path = format!("{path} {}", sub.get_name());
                assert!(sub.get_about().is_some(), "{path} says nothing of itself");
                let help = sub.get_after_help().map(ToString::to_string).unwrap_or_default();
                assert!(sub.has_subcommands() || help.contains(path.trim()), "{path} has no example");
                for argument in sub.get_arguments() {
                    assert!(argument.get_help().is_some(), "{path}: {} is not explained", argument.get_id());
                }
                look(sub, &path);
            }
        }
        look(&Cli::command(), "tessera");
    }
}
