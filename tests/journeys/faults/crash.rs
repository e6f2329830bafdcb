//! Power lost after every write: what is on the disk then, worked out from what a work did to its files, opens and is the coalition as
//! it was before or after.
//!
//! What was written and not synced is there, is lost, or is there in part, as disks do; names are there at once, or when their folder was
//! synced.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::path::Path;

use super::{IMPORT, LOCK, MIGRATE, RESTORE, SAVE, Work, found, prepared, tried, under_layer, without_ids};
use crate::stdout;

/// A call that changed something.
#[derive(Debug)]
struct Call {
    what: char,
    path: String,
    other: String,
    at: usize,
    data: Vec<u8>,
}

fn read_calls(log: &[u8], folder: &Path) -> Vec<Call> {
    let folder = folder.display().to_string();
    let mut calls = Vec::new();
    let mut rest = log;
    let mut take = |length: usize| {
        let (taken, left) = rest.split_at(length.min(rest.len()));
        rest = left;
        taken
    };
    loop {
        let [what] = take(1) else { return calls };
        let what = char::from(*what);
        let lengths: Vec<usize> = (0..3)
            .map(|_| u32::from_le_bytes(take(4).try_into().unwrap()) as usize)
            .collect();
        let at = i64::from_le_bytes(take(8).try_into().unwrap()) as usize;
        let name = |bytes: &[u8]| {
            let path = std::str::from_utf8(bytes).unwrap();
            path.strip_prefix(&folder)
                .unwrap_or(path)
                .trim_start_matches('/')
                .to_owned()
        };
        let (path, other) = (name(take(lengths[0])), name(take(lengths[1])));
        calls.push(Call {
            what,
            path,
            other,
            at,
            data: take(lengths[2]).to_vec(),
        });
    }
}

/// A file: what was synced, and what was done to it since.
#[derive(Default, Clone)]
struct File {
    synced: Vec<u8>,
    since: Vec<Change>,
}

#[derive(Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

impl File {
    /// What of it is on the disk when only some of what was not synced is.
    fn content(&self, mut is_there: impl FnMut() -> bool) -> Vec<u8> {
        let mut content = self.synced.clone();
        for change in &self.since {
            if !is_there() {
                continue;
            }
            match change {
                Change::Write(at, data) => {
                    let end = at + data.len();
                    if content.len() < end {
                        content.resize(end, 0);
                    }
                    content[*at..end].copy_from_slice(data);
                }
                Change::Truncate(size) => content.resize(*size, 0),
            }
        }
        content
    }
}

/// The files by number, and the names that lead to them: as they are, and as they are on the disk.
#[derive(Default, Clone)]
struct Disk {
    files: Vec<File>,
    names: BTreeMap<String, usize>,
    synced_names: BTreeMap<String, usize>,
    folders: Vec<String>,
}

impl Disk {
    fn of(folder: &Path) -> Self {
        let mut disk = Self::default();
        disk.add(folder, "");
        disk.synced_names = disk.names.clone();
        disk
    }

