//! The windows of one run, and the commands that stand for the person at the desktop.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use tempfile::TempDir;
use undersigned_commands::{App, Clock, Places, Window, call, call_noting_reads};
use undersigned_core::coalition::EXTENSION;
use undersigned_core::{Coalition, Error};
use undersigned_generate::Size;
use wire::WireError;

use crate::desktop::{Choices, Desktop};
use crate::{Options, Output, Request, State};

/// As much as makes lists long, and is made in seconds by a program that is not optimized.
const MANY: Size = Size {
    organizations: 5_000,
    people: 6_000,
    letters: 12,
};

/// One run of the program, with its files in a folder that goes with it.
pub struct Session {
    app: Arc<App>,
    folder: TempDir,
    state: State,
    /// Whether each answer says which tables it rests on.
    reads: bool,
    /// Held by each command whose reads are noted, so that none is taken for reading what another one does.
    noting: Mutex<()>,
    choices: Mutex<BTreeMap<String, Choices>>,
    output: Output,
}

/// What a window is opened with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Opening {
    state: Option<State>,
    /// A coalition of which the window gets a copy of its own.
    file: Option<PathBuf>,
}

/// Paths that the person at the desktop chooses or drops.
#[derive(Debug, Deserialize)]
struct Paths {
    paths: Vec<Option<PathBuf>>,
}

#[derive(Serialize)]
struct Answered {
    id: u64,
    #[serde(flatten)]
    answer: Answer,
}

#[derive(Serialize)]
struct Answer {
    answer: Box<RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reads: Option<BTreeSet<String>>,
}

impl Session {
    /// Begins a run without a window.
    pub fn new(options: &Options, output: Output) -> std::io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("undersigned-host-").tempdir()?;
        let places = Places {
            data: folder.path().join("data"),
            config: folder.path().join("config"),
            cache: folder.path().join("cache"),
            documents: None,
        };
        Ok(Self {
            app: Arc::new(App::start(
                places,
                options.now.map_or(Clock::System, Clock::Fixed),
            )),
            folder,
            state: options.state,
            reads: options.reads,
            noting: Mutex::default(),
            choices: Mutex::default(),
            output,
        })
    }

    /// Runs a request and writes its answer.
    pub fn run(&self, request: Request) {
        let id = request.id;
        match self.answer(request) {
            Ok(answer) => self.output.write(&Answered { id, answer }),
            Err(error) => self.output.write(&json!({ "id": id, "error": error })),
        }
    }

    fn answer(&self, request: Request) -> Result<Answer, WireError> {
        let Request {
            id,
            window,
            command,
            mut arguments,
        } = request;
        let mut reads = None;
        let answer = match command.as_str() {
            "host:open_window" => {
                let opening = read(arguments)?;
                self.app.close_window(&window);
                self.open(&window, opening)?;
                "null".to_owned()
            }
            "host:close_window" => {
                self.app.close_window(&window);
                "null".to_owned()
            }
            "host:choose" => {
                let Paths { paths } = read(arguments)?;
                let choices = self.choices(&window);
                paths.into_iter().for_each(|path| choices.add(path));
                "null".to_owned()
            }
            "host:drop" => {
                let Paths { paths } = read(arguments)?;
                let paths: Vec<PathBuf> = paths.into_iter().flatten().collect();
                self.window(&window)?.note_dropped(&paths);
                "null".to_owned()
            }
            command => {
                // The page's own word for its progress means nothing here: the request's number does.
                if let Some(progress) = arguments.get_mut("progress") {
                    *progress = id.into();
                }
                let window = self.window(&window)?;
                // Cancelling must not wait for what is cancelled, which holds the coalition.
                if self.reads && command != "cancel_work" {
                    let _turn = self.noting.lock().unwrap_or_else(PoisonError::into_inner);
                    let (answer, tables) = call_noting_reads(&window, command, arguments)?;
                    reads = Some(tables);
                    answer
                } else {
                    call(&window, command, arguments)?
                }
            }
        };
        let answer = RawValue::from_string(answer).map_err(|error| fault(&error.to_string()))?;
        Ok(Answer { answer, reads })
    }

    /// Closes every window.
    pub fn close(&self) {
        self.app.close();
    }

    fn window(&self, label: &str) -> Result<Arc<Window>, WireError> {
        match self.app.window(label) {
            Some(window) => Ok(window),
            None if self.app.is_planned(label) => Ok(self.app.open_window(label, self.desktop(label), None)),
            None => self.open(label, Opening::default()),
        }
    }

    fn desktop(&self, label: &str) -> Box<Desktop> {
        Box::new(Desktop {
            window: label.to_owned(),
            choices: self.choices(label),
            output: self.output.clone(),
        })
    }

    fn open(&self, label: &str, opening: Opening) -> Result<Arc<Window>, WireError> {
        let say = |error: Error| WireError::new(&error, self.app.language());
        let state = match opening.file {
            Some(_) => State::Empty,
            None => opening.state.unwrap_or(self.state),
        };
        // Each in a folder of its own, for they are called the same.
        let folder = tempfile::tempdir_in(self.folder.path()).map_err(|error| fault(&error.to_string()))?;
        let path = folder.keep().join(format!("coalition.{EXTENSION}"));
        self.make(&path, state, opening.file.as_deref()).map_err(say)?;
        let window = self.app.open_window(label, self.desktop(label), Some(path));
        if state == State::Sample {
            window.open_sample()?;
        }
        Ok(window)
    }

    fn make(&self, path: &Path, state: State, of: Option<&Path>) -> Result<(), Error> {
        if let Some(of) = of {
            return std::fs::copy(of, path)
                .map(drop)
                .map_err(|error| Error::file(of, error));
        }
        let mut coalition = Coalition::create(path)?;
        if state == State::Many {
            undersigned_generate::generate(&mut coalition, MANY, 1, self.app.now())?;
        }
        Ok(())
    }

    fn choices(&self, label: &str) -> Choices {
        let mut choices: MutexGuard<_> = self.choices.lock().unwrap_or_else(PoisonError::into_inner);
        choices.entry(label.to_owned()).or_default().clone()
    }
}

fn read<T: DeserializeOwned>(arguments: Value) -> Result<T, WireError> {
    let arguments = if arguments.is_null() { json!({}) } else { arguments };
    serde_json::from_value(arguments).map_err(|error| fault(&error.to_string()))
}

fn fault(message: &str) -> WireError {
    WireError {
        kind: "system",
        message: message.to_owned(),
        field: None,
    }
}
