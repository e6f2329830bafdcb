//! Commands run without a desktop around them.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;
use undersigned_commands::{App, Clock, FileKind, Host, HostError, OnProgress, Places, SaveAs, Window, call};

/// A desktop on which every dialog is cancelled.
struct Nobody;

impl Host for Nobody {
    fn pick_file(&self, _: &[FileKind]) -> Option<PathBuf> {
        None
    }

    fn pick_destination(&self, _: &SaveAs) -> Option<PathBuf> {
        None
    }

    fn copy(&self, _: &str, _: Option<&str>) -> Result<(), HostError> {
        Err(HostError)
    }

    fn open_file(&self, _: &Path) -> Result<(), HostError> {
        Err(HostError)
    }

    fn print(&self) -> Result<(), HostError> {
        Err(HostError)
    }

    fn progress(&self, _: &Value) -> OnProgress {
        Box::new(|_| {})
    }
}

fn program() -> (TempDir, Arc<App>) {
    let folder = tempfile::tempdir().unwrap();
    let places = Places {
        data: folder.path().join("data"),
        config: folder.path().join("config"),
        cache: folder.path().join("cache"),
    };
    (folder, Arc::new(App::start(places, Clock::System)))
}

fn ask(window: &Window, command: &str, arguments: Value) -> Value {
    let answer = call(window, command, arguments);
    serde_json::from_str(&answer.unwrap_or_else(|error| panic!("{command}: {error:?}"))).unwrap()
}

#[test]
fn a_path_that_only_the_page_names_is_not_opened() {
    let (folder, app) = program();
    let other = folder.path().join("other.undersigned");
    drop(undersigned_core::Coalition::create(&other).unwrap());
    let window = app.open_window("main", Box::new(Nobody), None);

    let refused = call(&window, "open_coalition_at", json!({ "path": other }));
    assert_eq!(refused.unwrap_err().kind, "file-missing");
    assert_eq!(ask(&window, "get_app", json!({}))["fileName"], "coalition");

    window.note_dropped(std::slice::from_ref(&other));
    let opened = ask(&window, "open_coalition_at", json!({ "path": other }));
    assert_eq!(opened["fileName"], "other");
}

#[test]
fn each_window_has_a_coalition_of_its_own() {
    let (folder, app) = program();
    let path = folder.path().join("other.undersigned");
    drop(undersigned_core::Coalition::create(&path).unwrap());
    let one = app.open_window("one", Box::new(Nobody), None);
    let other = app.open_window("other", Box::new(Nobody), Some(path));

    ask(
        &one,
        "add_organization",
        json!({ "fields": { "name": "WISDOM" } }),
    );
    assert_eq!(ask(&one, "get_app", json!({}))["organizations"], 1);
    assert_eq!(ask(&other, "get_app", json!({}))["organizations"], 0);

    assert_eq!(call(&other, "undo", json!({})).unwrap_err().kind, "nothing-left");
    app.close_window("one");
    assert_eq!(ask(&other, "get_app", json!({}))["fileName"], "other");
    assert!(app.window("one").is_none());
}

#[test]
fn a_sample_goes_when_its_window_is_closed() {
    let (folder, app) = program();
    let window = app.open_window("main", Box::new(Nobody), None);
    let state = ask(&window, "open_sample", json!({}));
    let path = PathBuf::from(state["filePath"].as_str().unwrap());
    assert!(path.starts_with(folder.path()) && path.exists());
    app.close();
    assert!(!path.exists());
}

#[test]
fn a_call_that_does_not_fit_is_refused_and_says_why() {
    let (_folder, app) = program();
    let window = app.open_window("main", Box::new(Nobody), None);
    let unknown = call(&window, "open_the_door", json!({})).unwrap_err();
    assert_eq!(unknown.kind, "system");
    let misfit = call(&window, "list_sign_ons", json!({ "letterId": "one" })).unwrap_err();
    assert!(misfit.message.contains("letterId"), "{misfit:?}");
}

#[test]
fn a_list_is_imported_as_its_preview_said_or_refused_when_somebody_was_added_since() {
    let (_folder, app) = program();
    let window = app.open_window("main", Box::new(Nobody), None);
    let text = "Moor Alliances\nBirch Society\n";
    let rows = ask(&window, "read_list", json!({ "text": text }))["rows"].clone();
    let target = json!({ "kind": "organizations" });
    let preview = || {
        ask(
            &window,
            "preview_import",
            json!({ "rows": rows, "target": target }),
        )
    };
    let import = |rows: &Value| {
        let told = json!({ "rows": rows, "target": target, "source": text, "name": "" });
        call(&window, "import_rows", told)
    };
    let counts = |plan: &Value| [plan["created"].clone(), plan["asked"].clone()];
    assert_eq!(counts(&preview()), [2, 0].map(Value::from));
    let fields = json!({ "name": "Moor Alliance" });
    ask(&window, "add_organization", json!({ "fields": fields }));
    assert!(import(&rows).unwrap_err().message.contains("since the preview"));
    assert_eq!(ask(&window, "get_app", json!({}))["organizations"], 1);
    assert_eq!(counts(&preview()), [1, 1].map(Value::from));
    // What was not previewed is not imported either.
    let mut others = rows.clone();
    others[0]["decision"] = json!({ "kind": "new" });
    assert!(import(&others).is_err());
    assert!(import(&rows).is_ok());
    assert_eq!(ask(&window, "get_app", json!({}))["organizations"], 2);
}

#[test]
fn each_action_names_who_did_it_in_every_window_and_after_a_restart() {
    let (folder, app) = program();
    let paths = ["one", "two"].map(|name| folder.path().join(format!("{name}.undersigned")));
    for path in &paths {
        drop(undersigned_core::Coalition::create(path).unwrap());
    }
    let [one, two] = ["first", "second"].map(|label| {
        let path = paths[usize::from(label == "second")].clone();
        app.open_window(label, Box::new(Nobody), Some(path))
    });
    let add = |window: &Window, name: &str| {
        let fields = json!({ "fields": { "name": name } });
        ask(window, "add_organization", fields);
    };
    let authors = |window: &Window| -> Vec<String> {
        let history = ask(window, "list_history", json!({ "query": {} }));
        let events = history["items"].as_array().unwrap();
        events
            .iter()
            .map(|event| event["author"].as_str().unwrap().to_owned())
            .collect()
    };
    add(&two, "Amber Trust");
    let settings = json!({ "settings": { "name": " Ana\nMora ", "theme": "dark" } });
    let kept = ask(&one, "set_settings", settings);
    assert_eq!(kept["name"], "Ana Mora");
    add(&one, "Elm Network");
    add(&two, "Birch Union");
    assert_eq!(authors(&one), ["Ana Mora"]);
    assert_eq!(authors(&two), ["Ana Mora", ""]);

    let long = json!({ "settings": { "name": "x".repeat(2_000) } });
    let refused = call(&one, "set_settings", long).unwrap_err();
    assert_eq!(refused.field, Some("author"));
    app.close();
    let places = Places {
        data: folder.path().join("data"),
        config: folder.path().join("config"),
        cache: folder.path().join("cache"),
    };
    let again = Arc::new(App::start(places, Clock::System));
    let window = again.open_window("main", Box::new(Nobody), Some(paths[0].clone()));
    assert_eq!(ask(&window, "get_settings", json!({}))["theme"], "dark");
    add(&window, "Cedar House");
    assert_eq!(authors(&window), ["Ana Mora", "Ana Mora"]);
}
