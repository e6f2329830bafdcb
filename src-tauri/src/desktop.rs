//! What a command asks of the desktop: Tauri's dialogs, clipboard, printing and channels, and the system's opener.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use tauri::ipc::{Channel, JavaScriptChannelId};
use tauri::utils::config::WindowConfig;
use tauri::{Manager, WebviewWindow, WebviewWindowBuilder};
use tauri_plugin_clipboard_manager::ClipboardExt;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use undersigned_commands::{FileKind, Host, HostError, OnProgress, SaveAs, hand_over};
use zeroize::Zeroizing;

/// The desktop around one window.
pub struct Desktop {
    pub window: WebviewWindow,
}

impl Desktop {
    fn dialog(&self, kinds: &[FileKind]) -> FileDialogBuilder<tauri::Wry> {
        let dialog = self.window.dialog().file();
        kinds
            .iter()
            .fold(dialog, |dialog, kind| dialog.add_filter(kind.name, &kind.endings))
    }
}

/// Where the system's keychain keeps the passphrase of a file.
fn entry(file: &Path) -> Result<keyring::Entry, HostError> {
    keyring::Entry::new("Undersigned", &file.to_string_lossy()).map_err(|_| HostError)
}

impl Host for Desktop {
    fn pick_file(&self, kinds: &[FileKind]) -> Option<PathBuf> {
        path(self.dialog(kinds).blocking_pick_file())
    }

    fn pick_destination(&self, dialog: &SaveAs) -> Option<PathBuf> {
        let mut builder = self.dialog(&dialog.kinds).set_file_name(&dialog.name);
        if let Some(folder) = &dialog.folder {
            builder = builder.set_directory(folder);
        }
        path(builder.blocking_save_file())
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        path(self.window.dialog().file().blocking_pick_folder())
    }

    fn clear_copied(&self, text: &str) {
        let clipboard = self.window.clipboard();
        // Some systems end lines in their own way.
        let ours = clipboard
            .read_text()
            .is_ok_and(|now| now.lines().eq(text.lines()));
        if ours {
            let _ = clipboard.clear();
        }
    }

    fn copy(&self, text: &str, html: Option<&str>) -> Result<(), HostError> {
        let clipboard = self.window.clipboard();
        let copied = match html {
            Some(html) => clipboard.write_html(html, Some(text)),
            None => clipboard.write_text(text),
        };
        copied.map_err(|_| HostError)
    }

    fn keep_secret(&self, file: &Path, secret: &str) -> Result<(), HostError> {
        entry(file)?.set_password(secret).map_err(|_| HostError)
    }

    fn kept_secret(&self, file: &Path) -> Result<Zeroizing<String>, HostError> {
        let secret = entry(file)?.get_password().map_err(|_| HostError)?;
        Ok(Zeroizing::new(secret))
    }

    fn drop_secret(&self, file: &Path) {
        // Without a keychain there is nothing to take out of it.
        let _ = entry(file).map(|entry| entry.delete_credential());
    }

    fn open_file(&self, path: &Path) -> Result<(), HostError> {
        start(path.as_os_str()).map_err(|_| HostError)
    }

    fn open_address(&self, address: &str) -> Result<(), HostError> {
        // Whatever made it: only what opens a message or a page is handed to the system.
        if !["mailto:", "https://"]
            .iter()
            .any(|scheme| address.starts_with(scheme))
        {
            return Err(HostError);
        }
        start(OsStr::new(address)).map_err(|_| HostError)
    }

    fn print(&self) -> Result<(), HostError> {
        self.window.print().map_err(|_| HostError)
    }

    fn open_window(&self, label: &str) -> Result<(), HostError> {
        let handle = self.window.app_handle();
        let config = handle.config().app.windows.first().ok_or(HostError)?;
        let config = WindowConfig {
            label: label.to_owned(),
            ..config.clone()
        };
        WebviewWindowBuilder::from_config(handle, &config)
            .and_then(WebviewWindowBuilder::build)
            .map(drop)
            .map_err(|_| HostError)
    }

    fn show_window(&self, label: &str) {
        if let Some(window) = self.window.get_webview_window(label) {
            let _ = window.unminimize();
            let _ = window.set_focus();
        }
    }

    fn give_way(&self) {
        undersigned_commands::lower_priority();
    }

    fn progress(&self, argument: &serde_json::Value) -> OnProgress {
        let id: Option<JavaScriptChannelId> = argument.as_str().and_then(|id| id.parse().ok());
        let channel: Option<Channel<_>> = id.map(|id| id.channel_on(self.window.as_ref().clone()));
        Box::new(move |so_far| {
            if let Some(channel) = &channel {
                // A page that is gone needs no progress; the work ends by itself.
                let _ = channel.send(so_far);
            }
        })
    }
}

fn path(chosen: Option<FilePath>) -> Option<PathBuf> {
    chosen.and_then(|path| path.into_path().ok())
}

/// Hands a file or an address to the system. No shell reads it.
fn start(what: &OsStr) -> std::io::Result<()> {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        // Not the shell's `start`, which would read a name as more than a name.
        let mut command = Command::new("rundll32.exe");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else {
        Command::new("xdg-open")
    };
    command.arg(what);
    hand_over(command)
}
