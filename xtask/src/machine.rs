//! What the machine must have before anything can be built or tested, and how it gets it.
//!
//! On Debian and Ubuntu the missing packages are installed; elsewhere they are named. Node and Rust are never
//! installed: a person chooses where those come from.

use std::env;
use std::path::Path;
use std::process::Command;

use crate::shell::{Failure, Result, on_path, output_of, run};

/// What the machine is to be ready for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Compiling and starting the app.
    Build,
    /// Driving the window with nobody watching, too.
    Test,
    /// Having other programs open what the app writes, too.
    Documents,
    /// Sending by another mail program, too.
    Mail,
}

/// The oldest Node that the page's tools run on.
const NODE: (u32, u32) = (20, 19);

/// One thing that must be there, and the package that brings it in each family of Linux.
struct Need {
    name: &'static str,
    present: fn() -> bool,
    debian: &'static str,
    fedora: &'static str,
    arch: &'static str,
}

/// To compile: the web view, the cryptography of SQLCipher, and the C headers' reader that bindgen loads.
const FOR_BUILD: &[Need] = &[
    Need {
        name: "a C compiler",
        present: || on_path("cc"),
        debian: "build-essential",
        fedora: "gcc make",
        arch: "base-devel",
    },
    Need {
        name: "pkg-config",
        present: || on_path("pkg-config"),
        debian: "pkg-config",
        fedora: "pkgconf-pkg-config",
        arch: "pkgconf",
    },
    Need {
        name: "WebKitGTK 4.1",
        present: || has_library("webkit2gtk-4.1"),
        debian: "libwebkit2gtk-4.1-dev",
        fedora: "webkit2gtk4.1-devel",
        arch: "webkit2gtk-4.1",
    },
    Need {
        name: "OpenSSL",
        present: || has_library("openssl"),
        debian: "libssl-dev",
        fedora: "openssl-devel",
        arch: "openssl",
    },
    Need {
        name: "libclang",
        present: has_libclang,
        debian: "libclang-dev",
        fedora: "clang-devel",
        arch: "clang",
    },
];

/// To test the window: its driver, a display and a session bus of its own, and a reader of the clipboard.
const FOR_TEST: &[Need] = &[
    Need {
        name: "WebKitWebDriver",
        present: || on_path("WebKitWebDriver"),
        debian: "webkit2gtk-driver",
        fedora: "webkit2gtk-driver",
        arch: "webkit2gtk-4.1",
    },
    Need {
        name: "Xvfb",
        present: || on_path("Xvfb"),
        debian: "xvfb",
        fedora: "xorg-x11-server-Xvfb",
        arch: "xorg-server-xvfb",
    },
    Need {
        name: "dbus-daemon",
        present: || on_path("dbus-daemon"),
        debian: "dbus",
        fedora: "dbus-daemon",
        arch: "dbus",
    },
    Need {
        name: "xclip",
        present: || on_path("xclip"),
        debian: "xclip",
        fedora: "xclip",
        arch: "xclip",
    },
];

/// To open documents: a word processor, a reader of what it prints, and the keys to paste with.
const FOR_DOCUMENTS: &[Need] = &[
    Need {
        name: "LibreOffice",
        present: || on_path("lowriter") && on_path("localc"),
        debian: "libreoffice-writer libreoffice-calc fonts-liberation",
        fedora: "libreoffice-writer libreoffice-calc liberation-fonts",
        arch: "libreoffice-still ttf-liberation",
    },
    Need {
        name: "a font for Chinese names",
        present: has_chinese_font,
        debian: "fonts-droid-fallback fontconfig",
        fedora: "google-droid-sans-fonts fontconfig",
        arch: "noto-fonts-cjk fontconfig",
    },
    Need {
        name: "pdftotext",
        present: || on_path("pdftotext"),
        debian: "poppler-utils",
        fedora: "poppler-utils",
        arch: "poppler",
    },
    XDOTOOL,
];

