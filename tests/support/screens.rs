//! Every screen of the app, and the way a person gets there: for pictures, and for checks that hold on each of them.
//!
//! A new screen is a new row of [`SCREENS`].

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::desktop::{Desktop, wait_for};
use crate::window::{Start, Window, key};
use crate::words::say;

/// What the coalition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// Nothing: the app has never run.
    Nothing,
    /// The sample: the Wisconsin letter and two that are invented.
    Sample,
    /// One letter with several hundred sign-ons, and a few thousand organizations.
    Many,
}

/// One screen.
pub struct Screen {
    /// The name of its pictures.
    pub name: &'static str,
    /// What the coalition must hold.
    pub holding: Holding,
    /// The way there from the screen that the app starts with, in a language.
    pub go: fn(&Window, &str),
}

/// All of them; those of one holding stand together, and one after another is gone to in the same window.
pub const SCREENS: &[Screen] = &[
    Screen {
        name: "start",
        holding: Holding::Nothing,
        go: |_, _| {},
    },
    Screen {
        name: "paste",
        holding: Holding::Nothing,
        go: |window, language| {
            window.press("button", &format!("{}…", say(language, "ui-start-paste")));
            window.css("#paste-here");
        },
    },
    Screen {
        name: "review",
        holding: Holding::Nothing,
        go: |window, language| {
            window.press("button", &format!("{}…", say(language, "ui-start-paste")));
            let field = window.css("#paste-here");
            window.paste_into(&field, PASTED);
            wait_for("the review", || {
                window.all("#paste-here").is_empty().then_some(())
            });
            window.wait_for_text("Driftless");
        },
    },
    Screen {
        name: "letter-new",
        holding: Holding::Nothing,
        go: |window, _| chord(window, "n"),
    },
    Screen {
        name: "letter",
        holding: Holding::Sample,
        go: |window, _| to_letter(window, "End ICE…", "ACLU of Wisconsin"),
    },
    Screen {
        name: "letter-selected",
        holding: Holding::Sample,
        go: |window, language| {
            to_letter(window, "End ICE…", "ACLU of Wisconsin");
            let ledger = window.find("grid", &say(language, "ui-ledger"));
            window.focus(&ledger);
            window.keys(&format!("{}{}{}", key::SHIFT, key::DOWN, key::DOWN));
            window.css("[aria-selected=true]");
        },
    },
    Screen {
        name: "letter-markdown",
        holding: Holding::Sample,
        go: |window, language| {
            to_block(window, language);
            window.choose(&say(language, "ui-format"), &say(language, "ui-format-markdown"));
            window.css("pre [data-entry]");
        },
    },
    Screen {
        name: "headings",
        holding: Holding::Sample,
        go: |window, language| {
            to_block(window, language);
            window.choose(&say(language, "ui-group"), &say(language, "ui-group-heading"));
            window.press("button", &say(language, "ui-headings-arrange"));
            window.css("dialog[open]");
        },
    },
    Screen {
        name: "freeze",
        holding: Holding::Sample,
        go: |window, language| {
            to_block(window, language);
            window.press("button", &say(language, "ui-freeze"));
            window.css("#freeze input");
        },
    },
    Screen {
        name: "editions",
        holding: Holding::Sample,
        go: |window, language| {
            to_block(window, language);
            window.press("button", &say(language, "ui-freeze"));
            let label = window.css("#freeze input");
            wait_for("the check", || {
                window.all("[form=freeze]:not(:disabled)").into_iter().next()
            });
            window.type_into(&label, &format!("To the committee{}", key::ENTER));
            // The editions open by themselves, at the one that was frozen.
            window.find("heading", &say(language, "ui-editions"));
            window.wait_for_text("Milwaukee Turners");
        },
    },
    Screen {
        name: "sign-on",
        holding: Holding::Sample,
        go: |window, language| {
            to_letter(window, "End ICE…", "ACLU of Wisconsin");
            let ledger = window.find("grid", &say(language, "ui-ledger"));
            window.focus(&ledger);
            window.keys("o");
            window.find("heading", &say(language, "ui-evidence"));
        },
    },
    Screen {
        name: "letter-texts",
        holding: Holding::Sample,
        go: |window, language| {
            to_letter(window, "Extend rent…", "Robin Specimen");
            window.press("tab", &say(language, "ui-texts"));
            window.wait_for_text(&say(language, "ui-texts-standing"));
        },
    },
    Screen {
        name: "letter-check",
        holding: Holding::Sample,
        go: |window, language| to_part(window, language, "ui-check", "ui-freeze"),
    },
    Screen {
        name: "letter-pictures",
        holding: Holding::Sample,
        go: |window, language| to_part(window, language, "ui-pictures", "ui-map"),
    },
    Screen {
        name: "ask",
        holding: Holding::Sample,
        go: |window, language| {
            to_letter(window, "Extend rent…", "Robin Specimen");
            chord(window, "k");
            window.keys(&say(language, "ui-ask"));
            window.find("option", &say(language, "ui-ask"));
            window.keys(&key::ENTER.to_string());
            window.press("radio", &say(language, "ui-ask-from-letter"));
            window.wait_for_text(&say(language, "ui-write-to"));
        },
    },
    Screen {
        name: "deadline",
        holding: Holding::Sample,
        go: |window, language| {
            to_letter(window, "End ICE…", "ACLU of Wisconsin");
            chord(window, "k");
            window.keys(&say(language, "ui-deadline-move"));
            window.find("option", &say(language, "ui-deadline-move"));
            window.keys(&key::ENTER.to_string());
            window.find("textbox", &say(language, "ui-deadline-note"));
        },
    },
    Screen {
        name: "followups",
        holding: Holding::Sample,
        go: |window, language| {
            to_page(window, language, "ui-followups");
            window.find("grid", &say(language, "ui-followups"));
        },
    },
    Screen {
        name: "desk",
        holding: Holding::Sample,
        go: |window, language| {
            to_page(window, language, "ui-followups");
            window.find("grid", &say(language, "ui-followups"));
            // Those with somebody to write to, several at once.
            window.keys(&format!("{}{}{}", key::SHIFT, key::DOWN, key::DOWN));
            window.css("[aria-selected=true]");
            window.keys("m");
            window.find("heading", &say(language, "ui-desk"));
            window.wait_for_text(&say(language, "ui-draft-subject"));
            // Who writes is asked for at the first draft.
            if let Some(form) = window.all("form.question").into_iter().next() {
                let fields = window.all("form.question input");
                for (field, text) in
                    fields
                        .iter()
                        .zip(["Kim Sample", "kim@coalition.example", "Sample Coalition"])
                {
                    window.fill(field, text);
                }
                window.keys(&key::ENTER.to_string());
                wait_for("the form to go", || {
                    window.all("form.question").is_empty().then_some(form.clone())
                });
            }
            window.wait_for_text("Kim Sample");
        },
    },
    Screen {
        name: "answers",
        holding: Holding::Sample,
        go: |window, language| {
            window.press("button", &say(language, "ui-answers-page"));
            window.find("heading", &say(language, "ui-answers-page"));
            for answer in REPLIES {
                let page = window.css("body");
                window.paste_into(&page, answer);
            }
            window.wait_for_text("secretary-treasurer");
        },
    },
    Screen {
        name: "guide",
        holding: Holding::Sample,
        go: |window, language| {
            to_letter(window, "End ICE…", "ACLU of Wisconsin");
            window.keys(&key::F1.to_string());
            window.find("heading", &say(language, "ui-guide"));
        },
    },
    Screen {
        name: "history",
        holding: Holding::Sample,
        go: |window, language| {
            window.press("button", &say(language, "ui-history"));
            window.find("heading", &say(language, "ui-history"));
        },
    },
    Screen {
        name: "who-signs-what",
        holding: Holding::Sample,
        go: |window, language| {
            window.press("button", &say(language, "ui-matrix"));
            window.find("grid", &say(language, "ui-matrix"));
        },
    },
    Screen {
        name: "letters",
        holding: Holding::Sample,
        go: |window, language| to_page(window, language, "ui-letters"),
    },
    Screen {
        name: "organizations",
        holding: Holding::Sample,
        go: |window, language| to_page(window, language, "ui-organizations"),
    },
    Screen {
        name: "organization-new",
        holding: Holding::Sample,
        go: |window, language| {
            to_page(window, language, "ui-organizations");
            window.press("button", &say(language, "ui-organization-new"));
            window.css("dialog[open] input");
        },
    },
    Screen {
        name: "organization",
        holding: Holding::Sample,
        go: |window, language| {
            to_page(window, language, "ui-organizations");
            look_up(window, "lakeshore", "Lakeshore Interfaith Council");
            window.wait_for_text("Jo Placeholder");
        },
    },
    Screen {
        name: "people",
        holding: Holding::Sample,
        go: |window, language| {
            to_page(window, language, "ui-people");
            look_up(window, "pat exa", "Pat Example");
            window.wait_for_text("Riverbend Neighbors United");
        },
    },
    Screen {
        name: "person-new",
        holding: Holding::Sample,
        go: |window, language| {
            to_page(window, language, "ui-people");
            window.press("button", &say(language, "ui-person-new"));
            window.css("dialog[open] input");
        },
    },
    Screen {
        name: "duplicates",
        holding: Holding::Sample,
        go: |window, language| {
            window.press("button", &say(language, "ui-duplicates"));
            window.wait_for_text("River Bend Neighbors United");
        },
    },
    Screen {
        name: "merge",
        holding: Holding::Sample,
        go: |window, language| {
            window.press("button", &say(language, "ui-duplicates"));
            window.wait_for_text("River Bend Neighbors United");
            window.keys("m");
            window.find("heading", &say(language, "ui-merge"));
            window.wait_for_text(&say(language, "ui-merge-moves"));
        },
    },
    Screen {
        name: "import-columns",
        holding: Holding::Sample,
        go: to_columns,
    },
    Screen {
        name: "import-preview",
        holding: Holding::Sample,
        go: |window, language| {
            to_columns(window, language);
            chord(window, &key::ENTER.to_string());
            window.find("grid", &say(language, "ui-import-rows-shown"));
            window.wait_for_text("Lakeshore Interfaith Counsil");
        },
    },
    Screen {
        name: "import-withdrawn",
        holding: Holding::Sample,
        go: |window, language| {
            to_letter(window, "End ICE…", "ACLU of Wisconsin");
            let ledger = window.find("grid", &say(language, "ui-ledger"));
            window.focus(&ledger);
            window.keys("w");
            window.wait_for_text(&say(language, "ui-status-withdrawn"));
            chord(window, "i");
            let field = window.css("#paste-here");
            window.paste_into(&field, "ACLU of Wisconsin\nKids Forward\nWISDOM\n");
            window.wait_for_text(match language {
                "es" => "ACLU of Wisconsin retiró su firma",
                _ => "ACLU of Wisconsin withdrew",
            });
        },
    },
    Screen {
        name: "imports",
        holding: Holding::Sample,
        go: |window, language| {
            to_columns(window, language);
            chord(window, &key::ENTER.to_string());
            window.find("grid", &say(language, "ui-import-rows-shown"));
            window.keys(&format!("{}{}", key::CONTROL, key::ENTER));
            window.wait_until_gone("grid", &say(language, "ui-import-rows-shown"));
            window.press("button", &say(language, "ui-imports"));
            window.wait_for_text("Marigold Tenants Union");
        },
    },
    Screen {
        name: "palette",
        holding: Holding::Sample,
        go: |window, _| chord(window, "k"),
    },
    Screen {
        name: "keys",
        holding: Holding::Sample,
        go: |window, _| window.keys("?"),
    },
    Screen {
        name: "many-letter",
        holding: Holding::Many,
        go: |window, _| to_letter(window, "Clean water…", "Alder Creek"),
    },
    Screen {
        name: "many-organizations",
        holding: Holding::Many,
        go: |window, language| to_page(window, language, "ui-organizations"),
    },
];

