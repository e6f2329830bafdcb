//! The ledger in the real window: the first week of a letter, from whom to ask to what is still missing. The keyboard does
//! what it can.

use undersigned_tests::desktop::{Desktop, wait_for};
use undersigned_tests::screens::Holding;
use undersigned_tests::window::{Start, Window, key};

fn sample(desktop: &Desktop) -> Window<'_> {
    Holding::Sample.open(desktop, &Start::default())
}

fn control(window: &Window, letter: &str) {
    window.keys(&format!("{}{letter}", key::CONTROL));
}

/// Opens the sample's first letter and puts the focus into its ledger.
fn ledger(window: &Window) {
    window.press("button", "End ICE…");
    window.wait_for_text("ACLU of Wisconsin");
    let ledger = window.find("grid", "Sign-ons");
    window.focus(&ledger);
}

/// Finds a sign-on by its name and opens it in full.
fn open(window: &Window, text: &str, name: &str) {
    let find = window.css("[data-find]");
    window.click(&find);
    window.fill(&find, text);
    window.wait_for_text(name);
    window.keys(&key::ENTER.to_string());
    window.keys("o");
    window.find("heading", name);
    window.find("heading", "Evidence");
}

#[test]
fn members_are_asked_at_once_each_with_the_person_to_write_to() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    control(&window, "n");
    let title = window.find("textbox", "Title");
    window.type_into(&title, "Open the records");
    control(&window, &key::ENTER.to_string());
    window.find("heading", "Open the records");
    control(&window, "k");
    window.find("combobox", "Find anything");
    window.keys("ask org");
    window.find("option", "Ask organizations");
    window.keys(&key::ENTER.to_string());
    window.find("heading", "Ask organizations");
    window.press("radio", "Who signed…");
    window.wait_for_text("Whom to write to");
    window.find("button", "Add …");
    control(&window, &key::ENTER.to_string());
    window.wait_until_gone("heading", "Ask organizations");
    window.wait_for_text("to ask");
    control(&window, "z");
    window.wait_for_text("Nobody has been asked yet");
}

#[test]
fn a_yes_by_phone_becomes_one_in_writing_and_the_block_takes_it_up() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    ledger(&window);
    open(&window, "driftless", "Driftless Farmworkers Alliance, Inc.");
    window.wait_for_text("A written yes is missing");
    let note = window.find("textbox", "Note");
    window.fill(&note, &format!("Inés is away until Monday.{}", key::ENTER));
    window.wait_for_text("Undo");
    window.press("button", "Paste what they wrote");
    let words = window.find("textbox", "What they wrote or said");
    window.type_into(&words, "Yes, please list us. Inés, program director");
    window.press("button", "Save evidence");
    window.wait_for_text("Yes, please list us.");
    window.press("button", "Confirmed…");
    window.find("dialog", "Confirmed");
    window.keys(&key::ENTER.to_string());
    window.wait_for_text("27 organizations");
    window.keys(&key::ESCAPE.to_string());
    window.wait_until_gone("heading", "Evidence");
    control(&window, "z");
    window.wait_for_text("26 organizations");
}

#[test]
fn a_new_text_that_must_be_confirmed_again_leaves_the_block_empty_until_somebody_does() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    window.press("button", "Extend rent…");
    window.wait_for_text("Robin Specimen");
    window.press("tab", "Text and versions");
    window.find("columnheader", "Version 1");
    window.press("button", "Add a version");
    let text = window.find("textbox", "The text");
    window.type_into(&text, " We ask for an answer by the spring.");
    window.press("radio", "They must say yes again…");
    control(&window, &key::ENTER.to_string());
    window.wait_until_gone("textbox", "The text");
    window.find("heading", "Version 3");
    window.wait_for_text("Must say yes again");
    window.wait_for_text("Nobody has confirmed yet");
    window.press("tab", "Sign-ons");
    let find = window.css("[data-find]");
    window.click(&find);
    window.keys(&format!("robin{}", key::ENTER));
    window.keys("c");
    window.find("dialog", "Confirmed");
    window.keys(&key::ENTER.to_string());
    wait_for("the block to take up who confirmed", || {
        (!window.page_text().contains("Nobody has confirmed yet")).then_some(())
    });
    control(&window, "z");
    window.wait_for_text("Nobody has confirmed yet");
}

#[test]
fn a_deadline_moves_with_the_reason_and_the_history_keeps_it() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    ledger(&window);
    control(&window, "k");
    window.find("combobox", "Find anything");
    window.keys("move a dead");
    window.find("option", "Move a deadline");
    window.keys(&key::ENTER.to_string());
    window.find("heading", "Move a deadline");
    window.press("button", "7 days later");
    let why = window.find("textbox", "Why");
    window.type_into(&why, "Two boards meet next week");
    window.keys(&key::ENTER.to_string());
    window.wait_until_gone("heading", "Move a deadline");
    window.press("button", "History");
    window.wait_for_text("Two boards meet next week");
    control(&window, "z");
    window.wait_for_text("Undone:");
}

