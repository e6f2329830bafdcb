//! `cargo xtask bench`: the core's benchmarks, and their medians in one table.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::machine::{self, Purpose};
use crate::shell::{During, Result, cargo, root, run, target};

/// Runs the benchmarks; `arguments` go to each of them, so that a name chooses among what is measured.
pub fn bench(arguments: &[String]) -> Result {
    machine::prepare(Purpose::Build)?;
    let start = SystemTime::now();
    let mut command = cargo([
        "bench",
        "--package",
        "undersigned-core",
        "--package",
        "undersigned-generate",
        "--benches",
        "--",
    ]);
    if let Some(python) = peers() {
        command.env("UNDERSIGNED_PEERS_PYTHON", python);
    }
    run(command.args(arguments))?;
    let mut rows = Vec::new();
    let folder = target().join("criterion");
    if folder.is_dir() {
        collect(&folder, start, &mut rows).during("read criterion's results")?;
    }
    rows.sort();
    println!("\n{:>12}  benchmark (median)", "time");
    for (name, nanoseconds) in rows {
        println!("{:>12}  {name}", duration(nanoseconds));
    }
    if arguments.is_empty() || arguments.iter().any(|name| name.contains("reader")) {
        println!("\nThe readers beside those of others");
        beside_others()?;
    }
    // What a mean would hide is measured in percentiles by a benchmark of its own, which leaves its table here.
    let contacts = target().join("measured/contacts.txt");
    if fs::metadata(&contacts)
        .and_then(|about| about.modified())
        .is_ok_and(|written| written >= start)
    {
        println!(
            "\nThe contact list\n{}",
            fs::read_to_string(&contacts).during("read the table of percentiles")?
        );
    }
    Ok(())
}

/// The readers beside csv, calamine and calcard: a workspace of its own, whose libraries never come near the app.
fn beside_others() -> Result {
    let manifest = root().join("bench-readers/Cargo.toml");
    let mut command = cargo(["run", "--release", "--quiet", "--manifest-path"]);
    command
        .arg(manifest)
        .env("CARGO_TARGET_DIR", target().join("bench-readers"));
    run(&mut command)
}

/// A Python with the libraries that documents are compared with, in a folder of its own below `target`; none where it
/// can't be had, which is no reason not to measure.
fn peers() -> Option<PathBuf> {
    let folder = target().join("peers");
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let wanted = root().join("src-tauri/core/benches/peers/requirements.txt");
    let install = || {
        if !python.is_file() {
            run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        }
        let pip = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
        ];
        run(Command::new(&python).args(pip).arg(&wanted))
    };
    match install() {
        Ok(()) => Some(python),
        Err(failure) => {
            println!("xtask: python-docx and XlsxWriter are not compared with here: {failure}");
            None
        }
    }
}

/// Finds every `new/estimates.json` that this run has written. The times are whole nanoseconds.
fn collect(folder: &Path, since: SystemTime, rows: &mut Vec<(String, u64)>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path: PathBuf = entry?.path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "report") {
            collect(&path, since, rows)?;
        } else if path.ends_with("new/estimates.json") && fs::metadata(&path)?.modified()? >= since {
            let title = fs::read_to_string(path.with_file_name("benchmark.json"))?;
            let estimates = fs::read_to_string(&path)?;
            if let (Some(name), Some(median)) = (text_after(&title, "\"title\":\""), median(&estimates)) {
                rows.push((name.to_owned(), median));
            }
        }
    }
    Ok(())
}

fn text_after<'a>(json: &'a str, key: &str) -> Option<&'a str> {
    json.split_once(key)?.1.split('"').next()
}

/// The point estimate of the median, in nanoseconds. Criterion writes its JSON without white space.
fn median(estimates: &str) -> Option<u64> {
    let (_, median) = estimates.split_once("\"median\":")?;
    let (_, estimate) = median.split_once("\"point_estimate\":")?;
    let number = estimate.split([',', '}']).next()?;
    number
        .parse::<f64>()
        .ok()
        .map(|nanoseconds| nanoseconds.round() as u64)
}

fn duration(nanoseconds: u64) -> String {
    let time = nanoseconds as f64;
    match nanoseconds {
        0..10_000 => format!("{time:.0} ns"),
        10_000..1_000_000 => format!("{:.1} µs", time / 1e3),
        1_000_000..1_000_000_000 => format!("{:.2} ms", time / 1e6),
        _ => format!("{:.2} s", time / 1e9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_found_behind_the_mean() {
        let estimates = "{\"mean\":{\"confidence_interval\":{\"lower_bound\":1.0},\"point_estimate\":5.0,\"standard_error\":1.0},\
                         \"median\":{\"confidence_interval\":{\"lower_bound\":2.0},\"point_estimate\":1234567.8,\"standard_error\":1.0}}";
        assert_eq!(median(estimates), Some(1_234_568));
        assert_eq!(duration(1_234_568), "1.23 ms");
        assert_eq!(
            text_after("{\"title\":\"read/500 names\",\"x\":1}", "\"title\":\""),
            Some("read/500 names")
        );
    }
}