/// A reply as it comes: known and new names, one with a comma, one in doubt. All invented.
const PASTED: &str = "Signed so far: Alder Creek Neighbors, Driftless Farmworkers Alliance, Inc., Prairie Legal \
                      Collective, Friends of the Kinnickinnic, Madison Chapter, and Lakeshore Interfaith Council.";

/// Answers as they are copied from a mail program: a yes, and somebody who waits for a board. All invented.
const REPLIES: [&str; 2] = [
    "From: Pat Example <pat@riverbend.example>\nTo: kim@coalition.example\n\
     Subject: Re: End ICE collaboration programs in Wisconsin\nDate: Fri, 27 Nov 2026 09:05:00 -0600\n\n\
     Hello Kim,\n\nour board meets next week, and we will know then.\n\nPat\n",
    "From: Mai Sample <mai@local1202.example.org>\nTo: kim@coalition.example\n\
     Subject: Re: End ICE collaboration programs in Wisconsin\nDate: Sat, 28 Nov 2026 16:12:00 -0600\n\n\
     Hi,\n\nYes, please add Northwoods Clinic Workers, Local 1202. I can sign as secretary-treasurer.\n\nMai Sample\n\n\
     > Would you sign on?\n",
];

/// A form's answers as a spreadsheet puts them on the clipboard: known, likely and new, with a long name. All invented.
const ANSWERS: &str = "Timestamp\tOrganization\tYour name\tEmail\tCity\n\
    11/20/2026 9:02:11\tRiverbend Tenants Council\tSam Placeholder\tsam@riverbend.example\tWausau\n\
    11/20/2026 9:15:40\tLakeshore Interfaith Counsil\tCasey Sample\tcasey@lakeshore.example\tSheboygan\n\
    11/20/2026 9:20:12\tMarigold Tenants Union\tNoor Muestra\tnoor@marigold.example\tMadison\n\
    11/20/2026 9:44:51\tAlder Creek Watershed, Farmland and Small Towns Cooperative Council of Central Wisconsin, Inc.\t\
    Bartholomew Muestra\tbartholomew@aldercreek.example\tStevens Point\n";

