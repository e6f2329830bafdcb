//! The commands of what comes in: answers that are pasted, dropped, opened or found in a folder, and what is made of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use reading::mail::Mail;
use undersigned_core::answer::{Acceptance, MOST_ANSWERS, read_file, read_text};
use undersigned_core::{Error, Message, stored_file};
use vocabulary::Status;
use vocabulary::ids::SignOnId;
use wire::{AnswerView, Applied};

use crate::Answer;
use crate::host::FileKind;
use crate::outreach::sender;
use crate::window::Window;

/// The most files that are taken out of the folder at one look.
const MOST_FILES: usize = 200;

/// What was answered moves into this folder within the one that is looked into.
const FILED: &str = "filed";

/// The answers that wait in a window until each is accepted or set aside.
#[derive(Default)]
pub struct AnswersWaiting(Mutex<Held>);

#[derive(Default)]
struct Held {
    waiting: Vec<Waiting>,
    /// Files of the folder that could not be read or moved: they are not tried again.
    passed: BTreeSet<PathBuf>,
}

/// An answer that waits.
struct Waiting {
    mail: Mail,
    /// The bytes that it came in.
    content: Vec<u8>,
    /// The file of the folder that it came from.
    file: Option<PathBuf>,
}

impl AnswersWaiting {
    fn hold(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets go of all of them.
    pub fn clear(&self) {
        *self.hold() = Held::default();
    }
}

impl Held {
    fn add(&mut self, read: Vec<(Mail, Vec<u8>)>, file: Option<&Path>) {
        let room = MOST_ANSWERS.saturating_sub(self.waiting.len());
        self.waiting
            .extend(read.into_iter().take(room).map(|(mail, content)| Waiting {
                mail,
                content,
                file: file.map(Path::to_owned),
            }));
    }

    /// Takes an answer off those that wait. The file that it came from is filed with the last of its answers.
    fn settle(&mut self, number: usize) {
        if number >= self.waiting.len() {
            return;
        }
        let Some(file) = self.waiting.remove(number).file else {
            return;
        };
        if self.waiting.iter().any(|one| one.file.as_ref() == Some(&file)) {
            return;
        }
        if move_to_filed(&file).is_err() {
            self.passed.insert(file);
        }
    }
}

/// Moves a file into the folder of those that were answered, under a name that is free there.
fn move_to_filed(file: &Path) -> std::io::Result<()> {
    let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else {
        return Ok(());
    };
    let filed = folder.join(FILED);
    fs::create_dir_all(&filed)?;
    let name = PathBuf::from(name);
    let mut to = filed.join(&name);
    let mut number = 1;
    while to.exists() {
        number += 1;
        let stem = name.file_stem().unwrap_or_default().to_string_lossy();
        let end = name.extension().unwrap_or_default().to_string_lossy();
        to = filed.join(format!("{stem} {number}.{end}"));
    }
    fs::rename(file, to)
}

// The folder -----------------------------------------------------------------------------------------------------

/// The folder that is looked into for answers; none when there is none.
pub fn get_answers_folder(window: &Window) -> Answer<Option<String>> {
    Ok(window
        .app()
        .answers_folder()
        .map(|folder| folder.display().to_string()))
}

/// Asks for the folder that is looked into for answers. Gives the one that it is now.
pub fn choose_answers_folder(window: &Window) -> Answer<Option<String>> {
    if let Some(folder) = window.host().pick_folder() {
        window.app().set_answers_folder(Some(folder));
    }
    get_answers_folder(window)
}

/// Looks into no folder any longer.
pub fn leave_answers_folder(window: &Window) -> Answer<()> {
    window.app().set_answers_folder(None);
    Ok(())
}

/// Looks into the folder for messages that are new there, and takes them in behind the answers that wait. Gives how many came. A
/// file is moved aside only when all of its answers were accepted or set aside, so that none is lost with the window.
pub fn look_for_answers(window: &Window) -> Answer<usize> {
    let Some(folder) = window.app().answers_folder() else {
        return Ok(0);
    };
    if !window.is_any_open() {
        return Ok(0);
    }
    let mut held = window.answers.hold();
    let before = held.waiting.len();
    for file in messages_in(&folder) {
        if held.passed.contains(&file) || held.waiting.iter().any(|one| one.file.as_ref() == Some(&file)) {
            continue;
        }
        let read = stored_file::read(&file).and_then(|content| read_file(&content));
        match read {
            Ok(read) if !read.is_empty() => held.add(read, Some(&file)),
            _ => {
                held.passed.insert(file);
            }
        }
    }
    Ok(held.waiting.len() - before)
}

/// The files of messages in a folder, by name; links and what lies deeper are left alone.
fn messages_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let is_message = |path: &Path| {
        path.extension().is_some_and(|end| {
            ["eml", "mbox", "msg"]
                .iter()
                .any(|known| end.eq_ignore_ascii_case(known))
        })
    };
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .map(|entry| entry.path())
        .filter(|path| is_message(path))
        .collect();
    files.sort();
    files.truncate(MOST_FILES);
    files
}

