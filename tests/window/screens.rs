//! What holds on every screen.

use undersigned_tests::desktop::Desktop;
use undersigned_tests::screens::{Holding, SCREENS};
use undersigned_tests::window::Start;

/// What axe and the look at cut-off text say about the screens of one holding, in one theme.
fn findings(holding: Holding, dark: bool, language: &'static str) -> Vec<String> {
    let mut found = Vec::new();
    for screen in SCREENS.iter().filter(|screen| screen.holding == holding) {
        let desktop = Desktop::start();
        let window = holding.open(
            &desktop,
            &Start {
                dark,
                language,
                size: (1100, 700),
                ..Start::default()
            },
        );
        (screen.go)(&window, language);
        found.extend(
            window
                .violations()
                .iter()
                .map(|line| format!("{}: {line}", screen.name)),
        );
        found.extend(
            window
                .clipped()
                .iter()
                .map(|line| format!("{}: cut off: {line}", screen.name)),
        );
        window.zoom(2.0);
        found.extend(
            window
                .clipped()
                .iter()
                .map(|line| format!("{} at 200 %: cut off: {line}", screen.name)),
        );
    }
    found
}

#[test]
fn no_screen_of_an_empty_coalition_shuts_anybody_out_or_cuts_text_off() {
    assert_eq!(findings(Holding::Nothing, false, "es"), Vec::<String>::new());
}

#[test]
fn no_screen_of_the_sample_shuts_anybody_out_or_cuts_text_off() {
    assert_eq!(findings(Holding::Sample, false, "en"), Vec::<String>::new());
}

#[test]
fn no_dark_screen_of_the_sample_shuts_anybody_out_or_cuts_text_off() {
    assert_eq!(findings(Holding::Sample, true, "es"), Vec::<String>::new());
}

#[test]
fn no_screen_of_a_large_coalition_shuts_anybody_out_or_cuts_text_off() {
    assert_eq!(findings(Holding::Many, false, "en"), Vec::<String>::new());
}

/// Whether part of the side bar is seen whole, with nothing over it.
const SEEN: &str = "
    const part = document.querySelectorAll(arguments[0])[arguments[1]];
    const { left, top, right, bottom } = part.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && [top + 3, bottom - 3].every((y) =>
        part.contains(document.elementFromPoint((left + right) / 2, y)));
";

#[test]
fn the_letters_and_the_menu_of_the_file_are_in_reach_in_a_low_window() {
    let desktop = Desktop::start();
    let window = Holding::Sample.open(&desktop, &Start::default());
    let letters = "nav .letters .link";
    let seen = |part: &str, nth: usize| window.execute(SEEN, &[part.into(), nth.into()]) == true;
    for size in [(900, 600), (1100, 700), (1100, 760), (1200, 800)] {
        window.resize(size);
        for nth in 0..3 {
            let letter = window.all(letters).swap_remove(nth);
            window.click(&letter);
            assert!(seen(letters, nth), "letter {nth} at {size:?}");
            assert!(
                seen("nav .foot .file button", 0),
                "the menu of the file at {size:?}"
            );
        }
    }
}
