//! Every way in which something is not done, and the sentence that says so.
//!
//! A kind of its own only where somebody branches on it: the window (which field to mark, whether to offer another
//! file) or the command line. All other broken rules are [`Error::Rule`] with the message that explains them.

use std::path::{Path, PathBuf};

use crate::messages::{Language, Message};

/// The core's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something was not done. Nothing was written when one of these comes back.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A rule of the domain does not allow it. `field` names the input to mark, as the window names it.
    #[error("{}", self.sentence(Language::English))]
    Rule {
        /// What is wrong and what to do.
        message: Message,
        /// The field of the form that is wrong.
        field: Option<&'static str>,
    },
    /// Nothing answers to this name or id.
    #[error("{}", self.sentence(Language::English))]
    NotFound {
        /// Message id of the kind of thing, such as `letter`.
        what: &'static str,
        /// What was asked for.
        reference: String,
    },
    /// Several things answer to this name.
    #[error("{}", self.sentence(Language::English))]
    Ambiguous {
        /// What was asked for.
        reference: String,
        /// The names it could mean.
        candidates: Vec<String>,
    },
    /// There is nothing to undo, or nothing to redo.
    #[error("{}", self.sentence(Language::English))]
    NothingLeft {
        /// True when redo was asked for.
        redo: bool,
    },
    /// The file is no coalition.
    #[error("{}", self.sentence(Language::English))]
    NotACoalition(PathBuf),
    /// The file is locked, and no passphrase was given.
    #[error("{}", self.sentence(Language::English))]
    Locked(PathBuf),
    /// The passphrase does not open the file; a file that is damaged at its beginning can't be told from that.
    #[error("{}", self.sentence(Language::English))]
    WrongPassphrase(PathBuf),
    /// The file was written by a newer version of the program.
    #[error("{}", self.sentence(Language::English))]
    FileTooNew(PathBuf),
    /// Another window or program has the file open.
    #[error("{}", self.sentence(Language::English))]
    InUse(PathBuf),
    /// There is no such file.
    #[error("{}", self.sentence(Language::English))]
    FileMissing(PathBuf),
    /// Another program moved, renamed or replaced the file while it was open.
    #[error("{}", self.sentence(Language::English))]
    FileMoved(PathBuf),
    /// A file stands where a new one was to be made.
    #[error("{}", self.sentence(Language::English))]
    FileExists(PathBuf),
    /// The file or its folder may not be written.
    #[error("{}", self.sentence(Language::English))]
    NotWritable(PathBuf),
    /// The disk is full.
    #[error("{}", self.sentence(Language::English))]
    DiskFull,
    /// What is in the file can't be read.
    #[error("{}", self.sentence(Language::English))]
    Damaged,
    /// The file that was to be opened is damaged.
    #[error("{}", self.sentence(Language::English))]
    DamagedFile(PathBuf),
    /// The person cancelled.
    #[error("{}", self.sentence(Language::English))]
    Cancelled,
    /// The system gave no random numbers.
    #[error("{}", self.sentence(Language::English))]
    NoRandomness,
    /// SQLite refused, for a reason that has no kind of its own.
    #[error("{}", self.sentence(Language::English))]
    Database(#[source] rusqlite::Error),
    /// The system refused, for a reason that has no kind of its own.
    #[error("{}", self.sentence(Language::English))]
    System(#[source] std::io::Error),
}

impl Error {
    /// Whether it says that a file is damaged.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged | Self::DamagedFile(_))
    }

    /// A rule of the domain that does not allow it.
    pub fn rule(message: Message) -> Self {
        Self::Rule { message, field: None }
    }

    /// A rule of the domain that a field of a form breaks.
    pub fn field(field: &'static str, message: Message) -> Self {
        Self::Rule {
            message,
            field: Some(field),
        }
    }

    /// What the system said about a file, as an error that names it.
    pub fn file(path: &Path, error: std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound => Self::FileMissing(path.to_path_buf()),
            Kind::AlreadyExists => Self::FileExists(path.to_path_buf()),
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::NotWritable(path.to_path_buf()),
            Kind::StorageFull | Kind::QuotaExceeded => Self::DiskFull,
            _ => Self::System(error),
        }
    }

    /// The word the window branches on.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Rule { .. } => "rule",
            Self::NotFound { .. } => "not-found",
            Self::Ambiguous { .. } => "ambiguous",
            Self::NothingLeft { .. } => "nothing-left",
            Self::NotACoalition(_) => "not-a-coalition",
            Self::Locked(_) => "locked",
            Self::WrongPassphrase(_) => "wrong-passphrase",
            Self::FileTooNew(_) => "file-too-new",
            Self::InUse(_) => "in-use",
            Self::FileMissing(_) => "file-missing",
            Self::FileMoved(_) => "file-moved",
            Self::FileExists(_) => "file-exists",
            Self::NotWritable(_) => "not-writable",
            Self::DiskFull => "disk-full",
            Self::Damaged | Self::DamagedFile(_) => "damaged",
            Self::Cancelled => "cancelled",
            Self::NoRandomness | Self::Database(_) | Self::System(_) => "system",
        }
    }

    /// The message behind the sentence.
    pub fn message(&self) -> Message {
        let about = |id, path: &Path| Message::new(id).text("file", path.display().to_string());
        match self {
            Self::Rule { message, .. } => message.clone(),
            Self::NotFound { what, reference } => Message::new("error-not-found")
                .text("what", *what)
                .text("reference", reference.clone()),
            Self::Ambiguous {
                reference,
                candidates,
            } => Message::new("error-ambiguous")
                .text("reference", reference.clone())
                .text("candidates", candidates.join("; ")),
            Self::NothingLeft { redo: false } => Message::new("error-nothing-to-undo"),
            Self::NothingLeft { redo: true } => Message::new("error-nothing-to-redo"),
            Self::NotACoalition(path) => about("error-not-a-coalition", path),
            Self::Locked(path) => about("error-locked", path),
            Self::WrongPassphrase(path) => about("error-wrong-passphrase", path),
            Self::FileTooNew(path) => about("error-file-too-new", path),
            Self::InUse(path) => about("error-in-use", path),
            Self::FileMissing(path) => about("error-file-missing", path),
            Self::FileMoved(path) => about("error-file-moved", path),
            Self::FileExists(path) => about("error-file-exists", path),
            Self::NotWritable(path) => about("error-not-writable", path),
            Self::DiskFull => Message::new("error-disk-full"),
            Self::Damaged => Message::new("error-damaged"),
            Self::DamagedFile(path) => about("error-damaged-file", path),
            Self::Cancelled => Message::new("error-cancelled"),
            Self::NoRandomness => Message::new("error-no-randomness"),
            Self::Database(error) => Message::new("error-database").text("detail", database_detail(error)),
            Self::System(error) => Message::new("error-system").text("detail", error.kind().to_string()),
        }
    }

    /// The same error, said of a field of what was entered. Only a rule names a field.
    #[must_use]
    pub fn in_field(self, field: &'static str) -> Self {
        match self {
            Self::Rule { message, .. } => Self::field(field, message),
            other => other,
        }
    }

    /// What happened and what to do, in the person's language.
    pub fn sentence(&self, language: Language) -> String {
        self.message().to_string(language)
    }
}