#[test]
fn follow_ups_are_worked_through_by_single_keys_and_taken_back() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    window.press("button", "Follow-ups…");
    let list = window.find("grid", "Follow-ups");
    window.click(&list);
    // In one question: the rows are drawn anew as soon as something is noted.
    let first = || {
        let name = "return document.querySelector('[role=row].cursor .link')?.innerText ?? ''";
        let name = window.execute(name, &[]).as_str()?.to_owned();
        (!name.is_empty()).then_some(name)
    };
    let before = wait_for("the first to chase", first);
    window.keys("w");
    wait_for("the next to chase", || first().filter(|name| *name != before));
    // Who was written to goes down to those who wait, and nobody stands there twice.
    let places =
        "return [...document.querySelectorAll('.grid [data-index]')].map((row) => Number(row.dataset.index))";
    let places = window.execute(places, &[]);
    let places: Vec<_> = places
        .as_array()
        .unwrap()
        .iter()
        .map(|at| at.as_u64().unwrap())
        .collect();
    assert!(places.windows(2).all(|two| two[0] < two[1]), "{places:?}");
    window.wait_for_text("Undo");
    window.keys("l");
    control(&window, "z");
    control(&window, "z");
    wait_for("the first one again", || {
        window.page_text().contains(&before).then_some(())
    });
}

#[test]
fn what_stands_in_the_way_is_mended_where_it_is_found() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    ledger(&window);
    window.press("tab", "Before it goes out");
    window.wait_for_text("said yes, but not in writing");
    window.press("button", "I have it in writing");
    window.find("dialog", "Confirmed");
    window.keys(&key::ENTER.to_string());
    window.wait_for_text("27 organizations");
    control(&window, "z");
    window.wait_for_text("26 organizations");
    // The dialog that freezes the block mends it as well, and stays.
    window.press("button", "Freeze edition");
    let way = "return [...document.querySelectorAll('dialog .ways button')]
        .find((way) => way.innerText === 'I have it in writing')?.click() ?? true";
    window.css("dialog .ways button");
    window.execute(way, &[]);
    window.find("dialog", "Confirmed");
    window.keys(&key::ENTER.to_string());
    window.wait_for_text("27 organizations");
    window.css("#freeze input");
    window.keys(&key::ESCAPE.to_string());
    window.wait_until_gone("textbox", "What it is for");
    control(&window, "z");
    window.wait_for_text("26 organizations");
}

#[test]
fn the_pictures_say_the_same_as_their_tables() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    ledger(&window);
    window.press("tab", "Pictures");
    window.find("heading", "Sign-ons over time");
    window.find("heading", "Sign-ons by state");
    let counts = window.all("figure table");
    assert_eq!(counts.len(), 2, "each picture has its table");
    window.press("button", "Who signs what");
    let matrix = window.find("grid", "Who signs what");
    window.click(&matrix);
    window.keys(&format!("{}{}", key::DOWN, key::RIGHT));
    window.wait_for_text("ACLU of Wisconsin");
}

/// Whether the row at the cursor of the ledger is seen whole: neither its top nor its foot lies under anything else.
const ROW_IS_SEEN: &str = r#"
  const grid = document.querySelector('[role=grid][aria-activedescendant]');
  const row = document.getElementById(grid?.getAttribute('aria-activedescendant'));
  if (!row) return false;
  const { left, top, bottom } = row.getBoundingClientRect();
  return [top + 3, bottom - 3].every((y) => row.contains(document.elementFromPoint(left + 40, y)));
"#;

#[test]
fn the_row_at_the_cursor_stays_in_view_when_the_window_becomes_narrow() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    window.resize((1440, 900));
    ledger(&window);
    for downwards in [4, 8, 8] {
        window.keys(&key::DOWN.to_string().repeat(downwards));
        window.keys("o");
        window.find("heading", "Evidence");
        let seen = || window.execute(ROW_IS_SEEN, &[]) == true;
        wait_for("the row in the wide window", || seen().then_some(()));
        window.resize((900, 600));
        wait_for("the row in the narrow window", || seen().then_some(()));
        window.resize((1440, 900));
        wait_for("the row in the wide window again", || seen().then_some(()));
        window.keys(&key::ESCAPE.to_string());
    }
}

