//! From a key or a click to what it paints, watched from within the page.

use undersigned_tests::desktop::wait_for;
use undersigned_tests::window::{Window, key};

/// The letter of which the ledger is measured.
pub const LETTER: &str = "A letter of five thousand";

/// What a person types: beginnings, middles of words, slips, nothing that is there.
const TYPED: [&str; 8] = [
    "a",
    "cedar",
    "neighbors",
    "local 21",
    "eighbo",
    "interfiath",
    "zzxq",
    "el rio",
];

/// The letter opened, and a status changed by a key, with the block of all of them beside it.
pub fn ledger(window: &Window) {
    window.execute(WATCH, &[]);
    // Away from the letter, which may be the first thing that the window shows.
    window.press("button", "History");
    window.css("nav [aria-current=page]");
    std::thread::sleep(std::time::Duration::from_secs(2));
    let row = "[role=grid] [role=row][aria-rowindex=\"2\"]";
    window.execute(OPENED, &[LETTER.into(), row.into()]);
    let opened = wait_for("the ledger", || {
        window.execute("return window.opened", &[]).as_f64()
    });
    println!(
        "{opened:>8.1} {:>26}   the letter of 5000 opened: its ledger is there",
        ""
    );
    let [_, answers] = take(window);
    print("the letter of 5000 opened", [Vec::new(), answers]);
    window.css(".paper [data-entry]");
    let grid = window.css("[role=grid]");
    window.click(&grid);
    std::thread::sleep(std::time::Duration::from_secs(2));
    take(window);
    for status in ["d", "a"].iter().cycle().take(20) {
        window.keys(status);
        std::thread::sleep(std::time::Duration::from_millis(900));
    }
    print("a letter of 5000: a key that sets a status", take(window));
    for _ in 0..30 {
        window.keys(&key::DOWN.to_string());
        settle();
    }
    print("a letter of 5000: an arrow in the ledger", take(window));
}

/// A hundred thousand rows of people at new organizations, looked at and written: how long, and the longest pause of the
/// window meanwhile.
pub fn import(window: &Window) {
    window.keys(&format!("{}i", key::CONTROL));
    window.css("#paste-here");
    window.execute(PASTED, &[100_000.into()]);
    window.find("region", "The first rows");
    let patient = |what: &str, there: &dyn Fn() -> bool| {
        window.execute(GAPS, &[]);
        let start = std::time::Instant::now();
        window.keys(&format!("{}{}", key::CONTROL, key::ENTER));
        while !there() {
            assert!(start.elapsed().as_secs() < 180, "{what} takes too long");
            std::thread::sleep(std::time::Duration::from_millis(250));
        }
        let took = start.elapsed().as_secs_f64() * 1000.0;
        let mut gaps: Vec<f64> = window
            .execute("return window.gaps.splice(0)", &[])
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(serde_json::Value::as_f64)
            .collect();
        println!("{took:>8.0} {:>26}   {what}", "");
        gaps.sort_by(f64::total_cmp);
        line("        of which between two frames", gaps);
    };
    patient("100000 rows: planned and shown", &|| {
        window.find_now("grid", "Rows").is_some()
    });
    std::thread::sleep(std::time::Duration::from_secs(1));
    patient("100000 rows: written", &|| window.all("dialog[open]").is_empty());
}

/// The list of a hundred thousand organizations, and of the people there.
pub fn contacts(window: &Window) {
    window.execute(WATCH, &[]);
    for page in ["Organizations…", "People…"] {
        let name = page.trim_end_matches('…');
        window.press("button", page);
        wait_for("the rows", || {
            (window.all("[role=grid] [role=row]").len() > 5).then_some(())
        });
        let find = window.css("[data-find]");
        window.click(&find);
        typing(window, &format!("{name}: a key in the find box"));
        window.keys(&key::ESCAPE.to_string());
        moving(window, &format!("{name}: an arrow in the table"));
        sorting(window, &format!("{name}: a click on a heading"));
        scrolling(window, name);
    }
    window.keys(&format!("{}k", key::CONTROL));
    wait_for("the palette", || {
        window.all("dialog[open] input").into_iter().next()
    });
    typing(window, "everything (Ctrl+K): a key");
    window.keys(&key::ESCAPE.to_string());
}

