//! The contact list in the real window, from the keyboard: added, changed, found, and made one.

use undersigned_tests::desktop::{Desktop, wait_for};
use undersigned_tests::screens::Holding;
use undersigned_tests::window::{Start, Window, key};

fn sample(desktop: &Desktop) -> Window<'_> {
    Holding::Sample.open(desktop, &Start::default())
}

fn control(window: &Window, letter: &str) {
    window.keys(&format!("{}{letter}", key::CONTROL));
}

#[test]
fn likely_twins_show_before_an_organization_is_added_twice() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    window.press("button", "Organizations…");
    window.press("button", "New organization");
    let name = window.find("textbox", "Name");
    window.type_into(&name, "Lakeshore Inter-Faith Council");
    window.wait_for_text("Lakeshore Interfaith Council");
    // What was typed does not go unasked.
    window.keys(&key::ESCAPE.to_string());
    window.press("button", "Keep editing");
    window.find("textbox", "Name");
    window.keys(&key::ESCAPE.to_string());
    window.press("button", "Discard");
    window.wait_until_gone("textbox", "Name");
}

#[test]
fn several_organizations_are_changed_at_once_and_one_undo_takes_it_back() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    window.press("button", "Organizations…");
    window.wait_for_text("Lakeshore Interfaith Council");
    let find = window.css("[data-find]");
    window.click(&find);
    window.keys("wausau");
    window.wait_for_text("Riverbend Tenants Council");
    wait_for("only what was looked for", || {
        (!window.page_text().contains("Lakeshore Interfaith Council")).then_some(())
    });
    let table = window.find("grid", "Organizations");
    window.click(&table);
    control(&window, "a");
    window.wait_for_text("3 selected");
    window.press("button", "Add a tag");
    let tag = window.find("combobox", "Add a tag");
    window.type_into(&tag, &format!("riverside{}", key::ENTER));
    window.wait_for_text("Changed 3 organizations");
    window.wait_for_text("riverside");
    control(&window, "z");
    wait_for("the tag to go", || {
        let tagged = window.page_text().matches("riverside").count();
        (tagged == 0).then_some(())
    });
}

#[test]
fn two_of_one_group_are_merged_from_the_keyboard_and_come_apart_again() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    window.press("button", "Duplicates");
    window.wait_for_text("River Bend Neighbors United");
    window.keys("m");
    window.find("heading", "Merge two organizations");
    window.wait_for_text("One step to undo.");
    window.keys(&format!("{}{}", key::CONTROL, key::ENTER));
    window.wait_until_gone("heading", "Merge two organizations");
    window.wait_for_text("Merged ");
    window.press("button", "Organizations…");
    window.wait_for_text("Riverbend Neighbors United");
    control(&window, "z");
    window.wait_for_text("River Bend Neighbors United");
}

#[test]
fn a_person_is_added_a_slip_is_told_at_its_field_and_the_box_finds_them_by_email() {
    let desktop = Desktop::start();
    let window = sample(&desktop);
    window.press("button", "People…");
    window.wait_for_text("Rev. Jo Placeholder");
    window.press("button", "New person");
    let name = window.find("textbox", "Name");
    window.type_into(&name, "Robin Muestra");
    let email = window.find("textbox", "Email…");
    window.type_into(&email, "robin at example.org");
    control(&window, &key::ENTER.to_string());
    window.wait_for_text("“robin at example.org” isn’t an email address");
    window.fill(&email, "robin@example.org");
    control(&window, &key::ENTER.to_string());
    window.wait_until_gone("textbox", "Name");
    window.wait_for_text("Robin Muestra");
    control(&window, "k");
    wait_for("the palette", || {
        window.all("dialog[open] input").into_iter().next()
    });
    window.keys("robin@exa");
    window.find("option", "Robin Muestra…");
}
