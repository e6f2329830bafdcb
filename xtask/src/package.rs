//! `cargo xtask bundle` and `cargo xtask dev`: what Tauri's own command line does, with the page's settings.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::machine::{self, Purpose};
use crate::shell::{During, Failure, Result, cargo, root, run, target, ui};
use crate::{page, parts};

/// The kinds of package that can be made here without downloading a tool.
const KINDS: &str = if cfg!(target_os = "macos") {
    "app"
} else if cfg!(windows) {
    "nsis"
} else {
    "deb,rpm"
};

/// Settings that hold while the page comes from vite. They are handed over here and stand in no file, so that no build
/// for anybody else can carry the address of a development server or the laxer policy that hot reloading needs.
const DEV: &str = r#"{
  "build": { "devUrl": "http://127.0.0.1:5187", "beforeDevCommand": { "script": "npm run dev", "cwd": "ui" } },
  "app": { "security": { "devCsp": "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self' ipc: http://ipc.localhost ws://127.0.0.1:5187" } }
}"#;

/// The npm package's own script, started by node: on Windows its launcher would need a shell.
fn tauri() -> Command {
    let mut command = Command::new("node");
    command
        .arg(ui().join("node_modules/@tauri-apps/cli/tauri.js"))
        .current_dir(root());
    command
}

/// Makes the packages and says where they are.
pub fn bundle(arguments: &[String]) -> Result {
    machine::prepare(Purpose::Build)?;
    page::install()?;
    page::build()?;
    run(&mut program())?;
    keeping(&root().join("Cargo.toml"), || {
        run(tauri().args(["bundle", "--bundles", KINDS]).args(arguments))
    })?;
    let folder = target().join("release").join("bundle");
    let mut found = false;
    println!();
    for kind in KINDS.split(',') {
        for (name, bytes) in packages(&folder.join(kind)).during(format_args!("list {}", folder.display()))? {
            found = true;
            println!(
                "{:6.1} MB  {}",
                bytes as f64 / 1e6,
                folder.join(kind).join(name).display()
            );
        }
    }
    let parts = parts::write()?;
    let beside = folder.join(parts.file_name().unwrap_or_default());
    fs::copy(&parts, &beside).during(format_args!("write {}", beside.display()))?;
    println!("           {}", beside.display());
    if found {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "no package was made in {}",
            folder.display()
        )))
    }
}

/// What builds the program. `cargo auditable` writes into it which libraries it was made from, so that whoever has only the
/// program can look known faults up: <https://github.com/rust-secure-code/cargo-auditable>. Where that tool can't be had, the program is
/// built without, and that is said.
fn program() -> Command {
    let tools = target().join("tools");
    let mut install = cargo(["install", "--quiet", "--locked", "cargo-auditable", "--root"]);
    let there = run(install.arg(&tools));
    if let Err(failure) = &there {
        println!("xtask: the program will not say what it is made of: {failure}");
    }
    let mut command = cargo(there.is_ok().then_some("auditable"));
    command.args([
        "build",
        "--package",
        "undersigned",
        "--bins",
        "--release",
        "--locked",
    ]);
    command.env("CARGO_PROFILE_RELEASE_LTO", "thin");
    without_paths(&mut command);
    // As Tauri's own command does, so that Windows needs no library of Visual C++.
    command.env("STATIC_VCRUNTIME", "true");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(tools.join("bin")).chain(std::env::split_paths(&path));
    if let Ok(path) = std::env::join_paths(all) {
        command.env("PATH", path);
    }
    command
}

/// The second of the last commit, where the sources come with their history.
fn last_commit() -> Option<String> {
    let mut git = Command::new("git");
    git.args(["log", "-1", "--format=%ct"]).current_dir(root());
    let said = git.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&said.stdout).trim().to_owned()).filter(|time| !time.is_empty())
}

/// Keeps the folders of whoever builds, and the hour, out of the program: it says nothing of them then, and is the same when it is
/// built again.
fn without_paths(command: &mut Command) {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = std::env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" })?;
        Some(PathBuf::from(home).join(".cargo"))
    });
    let mut folders = vec![(root(), "."), (target(), "target")];
    folders.extend(home.map(|home| (home, "cargo")));
    let (mut rust, mut c) = (Vec::new(), Vec::new());
    if let Ok(own) = std::env::var("RUSTFLAGS") {
        rust.extend(own.split_whitespace().map(str::to_owned));
    }
    for (folder, short) in folders {
        rust.push(format!("--remap-path-prefix={}={short}", folder.display()));
        c.push(format!("-ffile-prefix-map={}={short}", folder.display()));
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", rust.join("\u{1f}"));
    // What comes with its C sources writes the hour of the build into itself, unless it is told another.
    if std::env::var_os("SOURCE_DATE_EPOCH").is_none()
        && let Some(time) = last_commit()
    {
        command.env("SOURCE_DATE_EPOCH", time);
    }
    // And their names into its checks.
    if cfg!(unix) {
        let own = std::env::var("CFLAGS").unwrap_or_default();
        command.env("CFLAGS", format!("{own} {}", c.join(" ")).trim_start());
    }
}

/// Does something, and leaves a file as it was: Tauri's command line writes `features = []` into the manifest.
fn keeping(file: &Path, work: impl FnOnce() -> Result) -> Result {
    let before = fs::read(file).during(format_args!("read {}", file.display()))?;
    let done = work();
    let after = fs::read(file).during(format_args!("read {}", file.display()))?;
    if after != before {
        fs::write(file, before).during(format_args!("write {}", file.display()))?;
    }
    done
}

/// The packages of one kind: files on Linux and Windows, a folder on macOS.
fn packages(folder: &Path) -> std::io::Result<Vec<(String, u64)>> {
    let mut packages = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if [".deb", ".rpm", ".exe", ".app"]
            .iter()
            .any(|ending| name.ends_with(ending))
        {
            packages.push((name, entry.metadata()?.len()));
        }
    }
    packages.sort();
    Ok(packages)
}

/// The app from the sources as they are edited; any browser can look at the same page, with the sample in it. Without a
/// display there is the page alone.
pub fn dev(arguments: &[String]) -> Result {
    machine::prepare(Purpose::Build)?;
    page::install()?;
    page::host()?;
    println!("xtask: in a browser: http://127.0.0.1:5187/?state=sample (or empty, or many)");
    if !machine::has_display() {
        return page::script("dev");
    }
    run(tauri().args(["dev", "--config", DEV]).args(arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_as_it_was_when_what_changed_it_fails_too() {
        let file = std::env::temp_dir().join(format!("xtask-keeping-{}", std::process::id()));
        fs::write(&file, "tauri = \"2\"").unwrap();
        let failed = keeping(&file, || {
            fs::write(&file, "tauri = { features = [] }").during("change it")?;
            Err(Failure::new("the bundler failed"))
        });
        assert!(failed.is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), "tauri = \"2\"");
        fs::remove_file(&file).unwrap();
    }
}
