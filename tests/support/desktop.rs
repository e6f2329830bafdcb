//! A desktop that only one test uses: an X server nobody sees, a session bus, a home folder, a clipboard.
//!
//! So tests can run side by side, and beside the person's own windows, and find no trace of each other. Each program
//! started here is ended here.

use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Longer than anything takes on a busy machine; reached only when something has gone wrong.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Asks until `question` answers, and ends the test when it has not within [`PATIENCE`].
///
/// `what` completes the sentence "waited in vain for ...".
pub fn wait_for<T>(what: &str, question: impl FnMut() -> Option<T>) -> T {
    wait_within(PATIENCE, what, question)
}

/// [`wait_for`] with another patience, for programs that are not ours.
pub fn wait_within<T>(patience: Duration, what: &str, mut question: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = question() {
            return answer;
        }
        assert!(start.elapsed() < patience, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A program that ends with the value that holds it.
#[derive(Debug)]
pub struct Running(Child);

impl Running {
    /// Starts `command`, with nothing on its input.
    pub fn start(command: &mut Command) -> Self {
        let program = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(Stdio::null()).spawn();
        Self(child.unwrap_or_else(|error| {
            panic!("{program} could not be started ({error}): `cargo xtask setup` installs what the window tests need")
        }))
    }

    /// Whether it has not ended by itself.
    pub fn is_alive(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }

    /// The first line it prints, for which it must have been started with a pipe.
    fn first_line(&mut self) -> String {
        let mut line = String::new();
        let output = self.0.stdout.take().expect("started with a pipe");
        BufReader::new(output)
            .read_line(&mut line)
            .expect("it prints text");
        line.trim().to_owned()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already, which is as good.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The desktop: see the module.
#[derive(Debug)]
pub struct Desktop {
    display: String,
    bus: String,
    // Dropped in this order: the home folder goes last.
    _bus: Running,
    _server: Running,
    home: TempDir,
}

impl Desktop {
    /// Starts one. Its screen has 1600 by 1000 pixels.
    pub fn start() -> Self {
        let home = tempfile::Builder::new()
            .prefix("undersigned-")
            .tempdir()
            .expect("a folder for temporary files");
        for folder in ["run", "data", "config", "cache", "state", "Documents", "bin"] {
            let folder = home.path().join(folder);
            fs::create_dir(&folder).expect("the home folder can be written");
            fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).expect("it is ours");
        }
        let log =
            |name: &str| fs::File::create(home.path().join(name)).expect("the home folder can be written");
        let mut server = Running::start(
            Command::new("Xvfb")
                .args([
                    "-displayfd",
                    "1",
                    "-screen",
                    "0",
                    "1600x1000x24",
                    "-nolisten",
                    "tcp",
                    "-noreset",
                ])
                .stdout(Stdio::piped())
                .stderr(log("xvfb.log")),
        );
        let number = server.first_line();
        assert!(
            !number.is_empty(),
            "Xvfb did not start: {}",
            fs::read_to_string(home.path().join("xvfb.log")).unwrap_or_default()
        );
        let mut bus = Running::start(
            Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
                .arg(format!(
                    "--address=unix:path={}",
                    home.path().join("run/bus").display()
                ))
                .env("XDG_DATA_DIRS", home.path())
                .stdout(Stdio::piped())
                .stderr(log("bus.log")),
        );
        let address = bus.first_line();
        assert!(
            !address.is_empty(),
            "dbus-daemon did not start: {}",
            fs::read_to_string(home.path().join("bus.log")).unwrap_or_default()
        );
        Self {
            display: format!(":{number}"),
            bus: address,
            _bus: bus,
            _server: server,
            home,
        }
    }

    /// The person's home folder, which goes when the desktop goes.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where the app keeps its coalition.
    pub fn data(&self) -> PathBuf {
        self.home().join("data")
    }

    /// A folder whose programs are found before the system's own of the same name.
    pub fn programs(&self) -> PathBuf {
        self.home().join("bin")
    }

    /// Puts a program on this desktop.
    pub fn command(&self, program: impl Into<OsString>) -> Command {
        let mut command = Command::new(program.into());
        let mut path = self.programs().into_os_string();
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        command.env("PATH", path);
        for (name, folder) in [
            ("HOME", ""),
            ("XDG_RUNTIME_DIR", "run"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_DOCUMENTS_DIR", "Documents"),
        ] {
            command.env(name, self.home().join(folder));
        }
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("GDK_BACKEND", "x11")
            .env("GSETTINGS_BACKEND", "memory")
            .env("NO_AT_BRIDGE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("TZ", "America/Chicago")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("GTK_THEME")
            .env_remove("LANGUAGE");
        command
    }

    /// The kinds of content that the clipboard now offers, such as `text/html`.
    pub fn clipboard_targets(&self) -> Vec<String> {
        self.clipboard("TARGETS")
            .unwrap_or_default()
            .lines()
            .map(str::to_owned)
            .collect()
    }

    /// What the clipboard holds as `target`: `text/html`, or `UTF8_STRING` for plain text.
    pub fn clipboard(&self, target: &str) -> Option<String> {
        let mut child = self
            .command("xclip")
            .args(["-o", "-selection", "clipboard", "-t", target])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("xclip is installed: cargo xtask setup");
        let mut output = child.stdout.take().expect("started with a pipe");
        let reader = std::thread::spawn(move || {
            let mut bytes = Vec::new();
            output.read_to_end(&mut bytes).map(|_| bytes)
        });
        // An owner that does not answer would hold xclip for ever.
        let start = Instant::now();
        let status = loop {
            match child.try_wait().expect("xclip is ours") {
                Some(status) => break status,
                None if start.elapsed() > PATIENCE => {
                    let _ = child.kill();
                    let _ = child.wait();
                    panic!("the owner of the clipboard did not hand out {target}");
                }
                None => std::thread::sleep(Duration::from_millis(10)),
            }
        };
        let bytes = reader
            .join()
            .expect("the reader does not panic")
            .expect("xclip's output can be read");
        status
            .success()
            .then(|| String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Puts plain text on the clipboard, as another program would.
    pub fn set_clipboard(&self, text: &str) {
        self.set_clipboard_as("UTF8_STRING", text);
    }

    /// Puts content of one kind on the clipboard, such as `text/html`.
    pub fn set_clipboard_as(&self, target: &str, text: &str) {
        let file = self.home().join("clipboard.txt");
        fs::write(&file, text).expect("the home folder can be written");
        // xclip stays behind to hand the text out, and ends when the next owner comes or the display goes.
        let status = self
            .command("xclip")
            .args(["-i", "-selection", "clipboard", "-t", target])
            .arg(&file)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(status.is_ok_and(|status| status.success()), "xclip took no text");
    }

    /// The processes on this desktop that run `program`, told by their home folder.
    pub fn processes(&self, program: &Path) -> Vec<u32> {
        let home = format!("HOME={}/", self.home().display());
        let ours = |pid: &u32| {
            let process = PathBuf::from(format!("/proc/{pid}"));
            let runs = fs::read_link(process.join("exe")).is_ok_and(|exe| exe == program);
            let environment = fs::read(process.join("environ")).unwrap_or_default();
            runs && environment
                .split(|byte| *byte == 0)
                .any(|entry| entry == home.as_bytes())
        };
        let entries = fs::read_dir("/proc").expect("Linux has /proc").flatten();
        entries
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .filter(ours)
            .collect()
    }

    /// Where a program on this desktop, and what it has started, holds connections to: addresses other than this computer's own, as the
    /// kernel writes them.
    pub fn connections(&self, program: &Path) -> Vec<String> {
        let mut sockets = Vec::new();
        for process in self.processes(program).into_iter().flat_map(family) {
            let open = fs::read_dir(format!("/proc/{process}/fd"))
                .into_iter()
                .flatten()
                .flatten();
            for place in open.filter_map(|file| fs::read_link(file.path()).ok()) {
                let socket = place.to_string_lossy().into_owned();
                sockets.extend(
                    socket
                        .strip_prefix("socket:[")
                        .map(|inode| inode.trim_end_matches(']').to_owned()),
                );
            }
        }
        let mut found = Vec::new();
        for kind in ["tcp", "tcp6", "udp", "udp6"] {
            let table = fs::read_to_string(format!("/proc/net/{kind}")).unwrap_or_default();
            for line in table.lines().skip(1) {
                let fields: Vec<&str> = line.split_whitespace().collect();
                let (Some(remote), Some(inode)) = (fields.get(2), fields.get(9)) else {
                    continue;
                };
                let here = remote.starts_with("0100007F:")
                    || remote.starts_with("00000000")
                    || remote.starts_with("0000000000000000FFFF00000100007F:");
                if !here && sockets.iter().any(|socket| socket == inode) {
                    found.push(format!("{kind} {remote}"));
                }
            }
        }
        found
    }
}

/// A process and all that it started.
pub fn family(process: u32) -> Vec<u32> {
    let mut family = vec![process];
    let mut at = 0;
    while let Some(parent) = family.get(at).copied() {
        let tasks = fs::read_dir(format!("/proc/{parent}/task"))
            .into_iter()
            .flatten()
            .flatten();
        for task in tasks {
            let children = fs::read_to_string(task.path().join("children")).unwrap_or_default();
            family.extend(
                children
                    .split_whitespace()
                    .filter_map(|child| child.parse::<u32>().ok()),
            );
        }
        at += 1;
    }
    family
}
