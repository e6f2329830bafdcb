//! `cargo xtask shots`: a picture of every screen, in both themes, both languages and three sizes.
//!
//! usage: shots [--out FOLDER] [--guide] [--long] [--zoom FACTOR] [--size WIDTHxHEIGHT]... [en-light|en-dark|es-light|es-dark]... [SCREEN]...
//!
//! With `--long` the letters have titles of 200 characters, with `--zoom 2` everything is twice as large.
//! With `--guide` it makes the pictures of the guide anew, in both languages, into docs/guide/pictures, and the one of the README.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(target_os = "linux")]
fn main() {
    use undersigned_tests::desktop::Desktop;
    use undersigned_tests::screens::{Holding, SCREENS, Screen};
    use undersigned_tests::window::Start;

    const SIZES: [(u32, u32); 3] = [(900, 600), (1200, 800), (1440, 900)];
    const LOOKS: [(&str, bool); 4] = [("en", false), ("en", true), ("es", false), ("es", true)];
    let named =
        |(language, dark): &(&str, bool)| format!("{language}-{}", if *dark { "dark" } else { "light" });
    const GUIDE_SIZE: (u32, u32) = (1100, 700);
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut folder = undersigned_tests::root().join("target/shots");
    if let Some(place) = arguments.iter().position(|argument| argument == "--out") {
        folder = arguments.get(place + 1).expect("--out names a folder").into();
        arguments.drain(place..=place + 1);
    }
    let mut option = |name: &str| {
        let place = arguments.iter().position(|argument| argument == name)?;
        let value = arguments.get(place + 1).expect("an option has a value").clone();
        arguments.drain(place..=place + 1);
        Some(value)
    };
    let zoom: Option<f64> = option("--zoom").map(|factor| factor.parse().expect("--zoom takes a number"));
    let mut own_sizes = Vec::new();
    while let Some(size) = option("--size") {
        let (width, height) = size.split_once('x').expect("--size takes WIDTHxHEIGHT");
        let number = |text: &str| text.parse().expect("--size takes WIDTHxHEIGHT");
        own_sizes.push((number(width), number(height)));
    }
    let long = arguments.iter().position(|argument| argument == "--long");
    let long = long.map(|place| arguments.remove(place)).is_some();
    let guide = arguments
        .iter()
        .position(|argument| argument == "--guide")
        .map(|place| arguments.remove(place));
    let chosen: Vec<(&str, bool)> = LOOKS
        .into_iter()
        .filter(|look| arguments.contains(&named(look)))
        .collect();
    arguments.retain(|argument| !LOOKS.iter().any(|look| named(look) == *argument));
    let themes: &[(&str, bool)] = match guide {
        Some(_) => &[("en", false), ("es", false)],
        None if chosen.is_empty() => &LOOKS,
        None => &chosen,
    };
    let sizes: &[(u32, u32)] = match guide {
        Some(_) => &[GUIDE_SIZE],
        None if own_sizes.is_empty() => &SIZES,
        None => &own_sizes,
    };
    if guide.is_some() {
        folder = undersigned_tests::root().join("docs/guide/pictures");
        arguments = pictures_of_the_guide();
    }
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let wanted = |screen: &&Screen| arguments.is_empty() || arguments.iter().any(|name| name == screen.name);
    let mut pictures = 0;
    for holding in [Holding::Nothing, Holding::Sample, Holding::Many] {
        let screens: Vec<&Screen> = SCREENS
            .iter()
            .filter(wanted)
            .filter(|screen| screen.holding == holding)
            .collect();
        for (language, dark) in themes.iter().copied() {
            for screen in &screens {
                // Each from the start, so that no picture depends on the one before.
                let desktop = Desktop::start();
                let start = Start {
                    language,
                    dark,
                    ..Start::default()
                };
                let window = match long {
                    true => holding.open_with_long_titles(&desktop, &start),
                    false => holding.open(&desktop, &start),
                };
                (screen.go)(&window, language);
                for size in sizes.iter().copied() {
                    // The size is that of the window: what is twice as large has half the room.
                    if zoom.is_some() {
                        window.zoom(1.0);
                    }
                    window.resize(size);
                    if let Some(factor) = zoom {
                        window.zoom(factor);
                        std::thread::sleep(std::time::Duration::from_millis(600));
                    }
                    let name = match guide {
                        Some(_) => format!("{}-{language}.png", screen.name),
                        None => format!(
                            "{}-{}-{}x{}.png",
                            screen.name,
                            named(&(language, dark)),
                            size.0,
                            size.1
                        ),
                    };
                    std::fs::write(folder.join(&name), window.screenshot())
                        .expect("the picture can be written");
                    pictures += 1;
                }
                if guide.is_some() && screen.name == "letter" && language == "en" {
                    window.resize(SIZES[2]);
                    let readme = undersigned_tests::root().join("docs/letter.png");
                    std::fs::write(readme, window.screenshot()).expect("the picture can be written");
                    pictures += 1;
                }
            }
        }
    }
    println!("{pictures} pictures in {}", folder.display());
}

/// The screens that the guide names, once each: its English pages name `../pictures/SCREEN-en.png`.
#[cfg(target_os = "linux")]
fn pictures_of_the_guide() -> Vec<String> {
    let folder = undersigned_tests::root().join("docs/guide/en");
    let pages = std::fs::read_dir(folder).expect("the guide is there");
    let texts =
        pages.map(|page| std::fs::read_to_string(page.expect("a page").path()).expect("a page can be read"));
    let named = texts.filter_map(|text| {
        let (_, rest) = text.split_once("../pictures/")?;
        let (screen, _) = rest.split_once("-en.png")?;
        Some(screen.to_owned())
    });
    let screens: std::collections::BTreeSet<String> = named.collect();
    screens.into_iter().collect()
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("0 pictures: the window is driven through WebKitGTK's driver, which exists on Linux only");
}
