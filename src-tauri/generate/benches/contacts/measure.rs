//! Measuring with percentiles: what a person notices is the slow one of a hundred, which a mean hides.
//!
//! Each thing is timed several times and stands in the percentiles with its middle time. What a person waits for is the
//! clock's time; beside it stands the processor's own, which other programs do not lengthen, and how busy the machine was:
//! above one program a core the clock says little of us.

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
        let [a, b, c, d, e, f, g] = ["p50", "p95", "p99", "slowest", "own p99", "own most", "load"];
        table.say(&format!(
            "{a:>10} {b:>10} {c:>10} {d:>10} {e:>10} {f:>10} {g:>6}  what (own: the processor's time; load: programs that wanted \
             to run, on {} cores)",
            cores()
        ));
        table
    }

    /// Whether a line is wanted.
    pub fn wants(&self, name: &str) -> bool {
        self.wanted.as_ref().is_none_or(|wanted| name.contains(wanted))
    }

    /// Times each of several things and prints a line. Gives back the processor's time of each in the order given, for a
    /// closer look.
    pub fn line<T>(
        &mut self,
        name: &str,
        budget: Budget,
        things: &[T],
        mut run: impl FnMut(&T),
    ) -> Vec<Duration> {
        self.timed_line(name, budget, things, |thing| timed(|| run(thing)).1)
    }

    /// As [`Table::line`], of things that say themselves how long they took.
    pub fn timed_line<T>(
        &mut self,
        name: &str,
        budget: Budget,
        things: &[T],
        mut run: impl FnMut(&T) -> Took,
    ) -> Vec<Duration> {
        if !self.wants(name) || things.is_empty() {
            return Vec::new();
        }
        let mut slowest = Duration::ZERO;
        let (mut clock, mut processor) = (Vec::with_capacity(things.len()), Vec::with_capacity(things.len()));
        for thing in things {
            let took: Vec<Took> = (0..TIMES).map(|_| run(thing)).collect();
            slowest = took.iter().map(|took| took.clock).fold(slowest, Duration::max);
            clock.push(middle(took.iter().map(|took| took.clock)));
            processor.push(middle(took.iter().map(|took| took.processor)));
        }
        let by_thing = processor.clone();
        clock.sort_unstable();
        processor.sort_unstable();
        let at =
            |times: &[Duration], percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
        let verdict = match budget {
            Budget::P99(most) => verdict("p99", most, at(&clock, 99), at(&processor, 99)),
            Budget::Every(most) => verdict("every one", most, at(&clock, 100), at(&processor, 100)),
            Budget::None => String::new(),
        };
        self.say(&format!(
            "{:>10} {:>10} {:>10} {:>10} {:>10} {:>10} {:>6}  {name} ({} of them){verdict}",
            time(at(&clock, 50)),
            time(at(&clock, 95)),
            time(at(&clock, 99)),
            time(slowest),
            time(at(&processor, 99)),
            time(at(&processor, 100)),
            load(),
            things.len(),
        ));
        by_thing
    }

    /// Times one long thing once and prints a line, with the most memory that it took beside what was there before.
    pub fn once<T>(&mut self, name: &str, budget: Budget, run: impl FnOnce() -> T) -> Option<T> {
        if !self.wants(name) {
            return None;
        }
        let before = crate::memory::now();
        crate::memory::forget();
        let (output, took) = timed(run);
        let peak = crate::memory::peak().saturating_sub(before);
        let verdict = match budget {
            Budget::P99(most) | Budget::Every(most) => verdict("at most", most, took.clock, took.processor),
            Budget::None => String::new(),
        };
        let memory = if peak > 0 {
            format!(", {peak} MB more at its peak")
        } else {
            String::new()
        };
        let (none, clock, processor) = ("", time(took.clock), time(took.processor));
        self.say(&format!(
            "{clock:>10} {none:>10} {none:>10} {none:>10} {processor:>10} {none:>10} {:>6}  {name}{memory}{verdict}",
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

/// How long something took.
#[derive(Clone, Copy)]
pub struct Took {
    /// By the clock: what a person waits for.
    clock: Duration,
    /// By the processor: what this program did meanwhile.
    processor: Duration,
}

/// Runs something and says how long it took.
pub fn timed<T>(run: impl FnOnce() -> T) -> (T, Took) {
    let (start, own) = (Instant::now(), processor());
    let output = run();
    let (clock, processor) = (start.elapsed(), processor().zip(own));
    let processor = processor.map_or(clock, |(end, start)| end.saturating_sub(start));
    (output, Took { clock, processor })
}

/// How long the processor has worked for this program; None where that is not known.
fn processor() -> Option<Duration> {
    #[cfg(unix)]
    {
        let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
        Some(Duration::new(
            time.tv_sec.try_into().ok()?,
            time.tv_nsec.try_into().ok()?,
        ))
    }
    #[cfg(not(unix))]
    None
}

fn middle(times: impl Iterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// Whether a budget was reached, by the clock or at least by the processor.
fn verdict(what: &str, most: Duration, clock: Duration, processor: Duration) -> String {
    let word = if clock <= most {
        "reached"
    } else if processor <= most {
        "reached but for other programs"
    } else {
        "NOT reached"
    };
    format!("  [{what} {}: {word}]", time(most))
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
