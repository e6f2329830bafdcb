//! Commands run without a desktop around them.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tempfile::TempDir;
use undersigned_commands::{
    App, Clock, FileKind, Host, HostError, NoDesktop, OnProgress, Places, SaveAs, Window, call,
};

fn program() -> (TempDir, Arc<App>) {
    let folder = tempfile::tempdir().unwrap();
    let places = Places {
        data: folder.path().join("data"),
        config: folder.path().join("config"),
        cache: folder.path().join("cache"),
        documents: None,
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
    let window = app.open_window("main", Box::new(NoDesktop), None);

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
    let one = app.open_window("one", Box::new(NoDesktop), None);
    let other = app.open_window("other", Box::new(NoDesktop), Some(path));

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

/// A desktop on which the same file is chosen in every dialog. What it does with windows is written down.
#[derive(Clone)]
struct Chooser {
    path: PathBuf,
    told: Arc<Mutex<Vec<String>>>,
}

impl Chooser {
    fn tell(&self, told: String) {
        self.told.lock().unwrap().push(told);
    }
}

impl Host for Chooser {
    fn pick_file(&self, _: &[FileKind]) -> Option<PathBuf> {
        Some(self.path.clone())
    }

    fn pick_destination(&self, dialog: &SaveAs) -> Option<PathBuf> {
        NoDesktop.pick_destination(dialog)
    }

    fn copy(&self, text: &str, html: Option<&str>) -> Result<(), HostError> {
        NoDesktop.copy(text, html)
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        Some(self.path.clone())
    }

    fn clear_copied(&self, text: &str) {
        self.tell(format!("clear {text}"));
    }

    fn open_file(&self, path: &Path) -> Result<(), HostError> {
        self.tell(format!("file {}", path.display()));
        Ok(())
    }

    fn open_address(&self, _: &str) -> Result<(), HostError> {
        Err(HostError)
    }

    fn print(&self) -> Result<(), HostError> {
        NoDesktop.print()
    }

    fn open_window(&self, label: &str) -> Result<(), HostError> {
        self.tell(format!("open {label}"));
        Ok(())
    }

    fn show_window(&self, label: &str) {
        self.tell(format!("show {label}"));
    }

    fn progress(&self, argument: &Value) -> OnProgress {
        NoDesktop.progress(argument)
    }
}

#[test]
fn a_new_window_opens_the_coalition_that_was_chosen_and_one_that_is_open_is_shown() {
    let (folder, app) = program();
    let path = folder.path().join("other.undersigned");
    drop(undersigned_core::Coalition::create(&path).unwrap());
    let chooser = Chooser {
        path,
        told: Arc::default(),
    };
    let window = app.open_window("main", Box::new(chooser.clone()), None);

    assert_eq!(ask(&window, "new_window", json!({})), true);
    assert_eq!(*chooser.told.lock().unwrap(), ["open window-1"]);
    // The first request of its page opens it, and a second one finds it open.
    for _ in 0..2 {
        let host = || Some(Box::new(chooser.clone()) as Box<dyn Host>);
        let other = app.window_or_open("window-1", host).unwrap();
        assert_eq!(ask(&other, "get_app", json!({}))["fileName"], "other");
    }
    assert_eq!(ask(&window, "get_app", json!({}))["fileName"], "coalition");

    ask(&window, "new_window", json!({}));
    assert_eq!(chooser.told.lock().unwrap().last().unwrap(), "show window-1");
}

#[test]
fn no_window_is_opened_when_the_dialog_is_cancelled() {
    let (_folder, app) = program();
    let window = app.open_window("main", Box::new(NoDesktop), None);
    assert_eq!(ask(&window, "new_window", json!({})), false);
}

#[test]
fn a_sample_goes_when_its_window_is_closed() {
    let (folder, app) = program();
    let window = app.open_window("main", Box::new(NoDesktop), None);
    let state = ask(&window, "open_sample", json!({}));
    let path = PathBuf::from(state["filePath"].as_str().unwrap());
    assert!(path.starts_with(folder.path()) && path.exists());
    app.close();
    assert!(!path.exists());
}

#[test]
fn a_call_that_does_not_fit_is_refused_and_says_why() {
    let (_folder, app) = program();
    let window = app.open_window("main", Box::new(NoDesktop), None);
    let unknown = call(&window, "open_the_door", json!({})).unwrap_err();
    assert_eq!(unknown.kind, "system");
    let misfit = call(&window, "list_sign_ons", json!({ "letterId": "one" })).unwrap_err();
    assert!(misfit.message.contains("letterId"), "{misfit:?}");
}

#[test]
fn a_list_is_imported_as_its_preview_said_or_refused_when_somebody_was_added_since() {
    let (_folder, app) = program();
    let window = app.open_window("main", Box::new(NoDesktop), None);
    let opened = ask(
        &window,
        "open_import_text",
        json!({ "text": "Moor Alliances\nBirch Society\n" }),
    );
    assert_eq!((&opened["kind"], &opened["rows"]), (&json!("list"), &json!(2)));
    let id = &opened["id"];
    let target = json!({ "kind": "organizations" });
    let preview = || {
        let told = json!({ "id": id, "target": target, "likely": "ask", "progress": null });
        ask(&window, "plan_import", told)
    };
    let import = |target: &Value| {
        let told = json!({ "id": id, "target": target, "progress": null });
        call(&window, "import_source", told)
    };
    let counts = |plan: &Value| [plan["created"].clone(), plan["asked"].clone()];
    // What was not previewed is not imported.
    assert!(import(&target).is_err());
    assert_eq!(counts(&preview()), [2, 0].map(Value::from));
    assert!(import(&json!({ "kind": "people" })).is_err());
    let fields = json!({ "name": "Moor Alliance" });
    ask(&window, "add_organization", json!({ "fields": fields }));
    assert!(import(&target).unwrap_err().message.contains("since the preview"));
    assert_eq!(ask(&window, "get_app", json!({}))["organizations"], 1);
    assert_eq!(counts(&preview()), [1, 1].map(Value::from));
    assert!(import(&target).is_ok());
    assert_eq!(ask(&window, "get_app", json!({}))["organizations"], 2);
}

#[test]
fn decisions_and_edits_of_a_list_stay_with_their_rows_and_are_taken_back_one_by_one() {
    let (_folder, app) = program();
    let window = app.open_window("main", Box::new(NoDesktop), None);
    ask(
        &window,
        "add_organization",
        json!({ "fields": { "name": "Moor Alliance" } }),
    );
    let text = "Cedar Union\nMoor Alliances\nDogwood Club\n";
    let id = ask(&window, "open_import_list", json!({ "text": text }))["id"].clone();
    let target = json!({ "kind": "organizations" });
    let told = json!({ "id": id, "target": target, "likely": "ask", "progress": null });
    ask(&window, "plan_import", told);
    let rows = || {
        let told = json!({ "id": id, "outcome": null, "offset": 0, "limit": 50 });
        let rows = ask(&window, "list_plan_rows", told)["rows"].clone();
        let rows = rows.as_array().unwrap().clone();
        rows.into_iter()
            .map(|row| format!("{} {}", row["name"], row["outcome"]).replace('"', ""))
            .collect::<Vec<_>>()
    };
    let key = |place: usize| {
        let told = json!({ "id": id, "outcome": null, "offset": place, "limit": 1 });
        ask(&window, "list_plan_rows", told)["rows"][0]["key"].clone()
    };
    let before = [
        "Cedar Union created",
        "Moor Alliances asked",
        "Dogwood Club created",
    ];
    assert_eq!(rows(), before);
    let decisions = json!([[key(1), { "kind": "new" }]]);
    ask(
        &window,
        "decide_rows",
        json!({ "id": id, "decisions": decisions }),
    );
    let edit = json!({ "kind": "split", "key": key(0), "at": 5 });
    ask(&window, "edit_list", json!({ "id": id, "edit": edit }));
    assert_eq!(
        rows(),
        [
            "Cedar created",
            "Union created",
            "Moor Alliances created",
            "Dogwood Club created"
        ]
    );
    let spans = ask(&window, "list_spans", json!({ "id": id }));
    assert_eq!(spans.as_array().unwrap().len(), 4);
    let take_back = || ask(&window, "take_back", json!({ "id": id }));
    assert_eq!(take_back()["created"], 3);
    assert_eq!(take_back()["asked"], 1);
    assert_eq!(rows(), before);
    // With nothing to take back, nothing changes.
    assert_eq!(take_back()["asked"], 1);
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
        app.open_window(label, Box::new(NoDesktop), Some(path))
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

    // A day that is typed is read as the dates are written.
    let typed = |window: &Window| {
        let question = json!({ "text": "4/12/2031", "zone": "America/Chicago", "toward": "future" });
        ask(window, "read_time", question)["day"].clone()
    };
    assert_eq!(typed(&two), "2031-04-12");
    ask(
        &one,
        "set_settings",
        json!({ "settings": { "name": "Ana Mora", "theme": "dark", "dates": "day-first" } }),
    );
    assert_eq!(typed(&two), "2031-12-04");
    let refused = json!({ "settings": { "name": "Ana Mora", "email": "ana@luz" } });
    let refused = call(&one, "set_settings", refused).unwrap_err();
    assert_eq!(refused.field, Some("email"));
    assert!(refused.message.contains(".org"), "{}", refused.message);

    let long = json!({ "settings": { "name": "x".repeat(2_000) } });
    let refused = call(&one, "set_settings", long).unwrap_err();
    assert_eq!(refused.field, Some("author"));
    app.close();
    let places = Places {
        data: folder.path().join("data"),
        config: folder.path().join("config"),
        cache: folder.path().join("cache"),
        documents: None,
    };
    let again = Arc::new(App::start(places, Clock::System));
    let window = again.open_window("main", Box::new(NoDesktop), Some(paths[0].clone()));
    assert_eq!(ask(&window, "get_settings", json!({}))["theme"], "dark");
    add(&window, "Cedar House");
    assert_eq!(authors(&window), ["Ana Mora", "Ana Mora"]);
}

/// A window over a sample, on a desktop where `folder` is chosen in every dialog.
fn over_a_sample(app: &Arc<App>, folder: &Path) -> (Arc<Window>, Arc<Mutex<Vec<String>>>) {
    let told = Arc::<Mutex<Vec<String>>>::default();
    let host = Chooser {
        path: folder.to_path_buf(),
        told: Arc::clone(&told),
    };
    let window = app.open_window("main", Box::new(host), None);
    ask(&window, "open_sample", json!({}));
    (window, told)
}

fn message(words: &str) -> String {
    format!("From: Ana Mora <ana@example.org>\nSubject: Re: letter\n\n{words}\n")
}

#[test]
fn answers_are_taken_from_a_folder_once_and_filed_when_the_last_of_a_file_is_done() {
    let (folder, app) = program();
    let mail = folder.path().join("mail");
    std::fs::create_dir_all(mail.join("deeper")).unwrap();
    std::fs::write(mail.join("1.eml"), message("Yes, add us.")).unwrap();
    let two = ["No, thank you.", "Who else signs?"]
        .map(|words| {
            format!(
                "From ana@example.org Mon May  4 10:00:00 2026\n{}\n",
                message(words)
            )
        })
        .concat();
    std::fs::write(mail.join("2.mbox"), two).unwrap();
    std::fs::write(mail.join("3.eml"), [0_u8, 159, 146, 150]).unwrap();
    std::fs::write(mail.join("deeper").join("4.eml"), message("Yes.")).unwrap();
    std::fs::write(mail.join("notes.txt"), "Yes.").unwrap();
    let (window, _) = over_a_sample(&app, &mail);
    let look = || ask(&window, "look_for_answers", json!({}));

    assert_eq!(look(), 0, "no folder is looked into until one is chosen");
    ask(&window, "choose_answers_folder", json!({}));
    assert_eq!(look(), 3);
    assert_eq!(look(), 0, "what waits is not taken again");
    let waiting = || ask(&window, "list_answers", json!({})).as_array().unwrap().len();
    assert_eq!(waiting(), 3);
    assert!(mail.join("1.eml").exists(), "it stays until it is done");

    ask(&window, "drop_answer", json!({ "number": 1 }));
    assert!(mail.join("2.mbox").exists(), "another answer of that file waits");
    ask(&window, "drop_answer", json!({ "number": 1 }));
    assert!(mail.join("filed").join("2.mbox").exists() && !mail.join("2.mbox").exists());

    // What was not done comes again after a restart; one of the same name is filed beside the first.
    std::fs::write(mail.join("2.mbox"), message("Yes.")).unwrap();
    app.close_window("main");
    let (window, _) = over_a_sample(&app, &mail);
    let taken = ask(&window, "look_for_answers", json!({})).as_u64().unwrap();
    assert!(taken >= 1, "{taken}");
    for _ in 0..taken {
        ask(&window, "drop_answer", json!({ "number": 0 }));
    }
    assert!(mail.join("filed").join("1.eml").exists());
    ask(&window, "leave_answers_folder", json!({}));
    std::fs::write(mail.join("5.eml"), message("Yes.")).unwrap();
    assert_eq!(ask(&window, "look_for_answers", json!({})), 0);
}

#[test]
fn a_draft_stays_until_a_mail_program_that_is_only_starting_has_read_it() {
    let (folder, _) = program();
    let places = |documents: &Path| Places {
        data: folder.path().join("data"),
        config: folder.path().join("config"),
        cache: folder.path().join("cache"),
        documents: Some(documents.to_path_buf()),
    };
    let documents = folder.path().join("Documents");
    let app = Arc::new(App::start(places(&documents), Clock::System));
    let (window, told) = over_a_sample(&app, folder.path());
    let mut settings = ask(&window, "get_settings", json!({}));
    settings["email"] = json!("nora@example.org");
    ask(&window, "set_settings", json!({ "settings": settings }));
    ask(&window, "test_draft", json!({ "carrier": "eml" }));
    let opened = told.lock().unwrap().clone();
    let draft = PathBuf::from(opened[0].strip_prefix("file ").unwrap());
    assert!(
        draft.starts_with(documents.join("Undersigned drafts")),
        "{draft:?}"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&draft), mode(draft.parent().unwrap())), (0o400, 0o700));
    }

    app.close();
    assert!(draft.exists(), "the mail program may not have read it yet");
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(600);
    std::fs::File::open(draft.parent().unwrap())
        .unwrap()
        .set_modified(long_ago)
        .unwrap();
    drop(App::start(places(&documents), Clock::System));
    assert!(!documents.join("Undersigned drafts").exists());

    // A folder that another program copies elsewhere is no place for them.
    std::fs::write(documents.join(".dropbox"), "").unwrap();
    let app = Arc::new(App::start(places(&documents), Clock::System));
    let (window, told) = over_a_sample(&app, folder.path());
    ask(&window, "test_draft", json!({ "carrier": "eml" }));
    let opened = told.lock().unwrap().clone();
    assert!(opened[0].contains("cache"), "{opened:?}");
}