/// To send and answer: a mail program, and the keys to send with.
const FOR_MAIL: &[Need] = &[
    Need {
        name: "Thunderbird",
        present: || on_path("thunderbird"),
        debian: "thunderbird",
        fedora: "thunderbird",
        arch: "thunderbird",
    },
    XDOTOOL,
];

/// Presses keys in other programs' windows.
const XDOTOOL: Need = Need {
    name: "xdotool",
    present: || on_path("xdotool"),
    debian: "xdotool",
    fedora: "xdotool",
    arch: "xdotool",
};

/// Makes the machine ready, or says exactly what is missing.
pub fn prepare(purpose: Purpose) -> Result {
    check_node()?;
    match env::consts::OS {
        "linux" => prepare_linux(purpose),
        "macos" => prepare_macos(),
        "windows" => prepare_windows(),
        other => {
            println!("xtask: {other} is not known here; a web view, OpenSSL and libclang must be there.");
            Ok(())
        }
    }
}

fn check_node() -> Result {
    let found = output_of("node", &["--version"]);
    let enough = found
        .as_deref()
        .and_then(version)
        .is_some_and(|version| version >= NODE);
    if enough && npm_present() {
        return Ok(());
    }
    let (major, minor) = NODE;
    Err(Failure::new(match found {
        Some(found) if !enough => {
            format!("Node {found} is too old: install Node {major}.{minor} or newer from nodejs.org.")
        }
        Some(_) => "npm is missing: install the npm that belongs to this Node.".to_owned(),
        None => format!("Node is missing: install Node {major}.{minor} or newer, with npm, from nodejs.org."),
    }))
}

fn npm_present() -> bool {
    if cfg!(windows) {
        output_of("npm.cmd", &["--version"]).is_some()
    } else {
        on_path("npm")
    }
}

fn prepare_linux(purpose: Purpose) -> Result {
    let needs = || {
        let more: &[&[Need]] = match purpose {
            Purpose::Build => &[],
            Purpose::Test => &[FOR_TEST],
            Purpose::Documents => &[FOR_TEST, FOR_DOCUMENTS],
            Purpose::Mail => &[FOR_TEST, FOR_MAIL],
        };
        FOR_BUILD.iter().chain(more.iter().copied().flatten())
    };
    let missing: Vec<&Need> = needs().filter(|need| !(need.present)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|need| need.name).collect();
    println!("xtask: missing on this machine: {}.", names.join(", "));
    if !on_path("apt-get") {
        return Err(Failure::new(advice(&missing)));
    }
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.debian.split(' ')).collect();
    install_by_apt(&packages)?;
    match needs().find(|need| !(need.present)()) {
        Some(need) => Err(Failure::new(format!(
            "{} is still missing after installing {}.",
            need.name, need.debian
        ))),
        None => Ok(()),
    }
}

fn install_by_apt(packages: &[&str]) -> Result {
    let by_hand = format!(
        "apt-get update && apt-get install -y --no-install-recommends {}",
        packages.join(" ")
    );
    let is_root = output_of("id", &["-u"]).as_deref() == Some("0");
    if !is_root && !on_path("sudo") {
        return Err(Failure::new(format!(
            "run this as root, then try again: {by_hand}"
        )));
    }
    println!("xtask: {}{by_hand}", if is_root { "" } else { "through sudo: " });
    let apt = |arguments: &[&str]| {
        let mut command = if is_root {
            Command::new("env")
        } else {
            Command::new("sudo")
        };
        if !is_root {
            command.arg("env");
        }
        run(command
            .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"])
            .args(arguments))
    };
    apt(&["update"])?;
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(packages);
    apt(&install)
}

