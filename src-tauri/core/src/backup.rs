//! Automatic backups: where they are, what each contains, which are kept, and how one is restored.
//!
//! A backup is a whole coalition with the passphrase of its original, named by its time. Retention: all of the last 2 days, then one a
//! day for 12 days, one a week for 10 weeks and one a month for 9 months.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, Duration, NaiveDateTime, Utc};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::coalition::{Coalition, EXTENSION};
use base::error::{Error, Result};
use base::files::{PART, Part, PrivateFolder, folder_of, is_same_file, make_private_folder};
use base::messages::Message;
use base::passphrase::Passphrase;
use base::time;
use store::db;

/// How a backup's name says when it was made, in UTC.
const NAMED: &str = "%Y-%m-%d %H.%M.%S";

/// Where the backups of one coalition are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backups {
    folder: PathBuf,
    /// What a backup's name begins with: the name of the coalition's file.
    stem: String,
}

/// A backup, and what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "backups/")]
pub struct Backup {
    /// Its file.
    pub path: PathBuf,
    /// When it was made, ISO 8601 in UTC.
    pub at: String,
    /// How large it is.
    pub bytes: u64,
    /// What is in it; None when it can't be read: damaged, or locked with another passphrase.
    pub contents: Option<Contents>,
    /// How many lines the history of the open coalition has that this one has not.
    pub changes_since: Option<u32>,
}

/// How much is in a coalition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "backups/")]
pub struct Contents {
    /// Organizations.
    pub organizations: u32,
    /// People.
    pub people: u32,
    /// Letters.
    pub letters: u32,
    /// Sign-ons, whatever their status.
    pub sign_ons: u32,
    /// Those that are confirmed.
    pub confirmed: u32,
}

impl Contents {
    fn of(conn: &Connection) -> Result<Self> {
        let count =
            |what: &str| conn.query_row(&format!("SELECT count(*) FROM {what}"), [], |row| row.get(0));
        Ok(Self {
            organizations: count("organization")?,
            people: count("person")?,
            letters: count("letter")?,
            sign_ons: count("sign_on")?,
            confirmed: count("sign_on WHERE status = 'confirmed'")?,
        })
    }
}

impl Backups {
    /// The backups of a coalition: in the folder that was chosen, else in one beside the file.
    pub fn of(coalition: &Path, chosen: Option<&Path>) -> Self {
        let stem = coalition.file_stem().map_or_else(
            || "coalition".to_owned(),
            |stem| stem.to_string_lossy().into_owned(),
        );
        let folder = chosen.map_or_else(
            || folder_of(coalition).join(format!("{stem} backups")),
            Path::to_path_buf,
        );
        Self { folder, stem }
    }

    /// The folder that they are in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The backups that are there, the latest first.
    pub(crate) fn files(&self) -> Vec<(DateTime<Utc>, PathBuf)> {
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut files: Vec<((DateTime<Utc>, u32), PathBuf)> = entries
            .filter_map(|entry| Some((self.order_of(&entry.path())?, entry.path())))
            .collect();
        files.sort();
        files.reverse();
        files.into_iter().map(|((at, _), path)| (at, path)).collect()
    }

    /// The latest backup, and when it was made.
    pub fn latest(&self) -> Option<(DateTime<Utc>, PathBuf)> {
        self.files().into_iter().next()
    }

    /// Renames the backups when the coalition is renamed. Best effort: one that can't be renamed stays where it is.
    pub fn follow(&self, to: &Self) {
        for (_, path) in self.files() {
            let rest = path
                .file_name()
                .and_then(|name| name.to_str())
                .and_then(|name| name.strip_prefix(&self.stem));
            if let Some(rest) = rest
                && make_private_folder(&to.folder).is_ok()
            {
                let _ = std::fs::rename(&path, to.folder.join(format!("{}{rest}", to.stem)));
            }
        }
        if self.folder != to.folder {
            // One that holds something else stays.
            let _ = std::fs::remove_dir(&self.folder);
        }
    }

    /// Whether a file is one of them.
    pub fn has(&self, file: &Path) -> bool {
        self.files().iter().any(|(_, backup)| backup == file)
    }

    /// The time and the number within that second, from a backup's name; None if it is no backup of this coalition.
    fn order_of(&self, path: &Path) -> Option<(DateTime<Utc>, u32)> {
        let name = path.file_name()?.to_str()?;
        let rest = name.strip_prefix(&self.stem)?.strip_prefix(' ')?;
        let rest = rest.strip_suffix(&format!(".{EXTENSION}"))?;
        // A second one of the same second has a number behind it.
        let time = rest.get(..19)?;
        let number = rest.get(19..)?;
        let number = match number.strip_prefix(" (") {
            Some(rest) => rest.strip_suffix(')')?.parse().ok()?,
            None => number.is_empty().then_some(1)?,
        };
        let time = NaiveDateTime::parse_from_str(time, NAMED).ok()?;
        Some((time.and_utc(), number))
    }

