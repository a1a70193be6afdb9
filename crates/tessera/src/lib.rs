//! The program: the list of its slices, how it is put together, served and stopped, and its command line.

mod backup;
mod cli;
mod commands;
mod failure;
mod print;
pub mod program;
mod progress;
pub mod slices;

use clap::Parser;
use failure::Status;
use std::process::ExitCode;

/// Reads the command line and does what it says. Exit status: 0 done, 1 failed, 2 wrong use.
pub fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => {
            print::note(&format!("tessera: the program cannot start its threads: {e}"));
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(commands::run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            print::note(&failure.to_string());
            match failure.status {
                Status::Failed => ExitCode::FAILURE,
                Status::WrongUse => ExitCode::from(2),
            }
        }
    }
}