/// Pastes a table into the import.
fn to_columns(window: &Window, language: &str) {
    window.keys(&format!("{}i", key::CONTROL));
    let field = window.css("#paste-here");
    window.paste_into(&field, ANSWERS);
    window.find("region", &say(language, "ui-import-first-rows"));
}

fn chord(window: &Window, letter: &str) {
    window.keys(&format!("{}{letter}", key::CONTROL));
    wait_for("a dialog", || {
        window.all("dialog[open], [role=dialog]").into_iter().next()
    });
}

fn to_letter(window: &Window, title: &str, shows: &str) {
    window.press("button", title);
    window.wait_for_text(shows);
}

/// Opens a part of the first letter's page, where something then stands.
fn to_part(window: &Window, language: &str, part: &str, shows: &str) {
    to_letter(window, "End ICE…", "ACLU of Wisconsin");
    window.press("tab", &say(language, part));
    window.wait_for_text(&say(language, shows));
}

/// To the block of the sample's first letter, which a small window keeps behind a button.
fn to_block(window: &Window, language: &str) {
    to_letter(window, "End ICE…", "ACLU of Wisconsin");
    let group = say(language, "ui-group");
    let open = say(language, "ui-block-open").replace("{ $count }", "…");
    let unfold = say(language, "ui-block-choices").replace("{ $words }", "…");
    wait_for("the block", || {
        if window.find_now("combobox", &group).is_some() {
            return Some(());
        }
        if let Some(button) = window.find_now("button", &unfold) {
            window.click(&button);
            return None;
        }
        if let Some(button) = window.find_now("button", &open) {
            window.click(&button);
        }
        None
    });
}

