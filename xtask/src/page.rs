//! The page: its dependencies and its build, each done again only when what it is made from has changed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::shell::{During, Result, cargo, npm, root, run, ui};

/// Lies in `node_modules`, so that a fresh install forgets what was built with the old one.
fn stamp(name: &str) -> PathBuf {
    ui().join("node_modules").join(".xtask").join(name)
}

fn is_current(name: &str, value: &[u8]) -> bool {
    fs::read(stamp(name)).is_ok_and(|found| found == value)
}

fn set_current(name: &str, value: &[u8]) -> Result {
    let file = stamp(name);
    let folder = file.parent().unwrap_or(&file);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&file, value))
        .during(format_args!("write {}", file.display()))
}

/// `npm ci`, unless the lockfile is the one that was last installed.
pub fn install() -> Result {
    let lockfile = ui().join("package-lock.json");
    let lock = fs::read(&lockfile).during(format_args!("read {}", lockfile.display()))?;
    if is_current("package-lock.json", &lock) {
        return Ok(());
    }
    run(&mut npm(["ci", "--no-audit", "--no-fund"]))?;
    set_current("package-lock.json", &lock)
}

/// The commands over standard input and output, which the page's tests and its development server talk to.
pub fn host() -> Result {
    // With the features of the whole workspace, so that nothing is compiled twice.
    run(&mut cargo([
        "build",
        "--workspace",
        "--exclude",
        "xtask",
        "--bin",
        "undersigned-host",
        "--locked",
    ]))
}

/// One script of `package.json`.
pub fn script(name: &str) -> Result {
    run(&mut npm(["run", "--silent", name]))
}

/// `npm run build`, unless nothing that goes into the page has changed: a new page means linking the app again.
pub fn build() -> Result {
    let inputs = fingerprint().during("read the sources of the page")?;
    let current = ui().join("dist").join("index.html").is_file() && is_current("dist", inputs.as_bytes());
    if current {
        return Ok(());
    }
    script("build")?;
    set_current("dist", inputs.as_bytes())
}

fn fingerprint() -> std::io::Result<String> {
    let mut hasher = DefaultHasher::new();
    for part in [
        "src",
        "public",
        "index.html",
        "package-lock.json",
        "svelte.config.js",
        "vite.config.ts",
        "tsconfig.json",
    ] {
        hash(&ui().join(part), &mut hasher)?;
    }
    for part in ["src-tauri/base/locales", "docs/guide"] {
        hash(&root().join(part), &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Takes in the names and the contents of a file, or of all files below a folder; what is not there adds nothing.
fn hash(path: &Path, hasher: &mut DefaultHasher) -> std::io::Result<()> {
    if path.is_dir() {
        let mut entries = fs::read_dir(path)?
            .map(|entry| Ok(entry?.path()))
            .collect::<std::io::Result<Vec<_>>>()?;
        entries.sort();
        for entry in entries {
            hash(&entry, hasher)?;
        }
    } else if path.is_file() {
        path.hash(hasher);
        fs::read(path)?.hash(hasher);
    }
    Ok(())
}
