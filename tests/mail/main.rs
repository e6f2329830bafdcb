//! One ask and its answer with a real mail program: a draft opened from the desk, sent by Thunderbird to a sink on the loopback
//! address, the reply found in the watched folder, known by its code, accepted by one key, and the block that follows.
//!
//! Needs Thunderbird and xdotool: `cargo xtask mail`. Pictures of each step go into `target/mail/`.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sink;
mod thunderbird;

use std::fs;
use std::path::Path;

use chrono::Utc;
use reading::mail;
use serde_json::json;
use undersigned_core::Coalition;
use undersigned_core::letter::LetterFields;
use undersigned_tests::asked::Asked;
use undersigned_tests::desktop::{Desktop, wait_for};
use undersigned_tests::window::{Start, Window};
use vocabulary::ids::SignOnId;

use sink::Sink;
use thunderbird::Thunderbird;

const ASKED: [(&str, &str, &str); 2] = [
    ("Luz Vecinal", "Ana Mora", "ana@luzvecinal.example"),
    ("Harbor Tenants Union", "Joe Park", "joe@harbortenants.example"),
];

/// A letter with two on the desk, who are to be asked.
fn make(file: &Path) {
    let mut coalition = Coalition::create(file).unwrap();
    let now = Utc::now();
    let letter = LetterFields {
        title: "Keep the clinics open".to_owned(),
        ..LetterFields::default()
    };
    let letter = coalition.add_letter(&letter, now).unwrap().output;
    let mut sign_ons: Vec<SignOnId> = Vec::new();
    for (name, person, email) in ASKED {
        let asked = Asked {
            name,
            person,
            email,
            ..Asked::default()
        };
        sign_ons.push(asked.put(&mut coalition, letter, now));
    }
    coalition.start_desk(&sign_ons, None, now).unwrap();
}

/// What the person has told the program before: who writes, how drafts are carried, and where answers are found.
fn remember(desktop: &Desktop, answers: &Path) {
    let folder = desktop.home().join("config").join("org.undersigned.app");
    fs::create_dir_all(&folder).unwrap();
    let remembered = json!({
        "settings": {
            "name": "Nora Hale", "nameAsked": true, "email": "nora@coalition.example",
            "organization": "Lakes Coalition", "carrier": "eml", "carrierChosen": true,
        },
        "answersFolder": answers,
    });
    fs::write(folder.join("remembered.json"), remembered.to_string()).unwrap();
}

#[test]
fn an_ask_goes_out_by_thunderbird_and_its_answer_comes_home_by_its_code() {
    let desktop = Desktop::start();
    let sink = Sink::start();
    let thunderbird = Thunderbird::set_up(&desktop, sink.port());
    let answers = desktop.home().join("Documents").join("Answers");
    fs::create_dir_all(&answers).unwrap();
    remember(&desktop, &answers);
    let file = desktop.home().join("Documents").join("clinics.undersigned");
    make(&file);
    let start = Start {
        arguments: vec![file.to_str().unwrap().to_owned()],
        ..Start::default()
    };
    let window = Window::open(&desktop, &start);

    // The desk: Enter opens the draft in the mail program, which sends it.
    window.press("button", "Desk…");
    window.wait_for_text("Ana Mora");
    picture(&window, "1-desk");
    // Enter is the page's own where no button has the focus.
    window.execute("document.activeElement.blur()", &[]);
    window.keys("\u{E007}");
    thunderbird.send("Keep the clinics open");
    let sent = wait_for("the ask to arrive", || sink.take());
    fs::write(pictures().join("2-sent.eml"), &sent).unwrap();
    let (read, _) = mail::read(&sent).unwrap();
    let ask = &read[0];
    assert_eq!(ask.from.email, "nora@coalition.example");
    let code = ask
        .subject
        .rsplit_once('[')
        .map(|(_, code)| code.trim_end_matches(']').to_owned())
        .expect("the subject closes with the code");
    assert!(ask.text.contains(&code), "and so does the text: {}", ask.text);
    assert!(String::from_utf8_lossy(&sent).contains("ana@luzvecinal.example"));
    // Going on to the next counts the first as asked.
    window.wait_for_text("Joe Park");
    window.keys("\u{E007}");
    window.wait_for_text("1 of 2 done");

    // The reply: the mail program of whoever was asked quotes the ask, and the person saves it into the folder.
    let quoted: String = ask.text.lines().map(|line| format!("> {line}\r\n")).collect();
    let reply = format!(
        "From: Ana Mora <ana@luzvecinal.example>\r\nTo: Nora Hale <nora@coalition.example>\r\nSubject: Re: {}\r\nDate: {}\r\n\
         Message-ID: <reply@luzvecinal.example>\r\nIn-Reply-To: <{}>\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\nYes, please add us.\r\nAna\r\n\r\nNora Hale wrote:\r\n{quoted}",
        ask.subject,
        Utc::now().to_rfc2822(),
        ask.message_id.clone().unwrap_or_default(),
    );
    fs::write(answers.join("reply.eml"), reply).unwrap();
    window.execute("window.dispatchEvent(new Event('focus'))", &[]);
    window.press("button", "Answers…");
    window.wait_for_text("Yes, please add us.");
    picture(&window, "3-answer");
    window.execute("document.activeElement.blur()", &[]);
    window.keys("\u{E007}");
    window.wait_for_text("No answers to review");
    assert!(answers.join("filed").join("reply.eml").exists());

    // The block follows.
    window.press("button", "Letters…");
    window.press("button", "Keep the clinics open…");
    window.wait_for_text("1 confirmed");
    wait_for("the block to name who said yes", || {
        let named = "return document.querySelector('.paper')?.innerText.includes('Luz Vecinal') ?? false";
        (window.execute(named, &[]) == json!(true)).then_some(())
    });
    picture(&window, "4-block");
    window.close();
}

fn pictures() -> std::path::PathBuf {
    let folder = undersigned_tests::root().join("target").join("mail");
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn picture(window: &Window, name: &str) {
    fs::write(pictures().join(format!("{name}.png")), window.screenshot()).unwrap();
}
