//! The app on a computer where it has never run.

use undersigned_tests::desktop::Desktop;
use undersigned_tests::window::{Start, Window};

#[test]
fn the_app_starts_and_shows_its_name() {
    let desktop = Desktop::start();
    let window = Window::open(&desktop, &Start::default());
    window.wait_for_text("Undersigned");
    assert_eq!(window.violations(), Vec::<String>::new());
}
