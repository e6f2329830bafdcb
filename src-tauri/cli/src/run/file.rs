//! The file itself: its passphrase, its backups, and what of a damaged one can be saved.

use std::path::{Path, PathBuf};

use base::passphrase::Passphrase;
use undersigned_core::backup::{self, Backup, Backups};
use undersigned_core::forget::Forgotten;
use undersigned_core::locking::Relocked;
use undersigned_core::{Coalition, Error, Message, salvage};

use super::output::{print, print_json, print_lines, read_bytes};
use super::{Context, Result};
use crate::args::{ForgetWhat, PassphraseCommand};

/// The longest file that is taken for one with a passphrase in it, in bytes.
const LONGEST_PASSPHRASE_FILE: usize = 10_000;

impl Context<'_> {
    /// The passphrase of the coalition, when one was given.
    pub(super) fn passphrase(&self) -> Result<Option<Passphrase>> {
        self.passphrase_file.map(read_passphrase).transpose()
    }

    /// Where the backups of the coalition are.
    pub(super) fn backups(&self) -> Result<Backups> {
        Ok(Backups::of(self.path()?, self.backups))
    }

    /// Makes a backup before anything large. What keeps it from being made is said, and is no reason not to go on.
    pub(super) fn back_up_before(&self, coalition: &Coalition) -> Result {
        if let Err(error) = coalition.make_backup(&self.backups()?, self.now) {
            let reason = error.sentence(self.language);
            let note = Message::new("cli-no-backup").text("reason", reason);
            eprintln!("{}", note.to_string(self.language));
        }
        Ok(())
    }

    pub(super) fn set_passphrase(&self, command: &PassphraseCommand) -> Result {
        let new = match command {
            PassphraseCommand::Remove => None,
            PassphraseCommand::Set { new_passphrase_file }
            | PassphraseCommand::Change { new_passphrase_file } => {
                let file = new_passphrase_file.as_deref().or(match command {
                    // There is none yet: the one that was given is the new one.
                    PassphraseCommand::Set { .. } => self.passphrase_file,
                    _ => None,
                });
                let file = file.ok_or_else(|| Error::rule(Message::new("cli-no-new-passphrase")))?;
                Some(read_passphrase(file)?)
            }
        };
        let mut coalition = self.open()?;
        let refuse = |id| Err(Error::rule(Message::new(id)).into());
        match (command, coalition.is_locked()) {
            (PassphraseCommand::Set { .. }, true) => return refuse("cli-locked-already"),
            (PassphraseCommand::Change { .. } | PassphraseCommand::Remove, false) => {
                return refuse("cli-not-locked");
            }
            _ => {}
        }
        let locked = new.is_some();
        let Relocked { copies, left } = coalition.set_passphrase(new, &self.backups()?)?;
        let id = if locked { "cli-locked" } else { "cli-unlocked" };
        print(
            &Message::new(id)
                .number("copies", copies.len())
                .to_string(self.language),
        )?;
        for path in left {
            let note = Message::new("cli-copy-left").text("file", path.display().to_string());
            eprintln!("{}", note.to_string(self.language));
        }
        Ok(())
    }

    pub(super) fn forget(&self, what: ForgetWhat, reference: &str, dry_run: bool) -> Result {
        let mut coalition = self.open()?;
        let who = match what {
            ForgetWhat::Person => Forgotten::Person(match coalition.resolve_person(reference) {
                Err(Error::NotFound { .. }) => coalition.resolve_removed_person(reference)?,
                found => found?,
            }),
            ForgetWhat::ContactsOf => Forgotten::ContactsOf(coalition.resolve_organization(reference)?),
        };
        let backups = self.backups()?;
        let taken = if dry_run {
            coalition.plan_forgetting(who, &backups, self.now)?
        } else {
            coalition.forget(who, &backups, self.now)?
        };
        let message = Message::new(if dry_run { "cli-would-forget" } else { "cli-forgot" })
            .number("people", taken.people as usize)
            .number("sign-ons", taken.sign_ons as usize)
            .number("texts", taken.texts as usize)
            .number("files", taken.files as usize)
            .number("editions", taken.editions as usize)
            .number("steps", taken.undo_steps as usize);
        print(&message.to_string(self.language))?;
        if taken.namesake {
            eprintln!("{}", Message::new("cli-namesake").to_string(self.language));
        }
        for copy in taken.copies {
            let note = Message::new("cli-copy-holds").text("file", copy.display().to_string());
            eprintln!("{}", note.to_string(self.language));
        }
        Ok(())
    }

    pub(super) fn backup(&self, to: &Path) -> Result {
        self.open()?.write_backup(to)?;
        self.said("cli-backed-up", to)
    }

    pub(super) fn salvage(&self, to: &Path) -> Result {
        let passphrase = self.passphrase()?;
        let salvaged = salvage::salvage(self.path()?, to, passphrase.as_ref(), self.now)?;
        print(&salvaged.message(to).to_string(self.language))
    }

    pub(super) fn restore(&self, from: &Path) -> Result {
        let passphrase = self.passphrase()?;
        let backups = self.backups()?;
        let kept = backup::restore(self.path()?, from, passphrase.as_ref(), &backups, self.now)?;
        match kept {
            Some(kept) => self.said("cli-restored-kept", &kept),
            None => self.said("cli-restored", self.path()?),
        }
    }

    pub(super) fn list_backups(&self, json: bool) -> Result {
        let list = self.open()?.list_backups(&self.backups()?)?;
        if json {
            return print_json(&list);
        }
        let line = |backup: &Backup| {
            let path = backup.path.display();
            match backup.contents {
                Some(contents) => format!(
                    "{}\t{}\t{}\t{}\t{}\t{path}",
                    backup.at, contents.organizations, contents.people, contents.letters, contents.confirmed
                ),
                None => format!("{}\t\t\t\t\t{path}", backup.at),
            }
        };
        print_lines(list.iter().map(line))
    }

    fn said(&self, id: &'static str, file: &Path) -> Result {
        let message = Message::new(id).text("file", file.display().to_string());
        print(&message.to_string(self.language))
    }
}

/// Reads a passphrase from a file or from standard input: its first line.
fn read_passphrase(file: &Path) -> Result<Passphrase> {
    let path: PathBuf = file.to_path_buf();
    let bytes = read_bytes(&path.to_string_lossy(), LONGEST_PASSPHRASE_FILE)?;
    let text = String::from_utf8(bytes).map_err(|_| Error::rule(Message::new("cli-passphrase-text")))?;
    Ok(Passphrase::new(text.lines().next().unwrap_or_default())?)
}