    /// A name for a backup of now that is free.
    fn free_name(&self, now: DateTime<Utc>) -> PathBuf {
        let time = now.format(NAMED);
        let mut path = self.folder.join(format!("{} {time}.{EXTENSION}", self.stem));
        let mut number = 1;
        while path.exists() {
            number += 1;
            path = self
                .folder
                .join(format!("{} {time} ({number}).{EXTENSION}", self.stem));
        }
        path
    }

    /// Removes backups that retention does not keep, and unfinished ones. Best effort.
    fn thin_out(&self, now: DateTime<Utc>) {
        for entry in std::fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(&self.stem) && name.contains(PART) {
                let _ = std::fs::remove_file(entry.path());
            }
        }
        let files = self.files();
        let kept = kept(files.iter().map(|(at, _)| *at), now);
        for (number, (_, path)) in files.iter().enumerate() {
            if !kept.contains(&number) {
                let _ = std::fs::remove_file(path);
            }
        }
    }
}

/// Which of some backups are kept, by their places; the latest comes first.
fn kept(times: impl Iterator<Item = DateTime<Utc>>, now: DateTime<Utc>) -> BTreeSet<usize> {
    let (all, days) = (Duration::days(2), Duration::days(14));
    let (weeks, months) = (Duration::weeks(12), Duration::days(365));
    let mut seen = BTreeSet::new();
    let mut kept = BTreeSet::new();
    for (number, at) in times.enumerate() {
        let age = now - at;
        let week = at.iso_week();
        // The step of the ladder, and what of it is kept once: the latest of its day, week or month.
        let step = match age {
            _ if age < all => {
                kept.insert(number);
                continue;
            }
            _ if age < days => (0, at.year(), at.ordinal()),
            _ if age < weeks => (1, week.year(), week.week()),
            _ if age < months => (2, at.year(), at.month()),
            _ => continue,
        };
        if seen.insert(step) {
            kept.insert(number);
        }
    }
    // However old it is, the last one stays.
    if kept.is_empty() {
        kept.insert(0);
    }
    kept
}

impl Coalition {
    /// Makes a backup, checks it, and removes those that are kept no longer. Nothing is made of an empty coalition, nor when the
    /// latest backup holds everything already.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::NotWritable`], [`Error::Damaged`]. Then no half of one is left.
    pub fn make_backup(&self, backups: &Backups, now: DateTime<Utc>) -> Result<Option<PathBuf>> {
        if self.path().as_os_str().is_empty()
            || self.is_read_only()
            || !self.is_in_place()
            || !self.is_backup_due(backups)?
        {
            return Ok(None);
        }
        make_private_folder(&backups.folder)?;
        let to = backups.free_name(now);
        self.write_backup(&to)?;
        backups.thin_out(now);
        Ok(Some(to))
    }

    /// Writes a backup to a place where nothing stands yet, and checks it before it gets its name.
    ///
    /// # Errors
    /// [`Error::FileExists`], [`Error::DiskFull`], [`Error::NotWritable`], [`Error::Damaged`].
    pub fn write_backup(&self, to: &Path) -> Result<()> {
        if to.exists() {
            return Err(Error::FileExists(to.to_path_buf()));
        }
        let part = Part::beside(to)?;
        db::copy_pages(&self.conn, &part.path, self.key())?;
        db::check_copy(&part.path, self.key())?;
        part.sync().map_err(|error| Error::file(to, error))?;
        part.put_in_place(to)
    }

    /// Compares the last line of the history, not the clock, which can be set back.
    fn is_backup_due(&self, backups: &Backups) -> Result<bool> {
        let line = last_line(&self.conn)?;
        if line == 0 {
            return Ok(false);
        }
        let Some((_, latest)) = backups.files().into_iter().next() else {
            return Ok(true);
        };
        let backed_up = db::open_copy(&latest, self.key()).and_then(|copy| last_line(&copy));
        Ok(backed_up.map_or(true, |backed_up| backed_up != line))
    }

    /// The backups that are there, the latest first, each with what is in it and how far this coalition has gone since.
    ///
    /// # Errors
    /// Those of reading the open file.
    pub fn list_backups(&self, backups: &Backups) -> Result<Vec<Backup>> {
        let now: i64 = last_line(&self.conn)?;
        let mut list = Vec::new();
        for (at, path) in backups.files() {
            let read = db::open_copy(&path, self.key())
                .and_then(|copy| Ok((Contents::of(&copy)?, last_line(&copy)?)));
            let (contents, line) = read.map_or((None, None), |(contents, line)| (Some(contents), Some(line)));
            list.push(Backup {
                bytes: std::fs::metadata(&path).map_or(0, |file| file.len()),
                at: time::store(at),
                path,
                contents,
                changes_since: line.map(|line| u32::try_from(now - line).unwrap_or(0)),
            });
        }
        Ok(list)
    }

    /// How much is in this coalition.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn contents(&self) -> Result<Contents> {
        Contents::of(&self.conn)
    }
}

fn last_line(conn: &Connection) -> Result<i64> {
    Ok(conn.query_row("SELECT coalesce(max(seq), 0) FROM event", [], |row| row.get(0))?)
}

