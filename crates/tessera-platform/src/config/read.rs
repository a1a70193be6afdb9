//! Layers of settings, and every mistake in them.

use super::Config;
use super::keys::{Expected, KEYS, Key};
use super::values::ByteSize;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;
use toml::Value;

/// Where settings come from. Tests fill it by hand.
#[derive(Debug, Default)]
pub struct Sources {
    /// `--config FILE`.
    pub explicit: Option<PathBuf>,
    pub environment: BTreeMap<String, String>,
    /// Where `tessera.toml` is looked for.
    pub working_dir: PathBuf,
}

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key or variable as it was written.
    pub key: String,
    /// The file, or "the environment".
    pub source: String,
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.key.is_empty() {
            return write!(f, "{}: {}", self.source, self.message);
        }
        write!(f, "{} (in {}): {}", self.key, self.source, self.message)
    }
}

/// Every mistake in all layers, one per line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    pub problems: Vec<Problem>,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.problems.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ConfigError {}

impl Sources {
    /// The command line's file and this process's environment and working directory.
    pub fn of_process(explicit: Option<PathBuf>) -> Self {
        let environment = std::env::vars_os()
            .filter_map(|(name, value)| {
                Some((name.into_string().ok()?, value.to_string_lossy().into_owned()))
            })
            .collect();
        Self {
            explicit,
            environment,
            working_dir: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
        }
    }

    /// The file that [`read`](Self::read) reads, if there is one.
    pub fn file(&self) -> Option<PathBuf> {
        if let Some(file) = &self.explicit {
            return Some(file.clone());
        }
        if let Some(file) = self.environment.get("TESSERA_CONFIG").filter(|f| !f.is_empty()) {
            return Some(PathBuf::from(file));
        }
        let beside = self.working_dir.join("tessera.toml");
        beside.is_file().then_some(beside)
    }

    /// The configuration, or everything that is wrong with it.
    pub fn read(&self) -> Result<Config, ConfigError> {
        let mut reading = Reading { config: Config::default(), problems: Vec::new() };
        if let Some(file) = self.file() {
            reading.file(&file);
        }
        reading.environment(&self.environment);
        if reading.problems.is_empty() {
            Ok(reading.config)
        } else {
            Err(ConfigError { problems: reading.problems })
        }
    }
}

struct Reading {
    config: Config,
    problems: Vec<Problem>,
}

impl Reading {
    fn problem(&mut self, key: &str, source: &str, message: String) {
        self.problems.push(Problem { key: key.into(), source: source.into(), message });
    }

