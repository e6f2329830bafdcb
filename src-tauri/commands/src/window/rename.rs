//! Another name for the open file, in the folder where it is.

use undersigned_core::coalition::EXTENSION;
use undersigned_core::{Coalition, Error, Message};
use wire::WireError;

use crate::Answer;
use crate::window::Window;

impl Window {
    /// Gives the open file another name in its folder; it is closed for that moment.
    pub(crate) fn rename(&self, name: &str) -> Answer<()> {
        let language = self.language();
        let name = name.trim();
        let name = name.strip_suffix(&format!(".{EXTENSION}")).unwrap_or(name);
        let bad = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
        if name.is_empty() || name.len() > 120 || name.starts_with('.') || name.contains(bad) {
            return Err(self.say(&Error::field("name", Message::new("error-file-name"))));
        }
        let mut held = self.hold();
        if held.sample.is_some() {
            return Err(WireError::new(
                &Error::rule(Message::new("error-sample-renamed")),
                language,
            ));
        }
        let Some(coalition) = held.coalition.take() else {
            return Err(held.no_file(language));
        };
        let (from, key) = (coalition.path().to_path_buf(), coalition.key().cloned());
        let to = from.with_file_name(format!("{name}.{EXTENSION}"));
        let in_place = coalition.is_in_place();
        drop(coalition);
        held.opened += 1;
        let renamed = if !in_place {
            Err(Error::FileMoved(from.clone()))
        } else if to.exists() && to != from {
            Err(Error::FileExists(to.clone()))
        } else {
            std::fs::rename(&from, &to).map_err(|error| Error::file(&to, error))
        };
        let path = if renamed.is_ok() { &to } else { &from };
        let opened = Coalition::open_with(path, key).map_err(|error| WireError::new(&error, language));
        if let Err(error) = &opened {
            held.failure = Some(error.clone());
        }
        drop(held);
        if renamed.is_ok() && to != from {
            self.app.backups_of(&from).follow(&self.app.backups_of(&to));
            self.app.note_renamed(&from, &to);
            // It is kept under the old path; the person says again that it is to be.
            self.host.drop_secret(&from);
        }
        self.replace(opened?, None);
        renamed.map_err(|error| self.say(&error))
    }
}