/// What to install where `xtask` does not do it.
fn advice(missing: &[&Need]) -> String {
    let of = |package: fn(&Need) -> &'static str| {
        missing
            .iter()
            .map(|need| package(need))
            .collect::<Vec<_>>()
            .join(" ")
    };
    format!(
        "install these, then try again:\n  Fedora:           sudo dnf install {}\n  Arch:             sudo pacman -S --needed {}\n  \
         Debian's names:   {}",
        of(|need| need.fedora),
        of(|need| need.arch),
        of(|need| need.debian),
    )
}

/// Whether a browser has a shape for each sign of a name like 桂; without one it prints a box, and a document is red for no fault.
fn has_chinese_font() -> bool {
    output_of("fc-list", &[":lang=zh"]).is_some_and(|fonts| !fonts.is_empty())
}

fn has_library(name: &str) -> bool {
    output_of("pkg-config", &["--exists", name]).is_some()
}

/// Looks where bindgen's loader looks: its own variable, the folders of LLVM, the system's libraries.
fn has_libclang() -> bool {
    let holds = |folder: &Path| {
        let Ok(entries) = folder.read_dir() else {
            return false;
        };
        entries.flatten().any(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with("libclang") && !name.starts_with("libclang-cpp") && name.contains(".so")
        })
    };
    if env::var_os("LIBCLANG_PATH").is_some_and(|path| holds(Path::new(&path))) {
        return true;
    }
    let below = |folder: &str, part: &str| {
        let entries = Path::new(folder).read_dir().into_iter().flatten().flatten();
        entries
            .map(|entry| entry.path().join(part))
            .any(|path| holds(&path))
    };
    ["/usr/lib", "/usr/lib64", "/usr/local/lib"]
        .iter()
        .any(|folder| holds(Path::new(folder)))
        || below("/usr/lib", "lib")
        || below("/usr/lib", "")
}

fn prepare_macos() -> Result {
    if output_of("xcode-select", &["-p"]).is_none() {
        return Err(Failure::new(
            "the Xcode command line tools are missing: xcode-select --install",
        ));
    }
    let openssl = ["/opt/homebrew/opt/openssl@3", "/usr/local/opt/openssl@3"];
    let found = env::var_os("OPENSSL_DIR").is_some()
        || openssl.iter().any(|folder| Path::new(folder).is_dir())
        || has_library("openssl");
    if found {
        Ok(())
    } else {
        Err(Failure::new("OpenSSL is missing: brew install openssl@3"))
    }
}

fn prepare_windows() -> Result {
    let clang = env::var_os("LIBCLANG_PATH").is_some()
        || on_path("clang")
        || Path::new(r"C:\Program Files\LLVM\bin").is_dir();
    let perl = on_path("perl");
    let missing: Vec<&str> = [
        (clang, "LLVM (winget install LLVM.LLVM)"),
        (
            perl,
            "Perl, to build OpenSSL (winget install StrawberryPerl.StrawberryPerl)",
        ),
    ]
    .into_iter()
    .filter_map(|(present, name)| (!present).then_some(name))
    .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "install these, then try again: {}. Windows 10 also needs the WebView2 runtime.",
        missing.join("; ")
    )))
}

/// The first two numbers of `v20.19.4`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text
        .trim()
        .trim_start_matches('v')
        .split('.')
        .map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

/// Whether a window can be shown to somebody.
pub fn has_display() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_compared_by_its_numbers() {
        assert_eq!(version("v20.19.4\n"), Some((20, 19)));
        assert!(version("v20.9.0") < Some(NODE));
        assert!(version("v22.0.0") >= Some(NODE));
        assert_eq!(version("node"), None);
    }

    #[test]
    fn the_advice_names_a_package_for_each_thing_that_is_missing() {
        let missing: Vec<&Need> = FOR_BUILD
            .iter()
            .filter(|need| need.name == "OpenSSL" || need.name == "libclang")
            .collect();
        let advice = advice(&missing);
        assert!(
            advice.contains("dnf install openssl-devel clang-devel"),
            "{advice}"
        );
        assert!(advice.contains("libssl-dev libclang-dev"), "{advice}");
    }
}
