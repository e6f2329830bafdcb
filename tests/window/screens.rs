//! What holds on every screen.

use undersigned_tests::desktop::Desktop;
use undersigned_tests::screens::{Holding, SCREENS};
use undersigned_tests::window::{Start, key};

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
        found.extend(
            window
                .broken_words()
                .iter()
                .map(|line| format!("{}: broken: {line}", screen.name)),
        );
        window.zoom(2.0);
        found.extend(
            window
                .clipped()
                .iter()
                .map(|line| format!("{} at 200 %: cut off: {line}", screen.name)),
        );
        found.extend(
            window
                .broken_words()
                .iter()
                .map(|line| format!("{} at 200 %: broken: {line}", screen.name)),
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

/// What of the page is wider than the pane that it stands in and has to be scrolled to, tables aside: one line a pane.
const TOO_WIDE: &str = "
    return [...document.querySelectorAll('*')].filter((pane) => {
        if (pane.matches('input, textarea, select, [role=grid] *') || !pane.checkVisibility()) return false;
        if (pane.querySelector('table, [role=grid]') || pane.closest('table')) return false;
        return pane.clientWidth > 1 && ['auto', 'scroll'].includes(getComputedStyle(pane).overflowX) && pane.scrollWidth > pane.clientWidth + 1
        ;
    }).map((pane) => `${pane.tagName}.${pane.className} ${pane.scrollWidth} in ${pane.clientWidth}: ${pane.innerText.slice(0, 60)}`);
";

/// Where titles of letters stand.
const WITH_TITLES: [&str; 17] = [
    "letter",
    "sign-on",
    "freeze",
    "editions",
    "letter-pictures",
    "ask",
    "deadline",
    "followups",
    "desk",
    "answers",
    "history",
    "who-signs-what",
    "letters",
    "organization",
    "import-columns",
    "imports",
    "palette",
];

#[test]
fn a_title_of_two_hundred_characters_has_room_wherever_titles_stand() {
    let mut found = Vec::new();
    for screen in SCREENS.iter().filter(|screen| WITH_TITLES.contains(&screen.name)) {
        let desktop = Desktop::start();
        let window = screen.holding.open_with_long_titles(&desktop, &Start::default());
        (screen.go)(&window, "en");
        for size in [(900, 600), (1200, 800)] {
            window.resize(size);
            let wide = window.execute(TOO_WIDE, &[]);
            let wide = wide.as_array().cloned().unwrap_or_default();
            let wide = wide
                .iter()
                .map(|line| format!("{} at {size:?}: too wide: {line}", screen.name));
            found.extend(wide);
            let cut = window.clipped();
            found.extend(
                cut.iter()
                    .map(|line| format!("{} at {size:?}: cut off: {line}", screen.name)),
            );
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

/// Members in towns with long names. All invented but the towns.
const FAR_AWAY: &str = "Organization\tCity\tState\n\
    Acorn Tenants Union\tCharlottesville\tVA\n\
    Alder Lantern Society\tMinneapolis\tMN\n\
    Amber Heron Watch\tAlbuquerque\tNM\n\
    Apple Porch Library\tIndianapolis\tIN\n\
    Ash Choir\tRancho Cucamonga\tCA\n";

#[test]
fn no_word_of_a_table_is_broken_at_the_sizes_at_which_the_program_is_used() {
    let desktop = Desktop::start();
    let window = Holding::Sample.open(&desktop, &Start::default());
    window.keys(&format!("{}i", key::CONTROL));
    let field = window.css("#paste-here");
    window.paste_into(&field, FAR_AWAY);
    window.find("region", "The first rows");
    window.choose("Import as", "Organizations");
    window.keys(&format!("{}{}", key::CONTROL, key::ENTER));
    window.find("grid", "Rows");
    window.keys(&format!("{}{}", key::CONTROL, key::ENTER));
    window.wait_until_gone("grid", "Rows");
    window.press("button", "Organizations…");
    window.wait_for_text("Charlottesville");
    let mut found = Vec::new();
    for page in ["Organizations…", "People…"] {
        window.press("button", page);
        window.css("[role=grid] [role=gridcell]");
        for size in [(1100, 760), (1200, 800), (1440, 900)] {
            window.resize(size);
            let broken = window.broken_words();
            found.extend(broken.iter().map(|line| format!("{page} at {size:?}: {line}")));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn no_ring_around_what_has_the_focus_is_cut_off() {
    let mut found = Vec::new();
    for screen in SCREENS.iter().filter(|screen| screen.holding != Holding::Many) {
        let desktop = Desktop::start();
        let size = (1200, 800);
        let window = screen.holding.open(
            &desktop,
            &Start {
                size,
                ..Start::default()
            },
        );
        (screen.go)(&window, "en");
        let rings = window.cut_rings();
        found.extend(rings.iter().map(|line| format!("{}: {line}", screen.name)));
    }
    assert_eq!(found, Vec::<String>::new());
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
