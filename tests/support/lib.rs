//! What the journeys share: a desktop of their own, the real window on it, and the app's programs.
//!
//! A journey that cannot go on ends its test: everything here panics with a sentence that says what was expected, so that a
//! journey reads as what a person does. Nothing here waits for a fixed time; what is waited for is named, with a limit.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(target_os = "linux")]
pub mod desktop;
pub mod programs;
#[cfg(target_os = "linux")]
pub mod webdriver;
#[cfg(target_os = "linux")]
pub mod window;

use std::path::PathBuf;

/// A program of this workspace, built beside the tests.
///
/// # Panics
/// When the tests don't lie in a target folder.
pub fn program(name: &str) -> PathBuf {
    #![allow(clippy::expect_used)]
    let tests = std::env::current_exe().expect("a test knows where it lies");
    let folder = tests.parent().and_then(std::path::Path::parent).expect("tests lie in target/PROFILE/deps");
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