#[test]
fn what_waits_on_the_desk_goes_into_a_folder_or_to_a_group_and_nobody_counts_as_asked_by_it() {
    let (folder, app) = program();
    let out = folder.path().join("out");
    std::fs::create_dir_all(&out).unwrap();
    let (window, told) = over_a_sample(&app, &out);
    let mut settings = ask(&window, "get_settings", json!({}));
    settings["name"] = json!("Nora Hale");
    settings["email"] = json!("nora@example.org");
    settings["organization"] = json!("Lakes Coalition");
    ask(&window, "set_settings", json!({ "settings": settings }));
    let refused = call(&window, "open_group_draft", json!({}));
    assert_eq!(refused.unwrap_err().kind, "rule", "nobody waits");

    let letters = ask(&window, "list_letters", json!({}));
    let letter = letters
        .as_array()
        .unwrap()
        .iter()
        .find(|letter| letter["stage"] == "circulating")
        .unwrap()["id"]
        .clone();
    let due = ask(
        &window,
        "list_due",
        json!({ "letterId": letter, "kind": "reminder" }),
    );
    assert!(!due.as_array().unwrap().is_empty());
    ask(
        &window,
        "start_desk",
        json!({ "signOnIds": due, "kind": "reminder" }),
    );
    let ledger = || ask(&window, "list_sign_ons", json!({ "letterId": letter }));
    let before = ledger();
    let saved = ask(&window, "save_desk_drafts", json!({}));
    let files = std::fs::read_dir(&out).unwrap().count();
    let left = saved["left"].as_array().unwrap();
    assert_eq!(saved["count"].as_u64(), Some(files as u64));
    assert_eq!(files + left.len(), due.as_array().unwrap().len());
    assert!(files > 0 && left.iter().all(|why| !why.as_str().unwrap().is_empty()));
    told.lock().unwrap().clear();
    let drafts = ask(&window, "open_group_draft", json!({}));
    let opened = told.lock().unwrap().clone();
    assert_eq!(Some(opened.len() as u64), drafts["count"].as_u64());
    let text = std::fs::read_to_string(opened[0].strip_prefix("file ").unwrap()).unwrap();
    assert!(
        text.contains("Bcc:") && !text.contains("\nTo:") && !text.contains("US-"),
        "{text}"
    );
    assert_eq!(ledger(), before);
}
