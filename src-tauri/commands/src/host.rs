//! What only a desktop can do for a command.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use base::progress::Progress;
use zeroize::Zeroizing;

/// Where a command runs: one for each window. A dialog blocks the command until the person answers.
pub trait Host: Send + Sync {
    /// Asks for a file that is there. None when the person cancels.
    fn pick_file(&self, kinds: &[FileKind]) -> Option<PathBuf>;

    /// Asks where to write a file. None when the person cancels.
    fn pick_destination(&self, dialog: &SaveAs) -> Option<PathBuf>;

    /// Asks for a folder. None when the person cancels.
    fn pick_folder(&self) -> Option<PathBuf>;

    /// Puts a text on the clipboard, and with it the same as HTML where there is one.
    ///
    /// # Errors
    /// That the clipboard can't be reached.
    fn copy(&self, text: &str, html: Option<&str>) -> Result<(), HostError>;

    /// Empties the clipboard when this text is still on it.
    fn clear_copied(&self, text: &str);

    /// Opens a file in the system's own program for it.
    ///
    /// # Errors
    /// That there is no program for it.
    fn open_file(&self, path: &Path) -> Result<(), HostError>;

    /// Opens an address, `mailto:` or `https:`, in the system's own program for it.
    ///
    /// # Errors
    /// That there is no program for it.
    fn open_address(&self, address: &str) -> Result<(), HostError>;

    /// Opens the system's print dialog for the page as it stands.
    ///
    /// # Errors
    /// That there is no printing here.
    fn print(&self) -> Result<(), HostError>;

    /// Opens another window; see [`crate::App::plan_window`] for its name.
    ///
    /// # Errors
    /// That there can be none.
    fn open_window(&self, label: &str) -> Result<(), HostError>;

    /// Brings a window that is open to the front.
    fn show_window(&self, label: &str);

    /// Lets the system's keychain keep the passphrase of a file.
    ///
    /// # Errors
    /// That there is no keychain here, or that it refuses.
    fn keep_secret(&self, _file: &Path, _secret: &str) -> Result<(), HostError> {
        Err(HostError)
    }

    /// The passphrase of a file that the keychain keeps.
    ///
    /// # Errors
    /// That there is none.
    fn kept_secret(&self, _file: &Path) -> Result<Zeroizing<String>, HostError> {
        Err(HostError)
    }

    /// Takes the passphrase of a file out of the keychain, if it is there.
    fn drop_secret(&self, _file: &Path) {}

    /// Lets whatever paints the window go before the thread that calls this, until it ends: what it does takes long.
    fn give_way(&self) {}

    /// The way to tell the page how far a command is, from what the page passed as its argument `progress`.
    fn progress(&self, argument: &serde_json::Value) -> OnProgress;
}

/// Nobody's desktop: every dialog is cancelled, and nothing else works.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoDesktop;

impl Host for NoDesktop {
    fn pick_file(&self, _: &[FileKind]) -> Option<PathBuf> {
        None
    }

    fn pick_destination(&self, _: &SaveAs) -> Option<PathBuf> {
        None
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }

    fn copy(&self, _: &str, _: Option<&str>) -> Result<(), HostError> {
        Err(HostError)
    }

    fn clear_copied(&self, _: &str) {}

    fn open_file(&self, _: &Path) -> Result<(), HostError> {
        Err(HostError)
    }

    fn open_address(&self, _: &str) -> Result<(), HostError> {
        Err(HostError)
    }

    fn print(&self) -> Result<(), HostError> {
        Err(HostError)
    }

    fn open_window(&self, _: &str) -> Result<(), HostError> {
        Err(HostError)
    }

    fn show_window(&self, _: &str) {}

    fn progress(&self, _: &serde_json::Value) -> OnProgress {
        Box::new(|_| {})
    }
}

/// Tells the page how far a command is.
pub type OnProgress = Box<dyn Fn(Progress) + Send>;

/// The desktop could not do it. Which sentence the person reads is the command's to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HostError;

/// A kind of file that a dialog offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileKind {
    /// What the person reads.
    pub name: &'static str,
    /// The ends of the files' names, without the dot.
    pub endings: Cow<'static, [&'static str]>,
}

impl FileKind {
    /// Files whose names end so.
    pub const fn of(name: &'static str, endings: &'static [&'static str]) -> Self {
        Self {
            name,
            endings: Cow::Borrowed(endings),
        }
    }
}

/// A dialog that asks where to write a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SaveAs {
    /// The name that is offered.
    pub name: String,
    /// Where the dialog begins; wherever the system likes when None.
    pub folder: Option<PathBuf>,
    /// What the file may be.
    pub kinds: Vec<FileKind>,
}

impl SaveAs {
    /// A dialog that offers a name.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// With a kind of file that it offers.
    #[must_use]
    pub fn kind(mut self, kind: FileKind) -> Self {
        self.kinds.push(kind);
        self
    }
}
