//! Imports of tables in the real window: pasted, their columns chosen, looked at, decided, written, taken back.

use undersigned_tests::desktop::{Desktop, wait_for};
use undersigned_tests::screens::Holding;
use undersigned_tests::window::{Start, Window, key};

/// Answers to a form as a spreadsheet puts them on the clipboard: one known name, one likely, two new. All invented.
const ANSWERS: &str = "Timestamp\tOrganization\tYour name\tEmail\tCity\n\
    11/20/2026 9:02:11\tRiverbend Tenants Council\tSam Placeholder\tsam@riverbend.example\tWausau\n\
    11/20/2026 9:15:40\tLakeshore Interfaith Counsil\tCasey Sample\tcasey@lakeshore.example\tSheboygan\n\
    11/20/2026 10:01:03\tMarigold Tenants Union\tNoor Muestra\tnoor@marigold.example\tMadison\n\
    11/20/2026 10:20:00\tInvented Lantern Society\tLucía Muestra\tlucia@lantern.example\tEau Claire\n";

fn sample(desktop: &Desktop) -> Window<'_> {
    Holding::Sample.open(desktop, &Start::default())
}

fn control(window: &Window, letter: &str) {
    window.keys(&format!("{}{letter}", key::CONTROL));
}

/// Pastes a table into the import, which reads it at once. Another import must be over: its dialog stays while it is written.
fn paste(window: &Window, table: &str) {
    wait_for("no dialog", || {
        window.all("dialog[open]").is_empty().then_some(())
    });
    control(window, "i");
    let field = window.css("#paste-here");
    window.paste_into(&field, table);
    window.find("region", "The first rows");
}

/// From the columns on to the preview.
fn look(window: &Window) {
    control(window, &key::ENTER.to_string());
    window.find("grid", "Rows");
}

#[test]
fn a_pasted_table_goes_in_from_the_keyboard_and_one_undo_takes_it_all_back() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    window.press("button", "Organizations…");
    window.wait_for_text("Lakeshore Interfaith Council");
    paste(&window, ANSWERS);
    window.find("combobox", "What the column Organization is");
    window.wait_for_text("By its heading");
    window.choose("Import as", "Organizations");
    look(&window);
    window.find("tab", "To decide 1");
    window.wait_for_text("Lakeshore Interfaith Counsil");
    // The first candidate, taken back, and taken again.
    window.keys("1");
    window.wait_for_text("Everything is decided");
    control(&window, "z");
    window.find("tab", "To decide 1");
    window.keys("1");
    window.find("tab", "To decide 0");
    window.find("button", "Import …");
    control(&window, &key::ENTER.to_string());
    window.wait_until_gone("grid", "Rows");
    window.wait_for_text("Invented Lantern Society");
    window.wait_for_text("Marigold Tenants Union");
    control(&window, "z");
    wait_for("one undo to take all of it back", || {
        let shown = window.page_text();
        let gone = ["Invented Lantern Society", "Marigold Tenants Union"];
        gone.iter().all(|name| !shown.contains(name)).then_some(())
    });
}

#[test]
fn the_same_table_a_second_time_changes_nothing() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    paste(&window, ANSWERS);
    window.choose("Import as", "Organizations");
    look(&window);
    window.keys("+");
    window.find("tab", "To decide 0");
    control(&window, &key::ENTER.to_string());
    window.wait_until_gone("grid", "Rows");
    paste(&window, ANSWERS);
    window.choose("Import as", "Organizations");
    look(&window);
    window.find("tab", "Unchanged 4");
    window.find("button", "Nothing to import");
}