/// How many sign-ons of the letter are so, as the head of the letter counts them: "declined".
fn counted(window: &Window, word: &str) -> i64 {
    let script = "const counts = [...document.querySelectorAll('.legend button')].map((one) => one.innerText.trim().split(/\\s+/));
        return Number(counts.find(([, ...words]) => words.join(' ') === arguments[0])?.[0] ?? 0)";
    window
        .execute(script, &[word.into()])
        .as_i64()
        .unwrap_or_default()
}

/// How many rows are selected, as the bar above them says.
fn selected(window: &Window) -> i64 {
    let script = "return Number(document.querySelector('.selection .count')?.innerText.split(' ')[0] ?? 0)";
    window.execute(script, &[]).as_i64().unwrap_or_default()
}

fn wait_counted(window: &Window, word: &str, count: i64) {
    wait_for(&format!("{count} {word}"), || {
        (counted(window, word) == count).then_some(())
    });
}

fn wait_selected(window: &Window, count: i64) {
    wait_for(&format!("{count} selected"), || {
        (selected(window) == count).then_some(())
    });
}

#[test]
fn many_rows_take_a_status_by_keys_and_one_undo_gives_each_its_own_back() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    ledger(&window);
    let (confirmed, declined) = (counted(&window, "confirmed"), counted(&window, "declined"));
    assert!(confirmed > 4, "the sample has confirmed sign-ons");
    // One by Space; by Shift and the arrows a range from it, of which one is given back.
    window.keys(&key::HOME.to_string());
    window.keys(" ");
    wait_selected(&window, 1);
    window.keys(&format!("{}{}{}{}", key::SHIFT, key::DOWN, key::DOWN, key::DOWN));
    wait_selected(&window, 4);
    window.keys(&format!("{}{}", key::SHIFT, key::UP));
    wait_selected(&window, 3);
    // A row apart, passed by without a key that selects.
    window.keys(&format!("{}{} ", key::DOWN, key::DOWN));
    wait_selected(&window, 4);
    window.keys("d");
    wait_counted(&window, "declined", declined + 4);
    control(&window, "z");
    wait_counted(&window, "declined", declined);
    wait_counted(&window, "confirmed", confirmed);
    window.keys(&key::ESCAPE.to_string());
    wait_selected(&window, 0);
}

#[test]
fn rows_that_a_filter_hides_keep_their_status_when_all_take_another() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    ledger(&window);
    let words = ["confirmed", "asked", "declined"];
    let before = words.map(|word| counted(&window, word));
    let all = window.execute(
        "return Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount')) - 1",
        &[],
    );
    // All are selected, and then only the confirmed are shown: those alone stay selected.
    control(&window, "a");
    wait_selected(&window, all.as_i64().unwrap());
    let confirmed = window.find("button", &format!("{} confirmed", before[0]));
    window.focus(&confirmed);
    window.keys(" ");
    wait_selected(&window, before[0]);
    let grid = window.find("grid", "Sign-ons");
    window.focus(&grid);
    window.keys("a");
    wait_counted(&window, "asked", before[1] + before[0]);
    wait_counted(&window, "declined", before[2]);
    control(&window, "z");
    wait_counted(&window, "confirmed", before[0]);
    wait_counted(&window, "asked", before[1]);
    window.keys(&key::ESCAPE.to_string());
    wait_selected(&window, 0);
    window.focus(&window.find("button", &format!("{} confirmed", before[0])));
    window.keys(" ");
    // What is found by words, and all of that.
    window.keys("/");
    window.keys(&format!("wisconsin{}", key::ENTER));
    wait_for("the list to be shorter", || {
        let rows = "return Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount')) - 1";
        (window.execute(rows, &[]) != all).then_some(())
    });
    control(&window, "a");
    let found = wait_for("those found to be selected", || {
        Some(selected(&window)).filter(|count| *count > 0)
    });
    assert!(found > 1 && found < all.as_i64().unwrap(), "{found} of {all}");
    let signed = "return [...document.querySelectorAll('[role=row][aria-selected=true] [data-status]')]
        .filter((status) => !/to ask/i.test(status.innerText)).length";
    let signed = window.execute(signed, &[]).as_i64().unwrap();
    let to_ask = counted(&window, "to ask") + signed;
    assert!(signed > 0);
    window.keys("t");
    wait_counted(&window, "to ask", to_ask);
    // Once everything is shown, those who were hidden are as they were, and not selected.
    control(&window, "k");
    window.find("combobox", "Find anything");
    window.keys("show all");
    window.find("option", "Show all");
    window.keys(&key::ENTER.to_string());
    wait_for("all rows", || {
        let rows = "return Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount')) - 1";
        (window.execute(rows, &[]) == all).then_some(())
    });
    assert!(selected(&window) <= found, "nothing that was hidden is selected");
    wait_counted(&window, "to ask", to_ask);
    control(&window, "z");
    for (word, count) in words.into_iter().zip(before) {
        wait_counted(&window, word, count);
    }
}
