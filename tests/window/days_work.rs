//! A day of a coordinator by keys in the real window: forty asks opened one after the other, twenty answers accepted. Actions and seconds
//! are counted; the figures stand in `docs/window.md`.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::Utc;
use serde_json::json;
use undersigned_core::Coalition;
use undersigned_core::letter::LetterFields;
use undersigned_core::signon::Status;
use undersigned_tests::asked::Asked;
use undersigned_tests::desktop::{Desktop, wait_for};
use undersigned_tests::window::{Start, Window, key};
use vocabulary::ids::LetterId;

const ASKS: usize = 40;
const ANSWERS: usize = 20;

/// The keys and clicks of a person, counted.
struct Person<'window> {
    window: &'window Window<'window>,
    actions: usize,
    since: Instant,
}

impl<'window> Person<'window> {
    fn new(window: &'window Window<'window>) -> Self {
        Self {
            window,
            actions: 0,
            since: Instant::now(),
        }
    }

    fn keys(&mut self, keys: &str) {
        self.actions += 1;
        self.window.keys(keys);
    }

    fn press(&mut self, role: &str, name: &str) {
        self.actions += 1;
        self.window.press(role, name);
    }

    fn counted(&self, what: &str) -> (usize, Duration) {
        let seconds = self.since.elapsed();
        println!("{what}: {} actions, {:.1} s", self.actions, seconds.as_secs_f32());
        (self.actions, seconds)
    }
}

fn make(file: &Path) -> LetterId {
    let mut coalition = Coalition::create(file).unwrap();
    let now = Utc::now();
    let letter = LetterFields {
        title: "Keep the clinics open".to_owned(),
        ..LetterFields::default()
    };
    let letter = coalition.add_letter(&letter, now).unwrap().output;
    for nth in 1..=ASKS {
        let (name, person) = (
            format!("Neighbors of Ward {nth:02}"),
            format!("Pat Number{nth:02}"),
        );
        let email = format!("pat@ward{nth:02}.example");
        let asked = Asked {
            name: &name,
            person: &person,
            email: &email,
            ..Asked::default()
        };
        asked.put(&mut coalition, letter, now);
    }
    letter
}

/// What opens a draft: it keeps what it was given, as a mail program reads it.
fn set_up(desktop: &Desktop, answers: &Path) {
    let opener = desktop.programs().join("xdg-open");
    fs::create_dir(desktop.home().join("opened")).unwrap();
    fs::write(
        &opener,
        "#!/bin/sh\ncp \"$1\" \"$(mktemp \"$HOME/opened/XXXXXX\")\"\n",
    )
    .unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let folder = desktop.home().join("config").join("org.undersigned.app");
    fs::create_dir_all(&folder).unwrap();
    let remembered = json!({
        "settings": {
            "name": "Nora Hale", "nameAsked": true, "email": "nora@coalition.example", "carrier": "eml", "carrierChosen": true,
        },
        "answersFolder": answers,
    });
    fs::write(folder.join("remembered.json"), remembered.to_string()).unwrap();
}

/// The drafts that were opened: to whom, and their subject, in the order of the addresses.
fn drafts(folder: &Path) -> Vec<(String, String)> {
    let mut drafts: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            let mail = reading::mail::read(&bytes).unwrap().0.remove(0);
            (mail.to[0].email.clone(), mail.subject)
        })
        .collect();
    drafts.sort();
    drafts
}

#[test]
fn forty_asks_go_out_and_twenty_answers_come_home_by_one_key_each() {
    let desktop = Desktop::start();
    let answers = desktop.home().join("Documents").join("Answers");
    fs::create_dir_all(&answers).unwrap();
    set_up(&desktop, &answers);
    let file = desktop.home().join("Documents").join("clinics.undersigned");
    let letter = make(&file);
    let start = Start {
        arguments: vec![file.to_str().unwrap().to_owned()],
        ..Start::default()
    };
    let window = Window::open(&desktop, &start);
    window.find("button", "Follow-ups…");

    let mut person = Person::new(&window);
    person.press("button", "Follow-ups…");
    window.wait_for_text("Neighbors of Ward 01");
    person.press("button", "Write to 40");
    window.wait_for_text("0 of 40 done");
    let opened = || fs::read_dir(desktop.home().join("opened")).unwrap().count();
    // Enter is the page's own where no button has the focus.
    window.execute("document.activeElement.blur()", &[]);
    for nth in 1..=ASKS {
        window.wait_for_text(&format!("pat@ward{nth:02}.example"));
        person.keys(&key::ENTER.to_string());
        window.wait_for_text(&format!("{nth} of 40 done"));
    }
    person.press("button", "Mark the open one as sent");
    window.wait_until_gone("button", "Mark the open one as sent");
    let (actions, seconds) = person.counted("40 asks");
    assert_eq!((actions, opened()), (ASKS + 3, ASKS));
    assert!(seconds < Duration::from_secs(120), "{seconds:?}");

    // Half of them answer; the answers are saved into the folder that is looked into.
    let asked = drafts(&desktop.home().join("opened"));
    for (nth, (email, subject)) in asked.iter().take(ANSWERS).enumerate() {
        let words = if nth % 5 == 4 {
            "We can’t sign this one, sorry."
        } else {
            "Yes, please add us."
        };
        let reply = format!(
            "From: Pat <{email}>\r\nTo: nora@coalition.example\r\nSubject: Re: {subject}\r\nDate: {}\r\n\
             Message-ID: <reply-{nth}@ward.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n",
            Utc::now().to_rfc2822(),
        );
        fs::write(answers.join(format!("reply-{nth:02}.eml")), reply).unwrap();
    }
    let mut person = Person::new(&window);
    window.execute("window.dispatchEvent(new Event('focus'))", &[]);
    window.wait_for_text("20 answers");
    person.press("button", "Answers…");
    window.wait_for_text("pat@ward01.example");
    window.execute("document.activeElement.blur()", &[]);
    for nth in 1..=ANSWERS {
        window.wait_for_text(&format!("pat@ward{nth:02}.example"));
        person.keys(&key::ENTER.to_string());
        wait_for("the next answer", || {
            let gone = !window.page_text().contains(&format!("pat@ward{nth:02}.example"));
            gone.then_some(())
        });
    }
    window.wait_for_text("No answers to review");
    let (actions, seconds) = person.counted("20 answers");
    assert_eq!(actions, ANSWERS + 1);
    assert!(seconds < Duration::from_secs(120), "{seconds:?}");
    window.close();

    let coalition = wait_for("the program to let go of the file", || {
        Coalition::open(&file).ok()
    });
    let rows = coalition.list_sign_ons(letter, Utc::now()).unwrap();
    let count = |status| rows.iter().filter(|row| row.status == status).count();
    assert_eq!(
        (
            count(Status::Confirmed),
            count(Status::Declined),
            count(Status::Asked)
        ),
        (16, 4, 20)
    );
}