    fn file(&mut self, file: &Path) {
        let source = file.display().to_string();
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(e) => {
                return self.problem("", &source, format!("the configuration file cannot be read: {e}"));
            }
        };
        let table: toml::Table = match text.parse() {
            Ok(table) => table,
            Err(e) => {
                return self.problem("", &source, format!("this is not TOML: {}", e.to_string().trim()));
            }
        };
        for (name, value) in table {
            match value {
                Value::Table(section) if !section.is_empty() => {
                    for (key, value) in section {
                        self.file_entry(&source, format!("{name}.{key}"), value);
                    }
                }
                Value::Table(_) if is_section(&name) => {}
                value if is_section(&name) => {
                    let message = format!("found {}, expected a section [{name}]", describe(&value));
                    self.problem(&name, &source, message);
                }
                value => self.file_entry(&source, name, value),
            }
        }
    }

    fn file_entry(&mut self, source: &str, name: String, value: Value) {
        if let Some(key) = find(&name) {
            return self.set(key, &name, source, &Raw::Toml(value));
        }
        if let (Some(key), Value::String(path)) = (name.strip_suffix("_file").and_then(find), &value) {
            return self.set_from_file(key, &name, source, path);
        }
        let message =
            format!("there is no such setting; the nearest is {}", nearest(&name).map_or("", |k| k.name));
        self.problem(&name, source, message);
    }

    fn environment(&mut self, environment: &BTreeMap<String, String>) {
        const SOURCE: &str = "the environment";
        for key in KEYS {
            let Some(variable) = key.variable else { continue };
            if let Some(value) = environment.get(variable) {
                self.set(key, variable, SOURCE, &Raw::Text(value.clone()));
            } else if let Some(path) = environment.get(&format!("{variable}_FILE")) {
                self.set_from_file(key, &format!("{variable}_FILE"), SOURCE, path);
            }
        }
        for (variable, value) in environment {
            let Some(rest) = variable.strip_prefix("TESSERA_") else { continue };
            // TESSERA_TEST_… is the test suite's own.
            if rest == "CONFIG" || rest.starts_with("TEST_") {
                continue;
            }
            let name = rest.to_ascii_lowercase().replace("__", ".");
            if let Some(key) = find(&name) {
                self.set(key, variable, SOURCE, &Raw::Text(value.clone()));
            } else if let Some(key) = name.strip_suffix("_file").and_then(find) {
                self.set_from_file(key, variable, SOURCE, value);
            } else {
                let nearest = nearest(&name).map(Key::env_name).unwrap_or_default();
                self.problem(variable, SOURCE, format!("there is no such setting; the nearest is {nearest}"));
            }
        }
    }

    fn set_from_file(&mut self, key: &Key, written: &str, source: &str, path: &str) {
        match std::fs::read_to_string(path) {
            Ok(text) => {
                self.set(key, written, path, &Raw::Text(text.trim_end_matches(['\r', '\n']).to_owned()))
            }
            Err(e) => self.problem(written, source, format!("the file {path} cannot be read: {e}")),
        }
    }

    fn set(&mut self, key: &Key, written: &str, source: &str, value: &Raw) {
        if let Err(expected) = (key.set)(&mut self.config, value) {
            let found = if key.secret { value.kind().to_owned() } else { value.describe() };
            self.problem(written, source, format!("found {found}, expected {expected}"));
        }
    }
}

fn is_section(name: &str) -> bool {
    KEYS.iter().any(|k| k.name.split_once('.').is_some_and(|(section, _)| section == name))
}

fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|k| k.name == name)
}

/// The key that looks most like `name`; one with the same last word is near, whatever its section.
fn nearest(name: &str) -> Option<&'static Key> {
    let last = name.rsplit('.').next().unwrap_or(name);
    KEYS.iter().min_by_key(|key| {
        let whole = strsim::damerau_levenshtein(&key.name.replace('_', "."), &name.replace('_', "."));
        let end = strsim::damerau_levenshtein(key.name.rsplit('.').next().unwrap_or(key.name), last);
        whole.min(end.saturating_add(1))
    })
}

/// A value as it was found.
pub(super) enum Raw {
    Toml(Value),
    /// From the environment or a file: its kind is the key's.
    Text(String),
}

