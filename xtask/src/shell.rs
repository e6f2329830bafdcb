//! Running other programs, and where the checkout keeps its things.

use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a command of `xtask` could not do its job: one sentence for the person at the terminal.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// A failure that says `why`.
    pub fn new(why: impl Into<String>) -> Self {
        Self(why.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What every step of `xtask` returns.
pub type Result<T = ()> = std::result::Result<T, Failure>;

/// Adds to an error of the system what was being attempted.
pub trait During<T> {
    /// `doing` completes the sentence "could not ...".
    fn during(self, doing: impl fmt::Display) -> Result<T>;
}

impl<T> During<T> for std::io::Result<T> {
    fn during(self, doing: impl fmt::Display) -> Result<T> {
        self.map_err(|error| Failure(format!("could not {doing}: {error}")))
    }
}

/// The folder of the checkout that cargo was called in; what is compiled in may be that of another one with the same target
/// folder.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().unwrap_or(&here).to_path_buf()
}

/// The folder of the page: `ui/`.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A program that cargo built with the dev profile.
pub fn built(name: &str) -> PathBuf {
    target()
        .join("debug")
        .join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// The cargo that runs this, called from the root of the checkout.
pub fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    command
}

/// npm, called from the folder of the page. On Windows it is a script, which only its shell can start.
pub fn npm<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).current_dir(ui());
    command
}

/// Runs to the end, with the terminal's input and output.
pub fn run(command: &mut Command) -> Result {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().during(format_args!("start {program}"))?;
    if status.success() {
        return Ok(());
    }
    let arguments: Vec<_> = command
        .get_args()
        .map(|argument| argument.to_string_lossy())
        .collect();
    let name = Path::new(&program)
        .file_stem()
        .map_or(program.clone(), |stem| stem.to_string_lossy().into_owned());
    Err(Failure(format!(
        "{name} {} failed ({status})",
        arguments.join(" ")
    )))
}

/// What a program prints, without the white space around it, or nothing where it is missing or fails.
pub fn output_of(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program can be started by its name alone.
pub fn on_path(program: &str) -> bool {
    let Some(path) = env::var_os("PATH") else {
        return false;
    };
    env::split_paths(&path).any(|folder| {
        folder
            .join(format!("{program}{}", env::consts::EXE_SUFFIX))
            .is_file()
    })
}

/// Removes a folder and what is in it; one that is not there is as good as removed.
pub fn remove_folder(folder: &Path) -> Result {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
    .during(format_args!("remove {}", folder.display()))
}
