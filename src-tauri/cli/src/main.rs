//! Undersigned without a window: for scripts, tests and benchmarks.
//!
//! Exit codes: 0 done; 1 not done, with one sentence on standard error and nothing written; 2 usage.

mod args;
mod run;

use std::process::ExitCode;

use clap::Parser;
use undersigned_core::Language;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    base::dumps::switch_off();
    let cli = args::Cli::parse();
    let language = Language::from_environment();
    match run::run(&cli, language, chrono::Utc::now()) {
        Ok(code) => code,
        // Whoever reads our output has had enough of it: not a fault worth a sentence.
        Err(run::Failure::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{}", failure.sentence(language));
            ExitCode::from(1)
        }
    }
}