    fn add(&mut self, folder: &Path, within: &str) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{within}{}", path.file_name().unwrap().to_str().unwrap());
            if path.is_dir() {
                self.folders.push(name.clone());
                self.add(&path, &format!("{name}/"));
            } else {
                let synced = fs::read(&path).unwrap();
                self.names.insert(name, self.files.len());
                self.files.push(File {
                    synced,
                    since: Vec::new(),
                });
            }
        }
    }

    fn file(&mut self, name: &str) -> Option<&mut File> {
        // A file without a name is nobody's any longer.
        self.names.get(name).map(|number| &mut self.files[*number])
    }

    fn apply(&mut self, call: &Call) {
        match call.what {
            'C' => {
                if let Entry::Vacant(place) = self.names.entry(call.path.clone()) {
                    place.insert(self.files.len());
                    self.files.push(File::default());
                }
            }
            'W' => {
                if let Some(file) = self.file(&call.path) {
                    file.since.push(Change::Write(call.at, call.data.clone()));
                }
            }
            'T' => {
                if let Some(file) = self.file(&call.path) {
                    file.since.push(Change::Truncate(call.at));
                }
            }
            'S' => match self.file(&call.path) {
                Some(file) => {
                    file.synced = file.content(|| true);
                    file.since.clear();
                }
                // A folder: its names are there from now on.
                None => self.synced_names = self.names.clone(),
            },
            'R' => {
                if let Some(number) = self.names.remove(&call.path) {
                    self.names.insert(call.other.clone(), number);
                }
            }
            'L' => {
                if let Some(number) = self.names.get(&call.path) {
                    self.names.insert(call.other.clone(), *number);
                }
            }
            'U' => drop(self.names.remove(&call.path)),
            'M' => self.folders.push(call.path.clone()),
            what => panic!("{what}"),
        }
    }

    /// Writes what is on the disk into a folder.
    fn write(&self, to: &Path, names_at_once: bool, mut is_there: impl FnMut() -> bool) {
        for folder in &self.folders {
            fs::create_dir_all(to.join(folder)).unwrap();
        }
        let names = if names_at_once {
            &self.names
        } else {
            &self.synced_names
        };
        for (name, number) in names {
            // The index of a log and who held a file do not outlive a computer that was switched off.
            if !name.ends_with("-shm") && !name.ends_with(".lock") {
                fs::write(to.join(name), self.files[*number].content(&mut is_there)).unwrap();
            }
        }
    }
}

#[test]
fn power_lost_after_any_write_leaves_the_coalition_as_it_was_before_or_after() {
    let mut random = 1u64;
    for work in [&IMPORT, &MIGRATE, &SAVE, &RESTORE, &LOCK] {
        lose_power(work, &mut random);
    }
}

fn lose_power(work: &Work, random: &mut u64) {
    let folder = prepared(work);
    let before = without_ids(&found(copied(folder.path()).path(), work.name));
    let mut disk = Disk::of(folder.path());
    let log = tempfile::NamedTempFile::new().unwrap();
    let variables = [("FAULT_LOG", log.path().display().to_string())];
    stdout(&under_layer(folder.path(), work, &variables));
    let calls = read_calls(&fs::read(log.path()).unwrap(), folder.path());
    let after = without_ids(&found(folder.path(), work.name));
    assert!(before != after || work.name != IMPORT.name, "it did something");
    let points = tried(calls.len() as u64);
    let mut figures = [0; 2];
    for (number, call) in (1u64..).zip(&calls) {
        disk.apply(call);
        if !points.contains(&number) && number != calls.len() as u64 {
            continue;
        }
        for (what, names_at_once) in [
            ("all", true),
            ("nothing", true),
            ("nothing", false),
            ("a part", true),
        ] {
            let when = format!(
                "{}, after call {number} of {} ({} {}), {what} of what was not synced, names at once: {names_at_once}",
                work.name,
                calls.len(),
                call.what,
                call.path
            );
            let crashed = tempfile::tempdir().unwrap();
            disk.write(crashed.path(), names_at_once, || match what {
                "all" => true,
                "nothing" => false,
                _ => {
                    // A linear congruential generator (Knuth); its high bits.
                    *random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    *random >> 63 == 1
                }
            });
            let now = without_ids(&found(crashed.path(), &when));
            assert!(now == before || now == after, "{when}");
            // What was said to be done is on the disk.
            assert!(number < calls.len() as u64 || now == after, "{when}: lost");
            figures[usize::from(now == after)] += 1;
        }
    }
    println!(
        "{}: {} calls; power lost at {} of them in four ways: {} times as before, {} times done",
        work.name,
        calls.len(),
        points.len(),
        figures[0],
        figures[1]
    );
}

/// A copy of a folder.
pub(super) fn copied(from: &Path) -> tempfile::TempDir {
    let to = tempfile::tempdir().unwrap();
    Disk::of(from).write(to.path(), true, || true);
    to
}