/// The plain page, whose rows are written anew at each key: what the find boxes are compared with.
pub fn floor(window: &Window) {
    window.execute(WATCH, &[]);
    let field = window.css("[data-find]");
    window.click(&field);
    typing(window, "a plain page of 24 rows: a key");
}

fn typing(window: &Window, what: &str) {
    // What led here is still watched for a while.
    settle();
    take(window);
    for text in TYPED {
        for letter in text.chars() {
            window.keys(&letter.to_string());
            settle();
        }
        for _ in text.chars() {
            window.keys(&key::BACKSPACE.to_string());
            settle();
        }
    }
    print(what, take(window));
}

fn moving(window: &Window, what: &str) {
    let grid = window.css("[role=grid]");
    window.click(&grid);
    take(window);
    for _ in 0..30 {
        window.keys(&key::DOWN.to_string());
        settle();
    }
    for key in [key::END, key::HOME, key::PAGE_DOWN, key::PAGE_UP] {
        window.keys(&format!("{}{key}", key::CONTROL));
        settle();
    }
    print(what, take(window));
}

fn sorting(window: &Window, what: &str) {
    take(window);
    let headings = window.all("[role=columnheader] button:not([role=checkbox])");
    for heading in headings.iter().take(8) {
        window.click(heading);
        settle();
        settle();
    }
    print(what, take(window));
}

/// From the first row to the last, and back, as fast as frames come: the most row elements at any time, and the longest
/// time between two frames.
fn scrolling(window: &Window, name: &str) {
    let figures = window.execute_async(SCROLL, &[]);
    println!(
        "{:>8} {:>8} {:>8} {:>8}   {name}: scrolled end to end and back: most rows, longest frame ms, frames, px",
        figures[0].to_string(),
        figures[1].to_string(),
        figures[2].to_string(),
        figures[3].to_string(),
    );
}

fn settle() {
    std::thread::sleep(std::time::Duration::from_millis(330));
}

/// The times since they were last taken: from a key to what it painted, and from a question to the core to its answer.
fn take(window: &Window) -> [Vec<Taken>; 2] {
    ["paints", "answers"].map(|name| {
        let taken = window.execute(&format!("return window.{name}.splice(0)"), &[]);
        let taken = taken.as_array().into_iter().flatten();
        taken
            .map(|one| Taken {
                took: one[0].as_f64().unwrap_or(f64::NAN),
                what: one[1].as_str().unwrap_or_default().to_owned(),
            })
            .collect()
    })
}

/// A time in milliseconds, and what took it.
struct Taken {
    took: f64,
    what: String,
}

fn print(what: &str, [paints, answers]: [Vec<Taken>; 2]) {
    for (what, mut taken) in [
        (what, paints),
        ("        of which an answer of the core", answers),
    ] {
        if taken.is_empty() {
            continue;
        }
        // Of each thing the slowest, the slowest first.
        taken.sort_by(|a, b| b.took.total_cmp(&a.took));
        let mut slowest: Vec<(&str, String)> = Vec::new();
        for one in &taken {
            if slowest.iter().all(|(known, _)| *known != one.what) {
                let times: Vec<f64> = taken
                    .iter()
                    .filter(|other| other.what == one.what)
                    .map(|other| other.took)
                    .collect();
                let middle = times[times.len() / 2];
                slowest.push((&one.what, format!("{} {:.0} ({middle:.0})", one.what, one.took)));
            }
        }
        let slowest: Vec<String> = slowest.into_iter().take(8).map(|(_, said)| said).collect();
        line(what, taken.iter().map(|one| one.took).collect());
        println!("{:>38} slowest (and the middle): {}", "", slowest.join(", "));
    }
}

fn line(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let place = ((times.len() as f64 * share).ceil() as usize).clamp(1, times.len().max(1)) - 1;
        times.get(place).copied().unwrap_or(f64::NAN)
    };
    println!(
        "{:>8.1} {:>8.1} {:>8.1} {:>8}   {what}",
        at(0.5),
        at(0.95),
        at(1.0),
        times.len()
    );
}