/// Checks that a backup can be restored: that the passphrase opens it and that it verifies. Returns what it contains.
///
/// # Errors
/// [`Error::WrongPassphrase`], [`Error::Damaged`], [`Error::NotACoalition`].
pub fn test_backup(backup: &Path, key: Option<&Passphrase>) -> Result<Contents> {
    let folder = PrivateFolder::beside(backup)?;
    let copy = folder.path.join(format!("test.{EXTENSION}"));
    std::fs::copy(backup, &copy).map_err(|error| Error::file(backup, error))?;
    // Opened as after a restore: upgraded, then verified.
    let coalition = Coalition::open_with(&copy, key.cloned())?;
    match coalition.verify()?.first() {
        None => coalition.contents(),
        Some(_) => Err(Error::Damaged),
    }
}

/// Restores a backup over a closed coalition. The replaced file is kept in the folder of backups; returns its path.
///
/// # Errors
/// [`Error::InUse`], [`Error::WrongPassphrase`], [`Error::Damaged`], [`Error::DiskFull`]. Then everything is as it was.
pub fn restore(
    coalition: &Path,
    backup: &Path,
    key: Option<&Passphrase>,
    backups: &Backups,
    now: DateTime<Utc>,
) -> Result<Option<PathBuf>> {
    if is_same_file(coalition, backup) {
        return Err(Error::rule(Message::new("error-restore-itself")));
    }
    let holder = Coalition::hold(coalition)?;
    let part = Part::beside(coalition)?;
    let copy = db::open_copy(backup, key)?;
    db::copy_pages(&copy, &part.path, db::is_locked(backup)?.then_some(key).flatten())?;
    drop(copy);
    db::check_copy(&part.path, key)?;
    part.sync().map_err(|error| Error::file(coalition, error))?;
    let mut kept = None;
    if coalition.exists() {
        make_private_folder(&backups.folder)?;
        let to = backups.free_name(now);
        keep(coalition, &to, key)?;
        kept = Some(to);
    }
    // The kept copy includes the log, if it was readable. The restored file must not be opened with it.
    db::set_log_aside(coalition)?;
    part.replace(coalition)?;
    drop(holder);
    Ok(kept)
}

/// Copies a file that is about to be replaced: with its log folded in if it is readable, else byte for byte.
fn keep(file: &Path, to: &Path, key: Option<&Passphrase>) -> Result<()> {
    if let Ok(conn) = db::open_copy(file, key) {
        let _ = db::fold_log(&conn);
    }
    let part = Part::beside(to)?;
    std::fs::copy(file, &part.path).map_err(|error| Error::file(to, error))?;
    part.sync().map_err(|error| Error::file(to, error))?;
    part.put_in_place(to)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::days(20_000) + Duration::hours(15)
    }

    #[test]
    fn backups_thin_out_with_age() {
        // One every six hours, for two years.
        let times: Vec<DateTime<Utc>> = (0..2 * 365 * 4).map(|n| now() - Duration::hours(6 * n)).collect();
        let kept = kept(times.iter().copied(), now());
        let aged = |from: i64, to: i64| {
            kept.iter()
                .filter(|n| (from..to).contains(&(now() - times[**n]).num_days()))
                .count()
        };
        assert_eq!(aged(0, 2), 8, "all of two days");
        assert!((12..=13).contains(&aged(2, 14)), "one a day: {}", aged(2, 14));
        assert!((10..=11).contains(&aged(14, 84)), "one a week: {}", aged(14, 84));
        assert!(
            (9..=11).contains(&aged(84, 365)),
            "one a month: {}",
            aged(84, 365)
        );
        assert_eq!(aged(366, 800), 0);
    }

    #[test]
    fn the_last_backup_stays_however_old_it_is() {
        let old = now() - Duration::days(4_000);
        assert_eq!(kept([old].into_iter(), now()), BTreeSet::from([0]));
    }

    #[test]
    fn of_one_second_the_last_backup_is_the_latest() {
        let folder = tempfile::tempdir().unwrap();
        let backups = Backups::of(Path::new("/x/letters.undersigned"), Some(folder.path()));
        let names =
            ["", " (2)", " (10)"].map(|number| format!("letters 2026-11-29 17.20.05{number}.undersigned"));
        for name in &names {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let found: Vec<_> = backups.files().into_iter().map(|(_, path)| path).collect();
        let expected: Vec<_> = names.iter().rev().map(|name| folder.path().join(name)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn only_backups_of_this_coalition_are_taken_for_such() {
        let backups = Backups::of(Path::new("/x/letters.undersigned"), None);
        let is_one = |name: &str| backups.order_of(Path::new(name)).is_some();
        assert!(is_one("letters 2026-11-29 17.20.05.undersigned"));
        assert!(is_one("letters 2026-11-29 17.20.05 (2).undersigned"));
        assert!(!is_one("letters old 2026-11-29 17.20.05.undersigned"));
        assert!(!is_one("letters 2026-11-29 17.20.05 of Ana.undersigned"));
        assert!(!is_one("letters 2026-11-29 17.20.05.undersigned.part"));
        assert!(!is_one("letters 2026-13-29 17.20.05.undersigned"));
    }
}
