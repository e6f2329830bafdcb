//! The app on a computer where it has never run.

use undersigned_tests::desktop::Desktop;
use undersigned_tests::window::{Start, Window};

#[test]
fn the_first_start_says_what_this_is_and_offers_three_ways_in() {
    let desktop = Desktop::start();
    let window = Window::open(&desktop, &Start::default());
    window.find("heading", "Undersigned");
    for way in ["Paste a list…", "Start a letter…", "Look at a sample…"] {
        window.find("button", way);
    }
}

#[test]
fn a_desktop_in_spanish_gets_the_app_in_spanish() {
    let desktop = Desktop::start();
    let window = Window::open(
        &desktop,
        &Start {
            language: "es",
            ..Start::default()
        },
    );
    window.find(
        "button",
        &format!("{}…", undersigned_tests::words::say("es", "ui-start-paste")),
    );
    assert_eq!(window.execute("return document.documentElement.lang", &[]), "es");
}

#[test]
fn the_page_follows_the_theme_of_the_desktop() {
    let desktop = Desktop::start();
    let brightness = |dark| {
        let window = Window::open(
            &desktop,
            &Start {
                dark,
                ..Start::default()
            },
        );
        let script =
            "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)";
        let color = window.execute(script, &[]);
        color
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(serde_json::Value::as_u64)
            .sum::<u64>()
    };
    assert!(brightness(false) > 600);
    assert!(brightness(true) < 150);
}

#[test]
fn the_page_can_neither_load_from_elsewhere_nor_run_text_as_a_program() {
    let desktop = Desktop::start();
    let window = Window::open(&desktop, &Start::default());
    let blocked = window.execute_async(
        "const done = arguments[arguments.length - 1];
         const blocked = [];
         document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
         const add = (tag, properties) => document.head.append(Object.assign(document.createElement(tag), properties));
         add('img', { src: 'https://pictures.example/p.png' });
         add('script', { textContent: 'window.ran = true' });
         add('style', { textContent: 'body { display: none }' });
         add('iframe', { src: 'https://frames.example/' });
         fetch('https://calls.example/').catch(() => {});
         const wait = () => blocked.length >= 5 ? done([...new Set(blocked)].sort()) : requestAnimationFrame(wait);
         wait();",
        &[],
    );
    assert_eq!(
        blocked,
        serde_json::json!([
            "connect-src",
            "frame-src",
            "img-src",
            "script-src-elem",
            "style-src-elem"
        ])
    );
    assert_eq!(
        window.execute("return window.ran ?? null", &[]),
        serde_json::Value::Null
    );
    assert_eq!(
        window.execute(
            "return [typeof window.__TAURI__, Object.isFrozen(Object.prototype)]",
            &[]
        ),
        serde_json::json!(["undefined", true])
    );
}