/// From each key or click to the end of the last frame that changed the rows, within the time that is waited between two.
/// What changes them while a frame is made, once heights are known, is painted by that same frame.
const WATCH: &str = r#"
    window.paints = [];
    window.answers = [];
    const ask = window.fetch;
    window.fetch = async (...request) => {
      const start = performance.now();
      const answer = await ask(...request);
      const url = String(request[0]?.url ?? request[0]);
      if (url.startsWith('ipc:')) window.answers.push([performance.now() - start, url.split('/').at(-1)]);
      return answer;
    };
    const afterwards = (run) => {
      const after = new MessageChannel();
      after.port1.onmessage = run;
      after.port2.postMessage(null);
    };
    let within = false;
    const Watcher = window.ResizeObserver;
    window.ResizeObserver = class extends Watcher {
      constructor(changed) {
        super((...sizes) => {
          within = true;
          afterwards(() => { within = false; });
          changed(...sizes);
        });
      }
    };
    const watch = (event) => {
      const start = event.timeStamp;
      let painted = null;
      const shows = (node) => node instanceof Element && node.closest('[role=grid], [role=listbox]') !== null;
      const observer = new MutationObserver((changes) => {
        if (!changes.some(({ target }) => shows(target.nodeType === 3 ? target.parentNode : target))) return;
        const done = () => afterwards(() => { painted = performance.now() - start; });
        if (within) done();
        else requestAnimationFrame(done);
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      setTimeout(() => {
        observer.disconnect();
        const typed = document.activeElement?.value ?? '';
        if (painted !== null) window.paints.push([painted, `${event.key ?? 'click'} (${typed})`]);
      }, 300);
    };
    document.addEventListener('keydown', watch, true);
    document.addEventListener('pointerdown', watch, true);
"#;

/// Pastes a table of so many rows, which is made in the page: the driver would take minutes to carry it there.
const PASTED: &str = r#"
    const rows = ['Organization\tFull name\tTitle\tEmail\tCity'];
    for (let row = 0; row < arguments[0]; row += 1) {
      rows.push(`Sector ${row % 20000} Neighbors\tAna Mora ${row}\tOrganizer\tana${row}@group.example\tViroqua`);
    }
    const field = document.querySelector('#paste-here');
    field.focus();
    const data = new DataTransfer();
    data.setData('text/plain', rows.join('\n'));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
"#;

/// The times between two frames from now on.
const GAPS: &str = r#"
    const watching = window.gaps !== undefined;
    window.gaps = [];
    if (watching) return;
    let last = performance.now();
    const frame = (now) => {
      window.gaps.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
"#;

/// From the click on a letter to its first row, painted.
const OPENED: &str = r#"
    const [title, row] = arguments;
    window.opened = null;
    const done = (took) => { window.opened = took; };
    const link = [...document.querySelectorAll('nav button')].find((one) => one.innerText.includes(title));
    const start = performance.now();
    const observer = new MutationObserver(() => {
      if (!document.querySelector(row)) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => done(performance.now() - start);
        after.port2.postMessage(null);
      });
    });
    observer.observe(document.body, { subtree: true, childList: true });
    link.click();
"#;

/// Scrolls in a hundred steps, a frame each, which is faster than any hand.
const SCROLL: &str = r#"
    const done = arguments[arguments.length - 1];
    const grid = document.querySelector('[role=grid]');
    let scroller = grid.querySelector('.scroller') ?? grid;
    while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) scroller = scroller.parentElement;
    let most = 0, longest = 0, frames = 0, last = performance.now(), way = 1;
    // Rows are measured as they come into view, so the end moves while one scrolls.
    const end = () => scroller.scrollHeight - scroller.clientHeight;
    const step = Math.max(end() / 100, scroller.clientHeight * 2);
    let far = 0;
    const frame = (now) => {
      frames += 1;
      longest = Math.max(longest, now - last);
      last = now;
      most = Math.max(most, grid.querySelectorAll('[role=row]').length);
      far = Math.max(far, scroller.scrollTop);
      if (way > 0 && scroller.scrollTop >= end() - 2) way = -1;
      else if (way < 0 && scroller.scrollTop <= 0) {
        return done([most, Math.round(longest), frames, Math.round(far)]);
      }
      scroller.scrollTop += way * step;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
"#;
