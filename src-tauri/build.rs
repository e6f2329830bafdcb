//! Reads `tauri.conf.json` and the capabilities, which lie beside the sources rather than beside the root manifest.

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    // The page is embedded into the binary, so a new page is a new binary.
    println!("cargo:rerun-if-changed=ui/dist");
    let attributes =
        tauri_build::Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/**/*");
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
