//! `cargo xtask measure`: what a person waits for in the real window, with a coalition of a hundred thousand
//! organizations, beside windows of the same framework with next to nothing in them. Prints figures; judges nothing, for
//! machines are noisy: the ratios say more than the times.
//!
//! usage: measure [start|floor|contacts|ledger|import]; without a word, all of them. Synthetic coalitions are made, and the
//! large one is kept under `target/`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(target_os = "linux")]
mod made;
#[cfg(target_os = "linux")]
mod start;
#[cfg(target_os = "linux")]
mod watch;

#[cfg(target_os = "linux")]
fn main() {
    use undersigned_tests::desktop::Desktop;
    use undersigned_tests::window::{Start, Window};

    let wanted = std::env::args().nth(1);
    let asked = |name: &str| wanted.as_ref().is_none_or(|wanted| wanted == name);
    if asked("start") {
        start::compare();
    }
    println!(
        "{:>8} {:>8} {:>8} {:>8}   ms, from key or click to the painted result",
        "p50", "p95", "max", "count"
    );
    if asked("floor") {
        let desktop = Desktop::start();
        let start = Start {
            arguments: vec!["table".to_owned()],
            ..Start::default()
        };
        watch::floor(&Window::open_program(&desktop, &start::floor(), &start));
    }
    type Make = fn(&Desktop) -> std::path::PathBuf;
    let parts: [(&str, Make, fn(&Window)); 3] = [
        ("contacts", made::contacts, watch::contacts),
        ("ledger", made::ledger, watch::ledger),
        ("import", made::known, watch::import),
    ];
    for (_, make, measure) in parts.into_iter().filter(|(name, ..)| asked(name)) {
        let desktop = Desktop::start();
        let start = Start {
            arguments: vec![make(&desktop).display().to_string()],
            ..Start::default()
        };
        measure(&Window::open(&desktop, &start));
    }
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("no figures: the window is driven through WebKitGTK's driver, which exists on Linux only");
}
