//! Measuring with percentiles: what a person notices is the slow one of a hundred, which a mean hides.
//!
//! Each thing is timed several times and stands in the percentiles with its middle time, so that one interruption by
//! another program does not pass for our own slowness; the slowest single time of all is shown beside. How busy the machine
//! was is printed with each line: above one program a core, the figures say little.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// How often each thing is timed.
const TIMES: usize = 3;

/// What is demanded of a line, as the percentile (or the slowest) that it holds for.
#[derive(Clone, Copy)]
pub enum Budget {
    /// For 99 of a hundred.
    P99(Duration),
    /// For every one.
    Every(Duration),
    /// Nothing is demanded: a peer, or a figure for itself.
    None,
}

/// The lines of the table so far.
#[derive(Default)]
pub struct Table {
    text: String,
    wanted: Option<String>,
}

impl Table {
    /// A table of the lines whose name contains the word, when there is one.
    pub fn new(wanted: Option<String>) -> Self {
        let mut table = Self {
            text: String::new(),
            wanted,
        };
        table.say(&format!(
            "{:>10} {:>10} {:>10} {:>10} {:>6}  what (load: programs that wanted to run, on {} cores)",
            "p50",
            "p95",
            "p99",
            "slowest",
            "load",
            cores()
        ));
        table
    }

    /// Whether a line is wanted.
    pub fn wants(&self, name: &str) -> bool {
        self.wanted.as_ref().is_none_or(|wanted| name.contains(wanted))
    }

    /// Times each of several things and prints a line. Gives back the time of each in the order given, for a closer look.
    pub fn line<T>(
        &mut self,
        name: &str,
        budget: Budget,
        things: &[T],
        mut run: impl FnMut(&T),
    ) -> Vec<Duration> {
        self.timed_line(name, budget, things, |thing| {
            let start = Instant::now();
            run(thing);
            start.elapsed()
        })
    }

    /// As [`Table::line`], of things that say themselves how long they took.
    pub fn timed_line<T>(
        &mut self,
        name: &str,
        budget: Budget,
        things: &[T],
        mut run: impl FnMut(&T) -> Duration,
    ) -> Vec<Duration> {
        if !self.wants(name) || things.is_empty() {
            return Vec::new();
        }
        let mut slowest = Duration::ZERO;
        let times: Vec<Duration> = things
            .iter()
            .map(|thing| {
                let mut times = [Duration::ZERO; TIMES];
                for time in &mut times {
                    *time = run(thing);
                    slowest = slowest.max(*time);
                }
                times.sort_unstable();
                times[TIMES / 2]
            })
            .collect();
        let mut sorted = times.clone();
        sorted.sort_unstable();
        let at = |percent: usize| sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)];
        let (reached, most) = match budget {
            Budget::P99(most) => (at(99) <= most, Some(("p99", most))),
            Budget::Every(most) => (sorted[sorted.len() - 1] <= most, Some(("every one", most))),
            Budget::None => (true, None),
        };
        let verdict = most.map_or(String::new(), |(what, most)| {
            let word = if reached { "reached" } else { "NOT reached" };
            format!("  [{what} {}: {word}]", time(most))
        });
        self.say(&format!(
            "{:>10} {:>10} {:>10} {:>10} {:>6}  {name} ({} of them){verdict}",
            time(at(50)),
            time(at(95)),
            time(at(99)),
            time(slowest),
            load(),
            things.len(),
        ));
        times
    }

    /// Times one long thing once and prints a line, with the most memory that it took beside what was there before.
    pub fn once<T>(&mut self, name: &str, budget: Budget, run: impl FnOnce() -> T) -> Option<T> {
        if !self.wants(name) {
            return None;
        }
        let before = memory("VmRSS:");
        forget_peak();
        let start = Instant::now();
        let output = run();
        let took = start.elapsed();
        let peak = memory("VmHWM:").saturating_sub(before);
        let verdict = match budget {
            Budget::P99(most) | Budget::Every(most) => {
                let word = if took <= most { "reached" } else { "NOT reached" };
                format!("  [{}: {word}]", time(most))
            }
            Budget::None => String::new(),
        };
        let memory = if peak > 0 {
            format!(", {peak} MB more at its peak")
        } else {
            String::new()
        };
        self.say(&format!(
            "{:>10} {:>10} {:>10} {:>10} {:>6}  {name}{memory}{verdict}",
            time(took),
            "",
            "",
            "",
            load(),
        ));
        Some(output)
    }

    /// Adds a line as it is.
    pub fn say(&mut self, line: &str) {
        println!("{line}");
        let _ = writeln!(self.text, "{line}");
    }

    /// The whole table.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// A time as people read it.
pub fn time(time: Duration) -> String {
    let nanoseconds = time.as_nanos() as f64;
    match time.as_nanos() {
        0..10_000 => format!("{nanoseconds:.0} ns"),
        10_000..1_000_000 => format!("{:.1} µs", nanoseconds / 1e3),
        1_000_000..1_000_000_000 => format!("{:.2} ms", nanoseconds / 1e6),
        _ => format!("{:.2} s", nanoseconds / 1e9),
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// How many programs wanted to run over the last minute; nothing where the system does not say.
fn load() -> String {
    std::fs::read_to_string("/proc/loadavg")
        .ok()
        .and_then(|text| text.split(' ').next().map(str::to_owned))
        .unwrap_or_default()
}

/// A line of this process's own account of its memory, in megabytes; 0 where the system does not say.
fn memory(label: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(label));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}

/// Lets the account of the most memory begin anew. Linux, proc(5): clear_refs, 5.
fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}