#[test]
fn rows_become_sign_ons_to_a_letter_that_is_begun_with_them() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    paste(&window, ANSWERS);
    window.choose("Import as", "Sign-ons");
    window.choose("to which letter", "A new letter");
    let title = window.find("textbox", "Title");
    window.type_into(&title, "Save the invented river");
    window.choose("as which status", "Confirmed");
    look(&window);
    window.keys("+");
    window.find("tab", "To decide 0");
    control(&window, &key::ENTER.to_string());
    window.find("heading", "Save the invented river");
    window.wait_for_text("4 confirmed");
    window.wait_for_text("Lucía Muestra");
    // The letter goes with the import that began it.
    control(&window, "z");
    window.wait_until_gone("heading", "Save the invented river");
    window.press("button", "Imports");
    wait_for("the import to be gone", || {
        (!window.page_text().contains("4 rows")).then_some(())
    });
}

#[test]
fn a_table_of_the_clipboard_is_read_and_no_decision_is_lost_by_one_press_of_escape() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    desktop.set_clipboard_as(
        "text/html",
        "<table><tr><th>Organization</th><th>City</th></tr>\
         <tr><td>Marigold Tenants Union</td><td>Madison</td></tr>\
         <tr><td>Lakeshore Interfaith Counsil</td><td>Sheboygan</td></tr></table>",
    );
    window.press("button", "Organizations…");
    window.wait_for_text("Lakeshore Interfaith Council");
    control(&window, "v");
    window.find("region", "The first rows");
    look(&window);
    window.keys(&key::DELETE.to_string());
    window.wait_for_text("Everything is decided");
    window.keys(&key::ESCAPE.to_string());
    window.wait_for_text("1 decision would be lost.");
    // Nor by two: the next goes on with it, as in any form.
    window.keys(&key::ESCAPE.to_string());
    wait_for("the question to be gone", || {
        (!window.page_text().contains("would be lost")).then_some(())
    });
    window.find("grid", "Rows");
    window.keys(&key::ESCAPE.to_string());
    window.wait_for_text("1 decision would be lost.");
    window.press("button", "Close without importing");
    window.wait_until_gone("grid", "Rows");
    assert!(!window.page_text().contains("Marigold Tenants Union"));
}

#[test]
fn an_import_of_the_past_shows_what_became_of_each_row() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    paste(&window, ANSWERS);
    window.choose("Import as", "Organizations");
    look(&window);
    control(&window, &key::ENTER.to_string());
    window.wait_until_gone("grid", "Rows");
    window.press("button", "Imports");
    window.find("heading", "Imports");
    window.wait_for_text("4 rows");
    // The list that the sample's letter was begun from is kept as well.
    window.wait_for_text("26 rows");
    window.press("tab", "Undecided 1");
    window.wait_for_text("Lakeshore Interfaith Counsil");
    window.press("button", "Save as");
    window.find("menuitem", "Save a copy of the original…");
    window.keys(&key::ESCAPE.to_string());
    // Something else is done, and the import is still taken back by itself.
    window.press("button", "Organizations…");
    window.press("button", "New organization");
    let name = window.find("textbox", "Name");
    window.fill(&name, "Heron Watch");
    control(&window, &key::ENTER.to_string());
    window.wait_until_gone("dialog", "New organization");
    window.press("button", "Imports");
    window.press("button", "Undo this import");
    window.wait_for_text("Took back an import of pasted text");
    window.wait_for_text("26 rows");
    assert!(!window.page_text().contains("4 rows"));
    window.press("button", "Organizations…");
    window.wait_for_text("Heron Watch");
}

/// Presses Tab until something has the focus whose name begins so.
fn tab_to(window: &Window, role: &str, beginning: &str) {
    for _ in 0..12 {
        let (at, name) = window.focused();
        if at == role && name.starts_with(beginning) {
            return;
        }
        window.keys(&key::TAB.to_string());
    }
    panic!("Tab leads to no {role} called \"{beginning}\"");
}

