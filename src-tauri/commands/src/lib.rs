//! What the page may ask for: the state of the program and every command, without a desktop around them.
//!
//! [`App`] is the program, [`Window`] is what one window shows, and [`call`] runs a command by its name. What only a
//! desktop can do (dialogs, the clipboard, printing, opening a file in another program) is asked of a [`Host`]: Tauri in
//! the app, standard input and output in `undersigned-host`. No rule of the coalition lives here.

mod answers;
mod app;
mod backups;
mod block;
mod call;
mod contacts;
mod damage;
mod file;
mod host;
mod import;
mod imports;
mod keychain;
mod ledger;
mod letters;
mod locked;
mod opening;
mod outreach;
mod reads;
mod settings;
mod start;
mod window;

use wire::WireError;

pub use app::{App, Clock, Places};
pub use base::dumps::switch_off as switch_off_dumps;
pub use base::priority::lower as lower_priority;
pub use call::{COMMANDS, call};
pub use host::{FileKind, Host, HostError, NoDesktop, OnProgress, SaveAs};
pub use opening::hand_over;
pub use reads::call_noting_reads;
pub use window::Window;

/// The answer to a command: what was asked for, or a finished sentence.
pub type Answer<T> = Result<T, WireError>;
