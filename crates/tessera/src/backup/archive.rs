//! The one file of a backup: a compressed tar archive whose first entry says what is in it.

use crate::failure::Failure;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read};
use std::path::{Component, Path, PathBuf};
use tessera_platform::config::Config;

pub const MANIFEST: &str = "tessera-backup.json";
/// The database: an SQLite file or a dump of PostgreSQL in its custom format.
pub const DATABASE: &str = "database";
/// Everything of `data_dir`.
pub const DATA: &str = "data";

/// What the archive holds.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    pub program: String,
    pub created_at: String,
    /// `sqlite` or `postgres`.
    pub engine: String,
    /// SHA-256 of each file, by its path in the archive.
    pub files: BTreeMap<String, String>,
}

pub const FORMAT: u32 = 1;

/// Writes the archive under another name first; nobody takes half a backup for a whole one.
pub fn write(target: &Path, manifest: &mut Manifest, files: &[(String, PathBuf)]) -> Result<u64, Failure> {
    let draft = beside(target, ".part");
    let written = write_to(&draft, manifest, files).and_then(|()| {
        std::fs::rename(&draft, target).map_err(|e| cannot_write(target, &e))?;
        Ok(std::fs::metadata(target)?.len())
    });
    if written.is_err() {
        let _ = std::fs::remove_file(&draft);
    }
    written
}

fn write_to(draft: &Path, manifest: &mut Manifest, files: &[(String, PathBuf)]) -> Result<(), Failure> {
    let file = create_private(draft).map_err(|e| cannot_write(draft, &e))?;
    for (name, path) in files {
        manifest.files.insert(name.clone(), digest(File::open(path)?)?);
    }
    let mut tar = tar::Builder::new(GzEncoder::new(BufWriter::new(file), Compression::fast()));
    let text = serde_json::to_vec_pretty(manifest).map_err(|e| Failure::unforeseen(&e.into()))?;
    let mut header = tar::Header::new_gnu();
    header.set_size(u64::try_from(text.len()).unwrap_or(0));
    header.set_mode(0o600);
    header.set_cksum();
    tar.append_data(&mut header, MANIFEST, text.as_slice())?;
    let bar = crate::progress::bar("Writing", files.len());
    for (name, path) in files {
        tar.append_path_with_name(path, name)?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    let file = tar.into_inner()?.finish()?.into_inner().map_err(|e| cannot_write(draft, e.error()))?;
    file.sync_all()?;
    Ok(())
}

fn cannot_write(path: &Path, e: &io::Error) -> Failure {
    let what = format!("the backup cannot be written to {}: {e}", path.display());
    Failure::new(what, "Name a file in a folder that exists, that you may write to and that has room.")
}

/// Only for its owner: a backup holds every secret.
pub fn create_private(path: &Path) -> io::Result<File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Unpacks the archive into `folder` and checks every file against the manifest.
pub fn unpack(archive: &Path, folder: &Path) -> Result<Manifest, Failure> {
    let no_backup = |why: String| {
        let what = format!("{} is no backup of Tessera, or it is damaged: {why}", archive.display());
        Failure::new(what, "Name a file that `tessera backup` wrote; nothing was changed.")
    };
    let file = File::open(archive)
        .map_err(|e| Failure::new(format!("{} cannot be read: {e}", archive.display()), "Check its name."))?;
    let mut tar = tar::Archive::new(GzDecoder::new(BufReader::new(file)));
    let mut manifest: Option<Manifest> = None;
    let mut seen = BTreeMap::new();
    for entry in tar.entries().map_err(|e| no_backup(e.to_string()))? {
        let mut entry = entry.map_err(|e| no_backup(e.to_string()))?;
        let name = entry.path().map_err(|e| no_backup(e.to_string()))?.into_owned();
        let Some(manifest) = &manifest else {
            if name != Path::new(MANIFEST) {
                return Err(no_backup("it does not begin with a list of what it holds".into()));
            }
            let read: Manifest = serde_json::from_reader(entry.take(64 * 1024 * 1024))
                .map_err(|e| no_backup(e.to_string()))?;
            if read.format > FORMAT {
                let what =
                    format!("this backup was written by a newer version of Tessera ({})", read.program);
                return Err(Failure::new(what, "Restore it with that version; nothing was changed."));
            }
            manifest = Some(read);
            continue;
        };
        let text = name.to_string_lossy().into_owned();
        let plain = name.components().all(|c| matches!(c, Component::Normal(_)));
        if !plain || !manifest.files.contains_key(&text) || !entry.header().entry_type().is_file() {
            return Err(no_backup(format!("it holds {text}, which is not in its list")));
        }
        let target = folder.join(&name);
        std::fs::create_dir_all(target.parent().unwrap_or(folder))?;
        io::copy(&mut entry, &mut create_private(&target)?).map_err(|e| no_backup(e.to_string()))?;
        seen.insert(text, digest(File::open(&target)?)?);
    }
    let manifest = manifest.ok_or_else(|| no_backup("it is empty".into()))?;
    if seen != manifest.files {
        return Err(no_backup("files are missing or altered".into()));
    }
    Ok(manifest)
}

fn digest(mut file: File) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        let n = file.read(&mut piece)?;
        if n == 0 {
            break;
        }
        hash.update(piece.get(..n).unwrap_or_default());
    }
    Ok(hash.finalize().iter().map(|b| format!("{b:02x}")).collect())
}

/// The same path with something behind its name.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Every file below `folder`, with its name in the archive. Drafts and unfinished things (names that begin with a
/// dot) are left out.
pub fn list_files(folder: &Path, name: &str) -> io::Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    let mut open = vec![(name.to_owned(), folder.to_owned())];
    while let Some((name, folder)) = open.pop() {
        let entries = match std::fs::read_dir(&folder) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
            other => other?,
        };
        for entry in entries {
            let entry = entry?;
            let file_name = entry.file_name().to_string_lossy().into_owned();
            if file_name.starts_with('.') {
                continue;
            }
            let inside = format!("{name}/{file_name}");
            let kind = entry.file_type()?;
            if kind.is_dir() {
                open.push((inside, entry.path()));
            } else if kind.is_file() {
                found.push((inside, entry.path()));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Whether this is the live SQLite database, one of its companions or a copy that was kept of it: the data folder
/// may hold them.
pub fn is_of_database(config: &Config, path: &Path) -> bool {
    let Some(live) = config.database.url.sqlite_path() else { return false };
    let whole =
        |p: &Path| std::path::absolute(p).unwrap_or_else(|_| p.to_owned()).to_string_lossy().into_owned();
    whole(path).starts_with(&whole(live))
}