impl Raw {
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Toml(Value::String(s)) => Some(s.trim()),
            Self::Toml(_) => None,
            Self::Text(s) => Some(s.trim()),
        }
    }

    pub fn non_empty_text(&self, expected: &str) -> Result<&str, Expected> {
        self.text().filter(|t| !t.is_empty()).ok_or_else(|| expected.to_owned())
    }

    /// None for an empty text.
    pub fn optional_text(&self, expected: &str) -> Result<Option<&str>, Expected> {
        self.text().map(|t| Some(t).filter(|t| !t.is_empty())).ok_or_else(|| expected.to_owned())
    }

    pub fn parsed<T: FromStr>(&self, expected: &str) -> Result<T, Expected> {
        self.text().and_then(|t| t.parse().ok()).ok_or_else(|| expected.to_owned())
    }

    /// For types that say themselves what they expect.
    pub fn parsed_own<T: FromStr<Err = &'static str>>(&self) -> Result<T, Expected> {
        self.text().unwrap_or("").parse().map_err(|e: &str| e.to_owned())
    }

    pub fn flag(&self, expected: &str) -> Result<bool, Expected> {
        match self {
            Self::Toml(Value::Boolean(b)) => Ok(*b),
            Self::Text(s) => match s.trim().to_ascii_lowercase().as_str() {
                "true" | "1" | "yes" | "on" => Ok(true),
                "false" | "0" | "no" | "off" => Ok(false),
                _ => Err(expected.to_owned()),
            },
            Self::Toml(_) => Err(expected.to_owned()),
        }
    }

    pub fn number(&self, least: u32, most: u32) -> Result<u32, Expected> {
        let number = match self {
            Self::Toml(Value::Integer(n)) => u32::try_from(*n).ok(),
            Self::Text(s) => s.trim().parse().ok(),
            Self::Toml(_) => None,
        };
        number
            .filter(|n| (least..=most).contains(n))
            .ok_or_else(|| format!("a whole number from {least} to {most}"))
    }

    pub fn size(&self) -> Result<ByteSize, Expected> {
        let text = match self {
            Self::Toml(Value::Integer(n)) => n.to_string(),
            _ => self.text().unwrap_or("").to_owned(),
        };
        text.parse().map_err(|e: &str| e.to_owned())
    }

    /// Seconds as a number, or a text with units as jiff reads them: `2h`, `1h 30m`, `PT15M`.
    pub fn duration(&self, least_seconds: u64, most_seconds: u64) -> Result<Duration, Expected> {
        let duration = match self {
            Self::Toml(Value::Integer(n)) => u64::try_from(*n).ok().map(Duration::from_secs),
            _ => self.text().and_then(|t| match t.parse::<u64>() {
                Ok(seconds) => Some(Duration::from_secs(seconds)),
                Err(_) => days_or_less(t),
            }),
        };
        let range = Duration::from_secs(least_seconds)..=Duration::from_secs(most_seconds);
        duration.filter(|d| range.contains(d)).ok_or_else(|| {
            format!("a duration such as \"2h\", \"15m\" or a number of seconds, from {least_seconds} to {most_seconds}")
        })
    }

    pub fn list(&self, expected: &str) -> Result<Vec<String>, Expected> {
        let wrong = || expected.to_owned();
        match self {
            Self::Toml(Value::Array(items)) => {
                items.iter().map(|v| v.as_str().map(str::to_owned).ok_or_else(wrong)).collect()
            }
            Self::Toml(_) => Err(wrong()),
            Self::Text(s) => {
                Ok(s.split(',').map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect())
            }
        }
    }

    fn describe(&self) -> String {
        match self {
            Self::Toml(value) => describe(value),
            Self::Text(text) => quoted(text),
        }
    }

    /// What it is, without showing it.
    fn kind(&self) -> &'static str {
        match self {
            Self::Toml(Value::String(_)) | Self::Text(_) => "another text",
            Self::Toml(Value::Integer(_) | Value::Float(_)) => "a number",
            Self::Toml(_) => "something that is no text",
        }
    }
}

/// Days are taken as 24 hours.
fn days_or_less(text: &str) -> Option<Duration> {
    let span: jiff::Span = text.parse().ok()?;
    let relative = jiff::SpanRelativeTo::days_are_24_hours();
    span.to_duration(relative).ok().and_then(|d| Duration::try_from(d).ok())
}

fn describe(value: &Value) -> String {
    match value {
        Value::String(s) => quoted(s),
        Value::Integer(n) => format!("the number {n}"),
        Value::Float(n) => format!("the number {n}"),
        Value::Boolean(b) => format!("{b}"),
        Value::Datetime(d) => format!("the time {d}"),
        Value::Array(_) => "a list".to_owned(),
        Value::Table(_) => "a section".to_owned(),
    }
}

fn quoted(text: &str) -> String {
    let mut shown: String = text.chars().take(80).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    format!("{shown:?}")
}
