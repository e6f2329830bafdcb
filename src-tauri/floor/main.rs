//! A window of the same framework with nothing of ours in it: what `cargo xtask measure` compares the app with. The first argument names
//! its page, `blank` or `table`.
#![allow(
    clippy::expect_used,
    reason = "a tool of measurements that may stop with a message"
)]

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() {
    let page = std::env::args().nth(1).unwrap_or_else(|| "blank".to_owned());
    tauri::Builder::default()
        .setup(move |app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::App(format!("{page}.html").into()))
                .inner_size(1200.0, 800.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!("src-tauri/floor/tauri.conf.json"))
        .expect("a window can be opened");
}
