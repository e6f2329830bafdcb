//! `cargo xtask shots`: a picture of every screen, in both themes, both languages and two sizes.
//!
//! usage: shots [--out FOLDER] [SCREEN]...

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(target_os = "linux")]
fn main() {
    use undersigned_tests::desktop::Desktop;
    use undersigned_tests::screens::{Holding, SCREENS, Screen};
    use undersigned_tests::window::Start;

    const SIZES: [(u32, u32); 2] = [(1100, 700), (1440, 900)];
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut folder = undersigned_tests::root().join("target/shots");
    if let Some(place) = arguments.iter().position(|argument| argument == "--out") {
        folder = arguments.get(place + 1).expect("--out names a folder").into();
        arguments.drain(place..=place + 1);
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
        for (language, dark) in [("en", false), ("en", true), ("es", false), ("es", true)] {
            for screen in &screens {
                // Each from the start, so that no picture depends on the one before.
                let desktop = Desktop::start();
                let window = holding.open(
                    &desktop,
                    &Start {
                        language,
                        dark,
                        ..Start::default()
                    },
                );
                (screen.go)(&window, language);
                for size in SIZES {
                    window.resize(size);
                    let theme = if dark { "dark" } else { "light" };
                    let name = format!("{}-{language}-{theme}-{}x{}.png", screen.name, size.0, size.1);
                    std::fs::write(folder.join(&name), window.screenshot())
                        .expect("the picture can be written");
                    pictures += 1;
                }
            }
        }
    }
    println!("{pictures} pictures in {}", folder.display());
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("0 pictures: the window is driven through WebKitGTK's driver, which exists on Linux only");
}
