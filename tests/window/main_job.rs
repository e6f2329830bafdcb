//! The main job in the real window: from a pasted sentence to a block on the clipboard, back and forth, and over a restart.

use undersigned_sample::PRESS_RELEASE;
use undersigned_tests::desktop::{Desktop, wait_for};
use undersigned_tests::window::{Start, Window, key};

fn paste_wisconsin(desktop: &Desktop, window: &Window) {
    desktop.set_clipboard(PRESS_RELEASE);
    window.find("button", "Paste a list…");
    window.keys(&format!("{}v", key::CONTROL));
    window.find("heading", "26 names read");
    let title = window.find("textbox", "Title");
    window.fill(&title, "End the collaboration programs");
    window.press("button", "Record 26 sign-ons…");
    window.find("heading", "End the collaboration programs");
    window.wait_for_text("26 organizations");
}

#[test]
fn a_pasted_sentence_becomes_a_block_on_the_clipboard_and_one_undo_takes_it_all_back() {
    let desktop = Desktop::start();
    let window = Window::open(&desktop, &Start::default());
    paste_wisconsin(&desktop, &window);
    assert!(window.page_text().contains("26 confirmed"));

    // A person looks at the paper after each choice before making the next.
    window.press("button", "Layout: …");
    window.press("radio", "Prose");
    window.wait_for_text("Kids Forward; League");
    window.choose("Order", "As entered");
    window.wait_for_text("Wisconsin Chapter; National Association for the");
    window.choose("Between names", "Commas");
    window.wait_for_text("Wisconsin Chapter, National Association for the");
    window.press("button", "Text around it and more");
    let intro = window.find("textbox", "Text before");
    // Slowly enough for the block to be set and loaded while it is being typed.
    for word in ["Signatories ", "of the letter ", "included: "] {
        window.type_into(&intro, word);
        window.wait_for_text(&format!("{}ACLU of Wisconsin, ", word));
    }

    window.press("button", "Copy for Word or Docs…");
    window.wait_for_text("Copied 26 names");
    let text = desktop
        .clipboard("UTF8_STRING")
        .expect("plain text is on the clipboard");
    assert_eq!(text, PRESS_RELEASE);
    let html = desktop.clipboard("text/html").expect("HTML is on the clipboard");
    assert!(
        html.contains("Hmong American Women’s Association, Inc., Kids Forward, "),
        "{html}"
    );
    assert!(html.contains("and WISDOM."), "{html}");

    // The choices of the block are one step together, and so are the twenty-six.
    wait_for("undo to take back the twenty-six", || {
        window.keys(&format!("{}z", key::CONTROL));
        (!window.page_text().contains("ACLU of Wisconsin")).then_some(())
    });
    window.close();

    let window = Window::open(&desktop, &Start::default());
    wait_for("redo to bring them back", || {
        window.keys(&format!("{}{}z", key::CONTROL, key::SHIFT));
        // Undone with its letter, the app shows the list of letters; without it, the letter.
        let shown = window.page_text();
        ["26 confirmed", "26 of 26 confirmed"]
            .iter()
            .any(|count| shown.contains(count))
            .then_some(())
    });
    window.press("button", "End the collaboration programs…");
    window.wait_for_text("26 organizations");
    window.wait_for_text("WISDOM");
}

#[test]
fn a_status_is_changed_from_the_keyboard_and_the_block_follows() {
    let desktop = Desktop::start();
    let window = Window::open(&desktop, &Start::default());
    paste_wisconsin(&desktop, &window);
    let ledger = window.find("grid", "Sign-ons");
    window.focus(&ledger);
    window.keys("d");
    window.wait_for_text("25 organizations");
    window.wait_for_text("1 declined");
    window.keys(&format!("{}z", key::CONTROL));
    window.wait_for_text("26 organizations");
}

#[test]
fn what_is_no_list_is_refused_with_a_sentence_and_nothing_is_lost() {
    let desktop = Desktop::start();
    let window = Window::open(&desktop, &Start::default());
    window.press("button", "Paste a list…");
    let field = window.css("#paste-here");
    window.paste_into(&field, "\u{1}\u{2}\u{3}\u{4}PNG\u{5}\u{6}\u{0}\u{fffd}\u{fffd}");
    window.wait_for_text("This is a picture, a document");
    window.keys(&key::ESCAPE.to_string());
    window.find("button", "Look at a sample…");
}
