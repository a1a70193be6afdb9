//! Builds the front end when its result is missing or older than its sources, so that a plain `cargo build` works on
//! a clean clone, and tells the compiler the names of the built files. Does nothing else when all is up to date.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::SystemTime;
use std::{env, fs, io};

/// What the result is made of. `package-lock.json` stands for the packages.
const SOURCES: [&str; 5] = ["src", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"];

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{message}\n");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), String> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?);
    let frontend = here.join("../../frontend");
    let names = frontend.join("dist/names.txt");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={}", names.display());
    let mut newest = SystemTime::UNIX_EPOCH;
    for source in SOURCES {
        watch(&frontend.join(source), &mut newest)
            .map_err(|e| format!("frontend/{source} cannot be read: {e}"))?;
    }
    let built = fs::metadata(&names).and_then(|m| m.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    if built < newest {
        let installed = modified(&frontend.join("node_modules/.package-lock.json"));
        if installed < modified(&frontend.join("package-lock.json")) {
            npm(&frontend, &["ci", "--no-audit", "--no-fund"])?;
        }
        npm(&frontend, &["run", "build"])?;
    }
    let names =
        fs::read_to_string(&names).map_err(|e| format!("frontend/dist/names.txt cannot be read: {e}"))?;
    for (variable, wanted) in [
        ("TESSERA_ASSET_JS", "app.js"),
        ("TESSERA_ASSET_CSS", "app.css"),
        ("TESSERA_ASSET_CALENDAR_JS", "calendar.js"),
        ("TESSERA_ASSET_CALENDAR_CSS", "calendar.css"),
        ("TESSERA_ASSET_EMBED", "embed.js"),
        ("TESSERA_ASSET_WORKER", "sw.js"),
        ("TESSERA_ASSET_FONT", "inter-latin-wght-normal.woff2"),
    ] {
        let file = names
            .lines()
            .filter_map(|line| line.split_once('='))
            .find_map(|(name, file)| (name == wanted).then_some(file))
            .ok_or_else(|| {
                format!("the front end was built without {wanted}; remove frontend/dist and build again")
            })?;
        println!("cargo:rustc-env={variable}=/assets/{file}");
    }
    Ok(())
}

fn modified(path: &Path) -> SystemTime {
    fs::metadata(path).and_then(|m| m.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
}

/// Asks cargo to look at every file below `path`, and raises `newest` to the youngest of them.
fn watch(path: &Path, newest: &mut SystemTime) -> io::Result<()> {
    println!("cargo:rerun-if-changed={}", path.display());
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        for entry in fs::read_dir(path)? {
            watch(&entry?.path(), newest)?;
        }
    } else {
        *newest = (*newest).max(metadata.modified()?);
    }
    Ok(())
}

fn npm(frontend: &Path, arguments: &[&str]) -> Result<(), String> {
    let what = format!("npm {}", arguments.join(" "));
    let output =
        Command::new("npm").args(arguments).current_dir(frontend).output().map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => {
                "Tessera's pages need their styles and scripts, which npm builds, and npm was not \
            found. Install Node.js 20 or newer with npm (on Debian: apt install nodejs npm) and build again."
                    .to_owned()
            }
            _ => format!("`{what}` in frontend/ could not be started: {e}"),
        })?;
    if output.status.success() {
        return Ok(());
    }
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    Err(format!("`{what}` in frontend/ failed ({}); it said:\n{said}", output.status))
}