/// SQLite's own words, which hold no data: its messages can quote values, so only the result code is told.
fn database_detail(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(failure, _) => {
            rusqlite::ffi::code_to_str(failure.extended_code).to_owned()
        }
        rusqlite::Error::InvalidColumnType(..) | rusqlite::Error::FromSqlConversionFailure(..) => {
            "type".to_owned()
        }
        _ => "query".to_owned(),
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        // A page that is not as it was written.
        let code = error.sqlite_error().map(|error| error.extended_code);
        if code == Some(rusqlite::ffi::SQLITE_IOERR_DATA) {
            return Self::Damaged;
        }
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Self::DiskFull,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Damaged,
            _ => Self::Database(error),
        }
    }
}

/// The errors of the crates below name a message and its arguments; all of them are rules that the input breaks.
macro_rules! rules {
    ($($error:ty),* $(,)?) => {$(
        impl From<$error> for Error {
            fn from(error: $error) -> Self {
                let (id, arguments) = error.message();
                Self::rule(Message::with(id, arguments))
            }
        }
    )*};
}

rules!(
    reading::problem::FileError,
    reading::text::TextError,
    blocks::RenderError,
    blocks::docx::DocxError,
    blocks::xlsx::XlsxError,
);

impl From<vocabulary::UnknownWord> for Error {
    fn from(error: vocabulary::UnknownWord) -> Self {
        Self::rule(
            Message::new("error-word-unknown")
                .text("text", error.text)
                .text("words", error.words.join(", ")),
        )
    }
}

impl From<reading::source::NoSuchColumn> for Error {
    fn from(error: reading::source::NoSuchColumn) -> Self {
        Self::rule(
            Message::new("error-no-column")
                .text("heading", error.heading)
                .text("headings", error.headings.join(", ")),
        )
    }
}
