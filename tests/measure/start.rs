//! From the start of the program to its first painted row, and the memory it then takes, beside a window of the same framework with one
//! word in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use undersigned_tests::desktop::{Desktop, family, wait_for};
use undersigned_tests::window::{Start, Window};

use crate::made;

/// How often each is started, in turn.
const STARTS: usize = 7;

/// The program whose pages hold next to nothing.
pub fn floor() -> PathBuf {
    undersigned_tests::program("examples/floor")
}

/// Starts both in turn, with what they read in memory and, where the system lets us drop it, on the disk.
pub fn compare() {
    let ours = (
        undersigned_tests::program("undersigned"),
        made::contacts(&Desktop::start()).display().to_string(),
    );
    let blank = (floor(), "blank".to_owned());
    println!(
        "{:>8} {:>8} {:>8}   medians of {STARTS} starts: ms to the first row, and MB of memory",
        "ours", "blank", "ratio"
    );
    let drops = fs::write("/proc/sys/vm/drop_caches", "1").is_ok();
    for cold in [false, true] {
        if cold && !drops {
            println!(
                "{:>26}   cold: not measured, for the file cache can't be dropped by this user",
                ""
            );
            continue;
        }
        let mut taken = [Vec::new(), Vec::new()];
        for _ in 0..STARTS {
            for ((program, argument), figures) in [&ours, &blank].into_iter().zip(&mut taken) {
                if cold {
                    fs::write("/proc/sys/vm/drop_caches", "1").expect("it was written a moment ago");
                }
                figures.push(begin(program, argument));
            }
        }
        let [ours, blank] = taken.map(|figures: Vec<[f64; 4]>| {
            std::array::from_fn::<f64, 4, _>(|at| median(figures.iter().map(|one| one[at]).collect()))
        });
        let how = if cold { "cold" } else { "warm" };
        let whats = [
            "start to the page",
            "start to anything painted",
            "start to the first row",
            "memory",
        ];
        for (at, what) in whats.into_iter().enumerate() {
            println!(
                "{:>8.0} {:>8.0} {:>8.2}   {how}: {what}",
                ours[at],
                blank[at],
                ours[at] / blank[at]
            );
        }
    }
}

/// Milliseconds from the start of the process until its page is asked for, until anything is painted, and until the first row is; and the
/// memory of all its processes in MB, each page that several share in parts.
fn begin(program: &Path, argument: &str) -> [f64; 4] {
    let desktop = Desktop::start();
    let start = Start {
        arguments: vec![argument.to_owned()],
        size: (1200, 800),
        ..Start::default()
    };
    let window = Window::open_program(&desktop, program, &start);
    // The page says when by the clock that the system counts the starts of processes with.
    let times = wait_for("the first row", || {
        let times = window.execute(FIRST_ROW, &[]);
        Some([times[0].as_f64()?, times[1].as_f64()?, times[2].as_f64()?])
    });
    let process = *desktop.processes(program).first().expect("the program runs");
    let start = started(process);
    std::thread::sleep(Duration::from_secs(2));
    let [page, painted, row] = times.map(|time| time - start);
    [page, painted, row, memory(process)]
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// When a process was started, in milliseconds since 1970; exact to ten.
fn started(process: u32) -> f64 {
    let field = |text: &str, at: usize| {
        text.split_whitespace()
            .nth(at)
            .and_then(|field| field.parse::<f64>().ok())
    };
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).expect("the process runs");
    // The 22nd field, and the name before it may hold anything but a closing parenthesis at its end.
    let behind = stat.rsplit(')').next().unwrap_or_default();
    let ticks = field(behind, 19).expect("a process has a start");
    let uptime = fs::read_to_string("/proc/uptime").expect("Linux has it");
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .expect("it is later than 1970")
        .as_secs_f64();
    let boot = now - field(&uptime, 0).expect("a number of seconds");
    (boot + ticks / 100.0) * 1000.0
}

/// The memory of a process and of all that it started, in MB.
fn memory(process: u32) -> f64 {
    let kilobytes = |process: &u32| {
        let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
        let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        line.split_whitespace().next()?.parse::<f64>().ok()
    };
    family(process).iter().filter_map(kilobytes).sum::<f64>() / 1000.0
}

/// When the first row was painted, in milliseconds since 1970. A page without our mark is painted when its content first is.
const FIRST_ROW: &str = r#"
    const [mark] = performance.getEntriesByName('rows');
    const ours = location.pathname === '/' || location.pathname.endsWith('index.html');
    const painted = performance.getEntriesByName('first-contentful-paint')[0];
    const row = ours ? mark : painted;
    return painted && row ? [0, painted.startTime, row.startTime].map((time) => performance.timeOrigin + time) : null;
"#;
