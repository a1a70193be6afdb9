//! The server's secret key: given in the configuration, or made once and kept in the data folder.

use super::Config;
use std::fmt;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The root of every derived key. Nothing is encrypted or signed with it directly; see [`crate::seal`].
#[derive(Clone)]
pub struct SecretKey(Vec<u8>);

/// Why there is no secret key.
#[derive(Debug, thiserror::Error)]
pub enum SecretKeyError {
    #[error("the secret key in {path} cannot be read or created")]
    Io { path: PathBuf, source: std::io::Error },
    #[error(
        "the secret key in {path} is damaged: it holds fewer than 32 characters; put the original back from a backup"
    )]
    Damaged { path: PathBuf },
}

impl SecretKey {
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self(bytes.into())
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Where a generated key is kept.
    pub fn path(config: &Config) -> PathBuf {
        config.data_dir.path().join("secret.key")
    }

    /// The configured key, else the one in the data folder, else a fresh one put there. Processes that start
    /// together agree on one.
    pub fn load_or_create(config: &Config) -> Result<Self, SecretKeyError> {
        if let Some(key) = &config.secret_key {
            return Ok(Self::new(key.reveal()));
        }
        let path = Self::path(config);
        let fault = |source| SecretKeyError::Io { path: path.clone(), source };
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::from_text(&text, &path),
            Err(e) if e.kind() == ErrorKind::NotFound => {
                create(&path).map_err(fault)?;
                Self::from_text(&std::fs::read_to_string(&path).map_err(fault)?, &path)
            }
            Err(e) => Err(fault(e)),
        }
    }

    fn from_text(text: &str, path: &Path) -> Result<Self, SecretKeyError> {
        let text = text.trim();
        if text.len() < 32 {
            return Err(SecretKeyError::Damaged { path: path.to_owned() });
        }
        Ok(Self::new(text))
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[secret key]")
    }
}

/// Written whole under another name first and then linked into place: a crash leaves no half key, and whoever
/// comes second keeps the first one's.
fn create(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let draft = folder.join(format!(".secret.key.{}", crate::hex(&crate::random_bytes::<8>())));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&draft)?;
    file.write_all(crate::hex(&crate::random_bytes::<32>()).as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()?;
    let linked = std::fs::hard_link(&draft, path);
    std::fs::remove_file(&draft)?;
    match linked {
        Err(e) if e.kind() != ErrorKind::AlreadyExists => Err(e),
        _ => Ok(()),
    }
}
