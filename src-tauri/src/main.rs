//! The desktop app: the window around the core. What it remembers and which file is open is in `app.rs`; what the page
//! may ask for is in `commands.rs`.
#![cfg_attr(all(not(debug_assertions), windows), windows_subsystem = "windows")]

mod app;
mod commands;
mod import;
mod opening;

use tauri::{DragDropEvent, Emitter, Manager, WindowEvent};

use app::App;

fn main() {
    #[cfg(target_os = "linux")]
    restart_with_safe_renderer();
    let context = tauri::generate_context!();
    let built = tauri::Builder::default()
        // First, as its documentation asks: a second start hands its file over and ends.
        .plugin(tauri_plugin_single_instance::init(|handle, arguments, folder| {
            let app = handle.state::<App>();
            if let Some(path) = app::file_argument(arguments, folder.as_ref())
                && app.open_file(&path).is_ok()
                && let Ok(state) = app.state()
            {
                // The page may be gone already; then there is nobody to tell.
                let _ = handle.emit("coalition-changed", state);
            }
            if let Some(window) = handle.get_webview_window("main") {
                let _ = window.set_focus();
            }
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .setup(|tauri| {
            let folder = std::env::current_dir().unwrap_or_default();
            let asked = app::file_argument(std::env::args().collect(), &folder);
            tauri.manage(App::start(tauri.path(), asked)?);
            Ok(())
        })
        .on_window_event(|window, event| {
            if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
                window.state::<App>().note_dropped(paths);
            }
        })
        .invoke_handler(commands::handler())
        .build(context);
    match built {
        Ok(app) => app.run(|handle, event| {
            if let tauri::RunEvent::Exit = event {
                handle.state::<App>().close();
            }
        }),
        Err(error) => {
            eprintln!("Undersigned could not start: {error}");
            std::process::exit(1);
        }
    }
}

/// WebKitGTK's DMA-BUF renderer shows an empty window on some graphics cards; its other one works everywhere and is
/// fast enough. The variable must be set before the process starts, so the process starts itself again with it.
#[cfg(target_os = "linux")]
fn restart_with_safe_renderer() {
    use std::os::unix::process::CommandExt;
    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(VARIABLE).is_none()
        && let Ok(program) = std::env::current_exe()
    {
        // Returns only when it failed; then the window is tried as it is.
        let _ = std::process::Command::new(program)
            .args(std::env::args_os().skip(1))
            .env(VARIABLE, "1")
            .exec();
    }
}