// Answers that wait ------------------------------------------------------------------------------------------------

/// Takes in a text that was pasted, behind the answers that wait. Gives back all that wait.
pub fn add_answer_text(window: &Window, text: String) -> Answer<Vec<AnswerView>> {
    add(window, read_text(&text))
}

/// Takes in a file that was dropped on the window.
pub fn add_answers_at(window: &Window, path: PathBuf) -> Answer<Vec<AnswerView>> {
    let path = window.take_dropped(&path)?;
    let content = stored_file::read(&path).map_err(|error| window.say(&error))?;
    add(window, read_file(&content).map_err(|error| window.say(&error))?)
}

/// Asks for a file of answers, and takes it in.
pub fn add_answers(window: &Window) -> Answer<Option<Vec<AnswerView>>> {
    const MAIL: FileKind = FileKind::of("mail", &["eml", "mbox", "msg", "txt"]);
    let Some(path) = window.host().pick_file(&[MAIL]) else {
        return Ok(None);
    };
    let content = stored_file::read(&path).map_err(|error| window.say(&error))?;
    let read = read_file(&content).or_else(|error| match std::str::from_utf8(&content) {
        Ok(text) if !text.trim().is_empty() => Ok(read_text(text)),
        _ => Err(error),
    });
    add(window, read.map_err(|error| window.say(&error))?).map(Some)
}

fn add(window: &Window, read: Vec<(Mail, Vec<u8>)>) -> Answer<Vec<AnswerView>> {
    window.answers.hold().add(read, None);
    list_answers(window)
}

/// The answers that wait, as they are understood now.
pub fn list_answers(window: &Window) -> Answer<Vec<AnswerView>> {
    let own = sender(window).email;
    let held = window.answers.hold();
    window.ask_now(|coalition, language, now| {
        let mut views = Vec::new();
        for (number, one) in held.waiting.iter().enumerate() {
            let answer = coalition.understand(&one.mail, &[&own], now)?;
            views.push(AnswerView::new(number, &answer, language));
        }
        Ok(views)
    })
}

/// Accepts an answer that waits; it waits no longer. Gives back the status that was set.
pub fn accept_answer(
    window: &Window,
    number: usize,
    acceptance: Acceptance,
) -> Answer<Applied<Option<Status>>> {
    let mut held = window.answers.hold();
    let Some(one) = held.waiting.get(number) else {
        return Err(window.say(&Error::rule(Message::new("answer-gone"))));
    };
    let applied = window.act(|coalition, now| {
        let change = coalition.accept_answer(&one.mail, &one.content, &acceptance, now)?;
        Ok(change.map(|accepted| accepted.status))
    })?;
    held.settle(number);
    Ok(applied)
}

/// Learns from a copy of one's own message that it was sent; it waits no longer.
pub fn learn_answer(window: &Window, number: usize, sign_on_id: SignOnId) -> Answer<Applied<()>> {
    let mut held = window.answers.hold();
    let Some(one) = held.waiting.get(number) else {
        return Err(window.say(&Error::rule(Message::new("answer-gone"))));
    };
    let applied = window.act(|coalition, now| coalition.learn_sent(&one.mail, sign_on_id, now))?;
    held.settle(number);
    Ok(applied)
}

/// Sets an answer aside: nothing is made of it.
pub fn drop_answer(window: &Window, number: usize) -> Answer<()> {
    window.answers.hold().settle(number);
    Ok(())
}
