//! Input and output as every command has them: texts bounded, one document on standard output, long lists as they are read.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::Path;

use base::files::{is_same_file, write_whole};
use reading::text::{LARGEST_TEXT, decode};
use serde::Serialize;
use undersigned_core::{Error, Message};

use super::{Failure, Result};

/// Reads a text from a file or from standard input, at most as much as is taken anyway.
pub(super) fn read_text(input: &str) -> Result<String> {
    Ok(decode(&read_bytes(input, LARGEST_TEXT)?).map_err(undersigned_core::Error::from)?)
}

/// Reads a file or standard input, at most one byte more than `most`: enough to see that there is more.
pub(super) fn read_bytes(input: &str, most: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = most as u64 + 1;
    let read = if input == "-" {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(input).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure::Core(Error::file(Path::new(input), error)))?;
    Ok(bytes)
}

/// Writes to a file, or to standard output when none is named.
pub(super) fn put(output: Option<&Path>, bytes: &[u8]) -> Result {
    match output.filter(|path| *path != Path::new("-")) {
        Some(path) => Ok(write_whole(path, bytes)?),
        None => write(bytes),
    }
}

/// What is read is not written over, and is nobody's to lose.
pub(super) fn refuse_input(input: &str, output: &Path) -> Result {
    if input != "-" && is_same_file(Path::new(input), output) {
        let sentence = Message::new("cli-onto-input").text("file", input);
        return Err(Error::rule(sentence).into());
    }
    Ok(())
}

pub(super) fn write(bytes: &[u8]) -> Result {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(Failure::Output)
}

pub(super) fn print(line: &str) -> Result {
    write(format!("{line}\n").as_bytes())
}

pub(super) fn print_lines<S: AsRef<str>>(lines: impl Iterator<Item = S>) -> Result {
    let mut text = String::new();
    for line in lines {
        text.push_str(line.as_ref());
        text.push('\n');
    }
    write(text.as_bytes())
}

pub(super) fn print_json<T: Serialize + ?Sized>(value: &T) -> Result {
    let json = serde_json::to_string_pretty(value).map_err(|error| Failure::Output(error.into()))?;
    print(&json)
}

/// Prints a list of any length as one JSON document, or as lines, a part at a time: `next` gives the parts until one is empty.
pub(super) fn print_list<T: Serialize>(
    json: bool,
    line: impl Fn(&T) -> String,
    mut next: impl FnMut() -> Result<Vec<T>>,
) -> Result {
    let mut out = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    let mut first = true;
    loop {
        let part = next()?;
        if part.is_empty() {
            break;
        }
        for row in &part {
            let written = if json {
                out.write_all(if first { b"[\n" } else { b",\n" })
                    .and_then(|()| serde_json::to_writer(&mut out, row).map_err(Into::into))
            } else {
                writeln!(out, "{}", line(row))
            };
            written.map_err(Failure::Output)?;
            first = false;
        }
    }
    if json {
        out.write_all(if first { b"[]\n" } else { b"\n]\n" })
            .map_err(Failure::Output)?;
    }
    out.flush().map_err(Failure::Output)
}
