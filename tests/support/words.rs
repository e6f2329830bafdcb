//! What the app says, looked up where the app looks it up, so that a journey can be made in each language.

use std::fs;

use crate::root;

/// The text of a message that holds no variable, in `en` or `es`.
///
/// # Panics
/// When no catalogue has it: a journey then asks for what the app never says.
pub fn say(language: &str, id: &str) -> String {
    let folder = root().join("src-tauri/base/locales");
    for name in [format!("{language}.ftl"), format!("ui.{language}.ftl")] {
        let catalogue = fs::read_to_string(folder.join(name)).expect("the catalogue can be read");
        for line in catalogue.lines() {
            if let Some((found, text)) = line.split_once(" = ")
                && found == id
            {
                return text.to_owned();
            }
        }
    }
    panic!("no catalogue in {language} has {id}");
}
