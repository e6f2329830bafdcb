//! `cargo xtask COMMAND`: everything a machine needs, from Rust and Node alone.
//!
//! Owns the way from a fresh checkout to a running, tested or bundled app. Uses the standard library only, so that it
//! builds in a second on Linux, macOS and Windows. What the app does is none of its business.

mod bench;
mod bindings;
mod licences;
mod machine;
mod package;
mod page;
mod parts;
mod run;
mod shell;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask COMMAND [ARGUMENTS]

  run [FILE]    install what is missing, build, and open the app; without a display, show its main job in the terminal
  test          everything: formatting, lints, the core, the command line, the page, the real window
  dev           the app with the page reloading as you edit it
  shots         drive the real window through every screen; pictures go to target/shots/
  documents     what LibreOffice and TeX make of the block in every format; pictures go to target/documents/
  mail          an ask sent by Thunderbird and its answer, in the real window; pictures go to target/mail/
  torture       kill the command line a thousand times in the middle of its works, let disks fill and fail and power go, and check
                what is left
  measure       what a person waits for in the real window, with 100,000 organizations
  bench [ARGS]  the core's benchmarks, and a table of the results
  bundle        packages to install: .deb and .rpm on Linux
  parts         write the list of what the program is made of, in CycloneDX, for tools that look known faults up
  licences      write the list of what the program is made of, for its own page
  bindings      write the TypeScript types of what crosses from the core to the page
  setup         only install what is missing
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.filter(|argument| argument != "--").collect();
    let outcome = match command.as_str() {
        "run" => run::run(&rest),
        "test" => test::test(),
        "dev" => package::dev(&rest),
        "shots" => test::shots(&rest),
        "documents" => test::documents(&rest),
        "mail" => test::mail(),
        "torture" => test::torture(),
        "measure" => test::measure(&rest),
        "bench" => bench::bench(&rest),
        "bundle" => package::bundle(&rest),
        "parts" => parts::write().map(drop),
        "licences" => licences::write(),
        "bindings" => bindings::write(),
        "setup" => machine::prepare(machine::Purpose::Test).and_then(|()| page::install()),
        "" | "help" | "-h" | "--help" => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        unknown => {
            eprintln!("xtask: there is no command \"{unknown}\".\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
