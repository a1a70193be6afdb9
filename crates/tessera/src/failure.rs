//! What a person at the shell is told when a command fails: one sentence, and what to do.

use std::fmt;

/// One readable sentence and a remedy.
#[derive(Debug)]
pub struct Failure {
    pub what: String,
    pub remedy: Option<String>,
    pub status: Status,
}

/// The exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Failed,
    WrongUse,
}

impl Failure {
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: Some(remedy.into()), status: Status::Failed }
    }

    /// The command was not used as it is meant.
    pub fn wrong_use(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { status: Status::WrongUse, ..Self::new(what, remedy) }
    }

    /// A fault that nobody foresaw, with everything that led to it.
    pub fn unforeseen(error: &anyhow::Error) -> Self {
        Self { what: chain(error.as_ref()), remedy: None, status: Status::Failed }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tessera: {}", self.what)?;
        match &self.remedy {
            Some(remedy) => write!(f, "\n  {remedy}"),
            None => Ok(()),
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::unforeseen(&error)
    }
}

impl From<sea_orm::DbErr> for Failure {
    fn from(error: sea_orm::DbErr) -> Self {
        let what = format!("the database does not answer as it should: {error}");
        Self::new(what, "Run `tessera doctor` to see what is wrong with it.")
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self { what: error.to_string(), remedy: None, status: Status::Failed }
    }
}

/// An error and its causes, in one line.
pub fn chain(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let text = cause.to_string();
        if !said.contains(&text) {
            said.push_str(": ");
            said.push_str(&text);
        }
        source = cause.source();
    }
    said
}
