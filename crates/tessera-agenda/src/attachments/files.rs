//! The files under the data folder, beside the pictures: each named by its id alone.

use std::io;
use std::path::PathBuf;
use tessera_web::App;
use uuid::Uuid;

fn path(app: &App, id: Uuid) -> PathBuf {
    let name = id.simple().to_string();
    // The last digits are random, the first are the time.
    let shelf = name.get(30..).unwrap_or("00").to_owned();
    app.config.data_dir.path().join("attachments").join(shelf).join(name)
}

/// Keeps a file; under another name until it is whole.
pub async fn write(app: &App, id: Uuid, content: &[u8]) -> io::Result<()> {
    let target = path(app, id);
    let draft = target.with_file_name(format!(".{}", id.simple()));
    if let Some(folder) = target.parent() {
        tokio::fs::create_dir_all(folder).await?;
    }
    tokio::fs::write(&draft, content).await?;
    tokio::fs::File::open(&draft).await?.sync_all().await?;
    tokio::fs::rename(&draft, &target).await
}

/// None: it is not there.
pub async fn read(app: &App, id: Uuid) -> io::Result<Option<Vec<u8>>> {
    match tokio::fs::read(path(app, id)).await {
        Ok(content) => Ok(Some(content)),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e),
    }
}

/// Nothing happens where it is not there.
pub async fn delete(app: &App, id: Uuid) -> io::Result<()> {
    match tokio::fs::remove_file(path(app, id)).await {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
        _ => Ok(()),
    }
}
