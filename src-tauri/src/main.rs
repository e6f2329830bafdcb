//! The desktop app: the window, Tauri's plugins, and the way from the page to the commands. What the page may ask for is
//! in `undersigned-commands`; what a command asks of the desktop is in `desktop.rs`.
#![cfg_attr(all(not(debug_assertions), windows), windows_subsystem = "windows")]

mod desktop;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tauri::ipc::{Invoke, InvokeBody, InvokeError, InvokeResponseBody};
use tauri::{AppHandle, DragDropEvent, Emitter, Manager, WindowEvent};
use undersigned_commands::{App, Clock, Host, Places, Window};

use desktop::Desktop;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The window that the program starts with.
const MAIN: &str = "main";

fn main() {
    #[cfg(target_os = "linux")]
    restart_with_safe_renderer();
    undersigned_commands::switch_off_dumps();
    let context = tauri::generate_context!();
    let built = tauri::Builder::default()
        // First, as its documentation asks: a second start hands its file over and ends.
        .plugin(tauri_plugin_single_instance::init(|handle, arguments, folder| {
            started_again(handle, file_argument(arguments, folder.as_ref()));
        }))
        .plugin(start())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .setup(|tauri| {
            let paths = tauri.path();
            let places = Places {
                data: paths.app_data_dir()?,
                config: paths.app_config_dir()?,
                cache: paths.app_cache_dir()?,
                documents: paths.document_dir().ok(),
            };
            let app = Arc::new(App::start(places, Clock::System));
            tauri.manage(Arc::clone(&app));
            let folder = std::env::current_dir().unwrap_or_default();
            let asked = file_argument(std::env::args().collect(), &folder);
            if let Some(file) = asked {
                app.plan_file(MAIN, file);
            }
            // The file is opened while the web view starts; what the page asks for meanwhile waits for it.
            let handle = tauri.handle().clone();
            std::thread::spawn(move || window(&handle, MAIN));
            Ok(())
        })
        .on_window_event(|tauri, event| match event {
            WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
                if let Some(window) = window(tauri.app_handle(), tauri.label()) {
                    window.note_dropped(paths);
                }
            }
            WindowEvent::Destroyed => {
                // A backup may be made, for which no other window waits; the program's end does.
                let app = Arc::clone(&tauri.state::<Arc<App>>());
                let label = tauri.label().to_owned();
                std::thread::spawn(move || app.close_window(&label));
            }
            _ => {}
        })
        .invoke_handler(run)
        .build(context);
    match built {
        Ok(app) => app.run(|handle, event| {
            if let tauri::RunEvent::Exit = event {
                handle.state::<Arc<App>>().close();
            }
        }),
        Err(error) => {
            eprintln!("Undersigned could not start: {error}");
            std::process::exit(1);
        }
    }
}

/// Asks what a page begins with before anything of the page is read: its scripts and the answer are then on their way side by side.
/// `host.ts` takes the answer.
fn start<R: tauri::Runtime>() -> tauri::plugin::TauriPlugin<R> {
    const ASK: &str = "window.undersignedStart = window.__TAURI_INTERNALS__.invoke('get_start');
        window.undersignedStart.catch(() => undefined);";
    tauri::plugin::Builder::new("start").js_init_script(ASK).build()
}

/// What a window holds; made with the first thing that is asked of it. None when it is closed.
fn window(handle: &AppHandle, label: &str) -> Option<Arc<Window>> {
    handle.state::<Arc<App>>().window_or_open(label, || {
        let window = handle.get_webview_window(label)?;
        Some(Box::new(Desktop { window }))
    })
}

/// Shows what a second start of the program was asked for: the window that has the file open, or else a window that opens it,
/// the main one while there is one.
fn started_again(handle: &AppHandle, file: Option<PathBuf>) {
    let windows = handle.webview_windows();
    let Some((label, any)) = windows.get_key_value(MAIN).or_else(|| windows.iter().next()) else {
        return;
    };
    let open = file
        .as_ref()
        .and_then(|file| handle.state::<Arc<App>>().window_with(file));
    if let Some(path) = file
        && open.is_none()
        && let Some(window) = window(handle, label)
        && window.open_file(&path).is_ok()
        && let Ok(state) = window.state()
    {
        // The page may be gone already; then there is nobody to tell.
        let _ = handle.emit_to(label.as_str(), "coalition-changed", state);
    }
    let shown = open.as_deref().unwrap_or(label);
    Desktop { window: any.clone() }.show_window(shown);
}

/// Runs a command of the page, off the window's own thread and off those that must never wait. Its thread is its own, since a command that
/// takes long lowers its priority for good.
fn run(invoke: Invoke) -> bool {
    let Invoke {
        message, resolver, ..
    } = invoke;
    std::thread::spawn(move || {
        let webview = message.webview_ref();
        let arguments = match message.payload() {
            InvokeBody::Json(arguments) => arguments.clone(),
            InvokeBody::Raw(_) => serde_json::Value::Null,
        };
        let Some(window) = window(webview.app_handle(), webview.label()) else {
            return;
        };
        let answer = undersigned_commands::call(&window, message.command(), arguments);
        resolver.respond(answer.map(InvokeResponseBody::Json).map_err(InvokeError::from));
    });
    true
}

/// The coalition that a start of the program names, if any: the first argument that is no option.
fn file_argument(arguments: Vec<String>, folder: &Path) -> Option<PathBuf> {
    let file = arguments
        .into_iter()
        .skip(1)
        .find(|argument| !argument.starts_with('-') && !argument.is_empty())?;
    Some(folder.join(file))
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