#[test]
fn members_that_were_imported_are_asked_next_by_the_command_palette_or_by_tab() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    paste(&window, ANSWERS);
    window.choose("Import as", "Organizations");
    look(&window);
    window.keys("1");
    window.wait_for_text("Everything is decided");
    control(&window, &key::ENTER.to_string());
    window.wait_until_gone("grid", "Rows");
    window.find("button", "Ask these 4…");
    // Nothing is typed: what comes next stands first.
    control(&window, "k");
    window.find("option", "Ask these 4……");
    window.keys(&key::ENTER.to_string());
    window.find("heading", "Ask organizations");
    window.wait_for_text("Marigold Tenants Union");
    window.keys(&key::ESCAPE.to_string());
    window.wait_until_gone("heading", "Ask organizations");
    control(&window, "z");
    window.wait_for_text("Undone:");
    // A second time by Tab alone, as far as the names in the ledger.
    paste(&window, ANSWERS);
    window.choose("Import as", "Organizations");
    look(&window);
    window.keys("1");
    window.wait_for_text("Everything is decided");
    control(&window, &key::ENTER.to_string());
    window.wait_until_gone("grid", "Rows");
    window.find("button", "Ask these 4…");
    tab_to(&window, "button", "Ask these 4");
    window.keys(&key::ENTER.to_string());
    window.find("heading", "Ask organizations");
    window.find("button", "Add …");
    control(&window, &key::ENTER.to_string());
    window.wait_until_gone("heading", "Ask organizations");
    window.find("grid", "Sign-ons");
    let find = window.css("[data-find]");
    window.focus(&find);
    window.keys("marigold");
    window.wait_for_text("Marigold Tenants Union");
    control(&window, "z");
    control(&window, "z");
}

#[test]
fn a_message_that_has_the_focus_stays_until_it_was_left() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    window.press("button", "End ICE…");
    let ledger = window.find("grid", "Sign-ons");
    window.focus(&ledger);
    window.keys("w");
    window.find("button", "Undo");
    window.focus(&window.find("button", "Undo"));
    std::thread::sleep(std::time::Duration::from_secs(8));
    window.find("button", "Undo");
    window.focus(&ledger);
    window.wait_until_gone("button", "Undo");
}

/// Colleagues as somebody keeps them in a sheet. All invented.
const COLLEAGUES: &str = "Name\tEmail\tOrganization\tRole\n\
    Noor Muestra\tnoor@marigold.example\tMarigold Tenants Union\tOrganizer\n\
    Sam Placeholder\tsam@lantern.example\tInvented Lantern Society\tDirector\n";

#[test]
fn people_that_were_imported_lead_to_their_organizations_and_then_to_themselves() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    let import = |people: &str| {
        paste(&window, people);
        window.choose("Import as", "People");
        look(&window);
        window.keys("+");
        window.find("tab", "To decide 0");
        control(&window, &key::ENTER.to_string());
        window.wait_until_gone("grid", "Rows");
    };
    import(COLLEAGUES);
    window.find("button", "Ask their 2 organizations…");
    control(&window, "k");
    window.keys("ask their");
    window.find("option", "Ask their 2 organizations……");
    window.keys(&key::ENTER.to_string());
    window.find("heading", "Ask organizations");
    // Whom the import brought is whom to write to there.
    window.wait_for_text("Noor Muestra");
    window.wait_for_text("Sam Placeholder");
    window.find("button", "Add 2…");
    control(&window, &key::ENTER.to_string());
    window.wait_until_gone("heading", "Ask organizations");
    // Their organizations are on the letter: of further people there it is shown who came.
    let further = COLLEAGUES
        .replace("Noor Muestra", "Ash Invented")
        .replace("noor@", "ash@")
        .replace("Sam Placeholder", "Kit Invented")
        .replace("sam@", "kit@");
    import(&further);
    window.find("button", "See these 2");
    control(&window, "k");
    window.keys("see these");
    window.find("option", "See these 2…");
    window.keys(&key::ENTER.to_string());
    window.find("heading", "People");
    window.wait_for_text("Ash Invented");
    window.wait_for_text("Kit Invented");
    assert!(
        !window.page_text().contains("Noor Muestra"),
        "only whom this import brought"
    );
}
