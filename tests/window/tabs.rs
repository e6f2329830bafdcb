//! The way of the Tab key over every screen: each stop can be seen, shows that it has the focus, and nothing lies over it.

use std::collections::HashSet;

use undersigned_tests::desktop::Desktop;
use undersigned_tests::screens::{Holding, SCREENS};
use undersigned_tests::window::{Start, Window, key};

/// More stops than any screen should ask of somebody.
const MOST: usize = 250;

/// The part that has the focus: a mark by which it is known again, and what is wrong with it, or an empty text.
const STOP: &str = "
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    window.stops ??= new Map();
    if (!window.stops.has(element)) window.stops.set(element, String(window.stops.size));
    const words = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText ?? '';
    const name = `${element.tagName.toLowerCase()} “${words.trim().replace(/\\s+/g, ' ').slice(0, 50)}”`;
    const wrong = [];
    // The keys of a list act on its row with the cursor, which is where the focus shows.
    const active = element.getAttribute('aria-activedescendant');
    const shown = (active && document.getElementById(active)) || element;
    const box = shown.getBoundingClientRect();
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (box.width < 2 || box.height < 2) wrong.push('has no size');
    else if (right - left < 2 || bottom - top < 2) wrong.push('is out of view');
    else {
        const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5]];
        const seen = points.some(([x, y]) => {
            const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
            return hit && (shown.contains(hit) || hit.contains(shown) || hit.closest('label')?.contains(shown));
        });
        if (!seen) wrong.push('is covered');
    }
    const told = (one) => {
        const style = getComputedStyle(one);
        const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        return ring || style.boxShadow !== 'none' || style.backgroundImage !== 'none';
    };
    const parts = [shown, element, element.parentElement, shown.firstElementChild, element.nextElementSibling];
    if (!parts.some((part) => part && told(part))) wrong.push('does not show that it has the focus');
    return [window.stops.get(element), wrong.length > 0 ? `${name} ${wrong.join(', ')}` : ''];
";

/// Where Tab leads from the start of a screen, and what is wrong on the way.
fn walk(window: &Window, screen: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut been = HashSet::new();
    for _ in 0..MOST {
        window.keys(&key::TAB.to_string());
        let mut stop = window.execute(STOP, &[]);
        // What the focus brings into view may come some frames later, on a busy machine.
        for _ in 0..20 {
            if stop[1].as_str().is_none_or(str::is_empty) {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
            stop = window.execute(STOP, &[]);
        }
        // Out of the page and in again.
        let Some((mark, wrong)) = stop.get(0).zip(stop.get(1)) else {
            continue;
        };
        if !been.insert(mark.as_str().unwrap_or_default().to_owned()) {
            return found;
        }
        let wrong = wrong.as_str().unwrap_or_default();
        if !wrong.is_empty() {
            found.push(format!("{screen}: {wrong}"));
        }
    }
    found.push(format!("{screen}: more than {MOST} stops"));
    found
}

fn findings(holding: Holding, size: (u32, u32)) -> Vec<String> {
    let mut found = Vec::new();
    for screen in SCREENS.iter().filter(|screen| screen.holding == holding) {
        let desktop = Desktop::start();
        let start = Start {
            size,
            ..Start::default()
        };
        let window = holding.open(&desktop, &start);
        (screen.go)(&window, "en");
        found.extend(walk(&window, screen.name));
    }
    found
}

#[test]
fn each_stop_of_the_tab_key_on_an_empty_coalition_is_seen() {
    assert_eq!(findings(Holding::Nothing, (900, 600)), Vec::<String>::new());
}

#[test]
fn each_stop_of_the_tab_key_in_a_small_window_is_seen() {
    assert_eq!(findings(Holding::Sample, (900, 600)), Vec::<String>::new());
}

#[test]
fn each_stop_of_the_tab_key_in_a_large_coalition_is_seen() {
    assert_eq!(findings(Holding::Many, (1200, 800)), Vec::<String>::new());
}
