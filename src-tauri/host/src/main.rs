//! `undersigned-host`: every command of the window over standard input and output, one JSON object a line. The page's tests
//! and a browser talk to it; it is no part of what is installed.
//!
//! A request is `{"id": 1, "window": "main", "command": "get_letter", "arguments": {"id": 7}}`, and the answer
//! `{"id": 1, "answer": ...}` or `{"id": 1, "error": {"kind", "message", "field"}}`. Before it may come
//! `{"id": 1, "progress": {"done", "of"}}`, when the request's argument `progress` is not null. What the desktop would do
//! comes as `{"window": "main", "event": "copied", ...}`: see `desktop.rs`. The commands that stand for the person at the
//! desktop begin with `host:`, and are in `session.rs`.
//!
//! With `--reads` an answer says which tables it rests on: `{"id": 1, "answer": ..., "reads": ["letter"]}`.
//!
//! All files lie in a temporary folder, which goes when standard input ends.

mod desktop;
mod session;

use std::io::{BufRead, Write};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError, mpsc};

use chrono::{DateTime, Utc};
use clap::{Parser, ValueEnum};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use session::Session;

/// The commands of Undersigned's window over JSON lines on standard input and output.
#[derive(Debug, Parser)]
#[command(name = "undersigned-host", version)]
struct Options {
    /// What a window begins with that was not opened with anything else.
    #[arg(long, value_enum, default_value_t = State::Sample)]
    state: State,
    /// The time that it always is, as RFC 3339; the system's time when left out.
    #[arg(long)]
    now: Option<DateTime<Utc>>,
    /// Tell with each answer which tables it rests on.
    #[arg(long)]
    reads: bool,
}

/// What is in a coalition at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    /// Nothing.
    Empty,
    /// The sample, as the window offers it.
    Sample,
    /// Thousands of invented organizations, people and sign-ons.
    Many,
}

/// A line of standard input.
#[derive(Debug, Deserialize)]
struct Request {
    id: u64,
    #[serde(default = "main_window")]
    window: String,
    command: String,
    #[serde(default)]
    arguments: Value,
}

fn main_window() -> String {
    "main".to_owned()
}

/// Standard output: whole lines, whichever thread writes them.
#[derive(Clone, Default)]
struct Output(Arc<Mutex<()>>);

impl Output {
    fn write(&self, line: &impl Serialize) {
        let _turn = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut out = std::io::stdout().lock();
        // Whoever listened is gone; standard input ends then too.
        let _ = serde_json::to_writer(&mut out, line)
            .map_err(Into::into)
            .and_then(|()| {
                out.write_all(b"\n")?;
                out.flush()
            });
    }
}

fn main() -> ExitCode {
    let options = Options::parse();
    let output = Output::default();
    let session = match Session::new(&options, output.clone()) {
        Ok(session) => Arc::new(session),
        Err(error) => {
            eprintln!("undersigned-host: {error}");
            return ExitCode::FAILURE;
        }
    };
    let (queue, requests) = mpsc::channel::<Request>();
    let worker = {
        let session = Arc::clone(&session);
        std::thread::spawn(move || {
            for request in requests {
                session.run(request);
            }
        })
    };
    for line in std::io::stdin().lock().lines() {
        let Ok(line) = line else { break };
        match serde_json::from_str::<Request>(&line) {
            Err(error) => eprintln!("undersigned-host: {error}: {line}"),
            // What is cancelled runs meanwhile, and others may wait for it.
            Ok(request) if request.command == "cancel_work" => session.run(request),
            Ok(request)
                if request
                    .arguments
                    .get("progress")
                    .is_some_and(|wanted| !wanted.is_null()) =>
            {
                let session = Arc::clone(&session);
                std::thread::spawn(move || session.run(request));
            }
            // All else is done in turn, so that a test gives the same every time.
            Ok(request) => {
                if queue.send(request).is_err() {
                    break;
                }
            }
        }
    }
    drop(queue);
    let _ = worker.join();
    session.close();
    ExitCode::SUCCESS
}
