//! The commands of the system's keychain, which keeps the passphrase of a file for who wants that. Which files it keeps one for is
//! remembered beside the settings, so that the keychain is asked only when somebody asks for it.

use base::passphrase::Passphrase;
use undersigned_core::{Coalition, Error, Message};
use wire::AppState;

use crate::Answer;
use crate::locked::waiting_path;
use crate::window::Window;

/// Whether the keychain keeps the passphrase of the open file.
pub fn is_passphrase_kept(window: &Window) -> Answer<bool> {
    window.ask(|coalition, _| Ok(window.app().is_passphrase_kept(coalition.path())))
}

/// Lets the keychain keep the passphrase of the open file, or takes it out of it. Gives whether it is kept.
///
/// # Errors
/// A rule when the file is not locked, or when there is no keychain here.
pub fn keep_passphrase(window: &Window, keep: bool) -> Answer<bool> {
    let (path, key) = window.ask(|coalition, _| {
        let not_locked = || Error::rule(Message::new("error-not-locked"));
        let key = coalition.key().cloned().ok_or_else(not_locked)?;
        Ok((coalition.path().to_path_buf(), key))
    })?;
    if keep {
        let kept = window.host().keep_secret(&path, key.text());
        kept.map_err(|_| no_keychain(window))?;
    } else {
        window.host().drop_secret(&path);
    }
    window.app().note_passphrase_kept(&path, keep);
    Ok(keep)
}

/// Opens the locked file that waits with the passphrase that the keychain keeps.
///
/// # Errors
/// A rule when the keychain has none or can't be asked; `wrong-passphrase`. It waits on.
pub fn unlock_kept(window: &Window) -> Answer<AppState> {
    let path = waiting_path(window)?;
    let say = |error: Error| window.say(&error);
    let kept = window
        .host()
        .kept_secret(&path)
        .map_err(|_| no_keychain(window))?;
    let key = Passphrase::new(&kept).map_err(say)?;
    drop(kept);
    let coalition = Coalition::open_with(&path, Some(key)).map_err(say)?;
    window.replace(coalition, None);
    window.state()
}

/// Keeps the new passphrase where the old one was kept, and none of a file that has none.
pub(crate) fn follow_passphrase(window: &Window) -> Answer<()> {
    if !is_passphrase_kept(window)? {
        return Ok(());
    }
    let locked = window.ask(|coalition, _| Ok(coalition.is_locked()))?;
    if locked {
        return keep_passphrase(window, true).map(drop);
    }
    let path = window.ask(|coalition, _| Ok(coalition.path().to_path_buf()))?;
    window.host().drop_secret(&path);
    window.app().note_passphrase_kept(&path, false);
    Ok(())
}

fn no_keychain(window: &Window) -> wire::WireError {
    window.say(&Error::rule(Message::new("error-no-keychain")))
}
