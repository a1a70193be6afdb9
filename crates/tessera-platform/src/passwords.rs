//! Passwords: what is accepted as one, its hash (Argon2id) and checking it.
//!
//! Hashing takes tens of milliseconds and 19 MiB, so it runs on blocking threads, only a few at a time. Checking a
//! password of an account that does not exist takes as long as of one that does. Not here: counting failures, see
//! [`crate::limits`].

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use std::sync::Arc;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

pub const LEAST_CHARS: usize = 10;
pub const MOST_BYTES: usize = 1024;

/// OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A password that may be set.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPassword(String);

/// Why a password may not be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::enum_variant_names, reason = "too short, too long, too common: as people say it")]
pub enum Unfit {
    #[error("the password has fewer than {LEAST_CHARS} characters")]
    TooShort,
    #[error("the password is longer than {MOST_BYTES} bytes")]
    TooLong,
    /// Among the first that anybody would try.
    #[error("the password is too easy to guess")]
    TooCommon,
}

impl NewPassword {
    /// `about` is what anybody knows of the person: address, name, the community's name.
    pub fn parse(text: &str, about: &[&str]) -> Result<Self, Unfit> {
        if text.len() > MOST_BYTES {
            return Err(Unfit::TooLong);
        }
        let text: String = text.nfc().collect();
        if text.chars().count() < LEAST_CHARS {
            return Err(Unfit::TooShort);
        }
        let lower = text.to_lowercase();
        let known = about.iter().map(|a| a.to_lowercase()).any(|a| {
            let local = a.split('@').next().unwrap_or_default();
            lower == a || (local.chars().count() >= 4 && without_ending(&lower) == local)
        });
        if known || is_common(&lower) {
            return Err(Unfit::TooCommon);
        }
        Ok(Self(text))
    }
}

impl std::fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[password]")
    }
}

/// Without the digits and signs people append when asked for more.
fn without_ending(lower: &str) -> &str {
    lower.trim_end_matches(|c: char| !c.is_alphabetic())
}

fn is_common(lower: &str) -> bool {
    let mut distinct: Vec<char> = lower.chars().collect();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() <= 2 {
        return true;
    }
    let steps = || lower.chars().zip(lower.chars().skip(1));
    let climbs = |by: u32| steps().all(|(a, b)| u32::from(a).checked_add(by) == Some(u32::from(b)));
    let falls = steps().all(|(a, b)| u32::from(b).checked_add(1) == Some(u32::from(a)));
    if climbs(1) || falls {
        return true;
    }
    COMMON_WHOLE.contains(&lower) || COMMON_STEMS.contains(&without_ending(lower))
}

/// The commonest of at least ten characters in published lists, and keyboard walks.
const COMMON_WHOLE: &[&str] = &[
    "1234567890",
    "0123456789",
    "12345678910",
    "123456789a",
    "a123456789",
    "123123123123",
    "1q2w3e4r5t",
    "1q2w3e4r5t6y",
    "q1w2e3r4t5",
    "1qaz2wsx3edc",
    "qazwsxedcrfv",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "qwertyuiopasdfghjkl",
    "asdfghjkl123",
    "zxcvbnm123",
    "1234qwerasdf",
    "qwerty123456",
    "123456qwerty",
    "abcd123456",
    "abc1234567",
    "abcdef1234",
    "aa12345678",
    "a1b2c3d4e5",
    "zaq12wsxcde3",
    "pass@word1",
    "p@ssw0rd123",
    "p@ssword123",
    "passw0rd123",
    "3rjs1la7qe",
    "1111122222",
    "9876543210",
    "0987654321",
    "1234554321",
    "correcthorsebatterystaple",
];

/// Words that stay easy whatever digits follow them.
const COMMON_STEMS: &[&str] = &[
    "password",
    "passwort",
    "motdepasse",
    "contraseña",
    "contrasena",
    "passwordpassword",
    "mypassword",
    "yourpassword",
    "newpassword",
    "changeme",
    "letmein",
    "welcome",
    "benvenuto",
    "benvenuta",
    "bienvenue",
    "bienvenido",
    "willkommen",
    "iloveyou",
    "tiamo",
    "jetaime",
    "teamo",
    "tequiero",
    "ichliebedich",
    "hallo",
    "ciao",
    "bonjour",
    "hola",
    "hello",
    "qwerty",
    "qwertz",
    "azerty",
    "asdfghjkl",
    "administrator",
    "amministratore",
    "admin",
    "superman",
    "batman",
    "football",
    "fussball",
    "baseball",
    "sunshine",
    "princess",
    "principessa",
    "princesse",
    "princesa",
    "dragon",
    "monkey",
    "liverpool",
    "juventus",
    "barcelona",
    "realmadrid",
    "tessera",
    "test",
    "testtest",
    "secret",
    "geheim",
    "segreto",
    "starwars",
    "whatever",
    "trustno",
    "michael",
    "jordan",
    "computer",
    "internet",
    "summer",
    "winter",
    "sommer",
    "estate",
    "inverno",
    "primavera",
    "verano",
    "invierno",
];

/// What checking a password said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    Wrong,
    Right,
    /// Right, but hashed with other parameters than today's: hash it anew while it is at hand.
    RightButOutdated,
}

/// Hashes and checks, a few at a time.
#[derive(Clone, Debug)]
pub struct Passwords {
    memory_kib: u32,
    turns: Arc<Semaphore>,
}

/// The hash could not be made; a fault, not the user's doing.
#[derive(Debug, thiserror::Error)]
#[error("a password could not be hashed: {0}")]
pub struct HashingFailed(String);

impl Passwords {
    /// As many at a time as there are processors.
    pub fn new() -> Self {
        Self::with_memory(MEMORY_KIB)
    }