/// Finds something in the list of a page and opens it beside the list.
fn look_up(window: &Window, text: &str, shows: &str) {
    let find = window.css("[data-find]");
    window.click(&find);
    window.keys(text);
    window.wait_for_text(shows);
    window.keys(&format!("{}{}", key::ENTER, key::ENTER));
    wait_for("the side pane", || window.all("aside h2").into_iter().next());
}

fn to_page(window: &Window, language: &str, message: &str) {
    window.press("button", &format!("{}…", say(language, message)));
}

impl Holding {
    /// Opens the app on a coalition that holds this.
    pub fn open<'desktop>(self, desktop: &'desktop Desktop, start: &Start) -> Window<'desktop> {
        let file = self.file(desktop);
        let arguments = file.iter().map(|file| file.display().to_string()).collect();
        Window::open(
            desktop,
            &Start {
                arguments,
                ..start.clone()
            },
        )
    }

    /// The file, made by the command line; none where the app is to make its own.
    pub(crate) fn file(self, desktop: &Desktop) -> Option<PathBuf> {
        let file = desktop.home().join("Documents/Coalition.undersigned");
        let cli = |arguments: &[&str], input: &str| {
            let mut command = Command::new(crate::program("undersigned-cli"));
            command.arg("--file").arg(&file).args(arguments);
            let mut child = command
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .spawn()
                .expect("the command line starts");
            let mut pipe = child.stdin.take().expect("started with a pipe");
            std::io::Write::write_all(&mut pipe, input.as_bytes()).expect("it reads its input");
            drop(pipe);
            let status = child.wait().expect("the command line ends");
            assert!(status.success(), "undersigned-cli {arguments:?}: {status}");
        };
        match self {
            Self::Nothing => return None,
            Self::Sample => cli(&["sample"], ""),
            Self::Many => {
                cli(&["new"], "");
                cli(
                    &[
                        "letter",
                        "add",
                        "Clean water in every county",
                        "--to",
                        "The Assembly",
                    ],
                    "",
                );
                let names = invented_names(2_500);
                cli(
                    &["import", "-", "--as", "organizations", "--likely", "new"],
                    &names.join("\n"),
                );
                let signed = [
                    "import",
                    "-",
                    "--letter",
                    "Clean",
                    "--status",
                    "confirmed",
                    "--likely",
                    "new",
                ];
                cli(&signed, &names[..400].join("\n"));
            }
        }
        Some(file)
    }
}

/// Names of organizations that do not exist, all different.
fn invented_names(count: usize) -> Vec<String> {
    const PLACES: [&str; 10] = [
        "Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fern", "Gentian", "Hazel", "Ironwood", "Juniper",
    ];
    const LAND: [&str; 10] = [
        "Creek", "Hollow", "Ridge", "Prairie", "Bluff", "Lake", "Bend", "Valley", "Falls", "Marsh",
    ];
    const KINDS: [&str; 5] = [
        "Neighbors",
        "Tenants Council",
        "Farmers Cooperative",
        "Water Watch",
        "Legal Clinic",
    ];
    let name = |number: usize| {
        let (place, land) = (PLACES[number % 10], LAND[number / 10 % 10]);
        match number / 500 {
            0 => format!("{place} {land} {}", KINDS[number / 100 % 5]),
            local => format!("{place} {land} {}, Local {local}", KINDS[number / 100 % 5]),
        }
    };
    (0..count).map(name).collect()
}
