//! Engines in other languages: a program each, which is handed all questions and answers each with a line.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use jiff::{Timestamp, civil::DateTime};

use crate::engines::Question;

/// The time of one question, in nanoseconds, and the dates; none where the engine had nothing to say.
pub type Answer = (u64, Option<Vec<Timestamp>>);

/// Why a peer is missing from the report.
pub type Missing = String;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("peers")
}

/// libical, compiled here against the one of this machine.
pub fn libical(questions: &[Question], tries: u32) -> Result<Vec<Answer>, Missing> {
    let program = std::env::temp_dir().join(format!("bench-libical-{}", std::process::id()));
    let compiled = Command::new("cc")
        .args(["-O2", "-o"])
        .arg(&program)
        .arg(folder().join("libical.c"))
        .arg("-lical")
        .output()
        .map_err(|error| error.to_string())?;
    if !compiled.status.success() {
        return Err(format!("libical is missing (on Debian: apt install libical-dev): {}", said(&compiled.stderr)));
    }
    let answers = ask(&mut Command::new(&program), questions, tries);
    let _ = std::fs::remove_file(program);
    answers
}

/// python-dateutil of the Python on this machine.
pub fn dateutil(questions: &[Question], tries: u32) -> Result<Vec<Answer>, Missing> {
    let mut command = Command::new("python3");
    command.arg(folder().join("dateutil.py"));
    ask(&mut command, questions, tries)
        .map_err(|error| format!("dateutil is missing (pip install python-dateutil): {error}"))
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).lines().last().unwrap_or_default().to_owned()
}

fn ask(command: &mut Command, questions: &[Question], tries: u32) -> Result<Vec<Answer>, Missing> {
    let mut child = command
        .arg(tries.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let mut stdin = child.stdin.take().ok_or("no input")?;
    let lines: String = questions.iter().map(line).collect();
    let writing = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    let _ = writing.join();
    let answers: Vec<Answer> = String::from_utf8_lossy(&output.stdout).lines().map(answer).collect();
    if answers.len() == questions.len() {
        return Ok(answers);
    }
    Err(format!("{} of {} answered: {}", answers.len(), questions.len(), said(&output.stderr)))
}

fn line(question: &Question) -> String {
    let text = |at: &DateTime| at.strftime("%Y%m%dT%H%M%S").to_string();
    let list = |list: &[DateTime]| list.iter().map(text).collect::<Vec<_>>().join(",");
    format!(
        "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n",
        text(&question.start),
        question.zone.as_deref().unwrap_or("UTC"),
        question.rule,
        list(&question.added),
        list(&question.excepted),
        question.from.as_second(),
        question.to.as_second(),
        question.most,
    )
}

fn answer(line: &str) -> Answer {
    let mut fields = line.split('\t');
    let took = fields.next().and_then(|took| took.parse().ok()).unwrap_or(u64::MAX);
    let dates = fields.map(|at| at.parse().ok().and_then(|at| Timestamp::from_second(at).ok())).collect();
    (took, dates)
}