    /// Quick and weak, for tests that sign in a thousand times.
    pub fn weak_for_tests() -> Self {
        Self::with_memory(8)
    }

    fn with_memory(memory_kib: u32) -> Self {
        let turns = std::thread::available_parallelism().map_or(2, usize::from);
        Self { memory_kib, turns: Arc::new(Semaphore::new(turns)) }
    }

    /// The PHC string to store.
    pub async fn hash(&self, password: &NewPassword) -> Result<String, HashingFailed> {
        let (text, memory_kib) = (password.0.clone(), self.memory_kib);
        self.on_a_thread(move || hash(&text, memory_kib)).await?
    }

    /// Checks `text` against a stored hash. None: there is no such account or it has no password, which takes as
    /// long and is always wrong.
    pub async fn check(&self, text: &str, stored: Option<&str>) -> Result<Checked, HashingFailed> {
        if text.len() > MOST_BYTES {
            return Ok(Checked::Wrong);
        }
        let text: String = text.nfc().collect();
        let (stored, memory_kib) = (stored.map(str::to_owned), self.memory_kib);
        self.on_a_thread(move || {
            let Some(stored) = stored else {
                hash(&text, memory_kib)?;
                return Ok(Checked::Wrong);
            };
            let parsed = PasswordHash::new(&stored).map_err(|e| HashingFailed(e.to_string()))?;
            let argon2 = argon2(memory_kib)?;
            if argon2.verify_password(text.as_bytes(), &parsed).is_err() {
                return Ok(Checked::Wrong);
            }
            let current = Params::try_from(&parsed)
                .is_ok_and(|p| p.m_cost() == memory_kib && p.t_cost() == PASSES)
                && parsed.algorithm.as_str() == Algorithm::Argon2id.as_str();
            Ok(if current { Checked::Right } else { Checked::RightButOutdated })
        })
        .await?
    }

    async fn on_a_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashingFailed> {
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|e| HashingFailed(e.to_string()))?;
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            drop(turn);
            result
        });
        done.await.map_err(|e| HashingFailed(e.to_string()))
    }
}

impl Default for Passwords {
    fn default() -> Self {
        Self::new()
    }
}

fn argon2(memory_kib: u32) -> Result<Argon2<'static>, HashingFailed> {
    let params = Params::new(memory_kib, PASSES, LANES, None).map_err(|e| HashingFailed(e.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(text: &str, memory_kib: u32) -> Result<String, HashingFailed> {
    let salt: [u8; 16] = crate::random_bytes();
    let hash = argon2(memory_kib)?.hash_password_with_salt(text.as_bytes(), &salt);
    hash.map(|h: PasswordHash| h.to_string()).map_err(|e| HashingFailed(e.to_string()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<NewPassword, Unfit> {
        NewPassword::parse(text, &["ana.rossi@example.org", "Ana Rossi"])
    }

    #[test]
    fn what_anybody_would_try_first_is_refused() {
        for text in [
            "password123!",
            "Passwort2024",
            "1234567890",
            "0987654321",
            "aaaaaaaaaaaa",
            "abababababab",
            "abcdefghijkl",
            "Qwertyuiop",
            "ana.rossi2024",
            "Ana.Rossi@example.org",
            "benvenuto1!",
            "juventus1897",
        ] {
            assert_eq!(parse(text), Err(Unfit::TooCommon), "{text}");
        }
        assert_eq!(parse("short"), Err(Unfit::TooShort));
        assert_eq!(parse(&"x1y".repeat(400)), Err(Unfit::TooLong));
        for text in ["vier grüne Boote", "correct horse", "日本語のパスワード!", "zXq-8812-lmP"] {
            assert!(parse(text).is_ok(), "{text}");
        }
    }

    #[tokio::test]
    async fn a_password_is_checked_however_its_accents_were_typed() {
        let passwords = Passwords::weak_for_tests();
        let stored = passwords.hash(&parse("caffè e cornetti").unwrap()).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=8,t=2,p=1$"), "{stored}");
        assert_eq!(passwords.check("caffe\u{300} e cornetti", Some(&stored)).await.unwrap(), Checked::Right);
        assert_eq!(passwords.check("caffe e cornetti", Some(&stored)).await.unwrap(), Checked::Wrong);
        assert_eq!(passwords.check(&"x".repeat(5000), Some(&stored)).await.unwrap(), Checked::Wrong);
    }

    #[tokio::test]
    async fn a_hash_with_other_parameters_asks_to_be_made_anew() {
        let stored = Passwords::weak_for_tests().hash(&parse("vier grüne Boote").unwrap()).await.unwrap();
        let checked = Passwords::new().check("vier grüne Boote", Some(&stored)).await.unwrap();
        assert_eq!(checked, Checked::RightButOutdated);
    }

    #[tokio::test]
    async fn an_account_that_does_not_exist_costs_a_whole_hash() {
        let passwords = Passwords::new();
        let start = std::time::Instant::now();
        assert_eq!(passwords.check("vier grüne Boote", None).await.unwrap(), Checked::Wrong);
        let unknown = start.elapsed();
        let stored = passwords.hash(&parse("vier grüne Boote").unwrap()).await.unwrap();
        let start = std::time::Instant::now();
        passwords.check("another password", Some(&stored)).await.unwrap();
        let known = start.elapsed();
        assert!(unknown * 4 > known, "an unknown account answered in {unknown:?}, a known one in {known:?}");
    }

    #[tokio::test]
    async fn the_parameters_are_owasps() {
        let stored = Passwords::new().hash(&parse("vier grüne Boote").unwrap()).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
    }
}
