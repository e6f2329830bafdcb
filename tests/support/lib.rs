//! What the journeys share: a desktop of their own, the real window on it, and the app's programs.
//!
//! A journey that cannot go on ends its test: everything here panics with a sentence that says what was expected, so that a
//! journey reads as what a person does. Nothing here waits for a fixed time; what is waited for is named, with a limit.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod asked;
#[cfg(target_os = "linux")]
pub mod desktop;
#[cfg(target_os = "linux")]
mod looks;
#[cfg(target_os = "linux")]
pub mod screens;
#[cfg(target_os = "linux")]
mod titles;
#[cfg(target_os = "linux")]
pub mod webdriver;
#[cfg(target_os = "linux")]
pub mod window;
pub mod words;

use std::path::{Path, PathBuf};

/// The folder of the checkout.
pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("tests/ lies in the checkout").to_path_buf()
}

/// A program of this workspace, which `cargo build --workspace` puts one folder above the tests.
///
/// # Panics
/// When it is not there.
pub fn program(name: &str) -> PathBuf {
    let tests = std::env::current_exe().expect("a test knows where it lies");
    let folder = tests
        .ancestors()
        .nth(2)
        .expect("tests lie in target/PROFILE/deps");
    let program = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.is_file(),
        "{} is missing: cargo build --workspace",
        program.display()
    );
    program
}
